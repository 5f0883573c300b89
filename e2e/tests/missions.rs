//! The joint assessment of a port, from the first rating to the programme, by real agents through the real
//! interface.

mod host;
mod reporting;
mod work;

use hawser_casework::assessment::{Rating, Severity, VisitKind};
use hawser_casework::record::Finding;
use hawser_casework::{RecordId, SpaceId, Work};
use hawser_e2e::headless::at_work;
use hawser_e2e::person::Person;
use hawser_e2e::person::mission::{judged, port};
use hawser_e2e::postgres::Cluster;
use hawser_e2e::server::{Storage, TestServer};
use hawser_views::case::TodayView;
use hawser_views::mission::MissionCommand;
use hawser_views::{Command, Reply};

const BARRIERS: &str = "perimeter-barriers";

/// A mission to Port-Vellines for the programme FAIRWAY: a manager and an assessor of Kestria, an assessor of
/// Lumara, and the host authority.
struct Scene {
    manager: Person,
    first: Person,
    second: Person,
    host: Person,
    programme: SpaceId,
    followed: RecordId,
    mission: SpaceId,
}

impl Scene {
    async fn set(server: &TestServer) -> anyhow::Result<Self> {
        let manager =
            Person::found(server, ("PM-1", "Programme manager"), ("Kestria", "QN")).await?;
        let first = manager
            .colleague(server.origin(), ("AS-1", "Port assessor"))
            .await?;
        let second = Person::found(server, ("AS-2", "Port assessor"), ("Lumara", "QR")).await?;
        let host =
            Person::found(server, ("HV-1", "Harbour master"), ("Iles Vellines", "QV")).await?;
        manager.compare_with(&second).await?;
        manager.compare_with(&host).await?;
        let programme = manager.open_programme("FAIRWAY").await?;
        let vellines = || port("Port-Vellines", "QV");
        let followed = manager.follow(programme, vellines()).await?;
        let party = host.organisation().await?.party;
        let mission = manager
            .open_mission(vellines(), Some((programme, followed)), Some(party))
            .await?;
        manager
            .nominate(mission, &[(&first, "assessor")], true)
            .await?;
        manager.admit_all(mission).await?;
        manager
            .admit_party(mission, &second, &[(&second, "assessor")])
            .await?;
        manager.admit_host(mission, &host, &[&host]).await?;
        let scene = Self {
            manager,
            first,
            second,
            host,
            programme,
            followed,
            mission,
        };
        scene.catch_up().await;
        Ok(scene)
    }

    async fn catch_up(&self) {
        for person in [&self.manager, &self.first, &self.second, &self.host] {
            person.pull().await;
        }
    }

    /// A baseline with two facilities, one cell rated by both assessors and decided, a risk, and a finding that
    /// may be released beside one that may not.
    async fn assess(&self) -> anyhow::Result<Assessed> {
        let space = self.mission;
        let visit = self
            .manager
            .open_visit(space, VisitKind::Baseline, &[], &["Fruit terminal", "Yard"])
            .await?;
        self.catch_up().await;
        let quay = self.manager.mission(space).await?.facilities[0].facility;
        let place = (Some(quay), BARRIERS);
        for (person, rating) in [(&self.first, Rating::Weak), (&self.second, Rating::Proven)] {
            let own = Person::rating(visit, place.0, place.1, rating);
            person.rates(space, own).await?;
        }
        self.catch_up().await;
        self.first
            .decides(space, visit, place, Rating::Weak)
            .await?;
        self.first
            .works(MissionCommand::AssessScenario {
                space,
                visit,
                scenario: "rip-on".to_owned(),
                judged: judged(4, 5)?,
                reason: "canary-informant in the yard".to_owned(),
            })
            .await?;
        let mut found = Vec::new();
        for (title, releasable) in [("Gap in the fence", true), ("canary-night-shift", false)] {
            let finding = Finding {
                visit,
                facility: Some(quay),
                criterion: BARRIERS.to_owned(),
                title: title.to_owned(),
                text: "A gap of 40 cm at the north corner".to_owned(),
                severity: Severity::High,
                releasable,
            };
            let raised = MissionCommand::RaiseFinding { space, finding };
            found.push(self.first.makes(raised).await?);
        }
        self.catch_up().await;
        Ok(Assessed {
            visit,
            quay,
            open: found[0],
        })
    }

    async fn share(&self, visit: RecordId, comment_due: &str) -> anyhow::Result<RecordId> {
        let shown = self.manager.releasable(self.mission, visit).await?;
        let report = self
            .manager
            .makes(MissionCommand::ShareReport {
                space: self.mission,
                visit,
                sha256: shown.sha256,
                comment_due: comment_due.to_owned(),
            })
            .await?;
        self.catch_up().await;
        Ok(report)
    }
}

/// Somebody's first page.
async fn first_page(person: &Person) -> anyhow::Result<TodayView> {
    match person.ask(Command::Today).await {
        Ok(Reply::Today(today)) => Ok(today),
        Ok(_) => anyhow::bail!("no first page"),
        Err(failure) => Err(hawser_e2e::person::told(failure)),
    }
}

/// What waits for somebody in missions, or in programmes.
async fn waiting_in(person: &Person, work: Work) -> anyhow::Result<Vec<String>> {
    let lines = first_page(person).await?.waiting.into_iter();
    let there = lines.filter(|line| line.space.is_some() && line.work == work);
    Ok(there.map(|line| line.kind).collect())
}

/// What waits for somebody in missions.
async fn waiting(person: &Person) -> anyhow::Result<Vec<String>> {
    waiting_in(person, Work::Mission).await
}

struct Assessed {
    visit: RecordId,
    quay: RecordId,
    open: RecordId,
}

macro_rules! on_both {
    ($($name:ident => $test:path),+ $(,)?) => {
        mod sqlite {
            use super::*;
            $(#[tokio::test]
            async fn $name() -> anyhow::Result<()> {
                at_work(async { $test(TestServer::start(Storage::Sqlite).await?).await }).await
            })+
        }
        mod postgres {
            use super::*;
            $(#[tokio::test]
            async fn $name() -> anyhow::Result<()> {
                let cluster = Cluster::start()?;
                let url = cluster.database(stringify!($name)).await?;
                at_work(async { $test(TestServer::start(Storage::Postgres(url)).await?).await }).await
            })+
        }
    };
}

on_both! {
    two_assessors_rate_one_cell_and_the_team_decides => work::rated_by_two_and_decided,
    a_visit_is_rated_cell_by_cell_until_nothing_is_left => work::rating_by_touch,
    a_finding_becomes_an_action_that_another_verifies => work::from_finding_to_verified_action,
    a_host_comments_and_signs_what_it_saw => host::the_host_comments_and_signs,
    the_silence_of_a_host_is_recorded_after_the_day => host::silence_is_recorded,
    only_a_registered_reporter_counts_in_a_programme => reporting::reported_to_the_programme,
    what_is_late_in_a_programme_waits_for_its_manager => reporting::late_in_a_programme,
    a_host_learns_nothing_of_another_mission => host::hosts_do_not_learn_of_each_other,
}
