//! What assessors do: rating, deciding, judging scenarios, findings and actions.

use hawser_casework::assessment::EvidenceKind;
use hawser_casework::record::{AgreedAction, MissionRecord, Owner};
use hawser_views::Reply;
use hawser_views::mission::MissionCommand;

use crate::Agent;
use crate::failure::{Outcome, fail, field};
use crate::io::Environment;
use crate::people::{ledger_id, membership, user_id};

impl<E: Environment> Agent<E> {
    pub(super) async fn work_in_mission(&self, command: MissionCommand) -> Outcome<Reply> {
        use MissionCommand as C;
        let (space, record, created) = match command {
            C::Rate { space, mut rating } => {
                trim([&mut rating.reason, &mut rating.note]);
                let given = std::mem::take(&mut rating.evidence);
                let listed = EvidenceKind::ALL.into_iter();
                rating.evidence = listed.filter(|kind| given.contains(kind)).collect();
                (space, MissionRecord::Rated(rating), true)
            }
            C::Decide {
                space,
                visit,
                mut decisions,
            } => {
                for decision in &mut decisions {
                    trim([&mut decision.reason]);
                }
                let record = MissionRecord::TeamRated { visit, decisions };
                (space, record, false)
            }
            C::AssessScenario {
                space,
                visit,
                scenario,
                judged,
                mut reason,
            } => {
                trim([&mut reason]);
                let record = MissionRecord::ScenarioAssessed {
                    visit,
                    scenario,
                    judged,
                    reason,
                };
                (space, record, false)
            }
            C::RaiseFinding { space, mut finding } => {
                trim([&mut finding.title, &mut finding.text]);
                (space, MissionRecord::FindingRaised(finding), true)
            }
            C::Recommend {
                space,
                recommendation: mut made,
            } => {
                trim([&mut made.text, &mut made.cost, &mut made.donor]);
                (space, MissionRecord::RecommendationMade(made), true)
            }
            C::Agree { space, mut action } => {
                trim([&mut action.text]);
                if let Owner::Agency { name } = &mut action.owner {
                    trim([name]);
                }
                self.check_owner(space, &action).await?;
                (space, MissionRecord::ActionAgreed(action), true)
            }
            C::MoveAction {
                space,
                action,
                due,
                mut reason,
            } => {
                trim([&mut reason]);
                let record = MissionRecord::ActionMoved {
                    action,
                    due,
                    reason,
                };
                (space, record, false)
            }
            C::ReportAction {
                space,
                action,
                status,
                mut reason,
                mut proof,
            } => {
                trim([&mut reason, &mut proof]);
                let record = MissionRecord::ActionStatus {
                    action,
                    status,
                    reason,
                    proof,
                };
                (space, record, false)
            }
            C::VerifyAction {
                space,
                action,
                mut reason,
            } => {
                trim([&mut reason]);
                (
                    space,
                    MissionRecord::ActionVerified { action, reason },
                    false,
                )
            }
            _ => return fail("unknown-command"),
        };
        let record = self.tell(space, record).await?;
        Ok(if created {
            Reply::Created(record.to_string())
        } else {
            Reply::Done
        })
    }

    /// An owner by account is a member of the mission.
    async fn check_owner(
        &self,
        space: hawser_casework::SpaceId,
        action: &AgreedAction,
    ) -> Outcome<()> {
        let Owner::Person { person } = action.owner else {
            return Ok(());
        };
        let open = self.space(ledger_id(space)).await?;
        let state = open.state.borrow();
        if membership(&state)?.active(user_id(person)).is_none() {
            return Err(field("owner", "invalid"));
        }
        Ok(())
    }
}

/// Takes off the white space around what was typed.
fn trim<const N: usize>(texts: [&mut String; N]) {
    for text in texts {
        let trimmed = text.trim();
        if trimmed.len() < text.len() {
            *text = trimmed.to_owned();
        }
    }
}
