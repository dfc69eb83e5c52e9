//! How a text is laid out.

pub struct Settings {
    pub canonical: bool,
    pub indentation: i32,
    width: i32,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            canonical: false,
            indentation: 2,
            width: 0,
        }
    }
}

/// The numbers that C has for them.
const CANONICAL: u32 = 0;
const INDENTATION: u32 = 1;

impl Settings {
    pub fn set(&mut self, setting: u32, value: i32) {
        match setting {
            CANONICAL => self.canonical = value != 0,
            INDENTATION if (2..10).contains(&value) => self.indentation = value,
            INDENTATION => self.indentation = 2,
            _ => self.width = value.max(-1),
        }
    }

    pub fn get(&self, setting: u32) -> i32 {
        match setting {
            CANONICAL => i32::from(self.canonical),
            INDENTATION => self.indentation,
            _ => self.width,
        }
    }

    /// The columns after which a line is wrapped.
    pub fn width(&self) -> i32 {
        match self.width {
            ..0 => i32::MAX,
            width if width <= self.indentation * 2 => 80,
            width => width,
        }
    }
}
