//! The names of the symbols that the interpreter is built with.

use std::slice;

use super::{Mrb, ffi};

impl Mrb {
    /// The name of the symbol with a number, from 1; `None` if that is none of them.
    pub fn symbol_name(self, number: usize) -> Option<&'static [u8]> {
        let number = u32::try_from(number).ok()?;
        let mut length = 0;
        // SAFETY: the name of such a symbol is a constant; for others the result is null.
        unsafe {
            let name = ffi::kobako_symbol_name(self.0.as_ptr(), number, &mut length);
            (!name.is_null()).then(|| slice::from_raw_parts(name, length))
        }
    }
}
