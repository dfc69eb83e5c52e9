//! What is seen of an invocation while it is driven, how it is stopped, what it cost, and what it alone has.

use std::{thread, time::Duration};

use kobako_engine::{Answer, Blocking, Call, Deadline, Invocation, Start, Step, Stop};
use kobako_wire::{
    Value,
    envelope::{Member, Outcome, Preamble},
};

use crate::sandbox::Sandbox;

#[test]
fn another_thread_cancels_a_guest_that_computes() {
    let mut invocation = Sandbox::new().begin("print 'begun'; loop {}");
    let monitor = invocation.monitor();
    let watcher = thread::spawn(move || {
        while monitor.stdout(0).0 != b"begun" {
            thread::sleep(Duration::from_millis(1));
        }
        monitor.cancel();
    });
    let outcome = invocation.run(|_| unreachable!());
    watcher.join().unwrap();
    assert!(matches!(outcome.unwrap_err().stop, Stop::Cancelled));
    assert_eq!(invocation.finish().stdout, b"begun");
}

#[test]
fn a_guest_that_waits_for_a_service_is_cancelled_when_that_has_answered() {
    let sandbox = Sandbox::new().service("Host", "It");
    let mut invocation = sandbox.begin("begin; Host::It.call; rescue Exception; end; print 1");
    let monitor = invocation.monitor();
    let outcome = invocation.run(|_| {
        monitor.cancel();
        vec![0x92, 0, 0xc0]
    });
    assert!(matches!(outcome.unwrap_err().stop, Stop::Cancelled));
    assert_eq!(invocation.finish().stdout, b"");
}

#[test]
fn a_monitor_gives_what_was_written_from_a_byte_on() {
    let mut invocation = Sandbox::new().begin("print 'abc'; $stderr.print 'de'");
    let monitor = invocation.monitor();
    assert_eq!(
        (monitor.stdout(0), monitor.written()),
        ((Vec::new(), false), 0)
    );
    assert!(invocation.run(|_| unreachable!()).is_ok());
    assert_eq!(monitor.stdout(1), (b"bc".to_vec(), false));
    assert_eq!(monitor.stderr(0), (b"de".to_vec(), false));
    assert_eq!((monitor.stdout(9).0, monitor.written()), (Vec::new(), 5));
}

#[test]
fn calls_bytes_and_time_are_counted() {
    let sandbox = Sandbox::new().service("Host", "It");
    let source = "3.times { Host::It.call('xy') }";
    let mut invocation = sandbox.begin(source);
    let (mut requests, mut answer) = (0, None);
    loop {
        match invocation.advance(answer.take(), &Blocking).unwrap() {
            Step::Dispatch(request) => {
                requests += request.len() as u64;
                thread::sleep(Duration::from_millis(2));
                answer = Some(Answer::Response(vec![0x92, 0, 0xc0]));
            }
            Step::Done(outcome) => break requests += outcome.unwrap().len() as u64,
            Step::Yielded(_) => unreachable!(),
        }
    }
    let left = invocation.finish();
    assert_eq!(left.cost.service_calls, 3);
    assert_eq!(left.cost.bytes_received, requests);
    assert_eq!(left.cost.bytes_sent, source.len() as u64 + 9);
    assert!(left.cost.service_time >= Duration::from_millis(6));
    assert!(left.cost.cpu_time + left.cost.service_time <= left.wall_time);
}

#[test]
fn an_invocation_finds_what_it_alone_has() {
    let sandbox = Sandbox::new().service("Host", "It");
    let eval = |value| {
        let member = Member {
            name: "It".into(),
            value: Some(value),
        };
        let bindings = Preamble(vec![("Host".into(), vec![member])])
            .encode()
            .unwrap();
        let source = Some(b"Host::It".as_slice());
        let start = Start::of(
            &sandbox.module,
            &sandbox.tables(),
            source,
            None,
            &sandbox.config,
        );
        let deadline = Deadline::from_now(sandbox.config.timeout);
        let start = start.binding(Some(bindings));
        let module = sandbox.module.clone();
        let mut invocation = Invocation::new(module, &sandbox.config, deadline, start, Call::Eval);
        Outcome::decode(&invocation.run(|_| unreachable!()).unwrap()).unwrap()
    };
    for number in 0..5 {
        assert_eq!(eval(Value::Int(number)), Outcome::Value(Value::Int(number)));
    }
}
