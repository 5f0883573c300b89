//! What waits for somebody in programmes: an invitation, actions that are late, visits whose day is past.

use hawser_casework::Work;
use hawser_ledger::membership::SpaceKind;
use hawser_views::case::TodayView;

use crate::Agent;
use crate::failure::Outcome;
use crate::io::Environment;
use crate::replay::Space;
use crate::show::case::standing;
use crate::show::entry::values;
use crate::show::errand::{Errand, invitation, note};

impl<E: Environment> Agent<E> {
    pub(crate) async fn programme_errands(&self, view: &mut TodayView) -> Outcome<()> {
        let session = self.current()?;
        let today = self.today_day();
        let (ids, letters) = self.spaces_of(SpaceKind::Programme).await?;
        for id in ids {
            let Ok(open) = self.space(id).await else {
                continue;
            };
            let state = open.state.borrow();
            let standing = standing(&state, &session);
            let terms = state.records.programme().opened();
            let title = terms.map(|(_, terms)| terms.value.title.clone());
            let letter = letters.get(&id).map(|letter| letter.title.clone());
            let title = title.or(letter).unwrap_or_default();
            let errands = match standing {
                "invited" => invitation(&state, &session, "join-programme", values([])),
                "manager" => late(&state, &today),
                _ => Vec::new(),
            };
            note(&state, Work::Programme, (&title, standing), errands, view);
        }
        Ok(())
    }
}

/// What a manager is to ask after.
fn late(state: &Space, today: &str) -> Vec<Errand> {
    let figures = state.records.programme().figures(today);
    let overdue = figures.open.iter().filter(|one| one.overdue).count();
    let mut errands = Vec::new();
    if overdue > 0 {
        errands.push(Errand {
            kind: "programme-overdue",
            values: values([("count", overdue.to_string())]),
            record: None,
            since_ms: None,
        });
    }
    for port in figures.ports.iter().filter(|port| port.visit_overdue) {
        errands.push(Errand {
            kind: "programme-visit",
            values: values([
                ("port", port.port.name.clone()),
                ("due", port.visit_planned.clone().unwrap_or_default()),
            ]),
            record: Some(port.id),
            since_ms: None,
        });
    }
    errands
}
