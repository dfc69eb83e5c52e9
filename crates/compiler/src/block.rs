//! Blocks and lambdas.

use ruby_prism::{BlockNode, ConstantList, LambdaNode, Location, Node};

use crate::assembler::Reg;
use crate::compiler::Compiler;
use crate::dispatch::cast;
use crate::failure::Done;
use crate::op::Op;
use crate::scope::Kind;
use crate::shape::Shape;

impl<'pr> Compiler<'pr> {
    /// `strict`: the call makes a lambda of the block.
    pub fn block(&mut self, node: &BlockNode<'pr>, to: Reg, strict: bool) -> Done {
        let child = self.closure(
            &node.locals(),
            node.parameters().as_ref(),
            node.body().as_ref(),
            strict,
            &node.location(),
        )?;
        self.op2(Op::BLOCK, to, child);
        Ok(())
    }

    #[inline(never)]
    pub fn lambda_node(&mut self, node: &LambdaNode<'pr>, to: Option<Reg>) -> Done {
        let child = self.closure(
            &node.locals(),
            node.parameters().as_ref(),
            node.body().as_ref(),
            true,
            &node.location(),
        )?;
        self.within(|this| {
            let to = to.unwrap_or_else(|| this.push());
            this.op2(Op::LAMBDA, to, child);
            Ok(())
        })
    }

    fn closure(
        &mut self,
        locals: &ConstantList<'pr>,
        parameters: Option<&Node<'pr>>,
        body: Option<&Node<'pr>>,
        strict: bool,
        location: &Location<'pr>,
    ) -> Done<u16> {
        self.open(Kind::Block, location.start());
        self.scope().strict = strict;
        match parameters {
            Some(Node::BlockParametersNode { .. }) => {
                let node = cast!(parameters.expect("it matched"), as_block_parameters_node);
                self.take(node.parameters().as_ref(), locals)?;
            }
            Some(Node::NumberedParametersNode { .. }) => {
                let node = cast!(parameters.expect("it matched"), as_numbered_parameters_node);
                self.take_numbered(node.maximum(), locals)?;
            }
            Some(Node::ItParametersNode { .. }) => self.take_it(locals)?,
            _ => self.take(None, locals)?,
        }
        let start = self.scope().code.here();
        self.scope().start = Some(start);
        if self.redo {
            self.op0(Op::NOP);
        }
        self.body(body)?;
        self.close(location)
    }

    /// The body of a routine, whose last value it returns.
    pub fn body(&mut self, body: Option<&Node<'pr>>) -> Done {
        let mark = self.push();
        let value = if self.scope().returns.is_some() {
            self.push()
        } else {
            mark
        };
        match body {
            Some(body) => self.value(body, value)?,
            None => self.nil(value),
        }
        if self.scope().returns == Some(true) {
            self.op1(Op::LOADFALSE, mark);
            self.op2(Op::ARRAY, mark, 2);
            self.op1(Op::RETURN, mark);
        } else {
            self.op1(Op::RETURN, value);
        }
        Ok(())
    }

    fn take_numbered(&mut self, maximum: u8, locals: &ConstantList<'pr>) -> Done {
        let shape = Shape {
            required: u16::from(maximum),
            ..Shape::default()
        };
        const NAMES: [&[u8]; 9] = [
            b"_1", b"_2", b"_3", b"_4", b"_5", b"_6", b"_7", b"_8", b"_9",
        ];
        for name in &NAMES[..usize::from(maximum.min(9))] {
            self.scope().declare(Some(name));
        }
        self.take_shape(shape, locals)
    }

    fn take_it(&mut self, locals: &ConstantList<'pr>) -> Done {
        let shape = Shape {
            required: 1,
            ..Shape::default()
        };
        self.scope().declare_unnamed(b"it");
        self.take_shape(shape, locals)
    }

    /// The beginning of a routine whose plain parameters are declared and that has no others.
    fn take_shape(&mut self, shape: Shape<'pr>, locals: &ConstantList<'pr>) -> Done {
        self.scope().declare(None);
        self.declare_hidden();
        self.scope()
            .declare_all(locals.iter().map(|name| name.as_slice()));
        self.enter_prepared(&shape)?;
        self.scope().shape = Some(shape);
        Ok(())
    }
}
