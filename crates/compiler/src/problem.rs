//! What is wrong with a source, for people: places in characters, messages as text.

use crate::failure::Failure;
use crate::order::by_place;
use crate::warning::Warning;

/// So many problems are told, and so many bytes of the message of each.
const MAX: usize = 1_000;
const MAX_MESSAGE: usize = 1_024;

/// How much it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// The source does not compile.
    Error,
    /// It does, and may not do what was meant.
    Warning,
}

/// Something that is wrong with a source, or may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub severity: Severity,
    pub line: i32,
    /// Characters before it in its line.
    pub column: u32,
    pub message: String,
}

/// Errors as problems, in the order of their places; `first` is the number of the source's first line.
pub fn errors(failures: &[Failure], source: &[u8], first: i32) -> Vec<Problem> {
    let found = failures.iter().map(|failure| {
        let Failure {
            line,
            column,
            message,
        } = failure;
        (*line, *column, message.as_slice())
    });
    problems(Severity::Error, found.collect(), source, first)
}

/// The same of warnings.
pub fn warnings(warnings: &[Warning], source: &[u8], first: i32) -> Vec<Problem> {
    let found = warnings
        .iter()
        .map(|warning| (warning.line, warning.column, warning.message.as_slice()));
    problems(Severity::Warning, found.collect(), source, first)
}

fn problems(
    severity: Severity,
    found: Vec<(i32, u32, &[u8])>,
    source: &[u8],
    first: i32,
) -> Vec<Problem> {
    let mut found = by_place(found, |&(line, column, _)| (line, column));
    found.dedup();
    let mut columns = Columns::new(source, first);
    let problem = |(line, column, message)| Problem {
        severity,
        line,
        column: columns.of(line, column),
        message: text(message),
    };
    found.into_iter().take(MAX).map(problem).collect()
}

fn text(message: &[u8]) -> String {
    let mut text = String::from_utf8_lossy(&message[..message.len().min(MAX_MESSAGE)]).into_owned();
    if message.len() > MAX_MESSAGE {
        text.push('…');
    }
    text
}

/// Columns in bytes as columns in characters, of places that come in their order: the source is read once.
pub struct Columns<'a> {
    rest: &'a [u8],
    line: i32,
    /// Bytes and characters of the line before the rest.
    bytes: u32,
    characters: u32,
}

impl<'a> Columns<'a> {
    pub fn new(source: &'a [u8], first: i32) -> Self {
        Self {
            rest: source,
            line: first,
            bytes: 0,
            characters: 0,
        }
    }

    pub fn of(&mut self, line: i32, column: u32) -> u32 {
        while self.line < line {
            let end = self.rest.iter().position(|&byte| byte == b'\n');
            let Some(end) = end else { return column };
            self.rest = &self.rest[end + 1..];
            self.line += 1;
            (self.bytes, self.characters) = (0, 0);
        }
        let more = (column.saturating_sub(self.bytes) as usize).min(self.rest.len());
        let (before, rest) = self.rest.split_at(more);
        let characters = before.iter().filter(|&&byte| byte & 0xc0 != 0x80).count();
        self.rest = rest;
        self.bytes += more as u32;
        self.characters += characters as u32;
        self.characters
    }
}
