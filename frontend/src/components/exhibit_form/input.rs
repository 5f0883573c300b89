//! What was typed into the form of an exhibit, and the exhibit that it makes.

use hawser_casework::{
    Decimal, DecimalStyle, Entry, Exhibit, ExhibitKind, Happened, Record, RecordId,
    record::{Acquisition, HashRegistration, Photo, Place},
};
use hawser_views::failure::FieldFailure;
use leptos::prelude::*;
use leptos_fluent::I18n;
use web_sys::File;

use super::{handling::HandlingInput, quantity::QuantityInput};
use crate::{
    components::{
        file_drop::wrong_file,
        happened_field::{HappenedInput, observed_now},
        identifier_field::IdentifierInput,
    },
    pages::case::{checked, words},
};

/// What is typed into one field.
pub type Text = RwSignal<String>;

/// Nothing typed yet.
pub fn text() -> Text {
    RwSignal::new(String::new())
}

/// As typed, without the spaces around it.
pub fn trimmed(text: Text) -> String {
    text.with_untracked(|text| text.trim().to_owned())
}

fn given(text: Text) -> Option<String> {
    Some(trimmed(text)).filter(|text| !text.is_empty())
}

/// Everything of the form; it lives as long as the page, so that a failure loses nothing.
#[derive(Clone, Copy)]
pub struct ExhibitInput {
    pub kind: Text,
    pub description: Text,
    pub place: Text,
    pub locode: Text,
    pub latitude: Text,
    pub longitude: Text,
    pub files: RwSignal<Vec<File>, LocalStorage>,
    pub without_photo: Text,
    pub happened: HappenedInput,
    pub own_reference: Text,
    pub parent: Text,
    pub quantity: QuantityInput,
    pub make: Text,
    pub model: Text,
    pub serial: Text,
    pub owner: Text,
    pub authority: Text,
    pub authority_number: Text,
    pub seizing_officer: Text,
    pub witness: Text,
    pub packaging: Text,
    pub seal_number: Text,
    pub seal_condition: Text,
    pub seal_reason: Text,
    /// The seal number is used already.
    pub seal_doubtful: RwSignal<bool>,
    pub hazard: Text,
    pub identifiers: RwSignal<Vec<IdentifierInput>>,
    pub acquired: RwSignal<bool>,
    pub tool: Text,
    pub tool_version: Text,
    pub method: Text,
    pub write_blocker: Text,
    pub operator: Text,
    pub source_size: Text,
    pub verified: Text,
    pub by_hash: RwSignal<bool>,
    pub sha256: Text,
    pub hash_length: Text,
    pub hash_name: Text,
    pub kept_at: Text,
    pub handling: HandlingInput,
}

impl ExhibitInput {
    /// An empty form, found now.
    pub fn new() -> Self {
        Self {
            kind: text(),
            description: text(),
            place: text(),
            locode: text(),
            latitude: text(),
            longitude: text(),
            files: RwSignal::new_local(Vec::new()),
            without_photo: text(),
            happened: HappenedInput::now(),
            own_reference: text(),
            parent: text(),
            quantity: QuantityInput::new(),
            make: text(),
            model: text(),
            serial: text(),
            owner: text(),
            authority: text(),
            authority_number: text(),
            seizing_officer: text(),
            witness: text(),
            packaging: text(),
            seal_number: text(),
            seal_condition: text(),
            seal_reason: text(),
            seal_doubtful: RwSignal::new(false),
            hazard: text(),
            identifiers: RwSignal::new(vec![IdentifierInput::new(0)]),
            acquired: RwSignal::new(false),
            tool: text(),
            tool_version: text(),
            method: text(),
            write_blocker: text(),
            operator: text(),
            source_size: text(),
            verified: text(),
            by_hash: RwSignal::new(false),
            sha256: text(),
            hash_length: text(),
            hash_name: text(),
            kept_at: text(),
            handling: HandlingInput::new(),
        }
    }

    /// A picture is among the chosen files.
    pub fn has_photo(self) -> bool {
        self.files
            .with(|files| files.iter().any(|file| file.type_().starts_with("image/")))
    }

    /// The exhibit with the time it was found, or every field that is wrong.
    pub fn exhibit(self, i18n: I18n) -> Result<(Exhibit, Happened), Vec<FieldFailure>> {
        let mut wrong = Vec::new();
        let mut keep = |failure: FieldFailure| wrong.push(failure);
        let kind = ExhibitKind::ALL
            .into_iter()
            .find(|kind| self.kind.with_untracked(|code| kind.code() == code));
        if kind.is_none() {
            keep(checked::missing("kind"));
        }
        if trimmed(self.place).is_empty() {
            keep(checked::missing("found.text"));
        }
        let photo = match given(self.without_photo) {
            _ if untrack(|| self.has_photo()) => Photo::Attached,
            Some(reason) => Photo::Without { reason },
            None => {
                keep(checked::missing("photo.reason"));
                Photo::Attached
            }
        };
        self.files
            .with_untracked(|files| files.iter().filter_map(wrong_file).for_each(&mut keep));
        let style = words::decimal_style(i18n);
        let coordinates = match coordinates(self.latitude, self.longitude, style) {
            Ok(coordinates) => coordinates,
            Err(failure) => {
                keep(failure);
                None
            }
        };
        let quantity = self.quantity.value(i18n).unwrap_or_else(|failure| {
            keep(failure);
            None
        });
        let mut identifiers = Vec::new();
        for input in self.identifiers.get_untracked() {
            match input.identifier() {
                Ok(identifier) => identifiers.extend(identifier),
                Err(failure) => keep(failure),
            }
        }
        if self.seal_doubtful.get_untracked() && given(self.seal_reason).is_none() {
            keep(checked::missing("seal_reason"));
        }
        let happened = self.happened.value().map_err(&mut keep).ok();
        let acquisition = self.acquisition().unwrap_or_else(|failure| {
            keep(failure);
            None
        });
        let by_hash = self.registration().unwrap_or_else(|failure| {
            keep(failure);
            None
        });
        let exhibit = Exhibit {
            found: Place {
                text: trimmed(self.place),
                locode: given(self.locode),
                coordinates,
            },
            own_reference: trimmed(self.own_reference),
            parent: self
                .parent
                .with_untracked(|parent| parent.parse::<RecordId>().ok()),
            quantity,
            make: trimmed(self.make),
            model: trimmed(self.model),
            serial: trimmed(self.serial),
            owner: trimmed(self.owner),
            authority: trimmed(self.authority),
            authority_number: trimmed(self.authority_number),
            seizing_officer: trimmed(self.seizing_officer),
            witness: trimmed(self.witness),
            packaging: trimmed(self.packaging),
            seal_number: trimmed(self.seal_number),
            seal_condition: trimmed(self.seal_condition),
            seal_reason: given(self.seal_reason).filter(|_| self.seal_doubtful.get_untracked()),
            hazard: trimmed(self.hazard),
            identifiers,
            acquisition,
            by_hash,
            handling: self.handling.value(),
            ..Exhibit::new(
                kind.unwrap_or(ExhibitKind::BulkDrug),
                trimmed(self.description),
                photo,
            )
        };
        let happened = happened.unwrap_or_else(observed_now);
        let entry = Entry {
            happened: happened.clone(),
            record: Record::ExhibitLogged(exhibit.clone()),
        };
        for failure in checked::wrong_fields(&entry) {
            if !wrong.iter().any(|known| known.field == failure.field) {
                wrong.push(failure);
            }
        }
        if wrong.is_empty() {
            Ok((exhibit, happened))
        } else {
            Err(wrong)
        }
    }

    fn acquisition(self) -> Result<Option<Acquisition>, FieldFailure> {
        if !self.acquired.get_untracked() {
            return Ok(None);
        }
        let source_size = match given(self.source_size) {
            Some(size) => Some(
                bytes(&size)
                    .ok_or_else(|| checked::field("acquisition.source_size", "bytes", ""))?,
            ),
            None => None,
        };
        Ok(Some(Acquisition {
            tool: trimmed(self.tool),
            version: trimmed(self.tool_version),
            method: trimmed(self.method),
            write_blocker: trimmed(self.write_blocker),
            operator: trimmed(self.operator),
            source_size,
            verified: self
                .verified
                .with_untracked(|verified| verified.parse().ok()),
        }))
    }

    fn registration(self) -> Result<Option<HashRegistration>, FieldFailure> {
        if !self.by_hash.get_untracked() {
            return Ok(None);
        }
        let length = bytes(&trimmed(self.hash_length))
            .ok_or_else(|| checked::field("by_hash.length", "bytes", ""))?;
        // Tools print hashes in groups and in capitals.
        let sha256 = trimmed(self.sha256)
            .chars()
            .filter(|c| !c.is_whitespace())
            .collect::<String>();
        Ok(Some(HashRegistration {
            sha256: sha256.to_ascii_lowercase(),
            length,
            name: trimmed(self.hash_name),
            kept_at: trimmed(self.kept_at),
        }))
    }
}

/// Whole bytes, digits parted by spaces or marks between thousands.
fn bytes(text: &str) -> Option<u64> {
    let digits = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '.' | ',' | '\''))
        .collect::<String>();
    digits.parse().ok()
}

/// Both or neither; a sign or a decimal in either form.
fn coordinates(
    latitude: Text,
    longitude: Text,
    style: DecimalStyle,
) -> Result<Option<(Decimal, Decimal)>, FieldFailure> {
    let wrong = || checked::field("found.coordinates", "coordinates", "");
    let read = |text: String| {
        // Degrees have no thousands: a point and a comma both stand before the decimals.
        let plain = text.replace(',', ".");
        plain
            .parse()
            .or_else(|_| Decimal::parse_localised(&text, style))
            .map_err(|_| wrong())
    };
    match (given(latitude), given(longitude)) {
        (None, None) => Ok(None),
        (Some(latitude), Some(longitude)) => Ok(Some((read(latitude)?, read(longitude)?))),
        _ => Err(wrong()),
    }
}
