//! The lines of an index.

/// Where a feature's bytecode lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// From the end of the index.
    pub offset: usize,
    /// Bytes there.
    pub deflated: usize,
    /// Bytes of the bytecode.
    pub length: usize,
}

/// A line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry<'a> {
    /// What `require` takes and loads.
    Feature(&'a str, Place),
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
        let mut fields = line.split('\t');
        let (kind, name) = (fields.next()?, fields.next()?);
        Some(match kind {
            "f" => {
                let mut number = || fields.next()?.parse().ok();
                let place = Place {
                    offset: number()?,
                    deflated: number()?,
                    length: number()?,
                };
                Self::Feature(name, place)
            }
            "b" => Self::BuiltIn(name),
            "c" => Self::Constant(name, fields.next()?),
            "h" => Self::Absent(name, fields.next()?),
            _ => return None,
        })
    }

    /// Appends the line.
    pub(crate) fn write(&self, index: &mut String) {
        let line = match self {
            Self::Feature(name, place) => {
                let Place {
                    offset,
                    deflated,
                    length,
                } = place;
                format!("f\t{name}\t{offset}\t{deflated}\t{length}\n")
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
