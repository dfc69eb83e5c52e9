//! What is translated together: the routines of a program, and those of the core that it may call.

use std::collections::BTreeSet;

use super::{
    irep::{self, Irep},
    memory::Memory,
    opcode::Op,
};

/// The layout that is known here, `LAYOUT` of `guest/gems/interpreter/src/translated.h`.
pub(super) const LAYOUT: u32 = 4;
const KNOWN_AT: u32 = 10;
const MAX_KNOWN: u32 = 16;
const MAX_CORE: u32 = 64;

/// Where a guest gets its translation.
#[derive(Clone, Copy)]
pub struct Place {
    /// The element of its table that is to be `enter`.
    pub slot: u32,
    /// The word that is 1 then.
    pub state_at: u32,
}

/// Classes of the core.
#[derive(Clone, Copy)]
pub struct Classes {
    pub array: u32,
    pub hash: u32,
    pub range: u32,
    pub float: u32,
    pub integer: u32,
    pub symbol: u32,
    pub of_true: u32,
    pub of_false: u32,
    pub nil: u32,
}

/// Methods of C whose answers are known, in the order of the guest's table.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Known {
    Mod,
    And,
    Or,
    Xor,
    LeftShift,
    RightShift,
    Size,
    Even,
    Odd,
    Not,
    Nil,
    Same,
    Root,
}

const KNOWN: [Known; 14] = [
    Known::Mod,
    Known::And,
    Known::Or,
    Known::Xor,
    Known::LeftShift,
    Known::RightShift,
    Known::Size,
    Known::Size,
    Known::Even,
    Known::Odd,
    Known::Not,
    Known::Nil,
    Known::Same,
    Known::Root,
];

pub struct Unit {
    /// The interpreter's state, and its cache of methods.
    pub mrb: u32,
    pub cache: u32,
    pub classes: Classes,
    /// The functions of C that readers and writers of instance variables have, and `Math.sqrt`.
    pub reader: u32,
    pub writer: u32,
    pub root: u32,
    /// The element of the guest's table that does an instruction.
    pub step: u32,
    pub place: Place,
    pub ireps: Vec<Irep>,
    known: Vec<u32>,
    /// The name of a method, and its routine.
    methods: Vec<(u32, usize)>,
    /// Routines of blocks.
    blocks: Vec<usize>,
    /// Symbols that the code has as values: names of readers are among them.
    symbols: BTreeSet<u32>,
}

impl Unit {
    /// Reads it where the guest says it is; `None` if that is not so, or too much.
    pub fn read(memory: &[u8], tier: u32) -> Option<Self> {
        let memory = Memory(memory);
        let word = |index: u32| memory.u32(tier.checked_add(index * 4)?);
        let (mrb, known_count, core_count) = (word(2)?, word(8)?, word(9)?);
        let of_mrb = |offset: u32| memory.u32(mrb.checked_add(offset)?);
        let program = of_mrb(88)?;
        if word(0)? != LAYOUT || program == 0 {
            return None;
        }
        let known: Option<Vec<u32>> = (0..known_count.min(MAX_KNOWN))
            .map(|index| word(KNOWN_AT + index))
            .collect();
        let core_at = KNOWN_AT + MAX_KNOWN;
        let core = |index: u32| Some((word(core_at + 2 * index)?, word(core_at + 2 * index + 1)?));
        let core: Option<Vec<(u32, u32)>> = (0..core_count.min(MAX_CORE)).map(core).collect();
        let mut ireps = Vec::new();
        irep::read_all(memory, [program], &mut ireps)?;
        let mut unit = Self {
            mrb,
            cache: word(3)?,
            classes: Classes {
                array: of_mrb(48)?,
                hash: of_mrb(52)?,
                range: of_mrb(56)?,
                float: of_mrb(60)?,
                integer: of_mrb(64)?,
                symbol: of_mrb(80)?,
                of_true: of_mrb(68)?,
                of_false: of_mrb(72)?,
                nil: of_mrb(76)?,
            },
            reader: word(4)?,
            writer: word(5)?,
            root: word(6)?,
            step: word(7)?,
            place: Place {
                slot: word(1)?,
                state_at: mrb.checked_add(92)?,
            },
            ireps,
            known: known?,
            methods: Vec::new(),
            blocks: Vec::new(),
            symbols: BTreeSet::new(),
        };
        unit.add_core(memory, &core?)?;
        unit.find_methods();
        Some(unit)
    }

    /// Adds the routines of the core that have the names of what is called.
    fn add_core(&mut self, memory: Memory, core: &[(u32, u32)]) -> Option<()> {
        loop {
            let count = self.ireps.len();
            for &(name, address) in core {
                let named = self.ireps.iter().any(|irep| irep.symbols.contains(&name));
                if named
                    && !self
                        .methods
                        .iter()
                        .any(|&(_, index)| self.ireps[index].address == address)
                {
                    irep::read_all(memory, [address], &mut self.ireps)?;
                    let index = self.ireps.iter().position(|irep| irep.address == address)?;
                    self.methods.push((name, index));
                }
            }
            if count == self.ireps.len() {
                return Some(());
            }
        }
    }

    fn find_methods(&mut self) {
        for irep in &self.ireps {
            let child = |index: u32| {
                let address = *irep.children.get(index as usize)?;
                self.ireps.iter().position(|irep| irep.address == address)
            };
            let mut made = None;
            for instruction in &irep.instructions {
                let name = irep.symbols.get(instruction.b as usize);
                match instruction.op {
                    Op::TDEF | Op::SDEF => {
                        if let (Some(&name), Some(index)) = (name, child(instruction.c)) {
                            self.methods.push((name, index));
                        }
                    }
                    Op::LOADSYM => self.symbols.extend(name),
                    Op::METHOD => made = child(instruction.b),
                    Op::DEF => {
                        if let (Some(&name), Some(index)) = (name, made.take()) {
                            self.methods.push((name, index));
                        }
                    }
                    Op::BLOCK | Op::LAMBDA => self.blocks.extend(child(instruction.b)),
                    _ => {}
                }
            }
        }
    }

    /// The routines that methods of this name have.
    pub fn methods(&self, name: u32) -> Vec<usize> {
        let named = self.methods.iter().filter(|(other, _)| *other == name);
        named.map(|&(_, index)| index).collect()
    }

    /// Whether a method of this name may be a reader of an instance variable.
    pub fn may_be_read(&self, name: u32) -> bool {
        self.symbols.contains(&name)
    }

    /// Whether a routine is that of a block.
    pub fn is_block(&self, irep: &Irep) -> bool {
        let address = |&block: &usize| self.ireps[block].address;
        self.blocks
            .iter()
            .any(|block| address(block) == irep.address)
    }

    /// The routines of blocks.
    pub fn blocks(&self) -> &[usize] {
        &self.blocks
    }

    pub fn known(&self, name: u32) -> Option<Known> {
        let index = self.known.iter().position(|&known| known == name)?;
        KNOWN.get(index).copied()
    }
}
