//! One instance of the guest, from its memory to its outcome.

use std::sync::Arc;

use kobako_wire::{abi::PIECES_BYTES, envelope::Outcome};
use wasmtime::{AsContextMut, Error, Instance, Memory, Store, StoreContextMut};

use super::{
    backtrace,
    exports::Hooks,
    image::{self, Fresh, Image},
    linked::Linked,
    memory, message,
    preparation::{Preparation, Program, Tables},
    state::State,
    translated,
};
use crate::{
    buffer_pool::BufferPool,
    limits::MAX_INVOCATIONS,
    pieces::Pieces,
    process::engine::Slot,
    stop::{Stop, Stopped},
    tier::heat::{self, Heat, Tier},
};

/// For the outcomes' bytes.
pub static OUTCOMES: BufferPool = BufferPool::new();

/// Which call of the guest an invocation makes.
pub enum Call {
    /// It evaluates its program.
    Eval,
    /// It calls a constant; the bytes are the invocation envelope.
    Run(Vec<u8>),
    /// It says what is wrong with its program.
    Check,
    /// It gives its program as bytecode.
    Bytecode,
}

impl Call {
    /// The bytes of its message.
    pub(crate) fn bytes(&self) -> u64 {
        match self {
            Self::Eval | Self::Check | Self::Bytecode => 0,
            Self::Run(envelope) => envelope.len() as u64,
        }
    }
}

/// Makes an instance, runs `call` in it, and gives the outcome.
pub async fn run(
    linked: Arc<Linked>,
    state: State,
    call: Call,
    preparation: Preparation,
    bindings: Option<Vec<u8>>,
) -> Result<Vec<u8>, Stopped> {
    // Dropped after the store.
    let Some(_slot) = Slot::take() else {
        let limit = MAX_INVOCATIONS;
        return Err(Stop::Busy { limit }.into());
    };
    let mut store = Store::new(linked.pre.module().engine(), state);
    store.limiter(|state| &mut state.limiter);
    store.set_epoch_deadline(1);
    store.epoch_deadline_callback(|context: StoreContextMut<State>| {
        context.data().exchange.on_tick().map_err(Error::new)
    });
    let instance = linked.pre.instantiate_async(&mut store).await;
    let instance = instance.map_err(Stop::from)?;
    let ended = outcome(&linked, &mut store, &instance, call, preparation, bindings).await;
    match ended {
        Ok(outcome) => Ok(outcome),
        Err(stop) => {
            let backtrace = backtrace::of(&linked, &mut store, &instance).await;
            Err(Stopped { stop, backtrace })
        }
    }
}

/// Runs `call` in an instance.
async fn outcome(
    linked: &Linked,
    store: &mut Store<State>,
    instance: &Instance,
    call: Call,
    preparation: Preparation,
    bindings: Option<Vec<u8>>,
) -> Result<Vec<u8>, Stop> {
    let memory = linked.exports.memory(&mut *store, instance);
    let size = memory.data_size(&store);
    store.data_mut().memory = Some(memory);
    let hooks = Arc::new(linked.exports.hooks(&mut *store, instance)?);
    let reserve = |mailbox| memory::reserve(memory.data(&store), mailbox);
    let reserve = hooks.mailbox.and_then(reserve).unwrap_or(0);
    store.data_mut().limiter.enter(size, reserve)?;
    store.data_mut().hooks = Some(hooks.clone());
    if let Some(initialize) = linked.exports.initialize(&mut *store, instance) {
        initialize.call_async(&mut *store, ()).await?;
    }
    let mut compared = false;
    let mut ready = match preparation.tables {
        Tables::Call => true,
        Tables::Replay { own, keep } => {
            let before = keep.then(|| Fresh::new(memory.data(&store), hooks.stack_end));
            let prepare = linked.exports.prepare(&mut *store, instance);
            let prepare = prepare.expect("a module that prepares");
            let ready = prepare.call_async(&mut *store, ()).await? != 0;
            if let Some(before) = before {
                keep_changes(store, &memory, ready, &before);
                compared = true;
            }
            store.data_mut().frames = own;
            ready
        }
        Tables::Restore(image) => {
            restore(store, &memory, &image)?;
            true
        }
    };
    match preparation.program {
        Program::Compile { keep } if ready => {
            let before = keep.map(|_| Fresh::new(memory.data(&store), hooks.stack_end));
            if let (Some(pieces), Some(at)) = (keep, hooks.pieces) {
                memory::write(memory.data_mut(&mut *store), at, pieces.bytes())?;
            }
            let compile = linked.exports.compile(&mut *store, instance);
            let compile = compile.expect("a module that compiles");
            ready = compile.call_async(&mut *store, ()).await? != 0;
            if let Some(before) = before {
                keep_changes(store, &memory, ready, &before);
                compared = true;
            }
            if ready && heat::tier() == Tier::Eager {
                let heat = Arc::default();
                translate(linked, store, instance, &hooks, memory, &heat).await;
            }
        }
        Program::Restore(image, heat) => {
            restore(store, &memory, &image)?;
            translate(linked, store, instance, &hooks, memory, &heat).await;
        }
        Program::Call | Program::Compile { .. } => {}
    }
    if let Some(bindings) = bindings.filter(|_| ready) {
        let bind = linked.exports.bind(&mut *store, instance)?;
        let at = message::place(store.as_context_mut(), &memory, &hooks, &bindings).await?;
        ready = bind.call_async(&mut *store, at).await? != 0;
    }
    match call {
        _ if !ready => {}
        Call::Eval => hooks.eval.call_async(&mut *store, ()).await?,
        Call::Run(envelope) => {
            let at = message::place(store.as_context_mut(), &memory, &hooks, &envelope).await?;
            hooks.run.call_async(&mut *store, at).await?;
        }
        Call::Check => {
            let check = linked.exports.check(&mut *store, instance)?;
            check.call_async(&mut *store, ()).await?;
        }
        Call::Bytecode => {
            let bytecode = linked.exports.bytecode(&mut *store, instance)?;
            bytecode.call_async(&mut *store, ()).await?;
        }
    }
    let packed = hooks.take_outcome.call_async(&mut *store, ()).await?;
    let (ptr, len) = memory::unpack(packed);
    let outcome = copy(memory::message(memory.data(&store), ptr, len)?);
    let pieces = hooks
        .pieces
        .and_then(|at| Pieces::of(memory::slice(memory.data(&store), at, PIECES_BYTES)?));
    *store
        .data()
        .exchange
        .pieces
        .lock()
        .expect("no holder panics") = pieces;
    if compared {
        image::forget(memory.data_mut(store));
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
fn keep_changes(store: &Store<State>, memory: &Memory, ready: bool, before: &Fresh) {
    let state = store.data();
    let kept = (ready && state.untouched())
        .then(|| Image::between(before, memory.data(store)))
        .flatten();
    *state.exchange.kept.lock().expect("no holder panics") = Some(kept);
}

/// Lets a program that is compiled run as its translation, if there is one.
async fn translate(
    linked: &Linked,
    store: &mut Store<State>,
    instance: &Instance,
    hooks: &Hooks,
    memory: Memory,
    heat: &Arc<Heat>,
) {
    let translated = hooks
        .tier
        .and_then(|tier| heat.translated(memory.data(&store), tier));
    if let Some(translated) = translated {
        translated::link(&translated, store, instance, &linked.exports, memory).await;
    }
}

fn restore(store: &mut Store<State>, memory: &Memory, image: &Image) -> Result<(), Stop> {
    if image.growth() > 0 {
        let pages = image.growth() as u64 / memory.page_size(&store);
        memory.grow(&mut *store, pages)?;
    }
    image.write_to(memory.data_mut(store));
    Ok(())
}

fn copy(bytes: &[u8]) -> Vec<u8> {
    let mut buffer = OUTCOMES.take();
    buffer.extend_from_slice(bytes);
    buffer
}
