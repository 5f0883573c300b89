//! Access groups: who holds which epoch, and what may be written.

use hawser_ledger::ChainError;
use hawser_ledger::chain::Accepted;
use hawser_ledger::codec::Layout;
use hawser_ledger::event::RecordPublic;
use hawser_ledger::header::{MODE_DROP_BOX, MODE_PUBLIC};
use hawser_ledger::membership::{
    Act, EpochStart, GroupCreate, GroupPurpose, MemberAdd, MembershipRule as Rule, Role, SpaceKind,
};
use hawser_ledger::{Event, GroupId, Header, OrganisationId};

use crate::support::*;

fn content(case: &Case, author: &Person, change: impl Fn(&mut Header)) -> Event {
    let event = case.ledger.content_event(&author.key, case.team);
    let mut header = event.header;
    change(&mut header);
    Event::sign(
        header.prefix,
        header.position,
        event.public,
        event.encrypted,
        &author.key,
    )
}

#[test]
fn an_epoch_is_for_exactly_the_people_it_names_with_the_keys_of_their_certificates() {
    let (mut case, ben) = Case::with_ben();
    let founder = case.founder();
    let good = case.ledger.epoch(case.team, &[&founder, &ben]);
    let mut ghost = good.clone();
    ghost.members[1].recipient_hash = [0; 32];
    refused(
        case.by_founder(Act::EpochStart(ghost)),
        Rule::WrongRecipient,
    );
    let mut older = good.clone();
    older.members[1].generation = 2;
    refused(
        case.by_founder(Act::EpochStart(older)),
        Rule::WrongRecipient,
    );
    let stranger = case
        .ledger
        .epoch(case.team, &[&founder, &case.beta.person("bea")]);
    refused(
        case.by_founder(Act::EpochStart(stranger)),
        Rule::WrongMembers,
    );
    let without_author = case.ledger.epoch(case.team, &[&ben]);
    refused(
        case.by_founder(Act::EpochStart(without_author)),
        Rule::WrongMembers,
    );
    case.by_founder(Act::EpochStart(good)).unwrap();
}

#[test]
fn epochs_are_numbered_without_gaps_and_started_by_administrators_of_the_group() {
    let (mut case, ben) = Case::with_ben();
    let founder = case.founder();
    let good = case.ledger.epoch(case.team, &[&founder, &ben]);
    for number in [0, 1, 3, u64::MAX] {
        refused(
            case.by_founder(Act::EpochStart(EpochStart {
                number,
                ..good.clone()
            })),
            Rule::WrongEpoch,
        );
    }
    refused(
        case.ledger.act(&ben, Act::EpochStart(good.clone())),
        Rule::NotAdministrator,
    );
    case.by_founder(Act::RoleChange {
        user: ben.user,
        role: Role::Administrator,
        rotations: Vec::new(),
    })
    .unwrap();
    let desk = case.ledger.epoch(case.desk, &[&ben]);
    refused(
        case.ledger.act(&ben, Act::EpochStart(desk)),
        Rule::NotInGroup,
    );
    refused(
        case.by_founder(Act::EpochStart(EpochStart {
            group: group("none"),
            ..good
        })),
        Rule::UnknownGroup,
    );
}

#[test]
fn the_suite_of_a_space_never_falls() {
    let alpha = Party::new("alpha");
    let mut genesis = genesis(SpaceKind::Case, Some(&alpha), &alpha.root, &[&alpha]);
    genesis.min_suite = 2;
    let mut ledger = Ledger::found(genesis, &alpha.administrator.key).unwrap();
    let team = group("team");
    ledger
        .act(&alpha.administrator, create(team, GroupPurpose::Team))
        .unwrap();
    let start = ledger.epoch(team, &[&alpha.administrator]);
    refused(
        ledger.act(&alpha.administrator, Act::EpochStart(start)),
        Rule::SuiteTooLow,
    );
}

#[test]
fn nothing_is_granted_to_people_of_an_organisation_that_was_not_compared() {
    let mut case = Case::joined();
    let delta = Party::new("delta");
    case.by_founder(Act::OrganisationAdmit(delta.proposed()))
        .unwrap();
    case.ledger.act(&delta.administrator, delta.join()).unwrap();
    // Bea of beta administers too, and beta has not compared delta.
    let bea = case.beta.person("bea");
    case.admit(&bea, 1);
    case.promote(&bea);
    let verified = delta.verified_by(&case.alpha);
    case.by_founder(verified).unwrap();
    let dan = delta.person("dan");
    let nomination = delta.nominate(case.ledger.space(), &dan, &[case.team], 2);
    case.by_founder(Act::MemberAdd(Box::new(nomination)))
        .unwrap();
    let grant = case.ledger.grant(case.team, &dan, 1);
    refused(case.ledger.act(&bea, grant.clone()), Rule::NotVerified);
    case.by_founder(grant).unwrap();
}

#[test]
fn a_grant_is_at_most_what_was_consented_to() {
    let mut case = Case::joined();
    let space = case.ledger.space();
    let rotation = case.ledger.epoch(case.team, &[&case.founder()]);
    case.by_founder(Act::EpochStart(rotation)).unwrap();
    case.by_founder(create(group("sources"), GroupPurpose::Special))
        .unwrap();
    let start = case.ledger.epoch(group("sources"), &[&case.founder()]);
    case.by_founder(Act::EpochStart(start)).unwrap();

    let ben = case.beta.person("ben");
    let mut consent = case.beta.consent(space, &ben, &[case.team], 1);
    consent.history = false;
    let consent = consent.sign(&case.beta.administrator.key);
    case.by_founder(Act::MemberAdd(Box::new(MemberAdd {
        consent,
        chain: ben.chain.clone(),
    })))
    .unwrap();

    let history = case.ledger.grant(case.team, &ben, 1);
    refused(case.by_founder(history), Rule::BeyondConsent);
    let elsewhere = case.ledger.grant(group("sources"), &ben, 1);
    refused(case.by_founder(elsewhere), Rule::BeyondConsent);
    let desk = case.ledger.grant(case.desk, &ben, 1);
    refused(case.by_founder(desk), Rule::NotAdministrator);
    let newest = case.ledger.grant(case.team, &ben, 2);
    case.by_founder(newest).unwrap();

    // The first epoch of a group is no way round it.
    case.by_founder(create(group("later"), GroupPurpose::Special))
        .unwrap();
    let start = case.ledger.epoch(group("later"), &[&case.founder(), &ben]);
    refused(case.by_founder(Act::EpochStart(start)), Rule::BeyondConsent);
}

#[test]
fn a_grant_names_epochs_that_are_and_a_granter_who_holds_them() {
    let (mut case, ben) = Case::with_ben();
    for first in [0, 2, u64::MAX] {
        let grant = case.ledger.grant(case.team, &ben, first);
        refused(case.by_founder(grant), Rule::WrongEpoch);
    }
    let Act::Grant(mut stale) = case.ledger.grant(case.team, &ben, 1) else {
        panic!("a grant")
    };
    stale.last = 2;
    refused(case.by_founder(Act::Grant(stale)), Rule::WrongEpoch);
    let grant = case.ledger.grant(case.team, &ben, 1);
    refused(case.ledger.act(&ben, grant), Rule::NotAdministrator);
    let bea = case.beta.person("bea");
    case.admit(&bea, 2);
    case.by_founder(Act::RoleChange {
        user: bea.user,
        role: Role::Administrator,
        rotations: Vec::new(),
    })
    .unwrap();
    let desk = case.ledger.grant(case.desk, &bea, 1);
    refused(case.ledger.act(&bea, desk), Rule::NotInGroup);
}

#[test]
fn a_group_is_made_once_by_an_administrator_and_there_is_one_team_and_one_desk() {
    let (mut case, ben) = Case::with_ben();
    let special = create(group("sources"), GroupPurpose::Special);
    refused(
        case.ledger.act(&ben, special.clone()),
        Rule::NotAdministrator,
    );
    case.by_founder(special.clone()).unwrap();
    refused(case.by_founder(special), Rule::GroupKnown);
    refused(
        case.by_founder(create(group("team 2"), GroupPurpose::Team)),
        Rule::GroupKnown,
    );
    refused(
        case.by_founder(create(group("desk 2"), GroupPurpose::CheckingDesk)),
        Rule::GroupKnown,
    );
    refused(
        case.by_founder(create(GroupId::ZERO, GroupPurpose::Special)),
        Rule::UnknownGroup,
    );
    let shared = |organisation| {
        Act::GroupCreate(GroupCreate {
            group: group("shared"),
            purpose: GroupPurpose::Shared,
            organisation,
        })
    };
    refused(
        case.by_founder(shared(OrganisationId::ZERO)),
        Rule::UnknownOrganisation,
    );
    // Ben is of beta and holds the team's group: access is limited from the beginning or not at all.
    let beta = case.beta.id;
    refused(case.by_founder(shared(beta)), Rule::MemberKnown);
    let named = GroupCreate {
        group: group("y"),
        purpose: GroupPurpose::Special,
        organisation: beta,
    };
    refused(
        case.by_founder(Act::GroupCreate(named)),
        Rule::WrongOrganisation,
    );
}

#[test]
fn the_desk_is_for_administrators() {
    let (mut case, ben) = Case::with_ben();
    case.promote(&ben);
    let desk = case.ledger.epoch(case.desk, &[&case.founder(), &ben]);
    case.by_founder(Act::EpochStart(desk)).unwrap();
    assert!(case.ledger.holders(case.desk).contains(&ben.user));
}

#[test]
fn what_is_written_under_an_old_epoch_does_not_count() {
    let (mut case, ben) = Case::with_ben();
    let old = case.ledger.content_event(&ben.key, case.team);
    let rotation = case.ledger.epoch(case.team, &[&case.founder(), &ben]);
    case.by_founder(Act::EpochStart(rotation)).unwrap();
    // Moved behind the rotation, as a rebase would, but with the old epoch.
    let position = case.ledger.chain.next_position(case.team);
    let moved = Event::sign(
        old.header.prefix,
        position,
        old.public,
        old.encrypted,
        &ben.key,
    );
    refused(case.ledger.accept(&moved), Rule::WrongEpoch);
    let future = content(&case, &ben, |header| header.prefix.epoch = 3);
    refused(case.ledger.accept(&future), Rule::WrongEpoch);
    let team = case.team;
    case.ledger.write(&ben, team).unwrap();
}

#[test]
fn who_is_left_out_of_a_new_epoch_writes_no_more() {
    let (mut case, ben) = Case::with_ben();
    let rotation = case.ledger.epoch(case.team, &[&case.founder()]);
    case.by_founder(Act::EpochStart(rotation)).unwrap();
    refused(case.ledger.write(&ben, case.team), Rule::NotInGroup);
}

#[test]
fn entries_of_a_group_are_numbered_so_that_a_gap_shows() {
    let (mut case, ben) = Case::with_ben();
    let (founder, team, desk) = (case.founder(), case.team, case.desk);
    case.ledger.write(&ben, team).unwrap();
    case.ledger.write(&founder, desk).unwrap();
    case.ledger.write(&founder, team).unwrap();
    for group_seq in [0, 1, 3] {
        let event = content(&case, &ben, |header| header.position.group_seq = group_seq);
        refused(case.ledger.accept(&event), Rule::WrongGroupSequence);
    }
    case.ledger.write(&ben, team).unwrap();
}

#[test]
fn withheld_entries_of_other_groups_leave_the_rest_verifiable() {
    let (case, ben) = Case::with_ben();
    let mut full = case.ledger.clone();
    let mut limited = case.ledger.clone();
    let secret = full.content_event(&case.founder().key, case.desk);
    full.accept(&secret).unwrap();
    limited.chain.accept_withheld(secret.id());
    let shown = full.content_event(&ben.key, case.team);
    full.accept(&shown).unwrap();
    assert_eq!(limited.accept(&shown), Ok(Accepted::Content));
    assert_eq!(limited.chain.tree().root(), full.chain.tree().root());
    // An entry of one's own group cannot be withheld unnoticed.
    let mut cheated = case.ledger.clone();
    cheated.chain.accept_withheld(secret.id());
    cheated.chain.accept_withheld(shown.id());
    let next = full.content_event(&ben.key, case.team);
    refused(cheated.accept(&next), Rule::WrongGroupSequence);
}

#[test]
fn a_header_that_contradicts_itself_is_refused() {
    let (mut case, ben) = Case::with_ben();
    let contradictions: [&dyn Fn(&mut Header); 3] = [
        &|header| {
            header.prefix.mode = MODE_PUBLIC;
            header.prefix.nonce = [0; 24];
            header.prefix.key_commit = [0; 32];
        },
        &|header| header.prefix.group = GroupId::ZERO,
        // The epoch is of suite 1.
        &|header| header.prefix.suite = 2,
    ];
    for (number, change) in contradictions.into_iter().enumerate() {
        let event = content(&case, &ben, change);
        assert_eq!(
            case.ledger.accept(&event),
            Err(ChainError::Header),
            "contradiction {number}"
        );
    }
    let drop_box = content(&case, &ben, |header| header.prefix.mode = MODE_DROP_BOX);
    assert_eq!(
        case.ledger.accept(&drop_box).unwrap_err().code(),
        "update-needed"
    );
    let founder = case.founder();
    let act = case
        .ledger
        .event(&founder.key, &create(group("x"), GroupPurpose::Special));
    for change in [
        |header: &mut Header| header.prefix.group = group("x"),
        |header: &mut Header| header.prefix.epoch = 1,
        |header: &mut Header| header.position.group_seq = 1,
    ] {
        let mut header = act.header.clone();
        change(&mut header);
        let event = Event::sign(
            header.prefix,
            header.position,
            act.public.clone(),
            Vec::new(),
            &founder.key,
        );
        assert_eq!(case.ledger.accept(&event), Err(ChainError::Header));
    }
    let header = act.header;
    let with_more = Event::sign(
        header.prefix,
        header.position,
        act.public,
        vec![1],
        &founder.key,
    );
    assert_eq!(case.ledger.accept(&with_more), Err(ChainError::Header));
}

#[test]
fn the_public_part_of_a_record_is_read_as_strictly_as_any() {
    let (mut case, ben) = Case::with_ben();
    let good = case.ledger.content_event(&ben.key, case.team);
    let mut public = RecordPublic::default().encode();
    public.push(0);
    let (prefix, position) = (good.header.prefix, good.header.position);
    let bad = Event::sign(
        prefix.clone(),
        position,
        public.clone(),
        good.encrypted.clone(),
        &ben.key,
    );
    assert_eq!(case.ledger.accept(&bad).unwrap_err().code(), "bad-layout");
    // A kind of a later version is kept, whatever its public part.
    let mut later = prefix;
    later.kind = 0x0200;
    let later = Event::sign(later, position, public, good.encrypted, &ben.key);
    assert_eq!(case.ledger.accept(&later), Ok(Accepted::Content));
}

#[test]
fn an_act_of_membership_passed_off_as_withheld_shows_in_the_next_entry() {
    let (case, ben) = Case::with_ben();
    let mut full = case.ledger.clone();
    let mut limited = case.ledger.clone();
    let create = Act::GroupCreate(GroupCreate {
        group: group("sources"),
        purpose: GroupPurpose::Special,
        organisation: OrganisationId::ZERO,
    });
    let act = full.event(&case.founder().key, &create);
    full.accept(&act).unwrap();
    limited.chain.accept_withheld(act.id());
    let shown = full.content_event(&ben.key, case.team);
    full.accept(&shown).unwrap();
    let here = limited.chain.membership().acts();
    let found = here + 1;
    assert_eq!(
        limited.accept(&shown),
        Err(ChainError::Acts { here, found })
    );
}

#[test]
fn a_cut_leaves_out_as_many_entries_as_it_says_and_no_more() {
    let (case, ben) = Case::with_ben();
    let mut full = case.ledger.clone();
    let events: Vec<Event> = (0..4)
        .map(|_| {
            let event = full.content_event(&ben.key, case.team);
            full.accept(&event).unwrap();
            event
        })
        .collect();
    let mut cut = case.ledger.chain.clone();
    cut.accept_withheld(events[0].id());
    cut.accept_in_cut(&events[1]).unwrap();
    cut.accept_withheld(events[2].id());
    let mut strict = cut.clone();
    let gap = Err(Rule::WrongGroupSequence.into());
    assert_eq!(strict.accept(&events[3]), gap);
    cut.accept_in_cut(&events[3]).unwrap();
    assert_eq!(cut.tree().root(), full.chain.tree().root());

    // What was left out before a group's last event explains nothing after it.
    let mut early = case.ledger.chain.clone();
    early.accept_withheld(events[0].id());
    early.accept_withheld(events[1].id());
    early.accept_in_cut(&events[2]).unwrap();
    assert_eq!(early.accept_in_cut(&events[3]), Ok(Accepted::Content));
    let mut other = case.ledger.clone();
    let desk = other.content_event(&case.founder().key, case.desk);
    other.accept(&desk).unwrap();
    let first = other.content_event(&ben.key, case.team);
    other.accept(&first).unwrap();
    let second = other.content_event(&ben.key, case.team);
    let mut jumped = second.header.clone();
    jumped.position.group_seq += 1;
    let jumped = Event::sign(
        jumped.prefix,
        jumped.position,
        second.public.clone(),
        second.encrypted.clone(),
        &ben.key,
    );
    let mut cut_off = case.ledger.chain.clone();
    cut_off.accept_withheld(desk.id());
    cut_off.accept_in_cut(&first).unwrap();
    assert_eq!(cut_off.accept_in_cut(&jumped), gap);

    // Who signed a number of the group twice, or one too high, is not explained by what is left out.
    let mut next = full.content_event(&ben.key, case.team);
    for group_seq in [3, 5] {
        next.header.position.group_seq = group_seq;
        let mut forged = cut.clone();
        let header = next.header.clone();
        let event = Event::sign(
            header.prefix,
            header.position,
            next.public.clone(),
            next.encrypted.clone(),
            &ben.key,
        );
        assert_eq!(forged.accept_in_cut(&event), gap, "{group_seq}");
    }
}
