//! Long copies and fills of guest memory are made in chunks, between which the guest looks at its deadline.
//!
//! The engine looks once before such an instruction and not while it works, which for 4 GiB takes seconds.
//! So each of them whose length is not a small constant becomes a call of a function that is added to the
//! module. It does the same, traps as early as the instruction itself, and nothing is renumbered by it.

use std::convert::Infallible;

use wasm_encoder::{
    BlockType, CodeSection, Function, FunctionSection, Instruction, Module, TypeSection, ValType,
    reencode::{Error, Reencode, utils},
};
use wasmparser::{
    CodeSectionReader, CustomSectionReader, FunctionSectionReader, Operator, Parser,
    TypeSectionReader,
};

use super::bounds::Counts;
use crate::process::engine::FEATURES;

/// Bytes that are copied or filled at a time.
const CHUNK: i32 = 256 << 10;

/// The same module with bounded copies and fills, and without custom sections. It was checked before.
pub fn bound(wasm: &[u8], counts: Counts) -> Result<Vec<u8>, Error> {
    let mut bounding = Bounding {
        counts,
        constant: None,
    };
    let mut module = Module::new();
    let mut parser = Parser::new(0);
    parser.set_features(FEATURES);
    bounding.parse_core_module(&mut module, parser, wasm)?;
    Ok(module.finish())
}

struct Bounding {
    counts: Counts,
    /// What the instruction before this one pushed, if it is known.
    constant: Option<i32>,
}

impl Bounding {
    fn fill(&self) -> u32 {
        self.counts.functions
    }

    fn copy(&self) -> u32 {
        self.counts.functions + 1
    }
}

impl Reencode for Bounding {
    type Error = Infallible;

    fn parse_type_section(
        &mut self,
        types: &mut TypeSection,
        section: TypeSectionReader<'_>,
    ) -> Result<(), Error> {
        utils::parse_type_section(self, types, section)?;
        types.ty().function([ValType::I32; 3], []);
        Ok(())
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error> {
        utils::parse_function_section(self, functions, section)?;
        if self.counts.needs_chunks() {
            functions.function(self.counts.types);
            functions.function(self.counts.types);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error> {
        utils::parse_code_section(self, code, section)?;
        if self.counts.needs_chunks() {
            code.function(&fill());
            code.function(&copy());
        }
        Ok(())
    }

    fn instruction<'a>(&mut self, operator: Operator<'a>) -> Result<Instruction<'a>, Error> {
        let constant = self.constant.take();
        let small = constant.is_some_and(|length| (0..=CHUNK).contains(&length));
        Ok(match operator {
            Operator::MemoryFill { .. } if !small => Instruction::Call(self.fill()),
            Operator::MemoryCopy { .. } if !small => Instruction::Call(self.copy()),
            operator => {
                if let Operator::I32Const { value } = operator {
                    self.constant = Some(value);
                }
                utils::instruction(self, operator)?
            }
        })
    }

    /// Names and hints: of no use here, and their places in the code are others now.
    fn parse_custom_section(
        &mut self,
        _: &mut Module,
        _: CustomSectionReader<'_>,
    ) -> Result<(), Error> {
        Ok(())
    }
}

// Parameters of both functions.
const TO: u32 = 0;
const FROM_OR_VALUE: u32 = 1;
const LENGTH: u32 = 2;

const FILL: Instruction = Instruction::MemoryFill(0);
const COPY: Instruction = Instruction::MemoryCopy {
    src_mem: 0,
    dst_mem: 0,
};

/// Of the parameters: where, the value, the length.
fn fill() -> Function {
    let mut code = Function::new([]);
    whole_if_outside(&mut code, &[TO], &FILL);
    upwards(&mut code, &[TO], &FILL);
    rest(&mut code, &FILL);
    code
}

/// Of the parameters: to where, from where, the length. Both may overlap.
fn copy() -> Function {
    let mut code = Function::new([]);
    whole_if_outside(&mut code, &[TO, FROM_OR_VALUE], &COPY);
    for instruction in [
        Instruction::LocalGet(TO),
        Instruction::LocalGet(FROM_OR_VALUE),
        Instruction::I32LeU,
        Instruction::If(BlockType::Empty),
    ] {
        code.instruction(&instruction);
    }
    upwards(&mut code, &[TO, FROM_OR_VALUE], &COPY);
    code.instruction(&Instruction::Else);
    downwards(&mut code);
    code.instruction(&Instruction::End);
    rest(&mut code, &COPY);
    code
}

/// The instruction itself, which traps at once, where a range does not end inside memory.
fn whole_if_outside(code: &mut Function, starts: &[u32], instruction: &Instruction) {
    for &start in starts {
        for step in [
            Instruction::LocalGet(start),
            Instruction::I64ExtendI32U,
            Instruction::LocalGet(LENGTH),
            Instruction::I64ExtendI32U,
            Instruction::I64Add,
            Instruction::MemorySize(0),
            Instruction::I64ExtendI32U,
            Instruction::I64Const(16),
            Instruction::I64Shl,
            Instruction::I64GtU,
            Instruction::If(BlockType::Empty),
        ] {
            code.instruction(&step);
        }
        operate(code, instruction);
        code.instruction(&Instruction::Return);
        code.instruction(&Instruction::End);
    }
}

/// Chunks from the start, while more than one is left.
fn upwards(code: &mut Function, ranges: &[u32], instruction: &Instruction) {
    begin_loop(code);
    for step in [
        Instruction::LocalGet(TO),
        Instruction::LocalGet(FROM_OR_VALUE),
        Instruction::I32Const(CHUNK),
        instruction.clone(),
    ] {
        code.instruction(&step);
    }
    for &range in ranges {
        step_by(code, range, CHUNK);
    }
    step_by(code, LENGTH, -CHUNK);
    end_loop(code);
}

/// Chunks from the end, while more than one is left.
fn downwards(code: &mut Function) {
    begin_loop(code);
    step_by(code, LENGTH, -CHUNK);
    for start in [TO, FROM_OR_VALUE] {
        code.instruction(&Instruction::LocalGet(start));
        code.instruction(&Instruction::LocalGet(LENGTH));
        code.instruction(&Instruction::I32Add);
    }
    code.instruction(&Instruction::I32Const(CHUNK));
    code.instruction(&COPY);
    end_loop(code);
}

fn begin_loop(code: &mut Function) {
    for step in [
        Instruction::Loop(BlockType::Empty),
        Instruction::LocalGet(LENGTH),
        Instruction::I32Const(CHUNK),
        Instruction::I32GtU,
        Instruction::If(BlockType::Empty),
    ] {
        code.instruction(&step);
    }
}

fn end_loop(code: &mut Function) {
    code.instruction(&Instruction::Br(1));
    code.instruction(&Instruction::End);
    code.instruction(&Instruction::End);
}

fn step_by(code: &mut Function, local: u32, step: i32) {
    for instruction in [
        Instruction::LocalGet(local),
        Instruction::I32Const(step),
        Instruction::I32Add,
        Instruction::LocalSet(local),
    ] {
        code.instruction(&instruction);
    }
}

fn rest(code: &mut Function, instruction: &Instruction) {
    operate(code, instruction);
    code.instruction(&Instruction::End);
}

fn operate(code: &mut Function, instruction: &Instruction) {
    for local in [TO, FROM_OR_VALUE, LENGTH] {
        code.instruction(&Instruction::LocalGet(local));
    }
    code.instruction(instruction);
}

#[cfg(test)]
mod tests;
