//! The code of one routine, instruction by instruction, and its handlers.

use kobako_compiler::{Op, Operands};

use super::damage::{Checked, Damage, expect};
use super::source::Source;

/// Type, begin, end and target.
pub const HANDLER_BYTES: usize = 13;
/// The type of a handler that says in which register the exception is that its code handles.
const HANDLING: u8 = 2;
/// The count of arguments that stands for one Array of them.
const PACKED: u32 = 15;
/// What an entry for an optional argument takes: a `JMP`.
const JUMP_BYTES: usize = 3;

/// What the operands of a routine's code may name.
pub struct Routine<'a> {
    pub locals: u16,
    pub registers: u16,
    pub children: u16,
    /// Whether each literal is a string.
    pub literals: Vec<bool>,
    pub names: u16,
    /// The locals of the routines around it, the outermost first.
    pub around: &'a [u16],
}

#[derive(Clone, Copy)]
struct Instruction {
    op: Op,
    a: u32,
    b: u32,
    c: u32,
    /// That of a long jump.
    distance: Option<i32>,
}

/// What the code of a routine shows while it is read.
struct Walk<'a> {
    routine: &'a Routine<'a>,
    /// Where instructions begin.
    begins: Vec<bool>,
    /// Where jumps and handlers lead.
    targets: Vec<usize>,
    keywords: bool,
}

pub fn verify(routine: &Routine<'_>, code: &[u8], handlers: &[u8]) -> Checked {
    let mut walk = Walk {
        routine,
        begins: vec![false; code.len()],
        targets: Vec::new(),
        keywords: false,
    };
    let mut source = Source::new(code);
    let mut last = None;
    while source.len() > 0 {
        let at = code.len() - source.len();
        walk.begins[at] = true;
        let instruction = read(&mut source)?;
        walk.instruction(at, code.len() - source.len(), &instruction)?;
        last = Some(instruction.op);
    }
    expect(
        last.is_some_and(leaves),
        "a routine's code runs past its end",
    )?;
    handlers
        .chunks(HANDLER_BYTES)
        .try_for_each(|handler| walk.handler(handler))?;
    walk.targets
        .iter()
        .try_for_each(|&target| expect(walk.begins_at(target), "a jump leads to no instruction"))
}

/// Reads an instruction with its prefix, which widens the first operands to 16 bits, the distance of a jump to 32.
fn read(source: &mut Source<'_>) -> Checked<Instruction> {
    let (mut op, mut operands) = opcode(source)?;
    let wide = match op {
        Op::EXT1 => [true, false],
        Op::EXT2 => [false, true],
        Op::EXT3 => [true, true],
        _ => [false, false],
    };
    if wide != [false, false] {
        (op, operands) = opcode(source)?;
        let prefix = matches!(op, Op::EXT1 | Op::EXT2 | Op::EXT3);
        expect(!prefix, "a prefix has no instruction")?;
    }
    if wide == [true, false] && matches!(op, Op::JMP | Op::JMPUW) {
        let distance = source.u32()?;
        return Ok(Instruction {
            op,
            a: 0,
            b: 0,
            c: 0,
            distance: Some(distance as i32),
        });
    }
    let Operands([a, b, c]) = operands;
    let widen = |width, wide| if wide && width == 1 { 2 } else { width };
    Ok(Instruction {
        op,
        a: operand(source, widen(a, wide[0]))?,
        b: operand(source, widen(b, wide[1]))?,
        c: operand(source, c)?,
        distance: None,
    })
}

fn opcode(source: &mut Source<'_>) -> Checked<(Op, Operands)> {
    Op::of(source.u8()?).ok_or(Damage("an instruction is unknown"))
}

fn operand(source: &mut Source<'_>, width: u8) -> Checked<u32> {
    match width {
        0 => Ok(0),
        1 => source.u8().map(u32::from),
        2 => source.u16().map(u32::from),
        _ => source.u24(),
    }
}

/// A distance of 16 bits.
fn short(operand: u32) -> i32 {
    i32::from(operand as u16 as i16)
}

/// Whether what follows an instruction is never reached from it.
fn leaves(op: Op) -> bool {
    matches!(
        op,
        Op::RETURN
            | Op::RETURN_BLK
            | Op::RETSELF
            | Op::RETNIL
            | Op::RETTRUE
            | Op::RETFALSE
            | Op::BREAK
            | Op::JMP
            | Op::JMPUW
            | Op::ERR
            | Op::STOP
    )
}

impl Walk<'_> {
    fn instruction(&mut self, at: usize, next: usize, i: &Instruction) -> Checked {
        let Instruction {
            op,
            a,
            b,
            c,
            distance,
        } = *i;
        match op {
            Op::NOP | Op::RETSELF | Op::RETNIL | Op::RETTRUE | Op::RETFALSE => Ok(()),
            Op::MOVE => self.write(a, 0).and(self.read(b, 0)),
            Op::LOADL => self.write(a, 0).and(self.literal(b, false)),
            Op::STRING | Op::SYMBOL => self.write(a, 0).and(self.literal(b, true)),
            Op::ERR => self.literal(a, true),
            Op::LOADI8
            | Op::LOADINEG
            | Op::LOADI__1
            | Op::LOADI_0
            | Op::LOADI_1
            | Op::LOADI_2
            | Op::LOADI_3
            | Op::LOADI_4
            | Op::LOADI_5
            | Op::LOADI_6
            | Op::LOADI_7
            | Op::LOADI16
            | Op::LOADI32
            | Op::LOADNIL
            | Op::LOADSELF
            | Op::LOADTRUE
            | Op::LOADFALSE => self.write_unmarked(a),
            Op::EXCEPT
            | Op::ARYSPLAT
            | Op::INTERN
            | Op::OCLASS
            | Op::SCLASS
            | Op::TCLASS
            | Op::ADDILV
            | Op::SUBILV => self.write(a, 0),
            Op::LOADSYM => self.write_unmarked(a).and(self.name(b)),
            Op::GETGV
            | Op::GETSV
            | Op::GETIV
            | Op::GETCV
            | Op::GETCONST
            | Op::GETMCNST
            | Op::MODULE => self.write(a, 0).and(self.name(b)),
            Op::SETGV | Op::SETSV | Op::SETIV | Op::SETCV | Op::SETCONST => {
                self.read(a, 0).and(self.name(b))
            }
            Op::SETMCNST => self.read(a, 1).and(self.name(b)),
            Op::CLASS | Op::DEF => self.write(a, 1).and(self.name(b)),
            // Which variable that is, the interpreter looks up with care, and not all exist.
            Op::GETUPVAR => self.write(a, 0),
            Op::SETUPVAR => expect(b > 0, "a routine replaces a self").and(self.read(a, 0)),
            Op::ONCE => self.write(a, 0).and(self.place(b)),
            Op::KEEP => self.read(a, 0).and(self.place(b)),
            Op::GETIDX0 => self.write(a, 2).and(self.read(b, 0)),
            Op::GETIDX
            | Op::ADD
            | Op::SUB
            | Op::MUL
            | Op::DIV
            | Op::EQ
            | Op::LT
            | Op::LE
            | Op::GT
            | Op::GE
            | Op::ADDI
            | Op::SUBI => self.write(a, 2),
            Op::SETIDX => self.write(a, 3),
            Op::JMP | Op::JMPUW => self.jump(next, distance.unwrap_or_else(|| short(a))),
            Op::JMPIF | Op::JMPNOT | Op::JMPNIL => self.read(a, 0).and(self.jump(next, short(b))),
            Op::RESCUE => self.read(a, 0).and(self.write(b, 0)),
            Op::RAISEIF | Op::MATCHERR | Op::RETURN | Op::RETURN_BLK | Op::BREAK => self.read(a, 0),
            Op::SSEND | Op::SSENDB | Op::SEND | Op::SENDB => self.name(b).and(self.call(a, c)),
            Op::SSEND0 | Op::SEND0 => self.name(b).and(self.call(a, 0)),
            // The compiler has no register for the block of a `super()`.
            Op::SUPER if b == 0 => self.write_unmarked(a + 1),
            Op::SUPER => self.call(a, b),
            Op::BLKCALL => {
                expect(b < PACKED, "a block gets too many arguments")?;
                self.write(a, b + 1)
            }
            Op::ENTER => {
                expect(at == 0, "arguments are set up in the middle of a routine")?;
                self.enter(next, a)
            }
            Op::KEY_P | Op::KARG => self.keyword().and(self.write(a, 0)).and(self.name(b)),
            Op::KEYEND => self.keyword(),
            Op::ARGARY => {
                let keywords = b >> 4 & 1;
                self.write(a, 1 + keywords).and(self.arguments(b))
            }
            Op::BLKPUSH => self.write(a, 0).and(self.arguments(b)),
            Op::ARRAY => self.write(a, b.saturating_sub(1)),
            Op::ARRAY2 => self.write(a, 0).and(self.read(b, c.saturating_sub(1))),
            Op::ARYCAT | Op::STRCAT | Op::HASHCAT | Op::RANGE_INC | Op::RANGE_EXC => {
                self.write(a, 1)
            }
            Op::ARYPUSH | Op::HASHADD => {
                let items = if op == Op::HASHADD { 2 * b } else { b };
                self.read(a, items)
            }
            Op::HASH => self.write(a, (2 * b).saturating_sub(1)),
            Op::AREF => self.write(a, 0).and(self.read(b, 0)),
            Op::ASET => self.read(a, 0).and(self.read(b, 0)),
            Op::APOST => self.write(a, c),
            Op::LAMBDA | Op::BLOCK | Op::METHOD | Op::EXEC => self.write(a, 0).and(self.child(b)),
            Op::TDEF => self.write_unmarked(a).and(self.name(b)).and(self.child(c)),
            Op::SDEF => self.write(a, 0).and(self.name(b)).and(self.child(c)),
            Op::ALIAS => self.name(a).and(self.name(b)),
            Op::UNDEF => self.name(a),
            Op::STOP => {
                let top = self.routine.around.is_empty();
                expect(top, "an inner routine stops the program")?;
                self.read(u32::from(self.routine.locals), 0)
            }
            Op::CALL | Op::DEBUG | Op::ITEM | Op::PAIR | Op::EXT1 | Op::EXT2 | Op::EXT3 => {
                Err(Damage("an instruction is not for programs"))
            }
        }
    }

    fn begins_at(&self, at: usize) -> bool {
        self.begins.get(at).copied().unwrap_or(false)
    }

    /// Registers `first` to `first + more` exist.
    fn read(&self, first: u32, more: u32) -> Checked {
        let inside = first + more < u32::from(self.routine.registers);
        expect(inside, "a register is out of range")
    }

    /// The same of registers that are written: `self`, the first of all, is not.
    fn write(&self, first: u32, more: u32) -> Checked {
        expect(first > 0, "a routine replaces its self")?;
        self.read(first, more)
    }

    /// A register that gets a value which the collector need not see. The interpreter's stack has
    /// one place more than a routine's registers, and the compiler puts such values there.
    fn write_unmarked(&self, register: u32) -> Checked {
        expect(register > 0, "a routine replaces its self")?;
        let inside = register <= u32::from(self.routine.registers);
        expect(inside, "a register is out of range")
    }

    fn literal(&self, index: u32, string: bool) -> Checked {
        let found = self.routine.literals.get(index as usize);
        expect(found == Some(&string), "a literal is missing")
    }

    /// A place that keeps what it made.
    fn place(&self, index: u32) -> Checked {
        let inside = (index as usize) < self.begins.len();
        expect(inside, "a place is out of range")
    }

    fn name(&self, index: u32) -> Checked {
        expect(index < u32::from(self.routine.names), "a name is missing")
    }

    fn child(&self, index: u32) -> Checked {
        let exists = index < u32::from(self.routine.children);
        expect(exists, "a routine is missing")
    }

    /// A local variable of a routine around this one; level 0 is the nearest.
    fn outer(&self, local: u32, level: u32) -> Checked {
        let around = self.routine.around.iter().rev().nth(level as usize);
        let exists = around.is_some_and(|&locals| local < u32::from(locals));
        expect(exists, "an outer variable is missing")
    }

    fn jump(&mut self, next: usize, distance: i32) -> Checked {
        let target = next.checked_add_signed(distance as isize);
        self.targets
            .push(target.ok_or(Damage("a jump leads to no instruction"))?);
        Ok(())
    }

    /// A call with its receiver in `first`: the arguments, keywords and block follow.
    fn call(&self, first: u32, counts: u32) -> Checked {
        expect(counts <= 0xff, "a call has too many arguments")?;
        let (plain, keywords) = (counts & 15, counts >> 4);
        let plain = if plain == PACKED { 1 } else { plain };
        let keywords = if keywords == PACKED { 1 } else { 2 * keywords };
        self.write(first, plain + keywords + 1)
    }

    fn enter(&mut self, next: usize, counts: u32) -> Checked {
        let field = |shift: u32, mask| counts >> shift & mask;
        let (required, optional) = (field(18, 31), field(13, 31));
        let (rest, after) = (field(12, 1), field(7, 31));
        let (keywords, any_keywords) = (field(2, 31), field(1, 1));
        self.keywords = keywords > 0 || any_keywords > 0;
        let block = required + optional + rest + after + u32::from(self.keywords) + 1;
        expect(
            block < u32::from(self.routine.registers),
            "a routine has no room for its arguments",
        )?;
        let entries = (1..=optional as usize).map(|entry| next + JUMP_BYTES * entry);
        self.targets.extend(entries);
        Ok(())
    }

    fn keyword(&self) -> Checked {
        expect(self.keywords, "a routine without keywords reads one")
    }

    /// The arguments of this routine or, by their level, of one around it.
    fn arguments(&self, counts: u32) -> Checked {
        let field = |shift: u32, mask| counts >> shift & mask;
        let last = field(11, 63) + field(10, 1) + field(5, 31) + field(4, 1) + 1;
        match field(0, 15) {
            0 => self.read(last, 0),
            level => self.outer(last, level - 1),
        }
    }

    fn handler(&mut self, handler: &[u8]) -> Checked {
        let mut source = Source::new(handler);
        let kind = source.u8()?;
        let (begin, end) = (source.u32()? as usize, source.u32()? as usize);
        let target = source.u32()? as usize;
        expect(kind <= HANDLING, "a handler is of an unknown type")?;
        let ends = end == self.begins.len() || self.begins_at(end);
        expect(
            begin <= end && self.begins_at(begin) && ends,
            "a handler guards no instructions",
        )?;
        if kind == HANDLING {
            let register = target < usize::from(self.routine.registers);
            return expect(register, "a handler's register is out of range");
        }
        expect(!(begin..end).contains(&target), "a handler guards itself")?;
        self.targets.push(target);
        Ok(())
    }
}
