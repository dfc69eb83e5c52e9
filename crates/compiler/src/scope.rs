//! One routine while it is compiled: its locals, registers, literals and loops.

use crate::assembler::{Assembler, Label, Reg};
use crate::irep::{Irep, Literal};
use crate::names::{NamePool, Names};
use crate::pool::Pool;
use crate::relax;
use crate::shape::Shape;
pub use crate::slots::Slot;
use crate::slots::Slots;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A program, or the text of an `eval`.
    Top,
    /// The body of a class or of a module.
    Class,
    Method,
    /// A block or a lambda.
    Block,
    /// The body of a `for`, and what stands in `END { }`: routines here, but no scopes of Ruby.
    Inner,
}

/// What `break`, `next`, `redo` and `retry` mean in a piece of code.
#[derive(Clone, Copy)]
pub enum Frame {
    Loop {
        /// Where the value of a `break` goes, if it is asked for.
        result: Option<Reg>,
        after: Label,
        next: Label,
        redo: Label,
    },
    /// The clauses of a `rescue`.
    Rescue { retry: Label },
}

/// So many places of a routine keep what they made.
const PLACES: u16 = 4096;
/// So many locals have registers.
const REGISTERS: usize = 200;

pub struct Scope<'pr> {
    pub kind: Kind,
    pub code: Assembler,
    pub frames: Vec<Frame>,
    /// What the routine takes; of methods, blocks and lambdas.
    pub shape: Option<Shape<'pr>>,
    /// Where the default values of parameters begin, and where the last ends, until they are compiled.
    pub defaults: Vec<Label>,
    /// The first of its code, where `redo` goes.
    pub start: Option<Label>,
    /// Whether it is the block of a call of `lambda`, or `->`.
    pub strict: bool,
    /// Of the body of a singleton class: whether a `return` is in it.
    pub returns: Option<bool>,
    /// Whether its calls of `self` are direct; of a class, those of its methods.
    pub direct: bool,
    pub children: Vec<Irep>,
    pub pool: Pool<Literal>,
    pub names: NamePool,
    places: u16,
    variables: Vec<Option<&'pr [u8]>>,
    slots: Slots<'pr>,
    elements: Option<(Reg, u32)>,
    locals: Reg,
    top: Reg,
    highest: Reg,
}

impl<'pr> Scope<'pr> {
    pub fn new(kind: Kind, line: u32) -> Self {
        Self {
            kind,
            code: Assembler::new(line),
            frames: Vec::new(),
            shape: None,
            defaults: Vec::new(),
            start: None,
            strict: false,
            returns: None,
            direct: false,
            children: Vec::new(),
            pool: Pool::new(),
            names: NamePool::default(),
            places: 0,
            variables: Vec::new(),
            slots: Slots::default(),
            elements: None,
            locals: 1,
            top: 1,
            highest: 1,
        }
    }

    /// The number of a place that keeps what it made; None if there are too many.
    pub fn place(&mut self) -> Option<u16> {
        let place = self.places;
        (place < PLACES).then(|| self.places += 1)?;
        Some(place)
    }

    /// Takes the next register for a local, or for one without a name. Only before the code begins.
    pub fn declare(&mut self, name: Option<&'pr [u8]>) -> Reg {
        let register = self.locals;
        self.variables.push(name);
        if let Some(name) = name {
            self.slots.add(name, Slot::Register(register));
        }
        self.locals += 1;
        self.top = self.locals;
        self.highest = self.highest.max(self.top);
        register
    }

    /// A register that only the compiler's own name finds.
    pub fn declare_unnamed(&mut self, name: &'static [u8]) -> Reg {
        let register = self.declare(None);
        self.slots.add(name, Slot::Register(register));
        register
    }

    /// Gives each of the names a place that has none yet.
    pub fn declare_all(&mut self, names: impl Iterator<Item = &'pr [u8]>) {
        let mut rest: Vec<_> = names
            .filter(|name| self.slots.get(name).is_none())
            .collect();
        let room = REGISTERS.saturating_sub(usize::from(self.locals));
        let elements = rest.split_off(rest.len().min(room));
        for name in rest {
            self.declare(Some(name));
        }
        if elements.is_empty() {
            return;
        }
        let array = self.declare(None);
        for (name, index) in elements.into_iter().zip(0..) {
            self.slots.add(name, Slot::Element { array, index });
        }
        self.elements = Some((array, 0));
    }

    /// The register of the Array of locals that have no register of their own.
    pub fn elements(&self) -> Option<Reg> {
        self.elements.map(|(array, _)| array)
    }

    pub fn slot(&self, name: &[u8]) -> Option<Slot> {
        self.slots.get(name)
    }

    /// Whether a register is not that of a local.
    pub fn is_temporary(&self, register: Reg) -> bool {
        register >= self.locals
    }

    pub fn top(&self) -> Reg {
        self.top
    }

    pub fn push(&mut self) -> Reg {
        let register = self.top;
        self.top += 1;
        self.highest = self.highest.max(self.top);
        register
    }

    /// Gives back all registers from this one on.
    pub fn release(&mut self, register: Reg) {
        self.top = register;
    }

    /// Sees that so many registers exist above those in use.
    pub fn need(&mut self, count: Reg) {
        self.highest = self.highest.max(self.top.saturating_add(count));
    }

    /// The limit of registers is near.
    pub fn is_full(&self) -> bool {
        self.top > 30_000
    }

    pub fn finish(mut self) -> Result<Irep, &'static str> {
        relax::finish(&mut self.code).ok_or("the default values of parameters are too large")?;
        if self.code.handlers.len() > usize::from(u16::MAX) {
            return Err("too many rescue and ensure clauses in one scope");
        }
        let mut variables = Names::default();
        for name in self.variables {
            variables.push(name.unwrap_or_default());
        }
        Ok(Irep {
            locals: self.locals,
            registers: self.highest,
            code: self.code.code,
            handlers: self.code.handlers,
            pool: self.pool.into_items(),
            names: self.names.into_names(),
            children: self.children,
            variables,
            lines: self.code.lines,
            direct: self.direct && self.kind != Kind::Class,
        })
    }
}
