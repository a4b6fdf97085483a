// A small RV32IM core: fetch, execute, memory and multiply/divide states over
// one valid/ready memory port. No interrupts; `ebreak`/`ecall` raise `trap`.
module rv32im
  import rv32im_pkg::*;
#(
    parameter logic [31:0] ResetPc = 32'h0000_0000
) (
    input  logic        clk,
    input  logic        rst,
    output logic        memValid,
    output logic        memWrite,
    output logic [31:0] memAddr,
    output logic [31:0] memWdata,
    output logic [3:0]  memStrobe,
    input  logic        memReady,
    input  logic [31:0] memRdata,
    output logic        trap,
    output logic [63:0] retired
);
  typedef enum logic [2:0] {Fetch, Execute, Memory, MulDiv, Trap} state_t;

  state_t       state;
  logic [31:0]  pc;
  instruction_t instr;
  logic [31:0]  regs[32];
  logic [31:0]  loadAddr;

  wire [31:0] rs1 = (instr.rs1 == 0) ? 32'd0 : regs[instr.rs1];
  wire [31:0] rs2 = (instr.rs2 == 0) ? 32'd0 : regs[instr.rs2];

  // ALU.
  wire        isReg = instr.opcode == OpReg;
  wire [31:0] aluB = isReg ? rs2 : immI(instr);
  logic [31:0] aluResult;
  always_comb begin
    case (instr.funct3)
      F3AddSub: aluResult = (isReg && instr.funct7[5]) ? rs1 - aluB : rs1 + aluB;
      F3Sll:    aluResult = rs1 << aluB[4:0];
      F3Slt:    aluResult = {31'b0, $signed(rs1) < $signed(aluB)};
      F3Sltu:   aluResult = {31'b0, rs1 < aluB};
      F3Xor:    aluResult = rs1 ^ aluB;
      F3Srx:    aluResult = instr.funct7[5] ? $signed(rs1) >>> aluB[4:0] : rs1 >> aluB[4:0];
      F3Or:     aluResult = rs1 | aluB;
      default:  aluResult = rs1 & aluB;
    endcase
  end

  // Branches.
  logic taken;
  always_comb begin
    case (instr.funct3)
      3'b000:  taken = rs1 == rs2;
      3'b001:  taken = rs1 != rs2;
      3'b100:  taken = $signed(rs1) < $signed(rs2);
      3'b101:  taken = $signed(rs1) >= $signed(rs2);
      3'b110:  taken = rs1 < rs2;
      3'b111:  taken = rs1 >= rs2;
      default: taken = 1'b0;
    endcase
  end

  // Multiply and divide.
  wire         isMulDiv = isReg && instr.funct7 == 7'b0000001;
  logic        mdStart, mdDone;
  logic [31:0] mdResult;
  assign mdStart = state == Execute && isMulDiv;
  muldiv u_muldiv (
      .clk, .rst, .start(mdStart), .funct3(instr.funct3), .a(rs1), .b(rs2), .done(mdDone), .result(mdResult)
  );

  // Memory port: instruction fetch, loads and stores.
  wire [31:0] dataAddr = rs1 + ((instr.opcode == OpStore) ? immS(instr) : immI(instr));
  always_comb begin
    memValid = state == Fetch || state == Memory;
    memWrite = state == Memory && instr.opcode == OpStore;
    memAddr = (state == Fetch) ? pc : {dataAddr[31:2], 2'b00};
    memStrobe = 4'b0000;
    memWdata = rs2;
    if (memWrite) begin
      case (instr.funct3[1:0])
        2'b00: begin
          memStrobe = 4'b0001 << dataAddr[1:0];
          memWdata = {4{rs2[7:0]}};
        end
        2'b01: begin
          memStrobe = dataAddr[1] ? 4'b1100 : 4'b0011;
          memWdata = {2{rs2[15:0]}};
        end
        default: memStrobe = 4'b1111;
      endcase
    end
  end

  // Load alignment and extension.
  logic [31:0] loadData;
  wire [31:0] shifted = memRdata >> {dataAddr[1:0], 3'b000};
  always_comb begin
    case (instr.funct3)
      3'b000:  loadData = {{24{shifted[7]}}, shifted[7:0]};
      3'b001:  loadData = {{16{shifted[15]}}, shifted[15:0]};
      3'b100:  loadData = {24'b0, shifted[7:0]};
      3'b101:  loadData = {16'b0, shifted[15:0]};
      default: loadData = memRdata;
    endcase
  end

  task automatic retire(input logic writes, input logic [31:0] value, input logic [31:0] next);
    if (writes && instr.rd != 0) regs[instr.rd] <= value;
    pc <= next;
    retired <= retired + 1;
    state <= Fetch;
  endtask

  assign trap = state == Trap;

  always_ff @(posedge clk) begin
    if (rst) begin
      state <= Fetch;
      pc <= ResetPc;
      retired <= '0;
    end else begin
      case (state)
        Fetch: if (memReady) begin
          instr <= memRdata;
          state <= Execute;
        end
        Execute:
          case (instr.opcode)
            OpLui:    retire(1, immU(instr), pc + 4);
            OpAuipc:  retire(1, pc + immU(instr), pc + 4);
            OpJal:    retire(1, pc + 4, pc + immJ(instr));
            OpJalr:   retire(1, pc + 4, (rs1 + immI(instr)) & ~32'd1);
            OpBranch: retire(0, 'x, taken ? pc + immB(instr) : pc + 4);
            OpLoad, OpStore: state <= Memory;
            OpImm:    retire(1, aluResult, pc + 4);
            OpReg:    if (isMulDiv) state <= MulDiv; else retire(1, aluResult, pc + 4);
            OpMisc:   retire(0, 'x, pc + 4);
            default:  state <= Trap;
          endcase
        Memory: if (memReady) retire(instr.opcode == OpLoad, loadData, pc + 4);
        MulDiv: if (mdDone) retire(1, mdResult, pc + 4);
        default: state <= Trap;
      endcase
    end
  end
endmodule
