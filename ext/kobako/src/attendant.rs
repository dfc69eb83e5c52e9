//! Who hears of a guest's output as it comes.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use kobako_engine::{Monitor, Stream, Wait, Wanted};
use magnus::{Error, Ruby, Value, prelude::*, value::Opaque};

use crate::gvl::{Holder, WaitError};

/// A thread that runs a guest and hands on what it writes, at each tick and at the end.
pub struct Attendant {
    /// Called with a stream's name and bytes.
    listener: Opaque<Value>,
    monitor: Monitor,
    /// Bytes of each stream that were handed on.
    heard: Arc<[AtomicUsize; 2]>,
}

impl Attendant {
    pub fn new(listener: Opaque<Value>, monitor: Monitor, heard: Arc<[AtomicUsize; 2]>) -> Self {
        monitor.keep_order();
        Self {
            listener,
            monitor,
            heard,
        }
    }

    /// Hands on what was written since the last time, in the order in which it was. What the listener raises ends the
    /// run.
    fn deliver(&self) -> Result<(), Error> {
        let ruby = Ruby::get().expect("output is handed on with the GVL held");
        let mut pieces = self.monitor.order().into_iter();
        pieces.try_for_each(|(stream, bytes)| self.hand_on(&ruby, stream, bytes))
    }

    fn hand_on(&self, ruby: &Ruby, stream: Stream, count: usize) -> Result<(), Error> {
        let (name, heard) = match stream {
            Stream::Stdout => ("stdout", &self.heard[0]),
            Stream::Stderr => ("stderr", &self.heard[1]),
        };
        let start = heard.fetch_add(count, Ordering::Relaxed);
        let bytes = self.monitor.written_to(stream, start, count);
        if bytes.is_empty() {
            return Ok(());
        }
        let arguments = (ruby.to_symbol(name), ruby.str_from_slice(&bytes));
        let _: Value = ruby.get_inner(self.listener).funcall("call", arguments)?;
        Ok(())
    }
}

/// A thread that drives a guest.
pub trait Attend: Wait<Error = WaitError> {
    /// The guest came to a step.
    fn stepped(&self) -> Result<(), Error>;
}

impl Attend for Holder {
    #[inline]
    fn stepped(&self) -> Result<(), Error> {
        Ok(())
    }
}

impl Attend for Attendant {
    fn stepped(&self) -> Result<(), Error> {
        self.deliver()
    }
}

impl Wait for Attendant {
    type Error = WaitError;

    fn check(&self) -> Result<(), WaitError> {
        self.deliver().map_err(WaitError::Interrupt)?;
        Holder.check()
    }

    fn release<R>(&self, work: impl FnOnce(Wanted) -> R) -> Option<R> {
        let (monitor, heard) = (self.monitor.clone(), self.heard.clone());
        Holder.release(|wanted| {
            work(Box::new(move || {
                let heard: usize = heard
                    .iter()
                    .map(|bytes| bytes.load(Ordering::Relaxed))
                    .sum();
                wanted() || monitor.written() > heard
            }))
        })
    }
}
