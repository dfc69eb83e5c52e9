//! The function of one routine.

use wasm_encoder::Function;

use super::{
    arguments,
    emitter::{self, ENTRY, Emitter, FRAME, Label, at1},
    flow::Flow,
    instructions,
    irep::Irep,
    liveness::{self, Registers},
    objects,
    opcode::{Instruction, Op},
    unit::Unit,
    values::{State, tt},
};

/// Loops of one routine.
const MAX_LOOPS: usize = 64;
/// Instructions of one routine.
const MAX_INSTRUCTIONS: usize = 1500;
/// Targets of all its tables of jumps.
const MAX_TARGETS: usize = 20_000;

/// What is known of a routine before it is translated.
pub struct Routine {
    pub flow: Flow,
    /// Of each block: by which number it is entered, if it is.
    pub numbers: Vec<Option<u32>>,
    live: Vec<Registers>,
}

impl Routine {
    /// `None` if it is left to the interpreter.
    pub fn of(unit: &Unit, irep: &Irep) -> Option<Self> {
        if irep.instructions.len() > MAX_INSTRUCTIONS {
            return None;
        }
        let flow = Flow::of(irep, |instruction| {
            instructions::stays(unit, irep, instruction)
        })?;
        if flow.loops.len() > MAX_LOOPS {
            return None;
        }
        let mut numbered: Vec<bool> = flow.blocks.iter().map(|block| block.entry).collect();
        for (number, block) in flow.blocks.iter().enumerate() {
            let target = irep.instructions[block.to - 1].target();
            if let Some(target) = target.and_then(|target| flow.block_at(target)) {
                let inside = |&(first, last): &(usize, usize)| first < target && target <= last;
                let apart = |&(first, last): &(usize, usize)| number < first || number > last;
                numbered[target] |= flow.loops.iter().any(|range| inside(range) && apart(range));
            }
        }
        let mut count = 0;
        let mut numbers = Vec::new();
        for numbered in numbered {
            count += u32::from(numbered);
            numbers.push(numbered.then_some(count));
        }
        if (flow.loops.len() + 1) * count as usize > MAX_TARGETS {
            return None;
        }
        let live = liveness::live(irep, &flow);
        Some(Self {
            flow,
            numbers,
            live,
        })
    }

    /// Translates it; `None` if that is too much.
    pub fn translate(
        &self,
        unit: &Unit,
        irep: &Irep,
        functions: &[Option<u32>],
    ) -> Option<Function> {
        let mut emitter = Emitter::new(unit, irep);
        let mut writer = Writer {
            routine: self,
            functions,
            emitter: &mut emitter,
        };
        writer.region(0, self.flow.blocks.len() - 1, false);
        (!emitter.is_full()).then(|| emitter.finish())
    }
}

struct Writer<'w, 'u> {
    routine: &'w Routine,
    functions: &'w [Option<u32>],
    emitter: &'w mut Emitter<'u>,
}

impl Writer<'_, '_> {
    /// The blocks from `first` to `last`, which are a loop if `is_loop`.
    fn region(&mut self, first: usize, last: usize, is_loop: bool) {
        let mut items: Vec<(usize, Option<usize>)> = Vec::new();
        let mut block = first;
        while block <= last {
            let inner = self
                .routine
                .flow
                .loops
                .iter()
                .find(|&&(head, _)| head == block && !(is_loop && head == first));
            items.push((block, inner.map(|&(_, end)| end)));
            block = inner.map_or(block, |&(_, end)| end) + 1;
        }
        if is_loop {
            self.emitter.begin(Label::Head(first));
            self.state().clear();
        }
        for &(start, _) in items.iter().skip(1).rev() {
            self.emitter.begin(Label::Ahead(start));
        }
        self.dispatch(&items, last);
        for (index, &(start, end)) in items.iter().enumerate() {
            if index > 0 {
                self.emitter.end();
            }
            match end {
                Some(end) => self.region(start, end, true),
                None => self.block(start),
            }
        }
        if is_loop {
            self.emitter.end();
        }
    }

    fn state(&mut self) -> &mut State {
        &mut self.emitter.state
    }

    /// Goes to the block that is to be entered, if it is in one of these.
    fn dispatch(&mut self, items: &[(usize, Option<usize>)], last: usize) {
        let first = items[0].0;
        let numbers = &self.routine.numbers;
        if !numbers[first..=last].iter().any(Option::is_some) {
            return;
        }
        self.emitter.begin(Label::Ahead(first));
        self.emitter.code().local_get(ENTRY).i32_eqz().br_if(0);
        let mut targets = vec![0];
        for (block, number) in numbers.iter().enumerate() {
            if number.is_some() {
                let item = items.iter().rposition(|&(start, _)| start <= block);
                let item = item
                    .filter(|_| block <= last)
                    .map_or(first, |item| items[item].0);
                targets.push(
                    self.emitter
                        .depth(|label| matches!(label, Label::Ahead(other) if *other == item))
                        .unwrap_or(0),
                );
            }
        }
        self.emitter.code().local_get(ENTRY).br_table(targets, 0);
        self.emitter.end();
    }

    fn block(&mut self, number: usize) {
        let block = &self.routine.flow.blocks[number];
        let irep = self.emitter.irep;
        if !block.follows {
            self.state().clear();
        }
        if self.routine.numbers[number].is_some() {
            self.emitter.code().i32_const(0).local_set(ENTRY);
        }
        if self
            .routine
            .flow
            .loops
            .iter()
            .any(|&(head, _)| head == number)
        {
            // where the run stands, if it is stopped in a loop
            let pc = irep.pc(irep.instructions[block.from].at).cast_signed();
            self.emitter
                .code()
                .local_get(FRAME)
                .i32_const(pc)
                .i32_store(emitter::at(20));
        }
        for index in block.from..block.to {
            self.emitter.pc = irep.pc(irep.instructions[index].at);
            self.emitter.live = self.routine.live[index];
            let instruction = &irep.instructions[index];
            match instruction.op {
                Op::JMP | Op::JMPIF | Op::JMPNOT | Op::JMPNIL => self.jump(instruction),
                Op::ITEM => self.item(instruction),
                Op::ENTER if !arguments::takes_parameters_only(instruction.a) => {
                    self.enter(instruction, number);
                }
                _ => instructions::write(self.emitter, self.functions, instruction),
            }
        }
        let last = &irep.instructions[block.to - 1];
        match self.routine.flow.blocks.get(number + 1) {
            Some(next) if next.follows => {}
            Some(next) if last.op != Op::JMP => self.flush_for(next.from),
            Some(_) => {}
            None => {
                self.emitter.code().unreachable();
            }
        }
    }

    fn flush_for(&mut self, index: usize) {
        let live = self.routine.live[index];
        self.emitter.flush(|register| live.contains(register));
    }

    fn jump(&mut self, instruction: &Instruction) {
        let target = instruction
            .target()
            .and_then(|target| self.routine.flow.block_at(target));
        let Some(target) = target else {
            return self.emitter.exit();
        };
        let value = (instruction.op != Op::JMP).then(|| self.emitter.get(instruction.a));
        self.flush_for(self.routine.flow.blocks[target].from);
        let emitter = &mut *self.emitter;
        let Some(value) = value else {
            return self.go_to(target, false);
        };
        emitter.push_type(value);
        match instruction.op {
            Op::JMPIF => {}
            Op::JMPNOT => {
                emitter.code().i32_eqz();
            }
            _ => {
                emitter.code().i32_eqz();
                emitter.push_bits(value);
                emitter.code().i64_eqz().i32_and();
            }
        }
        self.go_to(target, true);
    }

    /// Takes arguments of which some may not be given: for each number of them there is a block behind this one, `number`.
    fn enter(&mut self, instruction: &Instruction, number: usize) {
        let last = number + 1 + instruction.optional();
        let numbers = arguments::numbers_of_arguments(self.emitter, instruction);
        let Some(numbers) = numbers.filter(|_| last < self.routine.flow.blocks.len()) else {
            return self.emitter.exit();
        };
        let (required, all) = (*numbers.start(), *numbers.end());
        for given in numbers {
            if given < all {
                self.emitter.code().local_get(FRAME).i32_load8_u(at1(0));
                self.emitter.code().i32_const(given.cast_signed()).i32_eq();
                self.emitter.begin_if();
            }
            arguments::take(self.emitter, given, all);
            self.go_to(number + 1 + (given - required) as usize, false);
            if given < all {
                self.emitter.end();
            }
        }
    }

    /// R[a + 2] = the next element of the Array R[a], or the next Integer below R[a], by the index R[a + 1]
    fn item(&mut self, instruction: &Instruction) {
        let target = instruction
            .target()
            .and_then(|target| self.routine.flow.block_at(target));
        let Some(target) = target else {
            return self.emitter.exit();
        };
        let a = instruction.a;
        let (all, index) = (self.emitter.get(a), self.emitter.get(a + 1));
        let index = self.emitter.guard(index, tt::INTEGER);
        let length = objects::length_or_integer(self.emitter, all);
        self.flush_for(self.routine.flow.blocks[target].from);
        self.emitter.push_bits(index);
        self.emitter.code().local_get(length).i64_ge_s();
        self.go_to(target, true);
        objects::next_item(self.emitter, a, all, index);
    }

    /// Goes to a block, if what is on the stack is not 0 where that is asked for.
    fn go_to(&mut self, target: usize, asked: bool) {
        let emitter = &mut *self.emitter;
        let direct = emitter.depth(
            |label| matches!(label, Label::Ahead(other) | Label::Head(other) if *other == target),
        );
        if let Some(depth) = direct {
            if asked {
                emitter.code().br_if(depth);
            } else {
                emitter.code().br(depth);
            }
            return;
        }
        if asked {
            emitter.begin_if();
        }
        let mut around = self
            .routine
            .flow
            .loops
            .iter()
            .filter(|&&(first, last)| first < target && target <= last);
        let head = around.find_map(|&(first, _)| {
            emitter.depth(|label| matches!(label, Label::Ahead(other) if *other == first))
        });
        match (head, self.routine.numbers[target]) {
            (Some(depth), Some(number)) => {
                emitter
                    .code()
                    .i32_const(number.cast_signed())
                    .local_set(ENTRY)
                    .br(depth);
            }
            _ => {
                // all is in memory: the interpreter goes on there
                let pc = emitter
                    .irep
                    .pc(emitter.irep.instructions[self.routine.flow.blocks[target].from].at);
                emitter.code().i32_const(pc.cast_signed()).return_();
            }
        }
        if asked {
            emitter.end();
        }
    }
}
