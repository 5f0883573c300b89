//! The API document (OpenAPI 3.1), made from the rows of the route table.

use axum::http::{Method, header};
use axum::response::{IntoResponse, Response as HttpResponse};
use hawser_protocol::blob::PART_HASH_HEADER;
use hawser_protocol::{ErrorCode, Problem, path};
use utoipa::openapi::path::{HttpMethod, OperationBuilder, Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::request_body::RequestBodyBuilder;
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, Schema, SchemaFormat, Type};
use utoipa::openapi::security::{ApiKey, ApiKeyValue, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{
    Components, ContentBuilder, InfoBuilder, OpenApi, OpenApiBuilder, Paths, RefOr, Required, ResponseBuilder,
};
use utoipa::ToSchema;

type SchemaOf = RefOr<Schema>;
type Named = Vec<(String, SchemaOf)>;

const COOKIE: &str = "session";
const JSON: &str = "application/json";
const OCTETS: &str = "application/octet-stream";

struct Content {
    media: &'static str,
    schema: SchemaOf,
}

/// What the document says of one method on one path.
pub struct Row {
    /// Its method.
    pub method: Method,
    /// Its path, as axum reads it.
    pub path: &'static str,
    summary: &'static str,
    signed_in: bool,
    takes: Option<Content>,
    answers: Vec<(u16, Option<Content>)>,
    codes: Vec<ErrorCode>,
    parameters: Vec<Parameter>,
    schemas: Named,
}

fn row(method: Method, path: &'static str, summary: &'static str) -> Row {
    let mut row = Row {
        path,
        summary,
        signed_in: false,
        takes: None,
        answers: Vec::new(),
        codes: vec![ErrorCode::MethodNotAllowed, ErrorCode::Internal, ErrorCode::Unavailable],
        parameters: path_parameters(path),
        schemas: Vec::new(),
        method,
    };
    if !row.parameters.is_empty() {
        row.codes.push(ErrorCode::BadIdentifier);
    }
    if row.method != Method::GET {
        row.codes.extend([ErrorCode::CrossSite, ErrorCode::StorageUnavailable]);
        row.parameters.push(
            parameter(path::CSRF_HEADER, ParameterIn::Header, true)
                .schema(Some(ObjectBuilder::new().schema_type(Type::String).enum_values(Some([path::CSRF_VALUE]))))
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

fn reference<T: ToSchema>(schemas: &mut Named) -> SchemaOf {
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
    ObjectBuilder::new().schema_type(Type::String).format(Some(format)).into()
}

impl Row {
    /// Needs the session cookie.
    pub fn signed_in(mut self) -> Self {
        self.signed_in = true;
        self.codes.extend([ErrorCode::NotSignedIn, ErrorCode::OtherAccount, ErrorCode::Forbidden]);
        let account = parameter(path::ACCOUNT_HEADER, ParameterIn::Header, false);
        self.parameters.push(account.schema(Some(hexadecimal(32))).build());
        self
    }

    fn takes_content(mut self, media: &'static str, schema: SchemaOf) -> Self {
        self.codes.extend([ErrorCode::BadRequest, ErrorCode::MediaType, ErrorCode::TooLarge]);
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
        let hash = parameter(PART_HASH_HEADER, ParameterIn::Header, true).schema(Some(hexadecimal(64)));
        self.parameters.push(hash.build());
        self.takes_content(OCTETS, octets())
    }

    /// Needs If-Match.
    pub fn if_match(mut self) -> Self {
        let schema = ObjectBuilder::new().schema_type(Type::String).pattern(Some("^\"[0-9]{1,18}\"$"));
        self.parameters.push(parameter("if-match", ParameterIn::Header, true).schema(Some(schema)).build());
        self.codes.extend([ErrorCode::IfMatchMissing, ErrorCode::VersionMoved]);
        self
    }

    /// Has numbers in its query.
    pub fn query(mut self, names: &[&'static str]) -> Self {
        for name in names {
            let schema = ObjectBuilder::new().schema_type(Type::Integer).minimum(Some(0));
            self.parameters.push(parameter(name, ParameterIn::Query, false).schema(Some(schema)).build());
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
        self.answer(200, Some(Content { media: JSON, schema }))
    }

    /// Answers some JSON object.
    pub fn gives_any(self) -> Self {
        let schema = ObjectBuilder::new().schema_type(Type::Object).into();
        self.answer(200, Some(Content { media: JSON, schema }))
    }

    /// Answers bytes of a media type.
    pub fn gives_bytes(self, media: &'static str) -> Self {
        self.answer(200, Some(Content { media, schema: octets() }))
    }

    /// Answers a stream of server-sent events whose data is JSON.
    pub fn gives_stream<T: ToSchema>(mut self) -> Self {
        reference::<T>(&mut self.schemas);
        let schema = ObjectBuilder::new().schema_type(Type::String).into();
        self.answer(200, Some(Content { media: "text/event-stream", schema }))
    }

    /// Answers a body, whole or in part.
    pub fn range(mut self) -> Self {
        let schema = ObjectBuilder::new().schema_type(Type::String);
        self.parameters.push(parameter("range", ParameterIn::Header, false).schema(Some(schema)).build());
        self.codes.extend([ErrorCode::BadRange, ErrorCode::StorageUnavailable]);
        let content = || Some(Content { media: OCTETS, schema: octets() });
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
    let required = if required { Required::True } else { Required::False };
    ParameterBuilder::new().name(name).parameter_in(place).required(required)
}

fn hexadecimal(digits: usize) -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::String).pattern(Some(format!("^[0-9a-f]{{{digits}}}$")))
}

fn path_parameters(path: &str) -> Vec<Parameter> {
    let names = path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
    names
        .map(|name| {
            let schema = match name {
                "space" | "lookup" => hexadecimal(64),
                "part" => ObjectBuilder::new().schema_type(Type::Integer).minimum(Some(0)).maximum(Some(u32::MAX)),
                _ => hexadecimal(32),
            };
            parameter(name, ParameterIn::Path, true).schema(Some(schema)).build()
        })
        .collect()
}

/// The document as it grows.
pub struct Document {
    paths: Paths,
    schemas: Named,
}

impl Document {
    /// Nothing yet.
    pub fn new() -> Self {
        let mut schemas = Named::new();
        reference::<Problem>(&mut schemas);
        Self { paths: Paths::new(), schemas }
    }

    /// Takes in one row.
    pub fn add(&mut self, mut row: Row) {
        self.schemas.append(&mut row.schemas);
        let tag = row.path.trim_start_matches(path::API).trim_start_matches('/').split('/').next().unwrap_or_default();
        let mut operation = OperationBuilder::new()
            .tag(tag)
            .summary(Some(row.summary))
            .operation_id(Some(operation_id(&row.method, row.path)))
            .parameters(Some(row.parameters));
        if let Some(content) = row.takes {
            let body = RequestBodyBuilder::new()
                .required(Some(Required::True))
                .content(content.media, ContentBuilder::new().schema(Some(content.schema)).build());
            operation = operation.request_body(Some(body.build()));
        }
        if row.signed_in {
            operation = operation.security(SecurityRequirement::new(COOKIE, Vec::<String>::new()));
        }
        for (status, content) in row.answers {
            let mut response = ResponseBuilder::new().description(if content.is_some() { "What was asked for" } else { "Done" });
            if let Some(content) = content {
                response = response.content(content.media, ContentBuilder::new().schema(Some(content.schema)).build());
            }
            operation = operation.response(status.to_string(), response);
        }
        for (status, names) in by_status(&row.codes) {
            let problem = RefOr::Ref(utoipa::openapi::Ref::from_schema_name("Problem"));
            let content = ContentBuilder::new().schema(Some(problem)).build();
            let response = ResponseBuilder::new().description(names).content("application/problem+json", content);
            operation = operation.response(status.to_string(), response);
        }
        let method = match row.method {
            Method::POST => HttpMethod::Post,
            Method::PUT => HttpMethod::Put,
            Method::DELETE => HttpMethod::Delete,
            _ => HttpMethod::Get,
        };
        self.paths.add_path_operation(row.path, vec![method], operation.build());
    }

    /// The whole.
    pub fn finish(self) -> OpenApi {
        let mut components = Components::new();
        components.schemas.extend(self.schemas);
        let cookie = ApiKeyValue::with_description(path::SESSION_COOKIE, "Set by sign-in, registration and recovery");
        components.add_security_scheme(COOKIE, SecurityScheme::ApiKey(ApiKey::Cookie(cookie)));
        let info = InfoBuilder::new()
            .title("Hawser")
            .description(Some("Stores, orders and relays what it cannot read."))
            .version(env!("CARGO_PKG_VERSION"));
        OpenApiBuilder::new().info(info).paths(self.paths).components(Some(components)).build()
    }
}

fn operation_id(method: &Method, path: &str) -> String {
    let words = path.trim_start_matches(path::API).split('/').map(|part| part.trim_matches(['{', '}']));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    format!("{}_{}", method.as_str().to_ascii_lowercase(), words.join("_").replace(['.', '-'], "_"))
}

fn by_status(codes: &[ErrorCode]) -> std::collections::BTreeMap<u16, String> {
    let mut statuses = std::collections::BTreeMap::<u16, Vec<&str>>::new();
    for code in codes {
        let names = statuses.entry(code.status()).or_default();
        if !names.contains(&code.code()) {
            names.push(code.code());
        }
    }
    statuses.into_iter().map(|(status, names)| (status, names.join(", "))).collect()
}

/// The document as an answer.
pub fn answer(document: OpenApi) -> HttpResponse {
    match document.to_json() {
        Ok(json) => ([(header::CONTENT_TYPE, JSON)], json).into_response(),
        Err(_) => crate::error::ApiError::new(ErrorCode::Internal).into_response(),
    }
}
