//! Access groups: epochs, wraps, and who is given what.

use std::collections::BTreeMap;
use std::sync::Arc;

use hawser_encryption::epoch::{EpochPlace, EpochSecret, recipient_hash};
use hawser_encryption::wrap::{WrapPlace, make_wrap};
use hawser_ledger::key::hash;
use hawser_ledger::membership::{
    Act, EpochMember, EpochStart, Grant, GroupPurpose, Member, Membership, WrapHash,
};
use hawser_ledger::person::{CertChain, CertificateRequest};
use hawser_ledger::{GroupId, UserId};

use crate::Agent;
use crate::append::Draft;
use crate::failure::{Outcome, fail};
use crate::io::Environment;
use crate::replay::Space;
use crate::session::Session;

use crate::people::membership;

/// Most wraps that go with one append beside others, so that it stays below what a server takes.
pub(crate) const MOST_WRAPS: usize = 1_000;

pub(crate) type Wraps = Vec<(GroupId, UserId, Vec<u8>)>;

impl<E: Environment> Agent<E> {
    /// A new epoch of a group for everyone in it but `without`; its secret is kept.
    pub(crate) fn rotation(
        &self,
        state: &mut Space,
        group: GroupId,
        without: Option<UserId>,
    ) -> Outcome<(EpochStart, Wraps)> {
        let members: Vec<UserId> = state
            .group_members(group)
            .into_iter()
            .filter(|user| Some(*user) != without)
            .collect();
        self.next_epoch(state, group, &members, None)
    }

    /// A group's next epoch for those of `members` who are active, one of them perhaps with keys that the space does not
    /// know yet; its secret is kept.
    pub(crate) fn next_epoch(
        &self,
        state: &mut Space,
        group: GroupId,
        members: &[UserId],
        newer: Option<&Arc<CertChain>>,
    ) -> Outcome<(EpochStart, Wraps)> {
        let secret = self.with_random(EpochSecret::make);
        let suite = state.suite();
        let (start, wraps) = {
            let membership = membership(state)?;
            let Some(entry) = membership.groups().get(&group) else {
                return fail("unknown-group");
            };
            let place = EpochPlace {
                space: state.id(),
                group,
                number: entry.epoch() + 1,
            };
            let chains: Vec<(UserId, Arc<CertChain>)> = members
                .iter()
                .filter_map(|user| {
                    let known = &membership.active(*user)?.chain;
                    let newer = newer.filter(|chain| chain.cert.request.user == *user);
                    Some((*user, Arc::clone(newer.unwrap_or(known))))
                })
                .collect();
            let members: Vec<(UserId, &CertChain)> = chains
                .iter()
                .map(|(user, chain)| (*user, &**chain))
                .collect();
            epoch_start((place, suite), &secret, &members)?
        };
        state.keep_secret(group, start.number, secret);
        Ok((start, wraps))
    }

    /// New epochs, after the drafts `before`, of the groups that `user` leaves and this person holds. Where somebody who
    /// stays is of an organisation that was not compared, the group is left to others to renew: nobody is kept in by it.
    pub(crate) fn rotations(
        &self,
        session: &Session,
        state: &mut Space,
        user: UserId,
        purpose: Option<GroupPurpose>,
        before: &[Draft],
    ) -> Outcome<(Vec<EpochStart>, Wraps)> {
        let known = membership(state)?;
        let groups: Vec<GroupId> = known
            .groups()
            .iter()
            .filter(|(_, group)| purpose.is_none_or(|purpose| group.purpose == purpose))
            .filter(|(_, group)| {
                group.members.contains(&user) && group.members.contains(&session.user())
            })
            .filter(|(_, group)| {
                let stay = group.members.iter().filter(|member| **member != user);
                can_give_to(known, session.user(), stay, before)
            })
            .map(|(id, _)| *id)
            .collect();
        let (mut starts, mut wraps) = (Vec::new(), Vec::new());
        for group in groups {
            let (start, more) = self.rotation(state, group, Some(user))?;
            starts.push(start);
            wraps.extend(more);
        }
        Ok((starts, wraps))
    }
}

/// Whether somebody's organisation has compared those of all these people, so that they can be given keys; `before` are
/// drafts that come before.
pub(crate) fn can_give_to<'a>(
    membership: &Membership,
    giver: UserId,
    people: impl IntoIterator<Item = &'a UserId>,
    before: &[Draft],
) -> bool {
    let Some(own) = membership.active(giver) else {
        return false;
    };
    let is_told = |organisation| {
        before.iter().any(|draft| match draft {
            Draft::Act {
                act: Act::OrganisationVerified(verified),
                ..
            } => (verified.verifier, verified.organisation) == (own.organisation, organisation),
            _ => false,
        })
    };
    people.into_iter().all(|user| {
        let member = membership.active(*user);
        member.is_some_and(|member| {
            let organisation = member.organisation;
            membership.verified(own.organisation, organisation) || is_told(organisation)
        })
    })
}

/// A new epoch of a group for `members`, with a wrap for each.
pub(crate) fn epoch_start(
    (place, suite): (EpochPlace, u8),
    secret: &EpochSecret,
    members: &[(UserId, &CertChain)],
) -> Outcome<(EpochStart, Wraps)> {
    let members: BTreeMap<UserId, &CertChain> = members.iter().copied().collect();
    let (mut named, mut hashes, mut wraps) = (Vec::new(), Vec::new(), Vec::new());
    for (user, chain) in members {
        let request = &chain.cert.request;
        let Some(recipient) = request.recipient_for(suite) else {
            return fail("bad-recipient");
        };
        let wrap_place = WrapPlace {
            space: place.space,
            group: place.group,
            user,
            generation: request.generation,
            first: place.number,
            last: place.number,
            suite,
        };
        let wrap = make_wrap(&wrap_place, recipient, std::slice::from_ref(secret))?;
        named.push(EpochMember {
            user,
            generation: request.generation,
            recipient_hash: recipient_hash(recipient),
        });
        hashes.push(WrapHash {
            user,
            hash: hash(&[&wrap]),
        });
        wraps.push((place.group, user, wrap));
    }
    let start = EpochStart {
        group: place.group,
        number: place.number,
        suite,
        members: named,
        commitment: secret.commitment(place),
        recipient: secret.recipient(place, suite),
        wraps: hashes,
    };
    Ok((start, wraps))
}

/// Access to a group for a person, from an early epoch to the newest.
pub(crate) fn grant_up_to(
    state: &Space,
    group: GroupId,
    user: UserId,
    request: &CertificateRequest,
    (first, last): (u64, u64),
) -> Outcome<(Act, Wraps)> {
    // Where this person does not hold the early epochs, the grant begins with what they hold.
    let held = (first..=last)
        .rev()
        .take_while(|epoch| state.secret(group, *epoch).is_some())
        .last();
    let Some(first) = held else {
        return fail("not-in-group");
    };
    let secrets: Vec<EpochSecret> = (first..=last)
        .filter_map(|epoch| state.secret(group, epoch).cloned())
        .collect();
    let suite = state.suite_of(group);
    let Some(recipient) = request.recipient_for(suite) else {
        return fail("bad-recipient");
    };
    let place = WrapPlace {
        space: state.id(),
        group,
        user,
        generation: request.generation,
        first,
        last,
        suite,
    };
    let wrap = make_wrap(&place, recipient, &secrets)?;
    let to = EpochMember {
        user,
        generation: request.generation,
        recipient_hash: recipient_hash(recipient),
    };
    let act = Act::Grant(Grant {
        group,
        to,
        first,
        last,
        wrap_hash: hash(&[&wrap]),
    });
    Ok((act, vec![(group, user, wrap)]))
}

/// A member's keys and whether they may have what was written before.
pub(crate) fn access(member: &Member) -> (CertificateRequest, bool) {
    let history = member
        .consent
        .as_ref()
        .is_none_or(|consent| consent.history);
    (member.chain.cert.request.clone(), history)
}
