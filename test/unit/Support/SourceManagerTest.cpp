#include "Support/SourceManager.h"

#include <gtest/gtest.h>

using namespace circtsim::support;

namespace {

TEST(SourceManager, LinesAndColumns) {
  SourceManager sources;
  FileId file = sources.addBuffer("a.sv", "one\ntwo\r\n\nfour");
  SourceLoc start = sources.startOf(file);
  EXPECT_EQ(sources.lineOf(start), 1u);
  EXPECT_EQ(sources.columnOf(start.advanced(2)), 3u);
  EXPECT_EQ(sources.lineOf(start.advanced(4)), 2u);
  EXPECT_EQ(sources.lineOf(start.advanced(9)), 3u);
  EXPECT_EQ(sources.lineOf(sources.endOf(file)), 4u);
  EXPECT_EQ(sources.columnOf(sources.endOf(file)), 5u);
  EXPECT_EQ(sources.lineText(file, 2), "two");
  EXPECT_EQ(sources.lineText(file, 3), "");
  EXPECT_EQ(sources.lineText(file, 5), "");
  EXPECT_EQ(sources.fileOffset(start.advanced(5)), 5u);
  EXPECT_EQ(*sources.charactersAt(start.advanced(4)), 't');
}

TEST(SourceManager, InvalidLocation) {
  SourceManager sources;
  EXPECT_FALSE(sources.presumedLoc({}).isValid());
  EXPECT_FALSE(sources.fileOf({}).isValid());
  EXPECT_EQ(sources.charactersAt({}), nullptr);
  EXPECT_FALSE(sources.isMacroLoc({}));
}

TEST(SourceManager, InclusionsShareTheBuffer) {
  SourceManager sources;
  sources.addVirtualFile("inc.svh", "x\n");
  FileId top = sources.addBuffer("top.sv", "include it\n");
  SourceLoc at = sources.startOf(top).advanced(3);
  FileId first = llvm::cantFail(sources.openFile("inc.svh", at));
  FileId second = llvm::cantFail(sources.openFile("inc.svh", at));
  EXPECT_NE(first, second);
  EXPECT_EQ(sources.bufferOf(first).data(), sources.bufferOf(second).data());
  EXPECT_EQ(sources.includeLocOf(second), at);
  EXPECT_FALSE(sources.includeLocOf(top).isValid());
  EXPECT_EQ(sources.fileOf(sources.startOf(second)), second);
  EXPECT_EQ(sources.openedFiles().size(), 2u);
}

TEST(SourceManager, MissingFile) {
  SourceManager sources;
  EXPECT_FALSE(sources.fileExists("no/such/file.sv"));
  llvm::Expected<FileId> file = sources.openFile("no/such/file.sv");
  ASSERT_FALSE(static_cast<bool>(file));
  EXPECT_EQ(llvm::toString(file.takeError()), "No such file or directory");
  llvm::Expected<FileId> directory = sources.openFile("/");
  ASSERT_FALSE(static_cast<bool>(directory));
  EXPECT_EQ(llvm::toString(directory.takeError()), "is a directory");
}

TEST(SourceManager, Expansions) {
  SourceManager sources;
  //                                  0123456789012345678
  FileId file = sources.addBuffer("a", "`define M(x) 1 + x\n`M(abc)\n");
  SourceLoc start = sources.startOf(file);
  SourceLoc bodyStart = start.advanced(13), use = start.advanced(19), close = start.advanced(25);
  SourceLoc body = sources.addExpansion(bodyStart, use, close, 5, false);
  SourceLoc formal = body.advanced(4);
  SourceLoc argument = sources.addExpansion(start.advanced(22), formal, formal, 3, true);
  EXPECT_TRUE(sources.isMacroLoc(body));
  EXPECT_FALSE(sources.isMacroArgument(body));
  EXPECT_TRUE(sources.isMacroArgument(argument));
  EXPECT_EQ(sources.immediateSpelling(body.advanced(2)), bodyStart.advanced(2));
  EXPECT_EQ(sources.expansionLoc(argument), use);
  EXPECT_EQ(sources.fileLoc(argument), start.advanced(22));
  EXPECT_EQ(sources.fileLoc(body), use);
  EXPECT_EQ(sources.lineOf(argument), 2u);
  EXPECT_EQ(sources.macroNameAt(argument), "M");
  EXPECT_EQ(sources.macroNameAt(start), "");
  EXPECT_EQ(sources.expansionRange({body, argument}), SourceRange(use, close));
  EXPECT_EQ(sources.entryRange(body.advanced(2)), std::pair(body, body.advanced(5)));
}

TEST(SourceManager, LineDirectives) {
  SourceManager sources;
  FileId file = sources.addBuffer("a.sv", "l1\n`line\nl3\nl4\n`line\nl6\n");
  SourceLoc start = sources.startOf(file);
  sources.addLineDirective(start.advanced(3), 10, "b.v");
  sources.addLineDirective(start.advanced(15), 1, "c.v");
  auto show = [&](uint32_t offset) {
    PresumedLoc where = sources.presumedLoc(start.advanced(offset));
    return where.file.str() + ":" + std::to_string(where.line);
  };
  EXPECT_EQ(show(0), "a.sv:1");
  EXPECT_EQ(show(4), "a.sv:2");
  EXPECT_EQ(show(9), "b.v:10");
  EXPECT_EQ(show(12), "b.v:11");
  EXPECT_EQ(show(21), "c.v:1");
  EXPECT_EQ(sources.lineOf(start.advanced(12)), 4u);
}

TEST(SourceManager, AddressSpaceIsLimited) {
  SourceManager sources;
  FileId file = sources.addBuffer("a", "x");
  SourceLoc start = sources.startOf(file);
  EXPECT_TRUE(sources.addExpansion(start, start, start, 0xFFFFFF00u, false).isValid());
  EXPECT_FALSE(sources.addExpansion(start, start, start, 0x1000u, false).isValid());
  EXPECT_FALSE(sources.addBuffer("b", std::string(4096, ' ')).isValid());
}

} // namespace
