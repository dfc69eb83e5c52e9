//! One run of the guest as a coroutine: it runs until it ends, calls a service, or a tick comes.
//!
//! The guest has a stack of its own, so no guest frame is on the Ruby stack while Ruby code runs.

use std::{
    future::{Future, poll_fn},
    mem,
    pin::Pin,
    sync::{
        Arc, Mutex, MutexGuard,
        atomic::{AtomicUsize, Ordering},
    },
    task::{Context, Poll, Waker},
    time::Instant,
};

use wasmtime::UpdateDeadline;

use super::{
    cache::GuestModule, capture::Capture, config::Config, deadline::Deadline, fork, guest,
    gvl::Waiting, host::Host, image::Image, limiter::Limiter, start::Start, trap::Stop,
};
use crate::snapshot::Snapshot;

/// Which call of the guest an invocation makes.
pub enum Call {
    Eval,
    /// The bytes are the invocation envelope.
    Run(Vec<u8>),
}

/// Why `resume` came back.
#[derive(Debug)]
pub enum Step {
    /// The guest calls a service; the bytes are the request.
    Dispatch(Vec<u8>),
    /// A block ended; the bytes are the yield response.
    Yielded(Vec<u8>),
    /// The epoch ticked; the guest has more to do.
    Tick,
    /// The guest ended, with its outcome or because it was stopped.
    Done(Result<Vec<u8>, Stop>),
}

/// What the driver and the guest's side of an invocation share.
pub struct Shared {
    pub stdout: Mutex<Capture>,
    pub stderr: Mutex<Capture>,
    memory_peak: Arc<AtomicUsize>,
    mail: Mutex<Mail>,
    pub deadline: Deadline,
    /// What a replay that was to be kept left; `Some(None)` if it cannot be kept.
    pub kept: Mutex<Option<Option<Image>>>,
    /// The thread to ask for interrupts at each tick; `None` while it holds the GVL.
    waiting: Mutex<Option<Waiting>>,
}

/// What a suspended dispatch is told.
pub enum Answer {
    /// The service ended; the bytes are the response.
    Response(Vec<u8>),
    /// The service yields to its block; the bytes are the arguments.
    Yield(Vec<u8>),
}

#[derive(Default)]
struct Mail {
    step: Option<Step>,
    /// With the time at which it was given.
    answer: Option<(Answer, Instant)>,
}

impl Shared {
    fn mail(&self) -> MutexGuard<'_, Mail> {
        self.mail.lock().expect("no holder panics")
    }

    /// Nanoseconds since the invocation began.
    pub fn elapsed(&self) -> i64 {
        i64::try_from(self.deadline.started.elapsed().as_nanos()).unwrap_or(i64::MAX)
    }

    pub fn on_tick(&self) -> Result<UpdateDeadline, Stop> {
        self.deadline.check(Instant::now())?;
        let waiting = *self.waiting.lock().expect("no holder panics");
        Ok(match waiting {
            Some(thread) if !thread.interrupted() && !fork::is_expected() => {
                UpdateDeadline::Continue(1)
            }
            _ => UpdateDeadline::Yield(1),
        })
    }

    /// Suspends the guest with `step` and waits for the driver's answer.
    pub async fn exchange(&self, step: Step) -> (Answer, Instant) {
        self.mail().step = Some(step);
        poll_fn(|_| self.mail().answer.take().map_or(Poll::Pending, Poll::Ready)).await
    }
}

/// A guest that was started and not yet dropped.
pub struct Invocation {
    guest: Pin<Box<dyn Future<Output = Result<Vec<u8>, Stop>> + Send>>,
    shared: Arc<Shared>,
}

impl Invocation {
    /// Prepares an invocation; its guest runs from the first `resume`.
    pub fn new(
        module: Arc<GuestModule>,
        config: &Config,
        deadline: Deadline,
        start: Start,
        call: Call,
    ) -> Self {
        let memory_peak = Arc::new(AtomicUsize::new(0));
        let shared = Arc::new(Shared {
            stdout: Mutex::new(Capture::new(config.stdout_limit)),
            stderr: Mutex::new(Capture::new(config.stderr_limit)),
            memory_peak: memory_peak.clone(),
            mail: Mutex::default(),
            deadline,
            kept: Mutex::default(),
            waiting: Mutex::default(),
        });
        let limiter = Limiter::new(config.memory_limit, memory_peak);
        let host = Host::new(start.frames, config, shared.clone(), limiter);
        Self {
            guest: Box::pin(guest::run(module, host, call, start.preparation)),
            shared,
        }
    }

    /// Runs the guest with the GVL held, until the next step.
    pub fn resume(&mut self) -> Step {
        match self
            .guest
            .as_mut()
            .poll(&mut Context::from_waker(Waker::noop()))
        {
            Poll::Ready(result) => Step::Done(result),
            Poll::Pending => self.shared.mail().step.take().unwrap_or(Step::Tick),
        }
    }

    /// Tells the innermost suspended dispatch how to go on at the next `resume`, which comes `now`.
    pub fn answer(&mut self, answer: Answer, now: Instant) {
        self.shared.mail().answer = Some((answer, now));
    }

    /// Runs the guest without the GVL, until it ends, calls a service, `thread` has an interrupt,
    /// or the process forks.
    pub fn resume_freely(&mut self, thread: Waiting) -> Step {
        self.watch(Some(thread));
        let step = self.resume();
        self.watch(None);
        step
    }

    fn watch(&self, thread: Option<Waiting>) {
        *self.shared.waiting.lock().expect("no holder panics") = thread;
    }

    /// What a replay that was to be kept left: an image, or the news that it cannot be kept.
    pub fn take_kept(&mut self) -> Option<Option<Image>> {
        self.shared.kept.lock().expect("no holder panics").take()
    }

    /// Drops the guest and gives what it left.
    pub fn finish(self, outcome: Option<Vec<u8>>) -> Snapshot {
        drop(self.guest);
        let take = |stream: &Mutex<Capture>| {
            let mut capture = stream.lock().expect("no writer panics");
            (mem::take(&mut capture.bytes), capture.truncated)
        };
        Snapshot::new(
            outcome,
            take(&self.shared.stdout),
            take(&self.shared.stderr),
            self.shared.memory_peak.load(Ordering::Relaxed),
            self.shared.deadline,
        )
    }
}
