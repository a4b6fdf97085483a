//===- HW.td - everything of hw ------------------------------------*- tablegen -*-===//
include "IR/Circt/HW/HWOps.td"
