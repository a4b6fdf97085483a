// A loop that never waits: the wall-clock limit ends it all the same.
// RUN: %not 124 %circt-sim --timeout=1 %s 2>&1 | FileCheck %s
// RUN: %not 124 %circt-sim --timeout=1 %s +function 2>&1 | FileCheck %s
module test;
  function automatic int count(input int limit);
    int n = 0;
    while (n != limit) n = n == 1000 ? 0 : n + 1;
    return n;
  endfunction
  logic v = 0;
  // CHECK: started
  initial begin
    $display("started");
    if ($test$plusargs("function")) $display("%0d", count(-1));
    forever v = ~v;
  end
endmodule
