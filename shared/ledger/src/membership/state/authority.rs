//! Applying membership acts: each is checked whole before anything changes.

mod access;
mod keys;
mod leaving;
mod organisation;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{LogTerms, Member, MemberState, Membership, Organisation};
use crate::consent::Consent;
use crate::id::{KeyId, OrganisationId, SpaceId, UserId};
use crate::key::{hash, key_id};
use crate::membership::{
    Act, Genesis, MemberAdd, MembershipError, MembershipRule as Rule, OrganisationVerified,
    ProposedOrganisation, Role, SpaceKind,
};
use crate::person::{CertChain, Delegation};

fn require(holds: bool, rule: Rule) -> Result<(), Rule> {
    if holds { Ok(()) } else { Err(rule) }
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
        self.keys.insert(key, (request.user, request.signing_key));
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
            Act::KeyChange { chain, rotations } => self.change_keys(author, chain, rotations),
            Act::GroupCreate(create) => self.create_group(author, create),
            Act::EpochStart(start) => self.renew(author, start),
            Act::Grant(grant) => self.grant(author, grant),
            Act::AdministratorAppoint { delegation, user } => {
                self.appoint(author, delegation, *user)
            }
            Act::OrganisationWithdraw {
                delegation,
                user,
                rotations,
            } => self.withdraw(author, delegation, *user, rotations),
            Act::AdministratorAdd(delegation) => self.delegate(author, delegation),
            Act::AdministratorRevoke(user) => self.revoke_delegation(author, *user),
            Act::PersonCert(cert) => self.certify(seq, author, cert),
            Act::PersonRevoke(user) => self.revoke_person(author, *user),
        }
    }

    fn join(
        &mut self,
        seq: u64,
        author: KeyId,
        delegation: &Delegation,
    ) -> Result<(), MembershipError> {
        require(self.kind != SpaceKind::Organisation, Rule::WrongKind)?;
        self.check_delegated(author, delegation)?;
        let party = self
            .organisations
            .get_mut(&delegation.organisation)
            .ok_or(Rule::UnknownOrganisation)?;
        require(party.joined.is_none(), Rule::NothingChanges)?;
        party.joined = Some(seq);
        Ok(())
    }

    /// Checks that `author` speaks for a party, as one of its organisation's administrators.
    fn check_delegated(
        &self,
        author: KeyId,
        delegation: &Delegation,
    ) -> Result<(), MembershipError> {
        let party = self
            .organisations
            .get(&delegation.organisation)
            .ok_or(Rule::UnknownOrganisation)?;
        delegation.verify(&party.root)?;
        self.check_in_use(&delegation.signing_key)?;
        Ok(require(
            key_id(&delegation.signing_key) == author,
            Rule::WrongOrganisation,
        )?)
    }

    /// Checks that a key is not one that its owner has replaced here.
    fn check_in_use(&self, key: &[u8; 32]) -> Result<(), Rule> {
        let owner = self.author(key_id(key));
        let member = owner.and_then(|user| self.members.get(&user));
        require(
            member.is_none_or(|member| member.signing_key() == *key),
            Rule::KeyReplaced,
        )
    }

    /// Where no administrator is left, the founding organisation makes an active member one.
    fn appoint(
        &mut self,
        author: KeyId,
        delegation: &Delegation,
        user: UserId,
    ) -> Result<(), MembershipError> {
        require(self.kind != SpaceKind::Organisation, Rule::WrongKind)?;
        self.check_delegated(author, delegation)?;
        let party = self.organisations.get(&delegation.organisation);
        require(
            party.is_some_and(|party| party.root == self.root),
            Rule::NotFoundingOrganisation,
        )?;
        require(
            self.administrators().next().is_none(),
            Rule::AdministratorsLeft,
        )?;
        let member = self.active(user).ok_or(Rule::NotActive)?;
        let party = self
            .organisations
            .get(&member.organisation)
            .ok_or(Rule::UnknownOrganisation)?;
        let role = Role::founding(self.kind);
        self.check_role(role, member.organisation, party.status)?;
        if let Some(member) = self.members.get_mut(&user) {
            member.role = role;
        }
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
        self.check_in_use(&consent.delegation.signing_key)?;
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
        // Whoever was here before comes back with the same keys or newer ones.
        let former = self.members.get(&request.user);
        let known = former.map_or(0, |former| former.chain.cert.request.generation);
        require(request.generation >= known, Rule::KeysNotNewer)?;
        self.check_in_use(&request.signing_key)?;
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
}
