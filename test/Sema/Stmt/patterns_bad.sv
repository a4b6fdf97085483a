// Errors of tagged unions, patterns and random sequences (IEEE 1800-2023 7.3.2, 11.9, 12.6, 18.17).
// RUN: %not 2 %circt-sim --lint-only %s 2>&1 | FileCheck %s
module top;
  typedef union tagged { void None; int One; struct { byte a, b; } Two; } item;
  item x;
  int i;
  initial begin
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: a tagged expression needs a tagged union, not a value of type 'int'
    i = tagged One 3;
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: member 'None' of a tagged union is void and takes no value
    x = tagged None 3;
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: member 'One' of a tagged union needs a value
    x = tagged One;
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: member 'None' of a tagged union is void and has no value
    i = x.None;
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: the type of this tagged expression cannot be known here
    $display(tagged One 3);
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: a tagged pattern cannot match a value of type 'int'
    if (i matches tagged One .n) i = n;
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: a structure pattern cannot match a value of type 'int'
    if (x matches tagged One '{.a, .b}) i = 1;
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: the pattern has 1 entry, but {{.*}} has 2 members
    if (x matches tagged Two '{.a}) i = a;
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: a pattern with variables is not allowed here
    while (x matches tagged One .n) i = 0;
    // CHECK: :[[#@LINE+2]]:{{[0-9]+}}: error: 'k' is not declared
    if (x matches tagged One .k) i = k;
    else i = k;
    randsequence (main)
      // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: there is no production 'missing'
      main : missing sub;
      // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: production 'sub' returns no value
      sub : {return 3;};
    endsequence
    randsequence (loop)
      // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: unsupported: recursive productions (IEEE 1800-2023 18.17)
      loop : loop | {i = 1;};
    endsequence
  end
endmodule
