//! What envelopes ask of the tokens they are made of.

use crate::{Decode, Error, Reader, Result, Token};

/// Refuses a token.
pub(crate) fn unexpected<T>(expected: &'static str, found: Token<'_>) -> Result<T> {
    let found = found.name();
    Err(Error::Unexpected { expected, found })
}

/// A str.
pub(crate) fn text<'a>(reader: &mut Reader<'a>) -> Result<&'a str> {
    match reader.next()? {
        Token::Str(text) => Ok(text),
        found => unexpected("str", found),
    }
}

/// A symbol's name.
pub(crate) fn symbol<'a>(reader: &mut Reader<'a>) -> Result<&'a str> {
    match reader.next()? {
        Token::Symbol(name) => Ok(name),
        found => unexpected("symbol", found),
    }
}

/// true or false.
pub(crate) fn boolean(reader: &mut Reader<'_>) -> Result<bool> {
    match reader.next()? {
        Token::Bool(value) => Ok(value),
        found => unexpected("bool", found),
    }
}

/// A number of 32 bits.
pub(crate) fn count(reader: &mut Reader<'_>) -> Result<u32> {
    match reader.next()? {
        Token::Int(number) => {
            u32::try_from(number).or_else(|_| unexpected("u32", Token::Int(number)))
        }
        found => unexpected("u32", found),
    }
}

/// The length of an array that opens.
pub(crate) fn array(reader: &mut Reader<'_>) -> Result<usize> {
    match reader.next()? {
        Token::Array(length) => Ok(length),
        found => unexpected("array", found),
    }
}

/// The length of a map that opens.
pub(crate) fn map(reader: &mut Reader<'_>) -> Result<usize> {
    match reader.next()? {
        Token::Map(length) => Ok(length),
        found => unexpected("map", found),
    }
}

/// Opens an array that has `expected` elements by contract.
pub(crate) fn tuple(what: &'static str, expected: usize, reader: &mut Reader<'_>) -> Result<()> {
    match array(reader)? {
        found if found == expected => Ok(()),
        found => Err(Error::Arity {
            what,
            expected,
            found,
        }),
    }
}

/// Reads `length` items of a container that opened. Each takes `least` bytes of
/// message or more, so no memory is set aside for items that cannot follow.
pub(crate) fn many<'a, T>(
    reader: &mut Reader<'a>,
    length: usize,
    least: usize,
    mut read: impl FnMut(&mut Reader<'a>) -> Result<T>,
) -> Result<Vec<T>> {
    let mut items = Vec::with_capacity(length.min(reader.left() / least));
    for _ in 0..length {
        items.push(read(reader)?);
    }
    Ok(items)
}

/// An array of strs.
pub(crate) fn texts(reader: &mut Reader<'_>) -> Result<Vec<String>> {
    let length = array(reader)?;
    many(reader, length, 1, |reader| text(reader).map(str::to_owned))
}

/// Reads a map whose keys are str or bin: calls `field` at each of `keys`, skips
/// the value of any other, refuses a known key that comes twice.
pub(crate) fn record<'a, D: Decode<'a>>(
    what: &'static str,
    decoder: &mut D,
    keys: &[&'static str],
    mut field: impl FnMut(&'static str, &mut D) -> Result<(), D::Error>,
) -> Result<(), D::Error> {
    let mut seen = 0;
    for _ in 0..map(decoder.reader()).map_err(D::refuse)? {
        match key(what, decoder.reader(), keys, &mut seen).map_err(D::refuse)? {
            Some(key) => field(key, decoder)?,
            None => decoder.skip()?,
        }
    }
    Ok(())
}

/// The next key, None if it is none of `keys`; `seen` has a bit for each that came.
fn key(
    what: &'static str,
    reader: &mut Reader<'_>,
    keys: &[&'static str],
    seen: &mut u32,
) -> Result<Option<&'static str>> {
    let name = match reader.next()? {
        Token::Str(name) => name.as_bytes(),
        Token::Bin(name) => name,
        found => return unexpected("str or bin as key", found),
    };
    let Some(index) = keys.iter().position(|key| key.as_bytes() == name) else {
        return Ok(None);
    };
    let key = keys[index];
    if *seen & 1 << index != 0 {
        return Err(Error::DuplicateKey { what, key });
    }
    *seen |= 1 << index;
    Ok(Some(key))
}

/// What a record's field came to, which it must have.
pub(crate) fn required<T>(what: &'static str, key: &'static str, field: Option<T>) -> Result<T> {
    field.ok_or(Error::MissingKey { what, key })
}

/// Splits a tag byte from the message after it.
pub(crate) fn tagged<'a>(what: &'static str, bytes: &'a [u8]) -> Result<(u8, Reader<'a>)> {
    if bytes.len() > crate::MAX_MESSAGE_BYTES {
        return Err(Error::TooLarge { size: bytes.len() });
    }
    match bytes.split_first() {
        Some((tag, message)) => Ok((*tag, Reader::new(message)?)),
        None => Err(Error::Empty { what }),
    }
}
