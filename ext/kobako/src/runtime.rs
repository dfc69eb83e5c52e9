//! `Kobako::Runtime`: drives invocations of one guest from Ruby.

use std::{path::PathBuf, sync::Arc, time::Duration};

use kobako_engine::{Call, Clock, Config, GuestModule, Invocation, Start, Tables};
use magnus::{
    DataTypeFunctions, Error, RArray, RHash, RModule, RString, Ruby, Symbol, TypedData, Value,
    function, gc::Marker, method, prelude::*, scan_args::scan_args, typed_data::Obj,
};

use crate::{
    bytes, codec, deadline::Deadline, drive::Driver, errors, guest_value::GuestValue, gvl::Holder,
    native_stack, outcome, reflection, shelf::Shelf, snapshot::Snapshot,
};

/// A guest and its caps; at most one invocation at a time.
#[derive(TypedData)]
#[magnus(class = "Kobako::Runtime", free_immediately, mark, size)]
pub struct Runtime {
    module: Arc<GuestModule>,
    config: Config,
    driver: Driver,
    latest: Shelf<Option<Snapshot>>,
    tables: Shelf<Arc<Tables>>,
}

impl DataTypeFunctions for Runtime {
    fn mark(&self, marker: &Marker) {
        self.driver.mark(marker);
    }

    fn size(&self) -> usize {
        size_of::<Self>() + self.tables.get().kept_bytes()
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
            module: kobako_engine::load(&path, &Holder)?,
            config: Config {
                timeout,
                memory_limit,
                stdout_limit,
                stderr_limit,
                clock: clock.unwrap_or(Some(0)).map_or(Clock::Host, Clock::Fixed),
                seed: seed.unwrap_or(0),
            },
            driver: Driver::default(),
            latest: Shelf::default(),
            tables: Shelf::default(),
        })
    }

    /// Gives all invocations from now on these services and snippets.
    fn seal(&self, preamble: RString, snippets: RString) -> Result<(), Error> {
        let (preamble, snippets) = (bytes::copied(preamble)?, bytes::copied(snippets)?);
        let tables = Tables::new(&self.module, preamble, snippets);
        self.tables.replace(Arc::new(tables));
        Ok(())
    }

    /// A program may stand at another place than the start of "(eval)".
    fn eval(ruby: &Ruby, rb_self: &Self, arguments: &[Value]) -> Result<Value, Error> {
        type Others = (Option<Option<RString>>, Option<Option<Value>>);
        let arguments = scan_args::<(RString,), Others, (), (), (), ()>(arguments)?;
        let deadline = rb_self.deadline_from_now("Sandbox#eval");
        rb_self.prepare(ruby)?;
        let (location, raiser) = arguments.optional;
        let location = location.flatten();
        // No Ruby code runs from here on.
        let source = bytes::borrowed(&arguments.required.0)?;
        let location = location.as_ref().map(bytes::borrowed).transpose()?;
        let start = rb_self.start(Some(source), location);
        rb_self.invoke(ruby, start, Call::Eval, deadline, raiser.flatten())
    }

    /// Calls an entrypoint. The time for writing the arguments counts.
    fn run(ruby: &Ruby, rb_self: &Self, arguments: &[Value]) -> Result<Value, Error> {
        type Entry = (Symbol, RArray, RHash);
        let arguments = scan_args::<Entry, (Option<Option<Value>>,), (), (), (), ()>(arguments)?;
        let (entrypoint, args, kwargs) = arguments.required;
        let raiser = arguments.optional.0.flatten();
        let deadline = rb_self.deadline_from_now("Sandbox#run");
        let handles = rb_self.driver.handler.handles(ruby);
        let message = codec::encode_invocation(ruby, entrypoint, args, kwargs, handles)?;
        // Writing lets other threads run, which may begin an invocation; from here on none can come between.
        rb_self.prepare(ruby)?;
        let start = rb_self.start(None, None);
        rb_self.invoke(ruby, start, Call::Run(message), deadline, raiser)
    }

    fn deadline_from_now(&self, operation: &'static str) -> Deadline {
        let limit = kobako_engine::Deadline::from_now(self.config.timeout);
        Deadline { operation, limit }
    }

    /// Sees to it that an invocation has room; an error while another one runs.
    fn prepare(&self, ruby: &Ruby) -> Result<(), Error> {
        native_stack::check_call(ruby)?;
        if self.driver.is_busy(ruby)? {
            return Err(errors::running());
        }
        if kobako_engine::is_full() {
            // Of fibers that were forgotten inside a service. This one collects even while GC is disabled.
            let gc: RModule = ruby.class_object().const_get("GC")?;
            let _: Value = gc.funcall("start", ())?;
        }
        Ok(())
    }

    fn start(&self, source: Option<&[u8]>, location: Option<&[u8]>) -> Start {
        let (tables, limit) = (self.tables.get(), self.config.memory_limit);
        Start::of(&self.module, &tables, source, location, limit)
    }

    /// Runs an invocation to its value. `raiser` raises what a panic record says.
    fn invoke(
        &self,
        ruby: &Ruby,
        start: Start,
        call: Call,
        deadline: Deadline,
        raiser: Option<Value>,
    ) -> Result<Value, Error> {
        let invocation = Invocation::new(
            self.module.clone(),
            &self.config,
            deadline.limit,
            start,
            call,
        );
        let handles = self.driver.handler.handles(ruby);
        let read = |bytes| outcome::read(ruby, bytes, handles, deadline, raiser);
        let (invocation, value) = self.driver.run(ruby, invocation, deadline, read)?;
        let snapshot = Snapshot::new(ruby, invocation.finish());
        self.latest.replace(Some(snapshot));
        value
    }

    /// Calls the block of the innermost request that is being served, from bytes to bytes.
    fn yield_to_active_invocation(
        ruby: &Ruby,
        rb_self: &Self,
        arguments: RString,
    ) -> Result<RString, Error> {
        let response = rb_self.driver.run_block(ruby, bytes::copied(arguments)?)?;
        Ok(ruby.str_from_slice(&response))
    }

    /// Calls that block with the values of an Array, and tells `yielder` of all but a value.
    fn call_block(
        ruby: &Ruby,
        rb_self: Obj<Self>,
        values: RArray,
        yielder: Value,
    ) -> Result<Value, Error> {
        let driver = &rb_self.driver;
        driver.call_block(ruby, values, yielder, rb_self.as_value())
    }

    /// Gets a value that stayed in the guest.
    fn fetch_value(
        ruby: &Ruby,
        rb_self: Obj<Self>,
        known: Obj<GuestValue>,
    ) -> Result<Value, Error> {
        rb_self.driver.fetch(ruby, known, rb_self.as_value())
    }

    fn set_on_dispatch(&self, handler: Value) -> Result<(), Error> {
        self.driver.handler.set(handler)
    }

    fn snapshot(&self) -> Option<Snapshot> {
        self.latest.get()
    }

    /// What became of the replay of the services and snippets; nil without any.
    fn preload(ruby: &Ruby, rb_self: &Self) -> Option<Symbol> {
        let tables = rb_self.tables.get();
        tables.state_name().map(|name| ruby.to_symbol(name))
    }

    /// How many programs are kept compiled for all sandboxes of this wasm file.
    fn programs(&self) -> usize {
        self.module.programs()
    }

    fn slots_in_use() -> Result<Option<u64>, Error> {
        kobako_engine::slots_in_use().map_err(errors::setup)
    }
}

/// Tells Ruby's collector of what the engine keeps; threads without the GVL cannot.
fn account(bytes: isize) {
    if let Ok(ruby) = Ruby::get() {
        ruby.gc_adjust_memory_usage(bytes);
    }
}

/// Defines `Kobako::Runtime`.
pub fn init(ruby: &Ruby, kobako: RModule) -> Result<(), Error> {
    let class = kobako.define_class("Runtime", ruby.class_object())?;
    class.undef_default_alloc_func();
    Runtime::class(ruby);
    kobako_engine::account_to(account);
    class.define_singleton_method("from_path", function!(Runtime::from_path, -1))?;
    class.define_singleton_method("class_of", function!(reflection::class_of, 1))?;
    class.define_singleton_method("raw_message", function!(reflection::raw_message, 1))?;
    class.define_singleton_method("redefined?", function!(reflection::is_redefined, 2))?;
    class.define_singleton_method("restoring=", function!(kobako_engine::set_restoring, 1))?;
    class.define_singleton_method("slots_in_use", function!(Runtime::slots_in_use, 0))?;
    class.define_method("seal", method!(Runtime::seal, 2))?;
    class.define_method("eval", method!(Runtime::eval, -1))?;
    class.define_method("run", method!(Runtime::run, -1))?;
    class.define_method("on_dispatch=", method!(Runtime::set_on_dispatch, 1))?;
    class.define_method(
        "yield_to_active_invocation",
        method!(Runtime::yield_to_active_invocation, 1),
    )?;
    class.define_method("call_block", method!(Runtime::call_block, 2))?;
    class.define_method("fetch_value", method!(Runtime::fetch_value, 1))?;
    class.define_method("preload", method!(Runtime::preload, 0))?;
    class.define_method("programs", method!(Runtime::programs, 0))?;
    class.define_method("snapshot", method!(Runtime::snapshot, 0))
}
