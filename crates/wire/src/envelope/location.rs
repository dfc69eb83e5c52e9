//! Where a program stands, host to guest.

use crate::shape::{text, tuple, unexpected};
use crate::{Reader, Result, Token, Writer};

/// A file name and the number of the program's first line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// Its name in backtraces and `__FILE__`.
    pub file: String,
    /// 0 if the first line does not count.
    pub line: u16,
}

impl Location {
    /// Reads a whole message.
    pub fn decode(bytes: &[u8]) -> Result<Self> {
        let mut reader = Reader::new(bytes)?;
        tuple("location", 2, &mut reader)?;
        let file = text(&mut reader)?.to_owned();
        let found = reader.next()?;
        let line = match found {
            Token::Int(line) => u16::try_from(line).ok(),
            _ => None,
        };
        let Some(line) = line else {
            return unexpected("int from 0 to 65535", found);
        };
        reader.finish()?;
        Ok(Location { file, line })
    }

    /// Writes a whole message.
    pub fn encode(&self) -> Result<Vec<u8>> {
        let mut writer = Writer::new();
        writer.array(2)?;
        writer.str(&self.file)?;
        writer.int(self.line.into())?;
        writer.finish()
    }
}
