//! The sections of a module.

use crate::leb128;

/// What a module begins with.
pub const HEADER: &[u8] = b"\0asm\x01\0\0\0";
pub const CODE: u8 = 10;
pub const DATA: u8 = 11;
pub const DATA_COUNT: u8 = 12;

/// Number and body of each section; `None` if the bytes are no module.
pub fn sections(wasm: &[u8]) -> Option<Vec<(u8, &[u8])>> {
    let (mut rest, mut found) = (wasm.strip_prefix(HEADER)?, Vec::new());
    while let Some((id, after)) = rest.split_first() {
        rest = after;
        let length = leb128::take(&mut rest)? as usize;
        let (body, after) = rest.split_at_checked(length)?;
        found.push((*id, body));
        rest = after;
    }
    Some(found)
}

/// Appends a section; `None` if it is larger than one can be.
pub fn push(wasm: &mut Vec<u8>, id: u8, body: &[u8]) -> Option<()> {
    wasm.push(id);
    leb128::push(wasm, u32::try_from(body.len()).ok()?);
    wasm.extend_from_slice(body);
    Some(())
}
