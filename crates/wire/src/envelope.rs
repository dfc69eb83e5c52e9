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
pub use preamble::{Member, Preamble};
pub use request::{Request, Target};
pub use response::Response;
pub use snippet::{Snippet, SnippetBody, Snippets};
pub use yielding::{BlockRequest, YieldResponse};
