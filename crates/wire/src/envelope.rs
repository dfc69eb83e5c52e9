//! What the messages say: each envelope encodes to, and decodes from, one message.

mod invocation;
mod location;
mod outcome;
mod panic;
mod preamble;
mod request;
mod response;
mod snippet;
mod yielding;

pub use invocation::Invocation;
pub use location::Location;
pub use outcome::Outcome;
pub use panic::Panic;
pub use preamble::Preamble;
pub use request::{Request, Target};
pub use response::Response;
pub use snippet::{Snippet, SnippetBody, Snippets};
pub use yielding::{YieldArguments, YieldResponse};

use crate::{Result, Value, Writer};

fn write_values(writer: &mut Writer, values: &[Value]) -> Result<()> {
    writer.array(values.len())?;
    values.iter().try_for_each(|value| value.write(writer))
}

fn write_keywords(writer: &mut Writer, keywords: &[(String, Value)]) -> Result<()> {
    writer.map(keywords.len())?;
    keywords.iter().try_for_each(|(name, value)| {
        writer.symbol(name)?;
        value.write(writer)
    })
}
