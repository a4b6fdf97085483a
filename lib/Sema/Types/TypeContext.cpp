//===- TypeContext.cpp - creates and uniques types ------------------------------===//
//
// Types live in a bump allocator that is released as a whole; values with heap
// parts (wide constants, members of enumerations) are kept in containers beside
// it. Structural types are uniqued in hash tables whose key is the element type
// and the dimension. `reg` and `logic` denote one type (6.11.2), so there is one
// four-state scalar per sign.
//
//===----------------------------------------------------------------------===//
#include "Sema/Types/TypeContext.h"

#include "llvm/ADT/DenseMap.h"

#include <deque>

using namespace circtsim;
using namespace circtsim::sema;

namespace {
using Key = std::pair<const Type *, uint64_t>;

uint64_t rangeKey(Range range) {
  return uint64_t(uint32_t(range.left)) << 32 | uint32_t(range.right);
}
} // namespace

struct TypeContext::Impl {
  BuiltinType error{TypeKind::Error}, voidType{TypeKind::Void}, null{TypeKind::Null},
      unbounded{TypeKind::Unbounded}, typeRef{TypeKind::TypeRef}, real{TypeKind::Real},
      shortReal{TypeKind::ShortReal}, string{TypeKind::String}, event{TypeKind::Event},
      chandle{TypeKind::CHandle}, process{TypeKind::Process},
      semaphore{TypeKind::Semaphore};
  ScalarType scalars[2][2] = {{{ScalarKind::Bit, false}, {ScalarKind::Bit, true}},
                              {{ScalarKind::Logic, false}, {ScalarKind::Logic, true}}};
  const PredefinedIntType *integers[6][2] = {};
  /// By four-state and sign: width -> type.
  llvm::DenseMap<uint32_t, const Type *> vectors[2][2];
  llvm::DenseMap<Key, const Type *> packed[2], unpacked, dynamic, queues, assocs;
  llvm::DenseMap<const Type *, const Type *> mailboxes;
  llvm::DenseMap<std::pair<const BodySymbol *, const ModportSymbol *>, const Type *>
      virtualInterfaces;
  std::deque<value::LogicVector> constants;
  std::deque<std::vector<EnumType::Value>> enums;
};

TypeContext::TypeContext() : impl(std::make_unique<Impl>()) {
  for (unsigned kind = 0; kind < 6; ++kind)
    for (bool isSigned : {false, true})
      impl->integers[kind][isSigned] = make<PredefinedIntType>(IntKind(kind), isSigned);
}

TypeContext::~TypeContext() = default;

llvm::StringRef TypeContext::copy(llvm::StringRef text) {
  if (text.empty())
    return {};
  char *data = allocator.Allocate<char>(text.size());
  std::uninitialized_copy(text.begin(), text.end(), data);
  return {data, text.size()};
}

const value::LogicVector *TypeContext::constant(value::LogicVector v) {
  return &impl->constants.emplace_back(std::move(v));
}

llvm::ArrayRef<EnumType::Value> TypeContext::enumValues(std::vector<EnumType::Value> values) {
  return impl->enums.emplace_back(std::move(values));
}

const Type &TypeContext::error() const { return impl->error; }
const Type &TypeContext::voidType() const { return impl->voidType; }
const Type &TypeContext::null() const { return impl->null; }
const Type &TypeContext::unbounded() const { return impl->unbounded; }
const Type &TypeContext::typeRef() const { return impl->typeRef; }
const Type &TypeContext::real() const { return impl->real; }
const Type &TypeContext::shortReal() const { return impl->shortReal; }
const Type &TypeContext::string() const { return impl->string; }
const Type &TypeContext::event() const { return impl->event; }
const Type &TypeContext::chandle() const { return impl->chandle; }
const Type &TypeContext::process() const { return impl->process; }
const Type &TypeContext::semaphore() const { return impl->semaphore; }

const Type &TypeContext::scalar(ScalarKind kind, bool isSigned) {
  return impl->scalars[kind != ScalarKind::Bit][isSigned];
}

const Type &TypeContext::integer(IntKind kind) { return integer(kind, kind != IntKind::Time); }

const Type &TypeContext::integer(IntKind kind, bool isSigned) {
  return *impl->integers[unsigned(kind)][isSigned];
}

const Type &TypeContext::vector(uint32_t width, bool isSigned, bool fourState) {
  const Type &element =
      scalar(fourState ? ScalarKind::Logic : ScalarKind::Bit, isSigned && width == 1);
  if (width == 1)
    return element;
  const Type *&entry = impl->vectors[fourState][isSigned][width];
  if (!entry)
    entry = &packedArray(element, Range{int32_t(width) - 1, 0}, isSigned);
  return *entry;
}

const Type &TypeContext::packedArray(const Type &element, Range range, bool isSigned) {
  const Type *&entry = impl->packed[isSigned][Key(&element, rangeKey(range))];
  if (!entry)
    entry = make<PackedArrayType>(element, range, isSigned);
  return *entry;
}

const Type &TypeContext::unpackedArray(const Type &element, Range range) {
  const Type *&entry = impl->unpacked[Key(&element, rangeKey(range))];
  if (!entry)
    entry = make<UnpackedArrayType>(element, range);
  return *entry;
}

const Type &TypeContext::dynamicArray(const Type &element) {
  const Type *&entry = impl->dynamic[Key(&element, 0)];
  if (!entry)
    entry = make<DynamicArrayType>(element);
  return *entry;
}

const Type &TypeContext::queue(const Type &element, uint32_t maxSize) {
  const Type *&entry = impl->queues[Key(&element, maxSize)];
  if (!entry)
    entry = make<QueueType>(element, maxSize);
  return *entry;
}

const Type &TypeContext::assocArray(const Type &element, const Type *key) {
  const Type *&entry = impl->assocs[Key(&element, uint64_t(reinterpret_cast<uintptr_t>(key)))];
  if (!entry)
    entry = make<AssocArrayType>(element, key);
  return *entry;
}

const Type &TypeContext::mailbox(const Type *element) {
  const Type *&entry = impl->mailboxes[element ? &element->canonical() : &impl->voidType];
  if (!entry)
    entry = make<MailboxType>(element);
  return *entry;
}

const Type &TypeContext::virtualInterface(const BodySymbol &interface,
                                          const ModportSymbol *modport, llvm::StringRef name,
                                          llvm::StringRef modportName) {
  const Type *&entry = impl->virtualInterfaces[{&interface, modport}];
  if (!entry)
    entry = make<VirtualInterfaceType>(interface, modport, name, modportName);
  return *entry;
}

const Type &TypeContext::alias(llvm::StringRef name, const Type &target,
                               const TypeAliasSymbol *nettype) {
  return *make<AliasType>(name, target, nettype);
}
