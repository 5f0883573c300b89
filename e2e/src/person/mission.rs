//! What people do in port missions and programmes.

use hawser_casework::assessment::{
    Confidence, EvidenceKind, Judgement, Level, PortRef, Rating, TemplateVersion, VisitKind,
};
use hawser_casework::record::{Decision, FollowedPort, OwnRating, ProgrammeTerms};
use hawser_casework::{PartyId, RecordId, SpaceId};
use hawser_views::keepers::KeepersWish;
use hawser_views::mission::{
    CellPlace, CriterionView, GridView, HostView, MissionCommand, MissionDraft, MissionLine,
    MissionReply, MissionView, ReportView, ReportedView, ReportingView, ScoresView, VisitDraft,
};
use hawser_views::programme::{ProgrammeCommand, ProgrammeReply, ProgrammeView};
use hawser_views::{Command, Reply};

use super::{Person, told};

macro_rules! expect_mission {
    ($reply:expr, $variant:path) => {
        match $reply.map_err(told)? {
            Reply::Mission($variant(view)) => view,
            _ => anyhow::bail!("another reply than {}", stringify!($variant)),
        }
    };
}

/// A port of the exercise, in mid-ocean.
pub fn port(name: &str, country: &str) -> PortRef {
    PortRef {
        name: name.to_owned(),
        country: country.to_owned(),
        locode: None,
        position: None,
    }
}

/// The template that every programme starts from.
pub fn default_version() -> TemplateVersion {
    TemplateVersion {
        id: "hawser-default".to_owned(),
        version: 1,
    }
}

/// Threat and consequence, with medium confidence.
pub fn judged(threat: u8, consequence: u8) -> anyhow::Result<Judgement> {
    Ok(Judgement {
        threat: Level::try_from(threat)?,
        consequence: Level::try_from(consequence)?,
        confidence: Confidence::Medium,
    })
}

impl Person {
    /// Does something in a mission that makes a record.
    pub async fn makes(&self, command: MissionCommand) -> anyhow::Result<RecordId> {
        let reply = self.ask(Command::Mission(command)).await;
        Ok(expect_reply!(reply, Reply::Created).parse()?)
    }

    /// Does something in a mission that answers "done".
    pub async fn works(&self, command: MissionCommand) -> anyhow::Result<()> {
        self.does(Command::Mission(command)).await
    }

    /// Tries something in a mission that must fail; gives the code.
    pub async fn barred(&self, command: MissionCommand) -> anyhow::Result<String> {
        self.refused(Command::Mission(command)).await
    }

    /// Founds a programme.
    pub async fn open_programme(&self, title: &str) -> anyhow::Result<SpaceId> {
        let command = ProgrammeCommand::Open {
            terms: ProgrammeTerms {
                title: title.to_owned(),
                purpose: String::new(),
            },
            status: "bound-member-state".to_owned(),
            keepers: KeepersWish::default(),
        };
        let reply = self.ask(Command::Programme(command)).await;
        Ok(expect_reply!(reply, Reply::Created).parse()?)
    }

    /// Follows a port in a programme.
    pub async fn follow(&self, space: SpaceId, port: PortRef) -> anyhow::Result<RecordId> {
        let port = FollowedPort {
            port,
            visit_planned: None,
        };
        let command = ProgrammeCommand::Follow { space, port };
        let reply = self.ask(Command::Programme(command)).await;
        Ok(expect_reply!(reply, Reply::Created).parse()?)
    }

    /// A programme as of today.
    pub async fn programme(&self, space: SpaceId) -> anyhow::Result<ProgrammeView> {
        let as_of = String::new();
        let command = ProgrammeCommand::View { space, as_of };
        match self.ask(Command::Programme(command)).await.map_err(told)? {
            Reply::Programme(ProgrammeReply::Programme(view)) => Ok(*view),
            _ => anyhow::bail!("another reply"),
        }
    }

    /// Opens a mission on the default template.
    pub async fn open_mission(
        &self,
        port: PortRef,
        programme: Option<(SpaceId, RecordId)>,
        host: Option<PartyId>,
    ) -> anyhow::Result<SpaceId> {
        let command = MissionCommand::Open {
            mission: MissionDraft {
                port,
                programme,
                template: default_version(),
                host,
                status: "bound-member-state".to_owned(),
                keepers: KeepersWish::default(),
            },
        };
        let reply = self.ask(Command::Mission(command)).await;
        Ok(expect_reply!(reply, Reply::Created).parse()?)
    }

    /// Admits the other's organisation as the host authority, which joins and nominates `hosts`; admits them.
    pub async fn admit_host(
        &self,
        space: SpaceId,
        other: &Self,
        hosts: &[&Self],
    ) -> anyhow::Result<()> {
        self.does(Command::AdmitParty {
            space,
            party: other.organisation().await?.party,
            status: "third-state".to_owned(),
            limited: true,
        })
        .await?;
        other.does(Command::JoinCase { space }).await?;
        let people: Vec<(&Self, &str)> = hosts.iter().map(|host| (*host, "host")).collect();
        other.nominate(space, &people, true).await?;
        self.admit_all(space).await
    }

    /// Opens a visit to facilities, known and new.
    pub async fn open_visit(
        &self,
        space: SpaceId,
        kind: VisitKind,
        facilities: &[RecordId],
        new: &[&str],
    ) -> anyhow::Result<RecordId> {
        let visit = VisitDraft {
            kind,
            starts: "2026-03-02".to_owned(),
            ends: "2026-03-06".to_owned(),
            facilities: facilities.to_vec(),
            new_facilities: new.iter().map(|name| (*name).to_owned()).collect(),
        };
        self.makes(MissionCommand::OpenVisit { space, visit }).await
    }

    /// The missions one has.
    pub async fn missions(&self) -> anyhow::Result<Vec<MissionLine>> {
        let reply = self.ask(Command::Mission(MissionCommand::List)).await;
        Ok(expect_mission!(reply, MissionReply::Missions))
    }

    /// The overview of a mission.
    pub async fn mission(&self, space: SpaceId) -> anyhow::Result<MissionView> {
        let reply = self.ask(Command::Mission(MissionCommand::View { space }));
        Ok(*expect_mission!(reply.await, MissionReply::Mission))
    }

    /// What a person rates a criterion at a place, on observation.
    pub fn rating(
        visit: RecordId,
        facility: Option<RecordId>,
        criterion: &str,
        rating: Rating,
    ) -> OwnRating {
        OwnRating {
            visit,
            facility,
            criterion: criterion.to_owned(),
            rating,
            reason: String::new(),
            evidence: vec![EvidenceKind::Observation],
            note: String::new(),
        }
    }

    /// Rates a criterion at a place.
    pub async fn rates(&self, space: SpaceId, rating: OwnRating) -> anyhow::Result<RecordId> {
        self.makes(MissionCommand::Rate { space, rating }).await
    }

    /// Records what the team decided for one cell.
    pub async fn decides(
        &self,
        space: SpaceId,
        visit: RecordId,
        (facility, criterion): (Option<RecordId>, &str),
        rating: Rating,
    ) -> anyhow::Result<()> {
        let decisions = vec![Decision {
            facility,
            criterion: criterion.to_owned(),
            rating,
            reason: String::new(),
            seen: None,
        }];
        self.works(MissionCommand::Decide {
            space,
            visit,
            decisions,
        })
        .await
    }

    /// A visit's grid.
    pub async fn grid(&self, space: SpaceId, visit: RecordId) -> anyhow::Result<GridView> {
        let reply = self.ask(Command::Mission(MissionCommand::Grid { space, visit }));
        Ok(*expect_mission!(reply.await, MissionReply::Grid))
    }

    /// One criterion at one place.
    pub async fn criterion(
        &self,
        space: SpaceId,
        visit: RecordId,
        place: CellPlace,
    ) -> anyhow::Result<CriterionView> {
        let command = MissionCommand::Criterion {
            space,
            visit,
            place,
        };
        let reply = self.ask(Command::Mission(command)).await;
        Ok(*expect_mission!(reply, MissionReply::Criterion))
    }

    /// Scores and risks of a visit.
    pub async fn scores(&self, space: SpaceId, visit: RecordId) -> anyhow::Result<ScoresView> {
        let reply = self.ask(Command::Mission(MissionCommand::Scores { space, visit }));
        Ok(*expect_mission!(reply.await, MissionReply::Scores))
    }

    /// The report of a visit as it would be shared.
    pub async fn releasable(&self, space: SpaceId, visit: RecordId) -> anyhow::Result<ReportView> {
        let reply = self.ask(Command::Mission(MissionCommand::Releasable {
            space,
            visit,
        }));
        Ok(*expect_mission!(reply.await, MissionReply::Report))
    }

    /// The host authority's page.
    pub async fn host_page(&self, space: SpaceId) -> anyhow::Result<HostView> {
        let reply = self.ask(Command::Mission(MissionCommand::Host { space }));
        Ok(*expect_mission!(reply.await, MissionReply::Host))
    }

    /// What could be signed for the programme.
    pub async fn reporting(
        &self,
        space: SpaceId,
        visit: RecordId,
    ) -> anyhow::Result<ReportingView> {
        let reply = self.ask(Command::Mission(MissionCommand::Reporting { space, visit }));
        Ok(*expect_mission!(reply.await, MissionReply::Reporting))
    }

    /// Signs an aggregate of a visit and takes it to the programme.
    pub async fn signs_and_reports(
        &self,
        space: SpaceId,
        visit: RecordId,
    ) -> anyhow::Result<ReportedView> {
        let shown = Box::new(self.reporting(space, visit).await?.aggregate);
        let reply = self.ask(Command::Mission(MissionCommand::SignAndReport {
            space,
            visit,
            shown,
        }));
        Ok(expect_mission!(reply.await, MissionReply::Reported))
    }

    /// Takes what was signed to the programme.
    pub async fn reports(
        &self,
        space: SpaceId,
        aggregate: RecordId,
    ) -> anyhow::Result<ReportedView> {
        let reply = self.ask(Command::Mission(MissionCommand::Report {
            space,
            aggregate,
        }));
        Ok(expect_mission!(reply.await, MissionReply::Reported))
    }
}
