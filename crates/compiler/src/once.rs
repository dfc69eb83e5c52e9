//! Values that are made when their code runs for the first time.

use crate::assembler::Reg;
use crate::compiler::Compiler;
use crate::failure::Done;
use crate::op::Op;
use crate::scope::Kind;

impl<'pr> Compiler<'pr> {
    /// A value that is neither nil nor false, made once for this place of the routine. What stands behind the last place
    /// that a routine may have is made each time.
    pub fn once(&mut self, to: Reg, make: impl FnOnce(&mut Self, Reg) -> Done) -> Done {
        let Some(place) = self.scope().place() else {
            return make(self, to);
        };
        let base = self.base(to);
        let done = self.scope().code.label();
        self.op2(Op::ONCE, base, place);
        self.scope().code.branch(Op::JMPIF, base, done);
        make(self, base)?;
        self.op2(Op::KEEP, base, place);
        self.scope().code.bind(done);
        self.settle(base, to);
        Ok(())
    }

    /// The same of what is made quickly: once where the code may run often.
    pub fn once_if_often(&mut self, to: Reg, make: impl FnOnce(&mut Self, Reg) -> Done) -> Done {
        match self.scope().kind {
            Kind::Method | Kind::Block => self.once(to, make),
            Kind::Top | Kind::Class | Kind::Inner => make(self, to),
        }
    }
}
