//! Founding spaces, listing them, pulling events and wraps.

use hawser_ledger::Frame;
use hawser_ledger::GroupId;
use hawser_ledger::membership::{GroupPurpose, SpaceKind};
use hawser_protocol::ErrorCode;
use hawser_protocol::path;
use hawser_protocol::space::{Pulled, SpaceEntry, StoredWrap};

use crate::on_both;
use crate::support::ledger::{founding, random};
use crate::support::person::{genesis, genesis_event, new_key};

on_both!(
    an_organisation_is_founded_by_whom_the_operator_invited,
    |server| {
        let (organisation, administrator) = server.organisation().await;
        let list: Vec<SpaceEntry> = administrator.client.get(path::SPACES).await.json();
        assert_eq!(list.len(), 1);
        assert_eq!(
            (list[0].space, list[0].kind, list[0].member),
            (organisation.space.id, SpaceKind::Organisation, true)
        );
        let frames = organisation.space.frames(&administrator).await;
        assert_eq!(frames.len() as u64, organisation.space.chain.size());
        assert!(frames.iter().all(|frame| matches!(frame, Frame::Event(_))));
        let wraps: Vec<StoredWrap> = administrator
            .client
            .get(&organisation.space.path(path::WRAPS))
            .await
            .json();
        assert_eq!(wraps.len(), 1);

        // A second one, and one by an invited colleague, are refused.
        let root = new_key();
        let second = genesis(SpaceKind::Organisation, &root, None, &server);
        let (_, draft) = founding(genesis_event(second, &root));
        administrator
            .client
            .append(path::SPACES, draft.append.encode())
            .await
            .refused(ErrorCode::Forbidden);
        let lookup = administrator.invite(organisation.id).await;
        let colleague = server.register(&lookup).await;
        let id = hawser_ledger::OrganisationId::from(draft.chain.space());
        let mut founding = draft;
        let delegation = hawser_ledger::person::Delegation::sign(
            &root,
            id,
            colleague.user,
            colleague.key.verifying_key().to_bytes(),
        );
        founding.act(
            &hawser_ledger::membership::Act::AdministratorAdd(delegation),
            &root,
        );
        let cert =
            hawser_ledger::person::PersonCert::certify(colleague.request(id), &colleague.key);
        founding.act(
            &hawser_ledger::membership::Act::PersonCert(Box::new(cert)),
            &colleague.key,
        );
        colleague
            .client
            .append(path::SPACES, founding.append.encode())
            .await
            .refused_by("not-invited");
        assert!(
            colleague
                .client
                .get(path::SPACES)
                .await
                .json::<Vec<SpaceEntry>>()
                .is_empty()
        );
    }
);

on_both!(an_organisation_without_its_founder_is_refused, |server| {
    let person = server.register(&server.invite().await).await;
    let root = new_key();
    let (_, draft) = founding(genesis_event(
        genesis(SpaceKind::Organisation, &root, None, &server),
        &root,
    ));
    person
        .client
        .append(path::SPACES, draft.append.encode())
        .await
        .refused(ErrorCode::Forbidden);
    server
        .client()
        .append(path::SPACES, draft.append.encode())
        .await
        .refused(ErrorCode::NotSignedIn);
});

on_both!(
    a_case_is_founded_only_in_ones_own_name_and_for_this_deployment,
    |server| {
        let (organisation, administrator) = server.organisation().await;
        let (_, other) = server.organisation().await;
        let (case, _) = server.case(&administrator, &[&organisation]).await;
        assert_eq!(case.frames(&administrator).await.len(), 3);
        let make = |origin: &str| {
            let mut genesis = genesis(
                SpaceKind::Case,
                &organisation.root,
                Some(&administrator),
                &server,
            );
            origin.clone_into(&mut genesis.origin);
            genesis.organisations = vec![hawser_ledger::membership::ProposedOrganisation {
                organisation: organisation.id,
                root: organisation.root.verifying_key().to_bytes(),
                status: hawser_ledger::membership::PartyStatus::BoundMemberState,
            }];
            founding(genesis_event(genesis, &administrator.key))
                .1
                .append
                .encode()
        };
        administrator
            .client
            .append(path::SPACES, make("https://elsewhere.example"))
            .await
            .refused_by("other-deployment");
        let good = make(&server.config.origin);
        other
            .client
            .append(path::SPACES, good.clone())
            .await
            .refused(ErrorCode::Forbidden);
        administrator
            .client
            .append(path::SPACES, good.clone())
            .await
            .ok();
        let repeated = administrator
            .client
            .append(path::SPACES, good)
            .await
            .refused(ErrorCode::CommandRepeated);
        assert_eq!(repeated.size, Some(1));
    }
);

on_both!(pulling_goes_on_where_it_ended, |server| {
    let (organisation, administrator) = server.organisation().await;
    let (mut case, team) = server.case(&administrator, &[&organisation]).await;
    case.append(&administrator, |draft| {
        for _ in 0..40 {
            draft.content(team, &administrator.key);
        }
    })
    .await;
    let path = case.path(path::EVENTS);
    let mut all = Vec::new();
    loop {
        let answer = administrator
            .client
            .get(&format!("{path}?from={}&limit=7", all.len()))
            .await
            .ok();
        let pulled = Pulled::decode(&answer.body).unwrap();
        assert_eq!(pulled.checkpoint.lines().nth(1), Some("43"));
        let frames = pulled.frames;
        if frames.is_empty() {
            break;
        }
        assert!(frames.len() <= 7);
        all.extend(frames);
    }
    assert_eq!(all, case.frames(&administrator).await);
    let mut chain = None;
    for frame in all {
        let Frame::Event(bytes) = frame else {
            panic!("withheld")
        };
        let event = hawser_ledger::Event::decode(&bytes).unwrap();
        match &mut chain {
            None => chain = Some(hawser_ledger::Chain::found(&event).unwrap()),
            Some(chain) => drop(chain.accept(&event).unwrap()),
        }
    }
    assert_eq!(chain.unwrap().head(), case.chain.head());
    for query in ["?limit=0", "?limit=1001", "?from=-1", "?from=x", "?other=1"] {
        administrator
            .client
            .get(&format!("{path}{query}"))
            .await
            .refused(ErrorCode::BadRequest);
    }
    let beyond = administrator
        .client
        .get(&format!("{path}?from=18446744073709551615"))
        .await
        .ok();
    assert!(Pulled::decode(&beyond.body).unwrap().frames.is_empty());
});

on_both!(content_of_other_groups_is_withheld, |server| {
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
    let secret = GroupId(random());
    case.append(&administrator, |draft| {
        draft.act(
            &hawser_ledger::membership::Act::MemberAdd(Box::new(add)),
            &administrator.key,
        );
        let (grant, body) = crate::support::ledger::grant(team, 1, &colleague);
        draft.act(&grant, &administrator.key);
        draft.wrap(team, colleague.user, body);
        draft.group(secret, GroupPurpose::Special, &[&administrator]);
        draft.content(team, &administrator.key);
        draft.content(secret, &administrator.key);
    })
    .await;
    case.append(&colleague, |draft| {
        draft.content(team, &colleague.key);
    })
    .await;
    let frames = case.frames(&colleague).await;
    let withheld: Vec<usize> = (0..frames.len())
        .filter(|index| matches!(frames[*index], Frame::Withheld(_)))
        .collect();
    assert_eq!(withheld, [8]);
    let all = case.frames(&administrator).await;
    let Frame::Event(bytes) = &all[8] else {
        panic!("withheld from its author")
    };
    let id = hawser_ledger::Event::decode(bytes).unwrap().id();
    assert_eq!(frames[8], Frame::Withheld(id));
    let wraps: Vec<StoredWrap> = colleague.client.get(&case.path(path::WRAPS)).await.json();
    assert_eq!(
        wraps
            .iter()
            .map(|wrap| (wrap.seq, wrap.group))
            .collect::<Vec<_>>(),
        [(4, team)]
    );
});
