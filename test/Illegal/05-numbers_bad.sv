// Numbers that cannot be (IEEE 1800-2023 5.7).
// RUN: %expect-messages %s

// 5.7.1: the size is not zero.
module five_zero_size; wire [3:0] w = 0'b1; endmodule
//                                    ^ error: size of a number must not be zero
