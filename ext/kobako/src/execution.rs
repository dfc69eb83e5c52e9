//! `Kobako::Execution`: one run of a guest, from its settings to what it left.

mod journal;
mod record;

use std::{
    cell::{Cell, OnceCell},
    sync::{Arc, atomic::AtomicUsize},
    time::Duration,
};

use kobako_engine::{Call, Config, GuestModule, Invocation, Monitor, Snapshot, Start};
use magnus::{
    DataTypeFunctions, Error, RArray, RModule, RString, Ruby, Symbol, TypedData, Value, gc::Marker,
    method, prelude::*, typed_data::Obj, value::Opaque,
};

use crate::{
    attendant::Attendant,
    bytes,
    codec::request::Names,
    deadline::{self, Deadline},
    dispatch::Handler,
    drive::Driver,
    errors,
    guest_value::GuestValue,
    gvl::Holder,
    outcome,
    shelf::Shelf,
};

/// Bytes of captures that are worth a look at whether garbage should be collected.
const NOTABLE: usize = 4096;

/// How far a run came.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Settings,
    Running,
    /// It ended with a value.
    Done,
    Failed,
}

/// One run.
#[derive(TypedData)]
#[magnus(class = "Kobako::Execution", free_immediately, mark, size)]
pub struct Execution {
    /// The `Runtime` that it is of, which is to live as long.
    runtime: Opaque<Value>,
    config: Cell<Config>,
    /// Is told of the structs in the result.
    records: Option<Opaque<Value>>,
    stage: Cell<Stage>,
    driver: Driver,
    monitor: OnceCell<Monitor>,
    left: OnceCell<Snapshot>,
    /// From its beginning to its end.
    wall_time: Cell<Duration>,
    /// Whether it was cancelled before it began.
    cancelled: Cell<bool>,
    /// Takes output as it comes.
    listener: Shelf<Option<Opaque<Value>>>,
    /// What this run alone has, if its guest is to be told of it.
    bindings: Shelf<Option<Arc<Vec<u8>>>>,
    /// What the clock of the host is to show first, if what it shows is kept.
    readings: Shelf<Option<Arc<Vec<i64>>>>,
    /// Bytes of output that the listener got.
    heard: Arc<[AtomicUsize; 2]>,
    value: Shelf<Option<Opaque<Value>>>,
    error: Shelf<Option<Opaque<Value>>>,
}

impl DataTypeFunctions for Execution {
    fn mark(&self, marker: &Marker) {
        marker.mark(self.runtime);
        self.driver.mark(marker);
        let values = [
            self.records,
            self.listener.get(),
            self.value.get(),
            self.error.get(),
        ];
        values
            .into_iter()
            .flatten()
            .for_each(|value| marker.mark(value));
    }

    fn size(&self) -> usize {
        size_of::<Self>() + self.left.get().map_or(0, Snapshot::captured)
    }
}

impl Execution {
    pub fn new(
        runtime: Value,
        config: Config,
        names: Arc<Names>,
        records: Option<Opaque<Value>>,
    ) -> Self {
        Self {
            runtime: runtime.into(),
            config: Cell::new(config),
            records,
            stage: Cell::new(Stage::Settings),
            driver: Driver::new(names),
            monitor: OnceCell::new(),
            left: OnceCell::new(),
            wall_time: Cell::default(),
            cancelled: Cell::default(),
            listener: Shelf::default(),
            bindings: Shelf::default(),
            readings: Shelf::default(),
            heard: Arc::default(),
            value: Shelf::default(),
            error: Shelf::default(),
        }
    }

    /// The caps of this run.
    pub fn config(&self) -> Config {
        self.config.get()
    }

    pub fn driver(&self) -> &Driver {
        &self.driver
    }

    /// The time from now on counts; an error if it began already.
    pub fn begin(&self, operation: &'static str) -> Result<Deadline, Error> {
        if self.stage.get() != Stage::Settings {
            return Err(errors::running());
        }
        self.stage.set(Stage::Running);
        let limit = kobako_engine::Deadline::from_now(self.config().timeout);
        let deadline = Deadline { operation, limit };
        self.driver.begin(deadline);
        Ok(deadline)
    }

    /// Lets `handler` answer the requests of this run.
    pub fn answer_by(ruby: &Ruby, this: Obj<Self>, handler: Option<Handler>) -> Result<(), Error> {
        this.driver.answer_by(handler);
        handler.map_or(Ok(()), |handler| handler.begin(ruby, this.as_value()))
    }

    /// Runs the guest to its value, or to the exception that is to be raised.
    pub fn drive(
        ruby: &Ruby,
        this: Obj<Self>,
        module: Arc<GuestModule>,
        start: Start,
        call: Call,
        deadline: Deadline,
    ) -> Result<Value, Error> {
        let config = this.config();
        let bindings = this.bindings.replace(None);
        let start = start.binding(bindings.map(Arc::unwrap_or_clone));
        let invocation = Invocation::new(module, &config, deadline.limit, start, call);
        this.keep_watch(invocation.monitor());
        let handles = this.driver.handles(ruby);
        let handler = this.driver.handler();
        let records = this.records.map(|records| ruby.get_inner(records));
        let read = |bytes| outcome::read(ruby, bytes, handles, deadline, handler, records);
        let driver = &this.driver;
        let (invocation, value) = match this.attendant() {
            None => driver.run(ruby, invocation, &Holder, read),
            Some(attendant) => driver.run(ruby, invocation, &attendant, read),
        }?;
        let left = invocation.finish();
        if left.captured() > NOTABLE {
            // The collector looks at what the engine keeps when Ruby itself allocates.
            let _ = ruby.str_with_capacity(NOTABLE);
        }
        let _ = this.left.set(left);
        value
    }

    fn keep_watch(&self, monitor: Monitor) {
        if self.cancelled.get() {
            monitor.cancel();
        }
        if let Some(readings) = self.readings.replace(None) {
            monitor.show_again(Arc::unwrap_or_clone(readings));
        }
        let _ = self.monitor.set(monitor);
    }

    fn attendant(&self) -> Option<Attendant> {
        let listener = self.listener.get()?;
        let monitor = self.monitor.get()?.clone();
        Some(Attendant::new(listener, monitor, self.heard.clone()))
    }

    /// It is over. Gives what is to be raised for `result`, whose value is kept if `keep` says so.
    pub fn end(this: Obj<Self>, result: Result<Value, Error>, keep: bool) -> Result<Value, Error> {
        let ruby = Ruby::get_with(this);
        this.driver.answer_by(None);
        let begun = this
            .driver
            .deadline()
            .map(|deadline| deadline.limit.started);
        this.wall_time
            .set(begun.map_or(Duration::ZERO, |begun| begun.elapsed()));
        let result = result.map_err(|error| outcome::failure(&ruby, error, this.as_value()));
        match &result {
            Ok(value) if keep => drop(this.value.replace(Some((*value).into()))),
            Ok(_) => {}
            Err(error) => drop(this.error.replace(error.value().map(Opaque::from))),
        }
        this.stage.set(match result {
            Ok(_) => Stage::Done,
            Err(_) => Stage::Failed,
        });
        this.freeze();
        result
    }

    fn set_timeout(&self, seconds: Option<f64>) -> Result<(), Error> {
        self.settings()?;
        let timeout = seconds.map(deadline::duration);
        self.config.set(Config {
            timeout,
            ..self.config()
        });
        Ok(())
    }

    fn set_memory_limit(&self, memory_limit: Option<usize>) -> Result<(), Error> {
        self.settings()?;
        self.config.set(Config {
            memory_limit,
            ..self.config()
        });
        Ok(())
    }

    fn set_listener(&self, listener: Value) -> Result<(), Error> {
        self.settings()?;
        self.listener
            .replace((!listener.is_nil()).then(|| listener.into()));
        Ok(())
    }

    fn set_bindings(&self, preamble: RString) -> Result<(), Error> {
        self.settings()?;
        let preamble = bytes::copied(preamble)?;
        self.bindings.replace(Some(Arc::new(preamble)));
        Ok(())
    }

    fn settings(&self) -> Result<(), Error> {
        match self.stage.get() {
            Stage::Settings => Ok(()),
            _ => Err(errors::running()),
        }
    }

    fn cancel(&self) {
        match self.monitor.get() {
            Some(monitor) => monitor.cancel(),
            None => self.cancelled.set(true),
        }
    }

    fn stage(ruby: &Ruby, rb_self: &Self) -> Symbol {
        ruby.to_symbol(match rb_self.stage.get() {
            Stage::Settings => "settings",
            Stage::Running => "running",
            Stage::Done => "done",
            Stage::Failed => "failed",
        })
    }

    fn operation(&self) -> &'static str {
        self.driver.operation()
    }

    fn raw_value(ruby: &Ruby, rb_self: &Self) -> Value {
        let value = rb_self.value.get();
        value.map_or_else(|| ruby.qnil().as_value(), |value| ruby.get_inner(value))
    }

    fn error(ruby: &Ruby, rb_self: &Self) -> Value {
        let error = rb_self.error.get();
        error.map_or_else(|| ruby.qnil().as_value(), |error| ruby.get_inner(error))
    }

    /// Calls the block of the innermost request that is being served, from bytes to bytes.
    fn yield_to_block(ruby: &Ruby, rb_self: &Self, arguments: RString) -> Result<RString, Error> {
        let arguments = bytes::copied(arguments)?;
        let response = rb_self.driver.run_block(ruby, arguments, &Holder)?;
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
        let home = (rb_self.as_value(), rb_self.config().memory_limit);
        if rb_self.listener.get().is_some() {
            return Self::call_attended(ruby, rb_self, values, yielder);
        }
        driver.call_block(ruby, values, yielder, home, &Holder)
    }

    /// The same for a run whose output is handed on. Not a part of the frame that is there during the other call.
    #[cold]
    #[inline(never)]
    fn call_attended(
        ruby: &Ruby,
        rb_self: Obj<Self>,
        values: RArray,
        yielder: Value,
    ) -> Result<Value, Error> {
        let home = (rb_self.as_value(), rb_self.config().memory_limit);
        let attendant = rb_self.attendant().ok_or_else(errors::inactive)?;
        rb_self
            .driver
            .call_block(ruby, values, yielder, home, &attendant)
    }

    /// Gets a value that stayed in the guest.
    fn fetch_value(
        ruby: &Ruby,
        rb_self: Obj<Self>,
        known: Obj<GuestValue>,
    ) -> Result<Value, Error> {
        let (driver, fetcher) = (&rb_self.driver, rb_self.as_value());
        match rb_self.attendant() {
            None => driver.fetch(ruby, known, fetcher, &Holder),
            Some(attendant) => driver.fetch(ruby, known, fetcher, &attendant),
        }
    }
}

/// Defines `Kobako::Execution`.
pub fn init(ruby: &Ruby, kobako: RModule) -> Result<(), Error> {
    let class = kobako.define_class("Execution", ruby.class_object())?;
    class.undef_default_alloc_func();
    // Looked up now: at the first use it could let another thread in that waits for the same look-up.
    Execution::class(ruby);
    class.define_method("cancel", method!(Execution::cancel, 0))?;
    class.define_method("error", method!(Execution::error, 0))?;
    class.define_method("stdout_truncated?", method!(Execution::stdout_truncated, 0))?;
    class.define_method("stderr_truncated?", method!(Execution::stderr_truncated, 0))?;
    class.define_method("operation", method!(Execution::operation, 0))?;
    class.define_method("call_block", method!(Execution::call_block, 2))?;
    class.define_method("fetch_value", method!(Execution::fetch_value, 1))?;
    class.define_method("yield_to_block", method!(Execution::yield_to_block, 1))?;
    class.define_method("respond", method!(Execution::respond, 2))?;
    class.define_method("readings", method!(Execution::readings, 1))?;
    class.define_private_method("stage", method!(Execution::stage, 0))?;
    class.define_private_method("raw_value", method!(Execution::raw_value, 0))?;
    class.define_private_method("raw_stdout", method!(Execution::raw_stdout, 0))?;
    class.define_private_method("raw_stderr", method!(Execution::raw_stderr, 0))?;
    class.define_private_method("costs", method!(Execution::costs, 0))?;
    class.define_private_method("limit_time", method!(Execution::set_timeout, 1))?;
    class.define_private_method("limit_memory", method!(Execution::set_memory_limit, 1))?;
    class.define_private_method("give", method!(Execution::set_bindings, 1))?;
    class.define_private_method("keep_conditions", method!(Execution::set_conditions, 2))?;
    class.define_private_method("show_again", method!(Execution::set_readings, 1))?;
    class.define_private_method("listen", method!(Execution::set_listener, 1))
}
