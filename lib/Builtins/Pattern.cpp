//===- Pattern.cpp - %p: assignment patterns ---------------------------------===//
//
// IEEE 1800-2023 21.2.1.7: '{1, 2} for arrays, '{a:1, b:2} for structures,
// enumerators by name, strings in quotes, everything else as if unformatted with
// no padding. Members of packed structures are shown like those of unpacked ones.
//
//===----------------------------------------------------------------------===//
#include "Builtins/DisplayFormat.h"

#include "Model/Storage.h"
#include "Runtime/Arrays.h"
#include "Runtime/Assoc.h"
#include "Runtime/KeyBytes.h"
#include "Value/WordBuffer.h"

namespace circtsim::builtins {

using namespace circtsim::model;
using value::FormatSpec;
using value::LogicRef;
using value::wordsFor;

size_t enumeratorIndex(const TypeImage &type, LogicRef v) {
  uint32_t words = wordsFor(type.width);
  value::WordBuffer buffer(2 * words);
  value::Planes value{buffer, buffer + words};
  value::wide::resize(value, type.width, v, v.width, v.isSigned);
  size_t i = 0;
  for (; i != type.enumerators.size(); ++i) {
    const std::vector<uint64_t> &planes = type.enumerators[i].second;
    bool isFour = planes.size() >= 2 * words;
    if (value::equalWords(value.a, planes.data(), words) &&
        (isFour ? value::equalWords(value.b, planes.data() + words, words)
                : value::isZeroWords(value.b, words)))
      break;
  }
  return i;
}

const std::string *enumeratorName(const TypeImage &type, LogicRef v) {
  size_t i = enumeratorIndex(type, v);
  return i == type.enumerators.size() ? nullptr : &type.enumerators[i].first;
}

void appendPattern(std::string &out, const runtime::SimContext &context, const TypeImage &type,
                   LogicRef v) {
  if (!type.enumerators.empty())
    if (const std::string *name = enumeratorName(type, v)) {
      out += *name;
      return;
    }
  if (type.fields.empty()) {
    FormatSpec spec;
    spec.conversion = 'p';
    value::formatLogic(out, spec, v);
    return;
  }
  const char *separator = "'{";
  for (const FieldImage &field : type.fields) {
    const TypeImage &member = context.image.types[field.type];
    uint32_t words = wordsFor(member.width);
    value::WordBuffer buffer(2 * words);
    value::extractBits(buffer, v.a, field.offset, member.width);
    bool isFour = v.b && member.kind == TypeKind::Logic;
    if (isFour)
      value::extractBits(buffer + words, v.b, field.offset, member.width);
    out.append(separator).append(field.name).append(":");
    appendPattern(out, context, member,
                  {buffer, isFour ? buffer + words : nullptr, member.width, member.isSigned});
    separator = ", ";
  }
  out += '}';
}

static void appendPacked(std::string &out, const runtime::SimContext &context,
                         const TypeImage &type, const uint8_t *address) {
  uint32_t words = wordsFor(type.width);
  value::WordBuffer buffer(2 * words);
  bool isFour = type.kind == TypeKind::Logic;
  sched::loadBits(context.arena->planeDistance(), address, 0, type.width, type.width, isFour,
                  buffer, buffer + words);
  appendPattern(out, context, type,
                {buffer, isFour ? buffer + words : nullptr, type.width, type.isSigned});
}

static void appendKey(std::string &out, const runtime::SimContext &context, const TypeImage &type,
                      runtime::KeyReader &key);

/// An index of an associative array of `type`, which is a number or a text, as %p shows it.
static void appendIndex(std::string &out, const runtime::SimContext &context,
                        const TypeImage &type, runtime::KeyOrder order, uint64_t number,
                        std::string_view text) {
  const TypeImage *keyType = type.key == NoId ? nullptr : &context.image.types[type.key];
  bool isPacked =
      keyType && (keyType->kind == TypeKind::Logic || keyType->kind == TypeKind::Bits);
  if (keyType && !isPacked && keyType->kind != TypeKind::String) {
    runtime::KeyReader key(text);
    appendKey(out, context, *keyType, key);
  } else if (isPacked && keyType->width > 64) {
    out += "'h";
    for (char byte : text)
      for (int shift : {4, 0})
        out += "0123456789abcdef"[uint8_t(byte) >> shift & 15];
  } else if (order == runtime::KeyOrder::Text) {
    value::appendQuoted(out, text);
  } else {
    out += order == runtime::KeyOrder::Signed ? std::to_string(int64_t(number))
                                              : std::to_string(number);
  }
}

/// An associative array within a key.
static void appendKeyEntries(std::string &out, const runtime::SimContext &context,
                             const TypeImage &type, runtime::KeyReader &key) {
  auto &mutableContext = const_cast<runtime::SimContext &>(context);
  runtime::Assoc keys(mutableContext, model::TypeId(&type - context.image.types.data()));
  out += "'{";
  for (const char *separator = ""; key.hasElement(); separator = ", ") {
    out += separator;
    uint64_t number = 0;
    std::string text;
    if (keys.order == runtime::KeyOrder::Text)
      text = key.text();
    else
      key.words(64, keys.order == runtime::KeyOrder::Signed, &number);
    appendIndex(out, context, type, keys.order, number, text);
    out += ':';
    appendKey(out, context, context.image.types[type.element], key);
  }
  out += '}';
}

/// A key that is an unpacked object, as %p shows it.
static void appendKey(std::string &out, const runtime::SimContext &context, const TypeImage &type,
                      runtime::KeyReader &key) {
  const char *separator = "'{";
  auto appendPart = [&](model::TypeId part) {
    out += separator;
    separator = ", ";
    appendKey(out, context, context.image.types[part], key);
  };
  switch (type.kind) {
  case TypeKind::Logic:
  case TypeKind::Bits: {
    value::WordBuffer words(wordsFor(type.width));
    key.words(type.width, type.isSigned, words);
    return appendPattern(out, context, type, {words, nullptr, type.width, type.isSigned});
  }
  case TypeKind::String:
    return value::appendQuoted(out, key.text());
  case TypeKind::Assoc:
    return appendKeyEntries(out, context, type, key);
  case TypeKind::Struct:
    for (const FieldImage &field : type.fields) {
      out.append(separator).append(field.name).append(":");
      separator = "";
      appendPart(field.type);
    }
    break;
  case TypeKind::Array:
    for (uint64_t i = 0; i != type.count; ++i)
      appendPart(type.element);
    break;
  default:
    while (key.hasElement())
      appendPart(type.element);
    break;
  }
  if (separator[0] == '\'')
    out += separator;
  out += '}';
}

/// '{k1:v1, k2:v2} in the order of the keys.
static void appendAssoc(std::string &out, const runtime::SimContext &context,
                        const TypeImage &type, const uint8_t *address) {
  const TypeImage &element = context.image.types[type.element];
  runtime::AssocObject *array = runtime::assocAt(address);
  auto &mutableContext = const_cast<runtime::SimContext &>(context);
  runtime::Assoc keys(mutableContext, model::TypeId(&type - context.image.types.data()));
  const runtime::Handle *entries = array && array->count ? keys.sorted(*array) : nullptr;
  const char *separator = "";
  for (uint64_t i = 0; array && i != array->count; ++i, separator = ", ") {
    auto &entry = *reinterpret_cast<runtime::AssocEntry *>(entries[i]);
    out += separator;
    bool isText = keys.order == runtime::KeyOrder::Text;
    appendIndex(out, context, type, keys.order, entry.key,
                isText ? runtime::Heap::text(entry.key) : std::string_view());
    out += ':';
    appendPattern(out, context, element, entry.value());
  }
}

/// A tagged union shows its valid member only (one without a value as 0).
static void appendTagged(std::string &out, const runtime::SimContext &context,
                         const TypeImage &type, const uint8_t *address) {
  const FieldImage &tag = type.fields.back();
  uint64_t number[2] = {};
  sched::loadBits(context.arena->planeDistance(), address + tag.offset, 0,
                  context.image.types[tag.type].width, context.image.types[tag.type].width, false,
                  number, number + 1);
  const FieldImage &member = type.fields[std::min<uint64_t>(number[0], type.fields.size() - 2)];
  out.append("'{").append(member.name).append(":");
  appendPattern(out, context, context.image.types[member.type], address + member.offset);
  out += '}';
}

void appendPattern(std::string &out, const runtime::SimContext &context, const TypeImage &type,
                   const uint8_t *address) {
  const char *separator = "'{";
  switch (type.kind) {
  case TypeKind::Logic:
  case TypeKind::Bits:
    return appendPacked(out, context, type, address);
  case TypeKind::Real:
  case TypeKind::ShortReal:
    return value::formatDefaultReal(out, std::bit_cast<double>(loadUnit(address, 8)));
  case TypeKind::String:
    return value::appendQuoted(out, runtime::Heap::text(loadUnit(address, 8)));
  case TypeKind::Array: {
    const TypeImage &element = context.image.types[type.element];
    for (uint64_t i = 0; i != type.count; ++i) {
      out += separator;
      appendPattern(out, context, element, address + i * type.stride);
      separator = ", ";
    }
    break;
  }
  case TypeKind::Dynamic:
  case TypeKind::Queue: {
    const TypeImage &element = context.image.types[type.element];
    runtime::ArrayObject *array = runtime::arrayAt(address);
    for (uint64_t i = 0, count = array ? array->count : 0; i != count; ++i) {
      out += separator;
      appendPattern(out, context, element,
                    reinterpret_cast<uint8_t *>(array->first + i * type.stride));
      separator = ", ";
    }
    break;
  }
  case TypeKind::Assoc:
    out += separator;
    appendAssoc(out, context, type, address);
    separator = "";
    break;
  case TypeKind::Struct:
  case TypeKind::Union:
    if (type.fields.size() > 1 && type.fields.back().name.empty())
      return appendTagged(out, context, type, address);
    for (const FieldImage &field : type.fields) {
      out.append(separator).append(field.name).append(":");
      appendPattern(out, context, context.image.types[field.type], address + field.offset);
      separator = ", ";
      if (type.kind == TypeKind::Union)
        break;
    }
    break;
  case TypeKind::Instance: {
    auto *instance = reinterpret_cast<const model::Instance *>(loadUnit(address, 8));
    out += instance ? context.design().path(*instance) : "null";
    return;
  }
  default:
    out += loadUnit(address, 8) ? std::to_string(loadUnit(address, 8)) : "null";
    return;
  }
  if (separator[0] == '\'')
    out += separator;
  out += '}';
}

} // namespace circtsim::builtins
