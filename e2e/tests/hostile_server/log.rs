//! Attacks on how much of a record is shown, and to whom which: 4 to 6, 9 to 11, 44.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Context as _, ensure};
use hawser_agent::io::Clock as _;
use hawser_e2e::headless::at_work;
use hawser_e2e::headless::profile::Profile;
use hawser_e2e::person::{Person, exhibit, happened_now};
use hawser_ledger::Frame;
use hawser_ledger::log::cosignature::cosign;
use hawser_ledger::log::note::NoteAlgorithm;
use hawser_ledger::log::{ForkProof, NoteKey};
use hawser_ledger::membership::GroupPurpose;
use hawser_ledger::merkle::root;
use hawser_views::Command;

use super::insider::random;
use super::scene::{Scene, Story, chain, leaves};

type Done = anyhow::Result<()>;

/// The victim in another browser, behind the same liar.
async fn elsewhere(scene: &Scene) -> anyhow::Result<Person> {
    let behind = Profile::through(scene.proxy.origin(), scene.server.origin());
    scene.victim.sign_in_in(&behind).await
}

#[tokio::test]
async fn attack_04_the_tail_is_cut_below_what_was_seen() -> Done {
    at_work(async {
        let cut = async |_: &Scene, frames: &mut Vec<Frame>| {
            // Both that are new, and one that was seen.
            frames.truncate(frames.len() - 3);
            Ok(())
        };
        let mut scene = Scene::set().await?.lied_to("cut-below-pin", cut).await?;
        // Nor in a browser that has never been here: the person's pinbook knows.
        scene.repent();
        scene.victim = scene.victim.reload().await?;
        scene.victim.pull().await;
        let all = scene.victim.exhibits(scene.case).await?.len();
        ensure!(all == 4, "all is there again");
        scene.victim.does(Command::SignOut).await?;
        let frames = scene.frames(scene.case).await?;
        let shorter = scene.story(scene.case, frames[..frames.len() - 1].to_vec());
        scene.tell(scene.case, shorter);
        let new = elsewhere(&scene).await?;
        new.pull().await;
        let Ok(hawser_views::Reply::Case(view)) =
            new.ask(Command::Case { space: scene.case }).await
        else {
            anyhow::bail!("no case")
        };
        let fault = view.fault.context("nothing was found wrong")?;
        ensure!(fault.code == "cut-below-pin", "{}", fault.code);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn attack_05_an_old_checkpoint_is_served() -> Done {
    at_work(async {
        let mut scene = Scene::set().await?;
        let old = scene.frames(scene.case).await?;
        let old = scene.story(scene.case, old);
        scene
            .prosecutor
            .log(scene.case, exhibit("Ledger book"))
            .await?;
        scene.victim.pull().await;
        let pins = scene.pins();
        // The old checkpoint alone, with all entries; then with no more than it says.
        let all = scene.frames(scene.case).await?;
        let alone = Story {
            frames: all,
            checkpoint: old.checkpoint.clone(),
        };
        for story in [alone, old] {
            scene.repent();
            scene.tell(scene.case, story);
            scene.victim = scene.victim.reload().await?;
            let fault = scene.fault().await?;
            ensure!(fault.code == "cut-below-pin", "{}", fault.code);
            ensure!(scene.pins() == pins, "a pin has changed");
        }
        Ok(())
    })
    .await
}

/// Another history from the victim's last entry on: what an accomplice among the members signed.
pub async fn other_branch(
    scene: &Scene,
    replaced: usize,
    grown: usize,
) -> anyhow::Result<Vec<Frame>> {
    let mut frames = scene.frames(scene.case).await?;
    frames.truncate(frames.len() - replaced);
    let insider = scene.insider().await?;
    for _ in 0..grown {
        let chain = chain(&frames);
        let (group, team) = chain
            .membership()
            .group_for(GroupPurpose::Team)
            .context("team")?;
        let event = insider.content(&chain, group, team.epoch());
        frames.push(Frame::Event(event.encode()));
    }
    Ok(frames)
}

#[tokio::test]
async fn attack_06_two_checkpoints_of_one_size_become_a_proof() -> Done {
    at_work(async {
        let mut scene = Scene::set().await?;
        let forked = other_branch(&scene, 1, 1).await?;
        let before = scene.kept();
        scene.tell(scene.case, scene.story(scene.case, forked));
        scene.victim.pull().await;
        let warm = scene.fault().await?;
        scene.victim = scene.victim.reload().await?;
        let cold = scene.fault().await?;
        for fault in [warm, cold] {
            ensure!(fault.code == "log-forked", "{}", fault.code);
            let proof = fault.proof.context("the proof goes with it")?;
            // Anyone who knows the log's key can check it.
            let (key, fork) = ForkProof::parse(&proof)?;
            ensure!(key == scene.log(scene.case), "of this log");
            ensure!(
                fork.earlier.checkpoint.size == fork.later.checkpoint.size,
                "of one size"
            );
        }
        ensure!(
            scene.kept().keys().eq(before.keys()),
            "nothing was added to the store"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn attack_09_two_members_are_shown_two_pasts_that_are_merged_later() -> Done {
    at_work(async {
        let mut scene = Scene::set().await?;
        // The victim has seen one entry that the other branch does not have; the branch has grown since.
        let forked = other_branch(&scene, 1, 4).await?;
        let before = scene.kept();
        scene.tell(scene.case, scene.story(scene.case, forked.clone()));
        scene.victim.pull().await;
        let warm = scene.fault().await?;
        ensure!(warm.code == "log-forked", "{}", warm.code);
        let (_, fork) = ForkProof::parse(&warm.proof.context("a proof")?)?;
        ensure!(
            fork.earlier.checkpoint.size < fork.later.checkpoint.size,
            "along a consistency proof"
        );
        ensure!(scene.kept() == before, "pin and store have changed");
        // Nor when the liar first goes on as if nothing were, and joins the branches after the victim's entry.
        scene.repent();
        let mut joined = scene.frames(scene.case).await?;
        joined.push(forked[forked.len() - 1].clone());
        scene.tell(scene.case, scene.story(scene.case, joined));
        scene.victim = scene.victim.reload().await?;
        let fault = scene.fault().await?;
        ensure!(fault.code == "wrong-sequence", "{}", fault.code);
        let mut joined = scene.frames(scene.case).await?;
        joined.push(forked[joined.len()].clone());
        scene.repent();
        scene.tell(scene.case, scene.story(scene.case, joined));
        scene.victim = scene.victim.reload().await?;
        let fault = scene.fault().await?;
        ensure!(fault.code == "wrong-previous", "{}", fault.code);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn attack_10_no_proof_is_made_of_tiles_that_are_short_long_or_of_another_tree() -> Done {
    at_work(async {
        for kind in 0..3 {
            let scene = Scene::set().await?;
            let forked = other_branch(&scene, 1, 4).await?;
            let before = scene.kept();
            scene.tell(scene.case, scene.story(scene.case, forked));
            let asked = Arc::new(AtomicUsize::new(0));
            let count = Arc::clone(&asked);
            scene.lie(move |question, answer| {
                if question.target.contains("/tile/") {
                    count.fetch_add(1, Ordering::SeqCst);
                    match kind {
                        0 => answer.body.truncate(32),
                        1 => answer.body.resize(32 * 4000, 7),
                        _ => answer.body.iter_mut().for_each(|byte| *byte ^= 1),
                    }
                }
            });
            scene.victim.pull().await;
            let fault = scene.fault().await?;
            // Nothing newer is believed, and nobody is accused with what proves nothing.
            ensure!(fault.code == "wrong-previous", "{}", fault.code);
            ensure!(fault.proof.is_none(), "no proof");
            ensure!(asked.load(Ordering::SeqCst) > 0, "tiles were asked for");
            ensure!(scene.kept() == before, "pin and store have changed");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn attack_11_a_checkpoint_of_another_log_or_key_or_kind_is_refused() -> Done {
    at_work(async {
        let scene = Scene::set().await?;
        let frames = scene.frames(scene.case).await?;
        let leaves = leaves(&frames);
        let (size, root) = (leaves.len() as u64, root(&leaves));
        let honest = scene.sign(scene.case, size, root);
        let (text, _) = honest.split_once("\n\n").context("a note")?;
        let text = format!("{text}\n");
        let stranger = ed25519_dalek::SigningKey::from_bytes(&random());
        let public = stranger.verifying_key().to_bytes();
        let origin = scene.log(scene.case).origin().to_owned();
        let keeper = NoteKey::new(&origin, NoteAlgorithm::Cosignature, public)?;
        let by_stranger = NoteKey::new(&origin, NoteAlgorithm::Ed25519, public)?;
        let signature = ed25519_dalek::Signer::sign(&stranger, text.as_bytes()).to_bytes();
        let damaged = {
            let other = scene.sign(scene.case, size + 1, root);
            format!("{text}\n{}\n", other.lines().last().context("a line")?)
        };
        let other_space = hawser_casework::SpaceId::new(random());
        for (note, code) in [
            (
                scene.sign(other_space, size, root),
                "checkpoint-other-origin",
            ),
            (
                format!("{text}\n{}", by_stranger.line(&signature)),
                "checkpoint-unsigned",
            ),
            (
                format!(
                    "{text}\n{}",
                    cosign(&keeper, &stranger, &text, 1_795_305_600)
                ),
                "checkpoint-unsigned",
            ),
            (damaged, "checkpoint-signature"),
            (
                scene.sign(scene.case, size, [1; 32]),
                "checkpoint-other-tree",
            ),
            (scene.sign(scene.case, size + 5, root), "entries-missing"),
            (String::new(), "checkpoint-unreadable"),
            (
                honest.replacen(&format!("\n{size}\n"), &format!("\n0{size}\n"), 1),
                "checkpoint-unreadable",
            ),
        ] {
            scene.repent();
            let story = Story {
                frames: frames.clone(),
                checkpoint: note,
            };
            scene.tell(scene.case, story);
            let new = elsewhere(&scene).await?;
            let Ok(hawser_views::Reply::Case(view)) =
                new.ask(Command::Case { space: scene.case }).await
            else {
                anyhow::bail!("no case for {code}")
            };
            let fault = view.fault.context(code)?;
            ensure!(fault.code == code, "{} in place of {code}", fault.code);
            ensure!(
                !new.profile()
                    .store()
                    .snapshot()
                    .keys()
                    .any(|(table, key)| *table == hawser_agent::io::Table::Pins
                        && key.ends_with(&scene.case.to_string())),
                "it was pinned"
            );
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn attack_44_a_clock_that_goes_wrong_changes_nothing_of_what_is_believed() -> Done {
    at_work(async {
        const YEAR_MS: i64 = 366 * 86_400_000;
        let scene = Scene::set().await?;
        for by in [-YEAR_MS, 2 * YEAR_MS] {
            scene.victim.profile().clock().advance(by);
            scene.prosecutor.profile().clock().advance(-by);
            for (person, description) in [
                (&scene.prosecutor, "Ledger book"),
                (&scene.victim, "Envelope"),
            ] {
                person.pull().await;
                // By the clock on the person's own wall.
                let mut happened = happened_now();
                happened.at.utc_ms = person.profile().clock().now_ms();
                let log = Command::LogExhibit {
                    space: scene.case,
                    exhibit: exhibit(description),
                    happened,
                };
                person.does(log).await?;
            }
            scene.prosecutor.pull().await;
            let Ok(hawser_views::Reply::Record(check)) = scene
                .victim
                .ask(Command::CheckRecord { space: scene.case })
                .await
            else {
                anyhow::bail!("no answer")
            };
            ensure!(check.fault.is_none(), "{:?}", check.fault);
        }
        ensure!(
            scene.victim.exhibits(scene.case).await?.len() == 6,
            "all is there"
        );
        ensure!(
            scene.prosecutor.exhibits(scene.case).await?.len() == 6,
            "for both"
        );
        Ok(())
    })
    .await
}
