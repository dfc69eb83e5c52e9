//! Ruby's global VM lock and its interrupts; no other file calls these parts of the C API.

use std::{
    ffi::c_void,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    ptr,
    sync::atomic::{AtomicBool, Ordering},
    thread,
};

use magnus::{Error, rb_sys::protect};

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

extern "C" fn request_stop(flag: *mut c_void) {
    // SAFETY: `without` passes a flag that outlives the call during which Ruby may use it.
    unsafe { &*flag.cast::<AtomicBool>() }.store(true, Ordering::Release);
}

/// Runs `work` without the GVL; `work` touches no Ruby value. Ruby sets `interrupted` when it wants the
/// thread back. `None` if an interrupt was pending already, and `work` did not run.
pub fn without<F: FnOnce() -> R, R>(interrupted: &AtomicBool, work: F) -> Option<R> {
    let mut job = Job {
        work: Some(work),
        result: None,
    };
    // SAFETY: job and flag outlive the call, and `run` catches every panic. This variant of the call
    // raises nothing itself: pending interrupts make it return at once.
    unsafe {
        rb_sys::rb_thread_call_without_gvl2(
            Some(run::<F, R>),
            ptr::from_mut(&mut job).cast(),
            Some(request_stop),
            ptr::from_ref(interrupted).cast_mut().cast(),
        );
    }
    job.result
        .map(|result| result.unwrap_or_else(|panic| resume_unwind(panic)))
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

/// Runs `work` without the GVL to its end, however long that takes; interrupts are handled before it.
pub fn without_to_end<F: FnOnce() -> R, R>(work: F) -> Result<R, Error> {
    let ignored = AtomicBool::new(false);
    let mut work = Some(work);
    loop {
        if let Some(result) = without(&ignored, || work.take().map(|work| work())) {
            return Ok(result.expect("work runs once"));
        }
        check_interrupts()?;
    }
}
