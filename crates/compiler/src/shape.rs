//! What a method or a block takes, and in which registers it finds it.

use crate::assembler::Reg;

#[derive(Clone, Debug, Default)]
pub struct Shape<'pr> {
    pub required: u16,
    pub optional: u16,
    pub rest: bool,
    pub after: u16,
    pub keywords: Vec<&'pr [u8]>,
    /// There is a Hash of keywords, at the register after the plain parameters.
    pub dictionary: bool,
    /// `**name` or `**`.
    pub keyword_rest: bool,
    pub block: bool,
    pub no_block: bool,
    /// The parameters in the order in which `super` hands them on, if they are not in registers one after another.
    pub spread: Option<Vec<Spread<'pr>>>,
}

/// A parameter by its name, for `super`.
#[derive(Clone, Copy, Debug)]
pub enum Spread<'pr> {
    One(&'pr [u8]),
    Rest(&'pr [u8]),
    /// One without a name.
    Register(Reg),
}

/// What an instruction has room for.
pub const FIELD: u16 = 31;

impl Shape<'_> {
    /// The plain parameters.
    pub fn plain(&self) -> Reg {
        self.required + self.optional + u16::from(self.rest) + self.after
    }

    /// The register of the Hash of keywords, if there is one.
    pub fn dictionary(&self) -> Reg {
        self.plain() + 1
    }

    /// The register of the block that was given.
    pub fn block_register(&self) -> Reg {
        self.plain() + u16::from(self.dictionary) + 1
    }

    /// The operand of `ENTER`.
    pub fn enter(&self) -> u32 {
        let keywords = (self.keywords.len() as u32).min(u32::from(FIELD));
        let bit = u32::from;
        bit(self.no_block) << 23
            | u32::from(self.required) << 18
            | u32::from(self.optional) << 13
            | bit(self.rest) << 12
            | u32::from(self.after) << 7
            | keywords << 2
            | bit(self.keyword_rest) << 1
            | bit(self.block)
    }

    /// The operand of `BLKPUSH` without the level; None if its fields are too small.
    pub fn block_push(&self) -> Option<u16> {
        let first = self.required + self.optional;
        (first <= FIELD).then(|| {
            first << 11
                | u16::from(self.rest) << 10
                | self.after << 5
                | u16::from(self.dictionary) << 4
        })
    }
}
