//! The tree of a space: nodes as they become whole, and tiles read from them.

use hawser_ledger::log::tile::{HEIGHT, Tile, Tiles, WIDTH, Wanted};
use hawser_ledger::merkle::{CompactTree, Hash, consistency_proof};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::entities::{events, tree_nodes};
use crate::error::{ApiError, ApiResult};
use crate::stored;

/// Keeps the nodes that become whole when `leaves` follow `tree`.
pub async fn grow<C: ConnectionTrait>(
    db: &C,
    space_id: i64,
    mut tree: CompactTree,
    leaves: impl Iterator<Item = [u8; 32]>,
) -> ApiResult<()> {
    let mut whole = Vec::new();
    for leaf in leaves {
        tree.push_noting(leaf, |at, hash| {
            if at.height > 0 && at.height % HEIGHT == 0 {
                whole.push((at, hash));
            }
        });
    }
    if whole.is_empty() {
        return Ok(());
    }
    let rows = whole.into_iter().map(|(at, hash)| {
        let level = i16::try_from(at.height / HEIGHT).map_err(|_| ApiError::stored("level"))?;
        Ok(tree_nodes::ActiveModel {
            space_id: Set(space_id),
            level: Set(level),
            place: Set(stored::number(at.index, "node")?),
            hash: Set(hash.to_vec()),
        })
    });
    tree_nodes::Entity::insert_many(rows.collect::<ApiResult<Vec<_>>>()?)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// The hashes of a tile, one after the other; `None` when the tree has not come so far.
pub async fn tile<C: ConnectionTrait>(
    db: &C,
    space_id: i64,
    size: u64,
    tile: Tile,
) -> ApiResult<Option<Vec<u8>>> {
    let first = tile.index.checked_mul(WIDTH);
    let end = first.and_then(|first| first.checked_add(tile.width));
    let there = size.checked_shr(tile.level * HEIGHT).unwrap_or(0);
    let (Some(first), Some(end)) = (first, end.filter(|end| *end <= there)) else {
        return Ok(None);
    };
    let (first, end) = (stored::number(first, "tile")?, stored::number(end, "tile")?);
    let hashes: Vec<Vec<u8>> = if tile.level == 0 {
        events::Entity::find()
            .select_only()
            .column(events::Column::Leaf)
            .filter(events::Column::SpaceId.eq(space_id))
            .filter(events::Column::Seq.gte(first))
            .filter(events::Column::Seq.lt(end))
            .order_by_asc(events::Column::Seq)
            .into_tuple()
            .all(db)
            .await?
    } else {
        let level = i16::try_from(tile.level).map_err(|_| ApiError::stored("level"))?;
        tree_nodes::Entity::find()
            .select_only()
            .column(tree_nodes::Column::Hash)
            .filter(tree_nodes::Column::SpaceId.eq(space_id))
            .filter(tree_nodes::Column::Level.eq(level))
            .filter(tree_nodes::Column::Place.gte(first))
            .filter(tree_nodes::Column::Place.lt(end))
            .order_by_asc(tree_nodes::Column::Place)
            .into_tuple()
            .all(db)
            .await?
    };
    let whole = hashes.len() as u64 == tile.width && hashes.iter().all(|hash| hash.len() == 32);
    if !whole {
        return Err(ApiError::stored("tile"));
    }
    Ok(Some(hashes.concat()))
}

/// The consistency proof from the first `old` leaves to the first `size`; nothing where `old` is 0.
pub async fn consistency<C: ConnectionTrait>(
    db: &C,
    space_id: i64,
    size: u64,
    old: u64,
) -> ApiResult<Vec<Hash>> {
    if old == 0 {
        return Ok(Vec::new());
    }
    let wanted = Wanted::of(size);
    consistency_proof(&wanted, size, old).ok_or_else(|| ApiError::stored("size"))?;
    let mut tiles = Tiles::of(size);
    for wanted in wanted.tiles() {
        let bytes = tile(db, space_id, size, wanted).await?;
        let is_there = bytes.is_some_and(|bytes| tiles.take(wanted, &bytes));
        if !is_there {
            return Err(ApiError::stored("tile"));
        }
    }
    consistency_proof(&tiles, size, old).ok_or_else(|| ApiError::stored("tile"))
}
