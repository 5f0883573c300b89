//! The API document (OpenAPI 3.1), made from the rows of the route table.

mod row;

use axum::http::{Method, header};
use axum::response::{IntoResponse, Response as HttpResponse};
use hawser_protocol::{ErrorCode, Problem, path};
use utoipa::openapi::path::{HttpMethod, OperationBuilder};
use utoipa::openapi::request_body::RequestBodyBuilder;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{
    Components, ContentBuilder, InfoBuilder, OpenApi, OpenApiBuilder, Paths, RefOr, Required,
    ResponseBuilder,
};

use row::{JSON, Named, reference};
pub use row::{Row, delete, get, post, put};

const COOKIE: &str = "session";

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
        Self {
            paths: Paths::new(),
            schemas,
        }
    }

    /// Takes in one row.
    pub fn add(&mut self, mut row: Row) {
        self.schemas.append(&mut row.schemas);
        let tag = row
            .path
            .trim_start_matches(path::API)
            .trim_start_matches('/')
            .split('/')
            .next()
            .unwrap_or_default();
        let mut operation = OperationBuilder::new()
            .tag(tag)
            .summary(Some(row.summary))
            .operation_id(Some(operation_id(&row.method, row.path)))
            .parameters(Some(row.parameters));
        if let Some(content) = row.takes {
            let body = RequestBodyBuilder::new()
                .required(Some(Required::True))
                .content(
                    content.media,
                    ContentBuilder::new().schema(Some(content.schema)).build(),
                );
            operation = operation.request_body(Some(body.build()));
        }
        if row.needs_session {
            operation = operation.security(SecurityRequirement::new(COOKIE, Vec::<String>::new()));
        }
        for (status, content) in row.answers {
            let mut response = ResponseBuilder::new().description(if content.is_some() {
                "What was asked for"
            } else {
                "Done"
            });
            if let Some(content) = content {
                response = response.content(
                    content.media,
                    ContentBuilder::new().schema(Some(content.schema)).build(),
                );
            }
            operation = operation.response(status.to_string(), response);
        }
        for (status, names) in by_status(&row.codes) {
            let problem = RefOr::Ref(utoipa::openapi::Ref::from_schema_name("Problem"));
            let content = ContentBuilder::new().schema(Some(problem)).build();
            let response = ResponseBuilder::new()
                .description(names)
                .content("application/problem+json", content);
            operation = operation.response(status.to_string(), response);
        }
        let method = match row.method {
            Method::POST => HttpMethod::Post,
            Method::PUT => HttpMethod::Put,
            Method::DELETE => HttpMethod::Delete,
            _ => HttpMethod::Get,
        };
        self.paths
            // `{*name}`, which takes slashes too, is axum's spelling and not OpenAPI's.
            .add_path_operation(row.path.replace("{*", "{"), vec![method], operation.build());
    }

    /// The whole.
    pub fn finish(self) -> OpenApi {
        let mut components = Components::new();
        components.schemas.extend(self.schemas);
        let cookie = ApiKeyValue::with_description(
            path::SESSION_COOKIE,
            "Set by sign-in, registration and recovery",
        );
        components.add_security_scheme(COOKIE, SecurityScheme::ApiKey(ApiKey::Cookie(cookie)));
        let info = InfoBuilder::new()
            .title("Hawser")
            .description(Some("Stores, orders and relays what it cannot read."))
            .version(env!("CARGO_PKG_VERSION"));
        OpenApiBuilder::new()
            .info(info)
            .paths(self.paths)
            .components(Some(components))
            .build()
    }
}

fn operation_id(method: &Method, path: &str) -> String {
    let words = path
        .trim_start_matches(path::API)
        .split('/')
        .map(|part| part.trim_matches(['{', '*', '}']));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    format!(
        "{}_{}",
        method.as_str().to_ascii_lowercase(),
        words.join("_").replace(['.', '-'], "_")
    )
}

fn by_status(codes: &[ErrorCode]) -> std::collections::BTreeMap<u16, String> {
    let mut statuses = std::collections::BTreeMap::<u16, Vec<&str>>::new();
    for code in codes {
        let names = statuses.entry(code.status()).or_default();
        if !names.contains(&code.code()) {
            names.push(code.code());
        }
    }
    statuses
        .into_iter()
        .map(|(status, names)| (status, names.join(", ")))
        .collect()
}

/// The document as an answer.
pub fn answer(document: OpenApi) -> HttpResponse {
    match document.to_json() {
        Ok(json) => ([(header::CONTENT_TYPE, JSON)], json).into_response(),
        Err(_) => crate::error::ApiError::new(ErrorCode::Internal).into_response(),
    }
}
