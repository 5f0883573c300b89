//! The vectors of docs/PROTOCOL.md, on the machine and in the browser. To write them anew after a
//! change of a format: HAWSER_WRITE_VECTORS=1 cargo test -p hawser-encryption --test vectors
//!
//! What age draws at random (wraps, age prefixes) is written once and opened ever after.
#![expect(
    clippy::unwrap_used,
    reason = "a vector that does not have its form should stop the test"
)]

use std::cell::Cell;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{ChaCha20Poly1305, Nonce, XChaCha20Poly1305, XNonce};
use hawser_encryption::age_file::{identity_text, recipient_text};
use hawser_encryption::epoch::{EpochPlace, EpochSecret};
use hawser_encryption::event::encrypt_event;
use hawser_encryption::file::{
    CHUNK, PartRange, PayloadKey, decrypt_chunk, encrypt_chunk, make_file_secrets,
};
use hawser_encryption::identity::{Identity, Root};
use hawser_encryption::invitation::InvitationSecret;
use hawser_encryption::keyring::{Keyring, Unlock};
use hawser_encryption::kit::Kit;
use hawser_encryption::passphrase::{login_hash, make_registration, make_sign_in};
use hawser_encryption::random::Random;
use hawser_encryption::wrap::{WrapPlace, make_wrap, open_wrap};
use hawser_ledger::Frame;
use hawser_ledger::codec::{Layout, Writer};
use hawser_ledger::event::bind_public;
use hawser_ledger::header::{CLASS_CONTENT, MODE_GROUP, Prefix, SUITE_X25519, SUITE_XWING};
use hawser_ledger::key::hash;
use hawser_ledger::merkle;
use hawser_ledger::person::name_commit;
use hawser_ledger::{CommandId, EventId, GroupId, KeyId, OrganisationId, SpaceId, UserId};
use hawser_opening::decrypt;
use hawser_protocol::space::{Append, Pulled, Wrap};
use hawser_protocol::suite::Suite;
use hkdf::Hkdf;
use opaque_ke::{
    CipherSuite, ClientLogin, ClientLoginFinishParameters, ClientRegistration,
    ClientRegistrationFinishParameters, CredentialFinalization, CredentialRequest,
    CredentialResponse, Identifiers, RegistrationRequest, RegistrationResponse, RegistrationUpload,
    ServerLogin, ServerLoginParameters, ServerRegistration, ServerSetup,
};
use secrecy::ExposeSecret as _;
use serde_json::{Value, json};
use sha2::Sha256;

#[path = "vectors/accounts.rs"]
mod accounts;
#[path = "vectors/published.rs"]
mod published;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_dedicated_worker);

fn writing() -> bool {
    cfg!(not(target_arch = "wasm32")) && std::env::var_os("HAWSER_WRITE_VECTORS").is_some()
}

fn agree(name: &str, stored: &str, made: &Value) {
    if writing() {
        let path = format!("{}/../../docs/vectors/{name}", env!("CARGO_MANIFEST_DIR"));
        std::fs::write(path, serde_json::to_string_pretty(made).unwrap() + "\n").unwrap();
        return;
    }
    let stored: Value = serde_json::from_str(stored).unwrap();
    assert_eq!(&stored, made, "{name} and the code disagree");
}

/// A value that is drawn at random once and then stays as it is stored.
fn stored_once(stored: &str, pointer: &str, make: impl FnOnce() -> Vec<u8>) -> Vec<u8> {
    let stored: Value = serde_json::from_str(stored).unwrap();
    stored.pointer(pointer).map_or_else(make, bytes)
}

fn bytes(value: &Value) -> Vec<u8> {
    hex::decode(value.as_str().unwrap()).unwrap()
}

/// 32 bytes for a name; SHA-256 of a label and it.
fn seed(name: &str) -> [u8; 32] {
    hash(&[b"hawser test key ", name.as_bytes()])
}

fn with_bytes<T>(bytes: &[u8], work: impl FnOnce(&mut Random<'_>) -> T) -> T {
    let fill = |out: &mut [u8]| {
        for (to, from) in out.iter_mut().zip(bytes.iter().cycle()) {
            *to = *from;
        }
    };
    work(&mut Random(&fill))
}

/// A stream of bytes in place of randomness: SHA-256(seed ‖ u64 block), block by block.
fn with_stream<T>(name: &str, work: impl FnOnce(&mut Random<'_>) -> T) -> T {
    let (at, seed) = (Cell::new(0_u64), seed(name));
    let fill = |out: &mut [u8]| {
        for byte in out {
            *byte = hash(&[&seed, &(at.get() / 32).to_be_bytes()])[(at.get() % 32) as usize];
            at.set(at.get() + 1);
        }
    };
    work(&mut Random(&fill))
}

fn hkdf(secret: &[u8], salt: &[u8], info: &[&[u8]]) -> [u8; 32] {
    let mut out = [0; 32];
    let salt = (!salt.is_empty()).then_some(salt);
    Hkdf::<Sha256>::new(salt, secret)
        .expand_multi_info(info, &mut out)
        .unwrap();
    out
}

fn epoch() -> (EpochSecret, EpochPlace) {
    let place = EpochPlace {
        space: SpaceId(seed("space")),
        group: GroupId([0x22; 16]),
        number: 1,
    };
    (with_bytes(&seed("epoch"), EpochSecret::make), place)
}

fn ann() -> Identity {
    Identity::derive(&with_bytes(&seed("ann root"), Root::make), 1)
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn keys_of_a_person_have_their_bytes() {
    let identity = ann();
    let from_root = |label: &[u8]| hkdf(&seed("ann root"), &[], &[label, &1_u32.to_be_bytes()]);
    let signing = ed25519_dalek::SigningKey::from_bytes(&from_root(b"hawser/v1/signing\0"));
    assert_eq!(
        signing.verifying_key().to_bytes(),
        identity.signing_public()
    );
    let own = with_bytes(&[0x33; 24], |random| {
        identity.seal_own(random, "note", b"text")
    });
    let pinbook = with_bytes(&[0x33; 24], |random| identity.seal_pinbook(random, b"pins"));
    assert_eq!(identity.open_own("note", &own), Ok(b"text".to_vec()));
    let made = json!({
        "about": "Keys of one generation of a person, all from one root",
        "root": hex::encode(seed("ann root")),
        "generation": 1,
        "signing_seed": hex::encode(from_root(b"hawser/v1/signing\0")),
        "signing_public": hex::encode(identity.signing_public()),
        "key_id": identity.key_id().to_string(),
        "recipient_secret": hex::encode(from_root(b"hawser/v1/recipient-x25519\0")),
        "recipient": hex::encode(identity.recipient(SUITE_X25519)),
        "recipient_text": recipient_text(&identity.recipient(SUITE_X25519)).unwrap(),
        "hybrid_secret": hex::encode(from_root(b"hawser/v1/recipient-mlkem768x25519\0")),
        "hybrid_recipient_hash": hex::encode(hash(&[&identity.recipient(SUITE_XWING)])),
        "local_key": hex::encode(from_root(b"hawser/v1/local\0")),
        "local": { "about": "note", "plain": "text", "sealed": hex::encode(own) },
        "pinbook_key": hex::encode(from_root(b"hawser/v1/pinbook\0")),
        "pinbook": { "plain": "pins", "sealed": hex::encode(pinbook) },
        "name_commit": {
            "salt": hex::encode(seed("salt")), "name": "Ann Example",
            "commit": hex::encode(name_commit(&seed("salt"), "Ann Example")),
        },
        "login": { "name": "  Ann.Example ", "hash": login_hash("  Ann.Example ") },
    });
    agree(
        "person.json",
        include_str!("../../../docs/vectors/person.json"),
        &made,
    );
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn an_epoch_and_its_wrap_have_their_bytes() {
    const STORED: &str = include_str!("../../../docs/vectors/epoch.json");
    let (secret, place) = epoch();
    let (ann, user) = (ann(), UserId([0x11; 16]));
    let wrap_place = WrapPlace {
        space: place.space,
        group: place.group,
        user,
        generation: 1,
        first: 1,
        last: 1,
        suite: SUITE_X25519,
    };
    let wrap = stored_once(STORED, "/wrap/file", || {
        make_wrap(
            &wrap_place,
            &ann.recipient(SUITE_X25519),
            std::slice::from_ref(&secret),
        )
        .unwrap()
    });
    let opened = open_wrap(&ann, &wrap_place, &wrap).unwrap();
    assert_eq!(opened[0].check(place, &secret.commitment(place)), Ok(()));
    let mut plain = Writer::new();
    plain
        .fixed(b"hawser/v1/wrap\0")
        .fixed(&place.space.0)
        .fixed(&place.group.0)
        .fixed(&user.0);
    plain.u32(1).u64(1).u64(1).u32(1).fixed(&seed("epoch"));
    let plain = plain.finish();
    assert_eq!(*ann.open_letter(SUITE_X25519, &wrap).unwrap(), plain);
    let info = [
        place.space.0.as_slice(),
        &place.group.0,
        &place.number.to_be_bytes(),
    ]
    .concat();
    let identity = hkdf(&seed("epoch"), &[], &[b"hawser/v1/epoch-identity\0", &info]);
    assert_eq!(
        secret.export_identity(place, SUITE_X25519).expose_secret(),
        identity_text(SUITE_X25519, &identity).expose_secret()
    );
    let made = json!({
        "about": "An epoch's secret, what the ledger says of it, and its wrap for the person of person.json",
        "secret": hex::encode(seed("epoch")),
        "space": place.space.to_string(), "group": place.group.to_string(), "number": place.number,
        "commitment": hex::encode(secret.commitment(place)),
        "identity_secret": hex::encode(identity),
        "identity_text": secret.export_identity(place, SUITE_X25519).expose_secret(),
        "recipient": hex::encode(secret.recipient(place, SUITE_X25519)),
        "recipient_text": recipient_text(&secret.recipient(place, SUITE_X25519)).unwrap(),
        "hybrid_identity_text": secret.export_identity(place, SUITE_XWING).expose_secret(),
        "hybrid_recipient_hash": hex::encode(hash(&[&secret.recipient(place, SUITE_XWING)])),
        "wrap": {
            "user": user.to_string(), "generation": 1, "first": 1, "last": 1,
            "plaintext": hex::encode(plain), "file": hex::encode(&wrap), "hash": hex::encode(hash(&[&wrap])),
        },
    });
    agree("epoch.json", STORED, &made);
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn a_record_has_its_bytes_and_its_padding() {
    let (secret, place) = epoch();
    let mut prefix = Prefix {
        suite: SUITE_X25519,
        class: CLASS_CONTENT,
        mode: MODE_GROUP,
        kind: hawser_ledger::event::KIND_RECORD,
        space: place.space,
        group: place.group,
        epoch: place.number,
        author: KeyId(seed("author")),
        command: CommandId([0x44; 16]),
        recorded_ms: 1_790_000_000_000,
        offset_min: 60,
        keyring_version: 1,
        nonce: [0x66; 24],
        key_commit: [0; 32],
        public_len: 0,
        public_hash: [0; 32],
    };
    bind_public(&mut prefix, &[0; 4]);
    let key = secret.event_key(&prefix);
    prefix.key_commit = key.commitment();
    let info = [
        b"hawser/v1/event-key\0".as_slice(),
        &prefix.space.0,
        &prefix.group.0,
        &prefix.epoch.to_be_bytes(),
        &prefix.author.0,
    ];
    let event_key = hkdf(&seed("epoch"), &prefix.nonce, &info);
    let cases: Vec<Value> = [0_usize, 1, 5, 27, 28, 29, 100, 1000]
        .into_iter()
        .map(|length| {
            let json = vec![b'x'; length];
            let encrypted = encrypt_event(&key, &prefix, &json).unwrap();
            assert_eq!(*decrypt(&key, &prefix, &encrypted).unwrap(), json);
            json!({ "json_length": length, "padded": encrypted.len() - 16, "sha256": hex::encode(hash(&[&encrypted])) })
        })
        .collect();
    let json = br#"{"happened":{},"record":{"type":"example"}}"#;
    let made = json!({
        "about": "Encrypted part of a record in the epoch of epoch.json; padding of texts of the letter x",
        "prefix": hex::encode(prefix.encode()),
        "event_key": hex::encode(event_key),
        "key_commit": hex::encode(prefix.key_commit),
        "aead_key": hex::encode(hkdf(&event_key, &[], &[b"hawser/v1/aead\0"])),
        "json": String::from_utf8_lossy(json),
        "encrypted": hex::encode(encrypt_event(&key, &prefix, json).unwrap()),
        "padding": cases,
    });
    agree(
        "record.json",
        include_str!("../../../docs/vectors/record.json"),
        &made,
    );
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn a_file_has_its_chunks_and_parts() {
    const STORED: &str = include_str!("../../../docs/vectors/file.json");
    let (secret, place) = epoch();
    let both = stored_once(STORED, "/file_key_and_prefix", || {
        let secrets = make_file_secrets(&secret.recipient(place, SUITE_X25519)).unwrap();
        [secrets.file_key.as_slice(), &secrets.prefix].concat()
    });
    let (file_key, prefix) = both.split_first_chunk::<16>().unwrap();
    let key = PayloadKey::derive(file_key, prefix).unwrap();
    let content = |length: usize| (0..length).map(|index| index as u8).collect::<Vec<u8>>();
    let short = encrypt_chunk(&key, 0, true, b"hello");
    assert_eq!(decrypt_chunk(&key, 0, true, &short), Ok(b"hello".to_vec()));
    let part = 2 * CHUNK as u64;
    let total = 3 * CHUNK + 1;
    let (mut parts, mut hashes) = (Vec::new(), Vec::new());
    for index in 0.. {
        let Some(range) = PartRange::of(index, total as u64, part) else {
            break;
        };
        let mut body = Vec::new();
        for chunk in 0..range.chunks() {
            let start = range.offset as usize + chunk as usize * CHUNK;
            let end = (start + CHUNK).min((range.offset + range.length) as usize);
            let last = range.last && chunk + 1 == range.chunks();
            body.extend(encrypt_chunk(
                &key,
                range.first_chunk + chunk,
                last,
                &content(total)[start..end],
            ));
        }
        assert_eq!(body.len() as u64, range.body_length());
        hashes.push(merkle::leaf(&hash(&[&body])));
        parts.push(json!({
            "index": index, "first_chunk": range.first_chunk, "offset": range.offset, "length": range.length,
            "body_offset": range.body_offset(), "body_length": range.body_length(), "last": range.last,
            "sha256": hex::encode(hash(&[&body])),
        }));
    }
    let made = json!({
        "about": "A file for the epoch of epoch.json: prefix ‖ body opens with its identity. Content of the long one: byte i is i mod 256",
        "file_key_and_prefix": hex::encode(&both),
        "payload_key": hex::encode(key.as_bytes()),
        "short": { "content": "hello", "body": hex::encode(short) },
        "long": {
            "length": total, "part_plaintext": part, "parts": parts,
            "parts_root_of_leaf_hashes": hex::encode(merkle::root(&hashes)),
        },
    });
    agree("file.json", STORED, &made);
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn append_and_frames_have_their_bytes() {
    let wrap = Wrap {
        group: GroupId([0x22; 16]),
        user: UserId([0x11; 16]),
        event: 0,
        body: vec![0x77; 3],
    };
    let append = Append {
        size: 4,
        head: EventId(seed("head")),
        events: vec![vec![0x88; 2]],
        wraps: vec![wrap],
    };
    assert_eq!(Append::decode(&append.encode()), Ok(append.clone()));
    let frames = [
        Frame::Event(vec![0x88; 2]),
        Frame::Withheld(EventId(seed("leaf"))),
    ];
    let pulled = Pulled {
        checkpoint: "a signed note".to_owned(),
        frames: frames.to_vec(),
    };
    let out = pulled.encode();
    assert_eq!(Pulled::decode(&out), Ok(pulled));
    let made = json!({
        "about": "An append of one event (bytes 8888) with one wrap (bytes 777777), and a pull of two frames with 'a signed note'",
        "append": hex::encode(append.encode()),
        "pulled": hex::encode(out),
    });
    agree(
        "wire.json",
        include_str!("../../../docs/vectors/wire.json"),
        &made,
    );
}
