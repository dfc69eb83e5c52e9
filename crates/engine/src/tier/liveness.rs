//! Which registers are read later on. Variables always are: a block or a binding may look at them.

use super::{
    flow::Flow,
    irep::Irep,
    opcode::{Instruction, Op},
};

/// A set of the 256 registers that operands reach.
#[derive(Clone, Copy, PartialEq, Default)]
pub struct Registers([u64; 4]);

impl Registers {
    const ALL: Self = Self([u64::MAX; 4]);

    fn range(from: u32, to: u32) -> Self {
        let mut set = Self::default();
        (from..to.min(256)).for_each(|register| set.insert(register));
        set
    }

    fn insert(&mut self, register: u32) {
        if let Some(word) = self.0.get_mut(register as usize / 64) {
            *word |= 1 << (register % 64);
        }
    }

    fn remove(&mut self, register: u32) {
        if let Some(word) = self.0.get_mut(register as usize / 64) {
            *word &= !(1 << (register % 64));
        }
    }

    pub fn contains(&self, register: u32) -> bool {
        let word = self.0.get(register as usize / 64);
        word.is_none_or(|word| word >> (register % 64) & 1 == 1)
    }

    pub fn union(self, other: Self) -> Self {
        let mut words = self.0;
        words
            .iter_mut()
            .zip(other.0)
            .for_each(|(word, other)| *word |= other);
        Self(words)
    }
}

/// Of each instruction: what is read from it on. Of a routine without end `flow.blocks` is passed over again.
pub fn live(irep: &Irep, flow: &Flow) -> Vec<Registers> {
    let code = &irep.instructions;
    let variables = Registers::range(0, irep.locals);
    let mut live = vec![variables; code.len()];
    // Each pass but the last adds to a block; loops need as many as they are deep.
    loop {
        let mut changed = false;
        for (number, block) in flow.blocks.iter().enumerate().rev() {
            let last = &code[block.to - 1];
            let mut after = variables;
            if !is_end(last.op) && last.op != Op::JMP {
                after = after.union(
                    flow.blocks
                        .get(number + 1)
                        .map_or(Registers::ALL, |next| live[next.from]),
                );
            }
            if let Some(target) = last.target().and_then(|target| flow.block_at(target)) {
                after = after.union(live[flow.blocks[target].from]);
            }
            for index in (block.from..block.to).rev() {
                after = before(&code[index], after).union(variables);
                changed |= index == block.from && live[index] != after;
                live[index] = after;
            }
        }
        if !changed {
            return live;
        }
    }
}

fn is_end(op: Op) -> bool {
    matches!(
        op,
        Op::RETURN | Op::RETSELF | Op::RETNIL | Op::RETTRUE | Op::RETFALSE
    )
}

/// What is read from an instruction on, of what is read after it.
fn before(instruction: &Instruction, mut after: Registers) -> Registers {
    let &Instruction { op, a, b, c, .. } = instruction;
    let (mut reads, writes) = match op {
        op if op.is_load() => (Registers::default(), Some(a)),
        Op::NOP | Op::JMP | Op::ENTER => (Registers::default(), None),
        Op::MOVE | Op::GETIDX0 | Op::AREF => (Registers::range(b, b + 1), Some(a)),
        Op::GETUPVAR
        | Op::GETIV
        | Op::BLKPUSH
        | Op::GETCONST
        | Op::ONCE
        | Op::STRING
        | Op::BLOCK
        | Op::LAMBDA => (Registers::default(), Some(a)),
        Op::SETUPVAR | Op::SETIV | Op::JMPIF | Op::JMPNOT | Op::JMPNIL | Op::RETURN | Op::KEEP => {
            (Registers::range(a, a + 1), None)
        }
        Op::RETSELF | Op::RETNIL | Op::RETTRUE | Op::RETFALSE => (Registers::default(), None),
        Op::ADDI | Op::SUBI | Op::ADDILV | Op::SUBILV => (Registers::range(a, a + 1), Some(a)),
        Op::GETIDX
        | Op::ADD
        | Op::SUB
        | Op::MUL
        | Op::DIV
        | Op::EQ
        | Op::LT
        | Op::LE
        | Op::GT
        | Op::GE => (Registers::range(a, a + 2), Some(a)),
        Op::SETIDX => (Registers::range(a, a + 3), Some(a)),
        // what it writes it does only where it goes on
        Op::ITEM => (Registers::range(a, a + 2), None),
        Op::SEND0 => (Registers::range(a, a + 1), Some(a)),
        Op::SSEND0 => (Registers::default(), Some(a)),
        Op::SEND if c < 15 => (Registers::range(a, a + c + 1), Some(a)),
        Op::SSEND if c < 15 => (Registers::range(a + 1, a + c + 1), Some(a)),
        Op::SENDB if c < 15 => (Registers::range(a, a + c + 2), Some(a)),
        Op::SSENDB if c < 15 => (Registers::range(a + 1, a + c + 2), Some(a)),
        Op::BLKCALL => (Registers::range(a, a + b + 1), Some(a)),
        _ => (Registers::ALL, None),
    };
    if let Some(written) = writes {
        after.remove(written);
    }
    reads = reads.union(after);
    reads
}
