//! The list of programmes and the overview of one.

mod errands;
mod port;

use std::collections::BTreeMap;

use hawser_casework::SpaceId as CaseId;
use hawser_casework::assessment::{ActionStatus, Template, Words, template::default_template};
use hawser_casework::record::ProgrammeTerms;
use hawser_casework::state::{PortFigures, Programme, ProgrammeAction, ProgrammeFigures, Trend};
use hawser_casework::time::{days_between, is_iso_date};
use hawser_ledger::membership::SpaceKind;
use hawser_views::programme::{
    ChangeLine, DUE_WITHIN_DAYS, HeatCell, PortLine, ProgrammeActionView, ProgrammeLine,
    ProgrammeView, RiskLine,
};

use super::case::standing;
use crate::Agent;
use crate::failure::{Outcome, fail, field};
use crate::io::Environment;
use crate::people::ledger_id;
use crate::replay::Fault;

impl<E: Environment> Agent<E> {
    pub(crate) async fn programmes(&self) -> Outcome<Vec<ProgrammeLine>> {
        let session = self.current()?;
        let today = self.today_day();
        let (ids, letters) = self.spaces_of(SpaceKind::Programme).await?;
        let mut lines = Vec::new();
        for id in ids {
            let Some(open) = self.listed_space(id).await? else {
                continue;
            };
            let state = open.state.borrow();
            let programme = state.records.programme();
            let figures = programme.figures(&today);
            let title = programme.opened().map(|(_, terms)| &terms.value.title);
            let letter = letters.get(&id).map(|letter| &letter.title);
            lines.push(ProgrammeLine {
                space: CaseId::new(id.0),
                title: title.or(letter).cloned().unwrap_or_default(),
                standing: standing(&state, &session).to_owned(),
                ports: figures.ports.len() as u64,
                overdue: figures.open.iter().filter(|one| one.overdue).count() as u64,
                unseen: state.unseen(),
                fault: state
                    .fault
                    .as_ref()
                    .map(|fault| fault.code.clone())
                    .unwrap_or_default(),
            });
        }
        lines.sort_by(|a, b| a.title.cmp(&b.title));
        Ok(lines)
    }

    /// A programme as of a day, or today.
    pub(crate) async fn programme(&self, space: CaseId, as_of: &str) -> Outcome<ProgrammeView> {
        let session = self.current()?;
        let as_of = if as_of.is_empty() {
            self.today_day()
        } else {
            as_of.to_owned()
        };
        if !is_iso_date(&as_of) {
            return Err(field("as_of", "invalid"));
        }
        let open = self.space(ledger_id(space)).await?;
        let state = open.state.borrow();
        let fault = state.fault.as_ref().map(Fault::shown);
        let programme = state.records.programme();
        let Some((record, terms)) = programme.opened() else {
            return fail(if fault.is_none() {
                "not-a-member"
            } else {
                "record-fault"
            });
        };
        let figures = programme.figures(&as_of);
        let sheet = Sheet::new(programme, &figures);
        let actions = sheet.actions(&figures.open);
        let count = |which: fn(&ProgrammeActionView) -> bool| {
            actions.iter().filter(|action| which(action)).count() as u32
        };
        let mut done = sheet.actions(&figures.done);
        done.sort_by(|a, b| b.action.days.agreed.cmp(&a.action.days.agreed));
        let worst = figures.worst.as_ref().and_then(|worst| {
            let port = figures.ports.iter().find(|port| port.id == worst.port)?;
            Some(risk_line(port, worst.risk.clone()))
        });
        Ok(ProgrammeView {
            space,
            terms: ProgrammeTerms::clone(&terms.value),
            terms_record: state
                .records
                .administers(session.person())
                .then_some(record),
            standing: standing(&state, &session).to_owned(),
            due: count(|action| action.due_soon),
            overdue: count(|action| action.overdue),
            blocked: count(|action| {
                action.overdue && action.action.status == ActionStatus::Blocked
            }),
            worst,
            better: figures.better,
            worse: figures.worse,
            changes: figures.ports.iter().flat_map(changes).collect(),
            on_time: figures.on_time,
            until_verified: figures.until_verified,
            accepted: figures.accepted,
            ports: figures
                .ports
                .iter()
                .map(|port| sheet.port_line(port))
                .collect(),
            domains: sheet.domains,
            scenarios: sheet.scenarios,
            actions,
            done,
            as_of,
            last_entry: state.told_size().saturating_sub(1),
            code: state.code(),
            fault,
        })
    }
}

/// The titles of domains and scenarios, from the templates that the programme has and the default.
pub(super) struct Titles {
    domains: BTreeMap<String, Words>,
    scenarios: BTreeMap<String, Words>,
}

impl Titles {
    pub(super) fn new(programme: &Programme) -> Self {
        let mut titles = Self {
            domains: BTreeMap::new(),
            scenarios: BTreeMap::new(),
        };
        if let Ok(default) = default_template() {
            titles.take(&default);
        }
        for known in programme.templates().values() {
            titles.take(&known.template);
        }
        titles
    }

    fn take(&mut self, template: &Template) {
        let domains = template.domains.iter();
        self.domains
            .extend(domains.map(|one| (one.id.clone(), one.title.clone())));
        let scenarios = template.scenarios.iter();
        self.scenarios
            .extend(scenarios.map(|one| (one.id.clone(), one.title.clone())));
    }

    /// The domain's title, or its id where no template is known that has it.
    pub(super) fn domain(&self, id: &str) -> Words {
        titled(&self.domains, id)
    }

    /// The scenario's title, or its id where no template is known that has it.
    pub(super) fn scenario(&self, id: &str) -> Words {
        titled(&self.scenarios, id)
    }
}

fn titled(titles: &BTreeMap<String, Words>, id: &str) -> Words {
    let by_id = || Words {
        en: id.to_owned(),
        fr: id.to_owned(),
        es: id.to_owned(),
    };
    titles.get(id).cloned().unwrap_or_else(by_id)
}

/// Rows and columns of the heat map.
struct Sheet<'a> {
    programme: &'a Programme,
    figures: &'a ProgrammeFigures,
    domains: Vec<(String, Words)>,
    scenarios: Vec<(String, Words)>,
}

impl<'a> Sheet<'a> {
    fn new(programme: &'a Programme, figures: &'a ProgrammeFigures) -> Self {
        let titles = Titles::new(programme);
        let (mut domains, mut scenarios) = (Vec::new(), Vec::new());
        for port in &figures.ports {
            let body = port.newest.as_ref().map(|newest| &newest.body);
            for one in body.into_iter().flat_map(|body| &body.domains) {
                if domains.iter().all(|(id, _)| *id != one.domain) {
                    domains.push((one.domain.clone(), titles.domain(&one.domain)));
                }
            }
            for risk in body.into_iter().flat_map(|body| &body.scenarios) {
                if scenarios.iter().all(|(id, _)| *id != risk.scenario) {
                    scenarios.push((risk.scenario.clone(), titles.scenario(&risk.scenario)));
                }
            }
        }
        Self {
            programme,
            figures,
            domains,
            scenarios,
        }
    }

    fn port_line(&self, port: &PortFigures) -> PortLine {
        let newest = port.newest.as_ref();
        let own = |one: &&ProgrammeAction| one.port == port.id;
        let missions = self.programme.missions().iter();
        PortLine {
            port: port.id,
            named: port.port.clone(),
            missions: missions
                .filter(|(_, link)| link.port == port.id)
                .map(|(mission, _)| *mission)
                .collect(),
            visit: newest.map(|newest| newest.body.visit.clone()),
            before: port
                .previous
                .as_ref()
                .map(|previous| previous.body.visit.clone()),
            cells: self
                .domains
                .iter()
                .map(|(domain, _)| HeatCell {
                    tally: newest
                        .and_then(|newest| newest.tally(domain))
                        .unwrap_or_default(),
                    trend: trend(&port.domains, domain),
                })
                .collect(),
            risks: newest
                .into_iter()
                .flat_map(|newest| &newest.body.scenarios)
                .map(|risk| risk_line(port, risk.clone()))
                .collect(),
            visit_planned: port.visit_planned.clone().unwrap_or_default(),
            visit_overdue: port.visit_overdue,
            open: self.figures.open.iter().filter(own).count() as u32,
            overdue: self
                .figures
                .open
                .iter()
                .filter(own)
                .filter(|one| one.overdue)
                .count() as u32,
            reach: newest.map(|newest| newest.body.reach),
            findings: newest
                .map(|newest| newest.body.findings)
                .unwrap_or_default(),
            host: port.host().cloned(),
            signed: newest.map(|newest| (newest.signer.name.clone(), newest.body.happened.at)),
        }
    }

    fn actions(&self, actions: &[ProgrammeAction]) -> Vec<ProgrammeActionView> {
        let as_of = &self.figures.as_of;
        actions
            .iter()
            .map(|one| {
                let days = &one.action.days;
                let left = days_between(as_of, &days.due).unwrap_or(0);
                let mut ports = self.figures.ports.iter();
                ProgrammeActionView {
                    port: one.port,
                    port_name: ports
                        .find(|port| port.id == one.port)
                        .map(|port| port.port.name.clone())
                        .unwrap_or_default(),
                    mission: one.mission,
                    overdue: one.overdue,
                    due_soon: days.done.is_none() && (0..=DUE_WITHIN_DAYS).contains(&left),
                    age_days: days_between(&days.agreed, as_of).unwrap_or(0),
                    on_time: days.on_time(as_of),
                    action: one.action.clone(),
                }
            })
            .collect()
    }
}

fn trend(trends: &[(String, Trend)], id: &str) -> Option<Trend> {
    let mut known = trends.iter();
    known.find(|(one, _)| one == id).map(|(_, trend)| *trend)
}

fn risk_line(port: &PortFigures, risk: hawser_casework::assessment::Risk) -> RiskLine {
    RiskLine {
        port: port.id,
        port_name: port.port.name.clone(),
        band: risk.residual_band(),
        trend: trend(&port.scenarios, &risk.scenario),
        risk,
    }
}

/// What got better or worse at a port.
fn changes(port: &PortFigures) -> Vec<ChangeLine> {
    let (Some(newest), Some(previous)) = (&port.newest, &port.previous) else {
        return Vec::new();
    };
    let line =
        |what: &str, (id, trend): &(String, Trend), before: Option<u32>, now: Option<u32>| {
            (*trend != Trend::Same).then(|| ChangeLine {
                port: port.id,
                port_name: port.port.name.clone(),
                what: what.to_owned(),
                id: id.clone(),
                trend: *trend,
                before: before.unwrap_or(0),
                now: now.unwrap_or(0),
            })
        };
    let score = |one: &hawser_casework::state::AggregateState, id: &str| {
        one.tally(id).and_then(|tally| tally.score_percent())
    };
    let residual = |one: &hawser_casework::state::AggregateState, id: &str| {
        let mut risks = one.body.scenarios.iter();
        let risk = risks.find(|risk| risk.scenario == id)?;
        Some(u32::from(risk.residual))
    };
    let domains = port.domains.iter().filter_map(|one| {
        line(
            "domain",
            one,
            score(previous, &one.0),
            score(newest, &one.0),
        )
    });
    let scenarios = port.scenarios.iter().filter_map(|one| {
        let (before, now) = (residual(previous, &one.0), residual(newest, &one.0));
        line("scenario", one, before, now)
    });
    domains.chain(scenarios).collect()
}
