//! A small builder of real ledgers: every event is signed, encoded, decoded and accepted.
#![expect(
    clippy::unwrap_used,
    reason = "a builder that cannot build should stop the test"
)]

#[path = "support/case.rs"]
mod case;

use std::collections::BTreeSet;

use ed25519_dalek::SigningKey;
use hawser_ledger::chain::Accepted;
use hawser_ledger::codec::Layout;
use hawser_ledger::consent::Consent;
use hawser_ledger::event::{KIND_RECORD, RecordPublic};
use hawser_ledger::header::{
    CLASS_CONTENT, CLASS_MEMBERSHIP, MODE_GROUP, MODE_PUBLIC, Position, Prefix, SUITE_X25519,
};
use hawser_ledger::key::hash;
use hawser_ledger::membership::{
    Act, EpochMember, EpochStart, Genesis, Grant, Group, GroupCreate, GroupPurpose, KIND_GENESIS,
    MemberAdd, MembershipError, MembershipRule, OrganisationVerified, PartyStatus,
    ProposedOrganisation, Role, SpaceKind, VerificationMethod, WrapHash,
};
use hawser_ledger::merkle::empty_root;
use hawser_ledger::person::{CertChain, CertificateRequest, Delegation, PersonCert, name_commit};
use hawser_ledger::{
    Chain, ChainError, CommandId, Event, GroupId, KeyId, OrganisationId, RequestId, SpaceId, UserId,
};

/// Opens the name in every certificate here.
pub const SALT: [u8; 32] = [0x11; 32];

/// A signing key that is the same in every run.
pub fn key(name: &str) -> SigningKey {
    SigningKey::from_bytes(&hash(&[b"signing key of ", name.as_bytes()]))
}

pub fn public(key: &SigningKey) -> [u8; 32] {
    key.verifying_key().to_bytes()
}

fn bytes16(of: &str) -> [u8; 16] {
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash(&[of.as_bytes()])[..16]);
    bytes
}

pub fn group(name: &str) -> GroupId {
    GroupId(bytes16(name))
}

/// An organisation with its root and one delegated administrator.
#[derive(Clone)]
pub struct Party {
    pub id: OrganisationId,
    pub root: SigningKey,
    pub administrator: Person,
}

/// Someone with keys and a certificate.
#[derive(Clone)]
pub struct Person {
    pub user: UserId,
    pub key: SigningKey,
    pub chain: CertChain,
}

pub fn request(organisation: OrganisationId, name: &str, key: &SigningKey) -> CertificateRequest {
    CertificateRequest {
        organisation,
        user: UserId(bytes16(name)),
        generation: 1,
        signing_key: public(key),
        recipient: hash(&[b"recipient of ", name.as_bytes()]),
        hybrid_recipient: Vec::new(),
        name_commit: name_commit(&SALT, name),
        self_signature: [0; 64],
    }
    .sign(key)
}

impl Party {
    pub fn with_id(name: &str, id: OrganisationId) -> Self {
        let root = key(&format!("{name} root"));
        let admin = format!("{name} administrator");
        let signing = key(&admin);
        let delegation = Delegation::sign(&root, id, UserId(bytes16(&admin)), public(&signing));
        let cert = PersonCert::certify(request(id, &admin, &signing), &signing);
        let chain = CertChain { delegation, cert };
        let administrator = Person {
            user: UserId(bytes16(&admin)),
            key: signing,
            chain,
        };
        Self {
            id,
            root,
            administrator,
        }
    }
    pub fn new(name: &str) -> Self {
        Self::with_id(
            name,
            OrganisationId(hash(&[b"organisation ", name.as_bytes()])),
        )
    }
    /// A person certified by the administrator.
    pub fn person(&self, name: &str) -> Person {
        let signing = key(name);
        let cert = PersonCert::certify(request(self.id, name, &signing), &self.administrator.key);
        let chain = CertChain {
            delegation: self.administrator.chain.delegation.clone(),
            cert,
        };
        Person {
            user: UserId(bytes16(name)),
            key: signing,
            chain,
        }
    }
    pub fn proposed(&self) -> ProposedOrganisation {
        ProposedOrganisation {
            organisation: self.id,
            root: public(&self.root),
            status: PartyStatus::BoundMemberState,
        }
    }
    pub fn verified_by(&self, verifier: &Self) -> Act {
        Act::OrganisationVerified(OrganisationVerified {
            verifier: verifier.id,
            organisation: self.id,
            root: public(&self.root),
            method: VerificationMethod::SafetyNumber,
        })
    }
    pub fn join(&self) -> Act {
        Act::OrganisationJoin(self.administrator.chain.delegation.clone())
    }
    /// An unsigned nomination of `person` into `space` as a member of `groups`, with history.
    pub fn consent(
        &self,
        space: SpaceId,
        person: &Person,
        groups: &[GroupId],
        number: u8,
    ) -> Consent {
        let mut groups = groups.to_vec();
        groups.sort_unstable();
        Consent {
            space,
            organisation: self.id,
            cert_hash: person.chain.cert.hash(),
            role: Role::Member,
            groups,
            history: true,
            policy_hash: hash(&[POLICY]),
            request: RequestId([number; 16]),
            delegation: self.administrator.chain.delegation.clone(),
            signature: [0; 64],
        }
    }
    pub fn nominate(
        &self,
        space: SpaceId,
        person: &Person,
        groups: &[GroupId],
        number: u8,
    ) -> MemberAdd {
        let consent = self
            .consent(space, person, groups, number)
            .sign(&self.administrator.key);
        MemberAdd {
            consent,
            chain: person.chain.clone(),
        }
    }
}

pub use case::Case;

pub const POLICY: &[u8] = b"policy of the test";

pub fn prefix(space: SpaceId, kind: u16, number: u64) -> Prefix {
    let mut command = [0; 16];
    command[8..].copy_from_slice(&number.to_be_bytes());
    Prefix {
        suite: SUITE_X25519,
        class: CLASS_MEMBERSHIP,
        mode: MODE_PUBLIC,
        kind,
        space,
        group: GroupId::ZERO,
        epoch: 0,
        author: KeyId::ZERO,
        command: CommandId(command),
        recorded_ms: 1_790_000_000_000 + number as i64,
        offset_min: 120,
        keyring_version: 1,
        nonce: [0; 24],
        key_commit: [0; 32],
        public_len: 0,
        public_hash: [0; 32],
    }
}

pub fn first_position() -> Position {
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

pub fn genesis(
    kind: SpaceKind,
    founder: Option<&Party>,
    root: &SigningKey,
    parties: &[&Party],
) -> Genesis {
    let mut organisations: Vec<ProposedOrganisation> =
        parties.iter().map(|party| party.proposed()).collect();
    organisations.sort_by_key(|entry| entry.organisation);
    Genesis {
        kind,
        random: [7; 32],
        root: public(root),
        founder: founder.map(|party| party.administrator.chain.clone()),
        organisations,
        min_suite: SUITE_X25519,
        origin: "https://hawser.example".to_owned(),
        log_key: [0; 32],
        log_keepers: Vec::new(),
        max_age_s: 0,
        policy: POLICY.to_vec(),
    }
}

pub fn genesis_event(genesis: Genesis, author: &SigningKey) -> Event {
    let act = Act::Genesis(Box::new(genesis));
    Event::sign(
        prefix(SpaceId::ZERO, KIND_GENESIS, 0),
        first_position(),
        act.encode(),
        Vec::new(),
        author,
    )
}

/// A space as it grows.
#[derive(Clone)]
pub struct Ledger {
    pub chain: Chain,
    pub number: u64,
}

impl Ledger {
    pub fn found(genesis: Genesis, author: &SigningKey) -> Result<Self, ChainError> {
        let event = genesis_event(genesis, author);
        let event = Event::decode(&event.encode())?;
        Ok(Self {
            chain: Chain::found(&event)?,
            number: 1,
        })
    }
    pub fn space(&self) -> SpaceId {
        self.chain.space()
    }
    /// The next event, if `author` were to write `act`.
    pub fn event(&self, author: &SigningKey, act: &Act) -> Event {
        let prefix = prefix(self.space(), act.kind(), self.number);
        let position = self.chain.next_position(GroupId::ZERO);
        Event::sign(prefix, position, act.encode(), Vec::new(), author)
    }
    /// The next event, if `author` were to write into a group's current epoch.
    pub fn content_event(&self, author: &SigningKey, group: GroupId) -> Event {
        let mut prefix = prefix(self.space(), KIND_RECORD, self.number);
        let epoch = self
            .chain
            .membership()
            .groups()
            .get(&group)
            .map_or(0, Group::epoch);
        (prefix.class, prefix.mode, prefix.group) = (CLASS_CONTENT, MODE_GROUP, group);
        (prefix.epoch, prefix.nonce, prefix.key_commit) = (epoch, [9; 24], [8; 32]);
        let public = RecordPublic::default().encode();
        Event::sign(
            prefix,
            self.chain.next_position(group),
            public,
            b"ciphertext".to_vec(),
            author,
        )
    }
    pub fn accept(&mut self, event: &Event) -> Result<Accepted, ChainError> {
        let event = Event::decode(&event.encode())?;
        let before = (
            self.chain.size(),
            self.chain.head(),
            self.chain.tree().root(),
        );
        let result = self.chain.accept(&event);
        if result.is_err() {
            let after = (
                self.chain.size(),
                self.chain.head(),
                self.chain.tree().root(),
            );
            assert_eq!(before, after, "a refusal changes nothing");
        } else {
            self.number += 1;
        }
        result
    }
    pub fn act(&mut self, author: &Person, act: Act) -> Result<Accepted, ChainError> {
        let event = self.event(&author.key, &act);
        self.accept(&event)
    }
    pub fn write(&mut self, author: &Person, group: GroupId) -> Result<Accepted, ChainError> {
        let event = self.content_event(&author.key, group);
        self.accept(&event)
    }
    /// The next epoch of a group for `members`.
    pub fn epoch(&self, group: GroupId, members: &[&Person]) -> EpochStart {
        let number = self
            .chain
            .membership()
            .groups()
            .get(&group)
            .map_or(0, Group::epoch)
            + 1;
        let mut members: Vec<EpochMember> =
            members.iter().map(|person| epoch_member(person)).collect();
        members.sort_by_key(|member| member.user);
        let wraps = members.iter().map(|member| WrapHash {
            user: member.user,
            hash: hash(&[&member.user.0]),
        });
        EpochStart {
            group,
            number,
            suite: SUITE_X25519,
            wraps: wraps.collect(),
            members,
            commitment: hash(&[b"commitment", &number.to_be_bytes()]),
            recipient: vec![5; 32],
        }
    }
    pub fn grant(&self, group: GroupId, to: &Person, first: u64) -> Act {
        let last = self
            .chain
            .membership()
            .groups()
            .get(&group)
            .map_or(0, Group::epoch);
        Act::Grant(Grant {
            group,
            to: epoch_member(to),
            first,
            last,
            wrap_hash: [4; 32],
        })
    }
    pub fn holders(&self, group: GroupId) -> BTreeSet<UserId> {
        self.chain.membership().groups()[&group].members.clone()
    }
    pub fn frozen(&self, group: GroupId) -> bool {
        self.chain.membership().groups()[&group].frozen
    }
}

pub fn epoch_member(person: &Person) -> EpochMember {
    let cert = &person.chain.cert;
    EpochMember {
        user: person.user,
        generation: cert.request.generation,
        recipient_hash: hash(&[&cert.request.recipient]),
    }
}

pub fn create(group: GroupId, purpose: GroupPurpose) -> Act {
    Act::GroupCreate(GroupCreate {
        group,
        purpose,
        organisation: OrganisationId::ZERO,
    })
}

/// Asserts that an event was refused by a rule, by name.
#[track_caller]
pub fn refused(result: Result<Accepted, ChainError>, rule: MembershipRule) {
    assert_eq!(
        result,
        Err(ChainError::Membership(MembershipError::Rule(rule)))
    );
}
