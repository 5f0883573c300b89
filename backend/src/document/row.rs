//! What the API document says of one row of the route table.

use axum::http::Method;
use hawser_protocol::blob::PART_HASH_HEADER;
use hawser_protocol::{ErrorCode, path};
use utoipa::ToSchema;
use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, Schema, SchemaFormat, Type};
use utoipa::openapi::{RefOr, Required};

/// A schema, or the name of one.
pub type SchemaOf = RefOr<Schema>;
/// Schemas by name.
pub type Named = Vec<(String, SchemaOf)>;

/// Media type of most bodies.
pub const JSON: &str = "application/json";
const OCTETS: &str = "application/octet-stream";

/// A body of one media type.
pub struct Content {
    /// Media type.
    pub media: &'static str,
    /// Its schema.
    pub schema: SchemaOf,
}

/// What the document says of one method on one path.
pub struct Row {
    /// Its method.
    pub method: Method,
    /// Its path, as axum reads it.
    pub path: &'static str,
    /// In a few words.
    pub summary: &'static str,
    /// Needs the session cookie.
    pub needs_session: bool,
    /// Its request's body.
    pub takes: Option<Content>,
    /// Its answers by status.
    pub answers: Vec<(u16, Option<Content>)>,
    /// What it may fail with.
    pub codes: Vec<ErrorCode>,
    /// Of path, query and headers.
    pub parameters: Vec<Parameter>,
    /// Schemas that it refers to.
    pub schemas: Named,
}

fn row(method: Method, path: &'static str, summary: &'static str) -> Row {
    let mut row = Row {
        path,
        summary,
        needs_session: false,
        takes: None,
        answers: Vec::new(),
        codes: vec![
            ErrorCode::MethodNotAllowed,
            ErrorCode::Internal,
            ErrorCode::Unavailable,
        ],
        parameters: path_parameters(path),
        schemas: Vec::new(),
        method,
    };
    if !row.parameters.is_empty() {
        row.codes.push(ErrorCode::BadIdentifier);
    }
    if row.method != Method::GET {
        row.codes
            .extend([ErrorCode::CrossSite, ErrorCode::StorageUnavailable]);
        row.parameters.push(
            parameter(path::CSRF_HEADER, ParameterIn::Header, true)
                .schema(Some(
                    ObjectBuilder::new()
                        .schema_type(Type::String)
                        .enum_values(Some([path::CSRF_VALUE])),
                ))
                .build(),
        );
    }
    row
}

/// A row that only tells.
pub fn get(path: &'static str, summary: &'static str) -> Row {
    row(Method::GET, path, summary)
}
/// A row that makes.
pub fn post(path: &'static str, summary: &'static str) -> Row {
    row(Method::POST, path, summary)
}
/// A row that sets.
pub fn put(path: &'static str, summary: &'static str) -> Row {
    row(Method::PUT, path, summary)
}
/// A row that takes away.
pub fn delete(path: &'static str, summary: &'static str) -> Row {
    row(Method::DELETE, path, summary)
}

/// A schema by its name, which is remembered.
pub fn reference<T: ToSchema>(schemas: &mut Named) -> SchemaOf {
    schemas.push((T::name().into_owned(), T::schema()));
    T::schemas(schemas);
    RefOr::Ref(utoipa::openapi::Ref::from_schema_name(T::name()))
}

/// What an answer's JSON may be.
pub trait Answer {
    /// Its schema, with those it refers to.
    fn answer(schemas: &mut Named) -> SchemaOf;
}

impl<T: ToSchema> Answer for T {
    fn answer(schemas: &mut Named) -> SchemaOf {
        let name = T::name();
        // A list stands for itself; everything else is referred to by name.
        if name.contains("Vec") || std::any::type_name::<T>().starts_with("alloc::vec::Vec<") {
            T::schemas(schemas);
            return T::schema();
        }
        reference::<T>(schemas)
    }
}

fn octets() -> SchemaOf {
    let format = SchemaFormat::KnownFormat(KnownFormat::Binary);
    ObjectBuilder::new()
        .schema_type(Type::String)
        .format(Some(format))
        .into()
}

impl Row {
    /// Needs the session cookie.
    pub fn signed_in(mut self) -> Self {
        self.needs_session = true;
        self.codes.extend([
            ErrorCode::NotSignedIn,
            ErrorCode::OtherAccount,
            ErrorCode::Forbidden,
            ErrorCode::Suspended,
        ]);
        let account = parameter(path::ACCOUNT_HEADER, ParameterIn::Header, false);
        self.parameters
            .push(account.schema(Some(hexadecimal(32))).build());
        self
    }

    fn takes_content(mut self, media: &'static str, schema: SchemaOf) -> Self {
        self.codes.extend([
            ErrorCode::BadRequest,
            ErrorCode::MediaType,
            ErrorCode::TooLarge,
        ]);
        self.takes = Some(Content { media, schema });
        self
    }

    /// Takes JSON.
    pub fn takes<T: ToSchema>(mut self) -> Self {
        let schema = reference::<T>(&mut self.schemas);
        self.takes_content(JSON, schema)
    }

    /// Takes bytes of a media type.
    pub fn takes_bytes(self, media: &'static str) -> Self {
        self.takes_content(media, octets())
    }

    /// Takes one part of a file body.
    pub fn takes_part(mut self) -> Self {
        let hash =
            parameter(PART_HASH_HEADER, ParameterIn::Header, true).schema(Some(hexadecimal(64)));
        self.parameters.push(hash.build());
        self.takes_content(OCTETS, octets())
    }

    /// Needs If-Match.
    pub fn if_match(mut self) -> Self {
        let schema = ObjectBuilder::new()
            .schema_type(Type::String)
            .pattern(Some("^\"[0-9]{1,18}\"$"));
        self.parameters.push(
            parameter("if-match", ParameterIn::Header, true)
                .schema(Some(schema))
                .build(),
        );
        self.codes
            .extend([ErrorCode::IfMatchMissing, ErrorCode::VersionMoved]);
        self
    }

    /// Has numbers in its query.
    pub fn query(mut self, names: &[&'static str]) -> Self {
        for name in names {
            let schema = ObjectBuilder::new()
                .schema_type(Type::Integer)
                .minimum(Some(0));
            self.parameters.push(
                parameter(name, ParameterIn::Query, false)
                    .schema(Some(schema))
                    .build(),
            );
        }
        self.codes.push(ErrorCode::BadRequest);
        self
    }

    fn answer(mut self, status: u16, content: Option<Content>) -> Self {
        self.answers.push((status, content));
        self
    }

    /// Answers JSON.
    pub fn gives<T: Answer>(mut self) -> Self {
        let schema = T::answer(&mut self.schemas);
        self.answer(
            200,
            Some(Content {
                media: JSON,
                schema,
            }),
        )
    }

    /// Answers some JSON object.
    pub fn gives_any(self) -> Self {
        let schema = ObjectBuilder::new().schema_type(Type::Object).into();
        self.answer(
            200,
            Some(Content {
                media: JSON,
                schema,
            }),
        )
    }

    /// Answers bytes of a media type.
    pub fn gives_bytes(self, media: &'static str) -> Self {
        self.answer(
            200,
            Some(Content {
                media,
                schema: octets(),
            }),
        )
    }

    /// Answers a text.
    pub fn gives_text(self) -> Self {
        let schema = ObjectBuilder::new().schema_type(Type::String).into();
        self.answer(
            200,
            Some(Content {
                media: "text/plain",
                schema,
            }),
        )
    }

    /// Answers a stream of server-sent events whose data is JSON.
    pub fn gives_stream<T: ToSchema>(mut self) -> Self {
        reference::<T>(&mut self.schemas);
        let schema = ObjectBuilder::new().schema_type(Type::String).into();
        self.answer(
            200,
            Some(Content {
                media: "text/event-stream",
                schema,
            }),
        )
    }

    /// Answers a body, whole or in part.
    pub fn range(mut self) -> Self {
        let schema = ObjectBuilder::new().schema_type(Type::String);
        self.parameters.push(
            parameter("range", ParameterIn::Header, false)
                .schema(Some(schema))
                .build(),
        );
        self.codes
            .extend([ErrorCode::BadRange, ErrorCode::StorageUnavailable]);
        let content = || {
            Some(Content {
                media: OCTETS,
                schema: octets(),
            })
        };
        self.answer(200, content()).answer(206, content())
    }

    /// Answers 204.
    pub fn nothing(self) -> Self {
        self.answer(204, None)
    }

    /// Answers 200 without a body.
    pub fn empty(self) -> Self {
        self.answer(200, None)
    }

    /// May fail with these, beside what all such rows may fail with.
    pub fn may(mut self, codes: &[ErrorCode]) -> Self {
        self.codes.extend(codes);
        self
    }
}

fn parameter(name: &str, place: ParameterIn, required: bool) -> ParameterBuilder {
    let required = if required {
        Required::True
    } else {
        Required::False
    };
    ParameterBuilder::new()
        .name(name)
        .parameter_in(place)
        .required(required)
}

fn hexadecimal(digits: usize) -> ObjectBuilder {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .pattern(Some(format!("^[0-9a-f]{{{digits}}}$")))
}

fn path_parameters(path: &str) -> Vec<Parameter> {
    let names = path
        .split('/')
        .filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'))
        .map(|name| name.trim_start_matches('*'));
    names
        .map(|name| {
            let schema = match name {
                "space" | "lookup" => hexadecimal(64),
                "tile" => ObjectBuilder::new()
                    .schema_type(Type::String)
                    .pattern(Some(r"^[0-7]/(x\d{3}/)*\d{3}(\.p/\d{1,3})?$")),
                "part" => ObjectBuilder::new()
                    .schema_type(Type::Integer)
                    .minimum(Some(0))
                    .maximum(Some(u32::MAX)),
                _ => hexadecimal(32),
            };
            parameter(name, ParameterIn::Path, true)
                .schema(Some(schema))
                .build()
        })
        .collect()
}
