//! The play: a reefer of bananas, three weeks of work, what is open today.

use anyhow::Context as _;
use hawser_casework::record::{
    Acquisition, Answer, CaseTerms, HashRegistration, Photo, Place, Quantity,
};
use hawser_casework::{
    Custodian, Exhibit, ExhibitKind, Handling, HandlingCode, Happened, HowKnown, Identifier,
    Moment, Obtained, RecordId, Scheme, SpaceId,
};
use hawser_views::command::Standing;
use hawser_views::evidence::OfferDraft;
use hawser_views::transfer::PickedFile;
use hawser_views::{Command, Reply};

use super::cast::Cast;
use super::picture::{photo, statement_pdf};
use super::{DAY_MS, Stage, iso_date, santa_brisa};
use crate::headless::chunk_native::FileSource;
use crate::person::{Person, told};

struct Play<'a> {
    cast: &'a Cast,
    case: SpaceId,
}

fn identifier(scheme: Scheme, value: &str, reason: Option<&str>) -> Identifier {
    Identifier {
        scheme,
        value: value.to_owned(),
        reason: reason.map(str::to_owned),
    }
}

fn quantity(value: &str, unit: &str) -> anyhow::Result<Quantity> {
    Ok(Quantity {
        value: value.parse()?,
        unit: unit.to_owned(),
    })
}

fn logged(kind: ExhibitKind, description: &str, place: &str, photo: Photo) -> Exhibit {
    let mut exhibit = Exhibit::new(kind, description, photo);
    exhibit.found = Place {
        text: place.to_owned(),
        locode: None,
        coordinates: None,
    };
    exhibit.handling = Handling {
        code: Some(HandlingCode::H1),
        obtained: Obtained::UnderTeam {
            state: "QN".to_owned(),
        },
        language: "en".to_owned(),
        ..Handling::default()
    };
    exhibit
}

fn without(reason: &str) -> Photo {
    Photo::Without {
        reason: reason.to_owned(),
    }
}

impl Play<'_> {
    fn happened(&self, hours_before: i64) -> Happened {
        let utc_ms = self.cast.stage.now_ms() - hours_before * super::HOUR;
        let late_reason = (hours_before > 2)
            .then(|| "No network in the hold; recorded on return to the office.".to_owned());
        Happened {
            at: Moment {
                utc_ms,
                offset_min: 60,
            },
            known: HowKnown::Observed,
            late_reason,
        }
    }

    async fn log(&self, by: &Person, exhibit: Exhibit) -> anyhow::Result<RecordId> {
        by.pull().await;
        let log = Command::LogExhibit {
            space: self.case,
            exhibit,
            happened: self.happened(0),
        };
        let Reply::Created(id) = by.ask(log).await.map_err(told)? else {
            anyhow::bail!("not created")
        };
        Ok(id.parse()?)
    }

    async fn attach(
        &self,
        by: &Person,
        exhibit: RecordId,
        files: Vec<(&str, &str, Vec<u8>, &str)>,
    ) -> anyhow::Result<()> {
        let files = files
            .into_iter()
            .map(|(name, media_type, bytes, caption)| {
                let picked = PickedFile {
                    name: name.to_owned(),
                    media_type: media_type.to_owned(),
                    length: bytes.len() as u64,
                    modified_ms: self.cast.stage.now_ms(),
                    caption: caption.to_owned(),
                };
                (picked, FileSource::bytes(bytes))
            })
            .collect();
        let left = by.attach(self.case, exhibit, files).await.map_err(told)?;
        anyhow::ensure!(left.is_empty(), "not sent: {left:?}");
        Ok(())
    }

    async fn offer(
        &self,
        by: &Person,
        exhibits: &[RecordId],
        to: Custodian,
        what: (&str, &str),
    ) -> anyhow::Result<RecordId> {
        by.pull().await;
        let offer = OfferDraft {
            exhibits: exhibits.to_vec(),
            to,
            happened: self.happened(0),
            place: "Customs shed, quay 4".to_owned(),
            purpose: what.0.to_owned(),
            seal_out: what.1.to_owned(),
            condition: "Seal intact, packaging dry".to_owned(),
        };
        let Reply::Created(id) = by
            .ask(Command::Offer {
                space: self.case,
                offer,
            })
            .await
            .map_err(told)?
        else {
            anyhow::bail!("not created")
        };
        Ok(id.parse()?)
    }

    async fn answer(
        &self,
        by: &Person,
        (offer, exhibit): (RecordId, RecordId),
        answer: Answer,
        (reason, seal_in): (&str, &str),
    ) -> anyhow::Result<()> {
        by.pull().await;
        by.does(Command::AnswerOffer {
            space: self.case,
            offer,
            exhibit,
            answer,
            reason: reason.to_owned(),
            seal_in: seal_in.to_owned(),
            happened: self.happened(0),
            photo: None,
        })
        .await
    }

    async fn correct(
        &self,
        by: &Person,
        target: RecordId,
        what: (&str, &str, &str, &str),
    ) -> anyhow::Result<()> {
        by.does(Command::Correct {
            space: self.case,
            target,
            field: what.0.to_owned(),
            old: what.1.to_owned(),
            new: what.2.to_owned(),
            why: what.3.to_owned(),
        })
        .await
    }
}

async fn open_case(cast: &Cast) -> anyhow::Result<SpaceId> {
    cast.stage.hours_ago(24 * 30);
    let now = Stage::today_ms();
    let terms = CaseTerms {
        title: "TIDEMARK".to_owned(),
        reference: "JIT 2026/14 (exercise)".to_owned(),
        purpose:
            "Importation of cocaine in refrigerated cargo through the fruit terminal; organisers, \
                  insiders who release containers, and proceeds."
                .to_owned(),
        starts: iso_date(now - 30 * DAY_MS),
        ends: iso_date(now + 41 * DAY_MS),
        controller: "QN-P1, Prosecution service of Kestria".to_owned(),
    };
    let case = cast.prosecutor.create_case(terms).await?;
    cast.prosecutor
        .nominate(
            case,
            &[(&cast.customs, "member"), (&cast.store, "member")],
            true,
        )
        .await?;
    cast.prosecutor.admit_all(case).await?;
    let people = [
        (&cast.other_prosecutor, "administrator"),
        (&cast.forensics, "member"),
        (&cast.officer, "member"),
    ];
    cast.prosecutor
        .admit_party(case, &cast.other_prosecutor, &people)
        .await?;
    cast.everyone_pulls().await;
    Ok(case)
}

async fn person(who: &Person) -> anyhow::Result<Custodian> {
    Ok(Custodian::Member {
        person: who.me().await?.person,
    })
}

pub(super) async fn play(cast: &Cast, tell: &impl Fn(&str)) -> anyhow::Result<()> {
    tell("Case TIDEMARK: parties, people, store");
    let case = open_case(cast).await?;
    let play = Play { cast, case };
    cast.stage.hours_ago(24 * 27);
    let officers = vec![cast.store.me().await?.person];
    let open = Command::OpenDesk {
        space: case,
        name: "Exhibits store, Kestria".to_owned(),
        officers,
    };
    let Reply::Created(desk) = cast.prosecutor.ask(open).await.map_err(told)? else {
        anyhow::bail!("no desk")
    };
    let store = Custodian::Desk {
        desk: desk.parse()?,
    };
    tell("The reefer, the load, the samples");
    let load = seizure(&play, store).await?;
    tell("Santa Brisa: admitted, asked, checked, shared with");
    santa_brisa::joins(cast, case).await?;
    santa_brisa::exchanges(cast, case).await?;
    tell("The discs in dispute, the handset on offer");
    devices(&play).await?;
    tell("Parcels, wallet, the second box, corrections");
    traces(&play, load).await?;
    cast.stage.clock.stop_at(None);
    Ok(())
}

async fn seizure(play: &Play<'_>, store: Custodian) -> anyhow::Result<RecordId> {
    let (cast, case) = (play.cast, play.case);
    cast.stage.hours_ago(24 * 21);
    let place = "Fruit terminal, reefer stack, row 14";
    let mut reefer = logged(
        ExhibitKind::VehicleOrContainer,
        "Reefer container declared as bananas, discharged from MV EXERCISE HERON",
        place,
        Photo::Attached,
    );
    reefer.identifiers = vec![
        identifier(Scheme::Container, "QXAU4100728", None),
        identifier(Scheme::ImoShip, "1234567", None),
    ];
    reefer.seizing_officer = "QN-C2".to_owned();
    reefer.authority = "Customs code, search of cargo".to_owned();
    let reefer = play.log(&cast.customs, reefer).await?;
    let photos = vec![
        (
            "reefer-doors.jpg",
            "image/jpeg",
            photo(1)?,
            "Doors, as found",
        ),
        (
            "reefer-interior.jpg",
            "image/jpeg",
            photo(2)?,
            "Interior, second row",
        ),
    ];
    play.attach(&cast.customs, reefer, photos).await?;
    let mut load = logged(
        ExhibitKind::BulkDrug,
        "360 blocks wrapped in black rubber, gross weight",
        place,
        Photo::Attached,
    );
    load.quantity = Some(quantity("412.600", "kg")?);
    load.parent = Some(reefer);
    load.packaging = "30 sports bags".to_owned();
    load.seal_number = "K-004471".to_owned();
    load.seal_condition = "Intact".to_owned();
    let load = play.log(&cast.customs, load).await?;
    play.attach(
        &cast.customs,
        load,
        vec![("blocks.jpg", "image/jpeg", photo(3)?, "Blocks, counted")],
    )
    .await?;
    cast.stage.hours_ago(24 * 21 - 3);
    play.correct(
        &cast.customs,
        load,
        (
            "seal_number",
            "K-004471",
            "K-004417",
            "Digits swapped when typed; the photo shows 4417.",
        ),
    )
    .await?;
    let offer = play
        .offer(&cast.customs, &[load], store, ("Storage", "K-004417"))
        .await?;
    cast.stage.hours_ago(24 * 21 - 5);
    play.answer(
        &cast.store,
        (offer, load),
        Answer::Accepted,
        ("", "K-004417"),
    )
    .await?;
    cast.stage.hours_ago(24 * 20);
    for (number, mass) in [("A", "0.0512"), ("B", "0.0498"), ("C", "0.0490")] {
        let mut sample = logged(
            ExhibitKind::Sample,
            &format!("Sample {number} of 3, drawn from blocks 1 to 12; together 0.1500 kg"),
            "Exhibits store, sampling bench",
            without("photographed in the laboratory"),
        );
        sample.quantity = Some(quantity(mass, "kg")?);
        sample.parent = Some(load);
        play.log(&cast.store, sample).await?;
    }
    cast.stage.hours_ago(24 * 19);
    let mut seal = logged(
        ExhibitKind::PrecursorOrEquipment,
        "Bolt seal, broken, and its clone with the same number",
        place,
        Photo::Attached,
    );
    seal.identifiers = vec![identifier(
        Scheme::Other,
        "HL-88213",
        Some("two seals carry it"),
    )];
    let seal = play.log(&cast.customs, seal).await?;
    // The photo of the seal comes six hours late, with the reason.
    cast.stage.hours_ago(24 * 19 - 6);
    let late = Command::LogExhibit {
        space: case,
        exhibit: {
            let mut cut = logged(
                ExhibitKind::ImageOrFile,
                "Photo of the cut bolt, taken in the hold",
                "Hold 2 of MV EXERCISE HERON",
                Photo::Attached,
            );
            cut.parent = Some(seal);
            cut
        },
        happened: play.happened(6),
    };
    let Reply::Created(cut) = cast.customs.ask(late).await.map_err(told)? else {
        anyhow::bail!("not created")
    };
    let file = vec![("cut-bolt.jpg", "image/jpeg", photo(4)?, "Cut bolt")];
    play.attach(&cast.customs, cut.parse()?, file).await?;
    Ok(load)
}

async fn devices(play: &Play<'_>) -> anyhow::Result<()> {
    let cast = play.cast;
    cast.stage.hours_ago(24 * 9);
    let mut discs = logged(
        ExhibitKind::Cctv,
        "Crane CCTV, night of the discharge, on three discs",
        "Terminal control room",
        without("copies made by the terminal"),
    );
    discs.quantity = Some(quantity("3", "pieces")?);
    let discs = play.log(&cast.customs, discs).await?;
    let offer = play
        .offer(
            &cast.customs,
            &[discs],
            person(&cast.officer).await?,
            ("Viewing in Lumara", "K-004430"),
        )
        .await?;
    cast.stage.hours_ago(24 * 8);
    let refusal = "The bag holds two discs; the list says three.";
    play.answer(
        &cast.officer,
        (offer, discs),
        Answer::Refused,
        (refusal, "K-004430"),
    )
    .await?;

    cast.stage.hours_ago(24 * 4);
    let mut handset = logged(
        ExhibitKind::Device,
        "Handset, black, screen cracked, taken from the reefer technician",
        "Technicians' canteen",
        Photo::Attached,
    );
    handset.identifiers = vec![identifier(Scheme::Imei, "001010000000016", None)];
    handset.seal_number = "K-004502".to_owned();
    let handset = play.log(&cast.customs, handset).await?;
    play.attach(
        &cast.customs,
        handset,
        vec![("handset.jpg", "image/jpeg", photo(5)?, "As found")],
    )
    .await?;
    cast.stage.hours_ago(24 * 3);
    let mut image = logged(
        ExhibitKind::ImageOrFile,
        "Forensic image of the handset, stays in Kestria",
        "Forensic laboratory of Kestria",
        without("a file"),
    );
    image.parent = Some(handset);
    image.acquisition = Some(Acquisition {
        tool: "Exercise Imager".to_owned(),
        version: "7.2".to_owned(),
        method: "Full file system".to_owned(),
        write_blocker: String::new(),
        operator: "QN-C2".to_owned(),
        source_size: Some(118_000_000_000),
        verified: Some(true),
    });
    image.by_hash = Some(HashRegistration {
        sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".to_owned(),
        length: 118_000_000_000,
        name: "handset-0016.ufd".to_owned(),
        kept_at: "Kestria, evidence server 2".to_owned(),
    });
    play.log(&cast.customs, image).await?;
    cast.stage.hours_ago(26);
    let to = person(&cast.forensics).await?;
    play.offer(
        &cast.customs,
        &[handset],
        to,
        ("Extraction of deleted messages", "K-004502"),
    )
    .await?;
    Ok(())
}

async fn traces(play: &Play<'_>, load: RecordId) -> anyhow::Result<()> {
    let (cast, case) = (play.cast, play.case);
    cast.stage.hours_ago(24 * 6);
    let mut parcels = logged(
        ExhibitKind::PrecursorOrEquipment,
        "Two parcels declared as lubricant; laboratory: an ester of a listed acid",
        "Parcel hub of Lumara",
        without("opened by the laboratory"),
    );
    parcels.identifiers = vec![
        identifier(Scheme::S10, "LX000001023QN", None),
        identifier(Scheme::S10, "LX000001037QN", None),
    ];
    parcels.handling.obtained = Obtained::UnderTeam {
        state: "QR".to_owned(),
    };
    let parcels = play.log(&cast.officer, parcels).await?;
    let report = statement_pdf(&[
        "EXERCISE - EXERCISE - EXERCISE",
        "Laboratory of Lumara, report 26/0417",
        "Parcels LX000001023QN and LX000001037QN: clear liquid, 2 x 1.0 l",
        "Result: an ester of a category 1 acid",
    ]);
    play.attach(
        &cast.officer,
        parcels,
        vec![("laboratory-report.pdf", "application/pdf", report, "Report")],
    )
    .await?;
    // The officer hands everything on before the suspension.
    let offer = play
        .offer(
            &cast.officer,
            &[parcels],
            person(&cast.other_prosecutor).await?,
            ("Storage", ""),
        )
        .await?;
    play.answer(
        &cast.other_prosecutor,
        (offer, parcels),
        Answer::Accepted,
        ("", ""),
    )
    .await?;

    cast.stage.hours_ago(24 * 5);
    let account = logged(
        ExhibitKind::ProviderEvidence,
        "Online account offering minors pick-up jobs at the terminal; screenshots, faces blurred",
        "Open sources",
        Photo::Attached,
    );
    let account = play.log(&cast.forensics, account).await?;
    play.attach(
        &cast.forensics,
        account,
        vec![("screenshot-1.jpg", "image/jpeg", photo(6)?, "Blurred")],
    )
    .await?;
    let mut wallet = logged(
        ExhibitKind::FinancialAsset,
        "Wallet paid by the account, on the technician's handset",
        "Handset, message of the day before",
        without("an address"),
    );
    wallet.identifiers = vec![identifier(
        Scheme::Bitcoin,
        "13n3ZemAHrhzd2RzHNRuDp272KdBUPZF5y",
        None,
    )];
    play.log(&cast.forensics, wallet).await?;
    let mut second = logged(
        ExhibitKind::VehicleOrContainer,
        "Second box on the same booking, empty on arrival",
        "Fruit terminal, empties",
        without("gone before the search"),
    );
    second.identifiers = vec![identifier(
        Scheme::Container,
        "QXBU2209180",
        Some("as painted; 9 expected"),
    )];
    let second = play.log(&cast.customs, second).await?;

    // Two people change the same description from what both had read.
    cast.forensics.pull().await;
    cast.stage.hours_ago(24 * 2);
    let old = "Second box on the same booking, empty on arrival";
    play.correct(
        &cast.customs,
        second,
        (
            "description",
            old,
            "Second box on the same booking, floor raised by 9 cm",
            "Measured at the depot",
        ),
    )
    .await?;
    play.correct(
        &cast.forensics,
        second,
        (
            "description",
            old,
            "Second box on the same booking, empty, smell of solvent",
            "Dog handler's note",
        ),
    )
    .await?;

    cast.stage.hours_ago(30);
    let officer = cast.officer.me().await?.person;
    cast.other_prosecutor.pull().await;
    cast.other_prosecutor
        .does(Command::ChangeStanding {
            space: case,
            person: officer,
            standing: Standing::Suspend,
            reason: "Internal inquiry of Lumara customs".to_owned(),
            despite_matters: false,
        })
        .await?;
    cast.stage.hours_ago(3);
    let scale = statement_pdf(&[
        "EXERCISE",
        "Weighbridge slip 88213",
        "Gross 24,160 kg  Tare 4,780 kg",
    ]);
    cast.customs.pull().await;
    play.attach(
        &cast.customs,
        load,
        vec![(
            "weighbridge.pdf",
            "application/pdf",
            scale,
            "Weighbridge slip",
        )],
    )
    .await
    .context("weighbridge slip")
}
