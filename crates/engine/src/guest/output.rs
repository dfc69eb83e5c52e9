//! What a guest writes to stdout and stderr.

/// The first `limit` bytes that a guest wrote to one stream.
#[derive(Debug)]
pub struct Capture {
    pub bytes: Vec<u8>,
    pub truncated: bool,
    limit: usize,
}

impl Capture {
    /// Keeps `limit` bytes.
    pub fn new(limit: usize) -> Self {
        Self {
            bytes: Vec::new(),
            truncated: false,
            limit,
        }
    }

    /// Keeps what fits of `data`.
    pub fn write(&mut self, data: &[u8]) {
        let room = self.limit - self.bytes.len();
        self.truncated |= data.len() > room;
        self.bytes.extend_from_slice(&data[..data.len().min(room)]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn captured(limit: usize, writes: &[&str]) -> (String, bool) {
        let mut capture = Capture::new(limit);
        writes
            .iter()
            .for_each(|data| capture.write(data.as_bytes()));
        (String::from_utf8(capture.bytes).unwrap(), capture.truncated)
    }

    #[test]
    fn a_capture_is_cut_exactly_at_its_limit() {
        assert_eq!(captured(5, &["abcd"]), ("abcd".into(), false));
        assert_eq!(captured(5, &["abc", "de"]), ("abcde".into(), false));
        assert_eq!(captured(5, &["abc", "def", "g"]), ("abcde".into(), true));
    }
}
