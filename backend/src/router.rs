//! The one route table. Each row names method, path, handler and what the API
//! document says of it; nothing is served that is not here, but for the page.

use std::time::Duration;

use axum::Router;
use axum::handler::Handler;
use axum::http::Method;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodFilter, on};
use hawser_protocol::account::{
    Deployment, OpaqueMessage, PassphraseChange, PassphraseStart, RecoveryStart, RecoveryStarted,
    RegistrationFinish, RegistrationStart, SessionEntry, SessionLabel, SignInFinish, SignInStart,
    SignInStarted, SignedIn, StoredKeyring, StoredPinbook, WhoAmI,
};
use hawser_protocol::blob::{BlobCreate, BlobFinish, BlobState};
use hawser_protocol::organisation::{
    InvitationAnswer, InvitationCreate, InvitationEntry, InvitationState, Nomination,
    NominationAnswer, NominationCreate, PartyLetter, PartyLetterCreate,
};
use hawser_protocol::space::{Appended, Confirmations, LiveNotice, SpaceEntry, StoredWrap};
use hawser_protocol::{ErrorCode, path};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::timeout::RequestBodyTimeoutLayer;
use utoipa::openapi::OpenApi;

use crate::app::App;
use crate::document::{self, Document, Row, delete, get, post, put};
use crate::error::ApiError;
use crate::middleware::{describe, observe, read_out, same_site, secure};
use crate::routes::{
    blobs, bodies, deployment, events, invitations, letters, live, log, nominations, passphrase,
    records, recovery, registration, session, spaces,
};

/// A body of which nothing comes for so long has ended.
const BODY_IDLE: Duration = Duration::from_mins(1);

struct Table {
    app: App,
    router: Router<App>,
    document: Document,
}

impl Table {
    fn row<H, T>(mut self, row: Row, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        let filter = match row.method {
            Method::POST => MethodFilter::POST,
            Method::PUT => MethodFilter::PUT,
            Method::DELETE => MethodFilter::DELETE,
            _ => MethodFilter::GET,
        };
        let guarded =
            on(filter, handler).route_layer(from_fn_with_state(self.app.clone(), same_site));
        self.router = self.router.route(row.path, guarded);
        self.document.add(row);
        self
    }
}

#[rustfmt::skip]
fn table(app: App) -> Table {
    use ErrorCode::{
        AlreadyExists, CommandRepeated, EventRefused, HashMismatch, HeadMoved, InvitationGone, NotFound, SignInRefused,
        TooMany, VersionMoved, WrongState,
    };
    Table { app, router: Router::new(), document: Document::new() }
        .row(get(path::HEALTH_LIVE, "The process runs").nothing(), deployment::live)
        .row(get(path::HEALTH_READY, "The server can serve").empty(), deployment::ready)
        .row(get(path::DEPLOYMENT, "What this deployment is").gives::<Deployment>(), deployment::deployment)
        .row(get(path::OPENAPI, "This document").gives_any(), document)

        .row(post(path::REGISTRATION_START, "Begins a registration under an invitation").takes::<RegistrationStart>().gives::<OpaqueMessage>().may(&[InvitationGone, NotFound, TooMany]), registration::start)
        .row(post(path::REGISTRATION_FINISH, "Ends a registration; sets the cookie").takes::<RegistrationFinish>().gives::<SignedIn>().may(&[InvitationGone, NotFound, AlreadyExists, TooMany]), registration::finish)
        .row(post(path::SESSION_START, "Begins a sign-in").takes::<SignInStart>().gives::<SignInStarted>().may(&[TooMany]), session::start)
        .row(post(path::SESSION_FINISH, "Ends a sign-in; sets the cookie").takes::<SignInFinish>().gives::<SignedIn>().may(&[SignInRefused, TooMany]), session::finish)
        .row(get(path::SESSION, "Whose session it is").signed_in().gives::<WhoAmI>(), session::who)
        .row(put(path::SESSION, "Names the present session").signed_in().takes::<SessionLabel>().nothing(), session::label)
        .row(delete(path::SESSION, "Signs out").signed_in().nothing(), session::end)
        .row(get(path::SESSIONS, "One's sessions").signed_in().gives::<Vec<SessionEntry>>(), session::list)
        .row(delete(path::SESSIONS_ONE, "Revokes a session").signed_in().nothing().may(&[NotFound]), session::revoke)
        .row(post(path::RECOVERY_START, "Begins recovery with the kit").takes::<RecoveryStart>().gives::<RecoveryStarted>().may(&[SignInRefused, TooMany]), recovery::start)
        .row(post(path::RECOVERY_FINISH, "Ends recovery; sets the cookie").takes::<PassphraseChange>().gives::<SignedIn>().may(&[SignInRefused, VersionMoved, TooMany]), recovery::finish)
        .row(post(path::PASSPHRASE_START, "Begins a change of passphrase").signed_in().takes::<PassphraseStart>().gives::<OpaqueMessage>().may(&[TooMany]), passphrase::start)
        .row(put(path::PASSPHRASE, "Changes the passphrase").signed_in().if_match().takes::<PassphraseChange>().nothing(), passphrase::put)
        .row(get(path::KEYRING, "The keyring").signed_in().gives::<StoredKeyring>(), records::get_keyring)
        .row(put(path::KEYRING, "The next keyring").signed_in().if_match().takes::<StoredKeyring>().nothing(), records::put_keyring)
        .row(get(path::PINBOOK, "The pinbook").signed_in().gives::<StoredPinbook>(), records::get_pinbook)
        .row(put(path::PINBOOK, "The next pinbook").signed_in().if_match().takes::<StoredPinbook>().nothing(), records::put_pinbook)

        .row(get(path::INVITATIONS, "Invitations of one's organisation").signed_in().gives::<Vec<InvitationEntry>>(), invitations::list)
        .row(post(path::INVITATIONS, "Invites").signed_in().takes::<InvitationCreate>().nothing().may(&[AlreadyExists]), invitations::create)
        .row(get(path::INVITATIONS_ONE, "Where an invitation stands").gives::<InvitationState>().may(&[NotFound, TooMany]), invitations::state)
        .row(delete(path::INVITATIONS_ONE, "Withdraws an invitation").signed_in().nothing().may(&[NotFound, WrongState]), invitations::withdraw)
        .row(put(path::INVITATIONS_ANSWER, "Answers an invitation").signed_in().takes::<InvitationAnswer>().nothing().may(&[NotFound, WrongState]), invitations::answer)
        .row(get(path::LETTERS, "One's letters").signed_in().gives::<Vec<PartyLetter>>(), letters::list)
        .row(post(path::LETTERS, "Writes to a party's administrator").signed_in().takes::<PartyLetterCreate>().nothing().may(&[NotFound, TooMany]), letters::create)
        .row(get(path::NOMINATIONS, "Nominations that concern one").signed_in().gives::<Vec<Nomination>>(), nominations::list)
        .row(post(path::NOMINATIONS, "Nominates").signed_in().takes::<NominationCreate>().nothing().may(&[NotFound, AlreadyExists, TooMany]), nominations::create)
        .row(post(path::NOMINATIONS_ANSWER, "Declines or withdraws a nomination").signed_in().takes::<NominationAnswer>().nothing().may(&[NotFound, WrongState]), nominations::answer)

        .row(get(path::SPACES, "Spaces one may pull").signed_in().gives::<Vec<SpaceEntry>>(), spaces::list)
        .row(post(path::SPACES, "Founds a space").signed_in().takes_bytes(path::EVENTS_TYPE).gives::<Appended>().may(&[EventRefused, CommandRepeated, TooMany]), spaces::create)
        .row(get(path::PERSON_SPACES, "Spaces that a person of one's organisation is in").signed_in().gives::<Vec<SpaceEntry>>().may(&[NotFound]), spaces::of_person)
        .row(get(path::EVENTS, "Pulls events as frames").signed_in().query(&["from", "limit"]).gives_bytes(path::EVENTS_TYPE).may(&[NotFound]), events::pull)
        .row(post(path::EVENTS, "Appends events").signed_in().takes_bytes(path::EVENTS_TYPE).gives::<Appended>().may(&[NotFound, HeadMoved, EventRefused, TooMany]), events::append)
        .row(get(path::WRAPS, "One's wraps").signed_in().gives::<Vec<StoredWrap>>().may(&[NotFound]), spaces::wraps)
        .row(get(path::CHECKPOINT, "The newest checkpoint, a signed note").signed_in().gives_text().may(&[NotFound]), log::checkpoint)
        .row(get(path::CONFIRMATIONS, "What log keepers confirmed last").signed_in().gives::<Confirmations>().may(&[NotFound]), log::confirmations)
        .row(post(path::CONFIRMATIONS, "Has the log keepers asked anew").signed_in().gives::<Confirmations>().may(&[NotFound, TooMany]), log::confirm)
        .row(get(path::TILE, "A tile of the tree").signed_in().gives_bytes("application/octet-stream").may(&[NotFound]), log::tile)
        .row(get(path::LIVE, "What changes, as server-sent events").signed_in().gives_stream::<LiveNotice>(), live::open)

        .row(post(path::BLOBS, "Reserves a file body").signed_in().takes::<BlobCreate>().gives::<BlobState>().may(&[NotFound, AlreadyExists, TooMany]), blobs::create)
        .row(get(path::BLOBS_ONE, "A file body, or a range of it").signed_in().range().may(&[NotFound]), bodies::get)
        .row(delete(path::BLOBS_ONE, "Gives up an upload").signed_in().nothing().may(&[NotFound, WrongState]), blobs::give_up)
        .row(get(path::BLOBS_STATE, "How an upload stands").signed_in().gives::<BlobState>().may(&[NotFound]), blobs::get_state)
        .row(put(path::BLOBS_PART, "Sends a part").signed_in().takes_part().nothing().may(&[NotFound, AlreadyExists, HashMismatch]), blobs::put_part)
        .row(post(path::BLOBS_FINISH, "Finishes an upload").signed_in().takes::<BlobFinish>().nothing().may(&[NotFound, WrongState, HashMismatch]), blobs::finish)
}

/// The API document.
pub fn openapi(app: App) -> OpenApi {
    table(app).document.finish()
}

async fn document(axum::extract::State(app): axum::extract::State<App>) -> Response {
    document::answer(openapi(app))
}

async fn method_not_allowed() -> ApiError {
    ErrorCode::MethodNotAllowed.into()
}

#[cfg(feature = "embed-frontend")]
fn page(app: &App) -> Router<App> {
    if app.page.is_folder() {
        return Router::new().fallback(crate::page::serve);
    }
    Router::new().fallback_service(crate::page::embedded())
}

#[cfg(not(feature = "embed-frontend"))]
fn page(_: &App) -> Router<App> {
    Router::new().fallback(crate::page::serve)
}

/// Everything that is served.
pub fn router(app: App) -> Router {
    let panicked = |_| {
        tracing::error!("a request ended in a panic");
        ApiError::new(ErrorCode::Internal).into_response()
    };
    table(app.clone())
        .router
        .method_not_allowed_fallback(method_not_allowed)
        .merge(page(&app))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(RequestBodyTimeoutLayer::new(BODY_IDLE))
        .layer(from_fn(read_out))
        .layer(from_fn(describe))
        .layer(from_fn_with_state(app.clone(), secure))
        .layer(from_fn(observe))
        .with_state(app)
}
