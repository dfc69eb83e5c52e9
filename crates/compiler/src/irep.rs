//! A routine as the interpreter knows it.

use crate::names::Names;

/// A literal of a routine's pool.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Literal {
    String(Vec<u8>),
    Int32(i32),
    Int64(i64),
    /// The bits of the number, so that equal ones are the same.
    Float(u64),
    /// Beyond 64 bits, as digits to the base of 16.
    Big {
        negative: bool,
        digits: String,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandlerKind {
    Rescue = 0,
    Ensure = 1,
    /// Says in which register the exception is that the code handles.
    Handling = 2,
}

/// What happens when the code from `begin` to `end` raises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handler {
    pub kind: HandlerKind,
    pub begin: u32,
    pub end: u32,
    /// Where to go on; of `Handling` the register.
    pub target: u32,
}

/// One routine: the code of a method, of a block, of the body of a class, or of a program.
#[derive(Clone, Debug, Default)]
pub struct Irep {
    /// `self`, the parameters and the other locals.
    pub locals: u16,
    pub registers: u16,
    pub code: Vec<u8>,
    pub handlers: Vec<Handler>,
    pub pool: Vec<Literal>,
    pub names: Names,
    pub children: Vec<Irep>,
    /// The names of the locals after `self`, empty for those that have none.
    pub variables: Names,
    /// Where in the code which line begins.
    pub lines: Vec<(u32, u32)>,
    /// Whether its calls of `self` are of the methods of its own class, as a function of C makes them.
    pub direct: bool,
}
