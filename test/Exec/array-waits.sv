// Processes that wait for arrays: changes of the size and of elements wake them, in module
// variables, members, captured variables and nested arrays (IEEE 1800-2023 9.2.2.2.1, 9.4.2, 9.4.3).
// No oracle: Icarus Verilog 11 does not have all of these arrays.
// RUN: %run-tiers %s 2>&1 | FileCheck %s
// CHECK:      0 comb 0
// CHECK-NEXT: 1 comb 5
// CHECK-NEXT: 1 filled 5
// CHECK-NEXT: 2 comb 7
// CHECK-NEXT: 2 element 7
// CHECK-NEXT: 3 key
// CHECK-NEXT: 4 member
// CHECK-NEXT: 5 captured
// CHECK-NEXT: 6 inner
// CHECK-NEXT: 7 changed 2
// CHECK-NEXT: 8 dynamic
// CHECK-NEXT: 9 nonblocking 3
module test;
  int q[$], table_[string], d[], deep[$][$], next_[$];
  struct { int n; int list[$]; } record;
  int total;
  always_comb begin
    total = 0;
    foreach (q[i]) total += q[i];
    $display("%0d comb %0d", $time, total);
  end
  initial begin
    wait (q.size() > 0);
    $display("%0d filled %0d", $time, q[0]);
    wait (q[0] == 7);
    $display("%0d element %0d", $time, q[0]);
  end
  initial begin
    wait (table_.exists("key"));
    $display("%0d key", $time);
  end
  initial begin
    wait (record.list.size() == 1 && record.list[0] == 4);
    $display("%0d member", $time);
  end
  initial begin
    deep.push_back('{});
    wait (deep[0].size() == 2 && deep[0][1] == 9);
    $display("%0d inner", $time);
  end
  initial @(next_.size()) $display("%0d changed %0d", $time, next_.size());
  initial begin
    wait (d.size() == 3 && d[2] == 1);
    $display("%0d dynamic", $time);
  end
  initial begin
    automatic int local_[$];
    #1 q.push_back(5);
    #1 q[0] = 7;
    #1 table_["key"] = 1;
    #1 record.n = 1;
    record.list.push_back(4);
    fork
      begin
        wait (local_.size() == 2 && local_[1] == 8);
        $display("%0d captured", $time);
      end
    join_none
    #1 local_ = '{1, 2};
    local_[1] = 8;
    #1 deep[0].push_back(1);
    deep[0].push_back(2);
    deep[0][1] = 9;
    #1 next_ = '{1, 2};
    #1 d = new[3];
    d[2] = 1;
    #1 next_ <= '{1, 2, 3};
    @(next_.size()) $display("%0d nonblocking %0d", $time, next_.size());
    $finish;
  end
endmodule
