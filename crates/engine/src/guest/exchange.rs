//! What a guest and its driver hand each other: steps on the way out, answers on the way in, and what both look at.

use std::{
    future::poll_fn,
    sync::{
        Arc, Mutex, MutexGuard,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    task::Poll,
    time::Instant,
};

use wasmtime::UpdateDeadline;

use super::{
    image::Image,
    output::{Capture, Order},
};
use crate::{
    clock::Readings,
    config::Config,
    deadline::Deadline,
    pieces::Pieces,
    process::fork,
    stop::{Stop, Stopped},
    wait::Wanted,
};

/// Where a guest came to.
#[derive(Debug)]
pub enum Step {
    /// The guest calls a service; the bytes are the request.
    Dispatch(Vec<u8>),
    /// A block ended; the bytes are the yield response.
    Yielded(Vec<u8>),
    /// The guest ended, with its outcome or because it was stopped.
    Done(Result<Vec<u8>, Stopped>),
}

impl Step {
    /// The bytes of its message, and how many calls of services it begins.
    pub(crate) fn measure(&self) -> (usize, u64) {
        match self {
            Self::Dispatch(request) => (request.len(), 1),
            Self::Yielded(response) => (response.len(), 0),
            Self::Done(outcome) => (outcome.as_ref().map_or(0, Vec::len), 0),
        }
    }
}

/// What a suspended dispatch is told.
pub enum Answer {
    /// The service ended; the bytes are the response.
    Response(Vec<u8>),
    /// The service yields to its block; the bytes are the arguments.
    Yield(Vec<u8>),
}

impl Answer {
    /// The bytes of its message.
    pub(crate) fn bytes(&self) -> usize {
        match self {
            Self::Response(bytes) | Self::Yield(bytes) => bytes.len(),
        }
    }
}

/// What the driver and the guest's side of an invocation share.
pub struct Exchange {
    pub stdout: Mutex<Capture>,
    pub stderr: Mutex<Capture>,
    pub order: Order,
    pub memory_peak: Arc<AtomicUsize>,
    pub deadline: Deadline,
    /// What a replay that was to be kept left; `Some(None)` if it cannot be kept.
    pub kept: Mutex<Option<Option<Image>>>,
    /// What of its own code the guest read, once it has ended and if it says so.
    pub pieces: Mutex<Option<Pieces>>,
    /// What the host's clock showed, if that is kept.
    pub readings: Mutex<Option<Readings>>,
    /// Whether the program runs as its translation.
    pub translated: AtomicBool,
    mail: Mutex<Mail>,
    cancelled: AtomicBool,
    /// What to ask at each tick; `None` lets the guest come back at each.
    wanted: Mutex<Option<Wanted>>,
}

#[derive(Default)]
struct Mail {
    step: Option<Step>,
    /// With the time at which it was given.
    answer: Option<(Answer, Instant)>,
}

impl Exchange {
    /// Of an invocation that ends at `deadline`.
    pub fn new(config: &Config, deadline: Deadline) -> Self {
        Self {
            stdout: Mutex::new(Capture::new(config.stdout_limit)),
            stderr: Mutex::new(Capture::new(config.stderr_limit)),
            order: Order::default(),
            memory_peak: Arc::new(AtomicUsize::new(0)),
            deadline,
            kept: Mutex::default(),
            pieces: Mutex::default(),
            readings: Mutex::default(),
            translated: AtomicBool::new(false),
            mail: Mutex::default(),
            cancelled: AtomicBool::new(false),
            wanted: Mutex::default(),
        }
    }

    fn mail(&self) -> MutexGuard<'_, Mail> {
        self.mail.lock().expect("no holder panics")
    }

    /// Nanoseconds since the invocation began.
    pub fn elapsed(&self) -> i64 {
        i64::try_from(self.deadline.started.elapsed().as_nanos()).unwrap_or(i64::MAX)
    }

    /// What a clock shows that is `now`, or showed when this was done before.
    pub fn show(&self, now: impl FnOnce() -> i64) -> i64 {
        match &mut *self.readings.lock().expect("no holder panics") {
            Some(readings) => readings.show(now),
            None => now(),
        }
    }

    /// Stops the guest at the next tick, or when the service that it called has answered.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// An error once the guest is to go on no longer.
    pub fn check(&self, now: Instant) -> Result<(), Stop> {
        if self.cancelled.load(Ordering::Relaxed) {
            return Err(Stop::Cancelled);
        }
        self.deadline.check(now)
    }

    /// From the next tick on the guest comes back at those at which `wanted` says so.
    pub fn ask(&self, wanted: Option<Wanted>) {
        *self.wanted.lock().expect("no holder panics") = wanted;
    }

    /// Whether the guest goes on or comes back; an error once it is to go on no longer.
    pub fn on_tick(&self) -> Result<UpdateDeadline, Stop> {
        self.check(Instant::now())?;
        let wanted = self.wanted.lock().expect("no holder panics");
        Ok(match &*wanted {
            Some(wanted) if !wanted() && !fork::is_expected() => UpdateDeadline::Continue(1),
            _ => UpdateDeadline::Yield(1),
        })
    }

    /// Suspends the guest with `step` and waits for the driver's answer.
    pub async fn exchange(&self, step: Step) -> (Answer, Instant) {
        self.mail().step = Some(step);
        poll_fn(|_| self.mail().answer.take().map_or(Poll::Pending, Poll::Ready)).await
    }

    /// The step with which the guest suspended itself, if it did.
    pub fn step(&self) -> Option<Step> {
        self.mail().step.take()
    }

    /// What `exchange` gives when the guest goes on, which is `now`.
    pub fn answer(&self, answer: Answer, now: Instant) {
        self.mail().answer = Some((answer, now));
    }
}
