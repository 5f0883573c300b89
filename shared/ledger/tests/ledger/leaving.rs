//! Suspension, removal and change of role.

use hawser_ledger::membership::{Act, GroupPurpose, MemberState, MembershipRule as Rule, Role};

use crate::support::*;

fn remove(person: &Person) -> Act {
    Act::MemberRemove {
        user: person.user,
        rotations: Vec::new(),
    }
}

fn role(person: &Person, role: Role) -> Act {
    Act::RoleChange {
        user: person.user,
        role,
        rotations: Vec::new(),
    }
}

#[test]
fn a_removed_member_writes_nothing_that_counts() {
    let (mut case, ben) = Case::with_ben();
    let rotation = case.ledger.epoch(case.team, &[&case.founder()]);
    case.by_founder(Act::MemberRemove {
        user: ben.user,
        rotations: vec![rotation],
    })
    .unwrap();
    refused(case.ledger.write(&ben, case.team), Rule::NotActive);
    refused(
        case.ledger
            .act(&ben, create(group("x"), GroupPurpose::Special)),
        Rule::NotActive,
    );
    assert!(!case.ledger.holders(case.team).contains(&ben.user));
    assert!(!case.ledger.frozen(case.team));
    let (founder, team) = (case.founder(), case.team);
    case.ledger.write(&founder, team).unwrap();
}

#[test]
fn a_group_that_was_not_renewed_is_frozen_until_it_is() {
    let (mut case, ben) = Case::with_ben();
    let (founder, team) = (case.founder(), case.team);
    case.by_founder(remove(&ben)).unwrap();
    assert!(case.ledger.frozen(team));
    refused(case.ledger.write(&founder, team), Rule::GroupFrozen);
    let bea = case.beta.person("bea");
    let nomination = case.beta.nominate(case.ledger.space(), &bea, &[team], 2);
    case.by_founder(Act::MemberAdd(Box::new(nomination)))
        .unwrap();
    let grant = case.ledger.grant(team, &bea, 1);
    refused(case.by_founder(grant), Rule::GroupFrozen);
    let renewal = case.ledger.epoch(team, &[&founder]);
    case.by_founder(Act::EpochStart(renewal)).unwrap();
    case.ledger.write(&founder, team).unwrap();
}

#[test]
fn a_removal_renews_for_everyone_who_stays_and_for_nobody_else() {
    let (mut case, ben) = Case::with_ben();
    let bea = case.beta.person("bea");
    case.admit(&bea, 2);
    let (founder, team) = (case.founder(), case.team);
    let removal = |rotations| Act::MemberRemove {
        user: ben.user,
        rotations,
    };
    let with_ben = case.ledger.epoch(team, &[&founder, &ben, &bea]);
    refused(case.by_founder(removal(vec![with_ben])), Rule::WrongMembers);
    let without_bea = case.ledger.epoch(team, &[&founder]);
    refused(
        case.by_founder(removal(vec![without_bea])),
        Rule::WrongMembers,
    );
    let foreign = case.ledger.epoch(case.desk, &[&founder]);
    refused(case.by_founder(removal(vec![foreign])), Rule::WrongMembers);
    let good = case.ledger.epoch(team, &[&founder, &bea]);
    refused(
        case.by_founder(removal(vec![good.clone(), good.clone()])),
        Rule::WrongMembers,
    );
    case.by_founder(removal(vec![good])).unwrap();
    refused(case.by_founder(removal(Vec::new())), Rule::NotActive);
}

#[test]
fn only_administrators_remove_and_nobody_removes_themselves() {
    let (mut case, ben) = Case::with_ben();
    let founder = case.founder();
    refused(
        case.ledger.act(&ben, remove(&founder)),
        Rule::NotAdministrator,
    );
    refused(case.by_founder(remove(&founder)), Rule::Oneself);
    refused(
        case.by_founder(remove(&case.beta.person("nobody"))),
        Rule::UnknownMember,
    );
}

#[test]
fn a_suspended_member_is_out_until_reinstated_and_given_access_again() {
    let (mut case, ben) = Case::with_ben();
    let (founder, team) = (case.founder(), case.team);
    let suspend = |lifted, rotations| Act::MemberSuspend {
        user: ben.user,
        lifted,
        rotations,
    };
    refused(
        case.by_founder(suspend(true, Vec::new())),
        Rule::NothingChanges,
    );
    let rotation = case.ledger.epoch(team, &[&founder]);
    case.by_founder(suspend(false, vec![rotation])).unwrap();
    refused(case.ledger.write(&ben, team), Rule::NotActive);
    refused(
        case.by_founder(suspend(false, Vec::new())),
        Rule::NothingChanges,
    );
    let grant = case.ledger.grant(team, &ben, 1);
    refused(case.by_founder(grant), Rule::NotActive);
    let rotation = case.ledger.epoch(team, &[&founder]);
    refused(
        case.by_founder(suspend(true, vec![rotation])),
        Rule::WrongMembers,
    );
    case.by_founder(suspend(true, Vec::new())).unwrap();
    refused(case.ledger.write(&ben, team), Rule::NotInGroup);
    let grant = case.ledger.grant(team, &ben, 1);
    case.by_founder(grant).unwrap();
    case.ledger.write(&ben, team).unwrap();
}

#[test]
fn a_suspended_member_can_be_removed() {
    let (mut case, ben) = Case::with_ben();
    case.by_founder(Act::MemberSuspend {
        user: ben.user,
        lifted: false,
        rotations: Vec::new(),
    })
    .unwrap();
    case.by_founder(remove(&ben)).unwrap();
    assert_eq!(
        case.ledger.chain.membership().members()[&ben.user].state,
        MemberState::Ended
    );
}

#[test]
fn the_last_administrator_stays() {
    let (mut case, ben) = Case::with_ben();
    let founder = case.founder();
    refused(
        case.by_founder(role(&founder, Role::Member)),
        Rule::LastAdministrator,
    );
    case.promote(&ben);
    refused(case.by_founder(role(&founder, Role::Member)), Rule::Oneself);
    // A suspended administrator is none.
    case.by_founder(Act::MemberSuspend {
        user: ben.user,
        lifted: false,
        rotations: Vec::new(),
    })
    .unwrap();
    refused(
        case.by_founder(role(&founder, Role::Member)),
        Rule::LastAdministrator,
    );
}

#[test]
fn a_demoted_administrator_leaves_the_desk_and_the_desk_is_renewed() {
    let (mut case, ben) = Case::with_ben();
    case.promote(&ben);
    let (founder, desk) = (case.founder(), case.desk);
    case.ledger.write(&ben, desk).unwrap();
    let rotation = case.ledger.epoch(desk, &[&founder]);
    let demotion = |rotations| Act::RoleChange {
        user: ben.user,
        role: Role::Member,
        rotations,
    };
    let team = case.ledger.epoch(case.team, &[&founder]);
    refused(case.by_founder(demotion(vec![team])), Rule::WrongMembers);
    refused(
        case.by_founder(demotion(vec![rotation.clone(), rotation.clone()])),
        Rule::WrongMembers,
    );
    case.by_founder(demotion(vec![rotation])).unwrap();
    refused(case.ledger.write(&ben, desk), Rule::NotInGroup);
    case.ledger.write(&founder, desk).unwrap();
    let team = case.team;
    case.ledger.write(&ben, team).unwrap();
    refused(
        case.by_founder(role(&ben, Role::Member)),
        Rule::NothingChanges,
    );
}

#[test]
fn a_demotion_without_renewal_freezes_the_desk() {
    let (mut case, ben) = Case::with_ben();
    case.promote(&ben);
    case.by_founder(role(&ben, Role::Participant)).unwrap();
    assert!(case.ledger.frozen(case.desk));
    assert!(!case.ledger.frozen(case.team));
}

#[test]
fn a_promotion_renews_nothing() {
    let (mut case, ben) = Case::with_ben();
    let rotation = case.ledger.epoch(case.team, &[&case.founder(), &ben]);
    let act = Act::RoleChange {
        user: ben.user,
        role: Role::Leader,
        rotations: vec![rotation],
    };
    refused(case.by_founder(act), Rule::WrongMembers);
    case.by_founder(role(&ben, Role::Leader)).unwrap();
}

#[test]
fn the_desk_is_never_left_empty() {
    let (mut case, ben) = Case::with_ben();
    let founder = case.founder();
    // Ben administers, but has no access to the desk: only the founder could hand it on.
    case.by_founder(role(&ben, Role::Administrator)).unwrap();
    refused(
        case.ledger.act(&ben, remove(&founder)),
        Rule::LastAdministrator,
    );
    let suspend = Act::MemberSuspend {
        user: founder.user,
        lifted: false,
        rotations: Vec::new(),
    };
    refused(case.ledger.act(&ben, suspend), Rule::LastAdministrator);
    refused(
        case.ledger.act(&ben, role(&founder, Role::Member)),
        Rule::LastAdministrator,
    );
    let grant = case.ledger.grant(case.desk, &ben, 1);
    case.by_founder(grant).unwrap();
    case.ledger.act(&ben, remove(&founder)).unwrap();
}

#[test]
fn a_former_administrator_is_bound_by_the_moment_of_the_removal() {
    let (mut case, ben) = Case::with_ben();
    case.promote(&ben);
    let before = case
        .ledger
        .event(&ben.key, &create(group("before"), GroupPurpose::Special));
    case.ledger.accept(&before).unwrap();
    case.by_founder(remove(&ben)).unwrap();
    refused(
        case.ledger
            .act(&ben, create(group("after"), GroupPurpose::Special)),
        Rule::NotActive,
    );
    assert!(
        case.ledger
            .chain
            .membership()
            .groups()
            .contains_key(&group("before"))
    );
}
