//===- Moore.td - everything of the moore dialect --------------*- tablegen -*-===//
include "IR/Circt/Moore/MooreAggregateOps.td"
include "IR/Circt/Moore/MooreClassOps.td"
include "IR/Circt/Moore/MooreModuleOps.td"
include "IR/Circt/Moore/MooreStringOps.td"
include "IR/Circt/Moore/MooreSystemOps.td"
include "IR/Circt/Moore/MooreValueOps.td"
