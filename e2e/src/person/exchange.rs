//! What people do in the exchange with a party of limited access.

use std::str::FromStr;

use hawser_casework::record::SubmissionOutcome;
use hawser_casework::{Handling, PartyId, PersonId, RecordId, SpaceId};
use hawser_views::case::{CaseView, EntryLine};
use hawser_views::exchange::{
    DecisionDraft, ExchangeCommand, ExchangeView, RequestDraft, ShareDraft, SubmissionDraft,
};
use hawser_views::record::RecordCheck;
use hawser_views::transfer::PickedFile;
use hawser_views::{Command, Reply};

use super::{Person, told};
use crate::headless::chunk_native::FileSource;

/// A small text file, picked.
pub fn text_file(name: &str, content: &str) -> (PickedFile, FileSource) {
    let picked = PickedFile {
        name: name.to_owned(),
        media_type: "text/plain".to_owned(),
        length: content.len() as u64,
        modified_ms: 0,
        caption: String::new(),
    };
    (picked, FileSource::bytes(content.as_bytes().to_vec()))
}

/// Passes an item on to these people with both confirmations.
pub fn passing(addressees: &[PersonId]) -> DecisionDraft {
    DecisionDraft {
        outcome: SubmissionOutcome::PassedOn,
        reason: String::new(),
        limited_to_purpose: true,
        meets_conditions: true,
        addressees: addressees.to_vec(),
        instead: None,
    }
}

/// Does something else with an item, for a reason.
pub fn otherwise(outcome: SubmissionOutcome, reason: &str) -> DecisionDraft {
    DecisionDraft {
        outcome,
        reason: reason.to_owned(),
        ..passing(&[])
    }
}

impl Person {
    /// Admits the other's organisation as a third State of limited access, which joins and nominates `people`;
    /// admits them all.
    pub async fn admit_third_state(
        &self,
        space: SpaceId,
        other: &Self,
        people: &[(&Self, &str)],
    ) -> anyhow::Result<PartyId> {
        let party = other.organisation().await?.party;
        self.does(Command::AdmitParty {
            space,
            party,
            status: "third-state".to_owned(),
            limited: true,
        })
        .await?;
        other.does(Command::JoinCase { space }).await?;
        other.nominate(space, people, true).await?;
        self.admit_all(space).await?;
        Ok(party)
    }

    /// The exchange page.
    pub async fn exchange(&self, space: SpaceId) -> anyhow::Result<ExchangeView> {
        let ask = Command::Exchange(ExchangeCommand::View { space });
        Ok(*expect_reply!(self.ask(ask).await, Reply::Exchange))
    }

    /// What somebody would send for check.
    pub fn submission(space: SpaceId, title: &str, files: u32, handling: Handling) -> Command {
        let submission = SubmissionDraft {
            title: title.to_owned(),
            note: if files == 0 {
                title.to_owned()
            } else {
                String::new()
            },
            files,
            handling,
            answers: None,
        };
        Command::Exchange(ExchangeCommand::Submit { space, submission })
    }

    /// Does something that makes a record or a space, and gives its id.
    pub async fn creates<T: FromStr<Err: std::error::Error + Send + Sync + 'static>>(
        &self,
        command: Command,
    ) -> anyhow::Result<T> {
        Ok(expect_reply!(self.ask(command).await, Reply::Created).parse()?)
    }

    /// Sends files for check.
    pub async fn sends(
        &self,
        space: SpaceId,
        title: &str,
        files: Vec<(PickedFile, FileSource)>,
        handling: Handling,
    ) -> anyhow::Result<RecordId> {
        let submit = Self::submission(space, title, files.len() as u32, handling);
        let id: RecordId = self.creates(submit).await?;
        if !files.is_empty() {
            self.attach(space, id, files).await.map_err(told)?;
        }
        Ok(id)
    }

    /// A decision on an item.
    pub fn decision(space: SpaceId, item: RecordId, decision: DecisionDraft) -> Command {
        Command::Exchange(ExchangeCommand::Decide {
            space,
            item,
            decision,
        })
    }

    /// Records to be shared with people of parties of limited access.
    pub fn share(space: SpaceId, records: &[RecordId], addressees: &[PersonId]) -> Command {
        let share = ShareDraft {
            title: "Seal photos".to_owned(),
            records: records.to_vec(),
            addressees: addressees.to_vec(),
            reason: "To find the loading point of the clone".to_owned(),
            necessity: true,
            handling: Handling::default(),
        };
        Command::Exchange(ExchangeCommand::Share { space, share })
    }

    /// The content of a file.
    pub async fn open(&self, space: SpaceId, file: RecordId) -> anyhow::Result<Vec<u8>> {
        let (_, content) = self.open_file(space, file).await.map_err(told)?;
        Ok(content)
    }

    /// The overview of a case.
    pub async fn case(&self, space: SpaceId) -> anyhow::Result<CaseView> {
        Ok(expect_reply!(
            self.ask(Command::Case { space }).await,
            Reply::Case
        ))
    }

    /// All lines of a case, newest first.
    pub async fn timeline(&self, space: SpaceId) -> anyhow::Result<Vec<EntryLine>> {
        let ask = Command::Timeline {
            space,
            offset: 0,
            limit: 500,
            by_happened: false,
        };
        Ok(expect_reply!(self.ask(ask).await, Reply::Timeline).entries)
    }

    /// Checks the whole record.
    pub async fn check_record(&self, space: SpaceId) -> anyhow::Result<RecordCheck> {
        let ask = Command::CheckRecord { space };
        Ok(expect_reply!(self.ask(ask).await, Reply::Record))
    }

    /// Asks a party for something.
    pub async fn requests(
        &self,
        space: SpaceId,
        party: PartyId,
        subject: &str,
    ) -> anyhow::Result<RecordId> {
        let request = RequestDraft {
            party,
            subject: subject.to_owned(),
            text: "For the week of loading, all lanes.".to_owned(),
            due: String::new(),
        };
        let ask = Command::Exchange(ExchangeCommand::Request { space, request });
        self.creates(ask).await
    }
}
