//! The guest's one call into the host's services: it suspends the guest until the service has answered.

use std::mem;

use kobako_wire::abi::{BLOCK, import};
use wasmtime::{AsContextMut, Caller, Error, Linker, Result};

use super::{
    exchange::{Answer, Step},
    memory, message,
    state::State,
};
use crate::stop::Stop;

/// Gives `linker` the one call into the host's services.
pub fn add_to_linker(linker: &mut Linker<State>) -> Result<()> {
    linker.func_wrap_async(
        import::DISPATCH_MODULE,
        import::DISPATCH,
        |caller, (ptr, len): (u32, u32)| {
            Box::new(async move { dispatch(caller, ptr, len).await.map_err(Error::new) })
        },
    )?;
    Ok(())
}

async fn dispatch(mut caller: Caller<'_, State>, ptr: u32, len: u32) -> Result<i64, Stop> {
    let state = caller.data();
    let (Some(memory), Some(hooks)) = (state.memory, state.hooks.clone()) else {
        return Err(Stop::Wire(format!(
            "{} called before the guest was entered",
            import::DISPATCH
        )));
    };
    let exchange = state.exchange.clone();
    let mark = hooks.mailbox.map_or(0, |_| BLOCK);
    let mut message = mem::take(&mut caller.data_mut().buffer);
    message.extend_from_slice(memory::message(memory.data(&caller), ptr, len & !mark)?);
    let mut step = if len & mark == 0 {
        caller.data_mut().begin_call()?;
        Step::Dispatch(message)
    } else {
        caller.data_mut().end_block()?;
        Step::Yielded(message)
    };
    loop {
        let (answer, now) = exchange.exchange(step).await;
        exchange.check(now)?;
        match answer {
            Answer::Response(bytes) => {
                let (ptr, len) =
                    message::place(caller.as_context_mut(), &memory, &hooks, &bytes).await?;
                caller.data_mut().end_call(bytes);
                return Ok(memory::pack(ptr, len));
            }
            Answer::Yield(bytes) if mark != 0 => {
                let (ptr, len) =
                    message::place(caller.as_context_mut(), &memory, &hooks, &bytes).await?;
                caller.data_mut().blocks += 1;
                return Ok(memory::pack(ptr, len | mark));
            }
            Answer::Yield(bytes) => {
                let at = message::place(caller.as_context_mut(), &memory, &hooks, &bytes).await?;
                let packed = hooks
                    .yield_to_block
                    .call_async(caller.as_context_mut(), at)
                    .await?;
                step = Step::Yielded(message::taken(&memory, &caller, packed)?);
            }
        }
    }
}
