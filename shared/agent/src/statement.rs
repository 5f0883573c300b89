//! Signing statements; how they are checked is [`hawser_reading`]'s.

use hawser_casework::SpaceId as CaseId;
use hawser_casework::record::Statement;
use hawser_ledger::CommandId;
use hawser_ledger::statement::sign_statement;

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
