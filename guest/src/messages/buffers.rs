//! The buffers of messages for the host: the one that it reads, and one to write the next in.

use std::cell::RefCell;
use std::mem;

/// Bytes of a buffer that is worth its memory.
const MAX_REUSED: usize = 64 << 10;

struct Buffers {
    left: Vec<u8>,
    free: Vec<u8>,
}

impl Buffers {
    fn reuse(&mut self, buffer: Vec<u8>) {
        if buffer.capacity() <= MAX_REUSED {
            self.free = buffer;
        }
    }
}

thread_local! {
    static BUFFERS: RefCell<Buffers> =
        const { RefCell::new(Buffers { left: Vec::new(), free: Vec::new() }) };
}

/// Keeps bytes for the host to read; the pointer and the length stay valid until the next time.
pub fn leave(bytes: Vec<u8>) -> (u32, u32) {
    BUFFERS.with_borrow_mut(|buffers| {
        let old = mem::replace(&mut buffers.left, bytes);
        buffers.reuse(old);
    });
    left()
}

/// Where the bytes that were left last are.
pub fn left() -> (u32, u32) {
    BUFFERS.with_borrow(|buffers| (buffers.left.as_ptr() as u32, buffers.left.len() as u32))
}

/// An empty buffer to write a message in.
pub fn buffer() -> Vec<u8> {
    let mut buffer = BUFFERS.with_borrow_mut(|buffers| mem::take(&mut buffers.free));
    buffer.clear();
    buffer
}

/// Gives a buffer back for the next message, unless it is large.
pub fn reuse(buffer: Vec<u8>) {
    BUFFERS.with_borrow_mut(|buffers| buffers.reuse(buffer));
}
