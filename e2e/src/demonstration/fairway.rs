//! Programme FAIRWAY: four invented ports in mid-ocean, assessed together with their hosts.

use hawser_casework::assessment::{
    ActionStatus, PortRef, Priority, Rating, Severity, VisitKind, template::default_template,
};
use hawser_casework::record::{
    AgreedAction, Decision, Finding, FollowedPort, OwnRating, Owner, Recommendation,
};
use hawser_casework::{RecordId, SpaceId};
use hawser_views::Command;
use hawser_views::mission::{MissionCommand, VisitDraft};
use hawser_views::programme::ProgrammeCommand;

use super::cast::Cast;
use super::{DAY_MS, Stage, iso_date};
use crate::person::Person;
use crate::person::mission::judged;

/// A port of the exercise: its State, code and place are invented.
fn port(
    name: &str,
    country: &str,
    locode: &str,
    position: (&str, &str),
) -> anyhow::Result<PortRef> {
    Ok(PortRef {
        name: name.to_owned(),
        country: country.to_owned(),
        locode: Some(locode.to_owned()),
        position: Some((position.0.parse()?, position.1.parse()?)),
    })
}

/// Threat and consequence for the six scenarios.
const JUDGED: [(&str, u8, u8); 6] = [
    ("contaminated-export", 4, 4),
    ("rip-on", 4, 4),
    ("insider-release", 5, 4),
    ("hull-attachment", 2, 4),
    ("transhipment", 3, 3),
    ("precursor-import", 2, 4),
];

/// What is found about a criterion and what becomes of it: title, severity, action, owner, due in days from
/// now, and how far it is.
struct Found {
    criterion: &'static str,
    title: &'static str,
    severity: Severity,
    action: &'static str,
    owner: &'static str,
    due: i64,
    far: Far,
}

enum Far {
    Open,
    InProgress,
    Blocked(&'static str),
    Done(&'static str),
    Verified(&'static str),
    /// Moved to so many days from now.
    Moved(i64, &'static str),
}

struct Mission<'a> {
    cast: &'a Cast,
    space: SpaceId,
    facilities: Vec<RecordId>,
}

impl Mission<'_> {
    async fn visit(
        &mut self,
        kind: VisitKind,
        days_ago: i64,
        new: &[&str],
    ) -> anyhow::Result<RecordId> {
        let (cast, space) = (self.cast, self.space);
        cast.stage.hours_ago(24 * days_ago);
        let starts = cast.stage.now_ms();
        let visit = VisitDraft {
            kind,
            starts: iso_date(starts),
            ends: iso_date(starts + 4 * DAY_MS),
            facilities: self.facilities.clone(),
            new_facilities: new.iter().map(|name| (*name).to_owned()).collect(),
        };
        let visit = cast
            .manager
            .makes(MissionCommand::OpenVisit { space, visit })
            .await?;
        cast.stage.hours_ago(24 * days_ago - 30);
        self.everyone().await;
        let view = cast.manager.mission(space).await?;
        self.facilities = view.facilities.iter().map(|one| one.facility).collect();
        Ok(visit)
    }

    async fn everyone(&self) {
        for person in [
            &self.cast.manager,
            &self.cast.assessor,
            &self.cast.second_assessor,
        ] {
            person.pull().await;
        }
    }

    /// The first assessor rates, the second beside them now and then, the team decides for what the first said.
    async fn rates(
        &self,
        visit: RecordId,
        only: &[&str],
        rating: impl Fn(usize, &str) -> Rating,
    ) -> anyhow::Result<()> {
        let template = default_template()?;
        let criteria = template.domains.iter().flat_map(|domain| {
            let all = domain.criteria.iter();
            all.map(|one| (domain.id.clone(), one.id.clone()))
        });
        // At each visit a criterion is looked at in the same facility.
        let asked = criteria
            .enumerate()
            .filter(|(_, (domain, _))| only.is_empty() || only.contains(&&**domain));
        let mut decisions = Vec::new();
        for (place, (domain, criterion)) in asked {
            let facility = self
                .facilities
                .get(place % self.facilities.len().max(1))
                .copied();
            let given = rating(place, &domain);
            let reason = if given == Rating::NotObserved {
                "Works at night; the visit was by day".to_owned()
            } else {
                String::new()
            };
            let own = OwnRating {
                reason: reason.clone(),
                ..Person::rating(visit, facility, &criterion, given)
            };
            self.cast.assessor.rates(self.space, own).await?;
            if place % 5 == 2 {
                let other = match given {
                    Rating::Weak => Rating::Partial,
                    Rating::Partial => Rating::Effective,
                    same => same,
                };
                let own = OwnRating {
                    reason: reason.clone(),
                    ..Person::rating(visit, facility, &criterion, other)
                };
                self.cast.second_assessor.rates(self.space, own).await?;
            }
            decisions.push(Decision {
                facility,
                criterion,
                rating: given,
                reason,
                seen: None,
            });
        }
        self.everyone().await;
        let space = self.space;
        let decide = MissionCommand::Decide {
            space,
            visit,
            decisions,
        };
        self.cast.assessor.works(decide).await?;
        for (scenario, threat, consequence) in JUDGED {
            let assess = MissionCommand::AssessScenario {
                space,
                visit,
                scenario: scenario.to_owned(),
                judged: judged(threat, consequence)?,
                reason: "Judged by the team on the last day of the visit".to_owned(),
            };
            self.cast.assessor.works(assess).await?;
        }
        self.everyone().await;
        Ok(())
    }

    /// Findings, each with a recommendation and the action agreed on it: the actions, in their order.
    async fn finds(&self, visit: RecordId, found: &[Found]) -> anyhow::Result<Vec<RecordId>> {
        let (cast, space) = (self.cast, self.space);
        let mut actions = Vec::with_capacity(found.len());
        for one in found {
            let finding = Finding {
                visit,
                facility: self.facilities.first().copied(),
                criterion: one.criterion.to_owned(),
                title: one.title.to_owned(),
                text: format!("{}. Seen by two assessors.", one.title),
                severity: one.severity,
                releasable: true,
            };
            let raise = MissionCommand::RaiseFinding { space, finding };
            let finding = cast.assessor.makes(raise).await?;
            let recommendation = Recommendation {
                finding,
                text: one.action.to_owned(),
                priority: Priority::High,
                cost: String::new(),
                donor: String::new(),
            };
            let recommend = MissionCommand::Recommend {
                space,
                recommendation,
            };
            let recommendation = cast.assessor.makes(recommend).await?;
            let action = AgreedAction {
                finding,
                recommendation: Some(recommendation),
                text: one.action.to_owned(),
                owner: Owner::Agency {
                    name: one.owner.to_owned(),
                },
                due: days_from_now(one.due),
            };
            let agree = MissionCommand::Agree { space, action };
            actions.push(cast.assessor.makes(agree).await?);
        }
        self.everyone().await;
        Ok(actions)
    }

    /// How far the actions come: what was done in time, a few days before it was due; then how it stands with the
    /// others.
    async fn goes_on(&self, actions: &[RecordId], found: &[Found]) -> anyhow::Result<()> {
        let mut all: Vec<_> = actions.iter().copied().zip(found).collect();
        let is_done = |far: &Far| matches!(far, Far::Done(_) | Far::Verified(_));
        all.sort_by_key(|(_, one)| (!is_done(&one.far), one.due));
        for (action, one) in all {
            if is_done(&one.far) {
                self.cast.stage.hours_ago(24 * (5 - one.due));
            }
            self.comes(action, &one.far).await?;
        }
        self.everyone().await;
        Ok(())
    }

    async fn comes(&self, action: RecordId, far: &Far) -> anyhow::Result<()> {
        let (cast, space) = (self.cast, self.space);
        let report = |status, reason: &str, proof: &str| MissionCommand::ReportAction {
            space,
            action,
            status,
            reason: reason.to_owned(),
            proof: proof.to_owned(),
        };
        match far {
            Far::Open => Ok(()),
            Far::InProgress => {
                cast.assessor
                    .works(report(ActionStatus::InProgress, "", ""))
                    .await
            }
            Far::Blocked(why) => {
                cast.assessor
                    .works(report(ActionStatus::Blocked, why, ""))
                    .await
            }
            Far::Done(proof) | Far::Verified(proof) => {
                cast.assessor
                    .works(report(ActionStatus::Done, "", proof))
                    .await
            }
            Far::Moved(days, why) => {
                let moved = MissionCommand::MoveAction {
                    space,
                    action,
                    due: days_from_now(*days),
                    reason: (*why).to_owned(),
                };
                cast.assessor.works(moved).await
            }
        }
    }

    /// What was seen to be done, by another assessor than who reported it.
    async fn verifies(&self, actions: &[RecordId], found: &[Found]) -> anyhow::Result<()> {
        for (action, one) in actions.iter().zip(found) {
            if matches!(one.far, Far::Verified(_)) {
                let verify = MissionCommand::VerifyAction {
                    space: self.space,
                    action: *action,
                    reason: "Looked at on the spot".to_owned(),
                };
                self.cast.second_assessor.works(verify).await?;
            }
        }
        self.everyone().await;
        Ok(())
    }

    async fn shares(&self, visit: RecordId, due: String) -> anyhow::Result<RecordId> {
        let space = self.space;
        let shown = self.cast.manager.releasable(space, visit).await?;
        let share = MissionCommand::ShareReport {
            space,
            visit,
            sha256: shown.sha256,
            comment_due: due,
        };
        self.cast.manager.makes(share).await
    }

    async fn reports(&self, visit: RecordId) -> anyhow::Result<()> {
        let reported = self
            .cast
            .manager
            .signs_and_reports(self.space, visit)
            .await?;
        anyhow::ensure!(reported.reported, "not reported: {}", reported.why);
        Ok(())
    }
}

/// ISO date so many days from now.
fn days_from_now(days: i64) -> String {
    iso_date(Stage::today_ms() + days * DAY_MS)
}

/// Opens the programme and its missions, plays them to today.
pub(super) async fn play(cast: &Cast, tell: &impl Fn(&str)) -> anyhow::Result<()> {
    tell("Programme FAIRWAY: four ports");
    cast.stage.hours_ago(24 * 400);
    let programme = cast.manager.open_programme("FAIRWAY").await?;
    tell("Puerto Sereno: baseline and follow-up");
    puerto_sereno(cast, programme).await?;
    tell("Port-Vellines: baseline, with its host");
    port_vellines(cast, programme).await?;
    tell("La Garza: self-assessment; Trois-Mats: planned");
    la_garza(cast, programme).await?;
    let now = Stage::today_ms();
    let port = FollowedPort {
        port: port("Trois-Mats", "QV", "QVTRM", ("-31.4", "-14.2"))?,
        visit_planned: Some(iso_date(now + 38 * DAY_MS)),
    };
    let space = programme;
    cast.manager
        .does(Command::Programme(ProgrammeCommand::Follow { space, port }))
        .await?;
    cast.stage.clock.stop_at(None);
    Ok(())
}

async fn opened<'a>(
    cast: &'a Cast,
    programme: SpaceId,
    port: PortRef,
    host: &Person,
    speaker: &Person,
) -> anyhow::Result<Mission<'a>> {
    let followed = cast.manager.follow(programme, port.clone()).await?;
    let party = host.organisation().await?.party;
    let space = cast
        .manager
        .open_mission(port, Some((programme, followed)), Some(party))
        .await?;
    cast.prosecutor.pull().await;
    cast.prosecutor
        .nominate(space, &[(&cast.assessor, "assessor")], true)
        .await?;
    cast.manager.admit_all(space).await?;
    let assessors = [(&cast.second_assessor, "assessor")];
    cast.manager
        .admit_party(space, &cast.other_prosecutor, &assessors)
        .await?;
    cast.manager.admit_host(space, host, &[speaker]).await?;
    let mission = Mission {
        cast,
        space,
        facilities: Vec::new(),
    };
    mission.everyone().await;
    speaker.pull().await;
    Ok(mission)
}

async fn puerto_sereno(cast: &Cast, programme: SpaceId) -> anyhow::Result<()> {
    cast.stage.hours_ago(24 * 396);
    let port = port("Puerto Sereno", "QS", "QSPSE", ("-27.6", "-32.9"))?;
    let mut mission = opened(cast, programme, port, &cast.unit, &cast.unit).await?;
    let quays = [
        "Fruit terminal",
        "Container terminal north",
        "Small-craft basin",
    ];
    let baseline = mission.visit(VisitKind::Baseline, 390, &quays).await?;
    let weak = ["integrity", "release-data"];
    mission
        .rates(baseline, &[], |place, domain| match domain {
            _ if weak.contains(&domain) => Rating::Weak,
            "waterside" if place % 2 == 0 => Rating::NotObserved,
            "training" if place % 4 == 0 => Rating::NotApplicable,
            _ => [
                Rating::Partial,
                Rating::Weak,
                Rating::Effective,
                Rating::Partial,
            ][place % 4],
        })
        .await?;
    cast.stage.hours_ago(24 * 380);
    let found = [
        Found {
            criterion: "release-data-code-life",
            title: "Release codes stay valid for 30 days",
            severity: Severity::Critical,
            action: "Shorten the life of release codes to 24 hours",
            owner: "Terminal operator",
            due: -250,
            far: Far::Verified("Rule of the terminal system, version of June"),
        },
        Found {
            criterion: "integrity-rotation",
            title: "The same clerk releases boxes for two years",
            severity: Severity::High,
            action: "Rotate posts in the release office every six months",
            owner: "Port authority of Puerto Sereno",
            due: -200,
            far: Far::Verified("Rosters of two half-years"),
        },
        Found {
            criterion: "integrity-reporting",
            title: "Nobody can report a threat in confidence",
            severity: Severity::High,
            action: "Open a confidential line outside of the port",
            owner: "Ministry of Transport of Santa Brisa",
            due: -40,
            far: Far::Blocked("The budget line was not approved"),
        },
        Found {
            criterion: "detection-scanner-uptime",
            title: "The scanner stands still on two days in five",
            severity: Severity::High,
            action: "Sign a maintenance contract with response in 48 hours",
            owner: "Customs of Santa Brisa",
            due: -18,
            far: Far::InProgress,
        },
        Found {
            criterion: "cargo-empties",
            title: "Empties are stacked without a look inside",
            severity: Severity::Medium,
            action: "Open and photograph every empty before it is stacked",
            owner: "Terminal operator",
            due: 21,
            far: Far::InProgress,
        },
        Found {
            criterion: "waterside-gangway",
            title: "The gangway is not watched at night",
            severity: Severity::Medium,
            action: "A watch at the gangway by night",
            owner: "Port authority of Puerto Sereno",
            due: -120,
            far: Far::Done("Watch orders of the last quarter"),
        },
    ];
    let actions = mission.finds(baseline, &found).await?;
    let report = mission
        .shares(baseline, iso_date(cast.stage.now_ms() + 20 * DAY_MS))
        .await?;
    cast.stage.hours_ago(24 * 370);
    cast.unit.pull().await;
    let space = mission.space;
    let comment = MissionCommand::Comment {
        space,
        report,
        item: None,
        text: "Estamos de acuerdo con las medidas; el plazo de la linea confidencial depende del \
               presupuesto."
            .to_owned(),
    };
    cast.unit.makes(comment).await?;
    let page = cast.unit.host_page(space).await?;
    let Some(shown) = page.reports.first() else {
        anyhow::bail!("no report")
    };
    let sign = MissionCommand::SignOff {
        space,
        report,
        sha256: shown.sha256.clone(),
    };
    cast.unit.works(sign).await?;
    mission.everyone().await;
    mission.reports(baseline).await?;
    mission.goes_on(&actions, &found).await?;

    let again = mission.visit(VisitKind::FollowUp, 46, &[]).await?;
    mission.rates(again, &weak, |_, _| Rating::Partial).await?;
    mission.verifies(&actions, &found).await?;
    cast.stage.hours_ago(24 * 40);
    mission.reports(again).await
}

async fn port_vellines(cast: &Cast, programme: SpaceId) -> anyhow::Result<()> {
    cast.stage.hours_ago(24 * 60);
    let port = port("Port-Vellines", "QV", "QVPVL", ("-29.1", "-18.4"))?;
    let mut mission = opened(cast, programme, port, &cast.host, &cast.host).await?;
    let quays = ["Ferry quay", "Container quay"];
    let baseline = mission.visit(VisitKind::Baseline, 30, &quays).await?;
    mission
        .rates(baseline, &[], |place, domain| match domain {
            "detection" => Rating::Weak,
            "waterside" if place % 3 == 0 => Rating::NotObserved,
            _ => [
                Rating::Effective,
                Rating::Partial,
                Rating::Partial,
                Rating::Effective,
            ][place % 4],
        })
        .await?;
    cast.stage.hours_ago(24 * 20);
    let found = [
        Found {
            criterion: "detection-dogs",
            title: "No dog has been at the ferry quay this year",
            severity: Severity::High,
            action: "A dog team two days a week, days not announced",
            owner: "Customs of Iles Vellines",
            due: 60,
            far: Far::Open,
        },
        Found {
            criterion: "access-logs",
            title: "Access logs are kept and never read",
            severity: Severity::Medium,
            action: "Review access logs each month",
            owner: "Port authority of Port-Vellines",
            due: -6,
            far: Far::Moved(25, "The officer in charge changed"),
        },
        Found {
            criterion: "perimeter-lighting",
            title: "The north fence is dark",
            severity: Severity::Medium,
            action: "Light the north fence",
            owner: "Port authority of Port-Vellines",
            due: 90,
            far: Far::Open,
        },
        Found {
            criterion: "cooperation-reply-time",
            title: "Requests are answered after seven weeks",
            severity: Severity::Medium,
            action: "Answer requests within ten days",
            owner: "Police of Iles Vellines",
            due: 14,
            far: Far::Open,
        },
    ];
    let actions = mission.finds(baseline, &found).await?;
    mission.goes_on(&actions, &found).await?;
    cast.stage.hours_ago(24 * 9);
    let now = Stage::today_ms();
    mission.shares(baseline, iso_date(now + 5 * DAY_MS)).await?;
    cast.stage.hours_ago(24 * 8);
    mission.everyone().await;
    mission.reports(baseline).await
}

async fn la_garza(cast: &Cast, programme: SpaceId) -> anyhow::Result<()> {
    cast.stage.hours_ago(24 * 90);
    let port = port("La Garza", "QS", "QSLGZ", ("-33.8", "-24.7"))?;
    let mut mission = opened(cast, programme, port, &cast.unit, &cast.unit_third).await?;
    let visit = mission
        .visit(VisitKind::SelfAssessment, 80, &["River quay"])
        .await?;
    let asked = ["governance", "perimeter", "access", "integrity", "training"];
    mission
        .rates(visit, &asked, |place, _| {
            [Rating::Effective, Rating::Partial, Rating::Effective][place % 3]
        })
        .await?;
    cast.stage.hours_ago(24 * 75);
    let found = [
        Found {
            criterion: "training-drills",
            title: "No drill in the last year",
            severity: Severity::Low,
            action: "Hold a drill with the river police",
            owner: "River port of La Garza",
            due: 44,
            far: Far::Open,
        },
        Found {
            criterion: "governance-agreement",
            title: "No agreement between port and river police",
            severity: Severity::Medium,
            action: "Sign an agreement on information and access",
            owner: "River police of Santa Brisa",
            due: -11,
            far: Far::InProgress,
        },
    ];
    let actions = mission.finds(visit, &found).await?;
    mission.goes_on(&actions, &found).await?;
    mission.reports(visit).await
}
