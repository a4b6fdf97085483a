//===- Options.td - the command line of circt-sim -------------*- tablegen -*-===//
//
// Every spelling the tool knows, in the help's order. Arguments that begin with
// '+' and stand in no row are plusargs of the simulated design (LRM 21.6).
//
//===----------------------------------------------------------------------===//
include "llvm/Option/OptParser.td"

// Takes --x=v and --x v.
multiclass Eq<string name, string help, string meta = "<value>"> {
  def NAME : Separate<["--"], name>, HelpText<help>, MetaVarName<meta>;
  def NAME#_eq : Joined<["--"], name#"=">, Alias<!cast<Separate>(NAME)>;
}
class SeparateAlias<list<string> prefixes, string name, Option target>
    : Separate<prefixes, name>, Alias<target>;
class JoinedAlias<list<string> prefixes, string name, Option target>
    : Joined<prefixes, name>, Alias<target>;

def grp_input : OptionGroup<"input">, HelpText<"SOURCES">;
def grp_top : OptionGroup<"top">, HelpText<"ELABORATION">;
def grp_run : OptionGroup<"run">, HelpText<"SIMULATION">;
def grp_tier : OptionGroup<"tier">, HelpText<"EXECUTION TIERS">;
def grp_stage : OptionGroup<"stage">, HelpText<"STAGES">;
def grp_diag : OptionGroup<"diag">, HelpText<"DIAGNOSTICS">;
def grp_vendor : OptionGroup<"vendor">, HelpText<"OPTIONS OF OTHER TOOLS, IGNORED">;

// --- Sources -------------------------------------------------------------------
let Group = grp_input in {
def file_list : Separate<["-"], "f">, HelpText<"Read arguments from a file; paths in it are relative to the current directory">, MetaVarName<"<file>">;
def file_list_relative : Separate<["-"], "F">, HelpText<"The same, with paths relative to the file">, MetaVarName<"<file>">;
def include_dir : JoinedOrSeparate<["-"], "I">, HelpText<"Directory for `include">, MetaVarName<"<dir>">;
def plus_incdir : Joined<["+"], "incdir+">, HelpText<"Directories for `include, separated by '+'">, MetaVarName<"<dir>[+<dir>...]">;
def define : JoinedOrSeparate<["-"], "D">, HelpText<"Define a text macro">, MetaVarName<"<name>[=<text>]">;
def plus_define : Joined<["+"], "define+">, HelpText<"Define text macros, separated by '+'">, MetaVarName<"<name>[=<text>][+...]">;
def undefine : JoinedOrSeparate<["-"], "U">, HelpText<"Undefine a text macro">, MetaVarName<"<name>">;
def library_dir : JoinedOrSeparate<["-"], "y">, HelpText<"Directory searched for undefined modules">, MetaVarName<"<dir>">;
def library_file : Separate<["-"], "v">, HelpText<"Library file: its modules are used only when instantiated">, MetaVarName<"<file>">;
def libmap : Separate<["-", "--"], "libmap">, HelpText<"Library map: which source files belong to which library, and configurations">, MetaVarName<"<file>">;
def plus_libext : Joined<["+"], "libext+">, HelpText<"Suffixes tried in library directories">, MetaVarName<"<.ext>[+<.ext>...]">;
def library_suffix : JoinedOrSeparate<["-"], "Y">, HelpText<"Suffix tried in library directories">, MetaVarName<"<.ext>">;
def single_unit : Flag<["--"], "single-unit">, HelpText<"All files are one compilation unit">;
defm std : Eq<"std", "Language version: 1364-1995, 1364-2001, 1364-2001-noconfig, 1364-2005, 1800-2005, 1800-2009, 1800-2012, 1800-2017, 1800-2023 (default)", "<version>">;
def std_gen : Joined<["-"], "g">, HelpText<"Language version as Icarus names it (-g2012), or a parameter override (-gW=8)">, MetaVarName<"<year>">;
def sv : Flag<["-"], "sv">, HelpText<"SystemVerilog (the default)">;
}

// --- Elaboration -------------------------------------------------------------------
let Group = grp_top in {
defm top : Eq<"top", "Top module; may be repeated", "<module>">;
def top_s : SeparateAlias<["-"], "s", top>;
def top_dash : SeparateAlias<["-"], "top", top>;
def parameter : JoinedOrSeparate<["-"], "G">, HelpText<"Override a parameter of the top modules">, MetaVarName<"<name>=<value>">;
def parameter_pvalue : Joined<["-"], "pvalue+">, Alias<parameter>;
def parameter_path : Joined<["-"], "P">, HelpText<"Override a parameter by path">, MetaVarName<"<top>.<name>=<value>">;
defm max_constant_steps : Eq<"max-constant-steps", "Limit of statements executed by one constant function call", "<n>">;
defm max_constant_depth : Eq<"max-constant-depth", "Limit of nested constant function calls", "<n>">;
def two_state : Flag<["--"], "two-state">, HelpText<"Extension, not in the standard: variables and nets hold no x and no z; both become 0 when they are assigned, nothing is resolved between drivers, and always @* also runs at the start">;
defm timescale : Eq<"timescale", "Time unit and precision where the source gives none", "<unit>/<precision>">;
def timescale_dash : SeparateAlias<["-"], "timescale", timescale>;
def mindelays : Flag<["+"], "mindelays">, HelpText<"Use the first of min:typ:max">;
def typdelays : Flag<["+"], "typdelays">, HelpText<"Use the second of min:typ:max (default)">;
def maxdelays : Flag<["+"], "maxdelays">, HelpText<"Use the third of min:typ:max">;
def no_specify : Flag<["--"], "no-specify">, HelpText<"Leave module path delays and timing checks of specify blocks out">;
def nospecify : Flag<["+"], "nospecify">, Alias<no_specify>;
def no_timing_checks : Flag<["--"], "no-timing-checks">, HelpText<"Leave timing checks of specify blocks out">;
def notimingchecks : Flag<["+"], "notimingchecks">, Alias<no_timing_checks>;
def delays_t : Joined<["-"], "T">, HelpText<"min, typ or max: which of min:typ:max to use">, MetaVarName<"<min|typ|max>">;
}

// --- Simulation ---------------------------------------------------------------------
let Group = grp_run in {
defm seed : Eq<"seed", "Root of all random numbers: a number, or random", "<n>">;
def seed_sv : SeparateAlias<["-"], "sv_seed", seed>;
def seed_svseed : SeparateAlias<["-"], "svseed", seed>;
def seed_ntb : Joined<["+"], "ntb_random_seed=">, Alias<seed>;
defm max_time : Eq<"max-time", "Stop at this simulation time, e.g. 10us; without unit: fs", "<time>">;
defm timeout : Eq<"timeout", "Stop after this wall-clock time (exit status 124)", "<seconds>">;
defm max_deltas : Eq<"max-deltas", "Limit of activation rounds within one time step (default 10000000)", "<n>">;
defm error_exit : Eq<"error-exit", "Exit status when $error was called (default 1)", "<n>">;
defm vcd : Eq<"vcd", "Write all signals, or those of --trace, to a VCD file", "<file>">;
defm trace : Eq<"trace", "Hierarchical names to write to --vcd; '*' and '?' match", "<glob>">;
def trace_all : Flag<["--"], "trace-all">, HelpText<"Also write arrays and implicit signals">;
def stats : Flag<["--"], "stats">, HelpText<"Print counts and times at the end">;
def stats_eq : Joined<["--"], "stats=">, HelpText<"json: print them as JSON">, MetaVarName<"<format>">;
def quiet : Flag<["--"], "quiet">, HelpText<"No messages of the tool's own">;
def no_seed_message : Flag<["-"], "n">, HelpText<"Accepted for vvp; $stop ends the run in any case">;
}

// --- Tiers --------------------------------------------------------------------------
// An option wins over the variable of the environment that its help names.
let Group = grp_tier in {
defm mode : Eq<"mode", "interpret; compile: hot code runs native as soon as it is hot; auto: the same, compiled in the background (default)", "<tier>">;
defm compiled : Eq<"compiled", "Native code of circt-sim-compile for this design (CIRCT_AOT_STATS=1 counts its use)", "<design.so>">;
defm jit_hot_threshold : Eq<"jit-hot-threshold", "Activations or calls before a function is compiled; 0: at once (CIRCT_SIM_JIT_HOT_THRESHOLD)", "<n>">;
defm jit_compile_budget : Eq<"jit-compile-budget", "How many compilations (CIRCT_SIM_JIT_COMPILE_BUDGET)", "<n>">;
defm jit_optimise_threshold : Eq<"jit-optimise-threshold", "Activations before code is compiled again, slowly and well; 0: at once", "<n>">;
defm jit_speculate : Eq<"jit-speculate", "What optimised code takes for granted, and checks: two-state (signals hold no x or z) or none", "<what>">;
defm jit_debug_info : Eq<"jit-debug-info", "lines: generated code tells debuggers and profilers files, lines and functions; none. Default: lines in what circt-sim-compile makes, else none", "<what>">;
defm jit_cache_policy : Eq<"jit-cache-policy", "memory: code is kept for the run; none: it is dropped after each activation; disk: it is kept across runs (CIRCT_SIM_JIT_CACHE_POLICY)", "<policy>">;
defm jit_cache_dir : Eq<"jit-cache-dir", "Folder of the policy disk (default $XDG_CACHE_HOME/circt-sim/jit or ~/.cache/circt-sim/jit)", "<folder>">;
defm jit_cache_size : Eq<"jit-cache-size", "Mebibytes that the folder may hold; 0: no limit (default 1024)", "<n>">;
def jit_fail_on_deopt : Flag<["--"], "jit-fail-on-deopt">, HelpText<"Strict native: whatever does not run native is listed, and the exit status is not 0 (CIRCT_SIM_JIT_FAIL_ON_DEOPT)">;
defm jit_report : Eq<"jit-report", "Write a report in JSON (CIRCT_SIM_JIT_REPORT_PATH)", "<file>">;
defm jit_random_deopts : Eq<"jit-random-deopts", "Test hook: leave native code at one of n checkpoints in the mean, chosen by the seed", "<n>">;
defm parallel : Eq<"parallel", "Threads of the scheduler; more than one needs CIRCT_SIM_EXPERIMENTAL_PARALLEL=1", "<n>">;
}

// --- Stages ----------------------------------------------------------------------------
let Group = grp_stage in {
def preprocess_only : Flag<["-"], "E">, HelpText<"Print the preprocessed text">;
def parse_only : Flag<["--"], "parse-only">, HelpText<"Stop after parsing">;
def lint_only : Flag<["--"], "lint-only">, HelpText<"Check everything, also what no top module uses, and stop">;
def elab_only : Flag<["--"], "elab-only">, HelpText<"Stop after elaboration and code generation">;
def dump_ast : Flag<["--"], "dump-ast">, HelpText<"Print the syntax tree">;
def dump_ir : Flag<["--"], "dump-ir">, HelpText<"Print the csim IR before the first pass">;
def dump_ir_eq : Joined<["--"], "dump-ir=">, HelpText<"Print the csim IR after a stage">, MetaVarName<"<stage>">;
def build : Flag<["--"], "build">, HelpText<"Compile everything, write a saved image to -o, and stop; circt-sim and circt-sim-run run it">;
def output : JoinedOrSeparate<["-"], "o">, HelpText<"File that --build or circt-verilog writes">, MetaVarName<"<file>">;
def ir_hw : Flag<["--"], "ir-hw">, HelpText<"circt-verilog: the synthesizable subset as CIRCT's hw, comb and seq, two-state">;
def ir_hw_eq : Joined<["--"], "ir-hw=">, HelpText<"The same for a module and what it instantiates; the rest stays csim around it">, MetaVarName<"<module>">;
def jobs : JoinedOrSeparate<["-"], "j">, HelpText<"circt-sim-compile: how many threads compile (default: all processors)">, MetaVarName<"<n>">;
defm aot_exclude : Eq<"aot-exclude", "circt-sim-compile: leave functions out whose hierarchical names match; the interpreter or the JIT runs them", "<glob>">;
defm aot_exclude_half : Eq<"aot-exclude-half", "circt-sim-compile, test hook: leave out a random half, chosen by a seed", "<n>">;
def dump_bytecode : Flag<["--"], "dump-bytecode">, HelpText<"Print the bytecode">;
}

// --- Diagnostics ---------------------------------------------------------------------------
let Group = grp_diag in {
def warning : Joined<["-"], "W">, HelpText<"Warning options: -W<group>, -Wno-<group>, -Werror, -Werror=<group>">, MetaVarName<"<option>">;
def no_warnings : Flag<["-"], "w">, HelpText<"No warnings">;
def diag_json : Flag<["--"], "diag-json">, HelpText<"Diagnostics as JSON lines">;
defm color : Eq<"color", "auto, always or never", "<when>">;
defm error_limit : Eq<"error-limit", "Stop after this many errors; 0: no limit (default 20)", "<n>">;
def help : Flag<["--"], "help">, HelpText<"Print this text">;
def help_h : Flag<["-"], "h">, Alias<help>;
def version : Flag<["--"], "version">, HelpText<"Print the version">;
}

// --- Options of other tools ---------------------------------------------------------------
let Group = grp_vendor in {
def v_access : Separate<["-"], "access">;
def v_access_plus : Joined<["-"], "access+">;
def v_acc : Flag<["+"], "acc">;
def v_acc_eq : Joined<["+"], "acc=">;
def v_debug_access : Joined<["-"], "debug_access">;
def v_debug_all : Flag<["-"], "debug_all">;
def v_full64 : Flag<["-"], "full64">;
def v_sverilog : Flag<["-"], "sverilog">;
def v_64bit : Flag<["-"], "64bit">;
def v_64 : Flag<["-"], "64">;
def v_nologo : Flag<["-"], "nologo">;
def v_nocopyright : Flag<["-"], "nocopyright">;
def v_quiet : Flag<["-"], "quiet">;
def v_batch : Flag<["-"], "batch">;
def v_c : Flag<["-"], "c">;
def v_exit : Flag<["-"], "exit">;
def v_kdb : Flag<["-"], "kdb">;
def v_lca : Flag<["-"], "lca">;
def v_nc : Flag<["-"], "nc">;
def v_notice : Flag<["-"], "notice">;
def v_override_timescale : Joined<["-"], "override_timescale=">;
def v_plusvcs : Joined<["+"], "vcs+">;
def v_vpi : Flag<["+"], "vpi">;
def v_licq : Joined<["-"], "lic">;
def v_u : Flag<["-"], "u">;
def v_l : Separate<["-"], "l">;
def v_log : Separate<["-"], "log">;
def v_do : Separate<["-"], "do">;
def v_voptargs : Joined<["-"], "voptargs=">;
def v_svext : Joined<["-"], "svext=">;
def v_nowarn : Separate<["-"], "nowarn">;
def v_linedebug : Flag<["-"], "linedebug">;
def v_uselicense : Flag<["-"], "uselicense">;
}
