//! `Kobako::Snapshot`: what one invocation left.

use std::sync::Arc;

use magnus::{
    Class, DataTypeFunctions, Error, Module, RModule, RString, Ruby, TypedData, Value, method,
    prelude::*, scan_args::scan_args,
};

use crate::{codec, deadline::Deadline, shelf::Inert};

/// Bytes of captures that are worth a look at whether garbage should be collected.
const NOTABLE: usize = 4096;

/// The Ruby object around a snapshot.
#[derive(Clone, Debug, TypedData)]
#[magnus(class = "Kobako::Snapshot", free_immediately, size, frozen_shareable)]
pub struct Snapshot(Arc<(kobako_engine::Snapshot, Deadline)>);

impl Inert for Snapshot {}

impl DataTypeFunctions for Snapshot {
    fn size(&self) -> usize {
        size_of::<(kobako_engine::Snapshot, Deadline)>() + self.left().bytes()
    }
}

impl Snapshot {
    /// Of the invocation that was to end at `deadline`.
    pub fn new(ruby: &Ruby, left: kobako_engine::Snapshot, deadline: Deadline) -> Self {
        if left.captured() > NOTABLE {
            // The collector looks at what the engine keeps when Ruby itself allocates.
            let _ = ruby.str_with_capacity(NOTABLE);
        }
        Self(Arc::new((left, deadline)))
    }

    /// What the invocation left.
    pub fn left(&self) -> &kobako_engine::Snapshot {
        &self.0.0
    }

    fn outcome(ruby: &Ruby, rb_self: &Self) -> Option<RString> {
        let outcome = rb_self.left().outcome();
        outcome.as_deref().map(|bytes| ruby.str_from_slice(bytes))
    }

    fn has_value(&self) -> bool {
        self.left().has_value()
    }

    /// Takes the value; nil without one. Handles stand for objects of the table given.
    fn value(ruby: &Ruby, rb_self: &Self, arguments: &[Value]) -> Result<Option<Value>, Error> {
        let scanned = scan_args::<(), (Option<Value>,), (), (), (), ()>(arguments)?;
        let handles = scanned.optional.0.filter(|handles| !handles.is_nil());
        let Some(bytes) = rb_self.left().take_value() else {
            return Ok(None);
        };
        let value = codec::decode(ruby, &bytes[1..], handles, Some(rb_self.0.1));
        rb_self.left().count_time();
        kobako_engine::Snapshot::recycle(bytes);
        value.map(Some)
    }

    fn stdout(ruby: &Ruby, rb_self: &Self) -> RString {
        ruby.str_from_slice(&rb_self.left().stdout)
    }

    fn stderr(ruby: &Ruby, rb_self: &Self) -> RString {
        ruby.str_from_slice(&rb_self.left().stderr)
    }

    fn stdout_truncated(&self) -> bool {
        self.left().stdout_truncated
    }

    fn stderr_truncated(&self) -> bool {
        self.left().stderr_truncated
    }

    fn wall_time(&self) -> f64 {
        self.left().wall_time().as_secs_f64()
    }

    fn memory_peak(&self) -> usize {
        self.left().memory_peak
    }
}

/// Defines `Kobako::Snapshot`.
pub fn init(ruby: &Ruby, kobako: RModule) -> Result<(), Error> {
    let class = kobako.define_class("Snapshot", ruby.class_object())?;
    class.undef_default_alloc_func();
    // Looked up now: at the first use it could let another thread in that waits for the same look-up.
    Snapshot::class(ruby);
    class.define_method("outcome", method!(Snapshot::outcome, 0))?;
    class.define_method("value?", method!(Snapshot::has_value, 0))?;
    class.define_method("value", method!(Snapshot::value, -1))?;
    class.define_method("stdout", method!(Snapshot::stdout, 0))?;
    class.define_method("stderr", method!(Snapshot::stderr, 0))?;
    class.define_method("stdout_truncated?", method!(Snapshot::stdout_truncated, 0))?;
    class.define_method("stderr_truncated?", method!(Snapshot::stderr_truncated, 0))?;
    class.define_method("wall_time", method!(Snapshot::wall_time, 0))?;
    class.define_method("memory_peak", method!(Snapshot::memory_peak, 0))
}
