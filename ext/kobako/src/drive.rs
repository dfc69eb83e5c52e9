//! How an invocation is driven: from one call of a service to the next.

use std::{
    cell::Cell,
    mem,
    sync::{Arc, Mutex},
};

use kobako_engine::{Answer, Invocation, Step};
use kobako_wire::envelope::YieldResponse;
use magnus::{Error, RArray, Ruby, Value, gc::Marker, prelude::*, typed_data::Obj};

use crate::{
    attendant::Attend,
    codec::{self, Handles, Origin, request::Names},
    deadline::Deadline,
    dispatch::{self, Dispatcher, Handler},
    ending::Ending,
    errors,
    guest_value::{GuestValue, GuestValues},
    gvl::WaitError,
    native_stack,
    shelf::Shelf,
};

/// The invocation under way; locked while its guest runs.
type Slot = Mutex<Option<Invocation>>;

/// How far the guest came.
enum Reached {
    End(Result<Vec<u8>, Ending>),
    /// The bytes are the yield response.
    BlockEnd(Vec<u8>),
}

/// Drives one invocation.
pub struct Driver {
    /// Lent out while the guest runs. Held here and not on the Ruby stack, so that the collection of an
    /// abandoned fiber frees its guest.
    slot: Arc<Slot>,
    deadline: Cell<Option<Deadline>>,
    /// How many requests are being served, each in the block of the one before.
    serving: Cell<usize>,
    /// Why the invocation ended, if that was inside a block that a service called.
    ended: Shelf<Option<Arc<Ending>>>,
    handler: Shelf<Option<Handler>>,
    names: Arc<Names>,
    /// Those that stayed in the guest.
    values: GuestValues,
}

impl Driver {
    pub fn new(names: Arc<Names>) -> Self {
        Self {
            slot: Arc::default(),
            deadline: Cell::default(),
            serving: Cell::default(),
            ended: Shelf::default(),
            handler: Shelf::default(),
            names,
            values: GuestValues::default(),
        }
    }

    pub fn mark(&self, marker: &Marker) {
        self.values.mark(marker);
        if let Some(handler) = self.handler.get() {
            handler.mark(marker);
        }
    }

    /// From now on `handler` answers.
    pub fn answer_by(&self, handler: Option<Handler>) {
        self.handler.replace(handler);
    }

    pub fn handler(&self) -> Option<Handler> {
        self.handler.get()
    }

    /// The handle table of the one who answers.
    pub fn handles(&self, ruby: &Ruby) -> Handles {
        self.handler.get().and_then(|handler| handler.handles(ruby))
    }

    /// The time counts from now on.
    pub fn begin(&self, deadline: Deadline) {
        self.deadline.set(Some(deadline));
    }

    /// Of the invocation, once it has begun.
    pub fn deadline(&self) -> Option<Deadline> {
        self.deadline.get()
    }

    /// Runs the guest to its end, which `read` makes of its outcome. Gives what the invocation left, and what came of
    /// it.
    pub fn run(
        &self,
        ruby: &Ruby,
        invocation: Invocation,
        waiter: &impl Attend,
        read: impl FnOnce(Vec<u8>) -> Result<Value, Error>,
    ) -> Result<(Invocation, Result<Value, Error>), Error> {
        // No share of the slot stays on this stack: it may be that of a fiber which is never resumed.
        *self.slot.try_lock().map_err(|_| errors::running())? = Some(invocation);
        let driven = self.drive(ruby, waiter);
        self.values.end();
        let ended = |ending: &Ending| Err(errors::ended(self.operation(), ending));
        let value = match (self.ended.replace(None).as_deref(), driven) {
            (None | Some(Ending::LeftBlock), Err(error)) => Err(error),
            (Some(ending), _) => ended(ending),
            (None, Ok(Err(ending))) => ended(&ending),
            (None, Ok(Ok(outcome))) => read(outcome),
        };
        let invocation = self
            .slot
            .try_lock()
            .ok()
            .and_then(|mut current| current.take());
        let invocation = invocation.ok_or_else(errors::running)?;
        Ok((invocation, value))
    }

    /// Runs the guest to its end. The outer error is Ruby's: an interrupt that ends the invocation.
    fn drive(&self, ruby: &Ruby, waiter: &impl Attend) -> Result<Result<Vec<u8>, Ending>, Error> {
        Ok(match self.advance(ruby, None, waiter)? {
            Reached::End(result) => result,
            Reached::BlockEnd(_) => Err(Ending::wire("a block ended that no service called")),
        })
    }

    /// Calls the block of the innermost request that is being served with the values of an Array, and tells `yielder`
    /// of all but a value. `fetcher` answers `fetch_value`; the guest's memory may grow by `memory_limit`.
    pub fn call_block(
        &self,
        ruby: &Ruby,
        values: RArray,
        yielder: Value,
        (fetcher, memory_limit): (Value, Option<usize>),
        waiter: &impl Attend,
    ) -> Result<Value, Error> {
        let arguments = self.arguments(ruby, values, yielder, memory_limit, waiter)?;
        let response = self.run_block(ruby, arguments, waiter);
        self.block_value(ruby, response, yielder, fetcher)
    }

    /// The message of the block's arguments. Not a part of the frame that is there while the block runs, as is what
    /// reads its value: blocks nest.
    #[inline(never)]
    fn arguments(
        &self,
        ruby: &Ruby,
        values: RArray,
        yielder: Value,
        memory_limit: Option<usize>,
        waiter: &impl Attend,
    ) -> Result<Vec<u8>, Error> {
        let Some(recorder) = self.recorder() else {
            self.release(ruby, memory_limit, waiter)
                .map_err(|error| dispatch::ended(yielder, error))?;
            return codec::encode(ruby, values.as_value(), self.handles(ruby), self.deadline());
        };
        // When values are released hangs on the collector, and would not come again: so none are.
        let arguments =
            codec::encode(ruby, values.as_value(), self.handles(ruby), self.deadline())?;
        recorder.yielding(ruby, &arguments)?;
        Ok(arguments)
    }

    /// Who answers, if that one keeps a record.
    fn recorder(&self) -> Option<Handler> {
        self.handler.get().filter(Handler::records)
    }

    #[inline(never)]
    fn block_value(
        &self,
        ruby: &Ruby,
        response: Result<Vec<u8>, Error>,
        yielder: Value,
        fetcher: Value,
    ) -> Result<Value, Error> {
        let response = response.map_err(|error| dispatch::ended(yielder, error))?;
        if let Some(recorder) = self.recorder() {
            recorder.yielded(ruby, &response)?;
        }
        let (handles, deadline, values) = (self.handles(ruby), self.deadline(), &self.values);
        let origin = Origin { values, fetcher };
        dispatch::block_value(ruby, yielder, &response, handles, deadline, origin)
    }

    /// The response of `dispatcher` to a request of this run.
    pub fn respond(
        &self,
        ruby: &Ruby,
        dispatcher: Value,
        request: Vec<u8>,
    ) -> Result<Vec<u8>, Error> {
        let handles = self.handles(ruby).ok_or_else(errors::inactive)?;
        Dispatcher {
            object: dispatcher,
            handles,
        }
        .respond(ruby, &self.names, request, self.deadline())
    }

    /// The value that stayed in the guest as `known`. `fetcher` as for `call_block`.
    pub fn fetch(
        &self,
        ruby: &Ruby,
        known: Obj<GuestValue>,
        fetcher: Value,
        waiter: &impl Attend,
    ) -> Result<Value, Error> {
        if !self.values.gave(&known) {
            return Err(errors::value_gone());
        }
        let handler = self.handler.get().filter(|_| self.values.is_at_home(ruby));
        let (Some(handler), 1.., None) = (handler, self.serving.get(), self.ended.get()) else {
            return Err(errors::value_elsewhere());
        };
        let dispatcher = handler.object(ruby);
        let response = self
            .ask(codec::encode_fetch(known.known())?, waiter)
            .map_err(|error| dispatch::ended(dispatcher, error))?;
        let (handles, values) = (handler.handles(ruby), &self.values);
        let origin = Origin { values, fetcher };
        let deadline = self.deadline();
        dispatch::fetched_value(
            ruby, dispatcher, known, &response, handles, deadline, origin,
        )
    }

    /// Tells the guest which of its values the host does not hold any more, when that is due.
    fn release(
        &self,
        ruby: &Ruby,
        memory_limit: Option<usize>,
        waiter: &impl Attend,
    ) -> Result<(), Error> {
        let released = self.values.due(ruby, memory_limit)?;
        if released.is_empty() {
            return Ok(());
        }
        let response = self.ask(codec::encode_release(released)?, waiter)?;
        if response.first() != Some(&YieldResponse::VALUE) {
            return Err(self.ended(Ending::wire("the guest did not release its values")));
        }
        Ok(())
    }

    /// Has the guest answer what it answers without running code of the script.
    fn ask(&self, request: Vec<u8>, waiter: &impl Attend) -> Result<Vec<u8>, Error> {
        if self.serving.get() == 0 || self.ended.get().is_some() {
            return Err(errors::inactive());
        }
        let ending = match self.segment(Some(Answer::Yield(request)), waiter)? {
            Step::Yielded(response) => return Ok(response),
            Step::Done(Err(stop)) => Ending::from(stop),
            Step::Done(Ok(_)) => Ending::wire("the guest ended where it was asked for a value"),
            Step::Dispatch(_) => {
                Ending::wire("the guest called a service where it was asked for a value")
            }
        };
        Err(self.ended(ending))
    }

    /// Calls that block from bytes to bytes: those of the arguments, and of the yield response.
    pub fn run_block(
        &self,
        ruby: &Ruby,
        arguments: Vec<u8>,
        waiter: &impl Attend,
    ) -> Result<Vec<u8>, Error> {
        if self.serving.get() == 0 || self.ended.get().is_some() {
            return Err(errors::inactive());
        }
        if let Err(ending) = native_stack::check() {
            return Err(self.ended(ending));
        }
        let ending = match self.advance(ruby, Some(Answer::Yield(arguments)), waiter)? {
            Reached::BlockEnd(response) => return Ok(response),
            Reached::End(Err(ending)) => ending,
            Reached::End(Ok(_)) => Ending::wire("the guest ended inside a block"),
        };
        Err(self.ended(ending))
    }

    /// Ends the invocation, and gives the exception for it.
    fn ended(&self, ending: Ending) -> Error {
        let error = errors::ended(self.operation(), &ending);
        self.end(ending);
        error
    }

    /// Ends the invocation, whatever the service makes of it whose block is under way: the guest cannot go on
    /// from the middle of a block that Ruby left. The first end counts.
    fn end(&self, ending: Ending) {
        if self.ended.get().is_none() {
            self.ended.replace(Some(Arc::new(ending)));
        }
    }

    /// Runs the guest to its end, or to that of the block that `answer` calls, and serves its requests.
    fn advance(
        &self,
        ruby: &Ruby,
        mut answer: Option<Answer>,
        waiter: &impl Attend,
    ) -> Result<Reached, Error> {
        loop {
            let request = match self.segment(answer.take(), waiter)? {
                Step::Done(result) => return Ok(Reached::End(result.map_err(Ending::from))),
                Step::Yielded(response) => return Ok(Reached::BlockEnd(response)),
                Step::Dispatch(request) => request,
            };
            if let Err(ending) = native_stack::check() {
                return Ok(Reached::End(Err(ending)));
            }
            let Some(handler) = self.handler.get() else {
                return Ok(Reached::End(Err(Ending::NoDispatcher)));
            };
            self.serving.set(self.serving.get() + 1);
            let response = dispatch::serve(ruby, handler, &self.names, request, self.deadline());
            self.serving.set(self.serving.get().saturating_sub(1));
            let response = match response {
                Err(error) if error.is_kind_of(ruby.exception_sys_stack_error()) => {
                    return Ok(Reached::End(Err(Ending::RubyStack)));
                }
                response => response.inspect_err(|_| self.end(Ending::LeftBlock))?,
            };
            if let Some(ending) = self.ended.get() {
                return Ok(Reached::End(Err((*ending).clone())));
            }
            answer = Some(Answer::Response(response));
        }
    }

    /// Runs the guest to its next call or its end.
    fn segment(&self, answer: Option<Answer>, waiter: &impl Attend) -> Result<Step, Error> {
        let mut current = self.slot.try_lock().map_err(|_| errors::running())?;
        let invocation = current.as_mut().ok_or_else(errors::inactive)?;
        let step = invocation.advance(answer, waiter);
        drop(current);
        let step = step.and_then(|step| {
            waiter.stepped().map_err(WaitError::Interrupt)?;
            Ok(step)
        });
        step.map_err(|error| {
            if let WaitError::Interrupt(_) = error {
                self.end(Ending::LeftBlock);
            }
            error.into()
        })
    }

    /// The call that errors are reported for; empty before it has begun.
    pub fn operation(&self) -> &'static str {
        self.deadline().map_or("", |deadline| deadline.operation)
    }
}

impl Drop for Driver {
    /// In a process that another thread forked while the guest ran, its thread is gone and its stack is in use: it is
    /// only forgotten.
    fn drop(&mut self) {
        if self.slot.try_lock().is_err() {
            mem::forget(self.slot.clone());
        }
    }
}
