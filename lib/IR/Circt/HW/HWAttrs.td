//===- HWAttrs.td - parameters, inner symbols, output files --------*- tablegen -*-===//
#ifndef CIRCTSIM_IR_CIRCT_HW_ATTRS_TD
#define CIRCTSIM_IR_CIRCT_HW_ATTRS_TD

include "mlir/IR/AttrTypeBase.td"
include "mlir/IR/BuiltinAttributeInterfaces.td"
include "mlir/IR/CommonAttrConstraints.td"
include "IR/Circt/HW/HWDialect.td"

class HWAttrDef<string name, string mnem, list<Trait> traits = []>
    : AttrDef<HWDialect, name, traits> {
  let mnemonic = mnem;
  let hasCustomAssemblyFormat = 1;
}

def HWInnerSymPropsAttr : HWAttrDef<"InnerSymProperties", "innerSymProps"> {
  let summary = "name of a part of an operation or port, part 0 being the whole";
  let parameters = (ins "::mlir::StringAttr":$name, "uint64_t":$fieldID,
                        "::mlir::StringAttr":$symVisibility);
  let genVerifyDecl = 1;
}
def InnerSymAttr : HWAttrDef<"InnerSym", "innerSym"> {
  let summary = "names inside of a module";
  let parameters = (ins ArrayRefParameter<"InnerSymPropertiesAttr">:$props);
}
def InnerRefAttr : HWAttrDef<"InnerRef", "innerNameRef"> {
  let summary = "reference to a name inside of a module: <@module::@name>";
  let parameters = (ins "::mlir::FlatSymbolRefAttr":$moduleRef, "::mlir::StringAttr":$name);
}
def NameRefAttr : Attr<CPred<[{
    ::llvm::isa<::mlir::FlatSymbolRefAttr, ::circtsim::circt::hw::InnerRefAttr>($_self)}]>,
    "name reference attribute"> {
  let returnType = "::mlir::Attribute";
  let convertFromStorage = "$_self";
  let valueType = NoneType;
}
def NameRefArrayAttr : TypedArrayAttrBase<NameRefAttr, "name reference array attribute">;

def OutputFileAttr : HWAttrDef<"OutputFile", "output_file"> {
  let summary = "file that text is written to";
  let parameters = (ins "::mlir::StringAttr":$filename, "::mlir::BoolAttr":$excludeFromFilelist,
                        "::mlir::BoolAttr":$includeReplicatedOps);
}

def ParamDeclAttr : HWAttrDef<"ParamDecl", "param.decl", [TypedAttrInterface]> {
  let summary = "parameter: default value of a module's, value of an instance's";
  let parameters = (ins "::mlir::StringAttr":$name, AttributeSelfTypeParameter<"">:$type,
                        "::mlir::Attribute":$value);
}
def ParamDeclArrayAttr : TypedArrayAttrBase<ParamDeclAttr, "parameter array attribute">;

def ParamDeclRefAttr : HWAttrDef<"ParamDeclRef", "param.decl.ref", [TypedAttrInterface]> {
  let summary = "value of a parameter of the module";
  let parameters = (ins "::mlir::StringAttr":$name, AttributeSelfTypeParameter<"">:$type);
}
def ParamVerbatimAttr : HWAttrDef<"ParamVerbatim", "param.verbatim", [TypedAttrInterface]> {
  let summary = "source text as the value of a parameter";
  let parameters = (ins "::mlir::StringAttr":$value, AttributeSelfTypeParameter<"">:$type);
}
def ParamExprAttr : HWAttrDef<"ParamExpr", "param.expr", [TypedAttrInterface]> {
  let summary = "operation on parameter values; written #hw.param.expr.<operation>";
  let parameters = (ins "::circtsim::circt::hw::PEO":$opcode,
                        ArrayRefParameter<"::mlir::TypedAttr">:$operands,
                        AttributeSelfTypeParameter<"">:$type);
  let skipDefaultBuilders = 1;
  let extraClassDeclaration = [{
    /// The operation on `operands`, folded as far as they are known: the result
    /// need not be an expression.
    static ::mlir::TypedAttr get(PEO opcode, ::llvm::ArrayRef<::mlir::TypedAttr> operands);
  private:
    static ParamExprAttr getUnfolded(PEO opcode, ::llvm::ArrayRef<::mlir::TypedAttr> operands,
                                     ::mlir::Type type);
  public:
  }];
}
def EnumFieldAttr : HWAttrDef<"EnumField", "enum.field"> {
  let summary = "member of an enumeration";
  let parameters = (ins "::mlir::StringAttr":$field, "::mlir::TypeAttr":$type);
  let extraClassDeclaration = [{
    /// Null, with an error at `loc`, if the type has no such member.
    static EnumFieldAttr getAt(::mlir::Location loc, ::mlir::StringAttr field,
                               ::mlir::Type type);
  }];
}

#endif
