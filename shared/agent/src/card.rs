//! An organisation's card: how it introduces itself to another.
//!
//! version1 ‖ root32 ‖ name ‖ country ‖ certificate chain of an administrator,
//! in base64url. It proves nothing until the safety number was compared.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hawser_ledger::OrganisationId;
use hawser_ledger::codec::{DecodeError, Layout, Reader, Writer};
use hawser_ledger::person::CertChain;

use crate::failure::{Outcome, fail};

const VERSION: u8 = 1;
const MAX_TEXT: u32 = 800;

/// What a card says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Card {
    pub(crate) root: [u8; 32],
    pub(crate) name: String,
    pub(crate) country: String,
    pub(crate) administrator: CertChain,
}

impl Card {
    pub(crate) fn organisation(&self) -> OrganisationId {
        self.administrator.cert.request.organisation
    }

    pub(crate) fn encode(&self) -> String {
        let mut out = Writer::new();
        out.u8(VERSION)
            .fixed(&self.root)
            .bytes(self.name.as_bytes())
            .bytes(self.country.as_bytes());
        self.administrator.write(&mut out);
        URL_SAFE_NO_PAD.encode(out.finish())
    }

    fn read(bytes: &[u8]) -> Result<Self, DecodeError> {
        let mut input = Reader::new(bytes);
        let version = input.u8("version")?;
        if version != VERSION {
            return Err(DecodeError::Value {
                field: "version",
                found: version.into(),
            });
        }
        let root = input.array("root")?;
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let name = text(input.bytes(MAX_TEXT, "name")?);
        let country = text(input.bytes(8, "country")?);
        let administrator = CertChain::read(&mut input)?;
        input.end()?;
        Ok(Self {
            root,
            name,
            country,
            administrator,
        })
    }

    /// Reads a link, a fragment or the bare card, and checks that its parts belong together.
    pub(crate) fn parse(text: &str) -> Outcome<Self> {
        let fragment = text.trim().rsplit('#').next().unwrap_or_default();
        let bare = fragment.strip_prefix("card.v1.").unwrap_or(fragment);
        let Some(card) = URL_SAFE_NO_PAD
            .decode(bare)
            .ok()
            .and_then(|bytes| Self::read(&bytes).ok())
        else {
            return fail("card-unreadable");
        };
        if card
            .administrator
            .verify(card.organisation(), &card.root)
            .is_err()
        {
            return fail("card-forged");
        }
        Ok(card)
    }
}
