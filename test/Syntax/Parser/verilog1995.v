// Old forms: port expressions, UDPs, specify, strengths, defparam (IEEE 1364).
// RUN: %circt-sim --std 1364-1995 --parse-only %s 2>&1 | FileCheck %s --allow-empty --implicit-check-not=error

primitive latch(q, en, d);
  output q; reg q;
  input en, d;
  initial q = 1'b0;
  table
    // en d : q : q+
       1  0 : ? : 0;
       1  1 : ? : 1;
       0  ? : ? : -;
      (x0) ? : ? : -;
  endtable
endprimitive

module cell1(.q(out), {d1, d0}, , en);
  output out;
  input d1, d0, en;
  wire (strong1, pull0) out;
  trireg (small) #(0,0,50) keeper;
  wire bit, logic;
  supply0 gnd;
  latch (strong0, strong1) #(1,2) u0 (out, en, d0), (bit, en, d1);
  bufif1 #(1:2:3, 2, 3) g0 (keeper, d0, en);
  pulldown (supply0) (gnd);
  event done;
  integer k;
  time t;
  specify
    specparam tr = 3, tf = 4;
    (d0 => q) = (tr, tf);
    if (en) (posedge d1 => (q +: d1)) = 1;
    (d1, d0 *> q) = (1, 2, 3);
    $setuphold(posedge en, d0, 1, 2, notify);
    $width(edge [01, x1] en, 5);
  endspecify
  initial begin : blk
    k = 'h f0;
    fork : par
      #10 -> done;
      @(done) disable blk;
    join
    force out = 1; release out;
    assign k = 3; deassign k;
    wait (k == 3) k = repeat (2) @(posedge en) 4;
  end
endmodule

module bench;
  cell1 c [1:0] ();
  defparam c.tr = 5;
endmodule
