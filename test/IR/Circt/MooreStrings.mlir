// RUN: sed -nE 's/^ *(%[^=]* = )?(moore\.)/CHECK: \2/p' %s > %t
// RUN: %circt-sim-opt %s | %circt-sim-opt | FileCheck %t
//
// Strings, formats, scans, written as they are printed.

func.func @methods(%arg0: !moore.string, %arg1: !moore.ref<string>, %arg2: !moore.i32,
                   %arg3: !moore.i8, %arg4: !moore.l32, %arg5: !moore.f64) {
  %0 = moore.string.len %arg0
  moore.string.put %arg1[%arg2], %arg3 : <string>
  %1 = moore.string.get %arg0[%arg2]
  %2 = moore.string.toupper %arg0
  %3 = moore.string.tolower %arg0
  %4 = moore.string.compare %arg0, %arg0
  %5 = moore.string.icompare %arg0, %arg0
  %6 = moore.string.substr %arg0[%arg2 : %arg2]
  %7 = moore.string.atoi %arg0 : l32
  %8 = moore.string.atohex %arg0 : l32
  %9 = moore.string.atooct %arg0 : l32
  %10 = moore.string.atobin %arg0 : l32
  %11 = moore.string.atoreal %arg0 : f64
  moore.string.itoa %arg1, %arg4 : <string>, l32
  moore.string.hextoa %arg1, %arg4 : <string>, l32
  moore.string.octtoa %arg1, %arg4 : <string>, l32
  moore.string.bintoa %arg1, %arg4 : <string>, l32
  moore.string.realtoa %arg1, %arg5 : <string>, f64
  %12 = moore.string.concat (%arg0, %arg0)
  return
}

func.func @formats(%arg0: !moore.l8, %arg1: !moore.f64, %arg2: !moore.string,
                   %arg3: !moore.format_string) {
  %0 = moore.fmt.literal "x = "
  %1 = moore.fmt.concat (%arg3, %arg3)
  %2 = moore.fmt.int decimal %arg0, align right, pad space : l8
  %3 = moore.fmt.int hex_upper %arg0, align left, pad zero width 4 signed : l8
  %4 = moore.fmt.real general %arg1, align left fieldWidth 9 fracDigits 3 : f64
  %5 = moore.fmt.string %arg2
  %6 = moore.fmt.string %arg2, width 9, alignment left, padding zero
  %7 = moore.fmt.hier_path
  %8 = moore.fmt.hier_path escaped
  %9 = moore.fmt.char %arg0 : l8
  %10 = moore.fstring_to_string %arg3
  return
}

func.func @scans(%arg0: !moore.i32, %arg1: !moore.string, %arg2: !moore.scan_string) {
  %0 = moore.scan.begin_fscanf %arg0
  %1 = moore.scan.begin_sscanf %arg1
  %2 = moore.scan.end %arg2
  %3 = moore.scan.literal %arg2 "a="
  %4 = moore.scan.hier_path_match %arg2
  %remaining, %value, %matched = moore.scan.int %arg2 hex_lower width 4 : i32, !moore.i1
  %5 = moore.scan.int %arg2 decimal
  %6:3 = moore.scan.real %arg2 width 4 : !moore.f64, !moore.i1
  %7:3 = moore.scan.time %arg2 : !moore.time, !moore.i1
  %8:3 = moore.scan.str %arg2 width 3 : !moore.string, !moore.i1
  %9:3 = moore.scan.char %arg2 : i8, !moore.i1
  %10:3 = moore.scan.unformatted %arg2 four_value : i32, !moore.i1
  return
}
