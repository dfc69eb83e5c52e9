//! How a guest gets its services, its snippets and its program.

use std::sync::Arc;

use super::{frames::Frames, image::Image};
use crate::{pieces::Pieces, tier::heat::Heat};

/// How a guest gets its services, its snippets and its program.
pub struct Preparation {
    pub tables: Tables,
    pub program: Program,
}

/// Its services and snippets.
pub enum Tables {
    /// Its call reads them, or the compilation of its program.
    Call,
    /// They are replayed, what comes next has frames of its own, and what the replay left is kept if `keep`.
    Replay { own: Frames, keep: bool },
    /// An image of what they left is written onto it.
    Restore(Arc<Image>),
}

/// Its program.
pub enum Program {
    /// Its call compiles it.
    Call,
    /// It is compiled first, and with `keep` what that left is kept, those pieces read.
    Compile { keep: Option<Pieces> },
    /// An image of what compiling it left is written onto it; it may be translated.
    Restore(Arc<Image>, Arc<Heat>),
}
