//===- circt-verilog.cpp - SystemVerilog to MLIR ----------------------------===//
#include "Driver/Driver.h"

int main(int argc, char **argv) { return circtsim::driver::runCirctVerilog(argc, argv); }
