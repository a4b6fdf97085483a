// System functions with the wrong number and kind of arguments.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s
module test;
  int a;
  string s;
  initial begin
    // CHECK: system-task-arguments_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: '$clog2' takes {{.*}}, but 2 are given
    a = $clog2(1, 2);
    // CHECK: system-task-arguments_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: system task '$display' has no value
    a = $display("x");
    // CHECK: system-task-arguments_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}cannot be assigned to
    $sformat("text", "%d", a);
  end
endmodule
