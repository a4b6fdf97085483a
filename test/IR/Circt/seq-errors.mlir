// RUN: %circt-sim-opt %s -split-input-file -verify-diagnostics

hw.module @m(in %clk : !seq.clock, in %d : i4) {
  // expected-error @below {{preset value too large}}
  %0 = seq.firreg %d clock %clk preset 16 : i4
}

// -----

hw.module @m(in %clk : !seq.clock, in %d : i4, in %a : i1) {
  // expected-error @below {{'seq.fifo' op almost full threshold must be <= FIFO depth}}
  %0:4 = seq.fifo depth 2 almost_full 3 in %d rdEn %a wrEn %a clk %clk rst %a : i4
}

// -----

hw.module @m() {
  // expected-error @below {{'i4' is expected but got 'i5'}}
  %0 = seq.initial () {
    %1 = hw.constant 1 : i5
    seq.yield %1 : i5
  } : () -> !seq.immutable<i4>
}

// -----

hw.module @m(in %clk : !seq.clock, in %i : i2, in %d : i4, in %m : i1) {
  %0 = seq.firmem 1, 1, undefined, undefined : <4 x 4>
  // expected-error @below {{' has no mask}}
  seq.firmem.write_port %0[%i] = %d, clock %clk mask %m : <4 x 4>, i1
}
