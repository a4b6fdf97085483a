//===- FileTest.cpp - files, memories, plusargs --------------------------------===//
//
// IEEE 1800-2023 21.3 to 21.6. Expected values and messages: Icarus Verilog.
//
//===----------------------------------------------------------------------===//
#include "CallBench.h"

using namespace circtsim::test;
using enum circtsim::builtins::BuiltinId;

namespace {

struct Files : CallBench {
  value::LogicVector open(const std::string &name, const char *mode) {
    return value::LogicVector::fromInt64(32,
                                         call(Fopen).literal(file(name)).literal(mode).integer());
  }
  void close(const value::LogicVector &fd) { call(Fclose).vector(fd).run(); }
};

TEST_F(Files, CharactersAndLines) {
  uint32_t s = b.signal(top, "s", b.logic(80)),
           st = b.signal(top, "st", b.scalar(TypeKind::String));
  start();
  value::LogicVector fd = open("f", "w");
  EXPECT_EQ(fd.low().a, 0x80000003u);
  call(Fwrite).vector(fd).literal("ab\ncd 12 xyz\n3.5 ff zz\n").run();
  close(fd);
  fd = open("f", "r");
  EXPECT_EQ(call(Fgetc).vector(fd).integer(), 'a');
  EXPECT_EQ(call(Ungetc).number("97").vector(fd).integer(), 0);
  EXPECT_EQ(call(Fgets).variable(s).vector(fd).integer(), 3);
  EXPECT_EQ(get(s), std::string(56, '0') + "011000010110001000001010");
  EXPECT_EQ(call(Ftell).vector(fd).integer(), 3);
  EXPECT_EQ(call(Fgets).variable(st).vector(fd).integer(), 10);
  EXPECT_EQ(get(st), "cd 12 xyz\n");
  EXPECT_EQ(call(Feof).vector(fd).integer(), 0);
  EXPECT_EQ(call(Fseek).vector(fd).number("-1").number("2").integer(), 0);
  EXPECT_EQ(call(Fgetc).vector(fd).integer(), '\n');
  EXPECT_EQ(call(Fgetc).vector(fd).integer(), -1);
  EXPECT_NE(call(Feof).vector(fd).integer(), 0);
  EXPECT_EQ(call(Fgets).variable(st).vector(fd).integer(), 0);
  EXPECT_EQ(call(Rewind).vector(fd).integer(), 0);
  EXPECT_EQ(call(Ftell).vector(fd).integer(), 0);
  close(fd);
  EXPECT_EQ(errors(), "");
}

TEST_F(Files, ReadAndWriteOneFile) {
  uint32_t s = b.signal(top, "s", b.scalar(TypeKind::String));
  start();
  write("f", "one\ntwo\n");
  value::LogicVector fd = open("f", "r+");
  call(Fgets).variable(s).vector(fd).integer();
  call(Fwrite).vector(fd).literal("TWO").run();
  EXPECT_EQ(call(Rewind).vector(fd).integer(), 0);
  call(Fgets).variable(s).vector(fd).integer();
  EXPECT_EQ(get(s), "one\n");
  call(Fgets).variable(s).vector(fd).integer();
  EXPECT_EQ(get(s), "TWO\n");
}

TEST_F(Files, Channels) {
  start();
  int64_t first = call(Fopen).literal(file("a")).integer();
  int64_t second = call(Fopen).literal(file("b")).integer();
  EXPECT_EQ(first, 2);
  EXPECT_EQ(second, 4);
  call(Fdisplay).vector(value::LogicVector::fromInt64(32, first | second | 1)).literal("all").run();
  call(Fdisplay).number("32'h80000002").literal("err").run();
  call(Fclose).number("2").run();
  EXPECT_EQ(call(Fopen).literal(file("c")).integer(), 2);
  call(Fflush).run();
  EXPECT_EQ(read("a"), "all\n");
  EXPECT_EQ(read("b"), "all\n");
  EXPECT_EQ(output(), "all\n");
  EXPECT_EQ(errors(), "err\n");
}

TEST_F(Files, Errors) {
  uint32_t s = b.signal(top, "s", b.scalar(TypeKind::String));
  start();
  EXPECT_EQ(call(Fopen).literal("/nonexistent/x").literal("r").integer(), 0);
  EXPECT_EQ(call(Ferror).number("0").variable(s).integer(), 2);
  EXPECT_EQ(get(s), "No such file or directory");
  EXPECT_EQ(errors(), "");
  EXPECT_EQ(call(Fopen).literal(file("f")).literal("zz").integer(), 0);
  EXPECT_NE(errors().find("$fopen's mode argument (zz) is invalid."), std::string::npos);
  Call display = call(Fdisplay).number("77").literal("x"); // warnings are counted per statement
  display.run();
  EXPECT_NE(errors().find("invalid MCD (0x4d) given to $fdisplay()."), std::string::npos);
  display.run();
  EXPECT_EQ(errors(), "");
  Call getc = call(Fgetc).number("32'h80000009");
  EXPECT_EQ(getc.integer(), -1);
  EXPECT_NE(errors().find("invalid file descriptor (0x80000009) given to $fgetc."),
            std::string::npos);
  Call close = call(Fclose).number("77");
  close.run();
  EXPECT_NE(errors().find("invalid MCD (0x4d) given to $fclose()."), std::string::npos);
}

TEST_F(Files, Scans) {
  uint32_t s = b.signal(top, "s", b.scalar(TypeKind::String)), v = b.signal(top, "v", b.logic(12));
  uint32_t x = b.signal(top, "x", b.scalar(TypeKind::Real)), t = b.signal(top, "t", b.logic(24));
  start();
  write("f", "cd 12 xyz\n3.5 ff zz\n");
  value::LogicVector fd = open("f", "r");
  EXPECT_EQ(
      call(Fscanf).vector(fd).literal("%s %d %s").variable(s).variable(v).variable(t).integer(), 3);
  EXPECT_EQ(get(s), "cd");
  EXPECT_EQ(get(v), "000000001100");
  EXPECT_EQ(get(t), "011110000111100101111010");
  EXPECT_EQ(
      call(Fscanf).vector(fd).literal("%f %h %d").variable(x).variable(v).variable(s).integer(), 3);
  EXPECT_EQ(get(x), "3.500000");
  EXPECT_EQ(get(v), "000011111111");
  EXPECT_EQ(call(Fscanf).vector(fd).literal("%c%s").variable(v).variable(s).integer(), 1);
  EXPECT_EQ(call(Fscanf).vector(fd).literal("%d").variable(v).integer(), -1);
  EXPECT_EQ(call(Sscanf).literal("5 6").literal("%d %d").variable(v).integer(), 1);
  EXPECT_NE(errors().find("missing argument for $sscanf"), std::string::npos);
  EXPECT_EQ(call(Sscanf).string("12 x").literal("%d %h").variable(x).variable(v).integer(), 2);
  EXPECT_EQ(get(x), "12.000000");
  EXPECT_EQ(get(v), "xxxxxxxxxxxx");
}

TEST_F(Files, BinaryData) {
  uint32_t v = b.signal(top, "v", b.logic(32)), w = b.signal(top, "w", b.logic(12));
  uint32_t m = b.signal(top, "m", b.array(b.logic(16), 5));
  start();
  write("f", "ab\ncd 12 x");
  value::LogicVector fd = open("f", "r");
  EXPECT_EQ(call(Fread).variable(v).vector(fd).integer(), 4);
  EXPECT_EQ(get(v), "01100001011000100000101001100011");
  EXPECT_EQ(call(Fread).variable(w).vector(fd).integer(), 2);
  EXPECT_EQ(get(w), "010000100000"); // 'd' ' ': 0x6420, low 12 bits
  call(Rewind).vector(fd).run();
  EXPECT_EQ(call(Fread).variable(m).vector(fd).number("1").number("2").integer(), 4);
  EXPECT_EQ(element(m, 0), "xxxxxxxxxxxxxxxx");
  EXPECT_EQ(element(m, 1), "0110000101100010");
  EXPECT_EQ(element(m, 2), "0000101001100011");
  call(Fseek).vector(fd).number("-1").number("2").run();
  EXPECT_EQ(call(Fread).variable(v).vector(fd).integer(), 1);
  EXPECT_EQ(get(v), "01111000011000100000101001100011");
}

TEST_F(Files, Strings) {
  uint32_t s = b.signal(top, "s", b.logic(80)),
           st = b.signal(top, "st", b.scalar(TypeKind::String));
  start();
  call(Swrite).variable(st).number("1").missing().literal("x").run();
  EXPECT_EQ(get(st), "          1 x");
  call(Sformat).variable(s).literal("%s-%0d").literal("ab").number("3").run();
  EXPECT_EQ(get(s), std::string(48, '0') + "01100001011000100010110100110011");
  EXPECT_EQ(call(Sformatf).string("%0d %s").number("7").literal("zz").text(), "7 zz");
  EXPECT_EQ(errors(), "");
  call(Sformat).variable(st).literal("%0d lit").number("5").literal("x%d").number("6").run();
  EXPECT_EQ(get(st), "5 lit");
  EXPECT_NE(errors().find("$sformat has 2 extra argument(s)."), std::string::npos);
  EXPECT_EQ(call(Sformatf).literal("%0d").text(), "<%0d>");
}

struct MemoryFiles : Files {
  uint32_t up, down;
  void prepare(uint32_t width = 8) {
    up = b.signal(top, "m", b.array(b.logic(width), 4));
    TypeId reversed = b.array(b.logic(width), 4);
    b.image.types[reversed].left = 3;
    b.image.types[reversed].right = 0;
    down = b.signal(top, "d", reversed);
    start();
  }
  std::string hex(uint32_t signal) {
    std::string text;
    for (uint64_t i = 0; i != 4; ++i) {
      std::string bits = element(signal, i);
      for (size_t at = 0; at < bits.size(); at += 4) {
        std::string digit = bits.substr(at, 4);
        text += digit == "xxxx"   ? 'x'
                : digit == "zzzz" ? 'z'
                                  : "0123456789abcdef"[std::stoi(digit, nullptr, 2)];
      }
      text += ' ';
    }
    return text;
  }
  std::string load(BuiltinId id, std::string_view text, uint32_t signal,
                   std::vector<int> range = {}) {
    write("f", text);
    Call c = call(id).literal(file("f")).variable(signal);
    for (int address : range)
      c.vector(value::LogicVector::fromInt(address));
    EXPECT_EQ(c.run(), BuiltinResult::Done);
    return hex(signal);
  }
};

TEST_F(MemoryFiles, Ranges) {
  prepare();
  EXPECT_EQ(load(Readmemh, "11 22", up), "11 22 xx xx ");
  EXPECT_NE(errors().find("): Not enough words in the file for the requested range [0:3]."),
            std::string::npos);
  EXPECT_EQ(load(Readmemh, "1 2 3 4 5 6", up), "01 02 03 04 ");
  EXPECT_NE(errors().find("): Too many words in the file for the requested range [0:3]."),
            std::string::npos);
  EXPECT_EQ(load(Readmemh, "11 22", up, {1, 2}), "01 11 22 04 ");
  EXPECT_EQ(load(Readmemh, "11 22", up, {2, 1}), "01 22 11 04 ");
  EXPECT_EQ(errors(), "");
  EXPECT_EQ(load(Readmemh, "33 44", up, {1}), "01 33 44 04 ");
  EXPECT_NE(errors().find("range [1:3]"), std::string::npos);
  // The lowest address first, wherever it is declared.
  EXPECT_EQ(load(Readmemh, "1 2 3 4", down), "04 03 02 01 ");
  EXPECT_EQ(errors(), "");
  load(Readmemh, "1", up, {0, 9});
  EXPECT_NE(errors().find("Finish address 9 is out of bounds for memory '[0:3]'!"),
            std::string::npos);
}

TEST_F(MemoryFiles, Syntax) {
  prepare();
  EXPECT_EQ(load(Readmemh, "@2 aa bb\n@0 cc // com\n/* multi\n line */ d_d", up), "cc dd aa bb ");
  EXPECT_EQ(load(Readmemh, "123 xz z x", up), "23 xz 0z 0x ");
  EXPECT_NE(errors().find("Excess hex digits (1 of '123') while reading 8-bit words."),
            std::string::npos);
  EXPECT_EQ(load(Readmemb, "1010 0 1_0 11111111", up), "0a 00 02 ff ");
  EXPECT_EQ(errors(), "");
  load(Readmemh, "@9 aa", up);
  EXPECT_NE(errors().find("address (0x9) is out of range [0x0:0x3]"), std::string::npos);
  EXPECT_EQ(load(Readmemh, "11 2g 33", up), "11 02 02 ff ");
  EXPECT_NE(errors().find("Invalid input character: g"), std::string::npos);
  call(Readmemh).literal(file("none")).variable(up).run();
  EXPECT_NE(errors().find("Unable to open"), std::string::npos);
}

TEST_F(MemoryFiles, SeveralDimensions) {
  TypeId inner = b.array(b.logic(8), 2);
  uint32_t memory = b.signal(top, "x", b.array(inner, 2));
  prepare();
  write("f", "1 2 3 4");
  call(Readmemh).literal(file("f")).variable(memory).run();
  EXPECT_EQ(errors(), "");
  const uint8_t *base = object(memory).address;
  EXPECT_EQ(std::string(base, base + 4), "\1\2\3\4");
  write("f", "@1 9");
  call(Readmemh).literal(file("f")).variable(memory).run();
  EXPECT_EQ(std::string(base, base + 4), "\1\2\11\4");
  call(Writememh).literal(file("o")).variable(memory).run();
  EXPECT_EQ(read("o"), "// 0x00000000\n01\n02\n09\n04\n");
}

TEST_F(MemoryFiles, Writing) {
  uint32_t big = b.signal(top, "big", b.array(b.logic(8), 40));
  prepare();
  load(Readmemh, "5 x 1z a", up);
  call(Writememh).literal(file("o")).variable(up).run();
  EXPECT_EQ(read("o"), "// 0x00000000\n05\n0x\n1z\n0a\n");
  call(Writememb).literal(file("o")).variable(up).number("2").number("1").run();
  EXPECT_EQ(read("o"), "// 0x00000000\n0001zzzz\n0000xxxx\n");
  call(Writememh).literal(file("o")).variable(big).run();
  std::string text = read("o");
  EXPECT_NE(text.find("// 0x00000010\n"), std::string::npos);
  EXPECT_NE(text.find("// 0x00000020\n"), std::string::npos);
  call(Writememh).literal("/nonexistent/x").variable(up).run();
  EXPECT_NE(errors().find("Unable to open /nonexistent/x for writing."), std::string::npos);
}

struct Plusargs : CallBench {
  void SetUp() override {
    i = b.signal(top, "i", b.logic(32));
    s = b.signal(top, "s", b.scalar(TypeKind::String));
    x = b.signal(top, "x", b.scalar(TypeKind::Real));
    runtime::SimOptions options;
    options.plusargs = {"FOO=5",     "BAD=12ab", "HEX=ff", "BX=1x0z",        "NEG=-5",
                        "STR=hello", "RE=2.5e1", "EMPTY=", "BIG=99999999999"};
    start(options);
  }
  int64_t value(const char *format, uint32_t signal) {
    return call(ValuePlusargs).literal(format).variable(signal).integer();
  }
  uint32_t i, s, x;
};

TEST_F(Plusargs, Test) {
  EXPECT_EQ(call(TestPlusargs).literal("FO").integer(), 1);
  EXPECT_EQ(call(TestPlusargs).string("FOO=5").integer(), 1);
  EXPECT_EQ(call(TestPlusargs).literal("+FOO").integer(), 0);
  EXPECT_EQ(call(TestPlusargs).literal("").integer(), 1);
}

TEST_F(Plusargs, Values) {
  EXPECT_EQ(value("FOO=%d", i), 1);
  EXPECT_EQ(get(i), std::string(29, '0') + "101");
  EXPECT_EQ(value("NONE=%d", i), 0);
  EXPECT_EQ(get(i), std::string(29, '0') + "101");
  EXPECT_EQ(value("HEX=%H", i), 1);
  EXPECT_EQ(get(i), std::string(24, '0') + "11111111");
  EXPECT_EQ(value("BX=%b", i), 1);
  EXPECT_EQ(get(i), std::string(28, '0') + "1x0z");
  EXPECT_EQ(value("NEG=%0d", i), 1);
  EXPECT_EQ(get(i), std::string(29, '1') + "011");
  EXPECT_EQ(value("BIG=%d", i), 1);
  EXPECT_EQ(get(i), "01001000011101101110011111111111"); // 1215752191
  EXPECT_EQ(value("STR=%s", s), 1);
  EXPECT_EQ(get(s), "hello");
  EXPECT_EQ(value("EMPTY=%s", s), 1);
  EXPECT_EQ(get(s), "");
  EXPECT_EQ(value("EMPTY=%d", i), 1);
  EXPECT_EQ(get(i), std::string(32, '0'));
  EXPECT_EQ(value("RE=%g", x), 1);
  EXPECT_EQ(get(x), "25.000000");
  EXPECT_EQ(value("HEX=%h", x), 1);
  EXPECT_EQ(get(x), "255.000000");
  EXPECT_EQ(errors(), "");
}

TEST_F(Plusargs, Malformed) {
  EXPECT_EQ(value("BAD=%d", i), 1);
  EXPECT_EQ(get(i), std::string(32, 'x'));
  EXPECT_NE(errors().find("12ab"), std::string::npos);
  EXPECT_EQ(value("FOO=", i), 0);
  EXPECT_NE(errors().find("missing a format code"), std::string::npos);
}

} // namespace
