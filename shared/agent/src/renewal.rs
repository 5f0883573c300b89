//! Access groups that somebody left, or holds with newer keys, are frozen until they are renewed: by who writes next, or
//! a little later by whoever is there.

use std::rc::Rc;

use hawser_casework::SpaceId as CaseId;
use hawser_ledger::membership::{Act, Member, MemberState, Membership};
use hawser_ledger::{GroupId, UserId};

use crate::access::can_give_to;
use crate::append::Draft;
use crate::failure::Outcome;
use crate::io::{Clock as _, Environment};
use crate::people::{ledger_id, membership};
use crate::replay::Space;
use crate::session::Session;
use crate::{Agent, OpenSpace};

/// Who is there renews after so long, in milliseconds, and after up to as long again: one of many does.
const PAUSE_MS: u32 = 20_000;

impl<E: Environment> Agent<E> {
    /// New epochs of those frozen groups that this person can renew.
    pub(crate) fn renewals(
        &self,
        session: &Session,
        state: &mut Space,
        groups: impl IntoIterator<Item = GroupId>,
    ) -> Outcome<Vec<Draft>> {
        let mut drafts = Vec::new();
        for group in groups {
            let Some(members) = renewed_for(membership(state)?, session.user(), group) else {
                continue;
            };
            let (start, wraps) = self.next_epoch(state, group, &members, None)?;
            drafts.push(Draft::Act {
                command: self.new_command(),
                act: Act::EpochStart(start),
                wraps,
            });
        }
        Ok(drafts)
    }

    /// Renews all access groups of a space that are frozen and this person can renew.
    pub(crate) async fn renew_groups(&self, space: CaseId) -> Outcome<()> {
        let session = self.current()?;
        self.append(ledger_id(space), |state| {
            let groups: Vec<GroupId> = membership(state)?.groups().keys().copied().collect();
            self.renewals(&session, state, groups)
        })
        .await
    }

    /// Renews a little later what is frozen now, unless somebody else has done it by then.
    pub(crate) fn renew_later(&self, open: &Rc<OpenSpace>) {
        let Ok(session) = self.current() else { return };
        let id = {
            let mut state = open.state.borrow_mut();
            if state.is_renewal_due || !is_renewable(&state, session.user()) {
                return;
            }
            state.is_renewal_due = true;
            state.id()
        };
        let (Some(agent), open) = (self.this.upgrade(), Rc::clone(open)) else {
            return;
        };
        let pause = PAUSE_MS + u32::from_be_bytes(self.draw()) % PAUSE_MS;
        self.environment().spawn(Box::pin(async move {
            agent.environment().clock().sleep(pause).await;
            open.state.borrow_mut().is_renewal_due = false;
            // Where it does not succeed, who writes next does it.
            drop(agent.renew_groups(CaseId::new(id.0)).await);
        }));
    }
}

/// Whether a person can renew something that is frozen.
pub(crate) fn is_renewable(state: &Space, user: UserId) -> bool {
    state.chain().is_some_and(|chain| {
        let membership = chain.membership();
        let mut groups = membership.groups().keys();
        groups.any(|group| renewed_for(membership, user, *group).is_some())
    })
}

/// Who gets a frozen group's next epoch from `giver`: all who hold it, or, where it is begun anew, all to whom it is due.
/// `None` where it is not frozen or not theirs to renew.
pub(crate) fn renewed_for(
    membership: &Membership,
    giver: UserId,
    id: GroupId,
) -> Option<Vec<UserId>> {
    let group = membership.groups().get(&id).filter(|group| group.frozen)?;
    let own = membership.active(giver)?;
    let people: Vec<UserId> = if group.members.contains(&giver) {
        group.members.iter().copied().collect()
    } else if own.role.administers() && membership.is_abandoned(group) {
        let due = |member: &Member| {
            let consent = member.consent.as_deref();
            membership
                .groups_due(member.organisation, member.role, consent)
                .contains(&id)
        };
        let active = membership
            .members()
            .iter()
            .filter(|(_, member)| member.state == MemberState::Active && due(member));
        active.map(|(user, _)| *user).collect()
    } else {
        return None;
    };
    (people.contains(&giver) && can_give_to(membership, giver, &people, &[])).then_some(people)
}
