//! `Kobako::Snapshot`: what one invocation left.

use std::{
    sync::{
        Arc, Mutex, MutexGuard,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
    time::Duration,
};

use kobako_wire::envelope::Outcome;
use magnus::{
    Class, DataTypeFunctions, Error, Module, RModule, RString, Ruby, TypedData, Value, method,
    prelude::*, scan_args::scan_args,
};

use crate::{codec, runtime::deadline::Deadline, spare::Spare};

/// Bytes of captures that are worth a look at whether garbage should be collected.
const NOTABLE: usize = 4096;

/// Outcome, captures and usage of one invocation.
#[derive(Debug)]
pub struct Snapshot {
    /// The outcome record, tag byte first; `None` if the guest was stopped, or its value was taken.
    pub outcome: Mutex<Option<Vec<u8>>>,
    pub stdout: Vec<u8>,
    pub stdout_truncated: bool,
    pub stderr: Vec<u8>,
    pub stderr_truncated: bool,
    pub memory_peak: usize,
    deadline: Deadline,
    /// Nanoseconds.
    wall_time: AtomicU64,
}

/// A stream's bytes, and whether it was cut.
pub type Captured = (Vec<u8>, bool);

impl Snapshot {
    /// What an invocation left that ends now, or when its value was read.
    pub fn new(
        outcome: Option<Vec<u8>>,
        (stdout, stdout_truncated): Captured,
        (stderr, stderr_truncated): Captured,
        memory_peak: usize,
        deadline: Deadline,
    ) -> Self {
        let snapshot = Self {
            outcome: Mutex::new(outcome),
            stdout,
            stdout_truncated,
            stderr,
            stderr_truncated,
            memory_peak,
            deadline,
            wall_time: AtomicU64::default(),
        };
        snapshot.count_time();
        snapshot
    }

    fn count_time(&self) {
        let elapsed = self.deadline.started.elapsed().as_nanos();
        let elapsed = u64::try_from(elapsed).unwrap_or(u64::MAX);
        self.wall_time.store(elapsed, Relaxed);
    }

    /// From the start of the invocation until its value was read.
    pub fn wall_time(&self) -> Duration {
        Duration::from_nanos(self.wall_time.load(Relaxed))
    }

    fn bytes(&self) -> usize {
        self.outcome().as_ref().map_or(0, Vec::len) + self.captured()
    }

    /// Tells Ruby's collector of the captures, which live as long as the snapshot does.
    pub fn count_captures(&self, ruby: &Ruby) {
        ruby.gc_adjust_memory_usage(self.captured().cast_signed());
        if self.captured() > NOTABLE {
            // The collector looks at that count when Ruby itself allocates.
            let _ = ruby.str_with_capacity(NOTABLE);
        }
    }

    fn captured(&self) -> usize {
        self.stdout.len() + self.stderr.len()
    }

    fn outcome(&self) -> MutexGuard<'_, Option<Vec<u8>>> {
        self.outcome.lock().expect("no holder panics")
    }

    fn value_bytes(&self) -> Option<Vec<u8>> {
        self.outcome()
            .take_if(|bytes| bytes.first() == Some(&Outcome::VALUE))
    }
}

impl Drop for Snapshot {
    fn drop(&mut self) {
        if let Ok(ruby) = Ruby::get() {
            ruby.gc_adjust_memory_usage(-self.captured().cast_signed());
        }
    }
}

/// For the outcomes' bytes.
static SPARE: Spare = Spare::new();

/// A copy of `bytes`.
pub fn copy(bytes: &[u8]) -> Vec<u8> {
    let mut buffer = SPARE.take();
    buffer.extend_from_slice(bytes);
    buffer
}

/// The Ruby object around a snapshot.
#[derive(Clone, Debug, TypedData)]
#[magnus(class = "Kobako::Snapshot", free_immediately, size, frozen_shareable)]
pub struct RubySnapshot(pub Arc<Snapshot>);

impl DataTypeFunctions for RubySnapshot {
    fn size(&self) -> usize {
        size_of::<Snapshot>() + self.0.bytes()
    }
}

impl RubySnapshot {
    fn outcome(ruby: &Ruby, rb_self: &Self) -> Option<RString> {
        let outcome = rb_self.0.outcome();
        outcome.as_deref().map(|bytes| ruby.str_from_slice(bytes))
    }

    /// Whether the guest ended with a value, in whatever state its bytes are, which was not taken yet.
    fn has_value(&self) -> bool {
        self.0
            .outcome()
            .as_ref()
            .is_some_and(|bytes| bytes.first() == Some(&Outcome::VALUE))
    }

    /// Takes the value; nil without one. Handles stand for objects of the table given.
    fn value(ruby: &Ruby, rb_self: &Self, arguments: &[Value]) -> Result<Option<Value>, Error> {
        let scanned = scan_args::<(), (Option<Value>,), (), (), (), ()>(arguments)?;
        let handles = scanned.optional.0.filter(|handles| !handles.is_nil());
        let Some(bytes) = rb_self.0.value_bytes() else {
            return Ok(None);
        };
        let value = codec::decode(ruby, &bytes[1..], handles, Some(rb_self.0.deadline));
        rb_self.0.count_time();
        SPARE.give(bytes);
        value.map(Some)
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
        self.0.wall_time().as_secs_f64()
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
    RubySnapshot::class(ruby);
    class.define_method("outcome", method!(RubySnapshot::outcome, 0))?;
    class.define_method("value?", method!(RubySnapshot::has_value, 0))?;
    class.define_method("value", method!(RubySnapshot::value, -1))?;
    class.define_method("stdout", method!(RubySnapshot::stdout, 0))?;
    class.define_method("stderr", method!(RubySnapshot::stderr, 0))?;
    class.define_method(
        "stdout_truncated?",
        method!(RubySnapshot::stdout_truncated, 0),
    )?;
    class.define_method(
        "stderr_truncated?",
        method!(RubySnapshot::stderr_truncated, 0),
    )?;
    class.define_method("wall_time", method!(RubySnapshot::wall_time, 0))?;
    class.define_method("memory_peak", method!(RubySnapshot::memory_peak, 0))
}
