//! Who somebody is in the space, as the ledger has it: of which party, with which role, and where they write.

use serde::{Deserialize, Serialize};

use super::SpaceState;
use crate::id::{PartyId, PersonId};

/// What the records of a space are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Work {
    /// A joint investigation.
    #[default]
    Case,
    /// The joint assessment of one port.
    Mission,
    /// Several missions' aggregates.
    Programme,
}

/// What a person may do in a space, as the ledger has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Administers a case and its checking desk.
    Administrator,
    /// Leads a party's people.
    Leader,
    /// Judicial or law-enforcement member.
    Member,
    /// Eurojust, Europol, OLAF: may contribute.
    Participant,
    /// Secretariat: never decides on what is sent for check.
    Support,
    /// Manages a mission or a programme.
    Manager,
    /// Assesses a port.
    Assessor,
    /// Of a port's host authority.
    Host,
}

/// A person's place in a space.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Standing {
    /// The party the person belongs to.
    pub party: PartyId,
    /// What they may do.
    pub role: Role,
}

/// Who can read a record: the access group it stands in.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// The team.
    #[default]
    Team,
    /// The team and the people of a party of limited access.
    Shared(PartyId),
    /// The checking desk and the people of a party of limited access.
    Desk(PartyId),
    /// Others: nothing that stands there counts.
    Apart,
}

impl SpaceState {
    /// Notes what the ledger says of a person at the moment of what is applied next.
    pub fn note_standing(&mut self, person: PersonId, standing: Standing) {
        self.standings.insert(person, standing);
    }

    /// The person's place as last noted.
    #[must_use]
    pub fn standing(&self, person: PersonId) -> Option<Standing> {
        self.standings.get(&person).copied()
    }

    /// Whether the person administers the space.
    #[must_use]
    pub fn administers(&self, person: PersonId) -> bool {
        self.standing(person)
            .is_some_and(|standing| matches!(standing.role, Role::Administrator | Role::Manager))
    }

    /// Notes that a party was admitted, and whether it is a third State or a court.
    pub fn note_party(&mut self, party: PartyId, third: bool) {
        if third {
            self.third.insert(party);
        }
    }

    /// Notes that a party has limited access here.
    pub fn note_limited(&mut self, party: PartyId) {
        self.limited.insert(party);
    }

    /// Whether a party has limited access here.
    #[must_use]
    pub fn is_limited(&self, party: PartyId) -> bool {
        self.limited.contains(&party)
    }

    /// Whether a third State or a court other than `origin` is among those who read in a channel.
    pub(super) fn third_reads(&self, channel: Channel, origin: Option<PartyId>) -> bool {
        let other = |party: &PartyId| Some(*party) != origin;
        match channel {
            Channel::Shared(party) => other(&party) && self.third.contains(&party),
            Channel::Team => {
                let inside = |party: &PartyId| !self.limited.contains(party);
                self.third.iter().any(|party| other(party) && inside(party))
            }
            Channel::Desk(_) | Channel::Apart => false,
        }
    }
}
