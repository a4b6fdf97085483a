`include "loop.svh"
