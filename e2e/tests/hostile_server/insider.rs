//! Somebody whose keys a test holds: what a member could sign with a program of their own.

use std::rc::Rc;

use anyhow::Context as _;
use hawser_e2e::person::{PASSPHRASE, Person};
use hawser_encryption::identity::Identity;
use hawser_encryption::keyring::{Keyring, Unlock};
use hawser_encryption::passphrase::{login_hash, make_sign_in};
use hawser_encryption::random::Random;
use hawser_ledger::codec::Layout as _;
use hawser_ledger::event::{KIND_RECORD, RecordPublic};
use hawser_ledger::header::{
    CLASS_CONTENT, CLASS_MEMBERSHIP, MODE_GROUP, MODE_PUBLIC, Prefix, SUITE_X25519,
};
use hawser_ledger::membership::Act;
use hawser_ledger::{Chain, CommandId, Event, GroupId, SpaceId, UserId};
use hawser_protocol::account::{SignInFinish, SignInStart, SignInStarted, SignedIn};
use hawser_protocol::path;
use rand_core::{OsRng, RngCore as _};
use reqwest::header::ORIGIN;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A member's keys.
pub struct Insider {
    pub user: UserId,
    pub identity: Rc<Identity>,
}

/// Random bytes.
pub fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    OsRng.fill_bytes(&mut bytes);
    bytes
}

/// Runs `work` with the machine's randomness.
pub fn with_random<T>(work: impl FnOnce(&mut Random<'_>) -> T) -> T {
    let fill = |bytes: &mut [u8]| OsRng.fill_bytes(bytes);
    work(&mut Random(&fill))
}

async fn post<T: DeserializeOwned>(
    origin: &str,
    path: &str,
    body: &impl Serialize,
) -> anyhow::Result<T> {
    let response = reqwest::Client::new()
        .post(format!("{origin}{path}"))
        .header(path::CSRF_HEADER, path::CSRF_VALUE)
        .header(ORIGIN, origin)
        .header("sec-fetch-site", "same-origin")
        .header("content-type", "application/json")
        .body(serde_json::to_vec(body)?)
        .send()
        .await?
        .error_for_status()?;
    Ok(serde_json::from_slice(&response.bytes().await?)?)
}

impl Insider {
    /// A person's keys, by their passphrase.
    pub async fn of(person: &Person, origin: &str) -> anyhow::Result<Self> {
        let (signing_in, message) = with_random(|random| make_sign_in(random, PASSPHRASE))?;
        let start = SignInStart {
            login: login_hash(&person.sign_in_name),
            message: message.into(),
        };
        let started: SignInStarted = post(origin, path::SESSION_START, &start).await?;
        let (message, export) =
            with_random(|random| signing_in.finish(random, PASSPHRASE, &started.message.0))?;
        let finish = SignInFinish {
            attempt: started.attempt,
            message: message.into(),
        };
        let signed_in: SignedIn = post(origin, path::SESSION_FINISH, &finish).await?;
        let unlock = Unlock::Passphrase(&export);
        let keyring = Keyring::open(&signed_in.keyring.0, signed_in.user, 0, &unlock)?;
        Ok(Self {
            user: signed_in.user,
            identity: Rc::clone(
                keyring
                    .generations()
                    .context("a keyring has keys")?
                    .newest(),
            ),
        })
    }

    /// A prefix with nothing in it that a test does not set.
    pub fn prefix(&self, space: SpaceId) -> Prefix {
        Prefix {
            suite: SUITE_X25519,
            class: CLASS_MEMBERSHIP,
            mode: MODE_PUBLIC,
            kind: 0,
            space,
            group: GroupId::ZERO,
            epoch: 0,
            author: self.identity.key_id(),
            command: CommandId(random()),
            recorded_ms: 1_795_305_600_000,
            offset_min: 60,
            keyring_version: 1,
            nonce: [0; 24],
            key_commit: [0; 32],
            public_len: 0,
            public_hash: [0; 32],
        }
    }

    /// A membership act at the end of a chain, whether its rules allow it or not.
    pub fn act(&self, chain: &Chain, act: &Act) -> Event {
        let mut prefix = self.prefix(chain.space());
        prefix.kind = act.kind();
        let position = chain.next_position(GroupId::ZERO);
        let key = self.identity.signing();
        Event::sign(prefix, position, act.encode(), Vec::new(), key)
    }

    /// Content at the end of a chain, for an epoch of a group; nobody can open it.
    pub fn content(&self, chain: &Chain, group: GroupId, epoch: u64) -> Event {
        let mut prefix = self.prefix(chain.space());
        prefix.class = CLASS_CONTENT;
        prefix.mode = MODE_GROUP;
        prefix.kind = KIND_RECORD;
        prefix.suite = chain.membership().min_suite();
        prefix.group = group;
        prefix.epoch = epoch;
        prefix.nonce = random();
        prefix.key_commit = random();
        let public = RecordPublic { blobs: Vec::new() }.encode();
        let position = chain.next_position(group);
        let key = self.identity.signing();
        Event::sign(prefix, position, public, vec![7; 64], key)
    }
}
