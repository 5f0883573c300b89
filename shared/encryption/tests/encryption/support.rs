//! Fixed randomness, OPAQUE's other side, and the `age` command.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a helper that cannot help should stop the test"
)]

use std::cell::Cell;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use hawser_encryption::epoch::{EpochPlace, EpochSecret};
use hawser_encryption::identity::{Identity, Root};
use hawser_encryption::passphrase::{ExportKey, PassphraseError, make_registration, make_sign_in};
use hawser_encryption::random::Random;
use hawser_ledger::key::hash;
use hawser_ledger::{GroupId, SpaceId};
use hawser_protocol::suite::Suite;
use opaque_ke::{
    CredentialFinalization, CredentialRequest, RegistrationRequest, RegistrationUpload,
    ServerLogin, ServerLoginParameters, ServerRegistration, ServerSetup,
};

/// Runs `work` with randomness that is the same for the same `seed`.
pub fn with_random<T>(seed: &str, work: impl FnOnce(&mut Random<'_>) -> T) -> T {
    let counter = Cell::new(0_u64);
    let fill = |bytes: &mut [u8]| {
        for chunk in bytes.chunks_mut(32) {
            let block = hash(&[
                b"test randomness ",
                seed.as_bytes(),
                &counter.get().to_be_bytes(),
            ]);
            chunk.copy_from_slice(&block[..chunk.len()]);
            counter.set(counter.get() + 1);
        }
    };
    work(&mut Random(&fill))
}

/// Runs `work` with "randomness" that consists of these bytes, over and over.
pub fn with_bytes<T>(bytes: &[u8], work: impl FnOnce(&mut Random<'_>) -> T) -> T {
    let fill = |out: &mut [u8]| {
        for (to, from) in out.iter_mut().zip(bytes.iter().cycle()) {
            *to = *from;
        }
    };
    work(&mut Random(&fill))
}

pub fn identity(name: &str) -> Identity {
    Identity::derive(&with_random(name, Root::make), 1)
}

/// An epoch's secret that is these 32 bytes.
pub fn secret(bytes: [u8; 32]) -> EpochSecret {
    with_bytes(&bytes, EpochSecret::make)
}

pub fn place() -> EpochPlace {
    EpochPlace {
        space: SpaceId([1; 32]),
        group: GroupId([2; 16]),
        number: 3,
    }
}

/// The server's side, as RFC 9807 has it.
pub struct Server {
    setup: ServerSetup<Suite>,
    record: Vec<u8>,
}

impl Server {
    /// Registers `passphrase`; gives the export key too.
    pub fn registered(seed: &str, passphrase: &str) -> (Self, ExportKey) {
        with_random(seed, |random| {
            let setup = ServerSetup::<Suite>::new(random);
            let (registering, message) = make_registration(random, passphrase).unwrap();
            let request = RegistrationRequest::deserialize(&message).unwrap();
            let answer = ServerRegistration::<Suite>::start(&setup, request, b"account").unwrap();
            let answer = answer.message.serialize();
            let (upload, export) = registering.finish(random, passphrase, &answer).unwrap();
            let upload = RegistrationUpload::<Suite>::deserialize(&upload).unwrap();
            let record = ServerRegistration::finish(upload).serialize().to_vec();
            (Self { setup, record }, export)
        })
    }
    /// Signs in; `Ok` only when both sides agree.
    pub fn sign_in(&self, seed: &str, passphrase: &str) -> Result<ExportKey, PassphraseError> {
        with_random(seed, |random| {
            let (signing_in, message) = make_sign_in(random, passphrase)?;
            let request = CredentialRequest::deserialize(&message).unwrap();
            let record = ServerRegistration::<Suite>::deserialize(&self.record).unwrap();
            let parameters = ServerLoginParameters::default();
            let started = ServerLogin::start(
                random,
                &self.setup,
                Some(record),
                request,
                b"account",
                parameters,
            )
            .unwrap();
            let answer = started.message.serialize();
            let (finalization, export) = signing_in.finish(random, passphrase, &answer)?;
            let finalization = CredentialFinalization::deserialize(&finalization).unwrap();
            started
                .state
                .finish(finalization, ServerLoginParameters::default())
                .unwrap();
            Ok(export)
        })
    }
}

/// One registration for all tests that only need what it gives: Argon2id is slow on purpose.
pub static REGISTERED: LazyLock<(Server, ExportKey)> =
    LazyLock::new(|| Server::registered("registration", "correct horse battery staple"));

/// The `age` command. Missing, its tests are skipped, unless HAWSER_REQUIRE_AGE is set.
pub fn age() -> Option<&'static str> {
    let path = "/usr/bin/age";
    if Path::new(path).exists() {
        return Some(path);
    }
    assert!(
        std::env::var_os("HAWSER_REQUIRE_AGE").is_none(),
        "{path} is missing"
    );
    println!("SKIPPED: {path} is missing; install the Debian package age");
    None
}

/// Runs a command with `input`; gives what it answered when it went well.
pub fn run(program: &str, arguments: &[&str], input: &[u8]) -> Option<Vec<u8>> {
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut stdin = child.stdin.take().unwrap();
    let output = std::thread::scope(|scope| {
        // It may stop reading early; then its exit status tells.
        scope.spawn(move || drop(stdin.write_all(input)));
        child.wait_with_output().unwrap()
    });
    output.status.success().then_some(output.stdout)
}

/// Opens a file with the `age` command and an identity in its text form.
pub fn age_opens(program: &str, identity: &str, file: &[u8]) -> Option<Vec<u8>> {
    let mut key = tempfile::NamedTempFile::new().unwrap();
    writeln!(key, "{identity}").unwrap();
    key.flush().unwrap();
    run(program, &["-d", "-i", key.path().to_str().unwrap()], file)
}

/// Bytes that do not repeat soon.
pub fn content(length: usize) -> Vec<u8> {
    (0..length)
        .map(|index| (index * 7 + index / 251) as u8)
        .collect()
}
