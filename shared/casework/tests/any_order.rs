//! Whatever order records come in, applying them neither panics nor breaks what must always hold.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod support;

use hawser_casework::{
    Applied, Body, Outcome, Record, Role, SpaceState, Work,
    record::{Answer, Custodian, Settlement},
    state::{Custody, CustodyAct},
};
use proptest::prelude::*;
use support::{
    CUSTOMS, Case, FORENSICS, PROSECUTOR, SECOND_OFFICER, STORE_OFFICER, exhibit, file, member,
    standing, terms,
};

/// A case in which most things have happened.
fn eventful() -> Vec<Applied> {
    let mut case = Case::default();
    let opened = case.write_well(PROSECUTOR, Record::CaseOpened(terms()));
    let desk = case.desk(&[STORE_OFFICER, SECOND_OFFICER]);
    let to = Custodian::Desk { desk };
    let (one, two) = (case.log(CUSTOMS, "one"), case.log(CUSTOMS, "two"));
    let mut part = exhibit("part");
    part.parent = Some(one);
    part.seal_number = "K-1".into();
    let part = case.write_well(CUSTOMS, Record::ExhibitLogged(part));
    let photo = case.write_well(CUSTOMS, Record::FileAttached(file(part, "a.jpg")));
    case.correct(CUSTOMS, part, "seal_number", "K-1", "K-2");
    case.correct(FORENSICS, part, "seal_number", "K-1", "K-3");
    case.correct(CUSTOMS, one, "parent", "", &part.to_string());
    case.correct(CUSTOMS, photo, "caption", "", "front");
    case.correct(PROSECUTOR, opened, "title", "TIDEMARK", "TIDEMARK 2");
    let offer = case.offer_well(CUSTOMS, &[one, two], to);
    case.answer(STORE_OFFICER, offer, one, Answer::Accepted);
    case.answer(SECOND_OFFICER, offer, two, Answer::Refused);
    case.settle(CUSTOMS, offer, two, Settlement::StaysWithGiver);
    let second = case.offer_well(SECOND_OFFICER, &[one], member(FORENSICS));
    case.withdraw(SECOND_OFFICER, second);
    let third = case.offer_well(CUSTOMS, &[part, two], member(FORENSICS));
    case.answer(FORENSICS, third, part, Answer::AcceptedWithReservation);
    case.answer(FORENSICS, third, two, Answer::Refused);
    case.settle(FORENSICS, third, two, Settlement::HeldByReceiver);
    case.apply(CUSTOMS, Body::Unreadable);
    case.apply(CUSTOMS, Body::Unknown);
    let officers = vec![SECOND_OFFICER];
    case.write_well(PROSECUTOR, Record::DeskChanged { desk, officers });
    case.written
}

/// What holds in every state.
fn consistent(state: &SpaceState) {
    for (id, exhibit) in state.exhibits() {
        assert!(state.held_by(exhibit.holder.custodian()).contains(id));
        let held = state
            .exhibits()
            .values()
            .map(|other| other.holder.custodian())
            .filter(|other| state.held_by(*other).contains(id));
        assert!(
            held.into_iter()
                .all(|other| other == exhibit.holder.custodian())
        );
        let disputed = matches!(exhibit.custody, Custody::Disputed { .. });
        assert_eq!(state.open_points().disputed.contains(id), disputed);
        if let Custody::Offered { offer } = exhibit.custody {
            assert!(state.open_points().unanswered.contains(&offer));
        }
        let taken = exhibit.chain.iter().filter(|step| {
            matches!(
                step.act,
                CustodyAct::Accepted { .. } | CustodyAct::Settled { .. }
            )
        });
        if taken.count() == 0 {
            assert_eq!(exhibit.holder.custodian(), member(exhibit.logged.author));
        }
        let mut ancestors = 0;
        let mut at = exhibit.exhibit.parent;
        while let Some(parent) = at.and_then(|parent| state.exhibit(parent)) {
            ancestors += 1;
            assert!(ancestors <= state.exhibits().len(), "a cycle of parents");
            at = parent.exhibit.parent;
        }
    }
    for (id, offer) in state.offers() {
        let waits = offer.waiting().next().is_some();
        assert_eq!(state.open_points().unanswered.contains(id), waits);
    }
}

#[test]
fn an_eventful_case_ends_where_it_should() {
    let mut state = SpaceState::new(Work::Case);
    state.note_standing(PROSECUTOR, standing(Role::Administrator));
    let written = eventful();
    let refused = written
        .iter()
        .filter(|applied| matches!(state.apply(applied), Outcome::Refused { .. }))
        .count();
    assert_eq!(refused, 1, "only the parent that would close a circle");
    assert_eq!(state.timeline().len(), written.len());
    consistent(&state);
}

proptest! {
    #[test]
    fn no_order_of_records_makes_applying_panic(
        order in Just(eventful()).prop_shuffle(),
        removed_after in 0..30usize,
    ) {
        let mut state = SpaceState::new(Work::Case);
        for (at, applied) in order.iter().enumerate() {
            if at == removed_after {
                state.remove_person(FORENSICS);
            }
            state.apply(applied);
            consistent(&state);
        }
        for person in [CUSTOMS, PROSECUTOR, FORENSICS, STORE_OFFICER, SECOND_OFFICER] {
            let _ = state.waiting_for(person);
            let _ = state.open_matters(person);
        }
        prop_assert_eq!(state.timeline().len(), order.len());
        prop_assert_eq!(state.timeline_by_happened().count(), order.len());
    }

    #[test]
    fn no_choice_of_records_and_authors_breaks_custody(
        picks in proptest::collection::vec((any::<prop::sample::Index>(), 0..5usize), 0..60),
    ) {
        let people = [CUSTOMS, PROSECUTOR, FORENSICS, STORE_OFFICER, SECOND_OFFICER];
        let written = eventful();
        let mut state = SpaceState::new(Work::Case);
        for (pick, author) in picks {
            let mut applied = written[pick.index(written.len())].clone();
            applied.author = people[author];
            state.apply(&applied);
            consistent(&state);
        }
    }
}
