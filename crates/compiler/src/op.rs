//! The instructions of mruby 4.0 and of the guest, in the order of `ops.h`, with the widths of their operands.

/// The widths in bytes of an instruction's operands; 0 stands for none.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Operands(pub [u8; 3]);

const Z: Operands = Operands([0, 0, 0]);
const B: Operands = Operands([1, 0, 0]);
const BB: Operands = Operands([1, 1, 0]);
const BBB: Operands = Operands([1, 1, 1]);
const BS: Operands = Operands([1, 2, 0]);
const BSS: Operands = Operands([1, 2, 2]);
const S: Operands = Operands([2, 0, 0]);
const W: Operands = Operands([3, 0, 0]);

macro_rules! instructions {
    ($($name:ident $operands:ident,)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms, dead_code, missing_docs)]
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[repr(u8)]
        pub enum Op { $($name,)* }

        impl Op {
            pub(crate) const ALL: &[(Op, Operands)] = &[$((Op::$name, $operands),)*];
        }
    };
}

// The last four are the guest's own: ITEM is the next of an Array, of a Hash or of Integers, or a jump; ONCE is what a
// place of a routine made, or nil; KEEP keeps it; PAIR is the next key and value of a Hash, or a jump.
instructions! {
    NOP Z, MOVE BB, LOADL BB, LOADI8 BB, LOADINEG BB, LOADI__1 B, LOADI_0 B, LOADI_1 B,
    LOADI_2 B, LOADI_3 B, LOADI_4 B, LOADI_5 B, LOADI_6 B, LOADI_7 B, LOADI16 BS, LOADI32 BSS,
    LOADSYM BB, LOADNIL B, LOADSELF B, LOADTRUE B, LOADFALSE B, GETGV BB, SETGV BB, GETSV BB,
    SETSV BB, GETIV BB, SETIV BB, GETCV BB, SETCV BB, GETCONST BB, SETCONST BB, GETMCNST BB,
    SETMCNST BB, GETUPVAR BBB, SETUPVAR BBB, GETIDX B, GETIDX0 BB, SETIDX B, JMP S, JMPIF BS,
    JMPNOT BS, JMPNIL BS, JMPUW S, EXCEPT B, RESCUE BB, RAISEIF B, MATCHERR B, SSEND BBB,
    SSEND0 BB, SSENDB BBB, SEND BBB, SEND0 BB, SENDB BBB, CALL Z, BLKCALL BB, SUPER BB,
    ARGARY BS, ENTER W, KEY_P BB, KEYEND Z, KARG BB, RETURN B, RETURN_BLK B, RETSELF Z,
    RETNIL Z, RETTRUE Z, RETFALSE Z, BREAK B, BLKPUSH BS, ADD B, ADDI BB, SUB B, SUBI BB,
    ADDILV BBB, SUBILV BBB, MUL B, DIV B, EQ B, LT B, LE B, GT B, GE B, ARRAY BB, ARRAY2 BBB,
    ARYCAT B, ARYPUSH BB, ARYSPLAT B, AREF BBB, ASET BBB, APOST BBB, INTERN B, SYMBOL BB,
    STRING BB, STRCAT B, HASH BB, HASHADD BB, HASHCAT B, LAMBDA BB, BLOCK BB, METHOD BB,
    RANGE_INC B, RANGE_EXC B, OCLASS B, CLASS BB, MODULE BB, EXEC BB, DEF BB, TDEF BBB,
    SDEF BBB, ALIAS BB, UNDEF B, SCLASS B, TCLASS B, DEBUG BBB, ERR B, EXT1 Z, EXT2 Z, EXT3 Z,
    STOP Z, ITEM BS, ONCE BB, KEEP BB, PAIR BS,
}

impl Op {
    /// The instruction of a number; `None` if there is none.
    pub fn of(code: u8) -> Option<(Op, Operands)> {
        Self::ALL.get(usize::from(code)).copied()
    }
}
