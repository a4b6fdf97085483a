// Text macros: the examples of IEEE 1800-2023 22.5.1.
// RUN: %circt-sim -E %s | FileCheck %s

`define wordsize 8
// CHECK: logic [1:8] data;
logic [1:`wordsize] data;

`define var_nand(dly) nand #dly
// CHECK: nand #2 g121 (q21, n10, n11);
`var_nand(2) g121 (q21, n10, n11);

`define MACRO1(a=5,b="B",c) $display(a,,b,,c);
// CHECK: $display(5,,2,,3);
`MACRO1 ( , 2, 3 )
// CHECK: $display(1,,"B",,3);
`MACRO1 ( 1 , , 3 )

`define max(a,b)((a) > (b) ? (a) : (b))
// CHECK: n = ((p+q) > (r+s) ? (p+q) : (r+s)) ;
n = `max(p+q, r+s) ;

`define TOP(a,b) a + b
// CHECK: b + 1 + 42 + a
`TOP( `TOP(b,1), `TOP(42,a) )

`define msg(x,y) `"x: `\`"y`\`"`"
// CHECK: $display("left side: \"right side\"");
$display(`msg(left side,right side));

`define append(f) f``_master
// CHECK: clock_master
`append(clock)
