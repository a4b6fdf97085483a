// Memory that lives as long as its stage: bump allocation and interned text.
#ifndef CIRCTSIM_SUPPORT_ARENA_H
#define CIRCTSIM_SUPPORT_ARENA_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Allocator.h"

#include <memory>
#include <type_traits>
#include <utility>

namespace circtsim::support {

/// Allocates objects that die together. Destructors are not run, so only
/// trivially destructible types are accepted.
class Arena {
public:
  template <typename T, typename... Args>
  T *create(Args &&...args) {
    static_assert(std::is_trivially_destructible_v<T>, "the arena runs no destructors");
    return new (allocator.Allocate(sizeof(T), alignof(T))) T(std::forward<Args>(args)...);
  }

  /// A copy of the elements, valid as long as the arena.
  template <typename T>
  llvm::MutableArrayRef<T> copy(llvm::ArrayRef<T> elements) {
    static_assert(std::is_trivially_destructible_v<T>, "the arena runs no destructors");
    if (elements.empty())
      return {};
    T *memory = allocator.Allocate<T>(elements.size());
    std::uninitialized_copy(elements.begin(), elements.end(), memory);
    return {memory, elements.size()};
  }
  template <typename Container>
  auto copy(const Container &elements) {
    return copy(llvm::ArrayRef(elements));
  }

  /// A copy of the text, valid as long as the arena; a NUL byte follows it.
  llvm::StringRef copyText(llvm::StringRef text) {
    char *memory = allocator.Allocate<char>(text.size() + 1);
    std::copy(text.begin(), text.end(), memory);
    memory[text.size()] = '\0';
    return {memory, text.size()};
  }

  size_t bytesUsed() const { return allocator.getBytesAllocated(); }
  llvm::BumpPtrAllocator &bump() { return allocator; }

private:
  llvm::BumpPtrAllocator allocator;
};

/// Gives equal texts one address: interned names compare by pointer.
class Interner {
public:
  llvm::StringRef intern(llvm::StringRef text) { return set.try_emplace(text).first->getKey(); }
  size_t size() const { return set.size(); }

private:
  struct Nothing {};
  llvm::StringMap<Nothing, llvm::BumpPtrAllocator> set;
};

} // namespace circtsim::support

#endif // CIRCTSIM_SUPPORT_ARENA_H
