//! Interior mutability across which Ruby code may run: values are put in and copied out, and never borrowed.
//!
//! Any call into Ruby may run another thread, which may use the same object. So no file of this crate
//! may name `RefCell` (see `clippy.toml`).

use std::{
    borrow::Borrow,
    cell::Cell,
    collections::HashMap,
    hash::Hash,
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

/// Values by keys.
pub struct Table<K, T>(Mutex<HashMap<K, T, RandomState>>);

impl<K, T> Default for Table<K, T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: Eq + Hash, T: Inert> Table<K, T> {
    fn lock(&self) -> MutexGuard<'_, HashMap<K, T, RandomState>> {
        self.0.lock().expect("no holder panics")
    }

    /// A copy of the value at `key`.
    pub fn get<Q: Eq + Hash + ?Sized>(&self, key: &Q) -> Option<T>
    where
        K: Borrow<Q>,
    {
        self.lock().get(key).cloned()
    }

    /// Puts `value` at `key`; how many there are then.
    pub fn insert(&self, key: K, value: T) -> usize {
        let mut table = self.lock();
        table.insert(key, value);
        table.len()
    }

    /// Drops the value at `key`.
    pub fn remove(&self, key: &K) {
        self.lock().remove(key);
    }

    pub fn len(&self) -> usize {
        self.lock().len()
    }

    /// Copies of all values.
    pub fn values(&self) -> impl Iterator<Item = T> {
        let values: Vec<T> = self.lock().values().cloned().collect();
        values.into_iter()
    }
}
