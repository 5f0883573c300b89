//! File bodies: parts as objects of their own, write-once, named by place and
//! content, so that nothing is ever concatenated or written over.
//!
//! A part is streamed to disk while it is hashed, made durable (file and
//! folder synced) and only then recorded in the database.

use std::ops::RangeInclusive;
use std::path::{Path as Folder, PathBuf};
use std::sync::Arc;

use axum::body::Body;
use bytes::{Bytes, BytesMut};
use futures::{Stream, StreamExt as _, TryStreamExt as _};
use hawser_ledger::{BlobId, SpaceId};
use hawser_protocol::ErrorCode;
use hawser_protocol::path::PART_BODY;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{GetOptions, GetRange, MultipartUpload, ObjectStore, ObjectStoreExt as _};
use sha2::{Digest as _, Sha256};

use crate::error::{ApiError, ApiResult};

const CHUNK: usize = 1 << 20;

/// Length of a part in a body, in bytes; `None` when there is no such part.
pub fn part_length(body_length: u64, part: u32) -> Option<u64> {
    let start = u64::from(part).checked_mul(PART_BODY)?;
    let rest = body_length.checked_sub(start).filter(|rest| *rest > 0)?;
    Some(rest.min(PART_BODY))
}

/// Number of parts of a body.
pub fn part_count(body_length: u64) -> u64 {
    body_length.div_ceil(PART_BODY)
}

/// Where parts are kept.
#[derive(Clone)]
pub struct Blobs {
    store: Arc<dyn ObjectStore>,
    folder: PathBuf,
}

/// Names a stored part.
#[derive(Clone, Copy)]
pub struct PartName {
    /// The space.
    pub space: SpaceId,
    /// The blob.
    pub blob: BlobId,
    /// From zero.
    pub part: u32,
    /// SHA-256 of its bytes.
    pub sha256: [u8; 32],
}

impl PartName {
    fn path(&self) -> Path {
        Path::from(format!(
            "spaces/{}/{}/{}.{}",
            self.space,
            self.blob,
            self.part,
            hex::encode(self.sha256)
        ))
    }
}

/// Part of a stored part.
pub struct Slice {
    /// Which.
    pub name: PartName,
    /// Bytes of it, first to last.
    pub range: RangeInclusive<u64>,
}

impl Blobs {
    /// In a folder, which is made where it is missing.
    pub fn in_folder(folder: &Folder) -> ApiResult<Self> {
        std::fs::create_dir_all(folder).map_err(|error| ApiError::storage(&error))?;
        let store =
            LocalFileSystem::new_with_prefix(folder).map_err(|error| ApiError::storage(&error))?;
        Ok(Self {
            store: Arc::new(store.with_fsync(true).with_automatic_cleanup(true)),
            folder: folder.to_path_buf(),
        })
    }

    /// Stores a part from a request's body; it is durable afterwards.
    pub async fn write(&self, name: PartName, length: u64, body: Body) -> ApiResult<()> {
        let mut upload = self
            .store
            .put_multipart(&name.path())
            .await
            .map_err(|error| ApiError::storage(&error))?;
        match stream_in(upload.as_mut(), name.sha256, length, body).await {
            Ok(()) => upload
                .complete()
                .await
                .map(|_| ())
                .map_err(|error| ApiError::storage(&error)),
            Err(error) => {
                if let Err(error) = upload.abort().await {
                    tracing::warn!(%error, "giving up a part");
                }
                Err(error)
            }
        }
    }

    /// Streams slices one after another.
    pub fn read(
        &self,
        slices: Vec<Slice>,
    ) -> impl Stream<Item = Result<Bytes, object_store::Error>> + Send + 'static {
        let store = Arc::clone(&self.store);
        futures::stream::iter(slices)
            .then(move |slice| {
                let store = Arc::clone(&store);
                async move {
                    let range = GetRange::Bounded(*slice.range.start()..slice.range.end() + 1);
                    let options = GetOptions {
                        range: Some(range),
                        ..GetOptions::default()
                    };
                    Ok::<_, object_store::Error>(
                        store
                            .get_opts(&slice.name.path(), options)
                            .await?
                            .into_stream(),
                    )
                }
            })
            .try_flatten()
    }

    /// Removes everything that is stored of a blob.
    pub async fn remove(&self, space: SpaceId, blob: BlobId) -> ApiResult<()> {
        let folder = Path::from(format!("spaces/{space}/{blob}"));
        let paths: Vec<Path> = self
            .store
            .list(Some(&folder))
            .map_ok(|meta| meta.location)
            .try_collect()
            .await
            .map_err(|error| ApiError::storage(&error))?;
        for path in paths {
            match self.store.delete(&path).await {
                Ok(()) | Err(object_store::Error::NotFound { .. }) => {}
                Err(error) => return Err(ApiError::storage(&error)),
            }
        }
        Ok(())
    }

    /// Removes what a server that was killed had begun to write; gives how many files.
    pub async fn remove_unfinished(&self) -> usize {
        let folder = self.folder.clone();
        tokio::task::spawn_blocking(move || remove_unfinished(&folder))
            .await
            .unwrap_or_default()
    }

    /// Writes, reads and removes a small object.
    pub async fn probe(&self) -> ApiResult<()> {
        let path = Path::from(format!(
            "probe/{}",
            hex::encode(crate::random::bytes::<8>())
        ));
        let wrong = |error: object_store::Error| ApiError::storage(&error);
        self.store
            .put(&path, Bytes::from_static(b"hawser").into())
            .await
            .map_err(wrong)?;
        let read = self
            .store
            .get(&path)
            .await
            .map_err(wrong)?
            .bytes()
            .await
            .map_err(wrong)?;
        self.store.delete(&path).await.map_err(wrong)?;
        if read.as_ref() == b"hawser" {
            Ok(())
        } else {
            Err(ErrorCode::StorageUnavailable.into())
        }
    }
}

async fn stream_in(
    upload: &mut dyn MultipartUpload,
    sha256: [u8; 32],
    length: u64,
    body: Body,
) -> ApiResult<()> {
    let differs = |words: String| ApiError::with(ErrorCode::HashMismatch, words);
    let mut stream = body.into_data_stream();
    let mut hasher = Sha256::new();
    let mut buffer = BytesMut::with_capacity(CHUNK);
    let mut found = 0_u64;
    while let Some(bytes) = stream.next().await {
        let bytes = bytes.map_err(|_| differs("the part ended early".into()))?;
        found += bytes.len() as u64;
        if found > length {
            return Err(differs(format!("the part is longer than {length} bytes")));
        }
        hasher.update(&bytes);
        buffer.extend_from_slice(&bytes);
        if buffer.len() >= CHUNK {
            let full = std::mem::replace(&mut buffer, BytesMut::with_capacity(CHUNK)).freeze();
            upload
                .put_part(full.into())
                .await
                .map_err(|error| ApiError::storage(&error))?;
        }
    }
    if found != length {
        return Err(differs(format!(
            "the part has {found} bytes, {length} expected"
        )));
    }
    if hasher.finalize()[..] != sha256 {
        return Err(differs("the part does not have the hash announced".into()));
    }
    if buffer.is_empty() {
        return Ok(());
    }
    upload
        .put_part(buffer.freeze().into())
        .await
        .map_err(|error| ApiError::storage(&error))
}

/// Hashes a body without keeping it: whether it is the announced one.
pub async fn drain(body: Body, sha256: [u8; 32], length: u64) -> ApiResult<()> {
    let mut stream = body.into_data_stream();
    let mut hasher = Sha256::new();
    let mut found = 0_u64;
    while let Some(Ok(bytes)) = stream.next().await {
        found += bytes.len() as u64;
        if found > length {
            break;
        }
        hasher.update(&bytes);
    }
    if found == length && hasher.finalize()[..] == sha256 {
        return Ok(());
    }
    Err(ErrorCode::HashMismatch.into())
}

/// Parts on their way have a `#` in their name, and are done within minutes.
fn remove_unfinished(folder: &Folder) -> usize {
    const OLD: std::time::Duration = std::time::Duration::from_hours(24);
    let Ok(entries) = std::fs::read_dir(folder) else {
        return 0;
    };
    let mut removed = 0;
    for entry in entries.flatten() {
        let Ok(meta) = entry.metadata() else { continue };
        if meta.is_dir() {
            removed += remove_unfinished(&entry.path());
        } else if entry.file_name().to_string_lossy().contains('#')
            && meta
                .modified()
                .ok()
                .and_then(|at| at.elapsed().ok())
                .is_some_and(|age| age > OLD)
            && std::fs::remove_file(entry.path()).is_ok()
        {
            removed += 1;
        }
    }
    removed
}
