//! Sign-in: the client of RFC 9807 against an independent server side.

use hawser_encryption::keyring::{Keyring, KeyringError, Unlock};
use hawser_encryption::passphrase::{PassphraseError, login_hash, make_registration, make_sign_in};
use hawser_ledger::UserId;

use crate::support::*;

#[test]
fn the_right_passphrase_signs_in_and_gives_the_same_key_each_time() {
    let (server, export) = &*REGISTERED;
    let user = UserId([1; 16]);
    let record = with_random("keyring", |random| {
        Keyring::make(random, user, "ann", "Ann", "magistrate").seal(random, Some(export))
    })
    .unwrap();
    for seed in ["monday", "tuesday"] {
        let export = server
            .sign_in(seed, "correct horse battery staple")
            .unwrap();
        assert!(Keyring::open(&record, user, 0, &Unlock::Passphrase(&export)).is_ok());
    }
}

#[test]
fn a_wrong_passphrase_is_refused() {
    let (server, _) = &*REGISTERED;
    for wrong in [
        "correct horse battery stapl",
        "Correct horse battery staple",
        "",
    ] {
        let refused = server.sign_in("monday", wrong).err();
        assert_eq!(refused, Some(PassphraseError::Refused));
    }
}

#[test]
fn another_server_with_the_same_passphrase_gives_another_key() {
    let (_, elsewhere) = Server::registered("elsewhere", "correct horse battery staple");
    let user = UserId([1; 16]);
    let record = with_random("keyring", |random| {
        Keyring::make(random, user, "ann", "Ann", "magistrate").seal(random, Some(&REGISTERED.1))
    })
    .unwrap();
    let refused = Keyring::open(&record, user, 0, &Unlock::Passphrase(&elsewhere)).err();
    assert_eq!(refused, Some(KeyringError::Key));
}

#[test]
fn a_servers_answer_that_makes_no_sense_is_told_apart_from_a_wrong_passphrase() {
    for answer in [Vec::new(), vec![0; 64], vec![0xff; 320], vec![1; 10_000]] {
        with_random("nonsense", |random| {
            let (registering, _) = make_registration(random, "p").unwrap();
            assert_eq!(
                registering.finish(random, "p", &answer).err(),
                Some(PassphraseError::Message)
            );
            let (signing_in, _) = make_sign_in(random, "p").unwrap();
            assert_eq!(
                signing_in.finish(random, "p", &answer).err(),
                Some(PassphraseError::Message)
            );
        });
    }
}

#[test]
fn the_passphrase_does_not_travel() {
    let passphrase = "canary in a coal mine";
    let (_, first) = with_random("a", |random| make_registration(random, passphrase)).unwrap();
    let (_, second) = with_random("b", |random| make_registration(random, passphrase)).unwrap();
    assert_ne!(first, second, "blinded anew each time");
    for message in [first, second] {
        assert!(
            !message
                .windows(6)
                .any(|window| window == &passphrase.as_bytes()[..6])
        );
    }
}

#[test]
fn a_sign_in_name_is_the_same_however_it_is_typed() {
    assert_eq!(login_hash("Ann.Example"), login_hash("  ann.example\n"));
    assert_ne!(login_hash("ann.example"), login_hash("ann example"));
    assert_eq!(login_hash("ann").len(), 64);
}
