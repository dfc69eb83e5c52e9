//! One instance of the guest, from its memory to its outcome.

use std::sync::Arc;

use kobako_wire::envelope::Outcome;
use wasmtime::{AsContextMut, Error, Memory, Store, StoreContextMut};

use super::{
    cache::GuestModule,
    guest_mem,
    host::Host,
    image::{self, Fresh, Image},
    invocation::Call,
    service_call::place,
    start::Preparation,
    trap::Stop,
};
use crate::snapshot;

/// Makes an instance, runs `call` in it, and gives the outcome.
pub async fn run(
    module: Arc<GuestModule>,
    host: Host,
    call: Call,
    preparation: Preparation,
) -> Result<Vec<u8>, Stop> {
    let mut store = Store::new(module.pre.module().engine(), host);
    store.limiter(|host| &mut host.limiter);
    store.set_epoch_deadline(1);
    store.epoch_deadline_callback(|context: StoreContextMut<Host>| {
        context.data().shared.on_tick().map_err(Error::new)
    });
    let instance = module.pre.instantiate_async(&mut store).await?;
    let memory = module.exports.memory(&mut store, &instance);
    let size = memory.data_size(&store);
    store.data_mut().memory = Some(memory);
    let hooks = Arc::new(module.exports.hooks(&mut store, &instance)?);
    let reserve = |mailbox| guest_mem::reserve(memory.data(&store), mailbox);
    let reserve = hooks.mailbox.and_then(reserve).unwrap_or(0);
    store.data_mut().limiter.enter(size, reserve)?;
    store.data_mut().hooks = Some(hooks.clone());
    if let Some(initialize) = module.exports.initialize(&mut store, &instance) {
        initialize.call_async(&mut store, ()).await?;
    }
    let mut compared = false;
    let ready = match preparation {
        Preparation::Call => true,
        Preparation::Replay { own, keep } => {
            let before = keep.then(|| Fresh::new(memory.data(&store), hooks.stack_end));
            let prepare = module.exports.prepare(&mut store, &instance);
            let prepare = prepare.expect("a module that prepares");
            let ready = prepare.call_async(&mut store, ()).await? != 0;
            if let Some(before) = before {
                keep_changes(&store, &memory, ready, &before);
                compared = true;
            }
            store.data_mut().frames = own;
            ready
        }
        Preparation::Restore { preload, program } => {
            restore(&mut store, &memory, preload)?;
            restore(&mut store, &memory, program)?;
            true
        }
        Preparation::Compile { preload } => {
            restore(&mut store, &memory, preload)?;
            let before = Fresh::new(memory.data(&store), hooks.stack_end);
            let compile = module.exports.compile(&mut store, &instance);
            let compile = compile.expect("a module that compiles");
            let ready = compile.call_async(&mut store, ()).await? != 0;
            keep_changes(&store, &memory, ready, &before);
            compared = true;
            ready
        }
    };
    match call {
        _ if !ready => {}
        Call::Eval => hooks.eval.call_async(&mut store, ()).await?,
        Call::Run(envelope) => {
            let at = place(store.as_context_mut(), &memory, &hooks, &envelope).await?;
            hooks.run.call_async(&mut store, at).await?;
        }
    }
    let packed = hooks.take_outcome.call_async(&mut store, ()).await?;
    let (ptr, len) = guest_mem::unpack(packed);
    let outcome = snapshot::copy(guest_mem::message(memory.data(&store), ptr, len)?);
    if compared {
        image::forget(memory.data_mut(&mut store));
    }
    match outcome.first() {
        Some(&(Outcome::VALUE | Outcome::PANIC)) => Ok(outcome),
        Some(tag) => Err(Stop::Wire(format!(
            "outcome with the unknown tag {tag:#04x}"
        ))),
        None => Err(Stop::Wire("an empty outcome".into())),
    }
}

/// Leaves what changed since `before`, if it is all that happened.
fn keep_changes(store: &Store<Host>, memory: &Memory, ready: bool, before: &Fresh) {
    let host = store.data();
    let kept = (ready && host.untouched())
        .then(|| Image::between(before, memory.data(store)))
        .flatten();
    *host.shared.kept.lock().expect("no holder panics") = Some(kept);
}

fn restore(
    store: &mut Store<Host>,
    memory: &Memory,
    image: Option<Arc<Image>>,
) -> Result<(), Stop> {
    let Some(image) = image else { return Ok(()) };
    if image.growth() > 0 {
        let pages = image.growth() as u64 / memory.page_size(&store);
        memory.grow(&mut *store, pages)?;
    }
    image.write_to(memory.data_mut(store));
    Ok(())
}
