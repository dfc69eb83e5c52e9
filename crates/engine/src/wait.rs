//! How a thread waits in the engine, which is for whoever embeds it to say.

use crate::setup_failure::SetupFailure;

/// Whether the thread that waits or runs a guest is wanted elsewhere.
pub type Wanted = Box<dyn Fn() -> bool + Send>;

/// Lets others have what a thread in the engine holds, such as an interpreter's lock, and looks for a reason to end.
pub trait Wait {
    /// Why it ends, or why what it waits for failed.
    type Error: From<SetupFailure>;

    /// Does what is pending for this thread, whose error ends what it is at.
    fn check(&self) -> Result<(), Self::Error>;

    /// Runs `work` without the lock. It comes back soon after its argument says so. `None` if something is pending
    /// already and `work` did not run.
    fn release<R>(&self, work: impl FnOnce(Wanted) -> R) -> Option<R>;

    /// Runs `work` without the lock, and does what is pending then.
    fn pause(&self, work: impl FnOnce(Wanted)) -> Result<(), Self::Error> {
        self.release(work);
        self.check()
    }
}

/// Waits for as long as it takes.
pub struct Blocking;

impl Wait for Blocking {
    type Error = SetupFailure;

    fn check(&self) -> Result<(), SetupFailure> {
        Ok(())
    }

    fn release<R>(&self, work: impl FnOnce(Wanted) -> R) -> Option<R> {
        Some(work(Box::new(|| false)))
    }
}
