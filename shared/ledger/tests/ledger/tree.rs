//! The tree of RFC 9162: compact and naive agree, and no wrong proof passes.

use hawser_ledger::merkle::{
    CompactTree, Hash, consistency_proof, empty_root, inclusion_proof, leaf, node, root,
    verify_consistency, verify_inclusion,
};

fn leaves(count: usize) -> Vec<Hash> {
    (0..count).map(|index| leaf(&index.to_be_bytes())).collect()
}

/// The definition in RFC 9162, section 2.1.1, as it stands there.
fn naive_root(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => empty_root(),
        [one] => *one,
        many => {
            let split = (many.len() - 1).ilog2();
            let (left, right) = many.split_at(1 << split);
            node(&naive_root(left), &naive_root(right))
        }
    }
}

#[test]
fn the_compact_tree_gives_the_root_by_definition_at_every_size() {
    let leaves = leaves(301);
    let mut tree = CompactTree::new();
    for size in 0..=300 {
        assert_eq!(tree.size(), size as u64);
        assert_eq!(tree.root(), naive_root(&leaves[..size]), "size {size}");
        assert_eq!(root(&leaves[..size]), tree.root());
        let stored = CompactTree::from_parts(tree.size(), tree.peaks().to_vec());
        assert_eq!(stored, Some(tree.clone()));
        tree.push(leaves[size]);
    }
    assert_eq!(CompactTree::from_parts(3, vec![[0; 32]]), None);
    assert_eq!(CompactTree::from_parts(0, vec![[0; 32]]), None);
}

#[test]
fn every_leaf_is_proven_in_every_tree() {
    let leaves = leaves(40);
    for size in 1..=leaves.len() {
        let root = root(&leaves[..size]);
        for index in 0..size {
            let proof = inclusion_proof(&leaves[..], size as u64, index as u64).unwrap();
            assert!(verify_inclusion(
                &leaves[index],
                index as u64,
                size as u64,
                &proof,
                &root
            ));
        }
        assert_eq!(inclusion_proof(&leaves[..], size as u64, size as u64), None);
    }
}

#[test]
fn a_wrong_inclusion_proof_is_refused() {
    let leaves = leaves(21);
    let root = root(&leaves);
    for index in 0..leaves.len() {
        let proof = inclusion_proof(&leaves[..], leaves.len() as u64, index as u64).unwrap();
        let check =
            |leaf, index, size, proof: &[Hash]| verify_inclusion(leaf, index, size, proof, &root);
        let at = index as u64;
        assert!(
            !check(&leaves[(index + 1) % 21], at, 21, &proof),
            "another leaf"
        );
        assert!(
            !check(&leaves[index], (at + 1) % 21, 21, &proof),
            "another place"
        );
        assert!(
            !check(&leaves[index], at + (1 << 40), 21, &proof),
            "outside"
        );
        assert!(!check(&leaves[index], at, 0, &proof), "in an empty tree");
        assert!(!check(&leaves[index], at, 21, &proof[1..]), "too short");
        assert!(!check(&leaves[index], at, 21, &[]), "empty");
        let mut long = proof.clone();
        long.push([0; 32]);
        assert!(!check(&leaves[index], at, 21, &long), "too long");
        for step in 0..proof.len() {
            let mut changed = proof.clone();
            changed[step][0] ^= 1;
            assert!(
                !check(&leaves[index], at, 21, &changed),
                "step {step} changed"
            );
        }
    }
}

#[test]
fn every_tree_continues_every_smaller_one() {
    let leaves = leaves(40);
    for new in 1..=leaves.len() {
        let new_root = root(&leaves[..new]);
        for old in 1..=new {
            let proof = consistency_proof(&leaves[..], new as u64, old as u64).unwrap();
            let old_root = root(&leaves[..old]);
            assert!(
                verify_consistency(old as u64, &old_root, new as u64, &new_root, &proof),
                "{old} {new}"
            );
        }
        assert_eq!(consistency_proof(&leaves[..], new as u64, 0), None);
        assert_eq!(
            consistency_proof(&leaves[..], new as u64, new as u64 + 1),
            None
        );
    }
}

#[test]
fn a_consistency_proof_of_another_size_empty_or_far_too_long_is_refused() {
    let leaves = leaves(21);
    let new_root = root(&leaves);
    for old in 1..21_usize {
        let proof = consistency_proof(&leaves[..], leaves.len() as u64, old as u64).unwrap();
        let old_root = root(&leaves[..old]);
        let size = old as u64;
        assert!(
            !verify_consistency(size, &old_root, 21, &new_root, &[]),
            "empty"
        );
        assert!(
            !verify_consistency(size, &old_root, 64, &new_root, &proof),
            "another size"
        );
        assert!(
            !verify_consistency(0, &empty_root(), 21, &new_root, &proof),
            "from nothing"
        );
        assert!(
            !verify_consistency(22, &old_root, 21, &new_root, &proof),
            "backwards"
        );
        assert!(
            !verify_consistency(size, &new_root, 21, &new_root, &proof),
            "another past"
        );
        assert!(
            !verify_consistency(size, &old_root, 21, &old_root, &proof),
            "another present"
        );
        let mut long = proof.clone();
        long.extend(vec![[0; 32]; 1000]);
        assert!(
            !verify_consistency(size, &old_root, 21, &new_root, &long),
            "too long"
        );
        for step in 0..proof.len() {
            let mut changed = proof.clone();
            changed[step][31] ^= 0x80;
            assert!(
                !verify_consistency(size, &old_root, 21, &new_root, &changed),
                "step {step} changed"
            );
        }
    }
    assert!(verify_consistency(21, &new_root, 21, &new_root, &[]));
    assert!(!verify_consistency(
        21,
        &new_root,
        21,
        &new_root,
        &[[0; 32]]
    ));
    assert!(!verify_consistency(21, &[0; 32], 21, &new_root, &[]));
}

#[test]
fn a_fork_never_grows_together_again() {
    let (mut ours, mut theirs) = (leaves(9), leaves(9));
    theirs[6] = leaf(b"what only the other member was shown");
    let seen = root(&ours);
    for extra in 0..20_u8 {
        ours.push(leaf(&[extra]));
        theirs.push(leaf(&[extra]));
        let proof = consistency_proof(&theirs[..], theirs.len() as u64, 9).unwrap();
        assert!(!verify_consistency(
            9,
            &seen,
            theirs.len() as u64,
            &root(&theirs),
            &proof
        ));
    }
}
