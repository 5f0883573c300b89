//! Nominations: a party names its people, an administrator of the case answers.

use hawser_casework::SpaceId as CaseId;
use hawser_ledger::codec::Layout;
use hawser_ledger::consent::Consent;
use hawser_ledger::membership::{GroupPurpose, MemberAdd, Role};
use hawser_ledger::{GroupId, OrganisationId, RequestId, SpaceId};
use hawser_protocol::organisation::{
    AddressedNote, Nomination, NominationAnswer, NominationCreate, NominationStage,
};
use hawser_protocol::path;
use hawser_views::command::NominationDraft;
use serde::{Deserialize, Serialize};

use crate::Agent;
use crate::enrolment::NameCard;
use crate::failure::{Outcome, fail, field};
use crate::io::Environment;
use crate::letter::make_letter;
use crate::replay::Space;
use crate::session::Session;

use crate::people::{ledger_id, membership, role, team, user_id};

/// Why a nomination was declined.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DeclineLetter {
    pub(crate) reason: String,
}

impl<E: Environment> Agent<E> {
    pub(crate) async fn nominate(
        &self,
        space: CaseId,
        nominations: &[NominationDraft],
    ) -> Outcome<()> {
        let session = self.current()?;
        let id = ledger_id(space);
        let own = self.administered().await?;
        self.pull(id).await?;
        let open = self.space(id).await?;
        for nomination in nominations {
            let create = {
                let (own, case) = (own.state.borrow(), open.state.borrow());
                self.nomination(&session, &own, &case, nomination)?
            };
            let readers = readers(&open.state.borrow(), &create)?;
            self.check_readers(readers).await?;
            self.send("POST", path::NOMINATIONS, &create).await?;
        }
        Ok(())
    }

    /// Nothing is written to administrators whose organisation was not compared.
    async fn check_readers(&self, organisations: Vec<(OrganisationId, [u8; 32])>) -> Outcome<()> {
        for (organisation, root) in organisations {
            if self.verified_root(organisation).await? != Some(root) {
                return fail("not-verified");
            }
        }
        Ok(())
    }

    fn nomination(
        &self,
        session: &Session,
        own: &Space,
        case: &Space,
        draft: &NominationDraft,
    ) -> Outcome<NominationCreate> {
        let user = user_id(draft.person);
        let (organisation, _) = session.own_organisation()?;
        let own_membership = membership(own)?;
        let Some(member) = own_membership.active(user) else {
            return fail("unknown-member");
        };
        let Some(named) = own.book.people.get(&draft.person) else {
            return fail("unknown-member");
        };
        let Some(delegation) = own_membership.delegations().get(&session.user()).cloned() else {
            return fail("not-administrator");
        };
        let membership = membership(case)?;
        let role = role(&draft.role)?;
        let groups = groups_asked(case, organisation, role)?;
        let consent = Consent {
            space: case.id(),
            organisation,
            cert_hash: member.chain.cert.hash(),
            role,
            groups,
            history: draft.history,
            policy_hash: membership.policy_hash(),
            request: RequestId(self.draw()),
            delegation,
            signature: [0; 64],
        }
        .sign(session.identity().signing());
        let name = NameCard {
            name: named.name.clone(),
            function: named.function.clone(),
            salt: named.salt.clone(),
        };
        let Some(own_chain) = own_membership
            .active(session.user())
            .map(|member| member.chain.clone())
        else {
            return fail("not-administrator");
        };
        let notes = membership
            .administrators()
            .filter_map(|user| membership.members().get(&user).map(|member| (user, member)))
            .map(|(to, member)| {
                let reader = &member.chain.cert.request;
                let body = make_letter(&session.identity(), &own_chain, case.id(), reader, &name)?;
                Ok(AddressedNote {
                    to,
                    body: body.into(),
                })
            })
            .collect::<Outcome<Vec<_>>>()?;
        let add = MemberAdd {
            consent,
            chain: (*member.chain).clone(),
        };
        Ok(NominationCreate {
            space: case.id(),
            nomination: add.encode().into(),
            notes,
        })
    }

    pub(crate) async fn nominations(&self, space: SpaceId) -> Outcome<Vec<Nomination>> {
        let all: Vec<Nomination> = self.get(path::NOMINATIONS).await?;
        Ok(all
            .into_iter()
            .filter(|nomination| nomination.space == space)
            .collect())
    }

    pub(crate) async fn withdraw_nomination(&self, request: &str) -> Outcome<()> {
        let answer = NominationAnswer {
            stage: NominationStage::Withdrawn,
            body: Vec::new().into(),
        };
        self.send(
            "POST",
            path::fill(path::NOMINATIONS_ANSWER, &[request]),
            &answer,
        )
        .await
    }

    pub(crate) async fn decline(&self, space: CaseId, request: &str, reason: &str) -> Outcome<()> {
        if reason.trim().is_empty() {
            return Err(field("reason", "missing"));
        }
        let session = self.current()?;
        let id = ledger_id(space);
        let all = self.nominations(id).await?;
        let Some(nomination) = all
            .into_iter()
            .find(|one| one.request.to_string() == request)
        else {
            return fail("not-found");
        };
        let Ok(add) = MemberAdd::decode(&nomination.nomination.0) else {
            return fail("server-answer");
        };
        let open = self.space(id).await?;
        let own_chain = open
            .state
            .borrow()
            .member(session.user())
            .map(|member| member.chain.clone());
        let Some(own_chain) = own_chain else {
            return fail("not-administrator");
        };
        // The nominator's recipient comes from their own letter, whose signature leads to their root.
        let Some(note) = &nomination.note else {
            return fail("not-administrator");
        };
        let root = self.verified_root(add.consent.organisation).await?;
        let letter = crate::letter::open_letter::<NameCard>(
            &session.generations(),
            id,
            &note.0,
            |organisation| root.filter(|_| organisation == add.consent.organisation),
        )?;
        let to = letter.writer.cert.request.clone();
        let body = DeclineLetter {
            reason: reason.trim().to_owned(),
        };
        let body = make_letter(&session.identity(), &own_chain, id, &to, &body)?;
        let answer = NominationAnswer {
            stage: NominationStage::Declined,
            body: body.into(),
        };
        self.send(
            "POST",
            path::fill(path::NOMINATIONS_ANSWER, &[request]),
            &answer,
        )
        .await
    }

    /// The nominee's name from a nomination's note, which must be signed by the nominating organisation.
    pub(crate) async fn nominee(&self, nomination: &Nomination) -> Outcome<(MemberAdd, NameCard)> {
        let session = self.current()?;
        let Ok(add) = MemberAdd::decode(&nomination.nomination.0) else {
            return fail("server-answer");
        };
        let Some(note) = &nomination.note else {
            return fail("not-administrator");
        };
        let organisation = add.consent.organisation;
        let root = self.verified_root(organisation).await?;
        let letter = crate::letter::open_letter::<NameCard>(
            &session.generations(),
            nomination.space,
            &note.0,
            |writer| root.filter(|_| writer == organisation),
        )?;
        let mut salt = [0; 32];
        let fits = hex::decode_to_slice(&letter.body.salt, &mut salt).is_ok()
            && hawser_ledger::person::name_commit(&salt, &letter.body.name)
                == add.chain.cert.request.name_commit;
        if !fits {
            return fail("name-forged");
        }
        Ok((add, letter.body))
    }
}

/// The groups that a person of this organisation and role is nominated for, ascending.
fn groups_asked(case: &Space, organisation: OrganisationId, role: Role) -> Outcome<Vec<GroupId>> {
    let membership = membership(case)?;
    let mut groups = Vec::new();
    if membership.is_limited(organisation) {
        for purpose in [GroupPurpose::Shared, GroupPurpose::CheckingDesk] {
            groups.extend(membership.group_of(purpose, organisation).map(|(id, _)| id));
        }
    } else {
        groups.push(team(case)?);
        if role == Role::Administrator {
            groups.extend(case.group(GroupPurpose::CheckingDesk));
        }
    }
    groups.sort_unstable();
    Ok(groups)
}

/// The organisations, with their roots, of those a nomination's notes are written to.
fn readers(case: &Space, create: &NominationCreate) -> Outcome<Vec<(OrganisationId, [u8; 32])>> {
    let membership = membership(case)?;
    let reader = |note: &AddressedNote| {
        let member = membership.members().get(&note.to)?;
        let party = membership.organisations().get(&member.organisation)?;
        Some((member.organisation, party.root))
    };
    Ok(create.notes.iter().filter_map(reader).collect())
}
