//! One place of a ledger as it is handed on: the event, or only its leaf.

use crate::codec::{DecodeError, Layout, Reader, Writer};
use crate::id::EventId;

/// Longest encoded event, in bytes.
pub const MAX_EVENT: u32 = 4 << 20;
const WITHHELD: u8 = 0;
const EVENT: u8 = 1;

/// One place of a ledger: the event, or only its leaf where the reader has no access to what was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Frame {
    /// The encoded event.
    Event(Vec<u8>),
    /// Its leaf hash.
    Withheld(EventId),
}

impl Frame {
    /// Bytes that tell how long a frame is.
    pub const HEAD: usize = 5;

    /// Length of the frame that begins with `head`, in bytes; at least that of `head`.
    pub fn length(head: &[u8; Self::HEAD]) -> Result<usize, DecodeError> {
        let mut input = Reader::new(head);
        if input.u8("frame")? == WITHHELD {
            return Ok(33);
        }
        let length = input.u32("event")?;
        if length > MAX_EVENT {
            return Err(DecodeError::TooLong {
                field: "event",
                found: length.into(),
                max: MAX_EVENT.into(),
            });
        }
        Ok(Self::HEAD + length as usize)
    }
}

impl Layout for Frame {
    /// `0 ‖ leaf32`, or `1 ‖ u32 length ‖ event`.
    fn write(&self, out: &mut Writer) {
        match self {
            Self::Event(event) => out.u8(EVENT).bytes(event),
            Self::Withheld(leaf) => out.u8(WITHHELD).fixed(&leaf.0),
        };
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        match input.u8("frame")? {
            WITHHELD => Ok(Self::Withheld(EventId(input.array("leaf")?))),
            EVENT => Ok(Self::Event(input.bytes(MAX_EVENT, "event")?.to_vec())),
            found => Err(DecodeError::Value {
                field: "frame",
                found: found.into(),
            }),
        }
    }
}
