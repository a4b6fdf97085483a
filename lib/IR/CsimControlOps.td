//===- CsimControlOps.td - time, processes, calls ---------------*- tablegen -*-===//
//
// Everything here reads and writes memory: other processes run while one waits.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_IR_CSIMCONTROLOPS_TD
#define CIRCTSIM_IR_CSIMCONTROLOPS_TD

include "CsimOpBase.td"

class EffectfulOp<string mnemonic, string doc, list<Trait> traits = []>
    : CsimOp<mnemonic, [MemoryEffects<[MemRead, MemWrite]>] # traits> {
  let summary = doc;
}

// --- Waiting -----------------------------------------------------------------------

def WaitDelayOp : EffectfulOp<"wait_delay", "#delay in ticks; 0: inactive region (9.4.1)"> {
  let arguments = (ins I64:$ticks);
  let assemblyFormat = "$ticks attr-dict";
}
def WaitEventOp : EffectfulOp<"wait_event", "@(...): until one of the terms fires (9.4.2)"> {
  let description = [{
    `csim.wait_event [posedge %clk, any %r, event %e] : types`. A term watches the
    bits its reference selects. `condition`: what has been woken looks at a condition again, so
    that a change counts while the process is suspended (LRM 9.7).
  }];
  let arguments = (ins DenseI32ArrayAttr:$edges, Variadic<RefType>:$events, UnitAttr:$condition);
  let assemblyFormat =
      "(`condition` $condition^)? custom<EventTerms>($edges, $events, type($events)) attr-dict";
  let builders = [OpBuilder<(ins "::llvm::ArrayRef<::circtsim::csim::Edge>":$edges,
                                 "::mlir::ValueRange":$events)>];
  let hasVerifier = 1;
}
def WaitForeverOp : EffectfulOp<"wait_forever", "suspends for good; can still be disabled"> {
  let assemblyFormat = "attr-dict";
}
def TriggerOp : EffectfulOp<"trigger", "-> and, with `nonblocking`, ->> (15.5)"> {
  let arguments = (ins RefType:$ref, UnitAttr:$nonblocking, Optional<I64>:$after);
  let assemblyFormat = [{
    (`nonblocking` $nonblocking^)? $ref (`after` $after^)? attr-dict `:` qualified(type($ref))
  }];
  let hasVerifier = 1;
}
def TriggeredOp : CsimOp<"triggered", [MemoryEffects<[MemRead]>]> {
  let summary = "the event was triggered in this time step (15.5.3)";
  let arguments = (ins RefType:$ref);
  let results = (outs I1:$result);
  let assemblyFormat = "$ref attr-dict `:` qualified(type($ref))";
}

// --- Fork, disable --------------------------------------------------------------------

def ForkOp : EffectfulOp<"fork", "fork ... join, join_any, join_none (9.3.2)",
                         [DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let description = "`csim.fork any [@f(%a : t, %b : t), @g()]`; the branches are functions.";
  let arguments = (ins JoinKindAttr:$kind, FlatSymbolRefArrayAttr:$branches,
                       DenseI32ArrayAttr:$argCounts, Variadic<AnyType>:$args);
  let assemblyFormat = [{
    $kind custom<ForkBranches>($branches, $argCounts, $args, type($args)) attr-dict
  }];
  let builders = [OpBuilder<(ins "::circtsim::csim::JoinKind":$kind,
      "::llvm::ArrayRef<::llvm::StringRef>":$branches,
      "::llvm::ArrayRef<::llvm::SmallVector<::mlir::Value>>":$args)>];
  let extraClassDeclaration = [{
    /// The arguments of each branch, in order.
    ::llvm::SmallVector<::mlir::OperandRange> getBranchArgs();
  }];
  let hasVerifier = 1;
}
def WaitForkOp : EffectfulOp<"wait_fork", "waits for all immediate children (9.6.1)"> {
  let assemblyFormat = "attr-dict";
}
def DisableForkOp : EffectfulOp<"disable_fork", "ends all descendants (9.6.3)"> {
  let assemblyFormat = "attr-dict";
}
def EnterScopeOp : EffectfulOp<"enter_scope", "starts a named block or task that disable can end",
    [Terminator, AttrSizedOperandSegments, DeclareOpInterfaceMethods<SymbolUserOpInterface>,
     DeclareOpInterfaceMethods<BranchOpInterface>]> {
  let description = [{
    Control goes to ^body; a disable of the scope, at any time before
    csim.exit_scope, moves it to ^exit instead.
  }];
  let arguments = (ins FlatSymbolRefAttr:$scope, Variadic<AnyType>:$bodyOperands,
                       Variadic<AnyType>:$exitOperands);
  let successors = (successor AnySuccessor:$body, AnySuccessor:$exit);
  let assemblyFormat = [{
    $scope `,` $body (`(` $bodyOperands^ `:` qualified(type($bodyOperands)) `)`)? `,`
    $exit (`(` $exitOperands^ `:` qualified(type($exitOperands)) `)`)? attr-dict
  }];
  let builders = [OpBuilder<(ins "::llvm::StringRef":$scope, "::mlir::Block *":$body,
                                 "::mlir::Block *":$exit), [{
    build($_builder, $_state, scope, {}, {}, body, exit);
  }]>];
}
def ExitScopeOp : EffectfulOp<"exit_scope", "leaves the scope normally",
                              [DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let arguments = (ins FlatSymbolRefAttr:$scope);
  let assemblyFormat = "$scope attr-dict";
}
def DisableOp : EffectfulOp<"disable", "every process inside the scope goes to its end (9.6.2)",
                            [DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let description = [{
    `csim.disable @s`, or `csim.disable @Mod::@s on @i` for a scope of the module @Mod whose
    instance the slot @i names.
  }];
  let arguments = (ins SymbolRefAttr:$scope, OptionalAttr<FlatSymbolRefAttr>:$instance);
  let assemblyFormat = "$scope (`on` $instance^)? attr-dict";
}

// --- Calls --------------------------------------------------------------------------------

def CallOp : EffectfulOp<"call", "call of a function or task",
                         [DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let description = [{
    `csim.call @f(%a) : (t) -> (t)`, or `csim.call @Mod::@f(%a) on @i : ...` where @i is an
    external instance of module @Mod; without `on`, @Mod is the own module.
  }];
  let arguments = (ins SymbolRefAttr:$callee, Variadic<AnyType>:$args,
                       OptionalAttr<FlatSymbolRefAttr>:$instance);
  let results = (outs Variadic<AnyType>:$results);
  let assemblyFormat = [{
    $callee `(` $args `)` (`on` $instance^)? attr-dict `:` functional-type($args, $results)
  }];
  let builders = [OpBuilder<(ins "::circtsim::csim::FuncOp":$callee, "::mlir::ValueRange":$args)>];
}
def CallAtOp : EffectfulOp<"call_at", "call of a function of the instance behind a handle (25.9)",
                           [DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let description = [{
    `csim.call_at %h, @Mod::@f(%a) : !csim.instance_handle<"Mod">, (t) -> (t)`. Null is a fault.
  }];
  let arguments = (ins AnyInstanceHandle:$instance, SymbolRefAttr:$callee,
                       Variadic<AnyType>:$args);
  let results = (outs Variadic<AnyType>:$results);
  let assemblyFormat = [{
    $instance `,` $callee `(` $args `)` attr-dict `:` qualified(type($instance)) `,`
    functional-type($args, $results)
  }];
}
def FuncRefOp : CsimOp<"func_ref", [Pure, DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "the value of a function, which csim.call_indirect calls";
  let description = [{
    `csim.func_ref @f` or `csim.func_ref @Mod::@f`: the number 0xF0000000 plus the FuncId.
    Null is 0.
  }];
  let arguments = (ins SymbolRefAttr:$function);
  let results = (outs I64:$result);
  let assemblyFormat = "$function attr-dict";
}
def CallIndirectOp : EffectfulOp<"call_indirect", "call of a function by its value",
                                 [DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let description = [{
    `csim.call_indirect %f(%a) : (t) -> (t)`, or `... %f(%a) on @i : ...` where @i is an
    external instance. The function must have these types and belong to the module of the
    instance (without `on`: to the own module); it may be a task with `may_suspend`, in code
    that may suspend. All else, and null, is a fault at run time.
  }];
  let arguments = (ins I64:$callee, Variadic<AnyType>:$args,
                       OptionalAttr<FlatSymbolRefAttr>:$instance, UnitAttr:$maySuspend);
  let results = (outs Variadic<AnyType>:$results);
  let assemblyFormat = [{
    (`may_suspend` $maySuspend^)? $callee `(` $args `)` (`on` $instance^)? attr-dict `:`
    functional-type($args, $results)
  }];
}
def SysCallOp : EffectfulOp<"syscall", "system task, system function or built-in method",
                            [DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let description = [{
    `%r = csim.syscall "$fopen"(%s : !csim.string) [#csim.arg<string>] : i32`. Arguments that
    take operands do so in order. `scope` is the caller's for %m.
  }];
  let arguments = (ins StrAttr:$callee, Variadic<AnyType>:$args, ArgArrayAttr:$argInfo,
                       OptionalAttr<FlatSymbolRefAttr>:$scope, UnitAttr:$maySuspend);
  let results = (outs Optional<ScalarType>:$result);
  let assemblyFormat = [{
    $callee `(` ($args^ `:` qualified(type($args)))? `)` $argInfo (`scope` $scope^)?
    (`may_suspend` $maySuspend^)? attr-dict (`:` qualified(type($result))^)?
  }];
  let hasVerifier = 1;
}
def RtOp : EffectfulOp<"rt", "runtime function, a row of Runtime/RuntimeABI.def"> {
  let arguments = (ins StrAttr:$callee, Variadic<AnyType>:$args, UnitAttr:$maySuspend);
  let results = (outs Variadic<AnyType>:$results);
  let assemblyFormat = [{
    (`may_suspend` $maySuspend^)? $callee `(` $args `)` attr-dict
    `:` functional-type($args, $results)
  }];
}

// --- Terminators ---------------------------------------------------------------------------

def ReturnOp : CsimOp<"return", [Pure, Terminator, ReturnLike]> {
  let summary = "returns from a function; ends an activation of a static process";
  let arguments = (ins Variadic<AnyType>:$values);
  let assemblyFormat = "($values^ `:` qualified(type($values)))? attr-dict";
  let builders = [OpBuilder<(ins), [{ build($_builder, $_state, ::mlir::ValueRange()); }]>];
  let hasVerifier = 1;
}
def HaltOp : CsimOp<"halt", [Terminator, MemoryEffects<[MemRead, MemWrite]>]> {
  let summary = "ends the process";
  let assemblyFormat = "attr-dict";
}
def SwitchOp : CsimOp<"switch", [Pure, Terminator, AttrSizedOperandSegments,
                                 DeclareOpInterfaceMethods<BranchOpInterface,
                                                           ["getSuccessorForOperands"]>]> {
  let summary = "branch on a value against distinct known constants; unknown: default";
  let description = [{
    `csim.switch %v : !csim.logic<4>, ^d [1: ^a(%x : t), 2: ^b]`.
  }];
  let arguments = (ins IntOrLogic:$flag, DenseI64ArrayAttr:$caseValues,
                       Variadic<AnyType>:$defaultOperands,
                       VariadicOfVariadic<AnyType, "caseOperandSegments">:$caseOperands,
                       DenseI32ArrayAttr:$caseOperandSegments);
  let successors = (successor AnySuccessor:$defaultDestination,
                              VariadicSuccessor<AnySuccessor>:$caseDestinations);
  let assemblyFormat = [{
    $flag `:` qualified(type($flag)) `,` $defaultDestination
    (`(` $defaultOperands^ `:` qualified(type($defaultOperands)) `)`)?
    custom<SwitchCases>($caseValues, $caseDestinations, $caseOperands, type($caseOperands))
    attr-dict
  }];
  let hasVerifier = 1;
}

#endif
