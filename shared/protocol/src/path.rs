//! Paths, methods beside them, headers and limits of the API.

/// Prefix of every path of this version.
pub const API: &str = "/api/v1";

/// Header that every changing request carries (a cross-site form cannot set it).
pub const CSRF_HEADER: &str = "x-hawser";
/// Value of [`CSRF_HEADER`].
pub const CSRF_VALUE: &str = "1";
/// Header by which a request names the account it is meant for, `<user id>`; a
/// session of another account refuses it (two tabs, swapped cookies).
pub const ACCOUNT_HEADER: &str = "x-hawser-account";
/// Name of the session cookie.
pub const SESSION_COOKIE: &str = "__Host-hawser";
/// Media type of concatenated frames and of an append body.
pub const EVENTS_TYPE: &str = "application/vnd.hawser.events";

/// Most events in one answer.
pub const MAX_EVENTS: u64 = 1000;
/// Largest body of a JSON request, in bytes.
pub const MAX_JSON: usize = 1 << 20;
/// Largest body of an append, in bytes.
pub const MAX_APPEND: usize = 8 << 20;
/// Most events in one append.
pub const MAX_APPEND_EVENTS: usize = 512;
/// Plaintext bytes in a full part of a file: 64 chunks of 64 KiB.
pub const PART_PLAINTEXT: u64 = 64 * 65_536;
/// Ciphertext bytes in a full part.
pub const PART_BODY: u64 = 64 * 65_552;

/// GET: alive.
pub const HEALTH_LIVE: &str = "/health/live";
/// GET: ready to serve.
pub const HEALTH_READY: &str = "/health/ready";
/// GET: [`crate::account::Deployment`].
pub const DEPLOYMENT: &str = "/api/v1/deployment";
/// GET: the API document.
pub const OPENAPI: &str = "/api/v1/openapi.json";
/// POST: [`crate::account::RegistrationStart`].
pub const REGISTRATION_START: &str = "/api/v1/registration/start";
/// POST: [`crate::account::RegistrationFinish`]; answers [`crate::account::SignedIn`] and sets the cookie.
pub const REGISTRATION_FINISH: &str = "/api/v1/registration/finish";
/// POST: [`crate::account::SignInStart`].
pub const SESSION_START: &str = "/api/v1/session/start";
/// POST: [`crate::account::SignInFinish`]; answers [`crate::account::SignedIn`] and sets the cookie.
pub const SESSION_FINISH: &str = "/api/v1/session/finish";
/// GET: [`crate::account::WhoAmI`]; PUT: [`crate::account::SessionLabel`]; DELETE: sign out.
pub const SESSION: &str = "/api/v1/session";
/// GET: list of [`crate::account::SessionEntry`].
pub const SESSIONS: &str = "/api/v1/sessions";
/// DELETE one session.
pub const SESSIONS_ONE: &str = "/api/v1/sessions/{session}";
/// POST: [`crate::account::RecoveryStart`]; answers [`crate::account::RecoveryStarted`].
pub const RECOVERY_START: &str = "/api/v1/recovery/start";
/// POST: [`crate::account::PassphraseChange`] under a recovery ticket; answers [`crate::account::SignedIn`].
pub const RECOVERY_FINISH: &str = "/api/v1/recovery/finish";
/// POST: [`crate::account::PassphraseStart`]; answers [`crate::account::OpaqueMessage`].
pub const PASSPHRASE_START: &str = "/api/v1/passphrase/start";
/// PUT with If-Match: [`crate::account::PassphraseChange`].
pub const PASSPHRASE: &str = "/api/v1/passphrase";
/// GET: [`crate::account::StoredKeyring`]; PUT with If-Match: the same.
pub const KEYRING: &str = "/api/v1/keyring";
/// GET: [`crate::account::StoredPinbook`]; PUT with If-Match: the same.
pub const PINBOOK: &str = "/api/v1/pinbook";
/// GET: list of [`crate::organisation::InvitationEntry`]; POST: [`crate::organisation::InvitationCreate`].
pub const INVITATIONS: &str = "/api/v1/invitations";
/// GET: [`crate::organisation::InvitationState`] (signed out, by look-up value); DELETE: withdraw.
pub const INVITATIONS_ONE: &str = "/api/v1/invitations/{lookup}";
/// PUT: [`crate::organisation::InvitationAnswer`].
pub const INVITATIONS_ANSWER: &str = "/api/v1/invitations/{lookup}/answer";
/// GET: list of [`crate::organisation::PartyLetter`]; POST: [`crate::organisation::PartyLetterCreate`].
pub const LETTERS: &str = "/api/v1/letters";
/// GET: list of [`crate::organisation::Nomination`]; POST: [`crate::organisation::NominationCreate`].
pub const NOMINATIONS: &str = "/api/v1/nominations";
/// POST: [`crate::organisation::NominationAnswer`].
pub const NOMINATIONS_ANSWER: &str = "/api/v1/nominations/{request}/answer";
/// GET: list of [`crate::space::SpaceEntry`]; POST: an append body that begins with a genesis.
pub const SPACES: &str = "/api/v1/spaces";
/// GET: list of [`crate::space::SpaceEntry`], those that a person of the caller's organisation is in and has not left,
/// but the organisation's own; for its administrators.
pub const PERSON_SPACES: &str = "/api/v1/people/{person}/spaces";
/// GET `?from=&limit=`: [`crate::space::Pulled`]; POST: an append body, answers [`crate::space::Appended`].
pub const EVENTS: &str = "/api/v1/spaces/{space}/events";
/// GET: list of [`crate::space::StoredWrap`], the caller's own.
pub const WRAPS: &str = "/api/v1/spaces/{space}/wraps";
/// GET: the newest checkpoint, a signed note (c2sp.org/tlog-checkpoint).
pub const CHECKPOINT: &str = "/api/v1/spaces/{space}/checkpoint";
/// GET: [`crate::space::Confirmations`]; POST: the same, after the keepers were asked anew.
pub const CONFIRMATIONS: &str = "/api/v1/spaces/{space}/confirmations";
/// GET: a tile of the tree (c2sp.org/tlog-tiles), whose path is `<level>/<index>[.p/<width>]`.
pub const TILE: &str = "/api/v1/spaces/{space}/tile/{*tile}";
/// GET: server-sent events, each [`crate::space::LiveNotice`].
pub const LIVE: &str = "/api/v1/live";
/// POST: [`crate::blob::BlobCreate`]; answers [`crate::blob::BlobState`].
pub const BLOBS: &str = "/api/v1/spaces/{space}/blobs";
/// GET: the body, with Range; DELETE: give up an unfinished upload.
pub const BLOBS_ONE: &str = "/api/v1/spaces/{space}/blobs/{blob}";
/// GET: [`crate::blob::BlobState`].
pub const BLOBS_STATE: &str = "/api/v1/spaces/{space}/blobs/{blob}/state";
/// PUT: one part's bytes, with [`crate::blob::PART_HASH_HEADER`].
pub const BLOBS_PART: &str = "/api/v1/spaces/{space}/blobs/{blob}/parts/{part}";
/// POST: [`crate::blob::BlobFinish`]; the body is whole and durable afterwards.
pub const BLOBS_FINISH: &str = "/api/v1/spaces/{space}/blobs/{blob}/finish";

/// Fills the `{name}` places of a path in order.
pub fn fill(path: &str, values: &[&str]) -> String {
    let mut out = String::with_capacity(path.len() + 64);
    let mut values = values.iter();
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        out.push_str(values.next().copied().unwrap_or_default());
        rest = after.split_once('}').map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out
}
