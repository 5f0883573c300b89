//! The list of cases, the overview of one, and its timeline.

use std::collections::BTreeMap;

use hawser_casework::time::days_until;
use hawser_casework::{Channel, PartyId, SpaceId as CaseId};
use hawser_ledger::membership::{
    Member, MemberState, OrganisationVerified, PartyStatus, Role, SpaceKind,
};
use hawser_ledger::safety_number::safety_number;
use hawser_ledger::{OrganisationId, SpaceId};
use hawser_protocol::organisation::PartyLetter;
use hawser_protocol::path;
use hawser_views::case::{CaseLine, CaseView, PartyView};
use hawser_views::record::TimelineView;

use crate::Agent;
use crate::failure::{Outcome, fail};
use crate::io::Environment;
use crate::letter::open_letter;
use crate::party::CaseLetter;
use crate::people::{ledger_id, role_code, state_code};
use crate::replay::{Fault, Shut, Space};
use crate::session::Session;

const RECENT: usize = 10;
const MAX_LINES: u64 = 500;

/// Stable code of a party's legal position.
pub(crate) fn status_code(status: PartyStatus) -> &'static str {
    match status {
        PartyStatus::BoundMemberState => "bound-member-state",
        PartyStatus::MemberStateNotBound => "member-state-not-bound",
        PartyStatus::UnionBody => "union-body",
        PartyStatus::ThirdState => "third-state",
        PartyStatus::InternationalCourt => "international-court",
    }
}

/// The reader's standing in a case.
pub(crate) fn standing(state: &Space, session: &Session) -> &'static str {
    match state.member(session.user()) {
        Some(member) if member.state == MemberState::Active => match state.shut {
            None => role_code(member.role),
            Some(Shut::Suspended) => state_code(MemberState::Suspended),
            Some(Shut::Ended) => state_code(MemberState::Ended),
        },
        Some(member) => state_code(member.state),
        None => "invited",
    }
}

impl<E: Environment> Agent<E> {
    /// Letters to this person, by space: title, reference and who writes, as far as they verify.
    pub(crate) async fn case_letters(&self) -> Outcome<BTreeMap<SpaceId, CaseLetter>> {
        let session = self.current()?;
        let letters: Vec<PartyLetter> = self.get(path::LETTERS).await?;
        let mut opened = BTreeMap::new();
        let roots = self.comparisons().await?;
        for letter in letters {
            let root = |organisation: OrganisationId| {
                roots
                    .iter()
                    .find(|known| known.organisation == organisation)
                    .map(|known| known.root)
            };
            let told = open_letter::<CaseLetter>(
                &session.generations(),
                letter.space,
                &letter.body.0,
                root,
            );
            if let Ok(letter_body) = told {
                opened.insert(letter.space, letter_body.body);
            }
        }
        Ok(opened)
    }

    /// The spaces of a kind that are listed for this person or open, with the letters to whom was invited.
    pub(crate) async fn spaces_of(
        &self,
        kind: SpaceKind,
    ) -> Outcome<(Vec<SpaceId>, BTreeMap<SpaceId, CaseLetter>)> {
        let listed = self.listed(kind).await?;
        let invited = listed.iter().any(|entry| !entry.member);
        let letters = if invited {
            self.case_letters().await?
        } else {
            BTreeMap::new()
        };
        let mut ids: Vec<SpaceId> = listed.iter().map(|entry| entry.space).collect();
        // What was open before and is listed no more is still shown, as ended.
        let open = self
            .spaces
            .borrow()
            .iter()
            .map(|(id, open)| (*id, open.state.borrow().kind()))
            .collect::<Vec<_>>();
        ids.extend(
            open.into_iter()
                .filter(|(_, known)| *known == Some(kind))
                .map(|(id, _)| id),
        );
        ids.sort_unstable();
        ids.dedup();
        Ok((ids, letters))
    }

    pub(crate) async fn cases(&self) -> Outcome<Vec<CaseLine>> {
        let session = self.current()?;
        let (ids, letters) = self.spaces_of(SpaceKind::Case).await?;
        let mut lines = Vec::new();
        for id in ids {
            let Some(open) = self.listed_space(id).await? else {
                continue;
            };
            let state = open.state.borrow();
            let letter = letters.get(&id);
            lines.push(self.case_line(&state, &session, letter));
        }
        lines.sort_by(|a, b| a.ends.cmp(&b.ends).then_with(|| a.title.cmp(&b.title)));
        Ok(lines)
    }

    pub(crate) fn case_line(
        &self,
        state: &Space,
        session: &Session,
        letter: Option<&CaseLetter>,
    ) -> CaseLine {
        let terms = state.known_terms(session.user());
        let told = |own: fn(&hawser_casework::record::CaseTerms) -> &String,
                    letter: Option<&String>| {
            terms.map(own).or(letter).cloned().unwrap_or_default()
        };
        let ends = terms.map(|terms| terms.ends.clone()).unwrap_or_default();
        CaseLine {
            space: CaseId::new(state.id().0),
            title: told(|terms| &terms.title, letter.map(|letter| &letter.title)),
            reference: told(
                |terms| &terms.reference,
                letter.map(|letter| &letter.reference),
            ),
            standing: standing(state, session).to_owned(),
            days_left: days_until(&ends, &self.moment()).unwrap_or(0),
            ends,
            unseen: state.unseen(),
            waiting: state.records.waiting_for(session.person()).len() as u64,
            fault: state
                .fault
                .as_ref()
                .map(|fault| fault.code.clone())
                .unwrap_or_default(),
        }
    }

    pub(crate) async fn case(&self, space: CaseId) -> Outcome<CaseView> {
        let session = self.current()?;
        let open = self.space(ledger_id(space)).await?;
        let acquaintance = self.acquaintance().await?;
        let state = open.state.borrow();
        let fault = state.fault.as_ref().map(Fault::shown);
        let Some(terms) = state.known_terms(session.user()) else {
            return fail(if fault.is_none() {
                "not-a-member"
            } else {
                "record-fault"
            });
        };
        let points = state.records.open_points();
        let limited = state.limited_reader(session.user()).is_some();
        let awaiting_check = if state.records.administers(session.person()) {
            state.records.exchange().waiting().count() as u64
        } else {
            0
        };
        let parties = parties(&state, &session, &acquaintance);
        let mut steps_left = Vec::new();
        if !limited && parties.len() < 2 {
            steps_left.push("party".to_owned());
        }
        if !limited && parties.iter().any(|party| !party.verified) {
            steps_left.push("compare".to_owned());
        }
        if !limited && parties.len() > 1 && parties.iter().any(|party| party.members == 0) {
            steps_left.push("people".to_owned());
        }
        if !limited && state.records.exhibits().is_empty() {
            steps_left.push("exhibit".to_owned());
        }
        Ok(CaseView {
            space,
            terms: terms.clone(),
            terms_record: state.records.terms_state().map(|known| known.id),
            days_left: days_until(&terms.ends, &self.moment()).unwrap_or(0),
            limited,
            awaiting_check,
            standing: standing(&state, &session).to_owned(),
            readers: if limited { Vec::new() } else { readers(&state) },
            parties,
            exhibits: state.records.exhibits().len() as u64,
            disputed: points.disputed.len() as u64,
            unanswered: points.unanswered.len() as u64,
            without_photo: (points.without_photo.len() + points.photo_awaited.len()) as u64,
            recent: state.newest(0, RECENT),
            steps_left,
            last_entry: state.told_size().saturating_sub(1),
            code: state.code(),
            fault,
        })
    }

    pub(crate) async fn timeline(
        &self,
        space: CaseId,
        offset: u64,
        limit: u64,
        by_happened: bool,
    ) -> Outcome<TimelineView> {
        let open = self.space(ledger_id(space)).await?;
        let state = open.state.borrow();
        let limit = limit.min(MAX_LINES) as usize;
        let entries = if by_happened {
            state.newest_happened(offset as usize, limit)
        } else {
            state.newest(offset as usize, limit)
        };
        Ok(TimelineView {
            entries,
            total: state.lines(),
            offset,
        })
    }

    pub(crate) async fn mark_seen(&self, space: CaseId) -> Outcome<()> {
        let id = ledger_id(space);
        let open = self.space(id).await?;
        let _turn = open.turn.lock().await;
        {
            let mut state = open.state.borrow_mut();
            state.seen = state.size();
        }
        self.pin_confirmed(&open).await?;
        self.notify(hawser_views::Notice::Space { space });
        Ok(())
    }
}

/// Who can read what is written for the team: people by party name.
pub(crate) fn readers(state: &Space) -> Vec<(String, u32)> {
    readers_of(state, Channel::Team)
}

/// Who can read what is written in a channel: people by party name.
pub(crate) fn readers_of(state: &Space, channel: Channel) -> Vec<(String, u32)> {
    let Some(group) = state.group_of(channel) else {
        return Vec::new();
    };
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for user in state.group_members(group) {
        if let Some(member) = state.member(user) {
            *counts
                .entry(state.party_name(member.organisation))
                .or_default() += 1;
        }
    }
    counts.into_iter().collect()
}

/// What the reader's organisation knows of others by itself: it counts before the case is told, which is done
/// with the next act of an administrator or leader, and where the case cannot be read yet.
pub(crate) struct Acquaintance {
    compared: Vec<OrganisationVerified>,
    names: BTreeMap<PartyId, (String, String)>,
}

impl Acquaintance {
    /// What the reader's organisation knows a party as; empty when it does not.
    pub(crate) fn name(&self, party: PartyId) -> String {
        let known = self.names.get(&party);
        known.map(|(name, _)| name.clone()).unwrap_or_default()
    }

    fn compared(&self, organisation: OrganisationId, root: [u8; 32]) -> bool {
        self.compared
            .iter()
            .any(|known| known.organisation == organisation && known.root == root)
    }
}

impl<E: Environment> Agent<E> {
    pub(crate) async fn acquaintance(&self) -> Outcome<Acquaintance> {
        let mut names = BTreeMap::new();
        if let Some(own) = self.own_space().await? {
            let book = &own.state.borrow().book;
            let cards = book.cards.iter();
            names.extend(
                cards.map(|(party, card)| (*party, (card.name.clone(), card.country.clone()))),
            );
            names.extend(
                book.parties
                    .iter()
                    .map(|(party, named)| (*party, named.clone())),
            );
        }
        Ok(Acquaintance {
            compared: self.comparisons().await?,
            names,
        })
    }
}

/// The parties of a case as the reader's organisation sees them.
pub(crate) fn parties(
    state: &Space,
    session: &Session,
    acquaintance: &Acquaintance,
) -> Vec<PartyView> {
    let (Some(chain), Some((own, own_root))) = (state.chain(), session.organisation()) else {
        return Vec::new();
    };
    let membership = chain.membership();
    membership
        .organisations()
        .iter()
        .map(|(organisation, entry)| {
            let party = PartyId::new(organisation.0);
            let active: Vec<(&hawser_ledger::UserId, &Member)> = membership
                .members()
                .iter()
                .filter(|(_, member)| {
                    member.organisation == *organisation && member.state == MemberState::Active
                })
                .filter(|(user, member)| state.is_told_of(**user, member))
                .collect();
            let leader = active
                .iter()
                .find(|(_, member)| member.role == Role::Leader)
                .or_else(|| active.iter().find(|(_, member)| member.role.administers()));
            let is_own = *organisation == own;
            let verified = membership.verified(own, *organisation)
                || acquaintance.compared(*organisation, entry.root);
            let told = state.records.parties().get(&party);
            let (name, country) = told
                .map(|known| (known.current.name.clone(), known.current.country.clone()))
                .or_else(|| {
                    let known = is_own || verified;
                    acquaintance.names.get(&party).filter(|_| known).cloned()
                })
                .unwrap_or_else(|| (state.party_name(*organisation), String::new()));
            PartyView {
                party,
                name,
                country,
                status: status_code(entry.status).to_owned(),
                limited: membership.is_limited(*organisation),
                joined: entry.joined.is_some(),
                verified,
                own: is_own,
                safety_number: if is_own {
                    String::new()
                } else {
                    safety_number((own, &own_root), (*organisation, &entry.root))
                },
                leader: leader
                    .map(|(user, _)| state.name(hawser_casework::PersonId::new(user.0)))
                    .unwrap_or_default(),
                members: active.len() as u32,
            }
        })
        .collect()
}
