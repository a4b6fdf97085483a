// Strings that only a caller's registers hold survive a collection that a function
// deeper down makes; those of a suspended task and of a loop, too.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  function automatic string fill(int count);
    string s;
    for (int i = 0; i < count; i++)
      s = $sformatf("something of some length that fills the heap, number %0d, and more of it", i);
    return s;
  endfunction
  function automatic string keep(int k);
    string a = "none", b, last;
    for (int i = 0; i < k + 3; i++) begin
      b = a;
      a = $sformatf("something of some length that is to be kept, number %0d of %0d, no more", i, k);
    end
    last = fill(120000);
    return {b, "|", a, "|", last.substr(0, 8)};
  endfunction
  function automatic string want(int k);
    return $sformatf("%s%0d of %0d, no more|%s%0d of %0d, no more|something",
                     "something of some length that is to be kept, number ", k + 1, k,
                     "something of some length that is to be kept, number ", k + 2, k);
  endfunction
  task automatic later(input int k, output string s);
    string a, b;
    a = $sformatf("first %0d", k);
    b = a;
    a = $sformatf("second %0d", k);
    #1 s = fill(60000);
    s = {b, " ", a};
  endtask
  string s;
  initial begin
    for (int k = 0; k < 2; k++) `checkString(keep(k), want(k))
    later(5, s);
    `checkString(s, "first 5 second 5")
    `done
  end
endmodule
