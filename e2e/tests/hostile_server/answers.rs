//! Answers that break off, leave out or acknowledge what is not so: 4, 5.

use anyhow::{Context as _, ensure};
use hawser_e2e::headless::at_work;
use hawser_e2e::person::{exhibit, happened_now};
use hawser_ledger::Frame;
use hawser_views::Command;

use super::scene::{Scene, Story, event};

type Done = anyhow::Result<()>;

/// What the victim's own check of the record comes to: the code of the fault, or of the failure.
async fn check(scene: &Scene) -> anyhow::Result<Option<String>> {
    let check = Command::CheckRecord { space: scene.case };
    Ok(match scene.victim.ask(check).await {
        Ok(hawser_views::Reply::Record(check)) => check.fault.map(|fault| fault.code),
        Ok(_) => anyhow::bail!("another reply"),
        Err(failure) => Some(failure.code),
    })
}

#[tokio::test]
async fn attack_04_a_check_of_the_record_is_not_told_that_a_part_is_the_whole() -> Done {
    at_work(async {
        let scene = Scene::set().await?;
        ensure!(check(&scene).await?.is_none(), "honestly all is well");
        let frames = scene.frames(scene.case).await?;
        // One entry of the victim's own group is passed off as one that is not for them.
        let mut withheld = frames.clone();
        let at = frames.len() - 2;
        withheld[at] = Frame::Withheld(event(&frames, at).id());
        scene.tell(scene.case, scene.story(scene.case, withheld));
        let code = check(&scene).await?.context("it was called whole")?;
        ensure!(code == "wrong-group-sequence", "{code}");
        // The first half, and then nothing more: neither an answer nor a refusal makes it the whole.
        for status in [500, 403, 404] {
            let scene = Scene::set().await?;
            let frames = scene.frames(scene.case).await?;
            let mut half = scene.story(scene.case, frames.clone());
            half.frames.truncate(6);
            scene.tell(scene.case, half);
            scene.lie(move |question, answer| {
                if question.target.contains("/events?from=6&") {
                    answer.status = axum::http::StatusCode::from_u16(status).unwrap();
                    answer.body = Vec::new();
                }
            });
            check(&scene).await?.context("it was called whole")?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn attack_04_an_answer_that_breaks_off_leaves_no_half_of_a_case_behind() -> Done {
    at_work(async {
        let mut scene = Scene::set().await?;
        let pins = |scene: &Scene| {
            let mut kept = scene.kept();
            kept.retain(|(table, _), _| *table == hawser_agent::io::Table::Pins);
            kept
        };
        let before = pins(&scene);
        let frames = scene.frames(scene.case).await?;
        let half = Story {
            frames: frames[..6].to_vec(),
            checkpoint: scene.story(scene.case, frames).checkpoint,
        };
        for broken in ["/events?from=6&", "/wraps"] {
            scene.repent();
            if broken != "/wraps" {
                scene.tell(scene.case, half.clone());
            }
            let case = scene.case.to_string();
            scene.lie(move |question, answer| {
                if question.target.contains(&case) && question.target.contains(broken) {
                    answer.status = axum::http::StatusCode::INTERNAL_SERVER_ERROR;
                    answer.body = Vec::new();
                }
            });
            scene.victim = scene.victim.reload().await?;
            for _ in 0..3 {
                let seen = scene.victim.exhibits(scene.case).await;
                ensure!(seen.is_err(), "{broken}: {} exhibits of two", seen?.len());
            }
            let listed = scene.victim.cases().await?;
            ensure!(
                listed.len() == 1 && !listed[0].fault.is_empty(),
                "{broken}: it is not listed"
            );
            let add = Command::LogExhibit {
                space: scene.case,
                exhibit: exhibit("Sealed bag"),
                happened: happened_now(),
            };
            scene.victim.refused(add).await?;
            // When the server answers again, all is there, and what was confirmed is pinned.
            scene.repent();
            scene.victim.pull().await;
            ensure!(
                scene.victim.exhibits(scene.case).await?.len() == 2,
                "{broken}: all is there"
            );
            ensure!(pins(&scene) == before, "{broken}: the pin is what it was");
        }
        // A space whose first pull broke off late is pinned by the next.
        scene
            .prosecutor
            .log(scene.case, exhibit("Envelope"))
            .await?;
        let case = scene.case.to_string();
        scene.victim = scene.victim.reload().await?;
        scene.lie(move |question, answer| {
            if question.target.contains(&case) && question.target.contains("/wraps") {
                answer.status = axum::http::StatusCode::INTERNAL_SERVER_ERROR;
            }
        });
        ensure!(
            scene.victim.exhibits(scene.case).await.is_err(),
            "not without keys"
        );
        scene.repent();
        ensure!(
            scene.victim.exhibits(scene.case).await?.len() == 3,
            "with them"
        );
        ensure!(pins(&scene) != before, "and it is pinned");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn attack_05_an_acknowledgement_is_held_against_what_was_written() -> Done {
    at_work(async {
        let mut scene = Scene::set().await?;
        for code in [
            "checkpoint-other-tree",
            "cut-below-pin",
            "checkpoint-unsigned",
        ] {
            scene.repent();
            scene.victim = scene.victim.reload().await?;
            scene.victim.exhibits(scene.case).await?;
            let mut frames = scene.frames(scene.case).await?;
            let size = frames.len() as u64;
            frames.pop();
            let old = scene.story(scene.case, frames).checkpoint;
            let note = match code {
                "checkpoint-other-tree" => scene.sign(scene.case, size + 1, [3; 32]),
                "cut-below-pin" => old,
                _ => format!(
                    "{}\n\n\u{2014} nobody {}\n",
                    scene
                        .sign(scene.case, size + 1, [3; 32])
                        .lines()
                        .take(3)
                        .collect::<Vec<_>>()
                        .join("\n"),
                    "AAAAAAAAAAAAAAAA",
                ),
            };
            scene.lie(move |question, answer| {
                if question.method == "POST" && question.target.ends_with("/events") {
                    let mut appended: serde_json::Value =
                        serde_json::from_slice(&answer.body).unwrap();
                    appended["checkpoint"] = note.clone().into();
                    answer.body = serde_json::to_vec(&appended).unwrap();
                }
            });
            let before = scene.kept();
            let add = Command::LogExhibit {
                space: scene.case,
                exhibit: exhibit("Sealed bag"),
                happened: happened_now(),
            };
            ensure!(
                scene.victim.refused(add).await? == "record-fault",
                "it was believed"
            );
            let fault = scene.fault().await?;
            ensure!(fault.code == code, "{} in place of {code}", fault.code);
            ensure!(scene.kept() == before, "pin and store have changed");
        }
        Ok(())
    })
    .await
}
