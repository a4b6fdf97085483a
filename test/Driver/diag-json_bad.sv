// Diagnostics as JSON lines.
// RUN: %not 2 %circt-sim --diag-json %s 2>&1 | FileCheck %s
module test;
  int n;
  // CHECK: {{^}}{{[{].*}}"file":"{{.*}}diag-json_bad.sv"{{.*[}]$}}
  initial n = a;
endmodule
