// RUN: sed -nE 's/^ *(%[^=]* = )?(moore\.)/CHECK: \2/p' %s > %t
// RUN: %circt-sim-opt %s | %circt-sim-opt | FileCheck %t
//
// Classes and virtual methods, written as they are printed.

moore.class.classdecl @Base {
  moore.class.propertydecl @x : !moore.l32
  moore.class.methoddecl @f -> @"Base::f" : (!moore.class<@Base>) -> !moore.i8
  moore.class.methoddecl @g : (!moore.class<@Base>) -> ()
}
moore.class.classdecl @Shape {
}
moore.class.classdecl @Derived extends @Base implements [@Shape] {
  moore.class.methoddecl @f -> @"Derived::f" : (!moore.class<@Derived>) -> !moore.i8
}
moore.vtable @Derived::@vtable {
  moore.vtable @Base::@vtable {
    moore.vtable_entry @f -> @"Derived::f"
  }
  moore.vtable_entry @f -> @"Derived::f"
}
func.func private @"Base::f"(!moore.class<@Base>) -> !moore.i8
func.func private @"Derived::f"(!moore.class<@Derived>) -> !moore.i8

func.func @objects(%arg0: !moore.class<@Derived>) {
  %0 = moore.class.new : <@Derived>
  %1 = moore.class.upcast %arg0 : <@Derived> to <@Base>
  %2 = moore.class.property_ref %1[@x] : <@Base> -> <l32>
  %3 = moore.vtable.load_method %1 : @f of <@Base> -> (!moore.class<@Base>) -> !moore.i8
  return
}
