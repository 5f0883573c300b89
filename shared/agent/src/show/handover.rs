//! Hand-overs as the page shows them.

use hawser_casework::record::{Answer, Custodian, Settlement};
use hawser_casework::state::{Custody, ExhibitAnswer, OfferState};
use hawser_casework::{RecordId, SpaceId as CaseId};
use hawser_views::evidence::{HandoversView, OfferView, OfferedExhibit, Settled};

use super::evidence::{custodians, exhibit_line};
use crate::Agent;
use crate::failure::Outcome;
use crate::io::Environment;
use crate::people::ledger_id;
use crate::replay::Space;
use crate::session::Session;

const DONE: usize = 100;

impl<E: Environment> Agent<E> {
    pub(crate) async fn handovers(&self, space: CaseId) -> Outcome<HandoversView> {
        let session = self.current()?;
        let open = self.space(ledger_id(space)).await?;
        let state = open.state.borrow();
        let mut view = HandoversView {
            to_me: Vec::new(),
            from_me: Vec::new(),
            in_transit: Vec::new(),
            disputed: Vec::new(),
            done: Vec::new(),
            mine: state
                .records
                .exhibits_in_order()
                .filter(|(id, _)| state.records.may_offer(session.person(), *id).is_ok())
                .map(|(id, known)| exhibit_line(&state, &session, id, known))
                .collect(),
            custodians: custodians(&state, &session),
        };
        let mut offers: Vec<(&RecordId, &OfferState)> = state.records.offers().iter().collect();
        offers.sort_by_key(|(_, known)| std::cmp::Reverse(known.given.seq));
        for (id, known) in offers {
            let told = offer_view(&state, &session, *id, known);
            let disputed = known
                .answers
                .keys()
                .any(|exhibit| in_dispute(&state, *id, *exhibit));
            let open = known.waiting().next().is_some();
            let list = if disputed {
                &mut view.disputed
            } else if !open {
                if view.done.len() >= DONE {
                    continue;
                }
                &mut view.done
            } else if told.can_answer {
                &mut view.to_me
            } else if known.giver == session.person() {
                &mut view.from_me
            } else {
                &mut view.in_transit
            };
            list.push(told);
        }
        Ok(view)
    }
}

fn in_dispute(state: &Space, offer: RecordId, exhibit: RecordId) -> bool {
    state
        .records
        .exhibit(exhibit)
        .is_some_and(|known| known.custody == Custody::Disputed { offer })
}

pub(crate) fn offer_view(
    state: &Space,
    session: &Session,
    id: RecordId,
    known: &OfferState,
) -> OfferView {
    let me = session.person();
    let exhibits = known
        .body
        .exhibits
        .iter()
        .map(|exhibit| {
            let told = state.records.exhibit(*exhibit);
            let (answer, reason, by) = match known.answers.get(exhibit) {
                None | Some(ExhibitAnswer::Waiting) => ("open", String::new(), String::new()),
                Some(ExhibitAnswer::Withdrawn) => {
                    let why = known.withdrawn.as_ref().map(|taken| taken.reason.clone());
                    ("withdrawn", why.unwrap_or_default(), String::new())
                }
                Some(ExhibitAnswer::Answered(given)) => {
                    let code = match given.answer {
                        Answer::Accepted => "accepted",
                        Answer::AcceptedWithReservation => "reserved",
                        Answer::Refused if given.settled.is_some() => "settled",
                        Answer::Refused => "refused",
                    };
                    (code, given.reason.clone(), state.name(given.given.author))
                }
            };
            let settled = match known.answers.get(exhibit) {
                Some(ExhibitAnswer::Answered(given)) => given.settled.as_ref(),
                _ => None,
            };
            OfferedExhibit {
                exhibit: *exhibit,
                number: told.map(|told| told.number.clone()).unwrap_or_default(),
                description: told
                    .map(|told| told.exhibit.description.clone())
                    .unwrap_or_default(),
                answer: answer.to_owned(),
                reason,
                by,
                settled: settled.map(|end| Settled {
                    outcome: end.outcome,
                    reason: end.reason.clone(),
                    by: state.name(end.given.author),
                }),
            }
        })
        .collect();
    let may_settle = |outcome: &Settlement| {
        known.answers.keys().any(|exhibit| {
            let asked = state.records.may_settle(me, id, *exhibit, *outcome);
            asked.is_ok()
        })
    };
    let settlements = [Settlement::StaysWithGiver, Settlement::HeldByReceiver]
        .into_iter()
        .filter(may_settle)
        .collect();
    OfferView {
        offer: id,
        from: state.name(known.giver),
        to: state.custodian(known.body.to),
        to_desk: matches!(known.body.to, Custodian::Desk { .. }),
        exhibits,
        happened: known.body.happened.clone(),
        recorded: known.given.recorded,
        place: known.body.place.clone(),
        purpose: known.body.purpose.clone(),
        seal_out: known.body.seal_out.clone(),
        condition: known.body.condition.clone(),
        can_answer: known
            .waiting()
            .any(|exhibit| state.records.may_answer(me, id, exhibit).is_ok()),
        can_withdraw: state.records.may_withdraw(me, id).is_ok(),
        settlements,
        withdrawn: known.withdrawn.is_some(),
    }
}
