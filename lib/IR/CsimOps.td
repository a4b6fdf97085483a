//===- CsimOps.td - operations of the csim dialect --------------*- tablegen -*-===//
//
// This file holds the declarations of a module; the operations of bodies stand
// in CsimValueOps.td, CsimMemoryOps.td and CsimControlOps.td.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_IR_CSIMOPS_TD
#define CIRCTSIM_IR_CSIMOPS_TD

include "CsimOpBase.td"
include "mlir/IR/OpAsmInterface.td"
include "CsimValueOps.td"
include "CsimMemoryOps.td"
include "CsimControlOps.td"

def TopOp : CsimOp<"top", [HasParent<"::mlir::ModuleOp">,
                           DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "a top instance; packages and $unit first, then top modules";
  let arguments = (ins StrAttr:$name, FlatSymbolRefAttr:$moduleName);
  let assemblyFormat = "$name `of` $moduleName attr-dict";
}

def ModuleOp : CsimOp<"module", [HasParent<"::mlir::ModuleOp">, Symbol, SymbolTable,
    IsolatedFromAbove, SingleBlock, NoTerminator, NoRegionArguments]> {
  let summary = "one elaborated specialisation of a module, interface, program or package";
  let arguments = (ins SymbolNameAttr:$sym_name, ScopeKindAttr:$kind,
                       OptionalAttr<StrAttr>:$definition,
                       OptionalAttr<StrAttr>:$library,
                       DefaultValuedAttr<I32Attr, "-9">:$timeUnit,
                       DefaultValuedAttr<I32Attr, "-9">:$timePrecision,
                       OptionalAttr<FlatSymbolRefAttr>:$initialiser);
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = [{
    $kind $sym_name (`definition` $definition^)? (`library` $library^)?
    custom<TimeScale>($timeUnit, $timePrecision) (`initialiser` $initialiser^)?
    attr-dict-with-keyword $body
  }];
  let skipDefaultBuilders = 1;
  let builders = [OpBuilder<(ins "::llvm::StringRef":$name, "::circtsim::csim::ScopeKind":$kind,
                                 "::llvm::StringRef":$definition, "int":$timeUnit,
                                 "int":$timePrecision)>];
  let extraClassDeclaration = [{
    ::mlir::Block *getBodyBlock() { return &getBody().front(); }
  }];
  let hasVerifier = 1;
}

class ModuleMember<string mnemonic, list<Trait> traits = []>
    : CsimOp<mnemonic, [HasParent<"::circtsim::csim::ModuleOp">] # traits>;

def ScopeOp : ModuleMember<"scope", [Symbol, DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "named scope; its number is its order in the module, from 1";
  let arguments = (ins SymbolNameAttr:$sym_name, StrAttr:$name, ScopeKindAttr:$kind,
                       OptionalAttr<FlatSymbolRefAttr>:$parent);
  let assemblyFormat = "$sym_name $name $kind (`parent` $parent^)? attr-dict";
}

def SignalOp : ModuleMember<"signal", [Symbol,
                                       DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "variable with static storage, or net";
  let description = [{
    `csim.signal @x "x" wire : !csim.logic<8>`. Flags `parameter` (constant shown to waves
    and VPI) and `implicit` (made by the compiler). `source_type`: descriptive type.
  }];
  let arguments = (ins SymbolNameAttr:$sym_name, OptionalAttr<StrAttr>:$name, NetKindAttr:$net,
                       TypeAttr:$type, OptionalAttr<TypeAttr>:$sourceType,
                       OptionalAttr<FlatSymbolRefAttr>:$scope, UnitAttr:$parameter,
                       UnitAttr:$implicit, OptionalAttr<I32Attr>:$charge);
  let assemblyFormat = [{
    $sym_name ($name^)? $net (`parameter` $parameter^)? (`implicit` $implicit^)?
    (`charge` $charge^)? (`scope` $scope^)? (`source_type` $sourceType^)? attr-dict `:` $type
  }];
  let builders = [OpBuilder<(ins "::llvm::StringRef":$symbol, "::llvm::StringRef":$name,
      "::circtsim::csim::NetKind":$net, "::mlir::Type":$type,
      CArg<"::llvm::StringRef", "{}">:$scope, CArg<"::mlir::Type", "{}">:$sourceType)>];
  let extraClassDeclaration = [{
    /// The name shown to users: `name`, else the symbol.
    ::llvm::StringRef getDisplayName() {
      return getName().value_or(getSymName());
    }
  }];
  let hasVerifier = 1;
}

def PortOp : ModuleMember<"port", [DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "port `name` of the module; its number is its order";
  let description = [{
    `csim.port "clk" input @clk`. Bodies name the signal; it is reached through the port's
    slot. Interface ports have no signal.
  }];
  let arguments = (ins StrAttr:$name, PortDirectionAttr:$direction,
                       OptionalAttr<FlatSymbolRefAttr>:$signal);
  let assemblyFormat = "$name $direction ($signal^)? attr-dict";
  let hasVerifier = 1;
}

def ExternSignalOp : ModuleMember<"extern_signal", [Symbol]> {
  let summary = "signal elsewhere: csim.extern_signal @e up 1 [\"u\", \"x\"] : T";
  let description = [{
    Without `up`, the path starts at a top module or package; `up n` starts n instances above
    this one. The last name is the (scoped) signal, those before it are instances.
  }];
  let arguments = (ins SymbolNameAttr:$sym_name, OptionalAttr<I32Attr>:$up,
                       StrArrayAttr:$path, TypeAttr:$type);
  let assemblyFormat = "$sym_name (`up` $up^)? $path attr-dict `:` $type";
}
def ExternInstanceOp : ModuleMember<"extern_instance", [Symbol]> {
  let summary = "instance elsewhere, for calls and disable; path as extern_signal";
  let arguments = (ins SymbolNameAttr:$sym_name, OptionalAttr<I32Attr>:$up,
                       StrArrayAttr:$path);
  let assemblyFormat = "$sym_name (`up` $up^)? $path attr-dict";
}

def DriverOp : ModuleMember<"driver", [Symbol,
                                       DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "source of a net: csim.driver @d net @x bits(4, 4) strength(6, 6) : T";
  let description = [{
    T is the type of the driven bits; csim.addr @d refers to it. Without bits: the whole net, or
    the element or member that `path` leads to, from which bits are counted otherwise.
    Strengths for 0 and 1: 0 (highz) to 7 (supply), 6 (strong) by default (28.11).
  }];
  let arguments = (ins SymbolNameAttr:$sym_name, FlatSymbolRefAttr:$net,
                       DefaultValuedAttr<I32Attr, "0">:$lo,
                       DefaultValuedAttr<I32Attr, "0">:$width,
                       DefaultValuedAttr<I32Attr, "6">:$strength0,
                       DefaultValuedAttr<I32Attr, "6">:$strength1,
                       OptionalAttr<DenseI64ArrayAttr>:$path, TypeAttr:$type);
  let assemblyFormat = [{
    $sym_name `net` $net custom<BitRange>($lo, $width)
    custom<Strength>($strength0, $strength1) (`path` $path^)? attr-dict `:` $type
  }];
  let hasVerifier = 1;
}

def JoinOp : ModuleMember<"join", [DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "bits of two nets are one node: csim.join @a, 4 to @u.p, 0 width 2";
  let description = [{
    Signals or external signals of this module, each with its lowest bit. What drives either
    drives both. `path` leads to an element of the second one; with width 0 all of it is meant.
  }];
  let arguments = (ins FlatSymbolRefAttr:$first, I32Attr:$firstLo, FlatSymbolRefAttr:$second,
                       I32Attr:$secondLo, I32Attr:$width,
                       OptionalAttr<DenseI64ArrayAttr>:$path);
  let assemblyFormat = [{
    $first `,` $firstLo `to` $second `,` $secondLo `width` $width (`path` $path^)? attr-dict
  }];
}

def PassSwitchOp : ModuleMember<"pass_switch", [DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "switch between bits of nets: csim.pass_switch @a, 0 to @b, 3 control @on one_way";
  let description = [{
    `control` is a one-bit variable of this module: 1 on, 0 off. Without it the switch is on.
    MOS switches are `one_way`, from the first net to the second (28.7, 28.8).
  }];
  let arguments = (ins FlatSymbolRefAttr:$first, I32Attr:$firstLo, FlatSymbolRefAttr:$second,
                       I32Attr:$secondLo, OptionalAttr<FlatSymbolRefAttr>:$control,
                       UnitAttr:$oneWay, UnitAttr:$resistive);
  let assemblyFormat = [{
    $first `,` $firstLo `to` $second `,` $secondLo (`control` $control^)? (`one_way` $oneWay^)?
    (`resistive` $resistive^)? attr-dict
  }];
}

def PathOutputOp : ModuleMember<"path_output", [
    Symbol, DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "port with module paths: csim.path_output @p from @hidden to @driver of @q";
  let description = [{
    Values of the signal `source` come to the `driver` of a net after the delays of the
    csim.module_path operations that name this one (IEEE 1800-2023 30). `port` is the
    net or variable that the module declares.
  }];
  let arguments = (ins SymbolNameAttr:$sym_name, FlatSymbolRefAttr:$source,
                       FlatSymbolRefAttr:$driver, FlatSymbolRefAttr:$port);
  let assemblyFormat = "$sym_name `from` $source `to` $driver `of` $port attr-dict";
}

def ModulePathOp : ModuleMember<"module_path", [
    DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "csim.module_path @a, 0 width 1 to @p, 0 width 1 if @c delays [..]";
  let description = [{
    Bits of an input with a path to bits of an output, parallel or `full` (30.4). `condition`
    is a variable of one bit; 0 puts the path out of use. Delays in ticks, for the
    transitions 0-1 1-0 0-z z-1 1-z z-0 0-x x-1 1-x x-0 x-z z-x. `edge`: 0 any change of the
    input, 1 posedge, 2 negedge. `limits`: of rejection and of errors, else the delay (30.7).
  }];
  let arguments = (ins FlatSymbolRefAttr:$input, I32Attr:$inputLo, I32Attr:$inputWidth,
                       UnitAttr:$full, FlatSymbolRefAttr:$output, I32Attr:$lo, I32Attr:$width,
                       OptionalAttr<FlatSymbolRefAttr>:$condition, DenseI64ArrayAttr:$delays,
                       OptionalAttr<DenseI64ArrayAttr>:$limits,
                       DefaultValuedAttr<I32Attr, "0">:$edge, UnitAttr:$ifnone,
                       UnitAttr:$onDetect, UnitAttr:$showCancelled,
                       OptionalAttr<StrAttr>:$text);
  let assemblyFormat = [{
    $input `,` $inputLo `width` $inputWidth (`full` $full^)? `to` $output `,` $lo
    `width` $width (`if` $condition^)? `delays` $delays attr-dict
  }];
  let hasVerifier = 1;
}

def TimingCheckOp : ModuleMember<"timing_check", [
    DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "csim.timing_check \"$hold\" @clk, 0 width 1 edges 1 and @d, 0 width 1 edges 1 limits [..]";
  let description = [{
    A system timing check (31). The reference event, then the data event: bits of signals, the
    transitions that count (bit 4 * old + new of the codes 0, 1, 2 = z, 3 = x), a variable
    that must be 1, and the driver of a delayed copy (31.9). `stampCondition` and `checkCondition`
    must be 1 at the earlier and at the later event. Limits in ticks. `notifier`
    is a variable that a violation toggles.
  }];
  let arguments = (ins StrAttr:$check, FlatSymbolRefAttr:$reference, I32Attr:$referenceLo,
                       I32Attr:$referenceWidth, I32Attr:$referenceEdges,
                       OptionalAttr<FlatSymbolRefAttr>:$data,
                       DefaultValuedAttr<I32Attr, "0">:$dataLo,
                       DefaultValuedAttr<I32Attr, "0">:$dataWidth,
                       DefaultValuedAttr<I32Attr, "0">:$dataEdges, DenseI64ArrayAttr:$limits,
                       OptionalAttr<FlatSymbolRefAttr>:$referenceCondition,
                       OptionalAttr<FlatSymbolRefAttr>:$dataCondition,
                       OptionalAttr<FlatSymbolRefAttr>:$referenceDelayed,
                       OptionalAttr<FlatSymbolRefAttr>:$dataDelayed,
                       OptionalAttr<FlatSymbolRefAttr>:$notifier,
                       OptionalAttr<FlatSymbolRefAttr>:$stampCondition,
                       OptionalAttr<FlatSymbolRefAttr>:$checkCondition,
                       UnitAttr:$eventBased, UnitAttr:$remainActive,
                       OptionalAttr<StrAttr>:$referenceText, OptionalAttr<StrAttr>:$dataText);
  let assemblyFormat = [{
    $check $reference `,` $referenceLo `width` $referenceWidth `edges` $referenceEdges
    (`and` $data^ `,` $dataLo `width` $dataWidth `edges` $dataEdges)? `limits` $limits attr-dict
  }];
  let hasVerifier = 1;
}

def InstanceOp : ModuleMember<"instance", [Symbol,
                                           DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "child: csim.instance @u \"u\" of @Child [0 = @a, 2 = [\"bus\"]]";
  let description = [{
    Port number = signal or external signal of this module with the identical type, or the
    path of an interface instance. Ports left out are unconnected, or connected by processes.
  }];
  let arguments = (ins SymbolNameAttr:$sym_name, OptionalAttr<StrAttr>:$name,
                       FlatSymbolRefAttr:$moduleName, DenseI32ArrayAttr:$ports,
                       ArrayAttr:$actuals, OptionalAttr<FlatSymbolRefAttr>:$scope);
  let assemblyFormat = [{
    $sym_name ($name^)? `of` $moduleName custom<Bindings>($ports, $actuals)
    (`scope` $scope^)? attr-dict
  }];
  let extraClassDeclaration = [{
    ::llvm::StringRef getDisplayName() {
      return getName().value_or(getSymName());
    }
  }];
  let hasVerifier = 1;
}

def ProcessOp : ModuleMember<"process", [IsolatedFromAbove,
                                         DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "process; processes keep their order";
  let description = [{
    `static`: run to completion, started by `sensitivity`, ends by csim.return.
    `run_at_start`: static, also once at time 0. `self_triggering`: its own writes may start it.
    `reactive`, `observed`: the region in which it runs, if not that of its module (LRM 4.4.2).
    `shares @b [...]`: static, without code of its own: executes the csim.process_body @b on
    these places (event terms whose edge says nothing), one for each of its operands.
    `has_handle`: asks for a handle of itself (LRM 9.7), and so remains a process with a stack.
    `resolves @n`: static, gives the net @n of a user-defined type its value when one of its drivers
    has changed (LRM 6.6.7).
  }];
  let arguments = (ins ProcessKindAttr:$kind, StrAttr:$name,
                       OptionalAttr<FlatSymbolRefAttr>:$scope, UnitAttr:$isStatic,
                       UnitAttr:$runAtStart, UnitAttr:$selfTriggering,
                       UnitAttr:$isReactive, UnitAttr:$isObserved, UnitAttr:$hasHandle,
                       OptionalAttr<EventTermArrayAttr>:$sensitivity,
                       OptionalAttr<FlatSymbolRefAttr>:$resolves,
                       OptionalAttr<FlatSymbolRefAttr>:$shared,
                       OptionalAttr<EventTermArrayAttr>:$places);
  let regions = (region AnyRegion:$body);
  let assemblyFormat = [{
    $kind $name (`scope` $scope^)? (`static` $isStatic^)? (`run_at_start` $runAtStart^)?
    (`self_triggering` $selfTriggering^)? (`reactive` $isReactive^)? (`observed` $isObserved^)?
    (`has_handle` $hasHandle^)?
    (`sensitivity` $sensitivity^)?
    (`resolves` $resolves^)? (`shares` $shared^ $places)? attr-dict-with-keyword $body
  }];
  let skipDefaultBuilders = 1;
  let builders = [OpBuilder<(ins "::circtsim::csim::ProcessKind":$kind, "::llvm::StringRef":$name,
                                 CArg<"::llvm::StringRef", "{}">:$scope)>];
  let hasVerifier = 1;
}

def ProcessBodyOp : ModuleMember<"process_body", [IsolatedFromAbove, Symbol]> {
  let summary = "code of static processes that differ in their operands only";
  let description = [{
    The arguments of the entry block are references, the operands. They are loaded, stored to
    and driven as a whole, and nothing else. One-bit four-state operands that are loaded may
    be bits of larger objects; all others are whole objects or drivers.
  }];
  let arguments = (ins SymbolNameAttr:$sym_name);
  let regions = (region MinSizedRegion<1>:$body);
  let assemblyFormat = "$sym_name attr-dict-with-keyword $body";
  let hasVerifier = 1;
}

def FuncOp : CsimOp<"func", [HasParent<"::circtsim::csim::ModuleOp">, FunctionOpInterface,
                             IsolatedFromAbove]> {
  let summary = "function, task, thunk or fork branch";
  let description = [{
    Without body: a declaration, materialised on its first call. `task`: may suspend.
    `fid` is set when the module is declared to the bytecode generator, unless given.
  }];
  let arguments = (ins SymbolNameAttr:$sym_name,
                       TypeAttrOf<FunctionType>:$function_type,
                       OptionalAttr<StrAttr>:$sym_visibility,
                       OptionalAttr<DictArrayAttr>:$arg_attrs,
                       OptionalAttr<DictArrayAttr>:$res_attrs,
                       OptionalAttr<I32Attr>:$fid, UnitAttr:$automatic, UnitAttr:$task,
                       OptionalAttr<FlatSymbolRefAttr>:$scope);
  let regions = (region AnyRegion:$body);
  let hasCustomAssemblyFormat = 1;
  let skipDefaultBuilders = 1;
  let builders = [OpBuilder<(ins "::llvm::StringRef":$name, "::mlir::FunctionType":$type,
                                 CArg<"bool", "false">:$isTask,
                                 CArg<"::llvm::StringRef", "{}">:$scope)>];
  let extraClassDeclaration = [{
    ::llvm::ArrayRef<::mlir::Type> getArgumentTypes() { return getFunctionType().getInputs(); }
    ::llvm::ArrayRef<::mlir::Type> getResultTypes() { return getFunctionType().getResults(); }
    ::mlir::Region *getCallableRegion() { return isExternal() ? nullptr : &getBody(); }
  }];
}

#endif
