// Errors of bind directives (IEEE 1800-2023 23.11).
// RUN: %not 2 %circt-sim --lint-only %s 2>&1 | FileCheck %s
module other;
endmodule
module leaf;
endmodule
module top;
  leaf l();
  // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: error: there is no module or instance 'l.deeper' to bind to
  bind l.deeper other o();
endmodule
// CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: error: there is no module or instance 'top.nobody' to bind to
bind top.nobody other o();
