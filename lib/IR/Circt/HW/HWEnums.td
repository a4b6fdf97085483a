//===- HWEnums.td - enumerations of hw -----------------------------*- tablegen -*-===//
#ifndef CIRCTSIM_IR_CIRCT_HW_ENUMS_TD
#define CIRCTSIM_IR_CIRCT_HW_ENUMS_TD

include "mlir/IR/EnumAttr.td"

class HWEnum<string name, string doc, list<I32EnumAttrCase> cases>
    : I32EnumAttr<name, doc, cases> {
  let cppNamespace = "::circtsim::circt::hw";
}
class HWCase<string sym, int value, string str> : I32EnumAttrCase<sym, value, str>;

def HWParamOpcode : HWEnum<"PEO", "operation on parameters", [
  HWCase<"Add", 0, "add">, HWCase<"Mul", 1, "mul">, HWCase<"And", 2, "and">,
  HWCase<"Or", 3, "or">, HWCase<"Xor", 4, "xor">, HWCase<"Shl", 5, "shl">,
  HWCase<"ShrU", 6, "shru">, HWCase<"ShrS", 7, "shrs">, HWCase<"DivU", 8, "divu">,
  HWCase<"DivS", 9, "divs">, HWCase<"ModU", 10, "modu">, HWCase<"ModS", 11, "mods">,
  HWCase<"CLog2", 12, "clog2">, HWCase<"StrConcat", 13, "str.concat">]>;

def HWEventControl : HWEnum<"EventControl", "edge that triggers", [
  HWCase<"AtPosEdge", 0, "posedge">, HWCase<"AtNegEdge", 1, "negedge">,
  HWCase<"AtEdge", 2, "edge">]>;

#endif
