//! Registering, signing in, recovering; the recovery kit; sessions.

use std::rc::Rc;

use hawser_encryption::keyring::{Keyring, Unlock};
use hawser_encryption::kit::Kit;
use hawser_encryption::passphrase::{ExportKey, login_hash, make_registration, make_sign_in};
use hawser_ledger::UserId;
use hawser_protocol::account::{
    OpaqueMessage, PassphraseChange, PassphraseStart, RecoveryStart, RecoveryStarted,
    RegistrationFinish, RegistrationStart, SessionEntry, SessionLabel, SignInFinish, SignInStart,
    SignInStarted, SignedIn, StoredKeyring, WhoAmI,
};
use hawser_protocol::organisation::InvitationState;
use hawser_protocol::{ErrorCode, path};
use hawser_views::Failure;
use hawser_views::account::{InvitationPreview, Me, RecoveryKit, Registration, SessionView};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::Agent;
use crate::api::Refusal;
use crate::failure::{Failed, Outcome, fail, field, too_long};
use crate::invitation::Invitation;
use crate::io::{Environment, Store, Table};
use crate::qr::modules;
use crate::session::Session;
use crate::words::estimate;

/// How many groups of the kit must be typed back.
const CONFIRM: usize = 3;
const SESSION_LABEL: &str = "session-label";
/// The longest sign-in name, in characters.
const SIGN_IN_NAME_MAX: usize = 100;

#[derive(Serialize, Deserialize)]
struct LastUse {
    at_ms: i64,
}

/// What goes with a new passphrase.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Renewed {
    /// Nothing else.
    Passphrase,
    /// A new recovery kit.
    Kit,
    /// A new kit, and keys of a next generation that wait to be certified.
    Keys,
}

impl<E: Environment> Agent<E> {
    /// signed-out, locked, or unlocked.
    pub(crate) async fn standing(&self) -> Outcome<String> {
        if self.signed_in() {
            return Ok("unlocked".to_owned());
        }
        match self.exchange(self.request("GET", path::SESSION)).await {
            Ok(_) => Ok("locked".to_owned()),
            Err(Refusal::Problem(problem)) if problem.code == ErrorCode::NotSignedIn => {
                Ok("signed-out".to_owned())
            }
            Err(refusal) => Err(refusal.into()),
        }
    }

    pub(crate) async fn inspect_invitation(&self, fragment: &str) -> Outcome<InvitationPreview> {
        let invitation = Invitation::parse(fragment)?;
        let path = path::fill(path::INVITATIONS_ONE, &[&invitation.secret.lookup()]);
        let state: InvitationState = self.get(path).await?;
        let told = invitation
            .organisation
            .map(|(organisation, _)| organisation);
        if state.organisation != told {
            return fail("invitation-forged");
        }
        Ok(InvitationPreview {
            new_organisation: told.is_none(),
            stage: crate::enrolment::stage_code(state.stage).to_owned(),
            expires_ms: state.expires_ms,
            organisation: told
                .map(|organisation| organisation.to_string().chars().take(16).collect()),
        })
    }

    fn accept_passphrase(passphrase: &str, related: &[String]) -> Outcome<()> {
        let estimate = estimate(passphrase, related);
        if estimate.accepted {
            return Ok(());
        }
        Err(Failed(
            Failure::new("weak-passphrase").with("reason", estimate.reason),
        ))
    }

    /// Makes an account under an invitation, with keys made here.
    pub(crate) async fn register(
        self: &Rc<Self>,
        registration: Registration,
    ) -> Outcome<RecoveryKit> {
        let invitation = Invitation::parse(&registration.fragment)?;
        let (sign_in_name, name) = (registration.sign_in_name.trim(), registration.name.trim());
        if sign_in_name.is_empty() {
            return Err(field("sign-in-name", "missing"));
        }
        if sign_in_name.chars().count() > SIGN_IN_NAME_MAX {
            return Err(too_long("sign-in-name", SIGN_IN_NAME_MAX));
        }
        crate::organisation::check_text("sign-in-name", sign_in_name)?;
        crate::organisation::check_name("name", name)?;
        crate::organisation::check_text("function", &registration.function)?;
        if let Some(organisation) = &registration.organisation {
            crate::organisation::check_name("organisation-name", &organisation.name)?;
        }
        if registration.organisation.is_some() != invitation.organisation.is_none() {
            return fail("invitation-unreadable");
        }
        let related = [sign_in_name.to_owned(), name.to_owned()];
        Self::accept_passphrase(&registration.passphrase, &related)?;
        let lookup = invitation.secret.lookup();
        let user = UserId(self.draw());
        let (registering, message) =
            self.with_random(|random| make_registration(random, &registration.passphrase))?;
        let start = RegistrationStart {
            lookup: lookup.clone(),
            user,
            message: message.into(),
        };
        let answer: OpaqueMessage = self.post(path::REGISTRATION_START, &start).await?;
        let (upload, export) = self.with_random(|random| {
            registering.finish(random, &registration.passphrase, &answer.message.0)
        })?;
        let function = registration.function.trim();
        let mut keyring =
            self.with_random(|random| Keyring::make(random, user, sign_in_name, name, function));
        keyring.organisation = invitation.organisation;
        let founding = match &registration.organisation {
            None => {
                keyring.invitation = Some(Zeroizing::new(invitation.fragment()));
                None
            }
            Some(draft) => {
                let log_key = self.told_log_key().await?;
                Some(self.prepare_organisation(&mut keyring, draft, log_key)?)
            }
        };
        let record = self.with_random(|random| keyring.seal(random, Some(&export)))?;
        let session = Rc::new(Session::new(keyring)?);
        let finish = RegistrationFinish {
            lookup,
            user,
            login: login_hash(sign_in_name),
            upload: upload.into(),
            keyring: record.into(),
            kit_verifier: session.keyring().kit().verifier(),
            session_label: self.session_label(&session, "").into(),
        };
        let _: SignedIn = match self.post(path::REGISTRATION_FINISH, &finish).await {
            Err(Failed(failure)) if failure.code == ErrorCode::AlreadyExists.code() => {
                return fail("name-taken");
            }
            other => other?,
        };
        self.begin(session).await?;
        match founding {
            Some(founding) => self.found_organisation(founding).await?,
            None => self.answer_invitation().await?,
        }
        self.kit()
    }

    /// The session is open from here on.
    async fn begin(&self, session: Rc<Session>) -> Outcome<()> {
        self.drop_session();
        let deployment: hawser_protocol::account::Deployment = self.get(path::DEPLOYMENT).await?;
        session.exercise.set(deployment.exercise);
        *self.session.borrow_mut() = Some(session);
        let last: Option<LastUse> = self
            .recall(Table::Settings, "last-use")
            .await
            .unwrap_or_default();
        self.left_ms.set(last.map(|last| last.at_ms));
        Ok(())
    }

    /// Remembers that the person is here, for "new since you left".
    pub(crate) async fn note_use(&self) -> Outcome<()> {
        self.keep(
            Table::Settings,
            "last-use",
            &LastUse {
                at_ms: self.now_ms(),
            },
        )
        .await
    }

    fn session_label(&self, session: &Session, label: &str) -> Vec<u8> {
        let label: String = label.chars().take(120).collect();
        self.with_random(|random| {
            session
                .identity()
                .seal_own(random, SESSION_LABEL, label.as_bytes())
        })
    }

    /// The lowest keyring version this profile accepts for an account.
    async fn keyring_floor(&self, user: UserId) -> Outcome<u64> {
        let kept = self
            .environment()
            .store()
            .get(Table::Settings, &format!("{user}/keyring-version"))
            .await?;
        Ok(kept
            .and_then(|bytes| <[u8; 8]>::try_from(bytes).ok())
            .map_or(0, u64::from_be_bytes))
    }

    async fn raise_keyring_floor(&self, user: UserId, version: u64) -> Outcome<()> {
        let entry = (
            format!("{user}/keyring-version"),
            version.to_be_bytes().to_vec(),
        );
        Ok(self
            .environment()
            .store()
            .put_all(Table::Settings, vec![entry])
            .await?)
    }

    pub(crate) async fn sign_in(
        self: &Rc<Self>,
        name: &str,
        passphrase: &str,
        label: &str,
    ) -> Outcome<Me> {
        let (signing_in, message) = self.with_random(|random| make_sign_in(random, passphrase))?;
        let start = SignInStart {
            login: login_hash(name),
            message: message.into(),
        };
        let started: SignInStarted = self.post(path::SESSION_START, &start).await?;
        let (finalization, export) =
            self.with_random(|random| signing_in.finish(random, passphrase, &started.message.0))?;
        let finish = SignInFinish {
            attempt: started.attempt,
            message: finalization.into(),
        };
        let signed_in: SignedIn = self.post(path::SESSION_FINISH, &finish).await?;
        let floor = self.keyring_floor(signed_in.user).await?;
        let unlock = Unlock::Passphrase(&export);
        let keyring = Keyring::open(&signed_in.keyring.0, signed_in.user, floor, &unlock)?;
        self.raise_keyring_floor(signed_in.user, keyring.version())
            .await?;
        let session = Rc::new(Session::new(keyring)?);
        let label = SessionLabel {
            label: self.session_label(&session, label).into(),
        };
        self.begin(session).await?;
        self.send("PUT", path::SESSION, &label).await?;
        self.finish_enrolment().await?;
        self.me().await
    }

    /// Opens the account with the kit and sets a new passphrase; a new kit comes with it.
    pub(crate) async fn recover(
        self: &Rc<Self>,
        name: &str,
        kit: &str,
        passphrase: &str,
        label: &str,
    ) -> Outcome<RecoveryKit> {
        let kit = Kit::parse(kit)?;
        Self::accept_passphrase(passphrase, &[name.to_owned()])?;
        let (registering, message) =
            self.with_random(|random| make_registration(random, passphrase))?;
        let start = RecoveryStart {
            login: login_hash(name),
            kit_key: kit.authentication_key().to_vec().into(),
            message: message.into(),
        };
        let started: RecoveryStarted = self.post(path::RECOVERY_START, &start).await?;
        let floor = self.keyring_floor(started.user).await?;
        let keyring = Keyring::open(&started.keyring.0, started.user, floor, &Unlock::Kit(&kit))?;
        let (upload, export) =
            self.with_random(|random| registering.finish(random, passphrase, &started.message.0))?;
        let session = Rc::new(Session::new(keyring)?);
        let ticket = Some(started.ticket);
        let (next, change) =
            self.change(&session, &export, upload, (ticket, label), Renewed::Kit)?;
        let _: Option<SignedIn> = self
            .send_if_match(
                "POST",
                path::RECOVERY_FINISH,
                started.keyring_version,
                &change,
            )
            .await?;
        session.take(next)?;
        let version = session.keyring().version();
        self.raise_keyring_floor(session.user(), version).await?;
        self.begin(session).await?;
        self.finish_enrolment().await?;
        self.kit()
    }

    fn change(
        &self,
        session: &Session,
        export: &ExportKey,
        upload: Vec<u8>,
        (ticket, label): (Option<String>, &str),
        renewed: Renewed,
    ) -> Outcome<(Keyring, PassphraseChange)> {
        let new_kit = renewed != Renewed::Passphrase;
        let (next, record) = self.with_random(|random| {
            session.reseal(random, Some(export), |keyring, random| {
                keyring.renew(random, new_kit);
                if renewed == Renewed::Keys {
                    keyring.draw_generation(random);
                }
            })
        })?;
        let change = PassphraseChange {
            ticket,
            upload: upload.into(),
            keyring: record.into(),
            kit_verifier: new_kit.then(|| next.kit().verifier()),
            session_label: self.session_label(session, label).into(),
        };
        Ok((next, change))
    }

    /// Proves the present passphrase inside the worker before anything changes.
    async fn prove(&self, session: &Session, passphrase: &str) -> Outcome<()> {
        let login = login_hash(&session.keyring().sign_in_name);
        let (signing_in, message) = self.with_random(|random| make_sign_in(random, passphrase))?;
        let start = SignInStart {
            login,
            message: message.into(),
        };
        let started: SignInStarted = self.post(path::SESSION_START, &start).await?;
        let (_, export) =
            self.with_random(|random| signing_in.finish(random, passphrase, &started.message.0))?;
        let stored: StoredKeyring = self.get(path::KEYRING).await?;
        let floor = session.keyring().version();
        Keyring::open(
            &stored.keyring.0,
            session.user(),
            floor,
            &Unlock::Passphrase(&export),
        )?;
        Ok(())
    }

    pub(crate) async fn change_passphrase(&self, present: &str, new: &str) -> Outcome<()> {
        self.renew(present, new, Renewed::Passphrase).await
    }

    /// A new passphrase, and what goes with it; all other sessions end.
    pub(crate) async fn renew(&self, present: &str, new: &str, renewed: Renewed) -> Outcome<()> {
        let session = self.current()?;
        let related = [
            session.keyring().sign_in_name.clone(),
            session.keyring().name.clone(),
        ];
        Self::accept_passphrase(new, &related)?;
        self.prove(&session, present).await?;
        let (registering, message) = self.with_random(|random| make_registration(random, new))?;
        let start = PassphraseStart {
            message: message.into(),
        };
        let answer: OpaqueMessage = self.post(path::PASSPHRASE_START, &start).await?;
        let (upload, export) =
            self.with_random(|random| registering.finish(random, new, &answer.message.0))?;
        let before = session.keyring().version();
        let (next, change) = self.change(&session, &export, upload, (None, ""), renewed)?;
        let _: Option<SignedIn> = self
            .send_if_match("PUT", path::PASSPHRASE, before, &change)
            .await?;
        session.take(next)?;
        let version = session.keyring().version();
        self.raise_keyring_floor(session.user(), version).await
    }

    /// Stores the keyring after `change`.
    pub(crate) async fn update_keyring(&self, change: impl FnOnce(&mut Keyring)) -> Outcome<()> {
        let session = self.current()?;
        let before = session.keyring().version();
        let (next, record) =
            self.with_random(|random| session.reseal(random, None, |keyring, _| change(keyring)))?;
        let version = next.version();
        let stored = StoredKeyring {
            keyring: record.into(),
            version,
        };
        let _: Option<serde_json::Value> = self
            .send_if_match("PUT", path::KEYRING, before, &stored)
            .await?;
        session.take(next)?;
        self.raise_keyring_floor(session.user(), version).await
    }

    /// The kit, for the page that prints it.
    pub(crate) fn kit(&self) -> Outcome<RecoveryKit> {
        let session = self.current()?;
        let keyring = session.keyring();
        let groups = keyring.kit().groups();
        let qr = modules(&groups.join("-"));
        Ok(RecoveryKit {
            qr,
            confirm: confirm_groups(&groups),
            groups,
            sign_in_name: keyring.sign_in_name.clone(),
        })
    }

    pub(crate) async fn confirm_kit(&self, typed: &[String]) -> Outcome<Me> {
        let session = self.current()?;
        let fits = {
            let groups = session.keyring().kit().groups();
            let asked = confirm_groups(&groups);
            typed.len() == asked.len()
                && asked.iter().zip(typed).all(|(index, typed)| {
                    groups
                        .get(*index)
                        .is_some_and(|group| group.eq_ignore_ascii_case(typed.trim()))
                })
        };
        if !fits {
            return fail("kit-wrong");
        }
        self.update_keyring(|keyring| keyring.kit_confirmed = true)
            .await?;
        self.me().await
    }

    pub(crate) async fn sign_out(&self) -> Outcome<()> {
        // Whether it could be sent or not: who wants to leave leaves.
        drop(self.send_pinbook().await);
        self.delete(path::SESSION).await?;
        self.drop_session();
        Ok(())
    }

    pub(crate) async fn sessions(&self) -> Outcome<Vec<SessionView>> {
        let session = self.current()?;
        let entries: Vec<SessionEntry> = self.get(path::SESSIONS).await?;
        let label = |sealed: &[u8]| {
            let plain = session.generations().open_own(SESSION_LABEL, sealed).ok()?;
            String::from_utf8(plain).ok()
        };
        Ok(entries
            .into_iter()
            .map(|entry| SessionView {
                label: label(&entry.label.0).unwrap_or_default(),
                id: entry.id,
                created_ms: entry.created_ms,
                seen_ms: entry.seen_ms,
                current: entry.current,
            })
            .collect())
    }

    pub(crate) async fn revoke_session(&self, id: &str) -> Outcome<()> {
        self.delete(path::fill(path::SESSIONS_ONE, &[id])).await
    }

    pub(crate) async fn who_am_i(&self) -> Outcome<WhoAmI> {
        self.get(path::SESSION).await
    }
}

/// The groups to type back: spread by the kit itself, so that they are the same at each asking.
fn confirm_groups(groups: &[String]) -> Vec<usize> {
    let seed = groups
        .last()
        .map_or(0, |check| check.bytes().map(usize::from).sum::<usize>());
    let step = groups.len().saturating_sub(1) / CONFIRM;
    (0..CONFIRM)
        .map(|part| part * step + seed % step.max(1))
        .collect()
}
