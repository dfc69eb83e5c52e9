//! The lines of an index.

use std::fmt::{Display, Formatter, Result};

/// Where a piece of bytecode lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// From the end of the index.
    pub offset: usize,
    /// Bytes there.
    pub deflated: usize,
    /// Bytes of its columns.
    pub length: usize,
}

impl Place {
    /// The place in a line, and what follows it.
    fn read(fields: &str) -> Option<(Self, &str)> {
        let mut fields = fields.splitn(4, '\t');
        let mut number = || fields.next()?.parse().ok();
        let place = Self {
            offset: number()?,
            deflated: number()?,
            length: number()?,
        };
        Some((place, fields.next()?))
    }
}

impl Display for Place {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        let Self {
            offset,
            deflated,
            length,
        } = self;
        write!(out, "{offset}\t{deflated}\t{length}")
    }
}

/// A line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry<'a> {
    /// A piece of bytecode, and the features whose programs are in it, with a TAB between their names.
    Piece(Place, &'a str),
    /// Methods of the core that are read as one, and their group.
    Methods(Place, &'a str),
    /// What `require` takes although it is there already.
    BuiltIn(&'a str),
    /// A constant, and the feature that defines it.
    Constant(&'a str, &'a str),
    /// A feature that needs a host, and a sentence.
    Absent(&'a str, &'a str),
}

impl<'a> Entry<'a> {
    /// `None` for a line that is none.
    fn read(line: &'a str) -> Option<Self> {
        let (kind, rest) = line.split_once('\t')?;
        Some(match kind {
            "p" => {
                let (place, features) = Place::read(rest)?;
                Self::Piece(place, features)
            }
            "m" => {
                let (place, group) = Place::read(rest)?;
                Self::Methods(place, group)
            }
            "b" => Self::BuiltIn(rest),
            "c" => rest
                .split_once('\t')
                .map(|(name, feature)| Self::Constant(name, feature))?,
            "h" => rest
                .split_once('\t')
                .map(|(name, sentence)| Self::Absent(name, sentence))?,
            _ => return None,
        })
    }

    /// Appends the line.
    pub(crate) fn write(&self, index: &mut String) {
        let line = match self {
            Self::Piece(place, features) => format!("p\t{place}\t{features}\n"),
            Self::Methods(place, group) => format!("m\t{place}\t{group}\n"),
            Self::BuiltIn(name) => format!("b\t{name}\n"),
            Self::Constant(name, feature) => format!("c\t{name}\t{feature}\n"),
            Self::Absent(name, sentence) => format!("h\t{name}\t{sentence}\n"),
        };
        index.push_str(&line);
    }
}

/// The entries of an index.
pub fn entries(index: &str) -> impl Iterator<Item = Entry<'_>> {
    index.lines().filter_map(Entry::read)
}
