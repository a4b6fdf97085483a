// A conditional that does not end (IEEE 1800-2023 22.6).
// RUN: %expect-messages %s

module twentytwo_before; endmodule
`ifdef TWENTYTWO_OPEN
//@1 error: no '`endif' for this conditional directive
module twentytwo_within; endmodule
`ifndef TWENTYTWO_INNER
