# Configuration of the text tests.
#
# A test is a .sv, .v, .mlir, .ll or .test file with RUN lines. Files that tests read,
# and that are none themselves, live in folders named Inputs. Substitutions:
#
#   %circt-sim      the simulator (and %circt-sim-opt ... for the other programs);
#                   a run that hangs is ended after two minutes
#   %run-tiers      runs circt-sim with the arguments in every execution tier,
#                   compares, prints the common output, exits with the common status
#   %not CODE       succeeds if the command that follows exits with exactly CODE
#   %expect-messages FILE  succeeds if the messages about the file are those that it expects
#   %opt            LLVM's opt with the passes of lib/Codegen
#   %python         the interpreter
#   %programs       the folder of the programs
#   %root           the project's folder
# FileCheck, split-file, lli and the like are found in LLVM's folder.

import os
import re
import shutil
import sys

import lit.formats

config.name = "circt-sim"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".sv", ".v", ".mlir", ".ll", ".test"]
config.excludes = ["Inputs", "unit"]
config.test_source_root = os.path.dirname(__file__)
config.test_exec_root = config.circtsimObjectRoot

limit = 600 if config.circtsimSanitize else 120
timeout = f"timeout -k 5 {limit} "
utils = os.path.join(config.circtsimSourceRoot, "utils")
simulator = os.path.join(config.circtsimBinaryDir, "circt-sim")

for program in ["circt-sim", "circt-sim-compile", "circt-sim-opt", "circt-sim-dis",
                "circt-sim-run", "circt-verilog"]:
    path = os.path.join(config.circtsimBinaryDir, program)
    config.substitutions.append((f"%{re.escape(program)}(?![-\\w])", timeout + path))
    if os.path.exists(path):
        config.available_features.add(program)

runTiers = f"{sys.executable} {os.path.join(utils, 'run-tiers')} --circt-sim={simulator}"
config.substitutions += [
    (r"%run-tiers\b", timeout + runTiers),
    (r"%(not|expect-exit)\b", os.path.join(utils, "expect-exit")),
    (r"%expect-messages\b", timeout + f"{sys.executable} {os.path.join(utils, 'expect-messages')} "
     f"--circt-sim={simulator}"),
    (r"%opt\b", f"opt -load-pass-plugin={config.circtsimBinaryDir}/circt-sim-passes.so"),
    (r"%python\b", sys.executable),
    (r"%programs\b", config.circtsimBinaryDir),
    (r"%root\b", config.circtsimSourceRoot),
]

for tool in ["iverilog", "verilator"]:
    if shutil.which(tool):
        config.available_features.add(tool)
for sanitizer in filter(None, config.circtsimSanitize.split(",")):
    config.available_features.add(sanitizer)

config.environment["PATH"] = os.pathsep.join([config.llvmToolsDir, config.environment["PATH"]])
config.environment["XDG_CACHE_HOME"] = os.path.join(config.test_exec_root, "cache")
config.environment["LC_ALL"] = "C.UTF-8"
