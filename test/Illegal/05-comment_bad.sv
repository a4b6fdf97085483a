// A block comment that does not end (IEEE 1800-2023 5.4).
// RUN: %expect-messages %s

module five_comment; endmodule
/* Comments do not nest: /* here */
module five_after; endmodule
/* This one has no end.
//@1 error: unterminated block comment
