// Encodings of RV32IM shared by the core and its units (RISC-V ISA manual 20191213).
package rv32im_pkg;
  typedef enum logic [6:0] {
    OpLoad   = 7'b0000011,
    OpMisc   = 7'b0001111,
    OpImm    = 7'b0010011,
    OpAuipc  = 7'b0010111,
    OpStore  = 7'b0100011,
    OpReg    = 7'b0110011,
    OpLui    = 7'b0110111,
    OpBranch = 7'b1100011,
    OpJalr   = 7'b1100111,
    OpJal    = 7'b1101111,
    OpSystem = 7'b1110011
  } opcode_t;

  typedef enum logic [2:0] {
    F3AddSub = 3'b000,
    F3Sll    = 3'b001,
    F3Slt    = 3'b010,
    F3Sltu   = 3'b011,
    F3Xor    = 3'b100,
    F3Srx    = 3'b101,
    F3Or     = 3'b110,
    F3And    = 3'b111
  } alu_funct_t;

  typedef struct packed {
    logic [6:0] funct7;
    logic [4:0] rs2;
    logic [4:0] rs1;
    logic [2:0] funct3;
    logic [4:0] rd;
    logic [6:0] opcode;
  } instruction_t;

  function automatic logic [31:0] immI(input logic [31:0] i);
    return {{20{i[31]}}, i[31:20]};
  endfunction
  function automatic logic [31:0] immS(input logic [31:0] i);
    return {{20{i[31]}}, i[31:25], i[11:7]};
  endfunction
  function automatic logic [31:0] immB(input logic [31:0] i);
    return {{19{i[31]}}, i[31], i[7], i[30:25], i[11:8], 1'b0};
  endfunction
  function automatic logic [31:0] immU(input logic [31:0] i);
    return {i[31:12], 12'b0};
  endfunction
  function automatic logic [31:0] immJ(input logic [31:0] i);
    return {{11{i[31]}}, i[31], i[19:12], i[20], i[30:21], 1'b0};
  endfunction
endpackage
