//! From commands to what answers them: the one list.

use std::rc::Rc;

use hawser_views::{Command, Failure, Reply};

use crate::Agent;
use crate::evidence::Reply as OfferReply;
use crate::failure::{Failed, Outcome, fail};
use crate::io::{Environment, Source, Whole};
use crate::words::estimate;

/// What came of a command, with a decrypted file beside it where one was asked for.
pub type Answered<E> = (Reply, Option<Whole<E>>);

impl<E: Environment> Agent<E> {
    /// Does what the page asks. `beside` carries the files that the command names, in order.
    pub async fn handle(
        self: &Rc<Self>,
        command: Command,
        beside: Vec<Source<E>>,
    ) -> Result<Answered<E>, Failure> {
        if let Command::OpenFile {
            space,
            file,
            for_preview,
        } = command
        {
            let record = file;
            let (file, whole) = self
                .open_file(space, record, for_preview)
                .await
                .map_err(|Failed(failure)| failure)?;
            if !for_preview {
                // The file is open, whether or not that can be told now.
                drop(self.note_downloaded(space, record).await);
            }
            return Ok((Reply::File(file), Some(whole)));
        }
        if let Command::MakeBundle { space, wish } = &command {
            let made = self.make_bundle(*space, wish).await;
            let (file, whole) = made.map_err(|Failed(failure)| failure)?;
            return Ok((Reply::File(file), Some(whole)));
        }
        match Box::pin(self.answer(command, beside)).await {
            Ok(reply) => Ok((reply, None)),
            Err(Failed(failure)) => Err(failure),
        }
    }

    async fn answer(self: &Rc<Self>, command: Command, beside: Vec<Source<E>>) -> Outcome<Reply> {
        use Command as C;
        Ok(match command {
            C::Status => Reply::Standing(self.standing().await?),
            C::InspectInvitation { fragment } => {
                Reply::Invitation(self.inspect_invitation(&fragment).await?)
            }
            C::GeneratePassphrase => Reply::Passphrase(self.generate_passphrase()),
            C::EstimatePassphrase {
                passphrase,
                related,
            } => Reply::Estimate(estimate(&passphrase, &related)),
            C::Register(registration) => Reply::Kit(self.register(registration).await?),
            C::ConfirmKit { groups } => Reply::Me(self.confirm_kit(&groups).await?),
            C::SignIn {
                sign_in_name,
                passphrase,
                label,
            } => Reply::Me(self.sign_in(&sign_in_name, &passphrase, &label).await?),
            C::Recover {
                sign_in_name,
                kit,
                passphrase,
                label,
            } => Reply::Kit(
                self.recover(&sign_in_name, &kit, &passphrase, &label)
                    .await?,
            ),
            C::ChangePassphrase { present, new } => {
                done(self.change_passphrase(&present, &new).await?)
            }
            C::SignOut => done(self.sign_out().await?),
            C::Me => Reply::Me(self.me().await?),
            C::Sessions => Reply::Sessions(self.sessions().await?),
            C::RevokeSession { id } => done(self.revoke_session(&id).await?),

            C::Organisation => Reply::Organisation(self.organisation().await?),
            C::Invite { for_whom, hours } => Reply::Link(self.invite(&for_whom, hours).await?),
            C::WithdrawInvitation { lookup } => done(self.withdraw_invitation(&lookup).await?),
            C::Certify { lookup } => done(self.certify(&lookup).await?),
            C::Keys => Reply::Keys(self.keys()?),
            C::DrawKeys { present, new } => Reply::Kit(self.draw_keys(&present, &new).await?),
            C::AskForCertificate => done(self.ask_for_certificate().await?),
            C::CertifyKeys { person, number } => done(self.certify_keys(person, &number).await?),
            C::WithdrawalPlan { person } => {
                Reply::WithdrawalPlan(self.withdrawal_plan(person).await?)
            }
            C::Withdraw { space, person } => done(self.withdraw(space, person).await?),
            C::SetAdministrator {
                person,
                administers,
            } => done(self.set_administrator(person, administers).await?),
            C::RevokePerson { person } => done(self.revoke_person(person).await?),
            C::AppointAdministrator { space, person } => done(self.appoint(space, person).await?),
            C::RenewGroups { space } => done(self.renew_groups(space).await?),
            C::AddContact { card } => done(self.add_contact(&card).await?),
            C::ConfirmSafetyNumber { party, digits } => {
                done(self.confirm_safety_number(party, &digits).await?)
            }

            C::Today => Reply::Today(self.today().await?),
            C::Cases => Reply::Cases(self.cases().await?),
            C::CreateCase {
                terms,
                status,
                keepers,
            } => Reply::Created(self.create_case(terms, &status, &keepers).await?),
            C::Case { space } => Reply::Case(self.case(space).await?),
            C::People { space } => Reply::People(self.people(space).await?),
            C::AdmitParty {
                space,
                party,
                status,
                limited,
            } => done(self.admit_party(space, party, &status, limited).await?),
            C::JoinCase { space } => done(self.join_case(space).await?),
            C::Nominate { space, nominations } => done(self.nominate(space, &nominations).await?),
            C::WithdrawNomination { request, .. } => {
                done(self.withdraw_nomination(&request).await?)
            }
            C::Admit { space, requests } => done(self.admit(space, &requests).await?),
            C::Decline {
                space,
                request,
                reason,
            } => done(self.decline(space, &request, &reason).await?),
            C::ChangeStanding {
                space,
                person,
                standing,
                reason,
                despite_matters,
            } => done(
                self.change_standing(space, person, standing, &reason, despite_matters)
                    .await?,
            ),
            C::ChangeRole {
                space,
                person,
                role,
                reason,
            } => done(self.change_role(space, person, &role, &reason).await?),
            C::OpenDesk {
                space,
                name,
                officers,
            } => Reply::Created(self.open_desk(space, &name, &officers).await?.to_string()),
            C::ChangeDesk {
                space,
                desk,
                officers,
            } => {
                self.change_desk(space, desk, &officers).await?;
                Reply::Done
            }
            other => return Box::pin(self.answer_evidence(other, beside)).await,
        })
    }

    async fn answer_evidence(
        self: &Rc<Self>,
        command: Command,
        beside: Vec<Source<E>>,
    ) -> Outcome<Reply> {
        use Command as C;
        Ok(match command {
            C::Exhibits { space } => Reply::Exhibits(self.exhibits(space).await?),
            C::Exhibit { space, exhibit } => {
                Reply::Exhibit(Box::new(self.exhibit(space, exhibit).await?))
            }
            C::LogExhibit {
                space,
                exhibit,
                happened,
            } => Reply::Created(
                self.log_exhibit(space, exhibit, happened)
                    .await?
                    .to_string(),
            ),
            C::Correct {
                space,
                target,
                field,
                old,
                new,
                why,
            } => done(
                self.correct(space, target, &field, (&old, &new, &why))
                    .await?,
            ),
            C::EarlierUses {
                space,
                scheme,
                value,
            } => Reply::EarlierUses(self.earlier_uses(space, scheme, &value).await?),
            C::AttachFiles { space, to, files } => {
                Reply::Transfers(self.attach_files(space, to, files, beside).await?)
            }
            C::ResumeUpload { transfer, file } => {
                let Some(source) = beside.into_iter().next() else {
                    return fail("file-unreadable");
                };
                Reply::Transfers(self.resume_upload(&transfer, &file, source).await?)
            }
            C::Transfers => Reply::Transfers(self.transfers().await?),
            C::RetryTransfer { transfer } => done(self.retry_upload(&transfer)?),
            C::CancelTransfer { transfer } => done(self.cancel_transfer(&transfer).await?),

            C::Handovers { space } => Reply::Handovers(self.handovers(space).await?),
            C::Offer { space, offer } => {
                Reply::Created(self.offer(space, offer).await?.to_string())
            }
            C::AnswerOffer {
                space,
                offer,
                exhibit,
                answer,
                reason,
                seal_in,
                happened,
                photo,
            } => {
                let reply = OfferReply {
                    offer,
                    exhibit,
                    answer,
                    reason: &reason,
                    seal_in: &seal_in,
                    photo,
                };
                done(self.answer_offer(space, reply, happened).await?)
            }
            C::WithdrawOffer {
                space,
                offer,
                reason,
            } => done(self.withdraw_offer(space, offer, &reason).await?),
            C::SettleDispute {
                space,
                offer,
                exhibit,
                outcome,
                reason,
            } => done(
                self.settle_dispute(space, offer, exhibit, outcome, &reason)
                    .await?,
            ),
            C::Exchange(command) => Box::pin(self.answer_exchange(command)).await?,
            C::Mission(command) => Box::pin(self.answer_mission(command)).await?,
            C::Programme(command) => Box::pin(self.answer_programme(command)).await?,
            C::Timeline {
                space,
                offset,
                limit,
                by_happened,
            } => Reply::Timeline(self.timeline(space, offset, limit, by_happened).await?),
            C::MarkSeen { space } => done(self.mark_seen(space).await?),
            C::KeepersOffered => Reply::KeepersOffered(self.keepers_offered().await?),
            C::Keepers { space, anew } => Reply::Keepers(self.keepers(space, anew).await?),
            C::BundlePlan { space } => Reply::BundlePlan(self.bundle_plan(space).await?),
            C::CheckRecord { space } => Reply::Record(self.check_record(space).await?),
            _ => return fail("unknown-command"),
        })
    }
}

fn done((): ()) -> Reply {
    Reply::Done
}
