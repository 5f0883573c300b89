//! The few kinds of column there are.

use sea_orm_migration::prelude::*;

/// Bytes that must be there.
pub fn bytes(name: impl IntoIden) -> ColumnDef {
    ColumnDef::new(name).binary().not_null().take()
}

/// Bytes that may be absent.
pub fn bytes_or_none(name: impl IntoIden) -> ColumnDef {
    ColumnDef::new(name).binary().null().take()
}

/// Text of any length that must be there.
pub fn text(name: impl IntoIden) -> ColumnDef {
    ColumnDef::new(name).text().not_null().take()
}

/// A number: sizes, versions, milliseconds since 1970.
pub fn number(name: impl IntoIden) -> ColumnDef {
    ColumnDef::new(name).big_integer().not_null().take()
}

/// A small number out of a fixed set.
pub fn code(name: impl IntoIden) -> ColumnDef {
    ColumnDef::new(name).small_integer().not_null().take()
}

/// Hexadecimal digits.
pub fn digits(name: impl IntoIden) -> ColumnDef {
    ColumnDef::new(name).string_len(64).not_null().take()
}

/// An index named after its table and purpose.
pub fn index<T: IntoIden + 'static>(
    name: &str,
    table: T,
    columns: impl IntoIterator<Item = DynIden>,
) -> IndexCreateStatement {
    let mut index = Index::create();
    index.name(name).table(table.into_iden());
    for column in columns {
        index.col(column);
    }
    index
}
