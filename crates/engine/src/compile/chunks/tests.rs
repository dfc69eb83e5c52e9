use wasm_encoder::{
    CodeSection, ConstExpr, CustomSection, DataSection, ExportKind, ExportSection, Function,
    FunctionSection, Instruction, MemorySection, MemoryType, Module, TypeSection, ValType,
};
use wasmtime::{Engine, Instance, Store, TypedFunc};

use super::{super::bounds, *};

const PAGES: u64 = 64;
const SIZE: u32 = (PAGES as u32) << 16;

/// A module that exports `fill`, `copy`, `fill_ten` and `fill_many` of three numbers.
fn module() -> Vec<u8> {
    let mut types = TypeSection::new();
    types.ty().function([ValType::I32; 3], []);
    let (mut functions, mut code, mut exports) = (
        FunctionSection::new(),
        CodeSection::new(),
        ExportSection::new(),
    );
    exports.export("memory", ExportKind::Memory, 0);
    for (index, (name, length, instruction)) in [
        ("fill", Instruction::LocalGet(2), FILL),
        ("copy", Instruction::LocalGet(2), COPY),
        ("fill_ten", Instruction::I32Const(10), FILL),
        ("fill_many", Instruction::I32Const(CHUNK + 1), FILL),
    ]
    .into_iter()
    .enumerate()
    {
        functions.function(0);
        exports.export(name, ExportKind::Func, index as u32);
        let mut body = Function::new([]);
        for step in [
            Instruction::LocalGet(0),
            Instruction::LocalGet(1),
            length,
            instruction,
            Instruction::End,
        ] {
            body.instruction(&step);
        }
        code.function(&body);
    }
    let mut memories = MemorySection::new();
    memories.memory(MemoryType {
        minimum: PAGES,
        maximum: None,
        memory64: false,
        shared: false,
        page_size_log2: None,
    });
    let mut data = DataSection::new();
    let pattern = (0..SIZE).map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8);
    data.active(0, &ConstExpr::i32_const(0), pattern);
    let mut module = Module::new();
    module
        .section(&types)
        .section(&functions)
        .section(&memories);
    module.section(&exports).section(&code).section(&data);
    module.section(&CustomSection {
        name: "name".into(),
        data: b"\xffnot names".into(),
    });
    module.finish()
}

/// What is left in memory by the call, and whether it trapped.
fn run(engine: &Engine, wasm: &[u8], name: &str, arguments: (u32, u32, u32)) -> (Vec<u8>, bool) {
    let module = wasmtime::Module::new(engine, wasm).unwrap();
    let mut store = Store::new(engine, ());
    let instance = Instance::new(&mut store, &module, &[]).unwrap();
    let function: TypedFunc<(u32, u32, u32), ()> =
        instance.get_typed_func(&mut store, name).unwrap();
    let trapped = function.call(&mut store, arguments).is_err();
    let memory = instance.get_memory(&mut store, "memory").unwrap();
    (memory.data(&store).to_vec(), trapped)
}

fn bounded(wasm: &[u8]) -> Vec<u8> {
    let (_, counts) = bounds::check(wasm).unwrap();
    bound(wasm, counts).unwrap()
}

#[test]
fn do_what_the_instructions_do() {
    let engine = Engine::default();
    let (plain, chunked) = (module(), bounded(&module()));
    let chunk = CHUNK as u32;
    let lengths = [0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk, 3 * chunk + 7];
    let distances = [0, 1, 7, chunk - 1, chunk, chunk + 1, 3 * chunk];
    for length in lengths {
        for distance in distances {
            for (to, from) in [(distance, 0), (0, distance), (SIZE - length, distance)] {
                for name in ["copy", "fill"] {
                    let arguments = (to, from, length);
                    let same = run(&engine, &plain, name, arguments)
                        == run(&engine, &chunked, name, arguments);
                    assert!(same, "{name} {arguments:?}");
                }
            }
        }
    }
}

#[test]
fn trap_before_anything_is_written() {
    let engine = Engine::default();
    let (plain, chunked) = (module(), bounded(&module()));
    for (to, from, length) in [
        (0, 0, SIZE + 1),
        (1, 0, SIZE),
        (0, 1, SIZE),
        (SIZE, 0, 1 << 20),
        (0, 0, u32::MAX),
        (u32::MAX, 0, u32::MAX),
        (u32::MAX, u32::MAX, 1 << 20),
        (u32::MAX, 0, 2),
        (0, u32::MAX, 1 << 20),
    ] {
        for name in ["copy", "fill"] {
            let (memory, trapped) = run(&engine, &chunked, name, (to, from, length));
            let (expected, traps) = run(&engine, &plain, name, (to, from, length));
            assert_eq!(trapped, traps, "{name} {to} {from} {length}");
            assert!(memory == expected, "{name} {to} {from} {length}");
        }
    }
}

#[test]
fn replace_all_but_small_constants() {
    let wasm = bounded(&module());
    let kept: Vec<Vec<&str>> = bodies(&wasm);
    assert_eq!(kept[0], ["call 4"]);
    assert_eq!(kept[1], ["call 5"]);
    assert_eq!(kept[2], ["fill"]);
    assert_eq!(kept[3], ["call 4"]);
    assert_eq!(kept[4], ["fill"; 3]);
    assert_eq!(kept[5], ["copy"; 5]);
}

/// The calls, copies and fills of each function.
fn bodies(wasm: &[u8]) -> Vec<Vec<&'static str>> {
    let mut found = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let wasmparser::Payload::CodeSectionEntry(body) = payload.unwrap() else {
            continue;
        };
        let operators = body.get_operators_reader().unwrap().into_iter();
        found.push(
            operators
                .filter_map(|operator| match operator.unwrap() {
                    Operator::MemoryFill { .. } => Some("fill"),
                    Operator::MemoryCopy { .. } => Some("copy"),
                    Operator::Call { function_index: 4 } => Some("call 4"),
                    Operator::Call { function_index: 5 } => Some("call 5"),
                    _ => None,
                })
                .collect(),
        );
    }
    found
}

#[test]
fn leave_a_module_without_code_or_memory_valid() {
    let engine = Engine::default();
    let mut types = TypeSection::new();
    types.ty().function([], []);
    let mut functions = FunctionSection::new();
    let mut memories = MemorySection::new();
    memories.memory(MemoryType {
        minimum: 1,
        maximum: None,
        memory64: false,
        shared: false,
        page_size_log2: None,
    });
    let mut code = CodeSection::new();
    for wasm in [
        Module::new().finish(),
        Module::new().section(&memories).clone().finish(),
        Module::new()
            .section(&functions)
            .section(&memories)
            .section(&code)
            .clone()
            .finish(),
        {
            functions.function(0);
            let mut body = Function::new([]);
            body.instruction(&Instruction::End);
            code.function(&body);
            let mut module = Module::new();
            module.section(&types).section(&functions).section(&code);
            module.finish()
        },
    ] {
        assert!(wasmtime::Module::new(&engine, bounded(&wasm)).is_ok());
    }
}
