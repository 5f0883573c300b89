//! What the records of a space add up to: a case, a mission or a programme.
//!
//! Records are applied one at a time in the order of the case record, each in time logarithmic in what is
//! there. A record that breaks a rule changes nothing but the timeline, where it is listed with the [`Rule`].
//! The same checks serve before sending: [`SpaceState::may_offer`], [`SpaceState::may_answer`] and their like.
//!
//! Who may write at all, and which roles may open desks or name parties, is settled in the ledger.
//! A record that cannot be opened can become readable later; the state is then built anew.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::{
    id::{PartyId, PersonId, RecordId},
    record::{CaseTerms, Entry, Record},
    time::{Happened, Moment},
};

mod concerning;
mod corrections;
mod custody;
mod exchange;
mod exhibits;
mod index;
mod lookup;
mod mission;
mod offers;
mod people;
mod permission;
mod programme;
mod rule;
mod standing;
mod timeline;

pub use concerning::Concerned;
pub use corrections::{Conflict, Correction, Kept};
pub use exchange::{
    DecisionState, Exchange, RequestState, ShareState, SharedOriginal, SharedRecord,
    SubmissionState, ToldState,
};
pub use exhibits::{Custody, CustodyAct, CustodyStep, ExhibitState, FileState, Holder, Provenance};
pub use lookup::{OpenMatters, OpenPoints, Waiting};
pub use mission::{
    ActionAct, ActionState, ActionStep, CommentState, FindingState, Mission, MissionToldState,
    OpeningState, RatingState, ReportState, ScenarioState, SignatureState, SignedAggregate,
    TeamRating, VisitState,
};
pub use offers::{AnswerState, ExhibitAnswer, OfferState, SettlementState, Withdrawal};
pub use people::{DeskState, PartyName, PartyState, PersonName, PersonRemark, PersonState};
pub use programme::{
    AggregateState, FollowedState, MissionLink, PortFigures, Programme, ProgrammeAction,
    ProgrammeFigures, TemplateState, Trend, WorstRisk,
};
pub use rule::Rule;
pub use standing::{Channel, Role, Standing, Work};
pub use timeline::{TimelineEntry, TimelineKind};

use index::Index;
use timeline::Timeline;

/// A record with what the ledger proves of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Applied {
    /// The record.
    pub id: RecordId,
    /// Its place in the case record, from 0.
    pub seq: u64,
    /// Who wrote it.
    pub author: PersonId,
    /// When it was recorded, by its author's clock.
    pub recorded: Moment,
    /// Who can read it.
    pub channel: Channel,
    /// What it holds.
    pub body: Body,
    /// The records that a share encloses, verified and opened, in its order.
    pub enclosed: Vec<Applied>,
}

impl Applied {
    /// In the place of a record that does not verify.
    #[must_use]
    pub fn unreadable(id: RecordId) -> Self {
        Self {
            id,
            seq: 0,
            author: PersonId::new([0; 16]),
            recorded: Moment {
                utc_ms: 0,
                offset_min: 0,
            },
            channel: Channel::Team,
            body: Body::Unreadable,
            enclosed: Vec::new(),
        }
    }
}

/// What a record holds, as far as the reader can tell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Body {
    /// It was opened.
    Opened(Entry),
    /// The reader has no key for it.
    Unreadable,
    /// It was opened and is not a record of this version.
    Unknown,
}

/// What became of a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// It counts.
    Applied,
    /// It breaks a rule and changes nothing.
    Refused {
        /// The rule.
        rule: Rule,
    },
    /// The reader has no key for it.
    Unreadable,
    /// It is of a type that this version does not know.
    Unknown,
}

impl Outcome {
    /// Stable code of this outcome.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Applied => "applied",
            Self::Refused { .. } => "refused",
            Self::Unreadable => "unreadable",
            Self::Unknown => "unknown",
        }
    }
}

/// The terms of the case as they stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TermsState {
    /// The record that opened the case.
    pub id: RecordId,
    /// The terms, with corrections.
    pub terms: CaseTerms,
    /// Who opened the case, and when.
    pub opened: Provenance,
    /// What was corrected, oldest first.
    pub corrections: Vec<Correction>,
}

/// The state of a space.
#[derive(Debug, Clone, Default)]
pub struct SpaceState {
    work: Work,
    terms: Option<TermsState>,
    parties: BTreeMap<PartyId, PartyState>,
    people: BTreeMap<PersonId, PersonState>,
    removed: BTreeSet<PersonId>,
    standings: BTreeMap<PersonId, Standing>,
    /// Parties of limited access.
    limited: BTreeSet<PartyId>,
    /// Parties that are third States or courts.
    third: BTreeSet<PartyId>,
    desks: BTreeMap<RecordId, DeskState>,
    exhibits: BTreeMap<RecordId, ExhibitState>,
    /// The exhibits in the order of their numbers.
    exhibit_order: Vec<RecordId>,
    offers: BTreeMap<RecordId, OfferState>,
    /// The exhibit of each attached file.
    exhibit_of_file: BTreeMap<RecordId, RecordId>,
    conflicts: BTreeMap<(RecordId, String), Conflict>,
    exchange: Exchange,
    mission: Mission,
    programme: Programme,
    /// Records of which the reader cannot tell what they did.
    opaque: BTreeSet<RecordId>,
    timeline: Timeline,
    index: Index,
}

/// The record being applied: its id, who can read it, and where it comes from.
struct Made {
    id: RecordId,
    channel: Channel,
    from: Provenance,
}

impl SpaceState {
    /// A space in which nothing is recorded yet.
    #[must_use]
    pub fn new(work: Work) -> Self {
        Self {
            work,
            ..Self::default()
        }
    }

    /// Adds the next record of the space.
    pub fn apply(&mut self, applied: &Applied) -> Outcome {
        let (outcome, kind, happened) = if self.timeline.knows(applied.id) {
            let rule = Rule::DuplicateRecord;
            let (type_name, happened) = described(&applied.body);
            let kind = TimelineKind::Refused {
                type_name,
                rule: rule.clone(),
            };
            (Outcome::Refused { rule }, kind, happened)
        } else {
            self.apply_new(applied)
        };
        self.timeline.push(applied, happened, kind);
        outcome
    }

    fn apply_new(&mut self, applied: &Applied) -> (Outcome, TimelineKind, Option<Happened>) {
        let entry = match &applied.body {
            Body::Opened(entry) => entry,
            Body::Unreadable => {
                self.opaque.insert(applied.id);
                return (Outcome::Unreadable, TimelineKind::Unreadable, None);
            }
            Body::Unknown => {
                self.opaque.insert(applied.id);
                let type_name = String::new();
                return (Outcome::Unknown, TimelineKind::Unknown { type_name }, None);
            }
        };
        let happened = Some(entry.happened.clone());
        if let Record::Unknown { type_name } = &entry.record {
            self.opaque.insert(applied.id);
            let type_name = type_name.clone();
            return (
                Outcome::Unknown,
                TimelineKind::Unknown { type_name },
                happened,
            );
        }
        match self.take(applied, entry) {
            Ok(kind) => (Outcome::Applied, kind, happened),
            Err(rule) => {
                if matches!(rule, Rule::RefersToUnreadable { .. }) {
                    self.opaque.insert(applied.id);
                }
                let kind = TimelineKind::Refused {
                    type_name: entry.record.type_name().to_owned(),
                    rule: rule.clone(),
                };
                (Outcome::Refused { rule }, kind, happened)
            }
        }
    }

    /// Applies a record that can be read, wholly or not at all.
    fn take(&mut self, applied: &Applied, entry: &Entry) -> Result<TimelineKind, Rule> {
        entry.validate().map_err(|errors| Rule::invalid(&errors))?;
        if !self.belongs(&entry.record, applied.channel) {
            return Err(Rule::BelongsElsewhere);
        }
        let made = Made {
            id: applied.id,
            channel: applied.channel,
            from: Provenance {
                author: applied.author,
                seq: applied.seq,
                recorded: applied.recorded,
                happened: entry.happened.clone(),
            },
        };
        match &entry.record {
            Record::CaseOpened(terms) => self.open_case(made, terms),
            Record::PartyNamed {
                party,
                name,
                country,
            } => Ok(self.name_party(made, *party, name, country)),
            Record::PartyIntroduced { .. } => Err(Rule::BelongsElsewhere),
            Record::PersonNamed {
                person,
                name,
                function,
                salt,
            } => Ok(self.name_person(made, *person, name, function, salt)),
            Record::PersonNote {
                person,
                act,
                reason,
            } => Ok(self.note_person(made, *person, *act, reason)),
            Record::ExhibitLogged(exhibit) => self.log_exhibit(made, exhibit),
            Record::FileAttached(file) => match (self.work, applied.channel) {
                (Work::Mission, _) => self.attach_in_mission(made, file),
                (_, Channel::Team) => self.attach_file(made, file),
                (_, Channel::Shared(_) | Channel::Desk(_) | Channel::Apart) => {
                    self.attach_to_exchange(made, file)
                }
            },
            Record::Corrected {
                target,
                field,
                old,
                new,
                why,
            } => self.correct(&made, *target, field, old, new, why),
            Record::DeskOpened { name, officers } => Ok(self.open_desk(made, name, officers)),
            Record::DeskChanged { desk, officers } => self.change_desk(*desk, officers),
            Record::HandoverOffered { statement } => self.offer_handover(&made, statement),
            Record::HandoverAnswered { statement, photo } => {
                self.answer_handover(&made, statement, *photo)
            }
            Record::HandoverWithdrawn { offer, reason } => {
                self.withdraw_handover(made, *offer, reason)
            }
            Record::DisputeSettled {
                offer,
                exhibit,
                outcome,
                reason,
            } => self.settle_dispute(made, *offer, *exhibit, *outcome, reason),
            Record::Exchange(told) => self.take_exchange(made, applied, told),
            Record::Mission(told) => self.take_mission(made, told),
            Record::Programme(told) => self.take_programme(made, told),
            Record::Unknown { type_name } => Ok(TimelineKind::Unknown {
                type_name: type_name.clone(),
            }),
        }
    }

    /// Whether records of this type have a place in this kind of space, among what these readers can read.
    fn belongs(&self, record: &Record, channel: Channel) -> bool {
        match record {
            Record::PartyNamed { .. } | Record::PersonNamed { .. } | Record::FileAttached(_) => {
                true
            }
            Record::PersonNote { .. } | Record::Corrected { .. } => channel == Channel::Team,
            Record::Exchange(_) => self.work == Work::Case,
            Record::Mission(_) => self.work == Work::Mission,
            Record::Programme(_) => self.work == Work::Programme && channel == Channel::Team,
            _ => self.work == Work::Case && channel == Channel::Team,
        }
    }

    fn open_case(&mut self, made: Made, terms: &CaseTerms) -> Result<TimelineKind, Rule> {
        if self.terms.is_some() {
            return Err(Rule::AlreadyOpened);
        }
        self.terms = Some(TermsState {
            id: made.id,
            terms: terms.clone(),
            opened: made.from,
            corrections: Vec::new(),
        });
        Ok(TimelineKind::CaseOpened {
            title: terms.title.clone(),
        })
    }

    /// The rule broken by naming a record that is not there: it may only be hidden from the reader.
    fn missing(&self, record: RecordId, otherwise: Rule) -> Rule {
        if self.opaque.contains(&record) {
            Rule::RefersToUnreadable { record }
        } else {
            otherwise
        }
    }
}

/// The type of a record and when it happened, as far as the reader can tell.
fn described(body: &Body) -> (String, Option<Happened>) {
    match body {
        Body::Opened(entry) => (
            entry.record.type_name().to_owned(),
            Some(entry.happened.clone()),
        ),
        Body::Unreadable | Body::Unknown => (String::new(), None),
    }
}
