//! The check of each record's fields.

use super::{
    AnswerBody, AttachedFile, CaseTerms, Entry, ExchangeRecord, Exhibit, FieldError, Identifier,
    OfferBody, Photo, Problem, Record,
    custody::Answer,
    exchange::{Outcome, SUBMISSION_FILES_MAX},
    limits::{Findings, Presence},
    mission, programme,
};
use crate::{
    handling::{Handling, Obtained},
    time::{Happened, is_iso_date},
};
use Presence::{Optional, Required};

type Verdict = Result<(), Vec<FieldError>>;

/// The longest base64 text of an age header (16 KiB) and nonce (16 bytes), in characters.
const AGE_PREFIX_MAX: usize = (16 * 1024 + 16usize).div_ceil(3) * 4;
/// The longest unit, media type or language tag, in characters.
const TOKEN_MAX: usize = 100;

pub(super) fn entry(entry: &Entry) -> Verdict {
    let mut findings = Findings::default();
    happened(&mut findings, &entry.happened);
    record(&mut findings, &entry.record);
    findings.finish()
}

pub(super) fn content(content: &Record) -> Verdict {
    let mut findings = Findings::default();
    record(&mut findings, content);
    findings.finish()
}

pub(super) fn offer(body: &OfferBody) -> Verdict {
    let mut findings = Findings::default();
    findings.list("exhibits", &body.exhibits, Required);
    happened(&mut findings, &body.happened);
    findings.short("place", &body.place, Optional);
    findings.long("purpose", &body.purpose, Required);
    findings.short("seal_out", &body.seal_out, Optional);
    findings.long("condition", &body.condition, Optional);
    findings.finish()
}

pub(super) fn answer(body: &AnswerBody) -> Verdict {
    let mut findings = Findings::default();
    findings.hexadecimal("offer_hash", &body.offer_hash, 32);
    let presence = match body.answer {
        Answer::Accepted => Optional,
        Answer::AcceptedWithReservation | Answer::Refused => Required,
    };
    findings.long("reason", &body.reason, presence);
    findings.short("seal_in", &body.seal_in, Optional);
    happened(&mut findings, &body.happened);
    findings.finish()
}

pub(crate) fn happened(findings: &mut Findings, happened: &Happened) {
    if !happened.at.is_valid() {
        findings.invalid("happened.at", &happened.at.to_string());
    }
    if let Some(reason) = &happened.late_reason {
        findings.long("happened.late_reason", reason, Optional);
    }
}

fn record(findings: &mut Findings, record: &Record) {
    match record {
        Record::CaseOpened(terms) => case_terms(findings, terms),
        Record::PartyNamed { name, country, .. } => {
            findings.title("name", name, Required);
            let two_letters = country.len() == 2 && country.bytes().all(|c| c.is_ascii_uppercase());
            if !country.is_empty() && !two_letters {
                findings.invalid("country", country);
            }
        }
        Record::PartyIntroduced { card, .. } => findings.long("card", card, Required),
        Record::PersonNamed {
            name,
            function,
            salt,
            ..
        } => {
            findings.title("name", name, Required);
            findings.title("function", function, Optional);
            let bytes = if salt.len() == 64 { 32 } else { 16 };
            findings.hexadecimal("salt", salt, bytes);
        }
        Record::PersonNote { reason, .. }
        | Record::HandoverWithdrawn { reason, .. }
        | Record::DisputeSettled { reason, .. } => findings.long("reason", reason, Required),
        Record::ExhibitLogged(logged) => exhibit(findings, logged),
        Record::FileAttached(file) => attached_file(findings, file),
        Record::Corrected {
            field,
            old,
            new,
            why,
            ..
        } => {
            findings.title("field", field, Required);
            findings.long("old", old, Optional);
            findings.long("new", new, Optional);
            findings.long("why", why, Required);
            if old == new {
                findings.invalid("new", new);
            }
        }
        Record::DeskOpened { name, officers } => {
            findings.title("name", name, Required);
            findings.list("officers", officers, Required);
        }
        Record::DeskChanged { officers, .. } => findings.list("officers", officers, Optional),
        Record::HandoverOffered { statement: signed }
        | Record::HandoverAnswered {
            statement: signed, ..
        } => signed.look(findings),
        Record::Exchange(told) => exchange(findings, told),
        Record::Mission(told) => mission::validate::record(findings, told),
        Record::Programme(told) => programme::look(findings, told),
        Record::Unknown { .. } => {}
    }
}

fn exchange(findings: &mut Findings, record: &ExchangeRecord) {
    match record {
        ExchangeRecord::CaseTold {
            title,
            reference,
            starts,
            ends,
            controller,
        } => {
            findings.title("title", title, Required);
            findings.short("reference", reference, Optional);
            findings.date("starts", starts);
            findings.date("ends", ends);
            findings.short("controller", controller, Optional);
        }
        ExchangeRecord::SubmissionSent {
            title,
            note,
            files,
            handling: limits,
            ..
        } => {
            findings.title("title", title, Required);
            let presence = if *files == 0 { Required } else { Optional };
            findings.long("note", note, presence);
            if *files > SUBMISSION_FILES_MAX {
                let (max, found) = (SUBMISSION_FILES_MAX as usize, *files as usize);
                findings.add("files", Problem::TooLong { max, found });
            }
            handling(findings, limits);
        }
        ExchangeRecord::SubmissionDecided {
            outcome,
            reason,
            limited_to_purpose,
            meets_conditions,
            instead,
            ..
        } => {
            let as_it_is = *outcome == Outcome::PassedOn;
            let presence = if as_it_is { Optional } else { Required };
            findings.long("reason", reason, presence);
            let passes = outcome.passes();
            for (field, confirmed) in [
                ("limited_to_purpose", limited_to_purpose),
                ("meets_conditions", meets_conditions),
            ] {
                if passes && !confirmed {
                    findings.add(field, Problem::Missing);
                }
            }
            if instead.is_none() && *outcome == Outcome::PassedRedacted {
                findings.add("instead", Problem::Missing);
            }
        }
        ExchangeRecord::Shared {
            title,
            reason,
            necessity,
            handling: limits,
            addressees,
            sent_by,
            originals,
            ..
        } => {
            findings.title("title", title, Required);
            // What a desk passes on was reasoned between desk and sender.
            let of_desk = sent_by.is_some();
            findings.long("reason", reason, if of_desk { Optional } else { Required });
            if !necessity {
                findings.add("necessity", Problem::Missing);
            }
            handling(findings, limits);
            findings.list("addressees", addressees, Required);
            findings.list("originals", originals, Required);
            for original in originals {
                if !crate::hexadecimal::is_lower_hex(&original.key, 32) {
                    findings.invalid("originals.key", "");
                }
            }
        }
        ExchangeRecord::RequestSent { subject, text, due } => {
            findings.title("subject", subject, Required);
            findings.long("text", text, Required);
            if !due.is_empty() {
                findings.date("due", due);
            }
        }
        ExchangeRecord::Downloaded { .. } | ExchangeRecord::RequestRead { .. } => {}
    }
}

fn case_terms(findings: &mut Findings, terms: &CaseTerms) {
    findings.title("title", &terms.title, Required);
    findings.short("reference", &terms.reference, Optional);
    findings.long("purpose", &terms.purpose, Optional);
    findings.date("starts", &terms.starts);
    findings.date("ends", &terms.ends);
    if is_iso_date(&terms.starts) && is_iso_date(&terms.ends) && terms.ends < terms.starts {
        findings.invalid("ends", &terms.ends);
    }
    findings.short("controller", &terms.controller, Optional);
}

fn exhibit(findings: &mut Findings, exhibit: &Exhibit) {
    findings.long("description", &exhibit.description, Required);
    findings.short("found.text", &exhibit.found.text, Optional);
    if let Some(locode) = &exhibit.found.locode {
        token(findings, "found.locode", locode, Required);
    }
    findings.position("found.coordinates", exhibit.found.coordinates.as_ref());
    if let Photo::Without { reason } = &exhibit.photo {
        findings.long("photo.reason", reason, Required);
    }
    if let Some(quantity) = &exhibit.quantity {
        if quantity.value.is_negative() {
            findings.invalid("quantity", &quantity.value.to_string());
        }
        token(findings, "quantity", &quantity.unit, Required);
    }
    for (field, text) in [
        ("own_reference", &exhibit.own_reference),
        ("make", &exhibit.make),
        ("model", &exhibit.model),
        ("serial", &exhibit.serial),
        ("owner", &exhibit.owner),
        ("authority", &exhibit.authority),
        ("authority_number", &exhibit.authority_number),
        ("seizing_officer", &exhibit.seizing_officer),
        ("witness", &exhibit.witness),
        ("packaging", &exhibit.packaging),
        ("seal_number", &exhibit.seal_number),
        ("seal_condition", &exhibit.seal_condition),
        ("hazard", &exhibit.hazard),
    ] {
        findings.short(field, text, Optional);
    }
    findings.list("identifiers", &exhibit.identifiers, Optional);
    for one in &exhibit.identifiers {
        written(findings, one);
    }
    if let Some(acquisition) = &exhibit.acquisition {
        findings.short("acquisition.tool", &acquisition.tool, Required);
        findings.short("acquisition.version", &acquisition.version, Optional);
        findings.short("acquisition.method", &acquisition.method, Optional);
        findings.short(
            "acquisition.write_blocker",
            &acquisition.write_blocker,
            Optional,
        );
        findings.short("acquisition.operator", &acquisition.operator, Optional);
    }
    if let Some(registration) = &exhibit.by_hash {
        findings.hexadecimal("by_hash.sha256", &registration.sha256, 32);
        findings.file_name("by_hash.name", &registration.name);
        findings.short("by_hash.kept_at", &registration.kept_at, Required);
    }
    if let Some(reason) = &exhibit.seal_reason {
        findings.long("seal_reason", reason, Optional);
    }
    handling(findings, &exhibit.handling);
}

/// One identifier by itself, for forms that have a field for each.
pub(super) fn identifier(identifier: &Identifier) -> Verdict {
    let mut findings = Findings::default();
    written(&mut findings, identifier);
    findings.finish()
}

fn written(findings: &mut Findings, identifier: &Identifier) {
    findings.short("identifiers.value", &identifier.value, Required);
    if let Some(reason) = &identifier.reason {
        findings.long("identifiers.reason", reason, Optional);
    }
}

fn handling(findings: &mut Findings, handling: &Handling) {
    match &handling.obtained {
        Obtained::UnderTeam { state } => {
            token(findings, "handling.obtained", state, Required);
        }
        Obtained::Mla { reference } | Obtained::InvestigationOrder { reference } => {
            findings.short("handling.obtained", reference, Required);
        }
        Obtained::BeforeTeam | Obtained::Voluntary | Obtained::Unknown => {}
    }
    findings.long("handling.use_limits", &handling.use_limits, Optional);
    findings.long("handling.onward_limits", &handling.onward_limits, Optional);
    token(findings, "handling.language", &handling.language, Optional);
    findings.list("handling.addressees", &handling.addressees, Optional);
}

fn attached_file(findings: &mut Findings, file: &AttachedFile) {
    findings.file_name("name", &file.name);
    token(findings, "media_type", &file.media_type, Required);
    findings.hexadecimal("sha256", &file.sha256, 32);
    if file.file_key.is_empty() {
        findings.add("file_key", Problem::Missing);
    } else if !crate::hexadecimal::is_lower_hex(&file.file_key, 16) {
        findings.invalid("file_key", "");
    }
    age_prefix(findings, &file.age_prefix);
    if file.part_size == 0 {
        findings.invalid("part_size", "0");
    }
    findings.hexadecimal("parts_root", &file.parts_root, 32);
    findings.long("caption", &file.caption, Optional);
}

fn age_prefix(findings: &mut Findings, text: &str) {
    let base64 = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/');
    let unpadded = text.trim_end_matches('=');
    if text.is_empty() {
        findings.add("age_prefix", Problem::Missing);
    } else if text.len() > AGE_PREFIX_MAX {
        findings.add(
            "age_prefix",
            Problem::TooLong {
                max: AGE_PREFIX_MAX,
                found: text.len(),
            },
        );
    } else if !text.len().is_multiple_of(4)
        || text.len() - unpadded.len() > 2
        || !unpadded.chars().all(base64)
    {
        findings.invalid("age_prefix", "");
    }
}

/// A short code in one line.
fn token(findings: &mut Findings, field: &'static str, text: &str, presence: Presence) {
    findings.title(field, text, presence);
    let found = text.chars().count();
    if found > TOKEN_MAX {
        findings.add(
            field,
            Problem::TooLong {
                max: TOKEN_MAX,
                found,
            },
        );
    }
}
