// Timing checks: the window or distance of each, and the notifier (IEEE 1800-2023 31.3, 31.4, 31.6).
// RUN: %run-tiers %s 2> %t.err | FileCheck %s
// RUN: FileCheck %s --check-prefix=ERR < %t.err
// RUN: %circt-sim --no-timing-checks %s 2>&1 | FileCheck %s --check-prefix=OFF --implicit-check-not=violation
`timescale 1ns / 1ns
module setup(input clk, d);
  reg bad = 0;
  specify
    $setup(d, posedge clk, 5, bad);
  endspecify
endmodule
module hold(input clk, d);
  reg bad = 0;
  specify
    $hold(posedge clk, d, 3, bad);
  endspecify
endmodule
module setuphold(input clk, d, en);
  reg bad = 0;
  specify
    $setuphold(posedge clk &&& en, d, 5, 3, bad);
  endspecify
endmodule
module negative(input clk, d);
  reg bad = 0;
  specify
    $setuphold(posedge clk, d, -2, 6, bad);
    $setuphold(negedge clk, d, 6, -2, bad);
  endspecify
endmodule
module control(input clk, rst);
  reg bad = 0;
  specify
    $recovery(negedge rst, posedge clk, 4, bad);
    $removal(negedge rst, posedge clk, 3, bad);
  endspecify
endmodule
module both(input clk, rst);
  reg bad = 0;
  specify
    $recrem(negedge rst, posedge clk, 4, 3, bad);
  endspecify
endmodule
module pulse(input clk);
  reg bad = 0, slow = 0;
  specify
    $width(posedge clk, 6, 1, bad);
    $period(edge [01, 0x] clk, 15, slow);
  endspecify
endmodule
module skew(input a, b);
  reg bad = 0;
  specify
    $skew(posedge a, posedge b, 4, bad);
  endspecify
endmodule
module timeskew(input a, b);
  reg bad = 0;
  specify
    $timeskew(posedge a, posedge b, 4, bad);
  endspecify
endmodule
module fullskew(input a, b);
  reg bad = 0;
  specify
    $fullskew(posedge a, posedge b, 4, 6, bad);
  endspecify
endmodule
module nochange(input en, d);
  reg bad = 0;
  specify
    $nochange(posedge en, d, 2, 1, bad);
  endspecify
endmodule
module test;
  reg clk = 0, d = 0, en = 1, rst = 0;
  setup s(clk, d);
  hold h(clk, d);
  setuphold sh(clk, d, en);
  negative n(clk, d);
  control c(clk, rst);
  both rr(clk, rst);
  pulse p(clk);
  skew sk(clk, d);
  timeskew ts(clk, d);
  fullskew fs(clk, d);
  nochange nc(clk, d);
  task show(string what);
    $display("%0d %s: setup %b hold %b setuphold %b negative %b control %b both %b width %b period %b skew %b %b %b nochange %b", $time, what, s.bad, h.bad,
      sh.bad, n.bad, c.bad, rr.bad, p.bad, p.slow, sk.bad, ts.bad, fs.bad, nc.bad);
  endtask
  initial begin
    #100 d = 1; #5 clk = 1; #10 clk = 0; #20 show("at the limit");
    d = 0; #4 clk = 1; #10 clk = 0; #20 show("too late");
    clk = 1; d = 1; #10 clk = 0; #20 show("at once");
    clk = 1; #2 d = 0; #8 clk = 0; #20 show("too early");
    clk = 1; #3 d = 1; #7 clk = 0; #20 show("held long enough");
    en = 0; d = 0; #1 clk = 1; #10 clk = 0; #20 show("not enabled");
    en = 1; #1 clk = 1; #1 clk = 0; #20 show("glitch");
    clk = 1; #4 clk = 0; #20 show("short");
    clk = 1; #7 clk = 0; #7 clk = 1; #7 clk = 0; #20 show("fast");
    rst = 1; #10 rst = 0; #3 clk = 1; #10 clk = 0; #20 show("not recovered");
    rst = 1; #20 clk = 1; #2 rst = 0; #8 clk = 0; #20 show("removed early");
    $finish(0);
  end
endmodule
// CHECK: 135 at the limit: setup 0 hold 0 setuphold 0 negative 0 control 0 both 0 width 0 period 0 skew 0 1 0 nochange 0
// CHECK-NEXT: 169 too late: setup 1 hold 0 setuphold 1 negative 0 control 0 both 0 width 0 period 0 skew 0 0 1 nochange 0
// CHECK-NEXT: 199 at once: setup 1 hold 1 setuphold 0 negative 0 control 0 both 0 width 0 period 0 skew 0 0 1 nochange 1
// CHECK-NEXT: 229 too early: setup 1 hold 0 setuphold 1 negative 0 control 0 both 0 width 0 period 0 skew 0 1 0 nochange 0
// CHECK-NEXT: 259 held long enough: setup 1 hold 0 setuphold 1 negative 1 control 0 both 0 width 0 period 0 skew 0 1 0 nochange 1
// CHECK-NEXT: 290 not enabled: setup 0 hold 0 setuphold 1 negative 1 control 0 both 0 width 0 period 0 skew 0 0 1 nochange 0
// CHECK-NEXT: 312 glitch: setup 0 hold 0 setuphold 1 negative 1 control 0 both 0 width 0 period 0 skew 0 1 0 nochange 0
// CHECK-NEXT: 336 short: setup 0 hold 0 setuphold 1 negative 1 control 0 both 0 width 1 period 0 skew 0 0 1 nochange 0
// CHECK-NEXT: 377 fast: setup 0 hold 0 setuphold 1 negative 1 control 0 both 0 width 1 period 1 skew 0 0 1 nochange 0
// CHECK-NEXT: 420 not recovered: setup 0 hold 0 setuphold 1 negative 1 control 1 both 1 width 1 period 1 skew 0 1 0 nochange 0
// CHECK-NEXT: 470 removed early: setup 0 hold 0 setuphold 1 negative 1 control 0 both 0 width 1 period 1 skew 0 0 1 nochange 0
// ERR: timing-checks.sv:60:5: warning: timing violation: $timeskew of a at 105 ns and b at 110 ns, limit 4 ns {{.}}in test.ts, at 110 ns{{.}}
// ERR: timing-checks.sv:9:5: warning: timing violation: $setup of clk at 139 ns and d at 135 ns, limit 5 ns {{.}}in test.s, at 139 ns{{.}}
// ERR: timing-checks.sv:21:5: warning: timing violation: $setuphold of clk at 139 ns and d at 135 ns, limit 5 ns {{.}}in test.sh, at 139 ns{{.}}
// OFF: 470 removed early: setup 0 hold 0 setuphold 0
