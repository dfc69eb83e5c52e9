//! Runs a script with one service: `cargo run --release --example eval -- 'Clock::Now.call(1) + 1'`.

use std::{env, error::Error, time::SystemTime};

use kobako_engine::{Blocking, Call, Config, Deadline, Invocation, Start, Tables, load};
use kobako_wire::{
    Value,
    envelope::{Outcome, Preamble, Request, Response, Snippets},
};

const GUEST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/kobako.wasm");
const SCRIPT: &str = r#"puts "it is #{Clock::Now.call / 86_400} days after the epoch"; 6 * 7"#;

fn main() -> Result<(), Box<dyn Error>> {
    let script = env::args().nth(1).unwrap_or_else(|| SCRIPT.into());
    let module = load(GUEST.as_ref(), &Blocking)?;
    let config = Config::default();

    let services = Preamble(vec![("Clock".into(), vec!["Now".into()])]).encode()?;
    let tables = Tables::new(&module, services, Snippets(Vec::new()).encode()?);
    let source = Some(script.as_bytes());
    let start = Start::of(&module, &tables, source, None, &config);
    let deadline = Deadline::from_now(config.timeout);
    let mut invocation = Invocation::new(module, &config, deadline, start, Call::Eval);

    let outcome =
        invocation.run(|request| response(&request).expect("a response has no limits"))?;
    let left = invocation.finish();
    print!("{}", String::from_utf8_lossy(&left.stdout));
    match Outcome::decode(&outcome)? {
        Outcome::Value(value) => println!("=> {value:?}"),
        Outcome::Panic(panic) => println!("{}: {}", panic.class, panic.message),
    }
    println!(
        "after {:?}, {} bytes of memory",
        left.wall_time, left.memory_peak
    );
    Ok(())
}

/// The one service has the seconds since the epoch, whatever it is asked.
fn response(request: &[u8]) -> kobako_wire::Result<Vec<u8>> {
    let request = Request::decode(request)?;
    eprintln!(
        "{:?} is asked to {} {:?}",
        request.target, request.method, request.args
    );
    let now = SystemTime::UNIX_EPOCH.elapsed().unwrap_or_default();
    Response::Value(Value::Int(now.as_secs().cast_signed())).encode()
}
