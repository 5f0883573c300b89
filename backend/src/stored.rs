//! Stored bytes back into identifiers and numbers.

use hawser_ledger::{EventId, GroupId, OrganisationId, RequestId, SpaceId, UserId};

use crate::error::{ApiError, ApiResult};

/// Bytes of a fixed size.
pub fn array<const N: usize>(bytes: &[u8], what: &'static str) -> ApiResult<[u8; N]> {
    bytes.try_into().map_err(|_| ApiError::stored(what))
}

/// A size, version or sequence number.
pub fn count(value: i64, what: &'static str) -> ApiResult<u64> {
    u64::try_from(value).map_err(|_| ApiError::stored(what))
}

/// A size, version or sequence number on its way into the database.
pub fn number(value: u64, what: &'static str) -> ApiResult<i64> {
    i64::try_from(value).map_err(|_| ApiError::bad_request(format!("{what} is too large")))
}

/// A person.
pub fn user(bytes: &[u8]) -> ApiResult<UserId> {
    Ok(UserId(array(bytes, "user")?))
}

/// A space.
pub fn space(bytes: &[u8]) -> ApiResult<SpaceId> {
    Ok(SpaceId(array(bytes, "space")?))
}

/// An organisation.
pub fn organisation(bytes: &[u8]) -> ApiResult<OrganisationId> {
    Ok(OrganisationId(array(bytes, "organisation")?))
}

/// An event.
pub fn event(bytes: &[u8]) -> ApiResult<EventId> {
    Ok(EventId(array(bytes, "event")?))
}

/// A group.
pub fn group(bytes: &[u8]) -> ApiResult<GroupId> {
    Ok(GroupId(array(bytes, "group")?))
}

/// A nomination.
pub fn request(bytes: &[u8]) -> ApiResult<RequestId> {
    Ok(RequestId(array(bytes, "request")?))
}
