//! The bytes of Ruby's Strings, which are a message's size at most.

use kobako_engine::limits::MAX_MESSAGE_BYTES;
use magnus::{Error, RString};

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
