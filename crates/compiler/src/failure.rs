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

/// What compiling a node comes to.
pub type Done<T = ()> = Result<T, Failure>;
