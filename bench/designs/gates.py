#!/usr/bin/env python3
"""Writes a netlist of primitive gates with unit delays: an array multiplier.

    gates.py OUTPUT [--bits N] [--vectors N]

The multiplier of N by N bits has about 6 N^2 gates (N = 40: 9,500). Carries ripple
through rows of full adders, so every input vector causes many more events than
gates. The test bench compares each product with the operator `*`.
"""

import argparse


class Netlist:
    def __init__(self):
        self.lines = []
        self.wires = 0

    def gate(self, kind, *inputs):
        """Adds a gate and returns the name of its output."""
        out = f"w{self.wires}"
        self.wires += 1
        self.lines.append(f"  {kind} #1 g{len(self.lines)} ({out}, {', '.join(inputs)});")
        return out

    def halfAdder(self, a, b):
        return self.gate("xor", a, b), self.gate("and", a, b)

    def fullAdder(self, a, b, c):
        partial, carry1 = self.halfAdder(a, b)
        total, carry2 = self.halfAdder(partial, c)
        return total, self.gate("or", carry1, carry2)

    def multiply(self, bits):
        """Returns the names of the product's bits, the lowest first."""
        row = [self.gate("and", "a[0]", f"b[{i}]") for i in range(bits)]
        product, top = [], None
        for j in range(1, bits):
            product.append(row[0])
            addend = [self.gate("and", f"a[{j}]", f"b[{i}]") for i in range(bits)]
            upper = row[1:] + ([top] if top else [])
            row, carry = [], None
            for i, bit in enumerate(addend):
                operands = [bit] + upper[i:i + 1] + ([carry] if carry else [])
                if len(operands) == 3:
                    total, carry = self.fullAdder(*operands)
                elif len(operands) == 2:
                    total, carry = self.halfAdder(*operands)
                else:
                    total = operands[0]
                row.append(total)
            top = carry
        return product + row + [top]


BENCH = """
module gates;
  reg [{high}:0] a, b;
  wire [{phigh}:0] p;
  reg [{phigh}:0] expected, sum;
  reg [63:0] seed;
  integer i, wrong;

  multiplier dut (p, a, b);

  function [63:0] next(input [63:0] s);
    reg [63:0] t;
    begin
      t = s ^ (s << 13);
      t = t ^ (t >> 7);
      next = t ^ (t << 17);
    end
  endfunction

  initial begin
    $display("start");
    seed = 64'h9E3779B97F4A7C15;
    sum = 0;
    wrong = 0;
    for (i = 0; i < {vectors}; i = i + 1) begin
      seed = next(seed);
      a = seed;
      seed = next(seed);
      b = seed;
      #{settle};
      expected = a;
      expected = expected * b;
      if (p !== expected) wrong = wrong + 1;
      sum = sum ^ p ^ (sum << 1);
    end
    $display("%0s gates: {count} gates, {vectors} vectors, %0d wrong, %h",
             wrong == 0 ? "PASS" : "FAIL", wrong, sum);
    $finish(0);
  end
endmodule
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("output")
    parser.add_argument("--bits", type=int, default=40)
    parser.add_argument("--vectors", type=int, default=40)
    options = parser.parse_args()
    bits = options.bits
    netlist = Netlist()
    product = netlist.multiply(bits)
    width = 2 * bits
    with open(options.output, "w", encoding="utf-8") as file:
        file.write("`timescale 1ns / 1ns\n")
        file.write(f"module multiplier (p, a, b);\n  output [{width - 1}:0] p;\n"
                   f"  input [{bits - 1}:0] a, b;\n")
        for wire in range(netlist.wires):
            file.write(f"  wire w{wire};\n")
        file.write("\n".join(netlist.lines) + "\n")
        for index, wire in enumerate(product):
            file.write(f"  buf b{index} (p[{index}], {wire});\n")
        file.write("endmodule\n")
        file.write(BENCH.format(high=bits - 1, phigh=width - 1, vectors=options.vectors,
                                settle=8 * bits, count=len(netlist.lines)))


if __name__ == "__main__":
    main()
