// Strings: concatenation, comparison, length, characters, conversion
// (IEEE 1800-2023 6.16).
// No oracle: Icarus Verilog 11 has few of the methods.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  string s, t, empty;
  byte c;
  logic [31:0] v;
  initial begin
    `checkString(empty, "")
    `check(empty.len(), 0)
    s = "Hello";
    t = {s, ", ", "world"};
    `checkString(t, "Hello, world")
    `check(t.len(), 12)
    `check(s == "Hello", 1'b1)
    `check(s < "Help", 1'b1)
    `check(s != t, 1'b1)
    `check(s[1], "e")
    `check(s.getc(4), "o")
    s[0] = "J";
    `checkString(s, "Jello")
    s.putc(4, "y");
    `checkString(s, "Jelly")
    s.putc(9, "y");  // out of range: nothing
    `checkString(s, "Jelly")
    `checkString(s.toupper(), "JELLY")
    `checkString(s.tolower(), "jelly")
    `checkString(t.substr(7, 11), "world")
    `checkString(t.substr(7, 12), "")
    `check(s.compare("Jelly"), 0)
    `check(s.compare("Jelmy") < 0, 1'b1)
    `check(s.icompare("JELLY"), 0)
    s = "123abc";
    `check(s.atoi(), 123)
    s = "ff";
    `check(s.atohex(), 255)
    s = "1010";
    `check(s.atobin(), 10)
    s = "17";
    `check(s.atooct(), 15)
    s = "2.5e1";
    `checkReal(s.atoreal(), 25.0)
    s.itoa(-42);
    `checkString(s, "-42")
    s.hextoa(255);
    `checkString(s, "ff")
    s.bintoa(5);
    `checkString(s, "101")
    s.realtoa(1.5);
    `check(s.atoreal() == 1.5, 1'b1)
    s = {3{"ab"}};
    `checkString(s, "ababab")
    v = "abcd";
    s = string'(v);
    `checkString(s, "abcd")
    v = 32'h0041_0042;  // zero bytes vanish
    s = string'(v);
    `checkString(s, "AB")
    v = "ab";
    `check(v, 32'h0000_6162)
    c = "z";
    s = {"<", string'(c), ">"};
    `checkString(s, "<z>")
    case (s)
      "a": errors++;
      "<z>": ;
      default: errors++;
    endcase
    `done
  end
endmodule
