//===- HWTypes.td - types of hardware values ----------------------*- tablegen -*-===//
//
// The types, and the constraints that operations of this and other dialects put on
// operands. Constraints look through type aliases.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_IR_CIRCT_HW_TYPES_TD
#define CIRCTSIM_IR_CIRCT_HW_TYPES_TD

include "mlir/IR/AttrTypeBase.td"
include "mlir/IR/BuiltinAttributeInterfaces.td"
include "IR/Circt/HW/HWDialect.td"

class HWTypeDef<string name, string mnem> : TypeDef<HWDialect, name> {
  let mnemonic = mnem;
}

def HWIntTypeDef : HWTypeDef<"Int", "int"> {
  let summary = "integer whose width is a parameter expression of type i32";
  let parameters = (ins "::mlir::TypedAttr":$width);
  let skipDefaultBuilders = 1;
  let hasCustomAssemblyFormat = 1;
  let extraClassDeclaration = [{
    /// The builtin integer type if the width is known.
    static ::mlir::Type get(::mlir::TypedAttr width);
  }];
}

class HWArrayTypeDef<string name, string mnem> : HWTypeDef<name, mnem> {
  let parameters = (ins "::mlir::Type":$elementType, "::mlir::Attribute":$sizeAttr);
  let assemblyFormat = "`<` custom<HWArray>($sizeAttr, $elementType) `>`";
  let genVerifyDecl = 1;
  let builders = [TypeBuilderWithInferredContext<(ins "::mlir::Type":$elementType,
                                                      "uint64_t":$size), [{
    auto *context = elementType.getContext();
    auto size64 = ::mlir::IntegerAttr::get(::mlir::IntegerType::get(context, 64), int64_t(size));
    return $_get(context, elementType, size64);
  }]>];
  let extraClassDeclaration = [{
    /// Number of elements; nothing if it depends on a parameter.
    std::optional<uint64_t> getKnownSize() const {
      if (auto size = ::llvm::dyn_cast<::mlir::IntegerAttr>(getSizeAttr()))
        return size.getValue().getZExtValue();
      return std::nullopt;
    }
  }];
}
def HWArrayTypeDefPacked : HWArrayTypeDef<"Array", "array"> {
  let summary = "packed array; the first element printed is the most significant";
}
def HWUnpackedArrayTypeDef : HWArrayTypeDef<"UnpackedArray", "uarray"> {
  let summary = "unpacked array";
}

def HWInOutTypeDef : HWTypeDef<"InOut", "inout"> {
  let summary = "place that can be read and written";
  let parameters = (ins "::mlir::Type":$elementType);
  let assemblyFormat = "`<` custom<HWElementType>($elementType) `>`";
  let genVerifyDecl = 1;
  let builders = [TypeBuilderWithInferredContext<(ins "::mlir::Type":$elementType), [{
    return $_get(elementType.getContext(), elementType);
  }]>];
}

class HWFieldsTypeDef<string name, string mnem> : HWTypeDef<name, mnem> {
  let parameters = (ins ArrayRefParameter<"::circtsim::circt::hw::FieldInfo">:$elements);
  let hasCustomAssemblyFormat = 1;
  let extraClassDeclaration = [{
    /// Position of the field of that name.
    std::optional<uint32_t> getFieldIndex(::llvm::StringRef name) const {
      return indexOfField(getElements(), name);
    }
  }];
}
def HWStructTypeDef : HWFieldsTypeDef<"Struct", "struct"> {
  let summary = "packed structure, first field most significant";
}
def HWUnionTypeDef : HWFieldsTypeDef<"Union", "union"> {
  let summary = "packed union; fields may lie above bit 0";
}

def HWEnumTypeDef : HWTypeDef<"Enum", "enum"> {
  let summary = "enumeration; the encoding is the position";
  let parameters = (ins "::mlir::ArrayAttr":$fields);
  let hasCustomAssemblyFormat = 1;
  let extraClassDeclaration = [{
    std::optional<uint32_t> indexOf(::llvm::StringRef field) const;
  }];
}

def HWTypeAliasTypeDef : HWTypeDef<"TypeAlias", "typealias"> {
  let summary = "named type";
  let parameters = (ins "::mlir::SymbolRefAttr":$ref, "::mlir::Type":$innerType);
  let assemblyFormat = "`<` $ref `,` $innerType `>`";
}

def HWModuleTypeDef : HWTypeDef<"Module", "modty"> {
  let summary = "ports of a module in order";
  let parameters = (ins ArrayRefParameter<"::circtsim::circt::hw::ModulePort">:$ports);
  let hasCustomAssemblyFormat = 1;
  let genVerifyDecl = 1;
  let extraClassDeclaration = [{
    /// Inputs and inouts (as !hw.inout), in order: the operands of an instance.
    ::llvm::SmallVector<::mlir::Type> getInputTypes() const;
    ::llvm::SmallVector<::mlir::Attribute> getInputNames() const;
    ::llvm::SmallVector<::mlir::Type> getOutputTypes() const;
    ::llvm::SmallVector<::mlir::Attribute> getOutputNames() const;
  }];
}

def HWStringTypeDef : HWTypeDef<"String", "string"> {
  let summary = "text";
}

// --- Constraints -------------------------------------------------------------------

class HWConstraint<string predicate, string summary>
    : DialectType<HWDialect, CPred<"::circtsim::circt::hw::" # predicate>, summary>;

def HWIntegerType : HWConstraint<"isHWIntegerType($_self)", "a signless integer bitvector">;
def HWValueType : HWConstraint<"isHWValueType($_self)", "a known primitive element">;
def HWNonInOutType : HWConstraint<"hasNoInOut($_self)", "a type without inout">;
def HWInOutType : HWConstraint<"isOf<::circtsim::circt::hw::InOutType>($_self)", "InOutType">;
class HWInOutTypeOf<list<Type> allowed>
  : ContainerType<AnyTypeOf<allowed>, HWInOutType.predicate,
      "::circtsim::circt::hw::as<::circtsim::circt::hw::InOutType>($_self).getElementType()",
      "InOutType">;
def HWArrayType : HWConstraint<"isOf<::circtsim::circt::hw::ArrayType>($_self)", "an ArrayType">;
def HWUnpackedArrayType
  : HWConstraint<"isOf<::circtsim::circt::hw::UnpackedArrayType>($_self)",
                 "an Unpacked ArrayType">;
def HWStructType
  : HWConstraint<"isOf<::circtsim::circt::hw::StructType>($_self)", "a StructType">;
def HWUnionType : HWConstraint<"isOf<::circtsim::circt::hw::UnionType>($_self)", "a UnionType">;
def HWEnumType : HWConstraint<"isOf<::circtsim::circt::hw::EnumType>($_self)", "a EnumType">;
def HWAggregateType : HWConstraint<"isConstantAggregate($_self)", "an ArrayType or StructType">;
def HWStringType
  : HWConstraint<"isOf<::circtsim::circt::hw::StringType>($_self)", "a HW string">,
    BuildableType<"::circtsim::circt::hw::StringType::get($_builder.getContext())">;

#endif
