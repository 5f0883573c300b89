//! The client's half of OPAQUE (RFC 9807): the passphrase never leaves.

use hawser_ledger::key::hash;
use hawser_protocol::suite::{ARGON2_LANES, ARGON2_MEMORY_KIB, ARGON2_PASSES, Suite};
use opaque_ke::argon2::{Algorithm, Argon2, Params, Version};
use opaque_ke::{
    ClientLogin, ClientLoginFinishParameters, ClientRegistration,
    ClientRegistrationFinishParameters, CredentialResponse, Identifiers, RegistrationResponse,
};
use zeroize::Zeroizing;

use crate::random::Random;

/// Sign-in did not work out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PassphraseError {
    /// The passphrase does not fit, or the server is not the one registered with.
    #[error("the passphrase does not fit")]
    Refused,
    /// The server's message does not have its form.
    #[error("the server's answer makes no sense")]
    Message,
}

/// 64 bytes that only the passphrase and the registered server together give.
pub struct ExportKey(pub(crate) Zeroizing<Vec<u8>>);

/// A registration under way.
pub struct Registering(ClientRegistration<Suite>);

/// A sign-in under way.
pub struct SigningIn(ClientLogin<Suite>);

fn stretching() -> Result<Argon2<'static>, PassphraseError> {
    let params = Params::new(ARGON2_MEMORY_KIB, ARGON2_PASSES, ARGON2_LANES, None)
        .map_err(|_| PassphraseError::Message)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// `H("hawser/v1/login" ‖ name)` of the trimmed name in lower case, hexadecimal.
pub fn login_hash(sign_in_name: &str) -> String {
    hex::encode(hash(&[
        b"hawser/v1/login\0",
        sign_in_name.trim().to_lowercase().as_bytes(),
    ]))
}

/// Begins a registration; gives the message for the server.
pub fn make_registration(
    random: &mut Random<'_>,
    passphrase: &str,
) -> Result<(Registering, Vec<u8>), PassphraseError> {
    let started = ClientRegistration::<Suite>::start(random, passphrase.as_bytes())
        .map_err(|_| PassphraseError::Message)?;
    Ok((
        Registering(started.state),
        started.message.serialize().to_vec(),
    ))
}

impl Registering {
    /// Ends it with the server's answer; gives the upload and the export key.
    pub fn finish(
        self,
        random: &mut Random<'_>,
        passphrase: &str,
        answer: &[u8],
    ) -> Result<(Vec<u8>, ExportKey), PassphraseError> {
        let answer =
            RegistrationResponse::deserialize(answer).map_err(|_| PassphraseError::Message)?;
        let stretching = stretching()?;
        let parameters =
            ClientRegistrationFinishParameters::new(Identifiers::default(), Some(&stretching));
        let finished = self
            .0
            .finish(random, passphrase.as_bytes(), answer, parameters)
            .map_err(|_| PassphraseError::Message)?;
        let export_key = ExportKey(Zeroizing::new(finished.export_key.to_vec()));
        Ok((finished.message.serialize().to_vec(), export_key))
    }
}

/// Begins a sign-in; gives the message for the server.
pub fn make_sign_in(
    random: &mut Random<'_>,
    passphrase: &str,
) -> Result<(SigningIn, Vec<u8>), PassphraseError> {
    let started = ClientLogin::<Suite>::start(random, passphrase.as_bytes())
        .map_err(|_| PassphraseError::Message)?;
    Ok((
        SigningIn(started.state),
        started.message.serialize().to_vec(),
    ))
}

impl SigningIn {
    /// Ends it with the server's answer; gives the finalisation and the export key.
    pub fn finish(
        self,
        random: &mut Random<'_>,
        passphrase: &str,
        answer: &[u8],
    ) -> Result<(Vec<u8>, ExportKey), PassphraseError> {
        let answer =
            CredentialResponse::deserialize(answer).map_err(|_| PassphraseError::Message)?;
        let stretching = stretching()?;
        let parameters =
            ClientLoginFinishParameters::new(None, Identifiers::default(), Some(&stretching));
        let finished = self
            .0
            .finish(random, passphrase.as_bytes(), answer, parameters)
            .map_err(|_| PassphraseError::Refused)?;
        let export_key = ExportKey(Zeroizing::new(finished.export_key.to_vec()));
        Ok((finished.message.serialize().to_vec(), export_key))
    }
}
