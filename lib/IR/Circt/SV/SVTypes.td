//===- SVTypes.td - types and attributes of sv --------------------------*- tablegen -*-===//
#ifndef CIRCTSIM_IR_CIRCT_SV_TYPES_TD
#define CIRCTSIM_IR_CIRCT_SV_TYPES_TD

include "mlir/IR/AttrTypeBase.td"
include "mlir/IR/EnumAttr.td"
include "IR/Circt/HW/HWTypes.td"

def SVDialect : Dialect {
  let name = "sv";
  let summary = "statements and declarations of SystemVerilog";
  let cppNamespace = "::circtsim::circt::sv";
  let useDefaultTypePrinterParser = 1;
  let useDefaultAttributePrinterParser = 1;
  let dependentDialects = ["::circtsim::circt::hw::HWDialect"];
  let extraClassDeclaration = [{
  private:
    void registerTypes();
    void registerAttributes();
  public:
  }];
}

class SVTypeDef<string name, string mnem> : TypeDef<SVDialect, name> { let mnemonic = mnem; }
def SVOpenArrayType : SVTypeDef<"UnpackedOpenArray", "open_uarray"> {
  let parameters = (ins "::mlir::Type":$elementType);
  let assemblyFormat = "`<` $elementType `>`";
}
def SVInterfaceType : SVTypeDef<"Interface", "interface"> {
  let parameters = (ins "::mlir::FlatSymbolRefAttr":$interface);
  let assemblyFormat = "`<` $interface `>`";
}
def SVModportType : SVTypeDef<"Modport", "modport"> {
  let parameters = (ins "::mlir::SymbolRefAttr":$modport);
  let assemblyFormat = "`<` $modport `>`";
}

class SVEnum<string name, string doc, list<I32EnumAttrCase> cases>
    : I32EnumAttr<name, doc, cases> {
  let cppNamespace = "::circtsim::circt::sv";
}
class SVEnumOfAttr<string name, string doc, list<I32EnumAttrCase> cases>
    : SVEnum<name, doc, cases> {
  let genSpecializedAttr = 0;
}
class SVCase<string sym, int value, string str> : I32EnumAttrCase<sym, value, str>;

def SVEventControl : SVEnum<"EventControl", "edge", [
  SVCase<"AtPosEdge", 0, "posedge">, SVCase<"AtNegEdge", 1, "negedge">,
  SVCase<"AtEdge", 2, "edge">]>;
def SVResetType : SVEnum<"ResetType", "reset of an alwaysff", [
  SVCase<"NoReset", 0, "noreset">, SVCase<"SyncReset", 1, "syncreset">,
  SVCase<"AsyncReset", 2, "asyncreset">]>;
def SVCaseStyle : SVEnum<"CaseStyle", "kind of case statement", [
  SVCase<"Case", 0, "case">, SVCase<"CaseX", 1, "casex">, SVCase<"CaseZ", 2, "casez">]>;
def SVQualifier : SVEnumOfAttr<"ValidationQualifier", "check of a case statement", [
  SVCase<"Plain", 0, "plain">, SVCase<"Unique", 1, "unique">, SVCase<"Unique0", 2, "unique0">,
  SVCase<"Priority", 3, "priority">]>;
def SVQualifierAttr : EnumAttr<SVDialect, SVQualifier, "validation_qualifier">;
def SVMemBase : SVEnum<"MemBaseType", "base of numbers in a memory file", [
  SVCase<"MemBaseBin", 0, "MemBaseBin">, SVCase<"MemBaseHex", 1, "MemBaseHex">]>;
def SVIncludeStyle : SVEnumOfAttr<"IncludeStyle", "quotes or brackets", [
  SVCase<"Local", 0, "local">, SVCase<"System", 1, "system">]>;
def SVIncludeStyleAttr : EnumAttr<SVDialect, SVIncludeStyle, "include_style">;
def SVDefer : SVEnum<"DeferAssert", "when an assertion is evaluated", [
  SVCase<"Immediate", 0, "immediate">, SVCase<"Observed", 1, "observed">,
  SVCase<"Final", 2, "final">]>;
def SVModportDirection : SVEnumOfAttr<"ModportDirection", "direction in a modport", [
  SVCase<"input", 0, "input">, SVCase<"output", 1, "output">, SVCase<"inout", 2, "inout">]>;
def SVModportDirectionAttr : EnumAttr<SVDialect, SVModportDirection, "modport_direction">;

class SVAttrDef<string name, string mnem> : AttrDef<SVDialect, name> { let mnemonic = mnem; }
def SVMacroIdentAttr : SVAttrDef<"MacroIdent", "macro.ident"> {
  let parameters = (ins "::mlir::FlatSymbolRefAttr":$ident);
  let assemblyFormat = "$ident";
}
def SVAttributeAttr : SVAttrDef<"SVAttribute", "attribute"> {
  let parameters = (ins "::mlir::StringAttr":$name, "::mlir::StringAttr":$expression,
                        "bool":$emitAsComment);
  let hasCustomAssemblyFormat = 1;
}
def SVCaseExprPatternAttr : SVAttrDef<"CaseExprPattern", "expr">;
def SVModportStructAttr : SVAttrDef<"ModportStruct", "mod_port"> {
  let parameters = (ins "::circtsim::circt::sv::ModportDirectionAttr":$direction,
                        "::mlir::FlatSymbolRefAttr":$signal);
  let assemblyFormat = "`<` struct(params) `>`";
}

#endif
