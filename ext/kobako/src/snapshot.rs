//! `Kobako::Snapshot`: what one invocation left.

use std::sync::Arc;

use magnus::{Class, DataTypeFunctions, Error, Module, RModule, RString, Ruby, TypedData, method};

use crate::shelf::Inert;

/// Bytes of captures that are worth a look at whether garbage should be collected.
const NOTABLE: usize = 4096;

/// The Ruby object around a snapshot.
#[derive(Clone, Debug, TypedData)]
#[magnus(class = "Kobako::Snapshot", free_immediately, size, frozen_shareable)]
pub struct Snapshot(Arc<kobako_engine::Snapshot>);

impl Inert for Snapshot {}

impl DataTypeFunctions for Snapshot {
    fn size(&self) -> usize {
        size_of::<kobako_engine::Snapshot>() + self.0.captured()
    }
}

impl Snapshot {
    /// Of what an invocation left.
    pub fn new(ruby: &Ruby, left: kobako_engine::Snapshot) -> Self {
        if left.captured() > NOTABLE {
            // The collector looks at what the engine keeps when Ruby itself allocates.
            let _ = ruby.str_with_capacity(NOTABLE);
        }
        Self(Arc::new(left))
    }

    fn stdout(ruby: &Ruby, rb_self: &Self) -> RString {
        ruby.str_from_slice(&rb_self.0.stdout)
    }

    fn stderr(ruby: &Ruby, rb_self: &Self) -> RString {
        ruby.str_from_slice(&rb_self.0.stderr)
    }

    fn stdout_truncated(&self) -> bool {
        self.0.stdout_truncated
    }

    fn stderr_truncated(&self) -> bool {
        self.0.stderr_truncated
    }

    fn wall_time(&self) -> f64 {
        self.0.wall_time.as_secs_f64()
    }

    fn memory_peak(&self) -> usize {
        self.0.memory_peak
    }
}

/// Defines `Kobako::Snapshot`.
pub fn init(ruby: &Ruby, kobako: RModule) -> Result<(), Error> {
    let class = kobako.define_class("Snapshot", ruby.class_object())?;
    class.undef_default_alloc_func();
    // Looked up now: at the first use it could let another thread in that waits for the same look-up.
    Snapshot::class(ruby);
    class.define_method("stdout", method!(Snapshot::stdout, 0))?;
    class.define_method("stderr", method!(Snapshot::stderr, 0))?;
    class.define_method("stdout_truncated?", method!(Snapshot::stdout_truncated, 0))?;
    class.define_method("stderr_truncated?", method!(Snapshot::stderr_truncated, 0))?;
    class.define_method("wall_time", method!(Snapshot::wall_time, 0))?;
    class.define_method("memory_peak", method!(Snapshot::memory_peak, 0))
}
