//! One's own organisation: founding it, its people, invitations, and the
//! organisations it knows.

use std::rc::Rc;

use hawser_casework::{PartyId, PersonId, Record};
use hawser_encryption::epoch::{EpochPlace, EpochSecret};
use hawser_encryption::keyring::Keyring;
use hawser_ledger::header::{CLASS_MEMBERSHIP, MODE_PUBLIC, Position, Prefix, SUITE_X25519};
use hawser_ledger::membership::{
    Act, Genesis, GroupCreate, GroupPurpose, KIND_GENESIS, MemberState, SpaceKind,
};
use hawser_ledger::merkle::empty_root;
use hawser_ledger::person::name_commit;
use hawser_ledger::person::{CertChain, Delegation, PersonCert};
use hawser_ledger::{Chain, Event, GroupId, OrganisationId, SpaceId};
use hawser_protocol::organisation::InvitationEntry;
use hawser_protocol::path;
use hawser_protocol::space::{Append, Appended};
use hawser_views::Failure;
use hawser_views::account::{Me, OrganisationDraft};
use hawser_views::organisation::{OrganisationView, PersonView};

use crate::append::Draft;
use crate::contacts::contacts;
use crate::failure::{Failed, Outcome, fail, field, too_long};
use crate::founding::SUITE;
use crate::io::Environment;
use crate::people::user_id;
use crate::replay::Space;
use crate::{Agent, OpenSpace};
use hawser_reading::names::short;

/// The longest name, function or note, in characters.
const TEXT_MAX: usize = 200;

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
    if value.chars().count() > TEXT_MAX {
        return Err(too_long(name, TEXT_MAX));
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

impl<E: Environment> Agent<E> {
    /// Draws root and genesis of a new organisation; the keyring keeps the root.
    pub(crate) fn prepare_organisation(
        &self,
        keyring: &mut Keyring,
        draft: &OrganisationDraft,
        log_key: [u8; 32],
    ) -> Outcome<Founding> {
        let root = self.with_random(|random| keyring.make_organisation_root(random));
        let Some(root_key) = &keyring.organisation_root else {
            return fail("keyring-damaged");
        };
        let moment = self.moment();
        let genesis = Genesis {
            kind: SpaceKind::Organisation,
            random: self.draw(),
            root,
            founder: None,
            organisations: Vec::new(),
            min_suite: SUITE,
            origin: self.environment().origin(),
            log_key,
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
        Ok(Founding {
            genesis: event,
            name: draft.name.trim().to_owned(),
            country: draft.country.clone(),
        })
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
            let Some(root) = &keyring.organisation_root else {
                return fail("keyring-damaged");
            };
            Delegation::sign(
                root,
                organisation,
                session.user(),
                identity.signing_public(),
            )
        };
        let (commit, salt, name, function) = {
            let keyring = session.keyring();
            let commit = name_commit(&keyring.salt, &keyring.name);
            (
                commit,
                hex::encode(keyring.salt),
                keyring.name.clone(),
                keyring.function.clone(),
            )
        };
        let request = identity.certificate_request(organisation, session.user(), commit);
        let cert = PersonCert::certify(request, identity.signing());
        let group = GroupId(self.draw());
        let mut state = Space::new(chain.space());
        let chain_of_trust = CertChain {
            delegation: delegation.clone(),
            cert: cert.clone(),
        };
        let founder = [(session.user(), &chain_of_trust)];
        let start = self.first_epoch(&mut state, chain.space(), group, &founder)?;
        let party = PartyId::new(organisation.0);
        let drafts = [
            Draft::Root {
                command: self.new_command(),
                act: Act::AdministratorAdd(delegation),
            },
            self.act(Act::PersonCert(Box::new(cert))),
            self.act(Act::GroupCreate(GroupCreate {
                group,
                purpose: GroupPurpose::Team,
                organisation: OrganisationId::ZERO,
            })),
            start,
            self.record_now(
                group,
                Record::PartyNamed {
                    party,
                    name: founding.name,
                    country: founding.country,
                },
            ),
            self.record_now(
                group,
                Record::PersonNamed {
                    person: session.person(),
                    name,
                    function,
                    salt,
                },
            ),
        ];
        let built = self.build(&session, &state, &mut chain, &drafts)?;
        // Wraps count events from the front of the whole append.
        let offset = events.len() as u32;
        events.extend(built.events);
        let mut wraps = built.wraps;
        for wrap in &mut wraps {
            wrap.event += offset;
        }
        let append = Append {
            size: 0,
            head: hawser_ledger::EventId::ZERO,
            events,
            wraps,
        };
        let response = self
            .exchange(self.append_request(path::SPACES.to_owned(), &append))
            .await?;
        let appended: Appended = serde_json::from_slice(&response.body)
            .map_err(|_| Failed(Failure::new("server-answer").with("status", response.status)))?;
        self.expect_founded(&chain, &appended)
    }

    /// Makes a person an administrator of one's organisation, or no longer one; with the root, so for its holder alone.
    pub(crate) async fn set_administrator(
        &self,
        person: PersonId,
        administers: bool,
    ) -> Outcome<()> {
        let session = self.current()?;
        let own = self.administered().await?;
        let (organisation, _) = session.own_organisation()?;
        let (user, command) = (user_id(person), self.new_command());
        let id = own.state.borrow().id();
        self.append(id, |state| {
            let Some(member) = state.member(user) else {
                return fail("unknown-member");
            };
            if member.role.administers() == administers {
                return Ok(Vec::new());
            }
            let act = if administers {
                let keyring = session.keyring();
                let Some(root) = &keyring.organisation_root else {
                    return fail("not-root-holder");
                };
                let key = member.signing_key();
                Act::AdministratorAdd(Delegation::sign(root, organisation, user, key))
            } else {
                Act::AdministratorRevoke(user)
            };
            Ok(vec![Draft::Root { command, act }])
        })
        .await
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
        let place = EpochPlace {
            space,
            group,
            number: 1,
        };
        let (start, wraps) = crate::access::epoch_start((place, state.suite()), &secret, members)?;
        state.keep_secret(group, 1, secret);
        Ok(Draft::Act {
            command: self.new_command(),
            act: Act::EpochStart(start),
            wraps,
        })
    }

    /// One's own organisation's space, once certified.
    pub(crate) async fn own_space(&self) -> Outcome<Option<Rc<OpenSpace>>> {
        let session = self.current()?;
        let Some((organisation, _)) = session.organisation() else {
            return Ok(None);
        };
        match self.space(organisation.into()).await {
            Ok(open) => Ok(Some(open)),
            Err(Failed(failure)) if matches!(failure.code.as_str(), "not-found" | "forbidden") => {
                Ok(None)
            }
            Err(failed) => Err(failed),
        }
    }

    pub(crate) async fn me(&self) -> Outcome<Me> {
        let session = self.current()?;
        let open = self.own_space().await?;
        let keyring = session.keyring();
        let organisation = keyring
            .organisation
            .map_or(OrganisationId::ZERO, |(id, _)| id);
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
            me.administers = member.is_some_and(|member| member.role.administers());
            me.party_name = state
                .book
                .parties
                .get(&party)
                .map(|(name, _)| name.clone())
                .unwrap_or_default();
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
                    .is_some_and(|member| member.role.administers()) =>
            {
                Ok(open)
            }
            _ => fail("not-administrator"),
        }
    }

    pub(crate) async fn organisation(&self) -> Outcome<OrganisationView> {
        let session = self.current()?;
        let (own, own_root) = session.own_organisation()?;
        let Some(open) = self.own_space().await? else {
            return fail("not-certified");
        };
        let administers = open
            .state
            .borrow()
            .member(session.user())
            .is_some_and(|member| member.role.administers() && member.state == MemberState::Active);
        let invitations: Vec<InvitationEntry> = if administers {
            self.get(path::INVITATIONS).await?
        } else {
            Vec::new()
        };
        let key_requests = if administers {
            self.key_request_views(&open).await?
        } else {
            Vec::new()
        };
        let state = open.state.borrow();
        let party = PartyId::new(own.0);
        let (name, country) = state.book.parties.get(&party).cloned().unwrap_or_default();
        Ok(OrganisationView {
            party,
            card: self.own_card(&state, &name, &country, own_root),
            people: people(&state, session.person()),
            holds_root: session.keyring().organisation_root.is_some(),
            invitations: invitations
                .iter()
                .map(|entry| self.invitation_view(own, entry))
                .collect(),
            key_requests,
            contacts: contacts(&state, own, &own_root),
            name,
            country,
            administers,
        })
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
        acts: 0,
    }
}

fn people(state: &Space, me: PersonId) -> Vec<PersonView> {
    let Some(chain) = state.chain() else {
        return Vec::new();
    };
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
                function: named
                    .map(|named| named.function.clone())
                    .unwrap_or_default(),
                administers: member.role.administers(),
                active: member.state == MemberState::Active,
                founder: member.admitted_by.is_none(),
                me: person == me,
            }
        })
        .collect()
}
