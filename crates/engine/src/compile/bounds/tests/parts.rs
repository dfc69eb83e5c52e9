//! Modules, section by section.

use wasm_encoder::{
    CodeSection, DataSection, ElementSection, ExportSection, Function, FunctionSection,
    GlobalSection, ImportSection, Instruction as I, MemorySection, MemoryType, Module,
    TableSection, TagSection, TypeSection, ValType,
};

/// The sections of a module, empty at first but for one type `[i32] -> []`.
#[derive(Default)]
pub struct Parts {
    pub types: TypeSection,
    pub imports: ImportSection,
    pub functions: FunctionSection,
    pub tables: TableSection,
    pub memories: MemorySection,
    pub tags: TagSection,
    pub globals: GlobalSection,
    pub exports: ExportSection,
    pub elements: ElementSection,
    pub code: CodeSection,
    pub data: DataSection,
}

impl Parts {
    pub fn new() -> Self {
        let mut parts = Self::default();
        parts.types.ty().function([ValType::I32], []);
        parts.memories.memory(MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        });
        parts
    }

    pub fn function(&mut self, locals: u32, steps: impl IntoIterator<Item = I<'static>>) {
        self.functions.function(0);
        let mut body = Function::new([(locals, ValType::I32)]);
        for step in steps {
            body.instruction(&step);
        }
        body.instruction(&I::End);
        self.code.function(&body);
    }

    pub fn wasm(&self) -> Vec<u8> {
        let mut module = Module::new();
        module
            .section(&self.types)
            .section(&self.imports)
            .section(&self.functions)
            .section(&self.tables)
            .section(&self.memories)
            .section(&self.tags)
            .section(&self.globals)
            .section(&self.exports)
            .section(&self.elements)
            .section(&self.code)
            .section(&self.data);
        module.finish()
    }
}
