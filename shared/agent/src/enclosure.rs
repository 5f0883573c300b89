//! Events within events: what is shared travels whole, with the key that opens it, so that who reads it can
//! prove who wrote it and that it stands in the case record.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hawser_casework::record::{Enclosure, ExchangeRecord};
use hawser_casework::{Applied, Body, Entry, PersonId, Record, RecordId};
use hawser_encryption::event::{EventKey, decrypt_event};
use hawser_ledger::codec::Layout;
use hawser_ledger::event::SharePublic;
use hawser_ledger::header::MODE_GROUP;
use hawser_ledger::{Event, EventId};
use hawser_protocol::path::{EVENTS, fill};
use hawser_protocol::space::{Frame, Pulled};

use crate::Agent;
use crate::failure::{Outcome, fail};
use crate::io::Environment;
use crate::people::membership;
use crate::replay::{Space, record_id, recorded};

impl Space {
    /// The records that a share encloses. One that does not verify, or is another than its public part names,
    /// leaves its place unreadable.
    pub(crate) fn enclosed(&self, event: &Event, record: &Record) -> Vec<Applied> {
        let Record::Exchange(ExchangeRecord::Shared { originals, .. }) = record else {
            return Vec::new();
        };
        let named = SharePublic::decode(&event.public).map(|public| public.originals);
        let named = named.unwrap_or_default();
        originals
            .iter()
            .enumerate()
            .map(|(place, enclosure)| {
                let named = named.get(place).filter(|_| named.len() == originals.len());
                let opened = named.and_then(|named| self.unfolded(enclosure, *named));
                opened.unwrap_or_else(|| {
                    let mut id = [0; 16];
                    id[..8].copy_from_slice(&(place as u64).to_be_bytes());
                    Applied::unreadable(RecordId::new(id))
                })
            })
            .collect()
    }

    /// An enclosed event, if it stands in this case record as it is, by an author whose key was known there.
    fn unfolded(&self, enclosure: &Enclosure, named: EventId) -> Option<Applied> {
        let bytes = STANDARD.decode(&enclosure.event).ok()?;
        let event = Event::decode(&bytes).ok()?;
        let prefix = &event.header.prefix;
        let seq = event.header.position.seq;
        if prefix.space != self.id()
            || prefix.mode != MODE_GROUP
            || event.id() != named
            || self.leaf(seq) != Some(named)
        {
            return None;
        }
        let membership = self.chain()?.membership();
        event.verify(&membership.past_key(prefix.author)?).ok()?;
        let mut key = [0; 32];
        hex::decode_to_slice(&enclosure.key, &mut key).ok()?;
        let json = decrypt_event(&EventKey::disclosed(key), prefix, &event.encrypted).ok()?;
        let entry = Entry::decode(&json).ok()?;
        Some(Applied {
            id: record_id(prefix.author, prefix.command),
            seq,
            author: PersonId::new(self.author(prefix.author)?.0),
            recorded: recorded(&event),
            channel: self.channel(prefix.group),
            body: Body::Opened(entry),
            enclosed: Vec::new(),
        })
    }
}

impl<E: Environment> Agent<E> {
    /// An event of the case record, whole, with its key: what a share encloses.
    pub(crate) async fn enclose(
        &self,
        space: hawser_ledger::SpaceId,
        record: RecordId,
    ) -> Outcome<(Event, Enclosure)> {
        let open = self.space(space).await?;
        let Some(seq) = open.state.borrow().place_of(record) else {
            return fail("not-found");
        };
        let path = format!("{}?from={seq}&limit=1", fill(EVENTS, &[&space.to_string()]));
        let response = self.exchange(self.request("GET", path)).await?;
        let frame = Pulled::decode(&response.body)
            .ok()
            .and_then(|pulled| pulled.frames.into_iter().next());
        let Some(Frame::Event(bytes)) = frame else {
            return fail("not-found");
        };
        let event = Event::decode(&bytes).map_err(hawser_ledger::ChainError::from)?;
        let state = open.state.borrow();
        // The server hands over what was verified before, or nothing.
        if state.leaf(seq) != Some(event.id()) {
            return fail("other-past");
        }
        membership(&state)?;
        let prefix = &event.header.prefix;
        let Some(secret) = state.secret(prefix.group, prefix.epoch) else {
            return fail("not-in-group");
        };
        let key = EventKey::derive(secret, prefix);
        let enclosure = Enclosure {
            event: STANDARD.encode(&bytes),
            key: hex::encode(*key.disclose()),
        };
        Ok((event, enclosure))
    }
}
