// File list of the RISC-V example; paths are relative to this file (use -F).
rv32im_pkg.sv
muldiv.sv
rv32im.sv
soc.sv
tb.sv
