//! From what a library holds to its pack.

use crate::index::{Entry, Place};

/// miniz's slowest, for the pack is made once.
const LEVEL: u8 = 10;

/// What a library holds, in the order of its index.
#[derive(Debug, Default)]
pub struct Contents {
    /// Features and their bytecode.
    pub features: Vec<(String, Vec<u8>)>,
    /// Features that are there already.
    pub built_in: Vec<String>,
    /// Constants and the features that define them.
    pub constants: Vec<(String, String)>,
    /// Features that need a host, and a sentence for each.
    pub absent: Vec<(String, String)>,
}

/// The pack; the same bytes for the same contents.
pub fn pack(contents: &Contents) -> Vec<u8> {
    let (mut index, mut bodies) = (String::new(), Vec::new());
    for (name, code) in &contents.features {
        let body = miniz_oxide::deflate::compress_to_vec(code, LEVEL);
        let place = Place {
            offset: bodies.len(),
            deflated: body.len(),
            length: code.len(),
        };
        Entry::Feature(name, place).write(&mut index);
        bodies.extend_from_slice(&body);
    }
    for name in &contents.built_in {
        Entry::BuiltIn(name).write(&mut index);
    }
    for (name, feature) in &contents.constants {
        Entry::Constant(name, feature).write(&mut index);
    }
    for (name, sentence) in &contents.absent {
        Entry::Absent(name, sentence).write(&mut index);
    }
    let length = u32::try_from(index.len()).expect("an index of less than 4 GiB");
    [&length.to_le_bytes(), index.as_bytes(), &bodies].concat()
}
