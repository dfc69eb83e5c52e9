use std::time::Duration;

use kobako_engine::{
    Answer, Blocking, Step, Stop, Stopped,
    limits::{MAX_INVOCATIONS, MAX_NESTING},
};
use kobako_wire::{
    Fault, FaultKind, Value,
    envelope::{BlockRequest, Outcome, Request, Response, Target, YieldResponse},
};

use crate::sandbox::{Hostile, Sandbox};

fn value(value: Value) -> Vec<u8> {
    Response::Value(value).encode().unwrap()
}

#[test]
fn a_closure_answers_what_a_script_calls() {
    let sandbox = Sandbox::new().service("Host", "Add");
    let mut targets = Vec::new();
    let ended = sandbox.eval_with("Host::Add.call(40, 2) + Host::Add.call(1, 1)", |request| {
        let request = Request::decode(&request).unwrap();
        targets.push(request.target);
        let [Value::Int(a), Value::Int(b)] = request.args[..] else {
            panic!("{:?}", request.args);
        };
        value(Value::Int(a + b))
    });
    assert_eq!(ended.value(), Value::Int(44));
    assert_eq!(targets, [(); 2].map(|()| Target::Path("Host::Add".into())));
}

#[test]
fn a_fault_is_an_exception_of_the_guest() {
    let sandbox = Sandbox::new().service("Host", "Fail");
    let fault = Fault {
        kind: FaultKind::Runtime,
        message: "out of order".into(),
        details: None,
    };
    let response = Response::Fault(fault).encode().unwrap();
    let source = "begin; Host::Fail.call; rescue => e; e.message; end";
    let ended = sandbox.eval_with(source, |_| response.clone());
    assert_eq!(ended.value(), Value::Str("out of order".into()));
    assert_eq!(
        sandbox
            .eval_with("Host::Fail.call", |_| response.clone())
            .panic()
            .origin,
        "service"
    );
}

#[test]
fn large_messages_cross_both_ways() {
    let sandbox = Sandbox::new()
        .service("Host", "Echo")
        .limits(|config| config.memory_limit = None);
    let ended = sandbox.eval_with("Host::Echo.call('x' * 300_000).size", |request| {
        let request = Request::decode(&request).unwrap();
        value(request.args[0].clone())
    });
    assert_eq!(ended.value(), Value::Int(300_000));
}

#[test]
fn a_service_calls_its_block_while_its_request_waits() {
    let sandbox = Sandbox::new().service("Host", "Each");
    let mut invocation = sandbox.begin("Host::Each.call { |n| n * 10 }");
    let Step::Dispatch(request) = invocation.advance(None, &Blocking).unwrap() else {
        panic!("no request");
    };
    assert!(Request::decode(&request).unwrap().block_given);
    let mut values = Vec::new();
    for number in 1..=3 {
        let arguments = BlockRequest::Call(vec![Value::Int(number)])
            .encode()
            .unwrap();
        let step = invocation.advance(Some(Answer::Yield(arguments)), &Blocking);
        let Step::Yielded(response) = step.unwrap() else {
            panic!("the block did not end");
        };
        let YieldResponse::Value(value) = YieldResponse::decode(&response).unwrap() else {
            panic!("the block has no value");
        };
        values.push(value);
    }
    let response = value(Value::Array(values));
    let Step::Done(outcome) = invocation
        .advance(Some(Answer::Response(response)), &Blocking)
        .unwrap()
    else {
        panic!("the guest did not end");
    };
    let expected = [10, 20, 30].map(Value::Int).to_vec();
    assert_eq!(
        Outcome::decode(&outcome.unwrap()).unwrap(),
        Outcome::Value(Value::Array(expected))
    );
}

#[test]
fn a_guest_that_waits_for_a_service_ends_with_its_invocation() {
    let sandbox = Sandbox::new().service("Host", "Wait");
    for number in 0..2 * MAX_INVOCATIONS {
        let mut waiting = sandbox.begin("Host::Wait.call");
        let step = waiting.advance(None, &Blocking).unwrap();
        assert!(matches!(step, Step::Dispatch(_)), "{number}: {step:?}");
    }
}

#[test]
fn the_time_of_a_service_counts() {
    let timeout = Duration::from_millis(50);
    let sandbox = Sandbox::new()
        .service("Host", "Slow")
        .limits(|config| config.timeout = Some(timeout));
    let ended = sandbox.eval_with("Host::Slow.call", |_| {
        std::thread::sleep(timeout);
        value(Value::Nil)
    });
    assert!(
        matches!(ended.stop(), Stop::Timeout { .. }),
        "{:?}",
        ended.stop()
    );
}

#[test]
fn calls_and_their_blocks_nest_up_to_their_limit() {
    let call = "(call $dispatch (i32.const 64) (i32.const 2))";
    let eval = format!("(drop {call})");
    let module = Hostile {
        eval: &eval,
        block: Some(call),
        ..Hostile::default()
    };
    let sandbox = module.sandbox();
    let mut invocation = sandbox.begin("");
    let mut calls = 0;
    let mut step = invocation.advance(None, &Blocking).unwrap();
    while let Step::Dispatch(request) = step {
        assert_eq!(request, [1, 42]);
        calls += 1;
        let answer = Answer::Yield(vec![0x90]);
        step = invocation.advance(Some(answer), &Blocking).unwrap();
    }
    assert!(
        matches!(
            step,
            Step::Done(Err(Stopped {
                stop: Stop::Nesting { limit: MAX_NESTING },
                ..
            }))
        ),
        "{step:?}"
    );
    assert_eq!(calls, MAX_NESTING);
}
