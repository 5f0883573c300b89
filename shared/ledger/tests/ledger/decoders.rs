//! Whatever bytes arrive, a decoder answers; what it accepts, it would write the same.

use hawser_ledger::codec::Layout;
use hawser_ledger::consent::Consent;
use hawser_ledger::event::RecordPublic;
use hawser_ledger::header::{HEADER_SIZE, MAGIC, Position, Prefix, VERSION};
use hawser_ledger::log::checkpoint::{parse_published, published};
use hawser_ledger::log::tile::Wanted;
use hawser_ledger::log::witness::parse_size;
use hawser_ledger::log::{AddCheckpoint, Checkpoint, ForkProof, LogKey, Note, NoteKey, Tile};
use hawser_ledger::membership::{Act, Genesis, MemberAdd, SpaceKind};
use hawser_ledger::merkle::{consistency_proof, inclusion_proof, root_of};
use hawser_ledger::person::{CertChain, CertificateRequest, Delegation, PersonCert};
use hawser_ledger::{Event, Header, SpaceId};
use proptest::prelude::*;

use crate::support::*;

/// Every kind this version knows.
const KINDS: [u16; 15] = [1, 2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 32, 33, 34, 35];

fn strict<T: Layout>(bytes: &[u8]) {
    if let Ok(value) = T::decode(bytes) {
        assert_eq!(
            value.encode(),
            bytes,
            "accepted in another form than it is written"
        );
    }
}

fn all(bytes: &[u8]) {
    strict::<Header>(bytes);
    strict::<Prefix>(bytes);
    strict::<Position>(bytes);
    strict::<Consent>(bytes);
    strict::<PersonCert>(bytes);
    strict::<CertificateRequest>(bytes);
    strict::<CertChain>(bytes);
    strict::<Delegation>(bytes);
    strict::<Genesis>(bytes);
    strict::<MemberAdd>(bytes);
    strict::<RecordPublic>(bytes);
    if let Ok(event) = Event::decode(bytes) {
        assert_eq!(event.encode(), bytes);
    }
    for kind in KINDS {
        if let Ok(Some(act)) = Act::decode(kind, bytes) {
            assert_eq!((act.kind(), act.encode()), (kind, bytes.to_vec()));
        }
    }
    texts(bytes);
}

/// Valid bytes of everything, to be damaged.
/// What is read as text.
fn texts(bytes: &[u8]) {
    if let Ok(note) = Note::parse(bytes) {
        // A line of another key is no signature of this one.
        let stranger = LogKey::of("https://hawser.example", SpaceId([3; 32]), [4; 32]);
        assert!(stranger.is_ok_and(|key| key.open(bytes).is_err()));
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
    assert!(ForkProof::parse(text).is_err());
}

fn samples() -> Vec<Vec<u8>> {
    let (case, ben) = Case::with_ben();
    let founder = case.founder();
    let rotation = case.ledger.epoch(case.team, &[&founder]);
    let add = case
        .beta
        .nominate(case.ledger.space(), &ben, &[case.team, case.desk], 9);
    let genesis = genesis(
        SpaceKind::Case,
        Some(&case.alpha),
        &case.alpha.root,
        &[&case.alpha],
    );
    vec![
        case.ledger.content_event(&founder.key, case.team).encode(),
        case.ledger
            .content_event(&founder.key, case.team)
            .header
            .encode(),
        add.consent.encode(),
        add.encode(),
        ben.chain.encode(),
        ben.chain.cert.encode(),
        ben.chain.cert.request.encode(),
        genesis.encode(),
        rotation.encode(),
        Act::MemberRemove {
            user: ben.user,
            rotations: vec![rotation],
        }
        .encode(),
    ]
}

#[test]
fn kinds_that_are_not_known_are_told_apart_from_bad_bytes() {
    for kind in 0..300 {
        let known = KINDS.contains(&kind);
        assert_eq!(
            matches!(Act::decode(kind, &[0xff; 3]), Ok(None)),
            !known,
            "kind {kind}"
        );
    }
}

proptest! {
    #[test]
    fn attack_26_arbitrary_bytes_never_break_a_decoder(bytes in proptest::collection::vec(any::<u8>(), 0..1200)) {
        all(&bytes);
    }

    #[test]
    fn attack_26_arbitrary_bytes_behind_a_good_beginning_never_break_a_decoder(
        bytes in proptest::collection::vec(any::<u8>(), 0..HEADER_SIZE + 200)
    ) {
        let mut event = MAGIC.to_vec();
        event.extend([VERSION, 1, 1, 1, 0, 0]);
        event.extend(bytes);
        all(&event);
    }

    #[test]
    fn attack_26_damaged_bytes_never_break_a_decoder(
        which in 0_usize..10, at in any::<prop::sample::Index>(), value in any::<u8>(), cut in any::<prop::sample::Index>(), keep in any::<bool>()
    ) {
        let mut bytes = samples().swap_remove(which);
        let place = at.index(bytes.len());
        bytes[place] = value;
        if !keep {
            let length = cut.index(bytes.len());
            bytes.truncate(length);
        }
        all(&bytes);
    }

    #[test]
    fn attack_26_a_list_that_claims_to_be_huge_costs_nothing(count in 1_u32.., tail in 0_usize..64) {
        let mut bytes = count.to_be_bytes().to_vec();
        bytes.extend(vec![0; tail]);
        prop_assert!(RecordPublic::decode(&bytes).is_err() || count == 1 && tail == 56);
    }

    #[test]
    fn attack_26_texts_of_a_log_never_break_a_reader(
        text in "(hawser/fork-proof@v1\n)?(log |root |hash |[a-z.]{1,9}/space/[0-9a-f]{0,4}|[0-9]{1,20}|[A-Za-z0-9+/]{43}=|\u{2014} [a-z+]{0,6} [A-Za-z0-9+/=]{0,99}|[0-9]/x?[0-9]{3}(\\.p/[0-9]{1,3})?|\n){0,9}\n?",
    ) {
        texts(text.as_bytes());
    }

    #[test]
    fn attack_26_a_tree_of_any_claimed_size_costs_a_few_tiles(
        size in any::<u64>(), old in any::<u64>(), index in any::<u64>(),
    ) {
        let wanted = Wanted::of(size);
        let proofs = (
            consistency_proof(&wanted, size, old),
            inclusion_proof(&wanted, size, index),
            root_of(&wanted, size),
        );
        prop_assert_eq!(proofs.0.is_some(), (1..=size).contains(&old));
        prop_assert_eq!(proofs.1.is_some(), index < size);
        prop_assert!(proofs.2.is_some());
        prop_assert!(wanted.tiles().count() <= 64);
    }
}
