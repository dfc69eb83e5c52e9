//! Pages of the process's own memory.

use std::mem::MaybeUninit;

/// Makes the whole pages of `memory` ready to be written, by one call of the kernel instead of a fault for each. Where
/// the kernel cannot (before Linux 5.14, or on other systems), nothing happens.
pub fn populate(memory: &mut [MaybeUninit<u8>]) {
    #[cfg(target_os = "linux")]
    {
        let page = rustix::param::page_size();
        let before = memory.as_ptr().align_offset(page);
        let pages = memory.get_mut(before..).unwrap_or_default();
        let length = pages.len() / page * page;
        // SAFETY: pages that are borrowed to be written; what they hold stays.
        let _ = unsafe {
            let advice = rustix::mm::Advice::LinuxPopulateWrite;
            rustix::mm::madvise(pages.as_mut_ptr().cast(), length, advice)
        };
    }
    #[cfg(not(target_os = "linux"))]
    let _ = memory;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaves_what_memory_holds() {
        for length in [0, 1, 4095, 4096, 100_000] {
            let text: Vec<u8> = (0..length).map(|byte| byte as u8).collect();
            let mut memory = text.clone();
            memory.reserve(100_000);
            populate(memory.spare_capacity_mut());
            assert!(memory == text);
        }
    }
}
