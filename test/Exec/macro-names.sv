// Escaped names of macros, names made of arguments, arguments of directives behind comments
// that span lines (IEEE 1800-2023 5.6.1, 22.5.1, 22.8, 22.9).
// No oracle: Icarus Verilog 11 takes no escaped macro names.
// RUN: %run-tiers %s | FileCheck %s --match-full-lines
`define \escaped "escaped name"
`define \`name "backtick name"
`define \quote (x) `"`\`"x`\`"`"
`define FIRST_SHOW $display("first");
`define SECOND_SHOW $display("second");
`define SHOW(which) ```which``_SHOW
/* comment */ `unconnected_drive /* over
   two lines */
/* and more */ pull1
module child(input a);
  initial #1 $display("%b", a);
endmodule
`nounconnected_drive
`default_nettype /*
*/ none
`default_nettype wire
module test;
  child c();
  initial begin
    $display(`escaped);
    $display(`\escaped );
    $display(`\`name );
    $display(`quote(text));
    $display(`\quote (text));
    `SHOW(FIRST)
    `SHOW(SECOND)
  end
endmodule
// CHECK:      escaped name
// CHECK-NEXT: escaped name
// CHECK-NEXT: backtick name
// CHECK-NEXT: "text"
// CHECK-NEXT: "text"
// CHECK-NEXT: first
// CHECK-NEXT: second
// CHECK-NEXT: 1
