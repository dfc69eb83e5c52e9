//! Looks programs through and compiles them, and runs nothing of them.

use kobako_engine::{Call, Start};
use magnus::{Error, RString, Ruby, Value};

use super::Runtime;
use crate::bytes;

impl Runtime {
    /// What is wrong with a program in the surroundings of these services and snippets: `tables` are both, encoded.
    pub fn check(
        ruby: &Ruby,
        rb_self: &Self,
        source: RString,
        location: Option<RString>,
        tables: (RString, RString),
        raiser: Value,
    ) -> Result<Value, Error> {
        let (services, snippets) = tables;
        let frames = [Some(source), Some(services), Some(snippets), location];
        rb_self.look(ruby, "Kobako.check", frames, Call::Check, raiser)
    }

    /// A program as bytecode.
    pub fn bytecode(
        ruby: &Ruby,
        rb_self: &Self,
        source: RString,
        location: Option<RString>,
        raiser: Value,
    ) -> Result<Value, Error> {
        let frames = [Some(source), location, None, None];
        rb_self.look(ruby, "Kobako.compile", frames, Call::Bytecode, raiser)
    }

    fn look(
        &self,
        ruby: &Ruby,
        operation: &'static str,
        frames: [Option<RString>; 4],
        call: Call,
        raiser: Value,
    ) -> Result<Value, Error> {
        let deadline = self.deadline_from_now(operation);
        self.prepare(ruby)?;
        // No Ruby code runs from here on.
        let frames = frames.iter().flatten().map(bytes::borrowed);
        let frames = frames.collect::<Result<Vec<_>, Error>>()?;
        self.invoke(ruby, Start::with(&frames), call, deadline, Some(raiser))
    }
}
