//! A space's ledger as it grows: order, signatures, authority and tree, one
//! event at a time. Server and members run the same code.

use std::collections::BTreeMap;

use crate::codec::Layout;
use crate::event::{Event, EventError, KIND_RECORD, KIND_SHARE, RecordPublic, SharePublic};
use crate::header::{CLASS_MEMBERSHIP, MODE_DROP_BOX, MODE_GROUP, MODE_PUBLIC, Position};
use crate::id::{EventId, GroupId, KeyId, SpaceId};
use crate::membership::{
    Act, KIND_GENESIS, Membership, MembershipError, MembershipRule, SpaceKind,
};
use crate::merkle::CompactTree;

/// Why an event cannot be the next one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ChainError {
    /// The event itself is bad.
    #[error("{0}")]
    Event(#[from] EventError),
    /// Its number is not the next one.
    #[error("entry number {found} where {expected} was due")]
    Sequence {
        /// Number that was due.
        expected: u64,
        /// Number found.
        found: u64,
    },
    /// It does not follow the entry before it.
    #[error("it does not follow the entry before it")]
    Previous,
    /// Its author saw another past.
    #[error("its author saw another past")]
    SeenRoot,
    /// It was written for another space.
    #[error("it was written for another space")]
    Space,
    /// It follows another number of membership acts: one is kept back, or its author saw others.
    #[error("it follows {found} acts of membership, here are {here}")]
    Acts {
        /// How many are here.
        here: u64,
        /// How many its author saw.
        found: u64,
    },
    /// Its author gave the same command before.
    #[error("its author gave the same command before")]
    Command,
    /// The header's combination of class, mode, group and epoch has no meaning.
    #[error("the header contradicts itself")]
    Header,
    /// It breaks public authority.
    #[error("{0}")]
    Membership(#[from] MembershipError),
}

impl ChainError {
    /// Stable name, kebab-case.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Event(EventError::Layout(_)) => "bad-layout",
            Self::Event(EventError::PublicHash) => "public-part-changed",
            Self::Event(EventError::EncryptedHash) => "encrypted-part-changed",
            Self::Event(EventError::Signature(_)) => "bad-signature",
            Self::Event(EventError::Author) => "wrong-author-key",
            Self::Sequence { .. } => "wrong-sequence",
            Self::Previous => "wrong-previous",
            Self::SeenRoot => "wrong-past",
            Self::Acts { .. } => "wrong-act-count",
            Self::Space => "wrong-space",
            Self::Command => "command-doubled",
            Self::Header => "bad-header",
            Self::Membership(MembershipError::Rule(rule)) => rule.code(),
            Self::Membership(MembershipError::UpdateNeeded(_)) => "update-needed",
            Self::Membership(_) => "bad-membership",
        }
    }
}

impl From<MembershipRule> for ChainError {
    fn from(rule: MembershipRule) -> Self {
        Self::Membership(rule.into())
    }
}

/// What an accepted event was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Accepted {
    /// A membership act, already part of the state.
    Act(Box<Act>),
    /// Content for a group.
    Content,
}

/// The verified part of a ledger.
#[derive(Debug, Clone)]
pub struct Chain {
    space: SpaceId,
    head: EventId,
    tree: CompactTree,
    membership: Membership,
    cut: Cut,
}

/// What was left out of a cut, and how far the numbering of groups accounts for it.
#[derive(Debug, Clone, Default)]
struct Cut {
    /// Places of which only the leaf is known.
    withheld: u64,
    /// Of them, those that no group's numbering has accounted for yet.
    unplaced: u64,
    /// How many were withheld when a group was made, or had its newest event that is there.
    since: BTreeMap<GroupId, u64>,
}

impl Cut {
    /// By how much the number of a group's next event may run ahead.
    fn gap(&self, group: GroupId) -> u64 {
        let since = self.since.get(&group).copied().unwrap_or(0);
        self.unplaced.min(self.withheld - since)
    }
}

fn check_genesis(event: &Event) -> Result<(Membership, Act), ChainError> {
    let prefix = &event.header.prefix;
    let position = &event.header.position;
    if position.seq != 0 {
        return Err(ChainError::Sequence {
            expected: 0,
            found: position.seq,
        });
    }
    let clean = prefix.kind == KIND_GENESIS
        && prefix.class == CLASS_MEMBERSHIP
        && prefix.space == SpaceId::ZERO
        && position.prev == [0; 32];
    if !clean || !public_only(event) {
        return Err(ChainError::Header);
    }
    if position.seen_root != crate::merkle::empty_root() {
        return Err(ChainError::SeenRoot);
    }
    if position.acts != 0 {
        return Err(ChainError::Acts {
            here: 0,
            found: position.acts,
        });
    }
    let act = Act::decode(prefix.kind, &event.public).map_err(MembershipError::from)?;
    let Some(Act::Genesis(genesis)) = act else {
        return Err(ChainError::Header);
    };
    let key = genesis
        .founder
        .as_ref()
        .map_or(genesis.root, |chain| chain.cert.request.signing_key);
    event.verify(&key)?;
    let space = SpaceId(event.id().0);
    let membership = Membership::found(space, prefix.author, &genesis)?;
    Ok((membership, Act::Genesis(genesis)))
}

fn public_only(event: &Event) -> bool {
    let prefix = &event.header.prefix;
    prefix.mode == MODE_PUBLIC
        && prefix.group == GroupId::ZERO
        && prefix.epoch == 0
        && event.header.position.group_seq == 0
        && event.header.position.encrypted_len == 0
}

impl Chain {
    /// Starts from a genesis.
    pub fn found(event: &Event) -> Result<Self, ChainError> {
        let (membership, _) = check_genesis(event)?;
        let id = event.id();
        let mut tree = CompactTree::new();
        tree.push(id.0);
        Ok(Self {
            space: SpaceId(id.0),
            head: id,
            tree,
            membership,
            cut: Cut::default(),
        })
    }

    /// Brings back a stored chain that was verified before.
    pub fn restore(head: EventId, tree: CompactTree, membership: Membership) -> Self {
        Self {
            space: membership.space(),
            head,
            tree,
            membership,
            cut: Cut::default(),
        }
    }

    /// The space.
    pub fn space(&self) -> SpaceId {
        self.space
    }
    /// Number of events.
    pub fn size(&self) -> u64 {
        self.tree.size()
    }
    /// Leaf hash of the newest event.
    pub fn head(&self) -> EventId {
        self.head
    }
    /// The tree over all leaves.
    pub fn tree(&self) -> &CompactTree {
        &self.tree
    }
    /// Who is in the space.
    pub fn membership(&self) -> &Membership {
        &self.membership
    }
    /// What the space is for.
    pub fn kind(&self) -> SpaceKind {
        self.membership.kind()
    }

    /// The position of a next event in `group` (zero for a space-level one).
    pub fn next_position(&self, group: GroupId) -> Position {
        Position {
            seq: self.size(),
            prev: self.head.0,
            seen_root: self.tree.root(),
            group_seq: self
                .membership
                .groups()
                .get(&group)
                .map_or(0, |group| group.content),
            encrypted_len: 0,
            encrypted_hash: [0; 32],
            acts: self.membership.acts(),
        }
    }

    /// Checks that `event` is the next one and takes it in. An error changes nothing.
    ///
    /// That (author, command) is unique is the caller's to check.
    pub fn accept(&mut self, event: &Event) -> Result<Accepted, ChainError> {
        self.accept_next(event, false)
    }

    /// The same in a cut of the ledger, of which content of any group may be left out: an event's number in its
    /// group may run ahead by as many as are withheld since the one before it and not accounted for yet.
    pub fn accept_in_cut(&mut self, event: &Event) -> Result<Accepted, ChainError> {
        self.accept_next(event, true)
    }

    fn accept_next(&mut self, event: &Event, in_cut: bool) -> Result<Accepted, ChainError> {
        let prefix = &event.header.prefix;
        let position = &event.header.position;
        if position.seq != self.size() {
            return Err(ChainError::Sequence {
                expected: self.size(),
                found: position.seq,
            });
        }
        if prefix.space != self.space {
            return Err(ChainError::Space);
        }
        if position.prev != self.head.0 {
            return Err(ChainError::Previous);
        }
        if position.seen_root != self.tree.root() {
            return Err(ChainError::SeenRoot);
        }
        if position.acts != self.membership.acts() {
            return Err(ChainError::Acts {
                here: self.membership.acts(),
                found: position.acts,
            });
        }
        let accepted = if prefix.class == CLASS_MEMBERSHIP {
            self.accept_act(event)?
        } else {
            self.accept_content(event, in_cut)?
        };
        self.head = event.id();
        self.tree.push(self.head.0);
        Ok(accepted)
    }

    /// Takes in a place of which only the leaf is known: content that the reader has no access to, or that was left
    /// out. That it is no act of membership shows in the next event that is there.
    pub fn accept_withheld(&mut self, leaf: EventId) {
        self.cut.withheld += 1;
        self.cut.unplaced += 1;
        self.head = leaf;
        self.tree.push(leaf.0);
    }

    fn accept_act(&mut self, event: &Event) -> Result<Accepted, ChainError> {
        if !public_only(event) {
            return Err(ChainError::Header);
        }
        let prefix = &event.header.prefix;
        let act = Act::decode(prefix.kind, &event.public).map_err(MembershipError::from)?;
        let Some(act) = act else {
            // What is not signed is altered, not newer.
            event.verify(&self.public_key(prefix.author)?)?;
            return Err(MembershipError::UpdateNeeded(prefix.kind).into());
        };
        let key = match &act {
            // The founding administrator certifies themselves with the delegated key.
            Act::PersonCert(_) => self.certifier_key(prefix.author)?,
            // Whoever has new keys shows by them that they are theirs.
            Act::KeyChange { chain, .. } => chain.cert.request.signing_key,
            act => match act.delegation() {
                // Someone who need not be a member speaks for an organisation.
                Some(delegation) => delegation.signing_key,
                None => self.public_key(prefix.author)?,
            },
        };
        event.verify(&key)?;
        self.membership
            .apply(event.header.position.seq, prefix.author, &act)?;
        if let Act::GroupCreate(create) = &act {
            self.cut.since.insert(create.group, self.cut.withheld);
        }
        Ok(Accepted::Act(Box::new(act)))
    }

    fn accept_content(&mut self, event: &Event, in_cut: bool) -> Result<Accepted, ChainError> {
        let prefix = &event.header.prefix;
        match prefix.mode {
            MODE_GROUP if prefix.group != GroupId::ZERO => {}
            MODE_DROP_BOX => {
                event.verify(&self.public_key(prefix.author)?)?;
                return Err(MembershipError::UpdateNeeded(prefix.kind).into());
            }
            _ => return Err(ChainError::Header),
        }
        event.verify(&self.public_key(prefix.author)?)?;
        if prefix.kind == KIND_RECORD {
            RecordPublic::decode(&event.public).map_err(EventError::from)?;
        }
        if prefix.kind == KIND_SHARE {
            let share = SharePublic::decode(&event.public).map_err(EventError::from)?;
            if !share.necessity {
                return Err(ChainError::Header);
            }
            self.membership.may_share(prefix.author)?;
        }
        if self
            .epoch_suite(prefix.group, prefix.epoch)
            .is_some_and(|suite| suite != prefix.suite)
        {
            return Err(ChainError::Header);
        }
        let group_seq = event.header.position.group_seq;
        let gap = if in_cut {
            self.cut.gap(prefix.group)
        } else {
            0
        };
        let skipped = self.membership.accept_content(
            prefix.author,
            (prefix.group, prefix.epoch),
            group_seq,
            gap,
        )?;
        self.cut.unplaced -= skipped;
        self.cut.since.insert(prefix.group, self.cut.withheld);
        Ok(Accepted::Content)
    }

    fn epoch_suite(&self, group: GroupId, epoch: u64) -> Option<u8> {
        let index = usize::try_from(epoch.checked_sub(1)?).ok()?;
        Some(
            self.membership
                .groups()
                .get(&group)?
                .epochs
                .get(index)?
                .suite,
        )
    }

    fn public_key(&self, author: KeyId) -> Result<[u8; 32], ChainError> {
        Ok(self
            .membership
            .public_key(author)
            .ok_or(MembershipRule::UnknownAuthor)?)
    }

    fn certifier_key(&self, author: KeyId) -> Result<[u8; 32], ChainError> {
        let delegated = self
            .membership
            .delegations()
            .values()
            .find(|delegation| crate::key::key_id(&delegation.signing_key) == author);
        match delegated {
            Some(delegation) => Ok(delegation.signing_key),
            None => self.public_key(author),
        }
    }
}
