//! Where the chunks of a part lie, in its plaintext and in its body.

use hawser_encryption::file::{CHUNK, PartRange, TAG};
use js_sys::{ArrayBuffer, Uint8Array};

/// A part whose numbers fit together and fit the browser's arrays.
#[derive(Clone, Copy)]
pub struct Stretch {
    range: PartRange,
    plain_length: u32,
    body_length: u32,
}

impl Stretch {
    /// `None` for a range that no file has: it begins between two chunks, or
    /// ends within one that is not the last, or is empty in a file that is not.
    pub fn of(range: PartRange) -> Option<Self> {
        let whole_chunks = range.length.is_multiple_of(CHUNK as u64) && range.length > 0;
        let is_empty_file = range.last && range.length == 0 && range.offset == 0;
        let ends_well = whole_chunks || is_empty_file || (range.last && range.length > 0);
        let begins_well = range.first_chunk.checked_mul(CHUNK as u64) == Some(range.offset);
        if !ends_well || !begins_well {
            return None;
        }
        let plain_length = u32::try_from(range.length).ok()?;
        let body_length = u32::try_from(range.body_length()).ok()?;
        Some(Self {
            range,
            plain_length,
            body_length,
        })
    }

    /// Plaintext bytes.
    pub fn plain_length(&self) -> u32 {
        self.plain_length
    }

    /// Ciphertext bytes.
    pub fn body_length(&self) -> u32 {
        self.body_length
    }

    /// Its chunks in order; at least one.
    pub fn chunks(&self) -> impl Iterator<Item = Chunk> + use<> {
        let Self {
            range,
            plain_length,
            ..
        } = *self;
        let count = range.chunks() as u32;
        (0..count).map(move |number| Chunk {
            index: range.first_chunk + u64::from(number),
            is_last: range.last && number + 1 == count,
            number,
            plain_length: (plain_length - number * CHUNK as u32).min(CHUNK as u32),
        })
    }
}

/// One chunk of a part.
#[derive(Clone, Copy)]
pub struct Chunk {
    /// Within the file.
    pub index: u64,
    /// The file's last.
    pub is_last: bool,
    number: u32,
    plain_length: u32,
}

impl Chunk {
    /// Plaintext bytes.
    pub fn plain_length(&self) -> u32 {
        self.plain_length
    }
    /// Where its plaintext begins within the part's.
    pub fn plain_at(&self) -> u32 {
        self.number * CHUNK as u32
    }
    /// Ciphertext bytes.
    pub fn body_length(&self) -> u32 {
        self.plain_length + TAG as u32
    }
    /// Where it begins within the part's body.
    pub fn body_at(&self) -> u32 {
        self.number * (CHUNK + TAG) as u32
    }
    /// View of its plaintext.
    pub fn plain_of(&self, part: &ArrayBuffer) -> Uint8Array {
        Uint8Array::new_with_byte_offset_and_length(part, self.plain_at(), self.plain_length())
    }
    /// View of its ciphertext.
    pub fn body_of(&self, part: &ArrayBuffer) -> Uint8Array {
        Uint8Array::new_with_byte_offset_and_length(part, self.body_at(), self.body_length())
    }
}
