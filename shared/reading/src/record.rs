//! One content event: opened where its key is there, and held against what its author may say.

use hawser_casework::record::ExchangeRecord;
use hawser_casework::{Applied, Body, Channel, Entry, PersonId, Record, SpaceState, Standing};
use hawser_ledger::Event;
use hawser_ledger::event::{KIND_RECORD, KIND_SHARE};
use hawser_ledger::person::name_commit;
use hawser_opening::{EventKey, decrypt};

use crate::enclosure::enclosed;
use crate::statement::holds;
use crate::{Place, record_id, recorded};

/// What came of opening an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// There is no key.
    Closed,
    /// It was opened.
    Opened,
    /// There is a key, and it does not open it; or what is inside makes no sense, or is not its author's to say.
    Failed,
}

/// A content event as its reader has it.
pub struct Reading {
    /// For [`SpaceState::apply`].
    pub applied: Applied,
    /// Whether it was opened.
    pub opening: Opening,
}

/// Who is named, noted or made an officer is for administrators to say; from
/// anyone else such a record counts for nothing. Whoever shares something may say who they are.
fn needs_administrator(
    record: &Record,
    (author, commit): (PersonId, Option<[u8; 32]>),
    channel: Channel,
) -> bool {
    match record {
        // Under no other name than the one that their organisation certified.
        Record::PersonNamed {
            person, name, salt, ..
        } => {
            let mut opened = [0; 32];
            let own = hex::decode_to_slice(salt, &mut opened).is_ok()
                && Some(name_commit(&opened, name)) == commit;
            *person != author || !matches!(channel, Channel::Shared(_)) || !own
        }
        Record::CaseOpened(_)
        | Record::PartyNamed { .. }
        | Record::PartyIntroduced { .. }
        | Record::PersonNote { .. }
        | Record::DeskOpened { .. }
        | Record::DeskChanged { .. } => true,
        _ => false,
    }
}

fn open(place: Place<'_>, event: &Event, key: &EventKey) -> Option<Entry> {
    let prefix = &event.header.prefix;
    let json = decrypt(key, prefix, &event.encrypted).ok()?;
    let entry = Entry::decode(&json).ok()?;
    let shares = matches!(
        &entry.record,
        Record::Exchange(ExchangeRecord::Shared { .. })
    );
    let kind_holds = shares == (prefix.kind == KIND_SHARE);
    (kind_holds && holds(place, event, &entry.record)).then_some(entry)
}

impl Reading {
    /// Reads a verified content event. `standing` is its author's place at that moment, of which `records` are told;
    /// `None` where the author was never a member.
    pub fn of(
        place: Place<'_>,
        records: &mut SpaceState,
        event: &Event,
        standing: Option<Standing>,
        key: Option<&EventKey>,
    ) -> Option<Self> {
        let prefix = &event.header.prefix;
        let user = place.membership.author(prefix.author)?;
        let author = PersonId::new(user.0);
        if let Some(standing) = standing {
            records.note_standing(author, standing);
        }
        let administered = records.administers(author);
        let channel = place.channel(prefix.group);
        let commit = place
            .membership
            .members()
            .get(&user)
            .map(|member| member.chain.cert.request.name_commit);
        let mut inside = Vec::new();
        let (body, opening) = match key.map(|key| open(place, event, key)) {
            None => (Body::Unreadable, Opening::Closed),
            Some(None) => (Body::Unreadable, Opening::Failed),
            Some(Some(_)) if !matches!(prefix.kind, KIND_RECORD | KIND_SHARE) => {
                (Body::Unknown, Opening::Opened)
            }
            Some(Some(entry))
                if !administered
                    && needs_administrator(&entry.record, (author, commit), channel) =>
            {
                (Body::Unreadable, Opening::Failed)
            }
            Some(Some(entry)) => match &entry.record {
                Record::Unknown { .. } => (Body::Unknown, Opening::Opened),
                record => {
                    inside = enclosed(place, event, record);
                    (Body::Opened(entry), Opening::Opened)
                }
            },
        };
        Some(Self {
            applied: Applied {
                id: record_id(prefix.author, prefix.command),
                seq: event.header.position.seq,
                author,
                recorded: recorded(event),
                channel,
                body,
                enclosed: inside,
            },
            opening,
        })
    }
}
