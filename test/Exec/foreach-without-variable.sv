// Dimensions that foreach passes over: break leaves the statement, continue goes on with
// the next element of the innermost dimension that has a variable (IEEE 1800-2023 12.7.3).
// No oracle: Icarus 11 has neither such loops nor break.
// RUN: %run-tiers %s | FileCheck %s
module test;
  bit [1:0][3:0] v = 8'h5a;
  int grid[2][3];
  int count;
  initial begin
    foreach (grid[, j]) begin
      if (j == 1) continue;
      count += 10 + j;
    end
    // CHECK: 22
    $display(count);
    for (int i = 0; i < 3; i++) begin
      foreach (grid[, j]) begin
        if (j == 1) break;
        count += 100;
      end
      count += 1000;
    end
    // CHECK-NEXT: 3322
    $display(count);
    foreach (v[, b]) begin
      if (b == 2) break;
      count++;
    end
    // CHECK-NEXT: 3323
    $display(count);
  end
endmodule
