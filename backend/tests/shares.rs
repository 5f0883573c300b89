//! Bodies shared between access groups, and what a party of limited access is told.

use hawser_ledger::codec::Layout as _;
use hawser_ledger::event::{Event, KIND_SHARE, SharePublic};
use hawser_ledger::membership::{Act, GroupPurpose, Role};
use hawser_ledger::{BlobId, EventId, GroupId};
use hawser_protocol::ErrorCode;
use hawser_protocol::space::LiveNotice;

use crate::live::Stream;
use crate::on_both;
use crate::support::Server;
use crate::support::ledger::{Space, content, grant, random};
use crate::support::person::{Person, nomination};
use crate::support::upload::Upload;

fn share(case: &Space, group: GroupId, blob: BlobId, person: &Person) -> Event {
    let event = content(&case.chain, group, Vec::new(), &person.key);
    let mut prefix = event.header.prefix;
    prefix.kind = KIND_SHARE;
    let public = SharePublic {
        originals: vec![EventId(random())],
        blobs: vec![blob],
        necessity: true,
    };
    Event::sign(
        prefix,
        event.header.position,
        public.encode(),
        event.encrypted,
        &person.key,
    )
}

/// A case in which a colleague holds one access group and not the team's.
async fn apart(server: &Server) -> (Person, Person, Space, GroupId, GroupId) {
    let (mut organisation, administrator) = server.organisation().await;
    let (mut case, team) = server.case(&administrator, &[&organisation]).await;
    let colleague = server.colleague(&mut organisation, &administrator).await;
    let narrow = GroupId(random());
    case.append(&administrator, |draft| {
        draft.group(narrow, GroupPurpose::Special, &[&administrator]);
    })
    .await;
    let add = nomination(
        &case,
        narrow,
        &organisation,
        &administrator,
        &colleague,
        Role::Member,
    );
    case.append(&administrator, |draft| {
        draft.act(&Act::MemberAdd(Box::new(add)), &administrator.key);
        let (act, wrap) = grant(narrow, 1, &colleague);
        draft.act(&act, &administrator.key);
        draft.wrap(narrow, colleague.user, wrap);
    })
    .await;
    (administrator, colleague, case, team, narrow)
}

on_both!(
    a_body_is_read_by_those_it_was_shared_with_and_shared_only_by_its_readers,
    |server| {
        let (administrator, colleague, mut case, team, narrow) = apart(&server).await;
        let upload = Upload::new(2_000);
        upload.whole(&case, &administrator.client).await;
        upload.claim(&mut case, team, &administrator).await;
        let blob = upload.reference().blob;
        upload
            .get(&case, &colleague.client, "")
            .await
            .refused(ErrorCode::Forbidden);
        // Who cannot read it cannot open it to themselves by a share.
        let theft = share(&case, narrow, blob, &colleague);
        let mut draft = case.draft();
        draft.event(theft);
        case.attempt(&colleague.client, &draft)
            .await
            .refused_by("bad-file");
        let mut draft = case.draft();
        draft.event(share(&case, narrow, BlobId(random()), &administrator));
        case.attempt(&administrator.client, &draft)
            .await
            .refused_by("bad-file");

        let shared = share(&case, narrow, blob, &administrator);
        case.append(&administrator, |draft| {
            draft.event(shared);
        })
        .await;
        let answer = upload.get(&case, &colleague.client, "").await.ok();
        assert!(answer.body == upload.body);
        // Sharing it once more changes nothing.
        let again = share(&case, narrow, blob, &administrator);
        case.append(&administrator, |draft| {
            draft.event(again);
        })
        .await;
    }
);

on_both!(
    of_what_a_member_cannot_read_the_line_tells_neither_that_it_came_nor_when,
    |server| {
        let (administrator, colleague, mut case, team, narrow) = apart(&server).await;
        let mut stream = Stream::open(&colleague.client).await;
        let at = |case: &Space| LiveNotice::Space {
            space: case.id,
            size: case.chain.size(),
        };
        stream.until(&at(&case)).await;
        let hidden = content(&case.chain, team, Vec::new(), &administrator.key);
        case.append(&administrator, |draft| {
            draft.event(hidden);
        })
        .await;
        stream.quiet().await;
        let theirs = content(&case.chain, narrow, Vec::new(), &administrator.key);
        case.append(&administrator, |draft| {
            draft.event(theirs);
        })
        .await;
        stream.until(&at(&case)).await;
    }
);
