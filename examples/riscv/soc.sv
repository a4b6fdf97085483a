// A system around the core: RAM at 0, and memory-mapped devices:
//   0x1000_0000  write: one character to the UART
//   0x1000_1000  read: cycle counter, low word
//   0x1000_2000  write: end of the program with this exit code
module soc #(
    parameter int Words = 16384
) (
    input  logic        clk,
    input  logic        rst,
    output logic        uartValid,
    output logic [7:0]  uartData,
    output logic        exitValid,
    output logic [31:0] exitCode,
    output logic        trap,
    output logic [63:0] retired
);
  logic        valid, write, ready;
  logic [31:0] addr, wdata, rdata;
  logic [3:0]  strobe;

  rv32im u_core (
      .clk, .rst, .memValid(valid), .memWrite(write), .memAddr(addr), .memWdata(wdata),
      .memStrobe(strobe), .memReady(ready), .memRdata(rdata), .trap, .retired
  );

  logic [31:0] ram[Words];
  logic [31:0] timer;
  wire isRam = addr[31:28] == 4'h0;
  wire [1:0] device = addr[13:12];
  wire [$clog2(Words)-1:0] index = addr[$clog2(Words)+1:2];

  assign ready = valid;
  assign rdata = isRam ? ram[index] : (device == 2'd1) ? timer : 32'd0;

  always_ff @(posedge clk) begin
    uartValid <= 1'b0;
    exitValid <= 1'b0;
    if (rst) timer <= '0;
    else begin
      timer <= timer + 1;
      if (valid && write && isRam) begin
        for (int i = 0; i < 4; i++)
          if (strobe[i]) ram[index][8*i+:8] <= wdata[8*i+:8];
      end
      if (valid && write && !isRam) begin
        case (device)
          2'd0: begin
            uartValid <= 1'b1;
            uartData <= wdata[7:0];
          end
          2'd2: begin
            exitValid <= 1'b1;
            exitCode <= wdata;
          end
          default: ;
        endcase
      end
    end
  end
endmodule
