//! The server's side of OPAQUE (RFC 9807): its own key material in a file that
//! must be backed up, and the four messages.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use hawser_ledger::UserId;
use hawser_protocol::suite::Suite;
use hkdf::Hkdf;
use hmac::{Hmac, Mac as _};
use opaque_ke::{
    CredentialFinalization, CredentialRequest, RegistrationRequest, RegistrationUpload,
    ServerLogin, ServerLoginParameters, ServerRegistration, ServerSetup,
};
use rand_core::OsRng;
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::error::{ApiError, ApiResult};

/// Name of the file in the data folder.
pub const FILE: &str = "opaque-server-setup";
const HEADING: &str = "hawser-opaque-server-setup-v1 ";
const UNKNOWN_LOGIN: &[u8] = b"hawser/v1/unknown-login\0";

/// Why the key file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum OpaqueError {
    /// Accounts exist, so making a new one would lock everybody out.
    #[error(
        "{0} is missing, but the database has accounts: without the file that was there nobody could \
         sign in by passphrase. Restore it from the backup"
    )]
    Missing(PathBuf),
    /// The file's content is not one.
    #[error("{0} is not a server setup of hawser, or is damaged: restore it from the backup")]
    Damaged(PathBuf),
    /// Reading or writing failed.
    #[error("{0}: {1}")]
    Io(PathBuf, std::io::Error),
}

/// Key material and the messages made with it.
pub struct Opaque {
    setup: ServerSetup<Suite>,
    unknown: Zeroizing<[u8; 32]>,
}

impl Opaque {
    /// Reads `{data}/opaque-server-setup`, or makes it where there are no accounts yet.
    pub fn open(data: &Path, has_accounts: bool) -> Result<Self, OpaqueError> {
        let path = data.join(FILE);
        match std::fs::read_to_string(&path) {
            Ok(text) => Self::parse(&Zeroizing::new(text)).ok_or(OpaqueError::Damaged(path)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                if has_accounts {
                    Err(OpaqueError::Missing(path))
                } else {
                    Self::create(&path)
                }
            }
            Err(error) => Err(OpaqueError::Io(path, error)),
        }
    }

    fn parse(text: &str) -> Option<Self> {
        let bytes = Zeroizing::new(hex::decode(text.trim_end().strip_prefix(HEADING)?).ok()?);
        let setup = ServerSetup::<Suite>::deserialize(&bytes).ok()?;
        // Neither longer nor shorter than what would be written.
        if Zeroizing::new(setup.serialize().to_vec()) != bytes {
            return None;
        }
        Self::with(setup)
    }

    fn with(setup: ServerSetup<Suite>) -> Option<Self> {
        let mut unknown = Zeroizing::new([0; 32]);
        let secret = Zeroizing::new(setup.serialize().to_vec());
        Hkdf::<Sha256>::new(None, &secret)
            .expand(UNKNOWN_LOGIN, unknown.as_mut())
            .ok()?;
        Some(Self { setup, unknown })
    }

    fn create(path: &Path) -> Result<Self, OpaqueError> {
        let wrong = |error| OpaqueError::Io(path.to_path_buf(), error);
        let setup = ServerSetup::<Suite>::new(&mut OsRng);
        let digits = Zeroizing::new(hex::encode(setup.serialize()));
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let partial = path.with_extension("new");
        let _ = std::fs::remove_file(&partial); // left behind by a start that was cut short
        let mut file = options.open(&partial).map_err(wrong)?;
        file.write_all(HEADING.as_bytes()).map_err(wrong)?;
        file.write_all(digits.as_bytes()).map_err(wrong)?;
        file.write_all(b"\n").map_err(wrong)?;
        file.sync_all().map_err(wrong)?;
        // Not over a file that another start has made in the meantime.
        std::fs::hard_link(&partial, path).map_err(wrong)?;
        std::fs::remove_file(&partial).map_err(wrong)?;
        if let Some(folder) = path.parent() {
            std::fs::File::open(folder)
                .and_then(|folder| folder.sync_all())
                .map_err(wrong)?;
        }
        tracing::info!(file = %path.display(), "made the OPAQUE server setup: back it up");
        Self::with(setup).ok_or_else(|| OpaqueError::Damaged(path.to_path_buf()))
    }

    /// What stands for the account in OPAQUE where the sign-in name is unknown: the same each time.
    fn unknown_user(&self, login: &str) -> ApiResult<UserId> {
        let mut mac = <Hmac<Sha256> as hmac::Mac>::new_from_slice(self.unknown.as_ref())
            .map_err(|_| ApiError::stored("unknown-login key"))?;
        mac.update(login.as_bytes());
        let digest: [u8; 32] = mac.finalize().into_bytes().into();
        let mut user = UserId::ZERO;
        user.0.copy_from_slice(&digest[..16]);
        Ok(user)
    }

    /// Answers a registration request.
    pub fn register(&self, user: UserId, message: &[u8]) -> ApiResult<Vec<u8>> {
        let request = RegistrationRequest::<Suite>::deserialize(message)
            .map_err(|_| malformed("registration request"))?;
        let answer = ServerRegistration::<Suite>::start(&self.setup, request, user.as_bytes())
            .map_err(|_| malformed("registration request"))?;
        Ok(answer.message.serialize().to_vec())
    }

    /// Checks a registration upload and gives the record to store.
    pub fn record(message: &[u8]) -> ApiResult<Vec<u8>> {
        let upload = RegistrationUpload::<Suite>::deserialize(message)
            .map_err(|_| malformed("registration upload"))?;
        Ok(ServerRegistration::<Suite>::finish(upload)
            .serialize()
            .to_vec())
    }

    /// Answers a credential request; alike for known and unknown names. Gives (answer, state).
    pub fn sign_in(
        &self,
        login: &str,
        account: Option<(UserId, &[u8])>,
        message: &[u8],
    ) -> ApiResult<(Vec<u8>, Zeroizing<Vec<u8>>)> {
        let request = CredentialRequest::<Suite>::deserialize(message)
            .map_err(|_| malformed("credential request"))?;
        let stand_in = self.unknown_user(login)?;
        let (user, record) = match account {
            Some((user, record)) => {
                let record = ServerRegistration::<Suite>::deserialize(record)
                    .map_err(|_| ApiError::stored("opaque record"))?;
                (user, Some(record))
            }
            None => (stand_in, None),
        };
        let started = ServerLogin::<Suite>::start(
            &mut OsRng,
            &self.setup,
            record,
            request,
            user.as_bytes(),
            ServerLoginParameters::default(),
        )
        .map_err(|_| malformed("credential request"))?;
        let state = Zeroizing::new(started.state.serialize().to_vec());
        Ok((started.message.serialize().to_vec(), state))
    }

    /// Whether the finalisation proves knowledge of the passphrase.
    pub fn proves(state: &[u8], message: &[u8]) -> ApiResult<bool> {
        let message = CredentialFinalization::<Suite>::deserialize(message)
            .map_err(|_| malformed("credential finalisation"))?;
        let state = ServerLogin::<Suite>::deserialize(state)
            .map_err(|_| ApiError::stored("attempt state"))?;
        Ok(state
            .finish(message, ServerLoginParameters::default())
            .is_ok())
    }
}

fn malformed(what: &'static str) -> ApiError {
    ApiError::bad_request(format!("message is not an OPAQUE {what}"))
}
