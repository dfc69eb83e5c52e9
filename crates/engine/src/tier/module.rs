//! The module that a program becomes.

use wasm_encoder::{
    BlockType, CodeSection, EntityType, ExportKind, ExportSection, Function, FunctionSection,
    ImportSection, InstructionSink, MemoryType, Module, RefType, TableType, TypeSection, ValType,
};

use super::{
    emitter::at,
    routine::Routine,
    unit::{Place, Unit},
};

/// Bytes of a module that is worth compiling.
const MAX_BYTES: usize = 512 << 10;

/// A program in WebAssembly: a module that imports the guest's memory and exports the function `enter`.
pub struct Translation {
    pub wasm: Vec<u8>,
    pub place: Place,
}

/// Where a routine may be entered: the addresses of instructions with their numbers, in order.
struct Entrance {
    irep: u32,
    function: u32,
    numbers: Vec<(u32, u32)>,
}

/// Translates a program; `None` if there is nothing to translate, or too much.
pub fn translate(unit: &Unit) -> Option<Translation> {
    let routines: Vec<Option<Routine>> = unit
        .ireps
        .iter()
        .map(|irep| Routine::of(unit, irep))
        .collect();
    let mut count = 0;
    let mut functions: Vec<Option<u32>> = Vec::new();
    for routine in &routines {
        count += u32::from(routine.is_some());
        functions.push(routine.as_ref().map(|_| count));
    }
    let (mut code, mut bodies) = (CodeSection::new(), Vec::new());
    let (mut entrances, mut bytes) = (Vec::new(), 0);
    for ((irep, routine), function) in unit.ireps.iter().zip(&routines).zip(&functions) {
        let (Some(routine), Some(function)) = (routine, *function) else {
            continue;
        };
        let body = routine.translate(unit, irep, &functions)?;
        bytes += body.byte_len();
        if bytes > MAX_BYTES {
            return None;
        }
        bodies.push(body);
        let blocks = routine.flow.blocks.iter().zip(&routine.numbers);
        let numbers = blocks
            .filter(|(block, _)| block.entry)
            .filter_map(|(block, number)| {
                Some((irep.pc(irep.instructions[block.from].at), (*number)?))
            })
            .collect();
        entrances.push(Entrance {
            irep: irep.address,
            function,
            numbers,
        });
    }
    if bodies.is_empty() {
        return None;
    }
    entrances.sort_by_key(|entrance| entrance.irep);
    code.function(&enter(unit.mrb, &entrances));
    for body in &bodies {
        code.function(body);
    }
    let wasm = module(bodies.len() as u32, &code);
    (wasm.len() <= MAX_BYTES).then_some(Translation {
        wasm,
        place: unit.place,
    })
}

fn module(routines: u32, code: &CodeSection) -> Vec<u8> {
    let mut types = TypeSection::new();
    types.ty().function([ValType::I32; 2], [ValType::I32]);
    types.ty().function([ValType::I32; 4], [ValType::I32]);
    let mut imports = ImportSection::new();
    let memory = MemoryType {
        minimum: 0,
        maximum: None,
        memory64: false,
        shared: false,
        page_size_log2: None,
    };
    imports.import("guest", "memory", EntityType::Memory(memory));
    let table = TableType {
        element_type: RefType::FUNCREF,
        table64: false,
        minimum: 0,
        maximum: None,
        shared: false,
    };
    imports.import("guest", "table", EntityType::Table(table));
    let mut functions = FunctionSection::new();
    functions.function(0);
    (0..routines).for_each(|_| {
        functions.function(1);
    });
    let mut exports = ExportSection::new();
    exports.export("enter", ExportKind::Func, 0);
    let mut module = Module::new();
    module
        .section(&types)
        .section(&imports)
        .section(&functions)
        .section(&exports)
        .section(code);
    module.finish()
}

const MRB: u32 = 0;
const PC: u32 = 1;
const FRAME: u32 = 2;
const STACK: u32 = 3;
const IREP: u32 = 4;

/// Enters the routine of the frame that runs at an instruction, and gives that at which it was left; 0 if there is no
/// entry. While an exception is under way none is entered.
fn enter(mrb: u32, entrances: &[Entrance]) -> Function {
    let mut bytes = Vec::new();
    let mut code = InstructionSink::new(&mut bytes);
    code.local_get(MRB).i32_const(mrb.cast_signed()).i32_ne();
    code.local_get(MRB).i32_load(at(16)).i32_or();
    code.if_(BlockType::Empty).local_get(PC).return_().end();
    code.local_get(MRB)
        .i32_load(at(4))
        .i32_load(at(12))
        .local_tee(FRAME)
        .i32_load(at(16))
        .local_set(STACK);
    code.local_get(FRAME)
        .i32_load(at(8))
        .i32_load(at(8))
        .local_set(IREP);
    search(
        &mut code,
        IREP,
        entrances,
        &|entrance| entrance.irep,
        &|code, entrance| {
            code.local_get(IREP)
                .i32_const(entrance.irep.cast_signed())
                .i32_ne();
            code.if_(BlockType::Empty).i32_const(0).return_().end();
            search(
                code,
                PC,
                &entrance.numbers,
                &|&(pc, _)| pc,
                &|code, &(pc, number)| {
                    code.local_get(PC).i32_const(pc.cast_signed()).i32_eq();
                    code.if_(BlockType::Empty).local_get(FRAME).local_get(STACK);
                    code.i32_const(number.cast_signed())
                        .i32_const(0)
                        .call(entrance.function)
                        .return_()
                        .end();
                },
            );
        },
    );
    code.i32_const(0).end();
    let mut function = Function::new([(3, ValType::I32)]);
    function.raw(bytes);
    function
}

/// Comes to the item whose key is the greatest that is not above the local.
fn search<T>(
    code: &mut InstructionSink,
    local: u32,
    items: &[T],
    key: &impl Fn(&T) -> u32,
    found: &impl Fn(&mut InstructionSink, &T),
) {
    match items {
        [] => {}
        [item] => found(code, item),
        _ => {
            let (low, high) = items.split_at(items.len() / 2);
            code.local_get(local)
                .i32_const(key(&high[0]).cast_signed())
                .i32_lt_u();
            code.if_(BlockType::Empty);
            search(code, local, low, key, found);
            code.else_();
            search(code, local, high, key, found);
            code.end();
        }
    }
}
