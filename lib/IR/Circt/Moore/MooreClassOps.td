//===- MooreClassOps.td - classes ------------------------------*- tablegen -*-===//
//
// IEEE 1800-2023 clause 8. A table of virtual methods nests the tables of the
// base classes; each entry names the function that a call through it reaches.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_IR_CIRCT_MOORE_MOORECLASSOPS_TD
#define CIRCTSIM_IR_CIRCT_MOORE_MOORECLASSOPS_TD

include "IR/Circt/Moore/MooreOpBase.td"

def ClassDeclOp : MooreOp<"class.classdecl", "a class",
    (ins SymbolNameAttr:$sym_name, OptionalAttr<SymbolRefAttr>:$base,
         OptionalAttr<SymbolRefArrayAttr>:$implementedInterfaces), (outs),
    [{ $sym_name (`extends` $base^)? (`implements` $implementedInterfaces^)?
       attr-dict-with-keyword $body }],
    [Symbol, SymbolTable, IsolatedFromAbove, NoTerminator, SingleBlock]> {
  let regions = (region AnyRegion:$body);
  let hasVerifier = 1;
}
class MooreClassMember<string mnemonic, string what, dag operands, string syntax>
    : MooreOp<"class." # mnemonic, what, operands, (outs), syntax,
              [Symbol, HasParent<"ClassDeclOp">]>;
def ClassPropertyDeclOp : MooreClassMember<"propertydecl", "a property of a class",
  (ins SymbolNameAttr:$sym_name, TypeAttr:$type), "$sym_name `:` $type attr-dict">;
def ClassMethodDeclOp : MooreClassMember<"methoddecl", "a virtual method of a class",
  (ins SymbolNameAttr:$sym_name, TypeAttrOf<FunctionType>:$function_type,
       OptionalAttr<SymbolRefAttr>:$impl),
  "$sym_name (`->` $impl^)? `:` $function_type attr-dict">;

def ClassNewOp : MooreOp<"class.new", "a new object", (ins),
    (outs Res<ClassHandleType, "", [MemAlloc]>:$result), "`:` type($result) attr-dict"> {
  let hasVerifier = 1;
}
def ClassPropertyRefOp : MooreOp<"class.property_ref", "a reference to a property of an object",
  (ins ClassHandleType:$instance, FlatSymbolRefAttr:$property), (outs RefType:$propertyRef),
  "$instance `[` $property `]` `:` type($instance) `->` type($propertyRef) attr-dict",
  [Pure, usesSymbols]>;
def ClassUpcastOp : MooreOp<"class.upcast", "a handle as one of a base class",
  (ins ClassHandleType:$instance), (outs ClassHandleType:$result),
  "$instance `:` type($instance) `to` type($result) attr-dict", [Pure, usesSymbols]>;

def MooreFunctionType : Type<CPred<"::llvm::isa<::mlir::FunctionType>($_self)">>;
def VTableLoadMethodOp : MooreOp<"vtable.load_method", "the method that an object has",
  (ins ClassHandleType:$object, SymbolRefAttr:$methodSym), (outs MooreFunctionType:$result),
  "$object `:` $methodSym `of` type($object) `->` type($result) attr-dict", [Pure, usesSymbols]>;
def VTableOp : MooreOp<"vtable", "the virtual methods of a class", (ins SymbolRefAttr:$sym_name),
    (outs), "$sym_name attr-dict-with-keyword $body",
    [NoTerminator, SingleBlock, IsolatedFromAbove, usesSymbols]> {
  let regions = (region AnyRegion:$body);
  let hasRegionVerifier = 1;
}
def VTableEntryOp : MooreOp<"vtable_entry", "a virtual method and its function",
  (ins SymbolNameAttr:$name, SymbolRefAttr:$target), (outs), "$name `->` $target attr-dict",
  [usesSymbols]>;

#endif
