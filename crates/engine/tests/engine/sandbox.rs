//! A guest with its tables, as a host has one.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{
        Arc, Once,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

use kobako_engine::{
    Blocking, Call, Config, Deadline, GuestModule, Invocation, SetupFailure, Snapshot, Start, Stop,
    Stopped, Tables, load,
};
use kobako_wire::{
    Value,
    envelope::{Invocation as Entry, Outcome, Panic, Preamble, Snippet, SnippetBody, Snippets},
};

/// The guest of the gem.
pub const GUEST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/kobako.wasm");

pub struct Sandbox {
    pub module: Arc<GuestModule>,
    pub config: Config,
    preamble: Vec<u8>,
    snippets: Vec<u8>,
}

/// How an invocation ended, and what it left.
pub struct Ended {
    pub outcome: Result<Vec<u8>, Stopped>,
    pub left: Snapshot,
}

impl Ended {
    pub fn value(&self) -> Value {
        match Outcome::decode(self.outcome.as_ref().unwrap()).unwrap() {
            Outcome::Value(value) => value,
            Outcome::Panic(panic) => panic!("{panic:?}"),
        }
    }

    pub fn panic(&self) -> Panic {
        match Outcome::decode(self.outcome.as_ref().unwrap()).unwrap() {
            Outcome::Value(value) => panic!("the value {value:?}"),
            Outcome::Panic(panic) => panic,
        }
    }

    pub fn stop(&self) -> &Stop {
        &self.outcome.as_ref().unwrap_err().stop
    }
}

impl Sandbox {
    /// Of the gem's guest.
    pub fn new() -> Self {
        own_cache();
        Self::of(load(GUEST.as_ref(), &Blocking).unwrap())
    }

    /// Of the gem's guest in a file of its own, which no other sandbox shares.
    pub fn alone() -> Self {
        load_file(&file_of(&fs::read(GUEST).unwrap())).unwrap()
    }

    fn of(module: Arc<GuestModule>) -> Self {
        Self {
            module,
            config: Config::default(),
            preamble: Preamble(Vec::new()).encode().unwrap(),
            snippets: Snippets(Vec::new()).encode().unwrap(),
        }
    }

    pub fn service(mut self, namespace: &str, member: &str) -> Self {
        let table = Preamble(vec![(namespace.into(), vec![member.into()])]);
        self.preamble = table.encode().unwrap();
        self
    }

    pub fn snippet(mut self, source: &str) -> Self {
        let body = SnippetBody::Source(source.into());
        let name = Some("Snippet".into());
        self.snippets = Snippets(vec![Snippet { name, body }]).encode().unwrap();
        self
    }

    pub fn limits(mut self, change: impl FnOnce(&mut Config)) -> Self {
        change(&mut self.config);
        self
    }

    pub fn tables(&self) -> Tables {
        Tables::new(&self.module, self.preamble.clone(), self.snippets.clone())
    }

    /// An invocation that evaluates `source` and has not begun.
    pub fn begin(&self, source: &str) -> Invocation {
        self.start(Some(source), Call::Eval)
    }

    pub fn eval(&self, source: &str) -> Ended {
        self.eval_with(source, |_| panic!("no service is expected to be called"))
    }

    pub fn eval_with(&self, source: &str, service: impl FnMut(Vec<u8>) -> Vec<u8>) -> Ended {
        let mut invocation = self.begin(source);
        let outcome = invocation.run(service);
        let left = invocation.finish();
        Ended { outcome, left }
    }

    pub fn run(&self, entrypoint: &str, args: Vec<Value>) -> Ended {
        let (entrypoint, kwargs) = (entrypoint.into(), Vec::new());
        let entry = Entry {
            entrypoint,
            args,
            kwargs,
        };
        let mut invocation = self.start(None, Call::Run(entry.encode().unwrap()));
        let outcome = invocation.run(|_| panic!("no service is expected to be called"));
        let left = invocation.finish();
        Ended { outcome, left }
    }

    fn start(&self, source: Option<&str>, call: Call) -> Invocation {
        let source = source.map(str::as_bytes);
        let start = Start::of(&self.module, &self.tables(), source, None, &self.config);
        let deadline = Deadline::from_now(self.config.timeout);
        Invocation::new(self.module.clone(), &self.config, deadline, start, call)
    }
}

/// A sandbox of a module that behaves as a sound guest but for what is said here.
#[derive(Default)]
pub struct Hostile<'a> {
    pub eval: &'a str,
    pub outcome: Option<&'a str>,
    pub alloc: Option<&'a str>,
    pub block: Option<&'a str>,
    pub fields: &'a str,
}

impl Hostile<'_> {
    pub fn wat(&self) -> String {
        let Self {
            eval,
            outcome,
            alloc,
            block,
            fields,
        } = self;
        let block = block.unwrap_or("(i64.const 0)");
        let outcome = outcome.unwrap_or("(i64.const 0x4000000002)");
        let alloc = alloc.unwrap_or("(i32.const 4096)");
        format!(
            r#"(module
            (import "env" "__kobako_dispatch" (func $dispatch (param i32 i32) (result i64)))
            (memory (export "memory") 2)
            (data (i32.const 64) "\01\2a")
            (func (export "__kobako_eval") {eval})
            (func (export "__kobako_run") (param i32 i32))
            (func (export "__kobako_alloc") (param i32) (result i32) {alloc})
            (func (export "__kobako_yield_to_block") (param i32 i32) (result i64) {block})
            (func (export "__kobako_take_outcome") (result i64) {outcome})
            {fields})"#
        )
    }

    pub fn load(&self) -> Result<Sandbox, SetupFailure> {
        load_wat(&self.wat())
    }

    pub fn sandbox(&self) -> Sandbox {
        let sandbox = self.load().unwrap();
        sandbox.limits(|config| config.timeout = Some(Duration::from_secs(60)))
    }
}

pub fn load_wat(text: &str) -> Result<Sandbox, SetupFailure> {
    load_file(&file_of(&wat::parse_str(text).unwrap()))
}

pub fn load_file(path: &Path) -> Result<Sandbox, SetupFailure> {
    own_cache();
    load(path, &Blocking).map(Sandbox::of)
}

/// A new file that holds `bytes`.
pub fn file_of(bytes: &[u8]) -> PathBuf {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let path = folder().join(format!("{}-{number}.wasm", std::process::id()));
    fs::write(&path, bytes).unwrap();
    path
}

pub fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("engine-tests");
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Where this process keeps compiled modules: not where the user has his.
pub fn cache() -> PathBuf {
    folder().join("cache")
}

fn own_cache() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // SAFETY: nothing reads the environment but the engine, which no test has called yet.
        unsafe { std::env::set_var("KOBAKO_CACHE_DIR", cache()) };
    });
}
