//! What host and guest agree on beside their messages: names of imports and exports, how a place in memory is
//! told, marks, the mailbox, frames.

/// The name of an export or import as a literal, which attributes need: `abi_name!(EVAL)` is `export::EVAL`.
#[macro_export]
macro_rules! abi_name {
    (BOOT) => {
        "__kobako_boot"
    };
    (PREPARE) => {
        "__kobako_prepare"
    };
    (COMPILE) => {
        "__kobako_compile"
    };
    (BIND) => {
        "__kobako_bind"
    };
    (EVAL) => {
        "__kobako_eval"
    };
    (RUN) => {
        "__kobako_run"
    };
    (ALLOC) => {
        "__kobako_alloc"
    };
    (TAKE_OUTCOME) => {
        "__kobako_take_outcome"
    };
    (YIELD_TO_BLOCK) => {
        "__kobako_yield_to_block"
    };
    (BACKTRACE) => {
        "__kobako_backtrace"
    };
    (CHECK) => {
        "__kobako_check"
    };
    (BYTECODE) => {
        "__kobako_bytecode"
    };
    (MAILBOX) => {
        "__kobako_mailbox"
    };
    (PIECES) => {
        "__kobako_pieces"
    };
    (DISPATCH) => {
        "__kobako_dispatch"
    };
}

/// Bytes of which each bit is one piece of the guest's own code, from the lowest of the first byte: set by the guest
/// where it read the piece, and by the host, before it has a program compiled, where that is to read it too.
pub const PIECES_BYTES: usize = 64;

/// What a guest exports.
pub mod export {
    /// Its memory.
    pub const MEMORY: &str = "memory";
    /// `()`: initialises an instance; a baked guest has none.
    pub const INITIALIZE: &str = "_initialize";
    /// `()`: boots the interpreter, once, when the module is baked.
    pub const BOOT: &str = abi_name!(BOOT);
    /// `() -> i32`: replays services and snippets. Optional.
    pub const PREPARE: &str = abi_name!(PREPARE);
    /// `() -> i32`: compiles a program. Optional.
    pub const COMPILE: &str = abi_name!(COMPILE);
    /// `(pointer, length) -> i32`: binds what the invocation alone has, as the preamble there says. Optional.
    pub const BIND: &str = abi_name!(BIND);
    /// `()`: runs a program.
    pub const EVAL: &str = abi_name!(EVAL);
    /// `(pointer, length)`: calls the entrypoint that the invocation there names.
    pub const RUN: &str = abi_name!(RUN);
    /// `(length) -> pointer`: memory for a message, 0 if there is none.
    pub const ALLOC: &str = abi_name!(ALLOC);
    /// `() -> place`: where the outcome is.
    pub const TAKE_OUTCOME: &str = abi_name!(TAKE_OUTCOME);
    /// `(pointer, length) -> place`: calls the block of the innermost request with the arguments there.
    pub const YIELD_TO_BLOCK: &str = abi_name!(YIELD_TO_BLOCK);
    /// `() -> place`: the lines of the backtrace of a guest that was stopped. Optional.
    pub const BACKTRACE: &str = abi_name!(BACKTRACE);
    /// `()`: what is wrong with a program, which does not run. Optional.
    pub const CHECK: &str = abi_name!(CHECK);
    /// `()`: a program as bytecode. Optional.
    pub const BYTECODE: &str = abi_name!(BYTECODE);
    /// A constant, the address of a [`Mailbox`](super::Mailbox) and its room. Optional.
    pub const MAILBOX: &str = abi_name!(MAILBOX);
    /// A constant, the address of [`PIECES_BYTES`](super::PIECES_BYTES). Optional.
    pub const PIECES: &str = abi_name!(PIECES);
    /// A constant, the end of the stack, which begins at 0. Optional; the linker names it.
    pub const STACK_END: &str = "__stack_high";
    /// A constant, the address of what the host has to know to translate a program. Optional.
    pub const TIER: &str = "kobako_tier";
    /// The table of its functions. Optional; the linker names it.
    pub const TABLE: &str = "__indirect_function_table";
}

/// What a guest imports, beside WASI.
pub mod import {
    /// The module of [`DISPATCH`].
    pub const DISPATCH_MODULE: &str = "env";
    /// `(pointer, length) -> place`: gives the request there; the place is that of the response.
    pub const DISPATCH: &str = abi_name!(DISPATCH);
}

/// Marks the length of a message that goes to the block of a call, or comes from there. No message is so long.
pub const BLOCK: u32 = 1 << 31;

const _: () = assert!(crate::MAX_MESSAGE_BYTES < BLOCK as usize);

/// A place in memory as one i64: the pointer in the high 32 bits, the length in the low.
pub const fn pack(pointer: u32, length: u32) -> i64 {
    ((pointer as u64) << 32 | length as u64).cast_signed()
}

/// The pointer and the length of a place.
pub const fn unpack(place: i64) -> (u32, u32) {
    let place = place.cast_unsigned();
    ((place >> 32) as u32, place as u32)
}

/// What stands before the room of a mailbox: a place of the guest for short messages of the host.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mailbox {
    /// Bytes of the room.
    pub size: u32,
    /// Bytes of memory that an invocation finds free, which the host counts as used.
    pub reserve: u32,
}

impl Mailbox {
    /// Bytes of it in memory; the room comes next.
    pub const BYTES: usize = 8;

    /// As it stands in memory.
    pub const fn to_bytes(self) -> [u8; Self::BYTES] {
        let [a, b, c, d] = self.size.to_le_bytes();
        let [e, f, g, h] = self.reserve.to_le_bytes();
        [a, b, c, d, e, f, g, h]
    }

    /// What stands in memory.
    pub const fn from_bytes(bytes: [u8; Self::BYTES]) -> Self {
        let [a, b, c, d, e, f, g, h] = bytes;
        Mailbox {
            size: u32::from_le_bytes([a, b, c, d]),
            reserve: u32::from_le_bytes([e, f, g, h]),
        }
    }
}

/// Bytes before each frame of stdin.
pub const FRAME_HEAD: usize = 4;

/// What stands before a frame of so many bytes.
pub const fn frame_head(length: u32) -> [u8; FRAME_HEAD] {
    length.to_be_bytes()
}

/// The bytes of the frame that comes after `head`.
pub const fn frame_length(head: [u8; FRAME_HEAD]) -> u32 {
    u32::from_be_bytes(head)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_unpacked_as_it_was_packed() {
        for place in [
            (0, 0),
            (1, 2),
            (8, u32::MAX),
            (u32::MAX, 0),
            (u32::MAX, 7),
            (0x8000_0000, u32::MAX),
        ] {
            let (pointer, length) = place;
            assert_eq!(unpack(pack(pointer, length)), place);
        }
        assert_eq!(pack(1, 2), 0x1_0000_0002);
    }

    #[test]
    fn a_mailbox_is_two_little_endian_numbers() {
        let mailbox = Mailbox {
            size: 0x0102,
            reserve: 0x0304_0506,
        };
        assert_eq!(mailbox.to_bytes(), [2, 1, 0, 0, 6, 5, 4, 3]);
        assert_eq!(Mailbox::from_bytes(mailbox.to_bytes()), mailbox);
    }

    #[test]
    fn a_frame_has_a_big_endian_length_before_it() {
        assert_eq!(frame_head(0x0102_0304), [1, 2, 3, 4]);
        assert_eq!(frame_length(frame_head(u32::MAX)), u32::MAX);
    }
}
