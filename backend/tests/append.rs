//! Appending: conflicts, forgeries, wraps, and what survives.

use hawser_ledger::membership::Act;
use hawser_ledger::{CommandId, GroupId};
use hawser_protocol::ErrorCode;
use hawser_protocol::path;
use hawser_protocol::space::Appended;

use crate::on_both;
use crate::support::ledger::{self, epoch, random};
use crate::support::person::new_key;
use crate::support::{Space, content};

on_both!(a_head_that_moved_is_told_and_nothing_is_written, |server| {
    let (organisation, administrator) = server.organisation().await;
    let (mut case, team) = server.case(&administrator, &[&organisation]).await;
    let mut stale = case.draft();
    stale.content(team, &administrator.key);
    case.append(&administrator, |draft| {
        draft.content(team, &administrator.key);
    })
    .await;
    let problem = case
        .attempt(&administrator.client, &stale)
        .await
        .refused(ErrorCode::HeadMoved);
    assert_eq!(
        (problem.size, problem.head),
        (Some(case.chain.size()), Some(case.chain.head().to_string()))
    );
    // The right size over another head is as wrong.
    let mut forked = stale.clone();
    forked.append.size = case.chain.size();
    case.attempt(&administrator.client, &forked)
        .await
        .refused(ErrorCode::HeadMoved);
    assert_eq!(
        case.frames(&administrator).await.len() as u64,
        case.chain.size()
    );
});

on_both!(the_same_command_again_is_told_where_it_stands, |server| {
    let (organisation, administrator) = server.organisation().await;
    let (mut case, team) = server.case(&administrator, &[&organisation]).await;
    let mut draft = case.draft();
    draft.content(team, &administrator.key);
    let first: Appended = case.attempt(&administrator.client, &draft).await.json();
    let again = case
        .attempt(&administrator.client, &draft)
        .await
        .refused(ErrorCode::CommandRepeated);
    assert_eq!(
        (again.size, again.head),
        (Some(first.size), Some(first.head.to_string()))
    );
    case.chain = draft.chain;
    // Twice within one append.
    let mut doubled = case.draft();
    let event = content(&doubled.chain, team, Vec::new(), &administrator.key);
    let command = event.header.prefix.command;
    doubled.event(event);
    let mut second = content(&doubled.chain, team, Vec::new(), &administrator.key);
    let mut prefix = second.header.prefix.clone();
    prefix.command = command;
    second = hawser_ledger::Event::sign(
        prefix,
        second.header.position,
        second.public,
        second.encrypted,
        &administrator.key,
    );
    doubled.event(second);
    case.attempt(&administrator.client, &doubled)
        .await
        .refused_by("command-doubled");
    assert_ne!(command, CommandId::ZERO);
});

on_both!(
    two_who_append_at_once_both_get_through_in_the_end,
    |server| {
        let (organisation, administrator) = server.organisation().await;
        let (case, team) = server.case(&administrator, &[&organisation]).await;
        let write = |mut case: Space| {
            let (client, key) = (administrator.client.clone(), administrator.key.clone());
            async move {
                let mut wins = 0;
                let mut tries = 0;
                while wins < 5 {
                    tries += 1;
                    assert!(tries < 200);
                    let mut draft = case.draft();
                    draft.content(team, &key);
                    let answer = case.attempt(&client, &draft).await;
                    if answer.status == 200 {
                        wins += 1;
                        case.chain = draft.chain;
                    } else {
                        answer.refused(ErrorCode::HeadMoved);
                        let frames = client
                            .get(&format!(
                                "{}?from={}",
                                case.path(path::EVENTS),
                                case.chain.size()
                            ))
                            .await;
                        for frame in hawser_protocol::space::Pulled::decode(&frames.body)
                            .unwrap()
                            .frames
                        {
                            let hawser_ledger::Frame::Event(bytes) = frame else {
                                panic!()
                            };
                            case.chain
                                .accept(&hawser_ledger::Event::decode(&bytes).unwrap())
                                .unwrap();
                        }
                    }
                }
                case
            }
        };
        tokio::join!(
            write(case.clone()),
            write(case.clone()),
            write(case.clone())
        );
        assert_eq!(case.frames(&administrator).await.len(), 3 + 15);
    }
);

on_both!(nobody_appends_in_anothers_name, |server| {
    let (organisation, administrator) = server.organisation().await;
    let (other, neighbour) = server.organisation().await;
    let (mut case, team) = server.case(&administrator, &[&organisation, &other]).await;
    server
        .join(
            &mut case,
            team,
            &administrator,
            (&other, &neighbour, &neighbour),
        )
        .await;
    // An event that the administrator signed, handed in by the neighbour.
    let mut draft = case.draft();
    draft.content(team, &administrator.key);
    case.attempt(&neighbour.client, &draft)
        .await
        .refused(ErrorCode::Forbidden);
    // Signed with a key that is nobody's, under the administrator's name.
    let mut forged = content(&case.chain, team, Vec::new(), &new_key());
    forged.header.prefix.author =
        hawser_ledger::key::key_id(&administrator.key.verifying_key().to_bytes());
    let mut draft = case.draft();
    draft.unchecked(&forged);
    case.attempt(&administrator.client, &draft)
        .await
        .refused_by("bad-signature");
    // By a key that nobody knows.
    let mut draft = case.draft();
    draft.unchecked(&content(&case.chain, team, Vec::new(), &new_key()));
    case.attempt(&administrator.client, &draft)
        .await
        .refused(ErrorCode::Forbidden);
    // A member without access to the group.
    let mut draft = case.draft();
    draft.unchecked(&content(&case.chain, team, Vec::new(), &neighbour.key));
    case.attempt(&neighbour.client, &draft)
        .await
        .refused_by("not-in-group");
    // A stolen root is of no use to a stranger's session.
    let act = Act::AdministratorRevoke(administrator.user);
    let mut draft = organisation.space.draft();
    draft.unchecked(&ledger::act(
        &organisation.space.chain,
        &act,
        &organisation.root,
    ));
    organisation
        .space
        .attempt(&neighbour.client, &draft)
        .await
        .refused(ErrorCode::NotFound);
});

on_both!(every_bit_counts, |server| {
    let (organisation, administrator) = server.organisation().await;
    let (case, team) = server.case(&administrator, &[&organisation]).await;
    let mut draft = case.draft();
    draft.content(team, &administrator.key);
    let good = draft.append.events[0].clone();
    for at in (0..good.len()).step_by(23) {
        let mut bad = draft.clone();
        bad.append.events[0][at] ^= 1;
        let answer = case.attempt(&administrator.client, &bad).await;
        assert!(
            matches!(answer.status, 403 | 422),
            "bit at {at}: {} {}",
            answer.status,
            answer.text()
        );
    }
    let send = |body: Vec<u8>| {
        let (client, path) = (administrator.client.clone(), case.path(path::EVENTS));
        async move { client.append(&path, body).await }
    };
    let encoded = draft.append.encode();
    send(encoded[..encoded.len() - 1].to_vec())
        .await
        .refused(ErrorCode::BadRequest);
    send([encoded.clone(), vec![0]].concat())
        .await
        .refused(ErrorCode::BadRequest);
    send(Vec::new()).await.refused(ErrorCode::BadRequest);
    send(vec![0; path::MAX_APPEND + 1])
        .await
        .refused(ErrorCode::TooLarge);
    let mut empty = draft.clone();
    empty.append.events.clear();
    case.attempt(&administrator.client, &empty)
        .await
        .refused(ErrorCode::BadRequest);
    let wrong_type = administrator
        .client
        .ask(reqwest::Method::POST, &case.path(path::EVENTS));
    wrong_type
        .bytes("application/json", encoded)
        .send()
        .await
        .refused(ErrorCode::MediaType);
    case.attempt(&administrator.client, &draft).await.ok();
});

on_both!(one_bad_event_takes_the_whole_append_with_it, |server| {
    let (organisation, administrator) = server.organisation().await;
    let (case, team) = server.case(&administrator, &[&organisation]).await;
    let mut draft = case.draft();
    draft.content(team, &administrator.key);
    draft.unchecked(&content(&case.chain, team, Vec::new(), &administrator.key));
    case.attempt(&administrator.client, &draft)
        .await
        .refused_by("wrong-sequence");
    assert_eq!(case.frames(&administrator).await.len(), 3);
});

on_both!(wraps_are_those_the_events_name, |server| {
    let (organisation, administrator) = server.organisation().await;
    let (case, team) = server.case(&administrator, &[&organisation]).await;
    let (start, bodies) = epoch(team, 2, &[&administrator]);
    let mut good = case.draft();
    good.act(&Act::EpochStart(start), &administrator.key);
    let send = |draft: ledger::Draft| {
        let (case, client) = (case.clone(), administrator.client.clone());
        async move { case.attempt(&client, &draft).await }
    };
    send(good.clone()).await.refused_by("wrap-missing");
    let mut differs = good.clone();
    differs.wrap(team, administrator.user, random::<200>().to_vec());
    send(differs).await.refused_by("wrap-differs");
    good.wrap(team, administrator.user, bodies[0].clone());
    let mut ghost = good.clone();
    ghost.wrap(team, hawser_ledger::UserId(random()), bodies[0].clone());
    send(ghost).await.refused_by("wrap-unnamed");
    let mut doubled = good.clone();
    doubled.wrap(team, administrator.user, bodies[0].clone());
    send(doubled).await.refused_by("wrap-unnamed");
    let mut elsewhere = good.clone();
    elsewhere.append.wraps[0].event = 7;
    send(elsewhere).await.refused_by("wrap-unnamed");
    let mut group = good.clone();
    group.append.wraps[0].group = GroupId(random());
    send(group).await.refused_by("wrap-unnamed");
    send(good).await.ok();
});

on_both!(an_event_of_another_space_is_refused, |server| {
    let (organisation, administrator) = server.organisation().await;
    let (one, team) = server.case(&administrator, &[&organisation]).await;
    let (two, _) = server.case(&administrator, &[&organisation]).await;
    let mut draft = two.draft();
    draft.unchecked(&content(&one.chain, team, Vec::new(), &administrator.key));
    two.attempt(&administrator.client, &draft)
        .await
        .refused_by("wrong-space");
});

on_both!(what_was_acknowledged_is_there_after_a_restart, |server| {
    let (organisation, administrator) = server.organisation().await;
    let (mut case, team) = server.case(&administrator, &[&organisation]).await;
    for _ in 0..3 {
        case.append(&administrator, |draft| {
            draft
                .content(team, &administrator.key)
                .content(team, &administrator.key);
        })
        .await;
    }
    let before = case.frames(&administrator).await;
    let server = server.restart().await;
    assert_eq!(case.frames(&administrator).await, before);
    // The chain is rebuilt from membership, tree and counts, and goes on.
    case.append(&administrator, |draft| {
        draft.content(team, &administrator.key);
    })
    .await;
    drop(server);
});

on_both!(nobody_starves_their_own_removal, |server| {
    let (organisation, administrator) = server.organisation().await;
    let (other, neighbour) = server.organisation().await;
    let (mut case, team) = server.case(&administrator, &[&organisation, &other]).await;
    server
        .join(
            &mut case,
            team,
            &administrator,
            (&other, &neighbour, &neighbour),
        )
        .await;
    case.append(&administrator, |draft| {
        let (grant, body) = ledger::grant(team, 1, &neighbour);
        draft.act(&grant, &administrator.key);
        draft.wrap(team, neighbour.user, body);
    })
    .await;
    // The administrator's removal is overtaken once; then the head is kept free for it.
    let remove = Act::MemberRemove {
        user: neighbour.user,
        rotations: Vec::new(),
    };
    let mut overtaken = case.draft();
    overtaken.act(&remove, &administrator.key);
    case.append(&neighbour, |draft| {
        draft.content(team, &neighbour.key);
    })
    .await;
    case.attempt(&administrator.client, &overtaken)
        .await
        .refused(ErrorCode::HeadMoved);
    let mut more = case.draft();
    more.content(team, &neighbour.key);
    let mut again = case.draft();
    again.act(&remove, &administrator.key);
    let (writer, remover) = tokio::join!(case.attempt(&neighbour.client, &more), async {
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        case.attempt(&administrator.client, &again).await
    });
    remover.ok();
    writer.refused(ErrorCode::Forbidden);
});

on_both!(nobody_has_the_head_kept_free_in_anothers_name, |server| {
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
    // A plain member hands in, too late, what only the administrator of their organisation may sign.
    let mut stale = case.draft();
    let withdraw = Act::OrganisationWithdraw {
        delegation: other.delegation.clone(),
        user: person.user,
        rotations: Vec::new(),
    };
    stale.unchecked(&crate::support::act(&case.chain, &withdraw, &person.key));
    case.append(&administrator, |draft| {
        draft.content(team, &administrator.key);
    })
    .await;
    case.attempt(&person.client, &stale)
        .await
        .refused(ErrorCode::HeadMoved);
    let mut next = case.draft();
    next.content(team, &administrator.key);
    let going_on = case.attempt(&administrator.client, &next);
    let waited = std::time::Duration::from_secs(2);
    let answer = tokio::time::timeout(waited, going_on).await;
    answer.expect("nobody else has the head").ok();
});

on_both!(a_head_is_kept_free_for_three_seconds_at_most, |server| {
    let (organisation, administrator) = server.organisation().await;
    let (other, neighbour) = server.organisation().await;
    let (mut case, team) = server.case(&administrator, &[&organisation, &other]).await;
    server
        .join(
            &mut case,
            team,
            &administrator,
            (&other, &neighbour, &neighbour),
        )
        .await;
    let stale = {
        let mut draft = case.draft();
        let remove = Act::MemberRemove {
            user: neighbour.user,
            rotations: Vec::new(),
        };
        draft.act(&remove, &administrator.key);
        draft
    };
    case.append(&administrator, |draft| {
        draft.content(team, &administrator.key);
    })
    .await;
    case.attempt(&administrator.client, &stale)
        .await
        .refused(ErrorCode::HeadMoved);
    // Someone else waits for as long as that takes.
    let verified = Act::OrganisationVerified(hawser_ledger::membership::OrganisationVerified {
        verifier: other.id,
        organisation: organisation.id,
        root: organisation.root.verifying_key().to_bytes(),
        method: hawser_ledger::membership::VerificationMethod::SafetyNumber,
    });
    let mut waiting = case.draft();
    waiting.unchecked(&crate::support::act(&case.chain, &verified, &neighbour.key));
    let (answer, ()) = tokio::join!(case.attempt(&neighbour.client, &waiting), async {
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        server.pass(3_000);
    });
    // It got through to the rules: the neighbour, a plain member, may not compare roots.
    answer.refused_by("not-administrator");
});
