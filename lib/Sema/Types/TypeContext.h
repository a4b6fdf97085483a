//===- TypeContext.h - creates and uniques types ----------------*- C++ -*-===//
#ifndef CIRCTSIM_SEMA_TYPES_TYPECONTEXT_H
#define CIRCTSIM_SEMA_TYPES_TYPECONTEXT_H

#include "Sema/Types/Type.h"

#include "llvm/Support/Allocator.h"

#include <memory>
#include <vector>

namespace circtsim::sema {

/// Owns all types and the arena of bound nodes and symbols. Structural types are uniqued.
class TypeContext {
public:
  TypeContext();
  ~TypeContext();

  llvm::BumpPtrAllocator &arena() { return allocator; }
  /// Copies into the arena.
  template <typename T>
  llvm::ArrayRef<T> copy(llvm::ArrayRef<T> items) {
    if (items.empty())
      return {};
    T *data = allocator.Allocate<T>(items.size());
    std::uninitialized_copy(items.begin(), items.end(), data);
    return {data, items.size()};
  }
  llvm::StringRef copy(llvm::StringRef text);
  template <typename T, typename... Args>
  T *make(Args &&...args) {
    return new (allocator.Allocate<T>()) T(std::forward<Args>(args)...);
  }
  /// An arena-held constant (heap parts of wide values are released with the context).
  const value::LogicVector *constant(value::LogicVector v);
  /// The members of an enumeration, held as constants are.
  llvm::ArrayRef<EnumType::Value> enumValues(std::vector<EnumType::Value> values);

  const Type &error() const;
  const Type &voidType() const;
  const Type &null() const;
  const Type &unbounded() const;
  const Type &typeRef() const;
  const Type &real() const;
  const Type &shortReal() const;
  const Type &string() const;
  const Type &event() const;
  const Type &chandle() const;
  const Type &process() const;
  const Type &semaphore() const;
  const Type &scalar(ScalarKind kind, bool isSigned = false);
  const Type &integer(IntKind kind); ///< default sign
  const Type &integer(IntKind kind, bool isSigned);
  /// bit[width-1:0] or logic[width-1:0]; width 1 gives the scalar.
  const Type &vector(uint32_t width, bool isSigned, bool fourState);
  const Type &packedArray(const Type &element, Range range, bool isSigned);
  const Type &unpackedArray(const Type &element, Range range);
  const Type &dynamicArray(const Type &element);
  const Type &queue(const Type &element, uint32_t maxSize);
  const Type &assocArray(const Type &element, const Type *key);
  /// `element` null: for messages of any type.
  const Type &mailbox(const Type *element);
  /// `name`: of the body; `modportName`: empty without a modport.
  const Type &virtualInterface(const BodySymbol &interface, const ModportSymbol *modport,
                               llvm::StringRef name, llvm::StringRef modportName);
  const Type &alias(llvm::StringRef name, const Type &target,
                    const TypeAliasSymbol *nettype = nullptr);

private:
  llvm::BumpPtrAllocator allocator;
  struct Impl;
  std::unique_ptr<Impl> impl;
};

/// Largest width of a packed type, in bits.
inline constexpr uint64_t MaxPackedWidth = uint64_t(1) << 24;

/// Whether an object of the type is a stream of bits, of fixed or variable length (6.24.3).
bool isBitStreamType(const Type &type);
/// A virtual interface, or an aggregate with one in it.
bool holdsVirtualInterface(const Type &type);
/// 6.22: identical types; equivalent types; assignment compatible; cast compatible.
bool isIdentical(const Type &a, const Type &b);
bool isEquivalent(const Type &a, const Type &b);
bool isAssignmentCompatible(const Type &target, const Type &source);
bool isCastCompatible(const Type &target, const Type &source);

} // namespace circtsim::sema

#endif
