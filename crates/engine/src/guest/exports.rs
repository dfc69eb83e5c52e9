//! The calls that a module exports, looked up once for all its instances.
//!
//! Beside the calls of the guest ABI, a module may export the constant `__kobako_mailbox`: the place of
//! two u32 and of as many bytes after them as the first one says. The host writes short messages there,
//! each of which the guest reads before it calls the host again, and calls `__kobako_alloc` for longer
//! ones only. The second u32 says how much of its memory the guest keeps free for an invocation: that is
//! counted as growth from the start. Such a guest
//! calls its blocks itself: `__kobako_dispatch` answers with the arguments, their length marked by its
//! highest bit, and is called again with the yield response, whose length is marked likewise.
//!
//! It may also export the constant `__stack_high`, as `wasm-ld` makes it: the end of a stack that begins at 0 and
//! holds nothing between two calls, so that none of it is kept.

use kobako_wire::abi::export;
use wasmtime::{
    AsContextMut, ExternType, Instance, Memory, Module, ModuleExport, Mutability, Table, TypedFunc,
    ValType, WasmParams, WasmResults,
};

use crate::{setup_failure::SetupFailure, stop::Stop};

/// Where a module keeps the calls of the guest ABI.
pub struct Exports {
    memory: ModuleExport,
    initialize: Option<ModuleExport>,
    prepare: Option<ModuleExport>,
    compile: Option<ModuleExport>,
    bind: Option<ModuleExport>,
    eval: Option<ModuleExport>,
    run: Option<ModuleExport>,
    alloc: Option<ModuleExport>,
    take_outcome: Option<ModuleExport>,
    yield_to_block: Option<ModuleExport>,
    backtrace: Option<ModuleExport>,
    check: Option<ModuleExport>,
    bytecode: Option<ModuleExport>,
    mailbox: Option<ModuleExport>,
    pieces: Option<ModuleExport>,
    stack_end: Option<ModuleExport>,
    tier: Option<ModuleExport>,
    table: Option<ModuleExport>,
    missing: Vec<&'static str>,
}

impl Exports {
    /// Fails if the module is no kobako guest at all: it exports no memory.
    pub fn of(module: &Module) -> Result<Self, SetupFailure> {
        match module.get_export(export::MEMORY) {
            Some(ExternType::Memory(_)) => {}
            _ => return Err(SetupFailure::NotAGuest),
        }
        let mut missing = Vec::new();
        let mut hook = |name: &'static str, params: &str, results: &str| {
            let found = module
                .get_export(name)
                .filter(|export| signature_is(export, params, results));
            if found.is_none() {
                missing.push(name);
            }
            found.and_then(|_| module.get_export_index(name))
        };
        let optional = |name: &str, params: &str, results: &str| {
            module
                .get_export(name)
                .filter(|export| signature_is(export, params, results))
                .and_then(|_| module.get_export_index(name))
        };
        let address = |name: &str| {
            let export = module.get_export(name).filter(is_address);
            export.and_then(|_| module.get_export_index(name))
        };
        Ok(Self {
            initialize: optional(export::INITIALIZE, "", ""),
            prepare: optional(export::PREPARE, "", "i"),
            compile: optional(export::COMPILE, "", "i"),
            bind: optional(export::BIND, "ii", "i"),
            eval: hook(export::EVAL, "", ""),
            run: hook(export::RUN, "ii", ""),
            alloc: hook(export::ALLOC, "i", "i"),
            take_outcome: hook(export::TAKE_OUTCOME, "", "I"),
            yield_to_block: hook(export::YIELD_TO_BLOCK, "ii", "I"),
            memory: module
                .get_export_index(export::MEMORY)
                .expect("found above"),
            backtrace: optional(export::BACKTRACE, "", "I"),
            check: optional(export::CHECK, "", ""),
            bytecode: optional(export::BYTECODE, "", ""),
            mailbox: address(export::MAILBOX),
            pieces: address(export::PIECES),
            stack_end: address(export::STACK_END),
            tier: address(export::TIER),
            table: table(module),
            missing,
        })
    }

    /// The guest's memory.
    pub fn memory(&self, mut store: impl AsContextMut, instance: &Instance) -> Memory {
        let export = instance.get_module_export(&mut store, &self.memory);
        export
            .and_then(wasmtime::Extern::into_memory)
            .expect("checked when the module was loaded")
    }

    /// The table of the guest's functions, if that is exported.
    pub fn table(&self, mut store: impl AsContextMut, instance: &Instance) -> Option<Table> {
        let export = instance.get_module_export(&mut store, self.table.as_ref()?);
        export.and_then(wasmtime::Extern::into_table)
    }

    /// The reactor's initialiser, if the module was not baked.
    pub fn initialize(
        &self,
        store: impl AsContextMut,
        instance: &Instance,
    ) -> Option<TypedFunc<(), ()>> {
        self.initialize
            .as_ref()
            .map(|export| func(store, instance, export))
    }

    /// Whether services and snippets are replayed by a call of their own. Only a baked module starts from
    /// the same memory each time, whatever was written onto it.
    pub fn prepares(&self) -> bool {
        self.prepare.is_some() && self.initialize.is_none()
    }

    /// `__kobako_prepare`: reads the frames preamble and snippets and replays them. 1 if the call that
    /// follows, `__kobako_eval` or `__kobako_run`, has only its own frames to read (source, or none);
    /// 0 if an outcome is there to be taken. Its effects are in the guest's memory alone, or the host
    /// sees them.
    pub fn prepare(
        &self,
        store: impl AsContextMut,
        instance: &Instance,
    ) -> Option<TypedFunc<(), u32>> {
        self.prepare
            .as_ref()
            .map(|export| func(store, instance, export))
    }

    /// Whether programs are compiled by a call of their own.
    pub fn compiles(&self) -> bool {
        self.compile.is_some()
    }

    /// `__kobako_compile`: reads the frames that `__kobako_eval` would read, and compiles the program that
    /// `__kobako_eval`, which follows, is to run. Its result and its effects are as those of `__kobako_prepare`.
    pub fn compile(
        &self,
        store: impl AsContextMut,
        instance: &Instance,
    ) -> Option<TypedFunc<(), u32>> {
        self.compile
            .as_ref()
            .map(|export| func(store, instance, export))
    }

    /// `__kobako_bind`: binds what one invocation alone has. Its result is as that of `__kobako_prepare`.
    pub fn bind(
        &self,
        store: impl AsContextMut,
        instance: &Instance,
    ) -> Result<TypedFunc<(u32, u32), u32>, Stop> {
        optional_call(store, instance, self.bind.as_ref(), export::BIND)
    }

    /// `__kobako_backtrace`: where the lines are that say where the guest was when it was stopped. It may be called
    /// wherever that was, so it only reads.
    pub fn backtrace(
        &self,
        store: impl AsContextMut,
        instance: &Instance,
    ) -> Option<TypedFunc<(), i64>> {
        self.backtrace
            .as_ref()
            .map(|export| func(store, instance, export))
    }

    /// `__kobako_check`: leaves as its outcome what is wrong with a program; frames: source, paths of services,
    /// snippets, and the location unless it is line 1 of "(eval)".
    pub fn check(
        &self,
        store: impl AsContextMut,
        instance: &Instance,
    ) -> Result<TypedFunc<(), ()>, Stop> {
        optional_call(store, instance, self.check.as_ref(), export::CHECK)
    }

    /// `__kobako_bytecode`: leaves a program as bytecode as its outcome; frames: source, and the location as above.
    pub fn bytecode(
        &self,
        store: impl AsContextMut,
        instance: &Instance,
    ) -> Result<TypedFunc<(), ()>, Stop> {
        optional_call(store, instance, self.bytecode.as_ref(), export::BYTECODE)
    }

    /// All calls of the guest ABI, or the names of those that are missing.
    pub fn hooks(&self, mut store: impl AsContextMut, instance: &Instance) -> Result<Hooks, Stop> {
        let (Some(eval), Some(run), Some(alloc), Some(take_outcome), Some(yield_to_block)) = (
            &self.eval,
            &self.run,
            &self.alloc,
            &self.take_outcome,
            &self.yield_to_block,
        ) else {
            return Err(Stop::MissingHooks(self.missing.join(", ")));
        };
        let mut address = |export: &Option<ModuleExport>| {
            let export = instance.get_module_export(&mut store, export.as_ref()?);
            let address = export.and_then(wasmtime::Extern::into_global);
            address?.get(&mut store).i32().map(i32::cast_unsigned)
        };
        Ok(Hooks {
            mailbox: address(&self.mailbox),
            pieces: address(&self.pieces),
            stack_end: address(&self.stack_end).unwrap_or(0),
            tier: address(&self.tier),
            eval: func(&mut store, instance, eval),
            run: func(&mut store, instance, run),
            alloc: func(&mut store, instance, alloc),
            take_outcome: func(&mut store, instance, take_outcome),
            yield_to_block: func(&mut store, instance, yield_to_block),
        })
    }
}

/// The calls of one instance.
pub struct Hooks {
    pub eval: TypedFunc<(), ()>,
    pub run: TypedFunc<(u32, u32), ()>,
    pub alloc: TypedFunc<u32, u32>,
    pub take_outcome: TypedFunc<(), i64>,
    pub yield_to_block: TypedFunc<(u32, u32), i64>,
    /// Where the mailbox is, if the module has one.
    pub mailbox: Option<u32>,
    /// Where the bits are of the pieces that the guest reads of its own code, if it has any.
    pub pieces: Option<u32>,
    /// Where the stack ends, 0 if the module does not say.
    pub stack_end: u32,
    /// Where the guest says what of a program can be translated, if it does.
    pub tier: Option<u32>,
}

fn optional_call<P: WasmParams, R: WasmResults>(
    store: impl AsContextMut,
    instance: &Instance,
    export: Option<&ModuleExport>,
    name: &str,
) -> Result<TypedFunc<P, R>, Stop> {
    let export = export.ok_or_else(|| Stop::MissingHooks(name.into()))?;
    Ok(func(store, instance, export))
}

fn func<P: WasmParams, R: WasmResults>(
    mut store: impl AsContextMut,
    instance: &Instance,
    export: &ModuleExport,
) -> TypedFunc<P, R> {
    let export = instance.get_module_export(&mut store, export);
    let func = export
        .and_then(wasmtime::Extern::into_func)
        .expect("checked when the module was loaded");
    // SAFETY: `Exports::of` compared the function's type with the one that its caller here names.
    unsafe { TypedFunc::new_unchecked(&store, func) }
}

fn table(module: &Module) -> Option<ModuleExport> {
    match module.get_export(export::TABLE) {
        Some(ExternType::Table(_)) => module.get_export_index(export::TABLE),
        _ => None,
    }
}

fn is_address(export: &ExternType) -> bool {
    let ExternType::Global(global) = export else {
        return false;
    };
    matches!(global.content(), ValType::I32) && global.mutability() == Mutability::Const
}

/// Whether `export` is a function of these types, each written as `i` (i32) or `I` (i64).
fn signature_is(export: &ExternType, params: &str, results: &str) -> bool {
    let ExternType::Func(func) = export else {
        return false;
    };
    let letters = |types: &mut dyn Iterator<Item = ValType>| {
        types
            .map(|ty| match ty {
                ValType::I32 => 'i',
                ValType::I64 => 'I',
                _ => '?',
            })
            .collect::<String>()
    };
    letters(&mut func.params()) == params && letters(&mut func.results()) == results
}
