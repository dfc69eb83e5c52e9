//! How many values the types of a module take and give.

use wasmparser::{BlockType, CompositeInnerType, FuncType, RecGroup, TypeRef};

/// Types, functions and tags by their numbers.
#[derive(Default)]
pub struct Signatures {
    types: Vec<(u64, u64)>,
    functions: Vec<u32>,
    tags: Vec<u32>,
}

impl Signatures {
    pub fn add_types(&mut self, group: &RecGroup) {
        self.types
            .extend(group.types().map(|ty| match &ty.composite_type.inner {
                CompositeInnerType::Func(func) => arity(func),
                _ => (0, 0),
            }));
    }

    pub fn add_import(&mut self, ty: &TypeRef) {
        match ty {
            TypeRef::Func(index) | TypeRef::FuncExact(index) => self.functions.push(*index),
            TypeRef::Tag(tag) => self.tags.push(tag.func_type_idx),
            _ => {}
        }
    }

    pub fn add_function(&mut self, type_index: u32) {
        self.functions.push(type_index);
    }

    pub fn add_tag(&mut self, type_index: u32) {
        self.tags.push(type_index);
    }

    /// How many types there are, and functions.
    pub fn counts(&self) -> (u64, u64) {
        (self.types.len() as u64, self.functions.len() as u64)
    }

    /// The largest count of values that the last types take and give.
    pub fn widest(&self, from: usize) -> u64 {
        let types = self.types.get(from..).unwrap_or_default();
        types
            .iter()
            .map(|(takes, gives)| takes + gives)
            .max()
            .unwrap_or(0)
    }

    pub fn params(&self, function: u32) -> u64 {
        self.type_of(&self.functions, function).0
    }

    pub fn function(&self, function: u32) -> u64 {
        sum(self.type_of(&self.functions, function))
    }

    pub fn tag(&self, tag: u32) -> u64 {
        sum(self.type_of(&self.tags, tag))
    }

    pub fn of_type(&self, index: u32) -> u64 {
        self.types.get(index as usize).copied().map_or(0, sum)
    }

    pub fn block(&self, ty: &BlockType) -> u64 {
        match ty {
            BlockType::Empty => 0,
            BlockType::Type(_) => 1,
            BlockType::FuncType(index) => self.of_type(*index),
        }
    }

    fn type_of(&self, space: &[u32], index: u32) -> (u64, u64) {
        let ty = space.get(index as usize);
        ty.and_then(|ty| self.types.get(*ty as usize))
            .copied()
            .unwrap_or((0, 0))
    }
}

fn arity(func: &FuncType) -> (u64, u64) {
    (func.params().len() as u64, func.results().len() as u64)
}

fn sum((takes, gives): (u64, u64)) -> u64 {
    takes + gives
}
