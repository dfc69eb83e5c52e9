//! One run of the guest as a coroutine: it runs until it ends, calls a service, or a tick comes.
//!
//! The guest has a stack of its own, so no guest frame is on the Ruby stack while Ruby code runs.

use std::{
    future::{Future, poll_fn},
    mem,
    pin::Pin,
    sync::{
        Arc, Mutex, MutexGuard,
        atomic::{AtomicUsize, Ordering},
    },
    task::{Context, Poll, Waker},
    time::{Duration, Instant},
};

use wasmtime::{
    AsContext, AsContextMut, Caller, Error, Linker, Memory, Result, Store, StoreContextMut,
    UpdateDeadline,
};
use wasmtime_wasi::p1::WasiP1Ctx;

use super::{
    cache::GuestModule,
    capture::{Capture, Frames},
    config::{Config, MAX_NESTING},
    exports::Hooks,
    fork, guest_mem,
    gvl::Waiting,
    image::{self, Fresh, Image},
    limiter::Limiter,
    start::{Preparation, Start},
    trap::Stop,
    world::World,
};
use crate::snapshot::{self, Snapshot};

/// Which call of the guest an invocation makes.
pub enum Call {
    Eval,
    /// The bytes are the invocation envelope.
    Run(Vec<u8>),
}

/// Why `resume` came back.
#[derive(Debug)]
pub enum Step {
    /// The guest calls a service; the bytes are the request.
    Dispatch(Vec<u8>),
    /// A block ended; the bytes are the yield response.
    Yielded(Vec<u8>),
    /// The epoch ticked; the guest has more to do.
    Tick,
    /// The guest ended, with its outcome or because it was stopped.
    Done(Result<Vec<u8>, Stop>),
}

/// What the driver and the guest's side of an invocation share.
pub struct Shared {
    pub stdout: Mutex<Capture>,
    pub stderr: Mutex<Capture>,
    memory_peak: Arc<AtomicUsize>,
    mail: Mutex<Mail>,
    started: Instant,
    timeout: Option<Duration>,
    /// What a replay that was to be kept left; `Some(None)` if it cannot be kept.
    kept: Mutex<Option<Option<Image>>>,
    /// The thread to ask for interrupts at each tick; `None` while it holds the GVL.
    waiting: Mutex<Option<Waiting>>,
}

/// What a suspended dispatch is told.
pub enum Answer {
    /// The service ended; the bytes are the response.
    Response(Vec<u8>),
    /// The service yields to its block; the bytes are the arguments.
    Yield(Vec<u8>),
}

#[derive(Default)]
struct Mail {
    step: Option<Step>,
    /// With the time at which it was given.
    answer: Option<(Answer, Instant)>,
}

impl Shared {
    fn mail(&self) -> MutexGuard<'_, Mail> {
        self.mail.lock().expect("no holder panics")
    }

    /// Nanoseconds since the invocation began.
    pub fn elapsed(&self) -> i64 {
        i64::try_from(self.started.elapsed().as_nanos()).unwrap_or(i64::MAX)
    }

    fn check_deadline(&self, now: Instant) -> Result<(), Stop> {
        let elapsed = now.duration_since(self.started);
        match self.timeout {
            Some(limit) if elapsed >= limit => Err(Stop::Timeout { elapsed, limit }),
            _ => Ok(()),
        }
    }

    fn on_tick(&self) -> Result<UpdateDeadline, Stop> {
        self.check_deadline(Instant::now())?;
        let waiting = *self.waiting.lock().expect("no holder panics");
        Ok(match waiting {
            Some(thread) if !thread.interrupted() && !fork::is_expected() => {
                UpdateDeadline::Continue(1)
            }
            _ => UpdateDeadline::Yield(1),
        })
    }

    /// Suspends the guest with `step` and waits for the driver's answer.
    async fn exchange(&self, step: Step) -> (Answer, Instant) {
        self.mail().step = Some(step);
        poll_fn(|_| self.mail().answer.take().map_or(Poll::Pending, Poll::Ready)).await
    }
}

/// The state of one guest instance.
pub struct Host {
    /// Made when the guest first calls WASI for something else than its pipes.
    pub wasi: Option<WasiP1Ctx>,
    pub frames: Frames,
    pub shared: Arc<Shared>,
    pub world: World,
    limiter: Limiter,
    memory: Option<Memory>,
    hooks: Option<Arc<Hooks>>,
    /// Service calls under way.
    nesting: u32,
    /// Blocks that a call of a service was answered with, and that have not ended.
    blocks: u32,
    /// Whether a service was called.
    called: bool,
    /// A buffer for the next request.
    spare: Vec<u8>,
}

/// Bytes of a buffer that is worth its memory.
const MAX_SPARE: usize = 64 << 10;

impl Host {
    fn begin_call(&mut self) -> Result<(), Stop> {
        if self.nesting >= MAX_NESTING {
            return Err(Stop::Nesting { limit: MAX_NESTING });
        }
        self.nesting += 1;
        self.called = true;
        Ok(())
    }

    fn end_block(&mut self) -> Result<(), Stop> {
        self.blocks = self
            .blocks
            .checked_sub(1)
            .ok_or_else(|| Stop::Wire("a block ended that no service called".into()))?;
        Ok(())
    }

    /// Whether the guest changed nothing but its own memory, and what it did hangs on nothing else.
    fn untouched(&self) -> bool {
        let silent = |stream: &Mutex<Capture>| {
            let capture = stream.lock().expect("no writer panics");
            capture.bytes.is_empty() && !capture.truncated
        };
        self.wasi.is_none()
            && !self.called
            && !self.world.asked
            && silent(&self.shared.stdout)
            && silent(&self.shared.stderr)
    }

    /// The guest's memory, also while the instance is being made.
    pub fn memory(caller: &mut Caller<'_, Host>) -> Option<Memory> {
        match caller.data().memory {
            Some(memory) => Some(memory),
            None => caller
                .get_export("memory")
                .and_then(wasmtime::Extern::into_memory),
        }
    }
}

/// A guest that was started and not yet dropped.
pub struct Invocation {
    guest: Pin<Box<dyn Future<Output = Result<Vec<u8>, Stop>> + Send>>,
    shared: Arc<Shared>,
}

impl Invocation {
    /// Prepares an invocation; its clock runs from here, its guest from the first `resume`.
    pub fn new(module: Arc<GuestModule>, config: &Config, start: Start, call: Call) -> Self {
        let memory_peak = Arc::new(AtomicUsize::new(0));
        let shared = Arc::new(Shared {
            stdout: Mutex::new(Capture::new(config.stdout_limit)),
            stderr: Mutex::new(Capture::new(config.stderr_limit)),
            memory_peak: memory_peak.clone(),
            mail: Mutex::default(),
            started: Instant::now(),
            timeout: config.timeout,
            kept: Mutex::default(),
            waiting: Mutex::default(),
        });
        let host = Host {
            wasi: None,
            frames: start.frames,
            shared: shared.clone(),
            world: World::new(config.clock, config.seed),
            limiter: Limiter::new(config.memory_limit, memory_peak),
            memory: None,
            hooks: None,
            nesting: 0,
            blocks: 0,
            called: false,
            spare: Vec::new(),
        };
        Self {
            guest: Box::pin(guest(module, host, call, start.preparation)),
            shared,
        }
    }

    /// Runs the guest with the GVL held, until the next step.
    pub fn resume(&mut self) -> Step {
        match self
            .guest
            .as_mut()
            .poll(&mut Context::from_waker(Waker::noop()))
        {
            Poll::Ready(result) => Step::Done(result),
            Poll::Pending => self.shared.mail().step.take().unwrap_or(Step::Tick),
        }
    }

    /// Tells the innermost suspended dispatch how to go on at the next `resume`, which comes `now`.
    pub fn answer(&mut self, answer: Answer, now: Instant) {
        self.shared.mail().answer = Some((answer, now));
    }

    /// Runs the guest without the GVL, until it ends, calls a service, `thread` has an interrupt,
    /// or the process forks.
    pub fn resume_freely(&mut self, thread: Waiting) -> Step {
        self.watch(Some(thread));
        let step = self.resume();
        self.watch(None);
        step
    }

    fn watch(&self, thread: Option<Waiting>) {
        *self.shared.waiting.lock().expect("no holder panics") = thread;
    }

    /// What a replay that was to be kept left: an image, or the news that it cannot be kept.
    pub fn take_kept(&mut self) -> Option<Option<Image>> {
        self.shared.kept.lock().expect("no holder panics").take()
    }

    /// Drops the guest and gives what it left.
    pub fn finish(self, outcome: Option<Vec<u8>>) -> Snapshot {
        drop(self.guest);
        let take = |stream: &Mutex<Capture>| {
            let mut capture = stream.lock().expect("no writer panics");
            (mem::take(&mut capture.bytes), capture.truncated)
        };
        let (stdout, stdout_truncated) = take(&self.shared.stdout);
        let (stderr, stderr_truncated) = take(&self.shared.stderr);
        Snapshot {
            outcome: Mutex::new(outcome),
            stdout,
            stdout_truncated,
            stderr,
            stderr_truncated,
            wall_time: self.shared.started.elapsed(),
            memory_peak: self.shared.memory_peak.load(Ordering::Relaxed),
        }
    }
}

async fn guest(
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
        Some(1 | 2) => Ok(outcome),
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

/// Marks the length of a message that goes to the block of a call, or comes from there.
const BLOCK: u32 = 1 << 31;

/// Gives `linker` the one call into the host's services.
pub fn add_to_linker(linker: &mut Linker<Host>) -> Result<()> {
    linker.func_wrap_async(
        "env",
        "__kobako_dispatch",
        |caller, (ptr, len): (u32, u32)| {
            Box::new(async move { dispatch(caller, ptr, len).await.map_err(Error::new) })
        },
    )?;
    Ok(())
}

async fn dispatch(mut caller: Caller<'_, Host>, ptr: u32, len: u32) -> Result<i64, Stop> {
    let host = caller.data();
    let (Some(memory), Some(hooks)) = (host.memory, host.hooks.clone()) else {
        return Err(Stop::Wire(
            "__kobako_dispatch called before the guest was entered".into(),
        ));
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
        shared.check_deadline(now)?;
        match answer {
            Answer::Response(mut bytes) => {
                let (ptr, len) = place(caller.as_context_mut(), &memory, &hooks, &bytes).await?;
                let host = caller.data_mut();
                host.nesting -= 1;
                if bytes.capacity() <= MAX_SPARE {
                    bytes.clear();
                    host.spare = bytes;
                }
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
async fn place(
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
