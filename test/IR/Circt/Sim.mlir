// RUN: sed -nE 's/^ *(%[^=]* = )?(sim\.)/CHECK: \2/p' %s > %t
// RUN: %circt-sim-opt %s | %circt-sim-opt | FileCheck %t
//
// Text, files, C functions, the end of the simulation, written as they are printed.

func.func @formats(%arg0: i8, %arg1: f64, %arg2: !sim.dstring, %arg3: !sim.fstring) {
  %0 = sim.fmt.literal "x = "
  %1 = sim.fmt.string %arg2 : !sim.dstring
  %2 = sim.fmt.string %arg2 isLeftAligned true paddingChar 46 specifierWidth 9 : !sim.dstring
  %3 = sim.fmt.hex %arg0, isUpper true : i8
  %4 = sim.fmt.hex %arg0, isUpper false isLeftAligned true paddingChar 32 specifierWidth 4 : i8
  %5 = sim.fmt.oct %arg0 specifierWidth 0 : i8
  %6 = sim.fmt.bin %arg0 paddingChar 32 : i8
  %7 = sim.fmt.dec %arg0 : i8
  %8 = sim.fmt.dec %arg0 paddingChar 48 specifierWidth 3 signed : i8
  %9 = sim.fmt.exp %arg1 fieldWidth 12 fracDigits 3 : f64
  %10 = sim.fmt.flt %arg1 isLeftAligned true : f64
  %11 = sim.fmt.gen %arg1 : f64
  %12 = sim.fmt.char %arg0 : i8
  %13 = sim.fmt.current_time
  %14 = sim.fmt.hier_path
  %15 = sim.fmt.hier_path escaped
  %16 = sim.fmt.concat (%arg3, %arg3)
  %17 = sim.fmt.concat ()
  return
}

func.func @strings(%arg0: i8, %arg1: !sim.dstring, %arg2: i32, %arg3: !sim.fstring) {
  %0 = sim.string.literal "text"
  %1 = sim.string.length %arg1
  %2 = sim.string.concat (%arg1, %arg1)
  %3 = sim.string.int_to_string %arg0 : i8
  %4 = sim.string.string_to_int %arg1 : i16
  %5 = sim.string.format_to_string %arg3
  %6 = sim.string.get %arg1[%arg2]
  %7 = sim.string.cmp lt %arg1, %arg1 : !sim.dstring
  return
}

func.func @files(%arg0: !sim.fstring, %arg1: !sim.output_stream, %arg2: !sim.dstring, %arg3: i32,
                 %arg4: !hw.array<16xi8>, %arg5: !sim.queue<i8, 0>) {
  sim.proc.print %arg0
  sim.proc.print %arg0 to %arg1
  %0 = sim.get_file %arg0
  %1 = sim.stdout_stream
  %2 = sim.stderr_stream
  sim.flush %arg1
  %3 = sim.sv.fopen %arg2
  %4 = sim.sv.fopen %arg2 mode = a_update
  sim.sv.fclose %arg3
  %5 = sim.sv.channel_to_output_stream %arg3
  sim.sv.fflush_all
  %6 = sim.sv.readmem %arg2, %arg4 {dimDescending = array<i1: false>, dimLows = array<i64: 0>} : !hw.array<16xi8>
  %7 = sim.sv.readmem %arg2, %arg5 start = %arg3 finish = %arg3 slice[%arg3, %arg3] {dimDescending = array<i1: true>, dimLows = array<i64: 0>} : !sim.queue<i8, 0>
  sim.terminate success, quiet
  sim.terminate failure, verbose
  sim.pause verbose
  return
}

hw.module @hardware(in %clk : !seq.clock, in %c : i1, in %x : i8, in %s : !sim.fstring, in %o : !sim.output_stream) {
  sim.print %s on %clk if %c
  sim.print %s on %clk if %c to %o
  %0 = sim.plusargs.test "verbose"
  %1:2 = sim.plusargs.value "depth=%d" : i32
  %2:2 = sim.func.dpi.call @compute(%x, %x) clock %clk enable %c : (i8, i8) -> (i8, i1)
  %3 = func.call @types(%x) : (i8) -> i8
  sim.clocked_terminate %clk, %c, success, verbose
  sim.clocked_pause %clk, %c, quiet
  sim.triggered %clk if %c {
    sim.pause quiet
  }
  sim.triggered %clk {
  }
}
func.func private @types(i8) -> i8

sim.func.dpi private @compute(in %a : i8, inout %b : i8, return r : i1)
sim.func.dpi @other(out o : i8, ref %p : !llvm.ptr) attributes {verilogName = "otherC"}
sim.func.dpi @typed() attributes {type = !sim.dpi_functy<in "a" : i8, return "r" : i1>}
