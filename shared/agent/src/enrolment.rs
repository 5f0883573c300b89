//! Enrolment: a colleague is invited by a one-time link whose secret the server
//! never sees, answers, and is certified.

use hawser_casework::{PersonId, Record};
use hawser_encryption::invitation::InvitationSecret;
use hawser_ledger::OrganisationId;
use hawser_ledger::codec::Layout;
use hawser_ledger::membership::{Act, GroupPurpose};
use hawser_ledger::person::name_commit;
use hawser_ledger::person::{CertificateRequest, PersonCert};
use hawser_protocol::organisation::{
    InvitationAnswer, InvitationCreate, InvitationEntry, InvitationStage,
};
use hawser_protocol::path;
use hawser_views::Failure;
use hawser_views::account::OrganisationDraft;
use hawser_views::organisation::InvitationView;
use serde::{Deserialize, Serialize};

use crate::Agent;
use crate::access::grant_up_to;
use crate::append::Draft;
use crate::failure::{Failed, Outcome, fail};
use crate::invitation::Invitation;
use crate::io::Environment;

use crate::organisation::{check_name, check_text};

const NOTE: &str = "invitation-note";

/// A person's name as it travels to who certifies it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NameCard {
    pub(crate) name: String,
    pub(crate) function: String,
    pub(crate) salt: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct InvitationNote {
    for_whom: String,
    secret: String,
}

impl<E: Environment> Agent<E> {
    /// Answers the invitation one registered under, so that its sender can certify.
    pub(crate) async fn answer_invitation(&self) -> Outcome<()> {
        let session = self.current()?;
        let Some(link) = session.keyring().invitation.clone() else {
            return Ok(());
        };
        let invitation = Invitation::parse(&link)?;
        let Some((organisation, _)) = invitation.organisation else {
            return Ok(());
        };
        let (name, commit) = {
            let keyring = session.keyring();
            let name = NameCard {
                name: keyring.name.clone(),
                function: keyring.function.clone(),
                salt: hex::encode(keyring.salt),
            };
            (name, name_commit(&keyring.salt, &keyring.name))
        };
        let request = session
            .identity()
            .certificate_request(organisation, session.user(), commit)
            .encode();
        let mac = invitation.secret.authenticate(organisation, &request);
        let plain = serde_json::to_vec(&name).map_err(|_| Failed(Failure::new("bad-request")))?;
        let sealed = self.with_random(|random| invitation.secret.seal_name(random, &plain));
        let answer = InvitationAnswer {
            request: request.into(),
            mac: mac.into(),
            name: sealed.into(),
        };
        let path = path::fill(path::INVITATIONS_ANSWER, &[&invitation.secret.lookup()]);
        self.send("PUT", path, &answer).await?;
        self.update_keyring(|keyring| keyring.invitation = None)
            .await
    }

    /// Goes on where a registration was cut off.
    pub(crate) async fn finish_enrolment(&self) -> Outcome<()> {
        let session = self.current()?;
        if session.keyring().invitation.is_some() {
            return self.answer_invitation().await;
        }
        let founder = session.keyring().organisation_root.is_some();
        if founder && self.who_am_i().await?.organisation.is_none() {
            // The account was made, but its organisation never reached the server.
            let draft = OrganisationDraft {
                name: session.keyring().name.clone(),
                country: String::new(),
            };
            let log_key = self.told_log_key().await?;
            let mut founding = None;
            self.update_keyring(|keyring| {
                founding = self.prepare_organisation(keyring, &draft, log_key).ok();
            })
            .await?;
            if let Some(founding) = founding {
                return self.found_organisation(founding).await;
            }
        }
        Ok(())
    }

    pub(crate) async fn invite(&self, for_whom: &str, hours: u32) -> Outcome<String> {
        check_text("for-whom", for_whom)?;
        self.administered().await?;
        let session = self.current()?;
        let (organisation, root) = session.own_organisation()?;
        let secret = self.with_random(InvitationSecret::make);
        let note = InvitationNote {
            for_whom: for_whom.to_owned(),
            secret: hex::encode(secret.expose()),
        };
        let plain = serde_json::to_vec(&note).map_err(|_| Failed(Failure::new("bad-request")))?;
        let create = InvitationCreate {
            lookup: secret.lookup(),
            organisation,
            note: self
                .with_random(|random| session.identity().seal_own(random, NOTE, &plain))
                .into(),
            hours: hours.clamp(1, 720),
        };
        self.send("POST", path::INVITATIONS, &create).await?;
        let invitation = Invitation {
            organisation: Some((organisation, root)),
            secret,
        };
        Ok(format!(
            "{}/join#{}",
            self.environment().origin(),
            invitation.fragment()
        ))
    }

    pub(crate) async fn withdraw_invitation(&self, lookup: &str) -> Outcome<()> {
        self.delete(path::fill(path::INVITATIONS_ONE, &[lookup]))
            .await
    }

    fn invitation_note(&self, entry: &InvitationEntry) -> Option<(String, InvitationSecret)> {
        let session = self.current().ok()?;
        let plain = session.identity().open_own(NOTE, &entry.note.0).ok()?;
        let note: InvitationNote = serde_json::from_slice(&plain).ok()?;
        let mut secret = [0; 32];
        hex::decode_to_slice(&note.secret, &mut secret).ok()?;
        Some((note.for_whom, InvitationSecret::from_bytes(secret)))
    }

    /// The certificate request and name of an answer that verifies.
    fn authentic(
        organisation: OrganisationId,
        secret: &InvitationSecret,
        answer: &InvitationAnswer,
    ) -> Option<(CertificateRequest, NameCard)> {
        secret
            .verify(organisation, &answer.request.0, &answer.mac.0)
            .ok()?;
        let request = CertificateRequest::decode(&answer.request.0).ok()?;
        request.verify().ok()?;
        let name: NameCard =
            serde_json::from_slice(&secret.open_name(&answer.name.0).ok()?).ok()?;
        let mut salt = [0; 32];
        hex::decode_to_slice(&name.salt, &mut salt).ok()?;
        let fits = request.organisation == organisation
            && name_commit(&salt, &name.name) == request.name_commit;
        fits.then_some((request, name))
    }

    pub(crate) async fn certify(&self, lookup: &str) -> Outcome<()> {
        let open = self.administered().await?;
        let session = self.current()?;
        let (organisation, _) = session.own_organisation()?;
        let entries: Vec<InvitationEntry> = self.get(path::INVITATIONS).await?;
        let Some(entry) = entries.iter().find(|entry| entry.lookup == lookup) else {
            return fail("not-found");
        };
        let (Some((_, secret)), Some(answer)) = (self.invitation_note(entry), &entry.answer) else {
            return fail("invitation-other-inviter");
        };
        let Some((request, name)) = Self::authentic(organisation, &secret, answer) else {
            return fail("invitation-forged");
        };
        if entry.user != Some(request.user) {
            return fail("invitation-forged");
        }
        check_name("name", &name.name)?;
        let cert = PersonCert::certify(request, session.identity().signing());
        let (certify, grant, named) = (self.new_command(), self.new_command(), self.new_command());
        let id = open.state.borrow().id();
        self.append(id, move |state| {
            let Some(group) = state.group(GroupPurpose::Team) else {
                return fail("unknown-group");
            };
            let person = PersonId::new(cert.request.user.0);
            let entry = self.entry_now(Record::PersonNamed {
                person,
                name: name.name.clone(),
                function: name.function.clone(),
                salt: name.salt.clone(),
            });
            let epochs = (1, crate::people::epoch(state, group)?);
            let (act, wraps) = grant_up_to(state, group, cert.request.user, &cert.request, epochs)?;
            Ok(vec![
                Draft::Act {
                    command: certify,
                    act: Act::PersonCert(Box::new(cert.clone())),
                    wraps: Vec::new(),
                },
                Draft::Act {
                    command: grant,
                    act,
                    wraps,
                },
                Draft::Record {
                    command: named,
                    group,
                    entry,
                    blobs: Vec::new(),
                },
            ])
        })
        .await
    }

    pub(crate) fn invitation_view(
        &self,
        own: OrganisationId,
        entry: &InvitationEntry,
    ) -> InvitationView {
        let note = self.invitation_note(entry);
        let authentic = match (&note, &entry.answer) {
            (Some((_, secret)), Some(answer)) => Self::authentic(own, secret, answer),
            _ => None,
        };
        InvitationView {
            lookup: entry.lookup.clone(),
            forged: note.is_some() && entry.answer.is_some() && authentic.is_none(),
            for_whom: note.map(|(for_whom, _)| for_whom).unwrap_or_default(),
            stage: stage_code(entry.stage).to_owned(),
            expires_ms: entry.expires_ms,
            answered_name: authentic.map(|(_, name)| {
                if name.function.is_empty() {
                    name.name
                } else {
                    format!("{}, {}", name.name, name.function)
                }
            }),
        }
    }
}

pub(crate) fn stage_code(stage: InvitationStage) -> &'static str {
    match stage {
        InvitationStage::Open => "open",
        InvitationStage::Answered => "answered",
        InvitationStage::Done => "done",
        InvitationStage::Withdrawn => "withdrawn",
        InvitationStage::Expired => "expired",
    }
}
