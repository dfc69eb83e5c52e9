//! How a Runtime drives its guest: from one call of a service to the next, with the GVL and without it.

use std::{sync::Arc, time::Instant};

use magnus::{Error, RArray, RString, Ruby, Value, prelude::*};

use super::{
    Runtime, bytes_of, dispatch,
    fork::AtLarge,
    gvl,
    invocation::{Answer, Step},
    native_stack, ticker,
    trap::Stop,
};
use crate::{codec, errors};

/// How far the guest came.
enum Reached {
    End(Result<Vec<u8>, Stop>),
    /// The bytes are the yield response.
    BlockEnd(Vec<u8>),
}

impl Runtime {
    /// Runs the guest to its end. The outer error is Ruby's: an interrupt that ends the invocation.
    pub(super) fn drive(&self, ruby: &Ruby) -> Result<Result<Vec<u8>, Stop>, Error> {
        Ok(match self.advance(ruby, None)? {
            Reached::End(result) => result,
            Reached::BlockEnd(_) => Err(Stop::Wire("a block ended that no service called".into())),
        })
    }

    /// Calls the block of the innermost request that is being served, from bytes to bytes.
    pub(super) fn yield_to_active_invocation(
        ruby: &Ruby,
        rb_self: &Self,
        arguments: RString,
    ) -> Result<RString, Error> {
        let response = rb_self.run_block(ruby, bytes_of(arguments)?)?;
        Ok(ruby.str_from_slice(&response))
    }

    /// Calls that block with the values of an Array, and tells `yielder` of all but a value.
    pub(super) fn call_block(
        ruby: &Ruby,
        rb_self: &Self,
        values: RArray,
        yielder: Value,
    ) -> Result<Value, Error> {
        let handles = rb_self.handler.handles(ruby);
        let deadline = rb_self.deadline();
        let arguments = codec::encode(ruby, values.as_value(), handles, deadline)?;
        let response = rb_self.run_block(ruby, arguments);
        let response = response.map_err(|error| dispatch::ended(yielder, error))?;
        dispatch::block_value(ruby, yielder, &response, handles, deadline)
    }

    /// Runs the guest to the end of the block that it is to call; the bytes of the yield response.
    fn run_block(&self, ruby: &Ruby, arguments: Vec<u8>) -> Result<Vec<u8>, Error> {
        if !self.is_running() || self.ended.get().is_some() {
            return Err(errors::inactive());
        }
        if let Err(stop) = native_stack::check() {
            return Err(self.stopped(stop));
        }
        let stop = match self.advance(ruby, Some(Answer::Yield(arguments)))? {
            Reached::BlockEnd(response) => return Ok(response),
            Reached::End(Err(stop)) => stop,
            Reached::End(Ok(_)) => Stop::Wire("the guest ended inside a block".into()),
        };
        Err(self.stopped(stop))
    }

    /// Ends the invocation, and gives the exception for it.
    fn stopped(&self, stop: Stop) -> Error {
        let error = errors::stopped(self.operation(), &stop);
        self.end(stop);
        error
    }

    /// Ends the invocation, whatever the service makes of it whose block is under way: the guest cannot go on
    /// from the middle of a block that Ruby left. The first end counts.
    fn end(&self, stop: Stop) {
        if self.ended.get().is_none() {
            self.ended.replace(Some(Arc::new(stop)));
        }
    }

    /// Runs the guest to its end, or to that of the block that `answer` calls, and serves its requests.
    fn advance(&self, ruby: &Ruby, mut answer: Option<Answer>) -> Result<Reached, Error> {
        loop {
            let request = match self.segment(answer.take())? {
                Step::Done(result) => return Ok(Reached::End(result)),
                Step::Yielded(response) => return Ok(Reached::BlockEnd(response)),
                Step::Dispatch(request) => request,
                Step::Tick => unreachable!("a segment goes on after ticks"),
            };
            let response = match native_stack::check() {
                Ok(()) => dispatch::serve(ruby, &self.handler, request, self.deadline()),
                Err(stop) => return Ok(Reached::End(Err(stop))),
            };
            let response = match response {
                Err(error) if error.is_kind_of(ruby.exception_sys_stack_error()) => {
                    return Ok(Reached::End(Err(Stop::RubyStack)));
                }
                response => response.inspect_err(|_| self.end(Stop::LeftBlock))?,
            };
            if let Some(stop) = self.ended.get() {
                return Ok(Reached::End(Err((*stop).clone())));
            }
            match response {
                Some(response) => answer = Some(Answer::Response(response)),
                None => return Ok(Reached::End(Err(Stop::NoDispatcher))),
            }
        }
    }

    /// Runs the guest to its next call or its end: with the GVL up to the first tick, then without it.
    fn segment(&self, answer: Option<Answer>) -> Result<Step, Error> {
        let slot = self.slot();
        let mut current = slot.try_lock().map_err(|_| errors::running())?;
        let invocation = current.as_mut().ok_or_else(errors::inactive)?;
        let begun = Instant::now();
        if let Some(answer) = answer {
            invocation.answer(answer, begun);
        }
        let ticking = ticker::start().map_err(errors::host)?;
        loop {
            match invocation.resume() {
                Step::Tick if begun.elapsed() < ticker::TICK / 2 => {}
                Step::Tick => break,
                step => return Ok(step),
            }
        }
        drop(ticking);
        loop {
            gvl::check_interrupts().inspect_err(|_| self.end(Stop::LeftBlock))?;
            let (ticking, at_large) = (ticker::start().map_err(errors::host)?, AtLarge::begin());
            let step = gvl::without(|thread| {
                let step = invocation.resume_freely(thread);
                drop((ticking, at_large));
                step
            });
            match step {
                Some(Step::Tick) | None => {}
                Some(step) => return Ok(step),
            }
        }
    }
}
