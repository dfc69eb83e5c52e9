//! The memory of a guest after its services and snippets, as the difference from a fresh one.

use std::mem;

use crate::buffer_pool::BufferPool;

/// Memory is compared and kept in blocks of this size.
const BLOCK: usize = 64;
const ZEROS: [u8; BLOCK] = [0; BLOCK];
/// Bytes of difference that are worth keeping; what left more is replayed each time.
pub const MAX_IMAGE_BYTES: usize = 4 << 20;

/// What to write onto the memory of a fresh instance.
#[derive(Debug)]
pub struct Image {
    /// Bytes of the fresh memory, and of the memory that was kept.
    sizes: (usize, usize),
    /// Where each run of `bytes` starts in memory, and its length.
    runs: Vec<(u32, u32)>,
    bytes: Vec<u8>,
}

/// A copy of the memory of a fresh instance, without its stack. That is not even read: a page that was read once
/// costs each later invocation in its slot.
pub struct Fresh {
    size: usize,
    stack_end: usize,
    bytes: Vec<u8>,
}

/// For these copies, which are of one size and are made one after the other.
static BUFFERS: BufferPool = BufferPool::new();

impl Drop for Fresh {
    fn drop(&mut self) {
        BUFFERS.give(mem::take(&mut self.bytes));
    }
}

impl Fresh {
    /// Nothing below `stack_end` outlives a call of the guest.
    pub fn new(memory: &[u8], stack_end: u32) -> Self {
        let stack_end = (stack_end as usize).min(memory.len());
        let mut bytes = BUFFERS.take();
        bytes.extend_from_slice(&memory[stack_end..]);
        Self {
            size: memory.len(),
            stack_end,
            bytes,
        }
    }

    /// The `length` bytes at `start`, zeros where memory may have grown.
    fn block(&self, start: usize, length: usize) -> &[u8] {
        let start = start - self.stack_end;
        let block = self.bytes.get(start..start + length);
        block.unwrap_or(&ZEROS[..length])
    }
}

impl Image {
    /// What changed from `before` to `after`, which was zero where it grew; `None` if it is too much to keep.
    pub fn between(before: &Fresh, after: &[u8]) -> Option<Self> {
        let mut runs: Vec<(u32, u32)> = Vec::new();
        let (mut end, mut size) = (0, 0);
        for (index, block) in after[before.stack_end..].chunks(BLOCK).enumerate() {
            let start = before.stack_end + index * BLOCK;
            if block == before.block(start, block.len()) {
                continue;
            }
            match runs.last_mut() {
                Some((_, length)) if end == start => *length += block.len() as u32,
                _ => runs.push((u32::try_from(start).ok()?, block.len() as u32)),
            }
            end = start + block.len();
            size += block.len();
            if size > MAX_IMAGE_BYTES {
                return None;
            }
        }
        runs.shrink_to_fit();
        let mut bytes = Vec::with_capacity(size);
        for &(start, length) in &runs {
            bytes.extend_from_slice(&after[start as usize..][..length as usize]);
        }
        Some(Self {
            sizes: (before.size, after.len()),
            runs,
            bytes,
        })
    }

    /// Bytes by which a fresh memory has to grow before the image is written.
    pub fn growth(&self) -> usize {
        self.sizes.1 - self.sizes.0
    }

    /// Turns the memory of a fresh instance, grown by `growth`, into what was kept.
    pub fn write_to(&self, memory: &mut [u8]) {
        let mut rest = &self.bytes[..];
        for &(start, length) in &self.runs {
            let (run, others) = rest.split_at(length as usize);
            memory[start as usize..][..run.len()].copy_from_slice(run);
            rest = others;
        }
    }

    /// Bytes of the host's own memory that this takes.
    pub fn bytes(&self) -> usize {
        self.bytes.len() + self.runs.len() * size_of::<(u32, u32)>()
    }
}

/// Gives back the pages of a guest that has ended: all of them were read, and would be looked through after each
/// later invocation in their slot.
pub fn forget(memory: &mut [u8]) {
    #[cfg(target_os = "linux")]
    // SAFETY: whole pages of a private mapping, which turn into what a fresh instance finds there. Nobody reads them
    // as anything else: the guest has ended, and its slot is reset before it is used again.
    let _ = unsafe {
        let advice = rustix::mm::Advice::LinuxDontNeed;
        rustix::mm::madvise(memory.as_mut_ptr().cast(), memory.len(), advice)
    };
    #[cfg(not(target_os = "linux"))]
    let _ = memory;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn copied(before: &[u8], after: &[u8]) -> (Vec<u8>, Image) {
        let image = Image::between(&Fresh::new(before, 0), after).unwrap();
        let mut memory = before.to_vec();
        memory.resize(before.len() + image.growth(), 0);
        image.write_to(&mut memory);
        (memory, image)
    }

    #[test]
    fn turns_a_fresh_memory_into_what_was_kept() {
        let mut before: Vec<u8> = (0..1024).map(|byte| byte as u8).collect();
        before[..700].fill(0);
        let mut after = before.clone();
        after.resize(3000, 0);
        for at in [0, 63, 64, 500, 699, 700, 999, 1024, 2999] {
            after[at] ^= 0xff;
            assert!(copied(&before, &after).0 == after, "changed up to {at}");
        }
        after[300..].fill(0);
        assert!(copied(&before, &after).0 == after, "cleared");
    }

    #[test]
    fn keeps_no_more_than_the_blocks_that_changed() {
        let before = vec![7; 1 << 20];
        let mut after = before.clone();
        assert_eq!(copied(&before, &after).1.bytes(), 0);
        (after[1000], after[1001], after[70_000]) = (1, 2, 3);
        let (_, image) = copied(&before, &after);
        assert_eq!((image.bytes.len(), image.runs.len()), (2 * BLOCK, 2));
    }

    #[test]
    fn keeps_nothing_of_the_stack() {
        let (before, after) = (vec![1; 1000], vec![2; 1000]);
        let image = Image::between(&Fresh::new(&before, 700), &after).unwrap();
        let mut memory = before.clone();
        image.write_to(&mut memory);
        assert!(memory == [&before[..700], &after[700..]].concat());
        let all = Image::between(&Fresh::new(&before, u32::MAX), &after).unwrap();
        assert_eq!(all.bytes(), 0);
    }

    #[test]
    fn is_no_image_past_the_limit() {
        let before = Fresh::new(&[0; BLOCK], 0);
        let mut after = vec![1; MAX_IMAGE_BYTES];
        assert!(Image::between(&before, &after).is_some());
        after.push(1);
        assert!(Image::between(&before, &after).is_none());
    }
}
