//! Names that a message has again and again: rows of a table have the same keys.

use magnus::{
    RString, Ruby, Value,
    prelude::*,
    rb_sys::{AsRawValue, FromRawValue},
};
use rb_sys::VALUE;

/// How many are remembered, each in the place that its text gives.
const PLACES: usize = 16;
/// Bytes of a name that is remembered: fewer than are counted as work.
pub const MAX_NAME: usize = 63;

/// What Ruby has for the names that were read, by their bytes in the message. It stands on the stack, where the GC sees it.
#[derive(Default)]
pub struct Read<'a>([Option<(&'a [u8], Value)>; PLACES]);

impl<'a> Read<'a> {
    /// What was made of these bytes, by `make` unless it is remembered.
    #[inline]
    pub fn get(&mut self, bytes: &'a [u8], make: impl FnOnce() -> Value) -> Value {
        let last = bytes.last().map_or(0, |last| usize::from(*last));
        let place = &mut self.0[(bytes.len() ^ last) % PLACES];
        match *place {
            Some((known, value)) if known == bytes => value,
            _ => {
                let value = make();
                *place = Some((bytes, value));
                value
            }
        }
    }
}

/// The frozen String that a Hash has for this key, the same for all Hashes.
pub fn interned(name: &str) -> Value {
    // SAFETY: Ruby copies the text, and it is UTF-8.
    unsafe {
        let encoding = rb_sys::rb_utf8_encoding();
        let string = rb_sys::rb_enc_interned_str(name.as_ptr().cast(), name.len() as i64, encoding);
        Value::from_raw(string)
    }
}

/// A String of its own if `key` is one that was interned.
pub fn not_interned(ruby: &Ruby, key: Value) -> Value {
    match RString::from_value(key) {
        // SAFETY: no Ruby code runs while the text is copied, and interned Strings are UTF-8.
        Some(string) if string.is_frozen() => ruby
            .str_new(unsafe { str::from_utf8_unchecked(string.as_slice()) })
            .as_value(),
        _ => key,
    }
}

/// Where a message has the names that were written. It stands on the stack, so that no other object comes in their place.
#[derive(Default)]
pub struct Written([(VALUE, u32, u32); PLACES]);

impl Written {
    /// Where the message has this very object, and in how many bytes.
    #[inline]
    pub fn find(&self, name: Value) -> Option<(usize, usize)> {
        let (known, start, length) = self.0[index(name)];
        (known == name.as_raw()).then_some((start as usize, length as usize))
    }

    /// The message has this Symbol or frozen String from `start` to `end`.
    pub fn note(&mut self, name: Value, start: usize, end: usize) {
        self.0[index(name)] = (name.as_raw(), start as u32, (end - start) as u32);
    }
}

/// Neighbours on the heap have different ones.
fn index(name: Value) -> usize {
    (name.as_raw().wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 60) as usize
}
