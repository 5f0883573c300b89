//! Whatever bytes arrive, a decoder answers; what it accepts, it would write the same.

use hawser_ledger::codec::Layout;
use hawser_ledger::consent::Consent;
use hawser_ledger::event::RecordPublic;
use hawser_ledger::header::{HEADER_SIZE, MAGIC, Position, Prefix, VERSION};
use hawser_ledger::membership::{Act, Genesis, MemberAdd, SpaceKind};
use hawser_ledger::person::{CertChain, CertificateRequest, Delegation, PersonCert};
use hawser_ledger::{Event, Header};
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
}

/// Valid bytes of everything, to be damaged.
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
}
