// Packages: explicit and wildcard import, the scope operator, local names first,
// export (IEEE 1800-2023 26).
// No oracle: Icarus Verilog 11 has no export.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
package base_;
  typedef logic [7:0] word;
  parameter int Size = 4;
  typedef enum logic [1:0] {Idle, Run, Stop} state;
  int shared = 5;
  function automatic word twice(input word v);
    return v * 2;
  endfunction
endpackage
package more;
  import base_::*;
  export base_::Size;
  localparam int Bigger = Size * 10;
  function automatic word four(input word v);
    return twice(twice(v));
  endfunction
endpackage
package other;
  parameter int Size = 99;
  parameter int Unique = 1;
endpackage
module user import base_::word, more::Bigger; #(parameter int P = Bigger) (input word a);
  word copy;
  assign copy = a;
endmodule
module test;
  import base_::*;
  import other::Unique;
  int errors = 0;
  word w = 8'd21;
  state s = Run;
  user u(w);
  int Stop = 17;  // hides the one of the wildcard import
  initial begin
    #1;
    `check(Size, 4)
    `check(other::Size, 99)
    `check(more::Size, 4)
    `check(twice(w), 8'd42)
    `check(more::four(8'd3), 8'd12)
    `check(u.copy, 8'd21)
    `check(u.P, 40)
    `check(s, 2'd1)
    `check(Stop, 17)
    `check(base_::Stop, 2'd2)
    shared = 6;
    `check(base_::shared, 6)
    `check(Unique, 1)
    `done
  end
endmodule
