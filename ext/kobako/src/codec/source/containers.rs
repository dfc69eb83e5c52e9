//! Arrays and Hashes.

use std::mem;

use kobako_wire::Token;
use magnus::{Error, RArray, RHash, Value, prelude::*};

use super::Source;
use crate::{
    codec::{
        keys::{self, Entries, Keys, Shape},
        names,
    },
    native_stack,
};

/// Values that are collected on the stack, where the GC sees them, before they go into a container.
const CHUNK: usize = 16;
/// The same of integers, of which no level of a message is in the midst.
const RUN: usize = 128;

impl<'a> Source<'a> {
    /// The Array of the next `length` values.
    pub fn array(&mut self, length: usize) -> Result<RArray, Error> {
        native_stack::check_level(self.ruby)?;
        let array = self.ruby.ary_new_capa(length);
        let mut left = length;
        if length >= CHUNK {
            left -= self.integers(array, length)?;
        }
        while left > 0 {
            let size = left.min(CHUNK);
            self.pace.values(size)?;
            let mut chunk = [self.ruby.qnil().as_value(); CHUNK];
            for slot in &mut chunk[..size] {
                *slot = self.value()?;
            }
            array.cat(&chunk[..size])?;
            left -= size;
        }
        Ok(array)
    }

    /// Appends the values that come next as long as they are integers of four bytes at most, up to `length`; how many.
    #[inline(never)]
    fn integers(&mut self, array: RArray, length: usize) -> Result<usize, Error> {
        let mut done = 0;
        loop {
            let mut chunk = [self.ruby.qnil().as_value(); RUN];
            let mut filled = 0;
            while filled < RUN.min(length - done)
                && let Some(integer) = self.reader.next_int()
            {
                chunk[filled] = self.ruby.integer_from_i64(integer).as_value();
                filled += 1;
            }
            self.pace.values(filled)?;
            array.cat(&chunk[..filled])?;
            done += filled;
            if filled < RUN {
                return Ok(done);
            }
        }
    }

    /// The Hash of the next `length` pairs.
    #[inline(never)]
    pub fn hash(&mut self, length: usize) -> Result<RHash, Error> {
        self.pairs(length, |source| source.value().map(Some))
    }

    /// The same of the next `length` keys, each with what `value` gives for it, true for None.
    pub(super) fn pairs(
        &mut self,
        length: usize,
        value: impl Fn(&mut Self) -> Result<Option<Value>, Error>,
    ) -> Result<RHash, Error> {
        let present = self.ruby.qtrue().as_value();
        let value = |source: &mut Self| value(source).map(|value| value.unwrap_or(present));
        if length == 0 {
            return Ok(self.ruby.hash_new());
        }
        native_stack::check_level(self.ruby)?;
        let mut keys = Keys::default();
        if length * 2 <= CHUNK {
            self.pace.values(length * 2)?;
            let mut chunk = [self.ruby.qnil().as_value(); CHUNK];
            for (index, pair) in chunk[..length * 2].chunks_exact_mut(2).enumerate() {
                pair[0] = self.key(index * 2, &mut keys)?;
                pair[1] = value(self)?;
            }
            return self.build(Entries::Stack(&mut chunk[..length * 2]), &keys);
        }
        let entries = self.ruby.ary_new_capa(length * 2);
        let mut index = 0;
        while index < length * 2 {
            let size = (length * 2 - index).min(CHUNK);
            self.pace.values(size)?;
            let mut chunk = [self.ruby.qnil().as_value(); CHUNK];
            for pair in chunk[..size].chunks_exact_mut(2) {
                pair[0] = self.key(index, &mut keys)?;
                pair[1] = value(self)?;
                index += 2;
            }
            entries.cat(&chunk[..size])?;
        }
        self.build(Entries::Heap(entries), &keys)
    }

    /// The next key if it is a short text, or a Symbol with a short name.
    #[inline(never)]
    fn name(&mut self) -> Option<Value> {
        let start = self.reader.position();
        match self.reader.next_text() {
            Some(text) => {
                let bytes = &self.bytes[start..self.reader.position()];
                Some(self.names.get(bytes, || names::interned(text)))
            }
            None => self.symbol(),
        }
    }

    fn key(&mut self, index: usize, keys: &mut Keys<'a>) -> Result<Value, Error> {
        if let Some(name) = self.name() {
            return Ok(name);
        }
        let start = self.reader.position();
        let token = self.token()?;
        match token {
            Token::Str(text) => {
                self.pace.bytes(text.len());
                return Ok(names::interned(text));
            }
            Token::Symbol(_) | Token::Int(_) => return self.value_of(token),
            _ => (),
        }
        let shape = match token {
            Token::Array(_) | Token::Range(_) | Token::Complex => Shape::Ordered,
            Token::Map(_) | Token::Set(_) => Shape::Unordered,
            _ => Shape::Single,
        };
        let outer = mem::take(&mut self.content);
        self.keys += 1;
        let key = self.value_of(token)?;
        self.keys -= 1;
        let bytes = &self.bytes[start..self.reader.position()];
        keys.note(index, shape, bytes, self.content);
        self.content = outer.and(self.content);
        Ok(key)
    }

    fn build(&mut self, entries: Entries, keys: &Keys) -> Result<RHash, Error> {
        keys::build(
            self.ruby,
            entries,
            keys,
            &mut self.allowance,
            &mut self.pace,
        )
    }
}
