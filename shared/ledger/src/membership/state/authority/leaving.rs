//! Leaving: for a time, for good, or a desk with a role.

use std::collections::BTreeSet;

use super::require;
use crate::id::{KeyId, UserId};
use crate::membership::state::{MemberState, Membership};
use crate::membership::{
    EpochStart, GroupPurpose, MembershipError, MembershipRule as Rule, Role, SpaceKind,
};
use crate::person::Delegation;

impl Membership {
    /// Checks that a person can be made to leave.
    fn check_going(&self, actor: UserId, user: UserId) -> Result<(), Rule> {
        require(actor != user, Rule::Oneself)?;
        let member = self.members.get(&user).ok_or(Rule::UnknownMember)?;
        require(member.state != MemberState::Ended, Rule::NotActive)
    }

    /// Checks that a person can be made to leave by those who stay.
    pub(super) fn check_leaving(&self, actor: UserId, user: UserId) -> Result<(), Rule> {
        self.check_going(actor, user)?;
        let last = self
            .administrators()
            .all(|administrator| administrator == user);
        require(!last && !self.alone_at_desk(user), Rule::LastAdministrator)
    }

    /// Checks new epochs of groups that a person leaves.
    fn check_rotations(
        &self,
        author: KeyId,
        user: UserId,
        rotations: &[EpochStart],
    ) -> Result<(), Rule> {
        let mut seen = BTreeSet::new();
        for rotation in rotations {
            let group = self.groups.get(&rotation.group).ok_or(Rule::UnknownGroup)?;
            require(
                seen.insert(rotation.group) && group.members.contains(&user),
                Rule::WrongMembers,
            )?;
            self.check_epoch(author, rotation, Some(user), false)?;
        }
        Ok(())
    }

    /// Whether the checking desk would be empty without a person.
    fn alone_at_desk(&self, user: UserId) -> bool {
        self.group_for(GroupPurpose::CheckingDesk)
            .is_some_and(|(_, desk)| desk.members.len() == 1 && desk.members.contains(&user))
    }

    pub(super) fn leave(&mut self, user: UserId, state: MemberState, rotations: &[EpochStart]) {
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

    pub(super) fn suspend(
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
        self.check_leaving(actor, user)?;
        self.check_rotations(author, user, rotations)?;
        self.leave(user, MemberState::Suspended, rotations);
        Ok(())
    }

    pub(super) fn remove(
        &mut self,
        author: KeyId,
        user: UserId,
        rotations: &[EpochStart],
    ) -> Result<(), MembershipError> {
        require(self.kind != SpaceKind::Organisation, Rule::WrongKind)?;
        let (actor, _) = self.administrator(author)?;
        self.check_leaving(actor, user)?;
        self.check_rotations(author, user, rotations)?;
        self.leave(user, MemberState::Ended, rotations);
        Ok(())
    }

    /// An organisation takes back one of its people. Whoever they are: that no administrator may be left, or nobody
    /// at the desk, keeps nobody in.
    pub(super) fn withdraw(
        &mut self,
        author: KeyId,
        delegation: &Delegation,
        user: UserId,
        rotations: &[EpochStart],
    ) -> Result<(), MembershipError> {
        require(self.kind != SpaceKind::Organisation, Rule::WrongKind)?;
        self.check_delegated(author, delegation)?;
        let member = self.members.get(&user).ok_or(Rule::UnknownMember)?;
        require(
            member.organisation == delegation.organisation,
            Rule::WrongOrganisation,
        )?;
        self.check_going(delegation.user, user)?;
        self.check_rotations(author, user, rotations)?;
        self.leave(user, MemberState::Ended, rotations);
        Ok(())
    }

    pub(super) fn change_role(
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
}
