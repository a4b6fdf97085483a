// A null handle, and a message of another type than the variable (IEEE 1800-2023 15.4).
// No oracle: the run ends.
// RUN: %not 1 %circt-sim %s 2>&1 | FileCheck %s
// RUN: %not 1 %circt-sim +other %s 2>&1 | FileCheck %s --check-prefix=OTHER
module test;
  mailbox m;
  int n;
  string s;
  initial begin
    if ($test$plusargs("other")) begin
      m = new;
      m.put(1);
      // OTHER: mailbox_bad.sv:[[#@LINE+1]]:{{.*}}the message in the mailbox is of another type than the variable
      m.get(s);
    end
    // CHECK: mailbox_bad.sv:[[#@LINE+1]]:{{.*}}a null handle of a mailbox is used
    m.get(n);
  end
endmodule
