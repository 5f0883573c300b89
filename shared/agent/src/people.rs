//! Who is in a case: parties, nominations, admissions, leaving. Every change
//! of people renews the access groups it concerns in the same act.

use hawser_casework::record::PersonAct;
use hawser_casework::{PersonId, Record, SpaceId as CaseId};
use hawser_ledger::membership::{
    Act, GroupPurpose, MemberState, Membership, Role, VerificationMethod,
};
use hawser_ledger::{Chain, CommandId, GroupId, SpaceId, UserId};
use hawser_protocol::organisation::NominationStage;
use hawser_views::Failure;
use hawser_views::command::Standing;

use crate::Agent;
use crate::access::{access, grant, grant_up_to};
use crate::append::Draft;
use crate::failure::{Failed, Outcome, fail, field};
use crate::io::Environment;
use crate::party::verification_drafts;
use crate::replay::Space;

/// The role behind its stable code.
pub(crate) fn role(code: &str) -> Outcome<Role> {
    match code {
        "administrator" => Ok(Role::Administrator),
        "leader" => Ok(Role::Leader),
        "member" => Ok(Role::Member),
        "participant" => Ok(Role::Participant),
        "support" => Ok(Role::Support),
        _ => Err(field("role", "invalid")),
    }
}

pub(crate) fn membership(state: &Space) -> Outcome<&Membership> {
    match state.chain().map(Chain::membership) {
        Some(membership) => Ok(membership),
        None => fail("not-found"),
    }
}

pub(crate) fn ledger_id(space: CaseId) -> SpaceId {
    SpaceId(*space.as_bytes())
}

pub(crate) fn user_id(person: PersonId) -> UserId {
    UserId(*person.as_bytes())
}

impl<E: Environment> Agent<E> {
    pub(crate) async fn admit(&self, space: CaseId, requests: &[String]) -> Outcome<()> {
        let session = self.current()?;
        let id = ledger_id(space);
        let all = self.nominations(id).await?;
        let mut admissions = Vec::new();
        for request in requests {
            let Some(nomination) = all.iter().find(|one| one.request.to_string() == *request)
            else {
                return fail("not-found");
            };
            if nomination.stage != NominationStage::Open {
                return fail("wrong-state");
            }
            let (add, name) = self.nominee(nomination).await?;
            let commands: [CommandId; 4] = std::array::from_fn(|_| self.new_command());
            admissions.push((add, name, commands));
        }
        let comparisons = self.prepared_comparisons().await?;
        let renewal = self.new_command();
        self.append(id, |state| {
            let mut drafts = verification_drafts(&session, state, &comparisons, None);
            let team = team(state)?;
            // Whoever enters without history enters with a new epoch, once for all of them.
            let mut epoch = membership(state)?
                .groups()
                .get(&team)
                .map_or(0, hawser_ledger::membership::Group::epoch);
            if admissions.iter().any(|(add, ..)| !add.consent.history) {
                let (start, wraps) = self.rotation(state, team, None)?;
                epoch = start.number;
                drafts.push(Draft::Act {
                    command: renewal,
                    act: Act::EpochStart(start),
                    wraps,
                });
            }
            for (add, name, commands) in &admissions {
                let request = &add.chain.cert.request;
                drafts.push(Draft::Act {
                    command: commands[0],
                    act: Act::MemberAdd(Box::new(add.clone())),
                    wraps: Vec::new(),
                });
                let first = if add.consent.history { 1 } else { epoch };
                let (act, wraps) = grant_up_to(state, team, request.user, request, (first, epoch))?;
                drafts.push(Draft::Act {
                    command: commands[1],
                    act,
                    wraps,
                });
                if add.consent.role == Role::Administrator
                    && let Some(desk) = state.group(GroupPurpose::CheckingDesk)
                {
                    let (act, wraps) =
                        grant(state, desk, request.user, request, add.consent.history)?;
                    drafts.push(Draft::Act {
                        command: commands[2],
                        act,
                        wraps,
                    });
                }
                let record = Record::PersonNamed {
                    person: PersonId::new(request.user.0),
                    name: name.name.clone(),
                    function: name.function.clone(),
                    salt: name.salt.clone(),
                };
                let entry = self.entry_now(record);
                drafts.push(Draft::Record {
                    command: commands[3],
                    group: team,
                    entry,
                    blobs: Vec::new(),
                });
            }
            Ok(drafts)
        })
        .await
    }

    pub(crate) async fn change_standing(
        &self,
        space: CaseId,
        person: PersonId,
        standing: Standing,
        reason: &str,
        despite_matters: bool,
    ) -> Outcome<()> {
        if reason.trim().is_empty() {
            return Err(field("reason", "missing"));
        }
        let session = self.current()?;
        let user = user_id(person);
        let comparisons = self.prepared_comparisons().await?;
        let commands: [CommandId; 3] = std::array::from_fn(|_| self.new_command());
        self.append(ledger_id(space), |state| {
            if standing != Standing::Reinstate && !despite_matters {
                let open = state.records.open_matters(person);
                if !open.held.is_empty() || !open.offers.is_empty() {
                    let failure = Failure::new("matters-open");
                    return Err(Failed(
                        failure
                            .with("held", open.held.len())
                            .with("offers", open.offers.len()),
                    ));
                }
            }
            let mut drafts = verification_drafts(&session, state, &comparisons, None);
            let act = match standing {
                Standing::Reinstate => (
                    Act::MemberSuspend {
                        user,
                        lifted: true,
                        rotations: Vec::new(),
                    },
                    Vec::new(),
                ),
                Standing::Suspend => {
                    let (rotations, wraps) = self.rotations(&session, state, user, None)?;
                    (
                        Act::MemberSuspend {
                            user,
                            lifted: false,
                            rotations,
                        },
                        wraps,
                    )
                }
                Standing::End => {
                    let (rotations, wraps) = self.rotations(&session, state, user, None)?;
                    (Act::MemberRemove { user, rotations }, wraps)
                }
            };
            drafts.push(Draft::Act {
                command: commands[0],
                act: act.0,
                wraps: act.1,
            });
            let team = team(state)?;
            if standing == Standing::Reinstate {
                let Some((request, history)) = state.member(user).map(access) else {
                    return fail("unknown-member");
                };
                let (act, wraps) = grant(state, team, user, &request, history)?;
                drafts.push(Draft::Act {
                    command: commands[1],
                    act,
                    wraps,
                });
            }
            let act = match standing {
                Standing::Suspend => PersonAct::Suspended,
                Standing::Reinstate => PersonAct::Reinstated,
                Standing::End => PersonAct::Ended,
            };
            let note = Record::PersonNote {
                person,
                act,
                reason: reason.trim().to_owned(),
            };
            let entry = self.entry_now(note);
            drafts.push(Draft::Record {
                command: commands[2],
                group: team,
                entry,
                blobs: Vec::new(),
            });
            Ok(drafts)
        })
        .await
    }

    pub(crate) async fn change_role(
        &self,
        space: CaseId,
        person: PersonId,
        role_code: &str,
        reason: &str,
    ) -> Outcome<()> {
        if reason.trim().is_empty() {
            return Err(field("reason", "missing"));
        }
        let session = self.current()?;
        let (user, role) = (user_id(person), role(role_code)?);
        let comparisons = self.prepared_comparisons().await?;
        let commands: [CommandId; 3] = std::array::from_fn(|_| self.new_command());
        self.append(ledger_id(space), |state| {
            let mut drafts = verification_drafts(&session, state, &comparisons, None);
            let Some(member) = state.member(user) else {
                return fail("unknown-member");
            };
            let demoted = member.role == Role::Administrator && role != Role::Administrator;
            let promoted = member.role != Role::Administrator && role == Role::Administrator;
            let (request, history) = access(member);
            let desk = Some(GroupPurpose::CheckingDesk);
            let (rotations, wraps) = if demoted {
                self.rotations(&session, state, user, desk)?
            } else {
                Default::default()
            };
            let act = Act::RoleChange {
                user,
                role,
                rotations,
            };
            drafts.push(Draft::Act {
                command: commands[0],
                act,
                wraps,
            });
            if promoted && let Some(desk) = state.group(GroupPurpose::CheckingDesk) {
                let (act, wraps) = grant(state, desk, user, &request, history)?;
                drafts.push(Draft::Act {
                    command: commands[1],
                    act,
                    wraps,
                });
            }
            let note = Record::PersonNote {
                person,
                act: PersonAct::RoleChanged,
                reason: reason.trim().to_owned(),
            };
            let entry = self.entry_now(note);
            drafts.push(Draft::Record {
                command: commands[2],
                group: team(state)?,
                entry,
                blobs: Vec::new(),
            });
            Ok(drafts)
        })
        .await
    }
}

/// The team's group.
pub(crate) fn team(state: &Space) -> Outcome<GroupId> {
    match state.group(GroupPurpose::Team) {
        Some(group) => Ok(group),
        None => fail("unknown-group"),
    }
}

/// Stable code of a member's state.
pub(crate) fn state_code(state: MemberState) -> &'static str {
    match state {
        MemberState::Active => "active",
        MemberState::Suspended => "suspended",
        MemberState::Ended => "ended",
    }
}

/// Stable code of a role.
pub(crate) fn role_code(role: Role) -> &'static str {
    match role {
        Role::Administrator => "administrator",
        Role::Leader => "leader",
        Role::Member => "member",
        Role::Participant => "participant",
        Role::Support => "support",
        Role::Manager => "manager",
        Role::Assessor => "assessor",
        Role::Host => "host",
    }
}

/// Stable code of how an organisation was compared.
pub(crate) fn method_code(method: VerificationMethod) -> &'static str {
    match method {
        VerificationMethod::SafetyNumber => "safety-number",
        VerificationMethod::Invitation => "invitation",
        VerificationMethod::Override => "override",
    }
}
