//! Spaces, events and wraps.

use hawser_ledger::codec::{DecodeError, Layout, Reader, Writer};
use hawser_ledger::frame::{Frame, MAX_EVENT};
use hawser_ledger::membership::SpaceKind;
use hawser_ledger::{EventId, GroupId, SpaceId, UserId};
use serde::{Deserialize, Serialize};

use crate::Bytes;
use crate::path::MAX_EVENTS;

/// A space the caller may pull: as member, or as administrator of a party admitted to it.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SpaceEntry {
    /// The space.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub space: SpaceId,
    /// What it is for.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub kind: SpaceKind,
    /// Number of events.
    pub size: u64,
    /// Whether the caller is an active member (otherwise sees the membership only).
    pub member: bool,
}

/// An append was recorded and is durable.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Appended {
    /// Number of events now.
    pub size: u64,
    /// Leaf hash of the newest.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub head: EventId,
    /// The checkpoint at this size, a signed note.
    pub checkpoint: String,
}

/// What independent log keepers confirmed last of a space: signed notes, each a checkpoint with the signatures of log
/// and keeper (c2sp.org/tlog-cosignature).
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Confirmations {
    /// One for each keeper that has confirmed anything.
    pub notes: Vec<String>,
}

/// A wrap for the asking person.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StoredWrap {
    /// Number of the event that names its hash.
    pub seq: u64,
    /// The group.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub group: GroupId,
    /// An age file.
    pub wrap: Bytes,
}

/// Server-sent: a space has grown, or the caller's access or errands changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "type")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum LiveNotice {
    /// "Space X is at N."
    Space {
        /// The space.
        #[cfg_attr(feature = "openapi", schema(value_type = String))]
        space: SpaceId,
        /// Number of events; 0 when the caller sees nothing new of it any more.
        size: u64,
    },
    /// A log keeper has confirmed what a space is now.
    Confirmed {
        /// The space.
        #[cfg_attr(feature = "openapi", schema(value_type = String))]
        space: SpaceId,
    },
    /// An invitation, letter or nomination changed.
    Errands,
    /// The caller's session has ended.
    SignedOut,
}

/// An append: all or nothing, at an expected size and head.
///
/// Layout: u64 size ‖ head32 ‖ list of bytes (events) ‖ list of wraps
/// (group16 ‖ user16 ‖ index u32 of the event ‖ bytes).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Append {
    /// Number of events the author saw.
    pub size: u64,
    /// Leaf hash of the newest event the author saw; zero for a new space.
    pub head: EventId,
    /// Encoded events in order.
    pub events: Vec<Vec<u8>>,
    /// Wraps that the events name.
    pub wraps: Vec<Wrap>,
}

/// A wrap that travels with the event that names its hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrap {
    /// The group.
    pub group: GroupId,
    /// Whom it is for.
    pub user: UserId,
    /// Which of the append's events names it.
    pub event: u32,
    /// An age file, at most 64 KiB.
    pub body: Vec<u8>,
}

const MAX_WRAPS: u32 = 16_384;
const MAX_WRAP: u32 = 64 << 10;

impl Append {
    /// Its bytes.
    pub fn encode(&self) -> Vec<u8> {
        let mut out = Writer::new();
        out.u64(self.size).fixed(&self.head.0);
        out.list(&self.events, |out, event| {
            out.bytes(event);
        });
        out.list(&self.wraps, |out, wrap| {
            out.fixed(&wrap.group.0)
                .fixed(&wrap.user.0)
                .u32(wrap.event)
                .bytes(&wrap.body);
        });
        out.finish()
    }

    /// Reads its bytes, strictly.
    pub fn decode(bytes: &[u8]) -> Result<Self, DecodeError> {
        let mut input = Reader::new(bytes);
        let append = Self {
            size: input.u64("size")?,
            head: EventId(input.array("head")?),
            events: input.list(crate::path::MAX_APPEND_EVENTS as u32, "events", |input| {
                Ok(input.bytes(MAX_EVENT, "event")?.to_vec())
            })?,
            wraps: input.list(MAX_WRAPS, "wraps", |input| {
                Ok(Wrap {
                    group: GroupId(input.array("group")?),
                    user: UserId(input.array("user")?),
                    event: input.u32("event index")?,
                    body: input.bytes(MAX_WRAP, "wrap")?.to_vec(),
                })
            })?,
        };
        input.end()?;
        Ok(append)
    }
}

/// The answer to a pull: what the log says of the whole tree, and places of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pulled {
    /// The newest checkpoint, a signed note.
    pub checkpoint: String,
    /// The places that were asked for, as many as there are.
    pub frames: Vec<Frame>,
}

const MAX_CHECKPOINT: u32 = 16 << 10;

impl Pulled {
    /// Its bytes: the note's bytes, then the frames.
    pub fn encode(&self) -> Vec<u8> {
        let mut out = Writer::new();
        out.bytes(self.checkpoint.as_bytes());
        for frame in &self.frames {
            frame.write(&mut out);
        }
        out.finish()
    }

    /// Reads its bytes, strictly.
    pub fn decode(bytes: &[u8]) -> Result<Self, DecodeError> {
        let mut input = Reader::new(bytes);
        let note = input.bytes(MAX_CHECKPOINT, "checkpoint")?;
        let checkpoint = std::str::from_utf8(note)
            .map_err(|_| DecodeError::Value {
                field: "checkpoint",
                found: 0,
            })?
            .to_owned();
        let mut frames = Vec::new();
        while !input.is_empty() {
            frames.push(Frame::read(&mut input)?);
            if frames.len() as u64 > MAX_EVENTS {
                return Err(DecodeError::TooLong {
                    field: "frames",
                    found: frames.len() as u64,
                    max: MAX_EVENTS,
                });
            }
        }
        Ok(Self { checkpoint, frames })
    }
}
