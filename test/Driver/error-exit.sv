// --error-exit changes the status that $error leads to, not that of $fatal.
// RUN: %not 0 %circt-sim --error-exit=0 %s
// RUN: %not 3 %circt-sim --error-exit=3 %s
// RUN: %not 1 %circt-sim --error-exit=0 %s +fatal
module test;
  initial begin
    $error("counted");
    if ($test$plusargs("fatal")) $fatal(0);
  end
endmodule
