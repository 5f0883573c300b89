//! Random histories under random lies: whatever is written by whom, and whatever the server makes of its answers, what
//! a victim believes is never other than what honest members wrote, and grows again when the server is honest.

use std::collections::BTreeSet;

use anyhow::{Context as _, ensure};
use axum::http::StatusCode;
use hawser_agent::io::Table;
use hawser_casework::RecordId;
use hawser_e2e::headless::at_work;
use hawser_e2e::person::{Person, exhibit};
use hawser_ledger::Frame;
use hawser_ledger::merkle::root;
use hawser_protocol::space::Pulled;
use sha2::{Digest as _, Sha256};

use super::insider::Insider;
use super::scene::{Scene, leaves};

/// How many there are.
const HISTORIES: usize = 6;
/// Steps of one.
const STEPS: u64 = 36;

/// What chance decides, the same each time for one seed.
struct Chance {
    seed: String,
    drawn: u64,
}

impl Chance {
    fn new() -> Self {
        let seed = std::env::var("HAWSER_SEED")
            .unwrap_or_else(|_| hex::encode(super::insider::random::<8>()));
        println!("HAWSER_SEED={seed}");
        Self { seed, drawn: 0 }
    }
    /// Below `end`.
    fn draw(&mut self, end: usize) -> usize {
        self.drawn += 1;
        let digest = Sha256::digest(format!("{}/{}", self.seed, self.drawn));
        let number = digest[..8]
            .iter()
            .fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte));
        usize::try_from(number % end.max(1) as u64).unwrap()
    }
}

/// One way in which the next answers about the case are changed.
fn lie(scene: &Scene, chance: &mut Chance, earlier: &[String]) -> String {
    let case = format!("/spaces/{}/", scene.case);
    let (kind, at, bit) = (chance.draw(9), chance.draw(1 << 20), chance.draw(8));
    let old = (!earlier.is_empty()).then(|| earlier[at % earlier.len()].clone());
    scene.lie(move |question, answer| {
        if question.method != "GET" || !question.target.contains(&case) || answer.body.is_empty() {
            return;
        }
        if kind == 0 {
            let place = at % answer.body.len();
            answer.body[place] ^= 1 << bit;
            return;
        }
        if kind == 1 {
            answer.body.truncate(at % answer.body.len());
            return;
        }
        if kind == 2 {
            answer.status = [
                StatusCode::INTERNAL_SERVER_ERROR,
                StatusCode::FORBIDDEN,
                StatusCode::NOT_FOUND,
            ][at % 3];
            answer.body = Vec::new();
            return;
        }
        let Ok(mut pulled) = Pulled::decode(&answer.body) else {
            return;
        };
        let count = pulled.frames.len().max(1);
        let (place, next) = (at % count, (at + 1) % count);
        match kind {
            3 if !pulled.frames.is_empty() => drop(pulled.frames.remove(place)),
            4 if !pulled.frames.is_empty() => {
                pulled.frames.insert(place, pulled.frames[place].clone());
            }
            5 if pulled.frames.len() > 1 => pulled.frames.swap(place, next),
            6 => pulled.frames.truncate(place),
            7 if !pulled.frames.is_empty() => {
                let leaf = leaves(&pulled.frames[place..=place])[0];
                pulled.frames[place] = Frame::Withheld(hawser_ledger::EventId(leaf));
            }
            _ => {
                if let Some(old) = &old {
                    pulled.checkpoint.clone_from(old);
                }
            }
        }
        answer.body = pulled.encode();
    });
    format!("lie {kind} at {at}")
}

/// The size and root that the victim has pinned of the case.
fn pinned(scene: &Scene, keys: &Insider) -> anyhow::Result<Option<(u64, String)>> {
    let name = format!("{}/{}", keys.user, scene.case);
    let kept = scene.kept();
    let Some(sealed) = kept.get(&(Table::Pins, name.clone())) else {
        return Ok(None);
    };
    let plain = keys.identity.open_own(&name, sealed)?;
    let pin: serde_json::Value = serde_json::from_slice(&plain)?;
    let size = pin["size"].as_u64().context("a size")?;
    Ok(Some((
        size,
        pin["root"].as_str().context("a root")?.to_owned(),
    )))
}

async fn shown(person: &Person, scene: &Scene) -> Option<BTreeSet<RecordId>> {
    let exhibits = person.exhibits(scene.case).await.ok()?;
    Some(exhibits.into_iter().map(|line| line.exhibit).collect())
}

/// Runs one history.
async fn history(chance: &mut Chance) -> anyhow::Result<()> {
    let mut scene = Scene::set().await?;
    let keys = scene.inside_the_victim().await?;
    let (mut earlier, mut least, mut done) = (Vec::new(), 0, Vec::new());
    for step in 0..STEPS {
        done.push(match chance.draw(6) {
            0 | 1 => {
                scene
                    .prosecutor
                    .log(scene.case, exhibit(&format!("Handset {step}")))
                    .await?;
                "the prosecutor writes".to_owned()
            }
            2 => {
                // It may be refused, when the record is known to be wrong.
                drop(
                    scene
                        .victim
                        .log(scene.case, exhibit("Handset, of the victim"))
                        .await,
                );
                "the victim writes".to_owned()
            }
            3 => {
                scene.repent();
                scene.victim = scene.victim.reload().await?;
                "the server is honest, the page loaded anew".to_owned()
            }
            _ => lie(&scene, chance, &earlier),
        });
        scene.prosecutor.pull().await;
        scene.victim.pull().await;
        let seen = shown(&scene.victim, &scene).await;
        let frames = scene.frames(scene.case).await?;
        let leaves = leaves(&frames);
        earlier.push(scene.sign(scene.case, leaves.len() as u64, root(&leaves)));
        let all = shown(&scene.prosecutor, &scene)
            .await
            .context("the prosecutor sees")?;
        if let Some((size, found)) = pinned(&scene, &keys)? {
            let honest = leaves
                .get(..usize::try_from(size)?)
                .map(root)
                .map(hex::encode);
            ensure!(
                honest.as_ref() == Some(&found),
                "{done:#?}: {size} entries were pinned with another root"
            );
            ensure!(
                size >= least,
                "{done:#?}: the pin fell from {least} to {size}"
            );
            least = size;
        }
        let invented = seen.is_some_and(|seen| !seen.is_subset(&all));
        ensure!(
            !invented,
            "{done:#?}: the victim is shown what nobody wrote"
        );
    }
    scene.repent();
    scene.victim = scene.victim.reload().await?;
    let (seen, all) = (
        shown(&scene.victim, &scene).await,
        shown(&scene.prosecutor, &scene).await,
    );
    ensure!(
        seen == all,
        "{done:#?}: under an honest server all is there again"
    );
    Ok(())
}

#[tokio::test]
async fn no_history_and_no_lie_makes_two_honest_members_disagree() -> anyhow::Result<()> {
    at_work(async {
        let mut chance = Chance::new();
        for _ in 0..HISTORIES {
            history(&mut chance).await?;
        }
        Ok(())
    })
    .await
}
