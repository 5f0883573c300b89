//! Who may send, decide and pass on, and under which limits.

use crate::{
    handling::{Handling, Onward},
    id::{PartyId, PersonId, RecordId},
    state::{Channel, Rule, SpaceState},
};

impl SpaceState {
    /// Whether the person may send something for check.
    ///
    /// # Errors
    /// The rule that stands against it.
    pub fn may_submit(&self, person: PersonId, channel: Channel) -> Result<(), Rule> {
        let Channel::Desk(party) = channel else {
            return Err(Rule::BelongsElsewhere);
        };
        if self
            .standing(person)
            .is_none_or(|standing| standing.party != party)
        {
            return Err(Rule::NotOfTheParty { party });
        }
        match self.exchange.told(party) {
            Some(told) if told.controller_since.is_some() => Ok(()),
            _ => Err(Rule::NoController),
        }
    }

    /// Whether the person may decide on an item at the checking desk.
    ///
    /// # Errors
    /// The rule that stands against it.
    pub fn may_decide(&self, person: PersonId, item: RecordId) -> Result<(), Rule> {
        let Some((id, submission)) = self.exchange.submission_of(item) else {
            return Err(self.missing(item, Rule::UnknownItem { item }));
        };
        if !self.administers(person) {
            return Err(Rule::NotAnAdministrator);
        }
        if !submission.items(id).any(|one| one == item) {
            return Err(Rule::UnknownItem { item });
        }
        if !submission.waits(item) {
            return Err(Rule::AlreadyDecided { item });
        }
        Ok(())
    }

    /// Whether what came from `origin` under this handling may be shared with the readers of a channel.
    ///
    /// # Errors
    /// [`Rule::OnwardLimit`].
    pub fn may_pass(
        &self,
        handling: &Handling,
        origin: Option<PartyId>,
        channel: Channel,
    ) -> Result<(), Rule> {
        let third = self.third_reads(channel, origin);
        let allowed = match handling.onward {
            Onward::Open => true,
            Onward::NotToThirdStates => !third,
            Onward::NotPassedOn => false,
        };
        if allowed {
            Ok(())
        } else {
            Err(Rule::OnwardLimit {
                limit: handling.onward,
            })
        }
    }

    /// The handling block that a record is under: its own, its exhibit's or its submission's; with the party it
    /// came from.
    #[must_use]
    pub fn handling_of(&self, record: RecordId) -> Option<(&Handling, Option<PartyId>)> {
        if let Some((_, submission)) = self.exchange.submission_of(record) {
            return Some((&submission.handling, Some(submission.party)));
        }
        let exhibit = self
            .exhibits
            .get(&record)
            .or_else(|| self.exhibits.get(self.exhibit_of_file.get(&record)?))?;
        let origin = self
            .standing(exhibit.logged.author)
            .map(|standing| standing.party);
        Some((&exhibit.exhibit.handling, origin))
    }
}
