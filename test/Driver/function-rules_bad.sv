// Functions cannot wait or call tasks; jumps need something to jump out of.
// RUN: %not 2 %circt-sim --lint-only %s 2>&1 | FileCheck %s
module test;
  task t; #1; endtask
  function automatic int f(input int a);
    // CHECK: function-rules_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: a control of time is not allowed in a function
    #1 f = a;
    // CHECK: function-rules_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: task 't' cannot be called from a function
    t;
    // CHECK: function-rules_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: function 'f' must return a value
    return;
  endfunction
  initial begin
    // CHECK: function-rules_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: 'break' is only allowed within a loop
    break;
    // CHECK: function-rules_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: 'return' is only allowed in a task or function
    return;
  end
  always_comb begin
    // CHECK: function-rules_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: a control of time is not allowed in
    #1;
  end
endmodule
