//! What casework finds wrong with a record, in the form in which fields show it.

use hawser_casework::{Entry, FieldError, Problem, time::days_until};
use hawser_views::failure::{Failure, FieldFailure};

use crate::browser;

/// One field that is wrong.
pub fn field(name: &str, code: &str, value: impl ToString) -> FieldFailure {
    FieldFailure {
        field: name.to_owned(),
        code: code.to_owned(),
        value: value.to_string(),
    }
}

/// A field that must be filled in.
pub fn missing(name: &str) -> FieldFailure {
    field(name, "missing", "")
}

/// What is wrong with a record.
pub fn wrong_fields(entry: &Entry) -> Vec<FieldFailure> {
    named(entry.validate())
}

/// What is wrong, as the form's fields show it.
pub fn named(checked: Result<(), Vec<FieldError>>) -> Vec<FieldFailure> {
    let errors = checked.err().unwrap_or_default();
    errors
        .into_iter()
        .map(|error| {
            let value = match &error.problem {
                Problem::TooLong { max, .. } => max.to_string(),
                Problem::Invalid { value } => value.clone(),
                Problem::Missing | Problem::ControlCharacter | Problem::BidiControl => {
                    String::new()
                }
            };
            field(error.field, error.problem.code(), value)
        })
        .collect()
}

/// The form as a whole is not ready to be sent.
pub fn failure(fields: Vec<FieldFailure>) -> Failure {
    let mut failure = Failure::new("form");
    failure.fields = fields;
    failure
}

/// Whether a day, `YYYY-MM-DD`, lies before today.
pub fn is_past(day: &str) -> bool {
    days_until(day, &browser::now()).is_some_and(|left| left < 0)
}
