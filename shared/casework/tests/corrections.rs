//! Nothing is edited, everything is corrected; look-ups and the timeline follow.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod support;

use hawser_casework::{
    Decimal, Moment, Outcome, PartyId, Record, Role, Rule, Scheme,
    record::{Fields, Identifier, Photo, Quantity},
};
use support::{
    CUSTOMS, Case, FORENSICS, NOON, PROSECUTOR, exhibit, file, refusal, standing, terms,
};

#[test]
fn a_corrected_seal_number_keeps_the_old_one() {
    let mut case = Case::default();
    let mut bag = exhibit("bag");
    bag.seal_number = "4471".into();
    let bag = case.write_well(CUSTOMS, Record::ExhibitLogged(bag));
    case.correct(CUSTOMS, bag, "seal_number", "4471", "4417");
    let state = case.state.exhibit(bag).unwrap();
    assert_eq!(state.exhibit.seal_number, "4417");
    assert_eq!(state.corrections[0].old, "4471");
    assert!(!state.corrections[0].conflict);
    assert_eq!(case.state.uses_of_seal("4471"), []);
    assert_eq!(case.state.uses_of_seal("4417"), [bag]);
}

#[test]
fn two_people_correct_one_description_and_both_values_are_kept() {
    let mut case = Case::default();
    let bag = case.log(CUSTOMS, "bag");
    case.correct(CUSTOMS, bag, "description", "bag", "blue bag");
    case.correct(FORENSICS, bag, "description", "bag", "holdall");
    let state = case.state.exhibit(bag).unwrap();
    assert_eq!(state.exhibit.description, "holdall");
    assert_eq!(state.corrections.len(), 2);
    assert!(state.corrections[1].conflict);
    assert_eq!(state.corrections[1].replaced, "blue bag");
    let conflicts: Vec<_> = case.state.conflicts().collect();
    assert_eq!(conflicts.len(), 1);
    assert_eq!(conflicts[0].current, "holdall");
    assert_eq!(conflicts[0].replaced, "blue bag");

    case.correct(PROSECUTOR, bag, "description", "holdall", "blue holdall");
    assert_eq!(case.state.conflicts().count(), 0);
    assert!(case.state.exhibit(bag).unwrap().corrections[1].conflict);
}

#[test]
fn two_people_who_correct_to_the_same_value_do_not_contradict() {
    let mut case = Case::default();
    let bag = case.log(CUSTOMS, "bag");
    case.correct(CUSTOMS, bag, "description", "bag", "blue bag");
    case.correct(FORENSICS, bag, "description", "bag", "blue bag");
    assert_eq!(case.state.conflicts().count(), 0);
}

#[test]
fn a_correction_to_what_no_record_may_hold_is_refused() {
    let mut case = Case::default();
    let bag = case.log(CUSTOMS, "bag");
    let empty = refusal(case.correct(CUSTOMS, bag, "description", "bag", "").1);
    assert_eq!(empty.code(), "invalid");
    let field = "colour".to_owned();
    let unknown = refusal(case.correct(CUSTOMS, bag, "colour", "", "blue").1);
    assert_eq!(unknown, Rule::UnknownField { field });
    let photo = refusal(case.correct(CUSTOMS, bag, "photo", "", "attached").1);
    assert_eq!(photo.code(), "unknown-field");
    let kind = refusal(case.correct(CUSTOMS, bag, "kind", "device", "ghost").1);
    assert_eq!(kind.code(), "invalid-value");
    assert_eq!(case.state.exhibit(bag).unwrap().corrections, []);
}

#[test]
fn every_kind_of_field_can_be_corrected() {
    let mut whole = exhibit("blocks");
    whole.quantity = Some(Quantity {
        value: "412.600".parse().unwrap(),
        unit: "kg".into(),
    });
    whole.identifiers.push(Identifier {
        scheme: Scheme::Container,
        value: "QXAU4100728".into(),
        reason: None,
    });
    for (field, old, new) in [
        ("kind", "device", "bulk-drug"),
        ("quantity", "412.600 kg", "412.610 kg"),
        ("quantity", "412.600 kg", ""),
        ("found.text", "", "Quay 4"),
        ("found.locode", "", "NLRTM"),
        ("found.coordinates", "", "51.95 4.05"),
        ("identifiers.0.value", "QXAU4100728", "QXAU4100733"),
        ("identifiers.0.reason", "", "as painted"),
        ("seal_reason", "", "resealed"),
        ("handling.code", "", "H2"),
        ("handling.privileged", "false", "true"),
        ("handling.obtained", "unknown", "voluntary"),
        ("handling.obtained", "unknown", "mla 12/2026"),
        ("handling.obtained", "unknown", "under-team QN"),
    ] {
        assert_eq!(whole.field(field).as_deref(), Some(old), "{field}");
        let corrected = whole.with_field(field, new).unwrap();
        assert_eq!(corrected.field(field).as_deref(), Some(new), "{field}");
        let back = corrected.with_field(field, old).unwrap();
        assert_eq!(back.field(field).as_deref(), Some(old), "{field}");
    }
    assert_eq!(whole.field("by_hash.sha256"), None);
    assert_eq!(whole.field("found.coordinates.0"), None);
    assert_eq!(whole.field("found~0text"), None);
}

#[test]
fn the_terms_a_file_and_a_desk_can_be_corrected() {
    let mut case = Case::default();
    let opened = case.write_well(PROSECUTOR, Record::CaseOpened(terms()));
    let again = case.write_badly(CUSTOMS, Record::CaseOpened(terms()));
    assert_eq!(again, Rule::AlreadyOpened);
    let by_member = case.correct(CUSTOMS, opened, "controller", "QN prosecutor", "QN-C2");
    assert_eq!(refusal(by_member.1), Rule::NotAnAdministrator);
    case.state
        .note_standing(PROSECUTOR, standing(Role::Administrator));
    case.correct(PROSECUTOR, opened, "ends", "2026-12-31", "2027-12-31");
    assert_eq!(case.state.terms().unwrap().ends, "2027-12-31");
    let early = case.correct(PROSECUTOR, opened, "ends", "2027-12-31", "2025-12-31");
    assert_eq!(refusal(early.1).code(), "invalid");

    let bag = case.log(CUSTOMS, "bag");
    let photo = case.write_well(CUSTOMS, Record::FileAttached(file(bag, "front.jpg")));
    case.correct(CUSTOMS, photo, "caption", "", "front");
    assert_eq!(
        case.state.exhibit(bag).unwrap().files[0].file.caption,
        "front"
    );
    let hash = case.correct(CUSTOMS, photo, "sha256", "", "00");
    assert_eq!(refusal(hash.1).code(), "unknown-field");

    let desk = case.desk(&[CUSTOMS]);
    case.correct(PROSECUTOR, desk, "name", "Exhibits store", "Laboratory");
    assert_eq!(case.state.desks()[&desk].name, "Laboratory");
    assert_eq!(case.state.field(desk, "name").unwrap(), "Laboratory");
}

#[test]
fn an_exhibit_is_never_taken_from_itself() {
    let mut case = Case::default();
    let mut own = exhibit("loop");
    own.parent = Some(case.next_id());
    let rule = case.write_badly(CUSTOMS, Record::ExhibitLogged(own));
    assert_eq!(rule, Rule::ParentCycle);

    let whole = case.log(CUSTOMS, "blocks");
    let mut sample = exhibit("sample");
    sample.parent = Some(whole);
    let sample = case.write_well(CUSTOMS, Record::ExhibitLogged(sample));
    assert_eq!(case.state.parts_of(whole), [sample]);
    let cycle = case.correct(CUSTOMS, whole, "parent", "", &sample.to_string());
    assert_eq!(refusal(cycle.1), Rule::ParentCycle);
    let (_, freed) = case.correct(CUSTOMS, sample, "parent", &whole.to_string(), "");
    assert_eq!(freed, Outcome::Applied);
    assert_eq!(case.state.parts_of(whole), []);
}

#[test]
fn one_container_spelled_in_two_ways_is_found_in_both_exhibits() {
    let mut case = Case::default();
    let mut ids = Vec::new();
    for spelling in ["QXAU 410072-8", "qxau4100728"] {
        let mut reefer = exhibit("reefer");
        reefer.identifiers.push(Identifier {
            scheme: Scheme::Container,
            value: spelling.into(),
            reason: None,
        });
        ids.push(case.write_well(CUSTOMS, Record::ExhibitLogged(reefer)));
    }
    let found = case
        .state
        .uses_of_identifier(Scheme::Container, "QXAU4100728");
    assert_eq!(found, ids);
    assert_eq!(
        case.state.uses_of_identifier(Scheme::Other, "QXAU4100728"),
        []
    );
}

#[test]
fn a_seal_used_twice_is_found() {
    let mut case = Case::default();
    let mut ids = Vec::new();
    for spelling in ["K-004417", "k 004417"] {
        let mut bag = exhibit("bag");
        bag.seal_number = spelling.into();
        ids.push(case.write_well(CUSTOMS, Record::ExhibitLogged(bag)));
    }
    assert_eq!(case.state.uses_of_seal("K004417"), ids);
}

#[test]
fn an_exhibit_waits_for_its_photo() {
    let mut case = Case::default();
    let without = case.log(CUSTOMS, "no camera");
    let mut promised = exhibit("camera");
    promised.photo = Photo::Attached;
    let promised = case.write_well(CUSTOMS, Record::ExhibitLogged(promised));
    let points = case.state.open_points();
    assert_eq!(points.without_photo, [without]);
    assert_eq!(points.photo_awaited, [promised]);
    case.write_well(CUSTOMS, Record::FileAttached(file(promised, "a.jpg")));
    case.write_well(CUSTOMS, Record::FileAttached(file(without, "b.jpg")));
    let points = case.state.open_points();
    assert_eq!(points.without_photo, []);
    assert_eq!(points.photo_awaited, []);
}

fn party_now(case: &Case) -> String {
    let parties = case.state.parties().values();
    parties.map(|party| party.current.name.clone()).collect()
}

/// What is told again as it stands is not told twice.
#[test]
fn a_name_that_is_given_again_has_no_line_of_its_own() {
    let mut case = Case::default();
    for _ in 0..2 {
        let record = Record::PartyNamed {
            party: PartyId::new([8; 32]),
            name: "Kestria".into(),
            country: "QN".into(),
        };
        case.write_well(PROSECUTOR, record);
    }
    assert_eq!(case.state.timeline().len(), 1);
    assert!(
        case.state.parties()[&PartyId::new([8; 32])]
            .earlier
            .is_empty()
    );
}

#[test]
fn a_renamed_party_and_person_keep_their_earlier_names() {
    let mut case = Case::default();
    let party = PartyId::new([8; 32]);
    for name in ["Kestria", "Republic of Kestria"] {
        let (name, country) = (name.to_owned(), "QN".to_owned());
        case.write_well(
            PROSECUTOR,
            Record::PartyNamed {
                party,
                name,
                country,
            },
        );
        case.write_well(
            PROSECUTOR,
            Record::PersonNamed {
                person: CUSTOMS,
                name: "QN-C2".into(),
                function: format!("customs investigator of {}", party_now(&case)),
                salt: "0a".repeat(16),
            },
        );
    }
    assert_eq!(
        case.state.parties()[&party].current.name,
        "Republic of Kestria"
    );
    assert_eq!(case.state.parties()[&party].earlier[0].name, "Kestria");
    assert_eq!(case.state.person_name(CUSTOMS), Some("QN-C2"));
    assert_eq!(case.state.people()[&CUSTOMS].earlier.len(), 1);
}

#[test]
fn the_timeline_runs_by_record_and_by_what_happened() {
    let mut case = Case::default();
    let first = case.log(CUSTOMS, "first");
    let mut earlier = support::entry(Record::ExhibitLogged(exhibit("second")));
    earlier.happened.at.utc_ms -= 6 * 60 * 60 * 1000;
    earlier.happened.late_reason = Some("no network on the quay".into());
    let (second, _) = case.apply(CUSTOMS, hawser_casework::Body::Opened(earlier));
    let order: Vec<_> = case.state.timeline().iter().map(|line| line.id).collect();
    assert_eq!(order, [first, second]);
    let told: Vec<_> = case
        .state
        .timeline_by_happened()
        .map(|line| line.id)
        .collect();
    assert_eq!(told, [second, first]);
    assert!(case.state.timeline_entry(second).unwrap().late);
    assert!(!case.state.timeline_entry(first).unwrap().late);
    let Moment { utc_ms, .. } = NOON;
    assert_eq!(case.state.timeline_between(utc_ms, utc_ms).count(), 1);
    assert_eq!(case.state.timeline_between(utc_ms + 1, utc_ms).count(), 0);
}

#[test]
fn a_record_sent_twice_counts_once() {
    let mut case = Case::default();
    case.log(CUSTOMS, "bag");
    let again = case.written[0].clone();
    assert_eq!(refusal(case.state.apply(&again)), Rule::DuplicateRecord);
    assert_eq!(case.state.exhibits().len(), 1);
    assert_eq!(case.state.timeline().len(), 2);
}

#[test]
fn a_record_of_a_later_version_is_kept_and_shown_as_such() {
    let mut case = Case::default();
    let type_name = "hologram-attached".to_owned();
    let (id, outcome) = case.write(CUSTOMS, Record::Unknown { type_name });
    assert_eq!(outcome, Outcome::Unknown);
    assert_eq!(
        case.state.timeline_entry(id).unwrap().what.code(),
        "unknown"
    );
}

#[test]
fn masses_are_compared_by_value() {
    let masses: [Decimal; 3] = ["1.20", "0.005", "-0.5"].map(|text| text.parse().unwrap());
    let sum = masses[0].checked_add(&masses[1]).unwrap();
    let sum = sum.checked_add(&masses[2]).unwrap();
    assert_eq!(sum.to_string(), "0.705");
}
