// Names, time units and items of design elements (IEEE 1800-2023 clause 3).
// RUN: %expect-messages %s

// 3.13: a module and an interface share one name space.
module three_same; endmodule
//     ^ note: 'three_same' was declared here before
interface three_same; endinterface
//        ^ error: a second definition of 'three_same'

// 3.13: so do two modules.
module three_twice; endmodule
//     ^ note: 'three_twice' was declared here before
module three_twice(input a); endmodule
//     ^ error: a second definition of 'three_twice'

// 3.13: a net and a variable of one module share one name space.
module three_net_and_variable;
  wire x;
//     ^ note: 'x' was declared here before
  logic x;
//      ^ error: redefinition of 'x'
endmodule

// 3.13: so do a variable and a function.
module three_variable_and_function;
  int f;
//    ^ note: 'f' was declared here before
  function int f(); return 1; endfunction
//             ^ error: redefinition of 'f'
endmodule

// 3.13: and a variable and a named block.
module three_block;
  int b;
//    ^ note: 'b' was declared here before
  initial begin : b end
//                ^ error: redefinition of 'b'
endmodule

// 3.13: and an instance and a parameter.
module three_leaf; endmodule
module three_instance;
  parameter u = 1;
//          ^ note: 'u' was declared here before
  three_leaf u();
//           ^ error: redefinition of 'u'
endmodule

// 3.14.2.2: the precision must not be coarser than the unit.
module three_precision;
  timeunit 1ns;
  timeprecision 1us;
//^ error: the time precision is coarser than the time unit
endmodule

// 3.14.2.2: a time unit precedes all other items, and may be repeated later only with its value.
module three_late;
  wire w;
  timeunit 1ns;
//         ^ error: a time unit must be declared before all other items
endmodule

// 3.14.2.2: the repetition has another value.
module three_repeat;
  timeunit 1ns;
  timeprecision 1ps;
  wire w;
  timeunit 1us;
//         ^ error: time unit '1us' differs from the one declared before
endmodule

// 3.14.2.2: units are 1, 10 or 100.
module three_unit;
  timeunit 5ns;
//         ^ error: '5ns' is not a time unit: expected 1, 10 or 100 and s, ms, us, ns, ps or fs
endmodule

// 3.12.1: $unit has no such item.
module three_no_unit;
  initial $display($unit::three_missing);
//                        ^ error: there is no 'three_missing' in the compilation unit
endmodule

// 3.4: a program has no instances.
module three_in_program; endmodule
program three_program;
  three_in_program u();
//^ error: instances are not allowed in a program
endprogram
