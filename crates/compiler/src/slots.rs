//! Where locals are kept, by their names.

use std::collections::HashMap;

use crate::assembler::Reg;
use crate::pool::Fixed;

/// Where a local is kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Slot {
    Register(Reg),
    /// An element of the Array in a register: closures reach no more than 255 registers.
    Element {
        array: Reg,
        index: u32,
    },
}

/// So many are looked at one by one.
const FEW: usize = 16;

#[derive(Default)]
pub struct Slots<'pr> {
    few: Vec<(&'pr [u8], Slot)>,
    /// Empty while there are few.
    all: HashMap<&'pr [u8], Slot, Fixed>,
}

impl<'pr> Slots<'pr> {
    pub fn get(&self, name: &[u8]) -> Option<Slot> {
        if !self.all.is_empty() {
            return self.all.get(name).copied();
        }
        let found = self.few.iter().find(|(known, _)| same(known, name));
        found.map(|&(_, slot)| slot)
    }

    /// The first slot of a name stays.
    pub fn add(&mut self, name: &'pr [u8], slot: Slot) {
        if self.get(name).is_some() {
            return;
        }
        if self.few.len() < FEW {
            self.few.push((name, slot));
            return;
        }
        if self.all.is_empty() {
            self.all.extend(self.few.iter().copied());
        }
        self.all.insert(name, slot);
    }
}

/// Most names come from the parser's table, where each is once.
fn same(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && (one.as_ptr() == other.as_ptr() || one == other)
}
