//! A driver that is wanted elsewhere while its guest runs.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU32, Ordering::SeqCst},
    },
    thread,
    time::Duration,
};

use kobako_engine::{Answer, SetupFailure, Step, Stop, Stopped, Wait, Wanted};
use kobako_wire::{
    Value,
    envelope::{Outcome, Response},
};

use crate::sandbox::Sandbox;

/// What ends a wait here.
#[derive(Debug)]
struct End;

impl From<SetupFailure> for End {
    fn from(failure: SetupFailure) -> Self {
        panic!("{failure}")
    }
}

#[derive(Default)]
struct Driver {
    wanted: Arc<AtomicBool>,
    /// Whether it ends when it is wanted; else it goes on afterwards.
    ends: bool,
    checks: AtomicU32,
}

impl Wait for Driver {
    type Error = End;

    fn check(&self) -> Result<(), End> {
        let wanted = self.wanted.swap(false, SeqCst);
        self.checks.fetch_add(u32::from(wanted), SeqCst);
        if wanted && self.ends {
            Err(End)
        } else {
            Ok(())
        }
    }

    fn release<R>(&self, work: impl FnOnce(Wanted) -> R) -> Option<R> {
        let wanted = self.wanted.clone();
        Some(work(Box::new(move || wanted.load(SeqCst))))
    }
}

fn want_after(driver: &Driver, millis: u64) -> thread::JoinHandle<()> {
    let wanted = driver.wanted.clone();
    thread::spawn(move || {
        thread::sleep(Duration::from_millis(millis));
        wanted.store(true, SeqCst);
    })
}

#[test]
fn ends_its_guest_in_the_middle() {
    let driver = Driver {
        ends: true,
        ..Driver::default()
    };
    let sandbox = Sandbox::new().service("Host", "Begun");
    let sandbox = sandbox.limits(|config| config.timeout = None);
    let mut invocation = sandbox.begin("print 'begun'; Host::Begun.call; loop {}");
    assert!(matches!(
        invocation.advance(None, &driver),
        Ok(Step::Dispatch(_))
    ));
    let thread = want_after(&driver, 20);
    let answer = Response::Value(Value::Nil).encode().unwrap();
    let ended = invocation.advance(Some(Answer::Response(answer)), &driver);
    assert!(matches!(ended, Err(End)), "{ended:?}");
    assert_eq!(invocation.finish().stdout, b"begun");
    thread.join().unwrap();
}

#[test]
fn does_what_is_pending_and_goes_on_with_its_guest() {
    let driver = Driver::default();
    let sandbox = Sandbox::new().limits(|config| config.timeout = Some(Duration::from_secs(600)));
    let mut invocation = sandbox.begin("n = 0; n += 1 while n < 3_000_000; n");
    driver.wanted.store(true, SeqCst);
    let step = invocation.advance(None, &driver).unwrap();
    let Step::Done(Ok(outcome)) = step else {
        panic!("{step:?}");
    };
    assert_eq!(
        Outcome::decode(&outcome).unwrap(),
        Outcome::Value(Value::Int(3_000_000))
    );
    assert_eq!(driver.checks.load(SeqCst), 1);
}

#[test]
fn does_not_wait_beyond_the_deadline() {
    let driver = Driver::default();
    let sandbox = Sandbox::new().limits(|config| config.timeout = Some(Duration::from_millis(100)));
    let step = sandbox.begin("loop {}").advance(None, &driver);
    assert!(
        matches!(
            step,
            Ok(Step::Done(Err(Stopped {
                stop: Stop::Timeout { .. },
                ..
            })))
        ),
        "{step:?}"
    );
}
