//! Descriptor 0, without the buffer and the lock of `std::io::stdin`.

use std::io::{self, Read};

unsafe extern "C" {
    fn read(descriptor: i32, buffer: *mut u8, length: usize) -> isize;
}

pub struct Stdin;

impl Read for Stdin {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        // SAFETY: the buffer is writable for its whole length during the call.
        let count = unsafe { read(0, buffer.as_mut_ptr(), buffer.len()) };
        usize::try_from(count).map_err(|_| io::Error::last_os_error())
    }
}
