//! Who holds what, and how that changes.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod support;

use hawser_casework::{
    Body, Outcome, Record, RecordId, Role, Rule,
    record::{Answer, AnswerBody, OfferBody, Settlement},
    state::{Custody, CustodyAct, ExhibitAnswer, Holder, TimelineKind, Waiting},
};
use support::{CUSTOMS, Case, FORENSICS, PROSECUTOR, happened, member, refusal, signed, standing};

fn holder(case: &Case, exhibit: RecordId) -> Holder {
    case.state.exhibit(exhibit).unwrap().holder
}

fn custody(case: &Case, exhibit: RecordId) -> Custody {
    case.state.exhibit(exhibit).unwrap().custody
}

#[test]
fn who_logs_an_exhibit_is_its_first_holder() {
    let mut case = Case::default();
    let phone = case.log(CUSTOMS, "handset");
    assert_eq!(holder(&case, phone), Holder::Person(CUSTOMS));
    assert_eq!(case.state.held_by(member(CUSTOMS)), [phone]);
    assert_eq!(
        case.state.exhibit(phone).unwrap().chain[0].act,
        CustodyAct::Logged
    );
}

#[test]
fn exhibits_are_numbered_in_the_order_of_the_case_record() {
    let mut case = Case::default();
    let first = case.log(CUSTOMS, "handset");
    let second = case.log(FORENSICS, "laptop");
    assert_eq!(case.state.exhibit(first).unwrap().number, "E-0001");
    assert_eq!(case.state.exhibit_by_number("E-0002"), Some(second));
    assert_eq!(case.state.exhibit_by_number("E-2"), None);
    assert_eq!(case.state.exhibit_by_number("E-0003"), None);
}

#[test]
fn the_holder_changes_on_acceptance_only() {
    let mut case = Case::default();
    let phone = case.log(CUSTOMS, "handset");
    let offer = case.offer_well(CUSTOMS, &[phone], member(FORENSICS));
    assert_eq!(holder(&case, phone), Holder::Person(CUSTOMS));
    assert_eq!(custody(&case, phone), Custody::Offered { offer });
    let outcome = case.answer(FORENSICS, offer, phone, Answer::Accepted);
    assert_eq!(outcome, Outcome::Applied);
    assert_eq!(holder(&case, phone), Holder::Person(FORENSICS));
    assert_eq!(custody(&case, phone), Custody::Held);
    assert_eq!(case.state.held_by(member(CUSTOMS)), []);
    assert_eq!(case.state.held_by(member(FORENSICS)), [phone]);
    assert_eq!(case.state.exhibit(phone).unwrap().chain.len(), 3);
}

#[test]
fn a_reservation_is_kept_and_the_holder_changes() {
    let mut case = Case::default();
    let phone = case.log(CUSTOMS, "handset");
    let offer = case.offer_well(CUSTOMS, &[phone], member(FORENSICS));
    case.answer(FORENSICS, offer, phone, Answer::AcceptedWithReservation);
    assert_eq!(holder(&case, phone), Holder::Person(FORENSICS));
    let chain = &case.state.exhibit(phone).unwrap().chain;
    let CustodyAct::Accepted { reservation, .. } = &chain[2].act else {
        panic!("not accepted");
    };
    assert_eq!(reservation.as_deref(), Some("one disc is missing"));
}

#[test]
fn a_refused_exhibit_stays_in_dispute_until_it_is_settled() {
    let mut case = Case::default();
    let discs = case.log(CUSTOMS, "three discs");
    let offer = case.offer_well(CUSTOMS, &[discs], member(FORENSICS));
    case.answer(FORENSICS, offer, discs, Answer::Refused);
    assert_eq!(holder(&case, discs), Holder::Person(CUSTOMS));
    assert_eq!(custody(&case, discs), Custody::Disputed { offer });
    assert_eq!(case.state.open_points().disputed, [discs]);
    let waits = |waiting: &Waiting| matches!(waiting, Waiting::Dispute { exhibit, .. } if *exhibit == discs);
    assert!(case.state.waiting_for(CUSTOMS).iter().any(waits));
    assert!(case.state.waiting_for(FORENSICS).iter().any(waits));
    assert_eq!(case.state.waiting_for(PROSECUTOR), []);
    let rule = refusal(case.offer(CUSTOMS, &[discs], member(PROSECUTOR)).1);
    let exhibit = discs;
    assert_eq!(rule, Rule::InDispute { exhibit, offer });

    let outcome = case.settle(CUSTOMS, offer, discs, Settlement::StaysWithGiver);
    assert_eq!(outcome, Outcome::Applied);
    assert_eq!(custody(&case, discs), Custody::Held);
    assert_eq!(case.state.open_points().disputed, []);
    case.offer_well(CUSTOMS, &[discs], member(FORENSICS));
}

#[test]
fn nobody_becomes_the_holder_by_anothers_word() {
    let mut case = Case::default();
    let discs = case.log(CUSTOMS, "three discs");
    let offer = case.offer_well(CUSTOMS, &[discs], member(FORENSICS));
    case.answer(FORENSICS, offer, discs, Answer::Refused);
    let by_giver = case.settle(CUSTOMS, offer, discs, Settlement::HeldByReceiver);
    assert_eq!(refusal(by_giver), Rule::NotTheReceiver);
    let by_another = case.settle(PROSECUTOR, offer, discs, Settlement::StaysWithGiver);
    assert_eq!(refusal(by_another), Rule::NotAPartyToTheDispute);
    let by_receiver = case.settle(FORENSICS, offer, discs, Settlement::HeldByReceiver);
    assert_eq!(by_receiver, Outcome::Applied);
    assert_eq!(holder(&case, discs), Holder::Person(FORENSICS));
    let again = case.settle(FORENSICS, offer, discs, Settlement::HeldByReceiver);
    assert_eq!(refusal(again), Rule::NotInDispute { exhibit: discs });
}

#[test]
fn only_the_present_holder_can_offer() {
    let mut case = Case::default();
    let phone = case.log(CUSTOMS, "handset");
    let rule = refusal(case.offer(PROSECUTOR, &[phone], member(FORENSICS)).1);
    assert_eq!(rule, Rule::NotTheHolder { exhibit: phone });
    assert_eq!(case.state.may_offer(PROSECUTOR, phone), Err(rule));
    assert_eq!(case.state.may_offer(CUSTOMS, phone), Ok(()));
}

#[test]
fn what_somebody_left_behind_is_handed_on_by_an_administrator() {
    let mut case = Case::default();
    let phone = case.log(CUSTOMS, "handset");
    let discs = case.log(CUSTOMS, "three discs");
    let offer = case.offer_well(CUSTOMS, &[discs], member(FORENSICS));
    case.state
        .note_standing(PROSECUTOR, standing(Role::Administrator));
    let early = case.state.may_offer(PROSECUTOR, phone);
    assert_eq!(early, Err(Rule::NotTheHolder { exhibit: phone }));
    assert_eq!(
        case.state.may_withdraw(PROSECUTOR, offer),
        Err(Rule::NotTheGiver)
    );

    case.state.remove_person(CUSTOMS);
    assert_eq!(
        case.state.may_offer(FORENSICS, phone),
        Err(Rule::NotTheHolder { exhibit: phone }),
        "an administrator, nobody else"
    );
    assert_eq!(case.state.may_withdraw(PROSECUTOR, offer), Ok(()));
    let onward = case.offer_well(PROSECUTOR, &[phone], member(FORENSICS));
    assert_eq!(
        holder(&case, phone),
        Holder::Person(CUSTOMS),
        "until it is accepted"
    );
    case.answer(FORENSICS, onward, phone, Answer::Accepted);
    assert_eq!(holder(&case, phone), Holder::Person(FORENSICS));
    case.state.note_standing(PROSECUTOR, standing(Role::Member));
    assert_eq!(
        case.state.may_withdraw(PROSECUTOR, offer),
        Err(Rule::NotTheGiver)
    );
}

#[test]
fn what_is_offered_cannot_be_offered_again() {
    let mut case = Case::default();
    let phone = case.log(CUSTOMS, "handset");
    let offer = case.offer_well(CUSTOMS, &[phone], member(FORENSICS));
    let rule = refusal(case.offer(CUSTOMS, &[phone], member(PROSECUTOR)).1);
    let exhibit = phone;
    assert_eq!(rule, Rule::AlreadyOffered { exhibit, offer });
}

#[test]
fn nobody_can_answer_for_another() {
    let mut case = Case::default();
    let phone = case.log(CUSTOMS, "handset");
    let offer = case.offer_well(CUSTOMS, &[phone], member(FORENSICS));
    let by_another = case.answer(PROSECUTOR, offer, phone, Answer::Accepted);
    assert_eq!(refusal(by_another), Rule::NotTheAddressee);
    let by_giver = case.answer(CUSTOMS, offer, phone, Answer::Accepted);
    assert_eq!(refusal(by_giver), Rule::OwnOffer);
    assert_eq!(holder(&case, phone), Holder::Person(CUSTOMS));
}

#[test]
fn each_exhibit_of_an_offer_has_one_answer() {
    let mut case = Case::default();
    let (one, two) = (case.log(CUSTOMS, "one"), case.log(CUSTOMS, "two"));
    let other = case.log(CUSTOMS, "three");
    let offer = case.offer_well(CUSTOMS, &[one, two], member(FORENSICS));
    case.answer(FORENSICS, offer, one, Answer::Accepted);
    let again = case.answer(FORENSICS, offer, one, Answer::Refused);
    assert_eq!(refusal(again), Rule::AlreadyAnswered { exhibit: one });
    let stranger = case.answer(FORENSICS, offer, other, Answer::Accepted);
    assert_eq!(refusal(stranger), Rule::NotInOffer { exhibit: other });
    assert_eq!(case.state.open_points().unanswered, [offer]);
    case.answer(FORENSICS, offer, two, Answer::Refused);
    assert_eq!(case.state.open_points().unanswered, []);
    assert_eq!(holder(&case, one), Holder::Person(FORENSICS));
    assert_eq!(holder(&case, two), Holder::Person(CUSTOMS));
}

#[test]
fn the_giver_takes_an_offer_back_before_an_answer_only() {
    let mut case = Case::default();
    let (one, two) = (case.log(CUSTOMS, "one"), case.log(CUSTOMS, "two"));
    let offer = case.offer_well(CUSTOMS, &[one], member(FORENSICS));
    let by_receiver = case.withdraw(FORENSICS, offer);
    assert_eq!(refusal(by_receiver), Rule::NotTheGiver);
    assert_eq!(case.withdraw(CUSTOMS, offer), Outcome::Applied);
    assert_eq!(custody(&case, one), Custody::Held);
    let late = case.answer(FORENSICS, offer, one, Answer::Accepted);
    assert_eq!(refusal(late), Rule::OfferWithdrawn);
    assert_eq!(refusal(case.withdraw(CUSTOMS, offer)), Rule::OfferWithdrawn);

    let second = case.offer_well(CUSTOMS, &[one, two], member(FORENSICS));
    case.answer(FORENSICS, second, one, Answer::Accepted);
    let rule = refusal(case.withdraw(CUSTOMS, second));
    assert_eq!(rule, Rule::AlreadyAnswered { exhibit: one });
}

#[test]
fn what_nobody_can_answer_any_more_can_be_taken_back() {
    let mut case = Case::default();
    let (one, two) = (case.log(CUSTOMS, "one"), case.log(CUSTOMS, "two"));
    let offer = case.offer_well(CUSTOMS, &[one, two], member(FORENSICS));
    case.answer(FORENSICS, offer, one, Answer::Accepted);
    let left = case.state.remove_person(FORENSICS);
    assert_eq!(left.held, [one]);
    assert_eq!(left.offers, [offer]);
    assert_eq!(case.withdraw(CUSTOMS, offer), Outcome::Applied);
    assert_eq!(custody(&case, two), Custody::Held);
    assert_eq!(holder(&case, one), Holder::Person(FORENSICS));
    assert_eq!(case.state.open_points().without_holder, [one]);
    let answers = &case.state.offer(offer).unwrap().answers;
    assert_eq!(answers[&two], ExhibitAnswer::Withdrawn);
}

#[test]
fn nobody_hands_over_to_themselves() {
    let mut case = Case::default();
    let phone = case.log(CUSTOMS, "handset");
    let rule = refusal(case.offer(CUSTOMS, &[phone], member(CUSTOMS)).1);
    assert_eq!(rule, Rule::SelfOffer);
}

#[test]
fn nobody_hands_over_to_somebody_who_has_left() {
    let mut case = Case::default();
    let phone = case.log(CUSTOMS, "handset");
    case.state.remove_person(FORENSICS);
    let rule = refusal(case.offer(CUSTOMS, &[phone], member(FORENSICS)).1);
    assert_eq!(rule, Rule::PersonRemoved { person: FORENSICS });
    case.state.restore_person(FORENSICS);
    case.offer_well(CUSTOMS, &[phone], member(FORENSICS));
}

#[test]
fn an_answer_to_another_text_than_the_offers_is_refused() {
    let mut case = Case::default();
    let phone = case.log(CUSTOMS, "handset");
    let offer = case.offer_well(CUSTOMS, &[phone], member(FORENSICS));
    let body = AnswerBody {
        offer,
        offer_hash: "ab".repeat(32),
        exhibit: phone,
        answer: Answer::Accepted,
        reason: String::new(),
        seal_in: String::new(),
        happened: happened(),
    };
    let statement = signed(body.encode().unwrap());
    let photo = None;
    let rule = case.write_badly(FORENSICS, Record::HandoverAnswered { statement, photo });
    assert_eq!(rule, Rule::OfferHashMismatch);
    assert_eq!(holder(&case, phone), Holder::Person(CUSTOMS));
}

#[test]
fn a_refusal_needs_a_reason() {
    let mut case = Case::default();
    let phone = case.log(CUSTOMS, "handset");
    let offer = case.offer_well(CUSTOMS, &[phone], member(FORENSICS));
    let offer_hash = case.state.offer(offer).unwrap().body_hash.clone();
    let body = AnswerBody {
        offer,
        offer_hash,
        exhibit: phone,
        answer: Answer::Refused,
        reason: " ".into(),
        seal_in: String::new(),
        happened: happened(),
    };
    let statement = signed(body.encode().unwrap());
    let photo = None;
    let rule = case.write_badly(FORENSICS, Record::HandoverAnswered { statement, photo });
    assert_eq!(rule.code(), "invalid");
}

#[test]
fn an_offer_is_refused_as_a_whole() {
    let mut case = Case::default();
    let mine = case.log(CUSTOMS, "mine");
    let theirs = case.log(PROSECUTOR, "theirs");
    let rule = refusal(case.offer(CUSTOMS, &[mine, theirs], member(FORENSICS)).1);
    assert_eq!(rule, Rule::NotTheHolder { exhibit: theirs });
    assert_eq!(custody(&case, mine), Custody::Held);
    let twice = refusal(case.offer(CUSTOMS, &[mine, mine], member(FORENSICS)).1);
    assert_eq!(twice, Rule::ExhibitTwice { exhibit: mine });
    let none = refusal(case.offer(CUSTOMS, &[], member(FORENSICS)).1);
    assert_eq!(none.code(), "invalid");
}

#[test]
fn a_statement_that_is_no_statement_is_refused() {
    let mut case = Case::default();
    let statement = signed("{\"exhibits\":[]}".into());
    let rule = case.write_badly(CUSTOMS, Record::HandoverOffered { statement });
    assert_eq!(rule, Rule::StatementMalformed);
}

#[test]
fn a_refused_record_stands_in_the_timeline() {
    let mut case = Case::default();
    let phone = case.log(CUSTOMS, "handset");
    let (id, _) = case.offer(PROSECUTOR, &[phone], member(FORENSICS));
    let line = case.state.timeline_entry(id).unwrap();
    let TimelineKind::Refused { type_name, rule } = &line.what else {
        panic!("not refused");
    };
    assert_eq!(type_name, "handover-offered");
    assert_eq!(rule.code(), "not-the-holder");
    assert_eq!(case.state.offer(id), None);
}

#[test]
fn an_offer_of_an_exhibit_that_i_cannot_open_is_not_judged() {
    let mut case = Case::default();
    let (hidden, outcome) = case.apply(CUSTOMS, Body::Unreadable);
    assert_eq!(outcome, Outcome::Unreadable);
    let (offer, outcome) = case.offer(CUSTOMS, &[hidden], member(FORENSICS));
    let record = hidden;
    assert_eq!(refusal(outcome), Rule::RefersToUnreadable { record });
    let answer = case.answer(FORENSICS, offer, hidden, Answer::Accepted);
    let record = offer;
    assert_eq!(refusal(answer), Rule::RefersToUnreadable { record });
}

#[test]
fn what_was_said_before_sending_is_what_applies() {
    let mut case = Case::default();
    let phone = case.log(CUSTOMS, "handset");
    let offer = case.offer_well(CUSTOMS, &[phone], member(FORENSICS));
    assert_eq!(case.state.may_answer(FORENSICS, offer, phone), Ok(()));
    assert_eq!(case.state.may_withdraw(CUSTOMS, offer), Ok(()));
    assert_eq!(case.state.unanswered_offers_of(CUSTOMS), [offer]);
    case.answer(FORENSICS, offer, phone, Answer::Refused);
    let exhibit = phone;
    assert_eq!(
        case.state.may_withdraw(CUSTOMS, offer),
        Err(Rule::AlreadyAnswered { exhibit })
    );
    let stays = Settlement::StaysWithGiver;
    assert_eq!(case.state.may_settle(CUSTOMS, offer, phone, stays), Ok(()));
    assert_eq!(case.state.unanswered_offers_of(CUSTOMS), []);
}

#[test]
fn the_signed_text_survives_reading_and_writing() {
    let exhibits = [RecordId::new([7; 16])];
    let statement = support::offer_statement(&exhibits, member(FORENSICS));
    let body = OfferBody::decode(&statement.body).unwrap();
    assert_eq!(body.encode().unwrap(), statement.body);
    assert_eq!(statement.body_hash().len(), 64);
    let doubled = statement
        .body
        .replacen("{\"exhibits\"", "{\"place\":\"x\",\"exhibits\"", 1);
    assert_eq!(
        OfferBody::decode(&doubled).unwrap_err().code(),
        "record-duplicate-key"
    );
}
