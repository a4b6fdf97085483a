//===- Heap.h - the collected heap of run-time objects -----------*- C++ -*-===//
#ifndef CIRCTSIM_RUNTIME_HEAP_H
#define CIRCTSIM_RUNTIME_HEAP_H

#include "Model/Arena.h"
#include "Model/DesignImage.h"
#include "Model/EventObject.h"

#include <atomic>
#include <functional>
#include <string_view>
#include <vector>

namespace circtsim::runtime {

/// A handle in a slot or in storage: the address of the object's payload, 0 for
/// null. The null string is "".
using Handle = uint64_t;

enum class ObjectKind : uint8_t {
  Free,
  String,
  Cell,
  Event,
  Object,
  Raw,      ///< words without handles
  Array,    ///< ArrayObject of a dynamic array or queue
  Elements, ///< ElementBlock
  Assoc,    ///< AssocObject of an associative array
  Entry,    ///< AssocEntry
};

/// What a type asks of those who copy and mark its objects.
struct TypeTraits {
  bool isKnown = false;
  bool hasHandles = false; ///< anything the collector follows
  bool hasArrays = false;  ///< handles that a copy of the object must not share
  bool isFour = false;     ///< uses the b-plane
};

/// Precedes every payload.
struct ObjectHeader {
  ObjectKind kind;
  bool isMarked;
  bool isScanned; ///< Elements: every element has been marked, not only those of the array
  uint8_t unused;
  uint32_t info; ///< String: length in bytes; Cell: TypeId; Array, Elements: TypeId of an
                 ///< element; Assoc, Entry: TypeId of the array; Object: its owner's
};
static_assert(sizeof(ObjectHeader) == 8);

/// The collected heap: size classes in 64 KiB pages of the arena, objects that
/// never move. Collection marks from the roots the owner names, precisely
/// through type maps and conservatively (any word, interior pointers included)
/// through frames, then sweeps. It runs only where the owner calls collect().
class Heap {
public:
  Heap(model::Arena &arena, const model::DesignImage &image);

  // --- Strings: immutable bytes followed by a 0 -------------------------------
  Handle newString(std::string_view text);
  /// A string of `length` bytes to be filled at once; null for length 0.
  Handle newString(uint64_t length, char *&bytes);
  static std::string_view text(Handle string) {
    return string ? std::string_view(reinterpret_cast<const char *>(string), header(string)->info)
                  : std::string_view();
  }

  // --- Cells and events ---------------------------------------------------------
  /// Every allocation returns 0 if the arena is full; the owner ends the run.
  /// A default-initialised object of any storable type (Table 6-7), both planes.
  Handle newCell(model::TypeId type);
  Handle newEvent();
  /// `bytes` of zeroed payload in both planes, kind Object; `info` for its owner.
  Handle newObject(uint64_t bytes, uint32_t info);
  /// The parts of arrays (Arrays.h, Assoc.h). The b-plane is zero, and so is the a-plane if
  /// `isZeroed`; `isFour`: the object is going to use its b-plane.
  Handle newPart(ObjectKind kind, uint64_t bytes, uint32_t info, bool isFour, bool isZeroed);
  const TypeTraits &traitsOf(model::TypeId type);
  static ObjectHeader *header(Handle object) {
    return reinterpret_cast<ObjectHeader *>(object) - 1;
  }
  /// Payload start of the object that contains `address`; 0 if there is none.
  Handle objectAt(uint64_t address) const;

  // --- Collection ------------------------------------------------------------------
  /// True once as much has been allocated since the last collection as was
  /// alive then (at least 8 MiB).
  bool wantsCollection() const { return allocatedSince >= threshold; }
  /// Roots of one collection are passed by `roots`, which calls mark functions.
  void collect(const std::function<void(Heap &)> &roots);
  /// Marks the object of an exact handle (0 is ignored).
  void mark(Handle object);
  /// Marks whatever objects the words may point to.
  void markWords(const uint64_t *first, const uint64_t *last);
  /// Marks the handles stored in an object of `type` at `address`.
  void markObject(model::TypeId type, uint8_t *address);
  /// How the payload of kind Object is scanned; set by its owner.
  std::function<void(Heap &, Handle, uint32_t info)> scanObject;

  /// Set to true when wantsCollection() becomes true.
  std::atomic<bool> *pollFlag = nullptr;

  uint64_t liveBytes() const { return live; }
  uint64_t collections() const { return collectionCount; }
  void setThreshold(uint64_t bytes) { threshold = minimumThreshold = bytes; }

private:
  struct Page {
    uint32_t objectBytes = 0; ///< size of each object; 0: not ours
    uint32_t firstPage = 0;   ///< of a large object
    uint32_t pageCount = 0;   ///< of a large object, in its first page
    bool isFree = false;      ///< large run on the free list
    bool isFour = false;      ///< the b-plane may not be zero
  };
  static constexpr unsigned ClassCount = 20;
  Handle allocate(uint64_t payload, ObjectKind kind, uint32_t info);
  uint8_t *allocateLarge(uint64_t bytes);
  bool refill(unsigned sizeClass);
  Page *addPages(uint8_t *memory, uint32_t count, uint32_t objectBytes);
  uint32_t pageOf(uint64_t address) const {
    return uint32_t((address - uint64_t(arena.begin())) / model::Arena::PageSize);
  }
  bool sweepObject(ObjectHeader *object, uint64_t bytes);
  void sweep();
  void scan(Handle object);
  void scanArray(Handle object);
  void scanAssoc(Handle object);
  void markElements(model::TypeId type, uint8_t *first, uint64_t count);
  Page &pageWith(Handle object) { return pages[pages[pageOf(object)].firstPage]; }
  uint8_t *addressOf(uint32_t page) const { return arena.begin() + page * model::Arena::PageSize; }

  model::Arena &arena;
  const model::DesignImage &image;
  std::vector<Page> pages;
  std::vector<uint32_t> ownPages; ///< first pages of runs, ascending
  uint8_t *freeLists[ClassCount] = {};
  std::vector<Handle> pending;
  std::vector<TypeTraits> traits; ///< by type, as far as asked for
  uint64_t allocatedSince = 0, live = 0, collectionCount = 0;
  uint64_t minimumThreshold = 8 << 20, threshold = 8 << 20;
};

} // namespace circtsim::runtime

#endif
