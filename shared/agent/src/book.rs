//! What an organisation's own space says of names: its own, its people's, and
//! the organisations it knows.

use std::collections::BTreeMap;

use hawser_casework::{PartyId, PersonId, Record};

use crate::card::Card;

/// A person's name as the organisation recorded it.
#[derive(Debug, Clone)]
pub(crate) struct Named {
    pub(crate) name: String,
    pub(crate) function: String,
    pub(crate) salt: String,
}

/// Names of an organisation's space.
#[derive(Debug, Default)]
pub(crate) struct Book {
    pub(crate) parties: BTreeMap<PartyId, (String, String)>,
    pub(crate) people: BTreeMap<PersonId, Named>,
    pub(crate) cards: BTreeMap<PartyId, Card>,
}

impl Book {
    /// Takes in a record of the organisation's space; others do not belong there and count for nothing.
    pub(crate) fn apply(&mut self, record: &Record) {
        match record {
            Record::PartyNamed {
                party,
                name,
                country,
            } => {
                self.parties.insert(*party, (name.clone(), country.clone()));
            }
            Record::PersonNamed {
                person,
                name,
                function,
                salt,
            } => {
                let named = Named {
                    name: name.clone(),
                    function: function.clone(),
                    salt: salt.clone(),
                };
                self.people.insert(*person, named);
            }
            Record::PartyIntroduced { party, card } => {
                let Ok(card) = Card::parse(card) else { return };
                if card.organisation().0 == *party.as_bytes() {
                    self.cards.insert(*party, card);
                }
            }
            _ => {}
        }
    }

    /// A person's name, or a short form of the id.
    pub(crate) fn person(&self, person: PersonId) -> String {
        self.people.get(&person).map_or_else(
            || hawser_reading::names::short(&person.to_string()),
            |named| named.name.clone(),
        )
    }
}
