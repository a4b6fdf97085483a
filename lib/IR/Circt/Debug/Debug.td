//===- Debug.td - what a source language calls the values ------*- tablegen -*-===//
#ifndef CIRCTSIM_IR_CIRCT_DEBUG_DEBUG_TD
#define CIRCTSIM_IR_CIRCT_DEBUG_DEBUG_TD

include "mlir/IR/AttrTypeBase.td"
include "mlir/IR/OpBase.td"
include "mlir/Interfaces/InferTypeOpInterface.td"
include "mlir/Interfaces/SideEffectInterfaces.td"

def DebugDialect : Dialect {
  let name = "dbg";
  let cppNamespace = "::circtsim::circt::debug";
  let summary = "names, scopes and shapes of a source language";
  let description = [{
    Nothing of it has a meaning in a simulation: the operations say which values
    of the design make up which named variables of the program it came from.
  }];
  let useDefaultTypePrinterParser = 1;
}

class DebugTypeDef<string name, string keyword, string what> : TypeDef<DebugDialect, name> {
  let mnemonic = keyword;
  let summary = what;
}
def ScopeType : DebugTypeDef<"Scope", "scope", "debug scope">;
def StructType : DebugTypeDef<"Struct", "struct", "debug struct aggregate">;
def ArrayType : DebugTypeDef<"Array", "array", "debug array aggregate">;
def ValueType
    : DebugTypeDef<"Value", "value", "debug value annotated with source-language metadata">;
def EnumType : DebugTypeDef<"Enum", "enum", "debug enum value">;

class DebugOp<string mnemonic, string what, dag operands, dag produced,
              list<Trait> traits = []> : Op<DebugDialect, mnemonic, traits> {
  let summary = what;
  let arguments = operands;
  let results = produced;
}

def ScopeOp : DebugOp<"scope", "a level of the source program's hierarchy",
    (ins StrAttr:$instanceName, StrAttr:$moduleName, Optional<ScopeType>:$scope),
    (outs ScopeType:$result)> {
  let assemblyFormat = "$instanceName `,` $moduleName (`scope` $scope^)? attr-dict";
}
def VariableOp : DebugOp<"variable", "a named value of a scope",
    (ins StrAttr:$name, AnyType:$value, Optional<ScopeType>:$scope), (outs)> {
  let assemblyFormat = "$name `,` $value (`scope` $scope^)? attr-dict `:` type($value)";
}
def ValueOp : DebugOp<"value", "a value with its source type",
    (ins AnyType:$value, OptionalAttr<StrAttr>:$typeName, OptionalAttr<ArrayAttr>:$params),
    (outs ValueType:$result)> {
  let assemblyFormat = [{
    $value (`typeName` $typeName^)? (`params` $params^)? attr-dict `:` type($value)
  }];
  let hasVerifier = 1;
}
def EnumOp : DebugOp<"enum", "an integer with the names of its values",
    (ins AnyType:$value, StrAttr:$enumTypeName, DictionaryAttr:$variantsMap,
         OptionalAttr<StrAttr>:$fqn),
    (outs EnumType:$result), [Pure]> {
  let assemblyFormat = [{
    $value `,` $enumTypeName `,` $variantsMap (`fqn` $fqn^)? attr-dict `:` type($value)
  }];
  let hasVerifier = 1;
}
def StructOp : DebugOp<"struct", "named values as one",
    (ins Variadic<AnyType>:$fields, StrArrayAttr:$names), (outs StructType:$result),
    [Pure, PredOpTrait<"number of fields and names match",
                       CPred<"$fields.size() == $names.size()">>]> {
  let hasCustomAssemblyFormat = 1;
}
def ArrayOp : DebugOp<"array", "values as one, index 0 first",
    (ins Variadic<AnyType>:$elements), (outs ArrayType:$result), [Pure, SameTypeOperands]> {
  let hasCustomAssemblyFormat = 1;
}

#endif
