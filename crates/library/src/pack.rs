//! From what a library holds to its pack.

use crate::index::{Entry, Place};

/// Features that are loaded together.
#[derive(Debug)]
pub struct Piece {
    /// In the order of their programs.
    pub features: Vec<String>,
    /// Their bytecode, in columns.
    pub code: Vec<u8>,
}

/// What a library holds, in the order of its index.
#[derive(Debug, Default)]
pub struct Contents {
    /// Features and their bytecode.
    pub pieces: Vec<Piece>,
    /// Groups of methods of the core, and their bytecode in columns.
    pub methods: Vec<(String, Vec<u8>)>,
    /// Features that are there already.
    pub built_in: Vec<String>,
    /// Constants and the features that define them.
    pub constants: Vec<(String, String)>,
    /// Features that need a host, and a sentence for each.
    pub absent: Vec<(String, String)>,
}

/// The pack, each piece as `deflate` writes it; the same bytes for the same contents.
pub fn pack(contents: &Contents, deflate: impl Fn(&[u8]) -> Vec<u8>) -> Vec<u8> {
    let (mut index, mut bodies) = (String::new(), Vec::new());
    let mut add = |code: &[u8]| {
        let body = deflate(code);
        let place = Place {
            offset: bodies.len(),
            deflated: body.len(),
            length: code.len(),
        };
        bodies.extend_from_slice(&body);
        place
    };
    for Piece { features, code } in &contents.pieces {
        Entry::Piece(add(code), &features.join("\t")).write(&mut index);
    }
    for (group, code) in &contents.methods {
        Entry::Methods(add(code), group).write(&mut index);
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
