//! The exercise plays through, and what its people see first is what it promises.

use hawser_e2e::demonstration::{SIGN_INS, play};
use hawser_e2e::headless::{Headless, at_work};
use hawser_e2e::server::{Storage, TestServer};
use hawser_views::{Command, Reply};

#[tokio::test]
async fn the_customs_investigator_sees_a_dispute_and_an_offer_unanswered() -> anyhow::Result<()> {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        play(server.origin(), async || server.invite().await, |_| {}).await?;
        let browser = Headless::new(server.origin());
        let (name, passphrase, _) = SIGN_INS[0];
        let sign_in = Command::SignIn {
            sign_in_name: name.to_owned(),
            passphrase: passphrase.to_owned(),
            label: String::new(),
        };
        browser
            .ask(sign_in)
            .await
            .map_err(hawser_e2e::person::told)?;
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
