//! What is shared: the records themselves, as their authors wrote them, and who has fetched what.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::take::told;
use crate::{
    handling::Handling,
    id::{PartyId, PersonId, RecordId},
    record::{AttachedFile, ExchangeRecord, Exhibit, Fields as _, Record},
    state::{Applied, Body, Channel, Made, Provenance, Role, Rule, SpaceState, TimelineKind},
    time::Moment,
};

/// A record that was shared, as its author wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum SharedRecord {
    /// An exhibit as it was logged.
    Exhibit(Box<Exhibit>),
    /// A file.
    File(Box<AttachedFile>),
    /// The text of a submission.
    Text {
        /// Its title.
        title: String,
        /// What is said.
        note: String,
    },
}

/// One record of a share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedOriginal {
    /// The record.
    pub id: RecordId,
    /// Who wrote it, and when.
    pub from: Provenance,
    /// What it is.
    pub record: SharedRecord,
}

/// Something shared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShareState {
    /// Who can read it.
    pub channel: Channel,
    /// What it is.
    pub title: String,
    /// Why.
    pub reason: String,
    /// What may be done with it.
    pub handling: Handling,
    /// Those for whom it is meant.
    pub addressees: Vec<PersonId>,
    /// The party that sent it for check, where it was passed on.
    pub sent_by: Option<PartyId>,
    /// It is a redacted copy.
    pub redacted: bool,
    /// The request that it answers.
    pub answers: Option<RecordId>,
    /// Who shared it, and when.
    pub shared: Provenance,
    /// What it holds.
    pub originals: Vec<SharedOriginal>,
    /// Who has downloaded which file when first.
    pub downloads: BTreeMap<RecordId, BTreeMap<PersonId, Moment>>,
}

impl ShareState {
    /// A shared exhibit with a correction that is shared with it.
    fn correct(&mut self, target: RecordId, field: &str, new: &str) -> Result<(), Rule> {
        let original = self.originals.iter_mut().find(|one| one.id == target);
        let Some(SharedRecord::Exhibit(exhibit)) = original.map(|one| &mut one.record) else {
            return Err(Rule::NotShareable);
        };
        let corrected = exhibit.with_field(field, new);
        **exhibit = corrected.map_err(|_| Rule::InvalidValue {
            field: field.to_owned(),
        })?;
        Ok(())
    }

    /// Its files.
    pub fn files(&self) -> impl Iterator<Item = (RecordId, &AttachedFile)> {
        self.originals
            .iter()
            .filter_map(|original| match &original.record {
                SharedRecord::File(file) => Some((original.id, &**file)),
                SharedRecord::Exhibit(_) | SharedRecord::Text { .. } => None,
            })
    }
}

impl SpaceState {
    pub(super) fn share(
        &mut self,
        made: &Made,
        applied: &Applied,
        mut share: ShareState,
    ) -> Result<TimelineKind, Rule> {
        let by = self.standing(made.from.author);
        match made.channel {
            Channel::Team => self.require_administrator(made)?,
            Channel::Shared(party) => {
                let barred = |role| matches!(role, Role::Support | Role::Host);
                if by.is_none_or(|by| by.party == party || barred(by.role)) {
                    return Err(Rule::MayNotShare);
                }
            }
            Channel::Desk(_) | Channel::Apart => return Err(Rule::BelongsElsewhere),
        }
        for enclosed in &applied.enclosed {
            let Body::Opened(entry) = &enclosed.body else {
                return Err(Rule::NotShareable);
            };
            // What stands at the desk is passed on by an administrator, under the name of the party that sent it;
            // anything else is of the team.
            match enclosed.channel {
                Channel::Desk(party) => {
                    let passes =
                        share.sent_by == Some(party) && made.channel != Channel::Shared(party);
                    if !passes || !self.administers(made.from.author) {
                        return Err(Rule::MayNotShare);
                    }
                }
                Channel::Team if share.sent_by.is_none() => {}
                Channel::Team | Channel::Shared(_) | Channel::Apart => {
                    return Err(Rule::NotShareable);
                }
            }
            let record = match &entry.record {
                Record::ExhibitLogged(exhibit) => SharedRecord::Exhibit(Box::new(exhibit.clone())),
                Record::FileAttached(file) => SharedRecord::File(Box::new(file.clone())),
                Record::Exchange(ExchangeRecord::SubmissionSent { title, note, .. }) => {
                    let (title, note) = (title.clone(), note.clone());
                    SharedRecord::Text { title, note }
                }
                Record::Corrected {
                    target, field, new, ..
                } => {
                    share.correct(*target, field, new)?;
                    continue;
                }
                _ => return Err(Rule::NotShareable),
            };
            // Limits as they stand, for whoever knows them: those who receive it have no say in them.
            if let Some((handling, origin)) = self.handling_of(enclosed.id) {
                self.may_pass(handling, origin, made.channel)?;
            }
            let from = Provenance {
                author: enclosed.author,
                seq: enclosed.seq,
                recorded: enclosed.recorded,
                happened: entry.happened.clone(),
            };
            let id = enclosed.id;
            share.originals.push(SharedOriginal { id, from, record });
        }
        if share.originals.is_empty() {
            return Err(Rule::NotShareable);
        }
        for (file, _) in share.files() {
            self.exchange
                .shares_of
                .entry(file)
                .or_default()
                .push(made.id);
        }
        let with = match made.channel {
            Channel::Shared(party) => self.party_text(party),
            Channel::Team | Channel::Desk(_) | Channel::Apart => String::new(),
        };
        let kind = if share.sent_by.is_some() {
            "passed-on"
        } else {
            "shared"
        };
        let values = [
            ("title", share.title.clone()),
            ("party", with),
            ("reason", share.reason.clone()),
        ];
        self.exchange.shares.insert(made.id, share);
        Ok(told(kind, values))
    }
}
