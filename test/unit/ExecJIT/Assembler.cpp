//===- Assembler.cpp - the interpreter tests' assembler, once more ------------===//
#include "../Interp/Assembler.cpp"
