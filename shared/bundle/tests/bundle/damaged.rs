//! Bundles that were altered, cut off, stuffed, or never were one.

use std::collections::BTreeMap;

use hawser_bundle::{Fault, Making};
use hawser_casework::{Exhibit, ExhibitKind, Record, record::Photo};
use hawser_ledger::key::hash;
use hawser_ledger::log::{Checkpoint, LogKey, SignedCheckpoint};
use hawser_views::bundle::{Ground, WithheldStretch};

use crate::court::{Court, Folder, verify_zip};
use crate::second::verdict;
use crate::support::{key, public};

fn code(folder: &Folder) -> String {
    let fault = folder.verify().expect_err("it was called valid");
    assert!(!fault.is_unreadable(), "{fault}");
    if let Some(theirs) = verdict(folder) {
        assert_eq!(
            theirs, 1,
            "the second checker, where this one says: {fault}"
        );
    }
    fault.told().code
}

/// Each position with one bit of its byte turned: what is told of it. Nothing may be valid.
fn turned(bundle: &[u8], positions: &[usize]) -> BTreeMap<String, u64> {
    let cores = std::thread::available_parallelism().map_or(2, usize::from);
    let share = positions.len().div_ceil(cores);
    let told = std::thread::scope(|scope| {
        let workers: Vec<_> = positions
            .chunks(share)
            .map(|positions| {
                scope.spawn(move || {
                    let mut bytes = bundle.to_vec();
                    let mut told: BTreeMap<String, u64> = BTreeMap::new();
                    for position in positions {
                        let bit = 1 << (position % 8);
                        bytes[*position] ^= bit;
                        let fault = verify_zip(&bytes)
                            .expect_err(&format!("byte {position} was turned and it is valid"));
                        bytes[*position] ^= bit;
                        let fault = fault.told();
                        assert!(
                            fault.entry.is_some()
                                || fault.file.is_some()
                                || fault.code == "not-a-bundle",
                            "byte {position}: {fault:?}"
                        );
                        *told.entry(fault.code).or_default() += 1;
                    }
                    told
                })
            })
            .collect();
        workers
            .into_iter()
            .map(|worker| worker.join().unwrap())
            .collect::<Vec<_>>()
    });
    told.into_iter().flatten().fold(
        BTreeMap::new(),
        |mut sum: BTreeMap<String, u64>, (code, count)| {
            *sum.entry(code).or_default() += count;
            sum
        },
    )
}

#[test]
fn attack_41_no_byte_of_a_bundle_can_be_changed() {
    let bundle = Court::set().zip();
    assert!(bundle.len() <= 64 << 10, "{} bytes", bundle.len());
    verify_zip(&bundle).unwrap();
    let told = turned(&bundle, &(0..bundle.len()).collect::<Vec<_>>());
    assert_eq!(told.values().sum::<u64>(), bundle.len() as u64);
    assert!(
        !told.contains_key("update-needed"),
        "altered, not newer: {told:?}"
    );
    for due in [
        "bad-signature",
        "encrypted-part-changed",
        "bad-container",
        "file-changed",
    ] {
        assert!(told.contains_key(due), "{due}: {told:?}");
    }
}

#[test]
fn attack_41_nor_ten_thousand_of_a_larger_one() {
    // A photo of a megabyte: most positions lie in it.
    let pixels = (0..32_768_u64)
        .flat_map(|number| hash(&[&number.to_be_bytes()]))
        .collect();
    let bundle = Court::with_photo(pixels).zip();
    assert!(
        (1 << 20..2 << 20).contains(&bundle.len()),
        "{}",
        bundle.len()
    );
    verify_zip(&bundle).unwrap();
    let positions: Vec<usize> = (0..10_000_u64)
        .map(|number| {
            let digest = hash(&[b"position", &number.to_be_bytes()]);
            let drawn = u64::from_be_bytes(*digest.first_chunk().unwrap());
            usize::try_from(drawn % bundle.len() as u64).unwrap()
        })
        .collect();
    turned(&bundle, &positions);
}

#[test]
fn a_bundle_that_is_cut_off_or_goes_on_is_refused() {
    let bundle = Court::set().zip();
    for length in (0..bundle.len()).step_by(211) {
        assert!(verify_zip(&bundle[..length]).is_err(), "{length}");
    }
    for more in [&b"\0"[..], b"PK\x05\x06", &[0; 22]] {
        assert!(verify_zip(&[&bundle[..], more].concat()).is_err());
        assert!(verify_zip(&[more, &bundle[..]].concat()).is_err());
    }
    for stranger in [&b""[..], b"PK", b"%PDF-1.7 and so on and so on", &[0; 4096]] {
        let fault = verify_zip(stranger).unwrap_err();
        assert!(fault.is_unreadable(), "{fault}");
    }
}

#[test]
fn attack_34_files_that_a_bundle_does_not_have_are_refused() {
    let court = Court::set();
    let folder = court.bundle();
    for path in [
        "readme.txt",
        "../escape",
        "/etc/passwd",
        "C:\\autoexec.bat",
        "Checkpoint",
        "files/000015/other.jpg",
        "proofs/14.tlog-proof",
    ] {
        let mut stuffed = folder.clone();
        stuffed.0.insert(path.into(), b"x".to_vec());
        assert_eq!(code(&stuffed), "file-unlisted", "{path}");
        // Listed and signed for it is refused for what it is.
        let maker = court.founder().key;
        let listed = stuffed.resigned(&court, &maker, |manifest| {
            let mut file = manifest.files[0].clone();
            file.path = path.into();
            file.length = 1;
            file.sha256 = hex::encode(hash(&[b"x"]));
            manifest.files.push(file);
            manifest
                .files
                .sort_by(|one, other| one.path.cmp(&other.path));
        });
        let code = code(&listed);
        assert!(
            ["bad-path", "file-without-meaning"].contains(&code.as_str()),
            "{path}: {code}"
        );
    }
    for (path, code_due) in [
        ("checkpoint", "file-missing"),
        ("entries", "file-missing"),
        ("files/000015/table__1.jpg", "file-missing"),
        ("manifest.sig", "bundle-signature"),
    ] {
        let mut without = folder.clone();
        without.0.remove(path);
        assert_eq!(code(&without), code_due, "{path}");
    }
    let mut none = folder.clone();
    none.0.remove("manifest.json");
    assert!(none.verify().unwrap_err().is_unreadable());
}

#[test]
fn who_makes_a_bundle_cannot_make_it_say_what_the_entries_do_not() {
    let court = Court::set();
    let maker = court.founder().key;
    let folder = court.bundle();
    let lies = |change: &dyn Fn(&mut hawser_bundle::Manifest)| {
        code(&folder.resigned(&court, &maker, change))
    };
    assert_eq!(lies(&|manifest| manifest.entries = 19), "entries-count");
    assert_eq!(
        lies(&|manifest| manifest.space = hawser_ledger::SpaceId([1; 32])),
        "wrong-space"
    );
    let stretch = |first, last| WithheldStretch {
        first,
        last,
        ground: Ground::OtherMatter,
    };
    assert_eq!(
        lies(&|manifest| manifest.withheld = vec![stretch(16, 16)]),
        "not-withheld"
    );
    assert_eq!(
        lies(&|manifest| manifest.withheld = vec![stretch(20, 25)]),
        "withheld-beyond-end"
    );
    assert_eq!(
        lies(&|manifest| manifest.withheld = vec![stretch(5, 4)]),
        "manifest-form"
    );
    assert_eq!(
        lies(&|manifest| drop(manifest.exhibits.pop())),
        "exhibit-numbers"
    );
    assert_eq!(
        lies(&|manifest| manifest.exhibits[0].number = "E-1\n".into()),
        "manifest-form"
    );
    // Where all is there a number can be none but its own.
    let swapped = folder.resigned(&court, &maker, |manifest| {
        let first = manifest.exhibits[0].number.clone();
        manifest.exhibits[0].number = manifest.exhibits[1].number.clone();
        manifest.exhibits[1].number = first;
    });
    assert_eq!(swapped.verify().unwrap_err().told().code, "exhibit-numbers");
    assert_eq!(
        lies(&|manifest| manifest.exhibits[0].number = manifest.exhibits[1].number.clone()),
        "exhibit-numbers"
    );
    let newer = folder.resigned(&court, &maker, |manifest| {
        manifest.format = "hawser-bundle/2".into();
    });
    let fault = newer.verify().unwrap_err();
    assert!(fault.is_unreadable() && fault.told().code == "update-needed");
    let letter = court.letter;
    assert_eq!(
        lies(&|manifest| manifest.attachments[0].record = letter),
        "file-without-entry"
    );
    // The file under a name that opens as something else.
    let mut renamed = folder.clone();
    let photo = renamed.0.remove("files/000015/table__1.jpg").unwrap();
    renamed.0.insert("files/000015/run.exe".into(), photo);
    let renamed = renamed.resigned(&court, &maker, |manifest| {
        manifest.attachments[0].path = "files/000015/run.exe".into();
        for file in &mut manifest.files {
            if file.path.starts_with("files/") {
                file.path = "files/000015/run.exe".into();
            }
        }
    });
    assert_eq!(code(&renamed), "bad-path");
    // Another file in place of the one that was attached.
    let other = folder.with("files/000015/table__1.jpg", |bytes| bytes[0] ^= 1);
    assert_eq!(code(&other), "file-changed");
    assert_eq!(
        code(&other.resigned(&court, &maker, |_| {})),
        "file-changed",
        "the entry names its hash"
    );
    // A key of another entry; a key for a change of members; one for no entry.
    let keys = |change: &dyn Fn(&mut Vec<u8>)| {
        code(&folder.with("keys", change).resigned(&court, &maker, |_| {}))
    };
    assert_eq!(keys(&|bytes| bytes[12] ^= 1), "wrong-key");
    assert_eq!(keys(&|bytes| bytes[11] = 3), "key-without-content");
    let last = 4 + 10 * 40 + 7;
    assert_eq!(keys(&|bytes| bytes[last] = 99), "key-without-entry");
    assert_eq!(keys(&|bytes| bytes.push(0)), "keys-form");
    // Somebody else's signature.
    let stranger = key("stranger");
    assert_eq!(
        code(&folder.resigned(&court, &stranger, |_| {})),
        "bundle-signature"
    );
}

#[test]
fn attack_11_a_checkpoint_of_another_log_or_state_is_refused() {
    let court = Court::set();
    let maker = court.founder().key;
    let folder = court.bundle();
    let chain = &court.ledger.chain;
    let origin = LogKey::of("https://hawser.example", chain.space(), public(&court.log))
        .unwrap()
        .origin()
        .to_owned();
    let note = |origin: &str, size: u64, root: [u8; 32], signer: &ed25519_dalek::SigningKey| {
        let key = LogKey::of("https://hawser.example", chain.space(), public(signer)).unwrap();
        let checkpoint = Checkpoint {
            origin: origin.to_owned(),
            size,
            root,
        };
        key.note(&SignedCheckpoint::sign(checkpoint, signer))
    };
    let root = chain.tree().root();
    for (note, due) in [
        (
            note(&origin, 20, root, &key("other log")),
            "checkpoint-unsigned",
        ),
        (
            note("else.example/space/1", 20, root, &court.log),
            "checkpoint-other-origin",
        ),
        (note(&origin, 19, root, &court.log), "checkpoint-other-tree"),
        (
            note(&origin, 20, [7; 32], &court.log),
            "checkpoint-other-tree",
        ),
        ("no note".to_owned(), "checkpoint-unreadable"),
    ] {
        let other = folder
            .with("checkpoint", |bytes| *bytes = note.clone().into_bytes())
            .resigned(&court, &maker, |_| {});
        assert_eq!(code(&other), due);
    }
    // Nor does anybody make one upon another state.
    let mut further = court.clone();
    let exhibit = Exhibit::new(
        ExhibitKind::Paper,
        "later",
        Photo::Without {
            reason: "dark".into(),
        },
    );
    let making = court.making(|_| None);
    further.write(&court.founder(), Record::ExhibitLogged(exhibit));
    let made = making.finish(&hawser_bundle::Maker {
        note: &further.note(),
        key: hawser_ledger::key::key_id(&public(&maker)),
        at: crate::court::noon(),
        numbers: &|_| None,
        words: &hawser_bundle::Words::english(),
        sign: &|_, _| [0; 64],
    });
    assert!(made.is_err());
}

#[test]
fn proofs_that_prove_something_else_are_refused() {
    let court = Court::set();
    let maker = court.founder().key;
    let folder = court.bundle();
    let (one, other) = ("proofs/000014.tlog-proof", "proofs/000016.tlog-proof");
    let swapped = folder
        .with(one, |bytes| *bytes = folder.0[other].clone())
        .resigned(&court, &maker, |_| {});
    assert_eq!(code(&swapped), "proof");
    let text = folder.text(one);
    for changed in [
        text.replacen("index 14", "index 15", 1),
        text.replacen("index 14", "index 014", 1),
        text.replacen("v1\n", "v1\nextra AAAA\n", 1),
        String::new(),
    ] {
        let damaged = folder
            .with(one, |bytes| *bytes = changed.clone().into_bytes())
            .resigned(&court, &maker, |_| {});
        assert_eq!(code(&damaged), "proof");
    }
}

#[test]
fn entries_cannot_be_swapped_left_out_or_made_up() {
    let court = Court::set();
    let broken = |change: &dyn Fn(&mut Vec<hawser_ledger::Frame>)| {
        let mut frames = court.frames.clone();
        change(&mut frames);
        let mut making = Making::default();
        frames
            .into_iter()
            .find_map(|frame| {
                let disclosure = hawser_bundle::Disclosure::AsItStands;
                making.add(frame, disclosure).err()
            })
            .map(|error| match error {
                hawser_bundle::MakeError::Fault(Fault::Entry { seq, code, .. }) => (seq, code),
                other => panic!("{other}"),
            })
            .expect("it was taken")
    };
    assert_eq!(
        broken(&|frames| frames.swap(10, 11)),
        (10, "wrong-sequence")
    );
    assert_eq!(
        broken(&|frames| drop(frames.remove(12))),
        (12, "wrong-sequence")
    );
    let again = court.frames[19].clone();
    assert_eq!(
        broken(&|frames| frames.push(again.clone())).1,
        "command-doubled"
    );
}

#[test]
fn a_hundred_thousand_entries_are_checked() {
    let mut court = Court::set();
    let ben = court.ben.clone();
    for number in 0..100_000 {
        let name = Record::PersonNote {
            person: hawser_casework::PersonId::new([number as u8; 16]),
            act: hawser_casework::record::PersonAct::Reinstated,
            reason: String::new(),
        };
        court.write(&ben, name);
    }
    let making = court.making(|seq| (seq > 19).then_some(hawser_bundle::Disclosure::AsItStands));
    let folder = court.folder(court.finish(making));
    let found = folder.verify().unwrap();
    assert_eq!((found.entries, found.signatures), (100_020, 100_020));
    assert_eq!(found.encrypted, 100_000);
}
