//! What a decoder refuses at once, whatever is claimed. That none breaks is shown in e2e/fuzz.

use hawser_ledger::codec::Layout as _;
use hawser_ledger::event::RecordPublic;
use hawser_ledger::log::tile::Wanted;
use hawser_ledger::membership::Act;
use hawser_ledger::merkle::{consistency_proof, inclusion_proof, root_of};
use proptest::prelude::*;

/// Every kind this version knows.
const KINDS: [u16; 18] = [
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 14, 17, 20, 32, 33, 34, 35,
];

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
    fn attack_26_a_list_that_claims_to_be_huge_costs_nothing(count in 1_u32.., tail in 0_usize..64) {
        let mut bytes = count.to_be_bytes().to_vec();
        bytes.extend(vec![0; tail]);
        prop_assert!(RecordPublic::decode(&bytes).is_err() || count == 1 && tail == 56);
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
