//! The state that membership events add up to.

mod authority;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{GroupPurpose, MembershipRule, PartyStatus, Role, SpaceKind, VerificationMethod};
use crate::consent::Consent;
use crate::id::{GroupId, KeyId, OrganisationId, RequestId, SpaceId, UserId};
use crate::key::key_id;
use crate::person::{CertChain, Delegation};

/// Whether a member may act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MemberState {
    /// Takes part.
    Active,
    /// Suspended; may be reinstated.
    Suspended,
    /// Has left for good.
    Ended,
}

/// A person in a space.
#[derive(Debug, Clone)]
pub struct Member {
    /// The organisation the person belongs to.
    pub organisation: OrganisationId,
    /// What the person may do.
    pub role: Role,
    /// Whether the person may act.
    pub state: MemberState,
    /// From the organisation's root to the person's keys.
    pub chain: Arc<CertChain>,
    /// The nomination; `None` for a founder and in an organisation's own space.
    pub consent: Option<Arc<Consent>>,
    /// Number of the event that admitted the person.
    pub since: u64,
    /// Who admitted the person; `None` for a founder.
    pub admitted_by: Option<UserId>,
}

impl Member {
    /// The person's signing key.
    pub fn signing_key(&self) -> [u8; 32] {
        self.chain.cert.request.signing_key
    }
}

/// A party.
#[derive(Debug, Clone)]
pub struct Organisation {
    /// Its root.
    pub root: [u8; 32],
    /// Its legal position.
    pub status: PartyStatus,
    /// Number of the event by which it joined.
    pub joined: Option<u64>,
    /// Which parties have compared its safety number, and how.
    pub verified_by: BTreeMap<OrganisationId, VerificationMethod>,
}

/// One epoch of a group, as everyone can see it.
#[derive(Debug, Clone)]
pub struct Epoch {
    /// Its suite.
    pub suite: u8,
    /// Commitment to its secret.
    pub commitment: [u8; 32],
    /// Its age recipient.
    pub recipient: Vec<u8>,
}

/// An access group.
#[derive(Debug, Clone)]
pub struct Group {
    /// What it is for.
    pub purpose: GroupPurpose,
    /// The organisation of a shared group or of a desk's correspondence with it; zero otherwise.
    pub organisation: OrganisationId,
    /// Epochs 1 and up, in order.
    pub epochs: Vec<Epoch>,
    /// Who holds the current epoch.
    pub members: BTreeSet<UserId>,
    /// Someone left and nobody has renewed it yet.
    pub frozen: bool,
    /// Number of content events so far.
    pub content: u64,
}

impl Group {
    /// Number of the current epoch; zero before the first.
    pub fn epoch(&self) -> u64 {
        self.epochs.len() as u64
    }
}

/// By what a space's log is believed, as its genesis says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LogTerms {
    /// Origin of the deployment.
    pub origin: String,
    /// Its log key; zero where it has none.
    pub key: [u8; 32],
    /// Keys of the log keepers wanted.
    pub keepers: Vec<[u8; 32]>,
    /// Largest age of a confirmation, in seconds; zero for any.
    pub max_age_s: u32,
}

/// Who is in a space; the sum of its membership events.
#[derive(Debug, Clone)]
pub struct Membership {
    space: SpaceId,
    kind: SpaceKind,
    root: [u8; 32],
    log: LogTerms,
    policy_hash: [u8; 32],
    min_suite: u8,
    organisations: BTreeMap<OrganisationId, Organisation>,
    members: BTreeMap<UserId, Member>,
    /// Every key that anybody ever signed with here, for what they signed while it was theirs.
    keys: BTreeMap<KeyId, (UserId, [u8; 32])>,
    groups: BTreeMap<GroupId, Group>,
    delegations: BTreeMap<UserId, Delegation>,
    requests: BTreeSet<RequestId>,
    acts: u64,
}

impl Membership {
    /// What the space is for.
    pub fn kind(&self) -> SpaceKind {
        self.kind
    }
    /// The space.
    pub fn space(&self) -> SpaceId {
        self.space
    }
    /// Root of the founding organisation.
    pub fn root(&self) -> &[u8; 32] {
        &self.root
    }
    /// By what its log is believed.
    pub fn log(&self) -> &LogTerms {
        &self.log
    }
    /// SHA-256 of the policy bytes.
    pub fn policy_hash(&self) -> [u8; 32] {
        self.policy_hash
    }
    /// Lowest suite allowed.
    pub fn min_suite(&self) -> u8 {
        self.min_suite
    }
    /// Number of membership events that it is the sum of, the genesis among them.
    pub fn acts(&self) -> u64 {
        self.acts
    }
    /// The parties.
    pub fn organisations(&self) -> &BTreeMap<OrganisationId, Organisation> {
        &self.organisations
    }
    /// Everyone who ever was a member.
    pub fn members(&self) -> &BTreeMap<UserId, Member> {
        &self.members
    }
    /// The access groups.
    pub fn groups(&self) -> &BTreeMap<GroupId, Group> {
        &self.groups
    }
    /// Current administrators of an organisation's own space.
    pub fn delegations(&self) -> &BTreeMap<UserId, Delegation> {
        &self.delegations
    }
    /// Whether a nomination has been used.
    pub fn request_used(&self, request: RequestId) -> bool {
        self.requests.contains(&request)
    }
    /// The member whose key this is or was: what was signed with it stays theirs.
    pub fn author(&self, key: KeyId) -> Option<UserId> {
        self.keys.get(&key).map(|(user, _)| *user)
    }
    /// The public key behind an id: a member's, also one that was replaced, or the organisation's root in its own
    /// space. That it may sign what comes next is not said.
    pub fn public_key(&self, key: KeyId) -> Option<[u8; 32]> {
        if self.kind == SpaceKind::Organisation && key_id(&self.root) == key {
            return Some(self.root);
        }
        self.keys.get(&key).map(|(_, public)| *public)
    }
    /// The member who may act by signing with a key.
    pub fn actor(&self, author: KeyId) -> Result<(UserId, &Member), MembershipRule> {
        let user = self.author(author).ok_or(MembershipRule::UnknownAuthor)?;
        let member = self.active(user).ok_or(MembershipRule::NotActive)?;
        if key_id(&member.signing_key()) == author {
            Ok((user, member))
        } else {
            Err(MembershipRule::KeyReplaced)
        }
    }
    /// The group with a purpose that is no single organisation's.
    pub fn group_for(&self, purpose: GroupPurpose) -> Option<(GroupId, &Group)> {
        self.group_of(purpose, OrganisationId::ZERO)
    }
    /// The group with a purpose and an organisation.
    pub fn group_of(
        &self,
        purpose: GroupPurpose,
        organisation: OrganisationId,
    ) -> Option<(GroupId, &Group)> {
        self.groups
            .iter()
            .find(|(_, group)| group.purpose == purpose && group.organisation == organisation)
            .map(|(id, group)| (*id, group))
    }
    /// Whether an organisation's people have limited access: they hold its groups and not the team's.
    pub fn is_limited(&self, organisation: OrganisationId) -> bool {
        self.group_of(GroupPurpose::Shared, organisation).is_some()
    }
    /// A member who may act now.
    pub fn active(&self, user: UserId) -> Option<&Member> {
        self.members
            .get(&user)
            .filter(|member| member.state == MemberState::Active)
    }
    /// Active administrators.
    pub fn administrators(&self) -> impl Iterator<Item = UserId> + '_ {
        self.members
            .iter()
            .filter(|(_, member)| member.state == MemberState::Active && member.role.administers())
            .map(|(user, _)| *user)
    }
    /// Whether `by` has compared the root of `organisation` (or is the same).
    pub fn verified(&self, by: OrganisationId, organisation: OrganisationId) -> bool {
        by == organisation
            || self
                .organisations
                .get(&organisation)
                .is_some_and(|party| party.verified_by.contains_key(&by))
    }
    /// Whether a person's role lets them share what they can read.
    pub fn may_share(&self, author: KeyId) -> Result<(), MembershipRule> {
        let (_, member) = self.actor(author)?;
        if matches!(member.role, Role::Support | Role::Host) {
            return Err(MembershipRule::MayNotShare);
        }
        Ok(())
    }
    /// Checks that `author` may write content number `group_seq` in a group's epoch, and counts it. The number may run
    /// ahead by `gap`; by how much it does is given back.
    pub fn accept_content(
        &mut self,
        author: KeyId,
        (group, epoch): (GroupId, u64),
        group_seq: u64,
        gap: u64,
    ) -> Result<u64, MembershipRule> {
        let (user, _) = self.actor(author)?;
        let group = self
            .groups
            .get_mut(&group)
            .ok_or(MembershipRule::UnknownGroup)?;
        if !group.members.contains(&user) {
            return Err(MembershipRule::NotInGroup);
        }
        if group.frozen {
            return Err(MembershipRule::GroupFrozen);
        }
        if epoch != group.epoch() {
            return Err(MembershipRule::WrongEpoch);
        }
        let skipped = group_seq
            .checked_sub(group.content)
            .filter(|skipped| *skipped <= gap)
            .ok_or(MembershipRule::WrongGroupSequence)?;
        // No ledger comes near; a header can say so all the same.
        group.content = group_seq
            .checked_add(1)
            .ok_or(MembershipRule::WrongGroupSequence)?;
        Ok(skipped)
    }
    /// Sets the number of content events of a group, when a stored state is brought back.
    pub fn restore_content(&mut self, group: GroupId, content: u64) {
        if let Some(group) = self.groups.get_mut(&group) {
            group.content = content;
        }
    }
}
