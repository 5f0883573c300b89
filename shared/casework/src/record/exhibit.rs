//! An exhibit as it is logged.

use serde::{Deserialize, Serialize};

use super::FieldError;
use crate::{decimal::Decimal, handling::Handling, id::RecordId, identifier::Scheme};

/// What kind of thing an exhibit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ExhibitKind {
    /// Drugs in bulk.
    BulkDrug,
    /// A sample taken from something else.
    Sample,
    /// A precursor, or equipment of a laboratory.
    PrecursorOrEquipment,
    /// A phone, computer or other device.
    Device,
    /// An image of a device's memory, or a file.
    ImageOrFile,
    /// Paper.
    Paper,
    /// An intercept.
    Intercept,
    /// E-evidence from a service provider.
    ProviderEvidence,
    /// Camera recordings.
    Cctv,
    /// Money, an account or a crypto asset.
    FinancialAsset,
    /// A vehicle or container.
    VehicleOrContainer,
    /// An intelligence report.
    IntelligenceReport,
}

impl ExhibitKind {
    /// Every kind, in the order of a chooser.
    pub const ALL: [Self; 12] = [
        Self::BulkDrug,
        Self::Sample,
        Self::PrecursorOrEquipment,
        Self::Device,
        Self::ImageOrFile,
        Self::Paper,
        Self::Intercept,
        Self::ProviderEvidence,
        Self::Cctv,
        Self::FinancialAsset,
        Self::VehicleOrContainer,
        Self::IntelligenceReport,
    ];

    /// Stable code, as in the JSON form.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::BulkDrug => "bulk-drug",
            Self::Sample => "sample",
            Self::PrecursorOrEquipment => "precursor-or-equipment",
            Self::Device => "device",
            Self::ImageOrFile => "image-or-file",
            Self::Paper => "paper",
            Self::Intercept => "intercept",
            Self::ProviderEvidence => "provider-evidence",
            Self::Cctv => "cctv",
            Self::FinancialAsset => "financial-asset",
            Self::VehicleOrContainer => "vehicle-or-container",
            Self::IntelligenceReport => "intelligence-report",
        }
    }
}

/// Where something was found.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// The place in words; empty when not given.
    pub text: String,
    /// Its UN/LOCODE.
    pub locode: Option<String>,
    /// Latitude and longitude in degrees, WGS 84, north and east positive.
    pub coordinates: Option<(Decimal, Decimal)>,
}

/// Whether a photo comes with the exhibit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Photo {
    /// A photo is attached by a record of its own.
    Attached,
    /// There is none.
    Without {
        /// Why.
        reason: String,
    },
}

/// How much of it there is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quantity {
    /// The amount, not negative, as precise as it was measured.
    pub value: Decimal,
    /// Its unit: `kg`, `l`, `pieces`.
    pub unit: String,
}

/// An identifier on or in the exhibit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identifier {
    /// Its kind.
    pub scheme: Scheme,
    /// As it stands there.
    pub value: String,
    /// Why it stands although its check warns, for instance "as painted".
    pub reason: Option<String>,
}

impl Identifier {
    /// Checks what its texts hold; its check digit warns elsewhere and never blocks.
    ///
    /// # Errors
    /// Every field that is wrong.
    pub fn validate(&self) -> Result<(), Vec<FieldError>> {
        super::validate::identifier(self)
    }
}

/// How digital content was acquired.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Acquisition {
    /// The tool.
    pub tool: String,
    /// Its version; empty when not given.
    pub version: String,
    /// The method; empty when not given.
    pub method: String,
    /// The write blocker; empty when none or not given.
    pub write_blocker: String,
    /// Who operated it; empty when not given.
    pub operator: String,
    /// Size of the source in bytes.
    pub source_size: Option<u64>,
    /// Whether the copy was verified against the source.
    pub verified: Option<bool>,
}

/// A file that stays where it is and is registered by its hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HashRegistration {
    /// SHA-256 of the content, 64 lower-case hexadecimal digits.
    pub sha256: String,
    /// Length in bytes.
    pub length: u64,
    /// File name.
    pub name: String,
    /// Where it is kept.
    pub kept_at: String,
}

/// An exhibit. A text that is empty was not given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exhibit {
    /// What kind of thing it is.
    pub kind: ExhibitKind,
    /// What it is, in words. Required.
    pub description: String,
    /// Where it was found.
    pub found: Place,
    /// Whether a photo comes with it.
    pub photo: Photo,
    /// The author's own reference.
    pub own_reference: String,
    /// The exhibit it was taken from.
    pub parent: Option<RecordId>,
    /// How much of it there is.
    pub quantity: Option<Quantity>,
    /// Make.
    pub make: String,
    /// Model.
    pub model: String,
    /// Serial number.
    pub serial: String,
    /// Owner or subject.
    pub owner: String,
    /// Legal authority for the seizure.
    pub authority: String,
    /// Number of the warrant or order.
    pub authority_number: String,
    /// Seizing officer.
    pub seizing_officer: String,
    /// Witness of the seizure, a person.
    pub witness: String,
    /// Packaging.
    pub packaging: String,
    /// Number of the physical seal.
    pub seal_number: String,
    /// Condition of the physical seal.
    pub seal_condition: String,
    /// Hazard.
    pub hazard: String,
    /// Identifiers on or in it.
    pub identifiers: Vec<Identifier>,
    /// How its digital content was acquired.
    pub acquisition: Option<Acquisition>,
    /// Its registration by hash, when it stays where it is.
    pub by_hash: Option<HashRegistration>,
    /// Why a seal number is used although the case record has it already.
    pub seal_reason: Option<String>,
    /// Handling block.
    pub handling: Handling,
}

impl Exhibit {
    /// An exhibit of which only kind, description and photo are given.
    #[must_use]
    pub fn new(kind: ExhibitKind, description: impl Into<String>, photo: Photo) -> Self {
        Self {
            kind,
            description: description.into(),
            found: Place::default(),
            photo,
            own_reference: String::new(),
            parent: None,
            quantity: None,
            make: String::new(),
            model: String::new(),
            serial: String::new(),
            owner: String::new(),
            authority: String::new(),
            authority_number: String::new(),
            seizing_officer: String::new(),
            witness: String::new(),
            packaging: String::new(),
            seal_number: String::new(),
            seal_condition: String::new(),
            hazard: String::new(),
            identifiers: Vec::new(),
            acquisition: None,
            by_hash: None,
            seal_reason: None,
            handling: Handling::default(),
        }
    }
}
