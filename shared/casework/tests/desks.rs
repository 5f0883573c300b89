//! A desk holds what its officers take in, each in their own name.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod support;

use hawser_casework::{
    Outcome, Record, Rule,
    record::{Answer, Custodian},
    state::{Holder, Waiting},
};
use support::{
    CUSTOMS, Case, FORENSICS, PROSECUTOR, SECOND_OFFICER, STORE_OFFICER, member, refusal,
};

#[test]
fn an_officer_takes_in_for_the_desk_in_their_own_name() {
    let mut case = Case::default();
    let desk = case.desk(&[STORE_OFFICER, SECOND_OFFICER]);
    let to = Custodian::Desk { desk };
    let box_ = case.log(CUSTOMS, "360 blocks");
    let offer = case.offer_well(CUSTOMS, &[box_], to);
    let waiting = case.state.waiting_for(STORE_OFFICER);
    assert!(matches!(&waiting[..], [Waiting::Offer { desk: Some(at), .. }] if *at == desk));
    let outsider = case.answer(FORENSICS, offer, box_, Answer::Accepted);
    assert_eq!(refusal(outsider), Rule::NotTheAddressee);
    case.answer(STORE_OFFICER, offer, box_, Answer::Accepted);
    let by = STORE_OFFICER;
    assert_eq!(
        case.state.exhibit(box_).unwrap().holder,
        Holder::Desk { desk, by }
    );
    assert_eq!(case.state.held_by(to), [box_]);
    assert_eq!(case.state.waiting_for(STORE_OFFICER), []);

    // Any listed officer gives out again, but not to the desk itself.
    let back = refusal(case.offer(SECOND_OFFICER, &[box_], to).1);
    assert_eq!(back, Rule::SelfOffer);
    case.offer_well(SECOND_OFFICER, &[box_], member(FORENSICS));
}

#[test]
fn an_officer_does_not_answer_their_own_offer_to_their_desk() {
    let mut case = Case::default();
    let desk = case.desk(&[STORE_OFFICER, SECOND_OFFICER]);
    let to = Custodian::Desk { desk };
    let bag = case.log(STORE_OFFICER, "bag");
    let offer = case.offer_well(STORE_OFFICER, &[bag], to);
    let own = case.answer(STORE_OFFICER, offer, bag, Answer::Accepted);
    assert_eq!(refusal(own), Rule::OwnOffer);
    assert_eq!(case.state.waiting_for(STORE_OFFICER), []);
    let other = case.answer(SECOND_OFFICER, offer, bag, Answer::Accepted);
    assert_eq!(other, Outcome::Applied);
}

#[test]
fn an_officer_taken_off_the_list_acts_for_the_desk_no_more() {
    let mut case = Case::default();
    let desk = case.desk(&[STORE_OFFICER]);
    let to = Custodian::Desk { desk };
    let bag = case.log(CUSTOMS, "bag");
    let offer = case.offer_well(CUSTOMS, &[bag], to);
    let officers = vec![SECOND_OFFICER];
    case.write_well(PROSECUTOR, Record::DeskChanged { desk, officers });
    let rule = refusal(case.answer(STORE_OFFICER, offer, bag, Answer::Accepted));
    assert_eq!(rule, Rule::NotTheAddressee);
    let now = case.answer(SECOND_OFFICER, offer, bag, Answer::Accepted);
    assert_eq!(now, Outcome::Applied);
    case.state.remove_person(SECOND_OFFICER);
    assert_eq!(case.state.open_points().without_holder, [bag]);
}
