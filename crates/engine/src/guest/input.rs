//! What an invocation is made of, as its guest reads it.

use kobako_wire::envelope::Preamble;

use super::frames::Frames;

/// An encoded table without entries.
pub const EMPTY_TABLE: &[u8] = Preamble::EMPTY;

/// The frames of one invocation.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    /// The services: `kobako_wire::envelope::Preamble`.
    pub preamble: &'a [u8],
    /// Code that runs first: `kobako_wire::envelope::Snippet`s.
    pub snippets: &'a [u8],
    /// Of a program.
    pub source: Option<&'a [u8]>,
    /// Of that program, if it is not at the start of "(eval)".
    pub location: Option<&'a [u8]>,
}

impl Input<'_> {
    /// Whether there is anything to prepare.
    pub fn is_plain(&self) -> bool {
        self.preamble == EMPTY_TABLE && self.snippets == EMPTY_TABLE
    }

    /// All of them.
    pub fn whole(&self) -> Frames {
        match (self.source, self.location) {
            (Some(source), Some(location)) => {
                Frames::new(&[self.preamble, source, self.snippets, location])
            }
            (Some(source), None) => Frames::new(&[self.preamble, source, self.snippets]),
            (None, _) => Frames::new(&[self.preamble, self.snippets]),
        }
    }

    /// Those that are not the same for all invocations of a sandbox.
    pub fn own(&self) -> Frames {
        match (self.source, self.location) {
            (Some(source), Some(location)) => Frames::new(&[source, location]),
            (source, _) => Frames::new(source.as_slice()),
        }
    }
}
