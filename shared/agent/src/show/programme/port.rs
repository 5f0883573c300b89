//! One port of a programme with its history, and the templates of a programme.

use std::collections::{BTreeMap, BTreeSet};

use hawser_casework::assessment::template::default_template;
use hawser_casework::state::{AggregateState, TemplateState};
use hawser_casework::{RecordId, SpaceId as CaseId};
use hawser_views::programme::{PortView, SignedFigures, TemplateLine};

use super::Titles;
use crate::Agent;
use crate::failure::{Outcome, fail};
use crate::io::Environment;
use crate::people::ledger_id;

impl<E: Environment> Agent<E> {
    pub(crate) async fn followed_port(&self, space: CaseId, port: RecordId) -> Outcome<PortView> {
        let open = self.space(ledger_id(space)).await?;
        let state = open.state.borrow();
        let programme = state.records.programme();
        let Some(followed) = programme.port(port) else {
            return fail("unknown-port");
        };
        let titles = Titles::new(programme);
        let missions = || {
            let all = programme.missions().iter();
            all.filter(|(_, link)| link.port == port)
        };
        let mut signed: Vec<(&AggregateState, bool)> = missions()
            .flat_map(|(mission, _)| {
                let newest: BTreeSet<RecordId> =
                    programme.newest(*mission).map(|one| one.id).collect();
                programme
                    .all(*mission)
                    .map(move |one| (one, !newest.contains(&one.id)))
            })
            .collect();
        signed.sort_by_key(|(one, _)| std::cmp::Reverse((one.body.happened.at, one.from.seq)));
        let mut named = BTreeMap::new();
        for (one, _) in &signed {
            for domain in &one.body.domains {
                let title = || titles.domain(&domain.domain);
                named.entry(domain.domain.clone()).or_insert_with(title);
            }
            for risk in &one.body.scenarios {
                let title = || titles.scenario(&risk.scenario);
                named.entry(risk.scenario.clone()).or_insert_with(title);
            }
        }
        Ok(PortView {
            port,
            followed: followed.value.clone(),
            titles: named.into_iter().collect(),
            history: signed
                .into_iter()
                .map(|(one, superseded)| figures(one, superseded))
                .collect(),
            missions: missions()
                .map(|(mission, link)| {
                    let reporters = link.reporters.iter();
                    let names = reporters.map(|reporter| reporter.name.clone());
                    (*mission, names.collect())
                })
                .collect(),
        })
    }

    /// The templates of a programme, or the default alone; of each the newest version first.
    pub(crate) async fn templates(&self, space: Option<CaseId>) -> Outcome<Vec<TemplateLine>> {
        let default = default_template()?;
        let mut lines = Vec::new();
        if let Some(space) = space {
            let open = self.space(ledger_id(space)).await?;
            let state = open.state.borrow();
            for known in state.records.programme().templates().values().rev() {
                let TemplateState { template, from, .. } = known;
                let mut line = line(template);
                line.by = state.name(from.author);
                line.adopted = Some(from.recorded);
                lines.push(line);
            }
        }
        if lines.iter().all(|line| line.template != default.named()) {
            lines.push(line(&default));
        }
        Ok(lines)
    }
}

fn line(template: &hawser_casework::assessment::Template) -> TemplateLine {
    TemplateLine {
        template: template.named(),
        derived_from: template.derived_from.clone(),
        title: template.title.clone(),
        domains: template.domains.len() as u32,
        criteria: template.count() as u32,
        scenarios: template.scenarios.len() as u32,
        by: String::new(),
        adopted: None,
    }
}

fn figures(one: &AggregateState, superseded: bool) -> SignedFigures {
    let body = &one.body;
    let domains = body.domains.iter();
    SignedFigures {
        record: one.id,
        visit: body.visit.clone(),
        template: body.template.clone(),
        domains: domains.map(|one| (one.domain.clone(), one.tally)).collect(),
        risks: body.scenarios.clone(),
        findings: body.findings,
        host: body.host.clone(),
        by: (one.signer.name.clone(), one.signer.organisation.clone()),
        signed: body.happened.at,
        superseded,
    }
}
