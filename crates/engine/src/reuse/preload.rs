//! The services and snippets of sandboxes, and the guest memory that their replay leaves.
//!
//! A replay that nothing outside of the guest could notice happens twice at most: the second one is kept
//! as an image, for all sandboxes with the same services and snippets. A sandbox that is used once pays
//! nothing for that.

use std::sync::{Arc, Mutex, MutexGuard};

use crate::{
    accounting::account,
    guest::{image::Image, input::Input},
};

/// Preloads that a module remembers for sandboxes to come.
const MAX_REMEMBERED: usize = 64;
/// Bytes of tables and images that it remembers.
const MAX_REMEMBERED_BYTES: usize = 8 << 20;

/// Encoded tables of services and of snippets, and what their replay left.
#[derive(Debug)]
pub struct Preload {
    preamble: Vec<u8>,
    snippets: Vec<u8>,
    state: Mutex<State>,
}

#[derive(Debug)]
enum State {
    Fresh,
    /// Replayed once; the next replay is kept.
    Replayed,
    /// What the replay does cannot be kept.
    Replaying,
    Kept(Arc<Image>),
}

impl Preload {
    fn new(input: Input) -> Self {
        Self {
            preamble: input.preamble.to_vec(),
            snippets: input.snippets.to_vec(),
            state: Mutex::new(State::Fresh),
        }
    }

    /// Whether these are the tables of `input`.
    fn is_of(&self, input: Input) -> bool {
        self.preamble == input.preamble && self.snippets == input.snippets
    }

    /// What to write onto a fresh instance, if that is kept.
    pub fn image(&self) -> Option<Arc<Image>> {
        match &*self.state() {
            State::Kept(image) => Some(image.clone()),
            _ => None,
        }
    }

    /// Whether the replay that comes now is to be kept.
    pub fn is_to_be_kept(&self) -> bool {
        let mut state = self.state();
        let replayed = matches!(*state, State::Replayed);
        if matches!(*state, State::Fresh) {
            *state = State::Replayed;
        }
        replayed
    }

    /// Takes what a replay that was to be kept came to; `None` if it cannot be kept.
    pub fn keep(&self, image: Option<Image>) {
        let mut state = self.state();
        if !matches!(*state, State::Replayed) {
            return;
        }
        let bytes = image.as_ref().map_or(0, Image::bytes);
        *state = image.map_or(State::Replaying, |image| State::Kept(Arc::new(image)));
        drop(state);
        account(bytes.cast_signed());
    }

    /// What became of the replay, for users.
    pub fn state_name(&self) -> &'static str {
        match *self.state() {
            State::Fresh | State::Replayed => "replayed",
            State::Replaying => "replaying",
            State::Kept(_) => "kept",
        }
    }

    /// Bytes of the tables and the image.
    pub fn bytes(&self) -> usize {
        let image = match &*self.state() {
            State::Kept(image) => image.bytes(),
            _ => 0,
        };
        self.preamble.len() + self.snippets.len() + image
    }

    /// Held for a moment and with the host's lock only, so no fork finds it taken.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("no holder panics")
    }
}

impl Drop for Preload {
    fn drop(&mut self) {
        account(-self.bytes().cast_signed());
    }
}

/// The preloads of one module that were used last.
#[derive(Default)]
pub struct Preloads(Mutex<Vec<Arc<Preload>>>);

impl Preloads {
    /// The one of `input`, for all sandboxes that have its tables.
    pub fn of(&self, input: Input) -> Arc<Preload> {
        let mut recent = self.0.lock().expect("no holder panics");
        let known = recent.iter().position(|preload| preload.is_of(input));
        let preload = match known {
            Some(index) => recent.remove(index),
            None => Arc::new(Preload::new(input)),
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
        let forgotten: Vec<_> = recent.drain(..forgotten).collect();
        // Whoever is told of memory may come back here from now on.
        drop(recent);
        drop(forgotten);
        if known.is_none() {
            account(preload.bytes().cast_signed());
        }
        preload
    }
}
