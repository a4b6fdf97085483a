//===- DebugLines.cpp - source positions of generated code ---------------------===//
//
// What debuggers and profilers need to name a place: file, line and hierarchical
// name. There are no variables. The positions are those of the bytecode, which
// messages at run time show too; a function whose text comes from several files
// (`include) has a lexical block for each.
//
// DWARF 4 is what every debugger and profiler in use reads. Names of files stay as they
// were given, so that objects do not depend on the folder they were made in.
//
//===----------------------------------------------------------------------===//
#include "Codegen/DebugLines.h"

#include "llvm/BinaryFormat/Dwarf.h"
#include "llvm/IR/Module.h"

using namespace circtsim;
using namespace circtsim::codegen;
using namespace circtsim::model;

DebugSource codegen::debugSourceOf(const Function &function, const DesignImage &image) {
  DebugSource source{image.functions[function.id].name, {}};
  for (const LineEntry &line : function.lines)
    if (line.pos.file < image.files.size())
      source.files.try_emplace(line.pos.file, image.files[line.pos.file]);
  return source;
}

DebugLines::DebugLines(llvm::Module &module, llvm::StringRef file) : builder(module) {
  module.addModuleFlag(llvm::Module::Max, "Dwarf Version", 4);
  module.addModuleFlag(llvm::Module::Warning, "Debug Info Version",
                       llvm::DEBUG_METADATA_VERSION);
  unit = builder.createCompileUnit(llvm::DISourceLanguageName(llvm::dwarf::DW_LANG_C11),
                                   builder.createFile(file, ""), "circt-sim",
                                   /*isOptimized=*/true, /*Flags=*/"", /*RV=*/0);
  type = builder.createSubroutineType(builder.getOrCreateTypeArray({}));
}

llvm::DIFile *DebugLines::fileOf(const DebugSource &source, uint32_t file) {
  if (file == NoId)
    return unit->getFile();
  auto it = source.files.find(file);
  return it == source.files.end() ? unit->getFile() : builder.createFile(it->second, "");
}

DebugLines::FunctionLines::FunctionLines(DebugLines &module, llvm::Function &code,
                                         const Function &function, const DebugSource &source)
    : module(module), function(function), source(source), locations(function.lines.size()) {
  SourcePos first = function.lines.empty() ? SourcePos() : function.lines.front().pos;
  mainFile = first.file;
  llvm::DIFile *file = module.fileOf(source, mainFile);
  subprogram = module.builder.createFunction(file, source.name, code.getName(), file, first.line,
                                             module.type, first.line, llvm::DINode::FlagZero,
                                             llvm::DISubprogram::SPFlagDefinition |
                                                 llvm::DISubprogram::SPFlagOptimized);
  code.setSubprogram(subprogram);
  start = llvm::DILocation::get(code.getContext(), first.line, first.column, subprogram);
}

llvm::DIScope *DebugLines::FunctionLines::scopeIn(uint32_t file) {
  if (file == mainFile || file == NoId)
    return subprogram;
  llvm::DIScope *&scope = scopes[file];
  if (!scope)
    scope = module.builder.createLexicalBlockFile(subprogram, module.fileOf(source, file));
  return scope;
}

llvm::DebugLoc DebugLines::FunctionLines::at(uint32_t unit) {
  auto next = std::upper_bound(function.lines.begin(), function.lines.end(), unit,
                               [](uint32_t u, const LineEntry &line) { return u < line.unit; });
  if (next == function.lines.begin())
    return start;
  SourcePos pos = std::prev(next)->pos;
  llvm::DebugLoc &location = locations[size_t(next - function.lines.begin()) - 1];
  if (!location)
    location = llvm::DILocation::get(subprogram->getContext(), pos.line, pos.column,
                                     scopeIn(pos.file));
  return location;
}
