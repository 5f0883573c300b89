//! Statements inside records: signed when the act is done, checked by whoever reads them.

use hawser_casework::Record;
use hawser_casework::record::{ProgrammeRecord, Statement};
use hawser_ledger::key::key_id;
use hawser_ledger::statement::verify_statement;
use hawser_ledger::{CommandId, Event, SpaceId};

use crate::Place;

/// Whether a statement carries the signature of a key, for a space and command.
pub fn is_signed(
    statement: &Statement,
    key: &[u8; 32],
    space: SpaceId,
    command: CommandId,
) -> bool {
    let mut signature = [0; 64];
    hex::decode_to_slice(&statement.signature, &mut signature).is_ok()
        && verify_statement(key, space, command, statement.body.as_bytes(), &signature).is_ok()
}

/// A statement inside a record must be signed by the record's author, for this space and command; one that was
/// brought from elsewhere by whom it names, for the space and command it names.
pub(crate) fn holds(place: Place<'_>, event: &Event, record: &Record) -> bool {
    let statement = match record {
        Record::HandoverOffered { statement } | Record::HandoverAnswered { statement, .. } => {
            Some(statement)
        }
        Record::Mission(told) => told.statement(),
        Record::Programme(ProgrammeRecord::AggregateTaken {
            mission,
            command,
            signer,
            statement,
        }) => {
            let space = SpaceId(*mission.as_bytes());
            let command = CommandId(*command.as_bytes());
            let mut key = [0; 32];
            return hex::decode_to_slice(signer, &mut key).is_ok()
                && is_signed(statement, &key, space, command);
        }
        _ => None,
    };
    let Some(statement) = statement else {
        return true;
    };
    let prefix = &event.header.prefix;
    place
        .membership
        .public_key(prefix.author)
        .is_some_and(|key| {
            key_id(&key) == prefix.author
                && is_signed(statement, &key, place.space(), prefix.command)
        })
}

#[cfg(test)]
mod tests {
    use ed25519_dalek::SigningKey;
    use hawser_ledger::statement::sign_statement;

    use super::*;

    const MISSION: SpaceId = SpaceId([1; 32]);
    const SIGNED: CommandId = CommandId([2; 16]);

    #[test]
    fn an_aggregate_counts_for_its_signer_mission_and_record_alone() {
        let [signer, other] = [3, 4].map(|seed| SigningKey::from_bytes(&[seed; 32]));
        let body = r#"{"residual":80}"#.to_owned();
        let signature = sign_statement(&signer, MISSION, SIGNED, body.as_bytes());
        let mut statement = Statement {
            body,
            signature: hex::encode(signature),
        };
        let key = signer.verifying_key().to_bytes();
        assert!(is_signed(&statement, &key, MISSION, SIGNED));
        assert!(!is_signed(
            &statement,
            &other.verifying_key().to_bytes(),
            MISSION,
            SIGNED
        ));
        assert!(!is_signed(&statement, &key, SpaceId([9; 32]), SIGNED));
        assert!(!is_signed(&statement, &key, MISSION, CommandId([9; 16])));
        statement.body = r#"{"residual":20}"#.to_owned();
        assert!(!is_signed(&statement, &key, MISSION, SIGNED));
        statement.signature.truncate(8);
        assert!(!is_signed(&statement, &key, MISSION, SIGNED));
    }
}
