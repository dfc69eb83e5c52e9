//! Literals of a routine, each of them once.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hash, Hasher};

/// Without a seed, for which a baked module has no source.
pub type Fixed = BuildHasherDefault<Fnv>;

/// Fowler, Noll and Vo's hash, quick for short names.
pub struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    #[inline(never)]
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// What a routine may have of each.
pub const LIMIT: usize = u16::MAX as usize;

/// Different items, numbered in the order in which they came.
pub struct Pool<T> {
    items: Vec<T>,
    indices: HashMap<T, u16, Fixed>,
}

/// Below so many items a look at each of them is quicker than a table.
const FEW: usize = 12;

impl<T: Clone + Eq + Hash> Pool<T> {
    pub fn new() -> Self {
        Self {
            items: Vec::new(),
            indices: HashMap::default(),
        }
    }

    /// The number of an item; None if there are too many.
    pub fn index(&mut self, item: T) -> Option<u16> {
        if self.items.len() <= FEW {
            if let Some(index) = self.items.iter().position(|known| *known == item) {
                return Some(index as u16);
            }
        } else {
            if self.indices.is_empty() {
                let known = self.items.iter().cloned().zip(0..);
                self.indices.extend(known);
            }
            if let Some(&index) = self.indices.get(&item) {
                return Some(index);
            }
        }
        let index = self.items.len();
        if index >= LIMIT {
            return None;
        }
        if index > FEW {
            self.indices.insert(item.clone(), index as u16);
        }
        self.items.push(item);
        Some(index as u16)
    }

    pub fn into_items(self) -> Vec<T> {
        self.items
    }
}
