//! A guest that is ready to be instantiated.

use std::sync::{Arc, Mutex};

use crate::{
    guest::{input::Input, linked::Linked},
    reuse::{
        preload::{Preload, Preloads},
        programs::Programs,
    },
};

/// A guest that is ready to be instantiated, and what is kept for all sandboxes of its file.
pub struct GuestModule {
    pub(crate) linked: Arc<Linked>,
    pub(crate) preloads: Preloads,
    pub(crate) programs: Programs,
    warning: Mutex<Option<String>>,
}

impl GuestModule {
    pub(crate) fn new(linked: Linked, warning: Option<String>) -> Self {
        Self {
            linked: Arc::new(linked),
            preloads: Preloads::default(),
            programs: Programs::default(),
            warning: Mutex::new(warning),
        }
    }

    /// What all sandboxes with the tables of `input` share; `None` if there is nothing to keep for them.
    pub(crate) fn preload(&self, input: Input) -> Option<Arc<Preload>> {
        let shared = !input.is_plain() && self.linked.exports.prepares();
        shared.then(|| self.preloads.of(input))
    }

    /// What whoever loaded it should be told; once.
    pub fn take_warning(&self) -> Option<String> {
        self.warning.lock().expect("no holder panics").take()
    }

    /// How many programs are kept compiled.
    pub fn programs(&self) -> usize {
        self.programs.count()
    }

    /// Bytes of the images that are kept of programs.
    pub fn program_bytes(&self) -> usize {
        self.programs.bytes()
    }
}
