// A member that is not the valid one (IEEE 1800-2023 11.9): an error at run time.
// No oracle: Icarus Verilog 11 does not have tagged unions.
// RUN: %not 1 %circt-sim %s 2>&1 | FileCheck %s
// CHECK: ERROR: {{.*}}tagged-member_bad.sv:[[#@LINE+9]]: member 'Valid' is not the valid one of this tagged union
module test;
  typedef union tagged { void Invalid; int Valid; } item;
  item a;
  int c;

  initial begin
    a = tagged Invalid;

    c = a.Valid;
  end
endmodule
