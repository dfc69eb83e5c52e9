//! Builders of values. Each fails only where the memory is at its end.

use super::exception::Exception;
use super::ffi::{self, Value};
use super::interpreter::Mrb;

type Built = Result<Value, Exception>;

/// Parts of a container after which what made them is given up.
const BATCH: usize = 16;

impl Mrb {
    pub fn nil(self) -> Value {
        // SAFETY: C fills the place it gets.
        filled(|out| unsafe { ffi::kobako_nil(out) })
    }

    pub fn bool(self, value: bool) -> Value {
        // SAFETY: C fills the place it gets.
        filled(|out| unsafe { ffi::kobako_bool(value, out) })
    }

    pub fn int(self, value: i64) -> Value {
        // SAFETY: C fills the place it gets.
        filled(|out| unsafe { ffi::kobako_int(value, out) })
    }

    pub fn float(self, value: f64) -> Value {
        // SAFETY: C fills the place it gets.
        filled(|out| unsafe { ffi::kobako_float(value, out) })
    }

    pub fn uint(self, value: u64) -> Built {
        // SAFETY: C fills the place it gets.
        built(|out| unsafe { ffi::kobako_uint(self.0.as_ptr(), value, out) })
    }

    pub fn string(self, bytes: &[u8], binary: bool) -> Built {
        let (start, len) = (bytes.as_ptr(), bytes.len());
        // SAFETY: the bytes are readable for their length; C copies them.
        built(|out| unsafe { ffi::kobako_string(self.0.as_ptr(), start, len, binary, out) })
    }

    pub fn symbol(self, name: &str) -> Built {
        // SAFETY: the name is readable for its length; C copies it.
        built(|out| unsafe { ffi::kobako_symbol(self.0.as_ptr(), name.as_ptr(), name.len(), out) })
    }

    /// A handle; `asked` says which of what every object is asked its object answers.
    pub fn handle(self, id: u32, asked: u8) -> Built {
        // SAFETY: C fills the place it gets.
        built(|out| unsafe { ffi::kobako_handle(self.0.as_ptr(), id, asked, out) })
    }

    /// An Array of `length` elements, which `element` makes one after another.
    pub fn array<E: From<Exception>>(
        self,
        length: usize,
        mut element: impl FnMut() -> Result<Value, E>,
    ) -> Result<Value, E> {
        // SAFETY: C fills the place it gets.
        let array = built(|out| unsafe { ffi::kobako_array(self.0.as_ptr(), length, out) })?;
        self.kept_each(length, || {
            let element = element()?;
            // SAFETY: a live element, and an array that nobody else knows and that has room: nothing is raised.
            unsafe { ffi::mrb_ary_push(self.0.as_ptr(), array, element) };
            Ok::<_, E>(())
        })?;
        Ok(array)
    }

    /// A Hash of `length` pairs, which `pair` makes one after another.
    pub fn hash<E: From<Exception>>(
        self,
        length: usize,
        mut pair: impl FnMut() -> Result<(Value, Value), E>,
    ) -> Result<Value, E> {
        // SAFETY: C fills the place it gets.
        let hash = built(|out| unsafe { ffi::kobako_hash(self.0.as_ptr(), length, out) })?;
        self.kept_each(length, || {
            let (key, value) = pair()?;
            // SAFETY: a hash that was just built, and a live pair.
            done::<E>(
                unsafe { ffi::kobako_store(self.0.as_ptr(), &hash, &key, &value) },
                key,
            )
        })?;
        Ok(hash)
    }

    /// Appends to an Array that was built.
    pub fn push(self, array: &Value, element: &Value) -> Result<(), Exception> {
        // SAFETY: an Array and a live element.
        done(
            unsafe { ffi::kobako_push(self.0.as_ptr(), array, element) },
            *element,
        )
    }

    /// An exception of a class of the guest.
    pub fn error(self, class: &str, message: &str) -> Result<Exception, Exception> {
        // SAFETY: both texts are readable for their lengths; C copies them.
        built(|out| unsafe {
            ffi::kobako_error(
                self.0.as_ptr(),
                class.as_ptr(),
                class.len(),
                message.as_ptr(),
                message.len(),
                out,
            )
        })
        .map(Exception)
    }

    /// Keeps a value until the call that is under way returns to the guest.
    pub fn keep(self, value: &Value) {
        // SAFETY: a live value.
        unsafe { ffi::kobako_keep(self.0.as_ptr(), value) }
    }

    /// Keeps a value at the place `index` until nil is put there; false if there is no memory for that.
    pub fn root(self, index: usize, value: &Value) -> bool {
        // SAFETY: a live value.
        unsafe { ffi::kobako_root(self.0.as_ptr(), index, value) }
    }

    /// What `body` made is collected again unless a container that was there before holds it.
    pub fn kept<T>(self, body: impl FnOnce() -> T) -> T {
        // SAFETY: the mark is of this state, and released once.
        unsafe {
            let mark = ffi::kobako_mark(self.0.as_ptr());
            let result = body();
            ffi::kobako_release(self.0.as_ptr(), mark);
            result
        }
    }

    /// The same of `count` calls of `body`, until one fails, some of them at once.
    fn kept_each<E>(self, count: usize, mut body: impl FnMut() -> Result<(), E>) -> Result<(), E> {
        // SAFETY: the mark is of this state, and what came after it is released.
        unsafe {
            let mark = ffi::kobako_mark(self.0.as_ptr());
            let release = || ffi::kobako_release(self.0.as_ptr(), mark);
            let result = (1..=count).try_for_each(|done| {
                body()?;
                if done % BATCH == 0 {
                    release();
                }
                Ok(())
            });
            release();
            result
        }
    }
}

fn filled(fill: impl FnOnce(&mut Value)) -> Value {
    let mut out = Value::EMPTY;
    fill(&mut out);
    out
}

pub(super) fn built(build: impl FnOnce(&mut Value) -> bool) -> Built {
    let mut out = Value::EMPTY;
    if build(&mut out) {
        Ok(out)
    } else {
        Err(Exception(out))
    }
}

fn done<E: From<Exception>>(done: bool, value: Value) -> Result<(), E> {
    if done {
        Ok(())
    } else {
        Err(Exception(value).into())
    }
}
