//! What tells one state of a file from another, without reading it.

use std::{
    fs::Metadata,
    os::unix::{ffi::OsStrExt, fs::MetadataExt},
    path::{Path, PathBuf},
};

/// What tells one state of a file from another.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct FileState {
    pub path: PathBuf,
    device: u64,
    inode: u64,
    size: u64,
    /// Seconds and nanoseconds since the epoch.
    pub modified: (i64, i64),
    pub changed: (i64, i64),
}

impl FileState {
    /// Of the file at `path`.
    pub fn new(path: &Path, metadata: &Metadata) -> Self {
        Self {
            path: path.to_owned(),
            device: metadata.dev(),
            inode: metadata.ino(),
            size: metadata.size(),
            modified: (metadata.mtime(), metadata.mtime_nsec()),
            changed: (metadata.ctime(), metadata.ctime_nsec()),
        }
    }

    /// The same bytes for the same state only.
    pub fn to_bytes(&self) -> Vec<u8> {
        let numbers = [self.device, self.inode, self.size].into_iter();
        let times = [
            self.modified.0,
            self.modified.1,
            self.changed.0,
            self.changed.1,
        ];
        numbers
            .chain(times.map(i64::cast_unsigned))
            .flat_map(u64::to_le_bytes)
            .chain(self.path.as_os_str().as_bytes().iter().copied())
            .collect()
    }
}
