//! From errors to what the page can say.

use hawser_casework::RecordError;
use hawser_casework::record::FieldError;
use hawser_encryption::OpenError;
use hawser_encryption::age_file::RecipientError;
use hawser_encryption::keyring::KeyringError;
use hawser_encryption::kit::KitError;
use hawser_encryption::passphrase::PassphraseError;
use hawser_ledger::ChainError;
use hawser_ledger::log::CheckpointError;
use hawser_protocol::Problem;
use hawser_views::Failure;
use hawser_views::failure::FieldFailure;

use crate::io::{CipherError, StoreError, Unreachable};

/// So that every module's errors become a [`Failure`] with `?`.
pub(crate) struct Failed(pub(crate) Failure);

impl From<Failure> for Failed {
    fn from(failure: Failure) -> Self {
        Self(failure)
    }
}

pub(crate) type Outcome<T> = Result<T, Failed>;

pub(crate) fn fail<T>(code: &str) -> Outcome<T> {
    Err(Failed(Failure::new(code)))
}

macro_rules! coded {
    ($($error:ty => $code:expr;)+) => {
        $(impl From<$error> for Failed {
            fn from(error: $error) -> Self {
                let code: fn(&$error) -> &'static str = $code;
                Self(Failure::new(code(&error)))
            }
        })+
    };
}

coded! {
    Unreachable => |_| "offline";
    StoreError => |_| "local-storage";
    OpenError => |_| "does-not-open";
    RecipientError => |_| "bad-recipient";
    RecordError => |_| "bad-record";
    CipherError => |error| match error {
        CipherError::Source => "file-unreadable",
        CipherError::Altered => "file-altered",
        CipherError::Platform => "encryption-failed",
    };
    PassphraseError => |error| match error {
        PassphraseError::Refused => "sign-in-refused",
        PassphraseError::Message => "server-answer",
    };
    KeyringError => |error| match error {
        KeyringError::Rollback => "keyring-older",
        KeyringError::Parameters => "keyring-parameters",
        KeyringError::Account => "keyring-other-account",
        KeyringError::Key => "keyring-does-not-open",
        KeyringError::Layout(_) | KeyringError::Form => "keyring-damaged",
    };
    ChainError => ChainError::code;
    CheckpointError => CheckpointError::code;
}

impl From<KitError> for Failed {
    fn from(error: KitError) -> Self {
        let failure = Failure::new("kit-mistyped");
        Self(match error {
            KitError::Length(found) => failure.with("problem", "length").with("found", found),
            KitError::Character(found) => failure.with("problem", "character").with("found", found),
            KitError::Checksum => failure.with("problem", "checksum").with("found", ""),
        })
    }
}

impl From<Problem> for Failed {
    fn from(problem: Problem) -> Self {
        let failure = Failure::new(problem.code.code());
        let failure = match problem.detail {
            Some(detail) => failure.with("detail", detail),
            None => failure,
        };
        Self(match problem.request_id {
            Some(id) => failure.with("request", id),
            None => failure,
        })
    }
}

impl From<hawser_casework::Rule> for Failed {
    fn from(rule: hawser_casework::Rule) -> Self {
        Self(Failure::new(rule.code()))
    }
}

/// The form as a whole, with what is wrong in its fields.
pub(crate) fn form(errors: Vec<FieldError>) -> Failed {
    use hawser_casework::record::Problem as Wrong;
    let mut failure = Failure::new("form");
    failure.fields = errors
        .into_iter()
        .map(|error| FieldFailure {
            field: error.field.to_owned(),
            code: error.problem.code().to_owned(),
            value: match error.problem {
                Wrong::TooLong { max, .. } => max.to_string(),
                Wrong::Invalid { value } => value,
                _ => String::new(),
            },
        })
        .collect();
    Failed(failure)
}

/// One field that is wrong.
pub(crate) fn field(name: &str, code: &str) -> Failed {
    let mut failure = Failure::new("form");
    failure.fields.push(FieldFailure {
        field: name.to_owned(),
        code: code.to_owned(),
        value: String::new(),
    });
    Failed(failure)
}

/// A field with more characters than it takes.
pub(crate) fn too_long(name: &str, max: usize) -> Failed {
    let Failed(mut failure) = field(name, "too-long");
    for wrong in &mut failure.fields {
        wrong.value = max.to_string();
    }
    Failed(failure)
}
