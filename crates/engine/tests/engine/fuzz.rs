//! Random cases for as many seconds as KOBAKO_FUZZ_SECONDS says. Each follows from its number, and the first of them
//! is KOBAKO_FUZZ_FIRST.

use std::{
    env, fs,
    time::{Duration, Instant},
};

use kobako_engine::SetupFailure;
use kobako_wire::Value;

use crate::{
    cache::{self, module},
    sandbox::{Hostile, load_file},
};

/// SplitMix64.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) as usize % limit
    }

    /// `bytes` with up to four parts changed, cut, moved or doubled.
    fn change(&mut self, bytes: &mut Vec<u8>) {
        for _ in 0..=self.below(4) {
            let at = self.below(bytes.len() + 1);
            let part = at..(at + 1 + self.below(8)).min(bytes.len());
            match self.below(6) {
                0 => drop(bytes.drain(part)),
                1 => drop(bytes.splice(at..at, part.map(|byte| byte as u8))),
                2 => {
                    let from = self.below(bytes.len() + 1).min(at);
                    let copy = bytes[from..(from + 8).min(bytes.len())].to_vec();
                    drop(bytes.splice(at..at, copy));
                }
                3 if at < bytes.len() => bytes[at] = [0, 1, 0x7f, 0x80, 0xff][self.below(5)],
                _ if at < bytes.len() => bytes[at] ^= 1 << self.below(8),
                _ => bytes.truncate(at / 2),
            }
        }
    }
}

/// Names the case that fails.
struct Case(u64);

impl Drop for Case {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("the case is number {}", self.0);
        }
    }
}

fn cases(mut check: impl FnMut(Random)) {
    let setting = |name| env::var(name).map_or(0, |text| text.parse().expect("a number"));
    let end = Instant::now() + Duration::from_secs(setting("KOBAKO_FUZZ_SECONDS"));
    let first = setting("KOBAKO_FUZZ_FIRST");
    for number in first.. {
        let _case = Case(number);
        check(Random(number << 32));
        if number >= first + 5 && Instant::now() >= end {
            break;
        }
    }
}

#[test]
fn cached_code_that_was_changed_is_made_anew_and_never_run() {
    let (wasm, code) = module(4);
    let good = fs::read(&code).unwrap();
    let mut age = 0;
    cases(|mut random| {
        let mut bytes = good.clone();
        match random.below(4) {
            0 => bytes.truncate(random.below(good.len())),
            1 => random.change(&mut bytes),
            2 => bytes[random.below(4096.min(good.len()))] ^= 1 << random.below(8),
            _ => bytes[good.len() - 1 - random.below(64)] ^= 1 << random.below(8),
        }
        // A new file, as the old one is mapped.
        fs::remove_file(&code).unwrap();
        fs::write(&code, bytes).unwrap();
        age += 1;
        assert_eq!(cache::load_anew(&wasm, age), Value::Int(42));
        assert!(
            fs::read(&code).unwrap() == good,
            "the changed file is still there"
        );
    });
}

#[test]
fn modules_that_were_changed_are_refused_or_end() {
    let code = "(local $n i32) (loop $l (local.set $n (i32.add (local.get $n) (i32.const 3)))
        (i32.store offset=256 (i32.and (local.get $n) (i32.const 0xfff0)) (local.get $n))
        (br_if $l (i32.lt_u (local.get $n) (i32.const 999))))
        (memory.copy (i32.const 309) (i32.const 305) (i32.const 70000))
        (drop (call $dispatch (i32.const 64) (i32.const 2)))
        (call_indirect (param i32) (i32.const 1) (i32.const 0))";
    let fields = "(table 2 funcref) (elem (i32.const 0) $f $f) (global $g (mut i32) (i32.const 7))
        (func $f (param i32) (global.set $g (local.get 0)))";
    let module = Hostile {
        eval: code,
        fields,
        ..Hostile::default()
    };
    let good = wat::parse_str(module.wat()).unwrap();
    let sound = module.sandbox();
    cases(|mut random| {
        let mut bytes = good.clone();
        random.change(&mut bytes);
        let wasm = cache::replaced("fuzzed", &bytes);
        match load_file(&wasm) {
            Ok(sandbox) => {
                let sandbox = sandbox.limits(|config| {
                    config.timeout = Some(Duration::from_millis(50));
                    config.memory_limit = Some(4 << 20);
                });
                drop(sandbox.eval_with("", |_| vec![0xc0]));
            }
            Err(
                SetupFailure::NotWasm(..) | SetupFailure::Refused(..) | SetupFailure::NotAGuest,
            ) => {}
            Err(failure) => panic!("{failure}"),
        }
        cache::forget(&wasm);
        assert_eq!(sound.eval_with("", |_| vec![0xc0]).value(), Value::Int(42));
    });
}
