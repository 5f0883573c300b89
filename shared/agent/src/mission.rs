//! Port missions: opening one, its facilities and visits; the commands of missions.

mod host;
mod reporting;
mod work;

use hawser_casework::assessment::{PortRef, Template, TemplateVersion, template::default_template};
use hawser_casework::record::{MissionRecord, Opening, VisitDates, VisitTerms};
use hawser_casework::{Channel, Record, RecordId, SpaceId as CaseId};
use hawser_ledger::membership::SpaceKind;
use hawser_ledger::{CommandId, UserId};
use hawser_views::Reply;
use hawser_views::mission::{MissionCommand, MissionDraft, MissionReply, VisitDraft};

use crate::Agent;
use crate::append::Draft;
use crate::failure::{Outcome, fail, field, form};
use crate::io::Environment;
use crate::people::{ledger_id, team};
use crate::replay::Space;

impl Space {
    /// The port of a mission as this reader knows it.
    pub(crate) fn port(&self, reader: UserId) -> Option<&PortRef> {
        let mission = self.records.mission();
        match self.limited_reader(reader) {
            Some(party) => mission.told(party).map(|told| &told.port),
            None => mission.opening().map(|opening| &opening.port),
        }
    }
}

/// What a host authority is told of a mission: the port, and when visits are, `also` among them.
pub(crate) fn mission_told(state: &Space, also: Option<&VisitTerms>) -> Option<Record> {
    let mission = state.records.mission();
    let known = mission.visits().map(|(_, visit)| &visit.terms.value);
    let visits = known.chain(also).map(|terms| VisitDates {
        kind: terms.kind,
        starts: terms.starts.clone(),
        ends: terms.ends.clone(),
    });
    Some(Record::Mission(MissionRecord::MissionTold {
        port: mission.opening()?.port.clone(),
        visits: visits.collect(),
    }))
}

impl<E: Environment> Agent<E> {
    pub(crate) async fn answer_mission(&self, command: MissionCommand) -> Outcome<Reply> {
        use MissionCommand as C;
        use MissionReply as R;
        let told = match command {
            C::List => R::Missions(self.missions().await?),
            C::View { space } => R::Mission(Box::new(self.mission(space).await?)),
            C::Template { space, language } => {
                R::Template(Box::new(self.template_texts(space, &language).await?))
            }
            C::Grid { space, visit } => R::Grid(Box::new(self.grid(space, visit).await?)),
            C::Criterion {
                space,
                visit,
                place,
            } => R::Criterion(Box::new(self.criterion(space, visit, place).await?)),
            C::Team { space, visit } => R::Team(Box::new(self.team_ratings(space, visit).await?)),
            C::Scores { space, visit } => R::Scores(Box::new(self.scores(space, visit).await?)),
            C::Findings { space } => R::Findings(self.findings(space).await?),
            C::Releasable { space, visit } => {
                R::Report(Box::new(self.releasable(space, visit).await?))
            }
            C::Host { space } => R::Host(Box::new(self.host(space).await?)),
            C::Reporting { space, visit } => {
                R::Reporting(Box::new(self.reporting(space, visit).await?))
            }
            C::SignAndReport {
                shown,
                space,
                visit,
            } => R::Reported(self.sign_and_report(space, visit, &shown).await?),
            C::Report { space, aggregate } => R::Reported(self.report(space, aggregate).await?),
            other => return Box::pin(self.change_mission(other)).await,
        };
        Ok(Reply::Mission(told))
    }

    async fn change_mission(&self, command: MissionCommand) -> Outcome<Reply> {
        use MissionCommand as C;
        let created = |record: RecordId| Reply::Created(record.to_string());
        Ok(match command {
            C::Open { mission } => Reply::Created(self.open_mission(mission).await?.to_string()),
            C::AddFacility { space, visit, name } => {
                let name = name.trim().to_owned();
                created(
                    self.tell(space, MissionRecord::FacilityAdded { visit, name })
                        .await?,
                )
            }
            C::OpenVisit { space, visit } => created(self.open_visit(space, visit).await?),
            C::ShareReport {
                space,
                visit,
                sha256,
                comment_due,
            } => created(
                self.share_report(space, visit, &sha256, comment_due.trim())
                    .await?,
            ),
            C::Comment {
                space,
                report,
                item,
                text,
            } => created(
                self.comment_as_host(space, report, item, text.trim())
                    .await?,
            ),
            C::SignOff {
                space,
                report,
                sha256,
            } => {
                self.sign_off(space, report, sha256).await?;
                Reply::Done
            }
            C::RecordSilence { space, report } => {
                self.record_silence(space, report).await?;
                Reply::Done
            }
            other => return self.work_in_mission(other).await,
        })
    }

    /// One record for the team.
    async fn tell(&self, space: CaseId, record: MissionRecord) -> Outcome<RecordId> {
        let person = self.current()?.person();
        let whole = Record::Mission(record.clone());
        self.record_in(space, whole, |state| {
            let (channel, now) = (Channel::Team, self.moment());
            state
                .records
                .may_in_mission(person, channel, now, &record)?;
            Ok(channel)
        })
        .await
    }

    /// A template of a programme, or the default.
    pub(crate) async fn template(
        &self,
        programme: Option<CaseId>,
        named: &TemplateVersion,
    ) -> Outcome<Template> {
        let default = default_template()?;
        if default.named() == *named {
            return Ok(default);
        }
        let Some(programme) = programme else {
            return Err(field("template", "invalid"));
        };
        let open = self.space(ledger_id(programme)).await?;
        let state = open.state.borrow();
        let templates = state.records.programme().templates();
        match templates.get(&(named.id.clone(), named.version)) {
            Some(known) => Ok(known.template.clone()),
            None => Err(field("template", "invalid")),
        }
    }

    async fn open_mission(&self, draft: MissionDraft) -> Outcome<CaseId> {
        let status = crate::party::status(&draft.status)?;
        let programme = draft.programme.map(|(programme, _)| programme);
        let template = self.template(programme, &draft.template).await?;
        if let Err(faults) = template.check() {
            let code = faults.first().map_or("template-refused", |one| one.code());
            return Err(field("template", code));
        }
        let mut port = draft.port;
        port.name = port.name.trim().to_owned();
        let opened = Record::Mission(MissionRecord::MissionOpened(Opening {
            port,
            programme,
            template,
            host: draft.host,
        }));
        opened.validate().map_err(form)?;
        let id = self
            .found_space(SpaceKind::Mission, status, vec![opened], &draft.keepers)
            .await?;
        let mission = CaseId::new(id.0);
        if let Some((programme, port)) = draft.programme {
            let me = self.current()?.person();
            // The mission is there in any case; a programme that cannot be reached now learns of it later.
            drop(self.register_mission(programme, mission, port, &[me]).await);
        }
        Ok(mission)
    }

    async fn open_visit(&self, space: CaseId, draft: VisitDraft) -> Outcome<RecordId> {
        let session = self.current()?;
        let person = session.person();
        let added: Vec<(CommandId, MissionRecord)> = draft
            .new_facilities
            .iter()
            .map(|name| {
                let (visit, name) = (None, name.trim().to_owned());
                let record = MissionRecord::FacilityAdded { visit, name };
                (self.new_command(), record)
            })
            .collect();
        let known = VisitTerms {
            kind: draft.kind,
            starts: draft.starts,
            ends: draft.ends,
            facilities: draft.facilities,
        };
        let mut terms = known.clone();
        let new = added.iter().map(|(command, _)| session.record_id(*command));
        terms.facilities.extend(new);
        let command = self.new_command();
        let opened = MissionRecord::VisitOpened(terms.clone());
        for record in added.iter().map(|(_, record)| record).chain([&opened]) {
            Record::Mission(record.clone()).validate().map_err(form)?;
        }
        self.append(ledger_id(space), |state| {
            let (now, channel) = (self.moment(), Channel::Team);
            let may = |record| state.records.may_in_mission(person, channel, now, record);
            may(&MissionRecord::VisitOpened(known.clone()))?;
            let team = team(state)?;
            let all = added
                .iter()
                .chain([(command, opened.clone())].iter())
                .cloned()
                .collect::<Vec<_>>();
            let mut drafts: Vec<Draft> = all
                .into_iter()
                .map(|(command, record)| Draft::Record {
                    command,
                    group: team,
                    entry: self.entry_now(Record::Mission(record)),
                    blobs: Vec::new(),
                })
                .collect();
            if let Some(told) = mission_told(state, Some(&terms)) {
                drafts.extend(self.for_limited(state, &told));
            }
            Ok(drafts)
        })
        .await?;
        Ok(self.current()?.record_id(command))
    }
}

/// The visit of a mission.
pub(crate) fn known_visit(
    state: &Space,
    visit: RecordId,
) -> Outcome<&hawser_casework::state::VisitState> {
    match state.records.mission().visit(visit) {
        Some(known) => Ok(known),
        None => fail("unknown-visit"),
    }
}
