//===- CallBench.cpp - calling builtins without a design's code ---------------===//
#include "CallBench.h"

#include "Runtime/BuiltinCall.h"

#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace circtsim::test {

using value::LogicVector;
using value::wordsFor;

CallBench *CallBench::current = nullptr;

//===--- Call -----------------------------------------------------------------===//

Call::Call(CallBench &bench, BuiltinId id) : bench(bench) { descriptor.builtin = uint32_t(id); }

CallArgument &Call::add(ArgKind kind) {
  CallArgument &argument = descriptor.args.emplace_back();
  argument.kind = kind;
  argument.slot = uint32_t(slots.size());
  return argument;
}

Call &Call::missing() {
  add(ArgKind::Missing);
  return *this;
}
Call &Call::literal(std::string text) {
  add(ArgKind::Literal).text = std::move(text);
  return *this;
}
Call &Call::scope(std::string text) {
  add(ArgKind::Scope).text = std::move(text);
  return *this;
}

Call &Call::vector(const LogicVector &v, TypeId type) {
  CallArgument &argument = add(ArgKind::Logic);
  argument.width = v.width();
  argument.isSigned = v.isSigned();
  argument.type = type;
  uint32_t words = wordsFor(v.width());
  slots.insert(slots.end(), v.a(), v.a() + words);
  slots.insert(slots.end(), v.b(), v.b() + words);
  return *this;
}

static LogicVector parse(std::string_view literal) {
  bool isNegative = literal.starts_with('-');
  std::optional<LogicVector> v = LogicVector::parse(literal.substr(isNegative));
  EXPECT_TRUE(v) << literal;
  return isNegative ? value::neg(*v) : *v;
}

Call &Call::number(std::string_view literal, TypeId type) { return vector(parse(literal), type); }

Call &Call::real(double v) {
  add(ArgKind::Real);
  slots.push_back(std::bit_cast<uint64_t>(v));
  return *this;
}
Call &Call::string(std::string_view text) {
  add(ArgKind::String);
  slots.push_back(bench.context->heap.newString(text));
  return *this;
}

Call &Call::part(uint32_t signal, uint64_t byteOffset, TypeId type) {
  SlotEntry object = bench.object(signal);
  CallArgument &argument = add(ArgKind::Ref);
  argument.type = type;
  slots.insert(slots.end(), {uint64_t(object.address) + byteOffset, object.signal, 0});
  return *this;
}
Call &Call::variable(uint32_t signal) {
  part(signal, 0, bench.b.image.modules[bench.top].signals[signal].type);
  descriptor.args.back().signalKind = SignalOperand::Local;
  descriptor.args.back().signalIndex = signal;
  return *this;
}
Call &Call::signalValue(uint32_t signal) {
  const TypeImage &type =
      bench.b.image.types[bench.b.image.modules[bench.top].signals[signal].type];
  LogicVector v(type.width);
  SlotEntry object = bench.object(signal);
  sched::loadBits(bench.context->scheduler().planeDistance(), object.address, 0, type.width,
                  type.width, true, v.planes().a, v.planes().b);
  vector(v);
  descriptor.args.back().signalKind = SignalOperand::Local;
  descriptor.args.back().signalIndex = signal;
  return *this;
}

Call &Call::thunk(FuncId function) {
  add(ArgKind::Thunk).slot = function;
  return *this;
}
Call &Call::at(uint32_t newLine) {
  line = newLine;
  return *this;
}

BuiltinResult Call::run() {
  runtime::SimContext &context = *bench.context;
  model::Function function;
  LineEntry position{0, {0, line, 3}};
  function.lines = {&position, 1};
  function.id = 0;
  function.frameBytes = uint32_t(sizeof(Frame) + (slots.size() + 8) * 8);
  Frame *frame = context.scratch.push(context.stackPool, function, bench.context->design().tops[0],
                                      nullptr, 1 << 20);
  std::copy(slots.begin(), slots.end(), frame->slots());
  if (descriptor.resultKind != ArgKind::Missing)
    descriptor.resultSlot = uint32_t(slots.size());
  runtime::BuiltinCall call(context, *frame, descriptor);
  BuiltinResult result = context.builtins[descriptor.builtin](call);
  slots.resize(slots.size() + 8);
  std::copy(frame->slots(), frame->slots() + slots.size(), slots.begin());
  context.scratch.pop(context.stackPool, frame);
  return result;
}

int64_t Call::integer(uint32_t width) {
  descriptor.resultKind = ArgKind::Bits;
  descriptor.resultWidth = width;
  EXPECT_EQ(run(), BuiltinResult::Done);
  uint64_t word = slots[descriptor.resultSlot];
  return width < 64 && ((word >> (width - 1)) & 1) && width > 1
             ? int64_t(word | ~value::lowMask(width))
             : int64_t(word);
}
double Call::realResult() {
  descriptor.resultKind = ArgKind::Real;
  EXPECT_EQ(run(), BuiltinResult::Done);
  return std::bit_cast<double>(slots[descriptor.resultSlot]);
}
std::string Call::text() {
  descriptor.resultKind = ArgKind::String;
  EXPECT_EQ(run(), BuiltinResult::Done);
  return std::string(runtime::Heap::text(slots[descriptor.resultSlot]));
}
std::string Call::bits(uint32_t width) {
  descriptor.resultKind = ArgKind::Logic;
  descriptor.resultWidth = width;
  EXPECT_EQ(run(), BuiltinResult::Done);
  const uint64_t *a = slots.data() + descriptor.resultSlot;
  value::LogicRef v{a, a + wordsFor(width), width};
  std::string text;
  for (uint32_t i = width; i-- > 0;)
    text += value::bitLetter(v.bit(i));
  return text;
}

//===--- CallBench ------------------------------------------------------------===//

CallBench::CallBench() {
  current = this;
  b.image.files.push_back("t.sv");
  directory = testing::TempDir() + "builtins-" + std::to_string(getpid());
  std::filesystem::create_directories(directory);
}
CallBench::~CallBench() {
  context.reset();
  std::filesystem::remove_all(directory);
  current = nullptr;
}

ExitStatus CallBench::enter(runtime::SimContext *context, Frame *frame) {
  Thunk &thunk = current->thunks[frame->fn->id];
  std::copy(thunk.slots.begin(), thunk.slots.end(), frame->slots());
  runtime::BuiltinCall call(*context, *frame, thunk.descriptor);
  return context->builtins[thunk.descriptor.builtin](call) == BuiltinResult::Fault
             ? ExitStatus::Fault
             : ExitStatus::Return;
}

void CallBench::start(runtime::SimOptions options) {
  b.top(top);
  options.planeSize = uint64_t(1) << 28;
  // Thunks need functions: enough empty ones.
  for (int i = 0; i != 8; ++i) {
    FunctionImage function;
    function.name = "thunk";
    function.module = top;
    function.isMaterialised = true;
    function.code.code.resize(1);
    function.code.frameSlots = 64;
    b.image.functions.push_back(function);
  }
  context = std::make_unique<runtime::SimContext>(b.image, std::move(options));
  context->output.redirect([this](int descriptor, std::string_view text) {
    (descriptor == 1 ? printed : reported) += text;
  });
  context->setTier(
      enter, [](runtime::SimContext &c, model::Frame *frame) { return enter(&c, frame); }, nullptr,
      nullptr, nullptr);
  context->builtins = builtins::builtinFunctions();
  ASSERT_TRUE(context->initialise()) << errors();
}

void CallBench::at(uint64_t time, std::function<void()> action) {
  Step &step = steps.emplace_back();
  step.action = std::move(action);
  step.function = [](void *data) { static_cast<Step *>(data)->action(); };
  step.data = &step;
  context->scheduler().at(step, time - context->scheduler().now());
}

FuncId CallBench::thunk(Call call) {
  auto id = FuncId(thunks.size());
  thunks[id] = {call.descriptor, call.slots};
  return id;
}

SlotEntry CallBench::object(uint32_t signal) {
  return context->design().signalAt(*context->design().tops[0], signal);
}

void CallBench::set(uint32_t signal, std::string_view literal) {
  const TypeImage &type = b.image.types[b.image.modules[top].signals[signal].type];
  LogicVector v = parse(literal).resize(type.width);
  SlotEntry target = object(signal);
  sched::storeBits(context->scheduler(), target.address, target.signal, 0, type.width, type.width,
                   type.kind == TypeKind::Logic, v.a(), v.b());
}

static std::string load(runtime::SimContext &context, const TypeImage &type,
                        const uint8_t *address) {
  if (type.kind == TypeKind::String)
    return std::string(runtime::Heap::text(loadUnit(address, 8)));
  if (type.kind == TypeKind::Real)
    return std::to_string(std::bit_cast<double>(loadUnit(address, 8)));
  LogicVector v(type.width);
  bool isFour = type.kind == TypeKind::Logic;
  sched::loadBits(context.scheduler().planeDistance(), address, 0, type.width, type.width, isFour,
                  v.planes().a, v.planes().b);
  std::string text;
  for (uint32_t i = type.width; i-- > 0;)
    text += value::bitLetter(v.bit(i));
  return text;
}

std::string CallBench::get(uint32_t signal) {
  return load(*context, b.image.types[b.image.modules[top].signals[signal].type],
              object(signal).address);
}
std::string CallBench::element(uint32_t signal, uint64_t index) {
  const TypeImage &array = b.image.types[b.image.modules[top].signals[signal].type];
  return load(*context, b.image.types[array.element],
              object(signal).address + index * array.stride);
}

std::string CallBench::output() {
  context->output.flush();
  return std::exchange(printed, {});
}
std::string CallBench::errors() { return std::exchange(reported, {}); }

void CallBench::write(const std::string &name, std::string_view text) const {
  std::ofstream(file(name)) << text;
}
std::string CallBench::read(const std::string &name) const {
  std::ifstream in(file(name));
  return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace circtsim::test
