#!/usr/bin/env python3
"""Tests the checks and scripts of this folder on small trees made for the purpose.

Each check must accept a good tree and must find each planted fault of a bad one.
"""

import os
import subprocess
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))


def run(command):
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                            check=False)
    return result.returncode, result.stdout, result.stderr


class TreeCase(unittest.TestCase):
    """A temporary tree and the check named by the class."""

    script = ""

    def setUp(self):
        self.tree = tempfile.TemporaryDirectory()
        self.addCleanup(self.tree.cleanup)

    def write(self, path, text):
        path = os.path.join(self.tree.name, path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def check(self, *options):
        return run([sys.executable, os.path.join(HERE, self.script), "--root", self.tree.name,
                    *options])

    def expectGood(self):
        status, out, err = self.check()
        self.assertEqual((status, err), (0, ""), out)
        return out

    def expectBad(self, *messages):
        status, out, err = self.check()
        self.assertEqual((status, err), (1, ""), out)
        for message in messages:
            self.assertIn(message, out)
        return out


class Layers(TreeCase):
    script = "check-layers.py"

    def testGood(self):
        self.write("lib/Value/Words.h", "#include <vector>\n")
        self.write("lib/Support/Arena.h", '#include "Value/Words.h"\n#include "llvm/ADT/X.h"\n')
        self.write("lib/IR/Ops.h", '#include "mlir/IR/X.h"\n#include "IR/Ops.h.inc"\n')
        self.write("lib/Sema/Call.cpp", '#include "Builtins/Builtins.def"\n')
        self.write("lib/Bytecode/Gen/Gen.cpp", '#include "IR/Ops.h"\n#include "Bytecode/A.h"\n')
        self.write("lib/Driver/Main.cpp", '#include "Sema/A.h"\nauto x = std::getenv("A");\n')
        self.write("lib/Sched/Wheel.cpp", '// #include "llvm/X.h"\n/* getenv */\n')
        self.write("tools/tool.cpp", '#include "Driver/Main.h"\n#include "llvm/Support/X.h"\n')
        self.expectGood()

    def testFolders(self):
        self.write("lib/Value/A.h", '#include "Support/B.h"\n')
        self.write("lib/Sema/A.cpp", '\n#  include "Builtins/Display.h"\n')
        self.write("lib/Bytecode/A.cpp", '#include "IR/Ops.h"\n#include "Bytecode/Gen/G.h"\n')
        self.write("lib/Odd/A.cpp", "int x;\n")
        self.write("lib/IR/A.cpp", '#include "Ops.h"\n')
        self.write("tools/tool.cpp", '#include "Sema/A.h"\n')
        self.expectBad("lib/Value/A.h:1:", "lib/Sema/A.cpp:2:", "lib/Bytecode/A.cpp:1:",
                       "lib/Bytecode/A.cpp:2:", "lib/Odd/A.cpp:1:", "lib/IR/A.cpp:1:",
                       "tools/tool.cpp:1:")

    def testForeignLibraries(self):
        self.write("lib/Runtime/A.cpp", '#include "llvm/ADT/X.h"\n')
        self.write("lib/Sema/A.cpp", "#include <mlir/IR/X.h>\n")
        self.write("lib/Codegen/A.cpp", '#include "llvm/ExecutionEngine/Orc/LLJIT.h"\n')
        self.write("lib/Exec/JIT/J.h", '#include "llvm/IR/X.h"\n')
        self.write("lib/Exec/Tier/T.cpp", '#include "Exec/JIT/J.h"\n')
        out = self.expectBad("lib/Runtime/A.cpp:1:", "lib/Sema/A.cpp:1:", "lib/Codegen/A.cpp:1:",
                             "Exec/JIT/J.h -> llvm/IR/X.h")
        self.assertNotIn("lib/Exec/JIT/J.h:1", out)

    def testEnvironment(self):
        self.write("lib/Value/A.cpp", 'int x;\nauto y = ::getenv("HOME");\n')
        self.expectBad("lib/Value/A.cpp:2:")


class Size(TreeCase):
    script = "check-size.py"

    @staticmethod
    def body(lines):
        return "".join(f"  x += {i};\n" for i in range(lines))

    def names(self, text):
        """The functions found in `text`, as name:length, through an absurd limit."""
        sys.path.insert(0, HERE)
        import importlib
        size = importlib.import_module("check-size")
        return [f"{n}:{last - first + 1}" for n, first, last in size.Finder(text).find()]

    def testGood(self):
        self.write("lib/A/A.cpp", "void f() {\n" + self.body(198) + "}\n")
        self.assertIn("longest function: 200 lines, lib/A/A.cpp:1: f", self.expectGood())

    def testLong(self):
        self.write("lib/A/A.cpp", "namespace a {\n\n/// Doc.\nstatic void\nf(int x) {\n" +
                   self.body(198) + "}\n}\n")
        self.write("lib/A/Big.cpp", "int x;\n" * 2001)
        self.write("tools/t.cpp", "int x;\n" * 201)
        self.expectBad("lib/A/A.cpp:4: f: 201 lines", "lib/A/Big.cpp:1: 2001 lines",
                       "tools/t.cpp:1: 201 lines")

    def testExemptions(self):
        cases = "".join(f"  case {i}:\n    g({i});\n    break;\n" for i in range(100))
        switch = "void f(int x) {\n  switch (x) {\n" + cases + "  }\n}\n"
        self.write("lib/A/A.cpp", "// check-size: table switch\n" + switch)
        self.write("lib/Exec/I.cpp", "// check-size: dispatch loop\nvoid f() {\n" +
                   self.body(300) + "}\n")
        self.assertIn("exempt: lib/A/A.cpp:2: f", self.expectGood())
        self.write("lib/A/B.cpp", "// check-size: table switch\nvoid f() {\n" +
                   self.body(300) + "}\n")
        self.write("lib/A/C.cpp", "// check-size: dispatch loop\nvoid f() {\n" +
                   self.body(300) + "}\n")
        self.write("lib/A/D.cpp", "// check-size: too lazy\nvoid f() {}\n")
        self.expectBad("lib/A/B.cpp:2:", "lib/A/C.cpp:2:", "lib/A/D.cpp:2:")

    def testUnbalanced(self):
        self.write("lib/A/A.cpp", "void f() {\n")
        self.expectBad("lib/A/A.cpp:1: braces do not match")

    def testFinder(self):
        self.assertEqual(self.names('''
namespace a::b { // {
struct alignas(8) S : T<void()> {
  S(int a) : x{a}, y(a) {
  }
  int x{0};
  int y = 3;
public:
  bool operator==(const S &o) const { return x == o.x; }
  void operator()() {
  }
  static constexpr int table[] = {1, 2, 3};
  ~S() { const char *s = "}{"; char c = '{'; int n = 1'000; }
};
enum class E : int { A, B };
template <typename T = int, int N = (3 > 2)> requires requires(T t) { t.x; }
auto g(S s = {}, T t = T{}) -> std::array<int, 2> {
  auto l = [&](int i) { return i; };
  return {};
}
#ifdef X
void h(int a) {
#else
void h() {
#endif
}
const Row rows[] = {
  {"a", [](int x) {
    return x;
  }},
};
DECLARE_IT(A, B)
DECLARE_IT(C, D)
[[nodiscard]] __attribute__((noinline)) inline struct S *k() noexcept(true)
{
  R"x( } )x";
}
extern "C" {
void c() {}
}
}
TEST(Suite, Name) {
}
'''), ["S::S:2", "S::operator==:1", "S::operator():2", "S::~S:1", "g:5", "h:5", "<lambda>:3",
            "k:4", "c:1", "TEST(Suite, Name):2"])


class Names(TreeCase):
    script = "check-names.py"

    def testGood(self):
        self.write("lib/Driver/Home.cpp", 'auto v = "UVM_HOME"; // the server serves\n')
        self.write("lib/A/A.cpp", 'auto p = "src/wo' 'rk/x"; auto f = "%0d XX"; // --uvm\n')
        self.write("test/A/a.sv", "// uvm_component may appear in a test; 12'hXXX\n")
        self.expectGood()

    def testBad(self):
        self.write("lib/A/A.cpp", 'if (name == "uvm_component")\n')
        self.write("lib/A/B.cpp", "// faster for picorv32\n")
        self.write("lib/A/C.cpp", 'auto h = "UVM_HOME";\n')
        self.write("docs/a.md", "see /ho" "me/me/x\n")
        self.write("test/A/a.sv", "// FIX" "ME later\n")
        self.write("README.md", "cd /wo" "rk/main\n")
        self.expectBad("lib/A/A.cpp:1:", "lib/A/B.cpp:1:", "lib/A/C.cpp:1:", "docs/a.md:1:",
                       "test/A/a.sv:1:", "README.md:1:")


class Tables(TreeCase):
    script = "check-tables.py"

    def testNothing(self):
        self.write("lib/A/A.cpp", "int x;\n")
        self.expectGood()

    def testRows(self):
        self.write("lib/Bytecode/Opcodes.def",
                   "#ifndef OPCODE\n#define OPCODE(NAME, DOC)\n#endif\n"
                   '// OPCODE(Comment, "no row")\nOPCODE(AddI, "a, (b)")\nOPCODE(SubI,\n  "c")\n')
        self.write("lib/Builtins/Builtins.def",
                   'BUILTIN(Display, "$display", a)\nBUILTIN(Time, "$time", b)\n'
                   'BUILTIN(FlushAll, "a.flush", c)\n')
        self.write("lib/Builtins/Files.cpp", "void flushAll() {}\n")
        self.write("lib/Exec/Ops.inc", "HANDLER(AddI) { } // SubI\n")
        self.write("test/Builtins/d.sv", "initial $display(1);\n")
        out = self.expectBad("lib/Bytecode/Opcodes.def:6: SubI",
                             "lib/Builtins/Builtins.def:2: Time", "2 tables, 2 problems")
        self.assertNotIn("Comment", out)


class ExpectExit(TreeCase):
    def status(self, *command):
        return run([os.path.join(HERE, "expect-exit"), *command])[0]

    def test(self):
        self.assertEqual(self.status("3", "sh", "-c", "exit 3"), 0)
        self.assertEqual(self.status("1", "sh", "-c", "exit 3"), 1)
        self.assertEqual(self.status("1", "sh", "-c", "kill -ABRT $$"), 1)
        self.assertEqual(self.status("true"), 2)


class RunTiers(TreeCase):
    def program(self, name, text):
        path = self.write(name, "#!/bin/sh\n" + text)
        os.chmod(path, 0o755)
        return path

    def testSaved(self):
        """What building and running print is joined; a row that differs is named."""
        fake = self.program("fake", 'test "$1" = --build || echo out\n')
        self.program("fake-compile", "exit 0\n")
        self.program("fake-run", "echo out\n")
        command = [sys.executable, os.path.join(HERE, "run-tiers"), "--circt-sim=" + fake, "a.sv"]
        self.assertEqual(run(command), (0, "out\n", ""))
        self.program("fake-run", 'case "$*" in *--compiled*) echo other;; *) echo out;; esac\n')
        status, out, err = run(command)
        self.assertEqual((status, out), (125, "out\n"))
        self.assertIn("+++ ahead of time: stdout", err)
        self.assertNotIn("saved image", err)

    def test(self):
        fake = self.program("fake", "for last; do :; done\necho out $last\necho err >&2\nexit 3\n")
        self.program("fake-compile", "for last; do :; done\necho out $last\necho err >&2\nexit 3\n")
        command = [sys.executable, os.path.join(HERE, "run-tiers"), "--circt-sim=" + fake]
        self.assertEqual(run(command + ["a.sv"]), (3, "out a.sv\n", "err\n"))
        self.assertEqual(run(command + ["--only=none", "a.sv"])[0], 1)
        self.assertNotEqual(run(command)[0], 0)

    def testDifference(self):
        with open(os.path.join(HERE, "run-tiers"), encoding="utf-8") as file:
            script = file.read()
        begin, end = script.index("TIERS = ["), script.index("\n]\n")
        row = '    ("interpret", ["--mode=interpret"], {}),\n'
        self.assertIn(row, script[begin:end])
        fake = self.program("fake", "echo $1\n")

        def withRows(*rows):
            return script[:begin] + "TIERS = [\n" + "".join(rows) + script[end + 1:]

        twin = self.write("twin", withRows(row, row))
        odd = self.write("odd", withRows(row, row.replace("interpret", "other")))
        same = run([sys.executable, twin, "--circt-sim=" + fake, "a.sv"])
        self.assertEqual(same, (0, "--mode=interpret\n", ""))
        status, out, err = run([sys.executable, odd, "--circt-sim=" + fake, "a.sv"])
        self.assertEqual((status, out), (125, "--mode=interpret\n"))
        self.assertIn("+--mode=other", err)


class Parity(TreeCase):
    """A program that writes a report, as circt-sim does, and one that makes a library."""

    def program(self, name, text):
        path = self.write(name, "#!/bin/sh\n" + text)
        os.chmod(path, 0o755)
        return path

    SIMULATOR = """
for word; do
  case $word in --jit-report=*) echo '{"jit": {}, "aot": {"functions_used": 4,
    "functions_used_compiled": 3}}' > ${word#*=};; esac
done
case "$*" in *--compiled=*half-ahead-7*) echo half;; *) echo out;; esac
"""
    COMPILER = """
out=
for word; do
  case $word in *.so) out=$word;; esac
done
echo "$*" > $out
echo "$*" >> LOG
"""

    def parity(self, modes):
        fake = self.program("fake", self.SIMULATOR)
        log = os.path.join(self.tree.name, "log")
        self.program("fake-compile", self.COMPILER.replace("LOG", log))
        out = os.path.join(self.tree.name, "out")
        status, text, err = run([sys.executable, os.path.join(HERE, "parity"),
                                 "--circt-sim=" + fake, "--modes=" + modes, "--out=" + out,
                                 "--seeds=5", "--jobs=1", "--", "a.sv"])
        return status, text, err, out, log

    def testAhead(self):
        status, text, err, out, log = self.parity("interpret,ahead,half-ahead")
        self.assertEqual((status, err), (0, ""), text)
        with open(os.path.join(out, "ahead", "matrix.tsv"), encoding="utf-8") as file:
            head, row = [line.rstrip("\n").split("\t") for line in file]
        self.assertEqual(dict(zip(head, row))["ahead_functions"], "3/4")
        with open(os.path.join(out, "interpret", "matrix.tsv"), encoding="utf-8") as file:
            self.assertTrue(file.read().endswith("\t\t\n"))
        with open(os.path.join(out, "parity.tsv"), encoding="utf-8") as file:
            self.assertEqual(file.read().count("\tequal\t"), 2)
        with open(log, encoding="utf-8") as file:
            commands = file.read().splitlines()
        self.assertNotIn("--aot-exclude-half", commands[0])
        self.assertIn("--aot-exclude-half=5 a.sv", commands[1])

    def testDifference(self):
        status, text, _, out, log = self.parity("interpret,half-ahead-7")
        self.assertEqual(status, 1)
        self.assertIn("half-ahead-7: stdout, line 1: 'out' / 'half'", text)
        with open(log, encoding="utf-8") as file:
            self.assertIn("--aot-exclude-half=7 ", file.read())
        with open(os.path.join(out, "parity.tsv"), encoding="utf-8") as file:
            self.assertIn("\tdifferent\t", file.read())

    def testModes(self):
        self.assertNotEqual(self.parity("interpret,half-ahead-x")[0], 0)

    def testCompilerFails(self):
        fake = self.program("fake", self.SIMULATOR)
        self.program("fake-compile", "exit 2\n")
        status, text, _ = run([sys.executable, os.path.join(HERE, "parity"), "--circt-sim=" + fake,
                               "--modes=interpret,ahead", "--out=" + self.tree.name + "/out", "--",
                               "a.sv"])
        self.assertEqual(status, 1)
        self.assertIn("exit status: 0 / 2", text)
class NativeShare(TreeCase):
    def program(self, text):
        path = self.write("fake", "#!/bin/sh\n" + text)
        os.chmod(path, 0o755)
        return path

    def share(self, simulator):
        test = self.write("a.sv", "// RUN: %run-tiers %s | FileCheck %s\nmodule m; endmodule\n")
        return run([sys.executable, os.path.join(HERE, "native-share"),
                    "--circt-sim=" + simulator, test])

    def test(self):
        report = """for option; do
  case $option in --jit-report=*)
    echo '{"jit": {"jit_native_instructions_total": NATIVE,
                   "jit_interpreted_instructions_total": 1}}' > ${option#*=}
  esac
done
"""
        status, out, err = self.share(self.program(report.replace("NATIVE", "99")))
        self.assertEqual((status, err), (0, ""), out)
        self.assertIn("1 programs, 200 instructions, 0 below", out)
        status, out, err = self.share(self.program(report.replace("NATIVE", "98")))
        self.assertEqual((status, err), (1, ""))
        self.assertIn("optimised: 98 of 99 instructions ran native", out)

    def testStatus(self):
        status, out, err = self.share(self.program(
            'case "$*" in *--jit-fail-on-deopt*) exit 1;; esac\n'))
        self.assertEqual((status, err), (1, ""))
        self.assertIn("quick: exit status 1, not 0", out)


if __name__ == "__main__":
    unittest.main()
