// --top chooses among the modules that nobody instantiates; without it all are tops.
// RUN: %not 0 %circt-sim %s | FileCheck %s --check-prefixes=A,B
// RUN: %not 0 %circt-sim --top b %s | FileCheck %s --check-prefix=B --implicit-check-not="in a"
// RUN: %not 0 %circt-sim --top b --top a %s | FileCheck %s --check-prefixes=ONE,TWO
// RUN: %not 0 %circt-sim -s leaf %s | FileCheck %s --check-prefix=LEAF --implicit-check-not="in b"
// RUN: %not 2 %circt-sim --top c %s 2>&1 | FileCheck %s --check-prefix=NONE
// ONE-DAG: in a
// TWO-DAG: in b
// LEAF: in leaf
// NONE: error: there is no module 'c' to be the top level
module leaf;
  initial $display("in %m");
endmodule
module a;
  // A: in a
  initial $display("in %m");
endmodule
module b;
  // B: in b
  initial $display("in %m");
  leaf u();
endmodule
