//! Wraps: epoch secrets for one member, in an age file.

use hawser_ledger::codec::{DecodeError, Reader, Writer};
use hawser_ledger::{GroupId, SpaceId, UserId};
use zeroize::Zeroizing;

use crate::OpenError;
use crate::age_file::{RecipientError, make_age_file, open_age_file};
use crate::epoch::EpochSecret;
use crate::identity::Identity;

const LABEL: &[u8] = b"hawser/v1/wrap\0";
const MAX_EPOCHS: u64 = 1024;

/// Whom a wrap is for and what it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrapPlace {
    /// The space.
    pub space: SpaceId,
    /// The group.
    pub group: GroupId,
    /// The member.
    pub user: UserId,
    /// Generation of the member's keys.
    pub generation: u32,
    /// First epoch.
    pub first: u64,
    /// Last epoch.
    pub last: u64,
    /// Suite of the group's epoch when it was wrapped.
    pub suite: u8,
}

/// Wraps `secrets` (epochs `first..=last`) to a member's recipient.
pub fn make_wrap(
    place: &WrapPlace,
    recipient: &[u8],
    secrets: &[EpochSecret],
) -> Result<Vec<u8>, RecipientError> {
    let mut out = Writer::new();
    out.fixed(LABEL)
        .fixed(&place.space.0)
        .fixed(&place.group.0)
        .fixed(&place.user.0)
        .u32(place.generation)
        .u64(place.first)
        .u64(place.last);
    out.list(secrets, |out, secret| {
        out.fixed(secret.bytes());
    });
    let plain = Zeroizing::new(out.finish());
    make_age_file(recipient, &plain)
}

/// Opens a wrap that must be for exactly `place`. Every secret is still to be
/// checked against its commitment in the ledger.
pub fn open_wrap(
    identity: &Identity,
    place: &WrapPlace,
    wrap: &[u8],
) -> Result<Vec<EpochSecret>, OpenError> {
    let plain = open_age_file(
        place.suite,
        identity.recipient_secret(place.suite),
        wrap,
        64 << 10,
    )?;
    let read = |input: &mut Reader<'_>| -> Result<Option<Vec<EpochSecret>>, DecodeError> {
        let fits = input.take(LABEL.len(), "label")? == LABEL
            && input.array::<32>("space")? == place.space.0
            && input.array::<16>("group")? == place.group.0
            && input.array::<16>("user")? == place.user.0
            && input.u32("generation")? == place.generation
            && input.u64("first")? == place.first
            && input.u64("last")? == place.last;
        if !fits {
            return Ok(None);
        }
        input
            .list(MAX_EPOCHS as u32, "secrets", |input| {
                Ok(EpochSecret::from_bytes(input.array("secret")?))
            })
            .map(Some)
    };
    let mut input = Reader::new(&plain);
    let secrets = read(&mut input)
        .map_err(|_| OpenError::Form)?
        .ok_or(OpenError::Form)?;
    input.end().map_err(|_| OpenError::Form)?;
    let expected = place
        .last
        .checked_sub(place.first)
        .and_then(|span| span.checked_add(1));
    if expected != Some(secrets.len() as u64) || place.first == 0 {
        return Err(OpenError::Form);
    }
    Ok(secrets)
}
