//===- Emit.td - files of generated text ----------------------------------*- tablegen -*-===//
#ifndef CIRCTSIM_IR_CIRCT_EMIT_TD
#define CIRCTSIM_IR_CIRCT_EMIT_TD

include "mlir/IR/OpBase.td"
include "mlir/IR/SymbolInterfaces.td"

def EmitDialect : Dialect {
  let name = "emit";
  let summary = "files of generated text";
  let cppNamespace = "::circtsim::circt::emit";
}

class EmitOp<string mnemonic, list<Trait> traits = []> : Op<EmitDialect, mnemonic, traits>;
defvar TextBody = [Symbol, SingleBlock, NoTerminator, NoRegionArguments, IsolatedFromAbove];

def FileOp : EmitOp<"file", TextBody> {
  let arguments = (ins StrAttr:$file_name, OptionalAttr<SymbolNameAttr>:$sym_name);
  let regions = (region SizedRegion<1>:$bodyRegion);
  let assemblyFormat = "$file_name (`sym` $sym_name^)? $bodyRegion attr-dict";
  let extraClassDeclaration = "static bool isOptionalSymbol() { return true; }";
}
def FragmentOp : EmitOp<"fragment", TextBody # [HasParent<"::mlir::ModuleOp">]> {
  let arguments = (ins SymbolNameAttr:$sym_name);
  let regions = (region SizedRegion<1>:$bodyRegion);
  let assemblyFormat = "$sym_name $bodyRegion attr-dict";
}
def VerbatimOp : EmitOp<"verbatim", [HasParent<"FileOp">]> {
  let arguments = (ins StrAttr:$text);
  let assemblyFormat = "$text attr-dict";
}
def RefOp : EmitOp<"ref", [HasParent<"FileOp">]> {
  let arguments = (ins FlatSymbolRefAttr:$target);
  let assemblyFormat = "$target attr-dict";
}
def FileListOp : EmitOp<"file_list",
    [Symbol, DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let arguments = (ins StrAttr:$file_name, FlatSymbolRefArrayAttr:$files,
                       OptionalAttr<SymbolNameAttr>:$sym_name);
  let assemblyFormat = "$file_name `,` $files (`sym` $sym_name^)? attr-dict";
  let extraClassDeclaration = "static bool isOptionalSymbol() { return true; }";
}

#endif
