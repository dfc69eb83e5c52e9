//! The fixed limits of every guest.

/// Bytes of one message in either direction.
pub const MAX_MESSAGE_BYTES: usize = kobako_wire::MAX_MESSAGE_BYTES;
/// Bytes of a wasm file.
pub const MAX_MODULE_BYTES: u64 = 64 << 20;
/// Bytes of linear memory that a module may have before it runs.
pub const MAX_INITIAL_MEMORY: usize = 64 << 20;
/// Elements of a guest's function table.
pub const MAX_TABLE_ELEMENTS: usize = 1 << 16;
/// Invocations alive at once in a process.
pub const MAX_INVOCATIONS: u32 = 512;
/// Calls of services and of their blocks that may be under way in one invocation.
pub const MAX_NESTING: u32 = 128;
/// Native stacks for all invocations. A block that a guest does not call from its own stack takes one more.
pub const MAX_STACKS: u32 = MAX_INVOCATIONS + MAX_NESTING;
/// Bytes of WebAssembly stack; native frames of the host functions need more on top.
pub const WASM_STACK: usize = (1 << 20) + (512 << 10);
/// Bytes of the native stack that an invocation runs on.
pub const COROUTINE_STACK: usize = 2 << 20;
