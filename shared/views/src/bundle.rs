//! What a bundle is made of, and what checking one comes to.

use hawser_casework::{Happened, Moment, RecordId};
use serde::{Deserialize, Serialize};

use crate::evidence::ChainStep;

/// Why entries of the record are left out of a bundle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ground {
    /// Who made the bundle has no access to them.
    NotHeld,
    /// They do not concern what the bundle is about.
    OtherMatter,
    /// To protect a source or a method.
    SourceProtection,
    /// An investigation that goes on would suffer.
    OngoingInvestigation,
    /// To protect the rights of others.
    RightsOfOthers,
}

impl Ground {
    /// Every ground that can be chosen.
    pub const CHOICES: [Self; 4] = [
        Self::OtherMatter,
        Self::SourceProtection,
        Self::OngoingInvestigation,
        Self::RightsOfOthers,
    ];

    /// Stable code, as in the JSON form.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotHeld => "not-held",
            Self::OtherMatter => "other-matter",
            Self::SourceProtection => "source-protection",
            Self::OngoingInvestigation => "ongoing-investigation",
            Self::RightsOfOthers => "rights-of-others",
        }
    }
}

/// How the entries go into a bundle that it is not about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "as", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Rest {
    /// Whole, and still encrypted: a key that is handed over later opens them.
    Encrypted,
    /// Not at all: a hash holds their place.
    Withheld {
        /// Why.
        ground: Ground,
    },
}

/// What to put into a bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BundleWish {
    /// The exhibits it is about; `None` for the whole record.
    pub exhibits: Option<Vec<RecordId>>,
    /// What becomes of the other entries.
    pub rest: Rest,
    /// Whether the files go along, or only their hashes.
    pub with_files: bool,
    /// Headings of the report in the reader's language, by their stable names; missing ones are in English.
    pub words: Vec<(String, String)>,
}

/// Names of the headings and labels of a bundle's report.
pub const REPORT_WORDS: [&str; 67] = [
    "language",
    "title",
    "about",
    "complete",
    "record",
    "case",
    "reference",
    "made-by",
    "made",
    "root",
    "log",
    "log-key",
    "confirmed",
    "not-confirmed",
    "entries",
    "signatures",
    "acts",
    "opened",
    "encrypted",
    "withheld",
    "ground",
    "not-held",
    "other-matter",
    "source-protection",
    "ongoing-investigation",
    "rights-of-others",
    "signers",
    "name",
    "party",
    "exhibits",
    "kind",
    "found",
    "place",
    "identifiers",
    "seal",
    "holder",
    "entry",
    "chain",
    "step",
    "from",
    "to",
    "by",
    "happened",
    "recorded",
    "note",
    "signed",
    "corrections",
    "field",
    "before",
    "after",
    "files",
    "length",
    "in-bundle",
    "hash-only",
    "unreadable",
    "more",
    "lines",
    "step-logged",
    "step-offered",
    "step-accepted",
    "step-reserved",
    "step-refused",
    "step-withdrawn",
    "step-settled",
    "held",
    "offered",
    "disputed",
];

/// What a bundle would hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BundlePlan {
    /// Whether the reader may make one.
    pub allowed: bool,
    /// The exhibits, in the order of their numbers.
    pub exhibits: Vec<BundleChoice>,
}

/// An exhibit that can go into a bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BundleChoice {
    /// Its record.
    pub exhibit: RecordId,
    /// Its number in the case.
    pub number: String,
    /// Its description.
    pub description: String,
    /// Number of its files.
    pub files: u32,
    /// Bytes of its files.
    pub bytes: u64,
}

/// What checking a bundle came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "verdict", rename_all = "kebab-case")]
pub enum BundleVerdict {
    /// Everything holds.
    Valid(Box<BundleFindings>),
    /// Something does not hold.
    Invalid(BundleFault),
    /// It could not be read, or is no bundle.
    Unreadable(BundleFault),
}

/// What is wrong with a bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BundleFault {
    /// Stable code, kebab-case.
    pub code: String,
    /// The entry that does not hold, by its number.
    pub entry: Option<u64>,
    /// The file inside the bundle that does not hold.
    pub file: Option<String>,
    /// What is wrong, in English, without quoting contents.
    pub text: String,
}

/// What a bundle proves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BundleFindings {
    /// Version of the format.
    pub format: String,
    /// The space, hexadecimal.
    pub space: String,
    /// case, mission, programme.
    pub kind: String,
    /// Title of the case; empty when it was not disclosed.
    pub title: String,
    /// Reference of its agreement; may be empty.
    pub reference: String,
    /// Number of entries: the record is complete up to here.
    pub entries: u64,
    /// Entries whose signature was checked.
    pub signatures: u64,
    /// Of them, changes of members and access.
    pub acts: u64,
    /// Entries that were opened.
    pub opened: u64,
    /// Entries that are there, still encrypted.
    pub encrypted: u64,
    /// Entries left out: first and last number, and why.
    pub withheld: Vec<WithheldStretch>,
    /// Entries that were opened and make no sense, with their authors.
    pub unreadable: Vec<(u64, String)>,
    /// Entries that break a rule of the case and count for nothing: (number, author, stable code).
    pub refused: Vec<(u64, String, String)>,
    /// Entries that refer to something which is not disclosed, so that it cannot be told whether they count.
    pub unresolved: Vec<u64>,
    /// Entries that are closed or left out: they can correct, or hand on, what is shown.
    pub undisclosed: u64,
    /// Root of the tree over all entries, hexadecimal.
    pub root: String,
    /// The log's origin.
    pub log: String,
    /// The log's key, as foreign tools take it.
    pub log_key: String,
    /// Independent log keepers that confirm this state.
    pub confirmations: Vec<Confirmation>,
    /// How many log keepers the record names.
    pub keepers: u32,
    /// Who made the bundle.
    pub made_by: Maker,
    /// When, by their clock.
    pub made: Moment,
    /// Entries from here to the end are left out: whether changes of members are among them is not known.
    pub unknown_from: Option<u64>,
    /// Who signed entries.
    pub signers: Vec<BundleSigner>,
    /// The parties, with the roots that their people's certificates lead to.
    pub parties: Vec<BundleParty>,
    /// The exhibits that were disclosed.
    pub exhibits: Vec<BundleExhibit>,
}

/// Entries that follow each other and are left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WithheldStretch {
    /// Number of the first.
    pub first: u64,
    /// Number of the last.
    pub last: u64,
    /// Why, as whoever made the bundle says.
    pub ground: Ground,
}

/// What is behind a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Naming {
    /// It is the one that was certified together with the key.
    Certified,
    /// It is another: an administrator of the case gave it.
    Uncertified,
    /// No name was disclosed.
    Unnamed,
}

/// Somebody who signed entries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BundleSigner {
    /// Their name, or the beginning of an identifier.
    pub name: String,
    /// Whether it is the name that their organisation certified together with the key.
    pub naming: Naming,
    /// Their key's identifier, hexadecimal.
    pub key: String,
    /// Their party's name, or the beginning of its identifier; empty where it is not known.
    pub party: String,
    /// Number of entries.
    pub entries: u64,
}

/// An organisation that takes part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BundleParty {
    /// Its name, or the beginning of its identifier.
    pub name: String,
    /// Its identifier, hexadecimal.
    pub organisation: String,
    /// The root of its keys, hexadecimal: what others compare with it.
    pub root: String,
}

/// A log keeper's confirmation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmation {
    /// The name it signs under.
    pub name: String,
    /// Its key, hexadecimal.
    pub key: String,
    /// When, seconds since 1970.
    pub time_s: u64,
}

impl Confirmation {
    /// When, in UTC.
    #[must_use]
    pub fn at(&self) -> Moment {
        Moment::of_seconds(self.time_s)
    }
}

/// Who made a bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Maker {
    /// Their name, or the beginning of their identifier.
    pub name: String,
    /// Their party's name, or the beginning of its identifier.
    pub party: String,
    /// Whether that name was certified.
    pub naming: Naming,
    /// Their key's identifier, hexadecimal.
    pub key: String,
    /// Whether they were an active member at the end of what the bundle holds.
    pub is_member: bool,
}

/// An exhibit of a bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BundleExhibit {
    /// Its record, hexadecimal.
    pub record: RecordId,
    /// Its number, as whoever made the bundle numbers it.
    pub number: String,
    /// Kind, kebab-case.
    pub kind: String,
    /// Description.
    pub description: String,
    /// Where it was found.
    pub place: String,
    /// When.
    pub found: Happened,
    /// Identifiers in customary spelling.
    pub identifiers: Vec<String>,
    /// Number of the seal; may be empty.
    pub seal: String,
    /// Who holds it.
    pub holder: String,
    /// held, offered, disputed.
    pub custody: String,
    /// Who logged it.
    pub logged_by: String,
    /// When it was recorded.
    pub recorded: Moment,
    /// Number of the entry that logged it.
    pub entry: u64,
    /// The chain of custody.
    pub chain: Vec<ChainStep>,
    /// Corrections: (field, before, after, why, by whom).
    pub corrections: Vec<(String, String, String, String, String)>,
    /// Its files.
    pub files: Vec<BundleFile>,
}

/// A file of an exhibit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BundleFile {
    /// Its name.
    pub name: String,
    /// Bytes.
    pub length: u64,
    /// SHA-256, hexadecimal.
    pub sha256: String,
    /// Number of the entry that attached it.
    pub entry: u64,
    /// Where it lies in the bundle; `None` when only its hash is there.
    pub path: Option<String>,
}
