//! `Kobako::Runtime`: drives invocations of one guest from Ruby.

mod bounds;
mod cache;
mod capture;
mod chunks;
mod compile_turn;
mod compiler;
mod config;
pub mod deadline;
mod digests;
mod disk_cache;
mod dispatch;
mod drive;
mod engine;
mod exports;
mod fork;
mod guest;
mod guest_mem;
mod gvl;
mod host;
mod image;
mod invocation;
mod limiter;
pub mod native_stack;
mod preload;
mod programs;
mod service_call;
mod start;
mod ticker;
pub mod trap;
mod world;

use std::{
    cell::Cell,
    mem,
    path::PathBuf,
    sync::{Arc, Mutex, atomic::Ordering},
    time::{Duration, Instant},
};

use magnus::{
    DataTypeFunctions, Error, RClass, RModule, RString, Ruby, Symbol, Thread, TypedData, Value,
    function,
    gc::Marker,
    kwargs, method,
    prelude::*,
    rb_sys::{AsRawId, AsRawValue, FromRawValue, protect},
    scan_args::scan_args,
    value::{Id, Opaque, StaticSymbol},
};

use crate::{
    errors,
    shelf::Shelf,
    snapshot::{RubySnapshot, Snapshot},
};
use cache::GuestModule;
use config::Config;
use deadline::Deadline;
use dispatch::Handler;
pub use gvl::check_interrupts;
use invocation::{Call, Invocation};
use preload::Preload;
use start::{Input, RESTORING, Start};
use trap::Stop;
use world::Clock;

/// The invocation under way; locked while its guest runs.
type Slot = Mutex<Option<Invocation>>;

/// A guest and its caps; at most one invocation at a time.
#[derive(TypedData)]
#[magnus(class = "Kobako::Runtime", free_immediately, mark, size)]
pub struct Runtime {
    module: Arc<GuestModule>,
    config: Config,
    /// Lent out while the guest runs. Held here and not on the Ruby stack, so that the collection of an
    /// abandoned fiber frees its guest.
    current: Shelf<Arc<Slot>>,
    /// The Ruby thread that drives the invocation.
    owner: Shelf<Option<Opaque<Thread>>>,
    /// Of the invocation under way.
    deadline: Cell<Option<Deadline>>,
    /// Why the guest was stopped, if it was inside a block that a service called.
    ended: Shelf<Option<Arc<Stop>>>,
    latest: Shelf<Option<Arc<Snapshot>>>,
    /// The services and snippets of the latest invocation, if it had any.
    preload: Shelf<Option<Arc<Preload>>>,
    handler: Handler,
}

impl DataTypeFunctions for Runtime {
    fn mark(&self, marker: &Marker) {
        self.handler.mark(marker);
        if let Some(thread) = self.owner.get() {
            marker.mark(thread);
        }
    }

    fn size(&self) -> usize {
        let preload = self.preload.get();
        size_of::<Self>() + preload.map_or(0, |preload| preload.bytes())
    }
}

impl Runtime {
    fn from_path(args: &[Value]) -> Result<Self, Error> {
        type Caps = (PathBuf, Option<f64>, Option<usize>, usize, usize);
        type World = (Option<Option<i64>>, Option<u64>);
        let args = scan_args::<Caps, World, (), (), (), ()>(args)?;
        let (path, timeout, memory_limit, stdout_limit, stderr_limit) = args.required;
        let (clock, seed) = args.optional;
        let timeout =
            timeout.map(|seconds| Duration::try_from_secs_f64(seconds).unwrap_or(Duration::MAX));
        Ok(Self {
            module: cache::load(&path)?,
            config: Config {
                timeout,
                memory_limit,
                stdout_limit,
                stderr_limit,
                clock: clock.unwrap_or(Some(0)).map_or(Clock::Host, Clock::Fixed),
                seed: seed.unwrap_or(0),
            },
            current: Shelf::default(),
            owner: Shelf::default(),
            deadline: Cell::default(),
            ended: Shelf::default(),
            latest: Shelf::default(),
            preload: Shelf::default(),
            handler: Handler::default(),
        })
    }

    fn eval(
        ruby: &Ruby,
        rb_self: &Self,
        preamble: RString,
        source: RString,
        snippets: RString,
    ) -> Result<RubySnapshot, Error> {
        let start = rb_self.start(ruby, &preamble, &snippets, Some((&source, None)))?;
        rb_self.invoke(ruby, "Sandbox#eval", start, Call::Eval, Instant::now())
    }

    /// The same for a program that stands at another place than the start of "(eval)".
    fn eval_at(
        ruby: &Ruby,
        rb_self: &Self,
        preamble: RString,
        source: RString,
        snippets: RString,
        location: RString,
    ) -> Result<RubySnapshot, Error> {
        let program = Some((&source, Some(&location)));
        let start = rb_self.start(ruby, &preamble, &snippets, program)?;
        rb_self.invoke(ruby, "Sandbox#eval", start, Call::Eval, Instant::now())
    }

    /// An invocation may have begun before, when its arguments were encoded: in seconds of the monotonic clock.
    fn run(ruby: &Ruby, rb_self: &Self, arguments: &[Value]) -> Result<RubySnapshot, Error> {
        type Encoded = (RString, RString, RString);
        let arguments = scan_args::<Encoded, (Option<f64>,), (), (), (), ()>(arguments)?;
        let (preamble, snippets, invocation) = arguments.required;
        let begun = arguments
            .optional
            .0
            .map_or_else(Instant::now, deadline::instant_of);
        let start = rb_self.start(ruby, &preamble, &snippets, None)?;
        let call = Call::Run(bytes_of(invocation)?);
        rb_self.invoke(ruby, "Sandbox#run", start, call, begun)
    }

    /// How an invocation of these tables and this program starts; an error while another one runs.
    fn start(
        &self,
        ruby: &Ruby,
        preamble: &RString,
        snippets: &RString,
        program: Option<(&RString, Option<&RString>)>,
    ) -> Result<Start, Error> {
        native_stack::check_call(ruby)?;
        if self.is_running() && !self.was_abandoned(ruby)? {
            return Err(errors::running());
        }
        if engine::is_full() {
            // Of fibers that were forgotten inside a service. This one collects even while GC is disabled.
            let gc: RModule = ruby.class_object().const_get("GC")?;
            let _: Value = gc.funcall("start", ())?;
        }
        // No Ruby code runs from here on.
        let input = Input {
            preamble: bytes_in(preamble)?,
            snippets: bytes_in(snippets)?,
            source: program.map(|(source, _)| bytes_in(source)).transpose()?,
            location: program
                .and_then(|(_, location)| location)
                .map(bytes_in)
                .transpose()?,
        };
        if !self.module.exports.prepares() {
            return Ok(Start::whole(input));
        }
        let preload = (!input.is_plain()).then(|| self.preload_of(ruby, input));
        Ok(Start::of(
            input,
            &self.module,
            preload.as_ref(),
            self.config.memory_limit,
        ))
    }

    fn preload_of(&self, ruby: &Ruby, input: Input) -> Arc<Preload> {
        let latest = self.preload.get();
        latest
            .filter(|preload| preload.is_of(input))
            .unwrap_or_else(|| {
                let preload = self.module.preloads.of(ruby, input);
                self.preload.replace(Some(preload.clone()));
                preload
            })
    }

    fn invoke(
        &self,
        ruby: &Ruby,
        operation: &'static str,
        mut start: Start,
        call: Call,
        started: Instant,
    ) -> Result<RubySnapshot, Error> {
        let keeper = start.keeper.take();
        let deadline = Deadline {
            operation,
            started,
            timeout: self.config.timeout,
        };
        let invocation = Invocation::new(self.module.clone(), &self.config, deadline, start, call);
        // No share of the slot stays on this stack: it may be that of a fiber which is never resumed.
        *self.slot().try_lock().map_err(|_| errors::running())? = Some(invocation);
        self.owner.replace(Some(ruby.thread_current().into()));
        self.deadline.set(Some(deadline));
        let driven = self.drive(ruby);
        self.owner.replace(None);
        let invocation = self
            .slot()
            .try_lock()
            .ok()
            .and_then(|mut current| current.take());
        let mut invocation = invocation.ok_or_else(errors::running)?;
        if let (Some(image), Some(keeper)) = (invocation.take_kept(), keeper) {
            keeper.keep(ruby, &self.module, image);
        }
        let (outcome, result) = match (self.ended.replace(None).as_deref(), driven) {
            (None | Some(Stop::LeftBlock), Err(error)) => (None, Err(error)),
            (Some(stop), _) => (None, Err(errors::stopped(operation, stop))),
            (None, Ok(Err(stop))) => (None, Err(errors::stopped(operation, &stop))),
            (None, Ok(Ok(outcome))) => (Some(outcome), Ok(())),
        };
        let snapshot = Arc::new(invocation.finish(outcome));
        snapshot.count_captures(ruby);
        self.latest.replace(Some(snapshot.clone()));
        result.map(|()| RubySnapshot(snapshot))
    }

    /// Of the invocation under way.
    pub fn deadline(&self) -> Option<Deadline> {
        self.deadline.get()
    }

    fn operation(&self) -> &'static str {
        self.deadline().map_or("", |deadline| deadline.operation)
    }

    fn slot(&self) -> Arc<Slot> {
        self.current.get()
    }

    fn is_running(&self) -> bool {
        self.slot()
            .try_lock()
            .map_or(true, |current| current.is_some())
    }

    /// Whether the thread of the invocation is gone, as in a process forked by another thread. The
    /// invocation ends then; if its guest was running, which keeps the slot locked, it is only forgotten.
    fn was_abandoned(&self, ruby: &Ruby) -> Result<bool, Error> {
        let Some(owner) = self.owner.get() else {
            return Ok(false);
        };
        let alive: bool = ruby.get_inner(owner).funcall("alive?", ())?;
        if !alive {
            let slot = self.current.replace(Arc::default());
            match slot.try_lock() {
                Ok(mut suspended) => drop(suspended.take()),
                Err(_) => mem::forget(slot.clone()),
            }
            self.ended.replace(None);
        }
        Ok(!alive)
    }

    fn set_on_dispatch(&self, handler: Value) -> Result<(), Error> {
        self.handler.set(handler)
    }

    fn snapshot(&self) -> Option<RubySnapshot> {
        self.latest.get().map(RubySnapshot)
    }

    fn usage(ruby: &Ruby, rb_self: &Self) -> Result<Value, Error> {
        let class: RClass = ruby
            .class_object()
            .const_get::<_, RModule>("Kobako")?
            .const_get("Usage")?;
        match rb_self.latest.get() {
            Some(latest) => class.new_instance((kwargs!(
                "wall_time" => latest.wall_time().as_secs_f64(),
                "memory_peak" => latest.memory_peak
            ),)),
            None => class.const_get("EMPTY"),
        }
    }

    /// What became of the replay of the services and snippets; nil without any.
    fn preload(ruby: &Ruby, rb_self: &Self) -> Option<Symbol> {
        let name = rb_self.preload.get()?.state_name();
        Some(ruby.to_symbol(name))
    }

    /// How many programs are kept compiled for all sandboxes of this wasm file.
    fn programs(&self) -> usize {
        self.module.programs.count()
    }

    fn set_restoring(restoring: bool) {
        RESTORING.store(restoring, Ordering::Relaxed);
    }

    fn slots_in_use() -> Result<Option<u64>, Error> {
        let metrics = engine::shared()?.engine.pooling_allocator_metrics();
        Ok(metrics.map(|metrics| metrics.core_instances()))
    }

    fn allocator(ruby: &Ruby) -> Result<Symbol, Error> {
        Ok(ruby.to_symbol(if engine::shared()?.pooling {
            "pooling"
        } else {
            "on_demand"
        }))
    }
}

/// The singleton class of `object` if it has one, else its class; none is made.
pub fn class_of(object: Value) -> Value {
    let raw = object.as_raw();
    if rb_sys::SPECIAL_CONST_P(raw) {
        return object.class().as_value();
    }
    // SAFETY: a value that is not special is a live object, which begins with its class.
    unsafe { Value::from_raw((*(raw as *const rb_sys::RBasic)).klass) }
}

/// What the exception was made with, which is not asked for its text: nil, a String, or what Ruby or the application
/// put there to be formatted later.
fn raw_message(exception: Value) -> Result<Value, Error> {
    protect(|| {
        // SAFETY: every object may be asked; the name is no instance variable of Ruby code.
        unsafe { rb_sys::rb_attr_get(exception.as_raw(), rb_sys::rb_intern2(c"mesg".as_ptr(), 4)) }
    })
    // SAFETY: what Ruby gave is alive.
    .map(|raw| unsafe { Value::from_raw(raw) })
}

/// Whether the class has the method, public or not, by anybody but Ruby itself at its start.
fn is_redefined(class: Value, name: StaticSymbol) -> bool {
    let (class, name) = (class.as_raw(), Id::from(name).as_raw());
    // SAFETY: a class, and the id of a symbol that lives for ever.
    unsafe {
        rb_sys::rb_method_boundp(class, name, 0) != 0
            && rb_sys::rb_method_basic_definition_p(class, name) == 0
    }
}

/// A copy of the string's bytes, which are a message's size at most.
pub fn bytes_of(string: RString) -> Result<Vec<u8>, Error> {
    bytes_in(&string).map(<[u8]>::to_vec)
}

/// The same bytes in place, to be used before any Ruby code runs.
fn bytes_in(string: &RString) -> Result<&[u8], Error> {
    let (size, limit) = (string.len(), config::MAX_MESSAGE_BYTES);
    if size > limit {
        return Err(errors::unsupported(format!(
            "a message of {size} bytes, the limit is {limit}"
        )));
    }
    // SAFETY: the callers copy the bytes or are done with them before Ruby code runs.
    Ok(unsafe { string.as_slice() })
}

/// Defines `Kobako::Runtime`.
pub fn init(ruby: &Ruby, kobako: RModule) -> Result<(), Error> {
    let class = kobako.define_class("Runtime", ruby.class_object())?;
    class.undef_default_alloc_func();
    Runtime::class(ruby);
    dispatch::init(ruby);
    native_stack::init(ruby);
    class.define_singleton_method("from_path", function!(Runtime::from_path, -1))?;
    class.define_singleton_method("class_of", function!(class_of, 1))?;
    class.define_singleton_method("raw_message", function!(raw_message, 1))?;
    class.define_singleton_method("redefined?", function!(is_redefined, 2))?;
    class.define_singleton_method("restoring=", function!(Runtime::set_restoring, 1))?;
    class.define_singleton_method("slots_in_use", function!(Runtime::slots_in_use, 0))?;
    class.define_singleton_method("allocator", function!(Runtime::allocator, 0))?;
    class.define_method("eval", method!(Runtime::eval, 3))?;
    class.define_method("eval_at", method!(Runtime::eval_at, 4))?;
    class.define_method("run", method!(Runtime::run, -1))?;
    class.define_method("on_dispatch=", method!(Runtime::set_on_dispatch, 1))?;
    class.define_method(
        "yield_to_active_invocation",
        method!(Runtime::yield_to_active_invocation, 1),
    )?;
    class.define_method("call_block", method!(Runtime::call_block, 2))?;
    class.define_method("preload", method!(Runtime::preload, 0))?;
    class.define_method("programs", method!(Runtime::programs, 0))?;
    class.define_method("snapshot", method!(Runtime::snapshot, 0))?;
    class.define_method("usage", method!(Runtime::usage, 0))
}
