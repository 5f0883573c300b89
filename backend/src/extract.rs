//! What routes take out of a request; every refusal is an [`ApiError`].

use std::net::{IpAddr, SocketAddr};

use axum::body::{Body, Bytes};
use axum::extract::{ConnectInfo, FromRequest, FromRequestParts, RawPathParams, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use hawser_ledger::log::Tile;
use hawser_ledger::{BlobId, RequestId, SpaceId, UserId};
use hawser_protocol::{ErrorCode, path};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::app::App;
use crate::error::{ApiError, ApiResult};

/// A JSON body in, or out.
pub struct Json<T>(pub T);

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        axum::Json(self.0).into_response()
    }
}

impl<T: DeserializeOwned> FromRequest<App> for Json<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, _: &App) -> ApiResult<Self> {
        expect_type(request.headers(), "application/json")?;
        let bytes = body(request.into_body(), path::MAX_JSON).await?;
        serde_json::from_slice(&bytes)
            .map(Self)
            .map_err(|error| ApiError::bad_request(safe_words(&error)))
    }
}

/// What a JSON error may say without repeating what was sent: names of fields and what was expected.
fn safe_words(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let place = format!("line {}, column {}", error.line(), error.column());
    let named = ["unknown field `", "missing field `", "duplicate field `"]
        .iter()
        .find_map(|sign| {
            let name = text.strip_prefix(sign)?.split('`').next()?;
            let known =
                name.len() <= 40 && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
            Some(if known {
                format!("{sign}{name}`")
            } else {
                sign.trim_end_matches(" `").to_owned()
            })
        });
    let words = named.or_else(|| {
        let typed = text.starts_with("invalid type") || text.starts_with("invalid length");
        let (_, rest) = text.rsplit_once(", expected ").filter(|_| typed)?;
        let expected = rest.split(" at line ").next()?;
        Some(format!("expected {expected}"))
    });
    let words = words.unwrap_or_else(|| {
        if error.is_data() {
            "a value has the wrong form".into()
        } else {
            "not JSON".into()
        }
    });
    format!("{words} ({place})")
}

/// Refuses another media type than the expected one.
pub fn expect_type(headers: &HeaderMap, expected: &'static str) -> ApiResult<()> {
    let found = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let bare = found.split(';').next().unwrap_or_default().trim();
    if bare.eq_ignore_ascii_case(expected) {
        return Ok(());
    }
    Err(ApiError::with(
        ErrorCode::MediaType,
        format!("expected {expected}"),
    ))
}

/// Reads a whole body of at most `limit` bytes.
pub async fn body(body: Body, limit: usize) -> ApiResult<Bytes> {
    axum::body::to_bytes(body, limit).await.map_err(|error| {
        let mut cause: Option<&dyn std::error::Error> = Some(&error);
        while let Some(inner) = cause {
            if inner.to_string() == "length limit exceeded" {
                return ApiError::with(ErrorCode::TooLarge, format!("at most {limit} bytes"));
            }
            cause = inner.source();
        }
        ApiError::bad_request("the body ended early")
    })
}

/// Something that stands in a path.
pub trait InPath: Sized {
    /// Takes it out of the path's parameters.
    fn from_path(params: &RawPathParams) -> ApiResult<Self>;
}

fn segment<'a>(params: &'a RawPathParams, name: &str) -> &'a str {
    params
        .iter()
        .find(|(key, _)| *key == name)
        .map_or("", |(_, value)| value)
}

macro_rules! in_path {
    ($($type:ty, $name:literal;)+) => {$(
        impl InPath for $type {
            fn from_path(params: &RawPathParams) -> ApiResult<Self> {
                segment(params, $name)
                    .parse()
                    .map_err(|_| ApiError::with(ErrorCode::BadIdentifier, concat!($name, " in the path")))
            }
        }
    )+};
}

in_path! {
    SpaceId, "space";
    BlobId, "blob";
    RequestId, "request";
    UserId, "person";
    Lookup, "lookup";
    SessionId, "session";
    Part, "part";
    Tile, "tile";
}

impl<A: InPath, B: InPath> InPath for (A, B) {
    fn from_path(params: &RawPathParams) -> ApiResult<Self> {
        Ok((A::from_path(params)?, B::from_path(params)?))
    }
}

impl<A: InPath, B: InPath, C: InPath> InPath for (A, B, C) {
    fn from_path(params: &RawPathParams) -> ApiResult<Self> {
        Ok((
            A::from_path(params)?,
            B::from_path(params)?,
            C::from_path(params)?,
        ))
    }
}

/// Look-up value of an invitation: 64 hexadecimal digits in lower case.
#[derive(Clone, PartialEq, Eq)]
pub struct Lookup(pub String);

impl std::str::FromStr for Lookup {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        if is_hex(text, 64) {
            Ok(Self(text.to_owned()))
        } else {
            Err(())
        }
    }
}

/// Whether a text is `digits` hexadecimal digits in lower case.
pub fn is_hex(text: &str, digits: usize) -> bool {
    text.len() == digits && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

/// Name of a session in the list of sessions.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct SessionId(pub [u8; 16]);

impl std::str::FromStr for SessionId {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let mut bytes = [0; 16];
        if !is_hex(text, 32) {
            return Err(());
        }
        hex::decode_to_slice(text, &mut bytes).map_err(|_| ())?;
        Ok(Self(bytes))
    }
}

/// Number of a part, from zero, in decimal digits without a leading zero.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Part(pub u32);

impl std::str::FromStr for Part {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let number: u32 = text.parse().map_err(|_| ())?;
        if number.to_string() == text {
            Ok(Self(number))
        } else {
            Err(())
        }
    }
}

/// Identifiers of the path.
pub struct At<T>(pub T);

impl<T: InPath> FromRequestParts<App> for At<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> ApiResult<Self> {
        let params = RawPathParams::from_request_parts(parts, app)
            .await
            .map_err(|_| ApiError::with(ErrorCode::BadIdentifier, "the path is not UTF-8"))?;
        T::from_path(&params).map(Self)
    }
}

/// The address a request comes from, as the trusted proxies tell it.
pub struct Address(pub IpAddr);

impl FromRequestParts<App> for Address {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> ApiResult<Self> {
        let peer = parts
            .extensions
            .get::<ConnectInfo<SocketAddr>>()
            .map_or(IpAddr::from([0, 0, 0, 0]), |ConnectInfo(address)| {
                address.ip().to_canonical()
            });
        let trusted = |address: &IpAddr| app.config.trusted_proxies.contains(address);
        if !trusted(&peer) {
            return Ok(Self(peer));
        }
        let forwarded: Vec<IpAddr> = parts
            .headers
            .get_all("x-forwarded-for")
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','))
            .filter_map(|part| part.trim().parse().ok())
            .collect();
        Ok(Self(
            forwarded
                .into_iter()
                .rev()
                .find(|address| !trusted(address))
                .unwrap_or(peer),
        ))
    }
}

/// The version that If-Match names.
pub struct IfMatch(pub u64);

impl FromRequestParts<App> for IfMatch {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> ApiResult<Self> {
        let value = parts
            .headers
            .get(header::IF_MATCH)
            .ok_or(ErrorCode::IfMatchMissing)?;
        let text = value.to_str().unwrap_or_default();
        let version = text
            .strip_prefix('"')
            .and_then(|rest| rest.strip_suffix('"'))
            .unwrap_or(text);
        version
            .parse()
            .map(Self)
            .map_err(|_| ApiError::bad_request("If-Match is not a version in quotes"))
    }
}

/// A version as an entity tag.
pub fn etag(version: u64) -> [(header::HeaderName, String); 1] {
    [(header::ETAG, format!("\"{version}\""))]
}
