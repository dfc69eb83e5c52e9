//! The state of a compilation and the instructions that several kinds of nodes share.

use ruby_prism::{Location, Node};

use crate::assembler::Reg;
use crate::failure::{Done, Failure};
use crate::irep::Literal;
use crate::op::Op;
use crate::options::{Options, Outer};
use crate::places::Places;
use crate::references::References;
use crate::scope::{Kind, Scope};

/// So deep may nodes nest: each takes some of the stack.
const DEPTH: u32 = 800;
/// What the parser, which has a limit of its own, and the compiler say of more.
pub const TOO_DEEP: &str = "nested too deep (use variables or methods)";

pub struct Compiler<'pr> {
    pub scopes: Vec<Scope<'pr>>,
    /// The scopes around the source, the nearest first.
    pub outer: &'pr [Outer],
    pub options: &'pr Options<'pr>,
    /// Where routines begin that have hidden locals.
    pub hidden: &'pr Places,
    /// Where routines begin that want them: the source is compiled again with them.
    pub wanted: Places,
    /// Whether a `redo` has a place to go to, and whether there is one.
    pub redo: bool,
    pub redo_found: bool,
    pub lines: Lines<'pr>,
    /// Where the routine begins that is not a block, of each scope.
    pub anchors: Vec<u32>,
    pub depth: u32,
    /// Takes down which constants the source names, if somebody asks.
    pub references: Option<References>,
}

/// The lines of places, found from where the last one was.
pub struct Lines<'pr> {
    starts: &'pr [u32],
    /// May be below 1: a text begins before what it counts.
    first: i32,
    last: usize,
}

impl<'pr> Lines<'pr> {
    pub fn new(starts: &'pr [u32], first: i32) -> Self {
        Self {
            starts,
            first,
            last: 0,
        }
    }

    pub fn of(&mut self, offset: u32) -> u32 {
        let index = self.last;
        let starts = self.starts;
        let inside = |index: usize| {
            starts[index] <= offset && starts.get(index + 1).is_none_or(|&next| offset < next)
        };
        if !inside(index) {
            self.last = if index + 1 < starts.len() && inside(index + 1) {
                index + 1
            } else {
                starts
                    .partition_point(|&start| start <= offset)
                    .saturating_sub(1)
            };
        }
        self.first.saturating_add(self.last as i32).max(0) as u32
    }

    /// Line and column of a place.
    pub fn place(&self, offset: u32) -> (i32, u32) {
        let index = self
            .starts
            .partition_point(|&start| start <= offset)
            .saturating_sub(1);
        (
            self.first.saturating_add(index as i32),
            offset - self.starts[index],
        )
    }
}

impl<'pr> Compiler<'pr> {
    pub fn scope(&mut self) -> &mut Scope<'pr> {
        self.scopes.last_mut().expect("a routine is compiled")
    }

    pub fn failure(&self, location: &Location<'_>, message: &str) -> Box<Failure> {
        let (line, column) = self.lines.place(location.start());
        Failure::new(line, column, message.as_bytes().to_vec())
    }

    /// A failure at a node.
    pub fn fail<T>(&self, node: &Node<'pr>, message: &str) -> Done<T> {
        Err(self.failure(&node.location(), message))
    }

    /// Compiles a node one level deeper.
    pub fn nested<T>(
        &mut self,
        node: &Node<'pr>,
        compile: impl FnOnce(&mut Self) -> Done<T>,
    ) -> Done<T> {
        if self.depth >= DEPTH {
            return self.fail(node, TOO_DEEP);
        }
        self.depth += 1;
        let result = compile(self);
        self.depth -= 1;
        result
    }

    // Each of these is called from hundreds of places.

    /// What follows stands on the line of this place.
    #[inline(never)]
    pub fn mark(&mut self, location: &Location<'_>) {
        let line = self.lines.of(location.start());
        self.scope().code.line = line;
    }

    #[inline(never)]
    pub fn push(&mut self) -> Reg {
        self.scope().push()
    }

    #[inline(never)]
    pub fn top(&mut self) -> Reg {
        self.scope().top()
    }

    #[inline(never)]
    pub fn release(&mut self, register: Reg) {
        self.scope().release(register);
    }

    #[inline(never)]
    pub fn need(&mut self, count: Reg) {
        self.scope().need(count);
    }

    #[inline(never)]
    pub fn op0(&mut self, op: Op) {
        self.scope().code.op0(op);
    }

    #[inline(never)]
    pub fn op1(&mut self, op: Op, a: u16) {
        self.scope().code.op1(op, a);
    }

    #[inline(never)]
    pub fn op2(&mut self, op: Op, a: u16, b: u16) {
        self.scope().code.op2(op, a, b);
    }

    #[inline(never)]
    pub fn op3(&mut self, op: Op, a: u16, b: u16, c: u8) {
        self.scope().code.op3(op, a, b, c);
    }

    #[inline(never)]
    pub fn copy(&mut self, to: Reg, from: Reg) {
        if to != from {
            self.op2(Op::MOVE, to, from);
        }
    }

    #[inline(never)]
    pub fn nil(&mut self, to: Reg) {
        self.op1(Op::LOADNIL, to);
    }

    /// The number of a name in this routine.
    pub fn name(&mut self, name: &[u8]) -> Done<u16> {
        let index = self.scope().names.index(name);
        index.ok_or_else(|| self.overflow("names"))
    }

    pub fn literal(&mut self, literal: Literal) -> Done<u16> {
        let index = self.scope().pool.index(literal);
        index.ok_or_else(|| self.overflow("literals"))
    }

    fn overflow(&mut self, what: &str) -> Box<Failure> {
        self.too_many(&format!(
            "different {what} in one scope (the limit is 65,535; use several methods)"
        ))
    }

    /// A failure on the line of the code.
    pub fn too_many(&mut self, what: &str) -> Box<Failure> {
        let line = self.scope().code.line as i32;
        Failure::new(line, 0, format!("too many {what}").into_bytes())
    }

    pub fn symbol(&mut self, to: Reg, name: &[u8]) -> Done {
        if name.len() < usize::from(u16::MAX) {
            let index = self.name(name)?;
            self.op2(Op::LOADSYM, to, index);
            return Ok(());
        }
        self.text(to, name)?;
        self.op1(Op::INTERN, to);
        Ok(())
    }

    /// Calls a method of what is in `base`; the arguments stand after it.
    pub fn send(&mut self, base: Reg, method: &[u8], count: u8) -> Done {
        let name = self.name(method)?;
        self.reserve_call(base, count);
        if count == 0 {
            self.op2(Op::SEND0, base, name);
        } else {
            self.op3(Op::SEND, base, name, count);
        }
        Ok(())
    }

    /// The same of `self`, which is put into `base`.
    pub fn self_send(&mut self, base: Reg, method: &[u8], count: u8) -> Done {
        let name = self.name(method)?;
        self.reserve_call(base, count);
        if count == 0 {
            self.op2(Op::SSEND0, base, name);
        } else {
            self.op3(Op::SSEND, base, name, count);
        }
        Ok(())
    }

    /// Room for the arguments of a call and for its block.
    pub fn reserve_call(&mut self, base: Reg, count: u8) {
        let top = self.top();
        let end = base + u16::from(count) + 2;
        self.need(end.saturating_sub(top));
    }

    /// A class of Object, whatever the constants around are.
    pub fn core_class(&mut self, to: Reg, name: &[u8]) -> Done {
        let name = self.name(name)?;
        self.op1(Op::OCLASS, to);
        self.op2(Op::GETMCNST, to, name);
        Ok(())
    }

    /// A base for a call: `to` itself if it is the last register in use, else a new one.
    pub fn base(&mut self, to: Reg) -> Reg {
        let scope = self.scope();
        if to + 1 == scope.top() && scope.is_temporary(to) {
            return to;
        }
        scope.push()
    }

    /// Takes a result out of a base, and gives back what stands above.
    pub fn settle(&mut self, base: Reg, to: Reg) {
        if base == to {
            self.release(base + 1);
        } else {
            self.op2(Op::MOVE, to, base);
            self.release(base);
        }
    }

    /// Compiles with registers that are given back after.
    pub fn within<T>(&mut self, compile: impl FnOnce(&mut Self) -> Done<T>) -> Done<T> {
        let top = self.top();
        let result = compile(self)?;
        self.release(top);
        Ok(result)
    }

    /// Begins a routine inside of this one.
    pub fn open(&mut self, kind: Kind, at: u32) {
        let line = self.lines.of(if at == u32::MAX { 0 } else { at });
        let anchor = match kind {
            Kind::Block | Kind::Inner => *self.anchors.last().unwrap_or(&0),
            _ => at,
        };
        self.anchors.push(anchor);
        let mut scope = Scope::new(kind, line);
        if let (Kind::Block | Kind::Inner, Some(around)) = (kind, self.scopes.last()) {
            scope.direct = around.direct && around.kind != Kind::Class;
        }
        self.scopes.push(scope);
    }

    /// Ends it; its number among the children of the one around it.
    pub fn close(&mut self, node: &Location<'_>) -> Done<u16> {
        let place = self.lines.place(node.start());
        self.close_at(place)
    }

    /// The same of a routine that no node tells the place of.
    pub fn close_at_line(&mut self, line: u32) -> Done<u16> {
        self.close_at((line as i32, 0))
    }

    fn close_at(&mut self, (line, column): (i32, u32)) -> Done<u16> {
        let fail = |message: &str| Failure::new(line, column, message.as_bytes().to_vec());
        let scope = self.scopes.pop().expect("a routine is open");
        self.anchors.pop();
        let irep = scope.finish().map_err(fail)?;
        let children = &mut self.scope().children;
        let index = children.len();
        children.push(irep);
        match u16::try_from(index) {
            Ok(index) if index < u16::MAX => Ok(index),
            _ => Err(fail(
                "too many blocks and methods in one scope (the limit is 65,535)",
            )),
        }
    }
}
