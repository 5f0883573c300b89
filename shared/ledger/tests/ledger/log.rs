//! The log: what it signs is read strictly, parts of the tree are enough for proofs, and two of its signatures that
//! contradict each other are proof against it.
#![expect(
    clippy::unwrap_used,
    reason = "what a test makes itself is well formed"
)]

use ed25519_dalek::SigningKey;
use hawser_ledger::SpaceId;
use hawser_ledger::log::checkpoint::log_origin;
use hawser_ledger::log::cosignature::{confirmed_at, cosign};
use hawser_ledger::log::note::NoteAlgorithm;
use hawser_ledger::log::tile::{TileError, Tiles, WIDTH, Wanted};
use hawser_ledger::log::{
    Checkpoint, CheckpointError, ForkError, ForkProof, LogKey, Note, NoteKey, SignedCheckpoint,
    Tile,
};
use hawser_ledger::merkle::{
    CompactTree, Hash, Node, Nodes, consistency_proof, inclusion_proof, leaf, root, root_of,
    verify_consistency, verify_inclusion,
};
use proptest::prelude::*;

const DEPLOYMENT: &str = "https://hawser.example";
const SPACE: SpaceId = SpaceId([7; 32]);

fn secret() -> SigningKey {
    SigningKey::from_bytes(&[1; 32])
}

fn log_key() -> LogKey {
    LogKey::of(DEPLOYMENT, SPACE, secret().verifying_key().to_bytes()).unwrap()
}

fn leaves(count: u64) -> Vec<Hash> {
    (0..count).map(|index| leaf(&index.to_be_bytes())).collect()
}

fn signed(leaves: &[Hash]) -> SignedCheckpoint {
    let checkpoint = Checkpoint {
        origin: log_origin(DEPLOYMENT, SPACE),
        size: leaves.len() as u64,
        root: root(leaves),
    };
    SignedCheckpoint::sign(checkpoint, &secret())
}

#[test]
fn a_checkpoint_is_read_back_and_names_its_log() {
    let (key, made) = (log_key(), signed(&leaves(5)));
    let note = key.note(&made);
    let lines: Vec<&str> = note.lines().collect();
    assert_eq!(lines[0], format!("hawser.example/space/{SPACE}"));
    assert_eq!((lines[1], lines[3], lines.len()), ("5", "", 5));
    assert_eq!(key.open(note.as_bytes()), Ok(made));
    assert_eq!(LogKey::parse(&key.text()), Ok(key));
}

#[test]
fn no_byte_of_a_checkpoint_can_be_changed() {
    let key = log_key();
    let note = key.note(&signed(&leaves(300))).into_bytes();
    for at in 0..note.len() {
        for bit in 0..8 {
            let mut changed = note.clone();
            changed[at] ^= 1 << bit;
            assert!(key.open(&changed).is_err(), "byte {at}, bit {bit}");
        }
    }
    for end in 0..note.len() {
        assert!(key.open(&note[..end]).is_err(), "cut at {end}");
    }
    let longer = [&note[..], b"\n"].concat();
    assert_eq!(key.open(&longer), Err(CheckpointError::Form));
}

#[test]
fn a_checkpoint_of_another_log_or_key_is_refused_by_name() {
    let made = signed(&leaves(5));
    let public = secret().verifying_key().to_bytes();
    let other_space = LogKey::of(DEPLOYMENT, SpaceId([8; 32]), public).unwrap();
    let note = log_key().note(&made);
    assert!(matches!(
        other_space.open(note.as_bytes()),
        Err(CheckpointError::Origin { .. })
    ));
    let stranger = SigningKey::from_bytes(&[2; 32]);
    let by_stranger = LogKey::of(DEPLOYMENT, SPACE, stranger.verifying_key().to_bytes()).unwrap();
    assert_eq!(
        by_stranger.open(note.as_bytes()),
        Err(CheckpointError::Unsigned)
    );
    let forged = SignedCheckpoint::sign(made.checkpoint, &stranger);
    assert_eq!(
        log_key().open(log_key().note(&forged).as_bytes()),
        Err(CheckpointError::Signature)
    );
    assert!(LogKey::of("https://two words", SPACE, public).is_err());
}

#[test]
fn a_log_keeper_confirms_with_a_time_and_does_not_pass_for_the_log() {
    let keeper = SigningKey::from_bytes(&[3; 32]);
    let public = keeper.verifying_key().to_bytes();
    let keeper_key = NoteKey::new("keeper.example", NoteAlgorithm::Cosignature, public).unwrap();
    let made = signed(&leaves(5));
    let line = cosign(&keeper_key, &keeper, &made.checkpoint.text(), 1_700_000_000);
    let both = format!("{}{line}", log_key().note(&made));
    let note = Note::parse(both.as_bytes()).unwrap();
    assert_eq!(confirmed_at(&note, &keeper_key), Ok(Some(1_700_000_000)));
    assert_eq!(log_key().open(both.as_bytes()), Ok(made.clone()));
    let alone = format!("{}\n{line}", made.checkpoint.text());
    assert_eq!(
        log_key().open(alone.as_bytes()),
        Err(CheckpointError::Unsigned)
    );
    let posing = LogKey::of(DEPLOYMENT, SPACE, public).unwrap();
    assert_eq!(posing.open(both.as_bytes()), Err(CheckpointError::Unsigned));
    let another =
        Note::parse(format!("{}\n{line}", signed(&leaves(6)).checkpoint.text()).as_bytes());
    assert!(confirmed_at(&another.unwrap(), &keeper_key).is_err());
}

#[test]
fn two_stories_of_one_log_are_proof_against_it() {
    let key = log_key();
    let (ours, mut theirs) = (leaves(21), leaves(40));
    theirs[6] = leaf(b"what only the other member was shown");
    let proof = |earlier: &[Hash], later: &[Hash]| ForkProof {
        earlier: signed(earlier),
        later: signed(later),
        root_then: root(&later[..earlier.len()]),
        proof: consistency_proof(later, later.len() as u64, earlier.len() as u64).unwrap(),
    };
    for later in [&theirs[..21], &theirs[..]] {
        let fork = proof(&ours, later);
        let text = fork.text(&key);
        assert_eq!(ForkProof::parse(&text), Ok((key.clone(), fork)));
        for at in 0..text.len() {
            let mut changed = text.clone().into_bytes();
            changed[at] ^= 1;
            if let Ok(changed) = String::from_utf8(changed) {
                let read = ForkProof::parse(&changed);
                assert!(read.is_err() || read.unwrap().0 != key, "byte {at}");
            }
        }
    }
    // An honest log cannot be accused.
    let honest = leaves(40);
    let fork = proof(&ours, &honest);
    assert_eq!(fork.check(&key), Err(ForkError::NoContradiction));
    let mut invented = proof(&ours, &honest);
    invented.root_then = root(&theirs[..21]);
    assert_eq!(invented.check(&key), Err(ForkError::NoContradiction));
}

#[test]
fn tiles_have_the_paths_of_the_specification() {
    let tile = |level, index, width| Tile {
        level,
        index,
        width,
    };
    for (tile, path) in [
        (tile(0, 0, 256), "0/000"),
        (tile(0, 273, 256), "0/273"),
        (tile(2, 1_234_067, 256), "2/x001/x234/067"),
        (tile(1, 5_000, 17), "1/x005/000.p/17"),
    ] {
        assert_eq!(tile.path(), path);
        assert_eq!(path.parse(), Ok(tile));
    }
    for path in [
        "",
        "0",
        "0/",
        "0/1",
        "0/x001",
        "0/001/002",
        "00/001",
        "0/000.p/0",
        "0/000.p/256",
        "0/000.p/257",
        "0/000.p/+1",
        "0/../000",
        "8/000",
        "0/x000/001",
        "0/001.p/1/x",
        "entries/000",
        "0/x999/x999/x999/x999/x999/x999/x999/x999/999",
    ] {
        assert_eq!(path.parse::<Tile>(), Err(TileError), "{path}");
    }
}

/// A log that keeps leaves and the nodes of every eighth height, as a server does.
#[derive(Default)]
struct Shelf {
    tree: CompactTree,
    rows: std::collections::BTreeMap<(u32, u64), Hash>,
}

impl Shelf {
    fn push(&mut self, leaf: Hash) {
        let rows = &mut self.rows;
        self.tree.push_noting(leaf, |at, hash| {
            if at.height % 8 == 0 {
                rows.insert((at.height / 8, at.index), hash);
            }
        });
    }
    fn read(&self, tile: Tile) -> Vec<u8> {
        let first = tile.index * WIDTH;
        (first..first + tile.width)
            .flat_map(|index| self.rows[&(tile.level, index)])
            .collect()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn a_reader_of_tiles_makes_every_proof_with_few_of_them(size in 1_u64..70_000, old in 0.0..1.0_f64, at in 0.0..1.0_f64) {
        let leaves = leaves(size);
        let mut shelf = Shelf::default();
        for leaf in &leaves {
            shelf.push(*leaf);
        }
        let old = ((size as f64 * old) as u64).max(1);
        let at = (size as f64 * at) as u64;
        let wanted = Wanted::of(size);
        consistency_proof(&wanted, size, old).unwrap();
        inclusion_proof(&wanted, size, at).unwrap();
        root_of(&wanted, size).unwrap();
        let mut tiles = Tiles::of(size);
        let mut count = 0;
        for tile in wanted.tiles() {
            prop_assert!(tiles.take(tile, &shelf.read(tile)));
            prop_assert!(!tiles.take(tile, &shelf.read(tile)[1..]));
            prop_assert!(tiles.take(tile, &shelf.read(tile)));
            count += 1;
        }
        prop_assert!(count <= 12, "{count} tiles");
        let root = shelf.tree.root();
        prop_assert_eq!(root_of(&tiles, size), Some(root));
        let consistency = consistency_proof(&tiles, size, old).unwrap();
        let old_root = self::root(&leaves[..old as usize]);
        prop_assert!(verify_consistency(old, &old_root, size, &root, &consistency));
        let inclusion = inclusion_proof(&tiles, size, at).unwrap();
        prop_assert!(verify_inclusion(&leaves[at as usize], at, size, &inclusion, &root));
    }
}

#[test]
fn a_node_that_is_not_whole_yet_is_in_no_tile() {
    let node = |height, index| Node { height, index };
    assert!(Tile::holding(node(8, 0), 255).is_none());
    assert!(Tile::holding(node(8, 0), 256).is_some());
    assert!(Tile::holding(node(0, 256), 256).is_none());
    assert!(Tile::holding(node(63, 1), u64::MAX).is_none());
    assert!(Tile::holding(node(200, 0), 5).is_none());
    assert_eq!(leaves(4)[..].node(node(1, 2)), None);
}
