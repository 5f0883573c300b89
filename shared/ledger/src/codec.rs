//! The one layout of public parts: fixed-width big-endian integers, lists and
//! byte strings with a u32 length before them, nothing left over at the end.

/// Why bytes were refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// The input ends before the field does.
    #[error("ends inside {field}")]
    Truncated {
        /// Name of the field.
        field: &'static str,
    },
    /// A length is above what the format allows.
    #[error("{field} has length {found}, at most {max} allowed")]
    TooLong {
        /// Name of the field.
        field: &'static str,
        /// Length found.
        found: u64,
        /// Largest length allowed.
        max: u64,
    },
    /// A value outside its set.
    #[error("{field} has value {found}, which is not defined")]
    Value {
        /// Name of the field.
        field: &'static str,
        /// Value found.
        found: u64,
    },
    /// Bytes after the last field.
    #[error("{count} bytes too many at the end")]
    Trailing {
        /// How many.
        count: usize,
    },
    /// A list that must be sorted without repetition is not.
    #[error("{field} is not sorted or repeats an entry")]
    Unsorted {
        /// Name of the field.
        field: &'static str,
    },
}

/// Writes the layout.
#[derive(Default)]
pub struct Writer(Vec<u8>);

impl Writer {
    /// An empty writer.
    pub fn new() -> Self {
        Self::default()
    }
    /// Fixed bytes, without a length.
    pub fn fixed(&mut self, bytes: &[u8]) -> &mut Self {
        self.0.extend_from_slice(bytes);
        self
    }
    /// One byte.
    pub fn u8(&mut self, value: u8) -> &mut Self {
        self.fixed(&[value])
    }
    /// Two bytes.
    pub fn u16(&mut self, value: u16) -> &mut Self {
        self.fixed(&value.to_be_bytes())
    }
    /// Four bytes.
    pub fn u32(&mut self, value: u32) -> &mut Self {
        self.fixed(&value.to_be_bytes())
    }
    /// Eight bytes.
    pub fn u64(&mut self, value: u64) -> &mut Self {
        self.fixed(&value.to_be_bytes())
    }
    /// Bytes after their u32 length.
    pub fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.u32(bytes.len() as u32).fixed(bytes)
    }
    /// A list after its u32 count.
    pub fn list<T>(&mut self, items: &[T], mut write: impl FnMut(&mut Self, &T)) -> &mut Self {
        self.u32(items.len() as u32);
        for item in items {
            write(self, item);
        }
        self
    }
    /// What was written.
    pub fn finish(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.0)
    }
}

/// Reads the layout; every method names the field it reads.
pub struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    /// Reads from the start of `bytes`.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }
    /// `count` bytes.
    pub fn take(&mut self, count: usize, field: &'static str) -> Result<&'a [u8], DecodeError> {
        let (head, rest) = self
            .rest
            .split_at_checked(count)
            .ok_or(DecodeError::Truncated { field })?;
        self.rest = rest;
        Ok(head)
    }
    /// A fixed array.
    pub fn array<const N: usize>(&mut self, field: &'static str) -> Result<[u8; N], DecodeError> {
        let (head, rest) = self
            .rest
            .split_first_chunk::<N>()
            .ok_or(DecodeError::Truncated { field })?;
        self.rest = rest;
        Ok(*head)
    }
    /// One byte.
    pub fn u8(&mut self, field: &'static str) -> Result<u8, DecodeError> {
        Ok(self.array::<1>(field)?[0])
    }
    /// Two bytes.
    pub fn u16(&mut self, field: &'static str) -> Result<u16, DecodeError> {
        Ok(u16::from_be_bytes(self.array(field)?))
    }
    /// Four bytes.
    pub fn u32(&mut self, field: &'static str) -> Result<u32, DecodeError> {
        Ok(u32::from_be_bytes(self.array(field)?))
    }
    /// Eight bytes.
    pub fn u64(&mut self, field: &'static str) -> Result<u64, DecodeError> {
        Ok(u64::from_be_bytes(self.array(field)?))
    }
    /// Bytes after their u32 length, at most `max`.
    pub fn bytes(&mut self, max: u32, field: &'static str) -> Result<&'a [u8], DecodeError> {
        let length = self.u32(field)?;
        if length > max {
            return Err(DecodeError::TooLong {
                field,
                found: length.into(),
                max: max.into(),
            });
        }
        self.take(length as usize, field)
    }
    /// A list after its u32 count, at most `max` entries.
    pub fn list<T>(
        &mut self,
        max: u32,
        field: &'static str,
        mut read: impl FnMut(&mut Self) -> Result<T, DecodeError>,
    ) -> Result<Vec<T>, DecodeError> {
        let count = self.u32(field)?;
        if count > max {
            return Err(DecodeError::TooLong {
                field,
                found: count.into(),
                max: max.into(),
            });
        }
        (0..count).map(|_| read(self)).collect()
    }
    /// Whether all was read.
    pub fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }
    /// Refuses bytes that were not read.
    pub fn end(self) -> Result<(), DecodeError> {
        if self.rest.is_empty() {
            return Ok(());
        }
        Err(DecodeError::Trailing {
            count: self.rest.len(),
        })
    }
}

/// Something with one public layout.
pub trait Layout: Sized {
    /// Appends its bytes.
    fn write(&self, out: &mut Writer);
    /// Reads its bytes, strictly.
    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError>;
    /// Its bytes.
    fn encode(&self) -> Vec<u8> {
        let mut out = Writer::new();
        self.write(&mut out);
        out.finish()
    }
    /// Reads the whole of `bytes`; nothing may be left over.
    fn decode(bytes: &[u8]) -> Result<Self, DecodeError> {
        let mut input = Reader::new(bytes);
        let value = Self::read(&mut input)?;
        input.end()?;
        Ok(value)
    }
}

/// Refuses a list that is not strictly ascending by `key`.
pub fn ascending<T, K: Ord>(
    items: &[T],
    field: &'static str,
    key: impl Fn(&T) -> K,
) -> Result<(), DecodeError> {
    if items.windows(2).all(|pair| key(&pair[0]) < key(&pair[1])) {
        return Ok(());
    }
    Err(DecodeError::Unsorted { field })
}
