//! Reports to the host authority, and what it says to them.

use serde::{Deserialize, Serialize};

use super::{Channel, Made, Mission, Provenance, Rule, SignedAggregate};
use crate::{
    assessment::{AggregateBody, HostStanding, ReleasableReport},
    id::{PartyId, RecordId},
    record::{SignOffBody, Statement},
};

/// A comment of the host authority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommentState {
    /// The record.
    pub id: RecordId,
    /// The finding or action it is about; `None` for the report as a whole.
    pub item: Option<RecordId>,
    /// What it says.
    pub text: String,
    /// Whether it came after the day.
    pub late: bool,
    /// Who commented, and when.
    pub from: Provenance,
}

/// A signature of the host authority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignatureState {
    /// The record.
    pub id: RecordId,
    /// What was signed.
    pub statement: Statement,
    /// Who signed, and when.
    pub from: Provenance,
}

/// A report that was shared with a host authority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportState {
    /// The party that can read it.
    pub party: PartyId,
    /// The visit.
    pub visit: RecordId,
    /// The report.
    pub report: ReleasableReport,
    /// [`ReleasableReport::sha256`] of it.
    pub sha256: String,
    /// Until when the party may comment, `YYYY-MM-DD`.
    pub comment_due: String,
    /// Who shared it, and when.
    pub shared: Provenance,
    /// What the party said, oldest first.
    pub comments: Vec<CommentState>,
    /// Who of the party signed it, oldest first.
    pub signatures: Vec<SignatureState>,
    /// Who recorded that the party said nothing, and when.
    pub silence: Option<Provenance>,
}

impl ReportState {
    /// Whether the party has commented or signed.
    #[must_use]
    pub fn is_answered(&self) -> bool {
        !self.comments.is_empty() || !self.signatures.is_empty()
    }

    /// Where the party stands with it.
    #[must_use]
    pub fn standing(&self) -> HostStanding {
        HostStanding {
            comment_due: Some(self.comment_due.clone()),
            commented: !self.comments.is_empty(),
            signed: !self.signatures.is_empty(),
            silent: self.silence.is_some() && !self.is_answered(),
        }
    }
}

impl Mission {
    /// Where the host authority stands with the newest report of a visit.
    #[must_use]
    pub fn host_standing(&self, visit: RecordId) -> HostStanding {
        let visit = self.visits.get(&visit);
        let newest = visit.and_then(|visit| visit.reports.last());
        newest
            .and_then(|report| self.reports.get(report))
            .map(ReportState::standing)
            .unwrap_or_default()
    }

    pub(super) fn share_report(
        &mut self,
        made: Made,
        visit: RecordId,
        report: &ReleasableReport,
        comment_due: &str,
    ) {
        let Channel::Shared(party) = made.channel else {
            return;
        };
        if let Some(visit) = self.visits.get_mut(&visit) {
            visit.reports.push(made.id);
        }
        let state = ReportState {
            party,
            visit,
            sha256: report.sha256(),
            report: report.clone(),
            comment_due: comment_due.to_owned(),
            shared: made.from,
            comments: Vec::new(),
            signatures: Vec::new(),
            silence: None,
        };
        self.reports.insert(made.id, state);
    }

    pub(super) fn comment(
        &mut self,
        made: Made,
        report: RecordId,
        item: Option<RecordId>,
        text: &str,
    ) {
        if let Some(state) = self.reports.get_mut(&report) {
            let today = made.from.recorded.day();
            state.comments.push(CommentState {
                id: made.id,
                item,
                text: text.to_owned(),
                late: today.is_none_or(|today| today > state.comment_due),
                from: made.from,
            });
        }
    }

    pub(super) fn sign_off(&mut self, made: Made, statement: &Statement) -> Result<(), Rule> {
        let body = SignOffBody::decode(&statement.body).map_err(|_| Rule::StatementMalformed)?;
        if let Some(state) = self.reports.get_mut(&body.report) {
            let from = Provenance {
                happened: body.happened,
                ..made.from
            };
            state.signatures.push(SignatureState {
                id: made.id,
                statement: statement.clone(),
                from,
            });
        }
        Ok(())
    }

    pub(super) fn record_silence(&mut self, made: Made, report: RecordId) {
        if let Some(state) = self.reports.get_mut(&report) {
            state.silence = Some(made.from);
        }
    }

    pub(super) fn keep_aggregate(&mut self, made: Made, statement: &Statement) -> Result<(), Rule> {
        let body = AggregateBody::decode(&statement.body).map_err(|_| Rule::StatementMalformed)?;
        let visit = body.visit.id;
        if let Some(visit) = self.visits.get_mut(&visit) {
            visit.aggregates.push(made.id);
        }
        let kept = SignedAggregate {
            visit,
            statement: statement.clone(),
            from: made.from,
        };
        self.aggregates.insert(made.id, kept);
        Ok(())
    }
}
