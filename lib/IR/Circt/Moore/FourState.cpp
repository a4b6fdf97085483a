//===- FourState.cpp - integers with unknown bits ---------------------------===//
//
// Text of constants. The number is read at whatever width its digits have, and
// whoever knows the type resizes it.
//
//===----------------------------------------------------------------------===//

#include "IR/Circt/Moore/FourState.h"

using namespace mlir;
using namespace circtsim::circt::moore;

unsigned FourState::getNeededBits() const {
  if (isNegative())
    return std::max(value.getSignificantBits(), unknown.getActiveBits() + 1);
  return std::max(value.getActiveBits(), unknown.getActiveBits());
}

FourState FourState::resized(unsigned width) const {
  return {value.sextOrTrunc(width), unknown.sextOrTrunc(width)};
}

// --- Parsing ------------------------------------------------------------------------

/// Appends one digit below the digits so far; fails if it is none of the base.
static bool appendDigit(FourState &number, char digit, unsigned bits) {
  llvm::APInt value(bits, 0), unknown(bits, 0);
  if (digit == 'x' || digit == 'X' || digit == 'z' || digit == 'Z') {
    unknown.setAllBits();
    if (digit == 'x' || digit == 'X')
      value.setAllBits();
  } else {
    unsigned known = llvm::hexDigitValue(digit);
    if (known >= 1u << bits)
      return false;
    value = known;
  }
  number = {number.value.concat(value), number.unknown.concat(unknown)};
  return true;
}

static ParseResult parseDigits(AsmParser &parser, SMLoc loc, StringRef text, FourState &number) {
  char base = text.front();
  if (base != 'b' && base != 'h')
    return parser.emitError(loc) << "expected `b` or `h` prefix";
  // A zero in front keeps the number positive.
  number = {llvm::APInt(1, 0), llvm::APInt(1, 0)};
  bool legal = text.size() > 1;
  for (char digit : text.drop_front())
    legal = legal && appendDigit(number, digit, base == 'b' ? 1 : 4);
  if (!legal)
    return parser.emitError(loc) << "expected base-" << (base == 'b' ? 2 : 16)
                                 << " four-valued integer";
  return success();
}

ParseResult circtsim::circt::moore::parseFourState(AsmParser &parser, FourState &number) {
  SMLoc loc = parser.getCurrentLocation();
  StringRef text;
  if (succeeded(parser.parseOptionalKeyword(&text)))
    return parseDigits(parser, loc, text, number);
  llvm::APInt decimal;
  if (parser.parseInteger(decimal))
    return failure();
  number = {decimal, llvm::APInt(decimal.getBitWidth(), 0)};
  return success();
}

// --- Printing -----------------------------------------------------------------------

/// The digit of a base for `bits` bits from `low` up; 0 if there is none.
static char digitAt(const FourState &number, unsigned low, unsigned bits) {
  unsigned count = std::min(bits, number.getWidth() - low);
  uint64_t value = number.value.extractBitsAsZExtValue(count, low);
  uint64_t unknown = number.unknown.extractBitsAsZExtValue(count, low);
  if (unknown == 0)
    return "0123456789ABCDEF"[value];
  if (unknown != (uint64_t(1) << bits) - 1)
    return 0;
  return value == unknown ? 'X' : value == 0 ? 'Z' : 0;
}

static bool appendDigits(std::string &text, const FourState &number, unsigned bits) {
  unsigned digits = (number.getNeededBits() + bits - 1) / bits;
  while (digits-- > 0) {
    char digit = digitAt(number, digits * bits, bits);
    if (!digit)
      return false;
    text += digit;
  }
  return true;
}

void circtsim::circt::moore::printFourState(AsmPrinter &printer, const FourState &number) {
  if (!number.hasUnknown()) {
    number.value.print(printer.getStream(), /*isSigned=*/number.getWidth() > 1);
    return;
  }
  FourState positive = {number.value.zext(number.getWidth() + 1),
                        number.unknown.zext(number.getWidth() + 1)};
  std::string text = "h";
  if (!appendDigits(text, positive, 4)) {
    text = "b";
    appendDigits(text, positive, 1);
  }
  printer << text;
}
