//! Attacks that a person's browser has to stand: 6 as it is shown, 33, 38 to 40, 45; in real Chromium.

use anyhow::{Context as _, ensure};
use hawser_e2e::browser::Browser;
use hawser_e2e::headless::at_work;
use hawser_e2e::person::{PASSPHRASE, Person, exhibit, terms};
use hawser_e2e::server::{Storage, TestServer};
use hawser_ledger::log::ForkProof;

use super::log::other_branch;
use super::proxy::Proxy;
use super::scene::Scene;
use crate::journeys::sign_in;

type Done = anyhow::Result<()>;

/// The victim's browser behind the liar.
async fn browser(scene: &Scene) -> anyhow::Result<Browser> {
    let browser = Browser::open(scene.proxy.origin()).await?;
    sign_in(&browser, &scene.victim.sign_in_name, PASSPHRASE).await?;
    Ok(browser)
}

#[tokio::test]
async fn attack_06_the_page_names_a_fork_and_hands_out_the_proof() -> Done {
    at_work(async {
        let scene = Scene::set().await?;
        let record = format!("/cases/{}/record", scene.case);
        let browser = browser(&scene).await?;
        browser.visit(&record).await?;
        browser.find("record-good").await?;
        let forked = other_branch(&scene, 1, 3).await?;
        scene.tell(scene.case, scene.story(scene.case, forked));
        browser.click("check-again").await?;
        let wrong = browser.find("record-wrong").await?;
        let code = wrong.attr("data-code").await?;
        ensure!(code.as_deref() == Some("log-forked"), "{code:?}");
        for (width, height) in [(1440, 900), (820, 1180)] {
            browser.size(width, height).await?;
            for theme in ["light", "dark"] {
                browser.theme(theme).await?;
                browser
                    .shot(&format!("record-forked-{width}-{theme}"))
                    .await?;
            }
        }
        browser.click("save-proof").await?;
        let file = browser.downloads().join("hawser-fork-proof.txt");
        let proof = browser
            .wait("the proof is saved", async || {
                Ok(std::fs::read_to_string(&file)
                    .ok()
                    .filter(|text| !text.is_empty()))
            })
            .await?;
        let (key, _) = ForkProof::parse(&proof)?;
        ensure!(key == scene.log(scene.case), "it is of this log");
        browser.close().await
    })
    .await
}

#[tokio::test]
async fn attack_29_a_page_of_another_origin_changes_nothing() -> Done {
    at_work(async {
        let scene = Scene::set().await?;
        let before = scene.frames(scene.case).await?.len();
        let browser = Browser::open(scene.server.origin()).await?;
        sign_in(&browser, &scene.victim.sign_in_name, PASSPHRASE).await?;
        // The same browser, its cookie at hand, on a page of somebody else.
        scene.lie(|question, answer| {
            if question.target == "/evil" {
                answer.status = axum::http::StatusCode::OK;
                answer.headers.clear();
                answer
                    .headers
                    .insert("content-type", "text/html".parse().unwrap());
                answer.body = b"<!doctype html><title>Evil</title><p>Look at this".to_vec();
            }
        });
        browser.goto(&format!("{}/evil", scene.proxy.origin())).await?;
        let attempt = r#"
            const [origin, space] = ["ORIGIN", "SPACE"];
            const tried = [];
            for (const [method, path, type] of [
                ["DELETE", "/api/v1/session", ""],
                ["PUT", "/api/v1/session", "application/json"],
                ["POST", "/api/v1/spaces", "application/vnd.hawser.events"],
                ["POST", `/api/v1/spaces/${space}/events`, "application/vnd.hawser.events"],
                ["POST", "/api/v1/invitations", "text/plain"],
                ["PUT", "/api/v1/keyring", "application/json"],
            ]) {
                for (const mode of ["no-cors", "cors"]) {
                    for (const headers of [{}, { "x-hawser": "1" }]) {
                        const body = method === "DELETE" ? undefined : "{}";
                        const told = { method, mode, headers, body, credentials: "include" };
                        if (type) told.headers = { ...headers, "content-type": type };
                        tried.push(await fetch(origin + path, told).then((got) => got.status, () => -1));
                    }
                }
            }
            for (const path of ["/api/v1/invitations", `/api/v1/spaces/${space}/events`]) {
                const frame = document.body.appendChild(document.createElement("iframe"));
                frame.name = path;
                const form = document.body.appendChild(document.createElement("form"));
                Object.assign(form, { method: "post", action: origin + path, target: path, enctype: "text/plain" });
                form.submit();
            }
            await new Promise((done) => setTimeout(done, 800));
            return tried;
        "#;
        let attempt = attempt
            .replace("ORIGIN", scene.server.origin())
            .replace("SPACE", &scene.case.to_string());
        let tried = browser.script(&attempt).await?;
        let tried = tried.as_array().context("a list")?;
        ensure!(tried.len() == 24, "{tried:?}");
        // Nothing that can be read: refused before it is sent, or opaque.
        ensure!(tried.iter().all(|status| matches!(status.as_i64(), Some(-1 | 0))), "{tried:?}");
        ensure!(scene.frames(scene.case).await?.len() == before, "something was written");
        ensure!(scene.victim.organisation().await?.invitations.is_empty(), "somebody was invited");
        // The person is signed in as before.
        browser.goto(&format!("{}/cases", scene.server.origin())).await?;
        browser.find("unlock-submit").await?;
        browser.close_having_seen("").await
    })
    .await
}

#[tokio::test]
async fn attack_33_what_people_write_runs_nowhere() -> Done {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        let prosecutor = Person::found(&server, ("QN-P1", "Prosecutor"), ("Kestria", "QN")).await?;
        let attack =
            "<img src=x onerror=window.owned=1><script>window.owned=1</script>=cmd|'/c calc'!A1";
        let case = prosecutor.create_case(terms(attack)).await?;
        let phone = prosecutor.log(case, exhibit(attack)).await?;
        let browser = Browser::open(server.origin()).await?;
        sign_in(&browser, "QN-P1", PASSPHRASE).await?;
        for path in [
            "/cases".to_owned(),
            format!("/cases/{case}"),
            format!("/cases/{case}/evidence"),
            format!("/cases/{case}/evidence/{phone}"),
            format!("/cases/{case}/timeline"),
        ] {
            browser.visit(&path).await?;
            browser.find("main h1").await?;
            browser
                .wait("it is shown as text", async || {
                    let text = browser.script("return document.body.innerText").await?;
                    let shown = text.as_str().is_some_and(|text| text.contains("onerror"));
                    Ok(shown.then_some(()))
                })
                .await
                .with_context(|| path.clone())?;
            let owned = browser.script("return window.owned ?? null").await?;
            ensure!(owned.is_null(), "it ran on {path}");
            let made = browser
                .script("return document.querySelectorAll('img[src=\"x\"], main script').length")
                .await?;
            ensure!(made == 0, "it became an element on {path}");
        }
        browser.close().await
    })
    .await
}

/// Everything that a browser keeps for the page, as text and as bytes.
const KEPT: &str = r#"
    const out = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie];
    const text = (value) => {
        if (value instanceof ArrayBuffer) value = new Uint8Array(value);
        if (ArrayBuffer.isView(value)) return new TextDecoder("latin1").decode(value);
        if (value && typeof value === "object") return Object.entries(value).map(([k, v]) => k + text(v)).join();
        return String(value);
    };
    for (const { name } of await indexedDB.databases()) {
        const db = await new Promise((done, fail) => {
            const open = indexedDB.open(name);
            open.onsuccess = () => done(open.result);
            open.onerror = () => fail(open.error);
        });
        for (const store of db.objectStoreNames) {
            const all = (what) => new Promise((done) => {
                const got = db.transaction(store).objectStore(store)[what]();
                got.onsuccess = () => done(got.result);
            });
            out.push(store, text(await all("getAllKeys")), text(await all("getAll")));
        }
        db.close();
    }
    for (const name of await caches.keys()) {
        for (const kept of await (await caches.open(name)).keys()) out.push(kept.url);
    }
    const folder = async (handle) => {
        for await (const [name, entry] of handle.entries()) {
            out.push(name);
            if (entry.kind === "file") out.push(await (await entry.getFile()).text());
            else await folder(entry);
        }
    };
    if (navigator.storage?.getDirectory) await folder(await navigator.storage.getDirectory());
    return out.join("\n");
"#;

#[tokio::test]
async fn attack_38_after_locking_nothing_readable_is_left_in_the_browser() -> Done {
    at_work(async {
        let scene = Scene::set().await?;
        let browser = browser(&scene).await?;
        browser
            .visit(&format!("/cases/{}/evidence", scene.case))
            .await?;
        browser.wait_text("exhibit-table", "Handset, black").await?;
        browser.click("lock").await?;
        browser.find("passphrase").await?;
        let kept = browser.script(KEPT).await?;
        let kept = kept.as_str().context("a text")?;
        ensure!(kept.contains("pins"), "there is something to look through");
        let identity = scene.inside_the_victim().await?;
        let seed = identity.identity.signing().to_bytes();
        let raw: String = seed.iter().map(|byte| char::from(*byte)).collect();
        for word in [
            "Handset",
            "TIDEMARK",
            "Kestria",
            "lantern",
            "QN-P1",
            "Container yard",
            &hex::encode(seed),
            &raw,
        ] {
            ensure!(!kept.contains(word), "{word:?} is left in the browser");
        }
        let shown = browser.script("return document.body.innerText").await?;
        ensure!(
            !shown.as_str().context("a text")?.contains("Handset"),
            "it is still shown"
        );
        browser.close().await
    })
    .await
}

#[tokio::test]
async fn attack_39_a_script_that_is_put_into_the_page_does_not_run() -> Done {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        let browser = Browser::open(server.origin()).await?;
        browser.goto("/sign-in").await?;
        browser.find("sign-in-submit").await?;
        let outcome = browser
            .script(
                r#"
                const refused = [];
                const attempt = (name, act) => { try { act(); } catch { refused.push(name); } };
                attempt("inline", () => {
                    const script = document.createElement("script");
                    script.textContent = "window.owned = 1";
                    document.body.append(script);
                });
                attempt("address", () => {
                    const script = document.createElement("script");
                    script.src = "https://evil.example/x.js";
                    document.body.append(script);
                });
                attempt("html", () => { document.body.innerHTML += "<script>window.owned=1</script>"; });
                attempt("worker", () => { new Worker("data:text/javascript,0"); });
                // What drives the browser may evaluate text itself, so this one comes from a timer.
                await new Promise((done) => setTimeout(() => {
                    attempt("eval", () => { (0, eval)("window.owned = 1"); });
                    done();
                }, 10));
                await new Promise((done) => setTimeout(done, 300));
                return [window.owned ?? null, refused];
                "#,
            )
            .await?;
        ensure!(outcome[0].is_null(), "it ran: {outcome}");
        for name in ["inline", "address", "html", "eval", "worker"] {
            let refused = outcome[1].as_array().context("a list")?;
            ensure!(refused.iter().any(|found| found == name), "{name}: {outcome}");
        }
        // What was tried is told on the console, and is the only thing told.
        browser.close_having_seen("Trusted").await
    })
    .await
}

#[tokio::test]
async fn attack_40_a_changed_asset_is_refused_by_the_browser() -> Done {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        for kind in [".wasm", ".js"] {
            let proxy = Proxy::before(server.origin()).await?;
            proxy.lie(move |question, answer| {
                let of_page = question.target.starts_with("/hawser-frontend");
                if of_page && question.target.ends_with(kind) && !answer.body.is_empty() {
                    match kind {
                        ".wasm" => {
                            let last = answer.body.len() - 1;
                            answer.body[last] ^= 1;
                        }
                        _ => answer.body.extend(b"\nwindow.owned = 1;"),
                    }
                    answer.headers.remove("content-encoding");
                }
            });
            proxy.twist(|question| {
                question.headers.remove("accept-encoding");
            });
            let browser = Browser::open(proxy.origin()).await?;
            browser.goto("/sign-in").await?;
            browser.find("#boot-failed:not([hidden])").await?;
            let owned = browser.script("return window.owned ?? null").await?;
            ensure!(owned.is_null(), "the changed {kind} ran");
            let told = browser.errors().await?;
            ensure!(
                told.iter().any(|error| error.contains("integrity")),
                "{told:?}"
            );
            let known = |error: &String| {
                ["integrity", "Hawser did not start"]
                    .iter()
                    .any(|word| error.contains(word))
            };
            ensure!(told.iter().all(known), "{told:?}");
            browser.close().await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn attack_45_two_tabs_do_not_append_at_once() -> Done {
    at_work(async {
        let scene = Scene::set().await?;
        let browser = browser(&scene).await?;
        let evidence = format!("/cases/{}/evidence", scene.case);
        browser.visit(&evidence).await?;
        browser.wait_text("exhibit-table", "Handset, black").await?;
        // A second tab of the same browser: one agent works, the other says where.
        let first = browser.driver().window().await?;
        let second = browser.driver().new_tab().await?;
        browser.driver().switch_to_window(second).await?;
        browser.goto("/today").await?;
        browser
            .fill("sign-in-name", &scene.victim.sign_in_name)
            .await?;
        browser.fill("passphrase", PASSPHRASE).await?;
        browser.click("unlock-submit").await?;
        browser.find("[data-code='other-tab']").await?;
        browser.shot("other-tab").await?;
        browser.driver().close_window().await?;
        browser.driver().switch_to_window(first).await?;
        browser.visit(&evidence).await?;
        browser.wait_text("exhibit-table", "Handset, grey").await?;
        // Two agents of one profile, as an old browser without locks would have them: all is appended, once.
        let mut twins = Vec::new();
        for _ in 0..2 {
            twins.push(scene.victim.sign_in_in(scene.victim.profile()).await?);
        }
        for twin in &twins {
            twin.pull().await;
        }
        let both = [
            ("Bag one", 0),
            ("Bag two", 1),
            ("Bag three", 0),
            ("Bag four", 1),
        ]
        .map(|(name, who)| twins[who].log(scene.case, exhibit(name)));
        for logged in futures::future::join_all(both).await {
            logged?;
        }
        for twin in &twins {
            twin.pull().await;
            ensure!(twin.exhibits(scene.case).await?.len() == 6, "each once");
        }
        browser.close().await
    })
    .await
}
