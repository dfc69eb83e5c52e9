//! A look at an invocation under way, for any thread.

use std::sync::{Arc, Mutex};

use crate::{
    clock::Readings,
    guest::{
        exchange::Exchange,
        output::{Capture, Stream},
    },
    snapshot::Captured,
};

/// What may be seen of an invocation while it is driven, and how it is stopped.
#[derive(Clone)]
pub struct Monitor(pub(crate) Arc<Exchange>);

impl Monitor {
    /// Stops the guest within a tick; one that waits for a service, when that has answered.
    pub fn cancel(&self) {
        self.0.cancel();
    }

    /// What the guest wrote to its stdout from the byte `start` on, and whether that was cut at the limit.
    pub fn stdout(&self, start: usize) -> Captured {
        Self::since(&self.0.stdout, start)
    }

    /// The same of its stderr.
    pub fn stderr(&self, start: usize) -> Captured {
        Self::since(&self.0.stderr, start)
    }

    /// So many bytes of what the guest wrote to a stream, from the byte `start` on.
    pub fn written_to(&self, stream: Stream, start: usize, count: usize) -> Vec<u8> {
        let capture = match stream {
            Stream::Stdout => &self.0.stdout,
            Stream::Stderr => &self.0.stderr,
        };
        let capture = capture.lock().expect("no writer panics");
        let bytes = capture.bytes.get(start..start + count);
        bytes.unwrap_or_default().to_vec()
    }

    /// Keeps in which order the guest writes to its streams, from now on.
    pub fn keep_order(&self) {
        self.0.order.keep();
    }

    /// The order of what was written since the last call, in pieces of a stream and so many bytes.
    pub fn order(&self) -> Vec<(Stream, usize)> {
        self.0.order.take()
    }

    /// Has the host's clock show these first, and keeps what it shows.
    pub fn show_again(&self, shown: Vec<i64>) {
        *self.0.readings.lock().expect("no holder panics") = Some(Readings::again(shown));
    }

    /// What the host's clock showed, from the reading of number `start` on.
    pub fn shown(&self, start: usize) -> Vec<i64> {
        let readings = self.0.readings.lock().expect("no holder panics");
        readings
            .as_ref()
            .map_or_else(Vec::new, |readings| readings.since(start))
    }

    /// Bytes that the guest wrote so far, of those that are kept.
    pub fn written(&self) -> usize {
        let length = |stream: &Mutex<Capture>| stream.lock().expect("no writer panics").bytes.len();
        length(&self.0.stdout) + length(&self.0.stderr)
    }

    fn since(stream: &Mutex<Capture>, start: usize) -> Captured {
        let capture = stream.lock().expect("no writer panics");
        let bytes = capture.bytes.get(start..).unwrap_or_default();
        (bytes.to_vec(), capture.truncated)
    }
}
