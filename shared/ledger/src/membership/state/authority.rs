//! Applying membership acts: each is checked whole before anything changes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Epoch, Group, LogTerms, Member, MemberState, Membership, Organisation};
use crate::consent::Consent;
use crate::header::SUITE_XWING;
use crate::id::{GroupId, KeyId, OrganisationId, SpaceId, UserId};
use crate::key::{hash, key_id};
use crate::membership::{
    Act, EpochMember, EpochStart, Genesis, Grant, GroupCreate, GroupPurpose, MemberAdd,
    MembershipError, MembershipRule as Rule, OrganisationVerified, ProposedOrganisation, Role,
    SpaceKind,
};
use crate::person::{CertChain, Delegation, PersonCert};

fn require(holds: bool, rule: Rule) -> Result<(), Rule> {
    if holds { Ok(()) } else { Err(rule) }
}

/// Whether a member may sit at a desk: administrators, and at the one for an organisation also its people.
fn at_desk(group: &Group, (organisation, role): (OrganisationId, Role)) -> bool {
    role.administers() || group.organisation == organisation
}

impl Membership {
    /// The state after a genesis, which has become the space `space`, signed by `author`.
    pub fn found(
        space: SpaceId,
        author: KeyId,
        genesis: &Genesis,
    ) -> Result<Self, MembershipError> {
        let mut state = Self {
            space,
            kind: genesis.kind,
            root: genesis.root,
            log: LogTerms {
                origin: genesis.origin.clone(),
                key: genesis.log_key,
                keepers: genesis.log_keepers.clone(),
                max_age_s: genesis.max_age_s,
            },
            policy_hash: hash(&[&genesis.policy]),
            min_suite: genesis.min_suite,
            organisations: BTreeMap::new(),
            members: BTreeMap::new(),
            keys: BTreeMap::new(),
            past_keys: BTreeMap::new(),
            groups: BTreeMap::new(),
            delegations: BTreeMap::new(),
            requests: BTreeSet::new(),
            acts: 1,
        };
        match &genesis.founder {
            None => {
                require(genesis.kind == SpaceKind::Organisation, Rule::WrongKind)?;
                require(key_id(&genesis.root) == author, Rule::NotRoot)?;
            }
            Some(chain) => {
                require(genesis.kind != SpaceKind::Organisation, Rule::WrongKind)?;
                let own = chain.cert.request.organisation;
                chain.verify(own, &genesis.root)?;
                require(
                    key_id(&chain.cert.request.signing_key) == author,
                    Rule::UnknownAuthor,
                )?;
                for proposed in &genesis.organisations {
                    state.propose(proposed);
                }
                let party = state
                    .organisations
                    .get_mut(&own)
                    .ok_or(Rule::UnknownOrganisation)?;
                require(party.root == genesis.root, Rule::RootDiffers)?;
                party.joined = Some(0);
                state.enter(chain, Role::founding(genesis.kind), None, 0, None);
            }
        }
        Ok(state)
    }

    fn propose(&mut self, proposed: &ProposedOrganisation) {
        let party = Organisation {
            root: proposed.root,
            status: proposed.status,
            joined: None,
            verified_by: BTreeMap::new(),
        };
        self.organisations.insert(proposed.organisation, party);
    }

    fn enter(
        &mut self,
        chain: &CertChain,
        role: Role,
        consent: Option<Arc<Consent>>,
        since: u64,
        admitted_by: Option<UserId>,
    ) {
        let request = &chain.cert.request;
        let key = key_id(&request.signing_key);
        self.keys.insert(key, request.user);
        self.past_keys.insert(key, request.signing_key);
        let member = Member {
            organisation: request.organisation,
            role,
            state: MemberState::Active,
            chain: Arc::new(chain.clone()),
            consent,
            since,
            admitted_by,
        };
        self.members.insert(request.user, member);
    }

    /// The member behind a key, who must be active.
    fn actor(&self, author: KeyId) -> Result<(UserId, &Member), Rule> {
        let user = self.author(author).ok_or(Rule::UnknownAuthor)?;
        Ok((user, self.active(user).ok_or(Rule::NotActive)?))
    }

    fn administrator(&self, author: KeyId) -> Result<(UserId, &Member), Rule> {
        let (user, member) = self.actor(author)?;
        require(member.role.administers(), Rule::NotAdministrator)?;
        Ok((user, member))
    }

    /// Applies act number `seq`, signed by `author`. An error leaves the state as it was.
    pub fn apply(&mut self, seq: u64, author: KeyId, act: &Act) -> Result<(), MembershipError> {
        self.apply_one(seq, author, act)?;
        self.acts += 1;
        Ok(())
    }

    fn apply_one(&mut self, seq: u64, author: KeyId, act: &Act) -> Result<(), MembershipError> {
        match act {
            Act::Genesis(_) => Err(Rule::GenesisOnce.into()),
            Act::OrganisationAdmit(proposed) => {
                require(self.kind != SpaceKind::Organisation, Rule::WrongKind)?;
                self.administrator(author)?;
                require(
                    !self.organisations.contains_key(&proposed.organisation),
                    Rule::OrganisationKnown,
                )?;
                self.propose(proposed);
                Ok(())
            }
            Act::OrganisationJoin(delegation) => self.join(seq, author, delegation),
            Act::OrganisationVerified(verified) => self.verify_organisation(author, verified),
            Act::MemberAdd(add) => self.admit(seq, author, add),
            Act::MemberSuspend {
                user,
                lifted,
                rotations,
            } => self.suspend(author, *user, *lifted, rotations),
            Act::MemberRemove { user, rotations } => self.remove(author, *user, rotations),
            Act::RoleChange {
                user,
                role,
                rotations,
            } => self.change_role(author, *user, *role, rotations),
            Act::GroupCreate(create) => self.create_group(author, create),
            Act::EpochStart(start) => {
                self.administrator(author)?;
                let group = self.groups.get(&start.group).ok_or(Rule::UnknownGroup)?;
                let new = group.epochs.is_empty();
                self.check_epoch(author, start, None, new)?;
                self.start_epoch(start);
                Ok(())
            }
            Act::Grant(grant) => self.grant(author, grant),
            Act::AdministratorAdd(delegation) => self.delegate(author, delegation),
            Act::AdministratorRevoke(user) => self.revoke_delegation(author, *user),
            Act::PersonCert(cert) => self.certify(seq, author, cert),
            Act::PersonRevoke(user) => {
                require(self.kind == SpaceKind::Organisation, Rule::WrongKind)?;
                let (actor, _) = self.administrator(author)?;
                self.check_leaving(actor, *user, &[])?;
                self.leave(*user, MemberState::Ended, &[]);
                self.delegations.remove(user);
                Ok(())
            }
        }
    }

    fn join(
        &mut self,
        seq: u64,
        author: KeyId,
        delegation: &Delegation,
    ) -> Result<(), MembershipError> {
        require(self.kind != SpaceKind::Organisation, Rule::WrongKind)?;
        let party = self
            .organisations
            .get_mut(&delegation.organisation)
            .ok_or(Rule::UnknownOrganisation)?;
        delegation.verify(&party.root)?;
        require(
            key_id(&delegation.signing_key) == author,
            Rule::WrongOrganisation,
        )?;
        require(party.joined.is_none(), Rule::NothingChanges)?;
        party.joined = Some(seq);
        Ok(())
    }

    fn verify_organisation(
        &mut self,
        author: KeyId,
        verified: &OrganisationVerified,
    ) -> Result<(), MembershipError> {
        let (_, member) = self.actor(author)?;
        require(
            member.organisation == verified.verifier,
            Rule::WrongOrganisation,
        )?;
        require(
            member.role.administers() || member.role == Role::Leader,
            Rule::NotAdministrator,
        )?;
        if self.kind == SpaceKind::Organisation {
            // An organisation remembers here what it has compared, whoever it is.
            let entry = self
                .organisations
                .entry(verified.organisation)
                .or_insert_with(|| Organisation {
                    root: verified.root,
                    status: super::PartyStatus::BoundMemberState,
                    joined: None,
                    verified_by: BTreeMap::new(),
                });
            entry.root = verified.root;
            entry.verified_by.insert(verified.verifier, verified.method);
            return Ok(());
        }
        let party = self
            .organisations
            .get_mut(&verified.organisation)
            .ok_or(Rule::UnknownOrganisation)?;
        require(party.root == verified.root, Rule::RootDiffers)?;
        party.verified_by.insert(verified.verifier, verified.method);
        Ok(())
    }

    fn admit(&mut self, seq: u64, author: KeyId, add: &MemberAdd) -> Result<(), MembershipError> {
        require(self.kind != SpaceKind::Organisation, Rule::WrongKind)?;
        let (actor, member) = self.administrator(author)?;
        let (consent, request) = (&add.consent, &add.chain.cert.request);
        require(consent.space == self.space, Rule::WrongSpace)?;
        require(
            consent.organisation == request.organisation,
            Rule::WrongOrganisation,
        )?;
        let party = self
            .organisations
            .get(&consent.organisation)
            .ok_or(Rule::UnknownOrganisation)?;
        require(party.joined.is_some(), Rule::NotJoined)?;
        require(
            self.verified(member.organisation, consent.organisation),
            Rule::NotVerified,
        )?;
        consent.verify(&party.root)?;
        add.chain.verify(consent.organisation, &party.root)?;
        require(
            consent.cert_hash == add.chain.cert.hash(),
            Rule::CertificateDiffers,
        )?;
        require(consent.policy_hash == self.policy_hash, Rule::PolicyDiffers)?;
        require(!self.requests.contains(&consent.request), Rule::RequestUsed)?;
        self.check_role(consent.role, consent.organisation, party.status)?;
        let back = self.members.get(&request.user).is_none_or(|former| {
            former.state == MemberState::Ended && former.organisation == request.organisation
        });
        let holder = self.author(key_id(&request.signing_key));
        require(
            back && holder.is_none_or(|holder| holder == request.user),
            Rule::MemberKnown,
        )?;
        self.requests.insert(consent.request);
        let (role, consent) = (consent.role, Some(Arc::new(consent.clone())));
        self.enter(&add.chain, role, consent, seq, Some(actor));
        Ok(())
    }

    fn create_group(&mut self, author: KeyId, create: &GroupCreate) -> Result<(), MembershipError> {
        self.administrator(author)?;
        require(create.group != GroupId::ZERO, Rule::UnknownGroup)?;
        require(!self.groups.contains_key(&create.group), Rule::GroupKnown)?;
        let known = self.organisations.contains_key(&create.organisation);
        let none = create.organisation == OrganisationId::ZERO;
        match create.purpose {
            GroupPurpose::Shared => {
                require(known, Rule::UnknownOrganisation)?;
                // Access is limited before anybody has it.
                let has = |member: &Member| member.organisation == create.organisation;
                require(!self.members.values().any(has), Rule::MemberKnown)?;
            }
            GroupPurpose::CheckingDesk => require(known || none, Rule::UnknownOrganisation)?,
            GroupPurpose::Team | GroupPurpose::Special => require(none, Rule::WrongOrganisation)?,
        }
        let another = self.group_of(create.purpose, create.organisation);
        require(
            create.purpose == GroupPurpose::Special || another.is_none(),
            Rule::GroupKnown,
        )?;
        let group = Group {
            purpose: create.purpose,
            organisation: create.organisation,
            epochs: Vec::new(),
            members: BTreeSet::new(),
            frozen: false,
            content: 0,
        };
        self.groups.insert(create.group, group);
        Ok(())
    }

    fn check_recipient(&self, author: &Member, to: &EpochMember, suite: u8) -> Result<(), Rule> {
        let member = self.active(to.user).ok_or(Rule::NotActive)?;
        let request = &member.chain.cert.request;
        require(request.generation == to.generation, Rule::WrongRecipient)?;
        require(
            member.chain.cert.recipient_hash(suite) == Some(to.recipient_hash),
            Rule::WrongRecipient,
        )?;
        require(
            self.verified(author.organisation, member.organisation),
            Rule::NotVerified,
        )
    }

    /// Checks an epoch; `without` is the person whose leaving it seals.
    fn check_epoch(
        &self,
        author: KeyId,
        start: &EpochStart,
        without: Option<UserId>,
        new: bool,
    ) -> Result<(), Rule> {
        let (actor, member) = self.actor(author)?;
        let group = self.groups.get(&start.group).ok_or(Rule::UnknownGroup)?;
        require(new || group.members.contains(&actor), Rule::NotInGroup)?;
        require(start.number == group.epoch() + 1, Rule::WrongEpoch)?;
        require(
            start.suite >= self.min_suite && start.suite <= SUITE_XWING,
            Rule::SuiteTooLow,
        )?;
        let named: BTreeSet<UserId> = start.members.iter().map(|member| member.user).collect();
        require(named.contains(&actor), Rule::WrongMembers)?;
        if new {
            // Nobody enters a group by its first epoch with more than was consented to.
            require(
                named
                    .iter()
                    .all(|user| self.consented(*user, group, start.group)),
                Rule::BeyondConsent,
            )?;
        } else {
            let staying: BTreeSet<UserId> = group
                .members
                .iter()
                .copied()
                .filter(|user| Some(*user) != without)
                .collect();
            require(named.is_subset(&staying), Rule::WrongMembers)?;
            require(without.is_none() || named == staying, Rule::WrongMembers)?;
        }
        if group.purpose == GroupPurpose::CheckingDesk {
            let all = named.iter().all(|user| {
                self.members
                    .get(user)
                    .is_some_and(|member| at_desk(group, (member.organisation, member.role)))
            });
            require(all, Rule::NotAdministrator)?;
        }
        start
            .members
            .iter()
            .try_for_each(|to| self.check_recipient(member, to, start.suite))
    }

    /// Whether a person's organisation consented to their holding a group: by name, or, for a group that the
    /// team or the desk has with another organisation, by the consent to team or administration.
    fn consented(&self, user: UserId, group: &Group, id: GroupId) -> bool {
        self.members.get(&user).is_some_and(|member| {
            let place = (member.organisation, member.role);
            let consent = member.consent.as_deref();
            consent.is_none_or(|consent| self.covers(consent, place, group, id))
        })
    }

    fn covers(
        &self,
        consent: &Consent,
        (organisation, role): (OrganisationId, Role),
        group: &Group,
        id: GroupId,
    ) -> bool {
        // People of limited access hold their own organisation's groups, whatever their organisation consented to.
        if self.is_limited(organisation) {
            return group.organisation == organisation && consent.groups.contains(&id);
        }
        let of_another =
            group.organisation != OrganisationId::ZERO && group.organisation != organisation;
        let implied = match group.purpose {
            GroupPurpose::CheckingDesk => role.administers(),
            GroupPurpose::Shared if of_another => self
                .group_for(GroupPurpose::Team)
                .is_some_and(|(team, _)| consent.groups.contains(&team)),
            GroupPurpose::Shared | GroupPurpose::Team | GroupPurpose::Special => false,
        };
        implied || consent.groups.contains(&id)
    }

    /// The groups that somebody of this organisation and role is to hold under a consent; a founder has none.
    pub fn groups_due(
        &self,
        organisation: OrganisationId,
        role: Role,
        consent: Option<&Consent>,
    ) -> Vec<GroupId> {
        let place = (organisation, role);
        let due = |id: GroupId, group: &Group| match consent {
            _ if group.epochs.is_empty() => false,
            Some(consent) if group.purpose == GroupPurpose::CheckingDesk => {
                at_desk(group, place) && self.covers(consent, place, group, id)
            }
            Some(consent) => self.covers(consent, place, group, id),
            None if group.purpose == GroupPurpose::CheckingDesk => at_desk(group, place),
            None => group.purpose != GroupPurpose::Special,
        };
        self.groups
            .iter()
            .filter(|(id, group)| due(**id, group))
            .map(|(id, _)| *id)
            .collect()
    }

    /// Whether somebody of an organisation can have a role here: those of limited access administer nothing and
    /// speak for the host in a mission, where nobody else does.
    fn check_role(
        &self,
        role: Role,
        organisation: OrganisationId,
        status: super::PartyStatus,
    ) -> Result<(), Rule> {
        require(role.belongs(self.kind), Rule::WrongRole)?;
        require(
            role != Role::Administrator || !status.is_third(),
            Rule::StatusForbids,
        )?;
        let limited = self.is_limited(organisation);
        require(!limited || !role.administers(), Rule::StatusForbids)?;
        let host = role == Role::Host;
        require(
            self.kind != SpaceKind::Mission || host == limited,
            Rule::WrongRole,
        )
    }

    fn start_epoch(&mut self, start: &EpochStart) {
        if let Some(group) = self.groups.get_mut(&start.group) {
            group.epochs.push(Epoch {
                suite: start.suite,
                commitment: start.commitment,
                recipient: start.recipient.clone(),
            });
            group.members = start.members.iter().map(|member| member.user).collect();
            group.frozen = false;
        }
    }

    fn grant(&mut self, author: KeyId, grant: &Grant) -> Result<(), MembershipError> {
        let (actor, member) = self.administrator(author)?;
        let group = self.groups.get(&grant.group).ok_or(Rule::UnknownGroup)?;
        require(group.members.contains(&actor), Rule::NotInGroup)?;
        require(!group.frozen, Rule::GroupFrozen)?;
        let current = group.epoch();
        require(
            grant.last == current && (1..=current).contains(&grant.first),
            Rule::WrongEpoch,
        )?;
        let suite = group.epochs.last().map_or(0, |epoch| epoch.suite);
        self.check_recipient(member, &grant.to, suite)?;
        let target = self.active(grant.to.user).ok_or(Rule::NotActive)?;
        if group.purpose == GroupPurpose::CheckingDesk {
            let place = (target.organisation, target.role);
            require(at_desk(group, place), Rule::NotAdministrator)?;
        }
        require(
            self.consented(grant.to.user, group, grant.group),
            Rule::BeyondConsent,
        )?;
        if let Some(consent) = &target.consent {
            require(
                consent.history || grant.first == current,
                Rule::BeyondConsent,
            )?;
        }
        if let Some(group) = self.groups.get_mut(&grant.group) {
            group.members.insert(grant.to.user);
        }
        Ok(())
    }

    fn check_leaving(
        &self,
        actor: UserId,
        user: UserId,
        rotations: &[EpochStart],
    ) -> Result<(), Rule> {
        require(actor != user, Rule::Oneself)?;
        let member = self.members.get(&user).ok_or(Rule::UnknownMember)?;
        require(member.state != MemberState::Ended, Rule::NotActive)?;
        let last = self
            .administrators()
            .all(|administrator| administrator == user);
        require(!last && !self.alone_at_desk(user), Rule::LastAdministrator)?;
        let mut seen = BTreeSet::new();
        for rotation in rotations {
            let group = self.groups.get(&rotation.group).ok_or(Rule::UnknownGroup)?;
            require(
                seen.insert(rotation.group) && group.members.contains(&user),
                Rule::WrongMembers,
            )?;
        }
        Ok(())
    }

    /// Whether the checking desk would be empty without a person.
    fn alone_at_desk(&self, user: UserId) -> bool {
        self.group_for(GroupPurpose::CheckingDesk)
            .is_some_and(|(_, desk)| desk.members.len() == 1 && desk.members.contains(&user))
    }

    fn leave(&mut self, user: UserId, state: MemberState, rotations: &[EpochStart]) {
        if let Some(member) = self.members.get_mut(&user) {
            member.state = state;
        }
        for group in self.groups.values_mut() {
            if group.members.remove(&user) {
                group.frozen = true;
            }
        }
        for rotation in rotations {
            self.start_epoch(rotation);
        }
    }

    fn suspend(
        &mut self,
        author: KeyId,
        user: UserId,
        lifted: bool,
        rotations: &[EpochStart],
    ) -> Result<(), MembershipError> {
        let (actor, _) = self.administrator(author)?;
        let member = self.members.get(&user).ok_or(Rule::UnknownMember)?;
        if lifted {
            require(member.state == MemberState::Suspended, Rule::NothingChanges)?;
            require(rotations.is_empty(), Rule::WrongMembers)?;
            if let Some(member) = self.members.get_mut(&user) {
                member.state = MemberState::Active;
            }
            return Ok(());
        }
        require(member.state == MemberState::Active, Rule::NothingChanges)?;
        self.check_leaving(actor, user, rotations)?;
        rotations
            .iter()
            .try_for_each(|rotation| self.check_epoch(author, rotation, Some(user), false))?;
        self.leave(user, MemberState::Suspended, rotations);
        Ok(())
    }

    fn remove(
        &mut self,
        author: KeyId,
        user: UserId,
        rotations: &[EpochStart],
    ) -> Result<(), MembershipError> {
        require(self.kind != SpaceKind::Organisation, Rule::WrongKind)?;
        let (actor, _) = self.administrator(author)?;
        self.check_leaving(actor, user, rotations)?;
        rotations
            .iter()
            .try_for_each(|rotation| self.check_epoch(author, rotation, Some(user), false))?;
        self.leave(user, MemberState::Ended, rotations);
        Ok(())
    }

    fn change_role(
        &mut self,
        author: KeyId,
        user: UserId,
        role: Role,
        rotations: &[EpochStart],
    ) -> Result<(), MembershipError> {
        // In an organisation the root alone makes and unmakes administrators.
        require(self.kind != SpaceKind::Organisation, Rule::WrongKind)?;
        self.administrator(author)?;
        let member = self.active(user).ok_or(Rule::NotActive)?;
        require(member.role != role, Rule::NothingChanges)?;
        let party = self
            .organisations
            .get(&member.organisation)
            .ok_or(Rule::UnknownOrganisation)?;
        self.check_role(role, member.organisation, party.status)?;
        let demoted = member.role.administers() && !role.administers();
        if demoted {
            require(
                self.administrators()
                    .any(|administrator| administrator != user),
                Rule::LastAdministrator,
            )?;
            require(self.author(author) != Some(user), Rule::Oneself)?;
            require(!self.alone_at_desk(user), Rule::LastAdministrator)?;
        }
        let mut seen = BTreeSet::new();
        for rotation in rotations {
            require(seen.insert(rotation.group), Rule::WrongMembers)?;
            let group = self.groups.get(&rotation.group).ok_or(Rule::UnknownGroup)?;
            let desk = group.purpose == GroupPurpose::CheckingDesk;
            require(
                demoted && desk && group.members.contains(&user),
                Rule::WrongMembers,
            )?;
            self.check_epoch(author, rotation, Some(user), false)?;
        }
        if let Some(member) = self.members.get_mut(&user) {
            member.role = role;
        }
        if demoted {
            for group in self.groups.values_mut() {
                if group.purpose == GroupPurpose::CheckingDesk && group.members.remove(&user) {
                    group.frozen = true;
                }
            }
        }
        for rotation in rotations {
            self.start_epoch(rotation);
        }
        Ok(())
    }

    fn delegate(&mut self, author: KeyId, delegation: &Delegation) -> Result<(), MembershipError> {
        self.require_root(author)?;
        require(
            SpaceId::from(delegation.organisation) == self.space,
            Rule::WrongSpace,
        )?;
        delegation.verify(&self.root)?;
        if let Some(member) = self.members.get_mut(&delegation.user) {
            require(member.state != MemberState::Ended, Rule::NotActive)?;
            require(
                member.signing_key() == delegation.signing_key,
                Rule::CertificateDiffers,
            )?;
            member.role = Role::Administrator;
        }
        self.delegations.insert(delegation.user, delegation.clone());
        Ok(())
    }

    fn revoke_delegation(&mut self, author: KeyId, user: UserId) -> Result<(), MembershipError> {
        self.require_root(author)?;
        require(self.delegations.contains_key(&user), Rule::NothingChanges)?;
        require(
            self.administrators()
                .any(|administrator| administrator != user),
            Rule::LastAdministrator,
        )?;
        self.delegations.remove(&user);
        if let Some(member) = self.members.get_mut(&user) {
            member.role = Role::Member;
        }
        Ok(())
    }

    fn require_root(&self, author: KeyId) -> Result<(), Rule> {
        require(self.kind == SpaceKind::Organisation, Rule::WrongKind)?;
        require(key_id(&self.root) == author, Rule::NotRoot)
    }

    fn certify(
        &mut self,
        seq: u64,
        author: KeyId,
        cert: &PersonCert,
    ) -> Result<(), MembershipError> {
        require(self.kind == SpaceKind::Organisation, Rule::WrongKind)?;
        let request = &cert.request;
        require(
            SpaceId::from(request.organisation) == self.space,
            Rule::WrongSpace,
        )?;
        let certifier = self
            .delegations
            .values()
            .find(|delegation| key_id(&delegation.signing_key) == author)
            .ok_or(Rule::NotAdministrator)?
            .clone();
        // The founding administrator certifies themselves; afterwards only active members do.
        let founding = self.members.is_empty() && request.user == certifier.user;
        let admitted_by = if founding {
            None
        } else {
            Some(self.administrator(author)?.0)
        };
        cert.verify(&certifier.signing_key)?;
        require(!self.members.contains_key(&request.user), Rule::MemberKnown)?;
        require(
            !self.keys.contains_key(&key_id(&request.signing_key)),
            Rule::MemberKnown,
        )?;
        let role = match self.delegations.get(&request.user) {
            None => Role::Member,
            Some(delegation) => {
                require(
                    delegation.signing_key == request.signing_key,
                    Rule::CertificateDiffers,
                )?;
                Role::Administrator
            }
        };
        let chain = CertChain {
            delegation: certifier,
            cert: cert.clone(),
        };
        self.enter(&chain, role, None, seq, admitted_by);
        Ok(())
    }
}
