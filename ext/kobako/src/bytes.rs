//! The bytes of Ruby's Strings, which are a message's size at most.

use std::{
    ffi::{c_char, c_long},
    ptr, slice,
};

use kobako_engine::{limits::MAX_MESSAGE_BYTES, pages};
use magnus::{
    Error, RString, Ruby, Value,
    rb_sys::{AsRawValue, FromRawValue},
};
use rb_sys::VALUE;

use crate::errors;

/// A copy of the string's bytes.
pub fn copied(string: RString) -> Result<Vec<u8>, Error> {
    borrowed(&string).map(<[u8]>::to_vec)
}

/// The same bytes in place, to be used before any Ruby code runs.
#[inline]
pub fn borrowed(string: &RString) -> Result<&[u8], Error> {
    let (size, limit) = (string.len(), MAX_MESSAGE_BYTES);
    if size > limit {
        return Err(errors::unsupported(format!(
            "a message of {size} bytes, the limit is {limit}"
        )));
    }
    // SAFETY: the callers copy the bytes or are done with them before Ruby code runs.
    Ok(unsafe { string.as_slice() })
}

/// Bytes of a String from which on its memory is likely new to the process.
const LARGE: usize = 128 << 10;

/// The String of UTF-8 with this text.
pub fn utf8(ruby: &Ruby, text: &str) -> RString {
    match text.len() {
        ..LARGE => ruby.str_new(text),
        _ => large(rb_sys::rb_utf8_str_new, text.as_bytes()),
    }
}

/// The String without an encoding with these bytes.
pub fn binary(ruby: &Ruby, bytes: &[u8]) -> RString {
    match bytes.len() {
        ..LARGE => ruby.str_from_slice(bytes),
        _ => large(rb_sys::rb_str_new, bytes),
    }
}

type New = unsafe extern "C" fn(*const c_char, c_long) -> VALUE;

#[inline(never)]
fn large(new: New, bytes: &[u8]) -> RString {
    let length = bytes.len();
    // SAFETY: without a text Ruby leaves room for so many bytes, and no Ruby code runs before they are there.
    let value = unsafe { Value::from_raw(new(ptr::null(), length as c_long)) };
    let string = RString::from_value(value).expect("a String was made");
    // SAFETY: the String is new, and has that room.
    unsafe {
        let start = rb_sys::RSTRING_PTR(value.as_raw()).cast_mut();
        pages::populate(slice::from_raw_parts_mut(start.cast(), length));
        start.copy_from_nonoverlapping(bytes.as_ptr().cast(), length);
    }
    string
}
