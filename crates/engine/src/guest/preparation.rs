//! How a guest gets its services, its snippets and its program.

use std::sync::Arc;

use super::{frames::Frames, image::Image};

/// How a guest gets its services, its snippets and its program.
pub enum Preparation {
    /// Its call reads them with its own frames.
    Call,
    /// Services and snippets are replayed, the call has frames of its own, and what the replay left is kept
    /// if `keep`.
    Replay { own: Frames, keep: bool },
    /// Images of what they left are written onto it, one after the other.
    Restore {
        preload: Option<Arc<Image>>,
        program: Option<Arc<Image>>,
    },
    /// The image of its services and snippets is written onto it, and what compiling the program left is kept.
    Compile { preload: Option<Arc<Image>> },
}
