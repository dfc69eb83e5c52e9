//! The code of one routine while it is written: instructions, labels, jumps, handlers and lines.

use crate::irep::{Handler, HandlerKind};
use crate::op::Op;

/// A register of a routine.
pub type Reg = u16;

/// A place in the code, which may be known later.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Label(u32);

/// A jump that waits for the place of its label.
#[derive(Clone, Copy)]
pub struct Jump {
    /// Where its instruction begins, prefix included.
    pub at: u32,
    /// Where its distance stands: two bytes, the last of the instruction.
    pub distance: u32,
    pub label: Label,
}

pub const UNBOUND: u32 = u32::MAX;

#[derive(Default)]
pub struct Assembler {
    pub code: Vec<u8>,
    pub labels: Vec<u32>,
    pub jumps: Vec<Jump>,
    pub handlers: Vec<Handler>,
    pub lines: Vec<(u32, u32)>,
    /// The line of the instructions that follow.
    pub line: u32,
    /// No jump before this place may become longer.
    pub rigid: u32,
}

/// Bytes of code, and lines, of a short routine.
const CODE: usize = 64;
const LINES: usize = 4;

impl Assembler {
    pub fn new(line: u32) -> Self {
        Self {
            code: Vec::with_capacity(CODE),
            lines: Vec::with_capacity(LINES),
            line,
            ..Self::default()
        }
    }

    pub fn position(&self) -> u32 {
        self.code.len() as u32
    }

    pub fn label(&mut self) -> Label {
        self.labels.push(UNBOUND);
        Label(self.labels.len() as u32 - 1)
    }

    /// Puts a label here.
    pub fn bind(&mut self, label: Label) {
        self.labels[label.0 as usize] = self.position();
    }

    /// A label that stands here.
    pub fn here(&mut self) -> Label {
        let label = self.label();
        self.bind(label);
        label
    }

    pub fn place(&self, label: Label) -> u32 {
        self.labels[label.0 as usize]
    }

    #[inline(never)]
    fn begin(&mut self) {
        if self.lines.last().is_none_or(|&(_, line)| line != self.line) {
            let position = self.position();
            self.lines.push((position, self.line));
        }
    }

    pub fn op0(&mut self, op: Op) {
        self.begin();
        self.code.push(op as u8);
    }

    pub fn op1(&mut self, op: Op, a: u16) {
        self.begin();
        self.prefix(a, 0);
        self.code.push(op as u8);
        self.operand(a);
    }

    pub fn op2(&mut self, op: Op, a: u16, b: u16) {
        self.begin();
        self.prefix(a, b);
        self.code.push(op as u8);
        self.operand(a);
        self.operand(b);
    }

    pub fn op3(&mut self, op: Op, a: u16, b: u16, c: u8) {
        self.op2(op, a, b);
        self.code.push(c);
    }

    /// An operand of a byte or a register, and one of two bytes.
    pub fn op_bs(&mut self, op: Op, a: u16, b: u16) {
        self.begin();
        self.prefix(a, 0);
        self.code.push(op as u8);
        self.operand(a);
        self.code.extend(b.to_be_bytes());
    }

    pub fn op_bss(&mut self, op: Op, a: u16, value: u32) {
        self.begin();
        self.prefix(a, 0);
        self.code.push(op as u8);
        self.operand(a);
        self.code.extend(value.to_be_bytes());
    }

    pub fn op_w(&mut self, op: Op, a: u32) {
        self.begin();
        self.code.push(op as u8);
        self.code.extend(&a.to_be_bytes()[1..]);
    }

    fn prefix(&mut self, a: u16, b: u16) {
        match (a > 0xff, b > 0xff) {
            (false, false) => {}
            (true, false) => self.code.push(Op::EXT1 as u8),
            (false, true) => self.code.push(Op::EXT2 as u8),
            (true, true) => self.code.push(Op::EXT3 as u8),
        }
    }

    fn operand(&mut self, value: u16) {
        if value > 0xff {
            self.code.extend(value.to_be_bytes());
        } else {
            self.code.push(value as u8);
        }
    }

    /// `JMP` or `JMPUW`.
    pub fn jump(&mut self, op: Op, label: Label) {
        self.begin();
        let at = self.position();
        self.code.push(op as u8);
        self.distance(at, label);
    }

    /// `JMPIF`, `JMPNOT`, `JMPNIL`, `ITEM` or `PAIR`.
    pub fn branch(&mut self, op: Op, register: Reg, label: Label) {
        self.begin();
        let at = self.position();
        self.prefix(register, 0);
        self.code.push(op as u8);
        self.operand(register);
        self.distance(at, label);
    }

    fn distance(&mut self, at: u32, label: Label) {
        let distance = self.position();
        self.code.extend([0, 0]);
        self.jumps.push(Jump {
            at,
            distance,
            label,
        });
    }

    /// Takes a place in the table of handlers: those of inner code come after those around it.
    pub fn reserve_handler(&mut self, kind: HandlerKind) -> usize {
        let begin = self.position();
        self.handlers.push(Handler {
            kind,
            begin,
            end: begin,
            target: 0,
        });
        self.handlers.len() - 1
    }

    /// The code of a handler ends here.
    pub fn end_handled(&mut self, handler: usize) {
        self.handlers[handler].end = self.position();
    }

    /// A handler goes on here.
    pub fn handle_here(&mut self, handler: usize) {
        self.handlers[handler].target = self.position();
    }

    pub fn handling(&mut self, handler: usize, register: Reg) {
        self.handlers[handler].target = u32::from(register);
    }
}
