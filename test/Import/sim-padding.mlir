// Fields of formats: filled with blanks, zeros or something else, on either side.
// RUN: %run-tiers --quiet %s | FileCheck %s --match-full-lines --strict-whitespace

func.func @entry() {
  %open = sim.fmt.literal "["
  %mid = sim.fmt.literal "|"
  %close = sim.fmt.literal "]\0A"
  %a = hw.constant 0xAB : i12
  %m = hw.constant -5 : i8
  %s = sim.string.literal "ab"

  //CHECK:[0AB|AB0000|  AB|AB  ]
  %0 = sim.fmt.hex %a, isUpper true : i12
  %1 = sim.fmt.hex %a, isUpper true isLeftAligned true specifierWidth 6 : i12
  %2 = sim.fmt.hex %a, isUpper true paddingChar 32 specifierWidth 4 : i12
  %3 = sim.fmt.hex %a, isUpper true isLeftAligned true paddingChar 32 specifierWidth 4 : i12
  %t0 = sim.fmt.concat (%open, %0, %mid, %1, %mid, %2, %mid, %3, %close)
  sim.proc.print %t0
  //CHECK-NEXT:[**171|171*|0171|171 |171|-5  |  -5|-5.....]
  %4 = sim.fmt.dec %a paddingChar 42 specifierWidth 5 : i12
  %5 = sim.fmt.dec %a isLeftAligned true paddingChar 42 : i12
  %6 = sim.fmt.dec %a paddingChar 48 : i12
  %7 = sim.fmt.dec %a isLeftAligned true : i12
  %8 = sim.fmt.dec %a isLeftAligned true paddingChar 42 specifierWidth 2 : i12
  %9 = sim.fmt.dec %m isLeftAligned true signed : i8
  %10 = sim.fmt.dec %m signed : i8
  %11 = sim.fmt.dec %m isLeftAligned true paddingChar 46 specifierWidth 7 signed : i8
  %t1 = sim.fmt.concat (%open, %4, %mid, %5, %mid, %6, %mid, %7, %mid, %8, %mid, %9, %mid, %10, %mid, %11, %close)
  sim.proc.print %t1
  //CHECK-NEXT:[253|ab|   ab|ab---|__253]
  %12 = sim.fmt.oct %a specifierWidth 0 : i12
  %13 = sim.fmt.string %s : !sim.dstring
  %14 = sim.fmt.string %s specifierWidth 5 : !sim.dstring
  %15 = sim.fmt.string %s isLeftAligned true paddingChar 45 specifierWidth 5 : !sim.dstring
  %16 = sim.fmt.oct %a paddingChar 95 specifierWidth 5 : i12
  %t2 = sim.fmt.concat (%open, %12, %mid, %13, %mid, %14, %mid, %15, %mid, %16, %close)
  sim.proc.print %t2
  return
}
