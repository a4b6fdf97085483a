// Mailboxes: typed and untyped, bounded, the order of those who wait, messages of all types
// (IEEE 1800-2023 15.4).
// No oracle: Icarus Verilog has no such class.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  typedef struct {
    int number;
    string text;
  } record_t;
  int errors = 0;
  mailbox #(string) words = new;
  mailbox #(record_t) records = new();
  std::mailbox #(logic [69:0]) wide = new(2);
  mailbox #(int) slow;
  mailbox any;
  string s, log;
  record_t r;
  logic [69:0] w;
  int n, sum = 0;
  real x;

  task automatic produce(int first, int count);
    for (int i = 0; i < count; i++) slow.put(first + i);
  endtask

  task automatic consume(string who, int count);
    int got;
    repeat (count) begin
      slow.get(got);
      sum += got;
      log = {log, who};
    end
  endtask

  initial begin
    `check(any == null, 1'b1)
    `check(words.num(), 0)
    words.put("one");
    `check(words.try_put({"t", "wo"}), 1)
    `check(words.num, 2)
    words.peek(s);
    `checkString(s, "one")
    words.get(s);
    `checkString(s, "one")
    `check(words.try_peek(s), 1)
    `checkString(s, "two")
    `check(words.try_get(s), 1)
    `check(words.try_get(s), 0)
    `checkString(s, "two")

    // Messages are copies.
    r.number = 3;
    r.text = "three";
    records.put(r);
    r.number = 4;
    records.put('{5, "five"});
    records.get(r);
    `check(r.number, 3)
    `checkString(r.text, "three")
    records.get(r);
    `check(r.number, 5)

    // A full mailbox.
    wide.put(70'h3f_dead_beef_0123_4567);
    wide.put('x);
    `check(wide.try_put(0), 0)
    fork
      wide.put(7);
      #5 wide.get(w);
    join
    `check($time, 64'd5)
    `check(w, 70'h3f_dead_beef_0123_4567)
    `check(wide.num(), 2)
    wide.get(w);
    `check(w, 70'hx)
    wide.get(w);
    `check(w, 70'h7)

    // Messages of any type; a variable of another type takes none.
    any = new;
    any.put(42);
    any.put("text");
    any.put(2.5);
    `check(any.try_get(s), -1)
    `check(any.try_get(n), 1)
    `check(n, 42)
    any.get(s);
    `checkString(s, "text")
    any.get(x);
    `checkReal(x, 2.5)

    // Who comes first is served first, and what he was woken for is his.
    slow = new(1);
    fork
      consume("a", 2);
      consume("b", 2);
      consume("c", 1);
      #1 produce(1, 5);
    join
    `check(sum, 15)
    `checkString(log, "abcab")
    fork
      begin
        slow.get(n);
        log = {log, "w"};
      end
      begin
        #1 slow.put(9);
        `check(slow.try_get(n), 0)
      end
    join
    `check(n, 9)
    `checkString(log, "abcabw")

    // A process that is killed leaves the line.
    fork : block
      slow.get(n);
    join_none
    #1 disable fork;
    slow.put(11);
    `check(slow.num(), 1)
    repeat (2000) begin // and nothing is lost to the collector
      words.put({s, "."});
      words.get(s);
    end
    `check(s.len(), 2004)
    `done
  end
endmodule
