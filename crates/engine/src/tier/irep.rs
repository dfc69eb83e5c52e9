//! Routines of a program as bytecode, copied out of a guest's memory.

use super::{memory::Memory, opcode::Instruction};

/// Routines that are looked at, their bytes of code, and how many symbols or literals of one are read.
const MAX_ROUTINES: usize = 256;
const MAX_CODE: usize = 32 << 10;
const MAX_NAMES: u16 = 256;

/// `MRB_IREP_DIRECT`.
const DIRECT: u16 = 32;

/// A routine: an `mrb_irep`.
pub struct Irep {
    pub address: u32,
    pub code_at: u32,
    pub instructions: Vec<Instruction>,
    pub locals: u32,
    pub registers: u32,
    pub handlers: u16,
    /// Whether its calls of `self` are of the methods of its own class.
    pub direct: bool,
    pub symbols: Vec<u32>,
    pub literals: Vec<Literal>,
    pub children: Vec<u32>,
}

/// What `LOADL` loads.
#[derive(Clone, Copy)]
pub enum Literal {
    Integer(i64),
    Float(u64),
    Other,
}

impl Irep {
    fn read(memory: Memory, address: u32, left: &mut usize) -> Option<Self> {
        let word = |offset: u32| memory.u32(address.checked_add(offset)?);
        let half = |offset: u32| memory.u16(address.checked_add(offset)?);
        let length = word(8)? as usize;
        *left = left.checked_sub(length)?;
        let code_at = word(12)?;
        let code = memory.bytes(code_at, length)?;
        let symbols = words(memory, word(16)?, half(20)?)?;
        let children = words(memory, word(32)?, half(26)?)?;
        let literals = literals(memory, word(28)?, half(24)?)?;
        Some(Self {
            address,
            code_at,
            instructions: instructions(code).unwrap_or_default(),
            locals: half(0)?.into(),
            registers: half(2)?.into(),
            handlers: half(4)?,
            direct: half(6)? & DIRECT != 0,
            symbols,
            literals,
            children,
        })
    }

    /// The address of the instruction that begins at `offset` of the code.
    pub fn pc(&self, offset: usize) -> u32 {
        self.code_at.wrapping_add(offset as u32)
    }
}

fn instructions(code: &[u8]) -> Option<Vec<Instruction>> {
    let (mut all, mut at) = (Vec::new(), 0);
    while at < code.len() {
        let instruction = Instruction::read(code, at)?;
        at = instruction.next;
        all.push(instruction);
    }
    Some(all)
}

fn words(memory: Memory, at: u32, count: u16) -> Option<Vec<u32>> {
    let count = count.min(MAX_NAMES);
    let bytes = memory.bytes(at, usize::from(count) * 4)?;
    let word = |bytes: &[u8]| u32::from_le_bytes(bytes.try_into().expect("four bytes"));
    Some(bytes.chunks_exact(4).map(word).collect())
}

fn literals(memory: Memory, at: u32, count: u16) -> Option<Vec<Literal>> {
    let one = |index: u16| {
        let entry = at.checked_add(u32::from(index) * 16)?;
        let value = memory.u64(entry.checked_add(8)?)?;
        Some(match memory.u32(entry)? {
            1 => Literal::Integer(i64::from(value as u32 as i32)),
            3 => Literal::Integer(value.cast_signed()),
            5 => Literal::Float(value),
            _ => Literal::Other,
        })
    };
    (0..count.min(MAX_NAMES)).map(one).collect()
}

/// The routines below those at `roots`, and these; `None` if they are too many, or are none. One whose code is not of
/// plain instructions only has no instructions.
pub fn read_all(
    memory: Memory,
    roots: impl IntoIterator<Item = u32>,
    all: &mut Vec<Irep>,
) -> Option<()> {
    let mut left = MAX_CODE
        - all
            .iter()
            .map(|irep| irep.length())
            .sum::<usize>()
            .min(MAX_CODE);
    let mut waiting: Vec<u32> = roots.into_iter().collect();
    while let Some(address) = waiting.pop() {
        if all.iter().any(|irep| irep.address == address) {
            continue;
        }
        if all.len() == MAX_ROUTINES {
            return None;
        }
        let irep = Irep::read(memory, address, &mut left)?;
        waiting.extend(&irep.children);
        all.push(irep);
    }
    Some(())
}

impl Irep {
    fn length(&self) -> usize {
        self.instructions.last().map_or(0, |last| last.next)
    }
}
