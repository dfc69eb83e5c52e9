//! What a wasm file may ask of the compiler, counted before the compiler is asked.
//!
//! A compiler's work grows faster than a module's bytes: values that live across many blocks, wide types that
//! three bytes of code repeat. Each limit is a multiple of what the gem's own guest needs.

mod body;
mod measures;
mod signatures;

use wasmparser::{
    ConstExpr, DataKind, ElementItems, ElementKind, FuncValidatorAllocations, Parser, Payload,
    SectionLimited, TableInit, TypeRef, ValidPayload, Validator,
};

use crate::process::engine::FEATURES;
use body::Body;
#[cfg(test)]
use measures::MEASURES;
pub use measures::Refusal;
use measures::{Measure, Meter};
use signatures::Signatures;

/// How many there are of what has a number, imports included.
#[derive(Clone, Copy, Debug)]
pub struct Counts {
    pub types: u32,
    pub functions: u32,
    pub memories: u32,
    pub bodies: u32,
}

impl Counts {
    /// Whether there is code, and memory for it to fill.
    pub fn needs_chunks(&self) -> bool {
        self.memories > 0 && self.bodies > 0
    }
}

/// Validates the module and counts what it asks for.
pub fn check(wasm: &[u8]) -> Result<(Meter, Counts), Refusal> {
    let mut module = Module {
        meter: Meter::new(),
        signatures: Signatures::default(),
        imported: 0,
        memories: 0,
        bodies: 0,
    };
    let mut validator = Validator::new_with_features(FEATURES);
    let mut allocations = FuncValidatorAllocations::default();
    let mut parser = Parser::new(0);
    parser.set_features(FEATURES);
    for payload in parser.parse_all(wasm) {
        let payload = payload?;
        module.section(&payload)?;
        if let ValidPayload::Func(function, body) = validator.payload(&payload)? {
            let mut validator = function.into_validator(allocations);
            module.body(&body, &mut validator)?;
            allocations = validator.into_allocations();
        }
    }
    let counts = module.counts();
    Ok((module.meter, counts))
}

struct Module {
    meter: Meter,
    signatures: Signatures,
    imported: u32,
    memories: u32,
    bodies: u32,
}

impl Module {
    fn counts(&self) -> Counts {
        let (types, functions) = self.signatures.counts();
        Counts {
            types: types as u32,
            functions: functions as u32,
            memories: self.memories,
            bodies: self.bodies,
        }
    }

    /// Counts what a section holds before it is validated.
    fn section(&mut self, payload: &Payload) -> Result<(), Refusal> {
        match payload {
            Payload::TypeSection(types) => self.types(types.clone()),
            Payload::ImportSection(imports) => self.imports(imports.clone()),
            Payload::FunctionSection(functions) => {
                self.meter
                    .total(Measure::Functions, functions.count().into())?;
                for index in functions.clone() {
                    self.signatures.add_function(index?);
                }
                Ok(())
            }
            Payload::TableSection(tables) => {
                self.meter.total(Measure::Tables, tables.count().into())?;
                for table in tables.clone() {
                    if let TableInit::Expr(init) = &table?.init {
                        self.initialiser(init)?;
                    }
                }
                Ok(())
            }
            Payload::TagSection(tags) => {
                self.meter.total(Measure::Tags, tags.count().into())?;
                for tag in tags.clone() {
                    self.signatures.add_tag(tag?.func_type_idx);
                }
                Ok(())
            }
            Payload::GlobalSection(globals) => {
                self.meter.total(Measure::Globals, globals.count().into())?;
                for global in globals.clone() {
                    self.initialiser(&global?.init_expr)?;
                }
                Ok(())
            }
            Payload::MemorySection(memories) => {
                self.memories += memories.count();
                Ok(())
            }
            Payload::ExportSection(exports) => {
                self.meter.total(Measure::Exports, exports.count().into())
            }
            Payload::ElementSection(elements) => self.elements(elements.clone()),
            Payload::DataSection(segments) => self.data(segments.clone()),
            Payload::CodeSectionStart { size, .. } => {
                self.meter.total(Measure::CodeBytes, (*size).into())
            }
            _ => Ok(()),
        }
    }

    fn types(&mut self, groups: SectionLimited<wasmparser::RecGroup>) -> Result<(), Refusal> {
        self.meter
            .in_module(Measure::Types, groups.count().into())?;
        for group in groups {
            let known = self.signatures.counts().0;
            self.signatures.add_types(&group?);
            self.meter
                .in_module(Measure::Types, self.signatures.counts().0)?;
            self.meter
                .in_module(Measure::Signature, self.signatures.widest(known as usize))?;
        }
        Ok(())
    }

    fn imports(&mut self, imports: wasmparser::ImportSectionReader) -> Result<(), Refusal> {
        for import in imports.into_imports() {
            self.meter.total(Measure::Imports, 1)?;
            let ty = import?.ty;
            self.memories += u32::from(matches!(ty, TypeRef::Memory(_)));
            self.signatures.add_import(&ty);
        }
        self.imported = self.signatures.counts().1 as u32;
        Ok(())
    }

    fn elements(&mut self, segments: SectionLimited<wasmparser::Element>) -> Result<(), Refusal> {
        self.meter
            .total(Measure::ElementSegments, segments.count().into())?;
        for segment in segments {
            let segment = segment?;
            if let ElementKind::Active { offset_expr, .. } = &segment.kind {
                self.initialiser(offset_expr)?;
            }
            match segment.items {
                ElementItems::Functions(items) => {
                    self.meter.total(Measure::Elements, items.count().into())?
                }
                ElementItems::Expressions(_, items) => {
                    self.meter.total(Measure::Elements, items.count().into())?;
                    for item in items {
                        self.initialiser(&item?)?;
                    }
                }
            }
        }
        Ok(())
    }

    fn data(&mut self, segments: SectionLimited<wasmparser::Data>) -> Result<(), Refusal> {
        self.meter
            .total(Measure::DataSegments, segments.count().into())?;
        for segment in segments {
            let segment = segment?;
            match &segment.kind {
                DataKind::Active { offset_expr, .. } => self.initialiser(offset_expr)?,
                DataKind::Passive => self
                    .meter
                    .in_module(Measure::PassiveBytes, segment.data.len() as u64)?,
            }
        }
        Ok(())
    }

    fn initialiser(&mut self, init: &ConstExpr) -> Result<(), Refusal> {
        let mut reader = init.get_operators_reader();
        let mut count = 0;
        while !reader.eof() {
            reader.read()?;
            count += 1;
            self.meter.in_module(Measure::Initialiser, count)?;
        }
        Ok(())
    }

    fn body<R: wasmparser::WasmModuleResources>(
        &mut self,
        body: &wasmparser::FunctionBody,
        validator: &mut wasmparser::FuncValidator<R>,
    ) -> Result<(), Refusal> {
        let index = self.imported + self.bodies;
        self.bodies += 1;
        Body::new(&mut self.meter, &self.signatures, index).count(body, validator)
    }
}

#[cfg(test)]
mod tests;
