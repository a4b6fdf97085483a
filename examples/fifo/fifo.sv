// A synchronous FIFO of any width and depth.
//
// `data` shows the oldest entry whenever `empty` is low (first word falls
// through). A push into a full FIFO and a pop from an empty one are ignored; a
// push and a pop in the same cycle are both honoured unless the FIFO is full or
// empty.
module fifo #(
  parameter int Width = 8,
  parameter int Depth = 8
) (
  input  logic             clk,
  input  logic             rst,
  input  logic             push,
  input  logic [Width-1:0] pushData,
  input  logic             pop,
  output logic [Width-1:0] data,
  output logic             empty,
  output logic             full,
  output logic [$clog2(Depth):0] level
);
  localparam int PointerWidth = Depth > 1 ? $clog2(Depth) : 1;
  localparam logic [PointerWidth-1:0] Last = Depth - 1;

  logic [Width-1:0] entries[0:Depth-1];
  logic [PointerWidth-1:0] head, tail;
  logic doPush, doPop;

  assign empty = level == 0;
  assign full = level == Depth;
  assign data = entries[head];
  assign doPush = push && !full;
  assign doPop = pop && !empty;

  function automatic logic [PointerWidth-1:0] next(input logic [PointerWidth-1:0] pointer);
    return pointer == Last ? '0 : pointer + 1'b1;
  endfunction

  always_ff @(posedge clk) begin
    if (rst) begin
      head <= '0;
      tail <= '0;
      level <= '0;
    end else begin
      if (doPush) begin
        entries[tail] <= pushData;
        tail <= next(tail);
      end
      if (doPop) head <= next(head);
      if (doPush && !doPop) level <= level + 1'b1;
      if (doPop && !doPush) level <= level - 1'b1;
    end
  end
endmodule
