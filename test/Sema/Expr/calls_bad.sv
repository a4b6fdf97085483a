// Arguments of tasks, functions, system tasks and methods (IEEE 1800-2023 13.5, 20, 21).
// RUN: %not 2 %circt-sim --lint-only %s 2>&1 | FileCheck %s
module top;
  function int f(int a, int b = 2); return a + b; endfunction
  task t(output int o); o = 1; endtask
  int i;
  string s;
  wire [7:0] w;
  initial begin
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: no value for argument 'a' of 'f', which has no default
    i = f();
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: 'f' takes 2 arguments, but 3 are given
    i = f(1, 2, 3);
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: 'f' has no argument named 'c'
    i = f(.a(1), .c(2));
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: the result of function 'f' is not used; cast the call to void
    f(1);
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: task 't' has no value
    i = t(i);
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: net 'w' cannot be assigned to in a procedure
    t(w);
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: '$clog2' takes 1 argument, but 2 are given
    i = $clog2(1, 2);
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: system task '$display' has no value
    i = $display("x");
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: unknown or unsupported system task or function '$no_such_task'
    $no_such_task;
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: there is no member or method 'length' of type 'string'
    i = s.length();
    // CHECK-NOT: error:
    i = f(1) + f(.b(1), .a(2)) + s.len + s.len();
  end
endmodule
