//! Exhibits as the page shows them.

use hawser_casework::record::{AttachedFile, Custodian, Photo};
use hawser_casework::state::{Correction, Custody, ExhibitState, FileState};
use hawser_casework::time::is_late;
use hawser_casework::{RecordId, SpaceId as CaseId, identifier};
use hawser_reading::chain_step;
use hawser_views::evidence::{CorrectionView, ExhibitLine, ExhibitView, FileView};

use super::handover::offer_view;
use crate::Agent;
use crate::failure::{Outcome, fail};
use crate::io::Environment;
use crate::people::ledger_id;
use crate::replay::Space;
use crate::session::Session;

impl<E: Environment> Agent<E> {
    pub(crate) async fn exhibits(&self, space: CaseId) -> Outcome<Vec<ExhibitLine>> {
        let session = self.current()?;
        let open = self.space(ledger_id(space)).await?;
        let state = open.state.borrow();
        Ok(state
            .records
            .exhibits_in_order()
            .map(|(id, known)| exhibit_line(&state, &session, id, known))
            .collect())
    }

    pub(crate) async fn exhibit(&self, space: CaseId, id: RecordId) -> Outcome<ExhibitView> {
        let session = self.current()?;
        let open = self.space(ledger_id(space)).await?;
        let state = open.state.borrow();
        let Some(known) = state.records.exhibit(id) else {
            return fail("unknown-exhibit");
        };
        let told = |id: RecordId| {
            let known = state.records.exhibit(id)?;
            Some((id, known.number.clone(), known.exhibit.description.clone()))
        };
        let mut also: Vec<RecordId> = known
            .exhibit
            .identifiers
            .iter()
            .flat_map(|one| {
                state.records.uses_of_identifier(
                    one.scheme,
                    &identifier::check(one.scheme, &one.value).normal,
                )
            })
            .collect();
        if !known.exhibit.seal_number.is_empty() {
            let seal =
                identifier::check(hawser_casework::Scheme::Seal, &known.exhibit.seal_number).normal;
            also.extend(state.records.uses_of_seal(&seal));
        }
        also.retain(|other| *other != id);
        also.sort_unstable();
        also.dedup();
        let offer = match known.custody {
            Custody::Offered { offer } | Custody::Disputed { offer } => {
                state.records.offer(offer).map(|known| (offer, known))
            }
            Custody::Held => None,
        };
        Ok(ExhibitView {
            line: exhibit_line(&state, &session, id, known),
            exhibit: known.exhibit.clone(),
            parent_number: known
                .exhibit
                .parent
                .and_then(told)
                .map(|(_, number, _)| number),
            children: state
                .records
                .parts_of(id)
                .into_iter()
                .filter_map(told)
                .collect(),
            logged_by: state.name(known.logged.author),
            recorded: known.logged.recorded,
            seq: known.logged.seq,
            late: is_late(&known.logged.happened, &known.logged.recorded),
            files: known
                .files
                .iter()
                .map(|file| file_view(&state, file))
                .collect(),
            chain: known
                .chain
                .iter()
                .map(|step| chain_step(&state.records, id, step))
                .collect(),
            corrections: known
                .corrections
                .iter()
                .map(|one| correction_view(&state, one))
                .collect(),
            also: also.into_iter().filter_map(told).collect(),
            offer: offer.map(|(id, known)| offer_view(&state, &session, id, known)),
        })
    }
}

pub(crate) fn exhibit_line(
    state: &Space,
    session: &Session,
    id: RecordId,
    known: &ExhibitState,
) -> ExhibitLine {
    let exhibit = &known.exhibit;
    ExhibitLine {
        exhibit: id,
        number: known.number.clone(),
        kind: exhibit.kind.code().to_owned(),
        description: exhibit.description.clone(),
        place: exhibit.found.text.clone(),
        happened: known.logged.happened.clone(),
        holder: state.custodian(known.holder.custodian()),
        custody: known.custody.code().to_owned(),
        seal_number: exhibit.seal_number.clone(),
        identifiers: exhibit
            .identifiers
            .iter()
            .map(|one| identifier::check(one.scheme, &one.value).shown)
            .collect(),
        files: known.files.len() as u32,
        by_hash: exhibit.by_hash.is_some(),
        handling: exhibit
            .handling
            .code
            .map(|code| format!("{code:?}"))
            .unwrap_or_default(),
        // As long as nobody who has seen both values has corrected it once more.
        conflict: state.records.conflicts().any(|one| one.target == id),
        unseen: known.logged.seq >= state.seen && !state.is_reader(known.logged.author),
        picture: known
            .files
            .iter()
            .find(|file| file.file.is_picture())
            .map(|file| file.id)
            .filter(|_| exhibit.photo == Photo::Attached || !known.files.is_empty()),
        can_offer: state.records.may_offer(session.person(), id).is_ok(),
    }
}

fn file_view(state: &Space, file: &FileState) -> FileView {
    let attached = &file.file;
    FileView {
        file: file.id,
        blob: attached.blob,
        name: attached.name.clone(),
        media_type: attached.media_type.clone(),
        length: attached.length,
        sha256: attached.sha256.clone(),
        caption: attached.caption.clone(),
        author: state.name(file.attached.author),
        recorded: file.attached.recorded,
        preview: preview(attached).to_owned(),
    }
}

/// How a file can be shown.
pub(super) fn preview(file: &AttachedFile) -> &'static str {
    if file.is_picture() {
        "image"
    } else if file.media_type == "application/pdf" {
        "pdf"
    } else {
        "other"
    }
}

fn correction_view(state: &Space, correction: &Correction) -> CorrectionView {
    CorrectionView {
        field: correction.field.clone(),
        old: correction.old.clone(),
        new: correction.new.clone(),
        why: correction.why.clone(),
        author: state.name(correction.author),
        recorded: correction.recorded,
        conflict: correction.conflict,
    }
}

/// Members and desks an exhibit can go to.
pub(crate) fn custodians(state: &Space, session: &Session) -> Vec<(Custodian, String)> {
    let Some(chain) = state.chain() else {
        return Vec::new();
    };
    let membership = chain.membership();
    let people = membership
        .members()
        .iter()
        .filter(|(user, _)| **user != session.user() && membership.active(**user).is_some())
        .map(|(user, member)| {
            let person = hawser_casework::PersonId::new(user.0);
            let name = format!(
                "{} ({})",
                state.name(person),
                state.party_name(member.organisation)
            );
            (Custodian::Member { person }, name)
        });
    let desks = state
        .records
        .desks()
        .iter()
        .map(|(desk, known)| (Custodian::Desk { desk: *desk }, known.name.clone()));
    people.chain(desks).collect()
}
