//! Takes down which constants the source names, if somebody asks.

use ruby_prism::{CallNode, Location, Node};

use crate::compiler::Compiler;

impl<'pr> Compiler<'pr> {
    /// A constant is read.
    pub fn note_constant(&mut self, node: &Node<'pr>) {
        if let Some(references) = &mut self.references {
            references.constant(node);
        }
    }

    /// A method is called of what a node is.
    pub fn note_call(&mut self, receiver: &Node<'pr>, call: &CallNode<'pr>) {
        if self.references.is_some() {
            let at = call.message_loc().unwrap_or_else(|| call.location());
            self.note_method(receiver, call.name().as_slice(), &at);
        }
    }

    pub fn note_method(&mut self, receiver: &Node<'pr>, method: &[u8], at: &Location<'pr>) {
        if let Some(references) = &mut self.references {
            references.call(receiver, method, at.start());
        }
    }

    /// A constant is defined.
    pub fn note_definition(&mut self, name: &[u8]) {
        if let Some(references) = &mut self.references {
            references.definition(name);
        }
    }
}
