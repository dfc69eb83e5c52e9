//! Names in one text, and such of which each is there once.

use std::collections::HashSet;
use std::hash::Hasher;

use crate::pool::{Fixed, Fnv, LIMIT};

/// Different names.
pub type NameSet = HashSet<Vec<u8>, Fixed>;

/// Bytes of a few names.
const TEXT: usize = 32;

/// Names in the order in which they came.
#[derive(Clone, Debug, Default)]
pub struct Names {
    text: Vec<u8>,
    ends: Vec<u32>,
}

impl Names {
    pub fn push(&mut self, name: &[u8]) {
        if self.ends.is_empty() {
            self.text.reserve(TEXT);
            self.ends.reserve(FEW);
        }
        self.text.extend_from_slice(name);
        self.ends.push(self.text.len() as u32);
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Empty if there is none of that number.
    pub fn get(&self, index: usize) -> &[u8] {
        let Some(&end) = self.ends.get(index) else {
            return &[];
        };
        let start = index.checked_sub(1).map_or(0, |last| self.ends[last]);
        &self.text[start as usize..end as usize]
    }

    pub fn iter(&self) -> impl Iterator<Item = &[u8]> {
        (0..self.len()).map(|index| self.get(index))
    }
}

/// Different names, and their numbers.
#[derive(Default)]
pub struct NamePool {
    names: Names,
    /// Numbers by the hashes of names; `FREE` where there is none. Empty while there are few.
    buckets: Vec<u16>,
}

const FREE: u16 = u16::MAX;

/// Below so many names a look at each of them is quicker than a table.
const FEW: usize = 8;

impl NamePool {
    /// The number of a name; None if there are too many.
    pub fn index(&mut self, name: &[u8]) -> Option<u16> {
        if self.names.len() <= FEW {
            if let Some(index) = self.names.iter().position(|known| known == name) {
                return Some(index as u16);
            }
            return self.add(name);
        }
        if self.buckets.len() < 2 * (self.names.len() + 1) {
            self.spread();
        }
        let bucket = self.bucket(name);
        if self.buckets[bucket] == FREE {
            self.buckets[bucket] = self.add(name)?;
        }
        Some(self.buckets[bucket])
    }

    pub fn into_names(self) -> Names {
        self.names
    }

    fn add(&mut self, name: &[u8]) -> Option<u16> {
        let index = self.names.len();
        (index < LIMIT).then(|| {
            self.names.push(name);
            index as u16
        })
    }

    fn spread(&mut self) {
        let size = (4 * self.names.len()).next_power_of_two();
        self.buckets = vec![FREE; size];
        for index in 0..self.names.len() {
            let bucket = self.bucket(self.names.get(index));
            self.buckets[bucket] = index as u16;
        }
    }

    /// Where a name is, or would be.
    fn bucket(&self, name: &[u8]) -> usize {
        let mut hash = Fnv::default();
        hash.write(name);
        let mask = self.buckets.len() - 1;
        let mut bucket = hash.finish() as usize & mask;
        while self.buckets[bucket] != FREE
            && self.names.get(usize::from(self.buckets[bucket])) != name
        {
            bucket = (bucket + 1) & mask;
        }
        bucket
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_keeps_its_number() {
        let mut pool = NamePool::default();
        for round in 0..2 {
            for number in 0..5_000u16 {
                let name = format!("name {number}");
                assert_eq!(pool.index(name.as_bytes()), Some(number), "round {round}");
            }
        }
        assert_eq!(pool.into_names().get(4_999), b"name 4999");
    }

    #[test]
    fn too_many_names_have_no_number() {
        let mut pool = NamePool::default();
        let all = (0..=LIMIT).map(|number| pool.index(&number.to_be_bytes()));
        assert_eq!(all.filter(Option::is_none).count(), 1);
        assert_eq!(pool.index(&LIMIT.to_be_bytes()), None);
        assert_eq!(pool.index(&0usize.to_be_bytes()), Some(0));
    }
}
