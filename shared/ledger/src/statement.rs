//! Statements: a signature of its own inside a record, made when the act is
//! done, so that a later rebase or sync does not touch it.

use ed25519_dalek::SigningKey;

use crate::id::{CommandId, SpaceId};
use crate::key::{LABEL_STATEMENT, SignatureError, hash, sign, verify};

fn message(space: SpaceId, command: CommandId, body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(80);
    bytes.extend_from_slice(&space.0);
    bytes.extend_from_slice(&command.0);
    bytes.extend_from_slice(&hash(&[body]));
    bytes
}

/// Signs `space ‖ command_id ‖ H(body)` under the statement label.
pub fn sign_statement(
    key: &SigningKey,
    space: SpaceId,
    command: CommandId,
    body: &[u8],
) -> [u8; 64] {
    sign(key, LABEL_STATEMENT, &message(space, command, body))
}

/// Verifies a statement of the holder of `public_key`.
pub fn verify_statement(
    public_key: &[u8; 32],
    space: SpaceId,
    command: CommandId,
    body: &[u8],
    signature: &[u8; 64],
) -> Result<(), SignatureError> {
    verify(
        public_key,
        LABEL_STATEMENT,
        &message(space, command, body),
        signature,
    )
}
