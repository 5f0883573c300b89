//! An organisation's own space: its administrators and its people.

use super::require;
use crate::id::{KeyId, SpaceId, UserId};
use crate::key::key_id;
use crate::membership::state::{MemberState, Membership};
use crate::membership::{MembershipError, MembershipRule as Rule, Role, SpaceKind};
use crate::person::{CertChain, Delegation, PersonCert};

impl Membership {
    pub(super) fn delegate(
        &mut self,
        author: KeyId,
        delegation: &Delegation,
    ) -> Result<(), MembershipError> {
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

    pub(super) fn revoke_delegation(
        &mut self,
        author: KeyId,
        user: UserId,
    ) -> Result<(), MembershipError> {
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

    pub(super) fn revoke_person(
        &mut self,
        author: KeyId,
        user: UserId,
    ) -> Result<(), MembershipError> {
        require(self.kind == SpaceKind::Organisation, Rule::WrongKind)?;
        let (actor, _) = self.administrator(author)?;
        self.check_leaving(actor, user)?;
        self.leave(user, MemberState::Ended, &[]);
        self.delegations.remove(&user);
        Ok(())
    }

    /// New keys of a person of the organisation. A delegation names the old key and ends; the root makes a new one.
    fn certify_again(&mut self, chain: CertChain) -> Result<(), MembershipError> {
        self.replace_keys(&chain)?;
        let user = chain.cert.request.user;
        if self.delegations.remove(&user).is_some()
            && let Some(member) = self.members.get_mut(&user)
        {
            member.role = Role::Member;
        }
        Ok(())
    }

    fn require_root(&self, author: KeyId) -> Result<(), Rule> {
        require(self.kind == SpaceKind::Organisation, Rule::WrongKind)?;
        require(key_id(&self.root) == author, Rule::NotRoot)
    }

    pub(super) fn certify(
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
        if self.members.contains_key(&request.user) {
            return self.certify_again(CertChain {
                delegation: certifier,
                cert: cert.clone(),
            });
        }
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
