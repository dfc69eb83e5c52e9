//! Checked access to guest memory: every pointer and length that a guest names is hostile.

use kobako_wire::abi::Mailbox;
pub use kobako_wire::abi::{pack, unpack};

use super::{config::MAX_MESSAGE_BYTES, trap::Stop};

/// The `len` bytes at `ptr`, if they are a message's size at most and lie inside `memory`.
pub fn message(memory: &[u8], ptr: u32, len: u32) -> Result<&[u8], Stop> {
    let size = len as usize;
    if size > MAX_MESSAGE_BYTES {
        return Err(Stop::Wire(format!(
            "a message of {size} bytes, the limit is {MAX_MESSAGE_BYTES}"
        )));
    }
    slice(memory, ptr, size).ok_or_else(|| outside(ptr, size, memory.len()))
}

/// Copies `bytes` to `ptr`, if they fit inside `memory`.
pub fn write(memory: &mut [u8], ptr: u32, bytes: &[u8]) -> Result<(), Stop> {
    let size = memory.len();
    let start = ptr as usize;
    let target = start
        .checked_add(bytes.len())
        .and_then(|end| memory.get_mut(start..end));
    target
        .ok_or_else(|| outside(ptr, bytes.len(), size))?
        .copy_from_slice(bytes);
    Ok(())
}

/// Where a message of `len` bytes goes in the mailbox at `mailbox`; `None` if it is too long for it.
pub fn room(memory: &[u8], mailbox: u32, len: usize) -> Option<u32> {
    let size = head(memory, mailbox)?.size as usize;
    (len <= size).then_some(mailbox + Mailbox::BYTES as u32)
}

/// Bytes that the guest of this mailbox may use before its memory grows.
pub fn reserve(memory: &[u8], mailbox: u32) -> Option<usize> {
    head(memory, mailbox).map(|head| head.reserve as usize)
}

fn head(memory: &[u8], mailbox: u32) -> Option<Mailbox> {
    let bytes = slice(memory, mailbox, Mailbox::BYTES)?;
    bytes.first_chunk().copied().map(Mailbox::from_bytes)
}

/// The `size` bytes at `ptr`; `None` if they do not lie inside `memory`.
pub fn slice(memory: &[u8], ptr: u32, size: usize) -> Option<&[u8]> {
    let start = ptr as usize;
    memory.get(start..start.checked_add(size)?)
}

fn outside(ptr: u32, size: usize, memory: usize) -> Stop {
    Stop::Wire(format!(
        "{size} bytes at {ptr:#x} lie outside the guest's memory of {memory} bytes"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packs_and_unpacks_every_half() {
        for (ptr, len) in [(0, 0), (1, 2), (u32::MAX, 7), (8, u32::MAX)] {
            assert_eq!(unpack(pack(ptr, len)), (ptr, len));
        }
    }

    #[test]
    fn reads_up_to_the_last_byte_and_not_past_it() {
        let memory = [1, 2, 3, 4];
        assert_eq!(message(&memory, 2, 2).unwrap(), [3, 4]);
        assert_eq!(message(&memory, 4, 0).unwrap(), []);
        assert!(message(&memory, 2, 3).is_err());
        assert!(message(&memory, 5, 0).is_err());
        assert!(message(&memory, u32::MAX, 1).is_err());
    }

    #[test]
    fn refuses_a_message_over_the_limit_before_looking_at_memory() {
        let over = u32::try_from(MAX_MESSAGE_BYTES).unwrap() + 1;
        assert!(
            message(&[], 0, over)
                .unwrap_err()
                .to_string()
                .contains("the limit is")
        );
    }

    #[test]
    fn finds_room_in_a_mailbox_up_to_its_size() {
        let memory = [2, 0, 0, 0, 7, 0, 0, 0, 5, 6];
        assert_eq!(room(&memory, 0, 2), Some(8));
        assert_eq!(room(&memory, 0, 3), None);
        assert_eq!(room(&memory, 3, 0), None);
        assert_eq!(room(&memory, u32::MAX, 0), None);
        assert_eq!(reserve(&memory, 0), Some(7));
        assert_eq!(reserve(&memory, u32::MAX), None);
    }

    #[test]
    fn writes_inside_and_refuses_outside() {
        let mut memory = [0; 4];
        write(&mut memory, 2, &[5, 6]).unwrap();
        assert_eq!(memory, [0, 0, 5, 6]);
        assert!(write(&mut memory, 3, &[7, 8]).is_err());
        assert_eq!(memory, [0, 0, 5, 6]);
    }
}
