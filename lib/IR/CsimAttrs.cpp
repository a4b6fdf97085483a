//===- CsimAttrs.cpp - attributes of the csim dialect -----------------------===//
//
// A four-state constant prints as a sized literal (LRM 5.7.1): known values and
// values whose nibbles are all known, all x or all z in hexadecimal, others in
// binary. The text determines width and both planes, so that printing and
// parsing are inverse to each other.
//
//===----------------------------------------------------------------------===//

#include "IR/Csim.h"

#include "mlir/IR/DialectImplementation.h"
#include "llvm/ADT/TypeSwitch.h"
#include "llvm/Support/InterleavedRange.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::csim;

#define GET_ATTRDEF_CLASSES
#include "IR/CsimAttrs.cpp.inc"

void CsimDialect::registerAttributes() {
  addAttributes<
#define GET_ATTRDEF_LIST
#include "IR/CsimAttrs.cpp.inc"
      >();
}

LogicAttr LogicAttr::getAllX(MLIRContext *context, unsigned width) {
  return get(context, APInt::getAllOnes(width), APInt::getAllOnes(width));
}

LogicAttr LogicAttr::getAllZ(MLIRContext *context, unsigned width) {
  return get(context, APInt::getZero(width), APInt::getAllOnes(width));
}

LogicalResult LogicAttr::verify(function_ref<InFlightDiagnostic()> emitError, LogicType type,
                                APInt value, APInt unknown) {
  if (value.getBitWidth() != type.getWidth() || unknown.getBitWidth() != type.getWidth())
    return emitError() << "planes of " << value.getBitWidth() << " and " << unknown.getBitWidth()
                       << " bits in a constant of " << type.getWidth() << " bits";
  return success();
}

// --- Printing -----------------------------------------------------------------------

/// The digit for `count` bits from `lo`, or 0 if known and unknown bits mix.
static char digitAt(const APInt &value, const APInt &unknown, unsigned lo, unsigned count) {
  uint64_t a = value.extractBitsAsZExtValue(count, lo);
  uint64_t b = unknown.extractBitsAsZExtValue(count, lo);
  uint64_t all = (uint64_t(1) << count) - 1;
  if (b == 0)
    return "0123456789abcdef"[a];
  if (b == all && a == all)
    return 'x';
  if (b == all && a == 0)
    return 'z';
  return 0;
}

static bool appendDigits(std::string &text, LogicAttr attr, unsigned bitsPerDigit) {
  unsigned width = attr.getWidth();
  for (unsigned digit = (width + bitsPerDigit - 1) / bitsPerDigit; digit-- > 0;) {
    unsigned lo = digit * bitsPerDigit;
    char c = digitAt(attr.getValue(), attr.getUnknown(), lo, std::min(bitsPerDigit, width - lo));
    if (!c)
      return false;
    text += c;
  }
  return true;
}

std::string LogicAttr::str() const {
  std::string prefix = std::to_string(getWidth()) + "'";
  std::string text = prefix + "h";
  if (appendDigits(text, *this, 4))
    return text;
  text = prefix + "b";
  appendDigits(text, *this, 1);
  return text;
}

void LogicAttr::print(AsmPrinter &printer) const { printer << "<\"" << str() << "\">"; }

// --- Parsing ------------------------------------------------------------------------

/// Digits of base 2 or 16 into planes, most significant first; false on an
/// unknown digit or a value that does not fit.
static bool parseDigits(StringRef digits, unsigned bitsPerDigit, APInt &value, APInt &unknown) {
  unsigned width = value.getBitWidth(), lo = 0;
  for (char c : llvm::reverse(digits)) {
    if (c == '_')
      continue;
    if (lo >= width)
      return false;
    unsigned count = std::min(bitsPerDigit, width - lo);
    uint64_t a = 0, b = 0, all = (uint64_t(1) << bitsPerDigit) - 1;
    if (c == 'x' || c == 'X')
      a = b = all;
    else if (c == 'z' || c == 'Z' || c == '?')
      b = all;
    else
      a = llvm::hexDigitValue(c);
    if (a > all)
      return false;
    uint64_t mask = (uint64_t(1) << count) - 1;
    if (!b && (a & ~mask))
      return false;
    value.insertBits(a & mask, lo, count);
    unknown.insertBits(b & mask, lo, count);
    lo += count;
  }
  return true;
}

LogicAttr LogicAttr::parseLiteral(MLIRContext *context, StringRef text) {
  auto [widthText, digits] = text.split('\'');
  unsigned width;
  if (widthText.getAsInteger(10, width) || width == 0 || width > (1u << 24) || digits.size() < 2)
    return {};
  char base = digits.front();
  digits = digits.drop_front();
  APInt value = APInt::getZero(width), unknown = APInt::getZero(width);
  if (base == 'd') {
    APInt parsed;
    if (digits.getAsInteger(10, parsed) || parsed.getActiveBits() > width)
      return {};
    return get(context, parsed.zextOrTrunc(width));
  }
  if (base != 'b' && base != 'h')
    return {};
  if (!parseDigits(digits, base == 'b' ? 1 : 4, value, unknown))
    return {};
  return get(context, value, unknown);
}

Attribute LogicAttr::parse(AsmParser &parser, Type) {
  std::string text;
  SMLoc loc = parser.getCurrentLocation();
  if (parser.parseLess() || parser.parseString(&text) || parser.parseGreater())
    return {};
  if (LogicAttr attr = parseLiteral(parser.getContext(), text))
    return attr;
  parser.emitError(loc, "'") << text << "' is not a sized four-state literal such as 8'b10xz";
  return {};
}

// --- Event terms ------------------------------------------------------------------------

void EventTermAttr::print(AsmPrinter &printer) const {
  printer << "<" << getSignal() << ", " << stringifyEdge(getEdge());
  if (!getPath().empty())
    printer << " path[" << llvm::interleaved(getPath()) << "]";
  if (getLo() || getWidth())
    printer << " bits(" << getLo() << ", " << getWidth() << ")";
  printer << ">";
}

Attribute EventTermAttr::parse(AsmParser &parser, Type) {
  FlatSymbolRefAttr signal;
  StringRef keyword;
  if (parser.parseLess() || parser.parseAttribute(signal) || parser.parseComma())
    return {};
  SMLoc loc = parser.getCurrentLocation();
  if (parser.parseKeyword(&keyword))
    return {};
  std::optional<Edge> edge = symbolizeEdge(keyword);
  if (!edge) {
    parser.emitError(loc, "expected any, posedge, negedge, edge or event");
    return {};
  }
  SmallVector<int64_t> path;
  uint32_t lo = 0, width = 0;
  auto parseStep = [&]() { return parser.parseInteger(path.emplace_back()); };
  if (succeeded(parser.parseOptionalKeyword("path")) &&
      parser.parseCommaSeparatedList(AsmParser::Delimiter::Square, parseStep))
    return {};
  if (succeeded(parser.parseOptionalKeyword("bits")) &&
      (parser.parseLParen() || parser.parseInteger(lo) || parser.parseComma() ||
       parser.parseInteger(width) || parser.parseRParen()))
    return {};
  if (parser.parseGreater())
    return {};
  return get(parser.getContext(), signal, *edge, lo, width, path);
}
