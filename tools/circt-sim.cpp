//===- circt-sim.cpp - the simulator's main -------------------------------===//
#include "Driver/Driver.h"

int main(int argc, char **argv) { return circtsim::driver::runCirctSim(argc, argv); }
