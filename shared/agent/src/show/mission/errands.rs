//! What waits for somebody in missions: cells to rate, actions to do or verify, reports to answer.

use std::collections::BTreeMap;

use hawser_casework::assessment::ActionStatus;
use hawser_casework::record::{MissionRecord, Owner};
use hawser_casework::time::days_between;
use hawser_casework::{Channel, Moment, RecordId, Work};
use hawser_ledger::membership::SpaceKind;
use hawser_views::case::TodayView;
use hawser_views::programme::DUE_WITHIN_DAYS;

use super::visit::left;
use crate::Agent;
use crate::failure::Outcome;
use crate::io::Environment;
use crate::replay::Space;
use crate::session::Session;
use crate::show::case::standing;
use crate::show::entry::values;
use crate::show::errand::{Errand, invitation, note};

impl<E: Environment> Agent<E> {
    pub(crate) async fn mission_errands(&self, view: &mut TodayView) -> Outcome<()> {
        let session = self.current()?;
        let (now, today) = (self.moment(), self.today_day());
        let (ids, letters) = self.spaces_of(SpaceKind::Mission).await?;
        for id in ids {
            let Ok(open) = self.space(id).await else {
                continue;
            };
            let state = open.state.borrow();
            let standing = standing(&state, &session);
            let port = state.port(session.user()).map(|port| port.name.clone());
            let letter = letters.get(&id).map(|letter| letter.title.clone());
            let title = port.or(letter).unwrap_or_default();
            let errands = match standing {
                "invited" => {
                    let told = values([("port", title.clone())]);
                    invitation(&state, &session, "join-mission", told)
                }
                "suspended" | "ended" => Vec::new(),
                "host" => host_errands(&state, &session, &today),
                _ => team_errands(&state, &session, now, &today),
            };
            note(&state, Work::Mission, (&title, standing), errands, view);
        }
        Ok(())
    }
}

fn errand(
    kind: &'static str,
    values: BTreeMap<String, String>,
    record: RecordId,
    since: Option<Moment>,
) -> Errand {
    Errand {
        kind,
        values,
        record: Some(record),
        since_ms: since.map(|since| since.utc_ms),
    }
}

/// Reports on which nobody of the host authority has said anything yet.
fn host_errands(state: &Space, session: &Session, today: &str) -> Vec<Errand> {
    let own = state.limited_reader(session.user());
    let reports = state.records.mission().reports().iter();
    reports
        .filter(|(_, report)| Some(report.party) == own && !report.is_answered())
        .map(|(id, report)| {
            let days = days_between(today, &report.comment_due).unwrap_or(0);
            let due = report.comment_due.clone();
            let told = values([("due", due), ("days", days.to_string())]);
            let since = Some(report.shared.recorded);
            errand("mission-comment", told, *id, since)
        })
        .collect()
}

fn team_errands(state: &Space, session: &Session, now: Moment, today: &str) -> Vec<Errand> {
    let me = session.person();
    let mission = state.records.mission();
    let may = |channel, record: &MissionRecord| {
        let rules = &state.records;
        rules.may_in_mission(me, channel, now, record).is_ok()
    };
    let mut errands: Vec<Errand> = Vec::new();
    for (id, visit) in mission.visits() {
        let terms = &visit.terms.value;
        let under_way = *terms.starts <= *today && *today <= *terms.ends;
        let left = if under_way { left(state, id, me) } else { 0 };
        if left > 0 {
            let told = values([("count", left.to_string())]);
            errands.push(errand("mission-rate", told, id, None));
        }
    }
    for (id, action) in mission.actions() {
        let days = days_between(today, &action.days.due).unwrap_or(0);
        let mine = action.agreed.value.owner == Owner::Person { person: me };
        if mine && action.days.done.is_none() && days <= DUE_WITHIN_DAYS {
            let told = values([
                ("text", action.agreed.value.text.clone()),
                ("due", action.days.due.clone()),
                ("days", days.to_string()),
            ]);
            let since = Some(action.agreed.from.recorded);
            errands.push(errand("mission-action", told, *id, since));
        }
        let verifying = MissionRecord::ActionVerified {
            action: *id,
            reason: String::new(),
        };
        if action.status == ActionStatus::Done && may(Channel::Team, &verifying) {
            let told = values([("text", action.agreed.value.text.clone())]);
            let since = action.steps.last().map(|step| step.from.recorded);
            errands.push(errand("mission-verify", told, *id, since));
        }
    }
    for (id, report) in mission.reports() {
        let silence = MissionRecord::SilenceRecorded { report: *id };
        if may(Channel::Shared(report.party), &silence) {
            let told = values([("due", report.comment_due.clone())]);
            let since = Some(report.shared.recorded);
            errands.push(errand("mission-silence", told, *id, since));
        }
    }
    errands
}
