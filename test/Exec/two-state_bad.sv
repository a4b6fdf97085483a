// Without x and z there are no three-state buses: whoever needs one is told.
// RUN: split-file --leading-lines %s %t
// RUN: %not 2 %circt-sim --two-state %t/drivers.sv 2>&1 | FileCheck %s --check-prefix=DRIVERS
// RUN: %not 2 %circt-sim --two-state %t/ports.sv 2>&1 | FileCheck %s --check-prefix=PORTS
// RUN: %circt-sim %t/ports.sv | FileCheck %s --check-prefix=FOUR
//--- drivers.sv
module drivers;
  wire a, c, e;
  reg x, y;
  assign a = x ? 1 : 'z;
  // DRIVERS-DAG: drivers.sv:[[#@LINE+1]]:{{.*}}error: net 'a' has more than one driver, and with --two-state no value of one gives way to another
  assign a = y ? 0 : 'z;
  // DRIVERS-DAG: drivers.sv:[[#@LINE+1]]:{{.*}}error: 'bufif1' drives z or passes strengths, which do not exist with --two-state
  bufif1 (c, x, y);
  wire d = 1;
  // DRIVERS-DAG: error: net 'd' has more than one driver
  assign d = 0;
  // DRIVERS-DAG: error: 'tran' drives z or passes strengths
  tran (e, d);
endmodule
//--- ports.sv
module side(inout bus, input enable, value);
  assign bus = enable ? value : 1'bz;
endmodule
module ports;
  // PORTS: ports.sv:[[#@LINE+1]]:{{.*}}error: net bus has more than one driver, and nothing is resolved between two-state values
  wire bus;
  side one(bus, 1'b1, 1'b0), two(bus, 1'b0, 1'b1);
  // FOUR: bus 0
  initial #1 $display("bus %b", bus);
endmodule
