//! What people, parties and desks are called in a space.

use hawser_casework::record::Custodian;
use hawser_casework::{PartyId, PersonId, SpaceState};

/// First eight digits of an id, for what has no name.
pub fn short(id: &str) -> String {
    id.chars().take(8).collect()
}

/// A person's name as the records know it, or a short form of the id.
pub fn person_name(records: &SpaceState, person: PersonId) -> String {
    records
        .person_name(person)
        .map_or_else(|| short(&person.to_string()), str::to_owned)
}

/// A party's name as the records know it, or a short form of the id.
pub fn party_name(records: &SpaceState, party: PartyId) -> String {
    records.parties().get(&party).map_or_else(
        || short(&party.to_string()),
        |state| state.current.name.clone(),
    )
}

/// A member's or a desk's name.
pub fn custodian_name(records: &SpaceState, custodian: Custodian) -> String {
    match custodian {
        Custodian::Member { person } => person_name(records, person),
        Custodian::Desk { desk } => records
            .desks()
            .get(&desk)
            .map_or_else(|| short(&desk.to_string()), |state| state.name.clone()),
    }
}
