// Ports that do not exist, are connected twice, or are too many.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s
module unit(input a, output b);
  assign b = a;
endmodule
module test;
  wire x, y, z;
  // CHECK: ports_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: there is no port 'c' in 'unit'
  unit u0(.a(x), .c(y));
  // CHECK: ports_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: port 'a' is connected twice
  unit u1(.a(x), .a(y));
  // CHECK: ports_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: 'unit' has 2 ports, but 3 are connected
  unit u2(x, y, z);
  // CHECK: ports_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}cannot be assigned to
  unit u3(x, 1'b1);
endmodule
