//! Letters to parties, nominations into a case.

use hawser_ledger::codec::Layout as _;
use hawser_ledger::membership::{Act, MemberAdd, OrganisationVerified, Role, VerificationMethod};
use hawser_protocol::ErrorCode;
use hawser_protocol::organisation::{
    AddressedNote, Nomination, NominationAnswer, NominationCreate, NominationStage, PartyLetter,
    PartyLetterCreate,
};
use hawser_protocol::path::{self, fill};

use crate::on_both;
use crate::support::person::nomination;
use crate::support::{Person, Space};

on_both!(
    a_letter_goes_from_the_cases_administrator_to_a_partys,
    |server| {
        let (organisation, administrator) = server.organisation().await;
        let (mut other, neighbour) = server.organisation().await;
        let (_, stranger) = server.organisation().await;
        let colleague = server.colleague(&mut other, &neighbour).await;
        let (case, _) = server.case(&administrator, &[&organisation, &other]).await;
        let letter = |to: &Person, body: &[u8]| PartyLetterCreate {
            space: case.id,
            to: to.user,
            body: body.to_vec().into(),
        };
        administrator
            .client
            .post(path::LETTERS, &letter(&neighbour, b"come"))
            .await
            .ok();
        administrator
            .client
            .post(path::LETTERS, &letter(&neighbour, b""))
            .await
            .refused(ErrorCode::BadRequest);
        administrator
            .client
            .post(path::LETTERS, &letter(&neighbour, &vec![0; 70_000]))
            .await
            .refused(ErrorCode::TooLarge);
        for to in [&stranger, &colleague] {
            administrator
                .client
                .post(path::LETTERS, &letter(to, b"come"))
                .await
                .refused(ErrorCode::Forbidden);
        }
        neighbour
            .client
            .post(path::LETTERS, &letter(&administrator, b"no"))
            .await
            .refused(ErrorCode::Forbidden);
        stranger
            .client
            .post(path::LETTERS, &letter(&neighbour, b"spam"))
            .await
            .refused(ErrorCode::NotFound);
        let letters: Vec<PartyLetter> = neighbour.client.get(path::LETTERS).await.json();
        assert_eq!(letters.len(), 1);
        assert_eq!(
            (letters[0].from, letters[0].body.0.as_slice()),
            (administrator.user, &b"come"[..])
        );
        assert!(
            administrator
                .client
                .get(path::LETTERS)
                .await
                .json::<Vec<PartyLetter>>()
                .is_empty()
        );
    }
);

fn create(case: &Space, add: &MemberAdd, to: &Person) -> NominationCreate {
    let note = AddressedNote {
        to: to.user,
        body: b"note".to_vec().into(),
    };
    NominationCreate {
        space: case.id,
        nomination: add.encode().into(),
        notes: vec![note],
    }
}

async fn list(person: &Person) -> Vec<Nomination> {
    person.client.get(path::NOMINATIONS).await.json()
}

on_both!(
    a_nomination_is_seen_by_both_sides_and_follows_the_ledger,
    |server| {
        let (organisation, administrator) = server.organisation().await;
        let (mut other, neighbour) = server.organisation().await;
        let (_, stranger) = server.organisation().await;
        let person = server.colleague(&mut other, &neighbour).await;
        let (mut case, team) = server.case(&administrator, &[&organisation, &other]).await;
        let add = nomination(&case, team, &other, &neighbour, &person, Role::Member);
        let request = create(&case, &add, &administrator);
        stranger
            .client
            .post(path::NOMINATIONS, &request)
            .await
            .refused(ErrorCode::NotFound);
        person
            .client
            .post(path::NOMINATIONS, &request)
            .await
            .refused(ErrorCode::NotFound);
        administrator
            .client
            .post(path::NOMINATIONS, &request)
            .await
            .refused(ErrorCode::Forbidden);
        neighbour
            .client
            .post(path::NOMINATIONS, &request)
            .await
            .ok();
        neighbour
            .client
            .post(path::NOMINATIONS, &request)
            .await
            .refused(ErrorCode::AlreadyExists);
        assert!(list(&stranger).await.is_empty() && list(&person).await.is_empty());
        let (there, here) = (list(&administrator).await, list(&neighbour).await);
        assert_eq!((there.len(), here.len()), (1, 1));
        assert_eq!(
            (there[0].person, there[0].nominator, there[0].stage),
            (person.user, neighbour.user, NominationStage::Open)
        );
        assert_eq!(there[0].note.as_ref().unwrap().0, b"note");
        assert!(here[0].note.is_none());
        assert_eq!(there[0].nomination.0, add.encode());

        let join = Act::OrganisationJoin(other.delegation.clone());
        case.append(&neighbour, |draft| {
            draft.act(&join, &neighbour.key);
        })
        .await;
        let verified = Act::OrganisationVerified(OrganisationVerified {
            verifier: organisation.id,
            organisation: other.id,
            root: other.root.verifying_key().to_bytes(),
            method: VerificationMethod::SafetyNumber,
        });
        case.append(&administrator, |draft| {
            draft.act(&verified, &administrator.key);
            draft.act(&Act::MemberAdd(Box::new(add.clone())), &administrator.key);
        })
        .await;
        assert_eq!(list(&neighbour).await[0].stage, NominationStage::Admitted);
        let answer = NominationAnswer {
            stage: NominationStage::Declined,
            body: b"late".to_vec().into(),
        };
        let one = fill(
            path::NOMINATIONS_ANSWER,
            &[&add.consent.request.to_string()],
        );
        administrator
            .client
            .post(&one, &answer)
            .await
            .refused(ErrorCode::WrongState);
        // The consent is used up.
        neighbour
            .client
            .post(path::NOMINATIONS, &request)
            .await
            .refused(ErrorCode::AlreadyExists);
    }
);

on_both!(
    a_nomination_is_declined_or_withdrawn_by_whom_it_concerns,
    |server| {
        let (organisation, administrator) = server.organisation().await;
        let (mut other, neighbour) = server.organisation().await;
        let (_, stranger) = server.organisation().await;
        let person = server.colleague(&mut other, &neighbour).await;
        let (case, team) = server.case(&administrator, &[&organisation, &other]).await;
        let mut requests = Vec::new();
        for _ in 0..2 {
            let add = nomination(&case, team, &other, &neighbour, &person, Role::Member);
            neighbour
                .client
                .post(path::NOMINATIONS, &create(&case, &add, &administrator))
                .await
                .ok();
            requests.push(fill(
                path::NOMINATIONS_ANSWER,
                &[&add.consent.request.to_string()],
            ));
        }
        let answer = |stage| NominationAnswer {
            stage,
            body: b"reason".to_vec().into(),
        };
        let (decline, withdraw) = (
            answer(NominationStage::Declined),
            answer(NominationStage::Withdrawn),
        );
        stranger
            .client
            .post(&requests[0], &decline)
            .await
            .refused(ErrorCode::NotFound);
        neighbour
            .client
            .post(&requests[0], &decline)
            .await
            .refused(ErrorCode::Forbidden);
        administrator
            .client
            .post(&requests[0], &withdraw)
            .await
            .refused(ErrorCode::Forbidden);
        administrator
            .client
            .post(&requests[0], &answer(NominationStage::Admitted))
            .await
            .refused(ErrorCode::BadRequest);
        administrator.client.post(&requests[0], &decline).await.ok();
        administrator
            .client
            .post(&requests[0], &decline)
            .await
            .refused(ErrorCode::WrongState);
        neighbour.client.post(&requests[1], &withdraw).await.ok();
        let stages: Vec<NominationStage> = list(&neighbour)
            .await
            .iter()
            .map(|nomination| nomination.stage)
            .collect();
        assert!(
            stages.contains(&NominationStage::Declined)
                && stages.contains(&NominationStage::Withdrawn)
        );
        let unknown = fill(path::NOMINATIONS_ANSWER, &[&"0".repeat(32)]);
        administrator
            .client
            .post(&unknown, &decline)
            .await
            .refused(ErrorCode::NotFound);
    }
);

on_both!(a_forged_nomination_is_refused, |server| {
    let (organisation, administrator) = server.organisation().await;
    let (mut other, neighbour) = server.organisation().await;
    let person = server.colleague(&mut other, &neighbour).await;
    let (case, team) = server.case(&administrator, &[&organisation, &other]).await;
    let (elsewhere, _) = server.case(&administrator, &[&organisation, &other]).await;
    let good = nomination(&case, team, &other, &neighbour, &person, Role::Member);
    let post = |add: MemberAdd| {
        let (client, body) = (
            neighbour.client.clone(),
            create(&case, &add, &administrator),
        );
        async move { client.post(path::NOMINATIONS, &body).await }
    };
    let mut role = good.clone();
    role.consent.role = Role::Administrator;
    post(role).await.refused(ErrorCode::BadRequest);
    post(nomination(
        &elsewhere,
        team,
        &other,
        &neighbour,
        &person,
        Role::Member,
    ))
    .await
    .refused(ErrorCode::BadRequest);
    post(nomination(
        &case,
        team,
        &other,
        &person,
        &person,
        Role::Member,
    ))
    .await
    .refused(ErrorCode::BadRequest);
    post(nomination(
        &case,
        team,
        &organisation,
        &administrator,
        &administrator,
        Role::Member,
    ))
    .await
    .refused(ErrorCode::Forbidden);
    let mut swapped = good.clone();
    swapped.chain = neighbour.chain.clone().unwrap();
    post(swapped).await.refused(ErrorCode::BadRequest);
    let mut truncated = create(&case, &good, &administrator);
    truncated.nomination.0.pop();
    neighbour
        .client
        .post(path::NOMINATIONS, &truncated)
        .await
        .refused(ErrorCode::BadRequest);
    let mut doubled = create(&case, &good, &administrator);
    doubled.notes.push(doubled.notes[0].clone());
    neighbour
        .client
        .post(path::NOMINATIONS, &doubled)
        .await
        .refused(ErrorCode::BadRequest);
    post(good).await.ok();
});

on_both!(
    a_person_of_nobodys_certifying_here_is_not_admitted,
    |server| {
        let (organisation, administrator) = server.organisation().await;
        let (other, neighbour) = server.organisation().await;
        let (mut case, team) = server.case(&administrator, &[&organisation, &other]).await;
        // Certified by the neighbour, but never registered with this server under their organisation.
        let mut ghost = server.register(&server.invite().await).await;
        let cert =
            hawser_ledger::person::PersonCert::certify(ghost.request(other.id), &neighbour.key);
        ghost.chain = Some(hawser_ledger::person::CertChain {
            delegation: other.delegation.clone(),
            cert,
        });
        let add = nomination(&case, team, &other, &neighbour, &ghost, Role::Member);
        server
            .join(
                &mut case,
                team,
                &administrator,
                (&other, &neighbour, &neighbour),
            )
            .await;
        let mut draft = case.draft();
        draft.act(&Act::MemberAdd(Box::new(add)), &administrator.key);
        case.attempt(&administrator.client, &draft)
            .await
            .refused_by("person-unknown");
    }
);
