//! Tiles (c2sp.org/tlog-tiles): the tree in stretches of 256 hashes, from which readers make their own proofs.

use crate::merkle::{Hash, Node, Nodes, root};

/// Hashes in a full tile.
pub const WIDTH: u64 = 1 << HEIGHT;
/// Heights between two levels of tiles.
pub const HEIGHT: u32 = 8;
const MAX_LEVEL: u32 = 7;

/// A stretch of up to 256 neighbouring nodes of height `8 · level`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tile {
    /// 0 for leaves.
    pub level: u32,
    /// Which, from the left.
    pub index: u64,
    /// Hashes in it: 256, or fewer at the right edge.
    pub width: u64,
}

impl Tile {
    /// The tile in which the subtree of a node hangs, for a tree of `size` leaves, and where in it: the first hash
    /// and their number. `None` when the node is not whole in that tree.
    pub fn holding(node: Node, size: u64) -> Option<(Self, usize, usize)> {
        let level = node.height / HEIGHT;
        let below = node.height % HEIGHT;
        let there = size.checked_shr(level * HEIGHT)?;
        let first = node.index.checked_shl(below)?;
        let index = first / WIDTH;
        let width = there.checked_sub(index * WIDTH)?.min(WIDTH);
        let (start, count) = (first % WIDTH, 1 << below);
        (start + count <= width).then_some((
            Self {
                level,
                index,
                width,
            },
            start as usize,
            count as usize,
        ))
    }

    /// `<level>/<index>` or `<level>/<index>.p/<width>`, the index in groups of three digits with `x` before all
    /// but the last.
    pub fn path(&self) -> String {
        let mut index = format!("{:03}", self.index % 1000);
        let mut rest = self.index / 1000;
        while rest > 0 {
            index = format!("x{:03}/{index}", rest % 1000);
            rest /= 1000;
        }
        if self.width == WIDTH {
            format!("{}/{index}", self.level)
        } else {
            format!("{}/{index}.p/{}", self.level, self.width)
        }
    }
}

/// A path that names no tile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not the path of a tile")]
pub struct TileError;

/// Reads [`Tile::path`], in that spelling only.
impl std::str::FromStr for Tile {
    type Err = TileError;
    fn from_str(path: &str) -> Result<Self, TileError> {
        let (level, rest) = path.split_once('/').ok_or(TileError)?;
        let number = |text: &str| text.parse::<u64>().map_err(|_| TileError);
        let (index, width) = match rest.split_once(".p/") {
            Some((index, width)) => (index, number(width)?),
            None => (rest, WIDTH),
        };
        let mut place: u64 = 0;
        for group in index.split('/') {
            let digits = group.strip_prefix('x').unwrap_or(group);
            place = place.checked_mul(1000).ok_or(TileError)?;
            place = place.checked_add(number(digits)?).ok_or(TileError)?;
        }
        let tile = Self {
            level: level.parse().map_err(|_| TileError)?,
            index: place,
            width,
        };
        let sound = tile.level <= MAX_LEVEL && (1..=WIDTH).contains(&width);
        if sound && tile.path() == path {
            Ok(tile)
        } else {
            Err(TileError)
        }
    }
}

/// Tiles that were read, of a tree of one size, as a source of nodes.
#[derive(Debug, Default)]
pub struct Tiles {
    size: u64,
    known: std::collections::BTreeMap<Tile, Vec<Hash>>,
}

impl Tiles {
    /// None yet, of a tree of `size` leaves.
    pub fn of(size: u64) -> Self {
        Self {
            size,
            known: std::collections::BTreeMap::new(),
        }
    }

    /// Takes in the bytes of a tile; false when they are not as many as it has.
    pub fn take(&mut self, tile: Tile, bytes: &[u8]) -> bool {
        let (hashes, rest) = bytes.as_chunks::<32>();
        let whole = rest.is_empty() && hashes.len() as u64 == tile.width;
        if whole {
            self.known.insert(tile, hashes.to_vec());
        }
        whole
    }
}

impl Nodes for Tiles {
    fn node(&self, at: Node) -> Option<Hash> {
        let (tile, start, count) = Tile::holding(at, self.size)?;
        Some(root(self.known.get(&tile)?.get(start..start + count)?))
    }
}

/// Notes which tiles a proof in a tree of one size asks for.
#[derive(Debug)]
pub struct Wanted {
    size: u64,
    tiles: std::cell::RefCell<std::collections::BTreeSet<Tile>>,
}

impl Wanted {
    /// Nothing yet.
    pub fn of(size: u64) -> Self {
        Self {
            size,
            tiles: std::cell::RefCell::default(),
        }
    }
    /// What was asked for.
    pub fn tiles(self) -> impl Iterator<Item = Tile> {
        self.tiles.into_inner().into_iter()
    }
}

impl Nodes for Wanted {
    fn node(&self, at: Node) -> Option<Hash> {
        let (tile, ..) = Tile::holding(at, self.size)?;
        self.tiles.borrow_mut().insert(tile);
        Some([0; 32])
    }
}
