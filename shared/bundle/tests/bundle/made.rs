//! What goes into a bundle, and what it tells.

use std::collections::BTreeSet;

use hawser_bundle::{Disclosure, MakeError};
use hawser_casework::Record;
use hawser_ledger::log::{InclusionProof, LogKey};
use hawser_ledger::membership::Act;
use hawser_ledger::{Event, Frame};
use hawser_views::bundle::{Ground, Naming, WithheldStretch};

use crate::court::{Court, OTHER, noon, verify_zip};

#[test]
fn a_court_reads_who_wrote_what_in_which_order_and_who_held_it() {
    let court = Court::set();
    let found = court.bundle().verify().unwrap();
    assert_eq!(found.entries, 20);
    assert_eq!((found.signatures, found.acts), (20, 9));
    assert_eq!((found.opened, found.encrypted), (11, 0));
    assert_eq!(found.withheld, []);
    assert_eq!(
        (found.title.as_str(), found.kind.as_str()),
        ("TIDEMARK", "case")
    );
    assert_eq!(found.made_by.name, "alpha administrator");
    assert_eq!(found.made_by.party, "Kestria");
    assert!(found.made_by.is_member);
    assert_eq!(found.unreadable, []);
    assert_eq!(found.refused, []);
    assert_eq!(found.unknown_from, None);
    let certified: Vec<(&str, Naming)> = found
        .signers
        .iter()
        .map(|one| (one.party.as_str(), one.naming))
        .collect();
    // Who spoke for Lumara when it joined is no member, and was not named.
    assert!(certified.contains(&("Lumara", Naming::Unnamed)));
    assert!(certified.contains(&("Lumara", Naming::Certified)));
    assert_eq!(found.parties.len(), 2);
    let handset = &found.exhibits[0];
    assert_eq!(handset.description, "handset, black");
    assert_eq!(handset.holder, "alpha administrator");
    let steps: Vec<(&str, bool)> = handset
        .chain
        .iter()
        .map(|step| (step.kind.as_str(), step.signed))
        .collect();
    assert_eq!(
        steps,
        [("logged", false), ("offered", true), ("accepted", true)]
    );
    assert_eq!(handset.corrections.len(), 1);
    assert_eq!(handset.files[0].length, court.pixels.len() as u64);
    assert_eq!(
        handset.files[0].path.as_deref(),
        Some("files/000015/table__1.jpg")
    );
    // As a folder and as one file it is the same.
    assert_eq!(verify_zip(&court.zip()).unwrap(), found);
}

#[test]
fn one_exhibit_goes_to_court_without_the_others() {
    let court = Court::set();
    let whole = court.making(|_| None);
    let concerned = whole.records().concerning(&[court.handset], &[]);
    assert_eq!(concerned.exhibits, BTreeSet::from([court.handset]));
    for rest in [
        Disclosure::AsItStands,
        Disclosure::Withheld(Ground::OtherMatter),
    ] {
        let is_act = |seq: u64| !court.keys.contains_key(&seq);
        let making = court.making(|seq| {
            (!is_act(seq) && !concerned.entries.contains(&seq)).then(|| rest.clone())
        });
        let folder = court.folder(court.finish(making));
        let found = folder.verify().unwrap();
        assert_eq!(found.entries, 20, "the order of all is proven");
        assert_eq!(found.exhibits.len(), 1);
        assert_eq!(found.exhibits[0].holder, "alpha administrator");
        assert_eq!(found.refused, []);
        // What was not disclosed stands nowhere.
        for (path, bytes) in &folder.0 {
            let shows = |what: &str| {
                bytes
                    .windows(what.len())
                    .any(|part| part == what.as_bytes())
            };
            assert!(!shows(OTHER), "{path}");
        }
        if matches!(rest, Disclosure::AsItStands) {
            assert_eq!((found.encrypted, found.withheld.len()), (1, 0));
        } else {
            let stretch = WithheldStretch {
                first: 16,
                last: 16,
                ground: Ground::OtherMatter,
            };
            assert_eq!((found.encrypted, found.withheld), (0, vec![stretch]));
        }
        assert_eq!(found.exhibits[0].files[0].path, None, "only its hash");
    }
}

#[test]
fn nobody_hands_on_what_they_were_not_given() {
    let court = Court::set();
    let mut frames = court.frames.clone();
    let Frame::Event(bytes) = &frames[16] else {
        panic!("an event");
    };
    frames[16] = Frame::Withheld(Event::decode(bytes).unwrap().id());
    let limited = Court {
        frames,
        ..court.clone()
    };
    let folder = limited.folder(limited.finish(limited.making(|_| None)));
    let found = folder.verify().unwrap();
    assert_eq!(found.withheld[0].ground, Ground::NotHeld);
    assert_eq!(found.opened, 10);
}

#[test]
fn a_change_of_members_is_never_left_out() {
    let court = Court::set();
    for seq in 0..9_u64 {
        let mut making = hawser_bundle::Making::default();
        let refused = (0..).zip(court.frames.clone()).find_map(|(at, frame)| {
            let disclosure = if at == seq {
                Disclosure::Withheld(Ground::OtherMatter)
            } else {
                Disclosure::AsItStands
            };
            making.add(frame, disclosure).err()
        });
        let Some(MakeError::Fault(fault)) = refused else {
            panic!("entry {seq} was left out");
        };
        let due = if seq == 0 {
            "bad-header"
        } else {
            "wrong-act-count"
        };
        assert_eq!(fault.told().code, due, "{seq}: {fault}");
    }
}

#[test]
fn foreign_tools_read_checkpoint_and_proofs() {
    let court = Court::set();
    let folder = court.bundle();
    let found = folder.verify().unwrap();
    let key = LogKey::parse(&found.log_key).unwrap();
    assert_eq!(
        key.open(&folder.0["checkpoint"]).unwrap().checkpoint.size,
        20
    );
    let proof = InclusionProof::parse(&folder.text("proofs/000014.tlog-proof")).unwrap();
    let Frame::Event(bytes) = &court.frames[14] else {
        panic!("an event");
    };
    let leaf = Event::decode(bytes).unwrap().id();
    proof.check(&leaf.0, &key).unwrap();
    assert!(proof.check(&[0; 32], &key).is_err());
}

#[test]
fn attack_33_what_people_wrote_stands_in_the_report_as_text() {
    let court = Court::set();
    let report = court.bundle().text("report.html");
    assert!(
        report.contains("handset &lt;b&gt;black&lt;/b&gt;"),
        "escaped"
    );
    assert!(!report.contains("<b>"));
    assert!(report.contains("table &amp;1.jpg"));
    assert!(!report.contains("<script"));
    assert!(report.contains("default-src 'none'"));
}

#[test]
fn what_breaks_a_rule_is_told_and_counts_for_nothing() {
    let mut court = Court::set();
    let ben = court.ben.clone();
    // The handset is the founder's by now.
    let offer = Record::HandoverWithdrawn {
        offer: court.handset,
        reason: "not mine".into(),
    };
    court.write(&ben, offer);
    let found = court.bundle().verify().unwrap();
    assert_eq!(found.refused.len(), 1);
    assert_eq!(
        (found.refused[0].0, found.refused[0].1.as_str()),
        (20, "ben")
    );
}

#[test]
fn the_maker_signs_and_is_shown_when_gone() {
    let mut court = Court::set();
    let stranger = crate::support::key("stranger");
    let folder = court.folder(court.finish_by(court.making(|_| None), &stranger));
    assert_eq!(
        folder.verify().unwrap_err().told().code,
        "maker-unknown",
        "a bundle by nobody of the case"
    );
    let (founder, ben) = (court.founder(), court.ben.clone());
    let by_ben = |court: &Court| {
        let found = court.folder(court.finish_by(court.making(|_| None), &ben.key));
        found.verify().unwrap().made_by
    };
    assert!(by_ben(&court).is_member);
    let remove = Act::MemberRemove {
        user: ben.user,
        rotations: Vec::new(),
    };
    court.act(&founder, remove);
    assert!(!by_ben(&court).is_member);
    assert_eq!(court.bundle().verify().unwrap().made, noon());
}

#[test]
fn what_is_closed_is_told_and_blamed_on_nobody() {
    let court = Court::set();
    // The handset's own entry is closed: what refers to it cannot be judged.
    let making = court.making(|seq| (seq == 14).then_some(Disclosure::AsItStands));
    let found = court.folder(court.finish(making)).verify().unwrap();
    assert_eq!((found.undisclosed, found.refused.len()), (1, 0));
    assert_eq!(found.unresolved, [15, 17, 18, 19]);
    // The acceptance is closed: the holder is told as far as it was disclosed.
    let making = court.making(|seq| (seq == 18).then_some(Disclosure::AsItStands));
    let found = court.folder(court.finish(making)).verify().unwrap();
    assert_eq!(found.exhibits[0].custody, "offered");
    assert_eq!(found.undisclosed, 1);
}

#[test]
fn a_file_keeps_the_place_it_had_when_its_name_is_corrected() {
    let mut court = Court::set();
    let ben = court.ben.clone();
    let corrected = Record::Corrected {
        target: court.photo,
        field: "name".into(),
        old: "table &1.jpg".into(),
        new: "desk.jpg".into(),
        why: "misread".into(),
    };
    court.write(&ben, corrected);
    let folder = court.bundle();
    let found = folder.verify().unwrap();
    assert_eq!(found.refused, []);
    assert_eq!(found.exhibits[0].files[0].name, "desk.jpg");
    assert_eq!(
        found.exhibits[0].files[0].path.as_deref(),
        Some("files/000015/table__1.jpg")
    );
    assert_eq!(crate::second::verdict(&folder), Some(0));
}

#[test]
fn what_is_left_out_at_the_end_is_told_for_what_it_is() {
    let court = Court::set();
    let making =
        court.making(|seq| (seq > 17).then_some(Disclosure::Withheld(Ground::OtherMatter)));
    let found = court.folder(court.finish(making)).verify().unwrap();
    assert_eq!(found.unknown_from, Some(18));
}
