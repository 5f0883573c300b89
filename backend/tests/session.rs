//! Signing in and out, sessions, cookies.

use hawser_protocol::ErrorCode;
use hawser_protocol::account::{
    SessionEntry, SessionLabel, SignInFinish, SignInStart, SignInStarted, WhoAmI,
};
use hawser_protocol::path::{self, fill};

use crate::on_both;
use crate::support::ledger::random;
use crate::support::opaque;
use crate::support::person::{PASSWORD, try_sign_in};

const HOUR_MS: i64 = 3_600_000;

on_both!(
    the_passphrase_opens_a_session_and_another_does_not,
    |server| {
        let person = server.register(&server.invite().await).await;
        let client = person.sign_in(&server).await;
        let who: WhoAmI = client.get(path::SESSION).await.json();
        assert_eq!(who.user, person.user);
        try_sign_in(&server.client(), &person.login, "another")
            .await
            .refused(ErrorCode::SignInRefused);
    }
);

on_both!(attack_31_known_and_unknown_names_look_alike, |server| {
    let person = server.register(&server.invite().await).await;
    let unknown = hex::encode(random::<32>());
    let client = server.client();
    let mut shapes = Vec::new();
    for login in [&person.login, &unknown] {
        let (_, message) = opaque::sign_in("guess");
        let start = SignInStart {
            login: login.clone(),
            message: message.clone().into(),
        };
        let first: SignInStarted = client.post(path::SESSION_START, &start).await.json();
        let second: SignInStarted = client.post(path::SESSION_START, &start).await.json();
        // The evaluated element (first 32 bytes) depends on name and message alone, as it does for an account.
        assert_eq!(first.message.0[..32], second.message.0[..32]);
        assert_ne!(first.message.0[32..], second.message.0[32..]);
        let finish = SignInFinish {
            attempt: first.attempt.clone(),
            message: vec![9; 64].into(),
        };
        let answer = client.post(path::SESSION_FINISH, &finish).await;
        let problem = answer.refused(ErrorCode::SignInRefused);
        shapes.push((
            first.attempt.len(),
            first.message.0.len(),
            problem.title,
            problem.detail,
            answer.headers.len(),
        ));
    }
    assert_eq!(shapes[0], shapes[1]);
});

on_both!(
    attack_31_an_attempt_counts_once_and_for_two_minutes,
    |server| {
        let person = server.register(&server.invite().await).await;
        let client = server.client();
        let begin = || async {
            let (signing_in, message) = opaque::sign_in(PASSWORD);
            let start = SignInStart {
                login: person.login.clone(),
                message: message.into(),
            };
            let started: SignInStarted = client.post(path::SESSION_START, &start).await.json();
            let message = signing_in.finish(PASSWORD, &started.message.0).unwrap();
            SignInFinish {
                attempt: started.attempt,
                message: message.into(),
            }
        };
        let finish = begin().await;
        client.post(path::SESSION_FINISH, &finish).await.ok();
        client
            .post(path::SESSION_FINISH, &finish)
            .await
            .refused(ErrorCode::SignInRefused);
        let late = begin().await;
        server.pass(120_000);
        client
            .post(path::SESSION_FINISH, &late)
            .await
            .refused(ErrorCode::SignInRefused);
        // A ticket of another kind, or none, is no attempt.
        let made_up = SignInFinish {
            attempt: "0".repeat(64),
            ..late
        };
        client
            .post(path::SESSION_FINISH, &made_up)
            .await
            .refused(ErrorCode::SignInRefused);
    }
);

on_both!(
    attack_30_a_sign_in_never_keeps_the_token_that_was_there,
    |server| {
        let person = server.register(&server.invite().await).await;
        let mut client = person.sign_in(&server).await;
        let planted = client.cookie.clone();
        let answer = try_sign_in(&client, &person.login, PASSWORD).await.ok();
        client.keep(&answer);
        assert_ne!(client.cookie, planted);
        // The old one of the same person has ended.
        let mut old = client.clone();
        old.cookie = planted;
        old.get(path::SESSION).await.refused(ErrorCode::NotSignedIn);
        // Someone else's stays.
        let other = server.register(&server.invite().await).await;
        let answer = try_sign_in(&other.client, &person.login, PASSWORD)
            .await
            .ok();
        assert!(!answer.header("set-cookie").is_empty());
        other.client.get(path::SESSION).await.ok();
    }
);

on_both!(sessions_are_listed_and_revoked, |server| {
    let person = server.register(&server.invite().await).await;
    let second = person.sign_in(&server).await;
    let list: Vec<SessionEntry> = person.client.get(path::SESSIONS).await.json();
    assert_eq!(list.len(), 2);
    assert_eq!(list.iter().filter(|entry| entry.current).count(), 1);
    let other = list.iter().find(|entry| !entry.current).unwrap();
    let stranger = server.register(&server.invite().await).await;
    let one = fill(path::SESSIONS_ONE, &[&other.id]);
    stranger
        .client
        .delete(&one)
        .await
        .refused(ErrorCode::NotFound);
    second.get(path::SESSION).await.ok();
    person.client.delete(&one).await.ok();
    second
        .get(path::SESSION)
        .await
        .refused(ErrorCode::NotSignedIn);
    person
        .client
        .delete(&one)
        .await
        .refused(ErrorCode::NotFound);
    person
        .client
        .delete(&fill(path::SESSIONS_ONE, &["..%2f"]))
        .await
        .refused(ErrorCode::BadIdentifier);
});

on_both!(a_session_is_named_once_its_keys_are_open, |server| {
    let person = server.register(&server.invite().await).await;
    let client = person.sign_in(&server).await;
    let named = |label: Vec<u8>| SessionLabel {
        label: label.into(),
    };
    client
        .put(path::SESSION, &named(vec![0; 5000]))
        .await
        .refused(ErrorCode::TooLarge);
    client
        .put(path::SESSION, &named(b"tablet".to_vec()))
        .await
        .ok();
    let list: Vec<SessionEntry> = client.get(path::SESSIONS).await.json();
    let labels: Vec<&[u8]> = list.iter().map(|entry| entry.label.0.as_slice()).collect();
    assert_eq!(
        list.iter().find(|entry| entry.current).unwrap().label.0,
        b"tablet"
    );
    assert!(labels.contains(&&b"label"[..]), "the other keeps its name");
});

on_both!(attack_30_signing_out_ends_the_token, |server| {
    let person = server.register(&server.invite().await).await;
    let mut client = person.client.clone();
    let answer = client.delete(path::SESSION).await.ok();
    client.keep(&answer);
    assert_eq!(client.cookie, None);
    person
        .client
        .get(path::SESSION)
        .await
        .refused(ErrorCode::NotSignedIn);
});

on_both!(a_session_ends_when_idle_or_old, |server| {
    let person = server.register(&server.invite().await).await;
    for _ in 0..15 {
        server.pass(11 * HOUR_MS);
        person.client.get(path::SESSION).await.ok();
    }
    server.pass(4 * HOUR_MS); // 169 hours: more than 7 days
    person
        .client
        .get(path::SESSION)
        .await
        .refused(ErrorCode::NotSignedIn);
    let client = person.sign_in(&server).await;
    server.pass(12 * HOUR_MS);
    client
        .get(path::SESSION)
        .await
        .refused(ErrorCode::NotSignedIn);
    server.app.sweep().await;
});

on_both!(
    attack_30_a_request_for_another_account_is_refused,
    |server| {
        let one = server.register(&server.invite().await).await;
        let two = server.register(&server.invite().await).await;
        let ask = |name: String| {
            one.client
                .ask(reqwest::Method::GET, path::SESSION)
                .header(path::ACCOUNT_HEADER, &name)
                .send()
        };
        ask(one.user.to_string()).await.ok();
        ask(two.user.to_string())
            .await
            .refused(ErrorCode::OtherAccount);
        ask("nonsense".into())
            .await
            .refused(ErrorCode::OtherAccount);
    }
);

on_both!(no_cookie_but_ones_own_opens_anything, |server| {
    let person = server.register(&server.invite().await).await;
    for cookie in ["", "AAAA", "../../etc", &"A".repeat(43)] {
        let mut client = person.client.clone();
        client.cookie = Some(cookie.to_owned());
        client
            .get(path::SESSION)
            .await
            .refused(ErrorCode::NotSignedIn);
    }
});
