//! Events within events: what is shared travels whole, with the key that opens it, so that who reads it can
//! prove who wrote it and that it stands in the case record.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hawser_casework::record::{Enclosure, ExchangeRecord};
use hawser_casework::{Applied, Body, Entry, PersonId, Record, RecordId};
use hawser_ledger::codec::Layout;
use hawser_ledger::event::SharePublic;
use hawser_ledger::header::MODE_GROUP;
use hawser_ledger::{Event, EventId};
use hawser_opening::{EventKey, decrypt};

use crate::{Place, record_id, recorded};

/// The records that a share encloses. One that does not verify, or is another than its public part names,
/// leaves its place unreadable.
pub(crate) fn enclosed(place: Place<'_>, event: &Event, record: &Record) -> Vec<Applied> {
    let Record::Exchange(ExchangeRecord::Shared { originals, .. }) = record else {
        return Vec::new();
    };
    let named = SharePublic::decode(&event.public).map(|public| public.originals);
    let named = named.unwrap_or_default();
    originals
        .iter()
        .enumerate()
        .map(|(at, enclosure)| {
            let named = named.get(at).filter(|_| named.len() == originals.len());
            let opened = named.and_then(|named| unfolded(place, enclosure, *named));
            opened.unwrap_or_else(|| {
                let mut id = [0; 16];
                id[..8].copy_from_slice(&(at as u64).to_be_bytes());
                Applied::unreadable(RecordId::new(id))
            })
        })
        .collect()
}

/// An enclosed event, if it stands in this case record as it is, by an author whose key was known there.
fn unfolded(place: Place<'_>, enclosure: &Enclosure, named: EventId) -> Option<Applied> {
    let bytes = STANDARD.decode(&enclosure.event).ok()?;
    let event = Event::decode(&bytes).ok()?;
    let prefix = &event.header.prefix;
    let seq = event.header.position.seq;
    if prefix.space != place.space()
        || prefix.mode != MODE_GROUP
        || event.id() != named
        || place.leaf(seq) != Some(named)
    {
        return None;
    }
    event
        .verify(&place.membership.public_key(prefix.author)?)
        .ok()?;
    let mut key = [0; 32];
    hex::decode_to_slice(&enclosure.key, &mut key).ok()?;
    let json = decrypt(&EventKey::from_bytes(key), prefix, &event.encrypted).ok()?;
    let entry = Entry::decode(&json).ok()?;
    Some(Applied {
        id: record_id(prefix.author, prefix.command),
        seq,
        author: PersonId::new(place.membership.author(prefix.author)?.0),
        recorded: recorded(&event),
        channel: place.channel(prefix.group),
        body: Body::Opened(entry),
        enclosed: Vec::new(),
    })
}
