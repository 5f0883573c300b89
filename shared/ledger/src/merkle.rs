//! The tree of RFC 9162, section 2.1: root of a list, compact form for
//! appending in O(log n), inclusion and consistency proofs.

use crate::key::hash;

/// A node or leaf hash.
pub type Hash = [u8; 32];

/// `H(0x01 ‖ left ‖ right)`.
pub fn node(left: &Hash, right: &Hash) -> Hash {
    hash(&[&[1], left, right])
}

/// `H(0x00 ‖ data)`.
pub fn leaf(data: &[u8]) -> Hash {
    hash(&[&[0], data])
}

/// The root of the empty tree.
pub fn empty_root() -> Hash {
    hash(&[])
}

/// The right edge of a tree: enough to append and to give the root.
///
/// Holds one hash for each bit set in the size, largest subtree first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CompactTree {
    size: u64,
    peaks: Vec<Hash>,
}

impl CompactTree {
    /// The empty tree.
    pub fn new() -> Self {
        Self::default()
    }

    /// Rebuilds from stored peaks; `None` when their number does not fit the size.
    pub fn from_parts(size: u64, peaks: Vec<Hash>) -> Option<Self> {
        (peaks.len() == size.count_ones() as usize).then_some(Self { size, peaks })
    }

    /// Number of leaves.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Roots of the perfect subtrees, largest first.
    pub fn peaks(&self) -> &[Hash] {
        &self.peaks
    }

    /// Appends a leaf hash.
    pub fn push(&mut self, leaf: Hash) {
        self.push_noting(leaf, |_, _| {});
    }

    /// Appends a leaf hash; `note` is told of every perfect subtree that it completes, from the leaf up.
    pub fn push_noting(&mut self, leaf: Hash, mut note: impl FnMut(Node, Hash)) {
        let mut carry = leaf;
        let mut at = Node {
            height: 0,
            index: self.size,
        };
        note(at, carry);
        while at.index & 1 == 1 {
            if let Some(left) = self.peaks.pop() {
                carry = node(&left, &carry);
            }
            at = Node {
                height: at.height + 1,
                index: at.index >> 1,
            };
            note(at, carry);
        }
        self.peaks.push(carry);
        self.size += 1;
    }

    /// The root over all leaves.
    pub fn root(&self) -> Hash {
        let mut peaks = self.peaks.iter().rev();
        let Some(last) = peaks.next() else {
            return empty_root();
        };
        peaks.fold(*last, |right, left| node(left, &right))
    }
}

/// The root over `leaves` (leaf hashes).
pub fn root(leaves: &[Hash]) -> Hash {
    let mut tree = CompactTree::new();
    for leaf in leaves {
        tree.push(*leaf);
    }
    tree.root()
}

/// A perfect subtree: the leaves from `index << height` on, `1 << height` of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Node {
    /// 0 for a leaf.
    pub height: u32,
    /// Which of its height, from the left.
    pub index: u64,
}

/// Where hashes of a tree's perfect subtrees come from.
pub trait Nodes {
    /// The hash of a subtree; `None` where it is not known or not there.
    fn node(&self, at: Node) -> Option<Hash>;
}

/// All leaf hashes of a tree.
impl Nodes for [Hash] {
    fn node(&self, at: Node) -> Option<Hash> {
        let start = usize::try_from(at.index.checked_shl(at.height)?).ok()?;
        let end = start.checked_add(1_usize.checked_shl(at.height)?)?;
        Some(root(self.get(start..end)?))
    }
}

/// The largest power of two below `size`, which is at least 2.
fn split(size: u64) -> u64 {
    1 << (size - 1).ilog2()
}

/// The root over the leaves from `from` to `to`, a stretch that RFC 9162 would split off.
fn stretch(nodes: &(impl Nodes + ?Sized), from: u64, to: u64) -> Option<Hash> {
    let size = to - from;
    if size.is_power_of_two() {
        let height = size.ilog2();
        let index = from >> height;
        return nodes.node(Node { height, index });
    }
    let middle = from + split(size);
    let left = stretch(nodes, from, middle)?;
    Some(node(&left, &stretch(nodes, middle, to)?))
}

/// The root of the first `size` leaves; `None` where a node is not known.
pub fn root_of(nodes: &(impl Nodes + ?Sized), size: u64) -> Option<Hash> {
    if size == 0 {
        return Some(empty_root());
    }
    stretch(nodes, 0, size)
}

/// The inclusion proof of `index` in the tree over the first `size` leaves (RFC 9162, 2.1.3.1);
/// `None` when the index is outside or a node is not known.
pub fn inclusion_proof(nodes: &(impl Nodes + ?Sized), size: u64, index: u64) -> Option<Vec<Hash>> {
    if index >= size {
        return None;
    }
    let mut proof = Vec::new();
    let (mut from, mut to) = (0, size);
    while to - from > 1 {
        let middle = from + split(to - from);
        if index < middle {
            proof.push(stretch(nodes, middle, to)?);
            to = middle;
        } else {
            proof.push(stretch(nodes, from, middle)?);
            from = middle;
        }
    }
    proof.reverse();
    Some(proof)
}

/// Checks an inclusion proof (RFC 9162, 2.1.3.2).
pub fn verify_inclusion(leaf: &Hash, index: u64, size: u64, proof: &[Hash], root: &Hash) -> bool {
    if index >= size {
        return false;
    }
    let (mut fnode, mut snode, mut hash) = (index, size - 1, *leaf);
    for step in proof {
        if snode == 0 {
            return false;
        }
        if fnode & 1 == 1 || fnode == snode {
            hash = node(step, &hash);
            while fnode & 1 == 0 && fnode != 0 {
                fnode >>= 1;
                snode >>= 1;
            }
        } else {
            hash = node(&hash, step);
        }
        fnode >>= 1;
        snode >>= 1;
    }
    snode == 0 && hash == *root
}

/// The consistency proof from the first `old` leaves to the first `size` (RFC 9162, 2.1.4.1);
/// `None` when there is none or a node is not known.
pub fn consistency_proof(nodes: &(impl Nodes + ?Sized), size: u64, old: u64) -> Option<Vec<Hash>> {
    if old == 0 || old > size {
        return None;
    }
    let mut proof = Vec::new();
    let (mut from, mut to, mut whole) = (0, size, true);
    while old < to {
        let middle = from + split(to - from);
        if old <= middle {
            proof.push(stretch(nodes, middle, to)?);
            to = middle;
        } else {
            proof.push(stretch(nodes, from, middle)?);
            from = middle;
            whole = false;
        }
    }
    if !whole {
        proof.push(stretch(nodes, from, to)?);
    }
    proof.reverse();
    Some(proof)
}

/// Checks a consistency proof (RFC 9162, 2.1.4.2).
pub fn verify_consistency(
    old_size: u64,
    old_root: &Hash,
    new_size: u64,
    new_root: &Hash,
    proof: &[Hash],
) -> bool {
    if old_size == 0 || old_size > new_size {
        return false;
    }
    if old_size == new_size {
        return proof.is_empty() && old_root == new_root;
    }
    let mut path = proof.iter();
    let first = if old_size.is_power_of_two() {
        Some(old_root)
    } else {
        path.next()
    };
    let Some(first) = first else { return false };
    let (mut fnode, mut snode) = (old_size - 1, new_size - 1);
    while fnode & 1 == 1 {
        fnode >>= 1;
        snode >>= 1;
    }
    let (mut old_hash, mut new_hash) = (*first, *first);
    for step in path {
        if snode == 0 {
            return false;
        }
        if fnode & 1 == 1 || fnode == snode {
            old_hash = node(step, &old_hash);
            new_hash = node(step, &new_hash);
            while fnode & 1 == 0 && fnode != 0 {
                fnode >>= 1;
                snode >>= 1;
            }
        } else {
            new_hash = node(&new_hash, step);
        }
        fnode >>= 1;
        snode >>= 1;
    }
    snode == 0 && old_hash == *old_root && new_hash == *new_root
}
