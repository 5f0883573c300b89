//! Entries of the case record as data for a sentence.

use std::collections::BTreeMap;

use hawser_casework::record::{Answer, Custodian, PersonAct};
use hawser_casework::state::{TimelineEntry, TimelineKind};
use hawser_casework::{Happened, HowKnown, Moment, PartyId, PersonId, RecordId};
use hawser_ledger::membership::Act;
use hawser_views::case::EntryLine;

use crate::people::{method_code, role_code};
use crate::replay::{ActLine, Space};
use hawser_reading::names;

type Values = BTreeMap<String, String>;

pub(crate) fn values<const N: usize>(pairs: [(&str, String); N]) -> Values {
    pairs
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

impl Space {
    /// A person's name as the case knows it, or a short form of the id.
    pub(crate) fn name(&self, person: PersonId) -> String {
        names::person_name(&self.records, person)
    }
    pub(crate) fn party_name(&self, organisation: hawser_ledger::OrganisationId) -> String {
        names::party_name(&self.records, PartyId::new(organisation.0))
    }
    pub(crate) fn custodian(&self, custodian: Custodian) -> String {
        names::custodian_name(&self.records, custodian)
    }
    fn names(&self, people: &[PersonId]) -> String {
        people
            .iter()
            .map(|person| self.name(*person))
            .collect::<Vec<_>>()
            .join(", ")
    }
    fn user_name(&self, user: hawser_ledger::UserId) -> String {
        self.name(PersonId::new(user.0))
    }

    /// One line of the timeline.
    pub(crate) fn entry_line(&self, entry: &TimelineEntry) -> EntryLine {
        let (kind, exhibit, values) = self.sentence(&entry.what);
        let at = Happened {
            at: entry.recorded,
            known: HowKnown::Observed,
            late_reason: None,
        };
        EntryLine {
            seq: self.told_number(entry.seq),
            record: Some(entry.id),
            exhibit,
            kind,
            values,
            author: self.name(entry.author),
            happened: entry.happened.clone().unwrap_or(at),
            recorded: entry.recorded,
            late: entry.late,
            unseen: self.is_new(entry),
        }
    }

    fn sentence(&self, what: &TimelineKind) -> (String, Option<RecordId>, Values) {
        use TimelineKind as K;
        let (kind, exhibit, told) = match what {
            K::CaseOpened { title } => ("case-opened", None, values([("title", title.clone())])),
            K::PartyNamed { name, .. } => ("party-named", None, values([("party", name.clone())])),
            K::PersonNamed { name, function, .. } => (
                "person-named",
                None,
                values([("person", name.clone()), ("function", function.clone())]),
            ),
            K::PersonNote {
                person,
                act,
                reason,
            } => {
                let kind = match act {
                    PersonAct::Suspended => "person-suspended",
                    PersonAct::Reinstated => "person-reinstated",
                    PersonAct::Ended => "person-ended",
                    PersonAct::RoleChanged => "role-changed",
                };
                (
                    kind,
                    None,
                    values([("person", self.name(*person)), ("reason", reason.clone())]),
                )
            }
            K::ExhibitLogged {
                exhibit,
                number,
                kind,
                description,
            } => {
                let told = values([
                    ("exhibit", number.clone()),
                    ("kind", kind.code().to_owned()),
                    ("description", description.clone()),
                ]);
                ("exhibit-logged", Some(*exhibit), told)
            }
            K::FileAttached {
                exhibit,
                number,
                name,
                length,
                ..
            } => {
                let told = values([
                    ("exhibit", number.clone()),
                    ("file", name.clone()),
                    ("length", length.to_string()),
                ]);
                ("file-attached", Some(*exhibit), told)
            }
            K::Corrected {
                target,
                number,
                field,
                old,
                new,
                why,
                conflict,
            } => {
                let exhibit = number.as_ref().map(|_| *target);
                let mission = self.records.mission().subject(*target);
                let subject = mission.or_else(|| self.records.programme().subject(*target));
                let (of, of_name) = subject.unwrap_or_default();
                let told = values([
                    ("of", of.to_owned()),
                    ("of_name", of_name.to_owned()),
                    ("exhibit", number.clone().unwrap_or_default()),
                    ("field", field.clone()),
                    ("old", old.clone()),
                    ("new", new.clone()),
                    ("why", why.clone()),
                    ("conflict", conflict.to_string()),
                ]);
                ("corrected", exhibit, told)
            }
            K::DeskOpened { name, officers, .. } => (
                "desk-opened",
                None,
                values([("desk", name.clone()), ("officers", self.names(officers))]),
            ),
            K::DeskChanged { name, officers, .. } => (
                "desk-changed",
                None,
                values([("desk", name.clone()), ("officers", self.names(officers))]),
            ),
            K::HandoverOffered {
                exhibits,
                numbers,
                to,
                purpose,
                ..
            } => {
                let told = values([
                    ("exhibit", numbers.join(", ")),
                    ("to", self.custodian(*to)),
                    ("purpose", purpose.clone()),
                ]);
                ("handover-offered", exhibits.first().copied(), told)
            }
            K::HandoverAnswered {
                exhibit,
                number,
                answer,
                reason,
                ..
            } => {
                let kind = match answer {
                    Answer::Accepted => "handover-accepted",
                    Answer::AcceptedWithReservation => "handover-reserved",
                    Answer::Refused => "handover-refused",
                };
                (
                    kind,
                    Some(*exhibit),
                    values([("exhibit", number.clone()), ("reason", reason.clone())]),
                )
            }
            K::HandoverWithdrawn {
                exhibits,
                numbers,
                reason,
                ..
            } => {
                let told = values([("exhibit", numbers.join(", ")), ("reason", reason.clone())]);
                ("handover-withdrawn", exhibits.first().copied(), told)
            }
            K::DisputeSettled {
                exhibit,
                number,
                outcome,
                reason,
                ..
            } => {
                let told = values([
                    ("exhibit", number.clone()),
                    ("outcome", outcome.code().to_owned()),
                    ("reason", reason.clone()),
                ]);
                ("dispute-settled", Some(*exhibit), told)
            }
            K::Told { kind, values } => return (kind.clone(), None, self.worded(values)),
            K::Quiet => ("quiet", None, Values::new()),
            K::Refused { type_name, rule } => (
                "refused",
                None,
                values([
                    ("record", type_name.clone()),
                    ("rule", rule.code().to_owned()),
                ]),
            ),
            K::Unreadable => ("unreadable", None, Values::new()),
            K::Unknown { type_name } => ("unknown", None, values([("record", type_name.clone())])),
        };
        (kind.to_owned(), exhibit, told)
    }

    /// A membership act as a line; acts that only carry keys are not told.
    pub(crate) fn act_line(&self, line: &ActLine) -> Option<EntryLine> {
        if self.is_limited_reading() {
            return None;
        }
        let person = |user| values([("person", self.user_name(user))]);
        let (kind, told) = match &line.act {
            Act::OrganisationAdmit(party) => (
                "party-admitted",
                values([("party", self.party_name(party.organisation))]),
            ),
            Act::OrganisationJoin(delegation) => (
                "party-joined",
                values([("party", self.party_name(delegation.organisation))]),
            ),
            Act::OrganisationVerified(verified) => (
                "party-verified",
                values([
                    ("party", self.party_name(verified.organisation)),
                    ("by", self.party_name(verified.verifier)),
                    ("method", method_code(verified.method).to_owned()),
                ]),
            ),
            Act::MemberAdd(add) => {
                let mut told = person(add.chain.cert.request.user);
                told.insert("role".to_owned(), role_code(add.consent.role).to_owned());
                ("person-admitted", told)
            }
            Act::AdministratorAppoint { user, .. } => ("administrator-appointed", person(*user)),
            Act::OrganisationWithdraw {
                delegation, user, ..
            } => {
                let mut told = person(*user);
                told.insert("party".to_owned(), self.party_name(delegation.organisation));
                ("organisation-withdrew", told)
            }
            Act::KeyChange { .. } => ("keys-changed", Values::new()),
            Act::EpochStart(start) if start.number > 1 => ("keys-renewed", Values::new()),
            // Suspensions, endings and roles are told by the note beside them, with the reason.
            _ => return None,
        };
        let author = self.author(line.author).map_or_else(
            || {
                let delegation = line.act.delegation();
                delegation.map_or_else(String::new, |delegation| {
                    self.party_name(delegation.organisation)
                })
            },
            |user| self.user_name(user),
        );
        Some(EntryLine {
            seq: line.seq,
            record: None,
            exhibit: None,
            kind: kind.to_owned(),
            values: told,
            author,
            happened: Happened {
                at: line.recorded,
                known: HowKnown::Observed,
                late_reason: None,
            },
            recorded: line.recorded,
            late: false,
            unseen: self.is_new_act(line),
        })
    }

    /// Whether this person is the one who reads.
    pub(crate) fn is_reader(&self, person: PersonId) -> bool {
        self.reader
            .is_some_and(|user| PersonId::new(user.0) == person)
    }

    fn is_new(&self, entry: &TimelineEntry) -> bool {
        entry.seq >= self.seen && !self.is_reader(entry.author)
    }

    fn is_new_act(&self, line: &ActLine) -> bool {
        let delegation = line.act.delegation();
        let by = delegation
            .map(|delegation| delegation.user)
            .or_else(|| self.author(line.author));
        line.seq >= self.seen && (by.is_none() || by != self.reader)
    }

    /// Newest first by place in the case record, from `offset`, at most `limit`.
    pub(crate) fn newest(&self, offset: usize, limit: usize) -> Vec<EntryLine> {
        self.newest_first().skip(offset).take(limit).collect()
    }

    /// What others wrote since the reader looked, newest first, at most `limit`.
    pub(crate) fn fresh(&self, limit: usize) -> Vec<EntryLine> {
        self.newest_first()
            .take_while(|line| line.seq >= self.told_number(self.seen))
            .filter(|line| line.unseen)
            .take(limit)
            .collect()
    }

    fn newest_first(&self) -> impl Iterator<Item = EntryLine> {
        let mut records = self.records.timeline().iter().rev().peekable();
        let mut acts = self
            .acts
            .iter()
            .rev()
            .filter_map(|line| self.act_line(line))
            .peekable();
        std::iter::from_fn(move || match (records.peek(), acts.peek()) {
            (Some(record), Some(act)) if record.seq < act.seq => acts.next(),
            (None, Some(_)) => acts.next(),
            _ => records.next().map(|entry| self.entry_line(entry)),
        })
    }

    /// Newest first by what happened.
    pub(crate) fn newest_happened(&self, offset: usize, limit: usize) -> Vec<EntryLine> {
        let at = |entry: &TimelineEntry| -> Moment {
            entry
                .happened
                .as_ref()
                .map_or(entry.recorded, |happened| happened.at)
        };
        let mut told: Vec<EntryLine> = self
            .acts
            .iter()
            .filter_map(|line| self.act_line(line))
            .collect();
        told.sort_by_key(|line| line.recorded);
        let mut acts = told.into_iter().rev().peekable();
        let mut records = self.records.timeline_by_happened().rev().peekable();
        std::iter::from_fn(move || match (records.peek(), acts.peek()) {
            (Some(record), Some(act)) if at(record).utc_ms < act.recorded.utc_ms => acts.next(),
            (None, Some(_)) => acts.next(),
            _ => records.next().map(|entry| self.entry_line(entry)),
        })
        .skip(offset)
        .take(limit)
        .collect()
    }

    /// Number of lines a timeline has.
    pub(crate) fn lines(&self) -> u64 {
        (self.records.timeline().len()
            + self
                .acts
                .iter()
                .filter(|line| self.act_line(line).is_some())
                .count()) as u64
    }

    /// Lines by others that the person has not looked at.
    pub(crate) fn unseen(&self) -> u64 {
        let records = self
            .records
            .timeline()
            .iter()
            .rev()
            .take_while(|entry| entry.seq >= self.seen)
            .filter(|entry| self.is_new(entry))
            .count();
        let acts = self
            .acts
            .iter()
            .rev()
            .take_while(|line| line.seq >= self.seen)
            .filter(|line| self.is_new_act(line) && self.act_line(line).is_some())
            .count();
        (records + acts) as u64
    }
}
