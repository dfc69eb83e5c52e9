//! Memory of a compilation: taken in pieces, given back as a whole.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::hint::black_box;
use std::ptr;

/// The bytes of a piece, and how many there are at most.
const PIECE: usize = 32 << 10;
const PIECES: usize = 64;
/// What is larger comes from the heap. Other sizes are multiples of `UNIT`.
const SMALL: usize = 512;
const UNIT: usize = 16;
const LAYOUT: Layout = match Layout::from_size_align(PIECE, UNIT) {
    Ok(layout) => layout,
    Err(_) => unreachable!(),
};

/// The heap, but for what is asked for between `begin` and `end`.
pub struct Scratch {
    pieces: [Cell<*mut u8>; PIECES],
    count: Cell<usize>,
    /// Bytes in use of the last piece.
    used: Cell<usize>,
    /// Blocks that were given back, by their size in units; each begins with the address of the next.
    free: [Cell<*mut u8>; SMALL / UNIT + 1],
    open: Cell<bool>,
}

#[global_allocator]
pub static SCRATCH: Scratch = Scratch {
    pieces: [const { Cell::new(ptr::null_mut()) }; PIECES],
    count: Cell::new(0),
    used: Cell::new(PIECE),
    free: [const { Cell::new(ptr::null_mut()) }; SMALL / UNIT + 1],
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
        let last = self.count.get().saturating_sub(1);
        let used_of_last = self.used.replace(PIECE);
        for (index, piece) in self.pieces[..self.count.take()].iter().enumerate() {
            let used = if index == last { used_of_last } else { PIECE };
            // SAFETY: it came from there, with that layout, and nobody uses it. What a kept program leaves as it was costs
            // nothing to restore.
            unsafe {
                piece.get().write_bytes(0, used);
                System.dealloc(black_box(piece.get()), LAYOUT);
            }
        }
        self.free.iter().for_each(|list| list.set(ptr::null_mut()));
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
        if !self.open.get() || layout.size() > SMALL || layout.align() > UNIT {
            return None;
        }
        let list = &self.free[units(layout.size())];
        let free = list.get();
        if !free.is_null() {
            // SAFETY: a block in a list begins with the next.
            list.set(unsafe { free.cast::<*mut u8>().read() });
            return Some(free);
        }
        let size = units(layout.size()) * UNIT;
        if self.used.get() + size > PIECE {
            self.grow()?;
            self.used.set(0);
        }
        let at = self.used.get();
        self.used.set(at + size);
        Some(self.last().wrapping_add(at))
    }

    /// Makes the block that was taken last longer, if its piece has room.
    fn extend(&self, pointer: *mut u8, size: usize, wanted: usize) -> bool {
        let start = (pointer as usize).wrapping_sub(self.last() as usize);
        let end = start.wrapping_add(units(wanted) * UNIT);
        let extends = self.open.get()
            && wanted <= SMALL
            && start.wrapping_add(units(size) * UNIT) == self.used.get()
            && (self.used.get()..=PIECE).contains(&end);
        if extends {
            self.used.set(end);
        }
        extends
    }

    fn grow(&self) -> Option<()> {
        let place = self.pieces.get(self.count.get())?;
        // SAFETY: the layout has a size.
        place.set(unsafe { System.alloc(LAYOUT) });
        (!place.get().is_null()).then(|| self.count.set(self.count.get() + 1))
    }
}

fn units(size: usize) -> usize {
    size.div_ceil(UNIT)
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
            return;
        }
        let list = &self.free[units(layout.size())];
        // SAFETY: nobody uses the block any more, which has a unit at least and its alignment.
        unsafe { pointer.cast::<*mut u8>().write(list.get()) };
        list.set(pointer);
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        if !self.holds(pointer) {
            // SAFETY: it is the heap's.
            return unsafe { System.realloc(pointer, layout, size) };
        }
        if units(layout.size()) == units(size) {
            return pointer;
        }
        if self.extend(pointer, layout.size(), size) {
            return pointer;
        }
        // SAFETY: the caller's contract; the alignment stays.
        let moved = unsafe { self.alloc(Layout::from_size_align_unchecked(size, layout.align())) };
        if !moved.is_null() {
            // SAFETY: both have so many bytes, and are not the same; the caller has the other one now.
            unsafe {
                ptr::copy_nonoverlapping(pointer, moved, layout.size().min(size));
                self.dealloc(pointer, layout);
            }
        }
        moved
    }
}
