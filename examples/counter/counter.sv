module counter #(parameter int Width = 4) (
  input  logic             clk, rst, enable,
  output logic [Width-1:0] count
);
  always_ff @(posedge clk)
    if (rst) count <= '0;
    else if (enable) count <= count + 1'b1;
endmodule

module tb;
  logic clk = 0, rst = 1, enable = 0;
  logic [3:0] count;

  counter dut (.*);
  always #5 clk = ~clk;

  initial begin
    $monitor("%0t: rst=%b enable=%b count=%0d", $time, rst, enable, count);
    #12 rst = 0;
    enable = 1;
    #30 enable = 0;
    #20;
    if (count !== 3) $error("count is %0d, not 3", count);
    $finish;
  end
endmodule
