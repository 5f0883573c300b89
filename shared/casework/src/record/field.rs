//! The fields of a record that can be corrected, as texts under stable names.
//!
//! A name follows the JSON form, with dots between the levels: `seal_number`, `found.locode`,
//! `identifiers.0.value`. A value that was not given is the empty text. Three fields are written in one piece:
//! `quantity` (`52.340 kg`), `found.coordinates` (`51.24 -0.93`), `handling.obtained` (`mla 12/2026`).

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

use super::{AttachedFile, CaseTerms, Exhibit};

/// Why a field cannot be corrected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FieldFault {
    /// The record has no such field, or it cannot be corrected.
    #[error("no such field to correct")]
    Unknown,
    /// The new value is not one of the field's kind.
    #[error("not a value of this field")]
    Invalid,
}

/// A record whose fields can be corrected one by one.
pub trait Fields: Sized {
    /// The field's value as a text, or `None` when it cannot be corrected.
    fn field(&self, name: &str) -> Option<String>;

    /// The record with another value in one field.
    ///
    /// # Errors
    /// [`FieldFault`] when there is no such field, or the value is not of its kind.
    fn with_field(&self, name: &str, value: &str) -> Result<Self, FieldFault>;
}

impl Fields for CaseTerms {
    fn field(&self, name: &str) -> Option<String> {
        read(self, name)
    }

    fn with_field(&self, name: &str, value: &str) -> Result<Self, FieldFault> {
        write(self, name, candidates(value))
    }
}

/// Name and caption only: the rest describes bytes that do not change.
impl Fields for AttachedFile {
    fn field(&self, name: &str) -> Option<String> {
        match name {
            "name" => Some(self.name.clone()),
            "caption" => Some(self.caption.clone()),
            _ => None,
        }
    }

    fn with_field(&self, name: &str, value: &str) -> Result<Self, FieldFault> {
        let mut file = self.clone();
        match name {
            "name" => value.clone_into(&mut file.name),
            "caption" => value.clone_into(&mut file.caption),
            _ => return Err(FieldFault::Unknown),
        }
        Ok(file)
    }
}

/// All but `photo` and `by_hash`: a photo is added by attaching one, and another hash is another exhibit.
impl Fields for Exhibit {
    fn field(&self, name: &str) -> Option<String> {
        match name {
            "quantity" => Some(match &self.quantity {
                Some(quantity) => format!("{} {}", quantity.value, quantity.unit),
                None => String::new(),
            }),
            "found.coordinates" => Some(match &self.found.coordinates {
                Some((latitude, longitude)) => format!("{latitude} {longitude}"),
                None => String::new(),
            }),
            "handling.obtained" => Some(obtained_text(self)),
            _ if is_fixed(name) => None,
            _ => read(self, name),
        }
    }

    fn with_field(&self, name: &str, value: &str) -> Result<Self, FieldFault> {
        match name {
            "quantity" => write(
                self,
                name,
                pair(value, |value, unit| json!({"value": value, "unit": unit})),
            ),
            "found.coordinates" => write(
                self,
                name,
                pair(value, |latitude, longitude| json!([latitude, longitude])),
            ),
            "handling.obtained" => write(self, name, obtained_candidates(value)),
            _ if is_fixed(name) => Err(FieldFault::Unknown),
            _ => write(self, name, candidates(value)),
        }
    }
}

fn is_fixed(name: &str) -> bool {
    let mut levels = name.split('.');
    match levels.next() {
        Some("photo" | "by_hash" | "quantity") => true,
        Some("found") => levels.next() == Some("coordinates"),
        Some("handling") => levels.next() == Some("obtained"),
        _ => false,
    }
}

fn obtained_text(exhibit: &Exhibit) -> String {
    use crate::handling::Obtained;
    let obtained = &exhibit.handling.obtained;
    match obtained {
        Obtained::UnderTeam { state: more }
        | Obtained::Mla { reference: more }
        | Obtained::InvestigationOrder { reference: more } => format!("{} {more}", obtained.code()),
        Obtained::BeforeTeam | Obtained::Voluntary | Obtained::Unknown => {
            obtained.code().to_owned()
        }
    }
}

fn obtained_candidates(value: &str) -> Vec<Value> {
    match value.split_once(' ') {
        Some((code @ "under-team", state)) => vec![json!({code: {"state": state}})],
        Some((code, reference)) => vec![json!({code: {"reference": reference}})],
        None => vec![Value::from(value)],
    }
}

/// Two texts parted by the first space, or nothing.
fn pair(value: &str, build: impl Fn(&str, &str) -> Value) -> Vec<Value> {
    match value.split_once(' ') {
        Some((first, second)) => vec![build(first, second)],
        None if value.is_empty() => vec![Value::Null],
        None => Vec::new(),
    }
}

/// The JSON values a text can stand for, of which a field admits at most one.
pub(super) fn candidates(value: &str) -> Vec<Value> {
    if value.is_empty() {
        return vec![Value::Null, Value::from("")];
    }
    let mut values = vec![Value::from(value)];
    if let Ok(number) = value.parse::<u64>() {
        values.push(Value::from(number));
    }
    if let Ok(flag) = value.parse::<bool>() {
        values.push(Value::from(flag));
    }
    values
}

pub(super) fn read<T: Serialize>(record: &T, name: &str) -> Option<String> {
    let value = serde_json::to_value(record).ok()?;
    match value.pointer(&pointer(name))? {
        Value::Null => Some(String::new()),
        Value::String(text) => Some(text.clone()),
        Value::Bool(flag) => Some(flag.to_string()),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(_) | Value::Object(_) => None,
    }
}

pub(super) fn write<T: Serialize + DeserializeOwned>(
    record: &T,
    name: &str,
    candidates: Vec<Value>,
) -> Result<T, FieldFault> {
    let mut value = serde_json::to_value(record).map_err(|_| FieldFault::Invalid)?;
    for candidate in candidates {
        let slot = value
            .pointer_mut(&pointer(name))
            .ok_or(FieldFault::Unknown)?;
        *slot = candidate;
        if let Ok(record) = serde_json::from_value(value.clone()) {
            return Ok(record);
        }
    }
    Err(FieldFault::Invalid)
}

/// The JSON pointer (RFC 6901) of a field name. Field names hold neither `/` nor `~`, so others find nothing.
fn pointer(name: &str) -> String {
    format!(
        "/{}",
        name.replace('~', "~0").replace('/', "~1").replace('.', "/")
    )
}
