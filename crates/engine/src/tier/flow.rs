//! Where the blocks and the loops of a routine are.

use std::collections::BTreeSet;

use super::{
    irep::Irep,
    opcode::{Instruction, Op},
};

/// Blocks of one routine.
const MAX_BLOCKS: usize = 2000;

/// Instructions that are entered at the first one alone.
pub struct Block {
    /// Indices of its instructions, the last one excluded.
    pub from: usize,
    pub to: usize,
    /// Whether the interpreter may enter here.
    pub entry: bool,
    /// Whether it is come to from the block before it alone.
    pub follows: bool,
}

pub struct Flow {
    pub blocks: Vec<Block>,
    /// The first and last blocks of each loop, outer ones first; any two are apart or one is in the other.
    pub loops: Vec<(usize, usize)>,
    block_at: Vec<Option<usize>>,
}

impl Flow {
    /// `None` if it is no code that goes on from instruction to instruction. `stays` says of an instruction whether
    /// what comes after it is in the same block.
    pub fn of(irep: &Irep, stays: impl Fn(&Instruction) -> bool) -> Option<Self> {
        let code = &irep.instructions;
        let length = code.last()?.next;
        let mut index_at = vec![None; length];
        for (index, instruction) in code.iter().enumerate() {
            index_at[instruction.at] = Some(index);
        }
        let index_of = |target: i64| *index_at.get(usize::try_from(target).ok()?)?;
        let (mut starts, mut entries, mut jumped) =
            (BTreeSet::from([0]), BTreeSet::from([0]), BTreeSet::new());
        for (index, instruction) in code.iter().enumerate() {
            if let Some(target) = instruction.target() {
                let target = index_of(target)?;
                starts.extend([target, index + 1]);
                jumped.insert(target);
                if target <= index {
                    entries.insert(target);
                }
            } else if !stays(instruction) {
                // behind ENTER there is a jump for each number of optional arguments
                for next in index + 1..=index + 1 + instruction.optional() {
                    starts.insert(next);
                    entries.insert(next);
                }
            }
        }
        starts.retain(|&start| start < code.len());
        if starts.len() > MAX_BLOCKS {
            return None;
        }
        let starts: Vec<usize> = starts.into_iter().collect();
        let ends = starts.iter().skip(1).copied().chain([code.len()]);
        let blocks: Vec<Block> = starts
            .iter()
            .zip(ends)
            .map(|(&from, to)| Block {
                from,
                to,
                entry: entries.contains(&from),
                follows: !entries.contains(&from)
                    && !jumped.contains(&from)
                    && from > 0
                    && code[from - 1].op != Op::JMP,
            })
            .collect();
        let mut block_at = vec![None; length];
        for (number, block) in blocks.iter().enumerate() {
            block_at[code[block.from].at] = Some(number);
        }
        let mut flow = Self {
            blocks,
            loops: Vec::new(),
            block_at,
        };
        flow.loops = flow.find_loops(code);
        Some(flow)
    }

    /// The block that begins at the instruction at this offset.
    pub fn block_at(&self, offset: i64) -> Option<usize> {
        *self.block_at.get(usize::try_from(offset).ok()?)?
    }

    fn find_loops(&self, code: &[Instruction]) -> Vec<(usize, usize)> {
        let mut ends = vec![None; self.blocks.len()];
        for (number, block) in self.blocks.iter().enumerate() {
            let target = code[block.to - 1]
                .target()
                .and_then(|target| self.block_at(target));
            if let Some(target) = target.filter(|&target| target <= number) {
                ends[target] = Some(number);
            }
        }
        let mut loops: Vec<(usize, usize)> = Vec::new();
        for (first, end) in ends.into_iter().enumerate() {
            let Some(end) = end else { continue };
            // One that begins in another and ends after it makes that longer.
            for other in &mut loops {
                if first <= other.1 && end > other.1 {
                    other.1 = end;
                }
            }
            loops.push((first, end));
        }
        loops
    }
}
