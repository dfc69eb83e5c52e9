//! `Kobako::Runtime`: drives invocations of one guest from Ruby.

mod tools;

use std::{path::PathBuf, sync::Arc};

use kobako_engine::{Call, Clock, Config, GuestModule, Start, Tables};
use magnus::{
    DataTypeFunctions, Error, RArray, RHash, RModule, RString, Ruby, Symbol, TypedData, Value,
    function, gc::Marker, method, prelude::*, scan_args::scan_args, typed_data::Obj, value::Opaque,
};

use crate::{
    bytes,
    codec::{self, request::Names},
    deadline::{self, Deadline},
    dispatch::Handler,
    errors,
    execution::Execution,
    gvl::Holder,
    latest::Latest,
    native_stack, reflection,
    shelf::Shelf,
};

/// A guest and its caps, for any number of runs at once.
#[derive(TypedData)]
#[magnus(class = "Kobako::Runtime", free_immediately, mark, size)]
pub struct Runtime {
    module: Arc<GuestModule>,
    config: Config,
    /// Answers the requests of runs that are given nobody.
    handler: Shelf<Option<Handler>>,
    names: Arc<Names>,
    /// Is told of the structs in results.
    records: Shelf<Option<Opaque<Value>>>,
    latest: Latest,
    tables: Shelf<Arc<Tables>>,
}

impl DataTypeFunctions for Runtime {
    fn mark(&self, marker: &Marker) {
        if let Some(handler) = self.handler.get() {
            handler.mark(marker);
        }
        self.names.mark(marker);
        if let Some(records) = self.records.get() {
            marker.mark(records);
        }
        self.latest.mark(marker);
    }

    fn size(&self) -> usize {
        size_of::<Self>() + self.tables.get().kept_bytes()
    }
}

impl Runtime {
    fn from_path(ruby: &Ruby, args: &[Value]) -> Result<Self, Error> {
        type Caps = (PathBuf, Option<f64>, Option<usize>, usize, usize);
        type World = (Option<Option<i64>>, Option<u64>);
        let args = scan_args::<Caps, World, (), (), (), ()>(args)?;
        let (path, timeout, memory_limit, stdout_limit, stderr_limit) = args.required;
        let (clock, seed) = args.optional;
        let module = kobako_engine::load(&path, &Holder)?;
        if let Some(warning) = module.take_warning() {
            ruby.module_kernel()
                .funcall::<_, _, Value>("warn", (warning,))?;
        }
        Ok(Self {
            module,
            config: Config {
                timeout: timeout.map(deadline::duration),
                memory_limit,
                stdout_limit,
                stderr_limit,
                clock: clock.unwrap_or(Some(0)).map_or(Clock::Host, Clock::Fixed),
                seed: seed.unwrap_or(0),
                repeatable: false,
            },
            handler: Shelf::default(),
            names: Arc::default(),
            records: Shelf::default(),
            latest: Latest::default(),
            tables: Shelf::default(),
        })
    }

    /// The wasm file at a path compiled for every processor of this platform, as `ship` wants it.
    fn compile_ahead(ruby: &Ruby, path: PathBuf) -> Result<RString, Error> {
        let code = kobako_engine::compile_ahead(&path).map_err(errors::setup)?;
        Ok(ruby.str_from_slice(&code))
    }

    /// Whether other processes find the guest of a wasm file compiled.
    fn compiled_for_others(path: PathBuf) -> Result<bool, Error> {
        kobako_engine::compiled_for_others(&path).map_err(errors::setup)
    }

    /// Gives all invocations from now on these services and snippets.
    fn seal(&self, preamble: RString, snippets: RString) -> Result<(), Error> {
        let (preamble, snippets) = (bytes::copied(preamble)?, bytes::copied(snippets)?);
        let tables = Tables::new(&self.module, preamble, snippets);
        self.tables.replace(Arc::new(tables));
        Ok(())
    }

    /// A run that has not begun, to be given settings and then to `eval` or `run`.
    fn execution(ruby: &Ruby, rb_self: Obj<Self>) -> Obj<Execution> {
        let (names, records) = (rb_self.names.clone(), rb_self.records.get());
        let execution = Execution::new(rb_self.as_value(), rb_self.config, names, records);
        ruby.obj_wrap(execution)
    }

    /// A program may stand at another place than the start of "(eval)".
    fn eval(ruby: &Ruby, rb_self: Obj<Self>, arguments: &[Value]) -> Result<Value, Error> {
        type Others = (
            Option<Option<RString>>,
            Option<Value>,
            Option<Option<Obj<Execution>>>,
        );
        let arguments = scan_args::<(RString,), Others, (), (), (), ()>(arguments)?;
        let (location, handler, execution) = arguments.optional;
        let (source, location) = (arguments.required.0, location.flatten());
        let run = Self::opened(rb_self, ruby, handler, execution.flatten())?;
        run.perform(ruby, "Sandbox#eval", |execution, deadline| {
            rb_self.prepare(ruby)?;
            run.connect(ruby)?;
            // No Ruby code runs from here on.
            let source = bytes::borrowed(&source)?;
            let location = location.as_ref().map(bytes::borrowed).transpose()?;
            let start = rb_self.start(&execution.config(), Some(source), location);
            let module = rb_self.module.clone();
            Execution::drive(ruby, execution, module, start, Call::Eval, deadline)
        })
    }

    /// Calls an entrypoint. The time for writing the arguments counts.
    fn run(ruby: &Ruby, rb_self: Obj<Self>, arguments: &[Value]) -> Result<Value, Error> {
        type Entry = (Symbol, RArray, RHash);
        type Others = (Option<Value>, Option<Option<Obj<Execution>>>);
        let arguments = scan_args::<Entry, Others, (), (), (), ()>(arguments)?;
        let (entrypoint, args, kwargs) = arguments.required;
        let (handler, execution) = arguments.optional;
        let run = Self::opened(rb_self, ruby, handler, execution.flatten())?;
        run.perform(ruby, "Sandbox#run", |execution, deadline| {
            rb_self.prepare(ruby)?;
            run.connect(ruby)?;
            let handles = execution.driver().handles(ruby);
            let message = codec::encode_invocation(ruby, entrypoint, args, kwargs, handles)?;
            let start = rb_self.start(&execution.config(), None, None);
            let module = rb_self.module.clone();
            Execution::drive(ruby, execution, module, start, Call::Run(message), deadline)
        })
    }

    fn opened(
        this: Obj<Self>,
        ruby: &Ruby,
        handler: Option<Value>,
        execution: Option<Obj<Execution>>,
    ) -> Result<Run, Error> {
        let handler = match handler.filter(|handler| !handler.is_nil()) {
            Some(handler) => Handler::of(handler)?,
            None => this.handler.get(),
        };
        Ok(Run {
            runtime: this,
            execution: execution.unwrap_or_else(|| Self::execution(ruby, this)),
            given: execution.is_some(),
            handler,
        })
    }

    /// Sees to it that an invocation has room.
    fn prepare(&self, ruby: &Ruby) -> Result<(), Error> {
        native_stack::check_call(ruby)?;
        if kobako_engine::is_full() {
            // Of fibers that were forgotten inside a service. This one collects even while GC is disabled.
            let gc: RModule = ruby.class_object().const_get("GC")?;
            let _: Value = gc.funcall("start", ())?;
        }
        Ok(())
    }

    fn start(&self, config: &Config, source: Option<&[u8]>, location: Option<&[u8]>) -> Start {
        Start::of(&self.module, &self.tables.get(), source, location, config)
    }

    fn set_on_dispatch(&self, handler: Value) -> Result<(), Error> {
        self.handler.replace(Handler::of(handler)?);
        Ok(())
    }

    fn set_records(&self, records: Value) {
        self.records.replace(Some(records.into()));
    }

    /// The run that ended last on the calling thread, else the last of all; nil before the first.
    fn latest(ruby: &Ruby, rb_self: &Self) -> Option<Value> {
        rb_self.latest.of(ruby)
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

    /// How many guests are loaded, programs of theirs kept, and bytes of these.
    fn kept() -> (usize, usize, usize) {
        let loaded = kobako_engine::loaded();
        let sum = |of: fn(&GuestModule) -> usize| loaded.iter().map(|module| of(module)).sum();
        let (programs, bytes) = (sum(GuestModule::programs), sum(GuestModule::program_bytes));
        (loaded.len(), programs, bytes)
    }

    fn slots_in_use() -> Result<Option<u64>, Error> {
        kobako_engine::slots_in_use().map_err(errors::setup)
    }
}

/// One call of `eval` or `run`.
struct Run {
    runtime: Obj<Runtime>,
    execution: Obj<Execution>,
    /// Whether the caller has the execution, and may ask it for the value.
    given: bool,
    handler: Option<Handler>,
}

impl Run {
    /// Does `work`, and ends the execution with what it comes to.
    fn perform(
        &self,
        ruby: &Ruby,
        operation: &'static str,
        work: impl FnOnce(Obj<Execution>, Deadline) -> Result<Value, Error>,
    ) -> Result<Value, Error> {
        let deadline = self.execution.begin(operation)?;
        let result = work(self.execution, deadline);
        let put = self.runtime.latest.put(ruby, self.execution.as_value());
        let result = put.and(result);
        Execution::end(self.execution, result, self.given)
    }

    fn connect(&self, ruby: &Ruby) -> Result<(), Error> {
        Execution::answer_by(ruby, self.execution, self.handler)
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
    class.define_singleton_method("ship", function!(kobako_engine::ship, 2))?;
    class.define_singleton_method("compile_ahead", function!(Runtime::compile_ahead, 1))?;
    class.define_singleton_method(
        "compiled_for_others?",
        function!(Runtime::compiled_for_others, 1),
    )?;
    class.define_singleton_method("cache_folder", function!(kobako_engine::cache_folder, 0))?;
    class.define_singleton_method("class_of", function!(reflection::class_of, 1))?;
    class.define_singleton_method("raw_message", function!(reflection::raw_message, 1))?;
    class.define_singleton_method("redefined?", function!(reflection::is_redefined, 2))?;
    class.define_singleton_method("restoring=", function!(kobako_engine::set_restoring, 1))?;
    class.define_singleton_method("kept", function!(Runtime::kept, 0))?;
    class.const_set("SLOTS", kobako_engine::limits::MAX_INVOCATIONS)?;
    class.define_singleton_method("slots_in_use", function!(Runtime::slots_in_use, 0))?;
    class.define_singleton_method("translations", function!(kobako_engine::translations, 0))?;
    class.define_method("seal", method!(Runtime::seal, 2))?;
    class.define_method("eval", method!(Runtime::eval, -1))?;
    class.define_method("run", method!(Runtime::run, -1))?;
    class.define_method("execution", method!(Runtime::execution, 0))?;
    class.define_method("check", method!(Runtime::check, 3))?;
    class.define_method("bytecode", method!(Runtime::bytecode, 2))?;
    class.define_method("on_dispatch=", method!(Runtime::set_on_dispatch, 1))?;
    class.define_method("records=", method!(Runtime::set_records, 1))?;
    class.define_method("preload", method!(Runtime::preload, 0))?;
    class.define_method("programs", method!(Runtime::programs, 0))?;
    class.define_method("latest", method!(Runtime::latest, 0))
}
