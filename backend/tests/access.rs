//! Every route of a space as a stranger, another organisation's administrator,
//! a suspended and a removed member.

use hawser_ledger::Frame;
use hawser_ledger::membership::Act;
use hawser_protocol::ErrorCode;
use hawser_protocol::blob::{BlobCreate, BlobFinish, PART_HASH_HEADER};
use hawser_protocol::path::{self, fill};
use hawser_protocol::space::SpaceEntry;
use reqwest::Method;

use crate::on_both;
use crate::support::ledger::{epoch, random};
use crate::support::{Answer, Client, Space};

/// Tries every route of a space.
async fn everything(case: &Space, client: &Client) -> Vec<(&'static str, Answer)> {
    let blob = hawser_ledger::BlobId(random());
    let (space, one) = (case.id.to_string(), blob.to_string());
    let in_blob = |template: &str| fill(template, &[&space, &one, "0"]);
    let create = BlobCreate {
        blob,
        body_length: 16,
    };
    let finish = BlobFinish {
        parts_root: "0".repeat(64),
    };
    let part = client
        .ask(Method::PUT, &in_blob(path::BLOBS_PART))
        .header(PART_HASH_HEADER, &"0".repeat(64));
    vec![
        ("events", client.get(&case.path(path::EVENTS)).await),
        ("wraps", client.get(&case.path(path::WRAPS)).await),
        ("checkpoint", client.get(&case.path(path::CHECKPOINT)).await),
        (
            "tile",
            client.get(&fill(path::TILE, &[&space, "0/000.p/1"])).await,
        ),
        (
            "append",
            case.attempt(client, &{
                let mut draft = case.draft();
                draft.append.events.push(case_event(case));
                draft
            })
            .await,
        ),
        (
            "blob create",
            client.post(&case.path(path::BLOBS), &create).await,
        ),
        ("blob get", client.get(&in_blob(path::BLOBS_ONE)).await),
        ("blob state", client.get(&in_blob(path::BLOBS_STATE)).await),
        (
            "blob delete",
            client.delete(&in_blob(path::BLOBS_ONE)).await,
        ),
        ("blob part", part.body(vec![0; 16]).send().await),
        (
            "blob finish",
            client.post(&in_blob(path::BLOBS_FINISH), &finish).await,
        ),
    ]
}

/// Some event that decodes.
fn case_event(case: &Space) -> Vec<u8> {
    crate::support::content(
        &case.chain,
        hawser_ledger::GroupId(random()),
        Vec::new(),
        &crate::support::person::new_key(),
    )
    .encode()
}

on_both!(attack_32_a_stranger_sees_nothing, |server| {
    let (organisation, administrator) = server.organisation().await;
    let (_, stranger) = server.organisation().await;
    let (case, _) = server.case(&administrator, &[&organisation]).await;
    for (what, answer) in everything(&case, &stranger.client).await {
        println!("{what}");
        answer.refused(ErrorCode::NotFound);
    }
    for (what, answer) in everything(&case, &server.client()).await {
        println!("{what}, signed out");
        answer.refused(ErrorCode::NotSignedIn);
    }
    assert_eq!(
        stranger
            .client
            .get(path::SPACES)
            .await
            .json::<Vec<SpaceEntry>>()
            .len(),
        1
    );
    // A colleague of the founder who is no member is a stranger as well.
    let mut organisation = organisation;
    let colleague = server.colleague(&mut organisation, &administrator).await;
    for (what, answer) in everything(&case, &colleague.client).await {
        println!("{what}, colleague");
        answer.refused(ErrorCode::NotFound);
    }
});

on_both!(
    attack_32_a_partys_administrator_sees_who_is_in_it_and_no_more,
    |server| {
        let (organisation, administrator) = server.organisation().await;
        let (other, neighbour) = server.organisation().await;
        let (mut case, team) = server.case(&administrator, &[&organisation, &other]).await;
        case.append(&administrator, |draft| {
            draft.content(team, &administrator.key);
        })
        .await;
        let frames = case.frames(&neighbour).await;
        assert_eq!(
            frames
                .iter()
                .filter(|frame| matches!(frame, Frame::Withheld(_)))
                .count(),
            1
        );
        assert_eq!(frames.len(), 4);
        let entry = neighbour
            .client
            .get(path::SPACES)
            .await
            .json::<Vec<SpaceEntry>>();
        assert!(
            entry
                .iter()
                .any(|entry| entry.space == case.id && !entry.member)
        );
        for (what, answer) in everything(&case, &neighbour.client).await {
            println!("{what}");
            // Of who is in it the events tell; checkpoint and tiles tell nothing else.
            if !matches!(what, "events" | "checkpoint" | "tile") {
                answer.refused(ErrorCode::Forbidden);
            }
        }
    }
);

on_both!(
    attack_32_who_was_suspended_or_removed_is_out_at_once,
    |server| {
        let (organisation, administrator) = server.organisation().await;
        let (mut other, neighbour) = server.organisation().await;
        let (mut case, team) = server.case(&administrator, &[&organisation, &other]).await;
        let person = server.colleague(&mut other, &neighbour).await;
        server
            .join(
                &mut case,
                team,
                &administrator,
                (&other, &neighbour, &person),
            )
            .await;
        case.append(&administrator, |draft| {
            let (grant, body) = crate::support::ledger::grant(team, 1, &person);
            draft.act(&grant, &administrator.key);
            draft.wrap(team, person.user, body);
        })
        .await;
        case.append(&person, |draft| {
            draft.content(team, &person.key);
        })
        .await;

        let rotate = |number| epoch(team, number, &[&administrator]);
        let (start, bodies) = rotate(2);
        let suspend = Act::MemberSuspend {
            user: person.user,
            lifted: false,
            rotations: vec![start],
        };
        case.append(&administrator, |draft| {
            draft.act(&suspend, &administrator.key);
            draft.wrap(team, administrator.user, bodies[0].clone());
        })
        .await;
        for (what, answer) in everything(&case, &person.client).await {
            println!("{what}, suspended");
            answer.refused(ErrorCode::Suspended);
        }
        let lift = Act::MemberSuspend {
            user: person.user,
            lifted: true,
            rotations: Vec::new(),
        };
        case.append(&administrator, |draft| {
            draft.act(&lift, &administrator.key);
        })
        .await;
        let withheld = case
            .frames(&person)
            .await
            .iter()
            .filter(|frame| matches!(frame, Frame::Withheld(_)))
            .count();
        assert_eq!(withheld, 1, "back as a member, without the group");

        let remove = Act::MemberRemove {
            user: person.user,
            rotations: Vec::new(),
        };
        case.append(&administrator, |draft| {
            draft.act(&remove, &administrator.key);
        })
        .await;
        for (what, answer) in everything(&case, &person.client).await {
            println!("{what}, removed");
            answer.refused(ErrorCode::Forbidden);
        }
        let list = person
            .client
            .get(path::SPACES)
            .await
            .json::<Vec<SpaceEntry>>();
        assert!(list.iter().all(|entry| entry.space != case.id));
    }
);

on_both!(only_a_party_of_the_case_joins_it, |server| {
    let (organisation, administrator) = server.organisation().await;
    let (other, neighbour) = server.organisation().await;
    let (third, outsider) = server.organisation().await;
    let (mut case, _) = server.case(&administrator, &[&organisation, &other]).await;
    let joins = |delegation: &hawser_ledger::person::Delegation,
                 key: &ed25519_dalek::SigningKey| {
        let mut draft = case.draft();
        let event =
            crate::support::act(&case.chain, &Act::OrganisationJoin(delegation.clone()), key);
        draft.unchecked(&event);
        draft
    };
    case.attempt(&outsider.client, &joins(&third.delegation, &outsider.key))
        .await
        .refused(ErrorCode::NotFound);
    // In another's name.
    case.attempt(&neighbour.client, &joins(&third.delegation, &neighbour.key))
        .await
        .refused(ErrorCode::Forbidden);
    // A member hands in what the neighbour signed.
    case.attempt(
        &administrator.client,
        &joins(&other.delegation, &neighbour.key),
    )
    .await
    .refused(ErrorCode::Forbidden);
    let good = joins(&other.delegation, &neighbour.key);
    case.attempt(&neighbour.client, &good).await.ok();
    case.chain
        .accept(&hawser_ledger::Event::decode(&good.append.events[0]).unwrap())
        .unwrap();
    // A party joins once.
    let mut again = case.draft();
    again.unchecked(&crate::support::act(
        &case.chain,
        &Act::OrganisationJoin(other.delegation.clone()),
        &neighbour.key,
    ));
    case.attempt(&neighbour.client, &again)
        .await
        .refused_by("nothing-changes");
});

on_both!(
    an_organisation_takes_its_person_out_of_every_case,
    |server| {
        let (organisation, administrator) = server.organisation().await;
        let (mut other, neighbour) = server.organisation().await;
        let (_, stranger) = server.organisation().await;
        let (mut case, team) = server.case(&administrator, &[&organisation, &other]).await;
        let person = server.colleague(&mut other, &neighbour).await;
        server
            .join(
                &mut case,
                team,
                &administrator,
                (&other, &neighbour, &person),
            )
            .await;
        let spaces_of = fill(path::PERSON_SPACES, &[&person.user.to_string()]);
        let found = neighbour.client.get(&spaces_of).await;
        let found = found.json::<Vec<SpaceEntry>>();
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].space, found[0].member), (case.id, false));
        for other in [&administrator, &stranger, &person] {
            let answer = other.client.get(&spaces_of).await;
            answer.refused(ErrorCode::NotFound);
        }

        let withdraw = |case: &Space, delegation: &hawser_ledger::person::Delegation, key| {
            let mut draft = case.draft();
            let act = Act::OrganisationWithdraw {
                delegation: delegation.clone(),
                user: person.user,
                rotations: Vec::new(),
            };
            draft.unchecked(&crate::support::act(&case.chain, &act, key));
            draft
        };
        // By another organisation's administrator, in whose name whatever; by a member for the administrator.
        let own = withdraw(&case, &organisation.delegation, &administrator.key);
        case.attempt(&administrator.client, &own)
            .await
            .refused_by("wrong-organisation");
        let good = withdraw(&case, &other.delegation, &neighbour.key);
        case.attempt(&administrator.client, &good)
            .await
            .refused(ErrorCode::Forbidden);
        case.attempt(&person.client, &good)
            .await
            .refused(ErrorCode::Forbidden);
        case.attempt(&neighbour.client, &good).await.ok();
        let refused = person.client.get(&case.path(path::EVENTS)).await;
        refused.refused(ErrorCode::Forbidden);
        let found = neighbour.client.get(&spaces_of).await;
        assert!(found.json::<Vec<SpaceEntry>>().is_empty());
    }
);
