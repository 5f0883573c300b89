//! Actions: agreed, moved, reported and verified. Nothing but being done stops the clock, and another person
//! than who did it verifies.

use serde::{Deserialize, Serialize};

use super::{Kept, Made, Mission, Provenance};
use crate::{
    assessment::{ActionDays, ActionStatus},
    id::{PersonId, RecordId},
    record::AgreedAction,
};

/// What happened to an action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ActionAct {
    /// It is due on another day.
    Moved {
        /// The day before, `YYYY-MM-DD`.
        from: String,
        /// The day since, `YYYY-MM-DD`.
        to: String,
        /// Why.
        reason: String,
    },
    /// Somebody reported how far it is.
    Reported {
        /// How far.
        status: ActionStatus,
        /// Why; empty when not given.
        reason: String,
        /// What shows that it is done; empty when it is not.
        proof: String,
    },
    /// Somebody saw that it is done.
    Verified {
        /// What was looked at.
        reason: String,
    },
}

/// One step of an action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionStep {
    /// The record.
    pub id: RecordId,
    /// Who acted, and when.
    pub from: Provenance,
    /// What happened.
    pub act: ActionAct,
}

/// An action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionState {
    /// What was agreed, with corrections; its due day is the one first agreed.
    pub agreed: Kept<AgreedAction>,
    /// How far it is.
    pub status: ActionStatus,
    /// Its days.
    pub days: ActionDays,
    /// What happened to it, oldest first.
    pub steps: Vec<ActionStep>,
}

impl ActionState {
    /// Who reported it done, while it stands so.
    #[must_use]
    pub fn reported_by(&self) -> Option<PersonId> {
        let mut steps = self.steps.iter().rev();
        let last = steps.find(|step| matches!(step.act, ActionAct::Reported { .. }))?;
        (self.status == ActionStatus::Done).then_some(last.from.author)
    }
}

impl Mission {
    pub(super) fn agree(&mut self, made: Made, agreed: &AgreedAction) {
        let mut found = String::new();
        if let Some(finding) = self.findings.get_mut(&agreed.finding) {
            finding.actions.push(made.id);
            found = day(&finding.finding.from);
        }
        let days = ActionDays {
            found,
            agreed: day(&made.from),
            original_due: agreed.due.clone(),
            due: agreed.due.clone(),
            done: None,
            verified: None,
        };
        let state = ActionState {
            agreed: Kept::new(agreed.clone(), made.from),
            status: ActionStatus::Open,
            days,
            steps: Vec::new(),
        };
        self.actions.insert(made.id, state);
    }

    pub(super) fn move_action(&mut self, made: Made, action: RecordId, due: &str, reason: &str) {
        if let Some(state) = self.actions.get_mut(&action) {
            let from = std::mem::replace(&mut state.days.due, due.to_owned());
            let (to, reason) = (due.to_owned(), reason.to_owned());
            state.step(made, ActionAct::Moved { from, to, reason });
        }
    }

    pub(super) fn report_action(
        &mut self,
        made: Made,
        action: RecordId,
        status: ActionStatus,
        reason: &str,
        proof: &str,
    ) {
        if let Some(state) = self.actions.get_mut(&action) {
            state.status = status;
            state.days.done = (status == ActionStatus::Done).then(|| day(&made.from));
            state.days.verified = None;
            let (reason, proof) = (reason.to_owned(), proof.to_owned());
            let act = ActionAct::Reported {
                status,
                reason,
                proof,
            };
            state.step(made, act);
        }
    }

    pub(super) fn verify_action(&mut self, made: Made, action: RecordId, reason: &str) {
        if let Some(state) = self.actions.get_mut(&action) {
            state.days.verified = Some(day(&made.from));
            let reason = reason.to_owned();
            state.step(made, ActionAct::Verified { reason });
        }
    }
}

impl ActionState {
    fn step(&mut self, made: Made, act: ActionAct) {
        let (id, from) = (made.id, made.from);
        self.steps.push(ActionStep { id, from, act });
    }
}

/// The day on which it happened, where it happened.
fn day(from: &Provenance) -> String {
    from.happened.at.day().unwrap_or_default()
}
