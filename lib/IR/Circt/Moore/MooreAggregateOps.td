//===- MooreAggregateOps.td - arrays, queues, structures -------*- tablegen -*-===//
//
// IEEE 1800-2023 clause 7. Operations that change a queue or an associative array
// take a reference to it.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_IR_CIRCT_MOORE_MOOREAGGREGATEOPS_TD
#define CIRCTSIM_IR_CIRCT_MOORE_MOOREAGGREGATEOPS_TD

include "IR/Circt/Moore/MooreOpBase.td"

// --- Queues ------------------------------------------------------------------------

class QueueHolds<string item, string word>
    : Related<"queue and " # word # " types must match", "queue", item, "queueElementOf">;

class MooreQueueChange<string mnemonic, string what, dag more, dag produced, string syntax,
                       list<Trait> traits = []>
    : MooreOp<mnemonic, what, !con((ins MooreQueueRef:$queue), more), produced,
              syntax # " attr-dict `:` type($queue)", traits>;
class MooreQueuePush<string mnemonic, string what>
    : MooreQueueChange<mnemonic, what, (ins MooreAnyUnpacked:$element), (outs),
                       "$element `into` $queue", [QueueHolds<"element", "element">]>;
class MooreQueuePop<string mnemonic, string what>
    : MooreQueueChange<mnemonic, what, (ins), (outs MooreAnyUnpacked:$result), "`from` $queue",
                       [QueueHolds<"result", "element">]>;
class MooreQueueConversion<string mnemonic, string what, Type from>
    : MooreOp<mnemonic, what, (ins from:$input), (outs QueueType:$result),
              "$input attr-dict `:` type($input) `->` type($result)", [Pure]> {
  let hasVerifier = 1;
}

def QueuePushBackOp : MooreQueuePush<"push_back", "append an element">;
def QueuePushFrontOp : MooreQueuePush<"push_front", "prepend an element">;
def QueuePopBackOp : MooreQueuePop<"pop_back", "take the last element away">;
def QueuePopFrontOp : MooreQueuePop<"pop_front", "take the first element away">;
def QueueSetOp : MooreQueueChange<"queue.set", "overwrite an element",
  (ins MooreInt32:$index, MooreAnyUnpacked:$item), (outs), "$queue `[` $index `]` `=` $item",
  [QueueHolds<"item", "item">]>;
def QueueInsertOp : MooreQueueChange<"queue.insert", "insert before an index",
  (ins MooreInt32:$index, MooreAnyUnpacked:$item), (outs), "$item `into` $queue `at` $index",
  [QueueHolds<"item", "item">]>;
def QueueDeleteOp : MooreQueueChange<"queue.delete", "take one element away",
  (ins MooreInt32:$index), (outs), "`index` $index `of` $queue">;
def QueueClearOp : MooreQueueChange<"queue.clear", "take all elements away", (ins), (outs),
                                    "$queue">;
def QueueResizeOp : MooreQueueConversion<"queue.resize", "a queue with another bound",
                                         QueueType>;
def QueueFromUnpackedArrayOp : MooreQueueConversion<"queue.from_unpacked_array",
                                                    "the elements of an array", UnpackedArrayType>;
def QueueConcatOp : MooreOp<"queue.concat", "queues one after the other",
    (ins Variadic<QueueType>:$inputs), (outs QueueType:$result),
    "` ` `(` $inputs `)` attr-dict `:` `(` type($inputs) `)` type($result)", [Pure]> {
  let hasVerifier = 1;
}
def DynQueueExtractOp : MooreOp<"dyn_queue_extract", "an element or a slice of a queue",
    (ins QueueType:$input, MooreAnyUnpacked:$lowerIdx, MooreAnyUnpacked:$upperIdx),
    (outs MooreAnyUnpacked:$result),
    [{ $input `from` $lowerIdx `to` $upperIdx attr-dict `:` type($input) `,` type($lowerIdx) `->`
       type($result) }], [Pure, AllTypesMatch<["lowerIdx", "upperIdx"]>]> {
  let hasVerifier = 1;
}
def DynQueueRefElementOp : MooreOp<"dyn_queue_ref_element", "a reference to an element",
    (ins RefType:$input, MooreAnyUnpacked:$index), (outs RefType:$result),
    [{ $input `from` $index attr-dict `:` type($input) `,` type($index) `->` type($result) }],
    [Pure]>;

// --- Associative arrays ------------------------------------------------------------

class AssocIndexed<string array>
    : Related<"associative array index and given index must match", array, "index",
              "assocIndexOf">;

class MooreAssocChange<string mnemonic, string what, dag more, dag produced, string syntax,
                       list<Trait> traits = []>
    : MooreOp<mnemonic, what, !con((ins MooreAssocRef:$assoc_array), more), produced,
              syntax # " attr-dict `:` type($assoc_array)", traits>;
class MooreAssocWalk<string mnemonic, string what>
    : MooreAssocChange<mnemonic, what, (ins RefType:$index), (outs MooreInt32:$result),
        "`to` $index `from` $assoc_array",
        [Related<"associative array index type and given index type must match", "assoc_array",
                 "index", "refToAssocIndex">]>;

def AssocArrayExtractOp : MooreOp<"assoc_array_extract", "the element at an index",
    (ins AssocArrayType:$input, MooreAnyUnpacked:$index), (outs MooreAnyUnpacked:$result),
    "$input `[` $index `]` attr-dict `:` type($input)",
    [Pure, AssocIndexed<"input">,
     Related<"input's element type must match result type", "input", "result",
             "assocElementOf">]>;
def AssocArrayExtractRefOp : MooreOp<"assoc_array_extract_ref", "a reference to an element",
    (ins RefType:$input, MooreAnyUnpacked:$index), (outs RefType:$result),
    "$input `[` $index `]` attr-dict `:` type($input)",
    [AssocIndexed<"input">,
     Related<"input reference and result reference types must match", "input", "result",
             "refToAssocElement">]>;
def AssocArraySetOp : MooreAssocChange<"assoc_array.set", "overwrite or add an element",
    (ins MooreAnyUnpacked:$index, MooreAnyUnpacked:$value), (outs),
    "$assoc_array `[` $index `]` `=` $value",
    [AssocIndexed<"assoc_array">,
     Related<"element type of associative array and given value must match", "assoc_array",
             "value", "assocElementOf">]>;
def AssocArrayDeleteOp : MooreAssocChange<"assoc_array.delete", "take one element away",
    (ins MooreAnyUnpacked:$index), (outs), "`index` $index `from` $assoc_array",
    [AssocIndexed<"assoc_array">]>;
def AssocArrayClearOp : MooreAssocChange<"assoc_array.clear", "take all elements away", (ins),
                                         (outs), "$assoc_array">;
def AssocArrayExistsOp : MooreAssocChange<"assoc_array.exists", "whether an index has an element",
    (ins MooreAnyUnpacked:$index), (outs MooreInt32:$result), "$index `in` $assoc_array",
    [AssocIndexed<"assoc_array">]>;
def AssocArraySizeOp : MooreOp<"assoc_array.size", "number of elements",
    (ins MooreAssocRef:$assoc_array), (outs MooreInt32:$result),
    "$assoc_array `:` type($assoc_array) attr-dict">;
def AssocArrayFirstOp : MooreAssocWalk<"assoc_array.first", "the least index">;
def AssocArrayLastOp : MooreAssocWalk<"assoc_array.last", "the greatest index">;
def AssocArrayNextOp : MooreAssocWalk<"assoc_array.next", "the next greater index">;
def AssocArrayPrevOp : MooreAssocWalk<"assoc_array.prev", "the next smaller index">;

// --- Other arrays ------------------------------------------------------------------

def ArrayCreateOp : MooreOp<"array_create", "an array of the operands",
    (ins Variadic<MooreAnyUnpacked>:$elements), (outs MooreAnyArray:$result),
    "$elements attr-dict `:` type($elements) `->` type($result)", [Pure, SameTypeOperands]> {
  let hasVerifier = 1;
}
def OpenUArrayCreateOp : MooreOp<"open_uarray_create", "a dynamic array of a size",
    (ins MooreVector:$initialSize), (outs OpenUnpackedArrayType:$result),
    "$initialSize attr-dict `:` type($initialSize) `->` type($result)">;
def OpenUArraySizeOp : MooreOp<"open_uarray_size", "number of elements",
    (ins OpenUnpackedArrayType:$arr), (outs MooreInt32:$result),
    "$arr attr-dict `:` type($arr)">;
def OpenUArrayDeleteOp : MooreOp<"open_uarray_delete", "take all elements away",
    (ins OpenUnpackedArrayType:$arr), (outs VoidType), "$arr attr-dict `:` type($arr)">;

// --- Structures and unions ---------------------------------------------------------

class MooreMemberOp<string mnemonic, string what, dag operands, dag produced, string syntax,
                    list<Trait> traits = []>
    : MooreOp<mnemonic, what, operands, produced, syntax, traits> {
  let hasVerifier = 1;
}
class MooreMemberExtract<string mnemonic, string what, Type from, Type to,
                         list<Trait> traits = []>
    : MooreMemberOp<mnemonic, what, (ins StrAttr:$fieldName, from:$input), (outs to:$result),
                    "$input `,` $fieldName attr-dict `:` type($input) `->` type($result)", traits>;

def StructCreateOp : MooreMemberOp<"struct_create", "a structure of the operands",
  (ins Variadic<MooreAnyUnpacked>:$fields), (outs MooreAnyStruct:$result),
  "$fields attr-dict `:` type($fields) `->` type($result)", [Pure]>;
def StructExtractOp
    : MooreMemberExtract<"struct_extract", "a member", MooreAnyStruct, MooreAnyUnpacked, [Pure]>;
def StructExtractRefOp : MooreMemberExtract<"struct_extract_ref", "a reference to a member",
                                            MooreAnyStructRef, RefType, [Pure]>;
def StructInjectOp : MooreMemberOp<"struct_inject", "the structure with another member value",
  (ins MooreAnyStruct:$input, StrAttr:$fieldName, MooreAnyUnpacked:$newValue),
  (outs MooreAnyStruct:$result),
  "$input `,` $fieldName `,` $newValue attr-dict `:` type($input) `,` type($newValue)",
  [Pure, AllTypesMatch<["input", "result"]>]>;
def UnionCreateOp : MooreMemberOp<"union_create", "a union with one member set",
  (ins MooreAnyUnpacked:$input, StrAttr:$fieldName), (outs MooreAnyUnpacked:$result),
  "$input attr-dict `:` type($input) `->` type($result)", [Pure]>;
def UnionExtractOp
    : MooreMemberExtract<"union_extract", "a member", MooreAnyUnpacked, MooreAnyUnpacked>;
def UnionExtractRefOp
    : MooreMemberExtract<"union_extract_ref", "a reference to a member", RefType, RefType>;

#endif
