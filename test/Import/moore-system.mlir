// Formats, strings, scans, arguments, random numbers, system functions, severity.
// RUN: %not 1 %run-tiers %s +name=abc +n=12 2>&1 | FileCheck %s

moore.module @tb() {
  %nl = moore.fmt.literal "\0A"
  %bar = moore.fmt.literal "|"
  %v8 = moore.constant hAX : l8
  %n = moore.constant -5 : i8
  %b = moore.constant hBE : i8
  %pct = moore.fmt.literal "100%\0A"
  moore.procedure initial {
    // CHECK: 100%
    moore.builtin.display %pct
    // CHECK-NEXT: |251|  -5|-5  | -5| be|BE|276|aX|A|
    %f0 = moore.fmt.int decimal %n, align right, pad space width 0 : i8
    %f1 = moore.fmt.int decimal %n, align right, pad space width 4 signed : i8
    %f2 = moore.fmt.int decimal %n, align left, pad space width 4 signed : i8
    %f3 = moore.fmt.int decimal %n, align right, pad space width 3 signed : i8
    %f4 = moore.fmt.int hex_lower %b, align right, pad zero width 3 : i8
    %f5 = moore.fmt.int hex_upper %b, align right, pad zero : i8
    %f6 = moore.fmt.int octal %b, align right, pad zero : i8
    %vx = moore.constant b1010XXX1 : l8
    %f7 = moore.fmt.int hex_lower %vx, align right, pad zero : l8
    %ch = moore.constant 65 : i8
    %f8 = moore.fmt.char %ch : i8
    %d0 = moore.fmt.concat (%bar, %f0, %bar, %f1, %bar, %f2, %bar, %f3, %bar, %f4, %bar, %f5, %bar, %f6, %bar, %f7, %bar, %f8, %bar, %nl)
    moore.builtin.display %d0
    // CHECK-NEXT: |   hi|hi   |1.50|tb|
    %hi = moore.constant_string "hi" : i16
    %s = moore.int_to_string %hi : i16
    %g0 = moore.fmt.string %s, width 5, alignment right, padding space
    %g1 = moore.fmt.string %s, width 5, alignment left, padding space
    %r = moore.constant_real 1.5 : f64
    %g2 = moore.fmt.real float %r, align right fracDigits 2 : f64
    %g3 = moore.fmt.hier_path
    %d1 = moore.fmt.concat (%bar, %g0, %bar, %g1, %bar, %g2, %bar, %g3, %bar, %nl)
    moore.builtin.display %d1

    // CHECK-NEXT: |HI|4|i|-1|1|hIhi|42|x=7|
    %place = moore.variable %s : <string>
    %up = moore.string.toupper %s
    %i1 = moore.constant 1 : i32
    %i0 = moore.constant 0 : i32
    %cI = moore.constant 73 : i8
    moore.string.put %place[%i1], %cI : <string>
    %p0 = moore.read %place : <string>
    %cat = moore.string.concat (%p0, %s)
    %len = moore.string.len %cat
    %sub = moore.string.substr %s[%i1 : %i1]
    %cmp = moore.string_cmp lt %up, %s : string -> i1
    %cmp2 = moore.string.compare %up, %s
    %neg = moore.constant 0 : i32
    %less = moore.slt %cmp2, %neg : i32 -> i1
    %minus = moore.sext %less : i1 -> i8
    %c42 = moore.constant_string "42" : i16
    %s42 = moore.int_to_string %c42 : i16
    %num = moore.string.atoi %s42 : l32
    %t0 = moore.fmt.string %up
    %t1 = moore.fmt.int decimal %len, align right, pad space width 0 : i32
    %t2 = moore.fmt.string %sub
    %t3 = moore.fmt.int decimal %minus, align right, pad space width 0 signed : i8
    %t4 = moore.fmt.int decimal %cmp, align right, pad space width 0 : i1
    %t5 = moore.fmt.string %cat
    %t6 = moore.fmt.int decimal %num, align right, pad space width 0 signed : l32
    %xe = moore.fmt.literal "x="
    %seven = moore.constant 7 : i8
    %f7b = moore.fmt.int decimal %seven, align right, pad space width 0 : i8
    %made = moore.fmt.concat (%xe, %f7b)
    %text = moore.fstring_to_string %made
    %t7 = moore.fmt.string %text
    %d2 = moore.fmt.concat (%bar, %t0, %bar, %t1, %bar, %t2, %bar, %t3, %bar, %t4, %bar, %t5, %bar, %t6, %bar, %t7, %bar, %nl)
    moore.builtin.display %d2

    // CHECK-NEXT: |2|7|10|1|0|
    %line = moore.constant_string "x=7 a" : i40
    %sline = moore.int_to_string %line : i40
    %k0 = moore.scan.begin_sscanf %sline
    %k1 = moore.scan.literal %k0 "x="
    %k2, %sv, %sm = moore.scan.int %k1 decimal : i32, !moore.i1
    %k3, %sh, %shm = moore.scan.int %k2 hex_lower : i32, !moore.i1
    %k4, %sz, %szm = moore.scan.int %k3 decimal : i32, !moore.i1
    %cnt = moore.scan.end %k4
    %u0 = moore.fmt.int decimal %cnt, align right, pad space width 0 : i32
    %svm = moore.from_builtin_int %sv : i32
    %shmo = moore.from_builtin_int %sh : i32
    %u1 = moore.fmt.int decimal %svm, align right, pad space width 0 : i32
    %u2 = moore.fmt.int decimal %shmo, align right, pad space width 0 : i32
    %u3 = moore.fmt.int decimal %shm, align right, pad space width 0 : i1
    %u4 = moore.fmt.int decimal %szm, align right, pad space width 0 : i1
    %d3 = moore.fmt.concat (%bar, %u0, %bar, %u1, %bar, %u2, %bar, %u3, %bar, %u4, %bar, %nl)
    moore.builtin.display %d3

    // CHECK-NEXT: |1|0|12|abc|1|
    %w0 = moore.builtin.plusargs_test "name" : i1
    %w1 = moore.builtin.plusargs_test "other" : i1
    %w2, %w3 = moore.builtin.plusargs_value "n=%d" : i1, i32
    %w4, %w5 = moore.builtin.plusargs_value "name=%s" : i1, string
    %x0 = moore.fmt.int decimal %w0, align right, pad space width 0 : i1
    %x1 = moore.fmt.int decimal %w1, align right, pad space width 0 : i1
    %x2 = moore.fmt.int decimal %w3, align right, pad space width 0 : i32
    %x3 = moore.fmt.string %w5
    %x4 = moore.fmt.int decimal %w4, align right, pad space width 0 : i1
    %d4 = moore.fmt.concat (%bar, %x0, %bar, %x1, %bar, %x2, %bar, %x3, %bar, %x4, %bar, %nl)
    moore.builtin.display %d4

    // CHECK-NEXT: |4|2.000000|3.000000|4609434218613702656|1|
    %n9 = moore.constant 9 : l32
    %y0 = moore.builtin.clog2 %n9 : l32
    %four = moore.constant_real 4.0 : f64
    %y1 = moore.builtin.sqrt %four : f64
    %three = moore.constant_real -3.0 : f64
    %y2 = moore.builtin.abs %three : f64
    %y3 = moore.builtin.realtobits %r
    %lo = moore.constant 5 : i32
    %hi5 = moore.constant 9 : i32
    %rnd = moore.builtin.urandom_range %lo, %hi5
    %ge = moore.uge %rnd, %lo : i32 -> i1
    %le = moore.ule %rnd, %hi5 : i32 -> i1
    %in = moore.and %ge, %le : i1
    %z0 = moore.fmt.int decimal %y0, align right, pad space width 0 : l32
    %z1 = moore.fmt.real float %y1, align right : f64
    %z2 = moore.fmt.real float %y2, align right : f64
    %z3 = moore.fmt.int decimal %y3, align right, pad space width 0 : i64
    %z4 = moore.fmt.int decimal %in, align right, pad space width 0 : i1
    %d5 = moore.fmt.concat (%bar, %z0, %bar, %z1, %bar, %z2, %bar, %z3, %bar, %z4, %bar, %nl)
    moore.builtin.display %d5

    // A seed is the state of its own sequence.
    // CHECK-NEXT: |1|1|
    %seed1 = moore.variable %lo : <i32>
    %seed2 = moore.variable %lo : <i32>
    %all = moore.constant -1 : i32
    %q0 = moore.builtin.urandom_range %i0, %all, %seed1
    %q1 = moore.builtin.urandom_range %i0, %all, %seed2
    %q2 = moore.builtin.urandom_range %i0, %all, %seed1
    %same = moore.eq %q0, %q1 : i32 -> i1
    %other = moore.ne %q0, %q2 : i32 -> i1
    %aa0 = moore.fmt.int decimal %same, align right, pad space width 0 : i1
    %aa1 = moore.fmt.int decimal %other, align right, pad space width 0 : i1
    %d6 = moore.fmt.concat (%bar, %aa0, %bar, %aa1, %bar, %nl)
    moore.builtin.display %d6

    // CHECK-NEXT: WARNING: {{.*}}: careful 7
    %careful = moore.fmt.literal "careful "
    %msg = moore.fmt.concat (%careful, %f7b)
    moore.builtin.severity warning %msg
    // CHECK: Assertion 'sure' failed.
    %no = moore.constant bX : l1
    moore.assert immediate %no label "sure" : l1
    // CHECK: $finish called at 0
    moore.builtin.finish_message false
    moore.builtin.finish 0
    moore.unreachable
  }
  moore.output
}
