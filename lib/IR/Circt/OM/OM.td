//===- OM.td - object models -------------------------------------------*- tablegen -*-===//
#ifndef CIRCTSIM_IR_CIRCT_OM_TD
#define CIRCTSIM_IR_CIRCT_OM_TD

include "mlir/IR/AttrTypeBase.td"
include "mlir/IR/BuiltinAttributeInterfaces.td"
include "mlir/IR/BuiltinAttributes.td"
include "mlir/IR/EnumAttr.td"
include "mlir/IR/OpAsmInterface.td"
include "mlir/IR/RegionKindInterface.td"
include "mlir/IR/SymbolInterfaces.td"
include "mlir/Interfaces/ControlFlowInterfaces.td"
include "mlir/Interfaces/InferTypeOpInterface.td"
include "mlir/Interfaces/SideEffectInterfaces.td"
include "IR/Circt/HW/HWAttrs.td"

def OMDialect : Dialect {
  let name = "om";
  let summary = "classes and objects that describe a design";
  let cppNamespace = "::circtsim::circt::om";
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

// --- Types and attributes ----------------------------------------------------------------

class OMTypeDef<string name, string mnem> : TypeDef<OMDialect, name> { let mnemonic = mnem; }
def OMClassType : OMTypeDef<"Class", "class.type"> {
  let parameters = (ins "::mlir::FlatSymbolRefAttr":$className);
  let assemblyFormat = "`<` $className `>`";
}
def OMListType : OMTypeDef<"List", "list"> {
  let parameters = (ins "::mlir::Type":$elementType);
  let assemblyFormat = "`<` $elementType `>`";
}
class OMPlainType<string name, string mnem> : OMTypeDef<name, mnem>,
    BuildableType<"::circtsim::circt::om::" # name # "Type::get($_builder.getContext())">;
def OMReferenceType : OMPlainType<"Reference", "ref">;
def OMSymbolRefType : OMPlainType<"SymbolRef", "sym_ref">;
def OMIntegerType : OMPlainType<"OMInteger", "integer">;
def OMStringType : OMPlainType<"String", "string">;
def OMBasePathType : OMPlainType<"BasePath", "basepath">;
def OMPathType : OMPlainType<"Path", "path">;
def OMFrozenBasePathType : OMPlainType<"FrozenBasePath", "frozenbasepath">;
def OMFrozenPathType : OMPlainType<"FrozenPath", "frozenpath">;
def OMAnyType : OMPlainType<"Any", "any">;

class OMTypedAttr<string name, string mnem> : AttrDef<OMDialect, name, [TypedAttrInterface]> {
  let mnemonic = mnem;
  let extraClassDeclaration = "::mlir::Type getType() const;";
}
def OMReferenceAttr : OMTypedAttr<"Reference", "ref"> {
  let parameters = (ins "::circtsim::circt::hw::InnerRefAttr":$innerRef);
  let assemblyFormat = "`<` $innerRef `>`";
}
def OMSymbolRefAttr : OMTypedAttr<"SymbolRef", "sym_ref"> {
  let parameters = (ins "::mlir::FlatSymbolRefAttr":$ref);
  let assemblyFormat = "`<` $ref `>`";
}
def OMListAttr : OMTypedAttr<"List", "list"> {
  let parameters = (ins "::mlir::Type":$elementType, "::mlir::ArrayAttr":$elements);
  let assemblyFormat = "`<` $elementType `,` $elements `>`";
  let genVerifyDecl = 1;
}
def OMIntegerAttr : OMTypedAttr<"Integer", "integer"> {
  let parameters = (ins "::mlir::IntegerAttr":$value);
  let assemblyFormat = "`<` $value `>`";
  let genVerifyDecl = 1;
}
def OMPathAttr : AttrDef<OMDialect, "Path"> {
  let mnemonic = "path";
  let summary = "instances from the outside: [Module:instance, ...]";
  let parameters = (ins ArrayRefParameter<"::mlir::StringAttr">:$modules,
                        ArrayRefParameter<"::mlir::StringAttr">:$instances);
  let hasCustomAssemblyFormat = 1;
}
class OMCase<string sym, int value, string str> : I32EnumAttrCase<sym, value, str>;
def OMTargetKind : I32EnumAttr<"TargetKind", "what a path leads to", [
  OMCase<"DontTouch", 0, "dont_touch">, OMCase<"Instance", 1, "instance">,
  OMCase<"MemberInstance", 2, "member_instance">,
  OMCase<"MemberReference", 3, "member_reference">, OMCase<"Reference", 4, "reference">]> {
  let cppNamespace = "::circtsim::circt::om";
}

// --- Classes ---------------------------------------------------------------------------------

class OMOp<string mnemonic, list<Trait> traits = []> : Op<OMDialect, mnemonic, traits>;
defvar OMUsesSymbols = DeclareOpInterfaceMethods<SymbolUserOpInterface>;

class OMClassLike<string mnemonic, list<Trait> traits> : OMOp<mnemonic,
    traits # [Symbol, HasOnlyGraphRegion, RegionKindInterface, IsolatedFromAbove, SingleBlock,
              DeclareOpInterfaceMethods<OpAsmOpInterface, ["getAsmBlockArgumentNames"]>]> {
  let arguments = (ins SymbolNameAttr:$sym_name, StrArrayAttr:$formalParamNames,
                       ArrayAttr:$fieldNames, DictionaryAttr:$fieldTypes);
  let regions = (region SizedRegion<1>:$body);
  let hasCustomAssemblyFormat = 1;
}
def ClassOp : OMClassLike<"class", [SingleBlockImplicitTerminator<"ClassFieldsOp">]> {
  let hasVerifier = 1;
  let hasRegionVerifier = 1;
}
def ClassExternOp : OMClassLike<"class.extern", [NoTerminator]> {
  let hasVerifier = 1;
}
def ClassFieldsOp : OMOp<"class.fields", [Terminator, ReturnLike, Pure, HasParent<"ClassOp">]> {
  let arguments = (ins Variadic<AnyType>:$fields, OptionalAttr<LocationArrayAttr>:$field_locs);
  let assemblyFormat = [{
    attr-dict ($fields^ `:` qualified(type($fields)))? custom<FieldLocs>($field_locs)
  }];
  let builders = [OpBuilder<(ins), [{ (void)$_state; }]>];
  let hasVerifier = 1;
}
class OMMakesObject<string mnemonic> : OMOp<mnemonic, [OMUsesSymbols]> {
  let results = (outs OMClassType:$result);
}
def ObjectOp : OMMakesObject<"object"> {
  let arguments = (ins FlatSymbolRefAttr:$className, Variadic<AnyType>:$actualParams);
  let assemblyFormat = [{
    $className `(` $actualParams `)` attr-dict `:` functional-type($actualParams, $result)
  }];
}
def ElaboratedObjectOp : OMMakesObject<"elaborated_object"> {
  let arguments = (ins FlatSymbolRefAttr:$className, Variadic<AnyType>:$fieldValues);
  let assemblyFormat = [{
    $className `(` $fieldValues `)` attr-dict `:` functional-type($fieldValues, $result)
  }];
}
def ObjectFieldOp : OMOp<"object.field", [Pure, OMUsesSymbols]> {
  let arguments = (ins OMClassType:$object, StrAttr:$field);
  let results = (outs AnyType:$result);
  let assemblyFormat = "$object `[` $field `]` attr-dict `:` functional-type($object, $result)";
}

// --- Values ------------------------------------------------------------------------------------

def ConstantOp : OMOp<"constant", [Pure, AllTypesMatch<["value", "result"]>]> {
  let arguments = (ins TypedAttrInterface:$value);
  let results = (outs AnyType:$result);
  let assemblyFormat = "$value attr-dict";
}
def ListCreateOp : OMOp<"list_create", [Pure, SameTypeOperands]> {
  let arguments = (ins Variadic<AnyType>:$inputs);
  let results = (outs OMListType:$result);
  let hasCustomAssemblyFormat = 1;
}
def ListConcatOp : OMOp<"list_concat", [Pure, SameOperandsAndResultType]> {
  let arguments = (ins Variadic<OMListType>:$subLists);
  let results = (outs OMListType:$result);
  let assemblyFormat = "$subLists attr-dict `:` type($result)";
}
def BasePathCreateOp : OMOp<"basepath_create", [Pure, OMUsesSymbols]> {
  let arguments = (ins OMBasePathType:$basePath, FlatSymbolRefAttr:$target);
  let results = (outs OMBasePathType:$result);
  let assemblyFormat = "$basePath $target attr-dict";
}
def PathCreateOp : OMOp<"path_create", [Pure, OMUsesSymbols]> {
  let arguments = (ins OMTargetKind:$targetKind, OMBasePathType:$basePath,
                       FlatSymbolRefAttr:$target);
  let results = (outs OMPathType:$result);
  let assemblyFormat = "$targetKind $basePath $target attr-dict";
}
def EmptyPathOp : OMOp<"path_empty", [Pure]> {
  let results = (outs OMPathType:$result);
  let assemblyFormat = "attr-dict";
}
def FrozenBasePathCreateOp : OMOp<"frozenbasepath_create", [Pure]> {
  let arguments = (ins OMFrozenBasePathType:$basePath, StrAttr:$path);
  let results = (outs OMFrozenBasePathType:$result);
  let assemblyFormat = "$basePath $path attr-dict";
}
def FrozenPathCreateOp : OMOp<"frozenpath_create", [Pure]> {
  let arguments = (ins OMTargetKind:$targetKind, OMFrozenBasePathType:$basePath, StrAttr:$path);
  let results = (outs OMFrozenPathType:$result);
  let assemblyFormat = "$targetKind $basePath $path attr-dict";
}
def FrozenEmptyPathOp : OMOp<"frozenpath_empty", [Pure]> {
  let results = (outs OMFrozenPathType:$result);
  let assemblyFormat = "attr-dict";
}
def UnknownValueOp : OMOp<"unknown", [OMUsesSymbols]> {
  let results = (outs AnyType:$result);
  let assemblyFormat = "attr-dict `:` type($result)";
}
def AnyCastOp : OMOp<"any_cast", [Pure]> {
  let arguments = (ins AnyType:$input);
  let results = (outs OMAnyType:$result);
  let assemblyFormat = "$input attr-dict `:` functional-type($input, $result)";
}
class OMBinary<string mnemonic, Type type, list<Trait> traits = []>
    : OMOp<mnemonic, [Pure, SameOperandsAndResultType] # traits> {
  let arguments = (ins type:$lhs, type:$rhs);
  let results = (outs type:$result);
  let assemblyFormat = "$lhs `,` $rhs attr-dict `:` type($result)";
}
def IntegerAddOp : OMBinary<"integer.add", OMIntegerType, [Commutative]>;
def IntegerMulOp : OMBinary<"integer.mul", OMIntegerType, [Commutative]>;
def IntegerShrOp : OMBinary<"integer.shr", OMIntegerType>;
def IntegerShlOp : OMBinary<"integer.shl", OMIntegerType>;
def IntegerAndOp : OMBinary<"integer.and", AnyInteger, [Commutative]>;
def IntegerOrOp : OMBinary<"integer.or", AnyInteger, [Commutative]>;
def IntegerXorOp : OMBinary<"integer.xor", AnyInteger, [Commutative]>;
def StringConcatOp : OMOp<"string.concat", [Pure, SameOperandsAndResultType]> {
  let arguments = (ins Variadic<OMStringType>:$strings);
  let results = (outs OMStringType:$result);
  let assemblyFormat = "$strings attr-dict `:` type($result)";
}
defvar Comparable = AnyTypeOf<[OMStringType, OMIntegerType, I1]>;
def PropEqOp : OMOp<"prop.eq", [Pure, AllTypesMatch<["lhs", "rhs"]>]> {
  let arguments = (ins Comparable:$lhs, Comparable:$rhs);
  let results = (outs I1:$result);
  let assemblyFormat = "$lhs `,` $rhs attr-dict `:` type($lhs)";
}
def PropertyAssertOp : OMOp<"property_assert"> {
  let arguments = (ins I1:$condition, OMStringType:$message);
  let assemblyFormat = "$condition `,` $message attr-dict `:` type($condition)";
}

#endif
