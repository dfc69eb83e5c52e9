//! Methods, classes, modules, `alias` and `undef`.

use ruby_prism::{
    AliasGlobalVariableNode, AliasMethodNode, ClassNode, ConstantList, DefNode, Location,
    ModuleNode, Node, SingletonClassNode, UndefNode,
};

use crate::assembler::Reg;
use crate::compiler::Compiler;
use crate::failure::Done;
use crate::op::Op;
use crate::scope::Kind;

/// Classes whose methods CRuby has in C, where they call no method of a subclass.
const DIRECT: [&[u8]; 5] = [b"Array", b"Hash", b"String", b"Range", b"Struct"];

impl<'pr> Compiler<'pr> {
    #[inline(never)]
    pub fn def_node(&mut self, node: &DefNode<'pr>, to: Option<Reg>) -> Done {
        let child = self.method_body(node)?;
        let name = self.name(node.name().as_slice())?;
        self.within(|this| {
            let to = to.unwrap_or_else(|| this.push());
            let base = this.base(to);
            if let Some(receiver) = node.receiver() {
                this.value(&receiver, base)?;
            }
            this.need(2);
            match (u8::try_from(child), node.receiver()) {
                (Ok(child), Some(_)) => this.op3(Op::SDEF, base, name, child),
                (Ok(child), None) => this.op3(Op::TDEF, base, name, child),
                (Err(_), receiver) => {
                    let op = if receiver.is_some() {
                        Op::SCLASS
                    } else {
                        Op::TCLASS
                    };
                    this.op1(op, base);
                    this.op2(Op::METHOD, base + 1, child);
                    this.op2(Op::DEF, base, name);
                }
            }
            this.settle(base, to);
            Ok(())
        })
    }

    fn method_body(&mut self, node: &DefNode<'pr>) -> Done<u16> {
        let around = self.scope();
        let direct = around.direct && around.kind == Kind::Class && node.receiver().is_none();
        self.open(Kind::Method, node.location().start());
        self.scope().direct = direct;
        self.take(node.parameters().as_ref(), &node.locals())?;
        self.body(node.body().as_ref())?;
        self.close(&node.location())
    }

    #[inline(never)]
    pub fn class_node(&mut self, node: &ClassNode<'pr>, to: Option<Reg>) -> Done {
        self.definition(to, |this, base| {
            this.note_definition(node.name().as_slice());
            this.namespace(&node.constant_path(), node.name().as_slice(), base)?;
            let superclass = this.push();
            match node.superclass() {
                Some(class) => this.value(&class, superclass)?,
                None => this.nil(superclass),
            }
            let name = this.name(node.name().as_slice())?;
            this.mark(&node.location());
            this.op2(Op::CLASS, base, name);
            this.release(base + 1);
            let body = node.body();
            let plain = node.constant_path().as_constant_read_node().is_some();
            let direct = this.options.core && plain && DIRECT.contains(&node.name().as_slice());
            this.class_body(
                base,
                body.as_ref(),
                &node.locals(),
                &node.location(),
                (None, direct),
            )
        })
    }

    #[inline(never)]
    pub fn module_node(&mut self, node: &ModuleNode<'pr>, to: Option<Reg>) -> Done {
        self.definition(to, |this, base| {
            this.note_definition(node.name().as_slice());
            this.namespace(&node.constant_path(), node.name().as_slice(), base)?;
            let name = this.name(node.name().as_slice())?;
            this.mark(&node.location());
            this.op2(Op::MODULE, base, name);
            let body = node.body();
            this.class_body(
                base,
                body.as_ref(),
                &node.locals(),
                &node.location(),
                (None, false),
            )
        })
    }

    #[inline(never)]
    pub fn singleton_class(&mut self, node: &SingletonClassNode<'pr>, to: Option<Reg>) -> Done {
        self.definition(to, |this, base| {
            this.value(&node.expression(), base)?;
            this.op1(Op::SCLASS, base);
            let body = node.body();
            this.class_body(
                base,
                body.as_ref(),
                &node.locals(),
                &node.location(),
                (Some(false), false),
            )
        })
    }

    fn definition(&mut self, to: Option<Reg>, define: impl FnOnce(&mut Self, Reg) -> Done) -> Done {
        self.within(|this| {
            let to = to.unwrap_or_else(|| this.push());
            let base = this.base(to);
            define(this, base)?;
            this.settle(base, to);
            Ok(())
        })
    }

    /// Where a class is to be defined; nil is the scope that the code stands in.
    fn namespace(&mut self, path: &Node<'pr>, name: &[u8], to: Reg) -> Done {
        let Some(path) = path.as_constant_path_node() else {
            self.nil(to);
            return Ok(());
        };
        match path.parent() {
            Some(parent) => {
                self.value(&parent, to)?;
                let (none, some) = (self.scope().code.label(), self.scope().code.label());
                self.scope().code.branch(Op::JMPNIL, to, none);
                self.scope().code.jump(Op::JMP, some);
                self.scope().code.bind(none);
                self.get(Op::GETMCNST, name, to)?; // raises
                self.scope().code.bind(some);
                Ok(())
            }
            None => {
                self.op1(Op::OCLASS, to);
                Ok(())
            }
        }
    }

    fn class_body(
        &mut self,
        base: Reg,
        body: Option<&Node<'pr>>,
        locals: &ConstantList<'pr>,
        location: &Location<'pr>,
        (returns, direct): (Option<bool>, bool),
    ) -> Done {
        if body.is_none() {
            self.nil(base);
            return Ok(());
        }
        self.open(Kind::Class, location.start());
        self.scope().returns = returns;
        self.scope().direct = direct;
        self.declare_hidden();
        self.scope()
            .declare_all(locals.iter().map(|name| name.as_slice()));
        self.prepare_elements();
        self.body(body)?;
        let returned = self.scope().returns == Some(true);
        let child = self.close(location)?;
        self.need(1);
        self.op2(Op::EXEC, base, child);
        if returned {
            self.returned(base)
        } else {
            Ok(())
        }
    }

    /// What the body of a singleton class with a `return` answers: whether that was reached, and a value.
    fn returned(&mut self, base: Reg) -> Done {
        let (value, on) = (self.push(), self.scope().code.label());
        self.op3(Op::AREF, value, base, 1);
        self.op3(Op::AREF, base, base, 0);
        self.jump_on(base, false, on);
        self.leave(value)?;
        self.scope().code.bind(on);
        self.copy(base, value);
        self.release(base + 1);
        Ok(())
    }

    #[inline(never)]
    pub fn alias_method(&mut self, node: &AliasMethodNode<'pr>, to: Option<Reg>) -> Done {
        let names = (
            literal_name(&node.new_name()),
            literal_name(&node.old_name()),
        );
        if let (Some(new), Some(old)) = names {
            let (new, old) = (self.name(&new)?, self.name(&old)?);
            self.op2(Op::ALIAS, new, old);
            return self.nothing(to);
        }
        self.on_target_class(b"alias_method", &[node.new_name(), node.old_name()])?;
        self.nothing(to)
    }

    #[inline(never)]
    pub fn undef_node(&mut self, node: &UndefNode<'pr>, to: Option<Reg>) -> Done {
        for name in &node.names() {
            match literal_name(&name) {
                Some(name) => {
                    let name = self.name(&name)?;
                    self.op1(Op::UNDEF, name);
                }
                None => self.on_target_class(b"undef_method", &[name])?,
            }
        }
        self.nothing(to)
    }

    fn on_target_class(&mut self, method: &[u8], names: &[Node<'pr>]) -> Done {
        self.within(|this| {
            let base = this.push();
            this.op1(Op::TCLASS, base);
            for name in names {
                let register = this.push();
                this.value(name, register)?;
            }
            this.send(base, method, names.len() as u8)
        })
    }

    /// The interpreter looks aliases up where a global holds no value.
    #[inline(never)]
    pub fn alias_global(&mut self, node: &AliasGlobalVariableNode<'pr>, to: Option<Reg>) -> Done {
        self.within(|this| {
            let base = this.push();
            for name in [node.new_name(), node.old_name()] {
                let register = this.push();
                this.symbol(register, name.location().as_slice())?;
            }
            this.self_send(base, b"__alias_global", 2)
        })?;
        self.nothing(to)
    }
}

fn literal_name(node: &Node<'_>) -> Option<Vec<u8>> {
    node.as_symbol_node()
        .map(|symbol| symbol.unescaped().to_vec())
}
