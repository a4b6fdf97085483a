// Nets and inputs cannot be assigned to in procedures.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s
module unit(input logic in, output wire out);
  initial begin
    // CHECK: net-in-procedure_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: net 'in' cannot be assigned to in a procedure
    in = 1;
    // CHECK: net-in-procedure_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: net 'out' cannot be assigned to in a procedure
    out <= 1;
  end
endmodule
module test;
  wire w;
  unit u(w, w);
endmodule
