//! Registration under an invitation.

use hawser_protocol::ErrorCode;
use hawser_protocol::account::{RegistrationStart, WhoAmI};
use hawser_protocol::organisation::{InvitationStage, InvitationState};
use hawser_protocol::path::{self, fill};

use crate::on_both;
use crate::support::ledger::random;
use crate::support::{Server, opaque};

on_both!(an_invitation_makes_one_account, |server| {
    let lookup = server.invite().await;
    let state: InvitationState = server
        .client()
        .get(&fill(path::INVITATIONS_ONE, &[&lookup]))
        .await
        .json();
    assert_eq!(
        (state.stage, state.organisation),
        (InvitationStage::Open, None)
    );
    let person = server.register(&lookup).await;
    let who: WhoAmI = person.client.get(path::SESSION).await.json();
    assert_eq!((who.user, who.organisation), (person.user, None));
    let state: InvitationState = server
        .client()
        .get(&fill(path::INVITATIONS_ONE, &[&lookup]))
        .await
        .json();
    assert_eq!(state.stage, InvitationStage::Answered);
    person
        .try_register(&lookup)
        .await
        .refused(ErrorCode::InvitationGone);
});

on_both!(an_unknown_or_old_invitation_makes_none, |server| {
    let person = server.register(&server.invite().await).await;
    person
        .try_register(&hex::encode(random::<32>()))
        .await
        .refused(ErrorCode::NotFound);
    let old = server.invite().await;
    server.pass(169 * 3_600_000);
    person
        .try_register(&old)
        .await
        .refused(ErrorCode::InvitationGone);
});

on_both!(a_sign_in_name_is_taken_once, |server| {
    let first = server.register(&server.invite().await).await;
    let lookup = server.invite().await;
    let mut second = server.register(&server.invite().await).await;
    second.login = first.login.clone();
    second.user = hawser_ledger::UserId(random());
    second
        .try_register(&lookup)
        .await
        .refused(ErrorCode::AlreadyExists);
    // Nothing of it is left: the invitation still works.
    second.login = hex::encode(random::<32>());
    second.try_register(&lookup).await.ok();
});

on_both!(bad_bodies_are_refused_without_repeating_them, |server| {
    let client = server.client();
    let (_, message) = opaque::register("x");
    let lookup = server.invite().await;
    let start = |lookup: &str, message: Vec<u8>| RegistrationStart {
        lookup: lookup.into(),
        user: hawser_ledger::UserId(random()),
        message: message.into(),
    };
    client
        .post(path::REGISTRATION_START, &start("../..", message.clone()))
        .await
        .refused(ErrorCode::BadIdentifier);
    client
        .post(
            path::REGISTRATION_START,
            &start(&lookup.to_uppercase(), message),
        )
        .await
        .refused(ErrorCode::BadIdentifier);
    client
        .post(path::REGISTRATION_START, &start(&lookup, vec![255; 32]))
        .await
        .refused(ErrorCode::BadRequest);
    let canary = "canary-5d1c";
    for body in [
        serde_json::json!({ "lookup": lookup, "user": canary, "message": "AA==" }),
        serde_json::json!({ "lookup": 7, "user": "00", "message": canary }),
        serde_json::json!({ "lookup": lookup, "user": [canary], "message": "AA==" }),
        serde_json::json!({ "lookup": lookup, "user": "00", "message": "AA==", "canary-5d1c": 1 }),
        serde_json::json!(canary),
    ] {
        let answer = client.post(path::REGISTRATION_START, &body).await;
        answer.refused(ErrorCode::BadRequest);
        assert!(!answer.text().contains(canary), "{}", answer.text());
    }
    let asking = |kind: &str, body: &str| {
        client
            .ask(reqwest::Method::POST, path::REGISTRATION_START)
            .bytes(kind, body.to_owned())
    };
    asking("text/plain", "{}")
        .send()
        .await
        .refused(ErrorCode::MediaType);
    asking("application/json", "{")
        .send()
        .await
        .refused(ErrorCode::BadRequest);
    asking("application/json", &"x".repeat(path::MAX_JSON + 1))
        .send()
        .await
        .refused(ErrorCode::TooLarge);
    let unknown = serde_json::json!({ "lookup": lookup, "surprise": 1 });
    let answer = client.post(path::REGISTRATION_START, &unknown).await;
    assert!(
        answer
            .refused(ErrorCode::BadRequest)
            .detail
            .unwrap()
            .contains("unknown field `surprise`")
    );
});

#[tokio::test]
async fn attack_31_too_many_attempts_are_told_when_to_come_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut config = hawser_backend::Config::new(folder.path());
    config.limits.sign_ins = std::num::NonZeroU32::new(3).unwrap();
    let server = Server::start(config, Some(folder)).await;
    let client = server.client();
    let (login, other) = (hex::encode(random::<32>()), hex::encode(random::<32>()));
    let ask = |login: &str| {
        let (_, message) = opaque::sign_in("x");
        let start = hawser_protocol::account::SignInStart {
            login: login.into(),
            message: message.into(),
        };
        let client = client.clone();
        async move { client.post(path::SESSION_START, &start).await }
    };
    for _ in 0..3 {
        ask(&login).await.ok();
    }
    let answer = ask(&login).await;
    answer.refused(ErrorCode::TooMany);
    assert!((1..=60).contains(&answer.header("retry-after").parse::<u64>().unwrap()));
    ask(&other).await.ok();
}
