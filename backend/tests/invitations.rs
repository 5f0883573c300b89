//! Invitations into an organisation.

use hawser_ledger::OrganisationId;
use hawser_ledger::codec::Layout as _;
use hawser_ledger::membership::Act;
use hawser_ledger::person::PersonCert;
use hawser_protocol::ErrorCode;
use hawser_protocol::account::WhoAmI;
use hawser_protocol::organisation::{
    InvitationAnswer, InvitationCreate, InvitationEntry, InvitationStage,
};
use hawser_protocol::path::{self, fill};

use crate::on_both;
use crate::support::ledger::random;

on_both!(a_colleague_is_invited_answers_and_is_certified, |server| {
    let (mut organisation, administrator) = server.organisation().await;
    let lookup = administrator.invite(organisation.id).await;
    let mut person = server.register(&lookup).await;
    let entry = || async {
        let list: Vec<InvitationEntry> = administrator.client.get(path::INVITATIONS).await.json();
        list.into_iter()
            .find(|entry| entry.lookup == lookup)
            .unwrap()
    };
    let before = entry().await;
    assert_eq!(
        (before.stage, before.user),
        (InvitationStage::Answered, Some(person.user))
    );
    assert!(before.answer.is_none());
    // Nobody is certified before they have answered.
    let cert = PersonCert::certify(person.request(organisation.id), &administrator.key);
    let certify = Act::PersonCert(Box::new(cert.clone()));
    let mut draft = organisation.space.draft();
    draft.act(&certify, &administrator.key);
    organisation
        .space
        .attempt(&administrator.client, &draft)
        .await
        .refused_by("not-invited");

    person.answer(&lookup, organisation.id).await.ok();
    assert!(entry().await.answer.is_some());
    organisation
        .space
        .append(&administrator, |draft| {
            draft.act(&certify, &administrator.key);
        })
        .await;
    assert_eq!(entry().await.stage, InvitationStage::Done);
    let who: WhoAmI = person.client.get(path::SESSION).await.json();
    assert_eq!(who.organisation, Some(organisation.id));
    person
        .answer(&lookup, organisation.id)
        .await
        .refused(ErrorCode::WrongState);
    person.client = person.sign_in(&server).await;
    person
        .client
        .get(path::INVITATIONS)
        .await
        .refused(ErrorCode::Forbidden);
});

on_both!(only_administrators_invite_and_withdraw, |server| {
    let (mut organisation, administrator) = server.organisation().await;
    let (other, stranger) = server.organisation().await;
    let colleague = server.colleague(&mut organisation, &administrator).await;
    let create = |organisation: OrganisationId, hours: u32| InvitationCreate {
        lookup: hex::encode(random::<32>()),
        organisation,
        note: Vec::new().into(),
        hours,
    };
    for client in [&stranger.client, &colleague.client] {
        client
            .post(path::INVITATIONS, &create(organisation.id, 24))
            .await
            .refused(ErrorCode::Forbidden);
    }
    administrator
        .client
        .post(path::INVITATIONS, &create(other.id, 24))
        .await
        .refused(ErrorCode::Forbidden);
    for hours in [0, 721] {
        administrator
            .client
            .post(path::INVITATIONS, &create(organisation.id, hours))
            .await
            .refused(ErrorCode::BadRequest);
    }
    let lookup = administrator.invite(organisation.id).await;
    let again = InvitationCreate {
        lookup: lookup.clone(),
        ..create(organisation.id, 1)
    };
    administrator
        .client
        .post(path::INVITATIONS, &again)
        .await
        .refused(ErrorCode::AlreadyExists);
    let one = fill(path::INVITATIONS_ONE, &[&lookup]);
    for client in [&stranger.client, &colleague.client] {
        client.delete(&one).await.refused(ErrorCode::Forbidden);
    }
    server
        .client()
        .delete(&one)
        .await
        .refused(ErrorCode::NotSignedIn);
    administrator.client.delete(&one).await.ok();
    administrator
        .client
        .delete(&one)
        .await
        .refused(ErrorCode::WrongState);
    stranger
        .try_register(&lookup)
        .await
        .refused(ErrorCode::InvitationGone);
    // The operator's invitations are nobody's to withdraw.
    let operators = fill(path::INVITATIONS_ONE, &[&server.invite().await]);
    administrator
        .client
        .delete(&operators)
        .await
        .refused(ErrorCode::Forbidden);
});

on_both!(only_the_invitee_answers_and_for_themselves, |server| {
    let (organisation, administrator) = server.organisation().await;
    let (other, stranger) = server.organisation().await;
    let lookup = administrator.invite(organisation.id).await;
    let person = server.register(&lookup).await;
    stranger
        .answer(&lookup, organisation.id)
        .await
        .refused(ErrorCode::NotFound);
    person
        .answer(&lookup, other.id)
        .await
        .refused(ErrorCode::BadRequest);
    let put = |request: Vec<u8>, mac: usize| {
        let answer = InvitationAnswer {
            request: request.into(),
            mac: vec![1; mac].into(),
            name: Vec::new().into(),
        };
        let (client, path) = (
            person.client.clone(),
            fill(path::INVITATIONS_ANSWER, &[&lookup]),
        );
        async move { client.put(&path, &answer).await }
    };
    let own = person.request(organisation.id);
    put(own.encode(), 31).await.refused(ErrorCode::BadRequest);
    put(stranger.request(organisation.id).encode(), 32)
        .await
        .refused(ErrorCode::BadRequest);
    let mut forged = own.clone();
    forged.recipient = random();
    put(forged.encode(), 32)
        .await
        .refused(ErrorCode::BadRequest);
    put([own.encode(), vec![0]].concat(), 32)
        .await
        .refused(ErrorCode::BadRequest);
    put(own.encode(), 32).await.ok();
});
