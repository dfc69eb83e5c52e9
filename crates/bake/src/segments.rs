//! Joins data segments that lie close together: the zeros between two take less room than a header.

use crate::leb128;
use crate::module::{self, DATA, DATA_COUNT};

const ACTIVE: u8 = 0;
const I32_CONST: u8 = 0x41;
const END: u8 = 0x0b;
/// Bytes of a segment beside its own: flag, constant, offset, end, length.
const HEADER: usize = 8;

struct Segment {
    offset: u32,
    bytes: Vec<u8>,
}

/// The module with its active segments joined. None if it has segments of a kind that this does not know,
/// or passive ones after the active ones, whose numbers the code may name.
pub fn join(wasm: &[u8]) -> Option<Vec<u8>> {
    let mut joined = module::HEADER.to_vec();
    let sections = module::sections(wasm)?;
    let data = sections.iter().find(|(id, _)| *id == DATA)?;
    let (count, data) = joined_data(data.1)?;
    for (id, body) in sections {
        let mut counted = Vec::new();
        let body = match id {
            DATA => data.as_slice(),
            DATA_COUNT => {
                leb128::push(&mut counted, count);
                counted.as_slice()
            }
            _ => body,
        };
        module::push(&mut joined, id, body)?;
    }
    Some(joined)
}

/// How many segments there are now, and the section's body.
fn joined_data(mut body: &[u8]) -> Option<(u32, Vec<u8>)> {
    let mut segments: Vec<Segment> = Vec::new();
    let mut passive = Vec::new();
    let mut passives = 0;
    for _ in 0..leb128::take(&mut body)? {
        let kind = leb128::take(&mut body)?;
        if kind != u32::from(ACTIVE) {
            if kind != 1 || !segments.is_empty() {
                return None;
            }
            let bytes = take_bytes(&mut body)?;
            passives += 1;
            passive.push(1);
            leb128::push(&mut passive, u32::try_from(bytes.len()).ok()?);
            passive.extend_from_slice(bytes);
            continue;
        }
        body = body.strip_prefix(&[I32_CONST])?;
        let offset = leb128::take(&mut body)?;
        body = body.strip_prefix(&[END])?;
        let bytes = take_bytes(&mut body)?.to_vec();
        segments.push(Segment { offset, bytes });
    }
    segments.sort_by_key(|segment| segment.offset);
    let segments = close_up(segments)?;
    let count = passives + u32::try_from(segments.len()).ok()?;
    let mut written = Vec::new();
    leb128::push(&mut written, count);
    written.extend_from_slice(&passive);
    for segment in segments {
        written.extend_from_slice(&[ACTIVE, I32_CONST]);
        leb128::push_signed(&mut written, segment.offset);
        written.push(END);
        leb128::push(&mut written, u32::try_from(segment.bytes.len()).ok()?);
        written.extend_from_slice(&segment.bytes);
    }
    Some((count, written))
}

/// None if two overlap.
fn close_up(segments: Vec<Segment>) -> Option<Vec<Segment>> {
    let mut closed: Vec<Segment> = Vec::new();
    for segment in segments {
        let Some(last) = closed.last_mut() else {
            closed.push(segment);
            continue;
        };
        let end = last.offset as usize + last.bytes.len();
        let gap = (segment.offset as usize).checked_sub(end)?;
        if gap <= HEADER {
            last.bytes.resize(last.bytes.len() + gap, 0);
            last.bytes.extend_from_slice(&segment.bytes);
        } else {
            closed.push(segment);
        }
    }
    Some(closed)
}

fn take_bytes<'a>(body: &mut &'a [u8]) -> Option<&'a [u8]> {
    let length = leb128::take(body)? as usize;
    let (bytes, after) = body.split_at_checked(length)?;
    *body = after;
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn module(segments: &[u8]) -> Vec<u8> {
        let mut wasm = b"\0asm\x01\0\0\0\x05\x03\x01\x00\x01\x0c\x01\x09".to_vec();
        wasm.push(DATA);
        leb128::push(&mut wasm, segments.len() as u32);
        wasm.extend_from_slice(segments);
        wasm
    }

    fn active(offset: u8, bytes: &[u8]) -> Vec<u8> {
        [&[ACTIVE, I32_CONST, offset, END, bytes.len() as u8], bytes].concat()
    }

    fn data(wasm: &[u8]) -> Vec<u8> {
        let sections = module::sections(wasm).unwrap();
        let count = sections.iter().find(|(id, _)| *id == DATA_COUNT).unwrap();
        let data = sections.iter().find(|(id, _)| *id == DATA).unwrap();
        assert_eq!(count.1, &data.1[..1], "the count is that of the data");
        data.1.to_vec()
    }

    #[test]
    fn joins_what_is_near_and_leaves_what_is_far() {
        let parts = [vec![3], active(0, b"a"), active(9, b"bc"), active(20, b"d")].concat();
        let joined = join(&module(&parts)).unwrap();
        let expected = [vec![2], active(0, b"a\0\0\0\0\0\0\0\0bc"), active(20, b"d")].concat();
        assert_eq!(data(&joined), expected);
    }

    #[test]
    fn keeps_the_numbers_of_passive_segments() {
        let parts = [vec![3, 1, 1, b'p'], active(0, b"a"), active(1, b"b")].concat();
        let expected = [vec![2, 1, 1, b'p'], active(0, b"ab")].concat();
        assert_eq!(data(&join(&module(&parts)).unwrap()), expected);
        assert!(
            join(&module(
                &[vec![2], active(0, b"a"), vec![1, 1, b'p']].concat()
            ))
            .is_none()
        );
    }

    #[test]
    fn leaves_alone_what_it_does_not_know() {
        let overlapping = [vec![2], active(0, b"abc"), active(1, b"d")].concat();
        assert!(join(&module(&overlapping)).is_none());
        assert!(join(&module(&[1, 2, 0])).is_none());
        let good = module(&[vec![1], active(0, b"abc")].concat());
        (0..good.len()).for_each(|end| drop(join(&good[..end])));
    }
}
