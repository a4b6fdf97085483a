// Handles of processes, semaphores and mailboxes: what is wrong with their use
// (IEEE 1800-2023 9.7, 15.3, 15.4).
// RUN: %not 2 %circt-sim --lint-only %s 2>&1 | FileCheck %s --implicit-check-not=error:
module top;
  process p;
  semaphore s;
  mailbox #(int) numbers;
  mailbox #(string) words;
  string text;
  int n;
  function void f();
    // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: error: task 'await' cannot be called from a function
    p.await();
    // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: error: task 'get' cannot be called from a function
    s.get();
    // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: error: task 'put' cannot be called from a function
    numbers.put(1);
    p.kill();
    s.put();
  endfunction
  initial begin
    // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: error: there is no member or method 'stop' of type 'process'
    p.stop();
    // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: error: 'process.kill' takes no arguments, but 1 are given
    p.kill(1);
    // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}'process'
    p = s;
    // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}'mailbox'
    numbers = words;
    // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}'string'
    numbers.put(text);
    // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}'string'
    numbers.get(text);
    // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: error: this expression cannot be assigned to
    numbers.get(n + 1);
    // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: error: an expression without a value is used as a value
    n = numbers.put(3);
    // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: error: there is no 'other' in package 'process'
    n = process::other;
  end
endmodule
