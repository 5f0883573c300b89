//! What the agent needs of the world, as traits. Browser futures are not
//! `Send`, so nothing here asks for it; native agents run on a `LocalSet`.

use futures::future::LocalBoxFuture;
use hawser_encryption::file::{PartRange, PayloadKey};

/// One HTTP request to the server's origin.
#[derive(Clone)]
pub struct HttpRequest {
    /// GET, POST, PUT or DELETE.
    pub method: &'static str,
    /// Path and query.
    pub path: String,
    /// Names in lower case. Cookies and origin are the transport's.
    pub headers: Vec<(&'static str, String)>,
    /// Empty for none.
    pub body: Vec<u8>,
}

/// Its answer.
#[derive(Clone)]
pub struct HttpResponse {
    /// HTTP status.
    pub status: u16,
    /// Names in lower case.
    pub headers: Vec<(String, String)>,
    /// Whole body.
    pub body: Vec<u8>,
}

/// The server could not be reached, or the answer broke off.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the server could not be reached")]
pub struct Unreachable;

/// The line to the server.
pub trait Transport {
    /// Bytes of a file part, wherever they live.
    type Part;
    /// Sends a request and waits for the whole answer.
    async fn exchange(&self, request: HttpRequest) -> Result<HttpResponse, Unreachable>;
    /// Sends `part` as the body of `request`, whose own body is empty.
    async fn put_part(
        &self,
        request: HttpRequest,
        part: &Self::Part,
    ) -> Result<HttpResponse, Unreachable>;
    /// Sends a GET with a Range header already set; `Ok` only for 200 and 206.
    async fn get_part(
        &self,
        request: HttpRequest,
    ) -> Result<Result<Self::Part, HttpResponse>, Unreachable>;
}

/// The browser's or test's own storage failed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("local storage failed: {0}")]
pub struct StoreError(pub String);

/// Tables of the local store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// Highest state seen of each space, by space id.
    Pins,
    /// Events as received, by `<space>/<seq as 16 hexadecimal digits>`.
    Events,
    /// Uploads under way, by transfer id.
    Transfers,
    /// Settings of the profile.
    Settings,
}

/// Keeps what may survive a reload. The agent puts only ciphertext and public
/// data here; the store never sees a key or a plaintext.
pub trait Store {
    /// A value.
    async fn get(&self, table: Table, key: &str) -> Result<Option<Vec<u8>>, StoreError>;
    /// Writes all in one transaction.
    async fn put_all(
        &self,
        table: Table,
        entries: Vec<(String, Vec<u8>)>,
    ) -> Result<(), StoreError>;
    /// Removes a value.
    async fn delete(&self, table: Table, key: &str) -> Result<(), StoreError>;
    /// All entries whose key begins with `prefix`, in key order.
    async fn with_prefix(
        &self,
        table: Table,
        prefix: &str,
    ) -> Result<Vec<(String, Vec<u8>)>, StoreError>;
    /// Removes all entries whose key begins with `prefix`.
    async fn delete_prefix(&self, table: Table, prefix: &str) -> Result<(), StoreError>;
}

/// A file could not be read, encrypted or decrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CipherError {
    /// The source could not be read (moved, changed, no permission).
    #[error("the file could not be read")]
    Source,
    /// A chunk does not authenticate.
    #[error("the file was altered")]
    Altered,
    /// The platform refused.
    #[error("encryption failed")]
    Platform,
}

/// An encrypted part.
pub struct EncryptedPart<P> {
    /// Its bytes.
    pub part: P,
    /// Their number.
    pub length: u64,
    /// SHA-256 over them.
    pub sha256: [u8; 32],
}

/// Encrypts and decrypts parts of files: age's STREAM of ChaCha20-Poly1305
/// chunks (age-encryption.org/v1, "Payload"). Plaintext stays where the
/// platform has it; `digest` sees each plaintext chunk once, in order.
pub trait ChunkCipher {
    /// A picked file.
    type Source: Clone;
    /// Encrypted bytes.
    type Part;
    /// Decrypted bytes of one part.
    type Plain;
    /// A whole decrypted file (a `Blob` in the browser).
    type Whole;
    /// Bytes in the file.
    fn length(&self, source: &Self::Source) -> u64;
    /// Reads `range` of the source and encrypts it.
    async fn encrypt_part(
        &self,
        source: &Self::Source,
        key: &PayloadKey,
        range: PartRange,
        digest: &mut dyn FnMut(&[u8]),
    ) -> Result<EncryptedPart<Self::Part>, CipherError>;
    /// Only feeds `range` of the source to `digest` (resume proves the file unchanged).
    async fn digest_part(
        &self,
        source: &Self::Source,
        range: PartRange,
        digest: &mut dyn FnMut(&[u8]),
    ) -> Result<(), CipherError>;
    /// Decrypts a part and checks every chunk.
    async fn decrypt_part(
        &self,
        part: Self::Part,
        key: &PayloadKey,
        range: PartRange,
        digest: &mut dyn FnMut(&[u8]),
    ) -> Result<Self::Plain, CipherError>;
    /// Bytes of one's own as if they had been decrypted.
    fn plain(&self, bytes: Vec<u8>) -> Self::Plain;
    /// Puts decrypted parts together.
    fn join(&self, parts: Vec<Self::Plain>, media_type: &str) -> Self::Whole;
}

/// Time.
pub trait Clock {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    fn now_ms(&self) -> i64;
    /// The person's offset from UTC, in minutes.
    fn offset_min(&self) -> i16;
    /// Waits.
    async fn sleep(&self, milliseconds: u32);
}

/// The world of one agent.
pub trait Environment: 'static {
    /// Encrypted part.
    type Part;
    /// Line to the server.
    type Transport: Transport<Part = Self::Part>;
    /// Local storage.
    type Store: Store;
    /// File cipher.
    type Cipher: ChunkCipher<Part = Self::Part>;
    /// Time.
    type Clock: Clock;
    /// Line to the server.
    fn transport(&self) -> &Self::Transport;
    /// Local storage.
    fn store(&self) -> &Self::Store;
    /// File cipher.
    fn cipher(&self) -> &Self::Cipher;
    /// Time.
    fn clock(&self) -> &Self::Clock;
    /// Origin of the server, for links.
    fn origin(&self) -> String;
    /// Fills with randomness from the operating system or browser.
    fn random(&self, bytes: &mut [u8]);
    /// Runs beside.
    fn spawn(&self, future: LocalBoxFuture<'static, ()>);
}

/// A picked file of an environment.
pub type Source<E> = <<E as Environment>::Cipher as ChunkCipher>::Source;
/// A decrypted part of an environment.
pub type Plain<E> = <<E as Environment>::Cipher as ChunkCipher>::Plain;
/// A whole decrypted file of an environment.
pub type Whole<E> = <<E as Environment>::Cipher as ChunkCipher>::Whole;
