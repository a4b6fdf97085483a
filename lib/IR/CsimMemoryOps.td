//===- CsimMemoryOps.td - references, loads, stores, drives -----*- tablegen -*-===//
#ifndef CIRCTSIM_IR_CSIMMEMORYOPS_TD
#define CIRCTSIM_IR_CSIMMEMORYOPS_TD

include "CsimOpBase.td"

class StoredTypeMatches<string value, string ref>
    : TypesMatchWith<"stored value has the pointee type of the reference", ref, value,
                     "::llvm::cast<::circtsim::csim::RefType>($_self).getPointee()">;

// --- Making references -----------------------------------------------------------

def AddrOp : CsimOp<"addr", [Pure, DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "reference to a signal, port, external signal or driver of the module";
  let arguments = (ins FlatSymbolRefAttr:$symbol);
  let results = (outs RefType:$result);
  let assemblyFormat = "$symbol attr-dict `:` qualified(type($result))";
  let builders = [OpBuilder<(ins "::llvm::StringRef":$symbol, "::mlir::Type":$pointee), [{
    build($_builder, $_state, RefType::get(pointee), symbol);
  }]>];
}
def HandleOp : CsimOp<"handle", [Pure, DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "handle of an external instance (25.9)";
  let arguments = (ins FlatSymbolRefAttr:$instance);
  let results = (outs AnyInstanceHandle:$result);
  let assemblyFormat = "$instance attr-dict `:` qualified(type($result))";
}
def MemberRefOp : CsimOp<"member_ref", [MemoryEffects<[MemRead]>,
                                        DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "reference to a signal of the instance behind a handle";
  let description = [{
    `csim.member_ref %h @Mod::@s`, @Mod being the module of the handle's type. Null is a fault;
    with `lenient` it gives the null reference.
  }];
  let arguments = (ins AnyInstanceHandle:$instance, SymbolRefAttr:$member, UnitAttr:$lenient);
  let results = (outs RefType:$result);
  let assemblyFormat = [{
    (`lenient` $lenient^)? $instance $member attr-dict `:` qualified(type($instance)) `->`
    qualified(type($result))
  }];
}
def MemberHandleOp : CsimOp<"member_handle", [MemoryEffects<[MemRead]>,
                                              DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "handle of an external instance of the instance behind a handle";
  let description = "As csim.member_ref; with `lenient` null stays null.";
  let arguments = (ins AnyInstanceHandle:$instance, SymbolRefAttr:$member, UnitAttr:$lenient);
  let results = (outs AnyInstanceHandle:$result);
  let assemblyFormat = [{
    (`lenient` $lenient^)? $instance $member attr-dict `:` qualified(type($instance)) `->`
    qualified(type($result))
  }];
}
def LocalOp : CsimOp<"local", [DeclareOpInterfaceMethods<PromotableAllocationOpInterface>]> {
  let summary = "automatic variable in the frame";
  let description = [{
    Executing the operation gives the variable its type's default value (Table 6-7).
    Promoted to SSA values by mem2reg unless `volatile`. Values of it that must be
    seen behind a disabled scope are kept in memory by Transforms, not by `volatile`.
  }];
  let arguments = (ins UnitAttr:$isVolatile, OptionalAttr<StrAttr>:$name);
  let results = (outs Res<RefType, "", [MemAlloc<DefaultResource>]>:$result);
  let assemblyFormat = [{
    (`volatile` $isVolatile^)? ($name^)? attr-dict `:` qualified(type($result))
  }];
  let skipDefaultBuilders = 1;
  let builders = [OpBuilder<(ins "::mlir::Type":$pointee, CArg<"bool", "false">:$isVolatile,
                                 CArg<"::llvm::StringRef", "{}">:$name)>];
}
def CellOp : CsimOp<"cell", [MemoryEffects<[MemAlloc, MemWrite]>]> {
  let summary = "new variable on the heap, with its type's default value";
  let description = "For automatic variables that outlive their frame or are captured by fork.";
  let arguments = (ins OptionalAttr<StrAttr>:$name);
  let results = (outs RefType:$result);
  let assemblyFormat = "($name^)? attr-dict `:` qualified(type($result))";
  let skipDefaultBuilders = 1;
  let builders = [OpBuilder<(ins "::mlir::Type":$pointee,
                                 CArg<"::llvm::StringRef", "{}">:$name)>];
}
def ElemRefOp : CsimOp<"elem_ref", [Pure, InferTypeOpAdaptor]> {
  let summary = "element at a storage position; out of range: the null reference";
  let description = "The null reference reads as x or 0 and swallows stores (7.4.5).";
  let arguments = (ins RefType:$ref, I64:$index);
  let results = (outs RefType:$result);
  let assemblyFormat = "$ref `[` $index `]` attr-dict `:` qualified(type($ref))";
  let hasVerifier = 1;
}
def DynRefOp : CsimOp<"dyn_ref", [MemoryEffects<[MemRead]>]> {
  let summary = "element of a dynamic array or queue";
  let description = [{
    A position that the array does not have gives a warning and the null reference. `writes`:
    the element is going to be written, and the position behind the last element of a queue
    appends one (7.10.1).
  }];
  let arguments = (ins RefType:$ref, I64:$index, UnitAttr:$writes);
  let results = (outs RefType:$result);
  let assemblyFormat = [{
    (`writes` $writes^)? $ref `[` $index `]` attr-dict `:` qualified(type($ref)) `->`
    qualified(type($result))
  }];
  let builders = [OpBuilder<(ins "::mlir::Value":$ref, "::mlir::Value":$index, "bool":$writes)>];
  let hasVerifier = 1;
}
def DynSizeOp : CsimOp<"dyn_size", [MemoryEffects<[MemRead]>]> {
  let summary = "number of elements of a dynamic, queue or associative array";
  let arguments = (ins RefType:$ref);
  let results = (outs I64:$result);
  let assemblyFormat = "$ref attr-dict `:` qualified(type($ref))";
  let hasVerifier = 1;
}
def TypeIdOp : CsimOp<"type_id", [Pure]> {
  let summary = "number by which the runtime knows a type";
  let arguments = (ins TypeAttr:$type);
  let results = (outs I64:$result);
  let assemblyFormat = "$type attr-dict";
}
def FieldRefOp : CsimOp<"field_ref", [Pure, InferTypeOpAdaptor]> {
  let summary = "member `field` (a number) of an unpacked structure or union";
  let arguments = (ins RefType:$ref, I32Attr:$field);
  let results = (outs RefType:$result);
  let assemblyFormat = "$ref `[` $field `]` attr-dict `:` qualified(type($ref))";
  let hasVerifier = 1;
}
def BitsRefOp : CsimOp<"bits_ref", [Pure]> {
  let summary = "bits of a packed object, from a constant or run-time position";
  let description = [{
    `csim.bits_ref %r from 4` or `csim.bits_ref %r[%i]`. Bits out of range read as x
    (0 in iN) and swallow stores.
  }];
  let arguments = (ins RefType:$ref, Optional<I64>:$index,
                       DefaultValuedAttr<I32Attr, "0">:$lo);
  let results = (outs RefType:$result);
  let assemblyFormat = [{
    $ref (`[` $index^ `]`)? (`from` $lo^)? attr-dict `:` qualified(type($ref)) `->`
    qualified(type($result))
  }];
  let builders = [
    OpBuilder<(ins "::mlir::Value":$ref, "unsigned":$lo, "unsigned":$width)>,
    OpBuilder<(ins "::mlir::Value":$ref, "::mlir::Value":$index, "unsigned":$width)>
  ];
  let hasVerifier = 1;
  let hasCanonicalizer = 1;
}
def EqRefOp : CsimOp<"eq_ref", [MemoryEffects<[MemRead]>, SameTypeOperands]> {
  let summary = "objects at both references are equal (=== on every bit)";
  let arguments = (ins RefType:$lhs, RefType:$rhs);
  let results = (outs I1:$result);
  let assemblyFormat = "$lhs `,` $rhs attr-dict `:` qualified(type($lhs))";
}

// --- Access ------------------------------------------------------------------------

def LoadOp : CsimOp<"load", [DeclareOpInterfaceMethods<PromotableMemOpInterface>,
    TypesMatchWith<"result has the pointee type", "ref", "result",
                   "::llvm::cast<::circtsim::csim::RefType>($_self).getPointee()">]> {
  let summary = "reads a scalar";
  let arguments = (ins Arg<RefType, "", [MemRead]>:$ref);
  let results = (outs ScalarType:$result);
  let assemblyFormat = "$ref attr-dict `:` qualified(type($ref))";
  let hasCanonicalizer = 1;
}
def StoreOp : CsimOp<"store", [DeclareOpInterfaceMethods<PromotableMemOpInterface>,
                               StoredTypeMatches<"value", "ref">]> {
  let summary = "blocking assignment: compares, writes, notifies";
  let arguments = (ins ScalarType:$value, Arg<RefType, "", [MemWrite]>:$ref);
  let assemblyFormat = "$value `,` $ref attr-dict `:` qualified(type($ref))";
  let hasCanonicalizer = 1;
}
def CopyOp : CsimOp<"copy", [MemoryEffects<[MemRead, MemWrite]>, SameTypeOperands]> {
  let summary = "assigns a whole object, element by element, with notification";
  let description = [{
    Dynamic arrays in the object are copied too. `moves`: the source is a temporary that is
    not used again, whose arrays become the target's.
  }];
  let arguments = (ins RefType:$target, RefType:$source, UnitAttr:$moves);
  let assemblyFormat = "(`moves` $moves^)? $source `to` $target attr-dict `:` qualified(type($target))";
  let builders = [OpBuilder<(ins "::mlir::Value":$target, "::mlir::Value":$source,
                                 CArg<"bool", "false">:$moves)>];
}
def InitOp : CsimOp<"init", [MemoryEffects<[MemWrite]>]> {
  let summary = "gives the object its default value (Table 6-7), without notification";
  let arguments = (ins RefType:$ref);
  let assemblyFormat = "$ref attr-dict `:` qualified(type($ref))";
}
def NbaOp : CsimOp<"nba", [MemoryEffects<[MemWrite]>, StoredTypeMatches<"value", "ref">]> {
  let summary = "nonblocking assignment, after `after` ticks (10.4.2)";
  let arguments = (ins ScalarType:$value, RefType:$ref, Optional<I64>:$after);
  let assemblyFormat = "$value `,` $ref (`after` $after^)? attr-dict `:` qualified(type($ref))";
}
def NbaEventOp : CsimOp<"nba_event", [MemoryEffects<[MemWrite]>, AttrSizedOperandSegments,
                                      StoredTypeMatches<"value", "ref">]> {
  let summary = "nonblocking assignment when an event has happened `repeat` times (9.4.5)";
  let description = [{
    `triggers`: the named event that is the value is triggered instead (15.5.1).
  }];
  let arguments = (ins ScalarType:$value, RefType:$ref, DenseI32ArrayAttr:$edges,
                       Variadic<RefType>:$events, Optional<I64>:$repeat, UnitAttr:$triggers);
  let assemblyFormat = [{
    (`triggers` $triggers^)? $value `,` $ref (`repeat` $repeat^)? `on` custom<EventTerms>($edges, $events, type($events))
    attr-dict `:` qualified(type($ref))
  }];
  let hasVerifier = 1;
}
def NbaCopyOp : CsimOp<"nba_copy", [MemoryEffects<[MemRead, MemWrite]>,
                                    AllTypesMatch<["target", "source"]>]> {
  let summary = "nonblocking assignment of a whole object; the value is taken now";
  let arguments = (ins RefType:$target, RefType:$source, Optional<I64>:$after);
  let assemblyFormat = [{
    $source `to` $target (`after` $after^)? attr-dict `:` qualified(type($target))
  }];
}
def DriveOp : CsimOp<"drive", [MemoryEffects<[MemWrite]>, AttrSizedOperandSegments,
                               StoredTypeMatches<"value", "ref">]> {
  let summary = "continuous assignment with inertial delays rise, fall, turn-off in ticks (10.3.3)";
  let arguments = (ins ScalarType:$value, RefType:$ref, Optional<I64>:$rise,
                       Optional<I64>:$fall, Optional<I64>:$turnOff);
  let assemblyFormat = [{
    $value `,` $ref (`delays` $rise^ `,` $fall `,` $turnOff)? attr-dict `:` qualified(type($ref))
  }];
  let builders = [OpBuilder<(ins "::mlir::Value":$value, "::mlir::Value":$ref), [{
    build($_builder, $_state, value, ref, {}, {}, {});
  }]>];
  let hasVerifier = 1;
}

// --- Force and procedural continuous assignment (10.6) ----------------------------------

def ForceOp : CsimOp<"force", [MemoryEffects<[MemWrite]>,
                               DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "forces (or `assign`s) the object; its value follows through the process @f";
  let description = [{
    @f takes no arguments and loops: evaluate, csim.force_store, wait for a change.
  }];
  let arguments = (ins RefType:$ref, FlatSymbolRefAttr:$process, UnitAttr:$assign);
  let assemblyFormat = [{
    (`assign` $assign^)? $ref `by` $process attr-dict `:` qualified(type($ref))
  }];
}
def ForceStoreOp : CsimOp<"force_store", [MemoryEffects<[MemWrite]>,
                                          StoredTypeMatches<"value", "ref">]> {
  let summary = "writes the forced (or assigned) value";
  let arguments = (ins ScalarType:$value, RefType:$ref, UnitAttr:$assign);
  let assemblyFormat = "(`assign` $assign^)? $value `,` $ref attr-dict `:` qualified(type($ref))";
}
def ReleaseOp : CsimOp<"release", [MemoryEffects<[MemWrite]>]> {
  let summary = "release (or deassign)";
  let arguments = (ins RefType:$ref, UnitAttr:$assign);
  let assemblyFormat = "(`assign` $assign^)? $ref attr-dict `:` qualified(type($ref))";
}

#endif
