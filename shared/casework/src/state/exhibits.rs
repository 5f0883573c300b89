//! Exhibits: as they stand, who holds them, and how that came about.

use serde::{Deserialize, Serialize};

use super::{Channel, Correction, Made, Rule, SpaceState, TimelineKind, Work};
use crate::{
    id::{PersonId, RecordId},
    record::{AttachedFile, Custodian, Exhibit, Photo, Settlement},
    time::{Happened, Moment},
};

/// Who recorded something, where in the case record, and the two times.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provenance {
    /// Who wrote it.
    pub author: PersonId,
    /// Its place in the case record.
    pub seq: u64,
    /// When it was recorded.
    pub recorded: Moment,
    /// When it happened.
    pub happened: Happened,
}

/// Who holds an exhibit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Holder {
    /// A person.
    Person(PersonId),
    /// A desk.
    Desk {
        /// The desk.
        desk: RecordId,
        /// The officer who took it in.
        by: PersonId,
    },
}

impl Holder {
    /// The custodian, whoever took it in.
    #[must_use]
    pub const fn custodian(&self) -> Custodian {
        match self {
            Self::Person(person) => Custodian::Member { person: *person },
            Self::Desk { desk, .. } => Custodian::Desk { desk: *desk },
        }
    }
}

/// Whether an exhibit is moving.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Custody {
    /// It rests with its holder.
    Held,
    /// It is offered; the giver is still the holder.
    Offered {
        /// The offer.
        offer: RecordId,
    },
    /// Its hand-over was refused; the giver is still the holder.
    Disputed {
        /// The offer.
        offer: RecordId,
    },
}

impl Custody {
    /// `held`, `offered` or `disputed`, as lists show and filter it.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Offered { .. } => "offered",
            Self::Disputed { .. } => "disputed",
        }
    }
}

/// What happened to the custody of an exhibit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CustodyAct {
    /// It was logged, and its author became the holder.
    Logged,
    /// It was offered.
    Offered {
        /// The offer.
        offer: RecordId,
        /// To whom.
        to: Custodian,
        /// The seal it left with; empty when none.
        seal_out: String,
    },
    /// It was received, and the holder changed.
    Accepted {
        /// The offer.
        offer: RecordId,
        /// The holder since.
        holder: Holder,
        /// The reservation, if any.
        reservation: Option<String>,
        /// The seal it arrived with; empty when none.
        seal_in: String,
    },
    /// It was not received.
    Refused {
        /// The offer.
        offer: RecordId,
        /// Why.
        reason: String,
    },
    /// The offer was taken back.
    Withdrawn {
        /// The offer.
        offer: RecordId,
        /// Why.
        reason: String,
    },
    /// The dispute was settled.
    Settled {
        /// The offer.
        offer: RecordId,
        /// How.
        outcome: Settlement,
        /// The holder since.
        holder: Holder,
        /// Why.
        reason: String,
    },
}

/// One link of the chain of custody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustodyStep {
    /// The record that tells it.
    pub id: RecordId,
    /// Who acted, and when; for offers and answers the time that was signed.
    pub from: Provenance,
    /// What happened.
    pub act: CustodyAct,
}

/// A file of an exhibit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileState {
    /// The record that attached it.
    pub id: RecordId,
    /// The file, with corrections.
    pub file: AttachedFile,
    /// Who attached it, and when.
    pub attached: Provenance,
    /// What was corrected, oldest first.
    pub corrections: Vec<Correction>,
}

/// An exhibit as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExhibitState {
    /// Its number: `E-0001` and on, in the order of the case record, among the exhibits that the reader can open.
    pub number: String,
    /// The exhibit, with corrections.
    pub exhibit: Exhibit,
    /// Who logged it, and when.
    pub logged: Provenance,
    /// Its files, oldest first.
    pub files: Vec<FileState>,
    /// Who holds it.
    pub holder: Holder,
    /// Whether it is moving.
    pub custody: Custody,
    /// The chain of custody, oldest first.
    pub chain: Vec<CustodyStep>,
    /// What was corrected, oldest first.
    pub corrections: Vec<Correction>,
    /// Its place among the exhibits, from 0.
    pub(super) ordinal: usize,
}

impl SpaceState {
    /// Whether an exhibit with this parent could be logged.
    ///
    /// # Errors
    /// [`Rule::UnknownParent`]. A parent that the reader cannot open is accepted.
    pub fn may_log(&self, parent: Option<RecordId>) -> Result<(), Rule> {
        match parent {
            Some(parent)
                if !self.exhibits.contains_key(&parent) && !self.opaque.contains(&parent) =>
            {
                Err(Rule::UnknownParent { parent })
            }
            _ => Ok(()),
        }
    }

    /// Whether the person could attach a file to the record, and for which readers.
    ///
    /// # Errors
    /// [`Rule::UnknownExhibit`], [`Rule::RefersToUnreadable`], or what [`Self::may_decide`] and
    /// [`Self::may_submit`] say.
    pub fn may_attach(&self, person: PersonId, to: RecordId) -> Result<Channel, Rule> {
        if self.work == Work::Mission {
            return self.may_attach_in_mission(person, to);
        }
        let Some((submission, state)) = self.exchange.submission_of(to) else {
            return self.known_exhibit(to).map(|_| Channel::Team);
        };
        let channel = Channel::Desk(state.party);
        if to == submission {
            self.may_submit(person, channel)?;
        } else {
            self.may_decide(person, to)?;
        }
        Ok(channel)
    }

    /// The exhibit, or the rule broken by naming it.
    pub(super) fn known_exhibit(&self, exhibit: RecordId) -> Result<&ExhibitState, Rule> {
        self.exhibits
            .get(&exhibit)
            .ok_or_else(|| self.missing(exhibit, Rule::UnknownExhibit { exhibit }))
    }

    pub(super) fn log_exhibit(
        &mut self,
        made: Made,
        exhibit: &Exhibit,
    ) -> Result<TimelineKind, Rule> {
        if exhibit.parent == Some(made.id) {
            return Err(Rule::ParentCycle);
        }
        self.may_log(exhibit.parent)?;
        let ordinal = self.exhibit_order.len();
        let number = format!("E-{:04}", ordinal + 1);
        let holder = Holder::Person(made.from.author);
        self.index.add_exhibit(ordinal, exhibit);
        self.index.hold(holder.custodian(), ordinal);
        match exhibit.photo {
            Photo::Attached => self.index.photo_awaited.insert(ordinal),
            Photo::Without { .. } => self.index.without_photo.insert(ordinal),
        };
        self.exhibit_order.push(made.id);
        let kind = TimelineKind::ExhibitLogged {
            exhibit: made.id,
            number: number.clone(),
            kind: exhibit.kind,
            description: exhibit.description.clone(),
        };
        let state = ExhibitState {
            number,
            exhibit: exhibit.clone(),
            logged: made.from.clone(),
            files: Vec::new(),
            holder,
            custody: Custody::Held,
            chain: vec![CustodyStep {
                id: made.id,
                from: made.from,
                act: CustodyAct::Logged,
            }],
            corrections: Vec::new(),
            ordinal,
        };
        self.exhibits.insert(made.id, state);
        Ok(kind)
    }

    pub(super) fn attach_file(
        &mut self,
        made: Made,
        file: &AttachedFile,
    ) -> Result<TimelineKind, Rule> {
        let exhibit = file.to;
        let Some(state) = self.exhibits.get_mut(&exhibit) else {
            return Err(self.missing(exhibit, Rule::UnknownExhibit { exhibit }));
        };
        if file.is_picture() {
            self.index.photo_awaited.remove(&state.ordinal);
            self.index.without_photo.remove(&state.ordinal);
        }
        state.files.push(FileState {
            id: made.id,
            file: file.clone(),
            attached: made.from,
            corrections: Vec::new(),
        });
        self.exhibit_of_file.insert(made.id, exhibit);
        Ok(TimelineKind::FileAttached {
            exhibit,
            number: state.number.clone(),
            name: file.name.clone(),
            media_type: file.media_type.clone(),
            length: file.length,
        })
    }
}
