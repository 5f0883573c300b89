//! Attacks on what independent log keepers confirm: 12, and confirmations that are old, of another story or another
//! log.

use anyhow::{Context as _, ensure};
use ed25519_dalek::SigningKey;
use hawser_agent::io::Clock as _;
use hawser_casework::SpaceId;
use hawser_e2e::headless::at_work;
use hawser_e2e::headless::profile::Profile;
use hawser_e2e::person::{PASSPHRASE, Person, exhibit, terms};
use hawser_ledger::Frame;
use hawser_ledger::log::cosignature::cosign;
use hawser_ledger::log::note::NoteAlgorithm;
use hawser_ledger::log::{ForkProof, NoteKey};
use hawser_ledger::merkle::root;
use hawser_protocol::space::{Confirmations, Pulled};
use hawser_views::keepers::KeepersWish;
use hawser_views::{Command, Reply};

use super::proxy::Answer;
use super::scene::{Scene, leaves};

type Done = anyhow::Result<()>;

const HOUR_S: u32 = 3600;

fn keeper(secret: &SigningKey, name: &str) -> NoteKey {
    let public = secret.verifying_key().to_bytes();
    NoteKey::new(name, NoteAlgorithm::Cosignature, public).unwrap()
}

/// A case of an administrator behind the liar, which names two keepers, both of whom have to confirm; somebody waits
/// to be admitted.
struct Kept {
    scene: Scene,
    case: SpaceId,
    one: SigningKey,
    other: SigningKey,
}

impl Kept {
    async fn set() -> anyhow::Result<Self> {
        let mut scene = Scene::set().await?;
        let behind = Profile::through(scene.proxy.origin(), scene.server.origin());
        let link = scene.server.invite().await?;
        let (who, party) = (("QV-P1", "Prosecutor"), Some(("Velmark", "QV")));
        scene.victim = Person::register_in(&behind, &link, who, party, PASSPHRASE).await?;
        let colleague = scene
            .victim
            .colleague(scene.server.origin(), ("QV-C2", "Customs investigator"))
            .await?;
        let (one, other) = (
            SigningKey::from_bytes(&[3; 32]),
            SigningKey::from_bytes(&[4; 32]),
        );
        let wish = KeepersWish {
            keys: vec![
                keeper(&one, "keeper.one").text(),
                keeper(&other, "keeper.other").text(),
            ],
            max_age_s: HOUR_S,
        };
        let case = scene.victim.create_kept_case(terms("EBB"), wish).await?;
        scene
            .victim
            .nominate(case, &[(&colleague, "member")], true)
            .await?;
        scene.victim.pull().await;
        Ok(Self {
            scene,
            case,
            one,
            other,
        })
    }

    /// What the server says that keepers confirmed.
    fn say(&self, notes: Vec<String>) {
        self.scene.repent();
        self.scene.proxy.lie(move |question, answer| {
            if question.target.ends_with("/confirmations") {
                confirm(answer, &notes);
            }
        });
    }

    /// All that stands in the case.
    async fn frames(&self) -> anyhow::Result<Vec<Frame>> {
        let path = hawser_protocol::path::EVENTS;
        let answer = self
            .scene
            .answer(&self.scene.victim, path, self.case)
            .await?;
        Ok(Pulled::decode(&answer.body)?.frames)
    }

    /// The newest checkpoint as the log signs it.
    async fn newest(&self) -> anyhow::Result<String> {
        let answer = self
            .scene
            .answer(
                &self.scene.victim,
                hawser_protocol::path::CHECKPOINT,
                self.case,
            )
            .await?;
        Ok(String::from_utf8(answer.body)?)
    }

    async fn size(&self) -> anyhow::Result<u64> {
        let space = self.case;
        let asked = self.scene.victim.ask(Command::Case { space }).await;
        match asked.map_err(hawser_e2e::person::told)? {
            Reply::Case(view) => Ok(view.last_entry),
            _ => anyhow::bail!("another reply"),
        }
    }

    /// The administrator tries to admit whoever waits.
    async fn admits(&self) -> Result<(), String> {
        let admitted = self.scene.victim.admit_all(self.case).await;
        admitted.map_err(|error| error.to_string())
    }
}

fn confirm(answer: &mut Answer, notes: &[String]) {
    answer.status = axum::http::StatusCode::OK;
    answer.body = serde_json::to_vec(&Confirmations {
        notes: notes.to_vec(),
    })
    .unwrap();
}

fn now_s(kept: &Kept) -> u64 {
    kept.scene.victim.profile().clock().now_ms() as u64 / 1000
}

fn text(note: &str) -> String {
    let (text, _) = note.split_once("\n\n").unwrap();
    format!("{text}\n")
}

#[tokio::test]
async fn attack_12_a_quorum_is_not_met_by_one_keeper_twice() -> Done {
    at_work(async {
        let mut kept = Kept::set().await?;
        let (one, other) = (&kept.one.clone(), &kept.other.clone());
        let newest = kept.newest().await?;
        let now_s = now_s(&kept);
        let by = |secret: &SigningKey, name: &str, time_s| {
            cosign(&keeper(secret, name), secret, &text(&newest), time_s)
        };
        let ones = by(one, "keeper.one", now_s);
        let others = by(other, "keeper.other", now_s);
        let stranger = SigningKey::from_bytes(&[5; 32]);
        // The other's name over the stranger's key, and the other's line over another checkpoint.
        let posing = by(&stranger, "keeper.other", now_s);
        let elsewhere = text(&newest).replacen("/space/", "/space/0", 1);
        let borrowed = cosign(&keeper(other, "keeper.other"), other, &elsewhere, now_s);
        let old = u64::from(HOUR_S) + 60;
        let space = hawser_ledger::SpaceId(*kept.case.as_bytes());
        let frames = kept.frames().await?;
        let shorter = leaves(&frames[..frames.len() - 1]);
        let earlier = kept
            .scene
            .sign(kept.case, shorter.len() as u64, root(&shorter));
        let old_lines = [(one, "keeper.one"), (other, "keeper.other")]
            .map(|(secret, name)| cosign(&keeper(secret, name), secret, &text(&earlier), now_s))
            .concat();
        ensure!(earlier.contains(&space.to_string()), "of this log");
        let (pins, size) = (kept.scene.pins(), kept.size().await?);
        let year_s = 365 * 24 * 3600;
        for (notes, code) in [
            (vec![], "not-confirmed"),
            (vec![newest.clone()], "not-confirmed"),
            (vec![format!("{newest}{ones}")], "not-confirmed"),
            (vec![format!("{newest}{ones}{ones}")], "not-confirmed"),
            (
                vec![format!("{newest}{ones}"), format!("{newest}{ones}")],
                "not-confirmed",
            ),
            (
                vec![format!("{newest}{ones}{}", by(one, "keeper.other", now_s))],
                "not-confirmed",
            ),
            (
                vec![format!(
                    "{newest}{ones}{}",
                    by(one, "keeper.one", now_s - 1)
                )],
                "not-confirmed",
            ),
            (vec![format!("{newest}{ones}{posing}")], "not-confirmed"),
            (vec![format!("{newest}{ones}{borrowed}")], "not-confirmed"),
            (
                vec![format!("{}\n{ones}{others}", text(&newest))],
                "not-confirmed",
            ),
            (
                vec![format!(
                    "{newest}{ones}{}",
                    by(other, "keeper.other", now_s - old)
                )],
                "not-confirmed",
            ),
            (
                vec![format!(
                    "{newest}{ones}{}",
                    by(other, "keeper.other", now_s + year_s)
                )],
                "not-confirmed",
            ),
            (vec!["garbage".to_owned()], "not-confirmed"),
            // Both, now, of a state that everybody shares: what came later is held back from them.
            (vec![format!("{earlier}{old_lines}")], "not-confirmed"),
        ] {
            // To a browser that has heard none of the other lies.
            kept.say(notes.clone());
            kept.scene.victim = kept.scene.victim.reload().await?;
            let told = kept.admits().await.err();
            ensure!(
                told.as_ref().is_some_and(|told| told.contains(code)),
                "{told:?} in place of {code} after {notes:?}"
            );
            ensure!(kept.size().await? == size, "nothing was written");
            ensure!(kept.scene.pins() == pins, "a pin has changed");
        }
        // Both, and on one another's notes.
        kept.say(vec![format!("{newest}{ones}"), format!("{newest}{others}")]);
        kept.scene.victim = kept.scene.victim.reload().await?;
        kept.admits().await.map_err(anyhow::Error::msg)
    })
    .await
}

#[tokio::test]
async fn attack_12_what_keepers_confirmed_of_another_story_is_proof_against_the_log() -> Done {
    at_work(async {
        let mut kept = Kept::set().await?;
        let size = kept.size().await?;
        let pins = kept.scene.pins();
        // The log's own key signs another tree, and both keepers were deceived.
        for entries in [size + 1, 3] {
            let note = kept.scene.sign(kept.case, entries, [9; 32]);
            let now_s = now_s(&kept);
            let lines = [(&kept.one, "keeper.one"), (&kept.other, "keeper.other")]
                .map(|(secret, name)| cosign(&keeper(secret, name), secret, &text(&note), now_s));
            kept.say(vec![format!("{note}{}", lines.concat())]);
            kept.scene.victim = kept.scene.victim.reload().await?;
            ensure!(
                kept.admits()
                    .await
                    .is_err_and(|told| told.contains("record-fault"))
            );
            let asked = kept
                .scene
                .victim
                .ask(Command::Case { space: kept.case })
                .await;
            let Reply::Case(view) = asked.map_err(hawser_e2e::person::told)? else {
                anyhow::bail!("another reply");
            };
            let fault = view.fault.context("nothing was found wrong")?;
            ensure!(fault.code == "log-forked", "{}", fault.code);
            let (key, _) = ForkProof::parse(&fault.proof.context("the proof goes with it")?)?;
            ensure!(key == kept.scene.log(kept.case), "of this log");
            ensure!(kept.scene.pins() == pins, "a pin has changed");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_was_confirmed_of_more_than_was_known_counts_once_that_is_pulled() -> Done {
    at_work(async {
        let kept = Kept::set().await?;
        let before = kept.newest().await?;
        let elsewhere = kept
            .scene
            .victim
            .sign_in_elsewhere(kept.scene.server.origin())
            .await?;
        elsewhere.log(kept.case, exhibit("Found meanwhile")).await?;
        let (newest, now_s) = (kept.newest().await?, now_s(&kept));
        let notes =
            [(&kept.one, "keeper.one"), (&kept.other, "keeper.other")].map(|(secret, name)| {
                let line = cosign(&keeper(secret, name), secret, &text(&newest), now_s);
                format!("{newest}{line}")
            });
        // What was found is on its way until the keepers are asked; by the next look others have written again, and
        // these confirmations are not shown any more.
        let mut is_asked = false;
        kept.scene.proxy.lie(move |question, answer| {
            if question.target.ends_with("/confirmations") {
                let is_now = !is_asked && question.method == axum::http::Method::POST;
                confirm(answer, if is_now { &notes } else { &[] });
                is_asked |= is_now;
            } else if question.target.contains("/events?") && !is_asked {
                answer.body = Pulled {
                    checkpoint: before.clone(),
                    frames: Vec::new(),
                }
                .encode();
            }
        });
        kept.admits().await.map_err(anyhow::Error::msg)
    })
    .await
}
