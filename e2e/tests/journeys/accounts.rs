//! Registering, certifying a colleague, leaving and coming back.

use hawser_e2e::browser::Browser;
use hawser_e2e::headless::at_work;
use hawser_e2e::server::{Storage, TestServer};

use super::{register, sign_in};

#[tokio::test]
async fn a_prosecutor_founds_an_organisation_and_certifies_a_colleague() -> anyhow::Result<()> {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        let first = Browser::open(server.origin()).await?;
        let prosecutor = register(
            &first,
            &server.invite().await?,
            "QN-P1",
            Some(("Kestria", "QN")),
        )
        .await?;

        // The colleague follows a one-time link in a browser of their own.
        first.visit("/organisation").await?;
        first.click("invite").await?;
        first.fill("invite-for", "QN-C2").await?;
        first.click("invite-submit").await?;
        let link = first
            .wait("a link", async || {
                let value = first.find("invite-link").await?.prop("value").await?;
                Ok(value.filter(|link| link.contains("/join#")))
            })
            .await?;
        first.click("invite-done").await?;
        let second = Browser::open(server.origin()).await?;
        let colleague = register(&second, &link, "QN-C2", None).await?;
        first.wait_text("invitations", "QN-C2").await?;
        first.click("certify").await?;
        first
            .click("[data-testid='certify-dialog'] [data-testid='confirm']")
            .await?;
        first.wait_text("organisation", "QN-C2").await?;
        second.visit("/organisation").await?;
        second.wait_text("main", "Kestria").await?;

        // Locked, the page asks for the passphrase and nothing else.
        second.click("lock").await?;
        second.wait_for_path("/unlock").await?;
        second
            .fill("passphrase", "not the passphrase at all")
            .await?;
        second.click("unlock-submit").await?;
        second.find("failure").await?;
        second.fill("passphrase", &colleague.passphrase).await?;
        second.click("unlock-submit").await?;
        second
            .wait_for_path("/organisation")
            .await
            .or(second.wait_for_path("/today").await)?;

        // Another profile, another session; the first one sees it and ends it.
        let third = Browser::open(server.origin()).await?;
        sign_in(&third, &prosecutor.name, &prosecutor.passphrase).await?;
        first.visit("/account").await?;
        first.wait_count("session", 2).await?;
        first.click("session-revoke").await?;
        if first
            .count("[role='dialog'] [data-testid='confirm'], dialog[open] [data-testid='confirm']")
            .await?
            > 0
        {
            first.click("dialog[open] [data-testid='confirm']").await?;
        }
        first.wait_count("session", 1).await?;
        third
            .wait("the way out", async || {
                let path = third.driver().current_url().await?.path().to_owned();
                Ok(["/sign-in", "/unlock"]
                    .contains(&path.as_str())
                    .then_some(()))
            })
            .await?;

        // The kit opens the account again and gives a new passphrase.
        third.goto("/recover").await?;
        third.fill("sign-in-name", &prosecutor.name).await?;
        third
            .fill("[name='kit']", &prosecutor.kit.join("-"))
            .await?;
        third
            .wait("six words", async || {
                let text = third.text("generated-passphrase").await?;
                Ok((text.split_whitespace().count() == 6).then_some(text))
            })
            .await?;
        third.click("[name='passphrase-noted']").await?;
        third.click("recover-submit").await?;
        third.find("kit-sheet").await?;
        let new_kit = third.text("kit-group-1").await?;
        assert_ne!(new_kit, prosecutor.kit[0], "using the kit issues a new one");
        first.close().await?;
        second.close().await?;
        third.close().await
    })
    .await
}
