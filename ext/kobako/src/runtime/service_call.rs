//! The guest's one call into the host's services: it suspends the guest until the service has answered.

use std::mem;

use kobako_wire::abi::{BLOCK, import};
use wasmtime::{AsContext, AsContextMut, Caller, Error, Linker, Memory, Result, StoreContextMut};

use super::{
    exports::Hooks,
    guest_mem,
    host::Host,
    invocation::{Answer, Step},
    trap::Stop,
};

/// Gives `linker` the one call into the host's services.
pub fn add_to_linker(linker: &mut Linker<Host>) -> Result<()> {
    linker.func_wrap_async(
        import::DISPATCH_MODULE,
        import::DISPATCH,
        |caller, (ptr, len): (u32, u32)| {
            Box::new(async move { dispatch(caller, ptr, len).await.map_err(Error::new) })
        },
    )?;
    Ok(())
}

async fn dispatch(mut caller: Caller<'_, Host>, ptr: u32, len: u32) -> Result<i64, Stop> {
    let host = caller.data();
    let (Some(memory), Some(hooks)) = (host.memory, host.hooks.clone()) else {
        return Err(Stop::Wire(format!(
            "{} called before the guest was entered",
            import::DISPATCH
        )));
    };
    let shared = host.shared.clone();
    let mark = hooks.mailbox.map_or(0, |_| BLOCK);
    let mut message = mem::take(&mut caller.data_mut().spare);
    message.extend_from_slice(guest_mem::message(memory.data(&caller), ptr, len & !mark)?);
    let mut step = if len & mark == 0 {
        caller.data_mut().begin_call()?;
        Step::Dispatch(message)
    } else {
        caller.data_mut().end_block()?;
        Step::Yielded(message)
    };
    loop {
        let (answer, now) = shared.exchange(step).await;
        shared.deadline.check(now)?;
        match answer {
            Answer::Response(bytes) => {
                let (ptr, len) = place(caller.as_context_mut(), &memory, &hooks, &bytes).await?;
                caller.data_mut().end_call(bytes);
                return Ok(guest_mem::pack(ptr, len));
            }
            Answer::Yield(bytes) if mark != 0 => {
                let (ptr, len) = place(caller.as_context_mut(), &memory, &hooks, &bytes).await?;
                caller.data_mut().blocks += 1;
                return Ok(guest_mem::pack(ptr, len | mark));
            }
            Answer::Yield(bytes) => {
                let at = place(caller.as_context_mut(), &memory, &hooks, &bytes).await?;
                let packed = hooks
                    .yield_to_block
                    .call_async(caller.as_context_mut(), at)
                    .await?;
                step = Step::Yielded(message_at(&memory, &caller, packed)?);
            }
        }
    }
}

/// Copies `bytes` to the guest's mailbox, or to memory that the guest allocates.
pub async fn place(
    mut store: StoreContextMut<'_, Host>,
    memory: &Memory,
    hooks: &Hooks,
    bytes: &[u8],
) -> Result<(u32, u32), Stop> {
    let size = u32::try_from(bytes.len()).expect("messages are checked against their limit");
    let room = |mailbox| guest_mem::room(memory.data(&store), mailbox, bytes.len());
    if let Some(ptr) = hooks.mailbox.and_then(room) {
        guest_mem::write(memory.data_mut(&mut store), ptr, bytes)?;
        return Ok((ptr, size));
    }
    let ptr = hooks.alloc.call_async(&mut store, size).await?;
    if ptr == 0 {
        return Err(Stop::Trap(format!(
            "guest has no memory for a message of {size} bytes"
        )));
    }
    guest_mem::write(memory.data_mut(&mut store), ptr, bytes)?;
    Ok((ptr, size))
}

fn message_at(
    memory: &Memory,
    store: impl AsContext<Data = Host>,
    packed: i64,
) -> Result<Vec<u8>, Stop> {
    let (ptr, len) = guest_mem::unpack(packed);
    guest_mem::message(memory.data(&store), ptr, len).map(<[u8]>::to_vec)
}
