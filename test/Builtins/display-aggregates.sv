// Arrays, structures and unions in $display, $strobe and $monitor, which watches all of
// their parts (IEEE 1800-2023 21.2.1.7, 21.2.2, 21.2.3).
// RUN: %circt-sim --quiet %s | FileCheck %s --match-full-lines --strict-whitespace
module test;
  typedef struct { int x; string s; real r; } mixed;
  typedef enum { RED, GREEN } color;
  mixed m;
  int list[3];
  logic [3:0] grid[0:1][0:1];
  color c;
  union packed { logic [7:0] a; logic [7:0] b; } u;
  byte text[4] = '{"c", "i", "r", 0};
  initial begin
    $display("%p %p", m, list);
    $display(list);
    $display("[%s]", text);
    #1 $monitor("%0t: %p %p %p %p %p", $time, m, list, grid, c, u);
    #1 m.x = 5;
    #1 list[1] = 7;
    #1 grid[1][0] = 3;
    #1 c = GREEN;
    #1 u.b = 9;
    #1 m.s = "q";
    #1 m.r = 1.5;
    #1 list[1] = 7;
    #1 $strobe("strobe %p %p", list, grid[1]);
    list[1] = 8;
    // A monitor of an element does not see the others.
    #1 $monitor("element %p", list[1]);
    #1 list[0] = 1;
    #1 list[1] = 2;
    #1 $finish(0);
  end
endmodule
//      CHECK:'{x:0, s:"", r:0} '{0, 0, 0}
// CHECK-NEXT:'{0, 0, 0}
// CHECK-NEXT:[cir]
// CHECK-NEXT:1: '{x:0, s:"", r:0} '{0, 0, 0} '{'{4'bxxxx, 4'bxxxx}, '{4'bxxxx, 4'bxxxx}} RED '{a:8'bxxxxxxxx, b:8'bxxxxxxxx}
// CHECK-NEXT:2: '{x:5, s:"", r:0} '{0, 0, 0} '{'{4'bxxxx, 4'bxxxx}, '{4'bxxxx, 4'bxxxx}} RED '{a:8'bxxxxxxxx, b:8'bxxxxxxxx}
// CHECK-NEXT:3: '{x:5, s:"", r:0} '{0, 7, 0} '{'{4'bxxxx, 4'bxxxx}, '{4'bxxxx, 4'bxxxx}} RED '{a:8'bxxxxxxxx, b:8'bxxxxxxxx}
// CHECK-NEXT:4: '{x:5, s:"", r:0} '{0, 7, 0} '{'{4'bxxxx, 4'bxxxx}, '{3, 4'bxxxx}} RED '{a:8'bxxxxxxxx, b:8'bxxxxxxxx}
// CHECK-NEXT:5: '{x:5, s:"", r:0} '{0, 7, 0} '{'{4'bxxxx, 4'bxxxx}, '{3, 4'bxxxx}} GREEN '{a:8'bxxxxxxxx, b:8'bxxxxxxxx}
// CHECK-NEXT:6: '{x:5, s:"", r:0} '{0, 7, 0} '{'{4'bxxxx, 4'bxxxx}, '{3, 4'bxxxx}} GREEN '{a:9, b:9}
// CHECK-NEXT:7: '{x:5, s:"q", r:0} '{0, 7, 0} '{'{4'bxxxx, 4'bxxxx}, '{3, 4'bxxxx}} GREEN '{a:9, b:9}
// CHECK-NEXT:8: '{x:5, s:"q", r:1.5} '{0, 7, 0} '{'{4'bxxxx, 4'bxxxx}, '{3, 4'bxxxx}} GREEN '{a:9, b:9}
// CHECK-NEXT:strobe '{0, 8, 0} '{3, 4'bxxxx}
// CHECK-NEXT:10: '{x:5, s:"q", r:1.5} '{0, 8, 0} '{'{4'bxxxx, 4'bxxxx}, '{3, 4'bxxxx}} GREEN '{a:9, b:9}
// CHECK-NEXT:element 8
// CHECK-NEXT:element 2
