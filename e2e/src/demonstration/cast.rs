//! Who plays: three authorities and their people.

use anyhow::Context as _;

use super::Stage;
use crate::headless::profile::Profile;
use crate::person::{Person, told};
use hawser_views::{Command, Reply};

/// Sign-in name, passphrase and who it is. Known to everyone: this is an exercise.
pub const SIGN_INS: [(&str, &str, &str); 13] = [
    (
        "QN-C2",
        "tidemark quay lantern ferry compass",
        "Customs investigator, Kestria",
    ),
    (
        "QN-P1",
        "tidemark harbour almond signal wicker",
        "Prosecutor, administrator of the case, Kestria",
    ),
    (
        "QN-S3",
        "tidemark ledger cobalt bracket meadow",
        "Exhibits store, Kestria",
    ),
    (
        "QR-P1",
        "tidemark walnut orbit candle thistle",
        "Prosecutor, second administrator, Lumara",
    ),
    (
        "QR-D2",
        "tidemark saffron gravel piston marble",
        "Digital forensics, Lumara",
    ),
    (
        "QR-C3",
        "tidemark velvet anchor sparrow copper",
        "Customs officer, Lumara",
    ),
    (
        "QS-C4",
        "tidemark cinnamon pulley harvest lagoon",
        "Container-unit officer, Santa Brisa",
    ),
    (
        "QS-C5",
        "tidemark granite whistle pepper canvas",
        "Container-unit officer, Santa Brisa",
    ),
    (
        "QS-L1",
        "tidemark juniper copper saddle monsoon",
        "Liaison prosecutor, Santa Brisa",
    ),
    (
        "PM-1",
        "tidemark fairway pepper lantern cobble",
        "Programme manager, Kestria",
    ),
    (
        "AS-1",
        "tidemark fairway gravel bonnet cedar",
        "Port assessor, Kestria",
    ),
    (
        "AS-2",
        "tidemark fairway marble oyster ribbon",
        "Port assessor, Lumara",
    ),
    (
        "HV-1",
        "tidemark fairway vellum cannon plover",
        "Harbour master, Iles Vellines",
    ),
];

/// The people, each with an agent of their own.
pub struct Cast {
    /// Customs investigator.
    pub customs: Person,
    /// Prosecutor and administrator.
    pub prosecutor: Person,
    /// Exhibits store.
    pub store: Person,
    /// Second administrator.
    pub other_prosecutor: Person,
    /// Digital forensics.
    pub forensics: Person,
    /// Suspended in the course of the exercise.
    pub officer: Person,
    /// Of the third State's container unit.
    pub unit: Person,
    /// The same.
    pub unit_second: Person,
    /// Its liaison prosecutor.
    pub unit_third: Person,
    /// Manages the programme of ports, and has no part in any case.
    pub manager: Person,
    /// Assesses ports, of Kestria.
    pub assessor: Person,
    /// Assesses ports, of Lumara.
    pub second_assessor: Person,
    /// Host authority of Port-Vellines.
    pub host: Person,
    /// The clock they share.
    pub stage: Stage,
}

fn passphrase(name: &str) -> anyhow::Result<(&'static str, &'static str)> {
    let known = SIGN_INS
        .iter()
        .find(|(sign_in, ..)| *sign_in == name)
        .context("a sign-in of the exercise")?;
    Ok((known.1, known.2.split(',').next().unwrap_or_default()))
}

impl Cast {
    pub(super) async fn assemble(
        origin: &str,
        invite: impl AsyncFn() -> anyhow::Result<String>,
        tell: &impl Fn(&str),
    ) -> anyhow::Result<Self> {
        let first = Profile::new(origin);
        let stage = Stage {
            clock: first.clock(),
        };
        stage.clock.set_offset(60);
        stage.hours_ago(24 * 420);
        let profile = || Profile::with_clock(origin, first.clock());
        let founder = async |name: &str, organisation: (&str, &str)| -> anyhow::Result<Person> {
            let (passphrase, function) = passphrase(name)?;
            Person::register_in(
                &profile(),
                &invite().await?,
                (name, function),
                Some(organisation),
                passphrase,
            )
            .await
        };
        let colleague = async |by: &Person, name: &str| -> anyhow::Result<Person> {
            let (passphrase, function) = passphrase(name)?;
            let invite = Command::Invite {
                for_whom: name.to_owned(),
                hours: 24,
            };
            let Reply::Link(link) = by.ask(invite).await.map_err(told)? else {
                anyhow::bail!("no link")
            };
            let person =
                Person::register_in(&profile(), &link, (name, function), None, passphrase).await?;
            by.certify_all().await?;
            person.pull().await;
            Ok(person)
        };
        tell("Kestria: prosecutor, customs, exhibits store");
        let prosecutor = founder("QN-P1", ("Kestria", "QN")).await?;
        let customs = colleague(&prosecutor, "QN-C2").await?;
        let store = colleague(&prosecutor, "QN-S3").await?;
        tell("Lumara: prosecutor, digital forensics, customs");
        let other_prosecutor = founder("QR-P1", ("Lumara", "QR")).await?;
        let forensics = colleague(&other_prosecutor, "QR-D2").await?;
        let officer = colleague(&other_prosecutor, "QR-C3").await?;
        tell("Santa Brisa: container unit");
        let unit = founder("QS-C4", ("Santa Brisa", "QS")).await?;
        let unit_second = colleague(&unit, "QS-C5").await?;
        let unit_third = colleague(&unit, "QS-L1").await?;
        tell("Iles Vellines, and those who assess ports");
        let host = founder("HV-1", ("Iles Vellines", "QV")).await?;
        let manager = colleague(&prosecutor, "PM-1").await?;
        let assessor = colleague(&prosecutor, "AS-1").await?;
        let second_assessor = colleague(&other_prosecutor, "AS-2").await?;
        tell("The organisations compare their safety numbers");
        prosecutor.compare_with(&other_prosecutor).await?;
        prosecutor.compare_with(&unit).await?;
        prosecutor.compare_with(&host).await?;
        other_prosecutor.compare_with(&unit).await?;
        for person in [&manager, &assessor, &second_assessor] {
            person.pull().await;
        }
        Ok(Self {
            customs,
            prosecutor,
            store,
            other_prosecutor,
            forensics,
            officer,
            unit,
            unit_second,
            unit_third,
            manager,
            assessor,
            second_assessor,
            host,
            stage,
        })
    }

    /// Everyone looks at what is new.
    pub(super) async fn everyone_pulls(&self) {
        for person in [
            &self.customs,
            &self.prosecutor,
            &self.store,
            &self.other_prosecutor,
            &self.forensics,
            &self.officer,
            &self.unit,
            &self.unit_second,
            &self.unit_third,
        ] {
            person.pull().await;
        }
    }
}
