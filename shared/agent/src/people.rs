//! Who is in a case: parties, nominations, admissions, leaving. Every change
//! of people renews the access groups it concerns in the same act.

use std::collections::BTreeSet;

use hawser_casework::record::PersonAct;
use hawser_casework::{Channel, PartyId, PersonId, Record, SpaceId as CaseId};
use hawser_ledger::membership::{
    Act, GroupPurpose, MemberState, Membership, Role, VerificationMethod,
};
use hawser_ledger::person::CertificateRequest;
use hawser_ledger::{Chain, CommandId, GroupId, SpaceId, UserId};
use hawser_protocol::organisation::NominationStage;
use hawser_views::Failure;
use hawser_views::command::Standing;

use crate::Agent;
use crate::access::{access, grant_up_to};
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
        "manager" => Ok(Role::Manager),
        "assessor" => Ok(Role::Assessor),
        "host" => Ok(Role::Host),
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
            admissions.push((add, name, self.new_command()));
        }
        let comparisons = self.prepared_comparisons().await?;
        self.append(id, |state| {
            let mut drafts = verification_drafts(&session, state, &comparisons, None);
            let mut due = Vec::new();
            for (add, ..) in &admissions {
                let (consent, request) = (&add.consent, &add.chain.cert.request);
                let groups = membership(state)?.groups_due(
                    request.organisation,
                    consent.role,
                    Some(consent),
                );
                due.push(groups);
            }
            // Whoever enters without history enters with a new epoch, once for all of them.
            let renewed: BTreeSet<GroupId> = admissions
                .iter()
                .zip(&due)
                .filter(|((add, ..), _)| !add.consent.history)
                .flat_map(|(_, groups)| groups.iter().copied())
                .collect();
            for group in &renewed {
                let (start, wraps) = self.rotation(state, *group, None)?;
                drafts.push(Draft::Act {
                    command: self.new_command(),
                    act: Act::EpochStart(start),
                    wraps,
                });
            }
            for ((add, name, command), groups) in admissions.iter().zip(&due) {
                let request = &add.chain.cert.request;
                drafts.push(Draft::Act {
                    command: *command,
                    act: Act::MemberAdd(Box::new(add.clone())),
                    wraps: Vec::new(),
                });
                for group in groups {
                    let newest = epoch(state, *group)? + u64::from(renewed.contains(group));
                    let first = if add.consent.history { 1 } else { newest };
                    drafts.push(self.granting(state, *group, request, (first, newest))?);
                }
                let record = Record::PersonNamed {
                    person: PersonId::new(request.user.0),
                    name: name.name.clone(),
                    function: name.function.clone(),
                    salt: name.salt.clone(),
                };
                // A party of limited access learns who administers, and its own people.
                let own = PartyId::new(request.organisation.0);
                let administers = add.consent.role.administers();
                for party in state.limited() {
                    if (administers || party == own)
                        && let Some(group) = state.group_of(Channel::Shared(party))
                    {
                        drafts.push(self.record_now(group, record.clone()));
                    }
                }
                drafts.push(self.record_now(team(state)?, record));
            }
            Ok(drafts)
        })
        .await
    }

    /// Access to a group for a person, as a draft.
    fn granting(
        &self,
        state: &Space,
        group: GroupId,
        request: &CertificateRequest,
        epochs: (u64, u64),
    ) -> Outcome<Draft> {
        let (act, wraps) = grant_up_to(state, group, request.user, request, epochs)?;
        Ok(Draft::Act {
            command: self.new_command(),
            act,
            wraps,
        })
    }

    /// Access for somebody who is a member to all groups that are due to them in a role and that they do not
    /// hold.
    fn grants_due(&self, state: &Space, user: UserId, role: Role) -> Outcome<Vec<Draft>> {
        let Some(member) = state.member(user) else {
            return fail("unknown-member");
        };
        let consent = member.consent.as_deref();
        let groups = membership(state)?.groups_due(member.organisation, role, consent);
        let (request, history) = access(member);
        groups
            .into_iter()
            .filter(|group| !state.group_members(*group).contains(&user))
            .map(|group| {
                let newest = epoch(state, group)?;
                let first = if history { 1 } else { newest };
                self.granting(state, group, &request, (first, newest))
            })
            .collect()
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
        let commands: [CommandId; 2] = std::array::from_fn(|_| self.new_command());
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
                    let (rotations, wraps) =
                        self.rotations(&session, state, user, None, &drafts)?;
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
                    let (rotations, wraps) =
                        self.rotations(&session, state, user, None, &drafts)?;
                    (Act::MemberRemove { user, rotations }, wraps)
                }
            };
            drafts.push(Draft::Act {
                command: commands[0],
                act: act.0,
                wraps: act.1,
            });
            if standing == Standing::Reinstate {
                let role = state
                    .member(user)
                    .map_or(Role::Member, |member| member.role);
                drafts.extend(self.grants_due(state, user, role)?);
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
                command: commands[1],
                group: team(state)?,
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
        let commands: [CommandId; 2] = std::array::from_fn(|_| self.new_command());
        self.append(ledger_id(space), |state| {
            let mut drafts = verification_drafts(&session, state, &comparisons, None);
            let Some(member) = state.member(user) else {
                return fail("unknown-member");
            };
            let demoted = member.role.administers() && !role.administers();
            let promoted = !member.role.administers() && role.administers();
            let desk = Some(GroupPurpose::CheckingDesk);
            let (rotations, wraps) = if demoted {
                self.rotations(&session, state, user, desk, &drafts)?
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
            if promoted {
                drafts.extend(self.grants_due(state, user, role)?);
                let naming = state.naming(person);
                drafts.extend(
                    naming
                        .iter()
                        .flat_map(|record| self.for_limited(state, record)),
                );
            }
            let note = Record::PersonNote {
                person,
                act: PersonAct::RoleChanged,
                reason: reason.trim().to_owned(),
            };
            let entry = self.entry_now(note);
            drafts.push(Draft::Record {
                command: commands[1],
                group: team(state)?,
                entry,
                blobs: Vec::new(),
            });
            Ok(drafts)
        })
        .await
    }
}

/// Number of a group's current epoch.
pub(crate) fn epoch(state: &Space, group: GroupId) -> Outcome<u64> {
    let known = membership(state)?.groups().get(&group);
    Ok(known.map_or(0, hawser_ledger::membership::Group::epoch))
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
