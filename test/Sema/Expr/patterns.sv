// Assignment patterns (IEEE 1800-2023 10.9), good and bad.
// RUN: %not 2 %circt-sim --lint-only %s 2>&1 | FileCheck %s
module top;
  typedef struct { int n; logic [3:0] x; } rec_t;
  rec_t r, a [2];
  logic [7:0] m [0:3], p;
  initial begin
    r = '{1, 2};
    r = '{x: 1, n: 2};
    r = '{int: 5, default: '0};
    a = '{'{1, 2}, '{default: 3}};
    m = '{4{8'h5}};
    m = '{3: 1, default: 0};
    m = '{2{1, 2}};
    p = '{7: 1, default: 0};
    a = '{default: 0};
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: 1 value for type 'rec_t', which has 2 elements
    r = '{1};
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: the assignment pattern has no value for 'x'
    r = '{n: 1};
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: there is no member 'y' in 'rec_t'
    r = '{y: 1, default: 0};
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: 3 values for type 'logic[7:0]$[0:3]', which has 4 elements
    m = '{1, 2, 3};
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: index 4 is outside of the declared range [0:3]
    m = '{4: 1, default: 0};
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: the source does not have one value for each target of the assignment pattern
    '{r.n, r.x} = '{1, 2, 3};
    '{r.n, r.x} = a[0];
    '{r.x, r.n} = '{r.n, r.x};
  end
endmodule
