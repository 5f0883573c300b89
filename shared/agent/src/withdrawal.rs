//! An organisation takes back its people: from every space they are in, and from itself. Where no administrator is left
//! by it, one is appointed.

use std::collections::BTreeMap;

use hawser_casework::{PersonId, SpaceId as CaseId};
use hawser_ledger::UserId;
use hawser_ledger::membership::{Act, MemberState};
use hawser_ledger::person::Delegation;
use hawser_protocol::organisation::{Nomination, NominationStage};
use hawser_protocol::path::{self, PERSON_SPACES, fill};
use hawser_protocol::space::SpaceEntry;
use hawser_reading::work;
use hawser_views::organisation::WithdrawalLine;

use crate::Agent;
use crate::append::Draft;
use crate::failure::{Outcome, fail};
use crate::io::Environment;
use crate::people::{ledger_id, membership, team, user_id};

impl<E: Environment> Agent<E> {
    /// What this person signs with for their organisation.
    pub(crate) async fn own_delegation(&self) -> Outcome<Delegation> {
        let session = self.current()?;
        let own = self.administered().await?;
        let state = own.state.borrow();
        let delegations = membership(&state)?.delegations();
        match delegations.get(&session.user()) {
            Some(delegation) => Ok(delegation.clone()),
            None => fail("not-administrator"),
        }
    }

    /// The spaces that a person of one's organisation is in.
    pub(crate) async fn withdrawal_plan(&self, person: PersonId) -> Outcome<Vec<WithdrawalLine>> {
        let session = self.current()?;
        self.administered().await?;
        let address = fill(PERSON_SPACES, &[&user_id(person).to_string()]);
        let entries: Vec<SpaceEntry> = self.get(address).await?;
        let letters = if entries.iter().any(|entry| !entry.member) {
            self.case_letters().await?
        } else {
            BTreeMap::default()
        };
        let mut lines = Vec::new();
        for entry in entries {
            let letter = letters.get(&entry.space).map(|letter| letter.title.clone());
            let title = match letter {
                Some(title) => Some(title),
                None if entry.member => self.space(entry.space).await.ok().and_then(|open| {
                    let state = open.state.borrow();
                    state.title(session.user()).map(|(title, _)| title)
                }),
                None => None,
            };
            lines.push(WithdrawalLine {
                space: CaseId::new(entry.space.0),
                work: work(entry.kind),
                title: title.unwrap_or_default(),
            });
        }
        lines.sort_by(|one, other| one.title.cmp(&other.title));
        Ok(lines)
    }

    /// Takes a person of one's organisation out of a space.
    pub(crate) async fn withdraw(&self, space: CaseId, person: PersonId) -> Outcome<()> {
        let session = self.current()?;
        let delegation = self.own_delegation().await?;
        let (user, command) = (user_id(person), self.new_command());
        // Who is no member is not told of each change.
        self.pull(ledger_id(space)).await?;
        self.append_for_organisation(ledger_id(space), |state| {
            let Some(member) = state.member(user) else {
                return fail("unknown-member");
            };
            if member.state == MemberState::Ended {
                return Ok(Vec::new());
            }
            let is_member = membership(state)?.active(session.user()).is_some();
            let (rotations, wraps) = if is_member {
                self.rotations(&session, state, user, None, &[])?
            } else {
                Default::default()
            };
            Ok(vec![Draft::Act {
                command,
                act: Act::OrganisationWithdraw {
                    delegation: delegation.clone(),
                    user,
                    rotations,
                },
                wraps,
            }])
        })
        .await
    }

    /// Ends that a person belongs to one's organisation, and what it has asked for them.
    pub(crate) async fn revoke_person(&self, person: PersonId) -> Outcome<()> {
        let own = self.administered().await?;
        let user = user_id(person);
        let (revoke, renew) = (self.new_command(), self.new_command());
        let id = own.state.borrow().id();
        self.append(id, |state| {
            let is_gone = state
                .member(user)
                .is_some_and(|member| member.state == MemberState::Ended);
            if is_gone {
                return Ok(Vec::new());
            }
            let group = team(state)?;
            let (start, wraps) = self.rotation(state, group, Some(user))?;
            Ok(vec![
                Draft::Act {
                    command: revoke,
                    act: Act::PersonRevoke(user),
                    wraps: Vec::new(),
                },
                Draft::Act {
                    command: renew,
                    act: Act::EpochStart(start),
                    wraps,
                },
            ])
        })
        .await?;
        self.withdraw_open_nominations(user).await
    }

    /// Takes back what one's organisation has asked for a person and nobody has decided: it names keys or a person that
    /// it no longer stands for.
    pub(crate) async fn withdraw_open_nominations(&self, user: UserId) -> Outcome<()> {
        let (organisation, _) = self.current()?.own_organisation()?;
        let all: Vec<Nomination> = self.get(path::NOMINATIONS).await?;
        let open = all.iter().filter(|one| {
            one.organisation == organisation
                && one.person == user
                && one.stage == NominationStage::Open
        });
        for nomination in open {
            self.withdraw_nomination(&nomination.request.to_string())
                .await?;
        }
        Ok(())
    }

    /// Makes a member the administrator of a space that has none.
    pub(crate) async fn appoint(&self, space: CaseId, person: PersonId) -> Outcome<()> {
        let delegation = self.own_delegation().await?;
        let (user, command): (UserId, _) = (user_id(person), self.new_command());
        self.pull(ledger_id(space)).await?;
        self.append_for_organisation(ledger_id(space), |_| {
            Ok(vec![Draft::Act {
                command,
                act: Act::AdministratorAppoint {
                    delegation: delegation.clone(),
                    user,
                },
                wraps: Vec::new(),
            }])
        })
        .await
    }
}
