//! Invitation links: what stands in the fragment.
//!
//! `v1.new.<secret>` for a new organisation's first administrator (the operator's
//! word, which proves nothing), `v1.<organisation>.<root>.<secret>` for a colleague.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hawser_encryption::invitation::InvitationSecret;
use hawser_ledger::OrganisationId;

use crate::failure::{Outcome, fail};

/// An invitation as its link tells it.
pub(crate) struct Invitation {
    /// The inviting organisation and its root; `None` for a new one.
    pub(crate) organisation: Option<(OrganisationId, [u8; 32])>,
    /// Never reaches the server.
    pub(crate) secret: InvitationSecret,
}

fn bytes32(text: &str) -> Option<[u8; 32]> {
    URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok()
}

impl Invitation {
    /// Reads a fragment, with or without '#', or a whole link.
    pub(crate) fn parse(text: &str) -> Outcome<Self> {
        let fragment = text.trim().rsplit('#').next().unwrap_or_default();
        let parts: Vec<&str> = fragment.split('.').collect();
        let parsed = match parts.as_slice() {
            ["v1", "new", secret] => bytes32(secret).map(|secret| (None, secret)),
            ["v1", organisation, root, secret] => (|| {
                let organisation = OrganisationId(bytes32(organisation)?);
                Some((Some((organisation, bytes32(root)?)), bytes32(secret)?))
            })(),
            _ => None,
        };
        match parsed {
            Some((organisation, secret)) => Ok(Self {
                organisation,
                secret: InvitationSecret::from_bytes(secret),
            }),
            None => fail("invitation-unreadable"),
        }
    }

    /// The fragment of the link.
    pub(crate) fn fragment(&self) -> String {
        let secret = URL_SAFE_NO_PAD.encode(self.secret.expose());
        match &self.organisation {
            None => format!("v1.new.{secret}"),
            Some((organisation, root)) => {
                let (organisation, root) = (
                    URL_SAFE_NO_PAD.encode(organisation.0),
                    URL_SAFE_NO_PAD.encode(root),
                );
                format!("v1.{organisation}.{root}.{secret}")
            }
        }
    }
}
