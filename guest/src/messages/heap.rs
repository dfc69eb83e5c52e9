//! Memory that the host fills.

unsafe extern "C" {
    fn malloc(size: usize) -> *mut u8;
    #[link_name = "free"]
    fn c_free(pointer: *mut u8);
}

/// Memory for so many bytes, 0 if there is none.
pub fn allocate(length: u32) -> u32 {
    // SAFETY: any size may be asked for; an empty message needs a place too.
    unsafe { malloc(length.max(1) as usize) as u32 }
}

/// # Safety
/// `pointer` came from `allocate`, and nobody uses it any more.
pub unsafe fn free(pointer: u32) {
    // SAFETY: by the contract above.
    unsafe { c_free(pointer as *mut u8) }
}
