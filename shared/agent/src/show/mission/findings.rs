//! Findings with what is recommended and agreed on them.

use hawser_casework::record::{MissionRecord, Owner};
use hawser_casework::state::{ActionAct, ActionState, ActionStep, Correction, FileState};
use hawser_casework::{Channel, RecordId, SpaceId as CaseId};
use hawser_views::mission::{
    ActionStepView, ActionView, ChangeView, FindingView, PictureView, RecommendationView,
};

use crate::Agent;
use crate::failure::Outcome;
use crate::io::Environment;
use crate::people::ledger_id;
use crate::replay::Space;

impl<E: Environment> Agent<E> {
    pub(crate) async fn findings(&self, space: CaseId) -> Outcome<Vec<FindingView>> {
        let open = self.space(ledger_id(space)).await?;
        let state = open.state.borrow();
        let mission = state.records.mission();
        let mut all: Vec<_> = mission.findings().iter().collect();
        all.sort_by_key(|(_, finding)| finding.finding.from.seq);
        all.into_iter()
            .map(|(id, finding)| {
                let kept = &finding.finding;
                let actions = finding.actions.iter();
                let actions: Vec<ActionView> = actions
                    .filter_map(|action| self.action_view(&state, *action).transpose())
                    .collect::<Outcome<_>>()?;
                let recommendations = finding.recommendations.iter().filter_map(|made| {
                    let kept = mission.recommendations().get(made)?;
                    let mut taken = actions.iter();
                    Some(RecommendationView {
                        recommendation: *made,
                        text: kept.value.text.clone(),
                        priority: kept.value.priority,
                        cost: kept.value.cost.clone(),
                        donor: kept.value.donor.clone(),
                        by: state.name(kept.from.author),
                        taken_up: taken.any(|action| action.recommendation == Some(*made)),
                        changes: changes(&state, *made, &kept.corrections),
                    })
                });
                Ok(FindingView {
                    finding: *id,
                    number: finding.number.clone(),
                    visit: kept.value.visit,
                    facility: kept.value.facility,
                    criterion: kept.value.criterion.clone(),
                    title: kept.value.title.clone(),
                    text: kept.value.text.clone(),
                    severity: kept.value.severity,
                    releasable: kept.value.releasable,
                    by: state.name(kept.from.author),
                    recorded: kept.from.recorded,
                    photos: mission.files_of(*id).iter().map(picture).collect(),
                    changes: changes(&state, *id, &kept.corrections),
                    recommendations: recommendations.collect(),
                    actions,
                })
            })
            .collect()
    }

    fn action_view(&self, state: &Space, id: RecordId) -> Outcome<Option<ActionView>> {
        let me = self.current()?.person();
        let (now, today) = (self.moment(), self.today_day());
        let mission = state.records.mission();
        let (Some(action), Some(line)) =
            (mission.actions().get(&id), state.records.action_line(id))
        else {
            return Ok(None);
        };
        let ActionState { agreed, steps, .. } = action;
        let verifying = MissionRecord::ActionVerified {
            action: id,
            reason: String::new(),
        };
        let may = state
            .records
            .may_in_mission(me, Channel::Team, now, &verifying);
        Ok(Some(ActionView {
            action: id,
            recommendation: agreed.value.recommendation,
            text: line.text,
            owner: line.owner,
            owner_person: match agreed.value.owner {
                Owner::Person { person } => Some(person),
                Owner::Agency { .. } => None,
            },
            status: line.status,
            overdue: line.days.is_overdue(&today),
            on_time: line.days.on_time(&today),
            days: line.days,
            can_verify: may.is_ok(),
            steps: steps.iter().map(|step| step_view(state, step)).collect(),
            changes: changes(state, id, &agreed.corrections),
        }))
    }
}

fn step_view(state: &Space, step: &ActionStep) -> ActionStepView {
    let (what, moved, reason, proof) = match &step.act {
        ActionAct::Moved { from, to, reason } => {
            ("moved", Some((from.clone(), to.clone())), reason, "")
        }
        ActionAct::Reported {
            status,
            reason,
            proof,
        } => (status.code(), None, reason, &**proof),
        ActionAct::Verified { reason } => ("verified", None, reason, ""),
    };
    ActionStepView {
        what: what.to_owned(),
        moved,
        reason: reason.clone(),
        proof: proof.to_owned(),
        by: state.name(step.from.author),
        recorded: step.from.recorded,
    }
}

fn changes(state: &Space, target: RecordId, corrections: &[Correction]) -> Vec<ChangeView> {
    let open = |correction: &Correction| {
        let mut conflicts = state.records.conflicts();
        conflicts.any(|one| one.target == target && one.correction == correction.id)
    };
    corrections
        .iter()
        .map(|correction| ChangeView {
            field: correction.field.clone(),
            old: correction.old.clone(),
            replaced: correction.replaced.clone(),
            new: correction.new.clone(),
            why: correction.why.clone(),
            by: state.name(correction.author),
            recorded: correction.recorded,
            conflict: correction.conflict && open(correction),
        })
        .collect()
}

pub(super) fn picture(state: &FileState) -> PictureView {
    PictureView {
        file: state.id,
        name: state.file.name.clone(),
        media_type: state.file.media_type.clone(),
        length: state.file.length,
        caption: state.file.caption.clone(),
    }
}
