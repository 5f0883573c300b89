//! The keyring record: everything a person must keep, encrypted under a random
//! key that the passphrase and the recovery kit each unwrap.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use ed25519_dalek::SigningKey;
use hawser_ledger::codec::{DecodeError, Reader, Writer};
use hawser_ledger::header::SUITE_X25519;
use hawser_ledger::key::hash;
use hawser_ledger::{OrganisationId, UserId};
use hawser_protocol::suite::{ARGON2_LANES, ARGON2_MEMORY_KIB, ARGON2_PASSES};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::derive::derive;
use crate::generations::Generations;
use crate::identity::{Identity, Root};
use crate::kit::Kit;
use crate::passphrase::ExportKey;
use crate::random::Random;

const MAGIC: &[u8; 4] = b"HWSK";
const VERSION: u8 = 1;
const MAX_BODY: u32 = 1 << 20;
const MAX_SLOTS: u32 = 8;
const SLOT_PASSPHRASE: u8 = 1;
const SLOT_KIT: u8 = 2;

/// Why a keyring record was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyringError {
    /// The record does not have its layout.
    #[error("keyring: {0}")]
    Layout(#[from] DecodeError),
    /// It is somebody else's.
    #[error("the keyring belongs to another account")]
    Account,
    /// Its key derivation is weaker or dearer than this client accepts.
    #[error("the keyring names another key derivation")]
    Parameters,
    /// It does not open.
    #[error("the keyring does not open")]
    Key,
    /// It is older than one seen before.
    #[error("the keyring is older than the one seen before")]
    Rollback,
    /// It opened, but what is inside does not have its form.
    #[error("what is inside the keyring does not have its form")]
    Form,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Generation {
    number: u32,
    root: String,
}

impl Drop for Generation {
    fn drop(&mut self) {
        zeroize::Zeroize::zeroize(&mut self.root);
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Contents {
    generations: Vec<Generation>,
    #[serde(default)]
    pending: Vec<Generation>,
    organisation: Option<OrganisationId>,
    organisation_root_public: Option<String>,
    organisation_root: Option<String>,
    kit: String,
    kit_confirmed: bool,
    sign_in_name: String,
    name: String,
    function: String,
    salt: String,
    invitation: Option<String>,
}

impl Drop for Contents {
    fn drop(&mut self) {
        use zeroize::Zeroize as _;
        self.organisation_root.zeroize();
        self.kit.zeroize();
        self.invitation.zeroize();
    }
}

/// A person's keyring, open.
#[derive(Clone)]
pub struct Keyring {
    /// The account.
    pub user: UserId,
    /// The organisation and its verified root, once known.
    pub organisation: Option<(OrganisationId, [u8; 32])>,
    /// The organisation's root key, for its founder.
    pub organisation_root: Option<SigningKey>,
    /// Name to sign in with.
    pub sign_in_name: String,
    /// Own name.
    pub name: String,
    /// Own function.
    pub function: String,
    /// Salt of the name's commitment.
    pub salt: [u8; 32],
    /// Whether the kit was typed back.
    pub kit_confirmed: bool,
    /// Fragment of the invitation until it was answered.
    pub invitation: Option<Zeroizing<String>>,
    roots: Vec<(u32, Root)>,
    /// Drawn, in order; one comes into use once it is certified.
    pending: Vec<(u32, Root)>,
    kit: Kit,
    key: Zeroizing<[u8; 32]>,
    slots: Vec<Slot>,
    version: u64,
    record_hash: [u8; 32],
}

#[derive(Clone)]
struct Slot {
    kind: u8,
    nonce: [u8; 24],
    wrapped: Vec<u8>,
}

/// Which secret opens the keyring.
pub enum Unlock<'a> {
    /// From OPAQUE.
    Passphrase(&'a ExportKey),
    /// From paper.
    Kit(&'a Kit),
}

impl Unlock<'_> {
    fn slot(&self) -> (u8, Zeroizing<[u8; 32]>) {
        match self {
            Self::Passphrase(export) => (
                SLOT_PASSPHRASE,
                derive(&export.0, &[], &[b"hawser/v1/keyring-passphrase\0"]),
            ),
            Self::Kit(kit) => (SLOT_KIT, kit.wrapping_key()),
        }
    }
}

struct Clear {
    user: UserId,
    version: u64,
    previous: [u8; 32],
    generation: u32,
    key_id: [u8; 16],
}

impl Clear {
    fn encode(&self) -> Vec<u8> {
        Writer::new()
            .fixed(MAGIC)
            .u8(VERSION)
            .fixed(&self.user.0)
            .u64(self.version)
            .fixed(&self.previous)
            .u32(self.generation)
            .u8(SUITE_X25519)
            .u32(ARGON2_MEMORY_KIB)
            .u32(ARGON2_PASSES)
            .u32(ARGON2_LANES)
            .fixed(&self.key_id)
            .finish()
    }
    fn read(input: &mut Reader<'_>) -> Result<Self, KeyringError> {
        if input.array::<4>("magic")? != *MAGIC || input.u8("version")? != VERSION {
            return Err(KeyringError::Form);
        }
        let user = UserId(input.array("user")?);
        let version = input.u64("record_version")?;
        let previous = input.array("prev_record_hash")?;
        let generation = input.u32("generation")?;
        let suite = input.u8("suite")?;
        // A floor and a ceiling at once: exactly the parameters this client derives with.
        let parameters = (
            input.u32("memory")?,
            input.u32("passes")?,
            input.u32("lanes")?,
        );
        if suite != SUITE_X25519 || parameters != (ARGON2_MEMORY_KIB, ARGON2_PASSES, ARGON2_LANES) {
            return Err(KeyringError::Parameters);
        }
        Ok(Self {
            user,
            version,
            previous,
            generation,
            key_id: input.array("keyring_key_id")?,
        })
    }
}

fn cipher(key: &[u8; 32]) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(key.into())
}

fn short_id(key: &[u8; 32]) -> [u8; 16] {
    let digest = hash(&[b"hawser/v1/keyring-key\0", key]);
    let mut id = [0; 16];
    id.copy_from_slice(&digest[..16]);
    id
}

fn array32(text: &str) -> Result<[u8; 32], KeyringError> {
    let mut bytes = [0; 32];
    hex::decode_to_slice(text, &mut bytes).map_err(|_| KeyringError::Form)?;
    Ok(bytes)
}

impl Keyring {
    /// A first keyring for an account that has none.
    pub fn make(
        random: &mut Random<'_>,
        user: UserId,
        sign_in_name: &str,
        name: &str,
        function: &str,
    ) -> Self {
        Self {
            user,
            organisation: None,
            organisation_root: None,
            sign_in_name: sign_in_name.to_owned(),
            name: name.to_owned(),
            function: function.to_owned(),
            salt: random.array(),
            kit_confirmed: false,
            invitation: None,
            roots: vec![(1, Root::make(random))],
            pending: Vec::new(),
            kit: Kit::make(random),
            key: Zeroizing::new(random.array()),
            slots: Vec::new(),
            version: 0,
            record_hash: [0; 32],
        }
    }
    /// Draws an organisation's root for its founder; gives the public key.
    pub fn make_organisation_root(&mut self, random: &mut Random<'_>) -> [u8; 32] {
        let root = SigningKey::from_bytes(&random.array());
        let public = root.verifying_key().to_bytes();
        self.organisation_root = Some(root);
        public
    }
    /// All generations of keys; `None` where there is none.
    pub fn generations(&self) -> Option<Generations> {
        let derive = |(number, root): &(u32, Root)| Identity::derive(root, *number);
        let used = self.roots.iter().map(derive).collect();
        let pending = self.pending.iter().map(derive).collect();
        Generations::new(used, pending)
    }
    /// Draws a next generation of keys. One that waits already is kept: it may be the one that is certified.
    pub fn draw_generation(&mut self, random: &mut Random<'_>) {
        let newest = self.pending.last().or(self.roots.last());
        let number = newest.map_or(0, |(number, _)| *number) + 1;
        self.pending.push((number, Root::make(random)));
    }
    /// Takes a generation that waits into use. Older ones are given up; a newer one may be certified next.
    pub fn adopt_generation(&mut self, number: u32) {
        let found = self
            .pending
            .iter()
            .position(|(waiting, _)| *waiting == number);
        if let Some(index) = found {
            let adopted = self.pending.remove(index);
            self.roots.push(adopted);
            self.pending.retain(|(waiting, _)| *waiting > number);
        }
    }
    /// Version of the record it came from or was last written as.
    pub fn version(&self) -> u64 {
        self.version
    }
    /// The recovery kit.
    pub fn kit(&self) -> &Kit {
        &self.kit
    }
    /// Draws a new kit and a new keyring key; both slots must be set again.
    pub fn renew(&mut self, random: &mut Random<'_>, new_kit: bool) {
        if new_kit {
            self.kit = Kit::make(random);
            self.kit_confirmed = false;
        }
        self.key = Zeroizing::new(random.array());
        self.slots.clear();
    }

    /// Writes the next version of the record. With `export`, its slots are made
    /// anew; without, the present ones stay, and there must be some.
    pub fn seal(
        &mut self,
        random: &mut Random<'_>,
        export: Option<&ExportKey>,
    ) -> Result<Vec<u8>, KeyringError> {
        let clear = Clear {
            user: self.user,
            version: self.version + 1,
            previous: self.record_hash,
            generation: self.roots.last().map_or(0, |(number, _)| *number),
            key_id: short_id(&self.key),
        };
        let head = clear.encode();
        if let Some(export) = export {
            let unlocks = [Unlock::Passphrase(export), Unlock::Kit(&self.kit)];
            self.slots = unlocks
                .iter()
                .map(|unlock| {
                    let (kind, key) = unlock.slot();
                    let nonce: [u8; 24] = random.array();
                    // A slot outlives the record's version, so it is bound to account and key only.
                    let about = slot_about(self.user, kind, &clear.key_id);
                    let payload = Payload {
                        msg: self.key.as_slice(),
                        aad: &about,
                    };
                    let wrapped = cipher(&key)
                        .encrypt(XNonce::from_slice(&nonce), payload)
                        .map_err(|_| KeyringError::Key)?;
                    Ok(Slot {
                        kind,
                        nonce,
                        wrapped,
                    })
                })
                .collect::<Result<_, KeyringError>>()?;
        }
        if self.slots.is_empty() {
            // Nothing would open what is about to be written.
            return Err(KeyringError::Key);
        }
        let kept = |(number, root): &(u32, Root)| Generation {
            number: *number,
            root: hex::encode(root.bytes()),
        };
        let contents = Contents {
            generations: self.roots.iter().map(kept).collect(),
            pending: self.pending.iter().map(kept).collect(),
            organisation: self.organisation.map(|(id, _)| id),
            organisation_root_public: self.organisation.map(|(_, root)| hex::encode(root)),
            organisation_root: self
                .organisation_root
                .as_ref()
                .map(|root| hex::encode(root.to_bytes())),
            kit: hex::encode(self.kit.bytes()),
            kit_confirmed: self.kit_confirmed,
            sign_in_name: self.sign_in_name.clone(),
            name: self.name.clone(),
            function: self.function.clone(),
            salt: hex::encode(self.salt),
            invitation: self.invitation.as_ref().map(|link| link.to_string()),
        };
        let json = Zeroizing::new(serde_json::to_vec(&contents).map_err(|_| KeyringError::Form)?);
        let nonce: [u8; 24] = random.array();
        let body = cipher(&self.key)
            .encrypt(
                XNonce::from_slice(&nonce),
                Payload {
                    msg: &json,
                    aad: &head,
                },
            )
            .map_err(|_| KeyringError::Key)?;
        let mut out = Writer::new();
        out.fixed(&head);
        out.list(&self.slots, |out, slot| {
            out.u8(slot.kind).fixed(&slot.nonce).bytes(&slot.wrapped);
        });
        out.fixed(&nonce).bytes(&body);
        let record = out.finish();
        self.version = clear.version;
        self.record_hash = hash(&[&record]);
        Ok(record)
    }

    /// Opens a record that must belong to `user` and be at least `floor` old in versions.
    pub fn open(
        record: &[u8],
        user: UserId,
        floor: u64,
        unlock: &Unlock<'_>,
    ) -> Result<Self, KeyringError> {
        let mut input = Reader::new(record);
        let clear = Clear::read(&mut input)?;
        let slots = input.list(MAX_SLOTS, "slots", |input| {
            Ok(Slot {
                kind: input.u8("slot")?,
                nonce: input.array("nonce")?,
                wrapped: input.bytes(256, "wrapped key")?.to_vec(),
            })
        })?;
        let nonce: [u8; 24] = input.array("nonce")?;
        let body = input.bytes(MAX_BODY, "body")?.to_vec();
        input.end()?;
        if clear.user != user {
            return Err(KeyringError::Account);
        }
        if clear.version < floor {
            return Err(KeyringError::Rollback);
        }
        let (kind, slot_key) = unlock.slot();
        let about = slot_about(user, kind, &clear.key_id);
        let key = slots
            .iter()
            .filter(|slot| slot.kind == kind)
            .find_map(|slot| {
                let payload = Payload {
                    msg: &slot.wrapped,
                    aad: &about,
                };
                let key = cipher(&slot_key)
                    .decrypt(XNonce::from_slice(&slot.nonce), payload)
                    .ok()?;
                <[u8; 32]>::try_from(key.as_slice())
                    .ok()
                    .map(Zeroizing::new)
            })
            .ok_or(KeyringError::Key)?;
        if short_id(&key) != clear.key_id {
            return Err(KeyringError::Key);
        }
        let json = cipher(&key)
            .decrypt(
                XNonce::from_slice(&nonce),
                Payload {
                    msg: &body,
                    aad: &clear.encode(),
                },
            )
            .map(Zeroizing::new)
            .map_err(|_| KeyringError::Key)?;
        let contents: Contents = serde_json::from_slice(&json).map_err(|_| KeyringError::Form)?;
        let root = |generation: &Generation| -> Result<(u32, Root), KeyringError> {
            let root = Root::from_bytes(array32(&generation.root)?);
            Ok((generation.number, root))
        };
        let generations = contents.generations.iter();
        let roots = generations.map(root).collect::<Result<Vec<_>, _>>()?;
        let pending = contents
            .pending
            .iter()
            .map(root)
            .collect::<Result<Vec<_>, _>>()?;
        if roots.last().map(|(number, _)| *number) != Some(clear.generation) {
            return Err(KeyringError::Form);
        }
        let organisation = match (contents.organisation, &contents.organisation_root_public) {
            (Some(id), Some(root)) => Some((id, array32(root)?)),
            _ => None,
        };
        let organisation_root = contents
            .organisation_root
            .as_ref()
            .map(|root| array32(root))
            .transpose()?;
        Ok(Self {
            user,
            organisation,
            organisation_root: organisation_root.map(|root| SigningKey::from_bytes(&root)),
            sign_in_name: contents.sign_in_name.clone(),
            name: contents.name.clone(),
            function: contents.function.clone(),
            salt: array32(&contents.salt)?,
            kit_confirmed: contents.kit_confirmed,
            invitation: contents.invitation.clone().map(Zeroizing::new),
            roots,
            pending,
            kit: Kit::from_bytes(array32(&contents.kit)?),
            key,
            slots,
            version: clear.version,
            record_hash: hash(&[record]),
        })
    }
}

fn slot_about(user: UserId, kind: u8, key_id: &[u8; 16]) -> Vec<u8> {
    Writer::new()
        .fixed(b"hawser/v1/keyring-slot\0")
        .fixed(&user.0)
        .u8(kind)
        .fixed(key_id)
        .finish()
}
