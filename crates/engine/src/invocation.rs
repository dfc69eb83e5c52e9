//! One run of the guest as a coroutine: it runs until it ends or calls a service.
//!
//! The guest has a stack of its own, so no guest frame is on its driver's stack while that serves a request.

use std::{
    future::Future,
    mem,
    pin::Pin,
    sync::{Arc, Mutex, atomic::Ordering},
    task::{Context, Poll, Waker},
    time::Instant,
};

use crate::{
    config::Config,
    deadline::Deadline,
    guest::{
        exchange::{Answer, Exchange, Step},
        instance::{self, Call, OUTCOMES},
        limiter::Limiter,
        output::Capture,
        state::State,
    },
    meter::{Meter, thread_time},
    module::GuestModule,
    monitor::Monitor,
    process::{
        fork::AtLarge,
        ticker::{TICK, Ticking},
    },
    reuse::programs::Sighting,
    snapshot::Snapshot,
    start::{Keeper, Start},
    stop::{Stop, Stopped},
    tier::heat::Heat,
    wait::{Blocking, Wait},
};

/// A guest that was started and not yet dropped.
pub struct Invocation {
    guest: Pin<Box<dyn Future<Output = Result<Vec<u8>, Stopped>> + Send>>,
    exchange: Arc<Exchange>,
    meter: Meter,
    reused: bool,
    module: Arc<GuestModule>,
    /// Takes what the guest is to leave for others.
    keeper: Option<Keeper>,
    /// Of a program that is not kept.
    sighting: Option<Sighting>,
    /// Whether its time to the first step was counted.
    timed: bool,
    heat: Option<Arc<Heat>>,
}

impl Invocation {
    /// Prepares an invocation; its guest runs from the first `advance`.
    pub fn new(
        module: Arc<GuestModule>,
        config: &Config,
        deadline: Deadline,
        start: Start,
        call: Call,
    ) -> Self {
        let exchange = Arc::new(Exchange::new(config, deadline));
        let limiter = Limiter::new(config.memory_limit, exchange.memory_peak.clone());
        let mut meter = Meter::default();
        meter.cost.bytes_sent = start.sent + call.bytes();
        let state = State::new(start.frames, config, exchange.clone(), limiter);
        let linked = module.linked.clone();
        Self {
            guest: Box::pin(instance::run(
                linked,
                state,
                call,
                start.preparation,
                start.bindings,
            )),
            exchange,
            meter,
            reused: start.reused,
            module,
            keeper: start.keeper,
            sighting: start.sighting,
            timed: false,
            heat: start.heat,
        }
    }

    /// Runs the guest to its next step, from the innermost suspended dispatch on, if there is one, which `answer` tells
    /// how to go on. The waiter's lock is held up to the first tick, then not.
    pub fn advance<W: Wait>(
        &mut self,
        answer: Option<Answer>,
        waiter: &W,
    ) -> Result<Step, W::Error> {
        let begun = Instant::now();
        let step = self.step(answer, waiter, begun);
        if let Some(sighting) = self.sighting
            && !mem::replace(&mut self.timed, true)
        {
            self.module.programs.spend(sighting, begun.elapsed());
        }
        if let Some(heat) = self.heat.take() {
            let translated = self.exchange.translated.load(Ordering::Relaxed);
            heat.spend(begun.elapsed(), translated);
        }
        step
    }

    fn step<W: Wait>(
        &mut self,
        answer: Option<Answer>,
        waiter: &W,
        begun: Instant,
    ) -> Result<Step, W::Error> {
        if let Some(answer) = answer {
            self.meter.answered(begun, answer.bytes());
            self.exchange.answer(answer, begun);
        }
        let ticking = Ticking::begin()?;
        loop {
            match self.resume() {
                Some(step) => {
                    let (bytes, calls) = step.measure();
                    self.meter.left(begun, bytes, calls);
                    return Ok(step);
                }
                None if begun.elapsed() < TICK / 2 => {}
                None => break,
            }
        }
        drop(ticking);
        self.meter.cost.cpu_time += begun.elapsed();
        self.go_on(waiter)
    }

    /// Runs a guest that came to a tick to its next step.
    fn go_on<W: Wait>(&mut self, waiter: &W) -> Result<Step, W::Error> {
        loop {
            waiter.check()?;
            let (ticking, at_large) = (Ticking::begin()?, AtLarge::begin());
            let step = waiter.release(|wanted| {
                let before = thread_time();
                self.exchange.ask(Some(wanted));
                let step = self.resume();
                self.exchange.ask(None);
                drop((ticking, at_large));
                self.meter.cost.cpu_time += thread_time().saturating_sub(before);
                step
            });
            if let Some(step) = step.flatten() {
                let (bytes, calls) = step.measure();
                self.meter.left(Instant::now(), bytes, calls);
                return Ok(step);
            }
        }
    }

    /// Runs the guest to its next step; `None` if it came back at a tick.
    fn resume(&mut self) -> Option<Step> {
        match self
            .guest
            .as_mut()
            .poll(&mut Context::from_waker(Waker::noop()))
        {
            Poll::Ready(result) => Some(Step::Done(result)),
            Poll::Pending => self.exchange.step(),
        }
    }

    /// Runs the guest to its outcome, with the responses that `service` gives to its requests. No block is called.
    pub fn run(&mut self, mut service: impl FnMut(Vec<u8>) -> Vec<u8>) -> Result<Vec<u8>, Stopped> {
        let mut answer = None;
        loop {
            let step = self.advance(answer.take(), &Blocking);
            match step.map_err(|failure| Stop::Trap(failure.to_string()))? {
                Step::Dispatch(request) => answer = Some(Answer::Response(service(request))),
                Step::Yielded(_) => {
                    return Err(Stop::Wire("a block ended that no service called".into()).into());
                }
                Step::Done(result) => return result,
            }
        }
    }

    /// Ends the invocation now: drops the guest and gives what it left.
    pub fn finish(mut self) -> Snapshot {
        self.keep();
        drop(self.guest);
        let take = |stream: &Mutex<Capture>| {
            let mut capture = stream.lock().expect("no writer panics");
            (mem::take(&mut capture.bytes), capture.truncated)
        };
        Snapshot::new(
            take(&self.exchange.stdout),
            take(&self.exchange.stderr),
            self.exchange.memory_peak.load(Ordering::Relaxed),
            self.exchange.deadline.started,
            self.meter.cost,
            self.reused,
        )
    }

    /// What another thread may look at and stop it by while it is driven.
    pub fn monitor(&self) -> Monitor {
        Monitor(self.exchange.clone())
    }

    /// Keeps the buffer of an outcome that was read, for the next one.
    pub fn recycle(outcome: Vec<u8>) {
        OUTCOMES.give(outcome);
    }

    /// Keeps what the guest was to leave for others: an image, or the news that there can be none; and notes what it
    /// read of its own code.
    fn keep(&mut self) {
        let pieces = self
            .exchange
            .pieces
            .lock()
            .expect("no holder panics")
            .take();
        if let (Some(sighting), Some(pieces)) = (self.sighting, pieces) {
            self.module.programs.note(sighting, pieces);
        }
        let Some(keeper) = self.keeper.take() else {
            return;
        };
        let kept = self.exchange.kept.lock().expect("no holder panics").take();
        if let Some(image) = kept {
            keeper.keep(&self.module, image);
        }
    }
}
