//! Appending: built on the newest verified state, checked here before the
//! server checks it, all or nothing, and built anew when the head has moved.

use std::collections::BTreeSet;

use hawser_casework::record::MissionRecord;
use hawser_casework::{BlobId, Entry, Happened, HowKnown, Moment, Record};
use hawser_encryption::event::encrypt_event;
use hawser_ledger::Frame;
use hawser_ledger::codec::Layout;
use hawser_ledger::event::{
    BlobReference, KIND_RECORD, KIND_SHARE, RecordPublic, SharePublic, bind_public,
};
use hawser_ledger::key::key_id;
use hawser_ledger::membership::Act;
use hawser_ledger::{Chain, CommandId, Event, GroupId, KeyId, SpaceId};
use hawser_protocol::ErrorCode;
use hawser_protocol::path::EVENTS_TYPE;
use hawser_protocol::space::{Append, Appended, Wrap};
use hawser_views::{Failure, Notice};

use crate::api::Refusal;
use crate::failure::{Failed, Outcome, fail, form};
use crate::founding::SUITE;
use crate::io::{Clock, Environment, HttpRequest};
use crate::replay::{Fault, Shut, Space};
use crate::session::Session;
use crate::{Agent, OpenSpace};

const ATTEMPTS: usize = 8;

/// One event to be.
pub(crate) enum Draft {
    /// A membership act and the wraps it names.
    Act {
        command: CommandId,
        act: Act,
        wraps: Vec<(GroupId, hawser_ledger::UserId, Vec<u8>)>,
    },
    /// A membership act of one's organisation, signed with its root.
    Root { command: CommandId, act: Act },
    /// A record for a group.
    Record {
        command: CommandId,
        group: GroupId,
        entry: Entry,
        blobs: Vec<BlobReference>,
    },
    /// A share for a group: a record that encloses other events.
    Share {
        command: CommandId,
        group: GroupId,
        entry: Entry,
        public: SharePublic,
    },
}

impl Draft {
    /// Whether it lets somebody in or hands something on, which is not undone: it relies on the log being the one
    /// that all see.
    fn relies_on_log(&self) -> bool {
        match self {
            Self::Act { act, .. } | Self::Root { act, .. } => lets_in(act),
            Self::Share { .. } => true,
            Self::Record { entry, .. } => hands_on(&entry.record),
        }
    }

    fn command(&self) -> CommandId {
        match self {
            Self::Act { command, .. }
            | Self::Root { command, .. }
            | Self::Record { command, .. }
            | Self::Share { command, .. } => *command,
        }
    }
}

/// Events that were built and hold together.
pub(crate) struct Built {
    pub(crate) events: Vec<Vec<u8>>,
    pub(crate) wraps: Vec<Wrap>,
}

impl<E: Environment> Agent<E> {
    /// Now, at the person's offset.
    pub(crate) fn moment(&self) -> Moment {
        let clock = self.environment().clock();
        Moment {
            utc_ms: clock.now_ms(),
            offset_min: clock.offset_min(),
        }
    }

    /// Happening now, before this person's eyes.
    pub(crate) fn happened_now(&self) -> Happened {
        Happened {
            at: self.moment(),
            known: HowKnown::Observed,
            late_reason: None,
        }
    }

    /// An entry about what happens now.
    pub(crate) fn entry_now(&self, record: Record) -> Entry {
        Entry {
            happened: self.happened_now(),
            record,
        }
    }

    /// A record draft for a group, about now.
    pub(crate) fn record_now(&self, group: GroupId, record: Record) -> Draft {
        Draft::Record {
            command: self.new_command(),
            group,
            entry: self.entry_now(record),
            blobs: Vec::new(),
        }
    }

    /// An act without wraps.
    pub(crate) fn act(&self, act: Act) -> Draft {
        Draft::Act {
            command: self.new_command(),
            act,
            wraps: Vec::new(),
        }
    }

    /// Builds drafts onto `chain`, which moves along.
    pub(crate) fn build(
        &self,
        session: &Session,
        state: &Space,
        chain: &mut Chain,
        drafts: &[Draft],
    ) -> Outcome<Built> {
        let mut built = Built {
            events: Vec::new(),
            wraps: Vec::new(),
        };
        for draft in drafts {
            let event = match draft {
                Draft::Act {
                    command,
                    act,
                    wraps,
                } => {
                    let index = built.events.len() as u32;
                    built
                        .wraps
                        .extend(wraps.iter().map(|(group, user, body)| Wrap {
                            group: *group,
                            user: *user,
                            event: index,
                            body: body.clone(),
                        }));
                    let prefix =
                        session.act_prefix(chain.space(), act.kind(), *command, self.moment());
                    let position = chain.next_position(GroupId::ZERO);
                    Event::sign(
                        prefix,
                        position,
                        act.encode(),
                        Vec::new(),
                        session.identity().signing(),
                    )
                }
                Draft::Root { command, act } => {
                    let keyring = session.keyring();
                    let Some(root) = &keyring.organisation_root else {
                        return fail("not-root-holder");
                    };
                    let prefix =
                        session.act_prefix(chain.space(), act.kind(), *command, self.moment());
                    let position = chain.next_position(GroupId::ZERO);
                    Event::sign(prefix, position, act.encode(), Vec::new(), root)
                }
                Draft::Record {
                    command,
                    group,
                    entry,
                    blobs,
                } => {
                    let blobs = blobs.clone();
                    let public = (KIND_RECORD, RecordPublic { blobs }.encode());
                    self.build_record(session, state, chain, (*command, *group), entry, public)?
                }
                Draft::Share {
                    command,
                    group,
                    entry,
                    public,
                } => {
                    let public = (KIND_SHARE, public.encode());
                    self.build_record(session, state, chain, (*command, *group), entry, public)?
                }
            };
            chain.accept(&event)?;
            built.events.push(event.encode());
        }
        Ok(built)
    }

    fn build_record(
        &self,
        session: &Session,
        state: &Space,
        chain: &Chain,
        (command, group): (CommandId, GroupId),
        entry: &Entry,
        (kind, public): (u16, Vec<u8>),
    ) -> Outcome<Event> {
        entry.validate().map_err(form)?;
        let known = chain.membership().groups().get(&group);
        let epoch = known.map_or(0, hawser_ledger::membership::Group::epoch);
        let suite = known
            .and_then(|group| group.epochs.last())
            .map_or(SUITE, |epoch| epoch.suite);
        let Some(secret) = state.secret(group, epoch) else {
            return fail(if state.is_misfit(group, epoch) {
                "keys-do-not-fit"
            } else {
                "not-in-group"
            });
        };
        let mut prefix = session.record_prefix(chain.space(), group, epoch, command, self.moment());
        prefix.suite = suite;
        prefix.kind = kind;
        prefix.nonce = self.draw();
        let key = secret.event_key(&prefix);
        prefix.key_commit = key.commitment();
        bind_public(&mut prefix, &public);
        let encrypted = encrypt_event(&key, &prefix, &entry.encode()?)?;
        Ok(Event::sign(
            prefix,
            chain.next_position(group),
            public,
            encrypted,
            session.identity().signing(),
        ))
    }

    pub(crate) fn append_request(&self, path: String, append: &Append) -> HttpRequest {
        let mut request = self.request("POST", path);
        request
            .headers
            .push(("content-type", EVENTS_TYPE.to_owned()));
        request.body = append.encode();
        request
    }

    /// Appends what `drafts` makes of the newest state. It is asked again when
    /// the head has moved; its command ids must stay the same each time.
    pub(crate) async fn append(
        &self,
        id: SpaceId,
        drafts: impl Fn(&mut Space) -> Outcome<Vec<Draft>>,
    ) -> Outcome<()> {
        self.append_as(id, false, drafts).await
    }

    /// The same in the name of one's organisation, for who need not be a member, or is one no more.
    pub(crate) async fn append_for_organisation(
        &self,
        id: SpaceId,
        drafts: impl Fn(&mut Space) -> Outcome<Vec<Draft>>,
    ) -> Outcome<()> {
        self.append_as(id, true, drafts).await
    }

    async fn append_as(
        &self,
        id: SpaceId,
        speaks: bool,
        drafts: impl Fn(&mut Space) -> Outcome<Vec<Draft>>,
    ) -> Outcome<()> {
        self.count_waiting(1);
        let result = self.append_counted(id, speaks, drafts).await;
        self.count_waiting(-1);
        result
    }

    async fn append_counted(
        &self,
        id: SpaceId,
        speaks: bool,
        drafts: impl Fn(&mut Space) -> Outcome<Vec<Draft>>,
    ) -> Outcome<()> {
        let session = self.current()?;
        let open = self.space(id).await?;
        let _turn = open.turn.lock().await;
        let mut is_confirmed = false;
        for _ in 0..ATTEMPTS {
            match open.state.borrow().shut.filter(|_| !speaks) {
                Some(Shut::Suspended) => return fail(ErrorCode::Suspended.code()),
                Some(Shut::Ended) => return fail("access-ended"),
                None => {}
            }
            if !open.state.borrow().is_ready() && open.state.borrow().fault.is_none() {
                self.pull_in_turn(&open).await?;
                if !open.state.borrow().is_ready() {
                    continue;
                }
            }
            if let Some(fault) = &open.state.borrow().fault {
                return Err(faulty(fault));
            }
            if let Some(chain) = self.newer_keys(&session, &open).await? {
                let change = self.key_change(&session, &mut open.state.borrow_mut(), chain)?;
                self.send_drafts(&open, &session, &[change]).await?;
                continue;
            }
            let drafts = drafts(&mut open.state.borrow_mut())?;
            if !is_confirmed && drafts.iter().any(Draft::relies_on_log) {
                self.require_confirmed(&open).await?;
                is_confirmed = true;
                // Others may have written meanwhile.
                continue;
            }
            let is_done = drafts.iter().any(|draft| {
                let author = author(&session, draft);
                let state = open.state.borrow();
                author.is_some_and(|author| state.has_command(author, draft.command()))
            });
            if drafts.is_empty() || is_done {
                return Ok(());
            }
            // Somebody left, and nobody has renewed the keys since.
            let stopped = stopped(&drafts);
            let renewals = self.renewals(&session, &mut open.state.borrow_mut(), stopped);
            if !renewals.is_empty() {
                self.send_drafts(&open, &session, &renewals).await?;
                continue;
            }
            if self.send_drafts(&open, &session, &drafts).await? {
                return Ok(());
            }
        }
        fail("too-busy")
    }

    /// Appends drafts to the state that is known. False where others were there first, whose events were pulled.
    async fn send_drafts(
        &self,
        open: &OpenSpace,
        session: &Session,
        drafts: &[Draft],
    ) -> Outcome<bool> {
        let (id, append, frames) = {
            let state = open.state.borrow();
            let Some(mut chain) = state.chain().cloned() else {
                return fail("not-found");
            };
            let (size, head) = (chain.size(), chain.head());
            let built = self.build(session, &state, &mut chain, drafts)?;
            let frames = built.events.iter().cloned().map(Frame::Event).collect();
            let append = Append {
                size,
                head,
                events: built.events,
                wraps: built.wraps,
            };
            (state.id(), append, frames)
        };
        let request = self.append_request(Self::events_path(id), &append);
        match self.exchange(request).await {
            Ok(response) => {
                let appended: Outcome<Appended> =
                    serde_json::from_slice(&response.body).map_err(|_| {
                        Failed(Failure::new("server-answer").with("status", response.status))
                    });
                let checkpoint = appended?.checkpoint;
                self.take_own(open, session, frames, (&append, &checkpoint))
                    .await?;
                Ok(true)
            }
            Err(Refusal::Problem(problem))
                if matches!(
                    problem.code,
                    ErrorCode::HeadMoved | ErrorCode::CommandRepeated
                ) =>
            {
                self.pull_in_turn(open).await?;
                Ok(false)
            }
            Err(refusal) => Err(refusal.into()),
        }
    }

    /// Takes in what was just acknowledged, without asking for it again.
    async fn take_own(
        &self,
        open: &OpenSpace,
        session: &Session,
        frames: Vec<Frame>,
        (append, checkpoint): (&Append, &str),
    ) -> Outcome<()> {
        let me = session.user();
        let wraps: Vec<hawser_protocol::space::StoredWrap> = append
            .wraps
            .iter()
            .filter(|wrap| wrap.user == me)
            .map(|wrap| hawser_protocol::space::StoredWrap {
                seq: append.size + u64::from(wrap.event),
                group: wrap.group,
                wrap: wrap.body.clone().into(),
            })
            .collect();
        let (id, fault) = {
            let mut state = open.state.borrow_mut();
            let seen_all = state.seen >= state.size();
            state.take_in(frames, me, self.now_ms());
            state.judge(checkpoint, true, self.now_ms());
            state.take_confirmations_ahead(self.now_ms());
            state.take_wraps(&wraps, session, self.now_ms());
            state.settle(session);
            if seen_all {
                state.seen = state.size();
            }
            (state.id(), state.fault.clone())
        };
        self.pin_confirmed(open).await?;
        if fault.is_some() {
            self.look_for_fork(open).await?;
        }
        self.notify(Notice::Space {
            space: hawser_casework::SpaceId::new(id.0),
        });
        match fault {
            Some(fault) => Err(faulty(&fault)),
            None => Ok(()),
        }
    }

    fn count_waiting(&self, change: i32) {
        let connection = {
            let mut connection = self.connection.borrow_mut();
            connection.waiting = connection.waiting.saturating_add_signed(change);
            connection.clone()
        };
        self.notify(Notice::Connection(connection));
    }
}

/// Whose key signs a draft; `None` where it is not here.
fn author(session: &Session, draft: &Draft) -> Option<KeyId> {
    match draft {
        Draft::Root { .. } => {
            let keyring = session.keyring();
            let root = keyring.organisation_root.as_ref()?;
            Some(key_id(root.verifying_key().as_bytes()))
        }
        _ => Some(session.identity().key_id()),
    }
}

/// The groups that drafts write in or give access to and do not renew themselves: where they are frozen, drafts cannot
/// go on.
fn stopped(drafts: &[Draft]) -> BTreeSet<GroupId> {
    let (mut used, mut renewed) = (BTreeSet::new(), BTreeSet::new());
    for draft in drafts {
        match draft {
            Draft::Record { group, .. } | Draft::Share { group, .. } => {
                used.insert(*group);
            }
            Draft::Act { act, .. } | Draft::Root { act, .. } => match act {
                Act::Grant(grant) => {
                    used.insert(grant.group);
                }
                Act::EpochStart(start) => {
                    renewed.insert(start.group);
                }
                act => renewed.extend(act.rotations().iter().map(|start| start.group)),
            },
        }
    }
    used.difference(&renewed).copied().collect()
}

/// Whether somebody sees more by an act than before.
fn lets_in(act: &Act) -> bool {
    match act {
        Act::OrganisationAdmit(_)
        | Act::MemberAdd(_)
        | Act::Grant(_)
        | Act::AdministratorAppoint { .. } => true,
        Act::MemberSuspend { lifted, .. } => *lifted,
        Act::RoleChange { role, .. } => role.administers(),
        // What is founded is read by nobody yet; joining, comparing, leaving and new epochs show nobody more; an
        // organisation's own space names no keepers.
        Act::Genesis(_)
        | Act::OrganisationJoin(_)
        | Act::OrganisationVerified(_)
        | Act::MemberRemove { .. }
        | Act::KeyChange { .. }
        | Act::GroupCreate(_)
        | Act::EpochStart(_)
        | Act::OrganisationWithdraw { .. }
        | Act::AdministratorAdd(_)
        | Act::AdministratorRevoke(_)
        | Act::PersonCert(_)
        | Act::PersonRevoke(_) => false,
    }
}

/// Whether a record itself hands a team's work on.
fn hands_on(record: &Record) -> bool {
    matches!(record, Record::Mission(MissionRecord::ReportShared { .. }))
}

/// Nothing more is accepted in a record with a fault.
pub(crate) fn faulty(fault: &Fault) -> Failed {
    Failed(Failure::new("record-fault").with("entry", fault.seq))
}

/// A casework blob id from the ledger's.
pub(crate) fn blob_id(blob: hawser_ledger::BlobId) -> BlobId {
    BlobId::new(blob.0)
}
