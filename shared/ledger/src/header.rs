//! The header of an event: the prefix, which is stable under rebase and is the
//! associated data of the encrypted part, and the position.

use crate::codec::{DecodeError, Layout, Reader, Writer};
use crate::id::{CommandId, GroupId, KeyId, SpaceId};
use crate::key::SIG_ED25519;

/// "HWSE".
pub const MAGIC: [u8; 4] = *b"HWSE";
/// Version of the event format.
pub const VERSION: u8 = 1;
/// Suite 1: X25519.
pub const SUITE_X25519: u8 = 1;
/// Suite 2: X-Wing hybrid.
pub const SUITE_XWING: u8 = 2;
/// Class 1: membership.
pub const CLASS_MEMBERSHIP: u8 = 1;
/// Class 2: content.
pub const CLASS_CONTENT: u8 = 2;
/// Mode 0: public part only.
pub const MODE_PUBLIC: u8 = 0;
/// Mode 1: encrypted for an access group's epoch.
pub const MODE_GROUP: u8 = 1;
/// Mode 2: drop-box, encrypted for the checking desk and the author.
pub const MODE_DROP_BOX: u8 = 2;
/// Largest public part, in bytes.
pub const MAX_PUBLIC: u32 = 1 << 20;
/// Largest encrypted part, in bytes.
pub const MAX_ENCRYPTED: u32 = 2 << 20;
/// Size of a prefix, in bytes.
pub const PREFIX_SIZE: usize = 226;
/// Size of a header, in bytes.
pub const HEADER_SIZE: usize = PREFIX_SIZE + 140;

/// What does not change when an event is moved behind newer ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prefix {
    /// Suite of the group's epoch (1 = X25519, 2 = X-Wing).
    pub suite: u8,
    /// Membership or content.
    pub class: u8,
    /// Public, group or drop-box.
    pub mode: u8,
    /// What the event is; see [`crate::membership`] and [`crate::event::KIND_RECORD`].
    pub kind: u16,
    /// The space; zero in a genesis.
    pub space: SpaceId,
    /// The access group; zero for the space itself.
    pub group: GroupId,
    /// Epoch of the group; zero where nothing is encrypted for a group.
    pub epoch: u64,
    /// The author's signing key.
    pub author: KeyId,
    /// The author's command.
    pub command: CommandId,
    /// When it was recorded, milliseconds since 1970-01-01T00:00:00Z.
    pub recorded_ms: i64,
    /// The author's offset from UTC, in minutes.
    pub offset_min: i16,
    /// Version of the author's keyring when it was written.
    pub keyring_version: u64,
    /// Nonce of the encrypted part; zero in mode 0.
    pub nonce: [u8; 24],
    /// Commitment to the event key; zero in mode 0.
    pub key_commit: [u8; 32],
    /// Length of the public part, in bytes.
    pub public_len: u32,
    /// SHA-256 of the public part.
    pub public_hash: [u8; 32],
}

/// Where an event stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// Number of events before it.
    pub seq: u64,
    /// Leaf hash of the event before it; zero in a genesis.
    pub prev: [u8; 32],
    /// RFC 9162 root over all leaves before it.
    pub seen_root: [u8; 32],
    /// Number of content events of the same group before it; zero outside groups.
    pub group_seq: u64,
    /// Length of the encrypted part, in bytes.
    pub encrypted_len: u32,
    /// SHA-256 of the encrypted part.
    pub encrypted_hash: [u8; 32],
    /// Number of membership events before it, the genesis among them.
    pub acts: u64,
}

/// What an author signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// Stable under rebase.
    pub prefix: Prefix,
    /// Changes under rebase.
    pub position: Position,
}

/// Reads a suite's byte.
pub(crate) fn read_suite(input: &mut Reader<'_>, field: &'static str) -> Result<u8, DecodeError> {
    one_of(input.u8(field)?, &[SUITE_X25519, SUITE_XWING], field)
}

fn one_of(found: u8, allowed: &[u8], field: &'static str) -> Result<u8, DecodeError> {
    if allowed.contains(&found) {
        Ok(found)
    } else {
        Err(DecodeError::Value {
            field,
            found: found.into(),
        })
    }
}

fn capped(found: u32, max: u32, field: &'static str) -> Result<u32, DecodeError> {
    if found <= max {
        Ok(found)
    } else {
        Err(DecodeError::TooLong {
            field,
            found: found.into(),
            max: max.into(),
        })
    }
}

impl Layout for Prefix {
    fn write(&self, out: &mut Writer) {
        out.fixed(&MAGIC)
            .u8(VERSION)
            .u8(self.suite)
            .u8(SIG_ED25519)
            .u8(self.class)
            .u8(self.mode)
            .u8(0)
            .u16(self.kind)
            .fixed(&self.space.0)
            .fixed(&self.group.0)
            .u64(self.epoch)
            .fixed(&self.author.0)
            .fixed(&self.command.0)
            .fixed(&self.recorded_ms.to_be_bytes())
            .fixed(&self.offset_min.to_be_bytes())
            .u64(self.keyring_version)
            .fixed(&self.nonce)
            .fixed(&self.key_commit)
            .u32(self.public_len)
            .fixed(&self.public_hash);
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let magic = input.array::<4>("magic")?;
        if magic != MAGIC {
            return Err(DecodeError::Value {
                field: "magic",
                found: u32::from_be_bytes(magic).into(),
            });
        }
        one_of(input.u8("version")?, &[VERSION], "version")?;
        let suite = read_suite(input, "suite")?;
        one_of(input.u8("sig_alg")?, &[SIG_ED25519], "sig_alg")?;
        let class = one_of(
            input.u8("class")?,
            &[CLASS_MEMBERSHIP, CLASS_CONTENT],
            "class",
        )?;
        let mode = one_of(
            input.u8("mode")?,
            &[MODE_PUBLIC, MODE_GROUP, MODE_DROP_BOX],
            "mode",
        )?;
        one_of(input.u8("flags")?, &[0], "flags")?;
        let prefix = Self {
            suite,
            class,
            mode,
            kind: input.u16("kind")?,
            space: SpaceId(input.array("space")?),
            group: GroupId(input.array("group")?),
            epoch: input.u64("epoch")?,
            author: KeyId(input.array("author_key_id")?),
            command: CommandId(input.array("command_id")?),
            recorded_ms: i64::from_be_bytes(input.array("recorded_ms")?),
            offset_min: i16::from_be_bytes(input.array("offset_min")?),
            keyring_version: input.u64("keyring_version")?,
            nonce: input.array("nonce")?,
            key_commit: input.array("key_commit")?,
            public_len: capped(input.u32("public_len")?, MAX_PUBLIC, "public_len")?,
            public_hash: input.array("public_hash")?,
        };
        let silent = prefix.nonce == [0; 24] && prefix.key_commit == [0; 32];
        if (prefix.mode == MODE_PUBLIC) != silent {
            return Err(DecodeError::Value {
                field: "nonce",
                found: prefix.mode.into(),
            });
        }
        if (prefix.class == CLASS_MEMBERSHIP) && prefix.mode != MODE_PUBLIC {
            return Err(DecodeError::Value {
                field: "mode",
                found: prefix.mode.into(),
            });
        }
        Ok(prefix)
    }
}

impl Layout for Position {
    fn write(&self, out: &mut Writer) {
        out.u64(self.seq)
            .fixed(&self.prev)
            .u64(self.seq)
            .fixed(&self.seen_root)
            .u64(self.group_seq)
            .u32(self.encrypted_len)
            .fixed(&self.encrypted_hash)
            .u64(self.acts)
            .fixed(&[0; 8]);
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let seq = input.u64("seq")?;
        let prev = input.array("prev")?;
        let seen_size = input.u64("seen_size")?;
        if seen_size != seq {
            return Err(DecodeError::Value {
                field: "seen_size",
                found: seen_size,
            });
        }
        let position = Self {
            seq,
            prev,
            seen_root: input.array("seen_root")?,
            group_seq: input.u64("group_seq")?,
            encrypted_len: capped(input.u32("encrypted_len")?, MAX_ENCRYPTED, "encrypted_len")?,
            encrypted_hash: input.array("encrypted_hash")?,
            acts: input.u64("acts")?,
        };
        let reserved = input.array::<8>("reserved")?;
        if reserved != [0; 8] {
            return Err(DecodeError::Value {
                field: "reserved",
                found: 1,
            });
        }
        Ok(position)
    }
}

impl Layout for Header {
    fn write(&self, out: &mut Writer) {
        self.prefix.write(out);
        self.position.write(out);
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        Ok(Self {
            prefix: Prefix::read(input)?,
            position: Position::read(input)?,
        })
    }
}
