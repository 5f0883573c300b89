//! Cosignatures of independent log keepers (c2sp.org/tlog-cosignature, `cosignature/v1`).

use ed25519_dalek::{Signer as _, SigningKey};

use super::note::{Note, NoteAlgorithm, NoteError, NoteKey};
use crate::key::verify_message;

fn message(time_s: u64, text: &str) -> Vec<u8> {
    format!("cosignature/v1\ntime {time_s}\n{text}").into_bytes()
}

/// The line by which a keeper confirms the checkpoint `text` at a time (seconds since 1970).
pub fn cosign(key: &NoteKey, secret: &SigningKey, text: &str, time_s: u64) -> String {
    let signature = secret.sign(&message(time_s, text)).to_bytes();
    key.line(&[&time_s.to_be_bytes()[..], &signature].concat())
}

/// When the signature `bytes` in a keeper's name confirms `text`; an error where it does not.
fn confirms(key: &NoteKey, text: &str, bytes: &[u8]) -> Result<u64, NoteError> {
    let (time, signature) = bytes.split_first_chunk::<8>().ok_or(NoteError::Form)?;
    let time_s = u64::from_be_bytes(*time);
    let signature: [u8; 64] = signature.try_into().map_err(|_| NoteError::Form)?;
    verify_message(key.public(), &message(time_s, text), &signature)
        .map_err(|_| NoteError::Form)?;
    Ok(time_s)
}

/// When a keeper confirmed the checkpoint of a note: the newest of its cosignatures that fit.
///
/// `None` where there is none by that key; an error where one in its name does not fit.
pub fn confirmed_at(note: &Note, key: &NoteKey) -> Result<Option<u64>, NoteError> {
    if key.algorithm() != NoteAlgorithm::Cosignature {
        return Err(NoteError::Key);
    }
    note.by(key).try_fold(None, |newest: Option<u64>, bytes| {
        let time_s = confirms(key, &note.text, bytes)?;
        Ok(newest.max(Some(time_s)))
    })
}

/// A keeper's confirmation of a checkpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cosigned {
    /// The name it signs under.
    pub name: String,
    /// Its key.
    pub keeper: [u8; 32],
    /// When, seconds since 1970.
    pub time_s: u64,
    /// The line by which it stands under the note.
    pub line: String,
}

/// Which of `keepers` have confirmed the checkpoint of a note: each counts once, with its newest time, whatever names
/// it signs under. An error where a line in the name of one of them does not fit.
pub fn confirmed_by(note: &Note, keepers: &[[u8; 32]]) -> Result<Vec<Cosigned>, NoteError> {
    let mut found = Vec::new();
    for keeper in keepers {
        let mut newest: Option<Cosigned> = None;
        for line in &note.signatures {
            let key = NoteKey::new(&line.name, NoteAlgorithm::Cosignature, *keeper)?;
            if key.id() != line.id {
                continue;
            }
            let time_s = confirms(&key, &note.text, &line.bytes)?;
            if newest.as_ref().is_none_or(|known| known.time_s < time_s) {
                newest = Some(Cosigned {
                    name: line.name.clone(),
                    keeper: *keeper,
                    time_s,
                    line: key.line(&line.bytes),
                });
            }
        }
        found.extend(newest);
    }
    Ok(found)
}
