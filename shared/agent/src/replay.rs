//! A space as its own ledger proves it: verified, opened and added up.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use hawser_casework::{Body, Moment, PersonId, Record, RecordId, SpaceState, Standing};
use hawser_encryption::epoch::{EpochPlace, EpochSecret};
use hawser_encryption::wrap::WrapPlace;
use hawser_ledger::Frame;
use hawser_ledger::chain::Accepted;
use hawser_ledger::header::CLASS_CONTENT;
use hawser_ledger::key::hash;
use hawser_ledger::membership::{Act, EpochStart, GroupPurpose, Member, Membership, SpaceKind};
use hawser_ledger::{
    Chain, ChainError, CommandId, Event, EventId, GroupId, KeyId, OrganisationId, SpaceId, UserId,
};
use hawser_protocol::space::StoredWrap;
use hawser_reading::{Opening, Place, Reading, apply_act, recorded, standing, work};

use crate::book::Book;
use crate::founding::SUITE;
use crate::log::Heard;
use crate::session::Session;

/// The first thing wrong with a ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) seq: u64,
    pub(crate) code: String,
    pub(crate) found_ms: i64,
    /// A file by which anyone can see that the log contradicts itself.
    pub(crate) proof: Option<String>,
}

/// A membership act with who did it when.
pub(crate) struct ActLine {
    pub(crate) seq: u64,
    pub(crate) author: KeyId,
    pub(crate) recorded: Moment,
    pub(crate) act: Act,
}

enum Queued {
    /// With its author's place at that moment.
    Content(Box<Event>, Option<Standing>),
    Act(Act),
}

/// Why a person may see nothing newer of a space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shut {
    /// Until reinstated.
    Suspended,
    /// For good.
    Ended,
}

/// One space.
pub(crate) struct Space {
    id: SpaceId,
    chain: Option<Chain>,
    /// Leaf hash of every event, by number.
    leaves: Vec<EventId>,
    commands: HashSet<(KeyId, CommandId)>,
    secrets: BTreeMap<(GroupId, u64), EpochSecret>,
    /// Wraps that the ledger names for this person: (event, group) with what they must be.
    wraps: BTreeMap<(u64, GroupId), ([u8; 32], WrapPlace)>,
    queue: Vec<Queued>,
    /// The command of each record of a mission that carries a statement, under which it was signed.
    signed_by: BTreeMap<RecordId, CommandId>,
    entered: bool,
    /// It has begun again in this pull.
    pub(crate) again: bool,
    /// Epochs whose keys were handed to this person so that they do not fit.
    misfit: BTreeSet<(GroupId, u64)>,
    /// What is frozen is about to be renewed.
    pub(crate) is_renewal_due: bool,
    pub(crate) acts: Vec<ActLine>,
    pub(crate) records: SpaceState,
    pub(crate) book: Book,
    pub(crate) fault: Option<Fault>,
    /// What the log says, and said before.
    pub(crate) heard: Heard,
    /// The server says that this person may see nothing newer.
    pub(crate) shut: Option<Shut>,
    pub(crate) seen: u64,
    /// This profile opens the space for the first time.
    pub(crate) is_new_here: bool,
    /// Whose reading this is, once it was added up: what they wrote themselves is not new to them.
    pub(crate) reader: Option<UserId>,
    /// The organisation that certified the reader, who need not be a member.
    pub(crate) reader_party: Option<OrganisationId>,
    pub(crate) opened: u64,
    pub(crate) withheld: u64,
    pub(crate) unreadable: Vec<(u64, PersonId)>,
    pub(crate) signers: BTreeMap<KeyId, u64>,
    /// Content events by group and epoch: who could open how much.
    pub(crate) content: BTreeMap<(GroupId, u64), u64>,
    /// First epoch each person was given, by group.
    pub(crate) first_epoch: BTreeMap<(GroupId, UserId), u64>,
    /// Last epoch each person was given, by group.
    pub(crate) last_epoch: BTreeMap<(GroupId, UserId), u64>,
}

impl Space {
    pub(crate) fn new(id: SpaceId) -> Self {
        Self {
            id,
            chain: None,
            leaves: Vec::new(),
            commands: HashSet::new(),
            secrets: BTreeMap::new(),
            wraps: BTreeMap::new(),
            queue: Vec::new(),
            signed_by: BTreeMap::new(),
            entered: false,
            again: false,
            misfit: BTreeSet::new(),
            is_renewal_due: false,
            acts: Vec::new(),
            records: SpaceState::default(),
            book: Book::default(),
            fault: None,
            heard: Heard::default(),
            shut: None,
            seen: 0,
            is_new_here: false,
            reader: None,
            reader_party: None,
            opened: 0,
            withheld: 0,
            unreadable: Vec::new(),
            signers: BTreeMap::new(),
            content: BTreeMap::new(),
            first_epoch: BTreeMap::new(),
            last_epoch: BTreeMap::new(),
        }
    }

    pub(crate) fn id(&self) -> SpaceId {
        self.id
    }
    /// The verified part of the ledger; `None` before the first event.
    pub(crate) fn chain(&self) -> Option<&Chain> {
        self.chain.as_ref()
    }
    pub(crate) fn size(&self) -> u64 {
        self.chain.as_ref().map_or(0, Chain::size)
    }
    pub(crate) fn head(&self) -> EventId {
        self.chain.as_ref().map_or(EventId::ZERO, Chain::head)
    }
    /// Leaf hash of every event, by number.
    pub(crate) fn leaves(&self) -> &[EventId] {
        &self.leaves
    }
    /// Leaf hash of an event by its number.
    pub(crate) fn leaf(&self, seq: u64) -> Option<EventId> {
        self.leaves.get(usize::try_from(seq).ok()?).copied()
    }
    /// The number of a record's event.
    pub(crate) fn place_of(&self, record: RecordId) -> Option<u64> {
        self.records.timeline_entry(record).map(|entry| entry.seq)
    }
    /// The suite of new epochs: the lowest that the space allows, which is the one it was founded with.
    pub(crate) fn suite(&self) -> u8 {
        let membership = self.chain.as_ref().map(Chain::membership);
        membership.map_or(SUITE, Membership::min_suite)
    }
    /// The suite of a group's newest epoch.
    pub(crate) fn suite_of(&self, group: GroupId) -> u8 {
        let groups = self.chain.as_ref().map(|chain| chain.membership().groups());
        groups
            .and_then(|groups| groups.get(&group)?.epochs.last())
            .map_or_else(|| self.suite(), |epoch| epoch.suite)
    }
    pub(crate) fn kind(&self) -> Option<SpaceKind> {
        self.chain.as_ref().map(Chain::kind)
    }
    pub(crate) fn member(&self, user: UserId) -> Option<&Member> {
        self.chain.as_ref()?.membership().members().get(&user)
    }
    pub(crate) fn author(&self, key: KeyId) -> Option<UserId> {
        self.chain.as_ref()?.membership().author(key)
    }
    /// The group for a purpose.
    pub(crate) fn group(&self, purpose: GroupPurpose) -> Option<GroupId> {
        self.chain
            .as_ref()?
            .membership()
            .group_for(purpose)
            .map(|(id, _)| id)
    }
    pub(crate) fn secret(&self, group: GroupId, epoch: u64) -> Option<&EpochSecret> {
        self.secrets.get(&(group, epoch))
    }
    /// Keeps a secret this person drew; it becomes usable once its epoch is in the ledger.
    pub(crate) fn keep_secret(&mut self, group: GroupId, epoch: u64, secret: EpochSecret) {
        self.secrets.insert((group, epoch), secret);
    }
    pub(crate) fn has_command(&self, key: KeyId, command: CommandId) -> bool {
        self.commands.contains(&(key, command))
    }
    /// Whether all that was taken in is confirmed by the log and added up: only then is it shown or built upon.
    pub(crate) fn is_ready(&self) -> bool {
        let confirmed = self.confirmed().map(|mark| mark.size);
        self.chain.is_some() && confirmed == Some(self.size()) && self.queue.is_empty()
    }

    /// Whether wraps for this person are named in the ledger and not opened yet.
    pub(crate) fn wants_wraps(&self) -> bool {
        !self.wraps.is_empty()
    }

    /// The number of the first event that names a wrap for this person which was not handed out.
    pub(crate) fn first_wrap_missing(&self) -> Option<u64> {
        self.wraps.keys().next().map(|(seq, _)| *seq)
    }

    /// A group was opened to the person of which something was withheld before, so the ledger is taken in again
    /// from its first entry.
    pub(crate) fn must_begin_again(&self) -> bool {
        self.entered
    }

    /// Takes the place of a state that must begin again: what is missing now is missing.
    pub(crate) fn begin_again(id: SpaceId) -> Self {
        Self {
            again: true,
            ..Self::new(id)
        }
    }

    /// Whether something of the event's group was withheld before it.
    fn lacks_before(&self, event: &Event) -> bool {
        let position = &event.header.position;
        self.chain.as_ref().is_some_and(|chain| {
            chain.next_position(event.header.prefix.group).group_seq < position.group_seq
        })
    }

    /// Notes that the person holds a group; where they did not before, what was withheld can be had now.
    fn note_entry(&mut self, group: GroupId, user: UserId, me: UserId) {
        let entered = user == me && !self.last_epoch.contains_key(&(group, me));
        if entered && self.withheld > 0 && !self.again {
            self.entered = true;
        }
    }

    fn accept(&mut self, event: Event, me: UserId) -> Result<(), ChainError> {
        let accepted = match &mut self.chain {
            None => {
                let chain = Chain::found(&event)?;
                if chain.space() != self.id {
                    return Err(ChainError::Space);
                }
                self.records = SpaceState::new(work(chain.kind()));
                self.chain = Some(chain);
                Act::decode(event.header.prefix.kind, &event.public)
                    .ok()
                    .flatten()
                    .map_or(Accepted::Content, |act| Accepted::Act(Box::new(act)))
            }
            Some(chain) => {
                let command = (event.header.prefix.author, event.header.prefix.command);
                if self.commands.contains(&command) {
                    return Err(ChainError::Command);
                }
                chain.accept(&event)?
            }
        };
        self.leaves.push(event.id());
        let prefix = &event.header.prefix;
        self.commands.insert((prefix.author, prefix.command));
        *self.signers.entry(prefix.author).or_default() += 1;
        match accepted {
            Accepted::Act(act) => {
                let seq = event.header.position.seq;
                self.note_access(seq, &act, me);
                self.queue.push(Queued::Act((*act).clone()));
                self.acts.push(ActLine {
                    seq,
                    author: prefix.author,
                    recorded: recorded(&event),
                    act: *act,
                });
            }
            Accepted::Content => {
                *self
                    .content
                    .entry((prefix.group, prefix.epoch))
                    .or_default() += 1;
                let standing = self
                    .author(prefix.author)
                    .and_then(|author| self.member(author))
                    .map(standing);
                self.queue.push(Queued::Content(Box::new(event), standing));
            }
        }
        Ok(())
    }

    fn note_epoch(&mut self, seq: u64, start: &EpochStart, me: UserId) {
        for (member, wrap) in start.members.iter().zip(&start.wraps) {
            self.note_entry(start.group, member.user, me);
            self.first_epoch
                .entry((start.group, member.user))
                .or_insert(start.number);
            self.last_epoch
                .insert((start.group, member.user), start.number);
            if member.user == me {
                let place = WrapPlace {
                    space: self.id,
                    group: start.group,
                    user: me,
                    generation: member.generation,
                    first: start.number,
                    last: start.number,
                    suite: start.suite,
                };
                self.wraps.insert((seq, start.group), (wrap.hash, place));
            }
        }
    }

    fn note_access(&mut self, seq: u64, act: &Act, me: UserId) {
        match act {
            Act::EpochStart(start) => self.note_epoch(seq, start, me),
            Act::Grant(grant) => {
                self.note_entry(grant.group, grant.to.user, me);
                let first = self
                    .first_epoch
                    .entry((grant.group, grant.to.user))
                    .or_insert(grant.first);
                *first = (*first).min(grant.first);
                self.last_epoch
                    .insert((grant.group, grant.to.user), grant.last);
                if grant.to.user == me {
                    let place = WrapPlace {
                        space: self.id,
                        group: grant.group,
                        user: me,
                        generation: grant.to.generation,
                        first: grant.first,
                        last: grant.last,
                        suite: self.suite_of(grant.group),
                    };
                    self.wraps
                        .insert((seq, grant.group), (grant.wrap_hash, place));
                }
            }
            act => {
                for start in act.rotations() {
                    self.note_epoch(seq, start, me);
                }
            }
        }
    }

    /// Takes in frames in order. A fault stops it: what came before stays.
    pub(crate) fn take_in(&mut self, frames: Vec<Frame>, me: UserId, now_ms: i64) {
        for frame in frames {
            if self.fault.is_some() {
                return;
            }
            let seq = self.size();
            let result = match frame {
                Frame::Event(bytes) => match Event::decode(&bytes) {
                    Ok(event)
                        if self.withheld > 0
                            && !self.again
                            && event.header.prefix.class == CLASS_CONTENT
                            && self.lacks_before(&event) =>
                    {
                        self.entered = true;
                        return;
                    }
                    Ok(event) => self.accept(event, me),
                    Err(error) => Err(error.into()),
                },
                Frame::Withheld(leaf) => match &mut self.chain {
                    Some(chain) => {
                        chain.accept_withheld(leaf);
                        self.leaves.push(leaf);
                        self.withheld += 1;
                        Ok(())
                    }
                    None => Err(ChainError::Header),
                },
            };
            match result {
                Err(error) => self.fault_at(seq, error.code(), now_ms),
                Ok(()) if !self.is_as_seen() => self.fault_at(seq + 1, "other-past", now_ms),
                Ok(()) => {}
            }
        }
    }

    /// Opens the wraps that the ledger names for this person. Each must have the
    /// hash in the ledger, be for exactly its place, and fit every commitment.
    pub(crate) fn take_wraps(&mut self, wraps: &[StoredWrap], session: &Session, now_ms: i64) {
        for stored in wraps {
            let Some((expected, place)) = self.wraps.get(&(stored.seq, stored.group)).copied()
            else {
                continue;
            };
            let is_named = hash(&[&stored.wrap.0]) == expected;
            let opened = is_named
                .then(|| session.generations().open_wrap(&place, &stored.wrap.0).ok())
                .flatten()
                .filter(|secrets| self.fit_commitments(&place, secrets));
            if let Some(secrets) = opened {
                for (epoch, secret) in (place.first..=place.last).zip(secrets) {
                    self.secrets.insert((place.group, epoch), secret);
                }
            } else if is_named {
                self.close_epochs(stored.seq, &place);
            } else {
                self.fault_at(stored.seq, "wrong-access-key", now_ms);
            }
            self.wraps.remove(&(stored.seq, stored.group));
        }
    }

    /// Its author handed this person keys that do not fit: what is written under them stays closed here, the rest of the
    /// record stands.
    fn close_epochs(&mut self, seq: u64, place: &WrapPlace) {
        let author = self.acts.iter().find(|line| line.seq == seq);
        let author = author.and_then(|line| self.author(line.author));
        if let Some(author) = author {
            self.unreadable.push((seq, PersonId::new(author.0)));
        }
        let epochs = (place.first..=place.last).map(|epoch| (place.group, epoch));
        let closed = epochs.filter(|epoch| !self.secrets.contains_key(epoch));
        self.misfit.extend(closed.collect::<Vec<_>>());
    }

    /// Whether this person was handed keys of an epoch that do not fit.
    pub(crate) fn is_misfit(&self, group: GroupId, epoch: u64) -> bool {
        self.misfit.contains(&(group, epoch))
    }

    fn fit_commitments(&self, wrap: &WrapPlace, secrets: &[EpochSecret]) -> bool {
        let Some(group) = self
            .chain
            .as_ref()
            .and_then(|chain| chain.membership().groups().get(&wrap.group))
        else {
            return false;
        };
        (wrap.first..).zip(secrets).all(|(number, secret)| {
            let place = EpochPlace {
                space: self.id,
                group: wrap.group,
                number,
            };
            group
                .epochs
                .get(number as usize - 1)
                .is_some_and(|epoch| secret.check(place, &epoch.commitment).is_ok())
        })
    }

    /// Opens and adds up what was taken in.
    pub(crate) fn settle(&mut self, session: &Session) {
        let me = session.user();
        self.reader = Some(me);
        self.reader_party = session.organisation().map(|(organisation, _)| organisation);
        for queued in std::mem::take(&mut self.queue) {
            match queued {
                Queued::Act(act) => apply_act(&mut self.records, &act),
                Queued::Content(event, standing) => self.settle_content(&event, standing, me),
            }
        }
        if let Some(standing) = self.member(me).map(standing) {
            self.records.note_standing(PersonId::new(me.0), standing);
        }
    }

    fn settle_content(&mut self, event: &Event, standing: Option<Standing>, me: UserId) {
        let prefix = &event.header.prefix;
        let seq = event.header.position.seq;
        let key = self
            .secret(prefix.group, prefix.epoch)
            .map(|secret| secret.event_key(prefix));
        let Some(chain) = &self.chain else {
            return;
        };
        let place = Place {
            membership: chain.membership(),
            leaves: &self.leaves,
        };
        let reading = Reading::of(place, &mut self.records, event, standing, key.as_ref());
        let Some(Reading { applied, opening }) = reading else {
            return;
        };
        match opening {
            Opening::Opened => self.opened += 1,
            Opening::Failed => self.unreadable.push((seq, applied.author)),
            Opening::Closed => {}
        }
        // In a profile that was never here, what stood there when the person last wrote is not new to them.
        let is_own = applied.author == PersonId::new(me.0);
        if is_own && (self.seen == seq || self.is_new_here) {
            self.seen = seq + 1;
        }
        if self.kind() == Some(SpaceKind::Organisation) {
            if let Body::Opened(entry) = &applied.body {
                self.book.apply(&entry.record);
            }
            return;
        }
        if let Body::Opened(entry) = &applied.body
            && matches!(&entry.record, Record::Mission(told) if told.statement().is_some())
        {
            self.signed_by.insert(applied.id, prefix.command);
        }
        self.records.apply(&applied);
    }

    /// The command under which a statement was signed, by the record that carries it.
    pub(crate) fn command_of(&self, statement: RecordId) -> Option<CommandId> {
        self.signed_by.get(&statement).copied()
    }

    /// Users in a group now.
    pub(crate) fn group_members(&self, group: GroupId) -> BTreeSet<UserId> {
        self.chain
            .as_ref()
            .and_then(|chain| chain.membership().groups().get(&group))
            .map(|group| group.members.clone())
            .unwrap_or_default()
    }
}
