// Dynamic arrays, queues and associative arrays: what is illegal (IEEE 1800-2023 6.21, 7.5, 7.8,
// 7.10, 7.12).
// RUN: %not 2 %circt-sim --lint-only %s 2>&1 | FileCheck %s
module top;
  int d[], q[$], x;
  int a[string];
  string names[$];
  event events[$];
  // CHECK: [[#@LINE+1]]:{{[0-9]+}}: error: 'real' cannot be the key type of an associative array
  int byReal[real];
  // CHECK: [[#@LINE+1]]:{{[0-9]+}}: error: a queue cannot have the last index -1
  int bounded[$:-1];
  initial begin
    // CHECK: [[#@LINE+1]]:{{[0-9]+}}: error: 'new[]' needs a dynamic array to be assigned to
    q = new[3];
    // CHECK: [[#@LINE+1]]:{{[0-9]+}}: error: an array of type 'string$[$]' cannot initialise one of type 'int$[]'
    d = new[3](names);
    // CHECK: [[#@LINE+1]]:{{[0-9]+}}: error: an element of a dynamic array, queue, associative array or string can only be assigned to by '='
    q[0] <= 1;
    // CHECK: [[#@LINE+1]]:{{[0-9]+}}: error: there is no member or method 'push_back' of type 'int$[]'
    d.push_back(1);
    // CHECK: [[#@LINE+1]]:{{[0-9]+}}: error: there is no member or method 'first' of type 'int$[$]'
    x = q.first(x);
    // CHECK: [[#@LINE+1]]:{{[0-9]+}}: error: 'size' takes no 'with' clause
    x = q.size() with (item);
    // CHECK: [[#@LINE+1]]:{{[0-9]+}}: error: 'find' needs a 'with' clause
    q = q.find();
    // CHECK: [[#@LINE+1]]:{{[0-9]+}}: error: the iterator of an array method is a simple name
    q = q.find(x + 1) with (item > 1);
    // CHECK: [[#@LINE+1]]:{{[0-9]+}}: error: values of type 'event' have no order
    events.sort();
    // CHECK: [[#@LINE+1]]:{{[0-9]+}}: error: values of type 'string' cannot be combined by 'array.sum'
    x = names.sum();
    // CHECK: [[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}'int'{{.*}}'string'
    a[1] = 2;
    // CHECK: [[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}'string$[$]'{{.*}}'int$[$]'
    q = names;
  end
endmodule
