// What Icarus' -g switches beside language versions is ignored with a warning, and so is -u
// (-gspecify says what holds anyway);
// a list of files may follow -f without a blank.
// RUN: %circt-sim -g2012 -gspecify -gno-assertions -u -f%S/Inputs/joined.f %s 2>&1 | FileCheck %s
// RUN: %not 2 %circt-sim -gnonsense %s 2>&1 | FileCheck %s --check-prefix=BAD
// CHECK-DAG: warning: option '-gno-assertions' of another tool is ignored
// CHECK-DAG: warning: option '-u' of another tool is ignored
// CHECK: joined: 7
// BAD: error: unknown language version 'nonsense'
module test;
  initial $display("joined: %0d", `JOINED);
endmodule
