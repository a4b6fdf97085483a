//===- DesignImage.h - the elaborated design handed to the run side -*- C++ -*-===//
//
// What the compile side produces and the run side consumes: types, module
// specialisations with their storage layout, ports, children and processes,
// the list of top modules, and functions (code filled on first use).
//
// Code is per specialisation. An instance is: a block of storage, a range of
// global signal ids, and a table of slots. Code reaches everything that may
// differ between instances (ports, hierarchical references, other instances)
// through slots; Elaboration (Model/Elaboration.h) fills them.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_MODEL_DESIGNIMAGE_H
#define CIRCTSIM_MODEL_DESIGNIMAGE_H

#include "Model/Code.h"

namespace circtsim::model {

enum class TypeKind : uint8_t {
  Logic,   ///< four-state packed vector of `width` bits
  Bits,    ///< two-state packed vector of `width` bits
  Real,    ///< double, 8 bytes
  ShortReal, ///< stored as double, 8 bytes
  String,  ///< handle, 8 bytes
  Event,   ///< named event; 8 bytes (handle of the event object it stands for)
  CHandle, ///< 8 bytes
  Class,   ///< handle, 8 bytes
  Array,   ///< fixed unpacked array of `count` elements of `element`, `stride` bytes apart
  Struct,  ///< unpacked structure
  Union,   ///< unpacked union
  Dynamic, ///< dynamic array handle of `element`
  Queue,   ///< queue handle of `element`
  Assoc,   ///< associative array handle of `element`, key `key`
  Instance, ///< handle of an instance of the module `name`: its address, or 0
};

struct FieldImage {
  std::string name;    ///< empty: the last one of a tagged union, which holds the tag
  TypeId type = NoId;
  uint32_t offset = 0; ///< bytes; for members of packed types: bit offset
};

struct TypeImage {
  TypeKind kind = TypeKind::Logic;
  bool isSigned = false;
  uint32_t width = 0;   ///< bits, packed types
  uint64_t size = 0;    ///< bytes in one plane
  uint32_t unit = 0;    ///< storage unit in bytes: 1, 2, 4, 8; 0: words (width > 64) or aggregate
  TypeId element = NoId, key = NoId;
  int32_t left = 0, right = 0; ///< declared bounds (of the outermost packed or the unpacked dimension)
  uint64_t count = 0, stride = 0;
  std::vector<FieldImage> fields;   ///< unpacked members, or packed members (offset in bits)
  std::vector<std::pair<std::string, std::vector<uint64_t>>> enumerators; ///< name, (a words, b words)
  std::string name;                 ///< as $typename prints it
};

enum class NetKind : uint8_t { Variable, Wire, Tri, Wand, Wor, Triand, Trior, Tri0, Tri1, Trireg, Supply0, Supply1, Uwire,
                              User ///< of a user-defined net type (LRM 6.6.7)
};

enum SignalFlag : uint16_t {
  SignalTwoState = 1,   ///< never x or z
  SignalIsPort = 2,
  SignalIsParameter = 4,///< constant shown to waves and VPI
  SignalImplicit = 8,   ///< made by the compiler; hidden from waves
  SignalIsResolved = 16,///< user-defined net type with a resolution function
};

/// A signal: any variable with static storage, or a net.
struct SignalImage {
  std::string name;
  TypeId type = NoId;
  uint32_t offset = 0;    ///< bytes from the start of the instance block
  NetKind net = NetKind::Variable;
  uint16_t flags = 0;
  uint32_t scope = 0;     ///< index into ModuleImage::scopes
  SourcePos pos;
  int16_t chargeStrength = 2; ///< trireg
};

enum class ScopeKind : uint8_t { Module, Generate, Begin, Fork, Task, Function, Package, Interface, Program };

/// A named scope inside a module; scopes[0] is the module itself.
struct ScopeImage {
  std::string name;
  ScopeKind kind = ScopeKind::Module;
  uint32_t parent = NoId;
};

enum class SlotKind : uint8_t {
  Port,      ///< the actual of port `local` if collapsed, else the local signal itself
  Signal,    ///< a signal elsewhere, found by `path`
  Instance,  ///< an instance elsewhere (calls, disable), found by `path`
  Driver,    ///< this module's driver `local` (index into `drivers`)
};

/// `path`: names from a start. up = NoId: absolute, path[0] is a top module or
/// package; up = n: start n instances above this one (0 = this instance).
struct SlotImage {
  SlotKind kind = SlotKind::Port;
  uint32_t local = NoId;
  uint32_t up = 0;
  std::vector<std::string> path; ///< instance names, then the scoped signal name for Signal
};

/// LRM 28.11 strengths 0 (highz) .. 7 (supply), for values 0 and 1.
struct DriveStrength {
  uint8_t strength0 = 6, strength1 = 6;
};

/// A source of a net inside this module (continuous assignment, gate output,
/// output port variable). If it turns out to be the only one, at default
/// strength and covering the whole net, its slot addresses the net's own storage.
struct DriverImage {
  SignalOperand netKind = SignalOperand::Local;
  uint32_t net = 0;     ///< local signal or slot
  uint32_t lo = 0, width = 0; ///< bits of the net driven; width 0: all
  DriveStrength strength;
};

/// A signal that a force names (LRM 10.6.2). Where a variable is connected to a port,
/// what is forced on one side does not go against the direction of the port.
struct ForcedImage {
  SignalOperand kind = SignalOperand::Local;
  uint32_t signal = 0; ///< local signal or slot
};

/// Bits of two nets that are one electrical node: a port connected to a part of
/// a net (LRM 23.3.3), a net alias (10.11). What drives either drives both.
struct JoinImage {
  SignalOperand kinds[2] = {SignalOperand::Local, SignalOperand::Local};
  uint32_t nets[2] = {0, 0}; ///< local signals or slots
  uint32_t lo[2] = {0, 0};
  uint32_t width = 0;
};

/// A switch between a bit of one net and a bit of another (LRM 28.7, 28.8). `control` is a
/// variable that is 1 while the switch is on.
struct SwitchImage {
  SignalOperand kinds[2] = {SignalOperand::Local, SignalOperand::Local};
  uint32_t nets[2] = {0, 0}; ///< local signals or slots
  uint32_t lo[2] = {0, 0};
  uint32_t control = NoId;   ///< local signal; NoId: always on
  bool isOneWay = false;     ///< from the first to the second
  bool isResistive = false;
};

/// An output port with module paths (LRM 30): what drives it inside of the module drives
/// `source`, and the paths bring that to the port.
struct PathOutputImage {
  uint32_t source = 0; ///< local signal with the value before the paths
  uint32_t driver = 0; ///< slot of the port's driver
  uint32_t port = 0;   ///< local signal that the paths name
};

/// Bits of an input with a path to bits of an output. Parallel: bit by bit.
struct ModulePathImage {
  uint32_t output = 0;       ///< index into ModuleImage::pathOutputs
  uint32_t lo = 0, width = 0;
  uint32_t input = 0;        ///< local signal
  uint32_t inputLo = 0, inputWidth = 0;
  uint32_t condition = NoId; ///< local signal: 0 while the path is not to be used
  uint8_t edge = 0;          ///< of the input: 0 any change, 1 posedge, 2 negedge
  bool isFull = false, isIfnone = false;
  bool isOnDetect = false, showsCancelled = false; ///< LRM 30.7.4
  bool hasLimits = false;
  /// Ticks, for 0-1 1-0 0-z z-1 1-z z-0 0-x x-1 1-x x-0 x-z z-x (LRM 30.5.1).
  std::vector<uint64_t> delays;
  uint64_t rejectLimit = 0, errorLimit = 0; ///< ticks, if hasLimits; else the delay
  std::string conditionText; ///< without spaces
  SourcePos pos;
};

enum class TimingCheckKind : uint8_t {
  Setup, Hold, SetupHold, Recovery, Removal, RecRem, Skew, TimeSkew, FullSkew, Width, Period,
  NoChange
};

/// A reference or data event of a timing check.
struct CheckEventImage {
  uint32_t signal = NoId;    ///< local signal
  uint32_t lo = 0, width = 0;
  uint16_t edges = 0;        ///< bit 4 * old + new of the value codes 0, 1, 2 = z, 3 = x
  uint32_t condition = NoId; ///< local signal: 1 while the event counts
  uint32_t delayed = NoId;   ///< slot of the driver of its delayed copy (LRM 31.9)
  std::string conditionText;
};

/// A timing check (LRM 31): events and limits in the order of setup, then hold.
struct TimingCheckImage {
  TimingCheckKind kind = TimingCheckKind::Setup;
  CheckEventImage reference, data;
  int64_t limit = 0, limit2 = 0; ///< ticks
  uint32_t notifier = NoId;      ///< local variable
  /// Local signals: 1 where the earlier and the later event count.
  uint32_t stampCondition = NoId, checkCondition = NoId;
  bool isEventBased = false, remainsActive = false;
  SourcePos pos;
};

/// Storage that a process brings to the body it shares with others: an object of its module,
/// from bit `lo` of its flat storage on.
struct OperandImage {
  SignalOperand kind = SignalOperand::Local;
  uint32_t index = 0; ///< local signal or slot
  uint32_t lo = 0;
};

/// Static sensitivity: the process is a run-to-completion function started
/// whenever one of the terms fires. Empty with kind Initial/Always: a process
/// with its own stack.
enum class ProcessKind : uint8_t { Initial, Always, AlwaysComb, AlwaysLatch, AlwaysFF, Assign, Final, Port };

struct ProcessImage {
  FuncId function = NoId;
  ProcessKind kind = ProcessKind::Initial;
  bool isStatic = false;      ///< run to completion, triggered by `sensitivity`
  bool runAtStart = false;    ///< static processes: also runs once at time 0 (always_comb, assign)
  bool selfTriggering = false;///< its own writes may trigger it (continuous assignment)
  bool isReactive = false;    ///< runs in the reactive region (LRM 4.4.2.6)
  bool isObserved = false;    ///< runs in the observed region (LRM 4.4.2.5)
  std::vector<EventTerm> sensitivity;
  uint32_t resolves = NoId;   ///< local signal: runs when one of the net's drivers has changed
  /// Range of ModuleImage::operands. Not empty: `function` is a body that reaches storage
  /// through these alone; its slot n is operand n.
  uint32_t firstOperand = 0, operandCount = 0;
  std::string name;           ///< e.g. "always", label, or "assign"
  uint32_t scope = 0;
  SourcePos pos;
};

enum class PortDirection : uint8_t { Input, Output, Inout, Ref, Interface };

/// How a child's port is connected. `signal` names a local signal or slot of
/// the parent of identical type: collapsed where the LRM allows. Ports with
/// any other actual are connected by processes that the compile side adds.
struct PortBinding {
  uint32_t port = 0;           ///< index into the child's ports
  SignalOperand kind = SignalOperand::Local;
  uint32_t signal = NoId;      ///< NoId: unconnected, or connected by a process
  std::vector<std::string> interfacePath; ///< Interface: instance path, relative to the parent
};

struct ChildImage {
  std::string name;            ///< with indices: "u[3]", "g[0].u"
  ModuleId module = NoId;
  uint32_t scope = 0;
  std::vector<PortBinding> ports;
  SourcePos pos;
};

struct PortImage {
  std::string name;
  PortDirection direction = PortDirection::Input;
  uint32_t signal = NoId;      ///< local signal
  uint32_t slot = NoId;        ///< its slot (SlotKind::Port)
};

/// The library of what no library map places.
inline constexpr char DefaultLibrary[] = "work";

struct ModuleImage {
  std::string name;            ///< with parameters where specialised: "fifo#(W=8)"
  std::string definition;      ///< source name
  std::string library;         ///< of the definition (IEEE 1800-2023 33.3)
  ScopeKind kind = ScopeKind::Module;
  int8_t timeUnit = 0, timePrecision = 0; ///< powers of ten of a second: -9 = 1 ns
  uint64_t blockSize = 0;      ///< bytes per plane
  std::vector<SignalImage> signals;
  std::vector<ScopeImage> scopes;
  std::vector<PortImage> ports;
  std::vector<SlotImage> slots;
  std::vector<DriverImage> drivers;
  std::vector<JoinImage> joins;
  std::vector<ForcedImage> forced;
  std::vector<SwitchImage> switches;
  std::vector<PathOutputImage> pathOutputs;
  std::vector<ModulePathImage> paths;
  std::vector<TimingCheckImage> timingChecks;
  std::vector<ChildImage> children;
  std::vector<ProcessImage> processes; ///< elaboration order
  std::vector<OperandImage> operands;  ///< of the processes that share bodies
  FuncId initialiser = NoId;   ///< runs before time 0: static variable initialisers (LRM 6.8)
  SourcePos pos;
};

/// What a body that processes share does, if it is no more than one bit of up to four
/// bits: the scheduler then runs its processes by the table.
struct TruthTable {
  static constexpr size_t MaxInputs = 4;
  std::vector<uint32_t> inputs; ///< operands: one four-state bit each
  /// Result for every combination of inputs, as value::Bit; two bits of the row number per
  /// input, the first one lowest. Empty: there is no table.
  std::vector<uint8_t> rows;
  uint32_t output = 0;          ///< operand: an object of one bit
  bool isDelayed = false;       ///< an inertial drive; else a store
  uint64_t delays[4] = {};      ///< ticks, none 0, by the result (LRM 28.16)
};

struct FunctionImage {
  std::string name;            ///< hierarchical within the module: "mod.f"
  ModuleId module = NoId;
  uint32_t scope = 0;
  bool isMaterialised = false;
  SignatureId signature = NoId; ///< types of arguments and results; NoId: cannot be called by value
  uint32_t operandCount = 0;   ///< not 0: a body that processes share; slots are their operands
  TruthTable table;
  FunctionCode code;
};

struct TopImage {
  std::string name;
  ModuleId module = NoId;
};

struct DesignImage {
  std::vector<TypeImage> types;
  std::vector<ModuleImage> modules;
  std::vector<FunctionImage> functions;
  std::vector<TopImage> tops;       ///< packages and $unit first, then top modules
  std::vector<std::string> signatures; ///< of functions, as the IR prints them
  std::vector<std::string> files;
  int8_t timePrecision = -9;        ///< of one tick, power of ten of a second
  uint8_t delayChoice = 1;          ///< of min:typ:max: 0, 1, 2
};

} // namespace circtsim::model

#endif
