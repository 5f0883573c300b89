//! The list of missions, the overview of one, and the texts of its template.

mod errands;
mod findings;
mod release;
mod scores;
mod visit;

use std::collections::BTreeMap;

use hawser_casework::assessment::template::LANGUAGES;
use hawser_casework::assessment::{ActionStatus, Words};
use hawser_casework::state::VisitState;
use hawser_casework::{PersonId, RecordId, SpaceId as CaseId};
use hawser_ledger::membership::{Member, SpaceKind};
use hawser_views::mission::{
    FacilityView, MissionLine, MissionPerson, MissionView, ProgressView, TemplateTexts,
    TextsCriterion, TextsDomain, TextsScenario, VisitView,
};

use super::case::{parties, readers, standing};
use crate::Agent;
use crate::failure::{Outcome, fail};
use crate::io::Environment;
use crate::party::CaseLetter;
use crate::people::{ledger_id, role_code, state_code};
use crate::replay::{Fault, Space};
use crate::session::Session;

const RECENT: usize = 10;

impl<E: Environment> Agent<E> {
    /// Today where the person is, `YYYY-MM-DD`.
    pub(crate) fn today_day(&self) -> String {
        self.moment().day().unwrap_or_default()
    }

    pub(crate) async fn missions(&self) -> Outcome<Vec<MissionLine>> {
        let session = self.current()?;
        let (ids, letters) = self.spaces_of(SpaceKind::Mission).await?;
        let mut lines = Vec::new();
        for id in ids {
            let Some(open) = self.listed_space(id).await? else {
                continue;
            };
            let state = open.state.borrow();
            lines.push(self.mission_line(&state, &session, letters.get(&id)));
        }
        lines.sort_by_cached_key(|line| {
            let later = line.next_due.is_empty();
            (later, line.next_due.clone(), line.port.clone())
        });
        Ok(lines)
    }

    fn mission_line(
        &self,
        state: &Space,
        session: &Session,
        letter: Option<&CaseLetter>,
    ) -> MissionLine {
        let mission = state.records.mission();
        let today = self.today_day();
        let port = state.port(session.user());
        let newest = mission.visits().next_back();
        let terms = newest.map(|(_, visit)| &visit.terms.value);
        let own = state.limited_reader(session.user());
        let told = own.and_then(|party| mission.told(party)?.visits.last());
        let visit = terms
            .map(|terms| (terms.kind, &terms.starts, &terms.ends))
            .or_else(|| told.map(|told| (told.kind, &told.starts, &told.ends)));
        let (kind, starts, ends) = match visit {
            Some((kind, starts, ends)) => (kind.code(), starts.clone(), ends.clone()),
            None => ("", String::new(), String::new()),
        };
        let open = || {
            let actions = mission.actions().values();
            actions.filter(|action| action.days.done.is_none())
        };
        let reports = mission.reports().values();
        let comments = reports
            .filter(|report| !report.is_answered() && report.silence.is_none())
            .map(|report| report.comment_due.clone());
        let due = open().map(|action| action.days.due.clone());
        MissionLine {
            space: CaseId::new(state.id().0),
            port: port
                .map(|port| port.name.clone())
                .or_else(|| letter.map(|letter| letter.title.clone()))
                .unwrap_or_default(),
            country: port.map(|port| port.country.clone()).unwrap_or_default(),
            standing: standing(state, session).to_owned(),
            visit: kind.to_owned(),
            starts,
            ends,
            next_due: due.chain(comments).min().unwrap_or_default(),
            overdue: open()
                .filter(|action| action.days.is_overdue(&today))
                .count() as u64,
            unseen: state.unseen(),
            fault: state
                .fault
                .as_ref()
                .map(|fault| fault.code.clone())
                .unwrap_or_default(),
        }
    }

    pub(crate) async fn mission(&self, space: CaseId) -> Outcome<MissionView> {
        let session = self.current()?;
        let open = self.space(ledger_id(space)).await?;
        let acquaintance = self.acquaintance().await?;
        let today = self.today_day();
        let state = open.state.borrow();
        let fault = state.fault.as_ref().map(Fault::shown);
        let Some(port) = state.port(session.user()).cloned() else {
            return fail(if fault.is_none() {
                "not-a-member"
            } else {
                "record-fault"
            });
        };
        let mission = state.records.mission();
        let opened = mission.opened();
        let opening = mission.opening();
        let actions = mission.actions().values();
        let count = |which: &dyn Fn(&hawser_casework::state::ActionState) -> bool| {
            actions.clone().filter(|action| which(action)).count() as u64
        };
        let parties = parties(&state, &session, &acquaintance);
        let host = opening
            .and_then(|opening| opening.host)
            .or_else(|| state.limited_reader(session.user()));
        let host_reader = state.limited_reader(session.user()).is_some();
        let mut view = MissionView {
            space,
            port,
            opened_record: opened
                .filter(|_| state.records.assesses(session.person()))
                .map(|opened| opened.id),
            standing: standing(&state, &session).to_owned(),
            host_reader,
            template: opening.map(|opening| opening.template.named()),
            programme: opening.and_then(|opening| opening.programme),
            host: host
                .map(|host| {
                    let known = parties.iter().find(|party| party.party == host);
                    known.map_or_else(|| acquaintance.name(host), |party| party.name.clone())
                })
                .unwrap_or_default(),
            facilities: mission
                .facilities()
                .map(|(facility, kept)| FacilityView {
                    facility,
                    name: kept.value.clone(),
                })
                .collect(),
            visits: mission
                .visits()
                .rev()
                .map(|(id, visit)| visit_view(&state, id, visit))
                .collect(),
            people: people(&state, &session),
            readers: if host_reader {
                Vec::new()
            } else {
                readers(&state)
            },
            parties,
            steps_left: Vec::new(),
            open_actions: count(&|action| action.days.done.is_none()),
            overdue_actions: count(&|action| action.days.is_overdue(&today)),
            unverified_actions: count(&|action| {
                action.status == ActionStatus::Done && action.days.verified.is_none()
            }),
            conflicts: state.records.conflicts().count() as u64,
            recent: state.newest(0, RECENT),
            last_entry: state.told_size().saturating_sub(1),
            code: state.code(),
            fault,
        };
        view.steps_left = steps_left(&view, state.host_channel().is_some());
        Ok(view)
    }

    pub(crate) async fn template_texts(
        &self,
        space: CaseId,
        language: &str,
    ) -> Outcome<TemplateTexts> {
        let open = self.space(ledger_id(space)).await?;
        let state = open.state.borrow();
        let Some(opening) = state.records.mission().opening() else {
            return fail("not-a-member");
        };
        let template = &opening.template;
        let text = |words: &Words| words.in_language(language).to_owned();
        let domains = template.domains.iter().map(|domain| TextsDomain {
            id: domain.id.clone(),
            title: text(&domain.title),
            criteria: domain
                .criteria
                .iter()
                .map(|criterion| TextsCriterion {
                    id: criterion.id.clone(),
                    title: text(&criterion.title),
                    guidance: text(&criterion.guidance),
                    only_if: criterion.only_if.clone(),
                })
                .collect(),
        });
        let scenarios = template.scenarios.iter().map(|scenario| TextsScenario {
            id: scenario.id.clone(),
            title: text(&scenario.title),
            domains: scenario.domains.clone(),
        });
        Ok(TemplateTexts {
            template: template.named(),
            title: text(&template.title),
            domains: domains.collect(),
            scenarios: scenarios.collect(),
        })
    }
}

impl Space {
    /// Values of a sentence, with the titles of a criterion and scenario of the mission in each language
    /// (`criterion_fr`) beside their ids.
    pub(crate) fn worded(&self, told: &BTreeMap<String, String>) -> BTreeMap<String, String> {
        let mut values = told.clone();
        let Some(opening) = self.records.mission().opening() else {
            return values;
        };
        let template = &opening.template;
        let criterion = told.get("criterion").and_then(|id| {
            let mut criteria = template.criteria();
            criteria.find(|(_, one)| one.id == *id)
        });
        let scenario = told.get("scenario").and_then(|id| template.scenario(id));
        let titles = [
            ("criterion", criterion.map(|(_, one)| &one.title)),
            ("scenario", scenario.map(|one| &one.title)),
        ];
        for (name, title) in titles {
            for language in LANGUAGES.iter().filter(|_| title.is_some()) {
                let text = title.map_or("", |title| title.in_language(language));
                values.insert(format!("{name}_{language}"), text.to_owned());
            }
        }
        values
    }
}

/// Steps of setting up that are left to those who manage and assess.
fn steps_left(view: &MissionView, host_admitted: bool) -> Vec<String> {
    if view.host_reader {
        return Vec::new();
    }
    let assessors = view.people.iter().filter(|person| person.role != "host");
    [
        ("facility", view.facilities.is_empty()),
        ("visit", view.visits.is_empty()),
        ("people", assessors.count() < 2),
        ("compare", view.parties.iter().any(|party| !party.verified)),
        ("host", !host_admitted),
    ]
    .into_iter()
    .filter(|(_, left)| *left)
    .map(|(step, _)| step.to_owned())
    .collect()
}

fn visit_view(state: &Space, id: RecordId, visit: &VisitState) -> VisitView {
    let mission = state.records.mission();
    let terms = &visit.terms.value;
    let reach = mission.reach(id);
    VisitView {
        visit: id,
        kind: terms.kind,
        starts: terms.starts.clone(),
        ends: terms.ends.clone(),
        facilities: terms.facilities.clone(),
        cells: reach.asked,
        decided: reach.decided,
        carried: reach.carried,
        progress: visit
            .rated_by
            .iter()
            .map(|(person, rated)| ProgressView {
                person: *person,
                name: state.name(*person),
                rated: *rated,
            })
            .collect(),
        findings: visit.findings.len() as u32,
        host: mission.host_standing(id),
        report: visit.reports.last().copied(),
        signed: !visit.aggregates.is_empty(),
    }
}

fn people(state: &Space, session: &Session) -> Vec<MissionPerson> {
    let Some(chain) = state.chain() else {
        return Vec::new();
    };
    let members = chain.membership().members().iter();
    let mut people: Vec<MissionPerson> = members
        .filter(|(user, member)| state.is_told_of(**user, member))
        .map(|(user, member): (_, &Member)| {
            let person = PersonId::new(user.0);
            let known = state.records.people().get(&person);
            let named = known.and_then(|known| known.current.as_ref());
            MissionPerson {
                person,
                name: state.name(person),
                function: named
                    .map(|named| named.function.clone())
                    .unwrap_or_default(),
                party: state.party_name(member.organisation),
                role: role_code(member.role).to_owned(),
                state: state_code(member.state).to_owned(),
                me: *user == session.user(),
            }
        })
        .collect();
    people.sort_by(|a, b| (&a.party, &a.name).cmp(&(&b.party, &b.name)));
    people
}
