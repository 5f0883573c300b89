//! Small age files: the `age` command on the other side, and headers no parser should see.
#![expect(
    clippy::unwrap_used,
    reason = "a helper that cannot help should stop the test"
)]

use std::fmt::Write as _;

use hawser_encryption::OpenError;
use hawser_encryption::age_file::{identity_text, make_age_file, recipient_text};
use hawser_ledger::header::SUITE_X25519;
use secrecy::ExposeSecret as _;

use crate::support::*;

#[test]
fn the_age_command_opens_what_we_encrypt() {
    let Some(age) = age() else { return };
    let secret = [0x77; 32];
    let public =
        x25519_dalek::PublicKey::from(&x25519_dalek::StaticSecret::from(secret)).to_bytes();
    for length in [0, 1, 65_536, 70_000] {
        let file = make_age_file(&public, &content(length)).unwrap();
        let opened = age_opens(
            age,
            identity_text(SUITE_X25519, &secret).expose_secret(),
            &file,
        );
        assert_eq!(opened, Some(content(length)), "{length} bytes");
    }
    let file = make_age_file(&public, b"secret").unwrap();
    assert_eq!(
        age_opens(
            age,
            identity_text(SUITE_X25519, &[0x78; 32]).expose_secret(),
            &file
        ),
        None
    );
}

#[test]
fn we_open_what_the_age_command_encrypts() {
    let Some(age) = age() else { return };
    let ben = identity("ben");
    let to = recipient_text(&ben.recipient(SUITE_X25519)).unwrap();
    let other = recipient_text(&identity("bea").recipient(SUITE_X25519)).unwrap();
    for length in [0, 1, 65_535, 65_536, 65_537, 200_000] {
        let file = run(age, &["-r", &to], &content(length)).unwrap();
        assert_eq!(
            ben.open_letter(SUITE_X25519, &file).unwrap().as_slice(),
            content(length)
        );
        // What somebody else could open too is not for this person alone.
        let file = run(age, &["-r", &other, "-r", &to], &content(length)).unwrap();
        let opened = ben.open_letter(SUITE_X25519, &file).err();
        assert_eq!(opened, Some(OpenError::Key), "of two recipients");
    }
}

#[test]
fn a_letter_of_more_than_256_kibibytes_is_refused() {
    let ben = identity("ben");
    let open = |length| {
        ben.open_letter(
            SUITE_X25519,
            &make_age_file(&ben.recipient(SUITE_X25519), &content(length)).unwrap(),
        )
        .err()
    };
    assert_eq!(open(256 << 10), None);
    assert_eq!(open((256 << 10) + 1), Some(OpenError::Form));
}

fn header(stanzas: usize, width: usize) -> Vec<u8> {
    let mut text = "age-encryption.org/v1\n".to_owned();
    for number in 0..stanzas {
        writeln!(
            text,
            "-> X{number} {}\n{}",
            "a".repeat(width),
            "A".repeat(43)
        )
        .unwrap();
    }
    text.push_str("--- ");
    text.push_str(&"A".repeat(43));
    text.push('\n');
    text.into_bytes()
}

#[test]
fn a_header_out_of_all_proportion_is_refused_before_it_is_parsed() {
    let ben = identity("ben");
    let refused = |file: &[u8]| {
        assert_eq!(
            ben.open_letter(SUITE_X25519, file).err(),
            Some(OpenError::HeaderTooLarge)
        );
    };
    refused(&header(1, 261_000));
    refused(&header(100_000, 1));
    refused(&header(65, 1));
    refused(&vec![b'a'; 261_000]);
    refused(
        &[
            b"age-encryption.org/v1\n".as_slice(),
            &b"-> X\n\n".repeat(100_000),
        ]
        .concat(),
    );
    // The last line reaches over the limit.
    let long = header(1, 16_300);
    assert!(long.len() > 16 << 10);
    refused(&long);
    // Within the limits it is the parser's business.
    assert!(matches!(
        ben.open_letter(SUITE_X25519, &header(64, 1)).err(),
        Some(OpenError::Form | OpenError::Key)
    ));
}

#[test]
fn a_file_without_an_end_of_its_header_is_none() {
    let ben = identity("ben");
    for file in [
        b"".as_slice(),
        b"age-encryption.org/v1\n",
        b"--- ",
        b"not an age file\n",
        &[0; 100],
    ] {
        assert!(ben.open_letter(SUITE_X25519, file).is_err());
    }
    let good = make_age_file(&ben.recipient(SUITE_X25519), b"letter").unwrap();
    for length in 0..good.len() {
        assert!(
            ben.open_letter(SUITE_X25519, &good[..length]).is_err(),
            "cut to {length}"
        );
    }
    let mut longer = good;
    longer.push(0);
    assert!(ben.open_letter(SUITE_X25519, &longer).is_err());
}

#[test]
fn a_passphrase_in_a_header_costs_nothing_and_opens_nothing() {
    let ben = identity("ben");
    let scrypt = |rest: &str| {
        let salt = "AAAAAAAAAAAAAAAAAAAAAA";
        format!(
            "age-encryption.org/v1\n-> scrypt {salt} 22\n{}\n{rest}--- {}\n",
            "A".repeat(43),
            "A".repeat(43)
        )
    };
    let alone = [scrypt("").into_bytes(), vec![0; 32]].concat();
    assert_eq!(
        ben.open_letter(SUITE_X25519, &alone).err(),
        Some(OpenError::Key)
    );
    let key = "A".repeat(43);
    let mixed = [
        scrypt(&format!("-> X25519 {key}\n{key}\n")).into_bytes(),
        vec![0; 32],
    ]
    .concat();
    assert_eq!(
        ben.open_letter(SUITE_X25519, &mixed).err(),
        Some(OpenError::Form)
    );
}
