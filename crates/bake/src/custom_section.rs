//! Appends one custom section to a module.

pub fn append(wasm: &mut Vec<u8>, name: &str, data: &[u8]) {
    let mut body = Vec::new();
    leb128(&mut body, name.len());
    body.extend_from_slice(name.as_bytes());
    body.extend_from_slice(data);
    wasm.push(0);
    leb128(wasm, body.len());
    wasm.extend_from_slice(&body);
}

fn leb128(out: &mut Vec<u8>, mut value: usize) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
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
