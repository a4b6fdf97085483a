// A program without a clock: sorting, a hash table with open addressing, and
// functions that call functions. Everything happens at time zero.
`timescale 1ns / 1ns

module program_bench;
  parameter ROUNDS = 6;
  parameter COUNT = 4096;
  parameter SLOTS = 16384;

  reg [31:0] data [0:COUNT-1];
  reg [31:0] keys [0:SLOTS-1];
  reg [31:0] values [0:SLOTS-1];
  reg used [0:SLOTS-1];
  reg [31:0] seed, sumBefore, sumAfter, checksum;
  integer round, i, wrong, found;

  function [31:0] next(input [31:0] s);
    reg [31:0] t;
    begin
      t = s ^ (s << 13);
      t = t ^ (t >> 17);
      next = t ^ (t << 5);
    end
  endfunction

  function [31:0] mix(input [31:0] key);
    reg [31:0] h;
    begin
      h = (key ^ (key >> 16)) * 32'h45D9F3B;
      h = (h ^ (h >> 16)) * 32'h45D9F3B;
      mix = h ^ (h >> 16);
    end
  endfunction

  // The slot that holds `key`, or the free one where it belongs.
  function integer slotOf(input [31:0] key);
    integer s;
    begin
      s = mix(key) % SLOTS;
      while (used[s] && keys[s] != key) s = (s + 1) % SLOTS;
      slotOf = s;
    end
  endfunction

  function integer gcd(input integer a, input integer b);
    integer rest;
    begin
      while (b != 0) begin
        rest = a % b;
        a = b;
        b = rest;
      end
      gcd = a;
    end
  endfunction

  // base to the power of exponent, modulo a prime below 2^16.
  function [31:0] power(input [31:0] base, input [31:0] exponent);
    begin
      power = 1;
      while (exponent != 0) begin
        if (exponent[0]) power = power * base % 65521;
        base = base * base % 65521;
        exponent = exponent >> 1;
      end
    end
  endfunction

  task shellSort;
    integer gap, j, k;
    reg [31:0] item;
    begin
      gap = COUNT / 2;
      while (gap > 0) begin
        for (j = gap; j < COUNT; j = j + 1) begin
          item = data[j];
          k = j;
          while (k >= gap && data[k >= gap ? k - gap : 0] > item) begin
            data[k] = data[k - gap];
            k = k - gap;
          end
          data[k] = item;
        end
        gap = gap / 2;
      end
    end
  endtask

  task sortRound;
    begin
      sumBefore = 0;
      for (i = 0; i < COUNT; i = i + 1) begin
        seed = next(seed);
        data[i] = seed;
        sumBefore = sumBefore + data[i];
      end
      shellSort;
      sumAfter = data[0];
      for (i = 1; i < COUNT; i = i + 1) begin
        sumAfter = sumAfter + data[i];
        if (data[i - 1] > data[i]) wrong = wrong + 1;
      end
      if (sumBefore != sumAfter) wrong = wrong + 1;
      checksum = checksum ^ mix(data[COUNT / 2]);
    end
  endtask

  task hashRound;
    integer s;
    begin
      for (i = 0; i < SLOTS; i = i + 1) used[i] = 0;
      for (i = 0; i < COUNT; i = i + 1) begin
        s = slotOf(data[i]);
        used[s] = 1;
        keys[s] = data[i];
        values[s] = i;
      end
      found = 0;
      for (i = 0; i < COUNT; i = i + 1) begin
        s = slotOf(data[i]);
        if (used[s] && data[values[s]] == data[i]) found = found + 1;
        if (used[slotOf(data[i] ^ 32'h80000001)]) checksum = checksum + 1;
      end
      if (found != COUNT) wrong = wrong + 1;
    end
  endtask

  initial begin
    $display("start");
    seed = 32'h12345678;
    checksum = 0;
    wrong = 0;
    for (round = 0; round < ROUNDS; round = round + 1) begin
      sortRound;
      hashRound;
      for (i = 1; i < 400; i = i + 1) checksum = checksum + gcd(i * 7, 3600 + round);
    end
    // Fermat: the prime's multiplicative group has this order.
    for (i = 1; i < 400; i = i + 1) if (power(i, 65520) != 1) wrong = wrong + 1;
    $display("%0s program: %0d rounds, %0d wrong, %h", wrong == 0 ? "PASS" : "FAIL", ROUNDS, wrong,
             checksum);
    $finish(0);
  end
endmodule
