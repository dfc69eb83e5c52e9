//! Compiles Ruby to mruby's bytecode: Prism parses the source, the modules here walk its tree.
//!
//! A program is a tree of routines ([`Irep`]), which [`rite::dump`] writes as a RITE binary.

#![forbid(unsafe_code)]

mod argument;
mod array;
mod assembler;
mod assignment;
mod block;
mod call;
mod check;
pub mod columns;
mod compiler;
mod condition;
mod constant;
mod control;
mod defined;
mod definition;
mod dispatch;
mod encoding;
mod exception;
mod failure;
mod hash;
mod irep;
mod literal;
mod local;
mod loops;
mod multiple;
mod names;
mod nesting;
mod note;
mod once;
mod op;
mod operator_write;
mod options;
mod order;
mod parameters;
mod pattern;
mod pattern_keys;
mod pattern_parts;
mod places;
mod pool;
mod problem;
mod program;
mod references;
mod regexp;
mod relax;
mod report;
pub mod rite;
mod scope;
mod shape;
mod slots;
mod string;
mod super_call;
mod update;
mod warning;
mod wide_parameters;

pub use check::{Checked, Named, Surroundings, check, definitions};
pub use failure::{Failure, Failures};
pub use irep::{Handler, HandlerKind, Irep, Literal};
pub use names::{NameSet, Names};
pub use op::{Op, Operands};
pub use options::Outer;
pub use order::by_place;
pub use pool::Fixed;
pub use problem::{Problem, Severity, errors};
pub use program::{Compiled, Program, compile};
pub use report::report;
pub use warning::{Verbosity, Warning};
