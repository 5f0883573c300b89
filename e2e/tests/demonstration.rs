//! The exercise plays through, and what its people see first is what it promises.

use std::collections::BTreeSet;

use anyhow::Context as _;
use hawser_casework::assessment::ActionStatus;
use hawser_e2e::demonstration::{SIGN_INS, play};
use hawser_e2e::headless::{Headless, at_work};
use hawser_e2e::person::told;
use hawser_e2e::server::{Storage, TestServer};
use hawser_views::exchange::ExchangeCommand;
use hawser_views::mission::{MissionCommand, MissionReply};
use hawser_views::programme::{ProgrammeCommand, ProgrammeReply};
use hawser_views::{Command, Reply};

async fn signed_in(server: &TestServer, who: &str) -> anyhow::Result<Headless> {
    let browser = Headless::new(server.origin());
    // In the zone of the people of the exercise, or its days would be counted from another midnight.
    browser.profile().clock().set_offset(60);
    let known = SIGN_INS.iter().find(|(name, ..)| *name == who);
    let (name, passphrase, _) = known.context("a sign-in of the exercise")?;
    let sign_in = Command::SignIn {
        sign_in_name: (*name).to_owned(),
        passphrase: (*passphrase).to_owned(),
        label: String::new(),
    };
    browser.ask(sign_in).await.map_err(told)?;
    Ok(browser)
}

#[tokio::test]
async fn the_programme_manager_sees_four_ports_and_no_case() -> anyhow::Result<()> {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        play(server.origin(), async || server.invite().await, |_| {}).await?;
        let manager = signed_in(&server, "PM-1").await?;
        let list = Command::Programme(ProgrammeCommand::List);
        let Ok(Reply::Programme(ProgrammeReply::Programmes(programmes))) = manager.ask(list).await
        else {
            anyhow::bail!("no programmes")
        };
        let space = programmes[0].space;
        let view = Command::Programme(ProgrammeCommand::View {
            space,
            as_of: String::new(),
        });
        let Ok(Reply::Programme(ProgrammeReply::Programme(view))) = manager.ask(view).await else {
            anyhow::bail!("no programme")
        };
        let names: BTreeSet<&str> = view.ports.iter().map(|port| &*port.named.name).collect();
        let four = ["La Garza", "Port-Vellines", "Puerto Sereno", "Trois-Mats"];
        assert_eq!(names, BTreeSet::from(four));
        assert_eq!(
            (view.actions.len() + view.done.len(), view.overdue),
            (12, 3)
        );
        let blocked = view
            .actions
            .iter()
            .filter(|one| one.overdue && one.action.status == ActionStatus::Blocked);
        assert_eq!(blocked.count(), 1);
        let insider = view
            .changes
            .iter()
            .find(|change| change.id == "insider-release")
            .context("the insider risk was assessed again")?;
        assert_eq!((insider.before, insider.now), (80, 60));

        // Nothing bad is said of a place that exists.
        let real = include_str!("../../frontend/data/ports.tsv");
        let real: BTreeSet<&str> = real
            .lines()
            .filter_map(|line| line.split('\t').next())
            .collect();
        assert!(real.contains("NLRTM"), "the port data is the port data");
        for port in &view.ports {
            let code = port.named.locode.as_deref().unwrap_or_default();
            assert!(code.starts_with('Q') && !real.contains(code), "{code}");
        }

        // Who manages the programme has no part in any case, and finds none.
        let Ok(Reply::Cases(cases)) = manager.ask(Command::Cases).await else {
            anyhow::bail!("no list of cases")
        };
        assert!(cases.is_empty(), "{cases:?}");
        let investigator = signed_in(&server, "QN-C2").await?;
        let Ok(Reply::Cases(cases)) = investigator.ask(Command::Cases).await else {
            anyhow::bail!("no cases")
        };
        let space = cases[0].space;
        let refused = manager.ask(Command::Case { space }).await.err();
        assert_eq!(
            refused.map(|failure| failure.code).as_deref(),
            Some("not-found")
        );
        let Ok(Reply::Programme(ProgrammeReply::Programmes(programmes))) = investigator
            .ask(Command::Programme(ProgrammeCommand::List))
            .await
        else {
            anyhow::bail!("no list of programmes")
        };
        assert!(programmes.is_empty());

        // A host learns of its own port and of no other.
        let host = signed_in(&server, "HV-1").await?;
        let Ok(Reply::Mission(MissionReply::Missions(missions))) =
            host.ask(Command::Mission(MissionCommand::List)).await
        else {
            anyhow::bail!("no missions")
        };
        let seen = serde_json::to_string(&missions)?;
        assert_eq!(missions.len(), 1, "{seen}");
        assert!(
            seen.contains("Port-Vellines") && !seen.contains("Sereno") && !seen.contains("FAIRWAY")
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn santa_brisa_waits_for_a_decision_on_two_items() -> anyhow::Result<()> {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        play(server.origin(), async || server.invite().await, |_| {}).await?;
        let prosecutor = signed_in(&server, "QN-P1").await?;
        let Ok(Reply::Today(today)) = prosecutor.ask(Command::Today).await else {
            anyhow::bail!("no first page")
        };
        let check = today.waiting.iter().find(|line| line.kind == "check");
        let check = check.context("something awaits check")?;
        assert_eq!(check.values["what"], "Santa Brisa");
        assert_eq!(check.values["count"], "2");
        let space = check.space.context("in a case")?;
        let exchange = Command::Exchange(ExchangeCommand::View { space });
        let Ok(Reply::Exchange(exchange)) = prosecutor.ask(exchange).await else {
            anyhow::bail!("no exchange")
        };
        assert_eq!(exchange.requests[0].read[0].0, "QS-C4");
        assert!(exchange.requests[0].answered.is_some());
        let downloaded: Vec<(u32, u32)> = exchange
            .shares
            .iter()
            .filter(|share| share.party == "Santa Brisa")
            .flat_map(|share| share.files.iter().map(|file| (file.downloaded, file.of)))
            .collect();
        assert_eq!(downloaded, [(2, 3)]);
        assert!(exchange.shares.iter().any(|share| share.redacted));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_customs_investigator_sees_a_dispute_and_an_offer_unanswered() -> anyhow::Result<()> {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        play(server.origin(), async || server.invite().await, |_| {}).await?;
        let browser = signed_in(&server, "QN-C2").await?;
        let Ok(Reply::Today(today)) = browser.ask(Command::Today).await else {
            anyhow::bail!("no first page")
        };
        assert_eq!(today.disputed, 1);
        assert_eq!(today.next_term.as_ref().map(|(days, _)| *days), Some(41));
        let Ok(Reply::Cases(cases)) = browser.ask(Command::Cases).await else {
            anyhow::bail!("no cases")
        };
        let Ok(Reply::Case(case)) = browser
            .ask(Command::Case {
                space: cases[0].space,
            })
            .await
        else {
            anyhow::bail!("no case")
        };
        assert_eq!((case.unanswered, case.disputed, case.fault), (1, 1, None));
        assert_eq!(case.terms.title, "TIDEMARK");
        let Ok(Reply::Record(check)) = browser
            .ask(Command::CheckRecord {
                space: cases[0].space,
            })
            .await
        else {
            anyhow::bail!("no check")
        };
        assert_eq!(check.fault, None);
        assert!(check.unreadable.is_empty());
        let Ok(Reply::Timeline(timeline)) = browser
            .ask(Command::Timeline {
                space: cases[0].space,
                offset: 0,
                limit: 500,
                by_happened: true,
            })
            .await
        else {
            anyhow::bail!("no timeline")
        };
        let refused: Vec<_> = timeline
            .entries
            .iter()
            .filter(|entry| entry.kind == "refused")
            .collect();
        assert!(refused.is_empty(), "{refused:?}");
        assert!(timeline.entries.iter().any(|entry| entry.late));
        Ok(())
    })
    .await
}
