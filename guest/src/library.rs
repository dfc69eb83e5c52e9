//! The standard library, for C (`guest/gems/library/include/kobako_library.h`).

use std::cell::RefCell;
use std::collections::BinaryHeap;
use std::ffi::c_void;

use kobako_compiler::columns::{self, Symbols};
use kobako_library::{Entry, Found, Place, Shelf};

use crate::pieces;
use crate::suggest::Reach;
use crate::text::Text;

#[repr(C)]
pub struct Library {
    find: extern "C" fn(&Text, &mut Text, &mut Text) -> u32,
    defines: extern "C" fn(&Text, &mut Text) -> bool,
    absence: extern "C" fn(&Text, &Text, &mut Text),
    methods: extern "C" fn(&Text, &mut Text),
    release: extern "C" fn(),
}

pub static LIBRARY: Library = Library {
    find,
    defines,
    absence,
    methods,
    release,
};

mod feature {
    pub const NONE: u32 = 0;
    pub const BUILT_IN: u32 = 1;
    pub const BYTECODE: u32 = 2;
}

#[derive(Default)]
struct Answer {
    text: Vec<u8>,
    /// The features of a piece.
    features: String,
}

thread_local! {
    static ANSWER: RefCell<Answer> =
        const { RefCell::new(Answer { text: Vec::new(), features: String::new() }) };
}

unsafe extern "C" {
    fn kobako_read_pack(to: *mut c_void, from: usize, len: usize);
}

fn shelf() -> Shelf<impl Fn(&mut [u8], usize)> {
    let read = |to: &mut [u8], from| {
        // SAFETY: the buffer is writable for its length, and the pack has what its index says.
        unsafe { kobako_read_pack(to.as_mut_ptr().cast(), from, to.len()) }
    };
    Shelf::open(read).expect("the pack is whole")
}

fn keep(text: Vec<u8>, out: &mut Text) {
    ANSWER.with_borrow_mut(|answer| {
        answer.text = text;
        *out = Text::of(&answer.text);
    });
}

fn keep_features(features: &str, out: &mut Text) {
    ANSWER.with_borrow_mut(|answer| {
        features.clone_into(&mut answer.features);
        *out = Text::of(answer.features.as_bytes());
    });
}

extern "C" fn release() {
    drop(ANSWER.take());
}

fn name(text: &Text) -> &str {
    str::from_utf8(text.bytes()).unwrap_or_default()
}

extern "C" fn find(feature: &Text, code: &mut Text, features: &mut Text) -> u32 {
    let shelf = shelf();
    match shelf.find(name(feature)) {
        None => feature::NONE,
        Some((_, Found::BuiltIn)) => feature::BUILT_IN,
        Some((number, Found::Piece(place, names))) => {
            pieces::note(number);
            keep(bytecode(&shelf, place), code);
            keep_features(names, features);
            feature::BYTECODE
        }
    }
}

extern "C" fn methods(group: &Text, code: &mut Text) {
    let shelf = shelf();
    let (number, place) = shelf.methods(name(group)).expect("a group of the pack");
    pieces::note(number);
    keep(bytecode(&shelf, place), code);
}

/// A piece of the pack that the host asks for.
pub enum Piece {
    /// That of a feature.
    Feature(String),
    /// A group of methods of the core.
    Methods(String),
}

/// What the host asks for, of which it is told no more.
pub fn asked_for() -> Vec<Piece> {
    let numbers = pieces::take();
    if numbers.is_empty() {
        return Vec::new();
    }
    let shelf = shelf();
    let piece = |number| match shelf.entries().nth(number)? {
        Entry::Piece(_, features) => features
            .split('\t')
            .next()
            .map(|name| Piece::Feature(name.to_owned())),
        Entry::Methods(_, group) => Some(Piece::Methods(group.to_owned())),
        _ => None,
    };
    numbers.into_iter().filter_map(piece).collect()
}

fn bytecode(shelf: &Shelf<impl Fn(&mut [u8], usize)>, place: Place) -> Vec<u8> {
    let packed = shelf.bytecode(place).expect("the pack is whole");
    columns::rite(&packed, &Symbols::Numbered).expect("the pack is whole")
}

extern "C" fn defines(constant: &Text, feature: &mut Text) -> bool {
    let shelf = shelf();
    let found = shelf.feature_of(name(constant));
    found
        .inspect(|name| keep(name.as_bytes().to_vec(), feature))
        .is_some()
}

extern "C" fn absence(feature: &Text, others: &Text, text: &mut Text) {
    let (shelf, feature) = (shelf(), name(feature));
    let why = match shelf.absence(feature) {
        Some(sentence) => sentence.to_owned(),
        None => unknown(feature, &shelf, name(others)),
    };
    keep(why.into_bytes(), text);
}

/// The nearest, and all that there is but for parts of features.
fn unknown(feature: &str, shelf: &Shelf<impl Fn(&mut [u8], usize)>, others: &str) -> String {
    let standard = shelf.entries().flat_map(|entry| {
        match entry {
            Entry::Piece(_, names) | Entry::BuiltIn(names) => names,
            _ => "",
        }
        .split('\t')
    });
    let named = others
        .lines()
        .chain(standard)
        .filter(|name| !name.is_empty());
    let names: BinaryHeap<_> = named.map(str::to_owned).collect();
    let names = names.into_sorted_vec();
    let whole =
        |name: &&String| !name.contains(['/', '.']) || others.lines().any(|other| other == *name);
    let known: Vec<_> = names.iter().filter(whole).map(String::as_str).collect();
    let known = known.join(", ");
    let reach = Reach {
        name: feature.to_owned(),
        names,
        services: Vec::new(),
    };
    let near = reach.near();
    let meant = match near.is_empty() {
        true => String::new(),
        false => format!("did you mean {}? ", near.join(" or ")),
    };
    format!("{meant}A sandbox has no files and no gems; it has {known}")
}
