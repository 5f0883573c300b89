//! Scores and risks of a visit, with every figure.

use std::collections::BTreeSet;

use hawser_casework::assessment::{Scenario, score::tallies};
use hawser_casework::{RecordId, SpaceId as CaseId};
use hawser_views::mission::{DomainScores, ScenarioView, ScoresView};

use super::visit::Desk;
use crate::Agent;
use crate::failure::Outcome;
use crate::io::Environment;
use crate::people::ledger_id;
use crate::replay::Space;

impl<E: Environment> Agent<E> {
    pub(crate) async fn scores(&self, space: CaseId, visit: RecordId) -> Outcome<ScoresView> {
        let me = self.current()?.person();
        let open = self.space(ledger_id(space)).await?;
        let state = open.state.borrow();
        let desk = Desk::new(&state, visit, me)?;
        let now = tallies(desk.template, &desk.cells, None);
        let before = desk.visit.before.map(|before| desk.mission.tallies(before));
        let by_place: Vec<_> = desk
            .places
            .iter()
            .map(|&place| (place, tallies(desk.template, &desk.cells, Some(place))))
            .collect();
        let domains = desk.template.domains.iter().map(|domain| {
            let criteria: BTreeSet<&str> = domain.criteria.iter().map(|one| &*one.id).collect();
            let carried = desk.cells.iter().filter(|(cell, stands)| {
                stands.visit != visit && criteria.contains(&*cell.criterion)
            });
            DomainScores {
                domain: domain.id.clone(),
                tally: now.get(&domain.id).copied().unwrap_or_default(),
                carried: carried.count() as u32,
                before: before
                    .as_ref()
                    .and_then(|before| before.get(&domain.id).copied()),
                by_facility: by_place
                    .iter()
                    .filter_map(|(place, tallies)| Some((*place, *tallies.get(&domain.id)?)))
                    .collect(),
            }
        });
        let scenarios = desk.template.scenarios.iter();
        Ok(ScoresView {
            visit,
            domains: domains.collect(),
            scenarios: scenarios
                .map(|scenario| scenario_view(&state, &desk, scenario))
                .collect(),
        })
    }
}

fn scenario_view(state: &Space, desk: &Desk<'_>, scenario: &Scenario) -> ScenarioView {
    let told = desk.mission.judged(desk.id, &scenario.id);
    let risk_at = |visit| {
        let mut risks = desk.mission.risks(visit).into_iter();
        risks.find(|risk| risk.scenario == scenario.id)
    };
    let risk = risk_at(desk.id);
    ScenarioView {
        scenario: scenario.id.clone(),
        judged: told.map(|(_, judged)| judged.judged),
        reason: told
            .map(|(_, judged)| judged.reason.clone())
            .unwrap_or_default(),
        by: told
            .map(|(_, judged)| state.name(judged.from.author))
            .unwrap_or_default(),
        carried_from: told
            .map(|(visit, _)| visit)
            .filter(|visit| *visit != desk.id),
        bands: risk
            .as_ref()
            .map(|risk| (risk.inherent_band(), risk.residual_band())),
        risk,
        before: desk
            .visit
            .before
            .and_then(risk_at)
            .map(|before| before.residual),
    }
}
