//! Findings with what is recommended and agreed on them.

use hawser_casework::assessment::{ActionDays, ActionStatus, Priority, Severity};
use hawser_casework::{Moment, PersonId, RecordId};
use serde::{Deserialize, Serialize};

/// A photo or other file of a rating or finding; its bytes come by [`crate::Command::OpenFile`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PictureView {
    /// The record that attached it.
    pub file: RecordId,
    /// Name.
    pub name: String,
    /// Media type.
    pub media_type: String,
    /// Bytes.
    pub length: u64,
    /// Caption; empty when none.
    pub caption: String,
}

/// A change of one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeView {
    /// The field.
    pub field: String,
    /// The value its author saw.
    pub old: String,
    /// The value that stood; other than `old` when two changed it at once.
    pub replaced: String,
    /// The value since.
    pub new: String,
    /// Why.
    pub why: String,
    /// Name of who changed it.
    pub by: String,
    /// When.
    pub recorded: Moment,
    /// Two changed it at once, and nobody has settled it since.
    pub conflict: bool,
}

/// A finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingView {
    /// Its record.
    pub finding: RecordId,
    /// Its number, such as F-001.
    pub number: String,
    /// The visit.
    pub visit: RecordId,
    /// The facility; `None` for the port as a whole.
    pub facility: Option<RecordId>,
    /// Id of the criterion.
    pub criterion: String,
    /// In one line.
    pub title: String,
    /// What was found.
    pub text: String,
    /// How much it weighs.
    pub severity: Severity,
    /// The host authority may read it.
    pub releasable: bool,
    /// Name of who raised it.
    pub by: String,
    /// When.
    pub recorded: Moment,
    /// Photos.
    pub photos: Vec<PictureView>,
    /// What was changed in it.
    pub changes: Vec<ChangeView>,
    /// What is recommended.
    pub recommendations: Vec<RecommendationView>,
    /// What was agreed.
    pub actions: Vec<ActionView>,
}

/// A recommendation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecommendationView {
    /// Its record.
    pub recommendation: RecordId,
    /// What should be done.
    pub text: String,
    /// How soon.
    pub priority: Priority,
    /// What it would cost; empty when not known.
    pub cost: String,
    /// Who could pay; empty when not known.
    pub donor: String,
    /// Name of who made it.
    pub by: String,
    /// An action takes it up.
    pub taken_up: bool,
    /// What was changed in it.
    pub changes: Vec<ChangeView>,
}

/// An action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionView {
    /// Its record.
    pub action: RecordId,
    /// The recommendation it takes up.
    pub recommendation: Option<RecordId>,
    /// What is to be done.
    pub text: String,
    /// Name of who does it.
    pub owner: String,
    /// The person, where it is one of the mission.
    pub owner_person: Option<PersonId>,
    /// How far it is.
    pub status: ActionStatus,
    /// Its days: agreed, due first, due now, done, verified.
    pub days: ActionDays,
    /// Past its due day and not done.
    pub overdue: bool,
    /// Done by the day first agreed; `None` while that can still be.
    pub on_time: Option<bool>,
    /// The reader may verify it.
    pub can_verify: bool,
    /// What happened to it, oldest first.
    pub steps: Vec<ActionStepView>,
    /// What was changed in it.
    pub changes: Vec<ChangeView>,
}

/// A step of an action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionStepView {
    /// moved, open, in-progress, blocked, done, verified.
    pub what: String,
    /// The due day before and since, ISO dates, when it was moved.
    pub moved: Option<(String, String)>,
    /// Why, or what was looked at; empty when not given.
    pub reason: String,
    /// What shows that it is done; empty when it is not.
    pub proof: String,
    /// Name of who acted.
    pub by: String,
    /// When.
    pub recorded: Moment,
}
