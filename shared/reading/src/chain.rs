//! The chain of custody as data for a sentence.

use hawser_casework::state::{CustodyAct, CustodyStep, ExhibitAnswer};
use hawser_casework::{RecordId, SpaceState};
use hawser_views::evidence::ChainStep;

use crate::names::{custodian_name, person_name};

/// A step of an exhibit's chain of custody, with the names of those who acted.
pub fn chain_step(records: &SpaceState, exhibit: RecordId, step: &CustodyStep) -> ChainStep {
    let by = person_name(records, step.from.author);
    let offer = |id: &RecordId| records.offer(*id);
    let giver = |id: &RecordId| {
        offer(id)
            .map(|known| person_name(records, known.giver))
            .unwrap_or_default()
    };
    let receiver = |id: &RecordId| {
        offer(id)
            .map(|known| custodian_name(records, known.body.to))
            .unwrap_or_default()
    };
    let mut told = ChainStep {
        kind: String::new(),
        from: by.clone(),
        to: String::new(),
        by,
        happened: step.from.happened.clone(),
        recorded: step.from.recorded,
        place: String::new(),
        purpose: String::new(),
        seal: String::new(),
        note: String::new(),
        photo: None,
        // A statement whose signature does not hold never becomes part of the state.
        signed: matches!(
            step.act,
            CustodyAct::Offered { .. } | CustodyAct::Accepted { .. } | CustodyAct::Refused { .. }
        ),
    };
    if let CustodyAct::Accepted { offer: id, .. } | CustodyAct::Refused { offer: id, .. } =
        &step.act
        && let Some(ExhibitAnswer::Answered(given)) =
            offer(id).and_then(|known| known.answers.get(&exhibit))
    {
        told.photo = given.photo;
    }
    match &step.act {
        CustodyAct::Logged => "logged".clone_into(&mut told.kind),
        CustodyAct::Offered {
            offer: id,
            to,
            seal_out,
        } => {
            "offered".clone_into(&mut told.kind);
            told.to = custodian_name(records, *to);
            told.seal.clone_from(seal_out);
            if let Some(known) = offer(id) {
                told.place.clone_from(&known.body.place);
                told.purpose.clone_from(&known.body.purpose);
                told.note.clone_from(&known.body.condition);
            }
        }
        CustodyAct::Accepted {
            offer: id,
            holder,
            reservation,
            seal_in,
        } => {
            let kind = if reservation.is_some() {
                "reserved"
            } else {
                "accepted"
            };
            kind.clone_into(&mut told.kind);
            told.from = giver(id);
            told.to = custodian_name(records, holder.custodian());
            told.seal.clone_from(seal_in);
            told.note = reservation.clone().unwrap_or_default();
        }
        CustodyAct::Refused { offer: id, reason } => {
            "refused".clone_into(&mut told.kind);
            told.from = giver(id);
            told.to = receiver(id);
            told.note.clone_from(reason);
        }
        CustodyAct::Withdrawn { offer: id, reason } => {
            "withdrawn".clone_into(&mut told.kind);
            told.to = receiver(id);
            told.note.clone_from(reason);
        }
        CustodyAct::Settled {
            offer: id,
            outcome,
            holder,
            reason,
        } => {
            "settled".clone_into(&mut told.kind);
            told.from = giver(id);
            told.to = custodian_name(records, holder.custodian());
            outcome.code().clone_into(&mut told.purpose);
            told.note.clone_from(reason);
        }
    }
    told
}
