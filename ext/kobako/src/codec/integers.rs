//! Integers of any size as bytes, at a cost that is linear in them.

use kobako_wire::{
    Error as WireError, MAX_INTEGER_BYTES,
    exact::{Big, Rational},
};
use magnus::{
    Error, Integer, Value,
    prelude::*,
    rb_sys::{AsRawValue, FromRawValue, protect},
    value::Fixnum,
};
use rb_sys::{INTEGER_PACK_LSBYTE_FIRST, INTEGER_PACK_LSWORD_FIRST, INTEGER_PACK_NEGATIVE, VALUE};

use crate::errors;

const WORD: usize = size_of::<u64>();
const ORDER: i32 = (INTEGER_PACK_LSWORD_FIRST | INTEGER_PACK_LSBYTE_FIRST) as i32;

/// An Integer of 64 bits.
pub enum Word {
    Signed(i64),
    Unsigned(u64),
}

/// `None` if the Integer does not fit. Nothing is raised for that: where Ruby raises, it looks at interrupts too, and
/// whoever took the one for the other would lose an interrupt.
pub fn word_of(integer: Integer) -> Option<Word> {
    use rb_sys::{INTEGER_PACK_2COMP, INTEGER_PACK_LSWORD_FIRST, INTEGER_PACK_NATIVE_BYTE_ORDER};

    if let Some(small) = Fixnum::from_value(integer.as_value()) {
        return Some(Word::Signed(small.to_i64()));
    }
    let mut word = 0u64;
    // SAFETY: an Integer, and room for one word of eight bytes.
    let sign = unsafe {
        rb_sys::rb_integer_pack(
            integer.as_raw(),
            (&raw mut word).cast(),
            1,
            size_of::<u64>() as rb_sys::size_t,
            0,
            (INTEGER_PACK_2COMP | INTEGER_PACK_LSWORD_FIRST | INTEGER_PACK_NATIVE_BYTE_ORDER)
                as i32,
        )
    };
    match (sign, i64::try_from(word)) {
        (0 | 1, Ok(signed)) => Some(Word::Signed(signed)),
        (0 | 1, Err(_)) => Some(Word::Unsigned(word)),
        (-1, Err(_)) => Some(Word::Signed(word.cast_signed())),
        _ => None,
    }
}

/// An absolute value, the lowest byte first, without zeros behind it; whether the Integer is below zero.
pub fn magnitude(integer: Integer, limit: usize) -> Result<(bool, Vec<u8>), Error> {
    // SAFETY: an Integer, and nothing is asked for beside its size.
    let size = unsafe { rb_sys::rb_absint_size(integer.as_raw(), std::ptr::null_mut()) } as usize;
    if size > limit {
        return Err(errors::unsupported(WireError::Oversized {
            what: "Integer",
            size,
            limit,
            unit: "bytes",
        }));
    }
    let mut bytes = vec![0; size.next_multiple_of(WORD)];
    // SAFETY: an Integer that fits, and room for that many words.
    let sign = unsafe {
        rb_sys::rb_integer_pack(
            integer.as_raw(),
            bytes.as_mut_ptr().cast(),
            (bytes.len() / WORD) as rb_sys::size_t,
            WORD as rb_sys::size_t,
            0,
            ORDER,
        )
    };
    bytes.truncate(size);
    Ok((sign < 0, bytes))
}

/// An Integer beyond 64 bits, as the wire has it.
pub fn big(integer: Integer) -> Result<Big, Error> {
    let (negative, magnitude) = magnitude(integer, MAX_INTEGER_BYTES)?;
    Ok(Big {
        negative,
        magnitude,
    })
}

/// The Integer of an absolute value.
pub fn integer(negative: bool, magnitude: &[u8]) -> Result<Value, Error> {
    let mut words = magnitude.to_vec();
    words.resize(magnitude.len().next_multiple_of(WORD), 0);
    let flags = ORDER
        | if negative {
            INTEGER_PACK_NEGATIVE as i32
        } else {
            0
        };
    let (start, count) = (words.as_ptr(), words.len() / WORD);
    let made = protect(|| {
        // SAFETY: so many words are readable; what is raised is caught by `protect`.
        unsafe {
            rb_sys::rb_integer_unpack(
                start.cast(),
                count as rb_sys::size_t,
                WORD as rb_sys::size_t,
                0,
                flags,
            )
        }
    });
    // SAFETY: what Ruby gave is alive.
    made.map(|raw| unsafe { Value::from_raw(raw) })
}

/// A fraction, brought to lowest terms.
pub fn rational(rational: Rational<&[u8]>) -> Result<Value, Error> {
    let numerator = integer(rational.negative, rational.numerator)?;
    let denominator = integer(false, rational.denominator)?;
    called(|| {
        // SAFETY: two live Integers, the second above 0.
        unsafe { rb_sys::rb_rational_new(numerator.as_raw(), denominator.as_raw()) }
    })
}

/// What a function of Ruby's C API gives, or what it raises.
pub fn called(call: impl FnOnce() -> VALUE) -> Result<Value, Error> {
    // SAFETY: what Ruby gave is alive.
    protect(call).map(|raw| unsafe { Value::from_raw(raw) })
}
