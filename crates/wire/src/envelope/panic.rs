//! The exception that ended an invocation.

use crate::shape::{many, record, required, text, unexpected};
use crate::{Reader, Result, Token, Value, Writer};

/// An exception that nothing in the guest rescued.
#[derive(Debug, Clone, PartialEq)]
pub struct Panic {
    /// Whose fault it is: "sandbox" or "service".
    pub origin: String,
    /// The exception's class in the guest.
    pub class: String,
    /// Its message.
    pub message: String,
    /// Its backtrace, innermost first; empty when absent.
    pub backtrace: Vec<String>,
    /// More about it; nil in a message when absent.
    pub details: Option<Value>,
}

impl Panic {
    /// The origin of an exception of the guest.
    pub const SANDBOX: &str = "sandbox";
    /// The origin of one that a service led to.
    pub const SERVICE: &str = "service";

    /// Reads a panic; unknown keys are ignored.
    pub fn read(reader: &mut Reader<'_>) -> Result<Self> {
        const WHAT: &str = "panic";
        const KEYS: [&str; 5] = ["origin", "class", "message", "backtrace", "details"];
        let (mut origin, mut class, mut message) = (None, None, None);
        let (mut backtrace, mut details) = (Vec::new(), None);
        record(WHAT, reader, &KEYS, |key, reader| {
            match key {
                "origin" => origin = Some(text(reader)?.to_owned()),
                "class" => class = Some(text(reader)?.to_owned()),
                "message" => message = Some(text(reader)?.to_owned()),
                "backtrace" => backtrace = lines(reader)?,
                _ => details = Some(Value::read(reader)?).filter(|details| *details != Value::Nil),
            }
            Ok(())
        })?;
        Ok(Panic {
            origin: required(WHAT, "origin", origin)?,
            class: required(WHAT, "class", class)?,
            message: required(WHAT, "message", message)?,
            backtrace,
            details,
        })
    }

    /// Writes a panic.
    pub fn write(&self, writer: &mut Writer) -> Result<()> {
        writer.map(5)?;
        writer.str("origin")?;
        writer.str(&self.origin)?;
        writer.str("class")?;
        writer.str(&self.class)?;
        writer.str("message")?;
        writer.str(&self.message)?;
        writer.str("backtrace")?;
        writer.array(self.backtrace.len())?;
        self.backtrace
            .iter()
            .try_for_each(|line| writer.str(line))?;
        writer.str("details")?;
        match &self.details {
            Some(details) => details.write(writer),
            None => writer.nil(),
        }
    }
}

fn lines(reader: &mut Reader<'_>) -> Result<Vec<String>> {
    match reader.next()? {
        Token::Nil => Ok(Vec::new()),
        Token::Array(length) => many(reader, length, 1, |reader| text(reader).map(str::to_owned)),
        found => unexpected("array or nil as backtrace", found),
    }
}
