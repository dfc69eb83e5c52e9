//! Modules that no build of the gem made.

use std::{path::Path, time::Duration};

use kobako_engine::{SetupFailure, Stop};
use kobako_wire::Value;

use crate::sandbox::{Hostile, Sandbox, file_of, load_file, load_wat};

fn hostile(change: impl FnOnce(&mut Hostile<'static>)) -> Sandbox {
    let mut module = Hostile::default();
    change(&mut module);
    module.sandbox()
}

fn stop(sandbox: &Sandbox) -> String {
    sandbox.eval("").stop().to_string()
}

#[test]
fn a_sound_module_is_a_guest() {
    assert_eq!(
        Hostile::default().sandbox().eval("").value(),
        Value::Int(42)
    );
}

#[test]
fn what_is_no_module_is_refused() {
    let missing = load_file(Path::new("/nowhere/guest.wasm"));
    assert!(matches!(missing, Err(SetupFailure::NotBuilt(_))));
    let folder = load_file(Path::new("/"));
    assert!(matches!(folder, Err(SetupFailure::Unreadable(..))));
    for bytes in [&b""[..], b"\0asm", b"text", b"\0asm\x01\0\0\0\xff"] {
        let failure = load_file(&file_of(bytes)).err().unwrap();
        assert!(
            matches!(failure, SetupFailure::NotWasm(..)),
            "{bytes:?}: {failure}"
        );
    }
    assert!(matches!(load_wat("(module)"), Err(SetupFailure::NotAGuest)));
}

#[test]
fn what_asks_too_much_of_the_compiler_is_refused() {
    let locals = format!("(func (local {}))", "i32 ".repeat(501));
    let failure = Hostile {
        fields: &locals,
        ..Hostile::default()
    }
    .load()
    .err()
    .unwrap();
    assert!(matches!(failure, SetupFailure::Refused(..)), "{failure}");
    let vector = "(func (drop (v128.const i64x2 1 2)))";
    assert!(
        Hostile {
            fields: vector,
            ..Hostile::default()
        }
        .load()
        .is_err()
    );
}

#[test]
fn a_module_without_the_calls_of_the_abi_is_no_guest() {
    let sandbox = load_wat(r#"(module (memory (export "memory") 1))"#).unwrap();
    let message = stop(&sandbox);
    assert!(
        message.starts_with("missing required hooks: __kobako_eval"),
        "{message}"
    );
}

#[test]
fn a_trap_ends_one_invocation() {
    for eval in [
        "unreachable",
        "(drop (i32.load (i32.const -4)))",
        "(drop (i32.div_u (i32.const 1) (i32.const 0)))",
        "(memory.fill (i32.const 1) (i32.const 0) (i32.const -1))",
    ] {
        let sandbox = hostile(|module| module.eval = eval);
        assert!(matches!(sandbox.eval("").stop(), Stop::Trap(_)), "{eval}");
    }
}

#[test]
fn endless_code_is_stopped_wherever_it_stands() {
    let endless = "(loop (br 0))";
    let timeout = |sandbox: Sandbox| {
        sandbox.limits(|config| config.timeout = Some(Duration::from_millis(100)))
    };
    let fills = "(loop (memory.fill (i32.const 0) (i32.const 0) (i32.const 131072)) (br 0))";
    for eval in [endless, fills] {
        let sandbox = timeout(hostile(|module| module.eval = eval));
        assert!(matches!(sandbox.eval("").stop(), Stop::Timeout { .. }));
    }
    let sandbox = timeout(hostile(|module| {
        module.outcome = Some("(loop (br 0)) (i64.const 0)")
    }));
    assert!(matches!(sandbox.eval("").stop(), Stop::Timeout { .. }));
    let sandbox = timeout(hostile(|module| {
        module.fields = "(func $s (loop (br 0))) (start $s)"
    }));
    assert!(matches!(sandbox.eval("").stop(), Stop::Timeout { .. }));
}

#[test]
fn memory_grows_to_the_limit_and_not_past_it() {
    let grow = "(drop (memory.grow (i32.const 20)))";
    let sandbox = hostile(|module| module.eval = grow);
    let sandbox = sandbox.limits(|config| config.memory_limit = Some(20 << 16));
    assert_eq!(sandbox.eval("").left.memory_peak, 20 << 16);
    let sandbox = sandbox.limits(|config| config.memory_limit = Some((20 << 16) - 1));
    assert!(matches!(sandbox.eval("").stop(), Stop::Memory { .. }));
    let declared = load_wat(r#"(module (memory (export "memory") 1025))"#).unwrap();
    assert!(matches!(
        declared.eval("").stop(),
        Stop::InitialMemory { .. }
    ));
}

#[test]
fn an_outcome_is_read_inside_of_memory_only() {
    for outcome in [
        "(i64.const 0x1ffff00000002)",
        "(i64.const -1)",
        "(i64.const 0x40ffffffff)",
        "(i64.const 0)",
        "(i64.const 0x1000000001)",
    ] {
        let sandbox = hostile(|module| module.outcome = Some(outcome));
        assert!(
            matches!(sandbox.eval("").stop(), Stop::Wire(_)),
            "{outcome}"
        );
    }
}

#[test]
fn a_request_is_read_inside_of_memory_only() {
    for eval in [
        "(drop (call $dispatch (i32.const 131071) (i32.const 2)))",
        "(drop (call $dispatch (i32.const -1) (i32.const -1)))",
        "(drop (call $dispatch (i32.const 0) (i32.const 0x7fffffff)))",
    ] {
        let sandbox = hostile(|module| module.eval = eval);
        assert!(matches!(sandbox.eval("").stop(), Stop::Wire(_)), "{eval}");
    }
}

#[test]
fn a_response_is_written_inside_of_memory_only() {
    let call = "(drop (call $dispatch (i32.const 64) (i32.const 2)))";
    for (alloc, words) in [
        (
            "(i32.const 0)",
            "guest has no memory for a message of 3 bytes",
        ),
        ("(i32.const 131070)", "lie outside the guest's memory"),
        ("(i32.const -1)", "lie outside the guest's memory"),
    ] {
        let sandbox = hostile(|module| (module.eval, module.alloc) = (call, Some(alloc)));
        let message = sandbox.eval_with("", |_| vec![1, 2, 3]).stop().to_string();
        assert!(message.contains(words), "{alloc}: {message}");
    }
}

#[test]
fn blocks_end_only_where_a_service_called_them() {
    let mailbox = r#"(global (export "__kobako_mailbox") i32 (i32.const 128))"#;
    let end = "(drop (call $dispatch (i32.const 64) (i32.const 0x80000002)))";
    let sandbox = hostile(|module| (module.eval, module.fields) = (end, mailbox));
    assert!(stop(&sandbox).contains("a block ended that no service called"));
}

#[test]
fn a_guest_has_no_host_beside_its_pipes() {
    let import = |name: &str, params: &str| {
        format!(
            r#"(import "wasi_snapshot_preview1" "{name}" (func $call (param {params}) (result i32)))"#
        )
    };
    let open = import("path_open", "i32 i32 i32 i32 i32 i64 i64 i32 i32");
    let module = format!(
        r#"(module {open} (memory (export "memory") 1)
        (data (i32.const 64) "\01\00") (data (i32.const 80) "etc")
        (func (export "__kobako_eval")
          (i32.store8 (i32.const 65) (call $call (i32.const 3) (i32.const 0) (i32.const 80) (i32.const 3)
            (i32.const 0) (i64.const 0) (i64.const 0) (i32.const 0) (i32.const 96))))
        (func (export "__kobako_run") (param i32 i32))
        (func (export "__kobako_alloc") (param i32) (result i32) (i32.const 256))
        (func (export "__kobako_yield_to_block") (param i32 i32) (result i64) (i64.const 0))
        (func (export "__kobako_take_outcome") (result i64) (i64.const 0x4000000002)))"#
    );
    // Bad file descriptor.
    assert_eq!(load_wat(&module).unwrap().eval("").value(), Value::Int(8));
}
