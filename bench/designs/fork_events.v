// Processes and events: a ring of nodes hands tokens on through named events, and
// a parent forks children with different delays and joins them.
`timescale 1ns / 1ns

module fork_events;
  parameter NODES = 100;
  parameter HOPS = 500000;
  parameter FORKS = 100000;

  integer hops = 0;
  integer joined = 0;
  integer children = 0;
  integer turn;
  reg [31:0] checksum = 0;
  event finished;

  // One process per node: waits for its event, passes the token on.
  genvar g;
  generate
    for (g = 0; g < NODES; g = g + 1) begin : nodes
      integer seen = 0;
      event token;
      always @(token) begin
        seen = seen + 1;
        hops = hops + 1;
        checksum = checksum * 31 + g;
        if (hops >= HOPS) -> finished;
        else #1 -> nodes[(g + 7) % NODES].token;
      end
    end
  endgenerate

  initial begin
    $display("start");
    #1 -> nodes[0].token;
    @(finished);
    for (turn = 0; turn < FORKS; turn = turn + 1) begin
      fork
        #1 children = children + 1;
        #3 children = children + 1;
        begin
          #1 children = children + 1;
          #1 children = children + 1;
        end
        #(turn % 4) children = children + 1;
      join
      joined = joined + 1;
    end
    $display("%0s fork_events: %0d hops, %0d joins, %0d children, time %0d, %h",
             hops == HOPS && joined == FORKS && children == 5 * FORKS ? "PASS" : "FAIL", hops,
             joined, children, $time, checksum);
    $finish(0);
  end
endmodule
