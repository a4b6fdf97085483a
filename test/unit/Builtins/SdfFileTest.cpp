//===- SdfFileTest.cpp - what is read from standard delay files ----------------===//
#include "Builtins/SdfFile.h"

#include <gtest/gtest.h>

using namespace circtsim::builtins;

namespace {

struct Read {
  SdfFile file;
  std::vector<SdfMessage> warnings;
  std::optional<SdfMessage> error;
  explicit Read(std::string_view text) { error = parseSdf(text, file, warnings); }
};

TEST(SdfFile, Header) {
  Read r("// comment\n(DELAYFILE /* another\n one */ (SDFVERSION \"3.0\") (DESIGN \"x\")\n"
         "(DIVIDER /) (VOLTAGE 1:2:3) (TIMESCALE 100 ps))");
  EXPECT_FALSE(r.error);
  EXPECT_EQ(r.file.version, "3.0");
  EXPECT_EQ(r.file.divider, '/');
  EXPECT_DOUBLE_EQ(r.file.timescale, 1e-10);
  EXPECT_TRUE(r.file.cells.empty());
}

TEST(SdfFile, Paths) {
  Read r("(DELAYFILE\n(CELL (CELLTYPE \"buf\") (INSTANCE a.b)\n (DELAY (ABSOLUTE\n"
         "  (IOPATH a[3] y (1.5) (1:2:3) ())\n"
         "  (COND a == 1'b1 && (b | c) (IOPATH (posedge a) y ((1) (2) (3))))\n"
         "  (CONDELSE (IOPATH a y (0.1::0.3))))\n"
         " (INCREMENT (INTERCONNECT x/y z/a (4))))))");
  ASSERT_FALSE(r.error) << r.error->text;
  ASSERT_EQ(r.file.cells.size(), 1u);
  const SdfCell &cell = r.file.cells[0];
  EXPECT_EQ(cell.type, "buf");
  EXPECT_EQ(cell.instance, "a.b");
  ASSERT_EQ(cell.entries.size(), 4u);
  const SdfEntry &first = cell.entries[0];
  EXPECT_EQ(first.line, 4u);
  EXPECT_EQ(first.from.name, "a[3]");
  EXPECT_EQ(first.to.name, "y");
  ASSERT_EQ(first.delays.size(), 3u);
  EXPECT_EQ(first.delays[0].delay[2], 1.5);
  EXPECT_EQ(first.delays[1].delay[1], 2.0);
  EXPECT_FALSE(first.delays[2].delay[0]);
  const SdfEntry &second = cell.entries[1];
  EXPECT_EQ(second.condition, "a==1'b1&&(b|c)");
  EXPECT_EQ(second.from.edge, SdfEdge::Posedge);
  EXPECT_EQ(second.delays[0].reject[1], 2.0);
  EXPECT_EQ(second.delays[0].error[1], 3.0);
  EXPECT_TRUE(cell.entries[2].isCondElse);
  EXPECT_FALSE(cell.entries[2].delays[0].delay[1]);
  EXPECT_EQ(cell.entries[2].delays[0].delay[2], 0.3);
  EXPECT_TRUE(cell.entries[3].isIncrement);
  Read pulses("(DELAYFILE (CELL (DELAY (PATHPULSEPERCENT (30.0) (50)) (PATHPULSE a y (1)))))");
  ASSERT_FALSE(pulses.error);
  EXPECT_EQ(pulses.file.cells[0].entries[0].delays.size(), 2u);
  EXPECT_EQ(pulses.file.cells[0].entries[1].to.name, "y");
  EXPECT_EQ(cell.entries[3].kind, SdfKind::Interconnect);
}

TEST(SdfFile, TimingChecks) {
  Read r("(DELAYFILE (CELL (CELLTYPE \"ff\") (INSTANCE *) (TIMINGCHECK\n"
         "(SETUP d (posedge clk) (1))\n"
         "(HOLD (COND ~rst d) (COND \"n\" en == 1 (negedge clk)) (-2))\n"
         "(WIDTH (posedge clk) (3)))))");
  ASSERT_FALSE(r.error) << r.error->text;
  const SdfCell &cell = r.file.cells[0];
  EXPECT_TRUE(cell.isWildcard);
  ASSERT_EQ(cell.entries.size(), 3u);
  EXPECT_EQ(cell.entries[1].from.condition, "~rst");
  EXPECT_EQ(cell.entries[1].from.name, "d");
  EXPECT_EQ(cell.entries[1].to.condition, "en==1");
  EXPECT_EQ(cell.entries[1].to.edge, SdfEdge::Negedge);
  EXPECT_EQ(cell.entries[1].to.name, "clk");
  EXPECT_EQ(cell.entries[1].delays[0].delay[0], -2.0);
  EXPECT_EQ(cell.entries[2].kind, SdfKind::Width);
}

TEST(SdfFile, Errors) {
  EXPECT_EQ(Read("(CELL)").error->line, 1u);
  EXPECT_EQ(Read("(DELAYFILE\n(CELL (DELAY (ABSOLUTE\n(IOPATH a y (1x))))))").error->line, 3u);
  EXPECT_TRUE(Read("(DELAYFILE (CELL (CELLTYPE \"x\")").error);
  EXPECT_TRUE(Read("").error);
  EXPECT_TRUE(Read("(DELAYFILE (CELL (TIMINGENV (x y))").error);
  Read left("(DELAYFILE\n(CELL\n(LABEL (ABSOLUTE (x (1))))))");
  EXPECT_FALSE(left.error);
  ASSERT_EQ(left.warnings.size(), 1u);
  EXPECT_EQ(left.warnings[0].line, 3u);
}

TEST(SdfFile, Names) {
  auto names = splitSdfPath("a/b\\/c/\\&d\\[0\\]", '/');
  ASSERT_EQ(names.size(), 3u);
  EXPECT_EQ(names[1].text, "b/c");
  EXPECT_TRUE(names[1].isEscaped);
  EXPECT_EQ(names[2].text, "&d[0]");
  EXPECT_FALSE(names[0].isEscaped);
  EXPECT_TRUE(splitSdfPath("", '.').empty());
}

} // namespace
