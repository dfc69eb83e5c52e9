//! Messages on their way into the memory of a guest, and out of it.

use wasmtime::{AsContext, Memory, StoreContextMut};

use super::{exports::Hooks, memory, state::State};
use crate::stop::Stop;

/// Copies `bytes` to the guest's mailbox, or to memory that the guest allocates.
pub async fn place(
    mut store: StoreContextMut<'_, State>,
    guest: &Memory,
    hooks: &Hooks,
    bytes: &[u8],
) -> Result<(u32, u32), Stop> {
    let size = u32::try_from(bytes.len()).expect("messages are checked against their limit");
    let room = |mailbox| memory::room(guest.data(&store), mailbox, bytes.len());
    if let Some(ptr) = hooks.mailbox.and_then(room) {
        memory::write(guest.data_mut(&mut store), ptr, bytes)?;
        return Ok((ptr, size));
    }
    let ptr = hooks.alloc.call_async(&mut store, size).await?;
    if ptr == 0 {
        return Err(Stop::Trap(format!(
            "guest has no memory for a message of {size} bytes"
        )));
    }
    memory::write(guest.data_mut(&mut store), ptr, bytes)?;
    Ok((ptr, size))
}

/// A copy of the message that the guest packed.
pub fn taken(
    guest: &Memory,
    store: impl AsContext<Data = State>,
    packed: i64,
) -> Result<Vec<u8>, Stop> {
    let (ptr, len) = memory::unpack(packed);
    memory::message(guest.data(&store), ptr, len).map(<[u8]>::to_vec)
}
