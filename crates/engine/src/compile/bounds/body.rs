//! What one function body asks of the compiler.

use std::{collections::HashSet, mem};

use wasmparser::{FuncValidator, FunctionBody, Operator, WasmModuleResources};

use super::{
    measures::{Measure, Meter, Refusal},
    signatures::Signatures,
};

/// Counts one body while it is validated, and stops at the first limit that it passes.
pub struct Body<'m> {
    meter: &'m mut Meter,
    signatures: &'m Signatures,
    index: u32,
    /// The constructs that are open, the body first.
    open: Vec<Construct>,
    /// Catch clauses of all the constructs that are open.
    catches: u64,
    blocks: u64,
    values: u64,
    operations: u64,
    merges: u64,
    /// The same for each branch to where they meet.
    branched: u64,
    handlers: u64,
    loops: u64,
    nested_loops: u64,
}

#[derive(Default)]
struct Construct {
    assigned: HashSet<u32>,
    catches: u64,
    is_loop: bool,
    /// Values that it takes and gives.
    values: u64,
    /// Branches to its start or end.
    branches: u64,
}

/// Operations that checks of a table and of a type cost as much as.
const INDIRECTION: u64 = 3;
/// Operations that a value which is merged costs as much as.
const MERGE_COST: u64 = 2;
/// Operations that one loop costs as much as.
const LOOP_COST: u64 = 16;
/// Values that live in a block, which cost as much as an operation.
const VALUES_PER_OPERATION: u64 = 16;

impl<'m> Body<'m> {
    pub fn new(meter: &'m mut Meter, signatures: &'m Signatures, index: u32) -> Self {
        Self {
            meter,
            signatures,
            index,
            open: vec![Construct::default()],
            catches: 0,
            blocks: 1,
            values: 0,
            operations: 0,
            merges: 0,
            branched: 0,
            handlers: 0,
            loops: 0,
            nested_loops: 0,
        }
    }

    /// Counts and validates the whole body.
    pub fn count<R: WasmModuleResources>(
        mut self,
        body: &FunctionBody,
        validator: &mut FuncValidator<R>,
    ) -> Result<(), Refusal> {
        self.check(Measure::BodyBytes, body.range().len() as u64)?;
        let mut locals = self.signatures.params(self.index);
        for group in body.get_locals_reader()? {
            locals += u64::from(group?.0);
            self.check(Measure::Locals, locals)?;
        }
        let mut reader = body.get_binary_reader();
        validator.read_locals(&mut reader)?;
        let mut reader = wasmparser::OperatorsReader::new(reader);
        while !reader.eof() {
            let (operator, at) = reader.read_with_offset()?;
            let stack = u64::from(validator.operand_stack_height());
            self.check(Measure::Stack, stack)?;
            self.values = self.values.max(locals + stack);
            self.operator(&operator)?;
            validator.op(at, &operator)?;
        }
        reader.finish()?;
        let live = self.live_values() / VALUES_PER_OPERATION;
        let merges = self.merges * MERGE_COST + self.branched;
        let cost = self.operations + merges + self.loops * LOOP_COST + live;
        self.meter.total(Measure::Cost, cost)
    }

    fn live_values(&self) -> u64 {
        self.blocks.saturating_mul(self.values)
    }

    fn operator(&mut self, operator: &Operator) -> Result<(), Refusal> {
        let mut weight = 1;
        match operator {
            Operator::Block { blockty } | Operator::If { blockty } => {
                weight += self.open(self.signatures.block(blockty), 0);
            }
            // Its head looks at the deadline, on a path of its own.
            Operator::Loop { blockty } => {
                let values = self.signatures.block(blockty);
                weight += self.open(values, 0);
                // Once more for its way back.
                self.merges += values;
                self.blocks += 2;
                self.loops += 1;
                self.nested_loops += 1;
                self.open.last_mut().expect("opened above").is_loop = true;
            }
            Operator::TryTable { try_table } => {
                let catches = try_table.catches.len() as u64;
                weight += self.open(self.signatures.block(&try_table.ty), catches) + catches;
            }
            Operator::Else => self.blocks += 1,
            Operator::Br { relative_depth } => self.branch(*relative_depth),
            Operator::BrIf { relative_depth } => {
                self.blocks += 1;
                self.branch(*relative_depth);
            }
            Operator::BrTable { targets: table } => {
                for target in table.targets() {
                    self.branch(target?);
                }
                self.branch(table.default());
                let targets = u64::from(table.len()) + 1;
                self.blocks += targets;
                weight += targets;
            }
            Operator::End => self.close(),
            Operator::LocalSet { local_index } | Operator::LocalTee { local_index } => {
                if let Some(construct) = self.open.last_mut() {
                    construct.assigned.insert(*local_index);
                }
            }
            Operator::Call { function_index } | Operator::ReturnCall { function_index } => {
                weight += self.call(self.signatures.function(*function_index));
            }
            Operator::CallIndirect { type_index, .. }
            | Operator::ReturnCallIndirect { type_index, .. } => {
                weight += INDIRECTION + self.call(self.signatures.of_type(*type_index));
            }
            Operator::Throw { tag_index } => weight += self.call(self.signatures.tag(*tag_index)),
            Operator::ThrowRef => weight += self.call(0),
            _ => {}
        }
        self.operations += weight;
        self.check(Measure::BodyOperations, self.operations)?;
        self.check(Measure::Nesting, self.open.len() as u64)?;
        self.check(Measure::Loops, self.loops)?;
        self.check(Measure::NestedLoops, self.nested_loops)?;
        self.check(Measure::Merges, self.merges)?;
        self.check(Measure::Branched, self.branched)?;
        self.check(Measure::Handlers, self.handlers)?;
        self.check(Measure::LiveValues, self.live_values())
    }

    /// Gives back how many values cross the construct's bounds.
    fn open(&mut self, values: u64, catches: u64) -> u64 {
        self.blocks += 2;
        self.merges += values;
        self.catches += catches;
        self.open.push(Construct {
            catches,
            values,
            ..Construct::default()
        });
        values
    }

    /// A target that is not there is left to the validator.
    fn branch(&mut self, depth: u32) {
        if let Some(construct) = self.open.iter_mut().nth_back(depth as usize) {
            construct.branches += 1;
        }
    }

    /// Where its paths meet, each local that one of them assigned is merged: a value for each path.
    fn close(&mut self) {
        let Some(closed) = self.open.pop() else {
            return;
        };
        let assigned = closed.assigned.len() as u64;
        self.merges += assigned;
        self.branched += closed.branches * (assigned + closed.values);
        self.catches -= closed.catches;
        self.nested_loops -= u64::from(closed.is_loop);
        if let Some(outer) = self.open.last_mut() {
            let (mut more, fewer) = if outer.assigned.len() < closed.assigned.len() {
                let more = closed.assigned;
                (more, mem::take(&mut outer.assigned))
            } else {
                (mem::take(&mut outer.assigned), closed.assigned)
            };
            more.extend(fewer);
            outer.assigned = more;
        }
    }

    /// Gives back what a call of so many values weighs.
    fn call(&mut self, values: u64) -> u64 {
        if self.catches > 0 {
            self.blocks += 1;
            self.handlers += self.catches;
        }
        values
    }

    fn check(&mut self, measure: Measure, value: u64) -> Result<(), Refusal> {
        self.meter.in_function(measure, value, self.index)
    }
}
