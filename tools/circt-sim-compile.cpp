//===- circt-sim-compile.cpp - designs to native code, ahead of time -------===//
#include "Driver/Driver.h"

int main(int argc, char **argv) { return circtsim::driver::runCirctSimCompile(argc, argv); }
