//! Strict JSON: one reading only, bounded in size and depth, integers only.

use std::{cell::Cell, fmt};

use serde::{
    Serialize,
    de::{DeserializeOwned, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor},
};
use serde_json::{Map, Value};

use super::{Entry, MAX_BYTES, MAX_DEPTH, Record, RecordError};
use crate::time::Happened;

/// The longest name of a record type, in bytes.
const MAX_TYPE_NAME: usize = 100;

/// Reads an entry, whatever the type of its record.
pub(super) fn entry(json: &[u8]) -> Result<Entry, RecordError> {
    let value = value(json)?;
    let Some(type_name) = unknown_type(&value) else {
        return shape(value);
    };
    let named = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if type_name.is_empty() || type_name.len() > MAX_TYPE_NAME || !type_name.chars().all(named) {
        return Err(RecordError::Shape { missing: None });
    }
    match value {
        Value::Object(mut fields) if fields.len() == 2 => Ok(Entry {
            happened: shape::<Happened>(fields.remove("happened").unwrap_or_default())?,
            record: Record::Unknown { type_name },
        }),
        _ => Err(RecordError::Shape { missing: None }),
    }
}

/// The type that an entry's record names and this version does not know.
fn unknown_type(value: &Value) -> Option<String> {
    let text = |path| value.pointer(path).and_then(Value::as_str);
    let type_name = text("/record/type")?;
    let family = Record::FAMILIES
        .iter()
        .find(|(family, _)| *family == type_name);
    match family {
        Some((_, known)) => text("/record/what").filter(|what| !known.contains(what)),
        None => Some(type_name).filter(|name| !Record::TYPES.contains(name)),
    }
    .map(str::to_owned)
}

/// Reads strict JSON of the given shape.
pub(crate) fn read<T: DeserializeOwned>(json: &[u8]) -> Result<T, RecordError> {
    shape(value(json)?)
}

/// Writes JSON of at most [`MAX_BYTES`].
pub(super) fn write<T: Serialize>(record: &T) -> Result<Vec<u8>, RecordError> {
    let json = serde_json::to_vec(record).map_err(|_| RecordError::Shape { missing: None })?;
    bounded(json.len())?;
    Ok(json)
}

/// Writes JSON text of at most [`MAX_BYTES`].
pub(crate) fn write_text<T: Serialize>(record: &T) -> Result<String, RecordError> {
    let json = serde_json::to_string(record).map_err(|_| RecordError::Shape { missing: None })?;
    bounded(json.len())?;
    Ok(json)
}

fn bounded(found: usize) -> Result<(), RecordError> {
    if found > MAX_BYTES {
        return Err(RecordError::TooLarge {
            max: MAX_BYTES,
            found,
        });
    }
    Ok(())
}

fn shape<T: DeserializeOwned>(value: Value) -> Result<T, RecordError> {
    serde_json::from_value(value).map_err(|error| RecordError::Shape {
        missing: missing_field(&error.to_string()),
    })
}

/// The field that serde reports as missing. Other messages may quote content and are not kept.
fn missing_field(message: &str) -> Option<String> {
    let name = message.strip_prefix("missing field `")?.strip_suffix('`')?;
    Some(name.to_owned())
}

/// Any strict JSON value.
fn value(json: &[u8]) -> Result<Value, RecordError> {
    bounded(json.len())?;
    let refused = Cell::new(None);
    let mut reader = serde_json::Deserializer::from_slice(json);
    let seed = Strict {
        depth: 0,
        refused: &refused,
    };
    seed.deserialize(&mut reader)
        .and_then(|value| reader.end().map(|()| value))
        .map_err(|error| match refused.get() {
            Some(Refused::TooDeep) => RecordError::TooDeep { max: MAX_DEPTH },
            Some(Refused::DuplicateKey) => RecordError::DuplicateKey,
            Some(Refused::FloatingPoint) => RecordError::FloatingPoint,
            None => RecordError::Syntax {
                line: error.line(),
                column: error.column(),
            },
        })
}

#[derive(Clone, Copy)]
enum Refused {
    TooDeep,
    DuplicateKey,
    FloatingPoint,
}

/// Reads one value at `depth`, and notes in `refused` why it is refused.
#[derive(Clone, Copy)]
struct Strict<'a> {
    depth: usize,
    refused: &'a Cell<Option<Refused>>,
}

impl Strict<'_> {
    fn refuse<E: serde::de::Error>(&self, why: Refused) -> E {
        self.refused.set(Some(why));
        E::custom("refused")
    }

    fn inner<E: serde::de::Error>(&self) -> Result<Self, E> {
        if self.depth >= MAX_DEPTH {
            return Err(self.refuse(Refused::TooDeep));
        }
        Ok(Self {
            depth: self.depth + 1,
            refused: self.refused,
        })
    }
}

impl<'de> DeserializeSeed<'de> for Strict<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_f64<E: serde::de::Error>(self, _: f64) -> Result<Value, E> {
        Err(self.refuse(Refused::FloatingPoint))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let inner = self.inner()?;
        let mut values = Vec::new();
        while let Some(value) = list.next_element_seed(inner)? {
            values.push(value);
        }
        Ok(Value::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Value, A::Error> {
        let inner = self.inner()?;
        let mut fields = Map::new();
        while let Some(key) = object.next_key::<String>()? {
            if fields.contains_key(&key) {
                return Err(self.refuse(Refused::DuplicateKey));
            }
            fields.insert(key, object.next_value_seed(inner)?);
        }
        Ok(Value::Object(fields))
    }
}
