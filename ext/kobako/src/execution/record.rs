//! What a run wrote and cost, so far or in the end.

use std::time::Duration;

use kobako_engine::{Cost, Monitor, Snapshot};
use magnus::{Error, RArray, RString, Ruby};

use super::{Execution, Stage};

impl Execution {
    pub(super) fn raw_stdout(ruby: &Ruby, rb_self: &Self) -> RString {
        rb_self.captured(
            |left| ruby.str_from_slice(&left.stdout),
            |so_far| ruby.str_from_slice(&so_far.stdout(0).0),
            || ruby.str_new(""),
        )
    }

    pub(super) fn raw_stderr(ruby: &Ruby, rb_self: &Self) -> RString {
        rb_self.captured(
            |left| ruby.str_from_slice(&left.stderr),
            |so_far| ruby.str_from_slice(&so_far.stderr(0).0),
            || ruby.str_new(""),
        )
    }

    pub(super) fn stdout_truncated(&self) -> bool {
        self.captured(
            |left| left.stdout_truncated,
            |so_far| so_far.stdout(usize::MAX).1,
            || false,
        )
    }

    pub(super) fn stderr_truncated(&self) -> bool {
        self.captured(
            |left| left.stderr_truncated,
            |so_far| so_far.stderr(usize::MAX).1,
            || false,
        )
    }

    /// What is known of its output: at its end, while it runs, or before it starts.
    fn captured<T>(
        &self,
        ended: impl FnOnce(&Snapshot) -> T,
        running: impl FnOnce(&Monitor) -> T,
        waiting: impl FnOnce() -> T,
    ) -> T {
        match (self.left.get(), self.monitor.get()) {
            (Some(left), _) => ended(left),
            (None, Some(so_far)) => running(so_far),
            (None, None) => waiting(),
        }
    }

    /// Seconds, bytes and counts in the order of `Usage`'s; nil before the end.
    pub(super) fn costs(ruby: &Ruby, rb_self: &Self) -> Result<Option<RArray>, Error> {
        if let Stage::Settings | Stage::Running = rb_self.stage.get() {
            return Ok(None);
        }
        let left = rb_self.left.get();
        let (cost, seconds) = (
            left.map_or_else(Cost::default, |left| left.cost),
            Duration::as_secs_f64,
        );
        let costs = ruby.ary_new();
        costs.push(seconds(
            &left.map_or(rb_self.wall_time.get(), |left| left.wall_time),
        ))?;
        costs.push(left.map_or(0, |left| left.memory_peak))?;
        costs.push(seconds(&cost.cpu_time))?;
        costs.push(seconds(&cost.service_time))?;
        costs.push(cost.service_calls)?;
        costs.push(cost.bytes_received)?;
        costs.push(cost.bytes_sent)?;
        costs.push(left.is_some_and(|left| left.reused))?;
        Ok(Some(costs))
    }
}
