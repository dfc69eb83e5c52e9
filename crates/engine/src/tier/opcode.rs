//! The instructions of mruby's bytecode, as far as they are looked at.

/// How the operands of an instruction are laid out.
#[derive(Clone, Copy)]
#[allow(clippy::upper_case_acronyms, reason = "as mruby names them")]
enum Layout {
    Z,
    B,
    BB,
    BBB,
    BS,
    BSS,
    S,
    W,
}

use Layout::{B, BB, BBB, BS, BSS, S, W, Z};

macro_rules! opcodes {
    ($($name:ident $layout:ident)*) => {
        /// The instructions, in the order of their codes.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[repr(u8)]
        #[allow(clippy::upper_case_acronyms, reason = "as mruby names them")]
        #[allow(non_camel_case_types, reason = "as mruby names them")]
        pub enum Op { $($name),* }

        const ALL: &[(Op, Layout)] = &[$((Op::$name, $layout)),*];
    };
}

opcodes! {
    NOP Z MOVE BB LOADL BB LOADI8 BB LOADINEG BB LOADI__1 B LOADI_0 B LOADI_1 B LOADI_2 B LOADI_3 B LOADI_4 B LOADI_5 B
    LOADI_6 B LOADI_7 B LOADI16 BS LOADI32 BSS LOADSYM BB LOADNIL B LOADSELF B LOADTRUE B LOADFALSE B GETGV BB SETGV BB
    GETSV BB SETSV BB GETIV BB SETIV BB GETCV BB SETCV BB GETCONST BB SETCONST BB GETMCNST BB SETMCNST BB GETUPVAR BBB
    SETUPVAR BBB GETIDX B GETIDX0 BB SETIDX B JMP S JMPIF BS JMPNOT BS JMPNIL BS JMPUW S EXCEPT B RESCUE BB RAISEIF B
    MATCHERR B SSEND BBB SSEND0 BB SSENDB BBB SEND BBB SEND0 BB SENDB BBB CALL Z BLKCALL BB SUPER BB ARGARY BS ENTER W
    KEY_P BB KEYEND Z KARG BB RETURN B RETURN_BLK B RETSELF Z RETNIL Z RETTRUE Z RETFALSE Z BREAK B BLKPUSH BS ADD B
    ADDI BB SUB B SUBI BB ADDILV BBB SUBILV BBB MUL B DIV B EQ B LT B LE B GT B GE B ARRAY BB ARRAY2 BBB ARYCAT B
    ARYPUSH BB ARYSPLAT B AREF BBB ASET BBB APOST BBB INTERN B SYMBOL BB STRING BB STRCAT B HASH BB HASHADD BB HASHCAT B
    LAMBDA BB BLOCK BB METHOD BB RANGE_INC B RANGE_EXC B OCLASS B CLASS BB MODULE BB EXEC BB DEF BB TDEF BBB SDEF BBB
    ALIAS BB UNDEF B SCLASS B TCLASS B DEBUG BBB ERR B EXT1 Z EXT2 Z EXT3 Z STOP Z ITEM BS ONCE BB KEEP BB
    PAIR BS
}

impl Op {
    /// Whether it puts into a register what comes from no other one: they follow one another.
    pub fn is_load(self) -> bool {
        (Op::LOADL as u8..=Op::LOADFALSE as u8).contains(&(self as u8))
    }
}

/// An instruction with its operands.
#[derive(Clone, Copy, Debug)]
pub struct Instruction {
    pub at: usize,
    pub next: usize,
    pub op: Op,
    pub a: u32,
    pub b: u32,
    pub c: u32,
}

impl Instruction {
    /// The instruction at `at`; `None` if there is no whole one, or a prefix widens its operands.
    pub fn read(code: &[u8], at: usize) -> Option<Self> {
        let &(op, layout) = ALL.get(usize::from(*code.get(at)?))?;
        if matches!(op, Op::EXT1 | Op::EXT2 | Op::EXT3) {
            return None;
        }
        let byte = |index: usize| code.get(at + 1 + index).map(|&byte| u32::from(byte));
        let short = |index: usize| Some(byte(index)? << 8 | byte(index + 1)?);
        let (a, b, c, length) = match layout {
            Z => (0, 0, 0, 0),
            B => (byte(0)?, 0, 0, 1),
            BB => (byte(0)?, byte(1)?, 0, 2),
            BBB => (byte(0)?, byte(1)?, byte(2)?, 3),
            BS => (byte(0)?, short(1)?, 0, 3),
            BSS => (byte(0)?, short(1)?, short(3)?, 5),
            S => (short(0)?, 0, 0, 2),
            W => (byte(0)? << 16 | short(1)?, 0, 0, 3),
        };
        let next = at + 1 + length;
        Some(Self {
            at,
            next,
            op,
            a,
            b,
            c,
        })
    }

    /// The parameters that it needs, of ENTER.
    pub fn required(&self) -> u32 {
        self.a >> 18 & 0x1f
    }

    /// The optional parameters that it takes.
    pub fn optional(&self) -> usize {
        if self.op == Op::ENTER {
            (self.a >> 13 & 0x1f) as usize
        } else {
            0
        }
    }

    /// Where it jumps to, if it is a jump.
    pub fn target(&self) -> Option<i64> {
        let distance = match self.op {
            Op::JMP => self.a,
            Op::JMPIF | Op::JMPNOT | Op::JMPNIL | Op::ITEM | Op::PAIR => self.b,
            _ => return None,
        };
        Some(self.next as i64 + i64::from(distance as u16 as i16))
    }
}
