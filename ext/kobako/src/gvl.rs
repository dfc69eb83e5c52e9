//! Ruby's global VM lock and its interrupts; no other file calls these parts of the C API.

use std::{
    ffi::c_void,
    hint,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    ptr, thread,
};

use kobako_engine::{SetupFailure, Wait, Wanted};
use magnus::{Error, rb_sys::protect};

use crate::errors;

struct Job<F, R> {
    work: Option<F>,
    result: Option<thread::Result<R>>,
}

extern "C" fn run<F: FnOnce() -> R, R>(job: *mut c_void) -> *mut c_void {
    // SAFETY: `without` passes its own live `Job<F, R>` and waits for this call to end.
    let job = unsafe { &mut *job.cast::<Job<F, R>>() };
    if let Some(work) = job.work.take() {
        job.result = Some(catch_unwind(AssertUnwindSafe(work)));
    }
    ptr::null_mut()
}

/// A thread that runs without the GVL, to be asked whether Ruby wants it back.
///
/// A copy of the thread's object off Ruby's heap, whose pages another thread may have closed to compact them.
#[derive(Clone, Copy)]
struct Waiting(rb_sys::stable::RTypedData);

// SAFETY: the pointers inside belong to a thread that `without` keeps alive, and nobody writes through them.
unsafe impl Send for Waiting {}

impl Waiting {
    /// `thread` is a live Thread, and the GVL is held.
    fn new(thread: rb_sys::VALUE) -> Self {
        // SAFETY: every Thread is such a struct, none of which is part of what it describes.
        Self(unsafe { *(thread as *const rb_sys::stable::RTypedData) })
    }

    /// Whether an interrupt is pending: `Thread#raise`, `Thread#kill`, a signal.
    fn interrupted(&self) -> bool {
        let copy = ptr::from_ref(&self.0) as rb_sys::VALUE;
        // SAFETY: only the copy's type and the flag that it points to are read.
        unsafe { rb_sys::rb_thread_interrupted(copy) != 0 }
    }
}

/// Runs `work` without the GVL; `work` touches no Ruby value, and comes back soon after an interrupt.
/// `None` if an interrupt was pending already, and `work` did not run.
///
/// Ruby gets no function to unblock this thread: it would call it for some interrupts only, and from
/// a helper thread whose end may raise here. `work` asks `Waiting` instead.
fn without<F: FnOnce(Waiting) -> R, R>(work: F) -> Option<R> {
    // SAFETY: called with the GVL held, by a Ruby thread.
    let thread = unsafe { rb_sys::rb_thread_current() };
    let waiting = Waiting::new(thread);
    let mut job = Job {
        work: Some(|| work(waiting)),
        result: None,
    };
    run_job(&mut job);
    // On the stack to the end, so that the GC does not free what `waiting` points to.
    hint::black_box(thread);
    job.result
        .map(|result| result.unwrap_or_else(|panic| resume_unwind(panic)))
}

fn run_job<F: FnOnce() -> R, R>(job: &mut Job<F, R>) {
    // SAFETY: the job outlives the call, and `run` catches every panic. This variant of the call
    // raises nothing itself: pending interrupts make it return at once.
    unsafe {
        rb_sys::rb_thread_call_without_gvl2(
            Some(run::<F, R>),
            ptr::from_mut(job).cast(),
            None,
            ptr::null_mut(),
        );
    }
}

/// Lets Ruby handle what is pending: `Thread#raise`, `Thread#kill`, signals, thread switches.
pub fn check_interrupts() -> Result<(), Error> {
    protect(|| {
        // SAFETY: called with the GVL held; what it raises is caught by `protect`.
        unsafe { rb_sys::rb_thread_check_ints() };
        rb_sys::Qnil.into()
    })
    .map(drop)
}

/// What ends a wait in the engine.
pub enum WaitError {
    /// An interrupt.
    Interrupt(Error),
    /// What was waited for failed.
    Failure(Error),
}

impl From<SetupFailure> for WaitError {
    fn from(failure: SetupFailure) -> Self {
        Self::Failure(errors::setup(failure))
    }
}

impl From<WaitError> for Error {
    fn from(error: WaitError) -> Self {
        match error {
            WaitError::Interrupt(error) | WaitError::Failure(error) => error,
        }
    }
}

/// A thread that holds the GVL, and gives it up while it waits in the engine.
pub struct Holder;

impl Wait for Holder {
    type Error = WaitError;

    fn check(&self) -> Result<(), WaitError> {
        check_interrupts().map_err(WaitError::Interrupt)
    }

    fn release<R>(&self, work: impl FnOnce(Wanted) -> R) -> Option<R> {
        without(|waiting| work(Box::new(move || waiting.interrupted())))
    }
}
