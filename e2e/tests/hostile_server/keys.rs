//! Attacks on keys: 15, 19, 21 to 24.

use anyhow::{Context as _, ensure};
use hawser_e2e::headless::Headless;
use hawser_e2e::headless::at_work;
use hawser_e2e::headless::profile::Profile;
use hawser_e2e::person::{PASSPHRASE, Person, exhibit};
use hawser_encryption::epoch::EpochSecret;
use hawser_encryption::event::encrypt_event;
use hawser_encryption::wrap::{WrapPlace, make_wrap, open_wrap};
use hawser_ledger::Event;
use hawser_ledger::Frame;
use hawser_ledger::codec::Layout as _;
use hawser_ledger::event::bind_public;
use hawser_ledger::header::SUITE_XWING;
use hawser_ledger::key::hash;
use hawser_ledger::membership::{Act, GroupPurpose, Membership};
use hawser_ledger::person::CertificateRequest;
use hawser_protocol::account::SignedIn;
use hawser_protocol::organisation::InvitationAnswer;
use hawser_protocol::path;
use hawser_protocol::space::StoredWrap;
use hawser_views::command::Standing;
use hawser_views::{Command, Reply};

use super::insider::{Insider, random, with_random};
use super::ledger::epoch;
use super::scene::{Scene, chain};

type Done = anyhow::Result<()>;

/// Parses a body, changes it, and writes it again.
fn rewritten<T: serde::Serialize + serde::de::DeserializeOwned>(
    body: &mut Vec<u8>,
    change: impl FnOnce(&mut T),
) {
    let Ok(mut value) = serde_json::from_slice(body) else {
        return;
    };
    change(&mut value);
    *body = serde_json::to_vec(&value).unwrap();
}

#[tokio::test]
async fn attack_15_a_key_exchanged_on_its_way_is_not_certified_or_compared() -> Done {
    at_work(async {
        let scene = Scene::set().await?;
        let stranger = ed25519_dalek::SigningKey::from_bytes(&random());
        // At enrolment: the server answers an invitation with keys of its own.
        let other = stranger.clone();
        scene.twist(move |question| {
            if question.method == "PUT" && question.target.ends_with("/answer") {
                rewritten(&mut question.body, |answer: &mut InvitationAnswer| {
                    let mut request = CertificateRequest::decode(&answer.request.0).unwrap();
                    request.signing_key = other.verifying_key().to_bytes();
                    answer.request = request.sign(&other).encode().into();
                });
                question.headers.remove("content-length");
            }
        });
        let invite = Command::Invite {
            for_whom: "QN-A7".to_owned(),
            hours: 24,
        };
        let Ok(Reply::Link(link)) = scene.prosecutor.ask(invite).await else {
            anyhow::bail!("no link")
        };
        let behind = Profile::through(scene.proxy.origin(), scene.server.origin());
        Person::register_in(&behind, &link, ("QN-A7", "Analyst"), None, PASSPHRASE).await?;
        let organisation = scene.prosecutor.organisation().await?;
        let answered = organisation
            .invitations
            .iter()
            .find(|invitation| invitation.stage == "answered")
            .context("an answer came")?;
        ensure!(answered.forged, "it is shown as forged");
        let certify = Command::Certify {
            lookup: answered.lookup.clone(),
        };
        let code = scene.prosecutor.refused(certify).await?;
        ensure!(code == "invitation-forged", "{code}");

        // At first contact: somebody between two organisations brings a card of their own.
        let lumara =
            Person::found(&scene.server, ("QR-P1", "Prosecutor"), ("Lumara", "QR")).await?;
        let between = Person::found(&scene.server, ("QX-M1", "Nobody"), ("Lumara", "QR")).await?;
        let card = between.organisation().await?.card;
        scene.prosecutor.does(Command::AddContact { card }).await?;
        let own = scene.prosecutor.organisation().await?;
        lumara.does(Command::AddContact { card: own.card }).await?;
        // Lumara's prosecutor reads out the number on her own screen.
        let theirs = lumara.organisation().await?;
        let spoken = theirs.contacts[0].safety_number.clone();
        let party = scene.prosecutor.organisation().await?.contacts[0].party;
        let confirm = Command::ConfirmSafetyNumber {
            party,
            digits: spoken,
        };
        let code = scene.prosecutor.refused(confirm).await?;
        ensure!(code == "safety-number-differs", "{code}");
        // And nothing is granted to an organisation that was not compared.
        scene
            .prosecutor
            .does(Command::AdmitParty {
                space: scene.case,
                party,
                status: "bound-member-state".to_owned(),
                limited: false,
            })
            .await
            .err()
            .map_or(Ok(()), |error| {
                ensure!(error.to_string().contains("not-verified"), "{error}");
                Ok(())
            })?;
        between
            .does(Command::JoinCase { space: scene.case })
            .await
            .ok();
        between
            .nominate(scene.case, &[(&between, "member")], true)
            .await
            .ok();
        scene.prosecutor.admit_all(scene.case).await.ok();
        let members = scene.prosecutor.people(scene.case).await?.members.len();
        ensure!(members == 2, "{members} members");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn attack_19_a_removed_member_is_refused_new_entries_and_could_not_open_them() -> Done {
    at_work(async {
        let scene = Scene::set().await?;
        let removed = scene.inside_the_victim().await?;
        let person = scene.victim.me().await?.person;
        scene
            .prosecutor
            .does(Command::ChangeStanding {
                space: scene.case,
                person,
                standing: Standing::End,
                reason: "left the service".to_owned(),
                despite_matters: true,
            })
            .await?;
        scene
            .prosecutor
            .log(scene.case, exhibit("Ledger book"))
            .await?;
        let response = scene
            .answer(&scene.victim, path::EVENTS, scene.case)
            .await?;
        ensure!(response.status == 403, "{}", response.status);
        // A server that hands out all it has helps nobody: no wrap is for the one who left.
        let frames = scene.frames(scene.case).await?;
        scene.tell(scene.case, scene.story(scene.case, frames.clone()));
        scene.victim.pull().await;
        let seen = scene.victim.exhibits(scene.case).await?.len();
        ensure!(seen == 2, "{seen} exhibits");
        let chain = chain(&frames);
        let (group, team) = chain
            .membership()
            .group_for(GroupPurpose::Team)
            .context("team")?;
        let wraps = scene.wraps().await?;
        ensure!(!wraps.is_empty(), "the prosecutor has some");
        for wrap in wraps {
            for user in [removed.user, scene.insider().await?.user] {
                let place = WrapPlace {
                    space: chain.space(),
                    group,
                    user,
                    generation: 1,
                    first: team.epoch(),
                    last: team.epoch(),
                    suite: SUITE_XWING,
                };
                ensure!(
                    open_wrap(&removed.identity, &place, &wrap.wrap.0).is_err(),
                    "it opened"
                );
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn attack_20_two_members_are_not_given_different_keys() -> Done {
    at_work(async {
        let scene = Scene::set().await?;
        let frames = scene.frames(scene.case).await?;
        let before = chain(&frames);
        let victim = scene.inside_the_victim().await?;
        let (group, team) = before
            .membership()
            .group_for(GroupPurpose::Team)
            .context("team")?;
        // A valid wrap, its hash in the record, of another secret than the one that was committed to.
        let place = WrapPlace {
            space: before.space(),
            group,
            user: victim.user,
            generation: 1,
            first: team.epoch() + 1,
            last: team.epoch() + 1,
            suite: SUITE_XWING,
        };
        let other = with_random(EpochSecret::make);
        let wrap = make_wrap(&place, &victim.identity.recipient(SUITE_XWING), &[other])?;
        let act = async |scene: &Scene, _: &Membership| handed(scene, wrap).await;
        stays_closed(scene, act).await
    })
    .await
}

/// The victim unlocks behind a server that hands out what `lie` makes of the keyring.
async fn unlocks(
    scene: &Scene,
    code: &str,
    mut lie: impl FnMut(&mut SignedIn) + Send + 'static,
) -> Done {
    scene.repent();
    scene.lie(move |question, answer| {
        if question.target == path::SESSION_FINISH {
            rewritten(&mut answer.body, &mut lie);
        }
    });
    let before = scene.kept();
    let browser = Headless::open(scene.victim.profile());
    let unlock = Command::SignIn {
        sign_in_name: scene.victim.sign_in_name.clone(),
        passphrase: PASSPHRASE.to_owned(),
        label: "test".to_owned(),
    };
    let found = browser.ask(unlock).await.err().context("it opened")?.code;
    ensure!(found == code, "{found} in place of {code}");
    ensure!(scene.kept() == before, "the store has changed");
    Ok(())
}

#[tokio::test]
async fn attack_21_the_server_chooses_neither_weaker_nor_dearer_parameters() -> Done {
    at_work(async {
        let scene = Scene::set().await?;
        // Behind magic, version, user, record version, hash and generation: suite, then memory, passes and lanes.
        const SUITE: usize = 4 + 1 + 16 + 8 + 32 + 4;
        let put = |at: usize, value: [u8; 4]| {
            move |signed_in: &mut SignedIn| {
                signed_in.keyring.0[SUITE + 1 + at..][..4].copy_from_slice(&value);
            }
        };
        for (at, value) in [(0, 8_u32), (0, 4 << 20), (4, 1), (4, 99), (8, 16)] {
            unlocks(&scene, "keyring-parameters", put(at, value.to_be_bytes())).await?;
        }
        for suite in [0, 2, 9] {
            let lie = move |signed_in: &mut SignedIn| signed_in.keyring.0[SUITE] = suite;
            unlocks(&scene, "keyring-parameters", lie).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn attack_22_an_old_keyring_is_served() -> Done {
    at_work(async {
        let scene = Scene::set().await?;
        let kept = std::sync::Arc::new(std::sync::Mutex::new(None));
        let keep = std::sync::Arc::clone(&kept);
        scene.lie(move |question, answer| {
            if question.target == path::SESSION_FINISH {
                *keep.lock().unwrap() = serde_json::from_slice::<SignedIn>(&answer.body).ok();
            }
        });
        scene.victim.sign_in_in(scene.victim.profile()).await?;
        let old = kept.lock().unwrap().take().context("a keyring")?;
        // A later version, under the same passphrase: an update of the keyring's body.
        let confirm = scene
            .victim
            .kit
            .confirm
            .iter()
            .map(|index| scene.victim.kit.groups[*index].clone());
        scene
            .victim
            .does(Command::ConfirmKit {
                groups: confirm.collect(),
            })
            .await?;
        unlocks(&scene, "keyring-older", move |signed_in| {
            *signed_in = old.clone();
        })
        .await
    })
    .await
}

/// The secret of the team's newest epoch, as a member opens it.
async fn secret(
    scene: &Scene,
    insider: &Insider,
    membership: &Membership,
) -> anyhow::Result<EpochSecret> {
    let (group, team) = membership.group_for(GroupPurpose::Team).context("team")?;
    let wraps = scene.wraps().await?;
    let place = WrapPlace {
        space: membership.space(),
        group,
        user: insider.user,
        generation: 1,
        first: team.epoch(),
        last: team.epoch(),
        suite: SUITE_XWING,
    };
    wraps
        .iter()
        .find_map(|wrap| {
            open_wrap(&insider.identity, &place, &wrap.wrap.0)
                .ok()?
                .pop()
        })
        .context("a wrap of the newest epoch")
}

#[tokio::test]
async fn attack_23_a_ciphertext_that_another_key_would_open_too_is_not_opened() -> Done {
    at_work(async {
        let mut scene = Scene::set().await?;
        let insider = scene.insider().await?;
        let frames = scene.frames(scene.case).await?;
        let chain = chain(&frames);
        let secret = secret(&scene, &insider, chain.membership()).await?;
        let (group, team) = chain
            .membership()
            .group_for(GroupPurpose::Team)
            .context("team")?;
        // Committed to one key and encrypted with another.
        let mut prefix = insider.content(&chain, group, team.epoch()).header.prefix;
        prefix.nonce = random();
        prefix.key_commit = [7; 32];
        let public = hawser_ledger::event::RecordPublic { blobs: Vec::new() }.encode();
        bind_public(&mut prefix, &public);
        let key = secret.event_key(&prefix);
        ensure!(key.commitment() != prefix.key_commit, "another key");
        let encrypted = encrypt_event(&key, &prefix, b"{}").or_else(|_| {
            // The writer itself refuses: what a program of one's own would write.
            let mut honest = prefix.clone();
            honest.key_commit = key.commitment();
            encrypt_event(&key, &honest, b"{}")
        })?;
        let position = chain.next_position(group);
        let planted = Event::sign(
            prefix,
            position,
            public,
            encrypted,
            insider.identity.signing(),
        );
        let mut frames = frames;
        frames.push(Frame::Event(planted.encode()));
        let seq = frames.len() as u64 - 1;
        scene.tell(scene.case, scene.story(scene.case, frames));
        scene.victim = scene.victim.reload().await?;
        let Ok(Reply::Record(check)) = scene
            .victim
            .ask(Command::CheckRecord { space: scene.case })
            .await
        else {
            anyhow::bail!("no answer")
        };
        ensure!(check.fault.is_none(), "{:?}", check.fault);
        ensure!(
            check.unreadable == [(seq, "QN-P1".to_owned())],
            "{:?}",
            check.unreadable
        );
        Ok(())
    })
    .await
}

/// A new epoch whose wrap for the victim is `wrap`, named in the record as it should be.
async fn handed(scene: &Scene, wrap: Vec<u8>) -> anyhow::Result<(Insider, Act)> {
    let insider = scene.insider().await?;
    let frames = scene.frames(scene.case).await?;
    let before = chain(&frames);
    let victim = scene.inside_the_victim().await?;
    let (group, mut start) = epoch(&insider, before.membership(), false);
    for named in &mut start.wraps {
        if named.user == victim.user {
            named.hash = hash(&[&wrap]);
        }
    }
    let seq = frames.len() as u64;
    scene.lie(move |question, answer| {
        if question.target.ends_with("/wraps") {
            rewritten(&mut answer.body, |wraps: &mut Vec<StoredWrap>| {
                let wrap = wrap.clone().into();
                wraps.push(StoredWrap { seq, group, wrap });
            });
        }
    });
    Ok((insider, Act::EpochStart(start)))
}

#[tokio::test]
async fn attack_24_an_age_header_out_of_all_proportion_costs_nothing() -> Done {
    at_work(async {
        let body = "A".repeat(43);
        let stanza = format!("-> X25519 {body}\n{body}\n");
        let scrypt = format!("-> scrypt {} 22\n{body}\n", "A".repeat(22));
        let end = format!("--- {body}\n");
        let version = "age-encryption.org/v1\n";
        for bomb in [
            format!("{version}-> X25519 {}\n{body}\n{end}", "A".repeat(261_000)),
            format!("{version}{}{end}", stanza.repeat(100_000)),
            format!("{version}{scrypt}{end}"),
            format!("{version}{stanza}{scrypt}{end}"),
        ] {
            let wrap = [bomb.as_bytes(), &[0; 32]].concat();
            let scene = Scene::set().await?;
            let act = async |scene: &Scene, _: &Membership| handed(scene, wrap).await;
            stays_closed(scene, act).await?;
        }
        Ok(())
    })
    .await
}

/// Keys that do not fit, by the hand of who wrote them: what is written under them stays closed, the record names who it
/// was, and nothing else is lost.
async fn stays_closed(
    scene: Scene,
    act: impl AsyncFnOnce(&Scene, &Membership) -> anyhow::Result<(Insider, Act)>,
) -> Done {
    let mut frames = scene.frames(scene.case).await?;
    let before = chain(&frames);
    let (insider, act) = act(&scene, before.membership()).await?;
    frames.push(Frame::Event(insider.act(&before, &act).encode()));
    let after = chain(&frames);
    let (group, team) = after
        .membership()
        .group_for(GroupPurpose::Team)
        .context("team")?;
    let written = insider.content(&after, group, team.epoch());
    frames.push(Frame::Event(written.encode()));
    scene.tell(scene.case, scene.story(scene.case, frames));
    scene.victim.pull().await;
    let check = Command::CheckRecord { space: scene.case };
    let Ok(Reply::Record(check)) = scene.victim.ask(check).await else {
        anyhow::bail!("no check")
    };
    ensure!(check.fault.is_none(), "{:?}", check.fault);
    let named = check
        .unreadable
        .iter()
        .any(|(entry, _)| *entry == before.size());
    ensure!(named, "{:?}", check.unreadable);
    let seen = scene.victim.exhibits(scene.case).await?.len();
    ensure!(seen == 2, "{seen} exhibits");
    let add = Command::LogExhibit {
        space: scene.case,
        exhibit: exhibit("Sealed bag"),
        happened: hawser_e2e::person::happened_now(),
    };
    let code = scene.victim.refused(add).await?;
    ensure!(code == "keys-do-not-fit", "{code}");
    Ok(())
}
