//! What a guest writes to stdout and stderr.

use std::sync::{
    Mutex, MutexGuard,
    atomic::{AtomicBool, Ordering},
};

/// The first `limit` bytes that a guest wrote to one stream.
#[derive(Debug)]
pub struct Capture {
    pub bytes: Vec<u8>,
    pub truncated: bool,
    limit: usize,
}

impl Capture {
    /// Keeps `limit` bytes.
    pub fn new(limit: usize) -> Self {
        Self {
            bytes: Vec::new(),
            truncated: false,
            limit,
        }
    }

    /// Keeps what fits of `data`, and says how much that is.
    pub fn write(&mut self, data: &[u8]) -> usize {
        let room = self.limit - self.bytes.len();
        self.truncated |= data.len() > room;
        let kept = data.len().min(room);
        self.bytes.extend_from_slice(&data[..kept]);
        kept
    }
}

/// A stream that a guest writes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Stream {
    /// Descriptor 1.
    Stdout,
    /// Descriptor 2.
    Stderr,
}

/// In which order a guest wrote to its streams, from one look to the next. None is kept unless somebody looks.
#[derive(Debug, Default)]
pub struct Order {
    kept: AtomicBool,
    pieces: Mutex<Vec<(Stream, usize)>>,
}

impl Order {
    /// Keeps it from now on.
    pub fn keep(&self) {
        self.kept.store(true, Ordering::Relaxed);
    }

    /// So many bytes more of a stream. A write of none is no piece: a script may make any number of them.
    pub fn note(&self, stream: Stream, bytes: usize) {
        if bytes == 0 || !self.kept.load(Ordering::Relaxed) {
            return;
        }
        let mut pieces = self.pieces();
        match pieces.last_mut() {
            Some((last, sum)) if *last == stream => *sum += bytes,
            _ => pieces.push((stream, bytes)),
        }
    }

    /// Pieces since the last look, each of a stream and its bytes.
    pub fn take(&self) -> Vec<(Stream, usize)> {
        std::mem::take(&mut *self.pieces())
    }

    fn pieces(&self) -> MutexGuard<'_, Vec<(Stream, usize)>> {
        self.pieces.lock().expect("no holder panics")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_has_the_pieces_since_the_last_look() {
        let order = Order::default();
        order.note(Stream::Stdout, 1);
        assert_eq!(order.take(), []);
        order.keep();
        for (stream, bytes) in [
            (Stream::Stderr, 1),
            (Stream::Stdout, 2),
            (Stream::Stdout, 3),
        ] {
            order.note(stream, bytes);
        }
        assert_eq!(order.take(), [(Stream::Stderr, 1), (Stream::Stdout, 5)]);
        order.keep();
        order.note(Stream::Stdout, 4);
        order.note(Stream::Stderr, 0);
        assert_eq!(order.take(), [(Stream::Stdout, 4)]);
        assert_eq!(order.take(), []);
    }

    fn captured(limit: usize, writes: &[&str]) -> (String, bool) {
        let mut capture = Capture::new(limit);
        for data in writes {
            capture.write(data.as_bytes());
        }
        (String::from_utf8(capture.bytes).unwrap(), capture.truncated)
    }

    #[test]
    fn a_capture_is_cut_exactly_at_its_limit() {
        assert_eq!(captured(5, &["abcd"]), ("abcd".into(), false));
        assert_eq!(captured(5, &["abc", "de"]), ("abcde".into(), false));
        assert_eq!(captured(5, &["abc", "def", "g"]), ("abcde".into(), true));
    }
}
