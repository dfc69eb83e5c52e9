//! Makes a module smaller without another effect: equal functions become one, and those that are called most often
//! have the short numbers.

use std::collections::HashMap;

use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{CodeSection, Function, FunctionSection, Module};
use wasmparser::{
    CodeSectionReader, FunctionBody, FunctionSectionReader, Operator, Parser, Payload,
};

type Result<T> = std::result::Result<T, reencode::Error>;

/// So many numbers take one byte.
const SHORT: usize = 128;

pub fn compact(wasm: &[u8]) -> Result<Vec<u8>> {
    let functions = Functions::read(wasm)?;
    let folded = functions.folded()?;
    let mut renumber = functions.renumbered(&folded)?;
    let mut module = Module::new();
    renumber.parse_core_module(&mut module, Parser::new(0), wasm)?;
    Ok(module.finish())
}

/// The functions of a module; those that it imports have the first numbers.
struct Functions<'a> {
    imported: u32,
    types: Vec<u32>,
    bodies: Vec<FunctionBody<'a>>,
}

impl<'a> Functions<'a> {
    fn read(wasm: &'a [u8]) -> Result<Self> {
        let mut functions = Self {
            imported: 0,
            types: Vec::new(),
            bodies: Vec::new(),
        };
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        let is_function = matches!(import?.ty, wasmparser::TypeRef::Func(_));
                        functions.imported += u32::from(is_function);
                    }
                }
                Payload::FunctionSection(section) => {
                    functions.types = section.into_iter().collect::<std::result::Result<_, _>>()?;
                }
                Payload::CodeSectionEntry(body) => functions.bodies.push(body),
                _ => {}
            }
        }
        Ok(functions)
    }

    fn all(&self) -> impl Iterator<Item = u32> {
        0..self.imported + self.bodies.len() as u32
    }

    /// For each function the first one that is equal to it. Those that call equal ones are equal, too.
    fn folded(&self) -> Result<Vec<u32>> {
        let mut folded: Vec<u32> = self.all().collect();
        loop {
            let mut calls = Renumber::by(folded.clone());
            let mut first = HashMap::new();
            let mut next = folded.clone();
            for (index, (ty, body)) in self.types.iter().zip(&self.bodies).enumerate() {
                let number = self.imported + index as u32;
                let bytes = calls.body(body)?.into_raw_body();
                next[number as usize] = *first.entry((*ty, bytes)).or_insert(number);
            }
            if next == folded {
                return Ok(folded);
            }
            folded = next;
        }
    }

    /// The numbers of all functions without those that fold into others: the most called ones first. But for that all
    /// stay in their order, as neighbours call each other.
    fn renumbered(&self, folded: &[u32]) -> Result<Renumber> {
        let is_kept = |&number: &u32| folded[number as usize] == number;
        let mut kept: Vec<u32> = self
            .all()
            .skip(self.imported as usize)
            .filter(is_kept)
            .collect();
        let mut calls = vec![0u32; folded.len()];
        for &number in &kept {
            let body = &self.bodies[(number - self.imported) as usize];
            for operator in body.get_operators_reader()? {
                if let Operator::Call { function_index } = operator? {
                    calls[folded[function_index as usize] as usize] += 1;
                }
            }
        }
        let short = SHORT.saturating_sub(self.imported as usize);
        let mut by_calls = kept.clone();
        by_calls.sort_by_key(|&number| std::cmp::Reverse(calls[number as usize]));
        by_calls.truncate(short);
        by_calls.sort_unstable();
        kept.retain(|number| !by_calls.contains(number));
        by_calls.append(&mut kept);

        let mut numbers: Vec<u32> = self.all().collect();
        for (index, &number) in by_calls.iter().enumerate() {
            numbers[number as usize] = self.imported + index as u32;
        }
        let numbers = folded
            .iter()
            .map(|&number| numbers[number as usize])
            .collect();
        let order = by_calls
            .iter()
            .map(|number| (number - self.imported) as usize)
            .collect();
        Ok(Renumber { numbers, order })
    }
}

struct Renumber {
    /// Of each function, its new number.
    numbers: Vec<u32>,
    /// Which of the bodies stay, in their new order.
    order: Vec<usize>,
}

impl Renumber {
    fn by(numbers: Vec<u32>) -> Self {
        Self {
            numbers,
            order: Vec::new(),
        }
    }

    fn body(&mut self, body: &FunctionBody<'_>) -> Result<Function> {
        let mut function = self.new_function_with_parsed_locals(body)?;
        for operator in body.get_operators_reader()? {
            function.instruction(&self.instruction(operator?)?);
        }
        Ok(function)
    }
}

impl Reencode for Renumber {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, number: u32) -> Result<u32> {
        Ok(self.numbers[number as usize])
    }

    fn parse_function_section(
        &mut self,
        out: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<()> {
        let types: Vec<u32> = section.into_iter().collect::<std::result::Result<_, _>>()?;
        for &index in &self.order {
            out.function(types[index]);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        out: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<()> {
        let bodies: Vec<_> = section.into_iter().collect::<std::result::Result<_, _>>()?;
        for index in self.order.clone() {
            let function = self.body(&bodies[index])?;
            out.function(&function);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{ExportKind, ExportSection, Instruction, TypeSection, ValType};
    use wasmtime::{Engine, Instance, Module as Compiled, Store};

    /// Functions that give a number, and one that adds what those of `called` give.
    fn module(numbers: &[i32], called: &[u32]) -> Vec<u8> {
        let (mut types, mut functions, mut code) =
            <(TypeSection, FunctionSection, CodeSection)>::default();
        types.ty().function([], [ValType::I32]);
        for &number in numbers {
            functions.function(0);
            let mut function = Function::new([]);
            function
                .instruction(&Instruction::I32Const(number))
                .instruction(&Instruction::End);
            code.function(&function);
        }
        functions.function(0);
        let mut sum = Function::new([]);
        sum.instruction(&Instruction::I32Const(0));
        for &function in called {
            sum.instruction(&Instruction::Call(function))
                .instruction(&Instruction::I32Add);
        }
        sum.instruction(&Instruction::End);
        code.function(&sum);
        let mut exports = ExportSection::new();
        exports.export("sum", ExportKind::Func, numbers.len() as u32);
        let mut module = Module::new();
        module
            .section(&types)
            .section(&functions)
            .section(&exports)
            .section(&code);
        module.finish()
    }

    fn sum(wasm: &[u8]) -> i32 {
        let engine = Engine::default();
        let module = Compiled::new(&engine, wasm).unwrap();
        let mut store = Store::new(&engine, ());
        let instance = Instance::new(&mut store, &module, &[]).unwrap();
        let sum = instance
            .get_typed_func::<(), i32>(&mut store, "sum")
            .unwrap();
        sum.call(&mut store, ()).unwrap()
    }

    #[test]
    fn equal_functions_become_one() {
        let wasm = module(&[3, 4, 3, 3], &[0, 1, 2, 3]);
        let compact = compact(&wasm).unwrap();
        assert_eq!(Functions::read(&compact).unwrap().bodies.len(), 3);
        assert_eq!((sum(&wasm), sum(&compact)), (13, 13));
    }

    #[test]
    fn functions_that_are_called_often_have_short_numbers() {
        let numbers: Vec<_> = (0..200).collect();
        let wasm = module(&numbers, &[150, 199, 199, 199]);
        let compact = compact(&wasm).unwrap();
        assert_eq!(wasm.len() - compact.len(), 4);
        assert_eq!(sum(&compact), 747);
    }
}
