//! The figures of a programme as of a day. No port is ranked: they stand in the order of what is due next.

use serde::{Deserialize, Serialize};

use super::{AggregateState, FollowedState, Programme};
use crate::{
    assessment::{
        Accepted, ActionLine, Band, OnTime, PortRef, Risk, Tally, UntilVerified, VisitKind,
        aggregate::{DomainTally, HostStanding},
    },
    id::{RecordId, SpaceId},
    record::FollowedPort,
};

/// How something stands against the visit before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trend {
    /// Better than before.
    Better,
    /// As before.
    Same,
    /// Worse than before.
    Worse,
}

/// An action of a port.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgrammeAction {
    /// The port.
    pub port: RecordId,
    /// The mission.
    pub mission: SpaceId,
    /// The action.
    pub action: ActionLine,
    /// Past its due day and not done.
    pub overdue: bool,
}

/// The worst residual risk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorstRisk {
    /// The port.
    pub port: RecordId,
    /// The risk.
    pub risk: Risk,
    /// Where it lies.
    pub band: Band,
}

/// One port.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PortFigures {
    /// The record by which it is followed.
    pub id: RecordId,
    /// The port.
    pub port: PortRef,
    /// When it is to be visited next, `YYYY-MM-DD`.
    pub visit_planned: Option<String>,
    /// The planned day is past, and no visit since it was reported.
    pub visit_overdue: bool,
    /// The aggregate that counts: of the newest visit by a team, or of the newest self-assessment where no team was.
    pub newest: Option<AggregateState>,
    /// The one it is compared with: of the visit before.
    pub previous: Option<AggregateState>,
    /// How each domain stands against it, where both looked at it.
    pub domains: Vec<(String, Trend)>,
    /// How each scenario stands against it, where both have a risk.
    pub scenarios: Vec<(String, Trend)>,
}

impl PortFigures {
    /// What a domain came to; `None` when nothing was reported of it.
    #[must_use]
    pub fn tally(&self, domain: &str) -> Option<Tally> {
        self.newest.as_ref().and_then(|one| one.tally(domain))
    }

    /// Where the host authority stands.
    #[must_use]
    pub fn host(&self) -> Option<&HostStanding> {
        self.newest.as_ref().map(|newest| &newest.body.host)
    }
}

/// A programme as of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgrammeFigures {
    /// The day, `YYYY-MM-DD`.
    pub as_of: String,
    /// The ports, in the order of what is due next; those where nothing is due last.
    pub ports: Vec<PortFigures>,
    /// Actions that are not done, the longest overdue first, then by due day.
    pub open: Vec<ProgrammeAction>,
    /// Actions that are done.
    pub done: Vec<ProgrammeAction>,
    /// How many were done by the day first agreed.
    pub on_time: OnTime,
    /// How long it took until what was done was verified; `None` while nothing is.
    pub until_verified: Option<UntilVerified>,
    /// How many recommendations were accepted.
    pub accepted: Accepted,
    /// The worst residual risk of the newest figures; the first by name of the port where several are as bad.
    pub worst: Option<WorstRisk>,
    /// Domains and scenarios that are better than at the visit before.
    pub better: u32,
    /// Domains and scenarios that are worse.
    pub worse: u32,
}

impl Programme {
    /// The figures as of a day, `YYYY-MM-DD`.
    #[must_use]
    pub fn figures(&self, as_of: &str) -> ProgrammeFigures {
        let mut actions = self.actions(as_of);
        let days = || actions.iter().map(|one| &one.action.days);
        let on_time = OnTime::of(days(), as_of);
        let until_verified = UntilVerified::of(days());
        actions.sort_by(|a, b| {
            let key = |one: &ProgrammeAction| (one.action.days.due.clone(), one.action.id);
            key(a).cmp(&key(b))
        });
        let (done, open): (Vec<_>, Vec<_>) = actions
            .into_iter()
            .partition(|one| one.action.days.done.is_some());
        let ports = self.ports();
        let mut ports: Vec<_> = ports
            .map(|(id, port)| self.port_figures(id, port, as_of))
            .collect();
        ports.sort_by_key(|port| {
            let first = open.iter().find(|one| one.port == port.id);
            let action = first.map(|one| one.action.days.due.clone());
            let next = action.into_iter().chain(port.visit_planned.clone()).min();
            (next.is_none(), next, port.port.name.clone())
        });
        let trends = || {
            let all = ports.iter();
            all.flat_map(|port| port.domains.iter().chain(&port.scenarios))
        };
        let count = |trend| trends().filter(|(_, one)| *one == trend).count() as u32;
        ProgrammeFigures {
            as_of: as_of.to_owned(),
            better: count(Trend::Better),
            worse: count(Trend::Worse),
            worst: worst(&ports),
            ports,
            open,
            done,
            on_time,
            until_verified,
            accepted: self.accepted(),
        }
    }

    fn port_figures(&self, id: RecordId, followed: &FollowedState, as_of: &str) -> PortFigures {
        let FollowedPort {
            port,
            visit_planned,
        } = followed.value.clone();
        let signed = self.signed(id);
        let (newest, previous) = compared(&signed);
        let (domains, scenarios) = match (newest, previous) {
            (Some(newest), Some(previous)) => (
                domain_trends(newest, previous),
                scenario_trends(newest, previous),
            ),
            _ => (Vec::new(), Vec::new()),
        };
        PortFigures {
            id,
            port,
            visit_overdue: visit_planned.as_deref().is_some_and(|day| {
                let visited = |one: &AggregateState| *one.body.visit.starts >= *day;
                day < as_of && !newest.is_some_and(visited)
            }),
            visit_planned,
            newest: newest.cloned(),
            previous: previous.cloned(),
            domains,
            scenarios,
        }
    }

    /// The aggregates of a port that count, in the order of the visits.
    fn signed(&self, port: RecordId) -> Vec<&AggregateState> {
        let missions = self.missions.iter().filter(|(_, link)| link.port == port);
        let mut signed: Vec<_> = missions
            .flat_map(|(mission, _)| self.newest(*mission))
            .collect();
        signed.sort_by_key(|one| (&one.body.visit.starts, one.body.happened.at.utc_ms, one.id));
        signed
    }

    /// What was last signed for a mission, of whatever visit.
    fn last_signed(&self, mission: SpaceId) -> Option<&AggregateState> {
        self.newest(mission)
            .max_by_key(|one| (one.body.happened.at.utc_ms, one.from.seq))
    }

    fn accepted(&self) -> Accepted {
        let missions = self.missions.keys();
        let last = missions.filter_map(|mission| self.last_signed(*mission));
        last.fold(Accepted::default(), |count, last| {
            let one = last.body.recommendations;
            Accepted {
                accepted: count.accepted.saturating_add(one.accepted),
                of: count.of.saturating_add(one.of),
            }
        })
    }

    /// The actions of each mission, as last signed for it.
    fn actions(&self, as_of: &str) -> Vec<ProgrammeAction> {
        let missions = self.missions.iter();
        missions
            .flat_map(|(mission, link)| {
                let last = self.last_signed(*mission);
                let actions = last.map(|last| last.body.actions.iter());
                actions
                    .into_iter()
                    .flatten()
                    .map(move |action| ProgrammeAction {
                        port: link.port,
                        mission: *mission,
                        overdue: action.days.is_overdue(as_of),
                        action: action.clone(),
                    })
            })
            .collect()
    }
}

/// The aggregate that counts and the one before it: of a team's visits, or of self-assessments where there is none.
fn compared<'a>(
    signed: &[&'a AggregateState],
) -> (Option<&'a AggregateState>, Option<&'a AggregateState>) {
    let is_own = |one: &AggregateState| one.body.visit.kind == VisitKind::SelfAssessment;
    let by_team = signed.iter().any(|one| !is_own(one));
    let mut of_kind = signed.iter().rev().filter(|one| is_own(one) != by_team);
    (of_kind.next().copied(), of_kind.next().copied())
}

fn domain_trends(newest: &AggregateState, previous: &AggregateState) -> Vec<(String, Trend)> {
    let domains = newest.body.domains.iter();
    domains
        .filter_map(|DomainTally { domain, .. }| {
            let rated = |one: &AggregateState| one.tally(domain).filter(|tally| tally.rated > 0);
            let (now, before) = (rated(newest)?, rated(previous)?);
            // sum / rated, compared without dividing.
            let now_share = u64::from(now.sum) * u64::from(before.rated);
            let before_share = u64::from(before.sum) * u64::from(now.rated);
            Some((domain.clone(), trend(now_share, before_share)))
        })
        .collect()
}

fn scenario_trends(newest: &AggregateState, previous: &AggregateState) -> Vec<(String, Trend)> {
    let scenarios = newest.body.scenarios.iter();
    scenarios
        .filter_map(|now| {
            let mut earlier = previous.body.scenarios.iter();
            let before = earlier.find(|one| one.scenario == now.scenario)?;
            // A lower risk is better.
            Some((now.scenario.clone(), trend(before.residual, now.residual)))
        })
        .collect()
}

fn trend<T: Ord>(now: T, before: T) -> Trend {
    match now.cmp(&before) {
        std::cmp::Ordering::Greater => Trend::Better,
        std::cmp::Ordering::Equal => Trend::Same,
        std::cmp::Ordering::Less => Trend::Worse,
    }
}

fn worst(ports: &[PortFigures]) -> Option<WorstRisk> {
    let risks = ports.iter().flat_map(|port| {
        let newest = port.newest.iter();
        newest.flat_map(move |one| one.body.scenarios.iter().map(move |risk| (port, risk)))
    });
    let worst = risks.min_by_key(|(port, risk)| {
        let figure = std::cmp::Reverse(risk.residual);
        (figure, &port.port.name, &risk.scenario)
    });
    worst.map(|(port, risk)| WorstRisk {
        port: port.id,
        risk: risk.clone(),
        band: risk.residual_band(),
    })
}
