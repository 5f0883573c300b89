//! What goes along with exhibits that are shown to somebody without the rest of the case.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod support;

use std::collections::BTreeSet;

use hawser_casework::record::{Answer, Settlement};
use hawser_casework::{Outcome, PersonId, Record, Role, SpaceState};
use support::{
    CUSTOMS, Case, FORENSICS, PROSECUTOR, SECOND_OFFICER, STORE_OFFICER, exhibit, file, member,
    standing, terms,
};

fn name(person: PersonId, name: &str) -> Record {
    Record::PersonNamed {
        person,
        name: name.into(),
        function: "investigator".into(),
        salt: "11".repeat(32),
    }
}

#[test]
fn an_exhibit_comes_with_all_that_its_chain_of_custody_needs_and_with_nothing_else() {
    let mut case = Case::default();
    case.state
        .note_standing(PROSECUTOR, standing(Role::Administrator));
    case.write_well(PROSECUTOR, Record::CaseOpened(terms()));
    for (person, called) in [
        (CUSTOMS, "QN-C2"),
        (FORENSICS, "QR-D2"),
        (STORE_OFFICER, "QN-S3"),
        (SECOND_OFFICER, "QN-S4"),
    ] {
        case.write_well(PROSECUTOR, name(person, called));
    }
    let store = case.desk(&[STORE_OFFICER]);
    let other_desk = case.desk(&[SECOND_OFFICER]);
    let _ = other_desk;
    let bulk = case.log(CUSTOMS, "360 blocks");
    let unrelated = case.log(SECOND_OFFICER, "letter");
    let mut sample = exhibit("sample 1");
    sample.parent = Some(bulk);
    let sample = case.write_well(CUSTOMS, Record::ExhibitLogged(sample));
    let phone = case.log(CUSTOMS, "handset");
    let far = case.log(SECOND_OFFICER, "laptop");
    case.write_well(CUSTOMS, Record::FileAttached(file(sample, "sample.jpg")));
    case.write_well(SECOND_OFFICER, Record::FileAttached(file(far, "far.jpg")));
    // The sample goes to the store together with the handset: one statement, of both.
    let desk = hawser_casework::Custodian::Desk { desk: store };
    let offer = case.offer_well(CUSTOMS, &[sample, phone], desk);
    assert_eq!(
        case.answer(STORE_OFFICER, offer, sample, Answer::Accepted),
        Outcome::Applied
    );
    assert_eq!(
        case.answer(STORE_OFFICER, offer, phone, Answer::Refused),
        Outcome::Applied
    );
    let back = Settlement::StaysWithGiver;
    assert_eq!(case.settle(CUSTOMS, offer, phone, back), Outcome::Applied);
    case.correct(CUSTOMS, sample, "description", "sample 1", "sample A");
    case.correct(SECOND_OFFICER, far, "description", "laptop", "notebook");
    case.offer_well(SECOND_OFFICER, &[far], member(FORENSICS));

    let found = case.state.concerning(&[sample], &[]);
    assert_eq!(found.exhibits, BTreeSet::from([bulk, sample, phone]));

    // By themselves the entries come to the same.
    let mut alone = SpaceState::default();
    alone.note_standing(PROSECUTOR, standing(Role::Administrator));
    for applied in &case.written {
        if found.entries.contains(&applied.seq) {
            assert_eq!(alone.apply(applied), Outcome::Applied, "{}", applied.seq);
        }
    }
    for one in [bulk, sample, phone] {
        let (here, there) = (
            alone.exhibit(one).unwrap(),
            case.state.exhibit(one).unwrap(),
        );
        assert_eq!(here.exhibit, there.exhibit);
        assert_eq!(here.chain, there.chain);
        assert_eq!(here.files, there.files);
        assert_eq!(here.holder, there.holder);
        assert_eq!(here.corrections, there.corrections);
    }
    assert_eq!(alone.exhibit(unrelated), None);
    assert_eq!(alone.exhibit(far), None);
    assert_eq!(alone.person_name(CUSTOMS), Some("QN-C2"));
    assert_eq!(alone.person_name(STORE_OFFICER), Some("QN-S3"));
    assert_eq!(alone.person_name(SECOND_OFFICER), None);
    assert_eq!(alone.desks().len(), 1);
    assert!(alone.terms().is_some());

    // Whoever is asked for by name is named.
    let found = case.state.concerning(&[bulk], &[FORENSICS]);
    assert!(found.entries.contains(&2), "QR-D2");
    assert_eq!(found.exhibits, BTreeSet::from([bulk]));
}
