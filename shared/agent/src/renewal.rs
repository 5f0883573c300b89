//! Access groups that somebody left, or holds with newer keys, are frozen until they are renewed: by who writes next, or
//! a little later by whoever is there.

use std::rc::Rc;

use hawser_casework::SpaceId as CaseId;
use hawser_ledger::membership::{Act, Member, MemberState};
use hawser_ledger::{GroupId, SpaceId, UserId};

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
    ) -> Vec<Draft> {
        let mut drafts = Vec::new();
        for group in groups {
            let Some(members) = renewed_for(state, session.user(), group) else {
                continue;
            };
            // What cannot be encrypted to somebody stays frozen, and holds up nothing else.
            let Ok((start, wraps)) = self.next_epoch(state, group, &members, None) else {
                continue;
            };
            drafts.push(Draft::Act {
                command: self.new_command(),
                act: Act::EpochStart(start),
                wraps,
            });
        }
        drafts
    }

    /// Renews all access groups of a space that this person can renew or, as an administrator, begin anew: one after
    /// the other, so that no append grows too large.
    pub(crate) async fn renew_groups(&self, space: CaseId) -> Outcome<()> {
        let session = self.current()?;
        let id = ledger_id(space);
        let open = self.space(id).await?;
        let groups: Vec<GroupId> = {
            let state = open.state.borrow();
            membership(&state)?.groups().keys().copied().collect()
        };
        for group in groups {
            self.append(id, |state| Ok(self.renewals(&session, state, [group])))
                .await?;
            if begun_for(&open.state.borrow(), session.user(), group).is_some() {
                self.begin_anew(&session, &open, group).await?;
            }
        }
        Ok(())
    }

    /// Renews what this person holds.
    async fn renew_held(&self, id: SpaceId) -> Outcome<()> {
        let session = self.current()?;
        self.append(id, |state| {
            let groups: Vec<GroupId> = membership(state)?.groups().keys().copied().collect();
            Ok(self.renewals(&session, state, groups))
        })
        .await
    }

    /// Begins a group anew that nobody can give access to any more. It lets people in, and relies on the log.
    async fn begin_anew(&self, session: &Session, open: &OpenSpace, group: GroupId) -> Outcome<()> {
        let id = {
            let _turn = open.turn.lock().await;
            self.require_confirmed(open).await?;
            open.state.borrow().id()
        };
        self.append(id, |state| {
            let Some(members) = begun_for(state, session.user(), group) else {
                return Ok(Vec::new());
            };
            let (start, wraps) = self.next_epoch(state, group, &members, None)?;
            Ok(vec![Draft::Act {
                command: self.new_command(),
                act: Act::EpochStart(start),
                wraps,
            }])
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
            // Where it does not succeed, who writes next does it. Nobody is let in beside what somebody does.
            drop(agent.renew_held(id).await);
        }));
    }
}

/// Whether a person can renew something.
fn is_renewable(state: &Space, user: UserId) -> bool {
    state.chain().is_some_and(|chain| {
        let mut groups = chain.membership().groups().keys();
        groups.any(|group| renewed_for(state, user, *group).is_some())
    })
}

/// Whether a person can renew something or begin it anew.
pub(crate) fn can_renew(state: &Space, user: UserId) -> bool {
    let groups = state.chain().map(|chain| chain.membership().groups());
    let mut groups = groups.into_iter().flat_map(|groups| groups.keys());
    is_renewable(state, user) || groups.any(|group| begun_for(state, user, *group).is_some())
}

/// Who gets a group's next epoch from `giver`: all who hold it where it is frozen, or where its keys were handed to an
/// administrator so that they do not fit. `None` where it needs none, or is not theirs to renew.
pub(crate) fn renewed_for(state: &Space, giver: UserId, id: GroupId) -> Option<Vec<UserId>> {
    let membership = state.chain()?.membership();
    let group = membership.groups().get(&id)?;
    let own = membership.active(giver)?;
    let is_misfit = own.role.administers() && state.is_misfit(id, group.epoch());
    if !(group.frozen || is_misfit) || !group.members.contains(&giver) {
        return None;
    }
    let people: Vec<UserId> = group.members.iter().copied().collect();
    can_give_to(membership, giver, &people, &[]).then_some(people)
}

/// Who gets a group's next epoch from an administrator where nobody can give access to it any more: all to whom it is due.
fn begun_for(state: &Space, giver: UserId, id: GroupId) -> Option<Vec<UserId>> {
    let membership = state.chain()?.membership();
    let group = membership.groups().get(&id)?;
    let own = membership.active(giver)?;
    if !own.role.administers() || group.members.contains(&giver) || !membership.is_abandoned(group)
    {
        return None;
    }
    let due = |member: &Member| {
        let consent = member.consent.as_deref();
        membership
            .groups_due(member.organisation, member.role, consent)
            .contains(&id)
    };
    let members = membership.members().iter();
    let people: Vec<UserId> = members
        .filter(|(_, member)| member.state == MemberState::Active && due(member))
        .map(|(user, _)| *user)
        .collect();
    let may = people.contains(&giver) && can_give_to(membership, giver, &people, &[]);
    may.then_some(people)
}
