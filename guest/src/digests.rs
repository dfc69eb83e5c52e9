//! MD5, SHA-1, RIPEMD-160 and SHA-2, for C (`guest/gems/digest/include/kobako_digests.h`).

use md5::Md5;
use ripemd::Ripemd160;
use sha1::Sha1;
use sha2::digest::{Digest, Output};
use sha2::{Sha256, Sha384, Sha512};

/// A digest under way.
#[derive(Clone)]
pub enum Context {
    Md5(Md5),
    Sha1(Sha1),
    Rmd160(Ripemd160),
    Sha256(Sha256),
    Sha384(Sha384),
    Sha512(Sha512),
}

impl Context {
    /// Of an algorithm by its number in `kobako_digests.h`.
    pub fn new(algorithm: u32) -> Self {
        match algorithm {
            0 => Self::Md5(Md5::new()),
            1 => Self::Sha1(Sha1::new()),
            2 => Self::Rmd160(Ripemd160::new()),
            3 => Self::Sha256(Sha256::new()),
            4 => Self::Sha384(Sha384::new()),
            _ => Self::Sha512(Sha512::new()),
        }
    }

    pub fn update(&mut self, bytes: &[u8]) {
        match self {
            Self::Md5(context) => context.update(bytes),
            Self::Sha1(context) => context.update(bytes),
            Self::Rmd160(context) => context.update(bytes),
            Self::Sha256(context) => context.update(bytes),
            Self::Sha384(context) => context.update(bytes),
            Self::Sha512(context) => context.update(bytes),
        }
    }

    /// Writes the digest, which must fit into `out`.
    pub fn finish(self, out: &mut [u8]) {
        match self {
            Self::Md5(context) => finish::<Md5>(context, out),
            Self::Sha1(context) => finish::<Sha1>(context, out),
            Self::Rmd160(context) => finish::<Ripemd160>(context, out),
            Self::Sha256(context) => finish::<Sha256>(context, out),
            Self::Sha384(context) => finish::<Sha384>(context, out),
            Self::Sha512(context) => finish::<Sha512>(context, out),
        }
    }
}

fn finish<D: Digest>(context: D, out: &mut [u8]) {
    let digest: Output<D> = context.finalize();
    out[..digest.len()].copy_from_slice(&digest);
}

#[cfg(interpreter)]
pub mod hooks {
    use super::Context;
    use std::{mem::MaybeUninit, slice};

    /// `struct kobako_digests`.
    #[repr(C)]
    pub struct Digests {
        size: usize,
        begin: extern "C" fn(&mut MaybeUninit<Context>, u32),
        copy: extern "C" fn(&mut MaybeUninit<Context>, &Context),
        update: extern "C" fn(&mut Context, *const u8, usize),
        finish: extern "C" fn(&Context, *mut u8, usize),
    }

    /// What C calls to make digests. A context owns nothing, so C may free one as plain memory.
    pub static DIGESTS: Digests = Digests {
        size: size_of::<Context>(),
        begin,
        copy,
        update,
        finish,
    };

    extern "C" fn begin(context: &mut MaybeUninit<Context>, algorithm: u32) {
        context.write(Context::new(algorithm));
    }

    extern "C" fn copy(to: &mut MaybeUninit<Context>, from: &Context) {
        to.write(from.clone());
    }

    extern "C" fn update(context: &mut Context, bytes: *const u8, len: usize) {
        // SAFETY: C passes the bytes of a string, which nothing changes meanwhile.
        context.update(unsafe { slice::from_raw_parts(bytes, len) });
    }

    extern "C" fn finish(context: &Context, out: *mut u8, len: usize) {
        // SAFETY: C passes a string that it has just made as long as the digest is.
        let out = unsafe { slice::from_raw_parts_mut(out, len) };
        context.clone().finish(out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(algorithm: u32, parts: &[&[u8]], len: usize) -> String {
        let mut context = Context::new(algorithm);
        let mut out = vec![0; len];
        parts.iter().for_each(|part| context.update(part));
        context.finish(&mut out);
        out.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    #[test]
    fn digests_what_their_authors_give_as_examples() {
        let known = [
            (0, 16, "900150983cd24fb0d6963f7d28e17f72"),
            (1, 20, "a9993e364706816aba3e25717850c26c9cd0d89d"),
            (2, 20, "8eb208f7e05d987a9b044a8e98c6b087f15a0bfc"),
            (
                3,
                32,
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            ),
        ];
        for (algorithm, len, digest) in known {
            assert_eq!(hex(algorithm, &[b"abc"], len), digest);
            assert_eq!(hex(algorithm, &[b"a", b"", b"bc"], len), digest);
        }
        assert!(hex(4, &[b"abc"], 48).starts_with("cb00753f45a35e8bb5a03d699ac65007"));
        assert!(hex(5, &[b"abc"], 64).starts_with("ddaf35a193617abacc417349ae204131"));
    }

    #[test]
    fn copies_what_is_under_way() {
        let mut one = Context::new(3);
        one.update(b"a");
        let mut two = one.clone();
        let (mut first, mut second) = ([0; 32], [0; 32]);
        one.update(b"bc");
        two.update(b"bc");
        one.finish(&mut first);
        two.finish(&mut second);
        assert_eq!(first, second);
    }
}
