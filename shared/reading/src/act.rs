//! What records are told of a membership act.

use hawser_casework::{PartyId, PersonId, SpaceState};
use hawser_ledger::membership::{Act, GroupPurpose};

/// Tells the records of a membership act that the ledger has accepted.
pub fn apply_act(records: &mut SpaceState, act: &Act) {
    match act {
        Act::MemberSuspend {
            user,
            lifted: false,
            ..
        }
        | Act::MemberRemove { user, .. }
        | Act::OrganisationWithdraw { user, .. } => {
            records.remove_person(PersonId::new(user.0));
        }
        Act::MemberSuspend {
            user, lifted: true, ..
        } => records.restore_person(PersonId::new(user.0)),
        Act::MemberAdd(add) => {
            records.restore_person(PersonId::new(add.chain.cert.request.user.0));
        }
        Act::GroupCreate(create) if create.purpose == GroupPurpose::Shared => {
            records.note_limited(PartyId::new(create.organisation.0));
        }
        Act::OrganisationAdmit(admitted) => {
            let party = PartyId::new(admitted.organisation.0);
            records.note_party(party, admitted.status.is_third());
        }
        Act::Genesis(genesis) => {
            for foreseen in &genesis.organisations {
                let party = PartyId::new(foreseen.organisation.0);
                records.note_party(party, foreseen.status.is_third());
            }
        }
        _ => {}
    }
}
