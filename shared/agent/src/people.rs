//! Who is in a case: parties, nominations, admissions, leaving. Every change
//! of people renews the access groups it concerns in the same act.

use std::collections::BTreeMap;

use hawser_casework::record::PersonAct;
use hawser_casework::{PartyId, PersonId, Record, SpaceId as CaseId};
use hawser_encryption::epoch::{EpochPlace, EpochSecret, recipient_hash};
use hawser_encryption::wrap::{WrapPlace, make_wrap};
use hawser_ledger::codec::Layout;
use hawser_ledger::consent::Consent;
use hawser_ledger::header::SUITE_X25519;
use hawser_ledger::membership::{
    Act, EpochMember, EpochStart, Grant, GroupPurpose, Member, MemberAdd, MemberState, Membership,
    OrganisationVerified, ProposedOrganisation, Role, VerificationMethod, WrapHash,
};
use hawser_ledger::key::hash;
use hawser_ledger::person::{CertChain, CertificateRequest};
use hawser_ledger::{Chain, CommandId, GroupId, OrganisationId, RequestId, SpaceId, UserId};
use hawser_protocol::organisation::{
    AddressedNote, Nomination, NominationAnswer, NominationCreate, NominationStage, PartyLetterCreate,
};
use hawser_protocol::path;
use hawser_views::Failure;
use hawser_views::command::{NominationDraft, Standing};
use serde::{Deserialize, Serialize};

use crate::Agent;
use crate::append::Draft;
use crate::failure::{Failed, Outcome, fail, field};
use crate::io::Environment;
use crate::letter::make_letter;
use crate::organisation::NameCard;
use crate::replay::Space;
use crate::session::Session;

type Wraps = Vec<(GroupId, UserId, Vec<u8>)>;

/// What a party's administrator is told of a case.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CaseLetter {
    pub(crate) title: String,
    pub(crate) reference: String,
    pub(crate) party: String,
}

/// Why a nomination was declined.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DeclineLetter {
    pub(crate) reason: String,
}

/// The role behind its stable code.
pub(crate) fn role(code: &str) -> Outcome<Role> {
    match code {
        "administrator" => Ok(Role::Administrator),
        "leader" => Ok(Role::Leader),
        "member" => Ok(Role::Member),
        "participant" => Ok(Role::Participant),
        "support" => Ok(Role::Support),
        _ => Err(field("role", "invalid")),
    }
}

/// A new epoch of a group for `members`, with a wrap for each.
pub(crate) fn epoch_start(
    place: EpochPlace,
    secret: &EpochSecret,
    members: &[(UserId, &CertChain)],
) -> Outcome<(EpochStart, Wraps)> {
    let members: BTreeMap<UserId, &CertChain> = members.iter().copied().collect();
    let (mut named, mut hashes, mut wraps) = (Vec::new(), Vec::new(), Vec::new());
    for (user, chain) in members {
        let request = &chain.cert.request;
        let wrap_place = WrapPlace {
            space: place.space,
            group: place.group,
            user,
            generation: request.generation,
            first: place.number,
            last: place.number,
        };
        let wrap = make_wrap(&wrap_place, &request.recipient, std::slice::from_ref(secret))?;
        named.push(EpochMember {
            user,
            generation: request.generation,
            recipient_hash: recipient_hash(&request.recipient),
        });
        hashes.push(WrapHash { user, hash: hash(&[&wrap]) });
        wraps.push((place.group, user, wrap));
    }
    let start = EpochStart {
        group: place.group,
        number: place.number,
        suite: SUITE_X25519,
        members: named,
        commitment: secret.commitment(place),
        recipient: secret.recipient(place).to_vec(),
        wraps: hashes,
    };
    Ok((start, wraps))
}

/// Access to a group for a person: to everything, or to the newest epoch only.
pub(crate) fn grant(
    state: &Space,
    group: GroupId,
    user: UserId,
    request: &CertificateRequest,
    history: bool,
) -> Outcome<(Act, Wraps)> {
    let Some(epochs) = membership(state)?.groups().get(&group).map(hawser_ledger::membership::Group::epoch) else {
        return fail("unknown-group");
    };
    grant_up_to(state, group, user, request, (if history { 1 } else { epochs }, epochs))
}

fn grant_up_to(
    state: &Space,
    group: GroupId,
    user: UserId,
    request: &CertificateRequest,
    (first, last): (u64, u64),
) -> Outcome<(Act, Wraps)> {
    // Where this person does not hold the early epochs, the grant begins with what they hold.
    let held = (first..=last).rev().take_while(|epoch| state.secret(group, *epoch).is_some()).last();
    let Some(first) = held else { return fail("not-in-group") };
    let secrets: Vec<EpochSecret> =
        (first..=last).filter_map(|epoch| state.secret(group, epoch).cloned()).collect();
    let place = WrapPlace { space: state.id(), group, user, generation: request.generation, first, last };
    let wrap = make_wrap(&place, &request.recipient, &secrets)?;
    let to = EpochMember {
        user,
        generation: request.generation,
        recipient_hash: recipient_hash(&request.recipient),
    };
    let act = Act::Grant(Grant { group, to, first, last, wrap_hash: hash(&[&wrap]) });
    Ok((act, vec![(group, user, wrap)]))
}

pub(crate) fn membership(state: &Space) -> Outcome<&Membership> {
    match state.chain().map(Chain::membership) {
        Some(membership) => Ok(membership),
        None => fail("not-found"),
    }
}

pub(crate) fn ledger_id(space: CaseId) -> SpaceId {
    SpaceId(*space.as_bytes())
}

pub(crate) fn user_id(person: PersonId) -> UserId {
    UserId(*person.as_bytes())
}

fn organisation_id(party: PartyId) -> OrganisationId {
    OrganisationId(*party.as_bytes())
}

fn status(code: &str) -> Outcome<hawser_ledger::membership::PartyStatus> {
    use hawser_ledger::membership::PartyStatus as S;
    match code {
        "bound-member-state" => Ok(S::BoundMemberState),
        "member-state-not-bound" => Ok(S::MemberStateNotBound),
        "union-body" => Ok(S::UnionBody),
        "third-state" => Ok(S::ThirdState),
        "international-court" => Ok(S::InternationalCourt),
        _ => Err(field("status", "invalid")),
    }
}

impl<E: Environment> Agent<E> {
    pub(crate) fn parse_status(code: &str) -> Outcome<hawser_ledger::membership::PartyStatus> {
        status(code)
    }

    /// Comparisons that one's own organisation has made and the case does not know yet.
    pub(crate) async fn comparisons(&self) -> Outcome<Vec<OrganisationVerified>> {
        let session = self.current()?;
        let (own, _) = session.own_organisation()?;
        let Some(open) = self.own_space().await? else { return Ok(Vec::new()) };
        let state = open.state.borrow();
        let Some(chain) = state.chain() else { return Ok(Vec::new()) };
        Ok(chain
            .membership()
            .organisations()
            .iter()
            .filter_map(|(organisation, entry)| {
                entry.verified_by.get(&own).map(|method| OrganisationVerified {
                    verifier: own,
                    organisation: *organisation,
                    root: entry.root,
                    method: *method,
                })
            })
            .collect())
    }

    async fn prepared_comparisons(&self) -> Outcome<Vec<(CommandId, OrganisationVerified)>> {
        let comparisons = self.comparisons().await?;
        Ok(comparisons.into_iter().map(|verified| (self.new_command(), verified)).collect())
    }

    pub(crate) async fn admit_party(&self, space: CaseId, party: PartyId, status_code: &str) -> Outcome<()> {
        let session = self.current()?;
        let id = ledger_id(space);
        let proposed = ProposedOrganisation {
            organisation: organisation_id(party),
            root: [0; 32],
            status: status(status_code)?,
        };
        let card = match self.own_space().await? {
            Some(open) => open.state.borrow().book.cards.get(&party).cloned(),
            None => None,
        };
        let Some(card) = card else { return fail("not-found") };
        if self.verified_root(proposed.organisation).await? != Some(card.root) {
            return fail("not-verified");
        }
        let proposed = ProposedOrganisation { root: card.root, ..proposed };
        let comparisons = self.prepared_comparisons().await?;
        let (admit, named) = (self.new_command(), self.new_command());
        let (name, country) = (card.name.clone(), card.country.clone());
        self.append(id, |state| {
            let known = membership(state)?.organisations().contains_key(&proposed.organisation);
            let mut drafts = Vec::new();
            if !known {
                drafts.push(Draft::Act {
                    command: admit,
                    act: Act::OrganisationAdmit(proposed.clone()),
                    wraps: Vec::new(),
                });
            }
            let also = (!known).then_some(proposed.organisation);
            drafts.extend(verification_drafts(&session, state, &comparisons, also));
            let Some(team) = state.group(GroupPurpose::Team) else { return fail("unknown-group") };
            let record = Record::PartyNamed { party, name: name.clone(), country: country.clone() };
            let entry = self.entry_now(record);
            drafts.push(Draft::Record { command: named, group: team, entry, blobs: Vec::new() });
            Ok(drafts)
        })
        .await?;
        self.write_case_letter(&session, id, &card).await
    }

    async fn write_case_letter(
        &self,
        session: &Session,
        id: SpaceId,
        card: &crate::card::Card,
    ) -> Outcome<()> {
        let open = self.space(id).await?;
        let me = self.me().await?;
        let body = {
            let state = open.state.borrow();
            let Some(member) = state.member(session.user()) else { return fail("not-administrator") };
            let Some(terms) = state.case.terms() else { return fail("not-found") };
            let letter = CaseLetter {
                title: terms.title.clone(),
                reference: terms.reference.clone(),
                party: me.party_name,
            };
            let recipient = &card.administrator.cert.request.recipient;
            make_letter(session.identity(), &member.chain, id, recipient, &letter)?
        };
        let to = card.administrator.cert.request.user;
        self.send("POST", path::LETTERS, &PartyLetterCreate { space: id, to, body: body.into() }).await
    }

    pub(crate) async fn join_case(&self, space: CaseId) -> Outcome<()> {
        let session = self.current()?;
        let id = ledger_id(space);
        let own = self.administered().await?;
        let delegation = {
            let state = own.state.borrow();
            let delegation = membership(&state)?.delegations().get(&session.user()).cloned();
            let Some(delegation) = delegation else { return fail("not-administrator") };
            delegation
        };
        let open = self.space(id).await?;
        let founder = {
            let state = open.state.borrow();
            let founder = state.acts.first().and_then(|line| match &line.act {
                Act::Genesis(genesis) => genesis.founder.as_ref().map(|chain| chain.cert.request.organisation),
                _ => None,
            });
            let Some(founder) = founder else { return fail("not-found") };
            (founder, *membership(&state)?.root())
        };
        if self.verified_root(founder.0).await? != Some(founder.1) {
            return fail("not-verified");
        }
        let command = self.new_command();
        self.append(id, |_| {
            let act = Act::OrganisationJoin(delegation.clone());
            Ok(vec![Draft::Act { command, act, wraps: Vec::new() }])
        })
        .await
    }

    pub(crate) async fn nominate(&self, space: CaseId, nominations: &[NominationDraft]) -> Outcome<()> {
        let session = self.current()?;
        let id = ledger_id(space);
        let own = self.administered().await?;
        self.pull(id).await?;
        let open = self.space(id).await?;
        for nomination in nominations {
            let create = {
                let (own, case) = (own.state.borrow(), open.state.borrow());
                self.nomination(&session, &own, &case, nomination)?
            };
            let readers = readers(&open.state.borrow(), &create)?;
            self.check_readers(readers).await?;
            self.send("POST", path::NOMINATIONS, &create).await?;
        }
        Ok(())
    }

    /// Nothing is written to administrators whose organisation was not compared.
    async fn check_readers(&self, organisations: Vec<(OrganisationId, [u8; 32])>) -> Outcome<()> {
        for (organisation, root) in organisations {
            if self.verified_root(organisation).await? != Some(root) {
                return fail("not-verified");
            }
        }
        Ok(())
    }

    fn nomination(
        &self,
        session: &Session,
        own: &Space,
        case: &Space,
        draft: &NominationDraft,
    ) -> Outcome<NominationCreate> {
        let user = user_id(draft.person);
        let (organisation, _) = session.own_organisation()?;
        let own_membership = membership(own)?;
        let Some(member) = own_membership.active(user) else { return fail("unknown-member") };
        let Some(named) = own.book.people.get(&draft.person) else { return fail("unknown-member") };
        let Some(delegation) = own_membership.delegations().get(&session.user()).cloned() else {
            return fail("not-administrator");
        };
        let membership = membership(case)?;
        let role = role(&draft.role)?;
        let mut groups = vec![team(case)?];
        if role == Role::Administrator {
            groups.extend(case.group(GroupPurpose::CheckingDesk));
        }
        let consent = Consent {
            space: case.id(),
            organisation,
            cert_hash: member.chain.cert.hash(),
            role,
            groups,
            history: draft.history,
            policy_hash: membership.policy_hash(),
            request: RequestId(self.draw()),
            delegation,
            signature: [0; 64],
        }
        .sign(session.identity().signing());
        let name = NameCard {
            name: named.name.clone(),
            function: named.function.clone(),
            salt: named.salt.clone(),
        };
        let Some(own_chain) = own_membership.active(session.user()).map(|member| member.chain.clone()) else {
            return fail("not-administrator");
        };
        let notes = membership
            .administrators()
            .filter_map(|user| membership.members().get(&user).map(|member| (user, member)))
            .map(|(to, member)| {
                let recipient = &member.chain.cert.request.recipient;
                let body = make_letter(session.identity(), &own_chain, case.id(), recipient, &name)?;
                Ok(AddressedNote { to, body: body.into() })
            })
            .collect::<Outcome<Vec<_>>>()?;
        let add = MemberAdd { consent, chain: (*member.chain).clone() };
        Ok(NominationCreate { space: case.id(), nomination: add.encode().into(), notes })
    }

    pub(crate) async fn nominations(&self, space: SpaceId) -> Outcome<Vec<Nomination>> {
        let all: Vec<Nomination> = self.get(path::NOMINATIONS).await?;
        Ok(all.into_iter().filter(|nomination| nomination.space == space).collect())
    }

    pub(crate) async fn withdraw_nomination(&self, request: &str) -> Outcome<()> {
        let answer = NominationAnswer { stage: NominationStage::Withdrawn, body: Vec::new().into() };
        self.send("POST", path::fill(path::NOMINATIONS_ANSWER, &[request]), &answer).await
    }

    pub(crate) async fn decline(&self, space: CaseId, request: &str, reason: &str) -> Outcome<()> {
        if reason.trim().is_empty() {
            return Err(field("reason", "missing"));
        }
        let session = self.current()?;
        let id = ledger_id(space);
        let all = self.nominations(id).await?;
        let Some(nomination) = all.into_iter().find(|one| one.request.to_string() == request) else {
            return fail("not-found");
        };
        let Ok(add) = MemberAdd::decode(&nomination.nomination.0) else { return fail("server-answer") };
        let open = self.space(id).await?;
        let own_chain = open.state.borrow().member(session.user()).map(|member| member.chain.clone());
        let Some(own_chain) = own_chain else { return fail("not-administrator") };
        // The nominator's recipient comes from their own letter, whose signature leads to their root.
        let Some(note) = &nomination.note else { return fail("not-administrator") };
        let root = self.verified_root(add.consent.organisation).await?;
        let letter =
            crate::letter::open_letter::<NameCard>(session.identity(), id, &note.0, |organisation| {
                root.filter(|_| organisation == add.consent.organisation)
            })?;
        let recipient = letter.writer.cert.request.recipient;
        let body = DeclineLetter { reason: reason.trim().to_owned() };
        let body = make_letter(session.identity(), &own_chain, id, &recipient, &body)?;
        let answer = NominationAnswer { stage: NominationStage::Declined, body: body.into() };
        self.send("POST", path::fill(path::NOMINATIONS_ANSWER, &[request]), &answer).await
    }

    /// The nominee's name from a nomination's note, which must be signed by the nominating organisation.
    pub(crate) async fn nominee(&self, nomination: &Nomination) -> Outcome<(MemberAdd, NameCard)> {
        let session = self.current()?;
        let Ok(add) = MemberAdd::decode(&nomination.nomination.0) else { return fail("server-answer") };
        let Some(note) = &nomination.note else { return fail("not-administrator") };
        let organisation = add.consent.organisation;
        let root = self.verified_root(organisation).await?;
        let letter = crate::letter::open_letter::<NameCard>(
            session.identity(),
            nomination.space,
            &note.0,
            |writer| root.filter(|_| writer == organisation),
        )?;
        let mut salt = [0; 32];
        let fits = hex::decode_to_slice(&letter.body.salt, &mut salt).is_ok()
            && hawser_encryption::identity::name_commit(&salt, &letter.body.name)
                == add.chain.cert.request.name_commit;
        if !fits {
            return fail("name-forged");
        }
        Ok((add, letter.body))
    }

    pub(crate) async fn admit(&self, space: CaseId, requests: &[String]) -> Outcome<()> {
        let session = self.current()?;
        let id = ledger_id(space);
        let all = self.nominations(id).await?;
        let mut admissions = Vec::new();
        for request in requests {
            let Some(nomination) = all.iter().find(|one| one.request.to_string() == *request) else {
                return fail("not-found");
            };
            if nomination.stage != NominationStage::Open {
                return fail("wrong-state");
            }
            let (add, name) = self.nominee(nomination).await?;
            let commands: [CommandId; 4] = std::array::from_fn(|_| self.new_command());
            admissions.push((add, name, commands));
        }
        let comparisons = self.prepared_comparisons().await?;
        let renewal = self.new_command();
        self.append(id, |state| {
            let mut drafts = verification_drafts(&session, state, &comparisons, None);
            let team = team(state)?;
            // Whoever enters without history enters with a new epoch, once for all of them.
            let mut epoch = membership(state)?.groups().get(&team).map_or(0, hawser_ledger::membership::Group::epoch);
            if admissions.iter().any(|(add, ..)| !add.consent.history) {
                let (start, wraps) = self.rotation(state, team, None)?;
                epoch = start.number;
                drafts.push(Draft::Act { command: renewal, act: Act::EpochStart(start), wraps });
            }
            for (add, name, commands) in &admissions {
                let request = &add.chain.cert.request;
                drafts.push(Draft::Act {
                    command: commands[0],
                    act: Act::MemberAdd(Box::new(add.clone())),
                    wraps: Vec::new(),
                });
                let first = if add.consent.history { 1 } else { epoch };
                let (act, wraps) = grant_up_to(state, team, request.user, request, (first, epoch))?;
                drafts.push(Draft::Act { command: commands[1], act, wraps });
                if add.consent.role == Role::Administrator
                    && let Some(desk) = state.group(GroupPurpose::CheckingDesk) {
                        let (act, wraps) = grant(state, desk, request.user, request, add.consent.history)?;
                        drafts.push(Draft::Act { command: commands[2], act, wraps });
                    }
                let record = Record::PersonNamed {
                    person: PersonId::new(request.user.0),
                    name: name.name.clone(),
                    function: name.function.clone(),
                    salt: name.salt.clone(),
                };
                let entry = self.entry_now(record);
                drafts.push(Draft::Record { command: commands[3], group: team, entry, blobs: Vec::new() });
            }
            Ok(drafts)
        })
        .await
    }

    /// A new epoch of a group for everyone in it but `without`; its secret is kept.
    fn rotation(
        &self,
        state: &mut Space,
        group: GroupId,
        without: Option<UserId>,
    ) -> Outcome<(EpochStart, Wraps)> {
        let secret = self.with_random(EpochSecret::make);
        let (start, wraps) = {
            let membership = membership(state)?;
            let Some(entry) = membership.groups().get(&group) else { return fail("unknown-group") };
            let place = EpochPlace { space: state.id(), group, number: entry.epoch() + 1 };
            let chains: Vec<(UserId, std::sync::Arc<CertChain>)> = entry
                .members
                .iter()
                .filter(|user| Some(**user) != without)
                .filter_map(|user| Some((*user, membership.active(*user)?.chain.clone())))
                .collect();
            let members: Vec<(UserId, &CertChain)> = chains.iter().map(|(user, chain)| (*user, &**chain)).collect();
            epoch_start(place, &secret, &members)?
        };
        state.keep_secret(group, start.number, secret);
        Ok((start, wraps))
    }

    /// New epochs of the groups that `user` leaves and this person holds.
    fn rotations(
        &self,
        session: &Session,
        state: &mut Space,
        user: UserId,
        purpose: Option<GroupPurpose>,
    ) -> Outcome<(Vec<EpochStart>, Wraps)> {
        let groups: Vec<GroupId> = membership(state)?
            .groups()
            .iter()
            .filter(|(_, group)| purpose.is_none_or(|purpose| group.purpose == purpose))
            .filter(|(_, group)| group.members.contains(&user) && group.members.contains(&session.user()))
            .map(|(id, _)| *id)
            .collect();
        let (mut starts, mut wraps) = (Vec::new(), Vec::new());
        for group in groups {
            let (start, more) = self.rotation(state, group, Some(user))?;
            starts.push(start);
            wraps.extend(more);
        }
        Ok((starts, wraps))
    }

    pub(crate) async fn change_standing(
        &self,
        space: CaseId,
        person: PersonId,
        standing: Standing,
        reason: &str,
    ) -> Outcome<()> {
        if reason.trim().is_empty() {
            return Err(field("reason", "missing"));
        }
        let session = self.current()?;
        let user = user_id(person);
        let comparisons = self.prepared_comparisons().await?;
        let commands: [CommandId; 3] = std::array::from_fn(|_| self.new_command());
        self.append(ledger_id(space), |state| {
            if standing != Standing::Reinstate {
                let open = state.case.open_matters(person);
                if !open.held.is_empty() || !open.offers.is_empty() {
                    let failure = Failure::new("matters-open");
                    return Err(Failed(failure.with("held", open.held.len()).with("offers", open.offers.len())));
                }
            }
            let mut drafts = verification_drafts(&session, state, &comparisons, None);
            let act = match standing {
                Standing::Reinstate => {
                    (Act::MemberSuspend { user, lifted: true, rotations: Vec::new() }, Vec::new())
                }
                Standing::Suspend => {
                    let (rotations, wraps) = self.rotations(&session, state, user, None)?;
                    (Act::MemberSuspend { user, lifted: false, rotations }, wraps)
                }
                Standing::End => {
                    let (rotations, wraps) = self.rotations(&session, state, user, None)?;
                    (Act::MemberRemove { user, rotations }, wraps)
                }
            };
            drafts.push(Draft::Act { command: commands[0], act: act.0, wraps: act.1 });
            let team = team(state)?;
            if standing == Standing::Reinstate {
                let Some((request, history)) = state.member(user).map(access) else {
                    return fail("unknown-member");
                };
                let (act, wraps) = grant(state, team, user, &request, history)?;
                drafts.push(Draft::Act { command: commands[1], act, wraps });
            }
            let act = match standing {
                Standing::Suspend => PersonAct::Suspended,
                Standing::Reinstate => PersonAct::Reinstated,
                Standing::End => PersonAct::Ended,
            };
            let note = Record::PersonNote { person, act, reason: reason.trim().to_owned() };
            let entry = self.entry_now(note);
            drafts.push(Draft::Record { command: commands[2], group: team, entry, blobs: Vec::new() });
            Ok(drafts)
        })
        .await
    }

    pub(crate) async fn change_role(
        &self,
        space: CaseId,
        person: PersonId,
        role_code: &str,
        reason: &str,
    ) -> Outcome<()> {
        if reason.trim().is_empty() {
            return Err(field("reason", "missing"));
        }
        let session = self.current()?;
        let (user, role) = (user_id(person), role(role_code)?);
        let comparisons = self.prepared_comparisons().await?;
        let commands: [CommandId; 3] = std::array::from_fn(|_| self.new_command());
        self.append(ledger_id(space), |state| {
            let mut drafts = verification_drafts(&session, state, &comparisons, None);
            let Some(member) = state.member(user) else { return fail("unknown-member") };
            let demoted = member.role == Role::Administrator && role != Role::Administrator;
            let promoted = member.role != Role::Administrator && role == Role::Administrator;
            let (request, history) = access(member);
            let desk = Some(GroupPurpose::CheckingDesk);
            let (rotations, wraps) =
                if demoted { self.rotations(&session, state, user, desk)? } else { Default::default() };
            let act = Act::RoleChange { user, role, rotations };
            drafts.push(Draft::Act { command: commands[0], act, wraps });
            if promoted
                && let Some(desk) = state.group(GroupPurpose::CheckingDesk) {
                    let (act, wraps) = grant(state, desk, user, &request, history)?;
                    drafts.push(Draft::Act { command: commands[1], act, wraps });
                }
            let note =
                Record::PersonNote { person, act: PersonAct::RoleChanged, reason: reason.trim().to_owned() };
            let entry = self.entry_now(note);
            drafts.push(Draft::Record { command: commands[2], group: team(state)?, entry, blobs: Vec::new() });
            Ok(drafts)
        })
        .await
    }
}

/// The organisations, with their roots, of those a nomination's notes are written to.
fn readers(case: &Space, create: &NominationCreate) -> Outcome<Vec<(OrganisationId, [u8; 32])>> {
    let membership = membership(case)?;
    let reader = |note: &AddressedNote| {
        let member = membership.members().get(&note.to)?;
        let party = membership.organisations().get(&member.organisation)?;
        Some((member.organisation, party.root))
    };
    Ok(create.notes.iter().filter_map(reader).collect())
}

/// Drafts that tell the case which parties this person's organisation has compared.
fn verification_drafts(
    session: &Session,
    state: &Space,
    comparisons: &[(CommandId, OrganisationVerified)],
    also: Option<OrganisationId>,
) -> Vec<Draft> {
    let Some(chain) = state.chain() else { return Vec::new() };
    let membership = chain.membership();
    let Some(member) = membership.active(session.user()) else { return Vec::new() };
    if !matches!(member.role, Role::Administrator | Role::Leader) {
        return Vec::new();
    }
    comparisons
        .iter()
        .filter(|(_, verified)| {
            let party = membership.organisations().get(&verified.organisation);
            let known = party.is_some_and(|party| {
                party.root == verified.root && !party.verified_by.contains_key(&verified.verifier)
            });
            known || also == Some(verified.organisation)
        })
        .map(|(command, verified)| Draft::Act {
            command: *command,
            act: Act::OrganisationVerified(verified.clone()),
            wraps: Vec::new(),
        })
        .collect()
}

/// A member's keys and whether they may have what was written before.
fn access(member: &Member) -> (CertificateRequest, bool) {
    let history = member.consent.as_ref().is_none_or(|consent| consent.history);
    (member.chain.cert.request.clone(), history)
}

/// The team's group.
pub(crate) fn team(state: &Space) -> Outcome<GroupId> {
    match state.group(GroupPurpose::Team) {
        Some(group) => Ok(group),
        None => fail("unknown-group"),
    }
}

/// Stable code of a member's state.
pub(crate) fn state_code(state: MemberState) -> &'static str {
    match state {
        MemberState::Active => "active",
        MemberState::Suspended => "suspended",
        MemberState::Ended => "ended",
    }
}

/// Stable code of a role.
pub(crate) fn role_code(role: Role) -> &'static str {
    match role {
        Role::Administrator => "administrator",
        Role::Leader => "leader",
        Role::Member => "member",
        Role::Participant => "participant",
        Role::Support => "support",
        Role::Manager => "manager",
        Role::Assessor => "assessor",
        Role::Host => "host",
    }
}

/// Stable code of how an organisation was compared.
pub(crate) fn method_code(method: VerificationMethod) -> &'static str {
    match method {
        VerificationMethod::SafetyNumber => "safety-number",
        VerificationMethod::Invitation => "invitation",
        VerificationMethod::Override => "override",
    }
}
