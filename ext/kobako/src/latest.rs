//! Which run ended last, on each thread.

use magnus::{Error, Ruby, Value, gc::Marker, prelude::*, rb_sys::AsRawValue, value::Opaque};

use crate::shelf::{Shelf, Table};

/// Threads that are remembered before those that ended are looked for.
const FEW: usize = 16;

/// A thread, and the run that ended last on it.
type Entry = (Opaque<Value>, Opaque<Value>);

/// The runs that ended last.
#[derive(Default)]
pub struct Latest {
    of_all: Shelf<Option<Opaque<Value>>>,
    by_thread: Table<usize, Entry>,
}

impl Latest {
    pub fn mark(&self, marker: &Marker) {
        if let Some(execution) = self.of_all.get() {
            marker.mark(execution);
        }
        for (thread, execution) in self.by_thread.values() {
            marker.mark(thread);
            marker.mark(execution);
        }
    }

    /// A run ended on the calling thread.
    pub fn put(&self, ruby: &Ruby, execution: Value) -> Result<(), Error> {
        let thread = ruby.thread_current().as_value();
        self.of_all.replace(Some(execution.into()));
        let entry = (thread.into(), execution.into());
        let count = self.by_thread.insert(number(thread), entry);
        if count > FEW && count.is_power_of_two() {
            self.forget_dead(ruby)?;
        }
        Ok(())
    }

    /// The calling thread's, else the last of all.
    pub fn of(&self, ruby: &Ruby) -> Option<Value> {
        let thread = ruby.thread_current().as_value();
        let own = self.by_thread.get(&number(thread));
        let execution = own.map(|(_, execution)| execution).or(self.of_all.get())?;
        Some(ruby.get_inner(execution))
    }

    fn forget_dead(&self, ruby: &Ruby) -> Result<(), Error> {
        for (thread, _) in self.by_thread.values() {
            let thread = ruby.get_inner(thread);
            if !thread.funcall::<_, _, bool>("alive?", ())? {
                self.by_thread.remove(&number(thread));
            }
        }
        Ok(())
    }
}

fn number(thread: Value) -> usize {
    thread.as_raw() as usize
}
