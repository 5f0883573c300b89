//! Santa Brisa's part of the play: a third State under check.

use hawser_casework::record::SubmissionOutcome;
use hawser_casework::{Handling, HandlingCode, Obtained, Onward, RecordId, SpaceId};
use hawser_views::Command;
use hawser_views::exchange::ExchangeCommand;
use hawser_views::transfer::PickedFile;

use super::cast::Cast;
use super::picture::{photo, statement_pdf};
use crate::headless::chunk_native::FileSource;
use crate::person::exchange::passing;
use crate::person::{Person, told};

fn picked(name: &str, media_type: &str, caption: &str, bytes: Vec<u8>) -> (PickedFile, FileSource) {
    let picked = PickedFile {
        name: name.to_owned(),
        media_type: media_type.to_owned(),
        length: bytes.len() as u64,
        modified_ms: 0,
        caption: caption.to_owned(),
    };
    (picked, FileSource::bytes(bytes))
}

/// Sent by the container unit, under its own law.
fn handling() -> Handling {
    Handling {
        code: Some(HandlingCode::H2),
        obtained: Obtained::UnderTeam {
            state: "QS".to_owned(),
        },
        onward: Onward::NotToThirdStates,
        language: "es".to_owned(),
        ..Handling::default()
    }
}

/// Admitted with limited access, with three of its people.
pub(super) async fn joins(cast: &Cast, case: SpaceId) -> anyhow::Result<()> {
    cast.stage.hours_ago(24 * 18);
    let people = [
        (&cast.unit, "leader"),
        (&cast.unit_second, "member"),
        (&cast.unit_third, "member"),
    ];
    cast.prosecutor
        .admit_third_state(case, &cast.unit, &people)
        .await?;
    cast.everyone_pulls().await;
    Ok(())
}

/// A request, its answer passed on redacted, photos shared and downloaded by two of three; two items wait.
pub(super) async fn exchanges(cast: &Cast, case: SpaceId) -> anyhow::Result<()> {
    cast.stage.hours_ago(24 * 12);
    let party = cast.unit.organisation().await?.party;
    let request = cast
        .customs
        .requests(
            case,
            party,
            "Gate log of the fruit terminal, week of loading",
        )
        .await?;
    cast.stage.hours_ago(24 * 12 - 5);
    cast.everyone_pulls().await;
    let read = ExchangeCommand::MarkRead {
        space: case,
        request,
    };
    cast.unit.does(Command::Exchange(read)).await?;
    gate_log(cast, case, request).await?;
    seal_photos(cast, case).await?;
    cast.stage.hours_ago(20);
    cast.unit.pull().await;
    let slip = statement_pdf(&[
        "EJERCICIO - EXERCISE - EJERCICIO",
        "Bascula 2, boleta 88213",
        "Bruto 24 160 kg  Tara 4 780 kg",
    ]);
    let files = vec![
        picked(
            "carga-1.jpg",
            "image/jpeg",
            "Carga del contenedor",
            photo(7)?,
        ),
        picked("boleta-bascula.pdf", "application/pdf", "Boleta", slip),
    ];
    cast.unit
        .sends(
            case,
            "Carga del QXAU4100728: foto y boleta",
            files,
            handling(),
        )
        .await?;
    cast.everyone_pulls().await;
    Ok(())
}

/// The gate log answers the request; a copy without the name of a bystander is passed on.
async fn gate_log(cast: &Cast, case: SpaceId, request: RecordId) -> anyhow::Result<()> {
    cast.stage.hours_ago(24 * 11);
    let log = statement_pdf(&[
        "EJERCICIO - EXERCISE - EJERCICIO",
        "Registro de puerta 3, semana de carga",
        "04:12 QXAU4100728 entra, conductor: FULANO DE TAL",
        "04:55 QXAU4100728 sale a pila 14",
    ]);
    let mut submit = Person::submission(case, "Registro de puerta 3", 1, handling());
    if let Command::Exchange(ExchangeCommand::Submit { submission, .. }) = &mut submit {
        submission.answers = Some(request);
    }
    let sent = cast.unit.creates(submit).await?;
    let file = picked("registro-puerta-3.pdf", "application/pdf", "Registro", log);
    cast.unit
        .attach(case, sent, vec![file])
        .await
        .map_err(told)?;
    cast.stage.hours_ago(24 * 10);
    cast.prosecutor.pull().await;
    let desk = cast.prosecutor.exchange(case).await?;
    let item = desk
        .submissions
        .iter()
        .find(|one| one.record == sent)
        .and_then(|one| one.items.first())
        .map(|one| one.item);
    let Some(item) = item else {
        anyhow::bail!("nothing arrived at the desk")
    };
    let redacted = statement_pdf(&[
        "EXERCISE - EXERCISE - EXERCISE",
        "Gate 3, week of loading (redacted copy)",
        "04:12 QXAU4100728 in, driver: [redacted]",
        "04:55 QXAU4100728 out to stack 14",
    ]);
    let copy = picked(
        "gate-3-redacted.pdf",
        "application/pdf",
        "Redacted copy",
        redacted,
    );
    cast.prosecutor
        .attach(case, item, vec![copy])
        .await
        .map_err(told)?;
    let desk = cast.prosecutor.exchange(case).await?;
    let copies = desk.submissions.iter().flat_map(|one| &one.items);
    let copy = copies
        .flat_map(|item| &item.copies)
        .next()
        .map(|copy| copy.file);
    let mut decision = passing(&[
        cast.customs.me().await?.person,
        cast.other_prosecutor.me().await?.person,
    ]);
    decision.outcome = SubmissionOutcome::PassedRedacted;
    decision.reason = "Name of a driver who is not concerned".to_owned();
    decision.instead = copy;
    cast.prosecutor
        .does(Person::decision(case, item, decision))
        .await?;
    cast.everyone_pulls().await;
    Ok(())
}

/// Seal photos are shared with three people of Santa Brisa; two have downloaded them.
async fn seal_photos(cast: &Cast, case: SpaceId) -> anyhow::Result<()> {
    cast.stage.hours_ago(24 * 8);
    let exhibits = cast.customs.exhibits(case).await?;
    let seal = exhibits
        .iter()
        .find(|line| line.description.starts_with("Photo of the cut bolt"))
        .map(|line| line.exhibit);
    let Some(seal) = seal else {
        anyhow::bail!("the cut bolt was not logged")
    };
    let files = cast.customs.exhibit(case, seal).await?.files;
    let records: Vec<RecordId> = files.iter().map(|file| file.file).collect();
    let mut addressees = Vec::new();
    for person in [&cast.unit, &cast.unit_second, &cast.unit_third] {
        addressees.push(person.me().await?.person);
    }
    cast.customs
        .does(Person::share(case, &records, &addressees))
        .await?;
    cast.everyone_pulls().await;
    for (hours, person) in [(24 * 7, &cast.unit), (24 * 6, &cast.unit_second)] {
        cast.stage.hours_ago(hours);
        for record in &records {
            person.open(case, *record).await?;
        }
    }
    Ok(())
}
