//! Errors as the text of a SyntaxError: a line for each, and the place of the first.

use crate::failure::Failure;

/// Bytes that are shown of a line, before and after the caret.
const BEFORE: usize = 60;
const AFTER: usize = 40;
/// So many errors are told.
const SHOWN: usize = 10;

/// `file:line: message` for each error; `first` is the number of the source's first line.
pub fn report(failures: &[Failure], source: &[u8], file: &str, first: i32) -> Vec<u8> {
    let mut text = Vec::new();
    for (index, failure) in failures.iter().take(SHOWN).enumerate() {
        if index > 0 {
            text.push(b'\n');
        }
        text.extend(format!("{file}:{}: ", failure.line).into_bytes());
        text.extend(&failure.message);
        if index == 0 {
            excerpt(&mut text, failure, source, first);
        }
    }
    text
}

fn excerpt(text: &mut Vec<u8>, failure: &Failure, source: &[u8], first: i32) {
    let mut lines = source.split(|&byte| byte == b'\n');
    let Some(line) = usize::try_from(failure.line - first)
        .ok()
        .and_then(|index| lines.nth(index))
    else {
        return;
    };
    let at = (failure.column as usize).min(line.len());
    let mut from = at.saturating_sub(BEFORE);
    let mut to = (at + AFTER).min(line.len());
    while from > 0 && inside_character(line[from]) {
        from -= 1;
    }
    while to < line.len() && inside_character(line[to]) {
        to += 1;
    }
    let number = failure.line.to_string();
    text.extend(format!("\n  {number} | ").into_bytes());
    text.extend(&line[from..to]);
    text.extend(format!("\n  {} | ", " ".repeat(number.len())).into_bytes());
    let before = line[from..at]
        .iter()
        .filter(|&&byte| !inside_character(byte));
    text.extend(before.map(|&byte| if byte == b'\t' { b'\t' } else { b' ' }));
    text.push(b'^');
}

fn inside_character(byte: u8) -> bool {
    byte & 0xc0 == 0x80
}
