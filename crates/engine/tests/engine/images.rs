//! What invocations have in common is kept, and makes no difference but in time.

use kobako_wire::Value;

use crate::sandbox::Sandbox;

fn state(sandbox: &Sandbox) -> &'static str {
    sandbox.tables().state_name().unwrap()
}

#[test]
fn tables_are_kept_from_their_third_use_on() {
    let sandbox = Sandbox::new().snippet("Kept = [1, 2, 3]; def kept = Kept.sum");
    let mut states = Vec::new();
    for _ in 0..4 {
        assert_eq!(sandbox.eval("kept").value(), Value::Int(6));
        states.push(state(&sandbox));
    }
    assert_eq!(states, ["replayed", "kept", "kept", "kept"]);
    assert_eq!(
        Sandbox::new()
            .snippet("Kept = [1, 2, 3]; def kept = Kept.sum")
            .eval("kept")
            .value(),
        Value::Int(6)
    );
}

#[test]
fn tables_that_do_more_than_change_memory_are_replayed_each_time() {
    for source in ["puts 'seen'", "Seen = rand(1 << 30)", "Seen = Time.now"] {
        let sandbox = Sandbox::new().snippet(source);
        let first = sandbox.eval("1").left.stdout.clone();
        for _ in 0..3 {
            assert_eq!(sandbox.eval("1").left.stdout, first);
        }
        assert_eq!(state(&sandbox), "replaying", "{source}");
    }
}

#[test]
fn nothing_of_an_invocation_is_in_what_is_kept() {
    let sandbox = Sandbox::new().snippet("Log = []");
    let sizes: Vec<_> = (0..5)
        .map(|n| sandbox.eval(&format!("Log << {n}; Log.size")).value())
        .collect();
    assert_eq!(sizes, vec![Value::Int(1); 5]);
}

#[test]
fn a_program_that_takes_long_is_kept_from_its_second_run_on() {
    let sandbox = Sandbox::alone();
    let (dear, cheap) = ("i = 0; i += 1 while i < 300_000; i", "1 + 1");
    for _ in 0..2 {
        assert_eq!(sandbox.eval(dear).value(), Value::Int(300_000));
        assert_eq!(sandbox.eval(cheap).value(), Value::Int(2));
    }
    assert_eq!(sandbox.module.programs(), 1);
    assert_eq!(sandbox.eval(dear).value(), Value::Int(300_000));
    assert_eq!(sandbox.module.programs(), 1);
}

#[test]
fn a_program_that_comes_again_is_kept_compiled() {
    let program = format!("x = [{}]; x.sum", "1, ".repeat(500));
    let sandbox = Sandbox::alone();
    for _ in 0..12 {
        assert_eq!(sandbox.eval(&program).value(), Value::Int(500));
    }
    assert_eq!(sandbox.module.programs(), 1);
    assert_eq!(
        sandbox.eval(&format!("{program} + 1")).value(),
        Value::Int(501)
    );
    assert_eq!(sandbox.module.programs(), 1);
}

#[test]
fn an_image_that_outgrows_the_limit_is_not_used() {
    let snippet = "Big = 'x' * 700_000";
    let large = Sandbox::new()
        .snippet(snippet)
        .limits(|config| config.memory_limit = Some(8 << 20));
    for _ in 0..4 {
        assert_eq!(large.eval("Big.size").value(), Value::Int(700_000));
    }
    assert_eq!(state(&large), "kept");
    let small = Sandbox::new()
        .snippet(snippet)
        .limits(|config| config.memory_limit = Some(400_000));
    let stop = small.eval("Big.size").stop().to_string();
    assert!(stop.starts_with("guest memory reached"), "{stop}");
}

#[test]
fn a_repeatable_run_has_the_same_addresses_whatever_is_kept() {
    let code = "require \"date\"\nDate.today; [Object.new.inspect, {Object.new => 1}.hash].inspect";
    let sandboxes = || {
        let plain = Sandbox::alone();
        let kept = Sandbox::alone().snippet("require 'date'; Kept = Object.new");
        let replayed = Sandbox::alone().snippet("puts 'seen'");
        [plain, kept, replayed].map(|sandbox| {
            sandbox.limits(|config| {
                config.repeatable = true;
                config.memory_limit = Some(16 << 20);
            })
        })
    };
    for (sandbox, other) in sandboxes().into_iter().zip(sandboxes()) {
        let first = other.eval(code).value();
        assert!(matches!(first, Value::Str(_)), "{first:?}");
        for _ in 0..4 {
            assert_eq!(sandbox.eval(code).value(), first);
        }
    }
}
