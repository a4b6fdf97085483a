// Locator, ordering and reduction methods of arrays of every kind, map
// (IEEE 1800-2023 7.12).
// No oracle: Icarus Verilog 11 does not have all of these arrays.
// RUN: %run-tiers -I %S/Inputs %s 2>&1 | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  int q[$] = '{3, 1, 4, 1, 5, 9, 2, 6};
  int r[$], d[], fixed[5:1] = '{50, 20, 40, 20, 10};
  string words[$] = '{"pear", "fig", "apple"}, found[$];
  int table_[string];
  byte b[] = '{1, 2, 3, 4};
  logic [3:0] bits[] = '{4'b1100, 4'b1010};
  logic signed [7:0] s[] = '{-1, 5, -7};
  real reals[] = '{1.5, 2.5};
  typedef struct { int id; string name; } person;
  person people[$] = '{'{3, "c"}, '{1, "a"}, '{2, "b"}}, someone[$];
  logic [69:0] wide[$];
  bit [1:0] matrix[2][2] = '{'{0, 1}, '{2, 3}};
  int limit = 3;
  string text;

  initial begin
    r = q.find with (item > 3);
    `checkString($sformatf("%p", r), "'{4, 5, 9, 6}")
    r = q.find(x) with (x > limit && x < 6);
    `checkString($sformatf("%p", r), "'{4, 5}")
    r = q.find_index with (item == 1);
    `checkString($sformatf("%p", r), "'{1, 3}")
    r = q.find_first with (item > 3);
    `checkString($sformatf("%p", r), "'{4}")
    r = q.find_first_index(x) with (x > 100);
    `check(r.size(), 0)
    r = q.find_last with (item > 3);
    `checkString($sformatf("%p", r), "'{6}")
    r = q.find_last_index with (item == 1);
    `checkString($sformatf("%p", r), "'{3}")
    r = q.find with (item == item.index);
    `checkString($sformatf("%p", r), "'{1}")
    r = q.find(x) with (x.index % 2 == 0);
    `checkString($sformatf("%p", r), "'{3, 4, 5, 2}")
    r = q.min();
    `check(r[0], 1)
    r = q.max;
    `check(r[0], 9)
    r = q.min with (-item);
    `check(r[0], 9)
    r = q.unique();
    `checkString($sformatf("%p", r), "'{3, 1, 4, 5, 9, 2, 6}")
    r = q.unique_index with (item / 3);
    `checkString($sformatf("%p", r), "'{0, 1, 5, 7}")
    found = words.find with (item.len() > 3);
    `checkString($sformatf("%p", found), "'{\"pear\", \"apple\"}")
    r = fixed.find_index with (item == 20);
    `checkString($sformatf("%p", r), "'{4, 2}")
    // Ordering.
    q.sort();
    `checkString($sformatf("%p", q), "'{1, 1, 2, 3, 4, 5, 6, 9}")
    q.rsort;
    `check(q[0], 9)
    q.sort with (item % 3);
    `checkString($sformatf("%p", q), "'{9, 6, 3, 4, 1, 1, 5, 2}")
    q.reverse();
    `checkString($sformatf("%p", q), "'{2, 5, 1, 1, 4, 3, 6, 9}")
    q.shuffle();
    q.sort();
    `checkString($sformatf("%p", q), "'{1, 1, 2, 3, 4, 5, 6, 9}")
    words.sort();
    `checkString($sformatf("%p", words), "'{\"apple\", \"fig\", \"pear\"}")
    people.sort(p) with (p.id);
    `checkString({people[0].name, people[1].name, people[2].name}, "abc")
    people.rsort with (item.name);
    `check(people[0].id, 3)
    someone = people.find with (item.name == "b");
    `check(someone[0].id, 2)
    fixed.sort();
    `checkString($sformatf("%p", fixed), "'{10, 20, 20, 40, 50}")
    fixed.reverse();
    `check(fixed[5], 50)
    s.sort();
    `checkString($sformatf("%p", s), "'{-7, -1, 5}")
    wide = '{70'h3f_ffff_ffff_ffff_fff1, 70'h1};
    wide.sort();
    `check(wide[0], 70'h1)
    // Reduction.
    `check(b.sum(), 8'd10)
    `check(b.sum with (int'(item) * 100), 1000)
    `check(b.product(), 8'd24)
    `check(b.sum(x) with (x.index), 6)
    `check(bits.and(), 4'b1000)
    `check(bits.or(), 4'b1110)
    `check(bits.xor with (~item), 4'b0110)
    `checkReal(reals.sum(), 4.0)
    `check(matrix.sum with (item.sum with (int'(item))), 6)
    `check(q.sum with (int'(item == 1)), 2)
    r = {};
    `check(r.sum(), 0)
    // Associative arrays: values in the order of keys.
    table_["x"] = 5;
    table_["a"] = 7;
    table_["m"] = 5;
    `check(table_.sum(), 17)
    found = table_.find_index with (item == 5);
    `checkString($sformatf("%p", found), "'{\"m\", \"x\"}")
    r = table_.find with (item.index > "b");
    `checkString($sformatf("%p", r), "'{5, 5}")
    found = table_.unique_index;
    `checkString($sformatf("%p", found), "'{\"a\", \"m\"}")
    // map.
    d = b.map with (int'(item) * item.index);
    `checkString($sformatf("%p", d), "'{0, 2, 6, 12}")
    foreach (fixed[i]) text = {text, $sformatf("%0d ", i)};
    `checkString(text, "5 4 3 2 1 ")
    if (errors == 0) $display("PASS");
  end
endmodule
