//===- CsimTypes.td - types of values, storage and declarations -*- tablegen -*-===//
#ifndef CIRCTSIM_IR_CSIMTYPES_TD
#define CIRCTSIM_IR_CSIMTYPES_TD

include "mlir/IR/AttrTypeBase.td"
include "CsimDialect.td"

class CsimType<string name, string mnem, list<Trait> traits = []>
    : TypeDef<CsimDialect, name, traits> {
  let mnemonic = mnem;
}

// --- Values -------------------------------------------------------------------

def LogicType : CsimType<"Logic", "logic"> {
  let summary = "four-state packed value of `width` bits (width >= 1)";
  let parameters = (ins "unsigned":$width);
  let assemblyFormat = "`<` $width `>`";
  let genVerifyDecl = 1;
}
def StringType : CsimType<"String", "string"> {
  let summary = "SystemVerilog string (LRM 6.16)";
}
def EventType : CsimType<"Event", "event"> {
  let summary = "named event handle (LRM 15.5)";
}
def CHandleType : CsimType<"CHandle", "chandle"> {
  let summary = "foreign pointer (LRM 6.14)";
}
def ClassHandleType : CsimType<"ClassHandle", "class"> {
  let summary = "handle of an object of the named class (LRM 8)";
  let parameters = (ins "::mlir::StringAttr":$name);
  let assemblyFormat = "`<` $name `>`";
}
def InstanceHandleType : CsimType<"InstanceHandle", "instance_handle"> {
  let summary = "handle of an instance of the named module, or null (LRM 25.9)";
  let parameters = (ins "::mlir::StringAttr":$module);
  let assemblyFormat = "`<` $module `>`";
}
def RefType : CsimType<"Ref", "ref"> {
  let summary = "reference to storage of type `pointee`";
  let parameters = (ins "::mlir::Type":$pointee);
  let assemblyFormat = "`<` $pointee `>`";
  let builders = [TypeBuilderWithInferredContext<(ins "::mlir::Type":$pointee), [{
    return $_get(pointee.getContext(), pointee);
  }]>];
  let genVerifyDecl = 1;
}

// --- Storage ------------------------------------------------------------------

def UArrayType : CsimType<"UArray", "uarray"> {
  let summary = "fixed unpacked array of `count` elements, declared [left:right]";
  let description = "Position 0 in storage is the element of the left bound.";
  let parameters = (ins "uint64_t":$count, "::mlir::Type":$element, "int32_t":$left,
                        "int32_t":$right);
  let assemblyFormat = "`<` $count `x` $element `,` $left `,` $right `>`";
  let builders = [TypeBuilderWithInferredContext<
      (ins "::mlir::Type":$element, "int32_t":$left, "int32_t":$right), [{
    uint64_t span = left > right ? int64_t(left) - right : int64_t(right) - left;
    return $_get(element.getContext(), span + 1, element, left, right);
  }]>];
  let genVerifyDecl = 1;
}
def UStructType : CsimType<"UStruct", "ustruct"> {
  let summary = "unpacked structure";
  let parameters = (ins "::mlir::StringAttr":$name, ArrayRefParameter<"StructField">:$fields);
  let assemblyFormat = "`<` $name `,` custom<StructFields>($fields) `>`";
}
def UUnionType : CsimType<"UUnion", "uunion"> {
  let summary = "unpacked union; all members at offset 0";
  let parameters = (ins "::mlir::StringAttr":$name, ArrayRefParameter<"StructField">:$fields);
  let assemblyFormat = "`<` $name `,` custom<StructFields>($fields) `>`";
}
def DynArrayType : CsimType<"DynArray", "dynarray"> {
  let summary = "dynamic array handle (LRM 7.5)";
  let parameters = (ins "::mlir::Type":$element);
  let assemblyFormat = "`<` $element `>`";
}
def QueueType : CsimType<"Queue", "queue"> {
  let summary = "queue handle (LRM 7.10); `bound` is the largest index, or -1";
  let parameters = (ins "::mlir::Type":$element, "int64_t":$bound);
  let assemblyFormat = "`<` $element `,` $bound `>`";
}
def AssocType : CsimType<"Assoc", "assoc"> {
  let summary = "associative array handle (LRM 7.8)";
  let parameters = (ins "::mlir::Type":$element, "::mlir::Type":$key);
  let assemblyFormat = "`<` $element `,` $key `>`";
}

// --- Descriptions (source_type of declarations, types of system task arguments) --

def PackedType : CsimType<"Packed", "packed"> {
  let summary = "packed array dimension [left:right] of `element`, for declarations";
  let description = [{
    `element` is i1, !csim.logic<1> or another packed description; `name` is what
    $typename prints, or empty.
  }];
  let parameters = (ins "::mlir::StringAttr":$name, "::mlir::Type":$element, "int32_t":$left,
                        "int32_t":$right, "bool":$isSigned);
  let assemblyFormat = [{
    `<` $name `,` $element `,` $left `,` $right `,` custom<Signedness>($isSigned) `>`
  }];
}
def EnumDescType : CsimType<"EnumDesc", "enum"> {
  let summary = "enumeration over `base`, for declarations";
  let parameters = (ins "::mlir::StringAttr":$name, "::mlir::Type":$base,
                        ArrayRefParameter<"EnumMember">:$members);
  let assemblyFormat = "`<` $name `,` $base `,` custom<EnumMembers>($members) `>`";
}
def PStructType : CsimType<"PStruct", "pstruct"> {
  let summary = "packed structure or union over `base`, members at bit offsets, for declarations";
  let parameters = (ins "::mlir::StringAttr":$name, "::mlir::Type":$base, "bool":$isSigned,
                        ArrayRefParameter<"PackedField">:$fields);
  let assemblyFormat = [{
    `<` $name `,` $base `,` custom<Signedness>($isSigned) `,` custom<PackedFields>($fields) `>`
  }];
}

// --- Constraints ----------------------------------------------------------------

def Logic1 : Type<CPred<"::circtsim::csim::isLogic($_self, 1)">, "one-bit logic",
                  "::circtsim::csim::LogicType">,
             BuildableType<"::circtsim::csim::LogicType::get($_builder.getContext(), 1)">;
def AnyInstanceHandle : Type<CPred<"::llvm::isa<::circtsim::csim::InstanceHandleType>($_self)">,
                             "handle of an instance", "::circtsim::csim::InstanceHandleType">;

def IntOrLogic : AnyTypeOf<[AnySignlessInteger, LogicType], "integer or logic">;
def IntLogicOrReal : AnyTypeOf<[AnySignlessInteger, LogicType, F64], "integer, logic or real">;
def HandleLike : Type<CPred<"::circtsim::csim::isHandle($_self)">, "handle">;
/// What an SSA value of a variable may be: fits in registers.
def ScalarType : Type<CPred<"::circtsim::csim::isScalar($_self)">,
                      "integer, logic, real, string or handle">;

#endif
