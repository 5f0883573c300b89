//! New keys: drawn where old ones may be in other hands, certified by one's organisation once an administrator has
//! compared them, and taken to every space by their owner.

use std::sync::Arc;

use hawser_casework::PersonId;
use hawser_ledger::codec::Layout;
use hawser_ledger::key::key_id;
use hawser_ledger::membership::{Act, MemberState, SpaceKind};
use hawser_ledger::person::{CertChain, CertificateRequest, Delegation, PersonCert, name_commit};
use hawser_ledger::safety_number::key_number;
use hawser_ledger::{GroupId, UserId};
use hawser_protocol::organisation::{PartyLetter, PartyLetterCreate};
use hawser_protocol::path::{self, SPACES};
use hawser_protocol::space::SpaceEntry;
use hawser_views::Notice;
use hawser_views::account::{KeysView, RecoveryKit};
use hawser_views::organisation::KeyRequestView;
use serde::{Deserialize, Serialize};

use crate::access::{MOST_WRAPS, can_give_to};
use crate::account::Renewed;
use crate::append::Draft;
use crate::failure::{Outcome, fail};
use crate::io::Environment;
use crate::letter::{make_letter, open_letter};
use crate::people::{membership, team, user_id};
use crate::replay::Space;
use crate::session::Session;
use crate::{Agent, OpenSpace};

/// What a person asks an administrator of their organisation to certify.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyLetter {
    /// The certificate request, hexadecimal.
    request: String,
}

/// A request that its person signed with the keys that are known.
struct KeyRequest {
    request: CertificateRequest,
    created_ms: i64,
}

/// What the newest generation that waits asks to be certified.
fn waiting_request(session: &Session) -> Outcome<Option<CertificateRequest>> {
    let generations = session.generations();
    let Some(pending) = generations.pending().first() else {
        return Ok(None);
    };
    let (organisation, _) = session.own_organisation()?;
    let commit = {
        let keyring = session.keyring();
        name_commit(&keyring.salt, &keyring.name)
    };
    Ok(Some(pending.certificate_request(
        organisation,
        session.user(),
        commit,
    )))
}

impl<E: Environment> Agent<E> {
    /// Draws keys of a next generation, under a new passphrase and a new kit: what an old browser kept opens none of it.
    /// Until they are certified the present ones stay in use.
    pub(crate) async fn draw_keys(&self, present: &str, new: &str) -> Outcome<RecoveryKit> {
        if self.own_space().await?.is_none() {
            return fail("not-certified");
        }
        self.renew(present, new, Renewed::Keys).await?;
        // The new kit is shown once, whatever becomes of asking: that can be done again.
        drop(self.ask_for_certificate().await);
        self.kit()
    }

    /// Asks every administrator of one's organisation; whoever keeps its root certifies themselves.
    pub(crate) async fn ask_for_certificate(&self) -> Outcome<()> {
        let session = self.current()?;
        let Some(request) = waiting_request(&session)? else {
            return Ok(());
        };
        let Some(open) = self.own_space().await? else {
            return fail("not-certified");
        };
        let is_root_holder = session.keyring().organisation_root.is_some();
        let letters = {
            let state = open.state.borrow();
            let membership = membership(&state)?;
            let Some(own) = membership.active(session.user()) else {
                return fail("not-certified");
            };
            if own.role.administers() && is_root_holder {
                None
            } else {
                let body = KeyLetter {
                    request: hex::encode(request.encode()),
                };
                let others = membership
                    .administrators()
                    .filter(|one| *one != session.user());
                let letters = others
                    .filter_map(|user| Some((user, membership.active(user)?)))
                    .map(|(user, member)| {
                        let to = &member.chain.cert.request;
                        let id = membership.space();
                        let letter = make_letter(&session.identity(), &own.chain, id, to, &body)?;
                        Ok(PartyLetterCreate {
                            space: id,
                            to: user,
                            body: letter.into(),
                        })
                    })
                    .collect::<Outcome<Vec<_>>>()?;
                Some(letters)
            }
        };
        let Some(letters) = letters else {
            self.certify_request(&request).await?;
            return self.adopt_keys().await;
        };
        if letters.is_empty() {
            return fail("nobody-to-certify");
        }
        for letter in letters {
            self.send("POST", path::LETTERS, &letter).await?;
        }
        Ok(())
    }

    /// Requests for new keys that people of one's organisation have signed with the present ones, the newest of each.
    async fn key_requests(&self, open: &OpenSpace) -> Outcome<Vec<KeyRequest>> {
        let session = self.current()?;
        let (own, root) = session.own_organisation()?;
        let letters: Vec<PartyLetter> = self.get(path::LETTERS).await?;
        let state = open.state.borrow();
        let id = state.id();
        let mut found: Vec<KeyRequest> = Vec::new();
        for letter in letters.iter().filter(|letter| letter.space == id) {
            let root = |organisation| (organisation == own).then_some(root);
            let Ok(opened) =
                open_letter::<KeyLetter>(&session.generations(), id, &letter.body.0, root)
            else {
                continue;
            };
            let bytes = hex::decode(&opened.body.request).unwrap_or_default();
            let Ok(request) = CertificateRequest::decode(&bytes) else {
                continue;
            };
            let writer = &opened.writer.cert.request;
            let is_theirs = request.verify().is_ok()
                && (request.organisation, request.user) == (own, writer.user)
                && state.member(writer.user).is_some_and(|member| {
                    let known = &member.chain.cert.request;
                    member.state == MemberState::Active
                        && known.signing_key == writer.signing_key
                        && request.generation > known.generation
                        && request.name_commit == known.name_commit
                });
            let is_first = found.iter().all(|one| one.request.user != request.user);
            if is_theirs && is_first {
                found.push(KeyRequest {
                    request,
                    created_ms: letter.created_ms,
                });
            }
        }
        Ok(found)
    }

    /// The same, as an administrator is shown them.
    pub(crate) async fn key_request_views(&self, open: &OpenSpace) -> Outcome<Vec<KeyRequestView>> {
        let requests = self.key_requests(open).await?;
        let state = open.state.borrow();
        let view = |one: KeyRequest| {
            let person = PersonId::new(one.request.user.0);
            KeyRequestView {
                person,
                name: state.book.person(person),
                number: key_number(&one.request),
                created_ms: one.created_ms,
            }
        };
        Ok(requests.into_iter().map(view).collect())
    }

    /// Certifies the new keys of a person whose number was compared.
    pub(crate) async fn certify_keys(&self, person: PersonId, number: &str) -> Outcome<()> {
        let open = self.administered().await?;
        let typed: String = number.chars().filter(char::is_ascii_digit).collect();
        let requests = self.key_requests(&open).await?;
        let asked = requests
            .into_iter()
            .find(|one| one.request.user == user_id(person));
        let Some(asked) = asked else {
            let state = open.state.borrow();
            let member = state.member(user_id(person));
            let known = member.map(|member| key_number(&member.chain.cert.request));
            // Another administrator was quicker.
            return if known == Some(typed) {
                Ok(())
            } else {
                fail("not-found")
            };
        };
        if key_number(&asked.request) != typed {
            return fail("key-number-differs");
        }
        self.certify_request(&asked.request).await
    }

    async fn certify_request(&self, request: &CertificateRequest) -> Outcome<()> {
        let session = self.current()?;
        let own = self.administered().await?;
        let is_own = request.user == session.user();
        let cert = PersonCert::certify(request.clone(), session.identity().signing());
        let chain = Arc::new(CertChain {
            delegation: self.own_delegation().await?,
            cert: cert.clone(),
        });
        let [certify, delegate, renew] = std::array::from_fn(|_| self.new_command());
        let id = own.state.borrow().id();
        self.append(id, |state| {
            let known = state.member(request.user).map(|member| &member.chain.cert);
            if known.is_some_and(|known| known.request == *request) {
                return Ok(Vec::new());
            }
            let mut drafts = vec![Draft::Act {
                command: certify,
                act: Act::PersonCert(Box::new(cert.clone())),
                wraps: Vec::new(),
            }];
            let administered = state
                .member(request.user)
                .is_some_and(|member| member.role.administers());
            if let (Some(root), true) = (&session.keyring().organisation_root, administered) {
                // Their delegation names the old key.
                let delegation = Delegation::sign(
                    root,
                    request.organisation,
                    request.user,
                    request.signing_key,
                );
                drafts.push(Draft::Root {
                    command: delegate,
                    act: Act::AdministratorAdd(delegation),
                });
            }
            // One's own old key signs nothing more here: the group is renewed with the next thing that is written.
            if !is_own {
                let group = team(state)?;
                let members: Vec<UserId> = state.group_members(group).into_iter().collect();
                let (start, wraps) = self.next_epoch(state, group, &members, Some(&chain))?;
                drafts.push(Draft::Act {
                    command: renew,
                    act: Act::EpochStart(start),
                    wraps,
                });
            }
            Ok(drafts)
        })
        .await?;
        self.withdraw_open_nominations(request.user).await
    }

    /// Takes keys that wait into use once one's organisation has certified them, and takes them everywhere.
    pub(crate) async fn adopt_keys(&self) -> Outcome<()> {
        let session = self.current()?;
        let generations = session.generations();
        let Some((own, _)) = session.organisation() else {
            return Ok(());
        };
        let certified = self.known(own.into()).and_then(|open| {
            let state = open.state.borrow();
            let member = state.member(session.user()).filter(|_| state.is_ready())?;
            let mut pending = generations.pending().iter();
            pending
                .find(|one| one.signing_public() == member.signing_key())
                .cloned()
        });
        if let Some(certified) = certified {
            let number = certified.generation();
            self.update_keyring(|keyring| keyring.adopt_generation(number))
                .await?;
            self.notify(Notice::Errands);
            self.spread_later();
        }
        Ok(())
    }

    /// Takes one's newest keys to where they are not known yet, beside what goes on.
    pub(crate) fn spread_later(&self) {
        let Some(agent) = self.this.upgrade().filter(|_| !self.is_spreading.get()) else {
            return;
        };
        self.is_spreading.set(true);
        self.environment().spawn(Box::pin(async move {
            // What cannot be reached now has them with what is written there next.
            drop(agent.spread_keys().await);
            agent.is_spreading.set(false);
        }));
    }

    /// Whether a space knows older keys of this person than those in use.
    pub(crate) fn knows_old_keys(&self, open: &OpenSpace) -> bool {
        let session = self.current();
        session.is_ok_and(|session| is_behind(&open.state.borrow(), &session))
    }

    /// Takes one's newest keys to every space that knows older ones.
    async fn spread_keys(&self) -> Outcome<()> {
        let session = self.current()?;
        let entries: Vec<SpaceEntry> = self.get(SPACES).await?;
        for entry in entries.iter().filter(|entry| entry.member) {
            let Ok(open) = self.space(entry.space).await else {
                continue;
            };
            let is_behind = is_behind(&open.state.borrow(), &session);
            if is_behind {
                drop(self.append(entry.space, |_| Ok(Vec::new())).await);
            }
        }
        self.notify(Notice::Errands);
        Ok(())
    }

    /// One's newest certificate, where a space knows an older one.
    pub(crate) async fn newer_keys(
        &self,
        session: &Session,
        open: &OpenSpace,
    ) -> Outcome<Option<Arc<CertChain>>> {
        if !is_behind(&open.state.borrow(), session) {
            return Ok(None);
        }
        let Some(own) = self.own_space().await? else {
            return Ok(None);
        };
        let state = own.state.borrow();
        let member = state.member(session.user());
        let newest = session.identity().signing_public();
        Ok(member
            .filter(|member| member.signing_key() == newest)
            .map(|member| Arc::clone(&member.chain)))
    }

    /// One's new keys for a space, with new epochs of all groups that this person can renew.
    pub(crate) fn key_change(
        &self,
        session: &Session,
        state: &mut Space,
        chain: Arc<CertChain>,
    ) -> Outcome<Draft> {
        let me = session.user();
        let held: Vec<(GroupId, Vec<UserId>)> = {
            let membership = membership(state)?;
            let groups = membership.groups().iter();
            let held = groups.filter(|(_, group)| {
                group.members.contains(&me) && can_give_to(membership, me, &group.members, &[])
            });
            held.map(|(id, group)| (*id, group.members.iter().copied().collect()))
                .collect()
        };
        let (mut rotations, mut wraps) = (Vec::new(), Vec::new());
        for (group, members) in held {
            // The rest is frozen and renewed one by one, and so is what cannot be encrypted to somebody.
            if wraps.len() + members.len() > MOST_WRAPS {
                continue;
            }
            let Ok((start, more)) = self.next_epoch(state, group, &members, Some(&chain)) else {
                continue;
            };
            rotations.push(start);
            wraps.extend(more);
        }
        let act = Act::KeyChange {
            chain: Box::new(CertChain::clone(&chain)),
            rotations,
        };
        Ok(Draft::Act {
            command: self.new_command(),
            act,
            wraps,
        })
    }

    /// How one's keys stand.
    pub(crate) fn keys(&self) -> Outcome<KeysView> {
        let session = self.current()?;
        let waiting = waiting_request(&session)?;
        let spaces = self.spaces.borrow();
        let behind = spaces
            .values()
            .filter(|open| is_behind(&open.state.borrow(), &session))
            .count();
        Ok(KeysView {
            generation: session.identity().generation(),
            waiting: waiting.map(|request| key_number(&request)),
            behind: behind as u32,
            holds_root: session.keyring().organisation_root.is_some(),
        })
    }
}

/// Whether a space, other than one's organisation, knows older keys of this person than those in use.
fn is_behind(state: &Space, session: &Session) -> bool {
    let newest = key_id(&session.identity().signing_public());
    state.kind() != Some(SpaceKind::Organisation)
        && state.member(session.user()).is_some_and(|member| {
            member.state == MemberState::Active && key_id(&member.signing_key()) != newest
        })
}
