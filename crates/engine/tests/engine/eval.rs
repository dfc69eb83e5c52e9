use kobako_wire::Value;

use crate::sandbox::Sandbox;

#[test]
fn gives_the_value_of_a_script() {
    let sandbox = Sandbox::new();
    assert_eq!(sandbox.eval("[1, 2].sum").value(), Value::Int(3));
    let value = sandbox.eval("{ a: [nil, 1.5, 'text'] }").value();
    let array = vec![Value::Nil, Value::Float(1.5), Value::Str("text".into())];
    let pair = (Value::Symbol("a".into()), Value::Array(array));
    assert_eq!(value, Value::Map(vec![pair]));
}

#[test]
fn gives_the_exception_that_ended_a_script() {
    let panic = Sandbox::new().eval("raise ArgumentError, 'no'").panic();
    assert_eq!((&*panic.class, &*panic.message), ("ArgumentError", "no"));
    let panic = Sandbox::new().eval("1 +").panic();
    assert_eq!(panic.class, "SyntaxError");
}

#[test]
fn gives_what_a_script_wrote() {
    let left = Sandbox::new().eval("puts 'out'; $stderr.print 'err'").left;
    assert_eq!((&*left.stdout, &*left.stderr), (&b"out\n"[..], &b"err"[..]));
    assert!(!left.stdout_truncated && !left.stderr_truncated);
}

#[test]
fn starts_each_invocation_anew() {
    let sandbox = Sandbox::new();
    sandbox.eval("$kept = 1; class Object; def kept = 1; end");
    let value = sandbox.eval("[$kept, respond_to?(:kept)]").value();
    assert_eq!(value, Value::Array(vec![Value::Nil, Value::Bool(false)]));
}

#[test]
fn calls_a_constant_that_a_snippet_defined() {
    let sandbox = Sandbox::new().snippet("Double = ->(n) { n * 2 }");
    assert_eq!(
        sandbox.run("Double", vec![Value::Int(21)]).value(),
        Value::Int(42)
    );
    assert_eq!(sandbox.run("Missing", vec![]).panic().class, "NameError");
}

#[test]
fn tells_the_time_and_the_memory_that_an_invocation_took() {
    let sandbox = Sandbox::new().limits(|config| config.memory_limit = Some(8 << 20));
    let small = sandbox.eval("nil").left;
    let large = sandbox.eval("'x' * 4_000_000; nil").left;
    assert!(large.wall_time > std::time::Duration::ZERO);
    // What the guest has free at its start counts from the start.
    assert!(large.memory_peak >= small.memory_peak + 3_800_000);
}
