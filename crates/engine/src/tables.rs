//! What every invocation of one sandbox has: its services and snippets.

use std::sync::Arc;

use crate::{
    guest::input::{EMPTY_TABLE, Input},
    module::GuestModule,
    reuse::preload::Preload,
};

/// The encoded tables of one sandbox, and what is kept of their replay for all sandboxes that have the same.
pub struct Tables {
    preamble: Vec<u8>,
    snippets: Vec<u8>,
    preload: Option<Arc<Preload>>,
}

impl Default for Tables {
    /// No services, and no snippets.
    fn default() -> Self {
        Self {
            preamble: EMPTY_TABLE.to_vec(),
            snippets: EMPTY_TABLE.to_vec(),
            preload: None,
        }
    }
}

impl Tables {
    /// Services as a `kobako_wire::envelope::Preamble`, and code that runs first as `Snippets`.
    pub fn new(module: &GuestModule, preamble: Vec<u8>, snippets: Vec<u8>) -> Self {
        let mut tables = Self {
            preamble,
            snippets,
            preload: None,
        };
        tables.preload = module.preload(tables.input(None, None));
        tables
    }

    /// What an invocation of a program reads, which stands at `location` unless that is the start of "(eval)".
    pub(crate) fn input<'a>(
        &'a self,
        source: Option<&'a [u8]>,
        location: Option<&'a [u8]>,
    ) -> Input<'a> {
        Input {
            preamble: &self.preamble,
            snippets: &self.snippets,
            source,
            location,
        }
    }

    pub(crate) fn preload(&self) -> Option<&Arc<Preload>> {
        self.preload.as_ref()
    }

    /// What became of their replay; `None` if there is nothing to keep.
    pub fn state_name(&self) -> Option<&'static str> {
        self.preload().map(|preload| preload.state_name())
    }

    /// Bytes of what is kept for them.
    pub fn kept_bytes(&self) -> usize {
        self.preload().map_or(0, |preload| preload.bytes())
    }
}
