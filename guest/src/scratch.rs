//! Memory of a compilation: taken in pieces, given back as a whole.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::ptr;

/// The bytes of a piece, and how many there are at most. What is larger than `SMALL` comes from the heap.
const PIECE: usize = 32 << 10;
const PIECES: usize = 64;
const SMALL: usize = 2 << 10;
const LAYOUT: Layout = match Layout::from_size_align(PIECE, 16) {
    Ok(layout) => layout,
    Err(_) => unreachable!(),
};

/// The heap, but for what is asked for between `begin` and `end`.
pub struct Scratch {
    pieces: [Cell<*mut u8>; PIECES],
    count: Cell<usize>,
    /// Bytes in use of the last piece.
    used: Cell<usize>,
    open: Cell<bool>,
}

#[global_allocator]
pub static SCRATCH: Scratch = Scratch {
    pieces: [const { Cell::new(ptr::null_mut()) }; PIECES],
    count: Cell::new(0),
    used: Cell::new(PIECE),
    open: Cell::new(false),
};

// SAFETY: the guest has one thread.
unsafe impl Sync for Scratch {}

impl Scratch {
    /// Takes what is asked for from now on out of pieces.
    pub fn begin(&self) {
        self.open.set(true);
    }

    /// The heap serves again. What was taken stays.
    pub fn end(&self) {
        self.open.set(false);
    }

    /// # Safety
    /// Nothing is in use that was taken between `begin` and `end`.
    pub unsafe fn clear(&self) {
        for piece in &self.pieces[..self.count.take()] {
            // SAFETY: it came from there, with that layout.
            unsafe { System.dealloc(piece.get(), LAYOUT) };
        }
        self.used.set(PIECE);
    }

    fn last(&self) -> *mut u8 {
        let count = self.count.get();
        self.pieces[count.saturating_sub(1)].get()
    }

    fn holds(&self, pointer: *mut u8) -> bool {
        let pieces = &self.pieces[..self.count.get()];
        let inside =
            |piece: &Cell<*mut u8>| (pointer as usize).wrapping_sub(piece.get() as usize) < PIECE;
        pieces.iter().rev().any(inside)
    }

    /// None if it is to come from the heap.
    fn take(&self, layout: Layout) -> Option<*mut u8> {
        if !self.open.get() || layout.size() > SMALL || layout.align() > LAYOUT.align() {
            return None;
        }
        let mut at = self.used.get().next_multiple_of(layout.align());
        if at + layout.size() > PIECE {
            self.grow()?;
            at = 0;
        }
        self.used.set(at + layout.size());
        Some(self.last().wrapping_add(at))
    }

    fn grow(&self) -> Option<()> {
        let place = self.pieces.get(self.count.get())?;
        // SAFETY: the layout has a size.
        place.set(unsafe { System.alloc(LAYOUT) });
        (!place.get().is_null()).then(|| self.count.set(self.count.get() + 1))
    }

    /// Whether it is what was taken last.
    fn is_last(&self, pointer: *mut u8, layout: Layout) -> bool {
        pointer.wrapping_add(layout.size()) == self.last().wrapping_add(self.used.get())
    }
}

// SAFETY: each block is either the heap's own or one of a piece that nobody else has.
unsafe impl GlobalAlloc for Scratch {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's contract.
        self.take(layout)
            .unwrap_or_else(|| unsafe { System.alloc(layout) })
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        if !self.holds(pointer) {
            // SAFETY: it is the heap's.
            unsafe { System.dealloc(pointer, layout) };
        } else if self.is_last(pointer, layout) {
            self.used.set(self.used.get() - layout.size());
        }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        if !self.holds(pointer) {
            // SAFETY: it is the heap's.
            return unsafe { System.realloc(pointer, layout, size) };
        }
        let start = self.used.get().wrapping_sub(layout.size());
        if self.is_last(pointer, layout) && start + size <= PIECE {
            self.used.set(start + size);
            return pointer;
        }
        // SAFETY: the caller's contract; the alignment stays.
        let moved = unsafe { self.alloc(Layout::from_size_align_unchecked(size, layout.align())) };
        if !moved.is_null() {
            // SAFETY: both have so many bytes, and are not the same.
            unsafe { ptr::copy_nonoverlapping(pointer, moved, layout.size().min(size)) };
        }
        moved
    }
}
