//! Between the team and the host authority: reports, comments, signatures, silence.

use hawser_casework::record::{MissionRecord, SignOffBody};
use hawser_casework::{Channel, Record, RecordId, SpaceId as CaseId};

use crate::Agent;
use crate::append::Draft;
use crate::failure::{Outcome, fail, form};
use crate::io::Environment;
use crate::people::ledger_id;
use crate::replay::Space;
use crate::statement::signed;

impl Space {
    /// What the team shares with the host authority: the party named when the mission was opened, or the only one
    /// of limited access.
    pub(crate) fn host_channel(&self) -> Option<Channel> {
        let limited = self.limited();
        let opening = self.records.mission().opening()?;
        let named = opening.host.filter(|host| limited.contains(host));
        let only = match *limited {
            [party] => Some(party),
            _ => None,
        };
        named.or(only).map(Channel::Shared)
    }

    /// What a host authority shares with the team, for one of its people.
    fn own_channel(&self, reader: hawser_ledger::UserId) -> Outcome<Channel> {
        match self.limited_reader(reader) {
            Some(party) => Ok(Channel::Shared(party)),
            None => fail("not-the-host"),
        }
    }
}

impl<E: Environment> Agent<E> {
    /// Shares the releasable report of a visit, if it is still the one that was shown.
    pub(super) async fn share_report(
        &self,
        space: CaseId,
        visit: RecordId,
        sha256: &str,
        comment_due: &str,
    ) -> Outcome<RecordId> {
        let person = self.current()?.person();
        let command = self.new_command();
        self.append(ledger_id(space), |state| {
            let Some(report) = state.records.releasable(visit) else {
                return fail("unknown-visit");
            };
            if report.sha256() != sha256 {
                return fail("report-changed");
            }
            let Some(channel) = state.host_channel() else {
                return fail("no-host");
            };
            let Some(group) = state.group_of(channel) else {
                return fail("unknown-group");
            };
            let record = MissionRecord::ReportShared {
                visit,
                report: Box::new(report),
                comment_due: comment_due.to_owned(),
            };
            let entry = self.entry_now(Record::Mission(record.clone()));
            entry.validate().map_err(form)?;
            state
                .records
                .may_in_mission(person, channel, self.moment(), &record)?;
            Ok(vec![Draft::Record {
                command,
                group,
                entry,
                blobs: Vec::new(),
            }])
        })
        .await?;
        Ok(self.current()?.record_id(command))
    }

    pub(super) async fn comment_as_host(
        &self,
        space: CaseId,
        report: RecordId,
        item: Option<RecordId>,
        text: &str,
    ) -> Outcome<RecordId> {
        let session = self.current()?;
        let text = text.to_owned();
        let record = MissionRecord::HostCommented { report, item, text };
        self.record_in(space, Record::Mission(record.clone()), |state| {
            let channel = state.own_channel(session.user())?;
            let now = self.moment();
            state
                .records
                .may_in_mission(session.person(), channel, now, &record)?;
            Ok(channel)
        })
        .await
    }

    /// Signs a report as it was shown, by its hash.
    pub(super) async fn sign_off(
        &self,
        space: CaseId,
        report: RecordId,
        report_hash: String,
    ) -> Outcome<()> {
        let session = self.current()?;
        let command = self.new_command();
        let body = SignOffBody {
            report,
            report_hash,
            happened: self.happened_now(),
        };
        body.validate().map_err(form)?;
        let statement = signed(&session, space, command, body.encode()?);
        let record = MissionRecord::HostSigned { statement };
        self.append(ledger_id(space), |state| {
            let channel = state.own_channel(session.user())?;
            let now = self.moment();
            state
                .records
                .may_in_mission(session.person(), channel, now, &record)?;
            let Some(group) = state.group_of(channel) else {
                return fail("unknown-group");
            };
            Ok(vec![Draft::Record {
                command,
                group,
                entry: self.entry_now(Record::Mission(record.clone())),
                blobs: Vec::new(),
            }])
        })
        .await
    }

    pub(super) async fn record_silence(&self, space: CaseId, report: RecordId) -> Outcome<()> {
        let person = self.current()?.person();
        let record = MissionRecord::SilenceRecorded { report };
        self.record_in(space, Record::Mission(record.clone()), |state| {
            let Some(known) = state.records.mission().reports().get(&report) else {
                return fail("unknown-report");
            };
            let channel = Channel::Shared(known.party);
            let now = self.moment();
            state
                .records
                .may_in_mission(person, channel, now, &record)?;
            Ok(channel)
        })
        .await
        .map(drop)
    }
}
