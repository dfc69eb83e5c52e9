//! The constants that a source reads and defines, for whoever knows which of them there are.

use ruby_prism::Node;

use crate::names::NameSet;

/// So many of a kind are kept; one that has a longer path or name is not.
const MAX: usize = 10_000;
const MAX_NAME: usize = 255;

/// What a source says of constants whose paths begin with one of `roots`.
#[derive(Debug, Default)]
pub struct References {
    roots: NameSet,
    pub constants: Vec<Reference>,
    pub calls: Vec<Reference>,
    /// The last names of all constants that it defines.
    pub defined: NameSet,
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
    pub fn new(roots: NameSet) -> Self {
        Self {
            roots,
            ..Self::default()
        }
    }

    /// A constant is read.
    pub fn constant(&mut self, node: &Node<'_>) {
        if self.constants.len() < MAX
            && let Some(path) = self.path(node)
        {
            let (method, offset) = (Vec::new(), node.location().start());
            self.constants.push(Reference {
                path,
                method,
                offset,
            });
        }
    }

    /// A method is called of what a node is.
    pub fn call(&mut self, receiver: &Node<'_>, method: &[u8], offset: u32) {
        if self.calls.len() < MAX
            && method.len() <= MAX_NAME
            && let Some(path) = self.path(receiver)
        {
            self.calls.push(Reference {
                path,
                method: method.to_vec(),
                offset,
            });
        }
    }

    /// A constant is defined.
    pub fn definition(&mut self, name: &[u8]) {
        if !self.defined.contains(name) {
            self.defined.insert(name.to_vec());
        }
    }

    fn path(&self, node: &Node<'_>) -> Option<Vec<u8>> {
        let names = names_of(node)?;
        let length = names.iter().map(|name| name.len() + 2).sum::<usize>();
        (length <= MAX_NAME && self.roots.contains(*names.first()?)).then(|| names.join(&b"::"[..]))
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
