//! The exchange page: from the desk, from the team, from a party of limited access.

use std::collections::BTreeMap;

use hawser_casework::record::AttachedFile;
use hawser_casework::state::{
    DecisionState, FileState, Provenance, ShareState, SharedRecord, SubmissionState,
};
use hawser_casework::{Channel, Moment, PartyId, PersonId, RecordId, SpaceId as CaseId};
use hawser_ledger::membership::{Member, MemberState, Role};
use hawser_views::exchange::{
    AddresseeView, ExchangeFile, ExchangeView, ItemView, PartnerView, RequestView, ShareView,
    SubmissionView,
};

use super::case::status_code;
use super::evidence::preview;
use crate::Agent;
use crate::failure::Outcome;
use crate::io::Environment;
use crate::party::organisation_id;
use crate::people::{ledger_id, membership};
use crate::replay::Space;

impl<E: Environment> Agent<E> {
    pub(crate) async fn exchange_view(&self, space: CaseId) -> Outcome<ExchangeView> {
        let session = self.current()?;
        let open = self.space(ledger_id(space)).await?;
        let state = open.state.borrow();
        let me = session.person();
        let own = state.limited_reader(session.user());
        let role = state.member(session.user()).map(|member| member.role);
        let partners = state
            .limited()
            .into_iter()
            .filter(|party| own.is_none_or(|own| own == *party))
            .map(|party| partner(&state, party))
            .collect::<Outcome<Vec<_>>>()?;
        let membership = membership(&state)?;
        let administrators = membership
            .administrators()
            .filter_map(|user| Some((user, membership.members().get(&user)?)))
            .map(|(user, member)| {
                let name = state.name(PersonId::new(user.0));
                (name, state.party_name(member.organisation))
            })
            .collect();
        let team = if own.is_some() {
            Vec::new()
        } else {
            addressees(&state, |member| !membership.is_limited(member.organisation))
        };
        let exchange = state.records.exchange();
        let mut submissions: Vec<SubmissionView> = exchange
            .submissions()
            .iter()
            .map(|(id, submission)| state.submission_view(*id, submission))
            .collect();
        submissions.sort_by_key(|view| std::cmp::Reverse(view.sent.utc_ms));
        let mut shares: Vec<ShareView> = exchange
            .shares()
            .iter()
            .map(|(id, share)| state.share_view(*id, share, me))
            .collect();
        shares.sort_by_key(|view| std::cmp::Reverse(view.shared.utc_ms));
        let mut requests: Vec<RequestView> = exchange
            .requests()
            .keys()
            .filter_map(|id| state.request_view(*id, me, own))
            .collect();
        requests.sort_by_key(|view| std::cmp::Reverse(view.asked.utc_ms));
        let decides = role.is_some_and(Role::administers);
        Ok(ExchangeView {
            limited: own.is_some(),
            decides,
            may_share: own.is_none() && role.is_some_and(|role| role != Role::Support),
            partners,
            administrators,
            team,
            waiting: if decides {
                exchange.waiting().count() as u32
            } else {
                0
            },
            submissions,
            shares,
            requests,
        })
    }
}

/// Active members of whom `which` holds, by party and name.
fn addressees(state: &Space, which: impl Fn(&Member) -> bool) -> Vec<AddresseeView> {
    let Ok(membership) = membership(state) else {
        return Vec::new();
    };
    let mut found: Vec<AddresseeView> = membership
        .members()
        .iter()
        .filter(|(_, member)| member.state == MemberState::Active && which(member))
        .map(|(user, member)| {
            let person = PersonId::new(user.0);
            let named = state.records.people().get(&person);
            let current = named.and_then(|named| named.current.as_ref());
            AddresseeView {
                person,
                name: state.name(person),
                function: current
                    .map(|named| named.function.clone())
                    .unwrap_or_default(),
                party: state.party_name(member.organisation),
            }
        })
        .collect();
    found.sort_by(|a, b| (&a.party, &a.name).cmp(&(&b.party, &b.name)));
    found
}

fn partner(state: &Space, party: PartyId) -> Outcome<PartnerView> {
    let organisation = organisation_id(party);
    let entry = membership(state)?.organisations().get(&organisation);
    let told = state.records.exchange().told(party);
    Ok(PartnerView {
        party,
        name: state.party_name(organisation),
        status: entry
            .map(|entry| status_code(entry.status).to_owned())
            .unwrap_or_default(),
        controller: told
            .map(|told| told.terms.controller.clone())
            .unwrap_or_default(),
        controller_since: told.and_then(|told| told.controller_since),
        people: addressees(state, |member| member.organisation == organisation),
    })
}

impl Space {
    fn party_called(&self, party: PartyId) -> String {
        self.party_name(organisation_id(party))
    }

    fn names_of(&self, people: &[PersonId]) -> Vec<String> {
        people.iter().map(|person| self.name(*person)).collect()
    }

    /// A file with who has downloaded it, of those it is meant for.
    fn exchange_file(
        &self,
        id: RecordId,
        file: &AttachedFile,
        from: &Provenance,
        (downloads, addressees): (Option<&BTreeMap<PersonId, Moment>>, &[PersonId]),
    ) -> ExchangeFile {
        let has = |person: &&PersonId| downloads.is_some_and(|known| known.contains_key(*person));
        ExchangeFile {
            file: id,
            name: file.name.clone(),
            media_type: file.media_type.clone(),
            length: file.length,
            sha256: file.sha256.clone(),
            preview: preview(file).to_owned(),
            author: self.name(from.author),
            attached: from.recorded,
            downloads: downloads
                .into_iter()
                .flatten()
                .map(|(person, at)| (self.name(*person), *at))
                .collect(),
            downloaded: addressees.iter().filter(has).count() as u32,
            of: addressees.len() as u32,
        }
    }

    fn sent_file(&self, file: &FileState) -> ExchangeFile {
        self.exchange_file(file.id, &file.file, &file.attached, (None, &[]))
    }

    fn submission_view(&self, id: RecordId, submission: &SubmissionState) -> SubmissionView {
        let answers = submission
            .answers
            .and_then(|request| self.records.exchange().requests().get(&request))
            .map(|request| request.subject.clone());
        SubmissionView {
            record: id,
            title: submission.title.clone(),
            note: submission.note.clone(),
            party: self.party_called(submission.party),
            author: self.name(submission.sent.author),
            sent: submission.sent.recorded,
            announced: submission.announced,
            handling: submission.handling.clone(),
            answers: answers.unwrap_or_default(),
            items: submission
                .items(id)
                .map(|item| self.item_view(submission, item))
                .collect(),
        }
    }

    /// For whom something was passed on, as far as the reader can tell.
    fn meant_for(&self, item: RecordId) -> Vec<String> {
        let shares = self.records.exchange().shares().values();
        shares
            .filter(|share| share.sent_by.is_some())
            .filter(|share| share.originals.iter().any(|original| original.id == item))
            .flat_map(|share| self.names_of(&share.addressees))
            .collect()
    }

    fn item_view(&self, submission: &SubmissionState, item: RecordId) -> ItemView {
        let decision: Option<&DecisionState> = submission.decisions.get(&item);
        let file = submission.files.iter().find(|file| file.id == item);
        let copies = submission.redacted.get(&item).into_iter().flatten();
        ItemView {
            item,
            file: file.map(|file| self.sent_file(file)),
            outcome: decision
                .map_or("waiting", |decision| decision.outcome.code())
                .to_owned(),
            reason: decision
                .map(|decision| decision.reason.clone())
                .unwrap_or_default(),
            decided_by: decision
                .map(|decision| self.name(decision.from.author))
                .unwrap_or_default(),
            decided: decision.map(|decision| decision.from.recorded),
            addressees: self.meant_for(decision.and_then(|one| one.instead).unwrap_or(item)),
            copies: copies.map(|file| self.sent_file(file)).collect(),
        }
    }

    fn share_view(&self, id: RecordId, share: &ShareState, me: PersonId) -> ShareView {
        let mut files = Vec::new();
        let (mut exhibits, mut texts) = (Vec::new(), Vec::new());
        for original in &share.originals {
            match &original.record {
                SharedRecord::File(file) => {
                    let downloads = share.downloads.get(&original.id);
                    let told = (downloads, &*share.addressees);
                    files.push(self.exchange_file(original.id, file, &original.from, told));
                }
                SharedRecord::Exhibit(exhibit) => {
                    let known = self.records.exhibit(original.id);
                    exhibits.push((
                        known.map(|known| known.number.clone()).unwrap_or_default(),
                        exhibit.kind.code().to_owned(),
                        exhibit.description.clone(),
                    ));
                }
                SharedRecord::Text { title, note } => texts.push((
                    title.clone(),
                    note.clone(),
                    self.name(original.from.author),
                    original.from.recorded,
                )),
            }
        }
        ShareView {
            record: id,
            title: share.title.clone(),
            reason: share.reason.clone(),
            party: match share.channel {
                Channel::Shared(party) => self.party_called(party),
                Channel::Team | Channel::Desk(_) | Channel::Apart => String::new(),
            },
            sent_by: share
                .sent_by
                .map(|party| self.party_called(party))
                .unwrap_or_default(),
            redacted: share.redacted,
            handling: share.handling.clone(),
            author: self.name(share.shared.author),
            shared: share.shared.recorded,
            addressees: self.names_of(&share.addressees),
            for_me: share.addressees.contains(&me),
            files,
            exhibits,
            texts,
        }
    }

    fn request_view(
        &self,
        id: RecordId,
        me: PersonId,
        own: Option<PartyId>,
    ) -> Option<RequestView> {
        let exchange = self.records.exchange();
        let request = exchange.requests().get(&id)?;
        let answered = request
            .answers
            .iter()
            .filter_map(|answer| exchange.submissions().get(answer))
            .map(|answer| answer.sent.recorded)
            .min();
        // Whoever does not see the desk learns of the answer by what of it was passed on.
        let passed_on = || {
            let shares = exchange.shares().values();
            let answers = shares.filter(|share| share.answers == Some(id));
            answers.map(|share| share.shared.recorded).min()
        };
        Some(RequestView {
            record: id,
            party: self.party_called(request.party),
            subject: request.subject.clone(),
            text: request.text.clone(),
            due: request.due.clone(),
            author: self.name(request.asked.author),
            asked: request.asked.recorded,
            read: request
                .read
                .iter()
                .map(|(person, at)| (self.name(*person), *at))
                .collect(),
            answered: answered.or_else(passed_on),
            to_us: own == Some(request.party),
            read_by_me: request.read.contains_key(&me),
        })
    }

    /// What of the exchange waits for a person: (kind, party or title, how many, since when).
    pub(crate) fn exchange_errands(
        &self,
        me: PersonId,
    ) -> Vec<(&'static str, String, u64, Option<Moment>)> {
        let exchange = self.records.exchange();
        let mut errands = Vec::new();
        if self.records.administers(me) {
            let mut waiting: BTreeMap<PartyId, (u64, Option<Moment>)> = BTreeMap::new();
            for (_, _, submission) in exchange.waiting() {
                let entry = waiting.entry(submission.party).or_default();
                entry.0 += 1;
                let since = entry.1.map_or(submission.sent.recorded, |known| {
                    known.min(submission.sent.recorded)
                });
                entry.1 = Some(since);
            }
            errands.extend(
                waiting.into_iter().map(|(party, (count, since))| {
                    ("check", self.party_called(party), count, since)
                }),
            );
            for party in self.limited() {
                let told = exchange.told(party);
                if told.is_some_and(|told| told.controller_since.is_none()) {
                    errands.push(("controller", self.party_called(party), 1, None));
                }
            }
        }
        let own = self.records.standing(me).map(|standing| standing.party);
        let unread = exchange
            .requests()
            .values()
            .filter(|request| own == Some(request.party) && !request.read.contains_key(&me));
        errands.extend(unread.map(|request| {
            (
                "request",
                request.subject.clone(),
                1,
                Some(request.asked.recorded),
            )
        }));
        let unopened = exchange.shares().values().filter(|share| {
            share.addressees.contains(&me)
                && share.files().any(|(file, _)| {
                    !share
                        .downloads
                        .get(&file)
                        .is_some_and(|known| known.contains_key(&me))
                })
        });
        errands.extend(unopened.map(|share| {
            (
                "shared",
                share.title.clone(),
                1,
                Some(share.shared.recorded),
            )
        }));
        errands
    }
}
