//! Suite 2: age's hybrid recipient, with typage on the other side, its published keys, and what must not be mixed.
#![expect(
    clippy::unwrap_used,
    reason = "a helper that cannot help should stop the test"
)]

use std::io::Write as _;
use std::process::{Command, Stdio};

use hawser_encryption::OpenError;
use hawser_encryption::age_file::{Recipient, identity_text, make_age_file, recipient_text};
use hawser_encryption::file::make_file_secrets;
use hawser_ledger::header::{SUITE_X25519, SUITE_XWING};
use hawser_ledger::key::hash;
use secrecy::ExposeSecret as _;

use crate::support::*;

/// Runs typage (npm `age-encryption`): `encrypt <recipient>` or `decrypt <identity>`, the file through standard input.
fn typage(what: &str, key: &str, input: &[u8]) -> Option<Vec<u8>> {
    const PROGRAM: &str = r#"
        import * as age from "age-encryption";
        import { readFileSync, writeSync } from "node:fs";
        const [what, key] = process.argv.slice(1);
        const input = new Uint8Array(readFileSync(0));
        let output;
        if (what === "encrypt") {
            const encrypter = new age.Encrypter();
            encrypter.addRecipient(key);
            output = await encrypter.encrypt(input);
        } else {
            const decrypter = new age.Decrypter();
            decrypter.addIdentity(key);
            output = await decrypter.decrypt(input);
        }
        for (let sent = 0; sent < output.length; ) sent += writeSync(1, output, sent);
    "#;
    let modules = std::path::PathBuf::from(std::env::var_os("HAWSER_NODE_MODULES")?);
    let mut child = Command::new("node")
        .current_dir(modules.parent()?)
        .args(["--input-type=module", "--eval", PROGRAM, what, key])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output.status.success().then_some(output.stdout)
}

fn has_typage() -> bool {
    let there = std::env::var_os("HAWSER_NODE_MODULES").is_some_and(|modules| {
        std::path::Path::new(&modules)
            .join("age-encryption")
            .exists()
    });
    assert!(
        there || std::env::var_os("CI").is_none(),
        "typage is missing"
    );
    there
}

#[test]
fn typage_opens_what_we_encrypt_and_we_what_typage_encrypts() {
    if !has_typage() {
        return;
    }
    let ben = identity("ben");
    let public = ben.recipient(SUITE_XWING);
    let to = recipient_text(&public).unwrap();
    let epoch = secret([0x31; 32]);
    let own = epoch.export_identity(place(), SUITE_XWING);
    let epoch_public = epoch.recipient(place(), SUITE_XWING);
    for length in [0, 1, 65_536, 70_000] {
        let file = typage("encrypt", &to, &content(length)).unwrap();
        let opened = ben.open_letter(SUITE_XWING, &file).unwrap();
        assert_eq!(opened.as_slice(), content(length), "{length} bytes");
        let file = make_age_file(&epoch_public, &content(length)).unwrap();
        let opened = typage("decrypt", own.expose_secret(), &file);
        assert_eq!(opened, Some(content(length)), "{length} bytes");
    }
    let file = make_age_file(&public, b"secret").unwrap();
    assert_eq!(typage("decrypt", own.expose_secret(), &file), None);
}

#[test]
fn keys_have_the_published_text_forms() {
    // c2sp.org/age, and the first vector of draft-connolly-cfrg-xwing-kem.
    let seed = |text: &str| {
        let mut seed = [0; 32];
        hex::decode_to_slice(text, &mut seed).unwrap();
        seed
    };
    let of_spec = seed("31bda90fbf9fccdde5cfc0ed5a0378c5ea67ea193d7938b03b8c5dabb9a67de3");
    assert_eq!(
        identity_text(SUITE_XWING, &of_spec).expose_secret(),
        "AGE-SECRET-KEY-PQ-1XX76JRALNLXDMEW0CRK45QMCCH4X06SE84UN3VPM33W6HWDX0H3SK3ZQFR"
    );
    let of_draft = seed("7f9c2ba4e88f827d616045507605853ed73b8093f6efbc88eb1a6eacfa66ef26");
    let public = hawser_encryption::age_file::public_key(SUITE_XWING, &of_draft);
    assert_eq!(
        hex::encode(hash(&[&public])),
        "2e816deebcd76c5c80d0cd2d174478871658e8e2ff42bc9d4a6e486372e856bb"
    );
    let public = hawser_encryption::age_file::public_key(SUITE_XWING, &of_spec);
    assert_eq!(
        hex::encode(hash(&[recipient_text(&public).unwrap().as_bytes()])),
        "a091dd7e0ee9d62b75173dcc98441a0424baa941e66a8776e570a4ae60ff61ea"
    );
}

#[test]
fn attack_21_suites_are_never_mixed_or_exchanged() {
    let ben = identity("ben");
    let (classic, hybrid) = (ben.recipient(SUITE_X25519), ben.recipient(SUITE_XWING));
    let by_classic = make_age_file(&classic, b"letter").unwrap();
    let by_hybrid = make_age_file(&hybrid, b"letter").unwrap();
    assert!(ben.open_letter(SUITE_XWING, &by_hybrid).is_ok());
    assert!(ben.open_letter(SUITE_X25519, &by_classic).is_ok());
    assert_eq!(
        ben.open_letter(SUITE_XWING, &by_classic).err(),
        Some(OpenError::Key)
    );
    assert_eq!(
        ben.open_letter(SUITE_X25519, &by_hybrid).err(),
        Some(OpenError::Key)
    );
    // Both in one file: age itself refuses to write it, and we to read it.
    let (one, other) = (
        Recipient::from_bytes(&classic).unwrap(),
        Recipient::from_bytes(&hybrid).unwrap(),
    );
    assert!(age::Encryptor::with_recipients([one.as_age(), other.as_age()].into_iter()).is_err());
    let stanza = |file: &[u8]| {
        let text = String::from_utf8_lossy(file).into_owned();
        let (head, _) = text.split_once("\n--- ").unwrap();
        head.split_once('\n').unwrap().1.to_owned()
    };
    let mut mixed = b"age-encryption.org/v1\n".to_vec();
    mixed.extend(stanza(&by_classic).as_bytes());
    mixed.push(b'\n');
    mixed.extend(&by_hybrid[22..]);
    assert_eq!(
        ben.open_letter(SUITE_XWING, &mixed).err(),
        Some(OpenError::Key)
    );
}

#[test]
fn attack_25_a_hybrid_key_or_share_of_low_order_is_refused() {
    let ben = identity("ben");
    let good = ben.recipient(SUITE_XWING);
    for half in [[0; 32], {
        let mut one = [0; 32];
        one[0] = 1;
        one
    }] {
        let mut key = good.clone();
        key[1184..].copy_from_slice(&half);
        assert!(Recipient::from_bytes(&key).is_err());
        assert!(make_age_file(&key, b"x").is_err());
        assert!(make_file_secrets(&key).is_err());
    }
    for length in [0, 31, 33, 1184, 1215, 1217] {
        assert!(Recipient::from_bytes(&vec![1; length]).is_err(), "{length}");
    }
    let mut not_reduced = good;
    not_reduced[..3].fill(0xff);
    assert!(Recipient::from_bytes(&not_reduced).is_err());
}
