// The M extension: a one-cycle multiplier and a 32-step restoring divider.
// `start` is a one-cycle pulse; `done` is high for one cycle with `result`.
module muldiv (
    input  logic        clk,
    input  logic        rst,
    input  logic        start,
    input  logic [2:0]  funct3,
    input  logic [31:0] a,
    input  logic [31:0] b,
    output logic        done,
    output logic [31:0] result
);
  logic        busy;
  logic [5:0]  count;
  logic [31:0] divisor, quotient, dividend;
  logic [32:0] remainder;
  logic        negQuotient, negRemainder, wantRemainder;

  wire signedA = (funct3 == 3'b001) || (funct3 == 3'b010);
  wire signedB = (funct3 == 3'b001);
  wire signed [32:0] mulA = {signedA & a[31], a};
  wire signed [32:0] mulB = {signedB & b[31], b};
  wire signed [65:0] product = mulA * mulB;

  wire isSignedDiv = ~funct3[0];
  wire [32:0] step = {remainder[31:0], dividend[31]};
  wire [32:0] diff = step - {1'b0, divisor};

  always_ff @(posedge clk) begin
    done <= 1'b0;
    if (rst) begin
      busy <= 1'b0;
      count <= '0;
    end else if (start && !funct3[2]) begin
      done <= 1'b1;
      result <= (funct3 == 3'b000) ? product[31:0] : product[63:32];
    end else if (start) begin
      busy <= 1'b1;
      count <= 6'd32;
      remainder <= '0;
      quotient <= '0;
      wantRemainder <= funct3[1];
      dividend <= (isSignedDiv && a[31]) ? -a : a;
      divisor <= (isSignedDiv && b[31]) ? -b : b;
      negQuotient <= isSignedDiv && (a[31] != b[31]) && (b != 0);
      negRemainder <= isSignedDiv && a[31];
    end else if (busy && count != 0) begin
      count <= count - 1'b1;
      dividend <= dividend << 1;
      remainder <= diff[32] ? step : diff;
      quotient <= {quotient[30:0], ~diff[32]};
    end else if (busy) begin
      busy <= 1'b0;
      done <= 1'b1;
      if (wantRemainder) result <= negRemainder ? -remainder[31:0] : remainder[31:0];
      else result <= negQuotient ? -quotient : quotient;
    end
  end
endmodule
