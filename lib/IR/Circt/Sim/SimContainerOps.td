//===- SimContainerOps.td - queues and associative arrays ------*- tablegen -*-===//
//
// Containers are values here: an operation that changes one returns the new one.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_IR_CIRCT_SIM_SIMCONTAINEROPS_TD
#define CIRCTSIM_IR_CIRCT_SIM_SIMCONTAINEROPS_TD

include "IR/Circt/Sim/SimOpBase.td"

def SimContainerPredicate : SimNumbered<"UArrayCmpPredicate",
  "unpacked-array-like container comparison predicate",
  [I64EnumAttrCase<"eq", 0>, I64EnumAttrCase<"ne", 1>]>;
class SimContainerCompare<string mnemonic, string what, Type container>
    : SimOp<mnemonic, what,
            (ins SimContainerPredicate:$predicate, container:$lhs, container:$rhs),
            (outs I1:$result), "$predicate $lhs `,` $rhs attr-dict `:` type($lhs)",
            [Pure, Commutative, SameTypeOperands]>;

// --- Queues ------------------------------------------------------------------------

class QueueHolds<string item, string word>
    : TypesMatchWith<!strconcat("queue and ", word, " types must match"), "queue", item,
        "::llvm::cast<::circtsim::circt::sim::QueueType>($_self).getElementType()">;
defvar sameQueue = AllTypesMatch<["queue", "outQueue"]>;

class SimQueueOp<string mnemonic, string what, dag more, dag produced, string syntax,
                 list<Trait> traits = []>
    : SimOp<"queue." # mnemonic, what, !con((ins QueueType:$queue), more), produced,
            syntax # " attr-dict `:` type($queue)", traits # [Pure]>;
class SimQueueChange<string mnemonic, string what, dag more, dag produced, string syntax,
                     list<Trait> traits = []>
    : SimQueueOp<mnemonic, what, more, !con((outs QueueType:$outQueue), produced), syntax,
                 traits # [sameQueue]>;
class SimQueuePush<string mnemonic, string what>
    : SimQueueChange<mnemonic, what, (ins HWNonInOutType:$element), (outs),
                     "$element `into` $queue", [QueueHolds<"element", "element">]>;
class SimQueuePop<string mnemonic, string what>
    : SimQueueChange<mnemonic, what, (ins), (outs HWNonInOutType:$popped), "`from` $queue",
                     [QueueHolds<"popped", "popped">]>;

def QueueCmpOp : SimContainerCompare<"queue.cmp", "comparison of queues", QueueType>;
def QueueEmptyOp : SimOp<"queue.empty", "a queue without elements", (ins),
                         (outs QueueType:$outqueue), "attr-dict `:` type($outqueue)", [Pure]>;
def QueueSizeOp : SimQueueOp<"size", "number of elements", (ins), (outs I64:$result), "$queue">;
def QueuePushBackOp : SimQueuePush<"push_back", "append an element">;
def QueuePushFrontOp : SimQueuePush<"push_front", "prepend an element">;
def QueuePopBackOp : SimQueuePop<"pop_back", "without the last element, and that">;
def QueuePopFrontOp : SimQueuePop<"pop_front", "without the first element, and that">;
def QueueDeleteOp : SimQueueChange<"delete", "without one element", (ins I32:$index), (outs),
                                   "`index` $index `of` $queue">;
def QueueInsertOp : SimQueueChange<"insert", "with an element before an index",
  (ins I32:$index, HWNonInOutType:$item), (outs), "$item `into` $queue `at` $index",
  [QueueHolds<"item", "item">]>;
def QueueSetOp : SimQueueChange<"set", "with another element at an index",
  (ins I32:$index, HWNonInOutType:$item), (outs), "$queue `[` $index `]` `=` $item",
  [QueueHolds<"item", "item">]>;
def QueueGetOp : SimQueueOp<"get", "the element at an index", (ins I32:$index),
  (outs HWNonInOutType:$result), "$index `of` $queue", [QueueHolds<"result", "item">]>;
def QueueSliceOp : SimQueueOp<"slice", "the elements from one index to another",
  (ins I32:$lowIdx, I32:$highIdx), (outs QueueType:$result), "$queue `from` $lowIdx `to` $highIdx",
  [AllTypesMatch<["queue", "result"]>]>;
class SimQueueConversion<string mnemonic, string what, Type from>
    : SimOp<"queue." # mnemonic, what, (ins from:$input), (outs QueueType:$result),
            "$input attr-dict `:` type($input) `->` type($result)", [Pure]> {
  let hasVerifier = 1;
}
def QueueResizeOp : SimQueueConversion<"resize", "a queue with another bound", QueueType>;
def QueueFromArrayOp : SimQueueConversion<"from_array", "the elements of an array", HWArrayType>;
def QueueConcatOp : SimOp<"queue.concat", "queues one after the other",
    (ins Variadic<QueueType>:$inputs), (outs QueueType:$result),
    "` ` `(` $inputs `)` attr-dict `:` `(` type($inputs) `)` type($result)", [Pure]> {
  let hasVerifier = 1;
}

// --- Associative arrays ------------------------------------------------------------

class AssocHas<string value, string word, string part>
    : TypesMatchWith<!strconcat("array and ", word, " types must match"), "array", value,
        !strconcat("::llvm::cast<::circtsim::circt::sim::AssocArrayType>($_self).get", part,
                   "Type()")>;
defvar assocIndex = AssocHas<"index", "index", "Index">;

class SimAssocOp<string mnemonic, string what, dag more, dag produced, string syntax,
                 list<Trait> traits = []>
    : SimOp<"assoc_array." # mnemonic, what, !con((ins AssocArrayType:$array), more), produced,
            syntax # " attr-dict `:` type($array)", traits # [Pure]>;
class SimAssocChange<string mnemonic, string what, dag more, string syntax,
                     list<Trait> traits = []>
    : SimAssocOp<mnemonic, what, !con((ins AnyType:$index), more),
                 (outs AssocArrayType:$outArray), syntax,
                 traits # [assocIndex, AllTypesMatch<["array", "outArray"]>]>;
class SimAssocEnd<string mnemonic, string what>
    : SimAssocOp<mnemonic, what, (ins), (outs I32:$found, AnyType:$index), "$array",
                 [assocIndex]>;
class SimAssocStep<string mnemonic, string what, string result>
    : SimAssocOp<mnemonic, what, (ins AnyType:$index),
                 !dag(outs, [I32, AnyType], ["found", result]), "$array `[` $index `]`",
                 [assocIndex, AssocHas<result, result, "Index">]>;

def AssocArrayEmptyOp : SimOp<"assoc_array.empty", "an array without elements", (ins),
  (outs AssocArrayType:$result), "attr-dict `:` type($result)", [Pure]>;
def AssocArrayCmpOp
    : SimContainerCompare<"assoc_array.cmp", "comparison of associative arrays", AssocArrayType>;
def AssocArraySizeOp : SimAssocOp<"size", "number of elements", (ins), (outs I32:$result),
                                  "$array">;
def AssocArrayGetOp : SimAssocOp<"get", "the element at an index", (ins AnyType:$index),
  (outs AnyType:$result), "$array `[` $index `]`",
  [assocIndex, AssocHas<"result", "result", "Element">]>;
def AssocArrayExistsOp : SimAssocOp<"exists", "whether an index has an element",
  (ins AnyType:$index), (outs I32:$result), "$index `in` $array", [assocIndex]>;
def AssocArraySetOp : SimAssocChange<"set", "with another element at an index",
  (ins AnyType:$value), "$array `[` $index `]` `=` $value",
  [AssocHas<"value", "value", "Element">]>;
def AssocArrayDeleteOp : SimAssocChange<"delete", "without one element", (ins),
                                        "`index` $index `of` $array">;
def AssocArrayFirstOp : SimAssocEnd<"first", "whether there is a least index, and that">;
def AssocArrayLastOp : SimAssocEnd<"last", "whether there is a greatest index, and that">;
def AssocArrayNextOp : SimAssocStep<"next", "the next greater index", "nextIndex">;
def AssocArrayPrevOp : SimAssocStep<"prev", "the next smaller index", "prevIndex">;

#endif
