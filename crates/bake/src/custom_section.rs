//! Appends one custom section to a module.

use crate::leb128;

pub fn append(wasm: &mut Vec<u8>, name: &str, data: &[u8]) {
    let mut body = Vec::new();
    leb128::push(&mut body, length(name.as_bytes()));
    body.extend_from_slice(name.as_bytes());
    body.extend_from_slice(data);
    wasm.push(0);
    leb128::push(wasm, length(&body));
    wasm.extend_from_slice(&body);
}

fn length(bytes: &[u8]) -> u32 {
    u32::try_from(bytes.len()).expect("a section of less than 4 GiB")
}

#[cfg(test)]
mod tests {
    use super::append;

    #[test]
    fn appends_a_section_with_its_name_and_data() {
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        append(&mut wasm, "ab", &[7; 200]);
        assert_eq!(wasm[8..14], [0, 0xcb, 0x01, 2, b'a', b'b']);
        assert_eq!(wasm[14..], [7; 200]);
    }
}
