# The program of the example: a sieve, a bubble sort, a CRC-32, a matrix product
# and division checks, each compared with a known result. Exit code 0 is success.
# Assembled with the RISC-V binutils (-march=rv32im -mabi=ilp32), linked at 0.
    .equ UART, 0x10000000
    .equ EXIT, 0x10002000
    .text
    .globl _start
_start:
    j main
loops:
    .word 1                     # how often the work is repeated

main:
    li   sp, 0xff00
    la   a0, hello
    call puts
    lw   s11, loops
1:  call sieve
    li   a1, 303                # primes below 2000
    li   a2, 1
    bne  a0, a1, fail
    call sort
    li   a2, 2
    bnez a0, fail
    call crc
    li   a1, 0xcbf43926         # CRC-32 of "123456789"
    li   a2, 3
    bne  a0, a1, fail
    call matrix                 # sum of the entries of A*A, A[i][j] = i*8+j-20
    li   a2, 4
    call checkMatrix
    bnez a0, fail
    call divide
    li   a2, 5
    bnez a0, fail
    addi s11, s11, -1
    bnez s11, 1b
    la   a0, good
    call puts
    li   a2, 0
fail:
    li   t0, EXIT
    sw   a2, 0(t0)
2:  j    2b

# puts(a0: string)
puts:
    li   t0, UART
1:  lbu  t1, 0(a0)
    beqz t1, 2f
    sw   t1, 0(t0)
    addi a0, a0, 1
    j    1b
2:  ret

# sieve: returns the number of primes below 2000
sieve:
    la   t0, buffer
    li   t1, 2000
    mv   t2, t0
1:  sb   zero, 0(t2)
    addi t2, t2, 1
    addi t1, t1, -1
    bnez t1, 1b
    li   a0, 0
    li   t1, 2
    li   t6, 2000
2:  add  t2, t0, t1
    lbu  t3, 0(t2)
    bnez t3, 4f
    addi a0, a0, 1
    add  t4, t1, t1
3:  bge  t4, t6, 4f
    add  t2, t0, t4
    li   t3, 1
    sb   t3, 0(t2)
    add  t4, t4, t1
    j    3b
4:  addi t1, t1, 1
    blt  t1, t6, 2b
    ret

# sort: 64 pseudo-random halfwords, then checks the order; returns 0 if sorted
sort:
    la   t0, buffer
    li   t1, 64
    li   t2, 12345
1:  li   t3, 1103515245
    mul  t2, t2, t3
    li   t3, 12345
    add  t2, t2, t3
    srli t3, t2, 16
    sh   t3, 0(t0)
    addi t0, t0, 2
    addi t1, t1, -1
    bnez t1, 1b
    li   t1, 63
2:  la   t0, buffer
    mv   t2, t1
3:  lhu  t3, 0(t0)
    lhu  t4, 2(t0)
    bleu t3, t4, 4f
    sh   t4, 0(t0)
    sh   t3, 2(t0)
4:  addi t0, t0, 2
    addi t2, t2, -1
    bnez t2, 3b
    addi t1, t1, -1
    bnez t1, 2b
    la   t0, buffer
    li   t1, 63
    li   a0, 0
5:  lhu  t3, 0(t0)
    lhu  t4, 2(t0)
    sltu t5, t4, t3
    or   a0, a0, t5
    addi t0, t0, 2
    addi t1, t1, -1
    bnez t1, 5b
    ret

# crc: CRC-32 (reflected, 0xedb88320) of the test string
crc:
    la   t0, digits
    li   a0, -1
    li   t5, 0xedb88320
1:  lbu  t1, 0(t0)
    beqz t1, 4f
    xor  a0, a0, t1
    li   t2, 8
2:  andi t3, a0, 1
    srli a0, a0, 1
    beqz t3, 3f
    xor  a0, a0, t5
3:  addi t2, t2, -1
    bnez t2, 2b
    addi t0, t0, 1
    j    1b
4:  not  a0, a0
    ret

# matrix: 8x8 A*A with A[i][j] = i*8+j-20; a0 = sum of the entries,
# a3 = the same sum from column and row sums
matrix:
    li   a0, 0
    li   t0, 0                  # i
1:  li   t1, 0                  # j
2:  li   t2, 0                  # k
3:  slli t3, t0, 3
    add  t3, t3, t2
    addi t3, t3, -20
    slli t4, t2, 3
    add  t4, t4, t1
    addi t4, t4, -20
    mul  t3, t3, t4
    add  a0, a0, t3
    addi t2, t2, 1
    li   t5, 8
    blt  t2, t5, 3b
    addi t1, t1, 1
    blt  t1, t5, 2b
    addi t0, t0, 1
    blt  t0, t5, 1b
    li   a3, 0
    li   t2, 0                  # k: (sum of column k) * (sum of row k)
4:  slli t3, t2, 3
    addi t3, t3, 64             # column k: 8k + 8*28 - 160
    slli t4, t2, 6
    addi t4, t4, -132           # row k: 64k + 28 - 160
    mul  t3, t3, t4
    add  a3, a3, t3
    addi t2, t2, 1
    li   t5, 8
    blt  t2, t5, 4b
    ret

# checkMatrix: 0 if both ways to the sum agree
checkMatrix:
    sub  a0, a0, a3
    snez a0, a0
    ret

# divide: q*b + r == a for several pairs, signed and unsigned, and the corner
# cases of the ISA; returns 0 on success
divide:
    li   a0, 1
    li   t0, -1000003
    li   t1, 37
1:  div  t2, t0, t1
    rem  t3, t0, t1
    mul  t4, t2, t1
    add  t4, t4, t3
    bne  t4, t0, 9f
    divu t2, t0, t1
    remu t3, t0, t1
    mul  t4, t2, t1
    add  t4, t4, t3
    bne  t4, t0, 9f
    li   t5, 99991
    add  t0, t0, t5
    addi t1, t1, -9
    bgtz t1, 1b
    li   t0, 7
    div  t2, t0, zero
    li   t3, -1
    bne  t2, t3, 9f
    rem  t2, t0, zero
    bne  t2, t0, 9f
    li   t0, 0x80000000
    div  t2, t0, t3
    bne  t2, t0, 9f
    rem  t2, t0, t3
    bnez t2, 9f
    mulh t2, t0, t0
    li   t3, 0x40000000
    bne  t2, t3, 9f
    mulhu t2, t0, t0
    bne  t2, t3, 9f
    mulhsu t2, t0, t0
    li   t3, 0xc0000000
    bne  t2, t3, 9f
    li   a0, 0
9:  ret

hello:  .asciz "RV32IM says hello\n"
good:   .asciz "all checks passed\n"
digits: .asciz "123456789"
    .balign 4
buffer: .space 2048
