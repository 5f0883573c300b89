//! Attacks on a change of keys: 15, 22.

use std::time::Duration;

use anyhow::{Context as _, ensure};
use hawser_casework::SpaceId;
use hawser_e2e::headless::at_work;
use hawser_e2e::person::{PASSPHRASE, Person, told};
use hawser_encryption::age_file::make_age_file;
use hawser_encryption::identity::{Identity, Root};
use hawser_encryption::wrap::{WrapPlace, open_wrap};
use hawser_ledger::Frame;
use hawser_ledger::codec::{Layout as _, Writer};
use hawser_ledger::header::SUITE_XWING;
use hawser_ledger::key::{LABEL_LETTER, sign};
use hawser_ledger::membership::GroupPurpose;
use hawser_ledger::person::{CertChain, CertificateRequest};
use hawser_protocol::organisation::PartyLetterCreate;
use hawser_protocol::path;
use hawser_views::account::KeysView;
use hawser_views::{Command, Reply};

use super::insider::{Insider, with_random};
use super::scene::{Scene, chain};

type Done = anyhow::Result<()>;

async fn draw(person: &Person) -> Done {
    let draw = Command::DrawKeys {
        present: PASSPHRASE.to_owned(),
        new: "anchor velvet harbour sextant maple tundra".to_owned(),
    };
    person.ask(draw).await.map_err(told).map(drop)
}

async fn keys(person: &Person) -> anyhow::Result<KeysView> {
    match person.ask(Command::Keys).await.map_err(told)? {
        Reply::Keys(keys) => Ok(keys),
        _ => anyhow::bail!("no keys"),
    }
}

/// The organisation's own space.
async fn organisation(scene: &Scene) -> anyhow::Result<SpaceId> {
    Ok(SpaceId::new(*scene.prosecutor.me().await?.party.as_bytes()))
}

/// A letter that asks for a certificate, by whoever has `writer`'s keys.
fn letter(
    writer: &Insider,
    chain: &CertChain,
    to: &CertificateRequest,
    asked: &CertificateRequest,
    space: SpaceId,
) -> Vec<u8> {
    let body = serde_json::json!({ "request": hex::encode(asked.encode()) }).to_string();
    let message = Writer::new()
        .fixed(space.as_bytes())
        .bytes(body.as_bytes())
        .finish();
    let signature = sign(writer.identity.signing(), LABEL_LETTER, &message);
    let mut out = Writer::new();
    chain.write(&mut out);
    out.fixed(&signature).bytes(body.as_bytes());
    let recipient = to.recipient_for(SUITE_XWING).unwrap();
    make_age_file(recipient, &out.finish()).unwrap()
}

#[tokio::test]
async fn attack_15_new_keys_exchanged_on_their_way_are_not_certified() -> Done {
    at_work(async {
        let scene = Scene::set().await?;
        let own = organisation(&scene).await?;
        let (thief, office) = (scene.inside_the_victim().await?, scene.insider().await?);
        let before = chain(&scene.frames(own).await?);
        let members = before.membership().members();
        let (known, to) = (&members[&thief.user].chain, &members[&office.user].chain);
        // Keys of a thief, in the victim's name.
        let root = with_random(Root::make);
        let asked = Identity::derive(&root, 2).certificate_request(
            known.cert.request.organisation,
            thief.user,
            known.cert.request.name_commit,
        );
        let to = to.cert.request.clone();
        // Asked for by somebody else of the organisation; by the victim's own keys, which were stolen.
        let by_another = letter(&office, &members[&office.user].chain, &to, &asked, own);
        let by_stolen = letter(&thief, known, &to, &asked, own);
        let person = scene.victim.me().await?.person;
        for (letter, shown) in [(by_another, 0), (by_stolen, 1)] {
            scene.twist(move |question| {
                if question.method == "POST" && question.target == path::LETTERS {
                    let mut create: PartyLetterCreate =
                        serde_json::from_slice(&question.body).unwrap();
                    create.body = letter.clone().into();
                    question.body = serde_json::to_vec(&create).unwrap();
                    question.headers.remove("content-length");
                }
            });
            match keys(&scene.victim).await?.waiting {
                None => draw(&scene.victim).await?,
                Some(_) => scene.victim.does(Command::AskForCertificate).await?,
            }
            let requests = scene.prosecutor.organisation().await?.key_requests;
            ensure!(requests.len() == shown, "{} are shown", requests.len());
        }
        // What the victim reads out is not what was asked for.
        let number = keys(&scene.victim).await?.waiting.context("they wait")?;
        let shown = &scene.prosecutor.organisation().await?.key_requests[0];
        ensure!(shown.number != number, "two numbers");
        let code = scene
            .prosecutor
            .refused(Command::CertifyKeys { person, number })
            .await?;
        ensure!(code == "key-number-differs", "{code}");
        let after = chain(&scene.frames(own).await?);
        ensure!(after.size() == before.size(), "nothing was certified");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn attack_22_keys_that_were_replaced_sign_and_open_nothing_more() -> Done {
    at_work(async {
        let scene = Scene::set().await?;
        let old = scene.insider().await?;
        draw(&scene.prosecutor).await?;
        for _ in 0..100 {
            scene.prosecutor.pull().await;
            if keys(&scene.prosecutor).await?.behind == 0 {
                break;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        scene.victim.pull().await;
        // Whoever has the old keys opens no wrap of an epoch that began since.
        let frames = scene.frames(scene.case).await?;
        let now = chain(&frames);
        let (group, team) = now
            .membership()
            .group_for(GroupPurpose::Team)
            .context("team")?;
        ensure!(!team.frozen, "it was renewed");
        for wrap in scene.wraps().await? {
            for generation in [1, 2] {
                let place = WrapPlace {
                    space: now.space(),
                    group,
                    user: old.user,
                    generation,
                    first: team.epoch(),
                    last: team.epoch(),
                    suite: SUITE_XWING,
                };
                let opened = open_wrap(&old.identity, &place, &wrap.wrap.0);
                ensure!(opened.is_err(), "it opened");
            }
        }
        let late = async |_: &Scene, frames: &mut Vec<Frame>| {
            let now = chain(frames);
            let (group, team) = now.membership().group_for(GroupPurpose::Team).unwrap();
            let event = old.content(&now, group, team.epoch());
            frames.push(Frame::Event(event.encode()));
            Ok(())
        };
        scene.lied_to("key-replaced", late).await.map(drop)
    })
    .await
}
