//! Frames: a big-endian u32 length and that many bytes, one after another.

use std::fmt;
use std::io::{self, Read};

use kobako_wire::MAX_MESSAGE_BYTES;
use kobako_wire::abi::{FRAME_HEAD, frame_length};

/// Most frames of an invocation arrive in one read of this size.
const CHUNK: usize = 4096;

/// What is wrong with the frames that the host sent.
#[derive(Debug)]
pub enum FrameError {
    Read(io::Error),
    Ended { frame: usize },
    TooLarge { frame: usize, length: usize },
    Trailing,
}

impl fmt::Display for FrameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read(error) => write!(f, "stdin cannot be read: {error}"),
            Self::Ended { frame } => write!(f, "stdin ends inside frame {frame}"),
            Self::TooLarge { frame, length } => {
                write!(
                    f,
                    "frame {frame} has {length} bytes, the limit is {MAX_MESSAGE_BYTES}"
                )
            }
            Self::Trailing => write!(f, "stdin has bytes after the last frame"),
        }
    }
}

/// Reads exactly `N` frames, asking for no more bytes than they have once their lengths are known.
pub fn read<const N: usize>(source: &mut impl Read) -> Result<[Vec<u8>; N], FrameError> {
    let mut input = Input::new(source);
    let frames = input.frames()?;
    input.finish()?;
    Ok(frames)
}

/// Some frames, and one more that may be missing.
pub type OneMore<const N: usize> = ([Vec<u8>; N], Option<Vec<u8>>);

/// Reads `N` frames, and one more if there are bytes after them.
pub fn read_and_one_more<const N: usize>(source: &mut impl Read) -> Result<OneMore<N>, FrameError> {
    let mut input = Input::new(source);
    let frames = input.frames()?;
    let more = match input.is_at_end()? {
        true => None,
        false => Some(input.frame(N)?),
    };
    input.finish()?;
    Ok((frames, more))
}

struct Input<'a, R> {
    source: &'a mut R,
    bytes: Vec<u8>,
    at: usize,
}

impl<'a, R: Read> Input<'a, R> {
    fn new(source: &'a mut R) -> Self {
        Self {
            source,
            bytes: Vec::with_capacity(CHUNK),
            at: 0,
        }
    }

    fn frames<const N: usize>(&mut self) -> Result<[Vec<u8>; N], FrameError> {
        let mut frames = [const { Vec::new() }; N];
        for (index, frame) in frames.iter_mut().enumerate() {
            *frame = self.frame(index)?;
        }
        Ok(frames)
    }

    fn is_at_end(&mut self) -> Result<bool, FrameError> {
        Ok(self.at == self.bytes.len() && self.fill(1)? == 0)
    }

    fn finish(&self) -> Result<(), FrameError> {
        match self.at < self.bytes.len() {
            true => Err(FrameError::Trailing),
            false => Ok(()),
        }
    }

    fn frame(&mut self, frame: usize) -> Result<Vec<u8>, FrameError> {
        let head = self.take(frame, FRAME_HEAD)?.first_chunk();
        let length = frame_length(*head.expect("as long as it was asked for")) as usize;
        if length > MAX_MESSAGE_BYTES {
            return Err(FrameError::TooLarge { frame, length });
        }
        Ok(self.take(frame, length)?.to_vec())
    }

    fn take(&mut self, frame: usize, length: usize) -> Result<&[u8], FrameError> {
        while self.bytes.len() - self.at < length {
            let missing = length - (self.bytes.len() - self.at);
            if self.fill(missing.max(CHUNK))? == 0 {
                return Err(FrameError::Ended { frame });
            }
        }
        self.at += length;
        Ok(&self.bytes[self.at - length..self.at])
    }

    fn fill(&mut self, room: usize) -> Result<usize, FrameError> {
        let end = self.bytes.len();
        self.bytes.resize(end + room, 0);
        let read = self.source.read(&mut self.bytes[end..]);
        self.bytes.truncate(end + *read.as_ref().unwrap_or(&0));
        read.map_err(FrameError::Read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn framed(parts: &[&[u8]]) -> Vec<u8> {
        parts
            .iter()
            .flat_map(|part| [&(part.len() as u32).to_be_bytes(), *part].concat())
            .collect()
    }

    #[test]
    fn reads_each_frame_empty_and_large() {
        let large = vec![7; 3 * CHUNK];
        let bytes = framed(&[b"\x90", b"", &large]);
        let [a, b, c] = read(&mut &bytes[..]).unwrap();
        assert_eq!((a, b, c), (vec![0x90], vec![], large));
    }

    #[test]
    fn reads_a_source_that_gives_one_byte_at_a_time() {
        struct Drip<'a>(&'a [u8]);
        impl Read for Drip<'_> {
            fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
                self.0.read(&mut buffer[..1])
            }
        }
        let [a, b] = read(&mut Drip(&framed(&[b"ab", b"c"]))).unwrap();
        assert_eq!((a, b), (b"ab".to_vec(), b"c".to_vec()));
    }

    #[test]
    fn refuses_an_input_that_ends_inside_a_frame() {
        let bytes = framed(&[b"ab", b"cd"]);
        for end in 0..bytes.len() {
            let frame = usize::from(end >= 6);
            match read::<2>(&mut &bytes[..end]) {
                Err(FrameError::Ended { frame: at }) => assert_eq!(at, frame, "cut at {end}"),
                other => panic!("cut at {end}: {other:?}"),
            }
        }
    }

    #[test]
    fn reads_one_frame_more_where_there_is_one() {
        let large = vec![7; 2 * CHUNK];
        for parts in [vec![&b"ab"[..]], vec![&large[..]]] {
            let ([frame], more) = read_and_one_more(&mut &framed(&parts)[..]).unwrap();
            assert_eq!((frame, more), (parts[0].to_vec(), None));
            let whole = framed(&[parts[0], b""]);
            let ([_], more) = read_and_one_more::<1>(&mut &whole[..]).unwrap();
            assert_eq!(more, Some(vec![]));
            assert!(read_and_one_more::<1>(&mut &whole[..whole.len() - 1]).is_err());
            let trailing = framed(&[parts[0], b"c", b"d"]);
            assert!(matches!(
                read_and_one_more::<1>(&mut &trailing[..]),
                Err(FrameError::Trailing)
            ));
        }
    }

    #[test]
    fn refuses_a_frame_past_the_limit_before_it_takes_memory() {
        let bytes = (MAX_MESSAGE_BYTES as u32 + 1).to_be_bytes();
        assert!(matches!(
            read::<1>(&mut &bytes[..]),
            Err(FrameError::TooLarge { frame: 0, .. })
        ));
    }

    #[test]
    fn refuses_bytes_after_the_last_frame() {
        let mut bytes = framed(&[b"ab"]);
        bytes.push(0);
        assert!(matches!(
            read::<1>(&mut &bytes[..]),
            Err(FrameError::Trailing)
        ));
    }
}
