// Packages and imports (IEEE 1800-2023 clause 26).
// RUN: %expect-messages %s

// 26.3: there is such a package.
module tw6_unknown; import tw6_missing::*; endmodule
//                         ^ error: there is no package 'tw6_missing'

// 26.3: there is such an item.
package tw6_p1; int a; endpackage
module tw6_item; import tw6_p1::b; endmodule
//                              ^ error: there is no 'b' in package 'tw6_p1'

// 26.3: when it is named directly, too.
package tw6_p2; int a; endpackage
module tw6_direct; initial $display(tw6_p2::b); endmodule
//                                          ^ error: there is no 'b' in package 'tw6_p2'

// 26.3: a declared name is not imported by its name.
package tw6_p3; int a; endpackage
module tw6_declared;
  int a;
//    ^ note: 'a' was declared here before
  import tw6_p3::a;
//               ^ error: redefinition of 'a'
endmodule

// 26.3: two packages' items of one name are not imported both.
package tw6_p4; int a; endpackage
package tw6_p5; int a; endpackage
module tw6_both;
  import tw6_p4::a;
//               ^ note: 'a' was declared here before
  import tw6_p5::a;
//               ^ error: redefinition of 'a'
endmodule

// 26.3: nor used from two wildcards.
package tw6_p6; int a; endpackage
package tw6_p7; int a; endpackage
module tw6_ambiguous;
  import tw6_p6::*;
  import tw6_p7::*;
  initial a = 1;
//        ^ error: 'a' is imported from both 'tw6_p6' and 'tw6_p7'
endmodule

// 26.3: what was imported by its use is not declared afterwards.
package tw6_p8; int a; endpackage
module tw6_afterwards;
  import tw6_p8::*;
  initial a = 1;
  int a;
//    ^ error: 'a' is declared here, but was imported by its use before
endmodule

// 26.6: what is exported was imported.
package tw6_p9; int a; endpackage
package tw6_export; export tw6_p9::a; endpackage
//                                 ^ error: 'a' was not imported from package 'tw6_p9' before it is exported
module tw6_export_user; import tw6_export::*; endmodule

// 26.6: what is only imported is not exported.
package tw6_p10; int a; endpackage
package tw6_p11; import tw6_p10::*; int b; endpackage
module tw6_chain; initial $display(tw6_p11::a); endmodule
//                                          ^ error: there is no 'a' in package 'tw6_p11'

// 26.2: variables of packages are static.
package tw6_automatic; automatic int a; endpackage
//                     ^ error: a variable of a module or package cannot be automatic
module tw6_automatic_user; initial $display(tw6_automatic::a); endmodule

// 26.3: a package is no value.
package tw6_p12; int a; endpackage
module tw6_value; initial $display(tw6_p12); endmodule
//                                 ^ error: 'tw6_p12' is not declared

// 26.3: its items are named with ::.
package tw6_p13; int a; endpackage
module tw6_dot; initial $display(tw6_p13.a); endmodule
//                               ^ error: 'tw6_p13' is not declared

// 26.2: two packages have different names.
package tw6_twice; endpackage
//      ^ note: 'tw6_twice' was declared here before
package tw6_twice; endpackage
//      ^ error: a second definition of 'tw6_twice'
module tw6_twice_user; endmodule

// 26.3: a type of a package is not its variable.
package tw6_p14; int a; endpackage
//                   ^ note: 'a' is declared here
module tw6_type; tw6_p14::a x; endmodule
//               ^ error: 'a' is not a data type

// 26.3: a type has no members to name.
module tw6_member;
  typedef logic [7:0] vector_t;
  int x = vector_t::y;
//        ^ error: there is no package 'vector_t'
endmodule
