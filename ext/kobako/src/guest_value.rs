//! `Kobako::GuestValue`: what stands in the host for a value that stayed in the guest, and what a run knows of those
//! that it gave out.

use std::{
    cell::Cell,
    hash::{BuildHasher, RandomState},
    mem,
    sync::{Arc, LazyLock, Mutex, MutexGuard},
};

use kobako_wire::{GuestKind, GuestValue as Known};
use magnus::{
    DataTypeFunctions, Error, RModule, Ruby, Thread, TryConvert, TypedData, Value, function,
    gc::Marker,
    prelude::*,
    rb_sys::AsRawValue,
    typed_data::Obj,
    value::{LazyId, Opaque},
};

use crate::shelf::Shelf;

/// Values that are released in one message.
const BATCH: usize = 64;
/// The part of the guest's memory limit that values may take before the host looks which it still holds.
const SHARE: usize = 4;
/// Bytes of memory that they may take in any case, and where there is no limit.
const LEAST: usize = 64 << 10;
const UNLIMITED: usize = 16 << 20;

static FETCH_VALUE: LazyId = LazyId::new("fetch_value");
static DIGESTS: LazyLock<RandomState> = LazyLock::new(RandomState::new);

/// Stands for a value that stayed in the guest.
#[derive(TypedData)]
#[magnus(class = "Kobako::GuestValue", free_immediately, mark)]
pub struct GuestValue {
    known: Known,
    /// How often the guest sent it as this object.
    times: Cell<u32>,
    run: Arc<Run>,
    origin: Opaque<Value>,
    handles: Opaque<Value>,
    value: Shelf<Option<Opaque<Value>>>,
    /// Of the message that the value was read from.
    digest: Cell<u64>,
}

impl DataTypeFunctions for GuestValue {
    fn mark(&self, marker: &Marker) {
        marker.mark(self.origin);
        marker.mark(self.handles);
        if let Some(value) = self.value.get() {
            marker.mark(value);
        }
    }
}

impl Drop for GuestValue {
    fn drop(&mut self) {
        self.run.let_go(self.known, self.times.get());
    }
}

impl GuestValue {
    /// The object as what it is, if it stands for a value of a guest.
    pub fn of(ruby: &Ruby, object: Value) -> Option<Obj<Self>> {
        if !object.is_kind_of(Self::class(ruby)) {
            return None;
        }
        Obj::try_convert(object).ok()
    }

    pub fn known(&self) -> Known {
        self.known
    }

    /// Whether it stands for a value of the run that is under way with these handles.
    pub fn belongs_to(&self, ruby: &Ruby, handles: Value) -> bool {
        ruby.get_inner(self.handles).as_raw() == handles.as_raw() && !self.run.state().over
    }

    /// The value, if it was fetched.
    pub fn fetched(&self, ruby: &Ruby) -> Option<Value> {
        self.value.get().map(|value| ruby.get_inner(value))
    }

    /// Keeps the value that was read from `message`.
    pub fn keep(&self, value: Value, message: &[u8]) {
        self.digest.set(digest(message));
        self.value.replace(Some(value.into()));
    }

    /// Whether the fetched value is written as it was read.
    pub fn is_unchanged(&self, message: &[u8]) -> bool {
        self.digest.get() == digest(message)
    }

    fn is(&self, other: &Self) -> bool {
        self.known.id == other.known.id && Arc::ptr_eq(&self.run, &other.run)
    }
}

/// The value that `object` stands for, fetched if it was not; any other object is its own.
pub fn value_of(ruby: &Ruby, object: Value) -> Result<Value, Error> {
    let Some(known) = GuestValue::of(ruby, object) else {
        return Ok(object);
    };
    match known.fetched(ruby) {
        Some(value) => Ok(value),
        None => ruby.get_inner(known.origin).funcall(*FETCH_VALUE, (known,)),
    }
}

fn digest(message: &[u8]) -> u64 {
    DIGESTS.hash_one(message)
}

/// What the host holds of one run's values.
#[derive(Default)]
struct Run(Mutex<State>);

#[derive(Default)]
struct State {
    over: bool,
    /// Values whose objects are gone, and how often they were sent.
    released: Vec<(u32, u32)>,
    /// Bytes that the others take in the guest.
    held: usize,
    /// At how many the host looks which it still holds.
    bound: usize,
}

impl Run {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().expect("no holder panics")
    }

    /// Called by the collector: no code of Ruby runs here, nor where the state is locked.
    fn let_go(&self, known: Known, times: u32) {
        let mut state = self.state();
        state.held = state.held.saturating_sub(known.size as usize);
        if state.over {
            return;
        }
        match state.released.last_mut() {
            Some((id, sum)) if *id == known.id => *sum = sum.saturating_add(times),
            _ => state.released.push((known.id, times)),
        }
    }
}

/// The values of a driver's run that stayed in its guest.
#[derive(Default)]
pub struct GuestValues {
    /// Made with the first.
    run: Shelf<Option<Arc<Run>>>,
    /// The latest, which a guest may well send again.
    latest: Shelf<Option<Opaque<Obj<GuestValue>>>>,
    /// The thread that calls the guest's blocks.
    thread: Shelf<Option<Opaque<Thread>>>,
}

impl GuestValues {
    pub fn mark(&self, marker: &Marker) {
        if let Some(latest) = self.latest.get() {
            marker.mark(latest);
        }
        if let Some(thread) = self.thread.get() {
            marker.mark(thread);
        }
    }

    /// What stands for a value that the guest sent. `origin` answers `fetch_value`.
    pub fn take(&self, ruby: &Ruby, known: Known, origin: Value, handles: Value) -> Value {
        let latest = self.latest.get().map(|latest| ruby.get_inner(latest));
        if let Some(latest) = latest
            && latest.known.id == known.id
            && latest.value.get().is_none()
        {
            latest.times.set(latest.times.get().saturating_add(1));
            return latest.as_value();
        }
        let run = self.run.get().unwrap_or_default();
        self.run.replace(Some(run.clone()));
        self.thread.replace(Some(ruby.thread_current().into()));
        run.state().held += known.size as usize;
        let object = ruby.obj_wrap(GuestValue {
            known,
            times: Cell::new(1),
            run,
            origin: origin.into(),
            handles: handles.into(),
            value: Shelf::default(),
            digest: Cell::default(),
        });
        self.latest.replace(Some(object.into()));
        object.as_value()
    }

    /// Whether `value` is one of this run.
    pub fn gave(&self, value: &GuestValue) -> bool {
        self.run
            .get()
            .is_some_and(|run| Arc::ptr_eq(&run, &value.run))
    }

    /// Whether this is the thread that calls the guest's blocks.
    pub fn is_at_home(&self, ruby: &Ruby) -> bool {
        let thread = self.thread.get().map(|thread| ruby.get_inner(thread));
        thread.is_some_and(|thread| thread.as_raw() == ruby.thread_current().as_raw())
    }

    /// The values that the guest is to release now, and how often each was sent; none as long as that is not worth a
    /// message. Looks which the host still holds where they take much of the guest's memory.
    pub fn due(&self, ruby: &Ruby, memory_limit: Option<usize>) -> Result<Vec<(u32, u32)>, Error> {
        let Some(run) = self.run.get() else {
            return Ok(Vec::new());
        };
        let share = memory_limit.map_or(UNLIMITED, |limit| (limit / SHARE).max(LEAST));
        let full = {
            let state = run.state();
            state.held >= state.bound.max(share)
        };
        if full {
            collect(ruby)?;
        }
        let mut state = run.state();
        if full {
            state.bound = state.held + share;
        }
        if full || state.released.len() >= BATCH {
            return Ok(mem::take(&mut state.released));
        }
        Ok(Vec::new())
    }

    /// The run is over: its values are out of reach.
    pub fn end(&self) {
        self.latest.replace(None);
        self.thread.replace(None);
        if let Some(run) = self.run.replace(None) {
            *run.state() = State {
                over: true,
                ..State::default()
            };
        }
    }
}

/// Objects that stand for values are young mostly, and found without a look at all others.
fn collect(ruby: &Ruby) -> Result<(), Error> {
    let gc: RModule = ruby.class_object().const_get("GC")?;
    let options = ruby.hash_new();
    options.aset(ruby.to_symbol("full_mark"), false)?;
    let _: Value = gc.funcall("start", (magnus::KwArgs(options),))?;
    Ok(())
}

/// The class of the value, if that is known without the value.
fn class_of(ruby: &Ruby, known: Obj<GuestValue>) -> Value {
    match known.known.kind {
        GuestKind::String => ruby.class_string().as_value(),
        GuestKind::Array => ruby.class_array().as_value(),
        GuestKind::Hash => ruby.class_hash().as_value(),
        GuestKind::Other => ruby.qnil().as_value(),
    }
}

fn id_of(known: Obj<GuestValue>) -> u32 {
    known.known.id
}

fn is_same(ruby: &Ruby, known: Obj<GuestValue>, other: Value) -> bool {
    GuestValue::of(ruby, other).is_some_and(|other| known.is(&other))
}

/// Defines `Kobako::GuestValue`.
pub fn init(ruby: &Ruby, kobako: RModule) -> Result<(), Error> {
    LazyId::force(&FETCH_VALUE, ruby);
    let class = kobako.define_class("GuestValue", ruby.class_basic_object())?;
    class.undef_default_alloc_func();
    GuestValue::class(ruby);
    class.define_singleton_method("fetch", function!(value_of, 1))?;
    class.define_singleton_method("class_of", function!(class_of, 1))?;
    class.define_singleton_method("id_of", function!(id_of, 1))?;
    class.define_singleton_method("same?", function!(is_same, 2))
}
