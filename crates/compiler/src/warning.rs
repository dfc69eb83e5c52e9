//! What the parser warns of in a source that compiles.

use ruby_prism::ParseResult;

use crate::compiler::Lines;

/// What `$VERBOSE` says: of nil nothing is told, of false what most want to know, of true all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Verbosity {
    #[default]
    Silent,
    Usual,
    Verbose,
}

/// One warning, and the line that it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    pub line: i32,
    /// In bytes from the beginning of the line.
    pub column: u32,
    pub message: Vec<u8>,
}

/// Ends and beginnings of what the parser tells without being verbose; it keeps the level to itself.
const USUAL_ENDS: [&[u8]; 6] = [
    b"string literal in condition",
    b"regex literal in condition",
    b"string literal in flip-flop",
    b"regex literal in flip-flop",
    b"is too big for a number variable, always nil",
    b"treated as a mere space",
];
const USUAL_BEGINNINGS: [&[u8]; 7] = [
    b"key ",
    b"... at EOL",
    b"found '= literal' in conditional",
    b"END in method",
    b"integer literal in flip-flop",
    b"invalid character syntax",
    b"shebang line ending with",
];

/// `value` is where the last statement begins and ends, if its value is asked for; the parser does not know of that.
pub fn warnings(
    parsed: &ParseResult<'_>,
    lines: &Lines<'_>,
    verbosity: Verbosity,
    value: Option<(u32, u32)>,
) -> Vec<Warning> {
    if verbosity == Verbosity::Silent {
        return Vec::new();
    }
    parsed
        .warnings()
        .filter(|warning| verbosity == Verbosity::Verbose || is_usual(warning.message()))
        .filter(|warning| {
            let (at, message) = (warning.location(), warning.message());
            !message.ends_with(b"in void context") || value != Some((at.start(), at.end()))
        })
        .map(|warning| {
            let (line, column) = lines.place(warning.location().start());
            Warning {
                line,
                column,
                message: warning.message().to_vec(),
            }
        })
        .collect()
}

fn is_usual(message: &[u8]) -> bool {
    USUAL_BEGINNINGS
        .iter()
        .any(|beginning| message.starts_with(beginning))
        || USUAL_ENDS.iter().any(|end| message.ends_with(end))
}
