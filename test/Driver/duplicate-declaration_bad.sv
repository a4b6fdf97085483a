// Two declarations of one name, with the place of the first.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s
module test;
  // CHECK: duplicate-declaration_bad.sv:[[#@LINE+3]]:{{[0-9]+}}: error: redefinition of 'a'
  // CHECK: duplicate-declaration_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: note: 'a' was declared here before
  int a;
  logic a;
  function int f(); return 1; endfunction
  // CHECK: duplicate-declaration_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: redefinition of 'f'
  task f(); endtask
endmodule
