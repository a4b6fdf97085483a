//===- CsimAttrs.td - enumerations and attributes --------------*- tablegen -*-===//
//
// The enumerations have the numbers of their twins in Model/Code.h and
// Model/DesignImage.h; Bytecode/Gen asserts it.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_IR_CSIMATTRS_TD
#define CIRCTSIM_IR_CSIMATTRS_TD

include "mlir/IR/EnumAttr.td"
include "mlir/IR/BuiltinAttributeInterfaces.td"
include "CsimTypes.td"

class CsimEnum<string name, string doc, list<I32EnumAttrCase> cases>
    : I32EnumAttr<name, doc, cases> {
  let cppNamespace = "::circtsim::csim";
  let genSpecializedAttr = 0;
}
class CsimEnumAttr<I32EnumAttr e, string mnem> : EnumAttr<CsimDialect, e, mnem> {
  let assemblyFormat = "$value";
}
class Case<string sym, int value, string str> : I32EnumAttrCase<sym, value, str>;

def NetKind : CsimEnum<"NetKind", "variable or net type (LRM 6.6)", [
  Case<"Variable", 0, "variable">, Case<"Wire", 1, "wire">, Case<"Tri", 2, "tri">,
  Case<"Wand", 3, "wand">, Case<"Wor", 4, "wor">, Case<"Triand", 5, "triand">,
  Case<"Trior", 6, "trior">, Case<"Tri0", 7, "tri0">, Case<"Tri1", 8, "tri1">,
  Case<"Trireg", 9, "trireg">, Case<"Supply0", 10, "supply0">, Case<"Supply1", 11, "supply1">,
  Case<"Uwire", 12, "uwire">, Case<"User", 13, "user">]>;
def NetKindAttr : CsimEnumAttr<NetKind, "net">;

def ScopeKind : CsimEnum<"ScopeKind", "kind of a scope", [
  Case<"Module", 0, "module">, Case<"Generate", 1, "generate">, Case<"Begin", 2, "begin">,
  Case<"Fork", 3, "fork">, Case<"Task", 4, "task">, Case<"Function", 5, "function">,
  Case<"Package", 6, "package">, Case<"Interface", 7, "interface">,
  Case<"Program", 8, "program">]>;
def ScopeKindAttr : CsimEnumAttr<ScopeKind, "scope_kind">;

def ProcessKind : CsimEnum<"ProcessKind", "kind of a process (LRM 9.2, 10.3)", [
  Case<"Initial", 0, "initial">, Case<"Always", 1, "always">,
  Case<"AlwaysComb", 2, "always_comb">, Case<"AlwaysLatch", 3, "always_latch">,
  Case<"AlwaysFF", 4, "always_ff">, Case<"Assign", 5, "assign">, Case<"Final", 6, "final">,
  Case<"Port", 7, "port">]>;
def ProcessKindAttr : CsimEnumAttr<ProcessKind, "process_kind">;

def PortDirection : CsimEnum<"PortDirection", "direction of a port", [
  Case<"Input", 0, "input">, Case<"Output", 1, "output">, Case<"Inout", 2, "inout">,
  Case<"Ref", 3, "ref">, Case<"Interface", 4, "interface">]>;
def PortDirectionAttr : CsimEnumAttr<PortDirection, "direction">;

def Edge : CsimEnum<"Edge", "edge of an event control (LRM 9.4.2)", [
  Case<"AnyChange", 0, "any">, Case<"Pos", 1, "posedge">, Case<"Neg", 2, "negedge">,
  Case<"Both", 3, "edge">, Case<"NamedEvent", 4, "event">]>;
def EdgeAttr : CsimEnumAttr<Edge, "edge">;

def JoinKind : CsimEnum<"JoinKind", "join of a fork (LRM 9.3.2)", [
  Case<"All", 0, "all">, Case<"Any", 1, "any">, Case<"None", 2, "none">]>;
def JoinKindAttr : CsimEnumAttr<JoinKind, "join">;

def ArgKind : CsimEnum<"ArgKind", "kind of a system task argument", [
  Case<"Missing", 0, "missing">, Case<"Bits", 1, "bits">, Case<"Logic", 2, "logic">,
  Case<"Real", 3, "real">, Case<"String", 4, "string">, Case<"Handle", 5, "handle">,
  Case<"Ref", 6, "ref">, Case<"Literal", 7, "literal">, Case<"Scope", 8, "scope">,
  Case<"TypeArg", 9, "type">, Case<"Thunk", 10, "thunk">]>;

class CsimAttr<string name, string mnem, list<Trait> traits = []>
    : AttrDef<CsimDialect, name, traits> {
  let mnemonic = mnem;
}

def LogicAttr : CsimAttr<"Logic", "logic", [TypedAttrInterface]> {
  let summary = "four-state constant, printed as a sized literal";
  let description = [{
    `#csim.logic<"8'b10xz0011">`. Planes as everywhere: 0 = (0,0), 1 = (1,0),
    Z = (0,1), X = (1,1); both APInts have the width of the type.
  }];
  let parameters = (ins "::circtsim::csim::LogicType":$type, APIntParameter<"a plane">:$value,
                        APIntParameter<"b plane">:$unknown);
  let hasCustomAssemblyFormat = 1;
  let genVerifyDecl = 1;
  let skipDefaultBuilders = 1;
  let builders = [
    AttrBuilder<(ins "const ::llvm::APInt &":$value, "const ::llvm::APInt &":$unknown), [{
      return $_get($_ctxt, LogicType::get($_ctxt, value.getBitWidth()), value, unknown);
    }]>,
    AttrBuilder<(ins "const ::llvm::APInt &":$value), [{
      return $_get($_ctxt, LogicType::get($_ctxt, value.getBitWidth()), value,
                   ::llvm::APInt::getZero(value.getBitWidth()));
    }]>,
    AttrBuilder<(ins "unsigned":$width, "uint64_t":$value), [{
      return get($_ctxt, ::llvm::APInt(width, value, false, true));
    }]>
  ];
  let extraClassDeclaration = [{
    unsigned getWidth() const { return getType().getWidth(); }
    /// No x or z bit.
    bool isKnown() const { return getUnknown().isZero(); }
    bool isZero() const { return isKnown() && getValue().isZero(); }
    static LogicAttr getAllX(::mlir::MLIRContext *context, unsigned width);
    static LogicAttr getAllZ(::mlir::MLIRContext *context, unsigned width);
    /// The sized literal, e.g. 8'h3f or 4'b10xz, without quotes.
    std::string str() const;
    /// The inverse of str(); also accepts 'd for known values and '_'. Null on bad text.
    static LogicAttr parseLiteral(::mlir::MLIRContext *context, ::llvm::StringRef text);
  }];
}

def EventTermAttr : CsimAttr<"EventTerm", "event_term"> {
  let summary = "term of a static sensitivity list";
  let description = [{
    `<@x, posedge>`, `<@x, any bits(4, 2)>`, `<@mem, any path[3] bits(0, 1)>`.
    Bits [lo, lo+width) (width 0: the whole object) of the signal, port or
    external signal, after following `path`: constant storage positions of
    unpacked elements and members.
  }];
  let parameters = (ins "::mlir::FlatSymbolRefAttr":$signal, "::circtsim::csim::Edge":$edge,
                        DefaultValuedParameter<"uint32_t", "0">:$lo,
                        DefaultValuedParameter<"uint32_t", "0">:$width,
                        OptionalArrayRefParameter<"int64_t">:$path);
  let hasCustomAssemblyFormat = 1;
}

def ArgAttr : CsimAttr<"Arg", "arg"> {
  let summary = "what an argument of a system task is";
  let description = [{
    Kinds bits, logic, real, string, handle and ref take the next operand; the
    others take none. `type`: declared type; `text`: text of a literal, path of a
    scope, else the source text; `symbol`: the function of a thunk, or the
    signal that a plain signal argument names.
  }];
  let parameters = (ins "::circtsim::csim::ArgKind":$kind,
                        DefaultValuedParameter<"bool", "false">:$isSigned,
                        OptionalParameter<"::mlir::Type">:$type,
                        OptionalParameter<"::mlir::StringAttr">:$text,
                        OptionalParameter<"::mlir::SymbolRefAttr">:$symbol);
  let assemblyFormat = [{
    `<` $kind (`,` struct($isSigned, $type, $text, $symbol)^)? `>`
  }];
  let extraClassDeclaration = [{
    /// Whether the argument consumes an operand of the call.
    bool takesOperand() const {
      return getKind() >= ArgKind::Bits && getKind() <= ArgKind::Ref;
    }
  }];
}
def ArgArrayAttr : TypedArrayAttrBase<ArgAttr, "argument descriptions">;
def EventTermArrayAttr : TypedArrayAttrBase<EventTermAttr, "event terms">;

#endif
