//===- Assoc.h - associative arrays -------------------------------*- C++ -*-===//
//
// IEEE 1800-2023 7.8, 7.9. Every entry is a heap object of its own that never moves; a
// hash table finds it, a vector keeps the order of keys and is sorted when somebody asks.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_RUNTIME_ASSOC_H
#define CIRCTSIM_RUNTIME_ASSOC_H

#include "Runtime/Heap.h"
#include "Sched/Store.h"

namespace circtsim::runtime {

class SimContext;

/// Payload of ObjectKind::Entry; the value follows.
struct AssocEntry {
  Handle array;
  uint64_t hash;
  uint64_t key;      ///< integral keys of up to 64 bits, or the handle of a string
  uint32_t position; ///< in the order, while that is sorted up to there
  bool isTextKey;
  bool isDead; ///< deleted, but still in the order
  uint8_t *value() { return reinterpret_cast<uint8_t *>(this + 1); }
};

/// Payload of ObjectKind::Assoc. `count` and `owner` lie where those of ArrayObject do.
struct AssocObject {
  uint64_t unused;
  uint64_t count;
  uint64_t owner;
  Handle buckets; ///< entries by hash, linear probing; 0: free
  uint64_t bucketMask;
  Handle order; ///< entries, the first `sorted` of them by key
  uint64_t orderSize, orderCapacity, sorted, dead;
  Handle defaultEntry; ///< value of keys that do not exist (7.9.11); 0: the type's
};

/// How keys of an array are compared.
enum class KeyOrder : uint8_t { Unsigned, Signed, Text };

/// Operations on one type of associative array.
class Assoc {
public:
  Assoc(SimContext &context, model::TypeId type);

  AssocObject *make(uint8_t *address);
  AssocObject *create();
  AssocEntry *find(const AssocObject &array, uint64_t key) const;
  /// The entry of the key, made with the default value if there is none; null: memory full.
  AssocEntry *insert(AssocObject &array, uint64_t key);
  void erase(AssocObject &array, uint64_t key);
  void clear(AssocObject &array);
  /// Entries in the order of keys, `count` of them.
  const Handle *sorted(AssocObject &array);
  /// The entry behind (or before) a key that need not exist; null if there is none.
  AssocEntry *next(AssocObject &array, uint64_t key, bool isForward);
  AssocEntry *last(AssocObject &array, bool isFirst);
  AssocEntry *newEntry(Handle array, uint64_t key);
  AssocObject *copyOf(AssocObject &from);
  KeyOrder order;
  model::TypeId element;

private:
  int compare(uint64_t a, uint64_t b) const;
  bool isLess(Handle a, Handle b) const;
  uint64_t hashOf(uint64_t key) const;
  bool isSame(const AssocEntry &entry, uint64_t hash, uint64_t key) const;
  bool growBuckets(AssocObject &array);
  bool append(AssocObject &array, Handle entry);
  void sort(AssocObject &array);
  void compact(AssocObject &array);
  uint64_t positionOf(AssocObject &array, uint64_t key) const;

  SimContext &context;
  Heap &heap;
  model::TypeId type;
};

inline AssocObject *assocAt(const uint8_t *address) {
  return address ? reinterpret_cast<AssocObject *>(model::loadUnit(address, 8)) : nullptr;
}

} // namespace circtsim::runtime

#endif
