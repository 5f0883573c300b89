//! Why a command failed: a stable code and the values a message needs.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A refused or failed command. The page finds the sentence by the code
/// (`error-<code>` in the locale) and fills in the values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    /// Kebab-case.
    pub code: String,
    /// Named values for the sentence; never a secret.
    pub values: BTreeMap<String, String>,
    /// Fields of the form that are wrong: (stable field name, code of the problem, value for the sentence).
    pub fields: Vec<FieldFailure>,
}

/// A field that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldFailure {
    /// Stable name of the field.
    pub field: String,
    /// Code of the problem: missing, too-long, invalid, control-character, bidi-control.
    pub code: String,
    /// A value for the sentence, such as the largest length.
    pub value: String,
}

impl Failure {
    /// With a code only.
    pub fn new(code: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            values: BTreeMap::new(),
            fields: Vec::new(),
        }
    }
    /// With one more value.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.values.insert(name.to_owned(), value.to_string());
        self
    }
}
