//! What the characters of a scalar allow.

/// How a scalar may be written.
#[derive(Clone, Copy)]
pub struct Shape {
    pub multiline: bool,
    pub plain_in_flow: bool,
    pub plain_in_block: bool,
    pub single_quoted: bool,
    pub block: bool,
}

/// Which characters stand where.
#[derive(Default)]
struct Found {
    flow_indicator: bool,
    block_indicator: bool,
    line_break: bool,
    special: bool,
    /// Of a blank or a line break, at the beginning or the end.
    edge: bool,
    last_space: bool,
    break_space: bool,
    space_break: bool,
}

impl Shape {
    pub fn of(text: &str) -> Self {
        if text.is_empty() {
            return Self {
                multiline: false,
                plain_in_flow: false,
                plain_in_block: true,
                single_quoted: true,
                block: false,
            };
        }
        let found = look(text);
        let torn = found.space_break || found.special;
        let plain = !(found.edge || found.break_space || torn || found.line_break);
        Self {
            multiline: found.line_break,
            plain_in_flow: plain && !found.flow_indicator,
            plain_in_block: plain && !found.block_indicator,
            single_quoted: !(found.break_space || torn),
            block: !(found.last_space || torn),
        }
    }
}

fn look(text: &str) -> Found {
    let document = text.starts_with("---") || text.starts_with("...");
    let mut found = Found {
        flow_indicator: document,
        block_indicator: document,
        ..Found::default()
    };
    let mut previous = None;
    let mut rest = text.chars();
    while let Some(character) = rest.next() {
        let next = rest.clone().next();
        let (flow, block) = match previous {
            None => indicates_first(character, next),
            Some(previous) => indicates(character, previous, next),
        };
        found.flow_indicator |= flow;
        found.block_indicator |= block;
        found.special |= !is_printable(character);
        let edge = previous.is_none() || next.is_none();
        if character == ' ' {
            found.edge |= edge;
            found.last_space |= next.is_none();
            found.break_space |= previous.is_some_and(is_break);
        } else if is_break(character) {
            found.line_break = true;
            found.edge |= edge;
            found.space_break |= previous == Some(' ');
        }
        previous = Some(character);
    }
    found
}

/// Whether a scalar that begins so would be taken for something else in flow collections, and elsewhere.
fn indicates_first(character: char, next: Option<char>) -> (bool, bool) {
    match character {
        '#' | ',' | '[' | ']' | '{' | '}' | '&' | '*' | '!' | '|' | '>' | '\'' | '"' | '%'
        | '@' | '`' => (true, true),
        '?' | ':' => (true, is_blank_or_end(next)),
        '-' => (is_blank_or_end(next), is_blank_or_end(next)),
        _ => (false, false),
    }
}

fn indicates(character: char, previous: char, next: Option<char>) -> (bool, bool) {
    match character {
        ',' | '?' | '[' | ']' | '{' | '}' => (true, false),
        ':' => (true, is_blank_or_end(next)),
        '#' => (
            is_blank_or_end(Some(previous)),
            is_blank_or_end(Some(previous)),
        ),
        _ => (false, false),
    }
}

pub fn is_break(character: char) -> bool {
    matches!(character, '\r' | '\n' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

pub fn is_blank_or_end(character: Option<char>) -> bool {
    character.is_none_or(|character| matches!(character, ' ' | '\t') || is_break(character))
}

/// libyaml escapes what is beyond the basic plane.
pub fn is_printable(character: char) -> bool {
    matches!(character, '\n' | ' '..='~' | '\u{a0}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}')
        && character != '\u{feff}'
}

/// What stands behind the backslash for a character that has a name.
pub fn escape_name(character: char) -> Option<char> {
    Some(match character {
        '\0' => '0',
        '\x07' => 'a',
        '\x08' => 'b',
        '\t' => 't',
        '\n' => 'n',
        '\x0b' => 'v',
        '\x0c' => 'f',
        '\r' => 'r',
        '\x1b' => 'e',
        '"' => '"',
        '\\' => '\\',
        '\u{85}' => 'N',
        '\u{a0}' => '_',
        '\u{2028}' => 'L',
        '\u{2029}' => 'P',
        _ => return None,
    })
}
