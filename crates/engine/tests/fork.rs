//! A process that forks while its guests run: both go on.
//!
//! By itself, as it forks: what other tests hold would be held in the child for ever.

use std::{
    sync::{Condvar, Mutex},
    thread,
    time::Duration,
};

use kobako_engine::{
    Blocking, Call, Config, Deadline, Invocation, SetupFailure, Start, Step, Tables, Wait, Wanted,
    load,
};
use kobako_wire::{Value, envelope::Outcome};

const GUEST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/kobako.wasm");

/// The lock of an interpreter, with which this process forks too.
static LOCK: Lock = Lock {
    taken: Mutex::new(false),
    freed: Condvar::new(),
};

struct Lock {
    taken: Mutex<bool>,
    freed: Condvar,
}

impl Lock {
    fn take(&self) {
        let mut taken = self.taken.lock().unwrap();
        while *taken {
            taken = self.freed.wait(taken).unwrap();
        }
        *taken = true;
    }

    fn free(&self) {
        *self.taken.lock().unwrap() = false;
        self.freed.notify_one();
    }
}

/// Who holds the lock.
struct Holder;

impl Wait for Holder {
    type Error = SetupFailure;

    fn check(&self) -> Result<(), SetupFailure> {
        Ok(())
    }

    fn release<R>(&self, work: impl FnOnce(Wanted) -> R) -> Option<R> {
        LOCK.free();
        let result = work(Box::new(|| false));
        LOCK.take();
        Some(result)
    }
}

fn eval(
    source: &str,
    timeout: Duration,
    waiter: &impl Wait<Error = SetupFailure>,
) -> Option<Value> {
    let config = Config {
        timeout: Some(timeout),
        ..Config::default()
    };
    let module = load(GUEST.as_ref(), waiter).ok()?;
    let (tables, source) = (Tables::default(), Some(source.as_bytes()));
    let start = Start::of(&module, &tables, source, None, &config);
    let deadline = Deadline::from_now(config.timeout);
    let mut invocation = Invocation::new(module, &config, deadline, start, Call::Eval);
    match invocation.advance(None, waiter).ok()? {
        Step::Done(Ok(outcome)) => match Outcome::decode(&outcome).ok()? {
            Outcome::Value(value) => Some(value),
            Outcome::Panic(_) => None,
        },
        _ => None,
    }
}

/// The exit status of a child that does `work`.
fn fork(work: impl FnOnce() -> i32) -> i32 {
    // SAFETY: the child calls the engine, which knows of forks, and ends without going back to its caller.
    match unsafe { libc::fork() } {
        0 => {
            let status = work();
            // SAFETY: ends the process at once.
            unsafe { libc::_exit(status) }
        }
        child => {
            let mut status = 0;
            // SAFETY: `child` is a process that this one made.
            let waited = unsafe { libc::waitpid(child, &raw mut status, 0) };
            assert_eq!(waited, child);
            assert!(libc::WIFEXITED(status), "the child was killed: {status:#x}");
            libc::WEXITSTATUS(status)
        }
    }
}

#[test]
fn children_run_guests_of_their_own_while_the_parents_go_on() {
    let long = Duration::from_secs(600);
    LOCK.take();
    assert_eq!(eval("1", long, &Holder), Some(Value::Int(1)));
    LOCK.free();
    let count = "n = 0; n += 1 while n < 20_000_000; n";
    let threads: Vec<_> = (0..2)
        .map(|_| {
            thread::spawn(move || {
                LOCK.take();
                let value = eval(count, long, &Holder);
                LOCK.free();
                value
            })
        })
        .collect();
    for _ in 0..10 {
        thread::sleep(Duration::from_millis(20));
        LOCK.take();
        let status = fork(|| {
            let value = eval("[1, 2].sum", long, &Blocking) == Some(Value::Int(3));
            let stopped = eval("loop {}", Duration::from_millis(30), &Blocking).is_none();
            if value && stopped { 7 } else { 1 }
        });
        LOCK.free();
        assert_eq!(status, 7);
    }
    for thread in threads {
        assert_eq!(thread.join().unwrap(), Some(Value::Int(20_000_000)));
    }
}
