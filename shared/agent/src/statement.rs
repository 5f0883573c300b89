//! Statements inside records: signed when the act is done, checked by whoever reads them.

use hawser_casework::SpaceId as CaseId;
use hawser_casework::record::Statement;
use hawser_ledger::statement::{sign_statement, verify_statement};
use hawser_ledger::{CommandId, SpaceId};

use crate::people::ledger_id;
use crate::session::Session;

/// A statement by this person for a space, in the record with this command.
pub(crate) fn signed(
    session: &Session,
    space: CaseId,
    command: CommandId,
    body: String,
) -> Statement {
    let signature = sign_statement(
        session.identity().signing(),
        ledger_id(space),
        command,
        body.as_bytes(),
    );
    Statement {
        body,
        signature: hex::encode(signature),
    }
}

/// Whether a statement carries the signature of a key, for a space and command.
pub(crate) fn is_signed(
    statement: &Statement,
    key: &[u8; 32],
    space: SpaceId,
    command: CommandId,
) -> bool {
    let mut signature = [0; 64];
    hex::decode_to_slice(&statement.signature, &mut signature).is_ok()
        && verify_statement(key, space, command, statement.body.as_bytes(), &signature).is_ok()
}

#[cfg(test)]
mod tests {
    use hawser_encryption::identity::Identity;
    use hawser_encryption::random::Random;

    use super::*;

    const MISSION: SpaceId = SpaceId([1; 32]);
    const SIGNED: CommandId = CommandId([2; 16]);

    fn identity(seed: u8) -> Identity {
        let fill = |bytes: &mut [u8]| bytes.fill(seed);
        let root = hawser_encryption::identity::Root::make(&mut Random(&fill));
        Identity::derive(&root, 1)
    }

    #[test]
    fn an_aggregate_counts_for_its_signer_mission_and_record_alone() {
        let (signer, other) = (identity(3), identity(4));
        let body = r#"{"residual":80}"#.to_owned();
        let signature = sign_statement(signer.signing(), MISSION, SIGNED, body.as_bytes());
        let mut statement = Statement {
            body,
            signature: hex::encode(signature),
        };
        let key = signer.signing_public();
        assert!(is_signed(&statement, &key, MISSION, SIGNED));
        assert!(!is_signed(
            &statement,
            &other.signing_public(),
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
