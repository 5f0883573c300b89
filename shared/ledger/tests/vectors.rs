//! The vectors of docs/PROTOCOL.md, on the machine and in the browser. To write them anew after a
//! change of a format: HAWSER_WRITE_VECTORS=1 cargo test -p hawser-ledger --test vectors
#![expect(
    clippy::unwrap_used,
    reason = "a vector that does not have its form should stop the test"
)]

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use hawser_ledger::chain::Accepted;
use hawser_ledger::codec::Layout;
use hawser_ledger::consent::Consent;
use hawser_ledger::event::{BlobReference, KIND_RECORD, RecordPublic};
use hawser_ledger::header::{
    CLASS_CONTENT, CLASS_MEMBERSHIP, Header, MODE_GROUP, MODE_PUBLIC, Position, Prefix,
    SUITE_X25519,
};
use hawser_ledger::key::{LABEL_EVENT, LABEL_LETTER, SignatureError, hash, key_id, sign, verify};
use hawser_ledger::membership::*;
use hawser_ledger::merkle::{self, Hash};
use hawser_ledger::person::{CertChain, CertificateRequest, Delegation, PersonCert};
use hawser_ledger::safety_number::{key_number, safety_number};
use hawser_ledger::statement::{sign_statement, verify_statement};
use hawser_ledger::{
    BlobId, Chain, CommandId, Event, GroupId, KeyId, OrganisationId, RequestId, SpaceId, UserId,
};
use serde_json::{Value, json};

#[path = "vectors/log.rs"]
mod log;
#[path = "vectors/people.rs"]
mod people;
#[path = "vectors/published.rs"]
mod published;

use people::*;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_dedicated_worker);

fn agree(name: &str, stored: &str, made: &Value) {
    #[cfg(not(target_arch = "wasm32"))]
    if std::env::var_os("HAWSER_WRITE_VECTORS").is_some() {
        let path = format!("{}/../../docs/vectors/{name}", env!("CARGO_MANIFEST_DIR"));
        std::fs::write(path, serde_json::to_string_pretty(made).unwrap() + "\n").unwrap();
        return;
    }
    let stored: Value = serde_json::from_str(stored).unwrap();
    assert_eq!(&stored, made, "{name} and the code disagree");
}

fn bytes(value: &Value) -> Vec<u8> {
    hex::decode(value.as_str().unwrap()).unwrap()
}

fn array<const N: usize>(value: &Value) -> [u8; N] {
    bytes(value).try_into().unwrap()
}

fn list(value: &Value) -> Vec<Hash> {
    value.as_array().unwrap().iter().map(array).collect()
}

fn seed(name: &str) -> [u8; 32] {
    hash(&[b"hawser test key ", name.as_bytes()])
}

fn key(name: &str) -> SigningKey {
    SigningKey::from_bytes(&seed(name))
}

fn public(name: &str) -> [u8; 32] {
    key(name).verifying_key().to_bytes()
}

fn user(name: &str) -> UserId {
    let mut id = UserId::ZERO;
    id.0.copy_from_slice(&seed(name)[..16]);
    id
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn every_membership_kind_has_its_bytes() {
    let acts: Vec<Value> = acts()
        .into_iter()
        .map(|(name, act)| {
            let public = act.encode();
            assert_eq!(
                Act::decode(act.kind(), &public),
                Ok(Some(act.clone())),
                "{name}"
            );
            json!({ "name": name, "kind": act.kind(), "public": hex::encode(public) })
        })
        .collect();
    let made = json!({
        "about": "Public part of each membership kind. Keys: Ed25519 seed = SHA-256(\"hawser test key \" ‖ name); users: its first 16 bytes",
        "names": { "root": "alpha root", "administrator": "ann", "person": "ben", "other root": "beta root" },
        "acts": acts,
    });
    agree(
        "acts.json",
        include_str!("../../../docs/vectors/acts.json"),
        &made,
    );
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn certificates_consents_and_statements_have_their_bytes() {
    let (chain, space) = (chain_of("ben"), SpaceId(case_genesis().id().0));
    chain.verify(alpha(), &public("alpha root")).unwrap();
    let consent = consent(space);
    consent.verify(&public("alpha root")).unwrap();
    let body = b"{\"exhibits\":[]}";
    let statement = sign_statement(&key("ben"), space, CommandId([7; 16]), body);
    verify_statement(&public("ben"), space, CommandId([7; 16]), body, &statement).unwrap();
    let beta = OrganisationId(seed("beta"));
    let number = safety_number(
        (alpha(), &public("alpha root")),
        (beta, &public("beta root")),
    );

    // A card and a letter, as PROTOCOL.md lays them out from these parts.
    let mut card = hawser_ledger::codec::Writer::new();
    card.u8(1)
        .fixed(&public("alpha root"))
        .bytes("Staatsanwaltschaft Musterstadt".as_bytes())
        .bytes(b"DE");
    chain.write(&mut card);
    let about = hawser_ledger::codec::Writer::new()
        .fixed(&space.0)
        .bytes(b"{}")
        .finish();
    let mut letter = hawser_ledger::codec::Writer::new();
    chain.write(&mut letter);
    letter
        .fixed(&sign(&key("ben"), LABEL_LETTER, &about))
        .bytes(b"{}");

    let keys: Vec<Value> = ["alpha root", "ann", "ben", "beta root"]
        .into_iter()
        .map(|name| {
            json!({
                "name": name, "seed": hex::encode(seed(name)), "public": hex::encode(public(name)),
                "key_id": key_id(&public(name)).to_string(), "user": user(name).to_string(),
            })
        })
        .collect();
    let made = json!({
        "about": "Certificates, consent, statement, safety number, key number of the request, card and letter of the people in acts.json",
        "keys": keys,
        "organisation": alpha().to_string(),
        "delegation": hex::encode(chain.delegation.encode()),
        "certificate_request": hex::encode(chain.cert.request.encode()),
        "certificate": hex::encode(chain.cert.encode()),
        "certificate_hash": hex::encode(chain.cert.hash()),
        "consent": hex::encode(consent.encode()),
        "statement": {
            "space": space.to_string(), "command": hex::encode([7; 16]),
            "body": String::from_utf8_lossy(body), "signature": hex::encode(statement),
        },
        "safety_number": {
            "organisations": [alpha().to_string(), beta.to_string()],
            "roots": [hex::encode(public("alpha root")), hex::encode(public("beta root"))],
            "digits": number,
        },
        "key_number": key_number(&chain.cert.request),
        "card": hex::encode(card.finish()),
        "letter": { "space": space.to_string(), "body": "{}", "plaintext": hex::encode(letter.finish()) },
    });
    agree(
        "trust.json",
        include_str!("../../../docs/vectors/trust.json"),
        &made,
    );
}

fn described(event: &Event) -> Value {
    let Header { prefix, position } = &event.header;
    json!({
        "prefix": hex::encode(prefix.encode()),
        "position": hex::encode(position.encode()),
        "signature": hex::encode(event.signature),
        "public": hex::encode(&event.public),
        "encrypted": hex::encode(&event.encrypted),
        "leaf": event.id().to_string(),
        "event": hex::encode(event.encode()),
    })
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn a_case_of_four_events_has_its_bytes_and_its_root() {
    let genesis = case_genesis();
    let mut chain = Chain::found(&genesis).unwrap();
    let mut events = vec![described(&genesis)];
    let create = GroupCreate {
        group: GROUP,
        purpose: GroupPurpose::Team,
        organisation: OrganisationId::ZERO,
    };
    for (command, act) in [
        (2, Act::GroupCreate(create)),
        (3, Act::EpochStart(epoch_start(1))),
    ] {
        let prefix = prefix(act.kind(), chain.space(), "ann", command);
        let position = chain.next_position(GroupId::ZERO);
        let event = Event::sign(prefix, position, act.encode(), Vec::new(), &key("ann"));
        chain.accept(&event).unwrap();
        events.push(described(&event));
    }
    let blob = BlobReference {
        blob: BlobId([0x55; 16]),
        body_length: 21,
        parts_root: seed("parts"),
    };
    let public = RecordPublic { blobs: vec![blob] }.encode();
    let mut prefix = prefix(KIND_RECORD, chain.space(), "ann", 4);
    (prefix.class, prefix.mode, prefix.group, prefix.epoch) = (CLASS_CONTENT, MODE_GROUP, GROUP, 1);
    (prefix.nonce, prefix.key_commit) = ([0x66; 24], seed("key commitment"));
    let record = Event::sign(
        prefix,
        chain.next_position(GROUP),
        public,
        vec![0x77; 32],
        &key("ann"),
    );
    assert_eq!(chain.accept(&record), Ok(Accepted::Content));
    events.push(described(&record));
    let made = json!({
        "about": "A case: genesis, a group, its first epoch, a record (whose encrypted part is not real; see record.json)",
        "space": chain.space().to_string(),
        "events": events,
        "size": chain.size(),
        "root": hex::encode(chain.tree().root()),
    });
    agree(
        "ledger.json",
        include_str!("../../../docs/vectors/ledger.json"),
        &made,
    );
}
