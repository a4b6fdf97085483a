// RUN: %circt-sim-opt %s -split-input-file -verify-diagnostics

hw.module @m(in %a : i4) {
  // expected-error @below {{'comb.extract' op from bit too large for input}}
  %0 = comb.extract %a from 3 : (i4) -> i2
}

// -----

hw.module @m(in %a : i4) {
  // expected-error @below {{replicate must produce integer multiple of operand}}
  %0 = comb.replicate %a : (i4) -> i9
}

// -----

hw.module @m(in %a : i4) {
  // expected-error @below {{replicate cannot shrink bitwidth of operand}}
  %0 = comb.replicate %a : (i4) -> i2
}

// -----

hw.module @m(in %a : i1) {
  // expected-error @below {{Expected lookup table of 2^n length}}
  %0 = comb.truth_table %a -> [true]
}

// -----

hw.module @m(in %a : i1) {
  // expected-error @below {{expected 1 or more operands}}
  %0 = comb.add : i1
}
