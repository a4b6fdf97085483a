// References to elements of arrays that change meanwhile: they reach the element, or storage
// that has left the array (IEEE 1800-2023 7.10.3, 13.5.2). Memory that only references hold
// survives collections.
// No oracle: Icarus Verilog 11 does not have all of these arrays.
// RUN: %run-tiers -I %S/Inputs %s 2>&1 | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  int q[$], table_[string], junk[][];
  string words[$];
  task automatic later(ref int x, input int value);
    #10 x = value;
    #10 `check(x, value)
  endtask
  task automatic append(ref string s);
    #10 s = {s, "!"};
    #20 s = {s, "?"};
    `checkString(s, "a!?")
  endtask
  function automatic void increment(ref int x);
    x++;
  endfunction
  function automatic void swap(ref int x, ref int y);
    int t = x;
    x = y;
    y = t;
  endfunction
  function automatic int peek(const ref int v[$]);
    return v[0];
  endfunction
  initial begin
    q = '{1, 2, 3, 4};
    table_["a"] = 1;
    words = '{"a", "b"};
    increment(q[2]);
    `check(q[2], 4)
    swap(q[0], q[3]);
    `checkString($sformatf("%p", q), "'{4, 2, 4, 1}")
    increment(table_["a"]);
    increment(table_["new"]);
    `check(table_["a"], 2)
    `check(table_["new"], 1)
    `check(peek(q), 4)
    fork
      later(q[0], 100); // is removed
      later(q[1], 200); // stays
      later(table_["a"], 300);
      append(words[0]);
      begin
        #5 q.delete(0);
        `check(q[0], 2)
        table_.delete("a");
        table_["a"] = 5;
        words.delete();
        for (int i = 0; i < 50; i++) begin
          junk = new[1000];
          foreach (junk[i]) junk[i] = new[100];
        end
        for (int i = 0; i < 100; i++) words.push_back($sformatf("word %0d", i));
      end
    join
    `check(q.size(), 3)
    `check(table_["a"], 5)
    `checkString(words[0], "word 0")
    foreach (words[i]) `checkString(words[i], $sformatf("word %0d", i))
    if (errors == 0) $display("PASS");
  end
endmodule
