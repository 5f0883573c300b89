//! What the ledger says around an event: who, in which group, since when.

use hawser_casework::{Channel, Moment, PartyId, RecordId, Standing, Work};
use hawser_ledger::key::hash;
use hawser_ledger::membership::{GroupPurpose, Member, Membership, Role, SpaceKind};
use hawser_ledger::{CommandId, Event, EventId, GroupId, KeyId, OrganisationId, SpaceId};

/// The verified ledger around an event.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    /// Who is in the space.
    pub membership: &'a Membership,
    /// Leaf hash of every event, by number.
    pub leaves: &'a [EventId],
}

impl Place<'_> {
    pub(crate) fn space(&self) -> SpaceId {
        self.membership.space()
    }
    pub(crate) fn leaf(&self, seq: u64) -> Option<EventId> {
        self.leaves.get(usize::try_from(seq).ok()?).copied()
    }
    /// Who can read what stands in a group.
    pub fn channel(&self, group: GroupId) -> Channel {
        let Some(group) = self.membership.groups().get(&group) else {
            return Channel::Apart;
        };
        let party = PartyId::new(group.organisation.0);
        let of_all = group.organisation == OrganisationId::ZERO;
        match group.purpose {
            GroupPurpose::Team => Channel::Team,
            GroupPurpose::Shared => Channel::Shared(party),
            GroupPurpose::CheckingDesk if !of_all => Channel::Desk(party),
            GroupPurpose::CheckingDesk | GroupPurpose::Special => Channel::Apart,
        }
    }
}

/// A member's place, as records are judged by it.
pub fn standing(member: &Member) -> Standing {
    use hawser_casework::Role as R;
    Standing {
        party: PartyId::new(member.organisation.0),
        role: match member.role {
            Role::Administrator => R::Administrator,
            Role::Leader => R::Leader,
            Role::Member => R::Member,
            Role::Participant => R::Participant,
            Role::Support => R::Support,
            Role::Manager => R::Manager,
            Role::Assessor => R::Assessor,
            Role::Host => R::Host,
        },
    }
}

/// A record's id. It hangs on the author's key, so that nobody can give a record the id of another's: records stand
/// in groups with different readers, who would then disagree on which came first.
pub fn record_id(author: KeyId, command: CommandId) -> RecordId {
    let digest = hash(&[b"hawser/v1/record-id\0", &author.0, &command.0]);
    let mut id = [0; 16];
    id.copy_from_slice(&digest[..16]);
    RecordId::new(id)
}

/// When an event was recorded, by its author's clock.
pub fn recorded(event: &Event) -> Moment {
    Moment {
        utc_ms: event.header.prefix.recorded_ms,
        offset_min: event.header.prefix.offset_min,
    }
}

/// What the records of a kind of space are about.
pub fn work(kind: SpaceKind) -> Work {
    match kind {
        SpaceKind::Mission => Work::Mission,
        SpaceKind::Programme => Work::Programme,
        SpaceKind::Case | SpaceKind::Organisation | SpaceKind::Journal => Work::Case,
    }
}
