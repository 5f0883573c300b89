//! Keyring and pinbook, with If-Match.

use hawser_protocol::ErrorCode;
use hawser_protocol::account::{StoredKeyring, StoredPinbook};
use hawser_protocol::path;
use reqwest::Method;

use crate::on_both;

fn keyring(text: &str, version: u64) -> StoredKeyring {
    StoredKeyring {
        keyring: text.as_bytes().to_vec().into(),
        version,
    }
}

on_both!(
    a_keyring_changes_only_from_the_version_that_is_named,
    |server| {
        let person = server.register(&server.invite().await).await;
        let put =
            |keyring: StoredKeyring| person.client.ask(Method::PUT, path::KEYRING).json(&keyring);
        put(keyring("two", 2))
            .send()
            .await
            .refused(ErrorCode::IfMatchMissing);
        put(keyring("two", 2))
            .header("if-match", "*")
            .send()
            .await
            .refused(ErrorCode::BadRequest);
        put(keyring("two", 3))
            .if_match(1)
            .send()
            .await
            .refused(ErrorCode::BadRequest);
        put(keyring("", 2))
            .if_match(1)
            .send()
            .await
            .refused(ErrorCode::BadRequest);
        put(keyring("two", 1))
            .if_match(0)
            .send()
            .await
            .refused(ErrorCode::VersionMoved);
        assert_eq!(
            put(keyring("two", 2))
                .if_match(1)
                .send()
                .await
                .ok()
                .header("etag"),
            "\"2\""
        );
        put(keyring("again", 2))
            .if_match(1)
            .send()
            .await
            .refused(ErrorCode::VersionMoved);
        let answer = person.client.get(path::KEYRING).await;
        assert_eq!(answer.header("etag"), "\"2\"");
        let stored: StoredKeyring = answer.json();
        assert_eq!(
            (stored.keyring.0.as_slice(), stored.version),
            (&b"two"[..], 2)
        );
        let large = StoredKeyring {
            keyring: vec![0; 300 << 10].into(),
            version: 3,
        };
        put(large)
            .if_match(2)
            .send()
            .await
            .refused(ErrorCode::TooLarge);
    }
);

on_both!(a_pinbook_begins_at_version_zero, |server| {
    let person = server.register(&server.invite().await).await;
    let empty: StoredPinbook = person.client.get(path::PINBOOK).await.json();
    assert_eq!((empty.pinbook.0.len(), empty.version), (0, 0));
    let put = |text: &str, version: u64| {
        let pinbook = StoredPinbook {
            pinbook: text.as_bytes().to_vec().into(),
            version,
        };
        person
            .client
            .ask(Method::PUT, path::PINBOOK)
            .if_match(version - 1)
            .json(&pinbook)
            .send()
    };
    put("one", 1).await.ok();
    put("other", 1).await.refused(ErrorCode::VersionMoved);
    put("two", 2).await.ok();
    put("four", 4).await.refused(ErrorCode::VersionMoved);
    let stored: StoredPinbook = person.client.get(path::PINBOOK).await.json();
    assert_eq!(
        (stored.pinbook.0.as_slice(), stored.version),
        (&b"two"[..], 2)
    );
});

on_both!(two_who_change_at_once_do_not_lose_anything, |server| {
    let person = server.register(&server.invite().await).await;
    let put = |text: &str| {
        let keyring = keyring(text, 2);
        person
            .client
            .ask(Method::PUT, path::KEYRING)
            .if_match(1)
            .json(&keyring)
            .send()
    };
    let answers = tokio::join!(put("a"), put("b"), put("c"));
    let statuses = [answers.0.status, answers.1.status, answers.2.status];
    assert_eq!(
        statuses.iter().filter(|status| **status == 204).count(),
        1,
        "{statuses:?}"
    );
    assert_eq!(
        statuses.iter().filter(|status| **status == 412).count(),
        2,
        "{statuses:?}"
    );
});
