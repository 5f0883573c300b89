//! Recovery with the kit, and a new passphrase.

use hawser_protocol::ErrorCode;
use hawser_protocol::account::{
    OpaqueMessage, PassphraseChange, PassphraseStart, RecoveryStart, RecoveryStarted, SessionEntry,
    SignedIn,
};
use hawser_protocol::path;
use reqwest::Method;
use sha2::{Digest as _, Sha256};

use crate::on_both;
use crate::support::ledger::random;
use crate::support::person::{PASSWORD, try_sign_in};
use crate::support::{Person, opaque};

const NEW: &str = "another six words than those before";

fn start(login: &str, kit: [u8; 32]) -> (opaque::Registering, RecoveryStart) {
    let (registering, message) = opaque::register(NEW);
    (
        registering,
        RecoveryStart {
            login: login.into(),
            kit_key: kit.to_vec().into(),
            message: message.into(),
        },
    )
}

fn change(ticket: Option<String>, upload: Vec<u8>, kit: Option<[u8; 32]>) -> PassphraseChange {
    PassphraseChange {
        ticket,
        upload: upload.into(),
        keyring: b"keyring 2".to_vec().into(),
        kit_verifier: kit.map(|kit| hex::encode(Sha256::digest(kit))),
        session_label: Vec::new().into(),
    }
}

async fn sessions(person: &Person, client: &crate::support::Client) -> usize {
    let _ = person;
    client
        .get(path::SESSIONS)
        .await
        .json::<Vec<SessionEntry>>()
        .len()
}

on_both!(
    the_kit_sets_a_new_passphrase_and_ends_all_sessions,
    |server| {
        let person = server.register(&server.invite().await).await;
        let (registering, request) = start(&person.login, person.kit);
        let client = server.client();
        let started: RecoveryStarted = client.post(path::RECOVERY_START, &request).await.json();
        assert_eq!((started.user, started.keyring_version), (person.user, 1));
        assert_eq!(started.keyring.0, b"keyring 1");
        let upload = registering.finish(NEW, &started.message.0);
        let kit = random();
        let without_kit = change(Some(started.ticket.clone()), upload.clone(), None);
        client
            .post(path::RECOVERY_FINISH, &without_kit)
            .await
            .refused(ErrorCode::BadRequest);
        let finish = change(Some(started.ticket), upload, Some(kit));
        let mut recovered = server.client();
        let answer = client.post(path::RECOVERY_FINISH, &finish).await.ok();
        recovered.keep(&answer);
        assert_eq!(answer.json::<SignedIn>().keyring_version, 2);
        assert_eq!(sessions(&person, &recovered).await, 1);
        person
            .client
            .get(path::SESSION)
            .await
            .refused(ErrorCode::NotSignedIn);
        // Once only; the old passphrase and the old kit are gone, the new ones work.
        client
            .post(path::RECOVERY_FINISH, &finish)
            .await
            .refused(ErrorCode::SignInRefused);
        try_sign_in(&client, &person.login, PASSWORD)
            .await
            .refused(ErrorCode::SignInRefused);
        try_sign_in(&client, &person.login, NEW).await.ok();
        client
            .post(path::RECOVERY_START, &request)
            .await
            .refused(ErrorCode::SignInRefused);
        client
            .post(path::RECOVERY_START, &start(&person.login, kit).1)
            .await
            .ok();
    }
);

on_both!(a_wrong_kit_and_an_unknown_name_look_alike, |server| {
    let person = server.register(&server.invite().await).await;
    let client = server.client();
    let wrong = client
        .post(path::RECOVERY_START, &start(&person.login, random()).1)
        .await;
    let unknown = client
        .post(
            path::RECOVERY_START,
            &start(&hex::encode(random::<32>()), person.kit).1,
        )
        .await;
    let (mut wrong, mut unknown) = (
        wrong.refused(ErrorCode::SignInRefused),
        unknown.refused(ErrorCode::SignInRefused),
    );
    wrong.request_id.take();
    unknown.request_id.take();
    assert_eq!(wrong, unknown);
});

on_both!(
    a_ticket_ends_after_ten_minutes_and_when_the_keyring_moved,
    |server| {
        let person = server.register(&server.invite().await).await;
        let client = server.client();
        let begin = || async {
            let (registering, request) = start(&person.login, person.kit);
            let started: RecoveryStarted = client.post(path::RECOVERY_START, &request).await.json();
            change(
                Some(started.ticket),
                registering.finish(NEW, &started.message.0),
                Some(random()),
            )
        };
        let late = begin().await;
        server.pass(600_000);
        client
            .post(path::RECOVERY_FINISH, &late)
            .await
            .refused(ErrorCode::SignInRefused);
        let stale = begin().await;
        let keyring = hawser_protocol::account::StoredKeyring {
            keyring: b"k".to_vec().into(),
            version: 2,
        };
        person
            .client
            .ask(Method::PUT, path::KEYRING)
            .if_match(1)
            .json(&keyring)
            .send()
            .await
            .ok();
        client
            .post(path::RECOVERY_FINISH, &stale)
            .await
            .refused(ErrorCode::VersionMoved);
        try_sign_in(&client, &person.login, PASSWORD).await.ok();
    }
);

on_both!(
    a_new_passphrase_keeps_this_session_and_ends_the_others,
    |server| {
        let person = server.register(&server.invite().await).await;
        let other = person.sign_in(&server).await;
        let (registering, message) = opaque::register(NEW);
        let answer: OpaqueMessage = person
            .client
            .post(
                path::PASSPHRASE_START,
                &PassphraseStart {
                    message: message.into(),
                },
            )
            .await
            .json();
        let request = change(None, registering.finish(NEW, &answer.message.0), None);
        let put = || {
            person
                .client
                .ask(Method::PUT, path::PASSPHRASE)
                .json(&request)
        };
        put().send().await.refused(ErrorCode::IfMatchMissing);
        put()
            .if_match(2)
            .send()
            .await
            .refused(ErrorCode::VersionMoved);
        other.get(path::SESSION).await.ok();
        let done = put().if_match(1).send().await.ok();
        assert_eq!(done.header("etag"), "\"2\"");
        person.client.get(path::SESSION).await.ok();
        other
            .get(path::SESSION)
            .await
            .refused(ErrorCode::NotSignedIn);
        try_sign_in(&other, &person.login, PASSWORD)
            .await
            .refused(ErrorCode::SignInRefused);
        try_sign_in(&other, &person.login, NEW).await.ok();
        // The kit stays as it was.
        other
            .post(path::RECOVERY_START, &start(&person.login, person.kit).1)
            .await
            .ok();
    }
);
