//! Hashes of a message, built at a cost that is linear in its bytes.
//!
//! Ruby's own Hash gives no such promise: a key that is an Array or a Hash is hashed whole at each level of
//! nesting, and keys with the same hash are compared one by one. So that work is counted before it is done.

use std::collections::{HashMap, hash_map::Entry};

use foldhash::fast::RandomState;
use magnus::{
    Error, Integer, RArray, RHash, Ruby, Value,
    prelude::*,
    rb_sys::{AsRawId, AsRawValue, FromRawValue, protect},
    value::LazyId,
};

use super::{names, pace::Pace};
use crate::{errors, reflection};

/// Bytes of one key that is an Array or a Hash: Ruby hashes it in one go.
const MAX_KEY_BYTES: usize = 64 << 10;
/// Bytes of such keys that may be hashed and compared for any message, and for each of its bytes.
const FREE: usize = 64 << 10;
const FACTOR: usize = 3;

/// Values that are inserted in one go.
const CHUNK: usize = 64;

static HASH: LazyId = LazyId::new("hash");
static EQL: LazyId = LazyId::new("eql?");

/// Bytes of keys that a message may still hash and compare.
pub struct Allowance {
    left: usize,
    limit: usize,
}

impl Allowance {
    /// For a message of so many bytes.
    pub fn of(message: usize) -> Self {
        let limit = FREE + FACTOR * message;
        Self { left: limit, limit }
    }

    fn spend(&mut self, bytes: usize) -> Result<(), Error> {
        self.left = self.left.checked_sub(bytes).ok_or_else(|| {
            errors::costly(format!(
                "Hash keys and members of Sets that are Arrays, Hashes, Sets or Ranges take more work than {} bytes of \
                 keys, the limit for a message of this size (nest fewer of them in each other, and use Strings or \
                 Symbols)",
                self.limit
            ))
        })?;
        Ok(())
    }
}

/// What the keys of one Hash are, as far as it matters for building it.
#[derive(Default)]
pub struct Keys<'a> {
    containers: Vec<Container<'a>>,
    /// How many are or hold a NaN, which equals nothing and hashes like any other.
    not_numbers: usize,
    /// Whether one is or holds an object of the host that hashes by code of its own.
    foreign: bool,
    /// Where those stand that are such an object.
    objects: Vec<usize>,
}

/// A key that holds values of its own (an Array, Hash, Set, Range): where it stands among the entries, and in the message.
#[derive(Clone, Copy)]
struct Container<'a> {
    index: usize,
    bytes: &'a [u8],
    /// Whether unequal ones may have the same hash by more than bad luck: those with Floats, Hashes and Sets.
    may_collide: bool,
}

impl<'a> Keys<'a> {
    /// Notes the key at `index`, which is `bytes` in the message.
    pub fn note(&mut self, index: usize, shape: Shape, bytes: &'a [u8], content: Content) {
        if shape != Shape::Single {
            self.containers.push(Container {
                index,
                bytes,
                may_collide: shape == Shape::Unordered || content.float,
            });
        }
        self.not_numbers += usize::from(content.not_a_number);
        self.foreign |= content.foreign;
        if content.foreign && shape == Shape::Single {
            self.objects.push(index);
        }
    }

    /// Gives equal names objects of their own.
    fn part_names(&self, ruby: &Ruby, entries: &mut Entries) -> Result<(), Error> {
        for index in (0..entries.len()).step_by(2) {
            if self.objects.binary_search(&index).is_err() {
                entries.put(index, names::not_interned(ruby, entries.at(index)?))?;
            }
        }
        Ok(())
    }

    /// Whether the pairs are kept apart by the identity of their keys.
    fn by_identity(&self) -> bool {
        self.foreign || self.not_numbers > 1
    }

    /// How many values are inserted without a look at interrupts.
    fn chunk(&self) -> usize {
        match self.containers.iter().map(|key| key.bytes.len()).max() {
            Some(bytes) if bytes * CHUNK > MAX_KEY_BYTES => 2,
            _ => CHUNK,
        }
    }

    /// Counts what hashing and comparing these keys costs. Gives the places of those that are the same bytes as an
    /// earlier one, whose value is theirs now.
    fn pay(
        &self,
        entries: &mut Entries,
        allowance: &mut Allowance,
        pace: &mut Pace,
    ) -> Result<Vec<usize>, Error> {
        let alone = self.containers.len() == 1;
        let mut seen = Seen::default();
        for &key in &self.containers {
            let bytes = key.bytes.len();
            if bytes > MAX_KEY_BYTES {
                return Err(errors::costly(format!(
                    "a Hash key, or a member of a Set, of {bytes} bytes, the limit for an Array, Hash, Set or Range \
                     there is {MAX_KEY_BYTES} (use a String or a Symbol)"
                )));
            }
            let mut count = || {
                allowance.spend(bytes)?;
                pace.values(bytes)
            };
            if alone {
                count()?;
            } else {
                seen.add(entries, key, count)?;
            }
        }
        Ok(seen.repeated)
    }
}

/// How a key is hashed and compared.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// In one go.
    Single,
    /// Value by value.
    Ordered,
    /// Value by value, whose order counts for nothing.
    Unordered,
}

/// Keys that are not the same bytes.
#[derive(Default)]
struct Seen<'a> {
    known: HashMap<&'a [u8], usize, RandomState>,
    /// Where they stand, by the hashes that Ruby gives them.
    first: HashMap<i64, usize, RandomState>,
    /// Those whose hash was there already, and that do not equal the others.
    further: HashMap<i64, Vec<usize>, RandomState>,
    repeated: Vec<usize>,
}

impl<'a> Seen<'a> {
    /// Adds `key`; `count` is called before it is hashed, and before each comparison. A pair whose key was there gives
    /// that one its value.
    fn add(
        &mut self,
        entries: &mut Entries,
        key: Container<'a>,
        mut count: impl FnMut() -> Result<(), Error>,
    ) -> Result<(), Error> {
        match self.known.entry(key.bytes) {
            Entry::Occupied(known) => {
                self.repeated.push(key.index);
                return entries.put(known.get() + 1, entries.at(key.index + 1)?);
            }
            Entry::Vacant(room) => room.insert(key.index),
        };
        count()?;
        if !key.may_collide {
            return Ok(());
        }
        let value = entries.at(key.index)?;
        let hash = hash_of(value)?;
        let first = match self.first.entry(hash) {
            Entry::Occupied(first) => *first.get(),
            Entry::Vacant(room) => {
                room.insert(key.index);
                return Ok(());
            }
        };
        let further = self.further.entry(hash).or_default();
        for other in [first].iter().chain(&*further) {
            count()?;
            if value.eql(entries.at(*other)?)? {
                return Ok(());
            }
        }
        further.push(key.index);
        Ok(())
    }
}

/// What a value holds that matters when it is a key.
#[derive(Clone, Copy, Default)]
pub struct Content {
    pub float: bool,
    pub not_a_number: bool,
    pub foreign: bool,
}

impl Content {
    /// What both hold together.
    pub fn and(self, other: Self) -> Self {
        Self {
            float: self.float || other.float,
            not_a_number: self.not_a_number || other.not_a_number,
            foreign: self.foreign || other.foreign,
        }
    }
}

/// Whether Ruby hashes and compares this object by its identity, by no code but Ruby's.
pub fn is_plain(ruby: &Ruby, object: Value) -> bool {
    use rb_sys::ruby_value_type::{RUBY_T_CLASS, RUBY_T_MODULE, RUBY_T_OBJECT};

    let raw = object.as_raw();
    // SAFETY: a live value that is not special.
    let kind = || unsafe { rb_sys::RB_BUILTIN_TYPE(raw) };
    if rb_sys::SPECIAL_CONST_P(raw)
        || !matches!(kind(), RUBY_T_OBJECT | RUBY_T_CLASS | RUBY_T_MODULE)
    {
        return false;
    }
    let class = reflection::class_of(object).as_raw();
    [&HASH, &EQL].into_iter().all(|name| {
        // SAFETY: a class, and the id of a name that is interned for ever.
        unsafe {
            rb_sys::rb_method_basic_definition_p(class, LazyId::get_inner_with(name, ruby).as_raw())
                != 0
        }
    })
}

/// Keys and values by turns, where the GC sees them.
pub enum Entries<'a> {
    Stack(&'a mut [Value]),
    Heap(RArray),
}

impl Entries<'_> {
    fn len(&self) -> usize {
        match self {
            Self::Stack(values) => values.len(),
            Self::Heap(array) => array.len(),
        }
    }

    fn at(&self, index: usize) -> Result<Value, Error> {
        match self {
            Self::Stack(values) => Ok(values[index]),
            Self::Heap(array) => array.entry(index as isize),
        }
    }

    fn put(&mut self, index: usize, value: Value) -> Result<(), Error> {
        match self {
            Self::Stack(values) => {
                values[index] = value;
                Ok(())
            }
            Self::Heap(array) => array.store(index as isize, value),
        }
    }
}

/// The Hash of these entries. Of equal keys the last stays. Keys that run code of the host or equal nothing
/// make it one that compares by identity, so that all of its pairs are there.
pub fn build(
    ruby: &Ruby,
    mut entries: Entries,
    keys: &Keys,
    allowance: &mut Allowance,
    pace: &mut Pace,
) -> Result<RHash, Error> {
    let hash = ruby.hash_new();
    let mut repeated = Vec::new();
    if keys.by_identity() {
        let _: Value = hash.funcall("compare_by_identity", ())?;
        keys.part_names(ruby, &mut entries)?;
    } else if !keys.containers.is_empty() {
        repeated = keys.pay(&mut entries, allowance, pace)?;
    } else if let Entries::Stack(values) = entries {
        hash.bulk_insert(values)?;
        return Ok(hash);
    }
    let mut repeated = repeated.into_iter().peekable();
    let mut left = (0..entries.len())
        .step_by(2)
        .filter(|index| repeated.next_if_eq(index).is_none());
    let step = keys.chunk();
    loop {
        let mut chunk = [ruby.qnil().as_value(); CHUNK];
        let mut filled = 0;
        for index in left.by_ref().take(step / 2) {
            chunk[filled] = entries.at(index)?;
            chunk[filled + 1] = entries.at(index + 1)?;
            filled += 2;
        }
        if filled == 0 {
            return Ok(hash);
        }
        pace.values(filled)?;
        insert(hash, &chunk[..filled])?;
    }
}

/// Not `bulk_insert`, which moves the whole table each time.
fn insert(hash: RHash, entries: &[Value]) -> Result<(), Error> {
    protect(|| {
        for pair in entries.chunks_exact(2) {
            // SAFETY: live values; what inserting raises is caught by `protect`, and nothing here needs a drop.
            unsafe { rb_sys::rb_hash_aset(hash.as_raw(), pair[0].as_raw(), pair[1].as_raw()) };
        }
        rb_sys::Qnil.into()
    })
    .map(drop)
}

fn hash_of(key: Value) -> Result<i64, Error> {
    let hash = protect(|| {
        // SAFETY: a live value; what it raises is caught by `protect`.
        unsafe { rb_sys::rb_hash(key.as_raw()) }
    })?;
    // SAFETY: `rb_hash` gives an Integer that fits.
    let hash = Integer::from_value(unsafe { Value::from_raw(hash) });
    hash.expect("a hash is an Integer").to_i64()
}

/// Makes the names of the methods now.
pub fn init(ruby: &Ruby) {
    for id in [&HASH, &EQL] {
        LazyId::force(id, ruby);
    }
}
