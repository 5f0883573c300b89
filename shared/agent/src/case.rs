//! Making a case and its desks; correcting what was recorded.

use hawser_casework::record::{CaseTerms, Fields as _};
use hawser_casework::{PersonId, Record, RecordId, SpaceId as CaseId};
use hawser_ledger::membership::SpaceKind;
use hawser_views::keepers::KeepersWish;

use crate::Agent;
use crate::append::Draft;
use crate::failure::{Outcome, fail, form};
use crate::io::Environment;
use crate::limited::case_told;
use crate::people::{ledger_id, team};
use crate::replay::Space;

impl<E: Environment> Agent<E> {
    /// Founds a case on its terms.
    pub(crate) async fn create_case(
        &self,
        terms: CaseTerms,
        status: &str,
        keepers: &KeepersWish,
    ) -> Outcome<String> {
        let status = crate::party::status(status)?;
        self.entry_now(Record::CaseOpened(terms.clone()))
            .validate()
            .map_err(form)?;
        let terms = vec![Record::CaseOpened(terms)];
        let id = self
            .found_space(SpaceKind::Case, status, terms, keepers)
            .await?;
        Ok(id.to_string())
    }

    /// Appends one record to the team of a case; gives its id.
    pub(crate) async fn record(
        &self,
        space: CaseId,
        record: impl Fn(&Space) -> Outcome<Record>,
    ) -> Outcome<RecordId> {
        let command = self.new_command();
        self.append(ledger_id(space), |state| {
            let entry = self.entry_now(record(state)?);
            Ok(vec![Draft::Record {
                command,
                group: team(state)?,
                entry,
                blobs: Vec::new(),
            }])
        })
        .await?;
        Ok(self.current()?.record_id(command))
    }

    pub(crate) async fn open_desk(
        &self,
        space: CaseId,
        name: &str,
        officers: &[PersonId],
    ) -> Outcome<RecordId> {
        let session = self.current()?;
        self.record(space, |state| {
            require_administrator(state, session.user())?;
            Ok(Record::DeskOpened {
                name: name.trim().to_owned(),
                officers: officers.to_vec(),
            })
        })
        .await
    }

    pub(crate) async fn change_desk(
        &self,
        space: CaseId,
        desk: RecordId,
        officers: &[PersonId],
    ) -> Outcome<RecordId> {
        let session = self.current()?;
        self.record(space, |state| {
            require_administrator(state, session.user())?;
            if !state.records.desks().contains_key(&desk) {
                return fail("unknown-desk");
            }
            Ok(Record::DeskChanged {
                desk,
                officers: officers.to_vec(),
            })
        })
        .await
    }

    /// Corrects a field. Terms are corrected by administrators, and parties of limited access are told of them.
    pub(crate) async fn correct(
        &self,
        space: CaseId,
        target: RecordId,
        field: &str,
        (old, new, why): (&str, &str, &str),
    ) -> Outcome<()> {
        let session = self.current()?;
        let command = self.new_command();
        self.append(ledger_id(space), |state| {
            state.records.may_correct(target, field, new)?;
            let corrected = Record::Corrected {
                target,
                field: field.to_owned(),
                old: old.to_owned(),
                new: new.to_owned(),
                why: why.trim().to_owned(),
            };
            let mut drafts = vec![Draft::Record {
                command,
                group: team(state)?,
                entry: self.entry_now(corrected),
                blobs: Vec::new(),
            }];
            let terms = state.records.terms_state();
            if let Some(terms) = terms.filter(|terms| terms.id == target) {
                require_administrator(state, session.user())?;
                if let Ok(terms) = terms.terms.with_field(field, new) {
                    drafts.extend(self.for_limited(state, &case_told(&terms)));
                }
            }
            Ok(drafts)
        })
        .await
    }
}

pub(crate) fn require_administrator(state: &Space, user: hawser_ledger::UserId) -> Outcome<()> {
    let administers = state
        .member(user)
        .is_some_and(|member| member.role.administers());
    if administers {
        Ok(())
    } else {
        fail("not-administrator")
    }
}
