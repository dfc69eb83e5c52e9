mod parts;

use wasm_encoder::{
    BlockType, Catch, ConstExpr, Elements, ExportKind, Function, GlobalType, Instruction as I,
    RefType, TableType, TagKind, TagType, ValType,
};

use super::*;
use parts::Parts;

/// How many times what the gem's guest needs each limit is.
const MARGIN: u64 = 4;

#[test]
fn leave_the_guest_of_the_gem_room_to_grow() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/kobako.wasm");
    let (meter, _) = check(&std::fs::read(path).unwrap()).unwrap();
    let figures = || MEASURES.iter().zip(meter.seen());
    for ((measure, limit, _), seen) in figures() {
        println!("{measure:?}: {seen} of {limit}");
    }
    for ((_, limit, words), seen) in figures() {
        assert!(
            seen * MARGIN <= *limit,
            "the guest has {seen} {words}, {MARGIN} times that is more than the limit of {limit}: \
             measure what the compiler takes at a higher one, and raise it"
        );
    }
}

fn repeat(count: u64, step: &I<'static>) -> impl Iterator<Item = I<'static>> {
    std::iter::repeat_n(step.clone(), count as usize)
}

/// `build` makes a module with just so many; the limit is taken, and one more is refused.
fn at_most(measure: Measure, build: impl Fn(&mut Parts, u64)) {
    let limit = MEASURES[measure as usize].1;
    let built = |count| {
        let mut parts = Parts::new();
        build(&mut parts, count);
        check(&parts.wasm())
    };
    for count in [limit - 1, limit] {
        let (meter, _) = built(count).unwrap_or_else(|refusal| panic!("{count}: {refusal}"));
        assert_eq!(meter.seen()[measure as usize], count, "{measure:?}");
    }
    let Err(refusal) = built(limit + 1) else {
        panic!("{measure:?}: more than the limit is taken");
    };
    assert!(
        matches!(refusal, Refusal::Excess { measure: found, value, .. } if found == measure && value == limit + 1),
        "{measure:?}: {refusal:?}"
    );
    let message = refusal.to_string();
    assert!(message.contains(&format!("{} {}", limit + 1, MEASURES[measure as usize].2)));
    assert!(message.contains(&format!("the limit is {limit}")));
}

#[test]
fn hold_what_a_module_has() {
    at_most(Measure::Types, |parts, count| {
        (1..count).for_each(|_| parts.types.ty().function([], []));
    });
    at_most(Measure::Signature, |parts, count| {
        parts
            .types
            .ty()
            .function(vec![ValType::I32; count as usize - 9], [ValType::I64; 9]);
    });
    at_most(Measure::Imports, |parts, count| {
        for _ in 0..count {
            parts
                .imports
                .import("a", "b", wasm_encoder::EntityType::Function(0));
        }
    });
    at_most(Measure::Functions, |parts, count| {
        (0..count).for_each(|_| parts.function(0, []))
    });
    at_most(Measure::Exports, |parts, count| {
        for index in 0..count {
            parts
                .exports
                .export(&index.to_string(), ExportKind::Memory, 0);
        }
    });
    at_most(Measure::Globals, |parts, count| {
        (0..count).for_each(|_| global(parts, &ConstExpr::i32_const(1)));
    });
    at_most(Measure::Tables, |parts, count| {
        (0..count).for_each(|_| table(parts))
    });
    at_most(Measure::Tags, |parts, count| {
        for _ in 0..count {
            parts.tags.tag(TagType {
                kind: TagKind::Exception,
                func_type_idx: 0,
            });
        }
    });
}

fn global(parts: &mut Parts, init: &ConstExpr) {
    let ty = GlobalType {
        val_type: ValType::I32,
        mutable: true,
        shared: false,
    };
    parts.globals.global(ty, init);
}

fn table(parts: &mut Parts) {
    parts.tables.table(TableType {
        element_type: RefType::FUNCREF,
        minimum: 1,
        maximum: None,
        table64: false,
        shared: false,
    });
}

#[test]
fn hold_what_segments_and_constants_have() {
    at_most(Measure::Elements, |parts, count| {
        parts.function(0, []);
        let halves = [vec![0; 5], vec![0; count as usize - 5]];
        halves.into_iter().for_each(|half| {
            parts.elements.passive(Elements::Functions(half.into()));
        });
    });
    at_most(Measure::ElementSegments, |parts, count| {
        for _ in 0..count {
            parts.elements.passive(Elements::Functions(vec![].into()));
        }
    });
    at_most(Measure::DataSegments, |parts, count| {
        for _ in 0..count {
            parts.data.active(0, &ConstExpr::i32_const(0), []);
        }
    });
    at_most(Measure::PassiveBytes, |parts, count| {
        parts.data.passive(vec![0; count as usize]);
    });
    // With the constant and the end: two for each sum.
    let sums = |count: u64| {
        let mut init = ConstExpr::i32_const(1);
        for _ in 0..(count - 2) / 2 {
            init = init.with_i32_const(1).with_i32_add();
        }
        init
    };
    let initialiser = |count| {
        let mut parts = Parts::new();
        global(&mut parts, &sums(count));
        check(&parts.wasm())
    };
    assert!(initialiser(8).is_ok());
    assert!(matches!(
        initialiser(10),
        Err(Refusal::Excess {
            measure: Measure::Initialiser,
            value: 9,
            function: None
        })
    ));
}

#[test]
fn hold_what_code_has() {
    // A body of no locals has a byte for them, an end, and its length in front.
    let wide = |parts: &mut Parts, bytes: u64| {
        let steps = (bytes - 3) / 12;
        let pairs = (0..steps).flat_map(|_| [I::I64Const(i64::MIN), I::Drop]);
        let rest = repeat((bytes - 3) % 12, &I::Nop);
        parts.functions.function(0);
        let mut body = Function::new([]);
        pairs.chain(rest).for_each(|step| {
            body.instruction(&step);
        });
        body.instruction(&I::End);
        parts.code.function(&body);
    };
    at_most(Measure::BodyBytes, |parts, count| wide(parts, count + 1));
    let code = |functions: u64| {
        let mut parts = Parts::new();
        (0..functions).for_each(|_| wide(&mut parts, 260_000));
        check(&parts.wasm())
    };
    assert!(code((8 << 20) / 260_010).is_ok());
    assert!(matches!(
        code((8 << 20) / 260_010 + 1),
        Err(Refusal::Excess {
            measure: Measure::CodeBytes,
            function: None,
            ..
        })
    ));
    at_most(Measure::BodyOperations, |parts, count| {
        parts.function(0, repeat(count - 1, &I::Nop))
    });
    let nops = |functions: u64| {
        let mut parts = Parts::new();
        (0..functions).for_each(|_| parts.function(0, repeat(79_999, &I::Nop)));
        check(&parts.wasm())
    };
    let most = MEASURES[Measure::Cost as usize].1 / 80_000;
    assert!(nops(most).is_ok());
    assert!(matches!(
        nops(most + 1),
        Err(Refusal::Excess {
            measure: Measure::Cost,
            function: None,
            ..
        })
    ));
}

#[test]
fn hold_what_a_function_has() {
    at_most(Measure::Locals, |parts, count| {
        parts.function(count as u32 - 1, [])
    });
    at_most(Measure::Stack, |parts, count| {
        parts.function(
            0,
            repeat(count, &I::LocalGet(0)).chain(repeat(count, &I::Drop)),
        );
    });
    at_most(Measure::Nesting, |parts, count| {
        let blocks = repeat(count - 1, &I::Block(BlockType::Empty));
        parts.function(0, blocks.chain(repeat(count - 1, &I::End)));
    });
    at_most(Measure::Loops, |parts, count| {
        let one = [I::Loop(BlockType::Empty), I::End];
        parts.function(0, (0..count).flat_map(|_| one.clone()));
    });
    at_most(Measure::NestedLoops, |parts, count| {
        let one = [I::Loop(BlockType::Empty), I::End];
        let nested = repeat(count, &I::Loop(BlockType::Empty)).chain(repeat(count, &I::End));
        parts.function(0, nested.chain(one));
    });
    at_most(Measure::Merges, nested_sets);
    at_most(Measure::Handlers, |parts, count| {
        parts.tags.tag(TagType {
            kind: TagKind::Exception,
            func_type_idx: 0,
        });
        let catches = vec![Catch::All { label: 0 }; 10];
        let calls = (0..count / 10).flat_map(|_| [I::I32Const(0), I::Call(0)]);
        let one = vec![Catch::All { label: 0 }];
        let more = (0..count % 10).flat_map(|_| [I::I32Const(0), I::Call(0)]);
        parts.function(
            0,
            std::iter::once(I::TryTable(BlockType::Empty, catches.into()))
                .chain(calls)
                .chain([I::End, I::TryTable(BlockType::Empty, one.into())])
                .chain(more)
                .chain([I::End]),
        );
    });
}

/// Blocks around the sets of 99 locals, so that `count` values meet; the body itself is the last one.
fn nested_sets(parts: &mut Parts, count: u64) {
    let (blocks, rest) = ((count - 100) / 100, (count - 100) % 100);
    let sets =
        |locals: u64| (0..locals as u32).flat_map(|local| [I::I32Const(1), I::LocalSet(local)]);
    let steps = repeat(blocks, &I::Block(BlockType::Empty))
        .chain(sets(100))
        .chain(repeat(blocks, &I::End))
        .chain([I::Block(BlockType::Empty)])
        .chain(sets(rest))
        .chain([I::End]);
    parts.function(99, steps);
}

#[test]
fn hold_values_times_blocks() {
    let limit = MEASURES[Measure::LiveValues as usize].1;
    // 400 values and one on the stack; each of `ifs` is two blocks, and the body one.
    let blocks = limit / 401;
    let built = |ifs: u64| {
        let mut parts = Parts::new();
        let steps = (0..ifs).flat_map(|_| [I::LocalGet(0), I::If(BlockType::Empty), I::End]);
        parts.function(399, steps);
        check(&parts.wasm())
    };
    assert!(built((blocks - 1) / 2).is_ok());
    assert!(matches!(
        built((blocks - 1) / 2 + 1),
        Err(Refusal::Excess {
            measure: Measure::LiveValues,
            function: Some(0),
            ..
        })
    ));
}

#[test]
fn count_what_few_bytes_repeat() {
    let wide = vec![ValType::I32; 32];
    let values = |step: I<'static>, times: u64| {
        let mut parts = Parts::new();
        parts.types.ty().function(wide.clone(), wide.clone());
        let steps = repeat(32, &I::LocalGet(0)).chain(repeat(times, &step));
        let ends = if matches!(step, I::Call(_)) { 0 } else { times };
        parts.function(
            0,
            steps
                .chain(repeat(ends, &I::End))
                .chain(repeat(32, &I::Drop)),
        );
        parts.functions.function(1);
        let mut body = Function::new([]);
        (0..32).for_each(|local| {
            body.instruction(&I::LocalGet(local));
        });
        body.instruction(&I::End);
        parts.code.function(&body);
        check(&parts.wasm())
    };
    assert!(values(I::Call(1), 1000).is_ok());
    assert!(matches!(
        values(I::Call(1), 2000),
        Err(Refusal::Excess {
            measure: Measure::BodyOperations,
            ..
        })
    ));
    let block = I::Block(BlockType::FunctionType(1));
    assert!(values(block.clone(), 620).is_ok());
    assert!(matches!(
        values(block, 630),
        Err(Refusal::Excess {
            measure: Measure::Merges,
            ..
        })
    ));
}

#[test]
fn count_values_for_each_branch_to_where_they_meet() {
    let branches = |count: u64| {
        let mut parts = Parts::new();
        let sets = (0..400).flat_map(|local| [I::I32Const(1), I::LocalSet(local)]);
        let back = (0..count).flat_map(|_| [I::LocalGet(0), I::BrIf(0)]);
        let block = std::iter::once(I::Block(BlockType::Empty));
        parts.function(399, block.chain(sets).chain(back).chain([I::End]));
        check(&parts.wasm())
    };
    assert!(branches(350).is_ok());
    assert!(matches!(
        branches(351),
        Err(Refusal::Excess {
            measure: Measure::Branched,
            ..
        })
    ));
}

#[test]
fn refuse_the_modules_that_kept_the_compiler_for_minutes() {
    for (locals, loops) in [(2_000, 500), (5_000, 1_000), (499, 500), (60, 700)] {
        let mut parts = Parts::new();
        let sums = (0..locals).flat_map(|local| {
            [
                I::LocalGet(local),
                I::I32Const(1),
                I::I32Add,
                I::LocalSet(local),
            ]
        });
        let back = (0..loops).flat_map(|_| [I::LocalGet(0), I::BrIf(0), I::End]);
        let begin = repeat(loops, &I::Loop(BlockType::Empty));
        parts.function(locals, begin.chain(sums).chain(back));
        assert!(matches!(
            check(&parts.wasm()),
            Err(Refusal::Excess {
                function: Some(0),
                ..
            })
        ));
    }
}
