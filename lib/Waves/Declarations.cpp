//===- Declarations.cpp - scopes and variables of a dump ---------------------===//
//
// Two walks over the selected part of the hierarchy. The first collects the
// leaves (packed values, reals, strings, events) of every selected object by
// (signal, byte offset); sorted and made unique they are the rows of the table, so
// that all names of a collapsed net share one variable. The second writes the
// scopes and gives each name its row.
//
// Types are shown as IEEE 1800-2023 21.7.5 maps them.
//
//===----------------------------------------------------------------------===//
#include "Waves/Dump.h"

#include <algorithm>
#include <optional>

namespace circtsim::waves {

using namespace circtsim::model;

namespace {
/// One leaf of an object.
struct Leaf {
  TypeId type;
  uint64_t offset;
  bool isElement; ///< inside an unpacked array
};

std::optional<VariableKind> leafKind(const TypeImage &type) {
  switch (type.kind) {
  case TypeKind::Logic:
    return VariableKind::Logic;
  case TypeKind::Bits:
    return VariableKind::Bits;
  case TypeKind::Real:
  case TypeKind::ShortReal:
    return VariableKind::Real;
  case TypeKind::String:
    return VariableKind::String;
  case TypeKind::Event:
    return VariableKind::Event;
  default:
    return std::nullopt;
  }
}

/// Visits the leaves of a type with their names below `name`, which is restored.
template <typename Visit>
void forEachLeaf(const DesignImage &image, Leaf at, std::string &name, const Visit &visit) {
  const TypeImage &type = image.types[at.type];
  size_t length = name.size();
  switch (type.kind) {
  case TypeKind::Array:
    for (uint64_t i = 0; i != type.count; ++i) {
      int64_t step = type.left <= type.right ? int64_t(i) : -int64_t(i);
      name.append("[").append(std::to_string(type.left + step)).append("]");
      forEachLeaf(image, {type.element, at.offset + i * type.stride, true}, name, visit);
      name.resize(length);
    }
    return;
  case TypeKind::Struct:
  case TypeKind::Union:
    for (const FieldImage &field : type.fields) {
      name.append(".").append(field.name);
      forEachLeaf(image, {field.type, at.offset + field.offset, at.isElement}, name, visit);
      name.resize(length);
      if (type.kind == TypeKind::Union)
        return; // the members lie on top of each other
    }
    return;
  default:
    if (leafKind(type))
      visit(at);
    return;
  }
}

std::string_view netKeyword(NetKind kind) {
  switch (kind) {
  case NetKind::Tri:
    return "tri";
  case NetKind::Wand:
    return "wand";
  case NetKind::Wor:
    return "wor";
  case NetKind::Triand:
    return "triand";
  case NetKind::Trior:
    return "trior";
  case NetKind::Tri0:
    return "tri0";
  case NetKind::Tri1:
    return "tri1";
  case NetKind::Trireg:
    return "trireg";
  case NetKind::Supply0:
    return "supply0";
  case NetKind::Supply1:
    return "supply1";
  default:
    return "wire";
  }
}

std::string_view typeKeyword(const SignalImage &signal, const TypeImage &leaf) {
  if (leaf.kind == TypeKind::Real || leaf.kind == TypeKind::ShortReal)
    return "real";
  if (leaf.kind == TypeKind::String)
    return "string";
  if (leaf.kind == TypeKind::Event)
    return "event";
  if (signal.flags & SignalIsParameter)
    return "parameter";
  if (signal.net != NetKind::Variable)
    return netKeyword(signal.net);
  if (leaf.name == "integer" || leaf.name == "int" || leaf.name == "shortint" ||
      leaf.name == "longint")
    return "integer";
  return leaf.name == "time" ? "time" : "reg";
}

/// Signals, scopes and children of each scope of a module.
struct ScopeContents {
  std::vector<uint32_t> signals, scopes, children;
};
} // namespace

/// Writes the scopes of a dump.
class Dump::Declarer {
public:
  explicit Declarer(Dump &dump) : dump(dump), design(dump.design) {
    used = dump.selection.usedInstances();
  }
  void declareTops() {
    for (const Instance *top : design.tops)
      declareInstance(*top, design.image.tops[top->indexInParent].name);
  }

private:
  const std::vector<ScopeContents> &contentsOf(ModuleId id) {
    std::vector<ScopeContents> &contents = modules[id];
    const ModuleImage &module = design.image.modules[id];
    if (!contents.empty() || module.scopes.empty())
      return contents;
    contents.resize(module.scopes.size());
    for (uint32_t i = 0; i != module.signals.size(); ++i)
      contents[module.signals[i].scope].signals.push_back(i);
    for (uint32_t i = 1; i < module.scopes.size(); ++i)
      if (module.scopes[i].parent != NoId)
        contents[module.scopes[i].parent].scopes.push_back(i);
    for (uint32_t i = 0; i != module.children.size(); ++i)
      contents[module.children[i].scope].children.push_back(i);
    return contents;
  }

  void declareInstance(const Instance &instance, std::string_view name) {
    if (!used[instance.id])
      return;
    dump.writer->enterScope(name, design.moduleOf(instance).kind);
    declareScope(instance, 0);
    dump.writer->leaveScope();
  }

  bool isUsed(const Instance &instance, const std::vector<ScopeContents> &contents,
              uint32_t scope) const {
    const ScopeContents &here = contents[scope];
    for (uint32_t local : here.signals)
      if (dump.selection.isSelected(instance.signalBase + local))
        return true;
    for (uint32_t child : here.children)
      if (used[instance.children[child].id])
        return true;
    return std::any_of(here.scopes.begin(), here.scopes.end(),
                       [&](uint32_t s) { return isUsed(instance, contents, s); });
  }

  void declareScope(const Instance &instance, uint32_t scope) {
    const ModuleImage &module = design.moduleOf(instance);
    const std::vector<ScopeContents> &contents = contentsOf(instance.module);
    for (uint32_t local : contents[scope].signals)
      declareSignal(instance, module.signals[local], local);
    for (uint32_t s : contents[scope].scopes) {
      if (!isUsed(instance, contents, s))
        continue;
      dump.writer->enterScope(module.scopes[s].name, module.scopes[s].kind);
      declareScope(instance, s);
      dump.writer->leaveScope();
    }
    std::string prefix = scope ? design.scopeName(module, scope) + "." : "";
    for (uint32_t c : contents[scope].children) {
      std::string_view name = module.children[c].name;
      if (!prefix.empty() && name.starts_with(prefix))
        name.remove_prefix(prefix.size());
      declareInstance(instance.children[c], name);
    }
  }

  void declareSignal(const Instance &instance, const SignalImage &signal, uint32_t local) {
    SignalId declared = instance.signalBase + local;
    SlotEntry object = design.signalAt(instance, local);
    if ((signal.flags & SignalImplicit) || object.signal >= dump.firstRow.size() ||
        dump.firstRow[object.signal] == NoId || !dump.selection.isSelected(declared))
      return;
    std::string name = signal.name;
    forEachLeaf(design.image, {signal.type, 0, false}, name, [&](const Leaf &leaf) {
      if (!dump.selection.isSelected(declared, leaf.offset, leaf.isElement))
        return;
      const TypeImage &type = design.image.types[leaf.type];
      Declaration declaration;
      declaration.id = rowOf(object.signal, uint32_t(leaf.offset));
      declaration.type = typeKeyword(signal, type);
      declaration.name = name;
      if (type.kind == TypeKind::Logic || type.kind == TypeKind::Bits)
        setRange(declaration, type);
      dump.writer->declare(declaration);
    });
  }

  static void setRange(Declaration &declaration, const TypeImage &type) {
    bool isFlat = type.element == NoId && type.fields.empty();
    declaration.left = isFlat ? type.left : int32_t(type.width) - 1;
    declaration.right = isFlat ? type.right : 0;
    declaration.hasRange = type.width > 1 || declaration.left != 0;
  }

  uint32_t rowOf(SignalId signal, uint32_t offset) const {
    const std::vector<VariableTable::Row> &rows = dump.table.rows;
    uint32_t row = dump.firstRow[signal];
    if (rows[row].offset == offset)
      return row;
    auto it = std::lower_bound(rows.begin() + row, rows.end(), std::pair(signal, offset),
                               [](const VariableTable::Row &r, std::pair<SignalId, uint32_t> key) {
                                 return std::pair(r.signal, r.offset) < key;
                               });
    return uint32_t(it - rows.begin());
  }

  Dump &dump;
  const Design &design;
  std::vector<bool> used;
  std::unordered_map<ModuleId, std::vector<ScopeContents>> modules;
};

void Dump::collectRows() {
  std::vector<VariableTable::Row> &rows = table.rows;
  std::string name;
  for (const Instance *instance : design.instances) {
    const ModuleImage &module = design.moduleOf(*instance);
    for (uint32_t local = 0; local != module.signals.size(); ++local) {
      SignalId declared = instance->signalBase + local;
      if (!selection.isSelected(declared) || (module.signals[local].flags & SignalImplicit))
        continue;
      SlotEntry object = design.signalAt(*instance, local);
      if (!object.address || object.signal >= design.signalCount)
        continue;
      Leaf whole{module.signals[local].type, 0, false};
      forEachLeaf(design.image, whole, name, [&](const Leaf &leaf) {
        if (!selection.isSelected(declared, leaf.offset, leaf.isElement))
          return;
        const TypeImage &type = design.image.types[leaf.type];
        VariableTable::Row row;
        row.kind = *leafKind(type);
        row.address = object.address + leaf.offset;
        row.signal = object.signal;
        row.offset = uint32_t(leaf.offset);
        row.width = type.width ? type.width : 64;
        rows.push_back(row);
      });
    }
  }
  auto key = [](const VariableTable::Row &row) { return std::pair(row.signal, row.offset); };
  std::sort(rows.begin(), rows.end(),
            [&](const auto &x, const auto &y) { return key(x) < key(y); });
  rows.erase(std::unique(rows.begin(), rows.end(),
                         [&](const auto &x, const auto &y) { return key(x) == key(y); }),
             rows.end());
  firstRow.assign(design.signalCount, NoId);
  for (size_t i = rows.size(); i-- > 0;)
    firstRow[rows[i].signal] = uint32_t(i);
}

void Dump::declareAll() {
  writer->begin(design.image.timePrecision);
  Declarer(*this).declareTops();
  writer->endDeclarations();
}

} // namespace circtsim::waves
