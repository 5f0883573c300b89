//! Parties of limited access: the two access groups each has, and what it is told when it is admitted.
//!
//! `Shared` is held by the team and the party's people: what is shared with them. The party's `CheckingDesk` is
//! held by the administrators and the party's people: what they send for check, and what becomes of it.

use hawser_casework::record::{CaseTerms, ExchangeRecord};
use hawser_casework::{Channel, PartyId, PersonId, Record};
use hawser_ledger::membership::{Act, GroupCreate, GroupPurpose, Member, MemberState, SpaceKind};
use hawser_ledger::person::CertChain;
use hawser_ledger::{GroupId, UserId};

use crate::Agent;
use crate::append::Draft;
use crate::failure::Outcome;
use crate::io::Environment;
use crate::mission::mission_told;
use crate::party::organisation_id;
use crate::people::membership;
use crate::replay::Space;

impl Space {
    /// The group behind a channel.
    pub(crate) fn group_of(&self, channel: Channel) -> Option<GroupId> {
        let membership = self.chain()?.membership();
        let found = match channel {
            Channel::Apart => None,
            Channel::Team => membership.group_for(GroupPurpose::Team),
            Channel::Shared(party) => {
                membership.group_of(GroupPurpose::Shared, organisation_id(party))
            }
            Channel::Desk(party) => {
                membership.group_of(GroupPurpose::CheckingDesk, organisation_id(party))
            }
        };
        found.map(|(id, _)| id)
    }

    /// The parties of limited access.
    pub(crate) fn limited(&self) -> Vec<PartyId> {
        let Some(chain) = self.chain() else {
            return Vec::new();
        };
        let membership = chain.membership();
        membership
            .organisations()
            .keys()
            .filter(|organisation| membership.is_limited(**organisation))
            .map(|organisation| PartyId::new(organisation.0))
            .collect()
    }

    /// The reader's party, where its access is limited; also of somebody of such a party who is no member.
    pub(crate) fn limited_reader(&self, reader: UserId) -> Option<PartyId> {
        let own = self.reader_party.filter(|_| self.reader == Some(reader));
        let organisation = self
            .member(reader)
            .map(|member| member.organisation)
            .or(own)?;
        let limited = self.chain()?.membership().is_limited(organisation);
        limited.then(|| PartyId::new(organisation.0))
    }

    /// The terms of a case as this reader knows them.
    pub(crate) fn known_terms(&self, reader: UserId) -> Option<&CaseTerms> {
        match self.limited_reader(reader) {
            Some(party) => self.records.exchange().told(party).map(|told| &told.terms),
            None => self.records.terms(),
        }
    }

    /// Whether this reading is by somebody of a party of limited access, who learns of nothing but what is theirs.
    pub(crate) fn is_limited_reading(&self) -> bool {
        self.reader
            .is_some_and(|reader| self.limited_reader(reader).is_some())
    }

    /// Whether the reader is to be told of a member: of all, or with limited access of their own people and
    /// those who were named to them.
    pub(crate) fn is_told_of(&self, user: UserId, member: &Member) -> bool {
        let own = self.reader.and_then(|reader| self.limited_reader(reader));
        own.is_none_or(|own| {
            own.as_bytes() == &member.organisation.0
                || self.records.person_name(PersonId::new(user.0)).is_some()
        })
    }

    /// Number of entries that the reader is told of: all, or with limited access those that are theirs.
    pub(crate) fn told_size(&self) -> u64 {
        if self.is_limited_reading() {
            self.signers.values().sum()
        } else {
            self.size()
        }
    }

    /// The number by which an entry is told: its own, or with limited access its place among those that are
    /// theirs.
    pub(crate) fn told_number(&self, seq: u64) -> u64 {
        if self.is_limited_reading() {
            let entries = self.records.timeline();
            entries.partition_point(|entry| entry.seq < seq) as u64
        } else {
            seq
        }
    }

    /// What the space is called, and its reference, as this reader knows it.
    pub(crate) fn title(&self, reader: UserId) -> Option<(String, String)> {
        match self.kind()? {
            SpaceKind::Mission => Some((self.port(reader)?.name.clone(), String::new())),
            SpaceKind::Programme => {
                let (_, terms) = self.records.programme().opened()?;
                Some((terms.value.title.clone(), String::new()))
            }
            SpaceKind::Case | SpaceKind::Organisation | SpaceKind::Journal => {
                let terms = self.known_terms(reader)?;
                Some((terms.title.clone(), terms.reference.clone()))
            }
        }
    }

    /// A record of the name of somebody who is named for the team already.
    pub(crate) fn naming(&self, person: PersonId) -> Option<Record> {
        let known = self.records.people().get(&person)?.current.as_ref()?;
        Some(Record::PersonNamed {
            person,
            name: known.name.clone(),
            function: known.function.clone(),
            salt: known.salt.clone(),
        })
    }
}

/// What a party of limited access is told of these terms.
pub(crate) fn case_told(terms: &CaseTerms) -> Record {
    Record::Exchange(ExchangeRecord::CaseTold {
        title: terms.title.clone(),
        reference: terms.reference.clone(),
        starts: terms.starts.clone(),
        ends: terms.ends.clone(),
        controller: terms.controller.clone(),
    })
}

impl<E: Environment> Agent<E> {
    /// The groups of a party that is admitted with limited access, and what it is told in them: the parties, the
    /// administrators, the case. `named` is the party's own name, which the case learns in the same append.
    pub(crate) fn limited_drafts(
        &self,
        state: &mut Space,
        party: PartyId,
        named: Record,
    ) -> Outcome<Vec<Draft>> {
        let organisation = organisation_id(party);
        let (id, kind) = {
            let membership = membership(state)?;
            (membership.space(), membership.kind())
        };
        let administrators: Vec<UserId> = membership(state)?.administrators().collect();
        let team: Vec<UserId> = match state.group(GroupPurpose::Team) {
            Some(team) => state.group_members(team).into_iter().collect(),
            None => Vec::new(),
        };
        let mut groups = vec![(GroupPurpose::Shared, team)];
        if kind == SpaceKind::Case {
            groups.push((GroupPurpose::CheckingDesk, administrators.clone()));
        }
        let mut drafts = Vec::new();
        let mut shared = None;
        for (purpose, holders) in groups {
            let group = GroupId(self.draw());
            shared.get_or_insert(group);
            drafts.push(self.act(Act::GroupCreate(GroupCreate {
                group,
                purpose,
                organisation,
            })));
            let chains: Vec<(UserId, std::sync::Arc<CertChain>)> = holders
                .into_iter()
                .filter_map(|user| Some((user, state.member(user)?)))
                .filter(|(_, member)| member.state == MemberState::Active)
                .map(|(user, member)| (user, member.chain.clone()))
                .collect();
            let members: Vec<(UserId, &CertChain)> = chains
                .iter()
                .map(|(user, chain)| (*user, &**chain))
                .collect();
            drafts.push(self.first_epoch(state, id, group, &members)?);
        }
        let Some(shared) = shared else {
            return Ok(drafts);
        };
        let parties = state.records.parties().iter().map(|(party, known)| {
            let (name, country) = (known.current.name.clone(), known.current.country.clone());
            Record::PartyNamed {
                party: *party,
                name,
                country,
            }
        });
        let people = administrators
            .iter()
            .filter_map(|user| state.naming(PersonId::new(user.0)));
        let told = Self::told(state);
        let all = parties.chain([named]).chain(people).chain(told);
        drafts.extend(all.map(|record| self.record_now(shared, record)));
        Ok(drafts)
    }

    /// What a party of limited access is told of the space when it is admitted.
    fn told(state: &Space) -> Vec<Record> {
        let case = state.records.terms().map(case_told);
        case.or_else(|| mission_told(state, None))
            .into_iter()
            .collect()
    }

    /// The same record for every party of limited access.
    pub(crate) fn for_limited(&self, state: &Space, record: &Record) -> Vec<Draft> {
        state
            .limited()
            .into_iter()
            .filter_map(|party| state.group_of(Channel::Shared(party)))
            .map(|group| self.record_now(group, record.clone()))
            .collect()
    }
}
