//===- MooreTypes.td - data types of SystemVerilog -------------*- tablegen -*-===//
//
// IEEE 1800-2023 clauses 6 to 8. Packed types have a known layout of bits unless
// they hold an open array; every packed type is an unpacked type too.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_IR_CIRCT_MOORE_MOORETYPES_TD
#define CIRCTSIM_IR_CIRCT_MOORE_MOORETYPES_TD

include "IR/Circt/Moore/MooreDialect.td"

class MooreTypeDef<string name, string keyword, string what, string base>
    : TypeDef<MooreDialect, name, [], base> {
  let mnemonic = keyword;
  let summary = what;
}
class MoorePacked<string name, string keyword, string what>
    : MooreTypeDef<name, keyword, what, "::circtsim::circt::moore::PackedType">;
class MooreUnpacked<string name, string keyword, string what>
    : MooreTypeDef<name, keyword, what, "::circtsim::circt::moore::UnpackedType">;

// --- Types without parts -----------------------------------------------------------

def VoidType : MoorePacked<"Void", "void", "the SystemVerilog `void` type">;
def StringType : MooreUnpacked<"String", "string", "the SystemVerilog `string` type">;
def ChandleType : MooreUnpacked<"Chandle", "chandle", "the SystemVerilog `chandle` type">;
def EventType : MooreUnpacked<"Event", "event", "the SystemVerilog `event` type">;
def NullType : MooreUnpacked<"Null", "null", "the type of the literal `null`">;
def TimeType : MoorePacked<"Time", "time", "the SystemVerilog `time` and `realtime` type">;
def FormatStringType
    : MooreTypeDef<"FormatString", "format_string", "a format string type", "::mlir::Type">;
def ScanStringType
    : MooreTypeDef<"ScanString", "scan_string", "a scan cursor type", "::mlir::Type">;
def ClassHandleType : MooreUnpacked<"ClassHandle", "class",
    "Class object handle type, pointing to an object on the heap."> {
  let parameters = (ins "::mlir::SymbolRefAttr":$classSym);
  let assemblyFormat = "`<` $classSym `>`";
}

/// `iN` and `lN`.
def IntType : TypeDef<MooreDialect, "Int", [], "::circtsim::circt::moore::PackedType"> {
  let typeName = "moore.int";
  let summary = "a simple bit vector type";
  let parameters = (ins "unsigned":$width, "::circtsim::circt::moore::Domain":$domain);
}
/// `f32` and `f64`.
def RealType : TypeDef<MooreDialect, "Real", [], "::circtsim::circt::moore::UnpackedType"> {
  let typeName = "moore.real";
  let summary = "a SystemVerilog real type";
  let parameters = (ins "::circtsim::circt::moore::RealWidth":$width);
}

// --- Arrays ------------------------------------------------------------------------

class MooreElements<string elementClass> {
  dag parts = (ins elementClass:$elementType);
  string sized = "`<` $size `x` $elementType `>`";
  string open = "`<` $elementType `>`";
}
defvar packedElement = MooreElements<"PackedType">;
defvar unpackedElement = MooreElements<"UnpackedType">;

def ArrayType : MoorePacked<"Array", "array", "a packed array type"> {
  let parameters = !con((ins "unsigned":$size), packedElement.parts);
  let assemblyFormat = packedElement.sized;
}
def OpenArrayType : MoorePacked<"OpenArray", "open_array", "a packed open array type"> {
  let parameters = packedElement.parts;
  let assemblyFormat = packedElement.open;
}
def UnpackedArrayType : MooreUnpacked<"UnpackedArray", "uarray", "an unpacked array type"> {
  let parameters = !con((ins "unsigned":$size), unpackedElement.parts);
  let assemblyFormat = unpackedElement.sized;
}
def OpenUnpackedArrayType
    : MooreUnpacked<"OpenUnpackedArray", "open_uarray", "an open unpacked array type"> {
  let parameters = unpackedElement.parts;
  let assemblyFormat = unpackedElement.open;
}
def AssocArrayType
    : MooreUnpacked<"AssocArray", "assoc_array", "an associative array type"> {
  let parameters = !con(unpackedElement.parts,
                        (ins "UnpackedType":$indexType));
  let assemblyFormat = "`<` $elementType `,` $indexType `>`";
}
/// A bound of 0 is none.
def QueueType : MooreUnpacked<"Queue", "queue", "a queue type"> {
  let parameters = !con(unpackedElement.parts, (ins "unsigned":$bound));
  let assemblyFormat = "`<` $elementType `,` $bound `>`";
}

// --- Structures, unions, references ------------------------------------------------

class MooreMembers {
  dag parts = (ins ArrayRefParameter<"::circtsim::circt::moore::StructLikeMember">:$members);
  string syntax = "`<` custom<Members>($members) `>`";
  code methods = [{
    /// Type of the member of that name; null if there is none.
    UnpackedType getMemberType(::llvm::StringRef name) const {
      return typeOfMember(getMembers(), name);
    }
  }];
}
class MoorePackedMembers<string name, string keyword, string what>
    : MoorePacked<name, keyword, what> {
  let parameters = MooreMembers<>.parts;
  let assemblyFormat = MooreMembers<>.syntax;
  let extraClassDeclaration = MooreMembers<>.methods;
  let genVerifyDecl = 1;
  let extraClassDefinition = [{
    ::llvm::LogicalResult $cppClass::verify(
        ::llvm::function_ref<::mlir::InFlightDiagnostic()> emitError,
        ::llvm::ArrayRef<StructLikeMember> members) {
      return verifyPackedMembers(emitError, members);
    }
  }];
}
class MooreUnpackedMembers<string name, string keyword, string what>
    : MooreUnpacked<name, keyword, what> {
  let parameters = MooreMembers<>.parts;
  let assemblyFormat = MooreMembers<>.syntax;
  let extraClassDeclaration = MooreMembers<>.methods;
}
def StructType : MoorePackedMembers<"Struct", "struct", "a packed struct type">;
def UnionType : MoorePackedMembers<"Union", "union", "a packed union type">;
def UnpackedStructType
    : MooreUnpackedMembers<"UnpackedStruct", "ustruct", "an unpacked struct type">;
def UnpackedUnionType
    : MooreUnpackedMembers<"UnpackedUnion", "uunion", "an unpacked union type">;

def RefType : MooreUnpacked<"Ref", "ref", ""> {
  let parameters = (ins "UnpackedType":$nestedType);
  let assemblyFormat = "`<` $nestedType `>`";
  let builders = [TypeBuilderWithInferredContext<
      (ins "UnpackedType":$nestedType), [{
    return $_get(nestedType.getContext(), nestedType);
  }]>];
}

// --- Constraints -------------------------------------------------------------------

class MooreConstraint<string condition, string what, string cppClass>
    : DialectType<MooreDialect, CPred<condition>, what,
                  "::circtsim::circt::moore::" # cppClass>;
class MooreOneOf<list<Type> types, string what, string cppClass = "UnpackedType">
    : DialectType<MooreDialect, Or<!foreach(type, types, type.predicate)>, what,
                  "::circtsim::circt::moore::" # cppClass>;

def MooreAnyPacked : MooreConstraint<
  "::llvm::isa<::circtsim::circt::moore::PackedType>($_self)", "packed type", "PackedType">;
def MooreAnyUnpacked : MooreConstraint<
  "::llvm::isa<::circtsim::circt::moore::UnpackedType>($_self)", "unpacked type", "UnpackedType">;
def MooreSizedPacked : MooreConstraint<
  "::circtsim::circt::moore::isSizedPacked($_self)", "packed type with known size", "PackedType">;
def MooreModuleType : DialectType<MooreDialect,
  CPred<"::llvm::isa<::circtsim::circt::hw::ModuleType>($_self)">, "module type",
  "::circtsim::circt::hw::ModuleType">;

class MooreIntOf<string arguments, string what>
    : MooreConstraint<"::circtsim::circt::moore::isIntType($_self, " # arguments # ")", what,
                      "IntType">;
defvar twoValued = "::circtsim::circt::moore::Domain::TwoValued";
defvar fourValued = "::circtsim::circt::moore::Domain::FourValued";
def MooreVector : MooreConstraint<"::llvm::isa<::circtsim::circt::moore::IntType>($_self)",
                                  "simple bit vector type", "IntType">;
def MooreAnyBit : MooreIntOf<"1", "single bit type">;
def MooreTwoValued : MooreIntOf<twoValued, "two-valued integer type">;
def MooreFourValued : MooreIntOf<fourValued, "four-valued integer type">;

/// Types of one width and domain; results of them need not be spelled.
class MooreFixedInt<int width, string domain, string what>
    : MooreIntOf<width # ", " # domain, what>,
      BuildableType<"::circtsim::circt::moore::IntType::get($_builder.getContext(), " # width #
                    ", " # domain # ")">;
def MooreBit : MooreFixedInt<1, twoValued, "`bit` type">;
def MooreByte : MooreFixedInt<8, twoValued, "8-bit two-valued integer type">;
def MooreInt32 : MooreFixedInt<32, twoValued, "32-bit two-valued integer type">;
def MooreInt64 : MooreFixedInt<64, twoValued, "64-bit two-valued integer type">;
def MooreLogic32 : MooreFixedInt<32, fourValued, "32-bit four-valued integer type">;
def MooreLogic64 : MooreFixedInt<64, fourValued, "64-bit four-valued integer type">;

class MooreFixedReal<int width, string what>
    : MooreConstraint<"::circtsim::circt::moore::isRealType($_self, " # width # ")", what,
                      "RealType">,
      BuildableType<"::circtsim::circt::moore::RealType::get($_builder.getContext(), "
                    "::circtsim::circt::moore::RealWidth::f" # width # ")">;
def MooreShortReal : MooreFixedReal<32, "32-bit real type, aka. shortreal">;
def MooreLongReal : MooreFixedReal<64, "64-bit real type, aka. real">;

def MooreAnyArray
    : MooreOneOf<[ArrayType, UnpackedArrayType], "packed or unpacked static array type">;
def MooreAnyStruct
    : MooreOneOf<[StructType, UnpackedStructType], "packed or unpacked struct type">;
def MooreHandle : DialectType<MooreDialect,
  Or<[ChandleType.predicate, ClassHandleType.predicate, NullType.predicate]>,
  "Nullable handle type">;

class MooreRefOf<Type target> : ConfinedType<RefType, [SubstLeaves<"$_self",
    "::llvm::cast<::circtsim::circt::moore::RefType>($_self).getNestedType()", target.predicate>],
  "ref of " # target.summary, "::circtsim::circt::moore::RefType">;
def MooreStringRef : MooreRefOf<StringType>;
def MooreAnyStructRef : MooreRefOf<MooreAnyStruct>;
def MooreQueueRef : MooreRefOf<QueueType>;
def MooreAssocRef : MooreRefOf<AssocArrayType>;
def MooreInt32Ref : MooreRefOf<MooreInt32>, BuildableType<
  !strconcat("::circtsim::circt::moore::RefType::get(::circtsim::circt::moore::IntType::get("
  "$_builder.getContext(), 32, ", twoValued, "))")>;

// --- Attributes --------------------------------------------------------------------

def FVIntegerAttr : AttrDef<MooreDialect, "FVInteger"> {
  let mnemonic = "fvint";
  let summary = "an integer with unknown bits";
  let parameters = (ins "::circtsim::circt::moore::FourState":$value);
  let hasCustomAssemblyFormat = 1;
}

#endif
