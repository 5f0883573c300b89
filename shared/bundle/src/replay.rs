//! The entries of a bundle, replayed: signatures, order, authority, and what was disclosed of them.

use std::collections::{BTreeMap, HashSet};

use hawser_casework::state::Outcome;
use hawser_casework::{Body, Moment, PersonId, SpaceState};
use hawser_ledger::chain::Accepted;
use hawser_ledger::membership::Act;
use hawser_ledger::{Chain, ChainError, CommandId, Event, EventId, Frame, KeyId, OrganisationId};
use hawser_opening::EventKey;
use hawser_reading::{Opening, Place, Reading, apply_act, recorded, standing, work};

use crate::fault::Fault;

/// What is known of one entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum What {
    /// A change of members or access, by its name.
    Act(&'static str),
    /// A record, by its type.
    Record(String),
    /// Still encrypted.
    Encrypted,
    /// It was opened and makes no sense.
    Unreadable,
}

/// One entry that is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) seq: u64,
    pub(crate) author: KeyId,
    pub(crate) recorded: Moment,
    pub(crate) what: What,
}

/// A record as far as it was replayed.
#[derive(Default)]
pub(crate) struct Replay {
    chain: Option<Chain>,
    pub(crate) leaves: Vec<EventId>,
    pub(crate) records: SpaceState,
    commands: HashSet<(KeyId, CommandId)>,
    pub(crate) lines: Vec<Line>,
    pub(crate) signers: BTreeMap<KeyId, u64>,
    /// Who spoke for an organisation; they need not be members.
    pub(crate) spoke_for: BTreeMap<KeyId, OrganisationId>,
    pub(crate) acts: u64,
    pub(crate) opened: u64,
    pub(crate) encrypted: u64,
    pub(crate) unreadable: Vec<(u64, PersonId)>,
    pub(crate) refused: Vec<(u64, PersonId, &'static str)>,
}

/// What an act is called.
fn act_name(act: &Act) -> &'static str {
    match act {
        Act::Genesis(_) => "founded",
        Act::OrganisationAdmit(_) => "organisation-admitted",
        Act::OrganisationJoin(_) => "organisation-joined",
        Act::OrganisationVerified(_) => "organisation-verified",
        Act::MemberAdd(_) => "member-added",
        Act::MemberSuspend { lifted: false, .. } => "member-suspended",
        Act::MemberSuspend { lifted: true, .. } => "member-reinstated",
        Act::MemberRemove { .. } => "member-removed",
        Act::RoleChange { .. } => "role-changed",
        Act::KeyChange { .. } => "keys-changed",
        Act::GroupCreate(_) => "group-created",
        Act::EpochStart(_) => "key-renewed",
        Act::Grant(_) => "access-granted",
        Act::AdministratorAppoint { .. } => "administrator-appointed",
        Act::OrganisationWithdraw { .. } => "organisation-withdrew",
        Act::AdministratorAdd(_) => "administrator-added",
        Act::AdministratorRevoke { .. } => "administrator-revoked",
        Act::PersonCert(_) => "person-certified",
        Act::PersonRevoke { .. } => "person-revoked",
    }
}

impl Replay {
    /// Takes in the next place; a content event with the key that was disclosed for it.
    pub(crate) fn take(&mut self, frame: Frame, key: Option<&EventKey>) -> Result<(), Fault> {
        let seq = self.leaves.len() as u64;
        let broken = |error: ChainError| match error.code() {
            "update-needed" => Fault::Newer(Some(seq)),
            code => Fault::entry(seq, code, error.to_string()),
        };
        match frame {
            Frame::Withheld(leaf) => {
                let chain = self.chain.as_mut().ok_or_else(|| {
                    Fault::entry(seq, "bad-header", "the first entry is left out")
                })?;
                chain.accept_withheld(leaf);
                self.leaves.push(leaf);
                no_key(seq, key)
            }
            Frame::Event(bytes) => {
                let event = Event::decode(&bytes).map_err(|error| broken(error.into()))?;
                self.take_event(&event, key, broken)
            }
        }
    }

    fn take_event(
        &mut self,
        event: &Event,
        key: Option<&EventKey>,
        broken: impl Fn(ChainError) -> Fault,
    ) -> Result<(), Fault> {
        let prefix = &event.header.prefix;
        let seq = event.header.position.seq;
        let command = (prefix.author, prefix.command);
        if self.commands.contains(&command) {
            return Err(broken(ChainError::Command));
        }
        let accepted = match &mut self.chain {
            None => {
                let chain = Chain::found(event).map_err(&broken)?;
                self.records = SpaceState::new(work(chain.kind()));
                self.chain = Some(chain);
                Act::decode(prefix.kind, &event.public)
                    .ok()
                    .flatten()
                    .map_or(Accepted::Content, |act| Accepted::Act(Box::new(act)))
            }
            Some(chain) => chain.accept_in_cut(event).map_err(&broken)?,
        };
        self.leaves.push(event.id());
        self.commands.insert(command);
        *self.signers.entry(prefix.author).or_default() += 1;
        let what = match accepted {
            Accepted::Act(act) => {
                no_key(seq, key)?;
                apply_act(&mut self.records, &act);
                if let Some(delegation) = act.delegation() {
                    self.spoke_for
                        .insert(prefix.author, delegation.organisation);
                }
                self.acts += 1;
                What::Act(act_name(&act))
            }
            Accepted::Content => self.take_content(event, key)?,
        };
        self.lines.push(Line {
            seq,
            author: prefix.author,
            recorded: recorded(event),
            what,
        });
        Ok(())
    }

    fn take_content(&mut self, event: &Event, key: Option<&EventKey>) -> Result<What, Fault> {
        let prefix = &event.header.prefix;
        let seq = event.header.position.seq;
        if key.is_some_and(|key| key.commitment() != prefix.key_commit) {
            return Err(Fault::entry(
                seq,
                "wrong-key",
                "the key that was handed over is not the one that the entry commits to",
            ));
        }
        let Some(chain) = &self.chain else {
            return Ok(What::Encrypted);
        };
        let membership = chain.membership();
        let place = Place {
            membership,
            leaves: &self.leaves,
        };
        let author = membership.author(prefix.author);
        let stands = author
            .and_then(|author| membership.members().get(&author))
            .map(standing);
        let reading = Reading::of(place, &mut self.records, event, stands, key);
        let Some(Reading { applied, opening }) = reading else {
            return Ok(What::Unreadable);
        };
        let outcome = self.records.apply(&applied);
        if let Outcome::Refused { rule } = &outcome {
            self.refused.push((seq, applied.author, rule.code()));
        }
        Ok(match (opening, &applied.body) {
            (Opening::Closed, _) => {
                self.encrypted += 1;
                What::Encrypted
            }
            (Opening::Failed, _) | (_, Body::Unreadable) => {
                self.unreadable.push((seq, applied.author));
                What::Unreadable
            }
            (Opening::Opened, Body::Opened(entry)) => {
                self.opened += 1;
                What::Record(entry.record.type_name().to_owned())
            }
            (Opening::Opened, Body::Unknown) => {
                self.opened += 1;
                What::Record("unknown".to_owned())
            }
        })
    }

    /// The ledger that was replayed; a fault where there was no entry.
    pub(crate) fn chain(&self) -> Result<&Chain, Fault> {
        self.chain
            .as_ref()
            .ok_or_else(|| Fault::entry(0, "bad-header", "there is no entry"))
    }
}

fn no_key(seq: u64, key: Option<&EventKey>) -> Result<(), Fault> {
    match key {
        None => Ok(()),
        Some(_) => Err(Fault::entry(
            seq,
            "key-without-content",
            "a key was handed over for an entry that has no encrypted part here",
        )),
    }
}
