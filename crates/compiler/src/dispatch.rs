//! Which code is for which node.

use ruby_prism::{Node, StatementsNode};

use crate::assembler::Reg;
use crate::compiler::Compiler;
use crate::failure::Done;
use crate::op::Op;
use crate::operator_write::is_operator_write;

/// The node as the type that its variant tells.
macro_rules! cast {
    ($node:expr, $method:ident) => {
        $node.$method().expect("a node is what its variant says")
    };
}
pub(crate) use cast;

impl<'pr> Compiler<'pr> {
    /// Puts the value of a node into a register.
    pub fn value(&mut self, node: &Node<'pr>, to: Reg) -> Done {
        self.node(node, Some(to))
    }

    /// Runs a node; nobody asks for its value.
    pub fn effect(&mut self, node: &Node<'pr>) -> Done {
        self.node(node, None)
    }

    /// The register of a value: that of the local that the node reads, or a new one.
    pub fn operand(&mut self, node: &Node<'pr>) -> Done<Reg> {
        if let Some(read) = node.as_local_variable_read_node()
            && let Some(register) = self.own_register(read.name().as_slice(), read.depth())
        {
            return Ok(register);
        }
        let register = self.push();
        self.value(node, register)?;
        Ok(register)
    }

    pub fn statements(
        &mut self,
        statements: Option<&StatementsNode<'pr>>,
        to: Option<Reg>,
    ) -> Done {
        match to {
            Some(to) => self.statements_value(statements, to),
            None => self.statements_effect(statements),
        }
    }

    pub fn statements_effect(&mut self, statements: Option<&StatementsNode<'pr>>) -> Done {
        let body = statements.map(|statements| statements.body());
        body.iter()
            .flatten()
            .try_for_each(|node| self.statement(&node, None))
    }

    pub fn statements_value(&mut self, statements: Option<&StatementsNode<'pr>>, to: Reg) -> Done {
        let body = statements.map(|statements| statements.body());
        let last = body.as_ref().map_or(0, |body| body.len());
        if last == 0 {
            self.nil(to);
        }
        for (node, number) in body.iter().flatten().zip(1..) {
            self.statement(&node, (number == last).then_some(to))?;
        }
        Ok(())
    }

    fn statement(&mut self, node: &Node<'pr>, to: Option<Reg>) -> Done {
        self.mark(&node.location());
        self.node(node, to)
    }

    pub fn node(&mut self, node: &Node<'pr>, to: Option<Reg>) -> Done {
        if self.scope().is_full() {
            return self.fail(node, "too much in one expression (use variables)");
        }
        self.nested(node, |this| this.any(node, to))
    }

    /// Each level of nesting has it on the stack, so what it calls is not inlined.
    fn any(&mut self, node: &Node<'pr>, to: Option<Reg>) -> Done {
        match node {
            Node::CallNode { .. } => self.call(&cast!(node, as_call_node), to),
            Node::StatementsNode { .. } => {
                self.statements(Some(&cast!(node, as_statements_node)), to)
            }
            Node::ParenthesesNode { .. } => match cast!(node, as_parentheses_node).body() {
                Some(body) => self.node(&body, to),
                None => self.nothing(to),
            },
            Node::BeginNode { .. } => self.begin(&cast!(node, as_begin_node), to),
            Node::IfNode { .. } => self.if_node(&cast!(node, as_if_node), to),
            Node::UnlessNode { .. } => self.unless_node(&cast!(node, as_unless_node), to),
            Node::ElseNode { .. } => {
                self.statements(cast!(node, as_else_node).statements().as_ref(), to)
            }
            Node::AndNode { .. } => self.and_node(&cast!(node, as_and_node), to),
            Node::OrNode { .. } => self.or_node(&cast!(node, as_or_node), to),
            Node::WhileNode { .. } => self.while_node(&cast!(node, as_while_node), to),
            Node::UntilNode { .. } => self.until_node(&cast!(node, as_until_node), to),
            Node::ForNode { .. } => self.for_node(&cast!(node, as_for_node), to),
            Node::CaseNode { .. } => self.case_node(&cast!(node, as_case_node), to),
            Node::CaseMatchNode { .. } => self.case_match(&cast!(node, as_case_match_node), to),
            Node::MatchPredicateNode { .. } => {
                self.match_predicate(&cast!(node, as_match_predicate_node), to)
            }
            Node::MatchRequiredNode { .. } => {
                self.match_required(&cast!(node, as_match_required_node), to)
            }
            Node::BreakNode { .. } => self.break_node(&cast!(node, as_break_node)),
            Node::NextNode { .. } => self.next_node(&cast!(node, as_next_node)),
            Node::RedoNode { .. } => self.redo_node(node),
            Node::RetryNode { .. } => self.retry_node(node),
            Node::ReturnNode { .. } => self.return_node(&cast!(node, as_return_node)),
            Node::RescueModifierNode { .. } => {
                self.rescue_modifier(&cast!(node, as_rescue_modifier_node), to)
            }
            Node::YieldNode { .. } => self.yield_node(&cast!(node, as_yield_node), to),
            Node::SuperNode { .. } => self.super_node(&cast!(node, as_super_node), to),
            Node::ForwardingSuperNode { .. } => {
                self.forwarding_super(&cast!(node, as_forwarding_super_node), to)
            }
            Node::DefNode { .. } => self.def_node(&cast!(node, as_def_node), to),
            Node::ClassNode { .. } => self.class_node(&cast!(node, as_class_node), to),
            Node::ModuleNode { .. } => self.module_node(&cast!(node, as_module_node), to),
            Node::SingletonClassNode { .. } => {
                self.singleton_class(&cast!(node, as_singleton_class_node), to)
            }
            Node::AliasMethodNode { .. } => {
                self.alias_method(&cast!(node, as_alias_method_node), to)
            }
            Node::AliasGlobalVariableNode { .. } => {
                self.alias_global(&cast!(node, as_alias_global_variable_node), to)
            }
            Node::UndefNode { .. } => self.undef_node(&cast!(node, as_undef_node), to),
            Node::PreExecutionNode { .. } => self.nothing(to),
            Node::PostExecutionNode { .. } => {
                self.post_execution(&cast!(node, as_post_execution_node), to)
            }
            Node::LambdaNode { .. } => self.lambda_node(&cast!(node, as_lambda_node), to),
            Node::DefinedNode { .. } => self.defined_node(&cast!(node, as_defined_node), to),
            Node::FlipFlopNode { .. } => self.flip_flop_value(node, to),
            Node::ShareableConstantNode { .. } => {
                self.node(&cast!(node, as_shareable_constant_node).write(), to)
            }
            Node::ImplicitNode { .. } => self.node(&cast!(node, as_implicit_node).value(), to),
            Node::EmbeddedStatementsNode { .. } => {
                let statements = cast!(node, as_embedded_statements_node).statements();
                self.statements(statements.as_ref(), to)
            }
            Node::EmbeddedVariableNode { .. } => {
                self.node(&cast!(node, as_embedded_variable_node).variable(), to)
            }
            _ => self.write(node, to),
        }
    }

    #[inline(never)]
    fn write(&mut self, node: &Node<'pr>, to: Option<Reg>) -> Done {
        match node {
            Node::LocalVariableWriteNode { .. } => {
                let write = cast!(node, as_local_variable_write_node);
                self.assign_local(write.name().as_slice(), write.depth(), &write.value(), to)
            }
            Node::InstanceVariableWriteNode { .. } => {
                let write = cast!(node, as_instance_variable_write_node);
                self.assign_named(Op::SETIV, write.name().as_slice(), &write.value(), to)
            }
            Node::GlobalVariableWriteNode { .. } => {
                let write = cast!(node, as_global_variable_write_node);
                self.assign_named(Op::SETGV, write.name().as_slice(), &write.value(), to)
            }
            Node::ClassVariableWriteNode { .. } => {
                let write = cast!(node, as_class_variable_write_node);
                self.assign_named(Op::SETCV, write.name().as_slice(), &write.value(), to)
            }
            Node::ConstantWriteNode { .. } => {
                let write = cast!(node, as_constant_write_node);
                self.assign_named(Op::SETCONST, write.name().as_slice(), &write.value(), to)
            }
            Node::ConstantPathWriteNode { .. } => {
                self.assign_constant_path(&cast!(node, as_constant_path_write_node), to)
            }
            Node::MultiWriteNode { .. } => self.multi_write(&cast!(node, as_multi_write_node), to),
            Node::MatchWriteNode { .. } => self.match_write(&cast!(node, as_match_write_node), to),
            _ if is_operator_write(node) => self
                .operator_write(node, to)
                .unwrap_or_else(|| self.fail(node, "this is no assignment here")),
            _ => self.read(node, to),
        }
    }

    /// What only has a value.
    fn read(&mut self, node: &Node<'pr>, to: Option<Reg>) -> Done {
        let Some(to) = to else {
            return match node {
                _ if is_idle(node) => Ok(()),
                _ => self.within(|this| {
                    let to = this.push();
                    this.read(node, Some(to))
                }),
            };
        };
        match node {
            Node::LocalVariableReadNode { .. } => {
                let read = cast!(node, as_local_variable_read_node);
                self.read_local(read.name().as_slice(), read.depth(), to)
            }
            Node::ItLocalVariableReadNode { .. } => self.read_local(b"it", 0, to),
            Node::InstanceVariableReadNode { .. } => {
                let name = cast!(node, as_instance_variable_read_node).name();
                self.get(Op::GETIV, name.as_slice(), to)
            }
            Node::GlobalVariableReadNode { .. } => {
                match cast!(node, as_global_variable_read_node).name().as_slice() {
                    b"$!" => self.current_exception(to),
                    name => self.get(Op::GETGV, name, to),
                }
            }
            Node::BackReferenceReadNode { .. } => {
                let name = cast!(node, as_back_reference_read_node).name();
                self.get(Op::GETGV, name.as_slice(), to)
            }
            Node::NumberedReferenceReadNode { .. } => {
                let number = cast!(node, as_numbered_reference_read_node).number();
                self.get(Op::GETGV, format!("${number}").as_bytes(), to)
            }
            Node::ClassVariableReadNode { .. } => {
                let name = cast!(node, as_class_variable_read_node).name();
                self.get(Op::GETCV, name.as_slice(), to)
            }
            Node::ConstantReadNode { .. } => {
                let name = cast!(node, as_constant_read_node).name();
                self.get(Op::GETCONST, name.as_slice(), to)
            }
            Node::ConstantPathNode { .. } => {
                self.constant_path(&cast!(node, as_constant_path_node), to)
            }
            Node::ArrayNode { .. } => self.array(&cast!(node, as_array_node).elements(), to),
            Node::HashNode { .. } => self.hash(&cast!(node, as_hash_node).elements(), to),
            Node::KeywordHashNode { .. } => {
                self.hash(&cast!(node, as_keyword_hash_node).elements(), to)
            }
            _ => self.literal_node(node, to),
        }
    }

    /// `$!`
    fn current_exception(&mut self, to: Reg) -> Done {
        let base = self.base(to);
        self.self_send(base, b"__errinfo", 0)?;
        self.settle(base, to);
        Ok(())
    }

    /// The value of a variable or of a constant by its name.
    pub fn get(&mut self, op: Op, name: &[u8], to: Reg) -> Done {
        let name = self.name(name)?;
        self.op2(op, to, name);
        Ok(())
    }

    /// No code; its value is nil.
    pub fn nothing(&mut self, to: Option<Reg>) -> Done {
        if let Some(to) = to {
            self.nil(to);
        }
        Ok(())
    }
}

/// Whether reading it has no effect.
fn is_idle(node: &Node<'_>) -> bool {
    matches!(
        node,
        Node::LocalVariableReadNode { .. }
            | Node::ItLocalVariableReadNode { .. }
            | Node::InstanceVariableReadNode { .. }
            | Node::NilNode { .. }
            | Node::TrueNode { .. }
            | Node::FalseNode { .. }
            | Node::SelfNode { .. }
            | Node::IntegerNode { .. }
            | Node::FloatNode { .. }
            | Node::StringNode { .. }
            | Node::SymbolNode { .. }
    )
}
