//! Access groups: who is given their secrets.

use std::collections::BTreeSet;

use super::require;
use crate::consent::Consent;
use crate::header::SUITE_XWING;
use crate::id::{GroupId, KeyId, OrganisationId, UserId};
use crate::membership::state::{Epoch, Group, Member, Membership};
use crate::membership::{
    EpochMember, EpochStart, Grant, GroupCreate, GroupPurpose, MembershipError,
    MembershipRule as Rule, Role,
};

/// Whether a member may sit at a desk: administrators, and at the one for an organisation also its people.
fn at_desk(group: &Group, (organisation, role): (OrganisationId, Role)) -> bool {
    role.administers() || group.organisation == organisation
}

impl Membership {
    pub(super) fn create_group(
        &mut self,
        author: KeyId,
        create: &GroupCreate,
    ) -> Result<(), MembershipError> {
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

    /// Whether nobody can give access to a group any more, so that an administrator begins it anew: no administrator
    /// holds it. What was made for some of the people is left to them as long as any of them is there.
    pub fn is_abandoned(&self, group: &Group) -> bool {
        let administers = |user: &UserId| {
            let member = self.active(*user);
            member.is_some_and(|member| member.role.administers())
        };
        let unled = !group.members.iter().any(administers);
        group.members.is_empty() || (unled && group.purpose != GroupPurpose::Special)
    }

    /// Checks an epoch; `without` is the person whose leaving it seals.
    pub(super) fn check_epoch(
        &self,
        author: KeyId,
        start: &EpochStart,
        without: Option<UserId>,
        anew: bool,
    ) -> Result<(), Rule> {
        let (actor, member) = self.actor(author)?;
        let group = self.groups.get(&start.group).ok_or(Rule::UnknownGroup)?;
        require(anew || group.members.contains(&actor), Rule::NotInGroup)?;
        require(start.number == group.epoch() + 1, Rule::WrongEpoch)?;
        require(
            start.suite >= self.min_suite && start.suite <= SUITE_XWING,
            Rule::SuiteTooLow,
        )?;
        let named: BTreeSet<UserId> = start.members.iter().map(|member| member.user).collect();
        require(named.contains(&actor), Rule::WrongMembers)?;
        if anew {
            // Nobody enters a group that begins with more than was consented to.
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

    pub(super) fn renew(
        &mut self,
        author: KeyId,
        start: &EpochStart,
    ) -> Result<(), MembershipError> {
        let (actor, member) = self.actor(author)?;
        let group = self.groups.get(&start.group).ok_or(Rule::UnknownGroup)?;
        // Whoever holds a frozen group renews it for all who do: nobody's leaving stops the others' work.
        let named = start.members.iter().map(|member| &member.user);
        let restores = group.frozen && named.eq(&group.members);
        let administers = member.role.administers();
        require(administers || restores, Rule::NotAdministrator)?;
        let anew = administers && !group.members.contains(&actor) && self.is_abandoned(group);
        self.check_epoch(author, start, None, anew)?;
        self.start_epoch(start);
        Ok(())
    }

    pub(super) fn start_epoch(&mut self, start: &EpochStart) {
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

    pub(super) fn grant(&mut self, author: KeyId, grant: &Grant) -> Result<(), MembershipError> {
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
}
