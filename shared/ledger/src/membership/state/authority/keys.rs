//! New keys of somebody who is there: what was signed with the old ones stays, and nothing more is signed with them.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::require;
use crate::id::{KeyId, UserId};
use crate::key::key_id;
use crate::membership::state::{MemberState, Membership};
use crate::membership::{EpochStart, MembershipError, MembershipRule as Rule, SpaceKind};
use crate::person::CertChain;

impl Membership {
    /// A member's keys of a newer generation, signed with the new key. Groups that are not renewed with it are frozen:
    /// whoever has the old keys can open their present epochs.
    pub(super) fn change_keys(
        &mut self,
        author: KeyId,
        chain: &CertChain,
        rotations: &[EpochStart],
    ) -> Result<(), MembershipError> {
        require(self.kind != SpaceKind::Organisation, Rule::WrongKind)?;
        let request = &chain.cert.request;
        let party = self
            .organisations
            .get(&request.organisation)
            .ok_or(Rule::UnknownOrganisation)?;
        chain.verify(request.organisation, &party.root)?;
        // Nobody certifies themselves with keys that they have replaced: those may be in other hands.
        if chain.delegation.user == request.user {
            self.check_in_use(&chain.delegation.signing_key)?;
        }
        require(
            key_id(&request.signing_key) == author,
            Rule::CertificateDiffers,
        )?;
        // Beside the state, so that an error leaves that as it was.
        let mut next = self.clone();
        next.replace_keys(chain)?;
        next.renew_own(author, request.user, rotations)?;
        *self = next;
        Ok(())
    }

    /// Puts a newer certificate in the place of a member's.
    pub(super) fn replace_keys(&mut self, chain: &CertChain) -> Result<(), Rule> {
        let request = &chain.cert.request;
        let key = key_id(&request.signing_key);
        require(!self.keys.contains_key(&key), Rule::MemberKnown)?;
        require(
            request.recipient_for(self.min_suite).is_some(),
            Rule::WrongRecipient,
        )?;
        let member = self
            .members
            .get_mut(&request.user)
            .ok_or(Rule::UnknownMember)?;
        let known = &member.chain.cert.request;
        require(member.state != MemberState::Ended, Rule::NotActive)?;
        require(
            member.organisation == request.organisation,
            Rule::WrongOrganisation,
        )?;
        require(request.generation > known.generation, Rule::KeysNotNewer)?;
        require(
            request.name_commit == known.name_commit,
            Rule::CertificateDiffers,
        )?;
        member.chain = Arc::new(chain.clone());
        self.keys.insert(key, (request.user, request.signing_key));
        for group in self.groups.values_mut() {
            group.frozen |= group.members.contains(&request.user);
        }
        Ok(())
    }

    /// New epochs of groups that a person holds, each for all who do.
    fn renew_own(
        &mut self,
        author: KeyId,
        user: UserId,
        rotations: &[EpochStart],
    ) -> Result<(), Rule> {
        let mut seen = BTreeSet::new();
        for rotation in rotations {
            let group = self.groups.get(&rotation.group).ok_or(Rule::UnknownGroup)?;
            let named = rotation.members.iter().map(|member| &member.user);
            let holds = seen.insert(rotation.group) && group.members.contains(&user);
            require(holds && named.eq(&group.members), Rule::WrongMembers)?;
            self.check_epoch(author, rotation, None, false)?;
            self.start_epoch(rotation);
        }
        Ok(())
    }
}
