// $error and $fatal as module items end the elaboration.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s
module unit #(parameter int Width = 8) ();
  // CHECK: elaboration-task_bad.sv:[[#@LINE+2]]:{{[0-9]+}}: error: {{.*}}Width is 9
  if (Width > 8)
    $error("Width is %0d", Width);
endmodule
module test;
  unit #(9) u();
endmodule
