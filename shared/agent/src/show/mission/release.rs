//! What leaves the team: the report with the host authority's answers, and what is signed for the programme.

use hawser_casework::assessment::{AggregateBody, HostStanding};
use hawser_casework::record::MissionRecord;
use hawser_casework::state::ReportState;
use hawser_casework::time::days_until;
use hawser_casework::{Channel, PersonId, RecordId, SpaceId as CaseId};
use hawser_views::mission::{
    CommentView, HostView, ReportView, ReportingView, SignatureView, SignedView,
};

use crate::Agent;
use crate::failure::{Outcome, fail};
use crate::io::Environment;
use crate::mission::known_visit;
use crate::people::{ledger_id, membership};
use crate::replay::Space;
use crate::show::case::readers_of;

impl<E: Environment> Agent<E> {
    /// The report of a visit as it would be shared now.
    pub(crate) async fn releasable(&self, space: CaseId, visit: RecordId) -> Outcome<ReportView> {
        let open = self.space(ledger_id(space)).await?;
        let state = open.state.borrow();
        let Some(report) = state.records.releasable(visit) else {
            return fail("unknown-visit");
        };
        let found = known_visit(&state, visit)?.findings.len();
        let readers = match state.host_channel() {
            Some(channel) => readers_of(&state, channel),
            None => Vec::new(),
        };
        Ok(ReportView {
            record: None,
            sha256: report.sha256(),
            withheld: Some((found - report.findings.len()) as u32),
            report,
            readers,
            comment_due: String::new(),
            days_left: 0,
            by: String::new(),
            shared: None,
            host: HostStanding::default(),
            comments: Vec::new(),
            signatures: Vec::new(),
            can_comment: false,
            can_sign: false,
            can_record_silence: false,
        })
    }

    pub(crate) async fn host(&self, space: CaseId) -> Outcome<HostView> {
        let session = self.current()?;
        let open = self.space(ledger_id(space)).await?;
        let state = open.state.borrow();
        let own = state.limited_reader(session.user());
        let mission = state.records.mission();
        let told = match own {
            Some(party) => mission.told(party),
            None => match state.host_channel() {
                Some(Channel::Shared(party)) => mission.told(party),
                _ => None,
            },
        };
        let mut reports: Vec<_> = mission
            .reports()
            .iter()
            .filter(|(_, report)| own.is_none_or(|own| own == report.party))
            .collect();
        reports.sort_by_key(|(_, report)| std::cmp::Reverse(report.shared.seq));
        let membership = membership(&state)?;
        let managers = membership
            .administrators()
            .filter_map(|user| Some((user, membership.members().get(&user)?)))
            .map(|(user, member)| {
                let name = state.name(PersonId::new(user.0));
                (name, state.party_name(member.organisation))
            });
        Ok(HostView {
            port: told.map(|told| told.port.clone()),
            visits: told.map(|told| told.visits.clone()).unwrap_or_default(),
            reports: reports
                .into_iter()
                .map(|(id, report)| self.report_view(&state, session.person(), *id, report))
                .collect(),
            managers: managers.collect(),
            speaks: own.is_some(),
        })
    }

    fn report_view(
        &self,
        state: &Space,
        me: PersonId,
        id: RecordId,
        known: &ReportState,
    ) -> ReportView {
        let now = self.moment();
        let channel = Channel::Shared(known.party);
        let may = |record: &MissionRecord| {
            let rules = &state.records;
            rules.may_in_mission(me, channel, now, record).is_ok()
        };
        let can_comment = may(&MissionRecord::HostCommented {
            report: id,
            item: None,
            text: String::new(),
        });
        let can_record_silence = may(&MissionRecord::SilenceRecorded { report: id });
        let signed = known.signatures.iter().any(|one| one.from.author == me);
        let limited = state.is_limited_reading();
        let withheld = known_visit(state, known.visit).ok().map(|visit| {
            visit
                .findings
                .len()
                .saturating_sub(known.report.findings.len())
        });
        let comments = known.comments.iter().map(|comment| CommentView {
            record: comment.id,
            item: comment.item,
            text: comment.text.clone(),
            by: state.name(comment.from.author),
            recorded: comment.from.recorded,
            late: comment.late,
            mine: comment.from.author == me,
        });
        let signatures = known.signatures.iter().map(|signature| SignatureView {
            record: signature.id,
            by: state.name(signature.from.author),
            signed: signature.from.happened.at,
        });
        ReportView {
            record: Some(id),
            report: known.report.clone(),
            sha256: known.sha256.clone(),
            withheld: withheld.map(|withheld| withheld as u32),
            readers: if limited {
                Vec::new()
            } else {
                readers_of(state, channel)
            },
            comment_due: known.comment_due.clone(),
            days_left: days_until(&known.comment_due, &now).unwrap_or(0),
            by: state.name(known.shared.author),
            shared: Some(known.shared.recorded),
            host: known.standing(),
            comments: comments.collect(),
            signatures: signatures.collect(),
            can_comment,
            can_sign: can_comment && !signed,
            can_record_silence,
        }
    }

    pub(crate) async fn reporting(&self, space: CaseId, visit: RecordId) -> Outcome<ReportingView> {
        let session = self.current()?;
        let open = self.space(ledger_id(space)).await?;
        let (mut view, key, commands) = {
            let state = open.state.borrow();
            let happened = self.happened_now();
            let Some(aggregate) = state.records.aggregate(space, visit, happened) else {
                return fail("unknown-visit");
            };
            let mission = state.records.mission();
            let aggregates = &known_visit(&state, visit)?.aggregates;
            let last = aggregates.last().and_then(|id| {
                let known = mission.aggregates().get(id)?;
                AggregateBody::decode(&known.statement.body).ok()
            });
            let changed = last.is_some_and(|last| !last.says_the_same(&aggregate));
            let signed = aggregates
                .iter()
                .rev()
                .filter_map(|id| {
                    let known = mission.aggregates().get(id)?;
                    Some(SignedView {
                        record: *id,
                        by: state.name(known.from.author),
                        signed: known.from.recorded,
                        reported: None,
                    })
                })
                .collect();
            let programme = mission.opening().and_then(|opening| opening.programme);
            let key = state
                .member(session.user())
                .map(|member| hex::encode(member.signing_key()));
            let view = ReportingView {
                aggregate,
                programme,
                programme_title: String::new(),
                manages: false,
                registered: None,
                signed,
                changed,
            };
            let commands: Vec<Option<RecordId>> = view
                .signed
                .iter()
                .map(|signed| {
                    let command = state.command_of(signed.record)?;
                    Some(RecordId::new(command.0))
                })
                .collect();
            (view, key, commands)
        };
        let Some(programme) = view.programme else {
            return Ok(view);
        };
        // Whoever is no member of the programme is told nothing of it.
        let Ok(open) = self.space(ledger_id(programme)).await else {
            return Ok(view);
        };
        let state = open.state.borrow();
        let told = state.records.programme();
        let Some((_, terms)) = told.opened() else {
            return Ok(view);
        };
        view.programme_title = terms.value.title.clone();
        view.manages = state.records.administers(session.person());
        let link = told.missions().get(&space);
        view.registered = Some(link.is_some_and(|link| {
            let mut reporters = link.reporters.iter();
            reporters.any(|reporter| Some(&reporter.key) == key.as_ref())
        }));
        for (signed, command) in view.signed.iter_mut().zip(commands) {
            signed.reported = command.map(|command| told.has_taken(space, command));
        }
        Ok(view)
    }
}
