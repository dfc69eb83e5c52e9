//! A guest that is ready to be instantiated.

use std::sync::Arc;

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
}

impl GuestModule {
    pub(crate) fn new(linked: Linked) -> Self {
        Self {
            linked: Arc::new(linked),
            preloads: Preloads::default(),
            programs: Programs::default(),
        }
    }

    /// What all sandboxes with the tables of `input` share; `None` if there is nothing to keep for them.
    pub(crate) fn preload(&self, input: Input) -> Option<Arc<Preload>> {
        let shared = !input.is_plain() && self.linked.exports.prepares();
        shared.then(|| self.preloads.of(input))
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
