//! A pack that is read piece by piece, from wherever it lies.

use miniz_oxide::inflate;

use crate::index::{Entry, Place, entries};

/// The pack is none, or a piece of it is not what its index says.
#[derive(Debug, PartialEq, Eq)]
pub struct Damaged;

/// What a feature is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found<'a> {
    /// There already.
    BuiltIn,
    /// In a piece, with others; with a TAB between the names of all.
    Piece(Place, &'a str),
}

/// The index of a pack, and a way to its bodies.
pub struct Shelf<R> {
    index: String,
    read: R,
}

impl<R: Fn(&mut [u8], usize)> Shelf<R> {
    /// `read` fills a buffer with the bytes of the pack from an offset on.
    pub fn open(read: R) -> Result<Self, Damaged> {
        let mut length = [0; 4];
        read(&mut length, 0);
        let mut index = vec![0; u32::from_le_bytes(length) as usize];
        read(&mut index, length.len());
        let index = String::from_utf8(index).map_err(|_| Damaged)?;
        Ok(Self { index, read })
    }

    /// All that there is.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        entries(&self.index)
    }

    /// What `require` finds, and the number of its entry.
    pub fn find(&self, feature: &str) -> Option<(usize, Found<'_>)> {
        self.numbered(|entry| match entry {
            Entry::Piece(place, names) if names.split('\t').any(|name| name == feature) => {
                Some(Found::Piece(place, names))
            }
            Entry::BuiltIn(name) if name == feature => Some(Found::BuiltIn),
            _ => None,
        })
    }

    /// Where a group of methods is, and the number of its entry.
    pub fn methods(&self, group: &str) -> Option<(usize, Place)> {
        self.numbered(|entry| match entry {
            Entry::Methods(place, name) if name == group => Some(place),
            _ => None,
        })
    }

    /// What is made of the first entry that `of` is something of, and its number.
    fn numbered<'a, T>(&'a self, of: impl Fn(Entry<'a>) -> Option<T>) -> Option<(usize, T)> {
        let mut entries = self.entries().enumerate();
        entries.find_map(|(number, entry)| Some((number, of(entry)?)))
    }

    /// The feature that defines a constant.
    pub fn feature_of(&self, constant: &str) -> Option<&str> {
        self.entries().find_map(|entry| match entry {
            Entry::Constant(name, feature) if name == constant => Some(feature),
            _ => None,
        })
    }

    /// What to do instead of requiring a feature that needs a host.
    pub fn absence(&self, feature: &str) -> Option<&str> {
        self.entries().find_map(|entry| match entry {
            Entry::Absent(name, sentence) if name == feature => Some(sentence),
            _ => None,
        })
    }

    /// The columns of the bytecode at a place.
    pub fn bytecode(&self, place: Place) -> Result<Vec<u8>, Damaged> {
        let mut deflated = vec![0; place.deflated];
        (self.read)(&mut deflated, 4 + self.index.len() + place.offset);
        let code = inflate::decompress_to_vec_with_limit(&deflated, place.length);
        code.ok()
            .filter(|code| code.len() == place.length)
            .ok_or(Damaged)
    }
}
