//! What is wrong with a bundle, and where.

use hawser_views::bundle::{BundleFault, BundleFindings, BundleVerdict};

use crate::files::ReadError;

/// Why a bundle is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It could not be read.
    #[error("{0}")]
    Unreadable(ReadError),
    /// It is no bundle.
    #[error("this is no bundle: {0}")]
    NotABundle(&'static str),
    /// A newer version of this program is needed to tell.
    #[error("{} was made with a newer version, which is needed to check it", .0.map_or_else(|| "it".to_owned(), |seq| format!("entry {seq}")))]
    Newer(Option<u64>),
    /// An entry of the record does not hold.
    #[error("entry {seq}: {text}")]
    Entry {
        /// Its number.
        seq: u64,
        /// Stable code.
        code: &'static str,
        /// What is wrong.
        text: String,
    },
    /// A file of the bundle does not hold.
    #[error("{file}: {text}")]
    File {
        /// Its path.
        file: String,
        /// Stable code.
        code: &'static str,
        /// What is wrong.
        text: String,
    },
}

impl Fault {
    pub(crate) fn file(file: &str, code: &'static str, text: impl Into<String>) -> Self {
        Self::File {
            file: file.to_owned(),
            code,
            text: text.into(),
        }
    }
    pub(crate) fn entry(seq: u64, code: &'static str, text: impl Into<String>) -> Self {
        Self::Entry {
            seq,
            code,
            text: text.into(),
        }
    }
    /// Whether it could not be looked at, rather than does not hold.
    pub fn is_unreadable(&self) -> bool {
        matches!(
            self,
            Self::Unreadable(_) | Self::NotABundle(_) | Self::Newer(_)
        )
    }
    /// As page and program tell it.
    pub fn told(&self) -> BundleFault {
        let (code, entry, file) = match self {
            Self::Unreadable(_) => ("unreadable", None, None),
            Self::NotABundle(_) => ("not-a-bundle", None, None),
            Self::Newer(Some(seq)) => ("update-needed", Some(*seq), None),
            Self::Newer(None) => ("update-needed", None, Some("manifest.json".to_owned())),
            Self::Entry { seq, code, .. } => (*code, Some(*seq), None),
            Self::File { file, code, .. } => (*code, None, Some(file.clone())),
        };
        BundleFault {
            code: code.to_owned(),
            entry,
            file,
            text: self.to_string(),
        }
    }
}

/// What a check came to, as page and program tell it.
pub fn verdict(checked: Result<BundleFindings, Fault>) -> BundleVerdict {
    match checked {
        Ok(found) => BundleVerdict::Valid(Box::new(found)),
        Err(fault) if fault.is_unreadable() => BundleVerdict::Unreadable(fault.told()),
        Err(fault) => BundleVerdict::Invalid(fault.told()),
    }
}

impl From<ReadError> for Fault {
    fn from(error: ReadError) -> Self {
        Self::Unreadable(error)
    }
}
