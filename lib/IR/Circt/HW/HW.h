//===- HW.h - the hw dialect --------------------------------------*- C++ -*-===//
//
// Types, attributes and operations of hw, and questions about its types and
// modules that other dialects and the importer ask.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_IR_CIRCT_HW_HW_H
#define CIRCTSIM_IR_CIRCT_HW_HW_H

#include "IR/Circt/Common.h"

namespace circtsim::circt::hw {

/// Field of a structure or union; `offset` in bits is for unions.
struct FieldInfo {
  mlir::StringAttr name;
  mlir::Type type;
  size_t offset = 0;
  friend bool operator==(const FieldInfo &, const FieldInfo &) = default;
};
/// Port of a module. The type of an inout port is what it carries.
struct ModulePort {
  enum Direction { Input, Output, InOut };
  mlir::StringAttr name;
  mlir::Type type;
  Direction dir = Input;
  friend bool operator==(const ModulePort &, const ModulePort &) = default;
};
inline llvm::hash_code hash_value(const FieldInfo &f) {
  return llvm::hash_combine(f.name, f.type, f.offset);
}
inline llvm::hash_code hash_value(const ModulePort &p) {
  return llvm::hash_combine(p.name, p.type, unsigned(p.dir));
}

std::optional<uint32_t> indexOfField(llvm::ArrayRef<FieldInfo> fields, llvm::StringRef name);

/// The type behind aliases, at every level.
mlir::Type canonicalType(mlir::Type type);
/// Bits of a value of the type; nothing if unknown or not a value of hardware.
std::optional<uint64_t> bitWidthOf(mlir::Type type);
bool isHWIntegerType(mlir::Type type);
bool isHWValueType(mlir::Type type);
bool hasNoInOut(mlir::Type type);
bool isConstantAggregate(mlir::Type type);
/// Whether a value of `index` selects among the elements of array type `array`.
bool indexFits(mlir::Type index, mlir::Type array);

} // namespace circtsim::circt::hw

#include "IR/Circt/HW/HWDialect.h.inc"
#include "IR/Circt/HW/HWEnums.h.inc"

#define GET_TYPEDEF_CLASSES
#include "IR/Circt/HW/HWTypes.h.inc"

#define GET_ATTRDEF_CLASSES
#include "IR/Circt/HW/HWAttrs.h.inc"

namespace circtsim::circt::hw {

/// The type as a T if it is one or an alias of one, else null.
template <typename T>
T as(mlir::Type type) {
  while (auto alias = llvm::dyn_cast_if_present<TypeAliasType>(type))
    type = alias.getInnerType();
  return llvm::dyn_cast_if_present<T>(type);
}
template <typename T>
bool isOf(mlir::Type type) {
  return bool(as<T>(type));
}

/// Type of a module-like operation (`module_type`), null for others.
ModuleType moduleTypeOf(mlir::Operation *op);

/// A symbol's name: `@x`, or a list of `<@x, part, visibility>`.
inline constexpr llvm::StringLiteral InnerSymName = "inner_sym";

/// `in %a : i1, out b : i2, inout %c : i3`, each with attributes and location.
struct ParsedPort : mlir::OpAsmParser::Argument {
  ModulePort::Direction dir = ModulePort::Input;
  std::string name;
  mlir::Type portType;
};
mlir::ParseResult parsePortSignature(mlir::OpAsmParser &p,
                                     llvm::SmallVectorImpl<ParsedPort> &ports, ModuleType &type);
/// `body` may be empty; `attrs` may be null, else it has one dictionary per port,
/// `locations` (possibly empty) a location per port.
void printPortSignature(mlir::OpAsmPrinter &p, mlir::Region *body, ModuleType type,
                        mlir::ArrayAttr attrs, llvm::ArrayRef<mlir::Location> locations);
/// `<name: type = value, ...>`, or nothing.
mlir::ParseResult parseOptionalParameterList(mlir::OpAsmParser &p, mlir::ArrayAttr &parameters);
void printOptionalParameterList(mlir::OpAsmPrinter &p, mlir::Operation *op,
                                mlir::ArrayAttr parameters);

/// The type with references to `parameters` replaced by their values. Failure, with
/// an error at `loc` if there is one, if a parameter has no value.
mlir::FailureOr<mlir::Type> substituteParameters(mlir::Type type, mlir::ArrayAttr parameters,
                                                 std::optional<mlir::Location> loc);
mlir::FailureOr<mlir::TypedAttr> substituteParameters(mlir::TypedAttr value,
                                                      mlir::ArrayAttr parameters,
                                                      std::optional<mlir::Location> loc);
/// Verifies a parameter value that `user` mentions inside of `module`.
mlir::LogicalResult verifyParameterValue(mlir::Attribute value, mlir::Operation *module,
                                         mlir::Operation *user, bool isDefault = false);
/// Verifies operands, results and parameters of an instance against the module.
mlir::LogicalResult verifyInstance(mlir::Operation *instance, mlir::FlatSymbolRefAttr module,
                                   mlir::TypeRange inputs, mlir::TypeRange results,
                                   mlir::ArrayAttr inputNames, mlir::ArrayAttr resultNames,
                                   mlir::ArrayAttr parameters,
                                   mlir::SymbolTableCollection &tables);
/// Names `instance.port` for the results of an instance.
void nameInstanceResults(mlir::OpAsmSetValueNameFn setName, llvm::StringRef instance,
                         mlir::ArrayAttr names, mlir::ResultRange results);

} // namespace circtsim::circt::hw

#define GET_OP_CLASSES
#include "IR/Circt/HW/HWOps.h.inc"

#endif // CIRCTSIM_IR_CIRCT_HW_HW_H
