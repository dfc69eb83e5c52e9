//! The constants that a source reads and defines, for whoever knows which of them there are.

use std::collections::BTreeSet;

use ruby_prism::{CallNode, Location, Node};

use crate::compiler::Compiler;

/// So many of a kind are kept; one that has a longer path or name is not.
const MAX: usize = 10_000;
const MAX_NAME: usize = 255;

/// What a source says of constants whose paths begin with one of `roots`.
#[derive(Debug, Default)]
pub struct References {
    roots: BTreeSet<Vec<u8>>,
    pub constants: Vec<Reference>,
    pub calls: Vec<Reference>,
    /// The last names of all constants that it defines.
    pub defined: BTreeSet<Vec<u8>>,
}

/// A constant, or a method that is called of it.
#[derive(Debug)]
pub struct Reference {
    /// Such as `Shop::Orders`.
    pub path: Vec<u8>,
    /// Empty for the constant itself.
    pub method: Vec<u8>,
    /// Where it stands in the source.
    pub offset: u32,
}

impl References {
    pub fn new(roots: BTreeSet<Vec<u8>>) -> Self {
        Self {
            roots,
            ..Self::default()
        }
    }

    fn path(&self, node: &Node<'_>) -> Option<Vec<u8>> {
        let names = names_of(node)?;
        let length = names.iter().map(|name| name.len() + 2).sum::<usize>();
        (length <= MAX_NAME && self.roots.contains(*names.first()?)).then(|| names.join(&b"::"[..]))
    }
}

impl<'pr> Compiler<'pr> {
    /// A constant is read.
    pub fn note_constant(&mut self, node: &Node<'pr>) {
        let Some(references) = &mut self.references else {
            return;
        };
        if references.constants.len() < MAX
            && let Some(path) = references.path(node)
        {
            let (method, offset) = (Vec::new(), node.location().start());
            references.constants.push(Reference {
                path,
                method,
                offset,
            });
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
        let Some(references) = &mut self.references else {
            return;
        };
        if references.calls.len() < MAX
            && method.len() <= MAX_NAME
            && let Some(path) = references.path(receiver)
        {
            references.calls.push(Reference {
                path,
                method: method.to_vec(),
                offset: at.start(),
            });
        }
    }

    /// A constant is defined.
    pub fn note_definition(&mut self, name: &[u8]) {
        if let Some(references) = &mut self.references
            && !references.defined.contains(name)
        {
            references.defined.insert(name.to_vec());
        }
    }
}

/// The names of a path of constants, the outermost first; None for another node.
fn names_of<'pr>(node: &Node<'pr>) -> Option<Vec<&'pr [u8]>> {
    let mut names = Vec::new();
    let mut path = node.as_constant_path_node();
    let mut read = node.as_constant_read_node();
    while let Some(inner) = path {
        names.push(inner.name()?.as_slice());
        match inner.parent() {
            Some(parent) => {
                path = parent.as_constant_path_node();
                read = parent.as_constant_read_node();
            }
            None => {
                names.reverse();
                return Some(names);
            }
        }
    }
    names.push(read?.name().as_slice());
    names.reverse();
    Some(names)
}
