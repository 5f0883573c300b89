//! One's own organisation: founding it, its people, invitations, and the
//! organisations it knows.

use std::rc::Rc;

use hawser_casework::{PartyId, PersonId, Record};
use hawser_encryption::epoch::{EpochPlace, EpochSecret};
use hawser_encryption::identity::name_commit;
use hawser_encryption::invitation::InvitationSecret;
use hawser_encryption::keyring::Keyring;
use hawser_ledger::codec::Layout;
use hawser_ledger::header::{CLASS_MEMBERSHIP, MODE_PUBLIC, Position, Prefix, SUITE_X25519};
use hawser_ledger::membership::{
    Act, Genesis, GroupCreate, GroupPurpose, KIND_GENESIS, MemberState, OrganisationVerified, Role, SpaceKind,
    VerificationMethod,
};
use hawser_ledger::merkle::empty_root;
use hawser_ledger::person::{CertChain, CertificateRequest, Delegation, PersonCert};
use hawser_ledger::safety_number::safety_number;
use hawser_ledger::{Chain, Event, GroupId, OrganisationId, SpaceId};
use hawser_protocol::organisation::{
    InvitationAnswer, InvitationCreate, InvitationEntry, InvitationStage,
};
use hawser_protocol::path;
use hawser_protocol::space::{Append, Appended};
use hawser_views::Failure;
use hawser_views::account::{Me, OrganisationDraft};
use hawser_views::organisation::{ContactView, InvitationView, OrganisationView, PersonView};
use serde::{Deserialize, Serialize};

use crate::append::Draft;
use crate::book::short;
use crate::card::Card;
use crate::failure::{Failed, Outcome, fail, field};
use crate::invitation::Invitation;
use crate::io::Environment;
use crate::qr::modules;
use crate::replay::Space;
use crate::{Agent, OpenSpace};

const NOTE: &str = "invitation-note";

/// A person's name as it travels to who certifies it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NameCard {
    pub(crate) name: String,
    pub(crate) function: String,
    pub(crate) salt: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct InvitationNote {
    for_whom: String,
    secret: String,
}

/// An organisation that is about to be founded.
pub(crate) struct Founding {
    genesis: Event,
    name: String,
    country: String,
}

/// Refuses a name that is missing, too long, or would mislead on screen.
pub(crate) fn check_name(name: &str, value: &str) -> Outcome<()> {
    if value.trim().is_empty() {
        return Err(field(name, "missing"));
    }
    check_text(name, value)
}

/// Refuses a text that is too long or would mislead on screen.
pub(crate) fn check_text(name: &str, value: &str) -> Outcome<()> {
    if value.chars().count() > 200 {
        return Err(field(name, "too-long"));
    }
    if value.chars().any(char::is_control) {
        return Err(field(name, "control-character"));
    }
    let bidi = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}');
    if value.chars().any(bidi) {
        return Err(field(name, "bidi-control"));
    }
    Ok(())
}

pub(crate) fn stage_code(stage: InvitationStage) -> &'static str {
    match stage {
        InvitationStage::Open => "open",
        InvitationStage::Answered => "answered",
        InvitationStage::Done => "done",
        InvitationStage::Withdrawn => "withdrawn",
        InvitationStage::Expired => "expired",
    }
}

impl<E: Environment> Agent<E> {
    /// Draws root and genesis of a new organisation; the keyring keeps the root.
    pub(crate) fn prepare_organisation(
        &self,
        keyring: &mut Keyring,
        draft: &OrganisationDraft,
    ) -> Outcome<Founding> {
        let root = self.with_random(|random| keyring.make_organisation_root(random));
        let Some(root_key) = &keyring.organisation_root else { return fail("keyring-damaged") };
        let moment = self.moment();
        let genesis = Genesis {
            kind: SpaceKind::Organisation,
            random: self.draw(),
            root,
            founder: None,
            organisations: Vec::new(),
            min_suite: SUITE_X25519,
            origin: self.environment().origin(),
            log_key: [0; 32],
            log_keepers: Vec::new(),
            max_age_s: 0,
            policy: Vec::new(),
        };
        let prefix = Prefix {
            suite: SUITE_X25519,
            class: CLASS_MEMBERSHIP,
            mode: MODE_PUBLIC,
            kind: KIND_GENESIS,
            space: SpaceId::ZERO,
            group: GroupId::ZERO,
            epoch: 0,
            author: hawser_ledger::KeyId::ZERO,
            command: self.new_command(),
            recorded_ms: moment.utc_ms,
            offset_min: moment.offset_min,
            keyring_version: 1,
            nonce: [0; 24],
            key_commit: [0; 32],
            public_len: 0,
            public_hash: [0; 32],
        };
        let public = Act::Genesis(Box::new(genesis)).encode();
        let event = Event::sign(prefix, first_position(), public, Vec::new(), root_key);
        keyring.organisation = Some((OrganisationId(event.id().0), root));
        Ok(Founding { genesis: event, name: draft.name.trim().to_owned(), country: draft.country.clone() })
    }

    /// Writes the organisation's first events: delegation, own certificate, group, names.
    pub(crate) async fn found_organisation(&self, founding: Founding) -> Outcome<()> {
        let session = self.current()?;
        let (organisation, _) = session.own_organisation()?;
        let identity = session.identity();
        let mut chain = Chain::found(&founding.genesis)?;
        let mut events = vec![founding.genesis.encode()];
        let delegation = {
            let keyring = session.keyring();
            let Some(root) = &keyring.organisation_root else { return fail("keyring-damaged") };
            let delegation = Delegation::sign(root, organisation, session.user(), identity.signing_public());
            let act = Act::AdministratorAdd(delegation.clone());
            let prefix = session.act_prefix(chain.space(), act.kind(), self.new_command(), self.moment());
            let event =
                Event::sign(prefix, chain.next_position(GroupId::ZERO), act.encode(), Vec::new(), root);
            chain.accept(&event)?;
            events.push(event.encode());
            delegation
        };
        let (commit, salt, name, function) = {
            let keyring = session.keyring();
            let commit = name_commit(&keyring.salt, &keyring.name);
            (commit, hex::encode(keyring.salt), keyring.name.clone(), keyring.function.clone())
        };
        let request = identity.certificate_request(organisation, session.user(), commit);
        let cert = PersonCert::certify(request, identity.signing());
        let group = GroupId(self.draw());
        let mut state = Space::new(chain.space());
        let chain_of_trust = CertChain { delegation, cert: cert.clone() };
        let founder = [(session.user(), &chain_of_trust)];
        let start = self.first_epoch(&mut state, chain.space(), group, &founder)?;
        let party = PartyId::new(organisation.0);
        let drafts = [
            self.act(Act::PersonCert(Box::new(cert))),
            self.act(Act::GroupCreate(GroupCreate {
                group,
                purpose: GroupPurpose::Team,
                organisation: OrganisationId::ZERO,
            })),
            start,
            self.record_now(group, Record::PartyNamed { party, name: founding.name, country: founding.country }),
            self.record_now(group, Record::PersonNamed { person: session.person(), name, function, salt }),
        ];
        let built = self.build(&session, &state, &mut chain, &drafts)?;
        // Wraps count events from the front of the whole append.
        let offset = events.len() as u32;
        events.extend(built.events);
        let mut wraps = built.wraps;
        for wrap in &mut wraps {
            wrap.event += offset;
        }
        let append = Append { size: 0, head: hawser_ledger::EventId::ZERO, events, wraps };
        let response = self.exchange(self.append_request(path::SPACES.to_owned(), &append)).await?;
        let _: Appended = serde_json::from_slice(&response.body)
            .map_err(|_| Failed(Failure::new("server-answer").with("status", response.status)))?;
        Ok(())
    }

    /// A group's first epoch for `members`; the secret is kept in `state`.
    pub(crate) fn first_epoch(
        &self,
        state: &mut Space,
        space: SpaceId,
        group: GroupId,
        members: &[(hawser_ledger::UserId, &CertChain)],
    ) -> Outcome<Draft> {
        let secret = self.with_random(EpochSecret::make);
        let (start, wraps) =
            crate::people::epoch_start(EpochPlace { space, group, number: 1 }, &secret, members)?;
        state.keep_secret(group, 1, secret);
        Ok(Draft::Act { command: self.new_command(), act: Act::EpochStart(start), wraps })
    }

    /// Answers the invitation one registered under, so that its sender can certify.
    pub(crate) async fn answer_invitation(&self) -> Outcome<()> {
        let session = self.current()?;
        let Some(link) = session.keyring().invitation.clone() else { return Ok(()) };
        let invitation = Invitation::parse(&link)?;
        let Some((organisation, _)) = invitation.organisation else { return Ok(()) };
        let (name, commit) = {
            let keyring = session.keyring();
            let name = NameCard {
                name: keyring.name.clone(),
                function: keyring.function.clone(),
                salt: hex::encode(keyring.salt),
            };
            (name, name_commit(&keyring.salt, &keyring.name))
        };
        let request = session.identity().certificate_request(organisation, session.user(), commit).encode();
        let mac = invitation.secret.authenticate(organisation, &request);
        let plain = serde_json::to_vec(&name).map_err(|_| Failed(Failure::new("bad-request")))?;
        let sealed = self.with_random(|random| invitation.secret.seal_name(random, &plain));
        let answer = InvitationAnswer { request: request.into(), mac: mac.into(), name: sealed.into() };
        let path = path::fill(path::INVITATIONS_ANSWER, &[&invitation.secret.lookup()]);
        self.send("PUT", path, &answer).await?;
        self.update_keyring(|keyring| keyring.invitation = None).await
    }

    /// Goes on where a registration was cut off.
    pub(crate) async fn finish_enrolment(&self) -> Outcome<()> {
        let session = self.current()?;
        if session.keyring().invitation.is_some() {
            return self.answer_invitation().await;
        }
        let founder = session.keyring().organisation_root.is_some();
        if founder && self.who_am_i().await?.organisation.is_none() {
            // The account was made, but its organisation never reached the server.
            let draft = OrganisationDraft { name: session.keyring().name.clone(), country: String::new() };
            let mut founding = None;
            self.update_keyring(|keyring| founding = self.prepare_organisation(keyring, &draft).ok()).await?;
            if let Some(founding) = founding {
                return self.found_organisation(founding).await;
            }
        }
        Ok(())
    }

    /// One's own organisation's space, once certified.
    pub(crate) async fn own_space(&self) -> Outcome<Option<Rc<OpenSpace>>> {
        let session = self.current()?;
        let Some((organisation, _)) = session.organisation() else { return Ok(None) };
        match self.space(organisation.into()).await {
            Ok(open) => Ok(Some(open)),
            Err(Failed(failure)) if matches!(failure.code.as_str(), "not-found" | "forbidden") => Ok(None),
            Err(failed) => Err(failed),
        }
    }

    pub(crate) async fn me(&self) -> Outcome<Me> {
        let session = self.current()?;
        let open = self.own_space().await?;
        let keyring = session.keyring();
        let organisation = keyring.organisation.map_or(OrganisationId::ZERO, |(id, _)| id);
        let party = PartyId::new(organisation.0);
        let mut me = Me {
            person: session.person(),
            name: keyring.name.clone(),
            function: keyring.function.clone(),
            party,
            party_name: String::new(),
            certified: false,
            administers: false,
            kit_confirmed: keyring.kit_confirmed,
            exercise: session.exercise.get(),
        };
        if let Some(open) = open {
            let state = open.state.borrow();
            let member = state.member(session.user());
            me.certified = member.is_some_and(|member| member.state == MemberState::Active);
            me.administers = member.is_some_and(|member| member.role == Role::Administrator);
            me.party_name = state.book.parties.get(&party).map(|(name, _)| name.clone()).unwrap_or_default();
        }
        Ok(me)
    }

    /// The delegated administrator's own space, or a refusal.
    pub(crate) async fn administered(&self) -> Outcome<Rc<OpenSpace>> {
        let session = self.current()?;
        match self.own_space().await? {
            Some(open)
                if open
                    .state
                    .borrow()
                    .member(session.user())
                    .is_some_and(|member| member.role == Role::Administrator) =>
            {
                Ok(open)
            }
            _ => fail("not-administrator"),
        }
    }

    pub(crate) async fn invite(&self, for_whom: &str, hours: u32) -> Outcome<String> {
        check_text("for-whom", for_whom)?;
        self.administered().await?;
        let session = self.current()?;
        let (organisation, root) = session.own_organisation()?;
        let secret = self.with_random(InvitationSecret::make);
        let note = InvitationNote { for_whom: for_whom.to_owned(), secret: hex::encode(secret.expose()) };
        let plain = serde_json::to_vec(&note).map_err(|_| Failed(Failure::new("bad-request")))?;
        let create = InvitationCreate {
            lookup: secret.lookup(),
            organisation,
            note: self.with_random(|random| session.identity().seal_own(random, NOTE, &plain)).into(),
            hours: hours.clamp(1, 720),
        };
        self.send("POST", path::INVITATIONS, &create).await?;
        let invitation = Invitation { organisation: Some((organisation, root)), secret };
        Ok(format!("{}/join#{}", self.environment().origin(), invitation.fragment()))
    }

    pub(crate) async fn withdraw_invitation(&self, lookup: &str) -> Outcome<()> {
        self.delete(path::fill(path::INVITATIONS_ONE, &[lookup])).await
    }

    fn invitation_note(&self, entry: &InvitationEntry) -> Option<(String, InvitationSecret)> {
        let session = self.current().ok()?;
        let plain = session.identity().open_own(NOTE, &entry.note.0).ok()?;
        let note: InvitationNote = serde_json::from_slice(&plain).ok()?;
        let mut secret = [0; 32];
        hex::decode_to_slice(&note.secret, &mut secret).ok()?;
        Some((note.for_whom, InvitationSecret::from_bytes(secret)))
    }

    /// The certificate request and name of an answer that verifies.
    fn authentic(
        organisation: OrganisationId,
        secret: &InvitationSecret,
        answer: &InvitationAnswer,
    ) -> Option<(CertificateRequest, NameCard)> {
        secret.verify(organisation, &answer.request.0, &answer.mac.0).ok()?;
        let request = CertificateRequest::decode(&answer.request.0).ok()?;
        request.verify().ok()?;
        let name: NameCard = serde_json::from_slice(&secret.open_name(&answer.name.0).ok()?).ok()?;
        let mut salt = [0; 32];
        hex::decode_to_slice(&name.salt, &mut salt).ok()?;
        let fits = request.organisation == organisation && name_commit(&salt, &name.name) == request.name_commit;
        fits.then_some((request, name))
    }

    pub(crate) async fn certify(&self, lookup: &str) -> Outcome<()> {
        let open = self.administered().await?;
        let session = self.current()?;
        let (organisation, _) = session.own_organisation()?;
        let entries: Vec<InvitationEntry> = self.get(path::INVITATIONS).await?;
        let Some(entry) = entries.iter().find(|entry| entry.lookup == lookup) else { return fail("not-found") };
        let (Some((_, secret)), Some(answer)) = (self.invitation_note(entry), &entry.answer) else {
            return fail("invitation-other-inviter");
        };
        let Some((request, name)) = Self::authentic(organisation, &secret, answer) else {
            return fail("invitation-forged");
        };
        if entry.user != Some(request.user) {
            return fail("invitation-forged");
        }
        check_name("name", &name.name)?;
        let cert = PersonCert::certify(request, session.identity().signing());
        let (certify, grant, named) = (self.new_command(), self.new_command(), self.new_command());
        let id = open.state.borrow().id();
        self.append(id, move |state| {
            let Some(group) = state.group(GroupPurpose::Team) else { return fail("unknown-group") };
            let person = PersonId::new(cert.request.user.0);
            let entry = self.entry_now(Record::PersonNamed {
                person,
                name: name.name.clone(),
                function: name.function.clone(),
                salt: name.salt.clone(),
            });
            let (act, wraps) =
                crate::people::grant(state, group, cert.request.user, &cert.request, true)?;
            Ok(vec![
                Draft::Act { command: certify, act: Act::PersonCert(Box::new(cert.clone())), wraps: Vec::new() },
                Draft::Act { command: grant, act, wraps },
                Draft::Record { command: named, group, entry, blobs: Vec::new() },
            ])
        })
        .await
    }

    pub(crate) async fn add_contact(&self, text: &str) -> Outcome<()> {
        let open = self.administered().await?;
        let session = self.current()?;
        let card = Card::parse(text)?;
        check_name("name", &card.name)?;
        check_text("country", &card.country)?;
        let (own, _) = session.own_organisation()?;
        if card.organisation() == own {
            return fail("card-own");
        }
        let party = PartyId::new(card.organisation().0);
        let known = open.state.borrow().book.cards.get(&party).map(|known| known.root);
        if known.is_some_and(|root| root != card.root) {
            return fail("root-differs");
        }
        let (introduced, named) = (self.new_command(), self.new_command());
        let id = open.state.borrow().id();
        self.append(id, move |state| {
            let Some(group) = state.group(GroupPurpose::Team) else { return fail("unknown-group") };
            let draft = |command, record| Draft::Record {
                command,
                group,
                entry: self.entry_now(record),
                blobs: Vec::new(),
            };
            Ok(vec![
                draft(introduced, Record::PartyIntroduced { party, card: card.encode() }),
                draft(
                    named,
                    Record::PartyNamed { party, name: card.name.clone(), country: card.country.clone() },
                ),
            ])
        })
        .await
    }

    pub(crate) async fn confirm_safety_number(&self, party: PartyId, digits: &str) -> Outcome<()> {
        let open = self.administered().await?;
        let session = self.current()?;
        let (own, own_root) = session.own_organisation()?;
        let other = OrganisationId(*party.as_bytes());
        let card = open.state.borrow().book.cards.get(&party).cloned();
        let Some(card) = card else { return fail("not-found") };
        let expected = safety_number((own, &own_root), (other, &card.root));
        let typed: String = digits.chars().filter(char::is_ascii_digit).collect();
        if typed != expected {
            return fail("safety-number-differs");
        }
        let command = self.new_command();
        let id = open.state.borrow().id();
        self.append(id, move |_| {
            let verified = OrganisationVerified {
                verifier: own,
                organisation: other,
                root: card.root,
                method: VerificationMethod::SafetyNumber,
            };
            Ok(vec![Draft::Act { command, act: Act::OrganisationVerified(verified), wraps: Vec::new() }])
        })
        .await
    }

    /// The root of an organisation that one's own has compared (or is).
    pub(crate) async fn verified_root(&self, organisation: OrganisationId) -> Outcome<Option<[u8; 32]>> {
        let session = self.current()?;
        let (own, own_root) = session.own_organisation()?;
        if own == organisation {
            return Ok(Some(own_root));
        }
        let Some(open) = self.own_space().await? else { return Ok(None) };
        let state = open.state.borrow();
        let membership = state.chain().map(Chain::membership);
        Ok(membership
            .and_then(|membership| membership.organisations().get(&organisation))
            .filter(|entry| entry.verified_by.contains_key(&own))
            .map(|entry| entry.root))
    }

    pub(crate) async fn organisation(&self) -> Outcome<OrganisationView> {
        let session = self.current()?;
        let (own, own_root) = session.own_organisation()?;
        let Some(open) = self.own_space().await? else { return fail("not-certified") };
        let administers = open
            .state
            .borrow()
            .member(session.user())
            .is_some_and(|member| member.role == Role::Administrator && member.state == MemberState::Active);
        let invitations: Vec<InvitationEntry> =
            if administers { self.get(path::INVITATIONS).await? } else { Vec::new() };
        let state = open.state.borrow();
        let party = PartyId::new(own.0);
        let (name, country) = state.book.parties.get(&party).cloned().unwrap_or_default();
        Ok(OrganisationView {
            party,
            card: self.own_card(&state, &name, &country, own_root),
            people: people(&state),
            invitations: invitations.iter().map(|entry| self.invitation_view(own, entry)).collect(),
            contacts: contacts(&state, own, &own_root),
            name,
            country,
            administers,
        })
    }

    fn own_card(&self, state: &Space, name: &str, country: &str, root: [u8; 32]) -> String {
        let administrator = state.chain().and_then(|chain| {
            let user = chain.membership().administrators().next()?;
            chain.membership().members().get(&user).map(|member| (*member.chain).clone())
        });
        let Some(administrator) = administrator else { return String::new() };
        let card = Card { root, name: name.to_owned(), country: country.to_owned(), administrator };
        format!("{}/organisation#card.v1.{}", self.environment().origin(), card.encode())
    }

    fn invitation_view(&self, own: OrganisationId, entry: &InvitationEntry) -> InvitationView {
        let note = self.invitation_note(entry);
        let authentic = match (&note, &entry.answer) {
            (Some((_, secret)), Some(answer)) => Self::authentic(own, secret, answer),
            _ => None,
        };
        InvitationView {
            lookup: entry.lookup.clone(),
            forged: note.is_some() && entry.answer.is_some() && authentic.is_none(),
            for_whom: note.map(|(for_whom, _)| for_whom).unwrap_or_default(),
            stage: stage_code(entry.stage).to_owned(),
            expires_ms: entry.expires_ms,
            answered_name: authentic.map(|(_, name)| {
                if name.function.is_empty() { name.name } else { format!("{}, {}", name.name, name.function) }
            }),
        }
    }
}

/// Where a first event stands.
pub(crate) fn first_position() -> Position {
    Position {
        seq: 0,
        prev: [0; 32],
        seen_root: empty_root(),
        group_seq: 0,
        encrypted_len: 0,
        encrypted_hash: [0; 32],
    }
}

fn people(state: &Space) -> Vec<PersonView> {
    let Some(chain) = state.chain() else { return Vec::new() };
    chain
        .membership()
        .members()
        .iter()
        .map(|(user, member)| {
            let person = PersonId::new(user.0);
            let named = state.book.people.get(&person);
            PersonView {
                person,
                name: named.map_or_else(|| short(&person.to_string()), |named| named.name.clone()),
                function: named.map(|named| named.function.clone()).unwrap_or_default(),
                administers: member.role == Role::Administrator,
                active: member.state == MemberState::Active,
            }
        })
        .collect()
}

fn contacts(state: &Space, own: OrganisationId, own_root: &[u8; 32]) -> Vec<ContactView> {
    let verified_ms = |organisation: OrganisationId| {
        state.acts.iter().rev().find_map(|line| match &line.act {
            Act::OrganisationVerified(verified) if verified.organisation == organisation => {
                Some(line.recorded.utc_ms)
            }
            _ => None,
        })
    };
    state
        .book
        .cards
        .iter()
        .map(|(party, card)| {
            let organisation = card.organisation();
            let safety_number = safety_number((own, own_root), (organisation, &card.root));
            let verified = state
                .chain()
                .and_then(|chain| chain.membership().organisations().get(&organisation))
                .is_some_and(|entry| entry.root == card.root && entry.verified_by.contains_key(&own));
            ContactView {
                party: *party,
                name: card.name.clone(),
                country: card.country.clone(),
                qr: modules(&safety_number),
                safety_number,
                verified,
                verified_ms: if verified { verified_ms(organisation) } else { None },
            }
        })
        .collect()
}

