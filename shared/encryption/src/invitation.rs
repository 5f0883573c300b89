//! What an invitation's secret proves: that who answers is who was invited,
//! whatever the server says.

use hawser_ledger::OrganisationId;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::OpenError;
use crate::derive::derive;
use crate::local::{open_local, seal_with};
use crate::random::Random;

/// The secret in an invitation link's fragment; it never reaches the server.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct InvitationSecret([u8; 32]);

impl InvitationSecret {
    /// A new secret.
    pub fn make(random: &mut Random<'_>) -> Self {
        Self(random.array())
    }
    /// As read from a link.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
    /// For the link.
    pub fn expose(&self) -> &[u8; 32] {
        &self.0
    }
    /// What the server knows it by: 64 hexadecimal digits.
    pub fn lookup(&self) -> String {
        hex::encode(*derive(&self.0, &[], &[b"hawser/v1/invitation-lookup\0"]))
    }
    fn mac(&self, organisation: OrganisationId, request: &[u8]) -> Option<Hmac<Sha256>> {
        let key = derive(&self.0, &[], &[b"hawser/v1/invitation-enrol\0"]);
        let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(key.as_slice()).ok()?;
        mac.update(&organisation.0);
        mac.update(request);
        Some(mac)
    }
    /// `HMAC(HKDF(s, "enrol"), organisation ‖ certificate request)`.
    pub fn authenticate(&self, organisation: OrganisationId, request: &[u8]) -> Vec<u8> {
        self.mac(organisation, request)
            .map(|mac| mac.finalize().into_bytes().to_vec())
            .unwrap_or_default()
    }
    /// Checks it in constant time.
    pub fn verify(
        &self,
        organisation: OrganisationId,
        request: &[u8],
        tag: &[u8],
    ) -> Result<(), OpenError> {
        let mac = self.mac(organisation, request).ok_or(OpenError::Form)?;
        mac.verify_slice(tag).map_err(|_| OpenError::Key)
    }
    /// Encrypts the invitee's name for the inviter.
    pub fn seal_name(&self, random: &mut Random<'_>, plain: &[u8]) -> Vec<u8> {
        seal_with(
            &derive(&self.0, &[], &[b"hawser/v1/invitation-name\0"]),
            random,
            b"",
            plain,
        )
    }
    /// Opens it.
    pub fn open_name(&self, sealed: &[u8]) -> Result<Vec<u8>, OpenError> {
        open_local(
            &derive(&self.0, &[], &[b"hawser/v1/invitation-name\0"]),
            b"",
            sealed,
        )
    }
}
