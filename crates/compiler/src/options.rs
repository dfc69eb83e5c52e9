//! What the compilation of nodes asks of the program.

/// A scope around the text of an `eval`.
#[derive(Clone, Debug, Default)]
pub struct Outer {
    /// The names of its locals by their registers, from 1 on; None for those without a name.
    pub locals: Vec<Option<Vec<u8>>>,
    /// Of a method: the register of the block that it was given.
    pub block: Option<u16>,
}

/// Says what is wrong with a regular expression, given its source and options.
pub type CheckRegexp = dyn Fn(&[u8], &[u8]) -> Option<Vec<u8>>;

/// What the compilation of nodes asks of the program.
pub struct Options<'a> {
    pub file: &'a str,
    /// `for` is a loop by `ITEM` or `PAIR`.
    pub core: bool,
    pub check_regexp: Option<&'a CheckRegexp>,
    /// What follows `__END__`.
    pub data: Option<&'a [u8]>,
    pub encoding: Encoding,
}

/// What the text says that it is written in: `# encoding: binary`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    UsAscii,
    Binary,
}

impl Encoding {
    /// The method that makes a String of UTF-8 one of this encoding.
    pub fn conversion(self) -> Option<&'static [u8]> {
        match self {
            Self::Utf8 => None,
            Self::UsAscii => Some(b"__us_ascii"),
            Self::Binary => Some(b"b"),
        }
    }

    /// Its constant in the class Encoding.
    pub fn constant(self) -> &'static [u8] {
        match self {
            Self::Utf8 => b"UTF_8",
            Self::UsAscii => b"US_ASCII",
            Self::Binary => b"BINARY",
        }
    }
}
