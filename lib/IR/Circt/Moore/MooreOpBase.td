//===- MooreOpBase.td - classes shared by the op files ---------*- tablegen -*-===//
#ifndef CIRCTSIM_IR_CIRCT_MOORE_MOOREOPBASE_TD
#define CIRCTSIM_IR_CIRCT_MOORE_MOOREOPBASE_TD

include "IR/Circt/Moore/MooreTypes.td"
include "mlir/IR/CommonAttrConstraints.td"
include "mlir/IR/CommonTypeConstraints.td"
include "mlir/IR/EnumAttr.td"
include "mlir/IR/OpAsmInterface.td"
include "mlir/IR/RegionKindInterface.td"
include "mlir/IR/SymbolInterfaces.td"
include "mlir/Interfaces/ControlFlowInterfaces.td"
include "mlir/Interfaces/FunctionInterfaces.td"
include "mlir/Interfaces/InferTypeOpInterface.td"
include "mlir/Interfaces/SideEffectInterfaces.td"

/// An operation whose syntax is a format.
class MooreOp<string mnemonic, string what, dag operands, dag produced, string syntax,
              list<Trait> traits = []> : Op<MooreDialect, mnemonic, traits> {
  let summary = what;
  let arguments = operands;
  let results = produced;
  let assemblyFormat = syntax;
}
/// An operation whose syntax is written in C++, or follows in the body.
class MooreCustomOp<string mnemonic, string what, list<Trait> traits = []>
    : Op<MooreDialect, mnemonic, traits> {
  let summary = what;
}

/// A keyword and the number that stands for it in the generic form.
class MooreKeyword<string name, int number, string spelling>
    : I32EnumAttrCase<name, number, spelling>;
class MooreKeywords<string name, string what, list<MooreKeyword> keywords>
    : I32EnumAttr<name, what, keywords> {
  let cppNamespace = "::circtsim::circt::moore";
}

/// The operation checks the symbols it names.
defvar usesSymbols = DeclareOpInterfaceMethods<SymbolUserOpInterface>;
/// Results are printed under the name that the operation declares.
defvar namesResults = DeclareOpInterfaceMethods<OpAsmOpInterface, ["getAsmResultNames"]>;

// --- Relations between types -------------------------------------------------------

defvar moore = "::circtsim::circt::moore::";

/// `rule`, a function of types, makes the type of `to` from that of `from`. It
/// is none of the dialect's types if the type of `from` is not as it should be.
class Related<string what, string from, string to, string rule>
    : TypesMatchWith<what, from, to, !strconcat(moore, rule, "($_self)")>;
class RelatedIfPresent<string what, string from, string to, string rule>
    : OptionalTypesMatchWith<what, from, to, !strconcat(moore, rule, "($_self)")>;

class BitOfDomain<string of>
    : Related<"result is single bit matching input domain", of, "result", "bitOf">;
class VectorOf<string vector, string packed>
    : Related<vector # " type is simple bit vector equivalent of " # packed, vector, packed,
              "vectorOf">;
class SameDomain<list<string> values> : AllMatchSameOperatorTrait<values,
  !strconcat("::llvm::cast<", moore, "UnpackedType>($_self.getType()).getDomain()"), "domain">;

#endif
