// Calls with too many, too few, unknown and repeated arguments.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s
module test;
  function automatic int add(input int a, input int b); return a + b; endfunction
  task t(output int o); o = 1; endtask
  function automatic void nothing(); endfunction
  int n;
  initial begin
    // CHECK: call-arguments_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: 'add' takes 2 arguments, but 3 are given
    n = add(1, 2, 3);
    // CHECK: call-arguments_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: no value for argument 'b' of 'add', which has no default
    n = add(1);
    // CHECK: call-arguments_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: 'add' has no argument named 'c'
    n = add(.a(1), .b(2), .c(3));
    // CHECK: call-arguments_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: task 't' has no value
    n = t(n);
    // CHECK: call-arguments_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: void function 'nothing' has no value
    n = nothing();
    // CHECK: call-arguments_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}cannot be assigned to
    t(n + 1);
  end
endmodule
