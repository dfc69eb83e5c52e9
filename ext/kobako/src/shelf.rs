//! Interior mutability across which Ruby code may run: values are put in and copied out, and never borrowed.
//!
//! Any call into Ruby may run another thread, which may use the same object. So no file of this crate but this
//! one may name `RefCell` (see `clippy.toml`).

#![expect(clippy::disallowed_types, reason = "no method gives a borrow out")]

use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard},
};

use foldhash::fast::RandomState;
use magnus::value::{Opaque, ReprValue};

/// What is copied without running any code of Ruby.
pub trait Inert: Clone {}

impl<T> Inert for Arc<T> {}
impl<T: ReprValue> Inert for Opaque<T> {}
impl<T: Inert> Inert for Option<T> {}
impl<T: Inert, U: Inert> Inert for (T, U) {}

/// A place for one value.
#[derive(Default)]
pub struct Shelf<T>(Cell<T>);

impl<T: Inert + Default> Shelf<T> {
    /// A copy of the value.
    pub fn get(&self) -> T {
        let value = self.0.take();
        let copy = value.clone();
        self.0.set(value);
        copy
    }

    /// Puts `value` in the place of the one that is there, which it gives back.
    pub fn replace(&self, value: T) -> T {
        self.0.replace(value)
    }
}

/// Values by numbers.
pub struct ByNumber<T>(RefCell<HashMap<usize, T, RandomState>>);

impl<T> Default for ByNumber<T> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

impl<T: Inert> ByNumber<T> {
    /// A copy of the value at `number`.
    pub fn get(&self, number: usize) -> Option<T> {
        self.0.borrow().get(&number).cloned()
    }

    /// Puts `value` at `number`; how many there are then.
    pub fn insert(&self, number: usize, value: T) -> usize {
        let mut table = self.0.borrow_mut();
        table.insert(number, value);
        table.len()
    }

    /// Drops the value at `number`.
    pub fn remove(&self, number: usize) {
        self.0.borrow_mut().remove(&number);
    }

    /// Copies of all values.
    pub fn values(&self) -> impl Iterator<Item = T> {
        let values: Vec<T> = self.0.borrow().values().cloned().collect();
        values.into_iter()
    }
}

/// Values by short texts, for objects that share them.
pub struct Table<T>(Mutex<HashMap<Box<str>, T, RandomState>>);

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<T: Inert> Table<T> {
    fn lock(&self) -> MutexGuard<'_, HashMap<Box<str>, T, RandomState>> {
        self.0.lock().expect("no holder panics")
    }

    /// A copy of the value at `text`.
    pub fn get(&self, text: &str) -> Option<T> {
        self.lock().get(text).cloned()
    }

    /// Puts `value` at `text`, unless the table holds `limit` values.
    pub fn insert(&self, text: &str, value: T, limit: usize) {
        let mut table = self.lock();
        if table.len() < limit {
            table.insert(text.into(), value);
        }
    }

    /// Copies of all values.
    pub fn values(&self) -> impl Iterator<Item = T> {
        let values: Vec<T> = self.lock().values().cloned().collect();
        values.into_iter()
    }
}
