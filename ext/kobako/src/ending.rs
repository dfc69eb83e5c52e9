//! Why an invocation has no outcome.

use kobako_engine::{Stop, Stopped};

/// The reasons for which an invocation ends without an outcome.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Ending {
    /// The guest was stopped.
    #[error(transparent)]
    Stopped(#[from] Stopped),
    /// Services and blocks, or a service by itself, nest too deeply for the stack of their thread or fiber.
    #[error(
        "calls nest too deeply: {} KiB are left of the native stack, {} KiB are needed (call services and blocks in sequence)",
        left >> 10, needed >> 10
    )]
    NativeStack { left: usize, needed: usize },
    /// A service recursed until Ruby's stack was full.
    #[error("a service nested calls until Ruby's stack was full (stack level too deep)")]
    RubyStack,
    /// A service went on after Ruby had left its block in the middle.
    #[error(
        "a service kept back what ended its block, such as an interrupt, a throw or an exit (let it pass)"
    )]
    LeftBlock,
    /// The guest called a service and the host has no dispatcher.
    #[error("guest called a service and no dispatcher is set")]
    NoDispatcher,
}

impl From<Stop> for Ending {
    fn from(stop: Stop) -> Self {
        Self::Stopped(stop.into())
    }
}

impl Ending {
    /// The guest broke the wire or its ABI.
    pub fn wire(violation: &str) -> Self {
        Stop::Wire(violation.into()).into()
    }
}
