//! Two authorities share one case: the same suite on SQLite and on PostgreSQL.

use hawser_casework::record::{Answer, Settlement};
use hawser_casework::{Custodian, SpaceId};
use hawser_e2e::headless::at_work;
use hawser_e2e::headless::chunk_native::FileSource;
use hawser_e2e::person::{Person, acceptance, exhibit, happened_now, terms};
use hawser_e2e::postgres::Cluster;
use hawser_e2e::server::{Storage, TestServer};
use hawser_views::command::Standing;
use hawser_views::transfer::PickedFile;
use hawser_views::{Command, Reply};

/// Kestria and Lumara, who have compared their numbers, with a case among them.
pub struct Scene {
    /// Founder and administrator, of Kestria.
    pub prosecutor: Person,
    /// Member, of Kestria.
    pub customs: Person,
    /// Member, of Lumara.
    pub forensics: Person,
    /// Leader, of Lumara.
    pub other_prosecutor: Person,
    /// Their case.
    pub case: SpaceId,
}

impl Scene {
    /// Everyone is there and has caught up.
    pub async fn set(server: &TestServer) -> anyhow::Result<Self> {
        let origin = server.origin();
        let prosecutor = Person::register(
            origin,
            &server.invite().await?,
            ("QN-P1", "Prosecutor"),
            Some(("Kestria", "QN")),
        )
        .await?;
        let customs = prosecutor
            .colleague(origin, ("QN-C2", "Customs investigator"))
            .await?;
        let other_prosecutor = Person::register(
            origin,
            &server.invite().await?,
            ("QR-P1", "Prosecutor"),
            Some(("Lumara", "QR")),
        )
        .await?;
        let forensics = other_prosecutor
            .colleague(origin, ("QR-D2", "Digital forensics"))
            .await?;
        prosecutor.compare_with(&other_prosecutor).await?;
        let case = prosecutor.create_case(terms("TIDEMARK")).await?;
        prosecutor
            .nominate(case, &[(&customs, "member")], true)
            .await?;
        prosecutor.admit_all(case).await?;
        prosecutor
            .admit_party(
                case,
                &other_prosecutor,
                &[(&other_prosecutor, "leader"), (&forensics, "member")],
            )
            .await?;
        for person in [&customs, &other_prosecutor, &forensics] {
            person.pull().await;
        }
        Ok(Self {
            prosecutor,
            customs,
            forensics,
            other_prosecutor,
            case,
        })
    }
}

async fn evidence_moves(server: TestServer) -> anyhow::Result<()> {
    let scene = Scene::set(&server).await?;
    let case = scene.case;
    let handset = scene
        .customs
        .log(case, exhibit("Handset, black, cracked screen"))
        .await?;

    // The other State's investigator sees it and cannot offer what they do not hold.
    scene.forensics.pull().await;
    let seen = scene.forensics.exhibit(case, handset).await?;
    assert_eq!(seen.line.number, "E-0001");
    assert_eq!(seen.line.holder, "QN-C2");
    let me = scene.forensics.me().await?.person;
    let customs = scene.customs.me().await?.person;
    let offer = hawser_views::evidence::OfferDraft {
        exhibits: vec![handset],
        to: Custodian::Member { person: customs },
        happened: happened_now(),
        place: String::new(),
        purpose: "Examination".to_owned(),
        seal_out: String::new(),
        condition: String::new(),
    };
    assert_eq!(
        scene
            .forensics
            .refused(Command::Offer { space: case, offer })
            .await?,
        "not-the-holder"
    );

    // Files arrive byte for byte.
    let bytes: Vec<u8> = (0..9_000_000_u32)
        .map(|index| (index.wrapping_mul(2_654_435_761) >> 24) as u8)
        .collect();
    let picked = |name: &str, length| PickedFile {
        name: name.to_owned(),
        media_type: "application/octet-stream".to_owned(),
        length,
        modified_ms: 0,
        caption: String::new(),
    };
    let files = vec![
        (
            picked("image.dd", bytes.len() as u64),
            FileSource::bytes(bytes.clone()),
        ),
        (picked("empty.txt", 0), FileSource::bytes(Vec::new())),
    ];
    let left = scene
        .customs
        .attach(case, handset, files)
        .await
        .map_err(hawser_e2e::person::told)?;
    assert!(left.is_empty(), "{left:?}");
    scene.forensics.pull().await;
    let seen = scene.forensics.exhibit(case, handset).await?;
    assert_eq!(seen.files.len(), 2);
    let opened = scene
        .forensics
        .open_file(case, seen.files[0].file)
        .await
        .map_err(hawser_e2e::person::told)?;
    assert!(opened.1 == bytes, "the bytes are the same");

    // The holder changes on acceptance only.
    let offer = scene
        .customs
        .offers(case, &[handset], Custodian::Member { person: me })
        .await?;
    scene.forensics.pull().await;
    assert_eq!(
        scene.forensics.exhibit(case, handset).await?.line.holder,
        "QN-C2"
    );
    let answer = |answer, reason: &str| Command::AnswerOffer {
        space: case,
        offer,
        exhibit: handset,
        answer,
        reason: reason.to_owned(),
        seal_in: "K-004417".to_owned(),
        happened: happened_now(),
        photo: None,
    };
    scene.other_prosecutor.pull().await;
    assert_eq!(
        scene
            .other_prosecutor
            .refused(answer(Answer::Accepted, ""))
            .await?,
        "not-the-addressee"
    );
    scene
        .forensics
        .does(answer(Answer::Refused, "Two received, three listed"))
        .await?;
    scene.customs.pull().await;
    assert_eq!(
        scene.customs.exhibit(case, handset).await?.line.custody,
        "disputed"
    );
    let settle = Command::SettleDispute {
        space: case,
        offer,
        exhibit: handset,
        outcome: Settlement::StaysWithGiver,
        reason: "Counted again".to_owned(),
    };
    scene.customs.does(settle).await?;
    let offer = scene
        .customs
        .offers(case, &[handset], Custodian::Member { person: me })
        .await?;
    scene.forensics.pull().await;
    let accept = Command::AnswerOffer {
        space: case,
        offer,
        exhibit: handset,
        answer: Answer::Accepted,
        reason: String::new(),
        seal_in: "K-004417".to_owned(),
        happened: happened_now(),
        photo: None,
    };
    scene.forensics.does(accept).await?;
    scene.customs.pull().await;
    let seen = scene.customs.exhibit(case, handset).await?;
    assert_eq!(seen.line.holder, "QR-D2");
    assert_eq!(seen.line.custody, "held");
    assert_eq!(seen.chain.len(), 6, "{:?}", seen.chain);

    // Everything survives a restart, and a browser that has never been here sees the same.
    let server = server.restart().await?;
    let elsewhere = scene.prosecutor.sign_in_elsewhere(server.origin()).await?;
    assert_eq!(elsewhere.exhibit(case, handset).await?.chain.len(), 6);
    let Ok(Reply::Record(check)) = elsewhere.ask(Command::CheckRecord { space: case }).await else {
        anyhow::bail!("no check");
    };
    assert_eq!(check.fault, None);
    assert!(check.unreadable.is_empty());
    assert_eq!(check.entries, check.signatures);
    Ok(())
}

async fn the_suspended_open_nothing_newer(server: TestServer) -> anyhow::Result<()> {
    let scene = Scene::set(&server).await?;
    let case = scene.case;
    let forensics = scene.forensics.me().await?.person;
    let handset = scene.forensics.log(case, exhibit("Handset")).await?;
    scene.prosecutor.pull().await;
    let standing = |standing| Command::ChangeStanding {
        space: case,
        person: forensics,
        standing,
        reason: "Internal inquiry".to_owned(),
        despite_matters: false,
    };
    // What the person holds is dealt with first.
    assert_eq!(
        scene
            .prosecutor
            .refused(standing(Standing::Suspend))
            .await?,
        "matters-open"
    );
    let customs = scene.customs.me().await?.person;
    let offer = scene
        .forensics
        .offers(case, &[handset], Custodian::Member { person: customs })
        .await?;
    scene.customs.pull().await;
    let accept = acceptance(case, offer, handset);
    scene.customs.does(accept).await?;
    scene.prosecutor.pull().await;
    scene.prosecutor.does(standing(Standing::Suspend)).await?;
    scene.customs.pull().await;
    let later = scene.customs.log(case, exhibit("Second handset")).await?;

    scene.forensics.pull().await;
    let told = scene
        .forensics
        .take_notices()
        .into_iter()
        .any(|notice| matches!(notice, hawser_views::Notice::Space { space } if space == case));
    assert!(told, "the page is told at once");
    let Reply::Case(seen) = scene
        .forensics
        .ask(Command::Case { space: case })
        .await
        .map_err(hawser_e2e::person::told)?
    else {
        anyhow::bail!("no case")
    };
    assert_eq!(seen.standing, "suspended");
    assert_eq!(
        scene
            .forensics
            .refused(Command::Exhibit {
                space: case,
                exhibit: later
            })
            .await?,
        "unknown-exhibit"
    );
    assert_eq!(
        scene
            .forensics
            .refused(Command::MarkSeen { space: case })
            .await
            .ok(),
        None,
        "what was open stays readable"
    );

    scene.prosecutor.does(standing(Standing::Reinstate)).await?;
    scene.forensics.pull().await;
    assert_eq!(
        scene.forensics.exhibit(case, later).await?.line.description,
        "Second handset"
    );
    // The last administrator cannot go.
    let prosecutor = scene.prosecutor.me().await?.person;
    let demote = Command::ChangeRole {
        space: case,
        person: prosecutor,
        role: "member".to_owned(),
        reason: "Moving on".to_owned(),
    };
    assert_eq!(
        scene.prosecutor.refused(demote).await?,
        "last-administrator"
    );
    Ok(())
}

#[tokio::test]
async fn attack_37_nothing_that_members_wrote_stands_on_the_server() -> anyhow::Result<()> {
    at_work(async {
        let server = TestServer::start(Storage::Sqlite).await?;
        let scene = Scene::set(&server).await?;
        let handset = scene
            .customs
            .log(scene.case, exhibit("canaryquartzfalcon"))
            .await?;
        let content = "canaryopalheron ".repeat(20_000);
        let picked = PickedFile {
            name: "canaryberylplover.txt".to_owned(),
            media_type: "text/plain".to_owned(),
            length: content.len() as u64,
            modified_ms: 0,
            caption: "canaryagatewren".to_owned(),
        };
        let source = FileSource::bytes(content.clone().into_bytes());
        scene
            .customs
            .attach(scene.case, handset, vec![(picked, source)])
            .await
            .map_err(hawser_e2e::person::told)?;
        let words = [
            "canary",
            "TIDEMARK",
            "Kestria",
            "QN-C2",
            "Customs investigator",
            "fruit terminal",
            "lantern",
        ];
        server.knows_nothing_of(&words)
    })
    .await
}

macro_rules! on_both {
    ($($name:ident => $test:path),+ $(,)?) => {
        mod sqlite {
            use super::*;
            $(#[tokio::test]
            async fn $name() -> anyhow::Result<()> {
                at_work(async { $test(TestServer::start(Storage::Sqlite).await?).await }).await
            })+
        }
        mod postgres {
            use super::*;
            $(#[tokio::test]
            async fn $name() -> anyhow::Result<()> {
                let cluster = Cluster::start()?;
                let url = cluster.database(stringify!($name)).await?;
                at_work(async { $test(TestServer::start(Storage::Postgres(url)).await?).await }).await
            })+
        }
    };
}

on_both! {
    an_exhibit_is_logged_offered_disputed_and_accepted => evidence_moves,
    a_suspended_person_opens_nothing_newer => the_suspended_open_nothing_newer,
}
