//! How deep parameters that are taken apart nest: the parser follows them without a limit of its own.

/// So many levels the parser's stack has room for.
const LEVELS: usize = 1_500;

/// Where parentheses of nothing but names, commas and stars nest deeper than the parser may follow.
pub fn too_deep(source: &[u8]) -> Option<usize> {
    let opened = || source.iter().filter(|&&byte| byte == b'(').count();
    if source.len() <= LEVELS || opened() <= LEVELS {
        return None;
    }
    let mut level = 0;
    let mut comment = false;
    for (at, &byte) in source.iter().enumerate() {
        match byte {
            b'\n' => comment = false,
            _ if comment => {}
            b'(' if level == LEVELS => return Some(at),
            b'(' => level += 1,
            b')' => level = level.saturating_sub(1),
            b'#' => comment = true,
            b'_' | b',' | b'*' | b' ' | b'\t' | b'\r' | b'\\' | 0x0b | 0x0c | 0x80.. => {}
            _ if byte.is_ascii_alphanumeric() => {}
            _ => level = 0,
        }
    }
    None
}
