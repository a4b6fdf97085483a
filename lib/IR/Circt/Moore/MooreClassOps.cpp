//===- MooreClassOps.cpp - classes and their virtual methods ----------------===//
//
// Handles name their class; the checks find its declaration and, for methods and
// upcasts, follow the chain of base classes.
//
//===----------------------------------------------------------------------===//

#include "IR/Circt/Moore/Moore.h"

using namespace mlir;
using namespace circtsim::circt::moore;

LogicalResult ClassDeclOp::verify() {
  for (Block &block : getBody())
    for (Operation &member : block)
      if (!isa<ClassPropertyDeclOp, ClassMethodDeclOp>(member))
        return emitOpError("body may only contain 'moore.class.propertydecl' operations");
  return success();
}

/// The base class of `declaration`; null if there is none.
static ClassDeclOp baseOf(ClassDeclOp declaration, Operation *from,
                          SymbolTableCollection &tables) {
  SymbolRefAttr base = declaration.getBaseAttr();
  return base ? tables.lookupNearestSymbolFrom<ClassDeclOp>(from, base) : ClassDeclOp();
}

/// The declaration of the class of a handle, or an error.
static ClassDeclOp requireClass(Operation *op, SymbolRefAttr name,
                                SymbolTableCollection &tables) {
  Operation *symbol = tables.lookupNearestSymbolFrom(op, name);
  if (!symbol) {
    op->emitOpError("referenced class symbol `") << name << "` was not found";
    return {};
  }
  auto declaration = dyn_cast<ClassDeclOp>(symbol);
  if (!declaration)
    op->emitOpError("symbol `") << name << "` does not name a `moore.class.classdecl`";
  return declaration;
}

LogicalResult ClassNewOp::verify() {
  SymbolTableCollection tables;
  return success(bool(requireClass(*this, getType().getClassSym(), tables)));
}

// --- Properties and conversions -----------------------------------------------------

LogicalResult ClassPropertyRefOp::verifySymbolUses(SymbolTableCollection &tables) {
  SymbolRefAttr name = getInstance().getType().getClassSym();
  ClassDeclOp declaration = requireClass(*this, name, tables);
  if (!declaration)
    return failure();
  Operation *member = tables.lookupSymbolIn(declaration, getPropertyAttr().getAttr());
  if (!member)
    return emitOpError("no field `") << getPropertyAttr() << "` in class " << name;
  auto property = dyn_cast<ClassPropertyDeclOp>(member);
  if (!property)
    return emitOpError("symbol `")
           << getPropertyAttr() << "` is not a `moore.class.propertydecl`";
  UnpackedType type = getPropertyRef().getType().getNestedType();
  if (type != property.getType())
    return emitOpError("result element type (")
           << type << ") does not match field type (" << property.getType() << ")";
  return success();
}

LogicalResult ClassUpcastOp::verifySymbolUses(SymbolTableCollection &tables) {
  SymbolRefAttr from = getInstance().getType().getClassSym();
  SymbolRefAttr to = getType().getClassSym();
  if (from == to)
    return success();
  Operation *fromOp = tables.lookupNearestSymbolFrom(*this, from);
  Operation *toOp = tables.lookupNearestSymbolFrom(*this, to);
  if (!fromOp || !toOp)
    return emitOpError("failed to resolve class symbol(s): src=") << from << ", dst=" << to;
  if (!isa<ClassDeclOp>(fromOp) || !isa<ClassDeclOp>(toOp))
    return emitOpError("symbol(s) do not name `moore.class.classdecl` ops: src=")
           << from << ", dst=" << to;
  llvm::SmallPtrSet<Operation *, 8> seen;
  for (auto c = cast<ClassDeclOp>(fromOp); c && seen.insert(c).second; c = baseOf(c, *this, tables))
    if (c == toOp)
      return success();
  return emitOpError("cannot upcast from ")
         << from << " to " << to << " (destination is not a base class)";
}

// --- Virtual methods ----------------------------------------------------------------

LogicalResult VTableLoadMethodOp::verifySymbolUses(SymbolTableCollection &tables) {
  SymbolRefAttr name = getObject().getType().getClassSym();
  auto declaration = tables.lookupNearestSymbolFrom<ClassDeclOp>(*this, name);
  if (!declaration)
    return emitOpError("implementing class ") << name << " not found";
  StringAttr method = getMethodSymAttr().getLeafReference();
  if (method.getValue().empty())
    return emitOpError("empty method name");
  Operation *member = nullptr;
  llvm::SmallPtrSet<Operation *, 8> seen;
  for (ClassDeclOp c = declaration; c && !member && seen.insert(c).second;
       c = baseOf(c, *this, tables))
    member = tables.lookupSymbolIn(c, method);
  if (!member)
    return emitOpError("no method `")
           << method << "` found in " << declaration.getSymName() << " or its bases";
  auto found = dyn_cast<ClassMethodDeclOp>(member);
  if (!found)
    return emitOpError("`") << method << "` is not a method declaration";
  if (getType() != found.getFunctionType())
    return emitOpError("result type ")
           << getType() << " does not match method erased ABI " << found.getFunctionType();
  return success();
}

LogicalResult VTableOp::verifySymbolUses(SymbolTableCollection &tables) {
  StringAttr root = getSymNameAttr().getRootReference();
  Operation *symbol = tables.lookupNearestSymbolFrom(*this, root);
  if (!symbol)
    return emitOpError("cannot resolve root class symbol '")
           << root << "' for sym_name " << getSymNameAttr();
  if (!isa<ClassDeclOp>(symbol))
    return emitOpError("root of sym_name must name a 'moore.class.classdecl', got ")
           << getSymNameAttr();
  return success();
}

LogicalResult VTableOp::verifyRegions() {
  for (Block &block : getBody())
    for (Operation &entry : block)
      if (!isa<VTableOp, VTableEntryOp>(entry))
        return emitOpError("body may only contain 'moore.vtable' or 'moore.vtable_entry' ops");
  return success();
}

/// The method `name` with a body in the class that `table` belongs to; null if
/// the class does not have one.
static ClassMethodDeclOp implementedMethod(VTableOp table, StringRef name,
                                           SymbolTableCollection &tables) {
  auto declaration = tables.lookupNearestSymbolFrom<ClassDeclOp>(
      table, table.getSymNameAttr().getRootReference());
  if (!declaration)
    return {};
  auto method = dyn_cast_or_null<ClassMethodDeclOp>(tables.lookupSymbolIn(
      declaration, StringAttr::get(table.getContext(), name)));
  return method && method.getImpl() ? method : ClassMethodDeclOp();
}

/// An entry is right if the innermost table around it whose class has the method
/// has this very function, and no table further out, of a class that is more
/// derived, has another.
LogicalResult VTableEntryOp::verifySymbolUses(SymbolTableCollection &tables) {
  if (!tables.lookupNearestSymbolFrom<func::FuncOp>(*this, getTargetAttr()))
    return emitOpError("cannot resolve target symbol to a function operation ")
           << getTargetAttr();
  auto table = dyn_cast<VTableOp>((*this)->getParentOp());
  if (!table)
    return emitOpError("must be nested directly inside a 'moore.vtable' op");
  bool defined = false;
  for (; table; table = dyn_cast<VTableOp>(table->getParentOp())) {
    ClassMethodDeclOp method = implementedMethod(table, getName(), tables);
    if (!method)
      continue;
    if (method.getImplAttr() == getTargetAttr())
      defined = true;
    else if (defined)
      return emitOpError("Target ")
             << getTargetAttr() << " should be overridden by " << table.getSymNameAttr();
  }
  if (!defined)
    return emitOpError("Parent class does not point to any implementation!");
  return success();
}
