// Values whose types do not fit.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s
module test;
  typedef enum {Red, Green} color;
  typedef struct { int x; } point;
  color c;
  point p;
  real r;
  int a[2], b[3];
  initial begin
    // CHECK: types_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: a value of type 'int' needs a cast to be assigned to enumeration 'color'
    c = 1;
    // CHECK: types_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: a value of type 'int' cannot be assigned to type 'point'
    p = 3;
    // CHECK: types_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: a value of type 'int{{.*}}' cannot be assigned to type 'int{{.*}}'
    a = b;
    // CHECK: types_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: operator '+' cannot be applied to operands of types 'point' and 'int'
    a[0] = p + 1;
    // CHECK: types_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: there is no member 'y' in 'point'
    a[0] = p.y;
    // CHECK: types_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: an operand of type 'real' cannot be selected from
    a[0] = r[0];
  end
endmodule
