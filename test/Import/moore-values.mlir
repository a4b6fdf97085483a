// Four-state operators: unknown bits spread as in IEEE 1800-2023 11.4.
// RUN: %run-tiers %s | FileCheck %s

moore.module @tb() {
  %nl = moore.fmt.literal "\0A"
  %sp = moore.fmt.literal " "
  %a = moore.constant b1100 : l4
  %x = moore.constant b1X0Z : l4
  %z4 = moore.constant 0 : l4
  %five = moore.constant 5 : i8
  %m3 = moore.constant -3 : i8
  %i0 = moore.constant 0 : i8
  %l2 = moore.constant 2 : l8
  %lm7 = moore.constant -7 : l8
  %l0 = moore.constant 0 : l8
  moore.procedure initial {
    // CHECK: xxxx xxxx 1x00 110x 0x0x 0x1x
    %0 = moore.add %a, %x : l4
    %1 = moore.neg %x : l4
    %2 = moore.and %a, %x : l4
    %3 = moore.or %a, %x : l4
    %xr = moore.xor %a, %x : l4
    %4 = moore.not %x : l4
    %f0 = moore.fmt.int binary %0, align right, pad zero : l4
    %f1 = moore.fmt.int binary %1, align right, pad zero : l4
    %f2 = moore.fmt.int binary %2, align right, pad zero : l4
    %f3 = moore.fmt.int binary %3, align right, pad zero : l4
    %f3b = moore.fmt.int binary %xr, align right, pad zero : l4
    %f4 = moore.fmt.int binary %4, align right, pad zero : l4
    %d0 = moore.fmt.concat (%f0, %sp, %f1, %sp, %f2, %sp, %f3, %sp, %f3b, %sp, %f4, %nl)
    moore.builtin.display %d0

    // Division by zero is x, or 0 in two states; signed division truncates.
    // CHECK: x 0 -3 -1 -1 2
    %5 = moore.divu %l2, %l0 : l8
    %6 = moore.divu %five, %i0 : i8
    %7 = moore.divs %lm7, %l2 : l8
    %8 = moore.mods %lm7, %l2 : l8
    %9 = moore.divs %five, %m3 : i8
    %10 = moore.mods %five, %m3 : i8
    %f5 = moore.fmt.int decimal %5, align right, pad space width 0 : l8
    %f6 = moore.fmt.int decimal %6, align right, pad space width 0 : i8
    %f7 = moore.fmt.int decimal %7, align right, pad space width 0 signed : l8
    %f8 = moore.fmt.int decimal %8, align right, pad space width 0 signed : l8
    %f9 = moore.fmt.int decimal %9, align right, pad space width 0 signed : i8
    %f10 = moore.fmt.int decimal %10, align right, pad space width 0 signed : i8
    %d1 = moore.fmt.concat (%f5, %sp, %f6, %sp, %f7, %sp, %f8, %sp, %f9, %sp, %f10, %nl)
    moore.builtin.display %d1

    // A definite difference decides ==; === compares x and z too; ==? has z and x of
    // the right side match all.
    // CHECK: x 0 1 0 1 0 0 x 1 1
    %z1 = moore.constant b1XZ0 : l4
    %e0 = moore.eq %x, %x : l4 -> l1
    %e1 = moore.eq %x, %z4 : l4 -> l1
    %e2 = moore.case_eq %x, %x : l4
    %e3 = moore.case_ne %x, %x : l4
    %c1 = moore.constant b1110 : l4
    %e4 = moore.wildcard_eq %c1, %z1 : l4 -> l1
    %e5 = moore.wildcard_ne %c1, %z1 : l4 -> l1
    %e6 = moore.wildcard_eq %x, %c1 : l4 -> l1
    %e7 = moore.ult %x, %a : l4 -> l1
    %e8 = moore.casez_eq %x, %z1 : l4
    %e9 = moore.casexz_eq %x, %a : l4
    %g0 = moore.fmt.int binary %e0, align right, pad zero : l1
    %g1 = moore.fmt.int binary %e1, align right, pad zero : l1
    %g2 = moore.fmt.int binary %e2, align right, pad zero : i1
    %g3 = moore.fmt.int binary %e3, align right, pad zero : i1
    %g4 = moore.fmt.int binary %e4, align right, pad zero : l1
    %g5 = moore.fmt.int binary %e5, align right, pad zero : l1
    %g6 = moore.fmt.int binary %e6, align right, pad zero : l1
    %g7 = moore.fmt.int binary %e7, align right, pad zero : l1
    %g8 = moore.fmt.int binary %e8, align right, pad zero : i1
    %g9 = moore.fmt.int binary %e9, align right, pad zero : i1
    %d2 = moore.fmt.concat (%g0, %sp, %g1, %sp, %g2, %sp, %g3, %sp, %g4, %sp, %g5, %sp, %g6, %sp, %g7, %sp, %g8, %sp, %g9, %nl)
    moore.builtin.display %d2

    // Shifts beyond the width, by unknown amounts, and of the sign.
    // CHECK: 00000000 xxxxxxxx 11111110 11111111 0xz0
    %n9 = moore.constant 9 : i32
    %nx = moore.constant bX : l1
    %n2 = moore.constant 2 : i3
    %n1 = moore.constant 1 : l2
    %s0 = moore.shl %l2, %n9 : l8, i32
    %s1 = moore.shr %l2, %nx : l8, l1
    %s2 = moore.ashr %lm7, %n2 : l8, i3
    %s3 = moore.ashr %lm7, %n9 : l8, i32
    %xz = moore.constant b0XZ : l3
    %xz4 = moore.zext %xz : l3 -> l4
    %s4 = moore.shl %xz4, %n1 : l4, l2
    %h0 = moore.fmt.int binary %s0, align right, pad zero : l8
    %h1 = moore.fmt.int binary %s1, align right, pad zero : l8
    %h2 = moore.fmt.int binary %s2, align right, pad zero : l8
    %h3 = moore.fmt.int binary %s3, align right, pad zero : l8
    %h4 = moore.fmt.int binary %s4, align right, pad zero : l4
    %d3 = moore.fmt.concat (%h0, %sp, %h1, %sp, %h2, %sp, %h3, %sp, %h4, %nl)
    moore.builtin.display %d3

    // Reductions, truth, conversions: x is 0 in two states, and extends as a sign.
    // CHECK: 0 1 x 1 1000 xx10 00x0 1010
    %r0 = moore.reduce_and %x : l4 -> l1
    %r1 = moore.reduce_or %x : l4 -> l1
    %r2 = moore.reduce_xor %x : l4 -> l1
    %r3 = moore.bool_cast %x : l4 -> l1
    %r4 = moore.logic_to_int %x : l4
    %x3 = moore.constant bX10 : l3
    %r5 = moore.sext %x3 : l3 -> l4
    %x2 = moore.trunc %x : l4 -> l2
    %x2b = moore.constant bX0 : l2
    %r6 = moore.zext %x2b : l2 -> l4
    %two = moore.constant b10 : l2
    %r7 = moore.replicate %two : l2 -> l4
    %k0 = moore.fmt.int binary %r0, align right, pad zero : l1
    %k1 = moore.fmt.int binary %r1, align right, pad zero : l1
    %k2 = moore.fmt.int binary %r2, align right, pad zero : l1
    %k3 = moore.fmt.int binary %r3, align right, pad zero : l1
    %k4 = moore.fmt.int binary %r4, align right, pad zero : i4
    %k5 = moore.fmt.int binary %r5, align right, pad zero : l4
    %k6 = moore.fmt.int binary %r6, align right, pad zero : l4
    %k7 = moore.fmt.int binary %r7, align right, pad zero : l4
    %d4 = moore.fmt.concat (%k0, %sp, %k1, %sp, %k2, %sp, %k3, %sp, %k4, %sp, %k5, %sp, %k6, %sp, %k7, %nl)
    moore.builtin.display %d4

    // An unknown condition merges both values; powers.
    // CHECK: 1x0x 1000 0 x 243
    %unknown = moore.constant bZ : l1
    %q0 = moore.conditional %unknown : l1 -> l4 {
      moore.yield %a : l4
    } {
      %other = moore.constant b1001 : l4
      moore.yield %other : l4
    }
    %q1 = moore.conditional %unknown : l1 -> i4 {
      %t = moore.constant 12 : i4
      moore.yield %t : i4
    } {
      %t = moore.constant 9 : i4
      moore.yield %t : i4
    }
    %zero8 = moore.constant 0 : l8
    %two8 = moore.constant 2 : l8
    %minus8 = moore.constant -1 : l8
    %p0 = moore.pows %two8, %minus8 : l8
    %p1 = moore.pows %zero8, %minus8 : l8
    %three = moore.constant 3 : i8
    %p2 = moore.powu %three, %five : i8
    %v0 = moore.fmt.int binary %q0, align right, pad zero : l4
    %v1 = moore.fmt.int binary %q1, align right, pad zero : i4
    %v2 = moore.fmt.int decimal %p0, align right, pad space width 0 : l8
    %v3 = moore.fmt.int decimal %p1, align right, pad space width 0 : l8
    %v4 = moore.fmt.int decimal %p2, align right, pad space width 0 : i8
    %d5 = moore.fmt.concat (%v0, %sp, %v1, %sp, %v2, %sp, %v3, %sp, %v4, %nl)
    moore.builtin.display %d5

    // CHECK: 2.750000 3 -2 1 0.100000001490116 6.25
    %ra = moore.constant_real 2.5 : f64
    %rb = moore.constant_real 2.5e-1 : f64
    %rc = moore.fadd %ra, %rb : f64
    %rd = moore.real_to_int %rc : f64 -> i8
    %re = moore.sint_to_real %m3 : i8 -> f64
    %rf = moore.fadd %re, %ra : f64
    %rg = moore.fadd %rf, %re : f64
    %two64 = moore.constant_real 2.0 : f64
    %rh = moore.real_to_int %rg : f64 -> i8
    %neg = moore.constant_real -2.4 : f64
    %ri = moore.real_to_int %neg : f64 -> i8
    %rj = moore.flt %rb, %ra : f64 -> i1
    %tenth = moore.constant_real 0.1 : f64
    %short = moore.convert_real %tenth : f64 -> f32
    %back = moore.convert_real %short : f32 -> f64
    %square = moore.fpow %ra, %two64 : f64
    %w0 = moore.fmt.real float %rc, align right : f64
    %w1 = moore.fmt.int decimal %rd, align right, pad space width 0 signed : i8
    %w2 = moore.fmt.int decimal %ri, align right, pad space width 0 signed : i8
    %w3 = moore.fmt.int decimal %rj, align right, pad space width 0 : i1
    %w4 = moore.fmt.real general %back, align right fracDigits 15 : f64
    %w5 = moore.fmt.real general %square, align right : f64
    %d6 = moore.fmt.concat (%w0, %sp, %w1, %sp, %w2, %sp, %w3, %sp, %w4, %sp, %w5, %nl)
    moore.builtin.display %d6
    moore.builtin.finish 0
    moore.unreachable
  }
  moore.output
}
