//! Calls of services: the request to the host, its answer, the block that the host may yield to.

mod block;
mod call;
mod calls;

pub use block::yield_to_block;
pub use call::answer;
