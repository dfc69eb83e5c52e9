//! Strings, Symbols and keys. Each is written by a function of its own, that its frame is not there for each level.

use magnus::{
    Error, RString, Symbol, Value,
    encoding::EncodingCapable,
    prelude::*,
    rb_sys::{AsRawValue, FromRawValue},
};

use super::{Sink, check};
use crate::{codec::names::MAX_NAME, errors};

impl Sink<'_> {
    /// Appends a key of a Hash.
    pub(super) fn key(&mut self, key: Value) -> Result<(), Error> {
        match RString::from_value(key) {
            Some(name) if name.is_frozen() => self.name(name),
            _ => self.value(key),
        }
    }

    #[inline(never)]
    fn name(&mut self, name: RString) -> Result<(), Error> {
        let start = self.writer.position();
        if let Some((start, length)) = self.written.find(name.as_value()) {
            return check(self.writer.repeat(start, length));
        }
        self.string(name)?;
        if name.len() <= MAX_NAME {
            let end = self.writer.position();
            self.written.note(name.as_value(), start, end);
        }
        Ok(())
    }

    #[inline(never)]
    pub(super) fn symbol(&mut self, symbol: Symbol) -> Result<(), Error> {
        if let Some((start, length)) = self.written.find(symbol.as_value()) {
            return check(self.writer.repeat(start, length));
        }
        // SAFETY: the symbol is alive, and its name lives as long. `Symbol::name` would end at a NUL.
        let name = unsafe { Value::from_raw(rb_sys::rb_sym2str(symbol.as_raw())) };
        let name = RString::from_value(name).expect("a Symbol's name is a String");
        // SAFETY: no Ruby code runs while the bytes are copied.
        let bytes = unsafe { name.as_slice() };
        self.pace.bytes(bytes.len());
        let start = self.writer.position();
        match str::from_utf8(bytes) {
            Ok(text) if name.is_utf8_compatible_encoding() => check(self.writer.symbol(text))?,
            _ => {
                return Err(errors::unsupported(
                    "a Symbol that is not UTF-8 cannot cross",
                ));
            }
        }
        if bytes.len() <= MAX_NAME {
            let end = self.writer.position();
            self.written.note(symbol.as_value(), start, end);
        }
        Ok(())
    }

    #[inline(never)]
    pub(super) fn string(&mut self, string: RString) -> Result<(), Error> {
        self.pace.bytes(string.len());
        if string.is_utf8_compatible_encoding() {
            return self.text(string);
        }
        if string.enc_get() == self.ruby.ascii8bit_encindex() {
            // SAFETY: no Ruby code runs while the bytes are copied.
            return check(self.writer.bin(unsafe { string.as_slice() }));
        }
        let string = string.conv_enc(self.ruby.utf8_encoding())?;
        if string.is_utf8_compatible_encoding() {
            return self.text(string);
        }
        // SAFETY: no Ruby code runs while the bytes are copied.
        check(self.writer.bin(unsafe { string.as_slice() }))
    }

    /// Of a String that should be UTF-8.
    fn text(&mut self, string: RString) -> Result<(), Error> {
        // SAFETY: no Ruby code runs while the bytes are copied.
        let bytes = unsafe { string.as_slice() };
        match str::from_utf8(bytes) {
            Ok(text) => check(self.writer.str(text)),
            Err(_) => check(self.writer.bin(bytes)),
        }
    }
}
