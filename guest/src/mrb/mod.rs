//! mruby, safely: every call into C is here. No call raises into Rust; what can fail is a Result. Who answers the
//! calls of services is handed in.

mod boot;
mod build;
mod call;
mod exact;
mod exception;
mod ffi;
mod interpreter;
mod request;
mod run;
mod scalar;
mod view;

pub use call::{Shadowing, Yielded};
pub use exception::Exception;
pub use ffi::Value;
pub use interpreter::Mrb;
pub use request::{Answer, Request};
pub use run::Program;
pub use scalar::{Scalar, Scalars};
pub use view::View;
