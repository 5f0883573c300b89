//! What the fields of a record may hold.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod support;

use hawser_casework::{
    Record,
    record::{LONG_TEXT_MAX, Photo, Problem, Quantity, file_name_problem, spelled},
};
use support::{entry, exhibit, file, terms};

fn problems(record: Record) -> Vec<(&'static str, &'static str)> {
    let errors = entry(record).validate().unwrap_err();
    errors
        .iter()
        .map(|error| (error.field, error.problem.code()))
        .collect()
}

fn titled(title: &str) -> Record {
    Record::CaseOpened(hawser_casework::record::CaseTerms {
        title: title.into(),
        ..terms()
    })
}

#[test]
fn a_title_says_what_it_seems_to_say() {
    assert_eq!(problems(titled("")), [("title", "missing")]);
    assert_eq!(problems(titled(" \u{a0}")), [("title", "missing")]);
    assert_eq!(problems(titled("a\nb")), [("title", "control-character")]);
    assert_eq!(
        problems(titled("a\u{2028}b")),
        [("title", "control-character")]
    );
    assert_eq!(problems(titled("a\u{202e}b")), [("title", "bidi-control")]);
    assert_eq!(problems(titled("a\u{2066}b")), [("title", "bidi-control")]);
    assert_eq!(problems(titled(&"é".repeat(201))), [("title", "too-long")]);
    assert!(entry(titled(&"é".repeat(200))).validate().is_ok());
}

#[test]
fn what_hides_in_a_file_name_is_written_out() {
    assert_eq!(spelled("invoice\u{202e}fdp.exe"), "invoice[U+202E]fdp.exe");
    assert_eq!(spelled("a\0b\n"), "a[U+0000]b[U+000A]");
    assert_eq!(spelled("été 1.jpg"), "été 1.jpg");
}

#[test]
fn a_file_name_stays_in_its_folder() {
    let id = hawser_casework::RecordId::new([3; 16]);
    for name in [
        "../../etc/passwd",
        "a\\b.jpg",
        "..",
        "",
        "gpj.\u{202e}exe",
        "a\0b",
    ] {
        let found = problems(Record::FileAttached(file(id, name)));
        assert!(found.iter().all(|(field, _)| *field == "name"), "{name}");
        let said = file_name_problem(name).unwrap();
        assert_eq!(found[0].1, said.code(), "the same before it is sent");
    }
    assert_eq!(file_name_problem("été 1.jpg"), None);
    assert!(
        entry(Record::FileAttached(file(id, "été 1.jpg")))
            .validate()
            .is_ok()
    );
}

#[test]
fn a_long_text_may_have_lines_and_is_bounded() {
    let long = |text: &str| Record::ExhibitLogged(exhibit(text));
    assert!(
        entry(long("line\n\tline \u{2067}עברית\u{2069}"))
            .validate()
            .is_ok()
    );
    assert_eq!(
        problems(long("a\u{202e}b")),
        [("description", "bidi-control")]
    );
    assert_eq!(
        problems(long("a\u{7}b")),
        [("description", "control-character")]
    );
    let errors = entry(long(&"x".repeat(LONG_TEXT_MAX + 1)))
        .validate()
        .unwrap_err();
    let (max, found) = (LONG_TEXT_MAX, LONG_TEXT_MAX + 1);
    assert_eq!(errors[0].problem, Problem::TooLong { max, found });
}

#[test]
fn a_term_ends_after_it_starts_on_days_that_exist() {
    let term = |starts: &str, ends: &str| {
        Record::CaseOpened(hawser_casework::record::CaseTerms {
            starts: starts.into(),
            ends: ends.into(),
            ..terms()
        })
    };
    assert!(entry(term("2028-02-29", "2028-02-29")).validate().is_ok());
    assert_eq!(
        problems(term("2026-02-29", "2026-12-31")),
        [("starts", "invalid")]
    );
    assert_eq!(
        problems(term("2026-12-31", "2026-12-30")),
        [("ends", "invalid")]
    );
    assert_eq!(
        problems(term("03/04/2026", "")),
        [("starts", "invalid"), ("ends", "missing")]
    );
}

#[test]
fn an_exhibit_without_a_photo_needs_a_reason() {
    let mut bare = exhibit("bag");
    bare.photo = Photo::Without {
        reason: String::new(),
    };
    assert_eq!(
        problems(Record::ExhibitLogged(bare)),
        [("photo.reason", "missing")]
    );
}

#[test]
fn coordinates_lie_on_the_earth_and_masses_are_not_negative() {
    let mut odd = exhibit("bag");
    odd.found.coordinates = Some(("-90.1".parse().unwrap(), "0".parse().unwrap()));
    odd.quantity = Some(Quantity {
        value: "-1".parse().unwrap(),
        unit: "kg".into(),
    });
    assert_eq!(
        problems(Record::ExhibitLogged(odd)),
        [("found.coordinates", "invalid"), ("quantity", "invalid")]
    );
}
