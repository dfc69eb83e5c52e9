//! Digests of wasm files, remembered on disk for as long as nothing wrote to the file.
//!
//! They say which compiled code belongs to a file without reading it. A file that was written in the last
//! seconds may be written again under the same time, so it is not remembered yet.

use std::{
    hash::{DefaultHasher, Hash, Hasher},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use super::{disk_cache::DiskCache, file_state::FileState};

/// SHA-256.
pub type Digest = [u8; 32];

/// Time in which a file system may give two writes the same time.
const SETTLING: Duration = Duration::from_secs(3);

impl DiskCache {
    /// The digest of the file in this state.
    pub fn recall(&self, state: &FileState) -> Option<Digest> {
        let bytes = self.read_small(&name(state))?;
        let digest = bytes.strip_suffix(&*state.to_bytes())?;
        digest.try_into().ok()
    }

    /// Remembers the digest of the file in this state.
    pub fn remember(&self, state: &FileState, digest: &Digest) {
        if is_settled(state) {
            self.write(&name(state), &[digest, &*state.to_bytes()].concat());
        }
    }
}

fn name(state: &FileState) -> String {
    let mut hasher = DefaultHasher::new();
    state.hash(&mut hasher);
    format!("{:016x}.digest", hasher.finish())
}

fn is_settled(state: &FileState) -> bool {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    let latest = state.modified.0.max(state.changed.0);
    now.is_ok_and(|now| {
        u64::try_from(latest).is_ok_and(|latest| Duration::from_secs(latest) + SETTLING < now)
    })
}
