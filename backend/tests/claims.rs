//! File bodies: whose they are, which event claims them, who may read them.

use hawser_ledger::BlobId;
use hawser_ledger::event::BlobReference;
use hawser_protocol::ErrorCode;
use hawser_protocol::blob::BlobCreate;
use hawser_protocol::path::{self, PART_BODY};

use crate::on_both;
use crate::support::Space;
use crate::support::content;
use crate::support::ledger::{epoch, grant, random};
use crate::support::upload::{Upload, stored_files};

on_both!(reservations_have_sane_lengths_and_one_owner, |server| {
    let (mut organisation, administrator) = server.organisation().await;
    let colleague = server.colleague(&mut organisation, &administrator).await;
    let (mut case, team) = server.case(&administrator, &[&organisation]).await;
    let add = crate::support::person::nomination(
        &case,
        team,
        &organisation,
        &administrator,
        &colleague,
        hawser_ledger::membership::Role::Member,
    );
    case.append(&administrator, |draft| {
        draft.act(
            &hawser_ledger::membership::Act::MemberAdd(Box::new(add)),
            &administrator.key,
        );
    })
    .await;
    let create = |blob: BlobId, body_length: u64| {
        let (client, path) = (administrator.client.clone(), case.path(path::BLOBS));
        async move { client.post(&path, &BlobCreate { blob, body_length }).await }
    };
    create(BlobId(random()), 15)
        .await
        .refused(ErrorCode::BadRequest);
    create(BlobId::ZERO, 16)
        .await
        .refused(ErrorCode::BadRequest);
    create(BlobId(random()), u64::MAX)
        .await
        .refused(ErrorCode::TooLarge);
    let upload = Upload::new(16);
    upload.create(&case, &administrator.client).await.ok();
    create(upload.blob, 17)
        .await
        .refused(ErrorCode::AlreadyExists);
    upload
        .create(&case, &colleague.client)
        .await
        .refused(ErrorCode::AlreadyExists);
    // Until an event refers to it, it is the uploader's alone.
    upload
        .state(&case, &colleague.client)
        .await
        .refused(ErrorCode::NotFound);
    upload
        .put(&case, &colleague.client, 0, &upload.body)
        .await
        .refused(ErrorCode::NotFound);
    upload
        .finish(&case, &colleague.client)
        .await
        .refused(ErrorCode::NotFound);
    let one = upload.path(&case, path::BLOBS_ONE, 0);
    colleague
        .client
        .delete(&one)
        .await
        .refused(ErrorCode::NotFound);
    upload
        .put(&case, &administrator.client, 0, &upload.body)
        .await
        .ok();
    administrator.client.delete(&one).await.ok();
    assert_eq!(stored_files(&server.folder().join("blobs")), 0);
    upload
        .state(&case, &administrator.client)
        .await
        .refused(ErrorCode::NotFound);
});

on_both!(an_event_claims_finished_bodies_once, |server| {
    let (organisation, administrator) = server.organisation().await;
    let (mut case, team) = server.case(&administrator, &[&organisation]).await;
    let client = &administrator.client;
    let upload = Upload::new(1000);
    let attempt = |case: &Space, reference: BlobReference| {
        let mut draft = case.draft();
        let event = content(&case.chain, team, vec![reference], &administrator.key);
        draft.event(event);
        let (case, client) = (case.clone(), client.clone());
        async move { case.attempt(&client, &draft).await }
    };
    attempt(&case, upload.reference())
        .await
        .refused_by("bad-file");
    upload.create(&case, client).await.ok();
    upload.put(&case, client, 0, &upload.body).await.ok();
    attempt(&case, upload.reference())
        .await
        .refused_by("bad-file");
    upload.finish(&case, client).await.ok();
    attempt(
        &case,
        BlobReference {
            body_length: 999,
            ..upload.reference()
        },
    )
    .await
    .refused_by("bad-file");
    attempt(
        &case,
        BlobReference {
            parts_root: [0; 32],
            ..upload.reference()
        },
    )
    .await
    .refused_by("bad-file");
    let mut twice = case.draft();
    twice.event(content(
        &case.chain,
        team,
        vec![upload.reference(), upload.reference()],
        &administrator.key,
    ));
    case.attempt(client, &twice).await.refused_by("bad-file");
    // Of another space.
    let (other, other_team) = server.case(&administrator, &[&organisation]).await;
    let mut elsewhere = other.draft();
    elsewhere.event(content(
        &other.chain,
        other_team,
        vec![upload.reference()],
        &administrator.key,
    ));
    other
        .attempt(client, &elsewhere)
        .await
        .refused_by("bad-file");

    upload.claim(&mut case, team, &administrator).await;
    attempt(&case, upload.reference())
        .await
        .refused_by("bad-file");
    client
        .delete(&upload.path(&case, path::BLOBS_ONE, 0))
        .await
        .refused(ErrorCode::WrongState);
    server.pass(30 * 24 * 3_600_000);
    server.app.sweep().await;
    let client = &administrator.sign_in(&server).await;
    assert!(upload.get(&case, client, "").await.ok().body == upload.body);
});

on_both!(only_the_events_group_reads_a_body, |server| {
    let (mut organisation, administrator) = server.organisation().await;
    let colleague = server.colleague(&mut organisation, &administrator).await;
    let (mut case, team) = server.case(&administrator, &[&organisation]).await;
    let add = crate::support::person::nomination(
        &case,
        team,
        &organisation,
        &administrator,
        &colleague,
        hawser_ledger::membership::Role::Member,
    );
    case.append(&administrator, |draft| {
        draft.act(
            &hawser_ledger::membership::Act::MemberAdd(Box::new(add)),
            &administrator.key,
        );
    })
    .await;
    let upload = Upload::new(PART_BODY as usize + 100);
    upload.whole(&case, &administrator.client).await;
    upload.claim(&mut case, team, &administrator).await;
    upload
        .get(&case, &colleague.client, "")
        .await
        .refused(ErrorCode::Forbidden);
    upload
        .state(&case, &colleague.client)
        .await
        .refused(ErrorCode::Forbidden);
    case.append(&administrator, |draft| {
        let (act, body) = grant(team, 1, &colleague);
        draft.act(&act, &administrator.key);
        draft.wrap(team, colleague.user, body);
    })
    .await;
    assert!(upload.get(&case, &colleague.client, "").await.ok().body == upload.body);
    let (start, bodies) = epoch(team, 2, &[&administrator]);
    let act = hawser_ledger::membership::Act::MemberRemove {
        user: colleague.user,
        rotations: vec![start],
    };
    case.append(&administrator, |draft| {
        draft.act(&act, &administrator.key);
        draft.wrap(team, administrator.user, bodies[0].clone());
    })
    .await;
    upload
        .get(&case, &colleague.client, "")
        .await
        .refused(ErrorCode::Forbidden);
});

on_both!(abandoned_uploads_go_after_a_week, |server| {
    let (organisation, administrator) = server.organisation().await;
    let (case, _) = server.case(&administrator, &[&organisation]).await;
    let (old, fresh) = (Upload::new(100), Upload::new(100));
    old.whole(&case, &administrator.client).await;
    server.pass(6 * 24 * 3_600_000);
    let client = administrator.sign_in(&server).await;
    fresh.whole(&case, &client).await;
    server.pass(25 * 3_600_000);
    server.app.sweep().await;
    let client = administrator.sign_in(&server).await;
    old.state(&case, &client).await.refused(ErrorCode::NotFound);
    fresh.state(&case, &client).await.ok();
    assert_eq!(stored_files(&server.folder().join("blobs")), 1);
});
