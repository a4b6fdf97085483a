// randcase and randsequence (IEEE 1800-2023 18.16, 18.17).
// No oracle: Icarus Verilog 11 does not have randcase.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  int one, three, never, r = 4;
  string s, last;
  bit mixed;
  task draw;
    randcase
      1: one++;
      3: three++;
      0: never++;
    endcase
  endtask
  initial begin
    repeat (4000) draw;
    `check(never, 0)
    `check(one + three, 4000)
    `check(three > 2 * one && three < 5 * one, 1'b1)
    randcase
      r - 4: never++;
    endcase
    `check(never, 0)

    s = "";
    randsequence (main)
      main : first second {s = {s, $sformatf("v%0d", second)};} done(3) twice choice stop add;
      first : add | sub := 0;
      add : {s = {s, "+"};};
      sub : {s = {s, "-"};};
      int second : {return 42; s = "never";};
      done(int n) : if (n > 2) add else sub;
      twice : repeat (2) {s = {s, "r"};};
      choice : case (r) 3: sub; 4, 5: add; default: sub; endcase;
      stop : {if (r == 4) break;};
    endsequence
    `checkString(s, "+v42+rr+")

    // Values of productions that stand several times are an array.
    s = "";
    randsequence ()
      sum : value op value {s = $sformatf("%0d%s%0d", value[1], op, value[2]);};
      int value : {return r++;};
      string op : {return "*";};
    endsequence
    `checkString(s, "4*5")

    // return ends the production only.
    s = "";
    randsequence (top)
      top : early late;
      early : {if (r) return; s = "no";} {s = "no";};
      late : {s = {s, "late"};};
    endsequence
    `checkString(s, "late")

    // Productions side by side, each in its order.
    repeat (20) begin
      s = "";
      randsequence (both)
        both : rand join (0.5) left right;
        left : {s = {s, "a"};} {s = {s, "b"};};
        right : {s = {s, "c"};} {s = {s, "d"};} {s = {s, "e"};};
      endsequence
      `check(s.len(), 5)
      if (s != "abcde" && s != "cdeab") mixed = 1;
      last = "";
      for (int i = 0; i < 5; i++) if (s[i] <= "b") last = {last, string'(s[i])};
      `checkString(last, "ab")
    end
    `check(mixed, 1)
    `done
  end
endmodule
