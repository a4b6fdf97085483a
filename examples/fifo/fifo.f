// File list of the FIFO example; paths are relative to this file (use -F).
fifo.sv
tb.sv
