#include "textflag.h"

// func dots(sums []int32, rows, x []int16)
TEXT ·dots(SB), NOSPLIT, $0-72
	MOVQ sums_base+0(FP), DI
	MOVQ sums_len+8(FP), CX
	MOVQ rows_base+24(FP), SI
	MOVQ x_base+48(FP), DX
	MOVQ x_len+56(FP), BX

row:
	TESTQ CX, CX
	JZ    done
	MOVQ  DX, R8
	MOVQ  BX, R9
	PXOR  X0, X0
	PXOR  X1, X1

next:
	MOVOU   (SI), X2
	MOVOU   (R8), X3
	PMADDWL X3, X2
	PADDL   X2, X0
	MOVOU   16(SI), X4
	MOVOU   16(R8), X5
	PMADDWL X5, X4
	PADDL   X4, X1
	MOVOU   32(SI), X6
	MOVOU   32(R8), X7
	PMADDWL X7, X6
	PADDL   X6, X0
	MOVOU   48(SI), X8
	MOVOU   48(R8), X9
	PMADDWL X9, X8
	PADDL   X8, X1
	ADDQ    $64, SI
	ADDQ    $64, R8
	SUBQ    $32, R9
	JNZ     next

	PADDL  X1, X0
	PSHUFL $0x4e, X0, X1
	PADDL  X1, X0
	PSHUFL $0xb1, X0, X1
	PADDL  X1, X0
	MOVL   X0, (DI)
	ADDQ   $4, DI
	DECQ   CX
	JMP    row

done:
	RET
