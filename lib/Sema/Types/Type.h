//===- Type.h - SystemVerilog data types ------------------------*- C++ -*-===//
//
// IEEE 1800-2023 clauses 6, 7, 8 and 25.9. Types are immutable and live in the
// TypeContext's arena. Structurally equal integral vectors, arrays and built-in
// types are uniqued, so "identical" is pointer equality after canonical();
// enumerations, structures and unions are nominal (one per declaration and
// specialisation). A typedef is an AliasType kept for messages and $typename.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_SEMA_TYPES_TYPE_H
#define CIRCTSIM_SEMA_TYPES_TYPE_H

#include "Support/SourceManager.h"
#include "Value/LogicVector.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Casting.h"

#include <cstdint>
#include <optional>
#include <string>

namespace circtsim::sema {

class BodySymbol;
class ModportSymbol;
class Scope;
class Symbol;
class TypeAliasSymbol;

enum class TypeKind : uint8_t {
  Error,     ///< result of a reported error; compatible with everything
  Void,
  Null,      ///< type of `null`
  Unbounded, ///< type of `$`
  TypeRef,   ///< a data type in the place of an expression
  // Integral types (6.11.1), first to last.
  Scalar,       ///< bit, logic, reg (one bit)
  PredefinedInt,///< byte, shortint, int, longint, integer, time
  PackedArray,
  Enum,
  PackedStruct,
  PackedUnion,
  LastIntegral = PackedUnion,
  Real,      ///< real, realtime
  ShortReal,
  String,
  Event,
  CHandle,
  Process,   ///< handle of a process (9.7)
  Semaphore, ///< and of objects of the classes of the package std (15.3, 15.4)
  Mailbox,
  UnpackedArray, ///< fixed size
  DynamicArray,
  Queue,
  AssocArray,
  UnpackedStruct,
  UnpackedUnion,
  Class,
  VirtualInterface,
  Alias,
};

/// A declared range [left:right] (7.4).
struct Range {
  int32_t left = 0, right = 0;
  uint32_t size() const {
    int64_t d = int64_t(left) - right;
    return uint32_t(d < 0 ? 1 - d : d + 1);
  }
  bool isDescending() const { return left >= right; }
  int32_t low() const { return left < right ? left : right; }
  int32_t high() const { return left < right ? right : left; }
  bool contains(int64_t i) const { return i >= low() && i <= high(); }
  bool operator==(const Range &o) const { return left == o.left && right == o.right; }
};

class Type {
public:
  const TypeKind kind;

  /// The type behind typedefs.
  const Type &canonical() const;
  bool isError() const { return canonical().kind == TypeKind::Error; }
  bool isVoid() const { return canonical().kind == TypeKind::Void; }
  /// Packed: a vector of bits with a width and a sign.
  bool isIntegral() const {
    TypeKind k = canonical().kind;
    return k >= TypeKind::Scalar && k <= TypeKind::LastIntegral;
  }
  bool isReal() const {
    TypeKind k = canonical().kind;
    return k == TypeKind::Real || k == TypeKind::ShortReal;
  }
  bool isNumeric() const { return isIntegral() || isReal(); }
  bool isString() const { return canonical().kind == TypeKind::String; }
  bool isEvent() const { return canonical().kind == TypeKind::Event; }
  bool isProcess() const { return canonical().kind == TypeKind::Process; }
  /// Handle of an object of a class of the package std (Annex G).
  bool isStandardClass() const {
    TypeKind k = canonical().kind;
    return k >= TypeKind::Process && k <= TypeKind::Mailbox;
  }
  bool isEnum() const { return canonical().kind == TypeKind::Enum; }
  /// One value in registers: integral, real, string, event, chandle, class...
  bool isSingular() const { return !isAggregate(); }
  /// Unpacked array of any kind, unpacked structure or union.
  bool isAggregate() const {
    TypeKind k = canonical().kind;
    return k >= TypeKind::UnpackedArray && k <= TypeKind::UnpackedUnion;
  }
  /// Bits of an integral type; 64 / 32 for real / shortreal; 0 otherwise.
  uint32_t width() const;
  bool isSigned() const;
  bool isFourState() const;
  /// $bits of a fixed-size type; nullopt for dynamic ones.
  std::optional<uint64_t> bitStreamWidth() const;
  /// As $typename prints it (20.6.1).
  std::string toString() const;
  /// For messages: typedef names stay, nominal types show their name only.
  std::string describe() const;

protected:
  explicit Type(TypeKind kind) : kind(kind) {}
};

/// Error, Void, Null, Unbounded, TypeRef, Real, ShortReal, String, Event, CHandle,
/// Process, Semaphore.
struct BuiltinType : Type {
  explicit BuiltinType(TypeKind k) : Type(k) {}
};

struct IntegralType : Type {
  uint32_t bits;
  bool signedness, fourState;
  static bool classof(const Type *t) {
    return t->kind >= TypeKind::Scalar && t->kind <= TypeKind::LastIntegral;
  }

protected:
  IntegralType(TypeKind k, uint32_t bits, bool isSigned, bool fourState)
      : Type(k), bits(bits), signedness(isSigned), fourState(fourState) {}
};

enum class ScalarKind : uint8_t { Bit, Logic, Reg };
struct ScalarType : IntegralType {
  ScalarKind scalar;
  ScalarType(ScalarKind s, bool isSigned)
      : IntegralType(TypeKind::Scalar, 1, isSigned, s != ScalarKind::Bit), scalar(s) {}
  static bool classof(const Type *t) { return t->kind == TypeKind::Scalar; }
};

enum class IntKind : uint8_t { Byte, ShortInt, Int, LongInt, Integer, Time };
struct PredefinedIntType : IntegralType {
  IntKind intKind;
  PredefinedIntType(IntKind k, bool isSigned);
  static bool classof(const Type *t) { return t->kind == TypeKind::PredefinedInt; }
};

/// Packed dimension over a packed element type; sign as a whole.
struct PackedArrayType : IntegralType {
  const Type &element;
  Range range;
  PackedArrayType(const Type &element, Range range, bool isSigned);
  static bool classof(const Type *t) { return t->kind == TypeKind::PackedArray; }
};

struct EnumType : IntegralType {
  struct Value {
    llvm::StringRef name;
    value::LogicVector value; ///< width of the base type
    support::SourceLoc loc;
  };
  const Type &base;
  llvm::StringRef name; ///< of the typedef, or empty
  llvm::ArrayRef<Value> values;
  EnumType(const Type &base, llvm::StringRef name, llvm::ArrayRef<Value> values);
  static bool classof(const Type *t) { return t->kind == TypeKind::Enum; }
};

struct Field {
  llvm::StringRef name;
  const Type *type = nullptr; ///< null: void member of a tagged union
  uint32_t bitOffset = 0;     ///< packed: from the least significant bit
  uint32_t index = 0;
  const void *defaultSyntax = nullptr; ///< syntax::ExprSyntax of the initialiser (7.2.2)
  const Scope *scope = nullptr;        ///< where the initialiser is looked up
  support::SourceLoc loc;
};

struct PackedStructType : IntegralType {
  llvm::StringRef name;
  llvm::ArrayRef<Field> fields; ///< declaration order: first is most significant
  /// Of a tagged union (7.3.2): the number of the valid member; else null.
  const Field *tag = nullptr;
  PackedStructType(TypeKind k, llvm::StringRef name, llvm::ArrayRef<Field> fields, uint32_t bits,
                   bool isSigned, bool fourState)
      : IntegralType(k, bits, isSigned, fourState), name(name), fields(fields) {}
  bool isUnion() const { return kind == TypeKind::PackedUnion; }
  static bool classof(const Type *t) {
    return t->kind == TypeKind::PackedStruct || t->kind == TypeKind::PackedUnion;
  }
};

struct UnpackedStructType : Type {
  llvm::StringRef name;
  llvm::ArrayRef<Field> fields;
  /// As in PackedStructType; storage keeps the members side by side, the tag behind them.
  const Field *tag = nullptr;
  UnpackedStructType(TypeKind k, llvm::StringRef name, llvm::ArrayRef<Field> fields)
      : Type(k), name(name), fields(fields) {}
  bool isUnion() const { return kind == TypeKind::UnpackedUnion; }
  static bool classof(const Type *t) {
    return t->kind == TypeKind::UnpackedStruct || t->kind == TypeKind::UnpackedUnion;
  }
};

struct UnpackedArrayType : Type {
  const Type &element;
  Range range;
  UnpackedArrayType(const Type &element, Range range)
      : Type(TypeKind::UnpackedArray), element(element), range(range) {}
  static bool classof(const Type *t) { return t->kind == TypeKind::UnpackedArray; }
};

struct DynamicArrayType : Type {
  const Type &element;
  explicit DynamicArrayType(const Type &e) : Type(TypeKind::DynamicArray), element(e) {}
  static bool classof(const Type *t) { return t->kind == TypeKind::DynamicArray; }
};

struct QueueType : Type {
  const Type &element;
  uint32_t maxSize; ///< 0: unbounded
  QueueType(const Type &e, uint32_t maxSize) : Type(TypeKind::Queue), element(e), maxSize(maxSize) {}
  static bool classof(const Type *t) { return t->kind == TypeKind::Queue; }
};

struct AssocArrayType : Type {
  const Type &element;
  const Type *key; ///< null: wildcard [*]
  AssocArrayType(const Type &e, const Type *key) : Type(TypeKind::AssocArray), element(e), key(key) {}
  static bool classof(const Type *t) { return t->kind == TypeKind::AssocArray; }
};

struct MailboxType : Type {
  const Type *element; ///< null: messages of any type
  explicit MailboxType(const Type *e) : Type(TypeKind::Mailbox), element(e) {}
  static bool classof(const Type *t) { return t->kind == TypeKind::Mailbox; }
};

/// `virtual interface I #(...).modport` (25.9). One type for each body and modport.
struct VirtualInterfaceType : Type {
  const BodySymbol &interface;
  const ModportSymbol *modport; ///< null: all of the interface
  llvm::StringRef name;         ///< BodySymbol::printedName
  llvm::StringRef modportName;
  VirtualInterfaceType(const BodySymbol &interface, const ModportSymbol *modport,
                       llvm::StringRef name, llvm::StringRef modportName)
      : Type(TypeKind::VirtualInterface), interface(interface), modport(modport), name(name),
        modportName(modportName) {}
  static bool classof(const Type *t) { return t->kind == TypeKind::VirtualInterface; }
};

struct AliasType : Type {
  llvm::StringRef name;
  const Type &target;
  /// The net type (6.6.7) that the name stands for; null: a typedef.
  const TypeAliasSymbol *nettype = nullptr;
  AliasType(llvm::StringRef name, const Type &target, const TypeAliasSymbol *nettype)
      : Type(TypeKind::Alias), name(name), target(target), nettype(nettype) {}
  static bool classof(const Type *t) { return t->kind == TypeKind::Alias; }
};

} // namespace circtsim::sema

#endif
