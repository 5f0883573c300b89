//! What leaves the team: the report for the host authority with its answers, and the aggregate for the programme.

use hawser_casework::assessment::{AggregateBody, HostStanding, PortRef, ReleasableReport};
use hawser_casework::record::VisitDates;
use hawser_casework::{Moment, RecordId, SpaceId};
use serde::{Deserialize, Serialize};

/// A report, shared or to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportView {
    /// The record that shared it; `None` before.
    pub record: Option<RecordId>,
    /// What the host authority reads.
    pub report: ReleasableReport,
    /// Its hash, 64 hexadecimal digits: what is shared and signed names it.
    pub sha256: String,
    /// Findings that stay with the team; `None` for the host authority.
    pub withheld: Option<u32>,
    /// Who will be able to read it, or is: people by party name.
    pub readers: Vec<(String, u32)>,
    /// Until when the host authority may comment, ISO date; empty before it is shared.
    pub comment_due: String,
    /// Days left; negative when over.
    pub days_left: i64,
    /// Name of who shared it; empty before.
    pub by: String,
    /// When.
    pub shared: Option<Moment>,
    /// Where the host authority stands with it.
    pub host: HostStanding,
    /// What it said, oldest first.
    pub comments: Vec<CommentView>,
    /// Who of it signed.
    pub signatures: Vec<SignatureView>,
    /// The reader may comment.
    pub can_comment: bool,
    /// The reader may sign.
    pub can_sign: bool,
    /// The reader may record that nothing was said.
    pub can_record_silence: bool,
}

/// A comment of the host authority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommentView {
    /// Its record.
    pub record: RecordId,
    /// The finding or action it is about; `None` for the report as a whole.
    pub item: Option<RecordId>,
    /// What it says.
    pub text: String,
    /// Name of who commented.
    pub by: String,
    /// When.
    pub recorded: Moment,
    /// After the day.
    pub late: bool,
    /// By the reader.
    pub mine: bool,
}

/// A signature of the host authority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignatureView {
    /// Its record.
    pub record: RecordId,
    /// Name of who signed.
    pub by: String,
    /// When.
    pub signed: Moment,
}

/// The host authority's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HostView {
    /// The port, as the host authority was told; `None` while it was told nothing.
    pub port: Option<PortRef>,
    /// When visits are.
    pub visits: Vec<VisitDates>,
    /// The reports, newest first; earlier ones of the same visit are kept.
    pub reports: Vec<ReportView>,
    /// Who manages the mission: (name, party).
    pub managers: Vec<(String, String)>,
    /// The reader speaks for the host authority.
    pub speaks: bool,
}

/// What can be signed for the programme, and what was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportingView {
    /// What would be signed now: figures and actions, and nothing else.
    pub aggregate: AggregateBody,
    /// The programme; `None` when the mission reports to none.
    pub programme: Option<SpaceId>,
    /// What it is called; empty for whom it is not open.
    pub programme_title: String,
    /// The reader manages the programme, so that signing takes it there at once.
    pub manages: bool,
    /// The reader's signature counts there; `None` when that cannot be told.
    pub registered: Option<bool>,
    /// What was signed of this visit, newest first.
    pub signed: Vec<SignedView>,
    /// What was signed last is no longer what would be signed now.
    pub changed: bool,
}

/// An aggregate that was signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedView {
    /// Its record.
    pub record: RecordId,
    /// Name of who signed.
    pub by: String,
    /// When.
    pub signed: Moment,
    /// The programme has it; `None` when that cannot be told.
    pub reported: Option<bool>,
}

/// What came of reporting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportedView {
    /// The record in which it was signed: durable.
    pub record: RecordId,
    /// The programme has it too.
    pub reported: bool,
    /// Code of why not; empty when it has. [`super::MissionCommand::Report`] tries again without signing anew.
    pub why: String,
}
