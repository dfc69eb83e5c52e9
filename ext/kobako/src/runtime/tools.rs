//! Looks programs through and compiles them, and runs nothing of them.

use kobako_engine::{Call, Start};
use magnus::{Error, RString, Ruby, Value, typed_data::Obj};

use super::Runtime;
use crate::{bytes, execution::Execution};

impl Runtime {
    /// What is wrong with a program in the surroundings of these services and snippets: `tables` are both, encoded.
    pub fn check(
        ruby: &Ruby,
        rb_self: Obj<Self>,
        source: RString,
        location: Option<RString>,
        tables: (RString, RString),
    ) -> Result<Value, Error> {
        let (services, snippets) = tables;
        let frames = [Some(source), Some(services), Some(snippets), location];
        Self::look(ruby, rb_self, "Kobako.check", frames, Call::Check)
    }

    /// A program as bytecode.
    pub fn bytecode(
        ruby: &Ruby,
        rb_self: Obj<Self>,
        source: RString,
        location: Option<RString>,
    ) -> Result<Value, Error> {
        let frames = [Some(source), location, None, None];
        Self::look(ruby, rb_self, "Kobako.compile", frames, Call::Bytecode)
    }

    fn look(
        ruby: &Ruby,
        this: Obj<Self>,
        operation: &'static str,
        frames: [Option<RString>; 4],
        call: Call,
    ) -> Result<Value, Error> {
        Self::opened(this, ruby, None, None)?.perform(ruby, operation, |execution, deadline| {
            this.prepare(ruby)?;
            // No Ruby code runs from here on.
            let frames = frames.iter().flatten().map(bytes::borrowed);
            let start = Start::with(&frames.collect::<Result<Vec<_>, Error>>()?);
            Execution::drive(ruby, execution, this.module.clone(), start, call, deadline)
        })
    }
}
