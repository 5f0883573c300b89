//! The client's side of OPAQUE, with a key stretching that costs nothing.

use hawser_protocol::suite::Suite;
use opaque_ke::argon2::{Algorithm, Argon2, Params, Version};
use opaque_ke::{
    ClientLogin, ClientLoginFinishParameters, ClientRegistration,
    ClientRegistrationFinishParameters, CredentialResponse, Identifiers, RegistrationResponse,
};
use rand::rngs::OsRng;

fn cheap() -> Argon2<'static> {
    Argon2::new(
        Algorithm::Argon2id,
        Version::V0x13,
        Params::new(8, 1, 1, None).unwrap(),
    )
}

pub struct Registering(ClientRegistration<Suite>);

pub fn register(password: &str) -> (Registering, Vec<u8>) {
    let start = ClientRegistration::<Suite>::start(&mut OsRng, password.as_bytes()).unwrap();
    (Registering(start.state), start.message.serialize().to_vec())
}

impl Registering {
    pub fn finish(self, password: &str, answer: &[u8]) -> Vec<u8> {
        let ksf = cheap();
        let parameters =
            ClientRegistrationFinishParameters::new(Identifiers::default(), Some(&ksf));
        let answer = RegistrationResponse::deserialize(answer).unwrap();
        let finish = self
            .0
            .finish(&mut OsRng, password.as_bytes(), answer, parameters)
            .unwrap();
        finish.message.serialize().to_vec()
    }
}

pub struct SigningIn(ClientLogin<Suite>);

pub fn sign_in(password: &str) -> (SigningIn, Vec<u8>) {
    let start = ClientLogin::<Suite>::start(&mut OsRng, password.as_bytes()).unwrap();
    (SigningIn(start.state), start.message.serialize().to_vec())
}

impl SigningIn {
    /// The finalisation; `None` when the passphrase does not fit.
    pub fn finish(self, password: &str, answer: &[u8]) -> Option<Vec<u8>> {
        let ksf = cheap();
        let parameters = ClientLoginFinishParameters::new(None, Identifiers::default(), Some(&ksf));
        let answer = CredentialResponse::deserialize(answer).unwrap();
        let finish = self
            .0
            .finish(&mut OsRng, password.as_bytes(), answer, parameters)
            .ok()?;
        Some(finish.message.serialize().to_vec())
    }
}
