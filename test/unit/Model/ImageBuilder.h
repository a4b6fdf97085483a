//===- ImageBuilder.h - hand-made design images for tests --------*- C++ -*-===//
#ifndef CIRCTSIM_TEST_UNIT_MODEL_IMAGEBUILDER_H
#define CIRCTSIM_TEST_UNIT_MODEL_IMAGEBUILDER_H

#include "Model/DesignImage.h"
#include "Model/Storage.h"

namespace circtsim::test {

using namespace circtsim::model;

/// Builds a DesignImage declaration by declaration. Every method returns the
/// index of what it made.
class ImageBuilder {
public:
  DesignImage image;

  TypeId logic(uint32_t width) { return packed(TypeKind::Logic, width); }
  TypeId bits(uint32_t width) { return packed(TypeKind::Bits, width); }
  TypeId scalar(TypeKind kind) {
    TypeImage type;
    type.kind = kind;
    type.size = type.unit = 8;
    type.width = kind == TypeKind::Real ? 64 : 0;
    return add(type);
  }
  TypeId array(TypeId element, uint64_t count) {
    TypeImage type;
    type.kind = TypeKind::Array;
    type.element = element;
    type.count = count;
    type.stride = image.types[element].size;
    type.size = count * type.stride;
    type.right = int32_t(count) - 1;
    return add(type);
  }
  TypeId structure(std::vector<TypeId> members) {
    TypeImage type;
    type.kind = TypeKind::Struct;
    for (TypeId member : members) {
      uint64_t align = image.types[member].unit ? image.types[member].unit : 8;
      type.size = (type.size + align - 1) / align * align;
      type.fields.push_back({"m" + std::to_string(type.fields.size()), member,
                             uint32_t(type.size)});
      type.size += image.types[member].size;
    }
    return add(type);
  }

  ModuleId module(std::string name) {
    ModuleImage m;
    m.name = m.definition = std::move(name);
    m.library = model::DefaultLibrary;
    m.scopes.push_back({m.name, ScopeKind::Module, NoId});
    image.modules.push_back(std::move(m));
    return ModuleId(image.modules.size() - 1);
  }
  uint32_t scope(ModuleId m, std::string name, uint32_t parent = 0) {
    image.modules[m].scopes.push_back({std::move(name), ScopeKind::Begin, parent});
    return uint32_t(image.modules[m].scopes.size() - 1);
  }
  uint32_t signal(ModuleId m, std::string name, TypeId type, NetKind net = NetKind::Variable,
                  uint32_t inScope = 0) {
    ModuleImage &module = image.modules[m];
    SignalImage s;
    s.name = std::move(name);
    s.type = type;
    s.net = net;
    s.scope = inScope;
    module.blockSize = (module.blockSize + 7) / 8 * 8;
    s.offset = uint32_t(module.blockSize);
    module.blockSize += image.types[type].size;
    module.signals.push_back(std::move(s));
    return uint32_t(module.signals.size() - 1);
  }
  uint32_t offset(ModuleId m, uint32_t signal) const {
    return image.modules[m].signals[signal].offset;
  }
  /// Declares a signal, its port and its slot; returns the port, whose index is
  /// also that of the slot if ports come before other slots.
  uint32_t port(ModuleId m, std::string name, PortDirection direction, TypeId type,
                NetKind net = NetKind::Variable) {
    uint32_t local = signal(m, name, type, net);
    ModuleImage &module = image.modules[m];
    module.signals[local].flags |= SignalIsPort;
    PortImage p;
    p.name = name;
    p.direction = direction;
    p.signal = local;
    p.slot = uint32_t(module.slots.size());
    module.ports.push_back(p);
    SlotImage s;
    s.kind = SlotKind::Port;
    s.local = uint32_t(module.ports.size() - 1);
    module.slots.push_back(s);
    return s.local;
  }
  uint32_t slot(ModuleId m, SlotKind kind, uint32_t up, std::vector<std::string> path) {
    SlotImage s;
    s.kind = kind;
    s.up = up;
    s.path = std::move(path);
    image.modules[m].slots.push_back(s);
    return uint32_t(image.modules[m].slots.size() - 1);
  }
  /// A driver and its slot; returns the slot.
  uint32_t driver(ModuleId m, uint32_t net, uint32_t lo = 0, uint32_t width = 0,
                  DriveStrength strength = {}, SignalOperand kind = SignalOperand::Local) {
    DriverImage d;
    d.netKind = kind;
    d.net = net;
    d.lo = lo;
    d.width = width;
    d.strength = strength;
    image.modules[m].drivers.push_back(d);
    SlotImage s;
    s.kind = SlotKind::Driver;
    s.local = uint32_t(image.modules[m].drivers.size() - 1);
    image.modules[m].slots.push_back(s);
    return uint32_t(image.modules[m].slots.size() - 1);
  }
  /// Instantiates `child`; actuals are local signals of the parent per port, NoId
  /// for unconnected.
  uint32_t child(ModuleId parent, std::string name, ModuleId child,
                 std::vector<uint32_t> actuals = {}) {
    ChildImage c;
    c.name = std::move(name);
    c.module = child;
    for (uint32_t i = 0; i != actuals.size(); ++i) {
      PortBinding binding;
      binding.port = i;
      binding.signal = actuals[i];
      c.ports.push_back(binding);
    }
    image.modules[parent].children.push_back(c);
    return uint32_t(image.modules[parent].children.size() - 1);
  }
  void top(ModuleId m) { image.tops.push_back({image.modules[m].name, m}); }

private:
  TypeId packed(TypeKind kind, uint32_t width) {
    TypeImage type;
    type.kind = kind;
    type.width = width;
    type.size = packedBytes(width);
    type.unit = width <= 64 ? unitBytes(width) : 0;
    type.left = int32_t(width) - 1;
    return add(type);
  }
  TypeId add(TypeImage type) {
    image.types.push_back(std::move(type));
    return TypeId(image.types.size() - 1);
  }
};

} // namespace circtsim::test

#endif
