//! Why a source does not compile.

/// One error, with its place in the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    pub line: i32,
    /// In bytes from the beginning of the line.
    pub column: u32,
    pub message: Vec<u8>,
}

/// The errors of a source in the order of their places; never empty.
pub type Failures = Vec<Failure>;

/// What compiling a node comes to. In a box, so that a result is as small as what it holds.
pub type Done<T = ()> = Result<T, Box<Failure>>;

impl Failure {
    pub fn new(line: i32, column: u32, message: Vec<u8>) -> Box<Self> {
        Box::new(Self {
            line,
            column,
            message,
        })
    }
}
