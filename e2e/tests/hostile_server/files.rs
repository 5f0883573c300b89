//! Attacks on files: 27, 28.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use anyhow::{Context as _, ensure};
use axum::http::StatusCode;
use hawser_casework::RecordId;
use hawser_e2e::headless::at_work;
use hawser_e2e::headless::chunk_native::FileSource;
use hawser_e2e::person::{exhibit, told};
use hawser_views::{Command, Reply};

use super::scene::Scene;

type Done = anyhow::Result<()>;

/// A chunk of 64 KiB with its tag.
const CHUNK: usize = 65_552;
/// A full part: 64 chunks.
const PART: usize = 64 * CHUNK;

fn bytes(length: usize, seed: u32) -> Vec<u8> {
    (0..length as u32)
        .map(|index| ((index ^ seed).wrapping_mul(2_654_435_761) >> 24) as u8)
        .collect()
}

/// An exhibit with a file of three parts, the last one short; the file's record.
async fn attached(scene: &Scene, content: &[u8]) -> anyhow::Result<RecordId> {
    let phone = scene.prosecutor.log(scene.case, exhibit("Handset")).await?;
    let source = FileSource::bytes(content.to_vec());
    let file = (
        source.picked("image.e01", "application/octet-stream"),
        source,
    );
    let sent = scene
        .prosecutor
        .attach(scene.case, phone, vec![file])
        .await
        .map_err(told)?;
    ensure!(
        sent.iter().all(|transfer| transfer.state == "done"),
        "{sent:?}"
    );
    let seen = scene.prosecutor.exhibit(scene.case, phone).await?;
    Ok(seen.files.first().context("a file")?.file)
}

#[tokio::test]
async fn attack_27_no_chunk_is_swapped_dropped_doubled_or_added() -> Done {
    at_work(async {
        let scene = Scene::set().await?;
        let content = bytes(9_000_000, 0);
        let file = attached(&scene, &content).await?;
        let other = attached(&scene, &bytes(9_000_000, 77)).await?;
        scene.victim.pull().await;
        let (_, opened) = scene
            .victim
            .open_file(scene.case, file)
            .await
            .map_err(told)?;
        ensure!(opened == content, "honestly it opens");
        // What the other file's body is, as the server has it.
        let theirs = Arc::new(Mutex::new(Vec::new()));
        let keep = Arc::clone(&theirs);
        scene.lie(move |question, answer| {
            if question.target.contains("/blobs/") {
                keep.lock().unwrap().push(answer.body.clone());
            }
        });
        scene
            .victim
            .open_file(scene.case, other)
            .await
            .map_err(told)?;
        let theirs = theirs.lock().unwrap().clone();
        ensure!(theirs.len() == 3 && theirs[0].len() == PART, "three parts");
        let before = scene.kept();
        type Lie = Box<dyn Fn(&mut Vec<u8>) + Send>;
        let lies: Vec<(&str, Lie)> = vec![
            (
                "two chunks swapped",
                Box::new(|body| {
                    let (one, two) = body.split_at_mut(CHUNK);
                    one.swap_with_slice(&mut two[..CHUNK]);
                }),
            ),
            (
                "a chunk dropped",
                Box::new(|body| drop(body.drain(..CHUNK))),
            ),
            (
                "a chunk doubled",
                Box::new(|body| {
                    let first = body[..CHUNK].to_vec();
                    body.splice(..0, first);
                }),
            ),
            (
                "the first chunk in place of the second",
                Box::new(|body| {
                    body.copy_within(..CHUNK, CHUNK);
                }),
            ),
            (
                "the end cut off",
                Box::new(|body| body.truncate(body.len() - CHUNK)),
            ),
            (
                "the last byte cut off",
                Box::new(|body| body.truncate(body.len() - 1)),
            ),
            ("a bit flipped", Box::new(|body| body[CHUNK + 9] ^= 4)),
            ("something added", Box::new(|body| body.extend([0; CHUNK]))),
            ("nothing at all", Box::new(Vec::clear)),
            (
                "another file",
                Box::new(move |body| {
                    *body = theirs
                        .iter()
                        .find(|part| part.len() == body.len())
                        .unwrap()
                        .clone();
                }),
            ),
        ];
        for (name, lie) in lies {
            scene.repent();
            scene.lie(move |question, answer| {
                if question.target.contains("/blobs/") {
                    lie(&mut answer.body);
                }
            });
            let failure = scene.victim.open_file(scene.case, file).await.err();
            let code = failure.with_context(|| format!("{name}: it opened"))?.code;
            ensure!(code == "file-altered", "{name}: {code}");
        }
        // The part with the last chunk in place of the first, whose chunks are not the last ones.
        scene.repent();
        scene.twist(|question| {
            if question.target.contains("/blobs/") {
                let last = format!("bytes={}-{}", 2 * PART, 2 * PART + CHUNK - 1);
                question.headers.insert("range", last.parse().unwrap());
            }
        });
        let failure = scene.victim.open_file(scene.case, file).await.err();
        ensure!(
            failure.context("it opened")?.code == "file-altered",
            "the final flag moved"
        );
        ensure!(scene.kept() == before, "pin and store have changed");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn attack_28_resuming_with_a_changed_file_never_repeats_key_and_nonce() -> Done {
    at_work(async {
        for changed in [None, Some(0), Some(5_000_000), Some(8_900_000)] {
            let mut scene = Scene::set().await?;
            let phone = scene.victim.log(scene.case, exhibit("Handset")).await?;
            // All that leaves the browser as a part, by blob and number.
            let sent = Arc::new(Mutex::new(BTreeMap::<String, Vec<Vec<u8>>>::new()));
            let keep = Arc::clone(&sent);
            scene.twist(move |question| {
                if question.method == "PUT" && question.target.contains("/parts/") {
                    let mut sent = keep.lock().unwrap();
                    let bodies = sent.entry(question.target.clone()).or_default();
                    bodies.push(question.body.clone());
                }
            });
            let is_bad = Arc::new(AtomicBool::new(true));
            let bad = Arc::clone(&is_bad);
            scene.lie(move |question, answer| {
                if bad.load(Ordering::SeqCst) && question.target.ends_with("/parts/1") {
                    answer.status = StatusCode::BAD_REQUEST;
                    answer.body = b"{}".to_vec();
                }
            });
            let mut content = bytes(9_000_000, 0);
            let source = FileSource::bytes(content.clone());
            let picked = source.picked("image.e01", "application/octet-stream");
            let first = scene
                .victim
                .attach(scene.case, phone, vec![(picked.clone(), source)])
                .await
                .map_err(told)?;
            ensure!(first[0].state == "failed", "{first:?}");
            // The page is loaded anew, the line is good again, and the file may have been written to meanwhile.
            is_bad.store(false, Ordering::SeqCst);
            scene.victim = scene.victim.reload().await?;
            if let Some(at) = changed {
                content[at] ^= 0xff;
            }
            let Ok(Reply::Transfers(waiting)) = scene.victim.ask(Command::Transfers).await else {
                anyhow::bail!("no transfers")
            };
            let resume = Command::ResumeUpload {
                transfer: waiting[0].id.clone(),
                file: picked,
            };
            let source = FileSource::bytes(content);
            if scene.victim.ask_with(resume, vec![source]).await.is_ok() {
                scene.victim.wait_for_transfers().await.map_err(told)?;
            }
            let files = scene.victim.exhibit(scene.case, phone).await?.files.len();
            let sent = sent.lock().unwrap();
            for (target, bodies) in sent.iter() {
                ensure!(
                    bodies.windows(2).all(|pair| pair[0] == pair[1]),
                    "{target} left with two contents under one key"
                );
            }
            match changed {
                None => ensure!(files == 1 && sent.len() == 3, "it goes on where it stopped"),
                Some(at) if at < 8_000_000 => ensure!(files == 0, "byte {at}: it was attached"),
                // Of the part that was never encrypted nobody can know what it was.
                Some(_) => {}
            }
        }
        Ok(())
    })
    .await
}
