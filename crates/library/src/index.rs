//! The lines of an index.

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

/// A line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry<'a> {
    /// A piece of bytecode, and the features whose programs are in it, with a TAB between their names.
    Piece(Place, &'a str),
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
                let mut fields = rest.splitn(4, '\t');
                let mut number = || fields.next()?.parse().ok();
                let place = Place {
                    offset: number()?,
                    deflated: number()?,
                    length: number()?,
                };
                Self::Piece(place, fields.next()?)
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
            Self::Piece(place, features) => {
                let Place {
                    offset,
                    deflated,
                    length,
                } = place;
                format!("p\t{offset}\t{deflated}\t{length}\t{features}\n")
            }
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
