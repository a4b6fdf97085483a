// Initial procedures, blocking assignments, loops, functions, text, macros, checks.
// RUN: %not 1 %run-tiers %s -D WITH_TEXT -D LIMIT=4 > %t.out
// RUN: grep -v -e WARNING -e ERROR -e Time %t.out | FileCheck %s
// RUN: FileCheck %s --check-prefix=MESSAGES < %t.out

// CHECK: hello 4 4
// CHECK-NEXT: sum=6 double=12
// CHECK-NEXT: message 0c at 0
// CHECK-NEXT: mem 3 1 2
// CHECK-NEXT: comb=13
// CHECK-NEXT: comb=1{{$}}
// CHECK-NEXT: $finish called at 3

// MESSAGES: WARNING: {{.*}}: careful 6
// MESSAGES: ERROR: {{.*}}: Assertion failed: small
// MESSAGES: ERROR: {{.*}}: too large: 12
// MESSAGES: ERROR: {{.*}}: Assertion failed: late
// MESSAGES-NEXT: Time: 0
// MESSAGES: ERROR: {{.*}}: Assertion failed: late
// MESSAGES-NEXT: Time: 1
// MESSAGES-NOT: Assertion

sv.macro.decl @WITH_TEXT
sv.macro.decl @SYNTHESIS
sv.macro.decl @LIMIT
sv.macro.decl @UNIT
sv.macro.decl @LOCAL["LOCAL_NAME"]
sv.macro.def @UNIT "(`LIMIT)"
sv.macro.def @LOCAL "8'hc"
sv.verbatim "// a comment\n/* and another */"

sv.func @twice(in %x : i32, out y : i32 {sv.func.explicitly_returned}) {
  %v = sv.logic : !hw.inout<i32>
  sv.bpassign %v, %x : i32
  %a = sv.read_inout %v : !hw.inout<i32>
  %s = comb.add %a, %x : i32
  sv.return %s : i32
}

hw.module @top() {
  %out = hw.constant 0x80000001 : i32
  %c0 = hw.constant 0 : i32
  %c1 = hw.constant 1 : i32
  %c4 = hw.constant 4 : i32
  %c12 = hw.constant 12 : i32
  %sum = sv.reg : !hw.inout<i32>
  %now = sv.read_inout %sum : !hw.inout<i32>
  %mem = sv.logic : !hw.inout<array<4xi8>>
  %text = sv.constantStr "mem"

  sv.ifdef @SYNTHESIS {
    sv.verbatim "nobody sees this"
  } else {
    sv.initial {
      sv.ifdef.procedural @WITH_TEXT {
        %limit = sv.macro.ref.expr @LIMIT() : () -> i32
        %unit = sv.macro.ref.expr @UNIT() : () -> i8
        sv.fwrite %out, "hello %0d %0d\n"(%limit, %unit) : i32, i8
      }
      sv.for %i = %c0 to %c4 step %c1 : i32 {
        %old = sv.read_inout %sum : !hw.inout<i32>
        %new = comb.add %old, %i : i32
        sv.bpassign %sum, %new : i32
        %small = comb.extract %i from 0 : (i32) -> i8
        %index = comb.extract %i from 0 : (i32) -> i2
        %place = sv.array_index_inout %mem[%index] : !hw.inout<array<4xi8>>, i2
        sv.bpassign %place, %small : i8
      }
      %whole = sv.read_inout %sum : !hw.inout<i32>
      %twice = sv.func.call.procedural @twice(%whole) : (i32) -> i32
      sv.write "sum=%0d double=%0d\n"(%whole, %twice) : i32, i32
      %value = sv.macro.ref.expr @LOCAL() : () -> i8
      %time = sv.system.time : i64
      %message = sv.sformatf "%h at %0d"(%value, %time) : i8, i64
      %prefix = sv.constantStr "message "
      %all = sv.concat_str(%prefix, %message) : !hw.string
      sv.write "%s\n"(%all) : !hw.string
      sv.warning.procedural "careful %0d"(%whole) : i32
      %c3 = hw.constant 3 : i2
      %c1_i2 = hw.constant 1 : i2
      %c2_i2 = hw.constant 2 : i2
      %p3 = sv.array_index_inout %mem[%c3] : !hw.inout<array<4xi8>>, i2
      %v3 = sv.read_inout %p3 : !hw.inout<i8>
      %m = sv.read_inout %mem : !hw.inout<array<4xi8>>
      %v1 = hw.array_get %m[%c1_i2] : !hw.array<4xi8>, i2
      %v2 = hw.array_get %m[%c2_i2] : !hw.array<4xi8>, i2
      sv.write "%s %0d %0d %0d\n"(%text, %v3, %v1, %v2) : !hw.string, i8, i8, i8
      %isSmall = comb.icmp ult %whole, %c4 : i32
      sv.assert %isSmall, immediate label "small"
      %fits = comb.icmp ult %twice, %c12 : i32
      sv.assert %fits, immediate message "too large: %0d"(%twice) : i32
      %fits2 = comb.icmp ule %twice, %c12 : i32
      sv.assume %fits2, immediate
    }
  }

  // Combinational: blocking, with a deferred check.
  %x = llhd.sig name "x" %c12 : i32
  %px = llhd.prb %x : i32
  %comb = sv.logic : !hw.inout<i32>
  %res = sv.read_inout %comb : !hw.inout<i32>
  sv.alwayscomb {
    sv.bpassign %comb, %px : i32
    %t = sv.read_inout %comb : !hw.inout<i32>
    %n = comb.add %t, %c1 : i32
    sv.bpassign %comb, %n : i32
    %ok = comb.icmp ult %n, %c12 : i32
    sv.assert %ok, observed label "late"
  }
  llhd.process {
    %t1 = llhd.constant_time <1ns, 0d, 0e>
    %t0 = llhd.constant_time <0ns, 0d, 1e>
    llhd.wait delay %t1, ^a
  ^a:
    %l = sim.fmt.literal "comb="
    %f = sim.fmt.dec %res specifierWidth 0 : i32
    %nl = sim.fmt.literal "\n"
    %all = sim.fmt.concat (%l, %f, %nl)
    sim.proc.print %all
    %c13 = hw.constant 13 : i32
    llhd.drv %x, %c13 after %t0 : i32
    llhd.wait delay %t1, ^b
  ^b:
    llhd.drv %x, %c0 after %t0 : i32
    llhd.wait delay %t1, ^c
  ^c:
    sim.proc.print %all
    sim.terminate success, verbose
    llhd.halt
  }
}
