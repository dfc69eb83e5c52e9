//! What an invocation costs, as it is driven.

use std::time::{Duration, Instant};

use rustix::time::{ClockId, clock_gettime};

/// Time, calls and bytes of one invocation.
#[derive(Clone, Copy, Debug, Default)]
pub struct Cost {
    /// Processor time of the guest. For a segment that ended before a tick that is its wall clock.
    pub cpu_time: Duration,
    /// Wall clock in services.
    pub service_time: Duration,
    /// Calls of services.
    pub service_calls: u64,
    /// Bytes of the messages that the guest sent, its outcome included.
    pub bytes_received: u64,
    /// Bytes of the messages that the guest got, its program included.
    pub bytes_sent: u64,
}

/// Counts while a guest is driven from step to step.
#[derive(Debug, Default)]
pub struct Meter {
    pub cost: Cost,
    /// When the guest came to its latest step.
    left: Option<Instant>,
}

/// The processor time that this thread has used.
pub fn thread_time() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.unsigned_abs(), time.tv_nsec as u32)
}

impl Meter {
    /// The guest goes on at `now`, with an answer of so many bytes.
    pub fn answered(&mut self, now: Instant, bytes: usize) {
        self.cost.bytes_sent += bytes as u64;
        if let Some(left) = self.left.take() {
            self.cost.service_time += now.duration_since(left);
        }
    }

    /// The guest, which went on at `begun`, came to a step with so many bytes and `calls` new calls.
    pub fn left(&mut self, begun: Instant, bytes: usize, calls: u64) {
        let now = Instant::now();
        self.cost.cpu_time += now.duration_since(begun);
        self.cost.bytes_received += bytes as u64;
        self.cost.service_calls += calls;
        self.left = Some(now);
    }
}
