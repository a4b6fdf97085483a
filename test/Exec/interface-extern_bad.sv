// What an extern function reads is behind a reference, which the sensitivity of always_comb
// cannot follow (IEEE 1800-2023 9.2.2.2.1, 25.7.4).
// No oracle: there is no run.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s --strict-whitespace
// CHECK: interface-extern_bad.sv:[[#@LINE+2]]:73: error: 'k' is read through a virtual interface, which the sensitivity of this process cannot follow
interface es_if; extern function int f(int x); extern function int g(int x); endinterface
module es_port(es_if i); int k = 3; function int i.f(int x); return x + k; endfunction
// CHECK-NEXT: return x + k;
// CHECK-NEXT: {{^ {74}\^$}}
  function int i.g(int x); return x; endfunction
endmodule
module es;
  es_if i();
  es_port p(i);
  int a, b, c;
  always_comb b = i.f(a);
  always_comb c = i.g(a);
endmodule
// CHECK: 1 error generated.
