//! Who hears of a guest's output as it comes.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use kobako_engine::{Monitor, Wait, Wanted};
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
        Self {
            listener,
            monitor,
            heard,
        }
    }

    /// Hands on what was written since the last time. What the listener raises ends the run.
    fn deliver(&self) -> Result<(), Error> {
        let ruby = Ruby::get().expect("output is handed on with the GVL held");
        let (stdout, stderr) = (&self.heard[0], &self.heard[1]);
        self.hand_on(&ruby, "stdout", stdout, |start| {
            self.monitor.stdout(start).0
        })?;
        self.hand_on(&ruby, "stderr", stderr, |start| {
            self.monitor.stderr(start).0
        })
    }

    fn hand_on(
        &self,
        ruby: &Ruby,
        stream: &str,
        heard: &AtomicUsize,
        since: impl Fn(usize) -> Vec<u8>,
    ) -> Result<(), Error> {
        let bytes = since(heard.load(Ordering::Relaxed));
        if bytes.is_empty() {
            return Ok(());
        }
        heard.fetch_add(bytes.len(), Ordering::Relaxed);
        let arguments = (ruby.to_symbol(stream), ruby.str_from_slice(&bytes));
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
