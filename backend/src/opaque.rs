//! The server's side of OPAQUE (RFC 9807): its own key material in a file that
//! must be backed up, and the four messages.

use std::path::Path;

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
use crate::key_file::{KeyFile, KeyFileError};

/// Its file.
pub const FILE: KeyFile = KeyFile {
    name: "opaque-server-setup",
    heading: "hawser-opaque-server-setup-v1 ",
    harm: "the database has accounts: without the file that was there nobody could sign in by passphrase",
};
const UNKNOWN_LOGIN: &[u8] = b"hawser/v1/unknown-login\0";

/// Key material and the messages made with it.
pub struct Opaque {
    setup: ServerSetup<Suite>,
    unknown: Zeroizing<[u8; 32]>,
}

impl Opaque {
    /// Reads `{data}/opaque-server-setup`, or makes it where there are no accounts yet.
    pub fn open(data: &Path, has_accounts: bool) -> Result<Self, KeyFileError> {
        let bytes = FILE.open(data, has_accounts, || {
            Zeroizing::new(ServerSetup::<Suite>::new(&mut OsRng).serialize().to_vec())
        })?;
        Self::parse(&bytes).ok_or_else(|| FILE.damaged(data))
    }

    fn parse(bytes: &[u8]) -> Option<Self> {
        let setup = ServerSetup::<Suite>::deserialize(bytes).ok()?;
        // Neither longer nor shorter than what would be written.
        if Zeroizing::new(setup.serialize().to_vec())[..] != *bytes {
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
