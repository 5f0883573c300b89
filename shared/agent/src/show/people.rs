//! The people page of a case.

use hawser_casework::{Channel, PartyId, PersonId, SpaceId as CaseId};
use hawser_ledger::codec::Layout;
use hawser_ledger::membership::{GroupPurpose, Member, MemberAdd, MemberState};
use hawser_ledger::{GroupId, UserId};
use hawser_protocol::organisation::{Nomination, NominationStage};
use hawser_views::case::{DeskView, MemberView, NominationView, PeopleView};

use super::case::parties;
use crate::Agent;
use crate::failure::Outcome;
use crate::io::Environment;
use crate::letter::open_letter;
use crate::nomination::DeclineLetter;
use crate::people::{ledger_id, role_code, state_code};
use crate::renewal::can_renew;
use crate::replay::Space;
use crate::session::Session;

fn stage_code(stage: NominationStage) -> &'static str {
    match stage {
        NominationStage::Open => "open",
        NominationStage::Admitted => "admitted",
        NominationStage::Declined => "declined",
        NominationStage::Withdrawn => "withdrawn",
    }
}

impl<E: Environment> Agent<E> {
    pub(crate) async fn people(&self, space: CaseId) -> Outcome<PeopleView> {
        let session = self.current()?;
        let id = ledger_id(space);
        let open = self.space(id).await?;
        let me = self.me().await?;
        let own = self.own_space().await?;
        let mut nominations = Vec::new();
        for nomination in self.nominations(id).await? {
            nominations.push(self.nomination_view(&session, &nomination).await?);
        }
        let acquaintance = self.acquaintance().await?;
        let state = open.state.borrow();
        let mut members = members(&state, &session);
        let mut contacts = Vec::new();
        let mut nominable = Vec::new();
        if let Some(own) = own {
            let book = own.state.borrow();
            // Who is no member cannot open the names here, and knows those of their own people.
            for member in members.iter_mut().filter(|one| !one.name_verified) {
                if let Some(named) = book.book.people.get(&member.person) {
                    member.name.clone_from(&named.name);
                    member.function.clone_from(&named.function);
                }
            }
            let known = |party: &PartyId| {
                state.chain().is_some_and(|chain| {
                    chain
                        .membership()
                        .organisations()
                        .contains_key(&hawser_ledger::OrganisationId(*party.as_bytes()))
                })
            };
            contacts = book
                .book
                .cards
                .iter()
                .filter(|(party, _)| !known(party))
                .map(|(party, card)| (*party, card.name.clone()))
                .collect();
            nominable = book
                .chain()
                .map(|chain| chain.membership().members())
                .into_iter()
                .flatten()
                .filter(|(_, member)| member.state == MemberState::Active)
                .map(|(user, _)| PersonId::new(user.0))
                .filter(|person| {
                    !members
                        .iter()
                        .any(|known| known.person == *person && known.state != "ended")
                })
                .filter(|person| {
                    !nominations.iter().any(|known: &NominationView| {
                        known.person == *person && known.stage == "open"
                    })
                })
                .map(|person| (person, book.book.person(person)))
                .collect();
        }
        let administers = state
            .member(session.user())
            .is_some_and(|member| member.role.administers() && member.state == MemberState::Active);
        Ok(PeopleView {
            parties: parties(&state, &session, &acquaintance),
            members,
            nominations,
            nominable,
            contacts,
            administers,
            administers_organisation: me.administers,
            frozen: frozen(&state),
            renewable: can_renew(&state, session.user()),
            vacant: vacant(&state),
            appoints: me.administers && vacant(&state) && founded_by_own(&state, &session),
            desks: desks(&state),
        })
    }

    async fn nomination_view(
        &self,
        session: &Session,
        nomination: &Nomination,
    ) -> Outcome<NominationView> {
        let add = MemberAdd::decode(&nomination.nomination.0).ok();
        let own = session.organisation().map(|(organisation, _)| organisation);
        let is_own = own == Some(nomination.organisation);
        let person = PersonId::new(nomination.person.0);
        let (mut name, mut function) = (String::new(), String::new());
        if is_own {
            if let Some(space) = self.own_space().await? {
                let state = space.state.borrow();
                name = state.book.person(person);
                function = state
                    .book
                    .people
                    .get(&person)
                    .map(|named| named.function.clone())
                    .unwrap_or_default();
            }
        } else if let Ok((_, told)) = self.nominee(nomination).await {
            name = told.name;
            function = told.function;
        }
        let mut reason = String::new();
        if let Some(answer) = nomination
            .answer
            .as_ref()
            .filter(|answer| !answer.0.is_empty())
        {
            let roots = self.comparisons().await?;
            let letter = open_letter::<DeclineLetter>(
                &session.generations(),
                nomination.space,
                &answer.0,
                |organisation| {
                    let known = roots
                        .iter()
                        .find(|known| known.organisation == organisation);
                    let own = session
                        .organisation()
                        .filter(|(own, _)| *own == organisation);
                    known.map(|known| known.root).or(own.map(|(_, root)| root))
                },
            );
            reason = letter.map(|letter| letter.body.reason).unwrap_or_default();
        }
        Ok(NominationView {
            request: nomination.request.to_string(),
            person,
            name,
            function,
            party: PartyId::new(nomination.organisation.0),
            role: add
                .as_ref()
                .map(|add| role_code(add.consent.role).to_owned())
                .unwrap_or_default(),
            history: add.as_ref().is_some_and(|add| add.consent.history),
            stage: stage_code(nomination.stage).to_owned(),
            reason,
            own: is_own,
            created_ms: nomination.created_ms,
        })
    }
}

fn members(state: &Space, session: &Session) -> Vec<MemberView> {
    let Some(chain) = state.chain() else {
        return Vec::new();
    };
    chain
        .membership()
        .members()
        .iter()
        .filter(|(user, member)| state.is_told_of(**user, member))
        .map(|(user, member)| member_view(state, session, *user, member))
        .collect()
}

fn member_view(state: &Space, session: &Session, user: UserId, member: &Member) -> MemberView {
    let person = PersonId::new(user.0);
    let known = state
        .records
        .people()
        .get(&person)
        .and_then(|known| known.current.as_ref());
    let name_verified = known.is_some_and(|known| {
        let mut salt = [0; 32];
        hex::decode_to_slice(&known.salt, &mut salt).is_ok()
            && hawser_ledger::person::name_commit(&salt, &known.name)
                == member.chain.cert.request.name_commit
    });
    let since = state
        .acts
        .iter()
        .find(|line| line.seq == member.since)
        .map(|line| line.recorded);
    let (can_open, of) = readable(state, user, member);
    let open = state.records.open_matters(person);
    MemberView {
        person,
        name: state.name(person),
        function: known
            .map(|known| known.function.clone())
            .unwrap_or_default(),
        party: PartyId::new(member.organisation.0),
        role: role_code(member.role).to_owned(),
        state: state_code(member.state).to_owned(),
        since: since.unwrap_or(hawser_casework::Moment {
            utc_ms: 0,
            offset_min: 0,
        }),
        admitted_by: member
            .admitted_by
            .map(|by| state.name(PersonId::new(by.0)))
            .unwrap_or_default(),
        name_verified,
        can_open,
        of,
        holds: open.held,
        offers: open.offers,
        me: user == session.user(),
    }
}

/// How many of the entries that are for a person's party they were given keys for, and of how many: those of the
/// team, or with limited access what passes between team and party.
fn readable(state: &Space, user: UserId, member: &Member) -> (u64, u64) {
    let Some(chain) = state.chain() else {
        return (0, 0);
    };
    let channels = if chain.membership().is_limited(member.organisation) {
        let party = PartyId::new(member.organisation.0);
        vec![Channel::Shared(party), Channel::Desk(party)]
    } else {
        vec![Channel::Team]
    };
    let groups = channels
        .into_iter()
        .filter_map(|channel| state.group_of(channel));
    groups.fold((0, 0), |(can, of), group| {
        let (more, all) = readable_in(state, user, group);
        (can + more, of + all)
    })
}

fn readable_in(state: &Space, user: UserId, group: GroupId) -> (u64, u64) {
    let first = state.first_epoch.get(&(group, user)).copied();
    let inside = state.group_members(group).contains(&user);
    let last = state
        .last_epoch
        .get(&(group, user))
        .copied()
        .filter(|_| !inside)
        .unwrap_or(u64::MAX);
    let entries = state.content.range((group, 0)..=(group, u64::MAX));
    entries.fold((0, 0), |(can, of), ((_, epoch), count)| {
        let opens = first.is_some_and(|first| (first..=last).contains(epoch));
        (if opens { can + count } else { can }, of + count)
    })
}

fn frozen(state: &Space) -> Vec<String> {
    let Some(chain) = state.chain() else {
        return Vec::new();
    };
    // Without any administrator that is what is wrong, and is said.
    let led = !vacant(state);
    chain
        .membership()
        .groups()
        .values()
        .filter(|group| group.frozen || (led && chain.membership().is_abandoned(group)))
        .map(|group| match group.purpose {
            GroupPurpose::Team => "team".to_owned(),
            GroupPurpose::CheckingDesk => "checking-desk".to_owned(),
            GroupPurpose::Shared => "shared".to_owned(),
            GroupPurpose::Special => "special".to_owned(),
        })
        .collect()
}

/// Whether no administrator is left.
fn vacant(state: &Space) -> bool {
    let chain = state.chain();
    chain.is_some_and(|chain| chain.membership().administrators().next().is_none())
}

fn founded_by_own(state: &Space, session: &Session) -> bool {
    let own = session.organisation().map(|(_, root)| root);
    state
        .chain()
        .is_some_and(|chain| own == Some(*chain.membership().root()))
}

fn desks(state: &Space) -> Vec<DeskView> {
    state
        .records
        .desks()
        .iter()
        .map(|(desk, known)| DeskView {
            desk: *desk,
            name: known.name.clone(),
            officers: known
                .officers
                .iter()
                .map(|officer| (*officer, state.name(*officer)))
                .collect(),
        })
        .collect()
}
