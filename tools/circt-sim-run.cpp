//===- circt-sim-run.cpp - runs saved images -------------------------------===//
#include "Driver/Run/SavedImage.h"

int main(int argc, char **argv) { return circtsim::driver::runCirctSimRun(argc, argv); }
