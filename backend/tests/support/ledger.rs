//! A space as its author sees it: events built, signed and appended.

use ed25519_dalek::SigningKey;
use hawser_ledger::Frame;
use hawser_ledger::codec::Layout as _;
use hawser_ledger::event::{BlobReference, Event, KIND_RECORD, RecordPublic};
use hawser_ledger::header::{
    CLASS_CONTENT, CLASS_MEMBERSHIP, MODE_GROUP, MODE_PUBLIC, Prefix, SUITE_X25519,
};
use hawser_ledger::key::hash;
use hawser_ledger::membership::{
    Act, EpochMember, EpochStart, Grant, GroupCreate, GroupPurpose, WrapHash,
};
use hawser_ledger::{Chain, CommandId, EventId, GroupId, KeyId, OrganisationId, SpaceId};
use hawser_protocol::path::{self, fill};
use hawser_protocol::space::{Append, Pulled, Wrap};
use rand::RngCore as _;

use super::{Answer, Client, Person};

pub fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    rand::rngs::OsRng.fill_bytes(&mut bytes);
    bytes
}

pub fn prefix(class: u8, mode: u8, kind: u16, space: SpaceId) -> Prefix {
    Prefix {
        suite: SUITE_X25519,
        class,
        mode,
        kind,
        space,
        group: GroupId::ZERO,
        epoch: 0,
        author: KeyId::ZERO,
        command: CommandId(random()),
        recorded_ms: 1_795_305_600_000,
        offset_min: 60,
        keyring_version: 1,
        nonce: [0; 24],
        key_commit: [0; 32],
        public_len: 0,
        public_hash: [0; 32],
    }
}

/// A membership event at the end of `chain`, which is not moved.
pub fn act(chain: &Chain, act: &Act, key: &SigningKey) -> Event {
    let prefix = prefix(CLASS_MEMBERSHIP, MODE_PUBLIC, act.kind(), chain.space());
    Event::sign(
        prefix,
        chain.next_position(GroupId::ZERO),
        act.encode(),
        Vec::new(),
        key,
    )
}

/// A record for a group at the end of `chain`, which is not moved.
pub fn content(
    chain: &Chain,
    group: GroupId,
    blobs: Vec<BlobReference>,
    key: &SigningKey,
) -> Event {
    let mut prefix = prefix(CLASS_CONTENT, MODE_GROUP, KIND_RECORD, chain.space());
    prefix.group = group;
    prefix.epoch = chain
        .membership()
        .groups()
        .get(&group)
        .map_or(0, hawser_ledger::membership::Group::epoch);
    prefix.nonce = random();
    prefix.key_commit = random();
    let encrypted = random::<128>().to_vec();
    Event::sign(
        prefix,
        chain.next_position(group),
        RecordPublic { blobs }.encode(),
        encrypted,
        key,
    )
}

/// A space that the test follows along.
#[derive(Clone)]
pub struct Space {
    pub id: SpaceId,
    pub chain: Chain,
}

/// Events and wraps that are to be appended together.
#[derive(Clone)]
pub struct Draft {
    pub chain: Chain,
    pub append: Append,
}

impl Draft {
    pub fn act(&mut self, what: &Act, key: &SigningKey) -> &mut Self {
        let event = act(&self.chain, what, key);
        self.event(event)
    }
    pub fn content(&mut self, group: GroupId, key: &SigningKey) -> &mut Self {
        let event = content(&self.chain, group, Vec::new(), key);
        self.event(event)
    }
    #[track_caller]
    pub fn event(&mut self, event: Event) -> &mut Self {
        self.chain.accept(&event).unwrap();
        self.append.events.push(event.encode());
        self
    }
    /// Without checking it here first.
    pub fn unchecked(&mut self, event: &Event) -> &mut Self {
        self.append.events.push(event.encode());
        self
    }
    pub fn wrap(
        &mut self,
        group: GroupId,
        user: hawser_ledger::UserId,
        body: Vec<u8>,
    ) -> &mut Self {
        let event = self.append.events.len() as u32 - 1;
        self.append.wraps.push(Wrap {
            group,
            user,
            event,
            body,
        });
        self
    }
    /// A group with its first epoch for `members`, made by the first of them.
    pub fn group(
        &mut self,
        group: GroupId,
        purpose: GroupPurpose,
        members: &[&Person],
    ) -> &mut Self {
        let key = &members[0].key;
        self.act(
            &Act::GroupCreate(GroupCreate {
                group,
                purpose,
                organisation: OrganisationId::ZERO,
            }),
            key,
        );
        let (start, wraps) = epoch(group, 1, members);
        self.act(&Act::EpochStart(start), key);
        for (person, body) in members.iter().zip(wraps) {
            self.wrap(group, person.user, body);
        }
        self
    }
}

pub fn epoch_member(person: &Person) -> EpochMember {
    EpochMember {
        user: person.user,
        generation: 1,
        recipient_hash: hash(&[&person.recipient]),
    }
}

/// An epoch of a group, and the wraps for its members in the order given.
pub fn epoch(group: GroupId, number: u64, members: &[&Person]) -> (EpochStart, Vec<Vec<u8>>) {
    let bodies: Vec<Vec<u8>> = members.iter().map(|_| random::<200>().to_vec()).collect();
    let mut named: Vec<(EpochMember, WrapHash)> = members
        .iter()
        .zip(&bodies)
        .map(|(person, body)| {
            (
                epoch_member(person),
                WrapHash {
                    user: person.user,
                    hash: hash(&[body]),
                },
            )
        })
        .collect();
    named.sort_by_key(|(member, _)| member.user);
    let (members, wraps) = named.into_iter().unzip();
    let start = EpochStart {
        group,
        number,
        suite: SUITE_X25519,
        members,
        commitment: random(),
        recipient: random::<32>().to_vec(),
        wraps,
    };
    (start, bodies)
}

pub fn grant(group: GroupId, last: u64, person: &Person) -> (Act, Vec<u8>) {
    let body = random::<200>().to_vec();
    let grant = Grant {
        group,
        to: epoch_member(person),
        first: 1,
        last,
        wrap_hash: hash(&[&body]),
    };
    (Act::Grant(grant), body)
}

impl Space {
    pub fn path(&self, template: &str) -> String {
        fill(template, &[&self.id.to_string()])
    }

    pub fn draft(&self) -> Draft {
        let append = Append {
            size: self.chain.size(),
            head: self.chain.head(),
            events: Vec::new(),
            wraps: Vec::new(),
        };
        Draft {
            chain: self.chain.clone(),
            append,
        }
    }

    /// Tries to append; the space stays as it was.
    pub async fn attempt(&self, client: &Client, draft: &Draft) -> Answer {
        client
            .append(&self.path(path::EVENTS), draft.append.encode())
            .await
    }

    /// Appends what `make` makes, which must be accepted.
    pub async fn append(&mut self, person: &Person, make: impl FnOnce(&mut Draft)) {
        let mut draft = self.draft();
        make(&mut draft);
        let answer = self.attempt(&person.client, &draft).await;
        let appended: hawser_protocol::space::Appended = answer.json();
        assert_eq!(
            (appended.size, appended.head),
            (draft.chain.size(), draft.chain.head())
        );
        self.chain = draft.chain;
    }

    pub async fn frames(&self, person: &Person) -> Vec<Frame> {
        let answer = person.client.get(&self.path(path::EVENTS)).await.ok();
        assert_eq!(answer.header("content-type"), path::EVENTS_TYPE);
        Pulled::decode(&answer.body).unwrap().frames
    }
}

/// The bytes of a founding append, and the space they make.
pub fn founding(genesis: Event) -> (Space, Draft) {
    let chain = Chain::found(&genesis).unwrap();
    let append = Append {
        size: 0,
        head: EventId::ZERO,
        events: vec![genesis.encode()],
        wraps: Vec::new(),
    };
    (
        Space {
            id: chain.space(),
            chain: chain.clone(),
        },
        Draft { chain, append },
    )
}
