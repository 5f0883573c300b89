//! Texts of a log: checkpoints, keys, proofs, requests to log keepers.

use hawser_ledger::SpaceId;
use hawser_ledger::log::checkpoint::{parse_published, published};
use hawser_ledger::log::cosignature::confirmed_by;
use hawser_ledger::log::witness::parse_size;
use hawser_ledger::log::{
    AddCheckpoint, Checkpoint, ForkProof, InclusionProof, LogKey, Note, NoteKey, Tile,
};

pub fn texts(bytes: &[u8]) {
    if let Ok(note) = Note::parse(bytes) {
        // Nobody has signed with these keys.
        let stranger = LogKey::of("https://hawser.example", SpaceId([3; 32]), [4; 32]);
        assert!(stranger.is_ok_and(|key| key.open(bytes).is_err()));
        let keepers = confirmed_by(&note, &[[4; 32], [5; 32]]);
        // An error is a line in the name of one of them that does not hold.
        assert!(keepers.unwrap_or_default().is_empty());
        assert!(note.text.ends_with('\n') && !note.signatures.is_empty());
    }
    if let Ok(asked) = AddCheckpoint::parse(bytes) {
        assert_eq!(asked.text().as_bytes(), bytes);
    }
    if let Some(size) = parse_size(bytes) {
        assert_eq!(format!("{size}\n").as_bytes(), bytes);
    }
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    if let Ok(public) = parse_published(text) {
        assert_eq!(published(&public), text);
    }
    if let Ok(checkpoint) = Checkpoint::parse(text) {
        assert_eq!(checkpoint.text(), text);
    }
    if let Ok(tile) = text.parse::<Tile>() {
        assert_eq!(tile.path(), text);
    }
    if let Ok(key) = NoteKey::parse(text) {
        assert_eq!(key.text(), text);
    }
    if let Ok(proof) = InclusionProof::parse(text) {
        assert_eq!(proof.text(), text);
    }
    if let Ok((key, fork)) = ForkProof::parse(text) {
        assert_eq!(fork.text(&key), text);
    }
}
