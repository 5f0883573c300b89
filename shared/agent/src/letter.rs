//! Letters between people outside of a ledger: signed by the writer, with the
//! chain to their organisation's root, encrypted for one reader.

use hawser_encryption::age_file::make_age_file;
use hawser_encryption::generations::Generations;
use hawser_encryption::identity::Identity;
use hawser_ledger::codec::{DecodeError, Layout, Reader, Writer};
use hawser_ledger::key::{LABEL_LETTER, sign, verify};
use hawser_ledger::person::{CertChain, CertificateRequest};
use hawser_ledger::{OrganisationId, SpaceId};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::failure::{Failed, Outcome, fail};
use crate::founding::SUITE;
use hawser_views::Failure;

const MAX_BODY: u32 = 64 << 10;

/// A letter that was opened and whose signature fits its chain.
pub(crate) struct Letter<T> {
    pub(crate) body: T,
    pub(crate) writer: CertChain,
}

fn message(space: SpaceId, body: &[u8]) -> Vec<u8> {
    Writer::new().fixed(&space.0).bytes(body).finish()
}

/// Writes and encrypts a letter about `space` for the holder of a certificate.
pub(crate) fn make_letter(
    identity: &Identity,
    chain: &CertChain,
    space: SpaceId,
    to: &CertificateRequest,
    body: &impl Serialize,
) -> Outcome<Vec<u8>> {
    let body = serde_json::to_vec(body).map_err(|_| Failed(Failure::new("bad-request")))?;
    let signature = sign(identity.signing(), LABEL_LETTER, &message(space, &body));
    let mut out = Writer::new();
    chain.write(&mut out);
    out.fixed(&signature).bytes(&body);
    let Some(recipient) = to.recipient_for(SUITE) else {
        return fail("bad-recipient");
    };
    Ok(make_age_file(recipient, &out.finish())?)
}

/// Opens a letter about `space`. `root` gives the verified root of the writer's
/// organisation, or nothing when it is not verified.
pub(crate) fn open_letter<T: DeserializeOwned>(
    generations: &Generations,
    space: SpaceId,
    letter: &[u8],
    root: impl Fn(OrganisationId) -> Option<[u8; 32]>,
) -> Outcome<Letter<T>> {
    let plain = generations.open_letter(SUITE, letter)?;
    let read = || -> Result<(CertChain, [u8; 64], Vec<u8>), DecodeError> {
        let mut input = Reader::new(&plain);
        let chain = CertChain::read(&mut input)?;
        let signature = input.array("signature")?;
        let body = input.bytes(MAX_BODY, "body")?.to_vec();
        input.end()?;
        Ok((chain, signature, body))
    };
    let Ok((writer, signature, body)) = read() else {
        return fail("letter-unreadable");
    };
    let organisation = writer.cert.request.organisation;
    let Some(root) = root(organisation) else {
        return fail("not-verified");
    };
    let authentic = writer.verify(organisation, &root).is_ok()
        && verify(
            &writer.cert.request.signing_key,
            LABEL_LETTER,
            &message(space, &body),
            &signature,
        )
        .is_ok();
    if !authentic {
        return fail("letter-forged");
    }
    match serde_json::from_slice(&body) {
        Ok(body) => Ok(Letter { body, writer }),
        Err(_) => fail("letter-unreadable"),
    }
}
