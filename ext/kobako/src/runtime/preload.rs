//! The services and snippets of sandboxes, and the guest memory that their replay leaves.
//!
//! A replay that nothing outside of the guest could notice happens twice at most: the second one is kept
//! as an image, for all sandboxes with the same services and snippets. A sandbox that is used once pays
//! nothing for that.

use std::sync::{
    Arc, Mutex, MutexGuard,
    atomic::{AtomicBool, Ordering},
};

use magnus::Ruby;

use super::{capture::Frames, image::Image};

/// Preloads that a module remembers for sandboxes to come.
const MAX_REMEMBERED: usize = 64;
/// Bytes of tables and images that it remembers.
const MAX_REMEMBERED_BYTES: usize = 8 << 20;
/// An encoded table without entries.
const EMPTY_TABLE: &[u8] = b"\x90";

/// Whether images are kept and used; specs compare both ways.
pub static RESTORING: AtomicBool = AtomicBool::new(true);

/// What the guest reads from stdin first, and how it gets its services and snippets.
pub struct Start {
    pub frames: Frames,
    pub preparation: Preparation,
}

/// How a guest gets its services and snippets.
pub enum Preparation {
    /// Its call reads them with its own frames.
    Call,
    /// They are replayed, the call has frames of its own, and what the replay left is kept if `keep`.
    Replay { own: Frames, keep: bool },
    /// An image of what they left is written onto it.
    Restore(Arc<Image>),
}

/// The frames of one invocation.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    pub preamble: &'a [u8],
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

    /// A start whose call does it all.
    pub fn whole(&self) -> Start {
        let frames = match (self.source, self.location) {
            (Some(source), Some(location)) => {
                Frames::new(&[self.preamble, source, self.snippets, location])
            }
            (Some(source), None) => Frames::new(&[self.preamble, source, self.snippets]),
            (None, _) => Frames::new(&[self.preamble, self.snippets]),
        };
        Start {
            frames,
            preparation: Preparation::Call,
        }
    }

    fn own(&self) -> Frames {
        match (self.source, self.location) {
            (Some(source), Some(location)) => Frames::new(&[source, location]),
            (source, _) => Frames::new(source.as_slice()),
        }
    }
}

/// Encoded tables of services and of snippets, and what their replay left.
#[derive(Debug)]
pub struct Preload {
    preamble: Vec<u8>,
    snippets: Vec<u8>,
    state: Mutex<State>,
}

#[derive(Debug)]
pub enum State {
    Fresh,
    /// Replayed once; the next replay is kept.
    Replayed,
    /// What the replay does cannot be kept.
    Replaying,
    Kept(Arc<Image>),
}

impl Preload {
    fn new(ruby: &Ruby, preamble: &[u8], snippets: &[u8]) -> Self {
        let preload = Self {
            preamble: preamble.to_vec(),
            snippets: snippets.to_vec(),
            state: Mutex::new(State::Fresh),
        };
        ruby.gc_adjust_memory_usage(preload.bytes().cast_signed());
        preload
    }

    /// Whether these are the tables of `input`.
    pub fn is_of(&self, input: Input) -> bool {
        self.preamble == input.preamble && self.snippets == input.snippets
    }

    /// How the next invocation starts. An image that outgrows `memory_limit` is not used: the replay is
    /// stopped where the limit is.
    pub fn start(&self, input: Input, memory_limit: Option<usize>) -> Start {
        let restoring = RESTORING.load(Ordering::Relaxed);
        let mut state = self.state();
        let keep = match &*state {
            State::Kept(image)
                if restoring && memory_limit.is_none_or(|limit| image.growth() <= limit) =>
            {
                return Start {
                    frames: input.own(),
                    preparation: Preparation::Restore(image.clone()),
                };
            }
            State::Fresh => {
                *state = State::Replayed;
                false
            }
            State::Replayed => restoring,
            State::Kept(_) | State::Replaying => false,
        };
        Start {
            frames: Frames::new(&[input.preamble, input.snippets]),
            preparation: Preparation::Replay {
                own: input.own(),
                keep,
            },
        }
    }

    /// Takes what a replay that was to be kept came to; `None` if it cannot be kept.
    pub fn keep(&self, ruby: &Ruby, image: Option<Image>) {
        let mut state = self.state();
        if !matches!(*state, State::Replayed) {
            return;
        }
        *state = match image {
            Some(image) => {
                ruby.gc_adjust_memory_usage(image.bytes().cast_signed());
                State::Kept(Arc::new(image))
            }
            None => State::Replaying,
        };
    }

    /// Bytes of the tables and the image.
    pub fn bytes(&self) -> usize {
        let image = match &*self.state() {
            State::Kept(image) => image.bytes(),
            _ => 0,
        };
        self.preamble.len() + self.snippets.len() + image
    }

    /// Held for a moment and with the GVL only, so no fork finds it taken.
    pub fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("no holder panics")
    }
}

impl Drop for Preload {
    fn drop(&mut self) {
        if let Ok(ruby) = Ruby::get() {
            ruby.gc_adjust_memory_usage(-self.bytes().cast_signed());
        }
    }
}

/// The preloads of one module that were used last.
#[derive(Default)]
pub struct Preloads(Mutex<Vec<Arc<Preload>>>);

impl Preloads {
    /// The one of `input`, for all sandboxes that have its tables.
    pub fn of(&self, ruby: &Ruby, input: Input) -> Arc<Preload> {
        let mut recent = self.0.lock().expect("no holder panics");
        let preload = match recent.iter().position(|preload| preload.is_of(input)) {
            Some(index) => recent.remove(index),
            None => Arc::new(Preload::new(ruby, input.preamble, input.snippets)),
        };
        recent.push(preload.clone());
        let mut bytes = 0;
        let kept = recent
            .iter()
            .rev()
            .take(MAX_REMEMBERED)
            .take_while(|preload| {
                bytes += preload.bytes();
                bytes <= MAX_REMEMBERED_BYTES
            });
        let forgotten = recent.len() - kept.count();
        recent.drain(..forgotten);
        preload
    }
}
