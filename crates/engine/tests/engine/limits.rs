use std::time::Duration;

use kobako_engine::Stop;
use kobako_wire::Value;

use crate::sandbox::Sandbox;

#[test]
fn the_timeout_stops_a_script() {
    let timeout = Duration::from_millis(100);
    let sandbox = Sandbox::new().limits(|config| config.timeout = Some(timeout));
    for source in [
        "loop {}",
        "'x'.sub(/(x+x+)+y/, '') while true",
        "begin; loop {}; ensure; loop {}; end",
    ] {
        match sandbox.eval(source).stop() {
            Stop::Timeout { elapsed, limit } => assert!(*limit == timeout && *elapsed >= timeout),
            other => panic!("{source}: {other}"),
        }
    }
    let sandbox = sandbox.limits(|config| config.timeout = Some(Duration::from_secs(600)));
    assert_eq!(sandbox.eval("1").value(), Value::Int(1));
}

#[test]
fn the_memory_limit_stops_a_script_at_the_first_byte_above_it() {
    let limit = 2 << 20;
    let sandbox = Sandbox::new().limits(|config| config.memory_limit = Some(limit));
    let ended = sandbox.eval("s = 'x' * 1_000; s << s while true");
    match ended.stop() {
        Stop::Memory {
            reached,
            limit: said,
        } => assert!(*reached > limit && *said == limit),
        other => panic!("{other}"),
    }
    assert!(ended.left.memory_peak <= limit);
    let within = sandbox.eval("s = 'x' * 1_500_000; s.size");
    assert_eq!(within.value(), Value::Int(1_500_000));
    assert!((1_000_000..=limit).contains(&within.left.memory_peak));
}

#[test]
fn a_script_that_is_stopped_says_where_it_was() {
    let timeout = Some(Duration::from_millis(500));
    let sandbox = Sandbox::new().limits(|config| config.timeout = timeout);
    for source in [
        "def f\n  loop {}\nend\nf",
        "def f\n  s = 'x'\n  s << s while true\nend\nf",
    ] {
        let stopped = sandbox.eval(source).outcome.unwrap_err();
        let lines = &stopped.backtrace;
        assert!(
            lines.iter().any(|line| line.ends_with(":in 'Object#f'")),
            "{stopped:?}"
        );
        assert_eq!(lines.last().unwrap().split(':').next(), Some("(eval)"));
    }
    assert!(sandbox.eval("1").outcome.is_ok());
}

#[test]
fn output_is_cut_at_its_limit_and_the_script_goes_on() {
    let sandbox =
        Sandbox::new().limits(|config| (config.stdout_limit, config.stderr_limit) = (5, 0));
    let at = sandbox.eval("print 'abcde'; 1");
    assert_eq!(
        (&*at.left.stdout, at.left.stdout_truncated),
        (&b"abcde"[..], false)
    );
    let over = sandbox.eval("print 'abcdef'; $stderr.print 'x'; 1");
    assert_eq!(
        (&*over.left.stdout, over.left.stdout_truncated),
        (&b"abcde"[..], true)
    );
    assert_eq!(
        (&*over.left.stderr, over.left.stderr_truncated),
        (&b""[..], true)
    );
    assert_eq!(over.value(), Value::Int(1));
}

#[test]
fn what_a_stopped_script_left_is_there() {
    let ended = Sandbox::new().eval("print 'before'; s = 'x' * 1_000; s << s while true");
    assert!(ended.outcome.is_err());
    assert_eq!(ended.left.stdout, b"before");
    assert!(ended.left.memory_peak > 0);
}

#[test]
fn clock_and_entropy_are_those_of_the_sandbox() {
    let source = "[Time.now.to_i, rand(1 << 30), rand(1 << 30)]";
    let fixed = Sandbox::new();
    assert_eq!(fixed.eval(source).value(), fixed.eval(source).value());
    let other = Sandbox::new().limits(|config| {
        config.clock = kobako_engine::Clock::Fixed(5_000_000_000);
        config.seed = 1;
    });
    let (Value::Array(first), Value::Array(second)) =
        (fixed.eval(source).value(), other.eval(source).value())
    else {
        panic!("no arrays");
    };
    assert_eq!((&first[0], &second[0]), (&Value::Int(0), &Value::Int(5)));
    assert_ne!(first[1..], second[1..]);
}
