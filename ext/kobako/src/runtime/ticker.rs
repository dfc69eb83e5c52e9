//! The epoch ticker: one thread that makes running guests yield each millisecond.
//!
//! It parks when no guest runs. A forked child has no ticker; the first invocation there starts one.
//! All but the thread's own loop runs with the GVL held, so its lock is never held across a fork.

use std::{
    process,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst},
    },
    thread::{self, Thread},
    time::Duration,
};

use wasmtime::Engine;

/// The time between two ticks.
pub const TICK: Duration = Duration::from_millis(1);
/// Ticks without a running guest after which the thread parks.
const IDLE_TICKS: u32 = 20;

static CURRENT: Mutex<Option<Ticker>> = Mutex::new(None);

struct Ticker {
    pid: u32,
    thread: Thread,
    state: Arc<State>,
}

#[derive(Default)]
struct State {
    running: AtomicUsize,
    parked: AtomicBool,
}

/// Ticks come while one of these is alive.
pub struct Ticking(Arc<State>);

impl Drop for Ticking {
    fn drop(&mut self) {
        self.0.running.fetch_sub(1, SeqCst);
    }
}

/// Starts or wakes the ticker of this process.
pub fn start(engine: &Engine) -> std::io::Result<Ticking> {
    let mut current = CURRENT.lock().expect("no holder panics");
    let pid = process::id();
    let ticker = match &mut *current {
        Some(ticker) if ticker.pid == pid => ticker,
        other => other.insert(spawn(engine.clone(), pid)?),
    };
    ticker.state.running.fetch_add(1, SeqCst);
    if ticker.state.parked.load(SeqCst) {
        ticker.thread.unpark();
    }
    Ok(Ticking(ticker.state.clone()))
}

fn spawn(engine: Engine, pid: u32) -> std::io::Result<Ticker> {
    let state = Arc::new(State::default());
    let shared = state.clone();
    let thread = thread::Builder::new()
        .name("kobako-ticker".into())
        .spawn(move || tick(&engine, &shared))?;
    Ok(Ticker {
        pid,
        thread: thread.thread().clone(),
        state,
    })
}

fn tick(engine: &Engine, state: &State) {
    let mut idle = 0;
    loop {
        thread::sleep(TICK);
        engine.increment_epoch();
        idle = if state.running.load(SeqCst) == 0 {
            idle + 1
        } else {
            0
        };
        if idle > IDLE_TICKS {
            state.parked.store(true, SeqCst);
            while state.running.load(SeqCst) == 0 {
                thread::park();
            }
            state.parked.store(false, SeqCst);
            idle = 0;
        }
    }
}
