//! Puts a pack into a module as its first segment of data, which no memory has until the guest asks for a piece of it
//! (`memory.init 0`, in `guest/gems/library/src/pack.c`).

use crate::leb128;
use crate::module::{self, CODE, DATA, DATA_COUNT};

const PASSIVE: u8 = 1;

/// `None` for a module without data, or whose code names segments already: their numbers would change.
pub fn insert(wasm: &[u8], pack: &[u8]) -> Option<Vec<u8>> {
    let sections = module::sections(wasm)?;
    let named = sections.iter().any(|(id, _)| *id == DATA_COUNT);
    let mut data = sections.iter().find(|(id, _)| *id == DATA)?.1;
    let count = leb128::take(&mut data)? + 1;
    let mut counted = Vec::new();
    leb128::push(&mut counted, count);
    let mut body = counted.clone();
    body.push(PASSIVE);
    leb128::push(&mut body, u32::try_from(pack.len()).ok()?);
    body.extend_from_slice(pack);
    body.extend_from_slice(data);

    let mut inserted = module::HEADER.to_vec();
    for (id, other) in &sections {
        if *id == CODE {
            module::push(&mut inserted, DATA_COUNT, &counted)?;
        }
        let content = if *id == DATA { &body } else { *other };
        module::push(&mut inserted, *id, content)?;
    }
    (!named).then_some(inserted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wasm(sections: &[(u8, &[u8])]) -> Vec<u8> {
        let mut wasm = module::HEADER.to_vec();
        for (id, body) in sections {
            module::push(&mut wasm, *id, body).unwrap();
        }
        wasm
    }

    #[test]
    fn the_pack_is_the_first_segment_and_is_counted_before_the_code() {
        let active = [1, 0, 0x41, 5, 0x0b, 1, b'a'];
        let inserted = insert(
            &wasm(&[(1, b"types"), (CODE, b"code"), (DATA, &active)]),
            b"pack",
        );
        let data = [2, 1, 4, b'p', b'a', b'c', b'k', 0, 0x41, 5, 0x0b, 1, b'a'];
        let expected = [
            (1, &b"types"[..]),
            (DATA_COUNT, &[2]),
            (CODE, b"code"),
            (DATA, &data),
        ];
        assert_eq!(inserted.unwrap(), wasm(&expected));
    }

    #[test]
    fn a_module_that_names_its_segments_is_left_alone() {
        let counted = [(DATA_COUNT, &[0][..]), (CODE, b""), (DATA, &[0])];
        assert_eq!(insert(&wasm(&counted), b"pack"), None);
        assert_eq!(insert(&wasm(&[(CODE, b"")]), b"pack"), None);
        assert_eq!(insert(b"\0asm", b"pack"), None);
    }
}
