//! Why a guest was stopped, in terms of its sandbox; wasmtime's errors end here.

use std::time::Duration;

use wasmtime::{Error, PoolConcurrencyLimitError, Trap};
use wasmtime_wasi::I32Exit;

use crate::limits::MAX_INVOCATIONS;

/// The reasons for which a guest is stopped.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Stop {
    /// The wall clock reached the sandbox's timeout.
    #[error(
        "guest ran for {:.3} s, timeout is {} s (pass a larger timeout:)",
        elapsed.as_secs_f64(), limit.as_secs_f64()
    )]
    Timeout {
        /// Since the invocation began.
        elapsed: Duration,
        /// The timeout.
        limit: Duration,
    },
    /// The guest asked for more memory than the sandbox allows.
    #[error(
        "guest memory reached {}, memory_limit is {} (pass a larger memory_limit:)",
        mebibytes(*reached), mebibytes(*limit)
    )]
    Memory {
        /// Bytes that it would have grown by.
        reached: usize,
        /// Bytes that it may grow by.
        limit: usize,
    },
    /// Whoever drives it does not want it any longer.
    #[error("the run was cancelled")]
    Cancelled,
    /// A foreign module declares too much memory.
    #[error("the module declares {} of memory, the limit is 64.0 MiB", mebibytes(*declared))]
    InitialMemory {
        /// Bytes.
        declared: usize,
    },
    /// A foreign module lacks the calls of the guest ABI.
    #[error("missing required hooks: {0} (build the guest with rake guest:build)")]
    MissingHooks(String),
    /// The guest broke the wire or its ABI.
    #[error("wire violation: {0}")]
    Wire(String),
    /// The guest ended its process.
    #[error("guest exited with status {0}")]
    Exit(i32),
    /// Every slot for an invocation is taken.
    #[error("{limit} invocations are running at once in this process, no more are possible")]
    Busy {
        /// How many slots there are.
        limit: u32,
    },
    /// Services and blocks call each other too deeply.
    #[error("services and blocks nest deeper than {limit} calls (call them in sequence)")]
    Nesting {
        /// How many calls may be under way.
        limit: u32,
    },
    /// The engine stopped the guest.
    #[error("{0}")]
    Trap(String),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        if let Some(stop) = error.downcast_ref::<Stop>() {
            return stop.clone();
        }
        if let Some(exit) = error.downcast_ref::<I32Exit>() {
            return Stop::Exit(exit.0);
        }
        if error.is::<PoolConcurrencyLimitError>() {
            return Stop::Busy {
                limit: MAX_INVOCATIONS,
            };
        }
        match error.downcast_ref::<Trap>() {
            Some(trap) => Stop::Trap(trap.to_string()),
            None => Stop::Trap(error.root_cause().to_string()),
        }
    }
}

fn mebibytes(bytes: usize) -> String {
    let mebi = bytes as f64 / f64::from(1 << 20);
    if bytes >= 1 << 20 {
        format!("{mebi:.1} MiB")
    } else {
        format!("{bytes} bytes")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stop_survives_the_way_through_the_engine() {
        let stop = Stop::from(Error::new(Stop::Memory {
            reached: 3 << 20,
            limit: 1 << 20,
        }));
        assert_eq!(
            stop.to_string(),
            "guest memory reached 3.0 MiB, memory_limit is 1.0 MiB (pass a larger memory_limit:)"
        );
    }

    #[test]
    fn an_engine_trap_keeps_its_reason() {
        assert!(
            matches!(Stop::from(Error::new(Trap::UnreachableCodeReached)), Stop::Trap(reason) if reason.contains("unreachable"))
        );
    }

    #[test]
    fn small_sizes_are_given_in_bytes() {
        assert!(
            Stop::Memory {
                reached: 65536,
                limit: 1000
            }
            .to_string()
            .contains("65536 bytes, memory_limit is 1000 bytes")
        );
    }
}
