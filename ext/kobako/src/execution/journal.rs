//! What a run takes from the record of an earlier one, and what of it is recorded.

use std::sync::Arc;

use kobako_engine::{Clock, Config};
use magnus::{Error, RString, Ruby, Value};

use super::Execution;
use crate::{bytes, codec};

impl Execution {
    /// Has the guest find this clock, nil for the host's, and this seed, whatever its sandbox says, and the same memory
    /// each time.
    pub(super) fn set_conditions(&self, nanoseconds: Option<i64>, seed: u64) -> Result<(), Error> {
        self.settings()?;
        self.config.set(Config {
            clock: nanoseconds.map_or(Clock::Host, Clock::Fixed),
            seed,
            repeatable: true,
            ..self.config()
        });
        Ok(())
    }

    /// Has the host's clock show these first, and keeps what it shows.
    pub(super) fn set_readings(&self, readings: Vec<i64>) -> Result<(), Error> {
        self.settings()?;
        self.readings.replace(Some(Arc::new(readings)));
        Ok(())
    }

    /// What the host's clock showed, from the reading of number `start` on.
    pub(super) fn readings(&self, start: usize) -> Vec<i64> {
        self.monitor
            .get()
            .map_or_else(Vec::new, |monitor| monitor.shown(start))
    }

    /// The response of a dispatcher to a request of this run, as bytes.
    pub(super) fn respond(
        ruby: &Ruby,
        rb_self: &Self,
        dispatcher: Value,
        request: RString,
    ) -> Result<RString, Error> {
        let request = bytes::copied(request)?;
        let response = rb_self.driver.respond(ruby, dispatcher, request)?;
        Ok(codec::to_string(ruby, response))
    }
}
