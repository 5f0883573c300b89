//! The first page: what waits, what is new.

use hawser_casework::state::Waiting;
use hawser_casework::time::Moment;
use hawser_casework::{RecordId, SpaceId as CaseId, Work};
use hawser_ledger::membership::SpaceKind;
use hawser_protocol::organisation::{InvitationEntry, InvitationStage, NominationStage};
use hawser_protocol::path;
use hawser_protocol::space::SpaceEntry;
use hawser_views::case::{FreshLine, TodayView, WaitingLine};

use super::case::standing;
use super::entry::values;
use crate::Agent;
use crate::failure::Outcome;
use crate::io::Environment;
use crate::replay::Space;
use crate::session::Session;

const FRESH: usize = 50;
/// Days before its end from which a term waits for its administrators.
const TERM_NEAR: i64 = 60;

impl<E: Environment> Agent<E> {
    pub(crate) async fn today(&self) -> Outcome<TodayView> {
        let session = self.current()?;
        self.note_use().await?;
        let mut view = TodayView {
            waiting: Vec::new(),
            fresh: Vec::new(),
            fresh_count: 0,
            disputed: 0,
            checked_ms: self.now_ms(),
            left_ms: self.left_ms.get(),
            next_term: None,
        };
        self.organisation_errands(&mut view).await?;
        for line in self.cases().await? {
            let Some(open) = self.known(crate::people::ledger_id(line.space)) else {
                continue;
            };
            let state = open.state.borrow();
            if line.standing == "invited" {
                view.waiting.push(WaitingLine {
                    space: Some(line.space),
                    work: Work::Case,
                    case: line.title.clone(),
                    kind: "join-case".to_owned(),
                    values: values([("case", line.title.clone())]),
                    record: None,
                    since_ms: state.acts.last().map(|act| act.recorded.utc_ms),
                });
                continue;
            }
            if matches!(line.standing.as_str(), "ended" | "suspended") {
                continue;
            }
            case_errands(&state, &session, &line.title, &mut view);
            if !line.ends.is_empty()
                && view
                    .next_term
                    .as_ref()
                    .is_none_or(|(days, _)| line.days_left < *days)
            {
                view.next_term = Some((line.days_left, line.title.clone()));
            }
            if standing(&state, &session) == "administrator" && line.days_left <= TERM_NEAR {
                view.waiting.push(WaitingLine {
                    space: Some(line.space),
                    work: Work::Case,
                    case: line.title.clone(),
                    kind: "term-ends".to_owned(),
                    values: values([("days", line.days_left.to_string())]),
                    record: None,
                    since_ms: None,
                });
            }
            note_fresh(&state, Work::Case, &line.title, &mut view);
        }
        self.mission_errands(&mut view).await?;
        self.programme_errands(&mut view).await?;
        view.fresh
            .sort_by_key(|line| std::cmp::Reverse(line.entry.recorded));
        view.fresh.truncate(FRESH);
        // The longest wait first, then what has no beginning.
        view.waiting
            .sort_by_key(|line| line.since_ms.unwrap_or(i64::MAX));
        Ok(view)
    }

    async fn organisation_errands(&self, view: &mut TodayView) -> Outcome<()> {
        let me = self.me().await?;
        let errand = |kind: &str, told, since_ms| WaitingLine {
            space: None,
            work: Work::Case,
            case: String::new(),
            kind: kind.to_owned(),
            values: told,
            record: None,
            since_ms,
        };
        if !me.kit_confirmed {
            view.waiting.push(errand("confirm-kit", values([]), None));
        }
        if !me.administers {
            return Ok(());
        }
        let invitations: Vec<InvitationEntry> = self.get(path::INVITATIONS).await?;
        let answered = invitations
            .iter()
            .filter(|entry| entry.stage == InvitationStage::Answered)
            .count();
        if answered > 0 {
            let since = invitations.iter().map(|entry| entry.created_ms).min();
            view.waiting.push(errand(
                "certify",
                values([("count", answered.to_string())]),
                since,
            ));
        }
        let organisation = self.organisation().await?;
        for contact in organisation
            .contacts
            .iter()
            .filter(|contact| !contact.verified)
        {
            view.waiting.push(errand(
                "compare",
                values([("party", contact.name.clone())]),
                None,
            ));
        }
        let listed: Vec<SpaceEntry> = self.get(path::SPACES).await?;
        let with_people = |entry: &SpaceEntry| {
            matches!(
                entry.kind,
                SpaceKind::Case | SpaceKind::Mission | SpaceKind::Programme
            )
        };
        let nominations: Vec<hawser_protocol::organisation::Nomination> =
            self.get(path::NOMINATIONS).await?;
        let session = self.current()?;
        for entry in listed
            .into_iter()
            .filter(|entry| entry.member && with_people(entry))
        {
            let open = self.space(entry.space).await?;
            let state = open.state.borrow();
            let administers = state
                .member(session.user())
                .is_some_and(|member| member.role.administers());
            let waiting: Vec<i64> = nominations
                .iter()
                .filter(|one| one.space == entry.space && one.stage == NominationStage::Open)
                .map(|one| one.created_ms)
                .collect();
            if administers && !waiting.is_empty() {
                let title = state
                    .title(session.user())
                    .map(|(title, _)| title)
                    .unwrap_or_default();
                let since = waiting.iter().copied().min();
                let mut line = errand(
                    "nomination",
                    values([("count", waiting.len().to_string())]),
                    since,
                );
                line.space = Some(CaseId::new(entry.space.0));
                line.work = hawser_reading::work(entry.kind);
                line.case = title;
                view.waiting.push(line);
            }
        }
        Ok(())
    }
}

/// What is new in a case, mission or programme.
pub(super) fn note_fresh(state: &Space, work: Work, title: &str, view: &mut TodayView) {
    let space = CaseId::new(state.id().0);
    view.fresh_count += state.unseen();
    let fresh = state.fresh(FRESH).into_iter().map(|entry| FreshLine {
        space,
        work,
        title: title.to_owned(),
        entry,
    });
    view.fresh.extend(fresh);
}

fn case_errands(state: &Space, session: &Session, title: &str, view: &mut TodayView) {
    let space = CaseId::new(state.id().0);
    view.disputed += state.records.open_points().disputed.len() as u64;
    let number = |id| {
        state
            .records
            .exhibit(id)
            .map(|known| known.number.clone())
            .unwrap_or_default()
    };
    let numbers = |exhibits: &mut dyn Iterator<Item = RecordId>| {
        exhibits.map(number).collect::<Vec<_>>().join(", ")
    };
    let mut add = |kind: &str, told, record, since: Option<Moment>| {
        view.waiting.push(WaitingLine {
            space: Some(space),
            work: Work::Case,
            case: title.to_owned(),
            kind: kind.to_owned(),
            values: told,
            record,
            since_ms: since.map(|since| since.utc_ms),
        });
    };
    for waiting in state.records.waiting_for(session.person()) {
        match waiting {
            Waiting::Offer {
                offer,
                exhibits,
                since,
                ..
            } => {
                let from = state
                    .records
                    .offer(offer)
                    .map(|known| state.name(known.giver))
                    .unwrap_or_default();
                let exhibits = numbers(&mut exhibits.into_iter());
                let told = values([("exhibit", exhibits), ("from", from)]);
                add("answer-offer", told, Some(offer), Some(since));
            }
            Waiting::Dispute { exhibit, since, .. } => {
                let told = values([("exhibit", number(exhibit))]);
                add("dispute", told, Some(exhibit), Some(since));
            }
        }
    }
    for (kind, what, count, since) in state.exchange_errands(session.person()) {
        let told = values([("what", what), ("count", count.to_string())]);
        add(kind, told, None, since);
    }
    for id in state.records.unanswered_offers_of(session.person()) {
        if let Some(offer) = state.records.offer(id) {
            let exhibits = numbers(&mut offer.waiting());
            let to = state.custodian(offer.body.to);
            let told = values([("exhibit", exhibits), ("to", to)]);
            add(
                "offer-unanswered",
                told,
                Some(id),
                Some(offer.given.recorded),
            );
        }
    }
}
