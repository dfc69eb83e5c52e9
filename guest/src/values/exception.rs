//! Exceptions as the host learns of them.

use kobako_wire::envelope::Panic;

use super::panic_record;
use crate::mrb::{Exception, Mrb};

/// An exception, laid open.
pub struct Described {
    class: Vec<u8>,
    pub message: Vec<u8>,
    backtrace: Vec<String>,
}

impl Described {
    pub fn new(mrb: Mrb, exception: Exception) -> Self {
        let (class, message, backtrace) = mrb.describe(exception);
        let lines = backtrace.iter().map(|line| panic_record::line(line));
        Self {
            class,
            message,
            backtrace: lines.collect(),
        }
    }

    /// Its record, cut to what fits.
    pub fn record(self) -> Panic {
        panic_record::panic(&self.class, &self.message, self.backtrace)
    }
}
