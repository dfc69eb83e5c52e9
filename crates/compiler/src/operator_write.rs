//! Which code is for `||=`, `&&=` and the other operators that assign.

use ruby_prism::Node;

use crate::assembler::Reg;
use crate::compiler::Compiler;
use crate::failure::Done;
use crate::op::Op;
use crate::update::{Operation, Variable};

/// Takes a node of one of three types apart: `||=`, `&&=`, or another operator.
macro_rules! three {
    ($node:expr, $or:ident, $and:ident, $apply:ident, |$write:ident, $operation:ident| $body:expr) => {
        if let Some($write) = $node.$or() {
            let $operation = Operation::Or;
            return Some($body);
        } else if let Some($write) = $node.$and() {
            let $operation = Operation::And;
            return Some($body);
        } else if let Some($write) = $node.$apply() {
            let $operation = Operation::Apply($write.binary_operator().as_slice());
            return Some($body);
        }
    };
}

impl<'pr> Compiler<'pr> {
    /// None of other nodes.
    #[inline(never)]
    pub fn operator_write(&mut self, node: &Node<'pr>, to: Option<Reg>) -> Option<Done> {
        three!(
            node,
            as_local_variable_or_write_node,
            as_local_variable_and_write_node,
            as_local_variable_operator_write_node,
            |write, operation| {
                self.update_local(
                    write.name().as_slice(),
                    write.depth(),
                    operation,
                    &write.value(),
                    to,
                )
            }
        );
        three!(
            node,
            as_instance_variable_or_write_node,
            as_instance_variable_and_write_node,
            as_instance_variable_operator_write_node,
            |write, operation| {
                let name = write.name().as_slice();
                self.update_named(
                    Variable {
                        get: Op::GETIV,
                        set: Op::SETIV,
                        name,
                    },
                    operation,
                    &write.value(),
                    to,
                )
            }
        );
        three!(
            node,
            as_global_variable_or_write_node,
            as_global_variable_and_write_node,
            as_global_variable_operator_write_node,
            |write, operation| {
                let name = write.name().as_slice();
                self.update_named(
                    Variable {
                        get: Op::GETGV,
                        set: Op::SETGV,
                        name,
                    },
                    operation,
                    &write.value(),
                    to,
                )
            }
        );
        three!(
            node,
            as_class_variable_or_write_node,
            as_class_variable_and_write_node,
            as_class_variable_operator_write_node,
            |write, operation| {
                let name = write.name().as_slice();
                self.update_named(
                    Variable {
                        get: Op::GETCV,
                        set: Op::SETCV,
                        name,
                    },
                    operation,
                    &write.value(),
                    to,
                )
            }
        );
        three!(
            node,
            as_constant_or_write_node,
            as_constant_and_write_node,
            as_constant_operator_write_node,
            |write, operation| {
                let name = write.name().as_slice();
                self.update_named(
                    Variable {
                        get: Op::GETCONST,
                        set: Op::SETCONST,
                        name,
                    },
                    operation,
                    &write.value(),
                    to,
                )
            }
        );
        three!(
            node,
            as_constant_path_or_write_node,
            as_constant_path_and_write_node,
            as_constant_path_operator_write_node,
            |write, operation| {
                self.update_constant_path(&write.target(), operation, &write.value(), to)
            }
        );
        three!(
            node,
            as_call_or_write_node,
            as_call_and_write_node,
            as_call_operator_write_node,
            |write, operation| {
                let names = (write.read_name().as_slice(), write.write_name().as_slice());
                let safe = write.is_safe_navigation();
                self.update_attribute(
                    write.receiver().as_ref(),
                    names,
                    safe,
                    operation,
                    &write.value(),
                    to,
                )
            }
        );
        three!(
            node,
            as_index_or_write_node,
            as_index_and_write_node,
            as_index_operator_write_node,
            |write, operation| {
                let arguments = write.arguments();
                let safe = write.is_safe_navigation();
                self.update_element(
                    write.receiver().as_ref(),
                    arguments.as_ref(),
                    safe,
                    operation,
                    &write.value(),
                    to,
                )
            }
        );
        None
    }
}

/// Whether a node is one of them: most are not, and are not asked one by one.
pub fn is_operator_write(node: &Node<'_>) -> bool {
    matches!(
        node,
        Node::LocalVariableOrWriteNode { .. }
            | Node::LocalVariableAndWriteNode { .. }
            | Node::LocalVariableOperatorWriteNode { .. }
            | Node::InstanceVariableOrWriteNode { .. }
            | Node::InstanceVariableAndWriteNode { .. }
            | Node::InstanceVariableOperatorWriteNode { .. }
            | Node::GlobalVariableOrWriteNode { .. }
            | Node::GlobalVariableAndWriteNode { .. }
            | Node::GlobalVariableOperatorWriteNode { .. }
            | Node::ClassVariableOrWriteNode { .. }
            | Node::ClassVariableAndWriteNode { .. }
            | Node::ClassVariableOperatorWriteNode { .. }
            | Node::ConstantOrWriteNode { .. }
            | Node::ConstantAndWriteNode { .. }
            | Node::ConstantOperatorWriteNode { .. }
            | Node::ConstantPathOrWriteNode { .. }
            | Node::ConstantPathAndWriteNode { .. }
            | Node::ConstantPathOperatorWriteNode { .. }
            | Node::CallOrWriteNode { .. }
            | Node::CallAndWriteNode { .. }
            | Node::CallOperatorWriteNode { .. }
            | Node::IndexOrWriteNode { .. }
            | Node::IndexAndWriteNode { .. }
            | Node::IndexOperatorWriteNode { .. }
    )
}
