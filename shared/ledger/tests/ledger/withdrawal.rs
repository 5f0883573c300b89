//! An organisation takes back its people; what is frozen is renewed; where no administrator is left, one is appointed.

use hawser_ledger::membership::{
    Act, EpochStart, GroupCreate, GroupPurpose, MemberState, MembershipRule as Rule, Role,
};
use hawser_ledger::person::{CertChain, Delegation, PersonCert};

use crate::support::*;

fn take_back(by: &Party, person: &Person, rotations: Vec<EpochStart>) -> Act {
    Act::OrganisationWithdraw {
        delegation: by.administrator.chain.delegation.clone(),
        user: person.user,
        rotations,
    }
}

fn appoint(by: &Party, person: &Person) -> Act {
    Act::AdministratorAppoint {
        delegation: by.administrator.chain.delegation.clone(),
        user: person.user,
    }
}

/// A second delegated administrator of a party.
fn colleague(of: &Party, name: &str) -> Party {
    let signing = key(name);
    let user = of.person(name).user;
    let delegation = Delegation::sign(&of.root, of.id, user, public(&signing));
    let cert = PersonCert::certify(request(of.id, name, &signing), &signing);
    let administrator = Person {
        user,
        key: signing,
        chain: CertChain { delegation, cert },
    };
    Party {
        administrator,
        ..of.clone()
    }
}

#[test]
fn an_organisation_takes_back_its_person_without_being_a_member() {
    let (mut case, ben) = Case::with_ben();
    let (founder, team) = (case.founder(), case.team);
    let admin = case.beta.administrator.clone();
    case.ledger
        .act(&admin, take_back(&case.beta, &ben, Vec::new()))
        .unwrap();
    let member = &case.ledger.chain.membership().members()[&ben.user];
    assert_eq!(member.state, MemberState::Ended);
    assert!(case.ledger.frozen(team));
    assert!(!case.ledger.holders(team).contains(&ben.user));
    refused(case.ledger.write(&ben, team), Rule::NotActive);
    refused(case.ledger.write(&founder, team), Rule::GroupFrozen);
    refused(
        case.ledger
            .act(&admin, take_back(&case.beta, &ben, Vec::new())),
        Rule::NotActive,
    );
}

#[test]
fn nobody_takes_back_the_people_of_others() {
    let (mut case, ben) = Case::with_ben();
    let (founder, admin) = (case.founder(), case.beta.administrator.clone());
    let gamma = Party::new("gamma");
    refused(
        case.by_founder(take_back(&case.alpha, &ben, Vec::new())),
        Rule::WrongOrganisation,
    );
    refused(
        case.ledger
            .act(&gamma.administrator, take_back(&gamma, &ben, Vec::new())),
        Rule::UnknownOrganisation,
    );
    refused(
        case.ledger
            .act(&admin, take_back(&case.beta, &founder, Vec::new())),
        Rule::WrongOrganisation,
    );
    // A delegation that beta's root did not sign.
    let forged = Party {
        root: gamma.root.clone(),
        ..case.beta.clone()
    };
    let forged = colleague(&forged, "mallory");
    let error = case
        .ledger
        .act(&forged.administrator, take_back(&forged, &ben, Vec::new()))
        .unwrap_err();
    assert_eq!(error.code(), "bad-membership");
    // Somebody else's delegation.
    let mut borrowed = take_back(&case.beta, &ben, Vec::new());
    if let Act::OrganisationWithdraw { delegation, .. } = &mut borrowed {
        delegation.user = ben.user;
    }
    let error = case.ledger.act(&admin, borrowed).unwrap_err();
    assert_eq!(error.code(), "bad-membership");
    let error = case
        .ledger
        .act(&ben, take_back(&case.beta, &ben, Vec::new()))
        .unwrap_err();
    assert_eq!(error.code(), "wrong-author-key");
    assert!(case.ledger.holders(case.team).contains(&ben.user));
}

#[test]
fn an_administrator_of_the_organisation_who_is_a_member_renews_what_they_hold() {
    let (mut case, ben) = Case::with_ben();
    let admin = case.beta.administrator.clone();
    case.admit(&admin, 2);
    let (founder, team) = (case.founder(), case.team);
    let verified = case.alpha.verified_by(&case.beta);
    let foreign = case.ledger.epoch(case.desk, &[&founder, &admin]);
    refused(
        case.ledger
            .act(&admin, take_back(&case.beta, &ben, vec![foreign])),
        Rule::WrongMembers,
    );
    let renewed = case.ledger.epoch(team, &[&founder, &admin]);
    refused(
        case.ledger
            .act(&admin, take_back(&case.beta, &ben, vec![renewed.clone()])),
        Rule::NotVerified,
    );
    case.ledger
        .act(
            &founder,
            Act::RoleChange {
                user: admin.user,
                role: Role::Leader,
                rotations: Vec::new(),
            },
        )
        .unwrap();
    case.ledger.act(&admin, verified).unwrap();
    case.ledger
        .act(&admin, take_back(&case.beta, &ben, vec![renewed]))
        .unwrap();
    assert!(!case.ledger.frozen(team));
    case.ledger.write(&admin, team).unwrap();
}

#[test]
fn whoever_holds_a_frozen_group_renews_it_for_all_who_do_and_for_nobody_less() {
    let (mut case, ben) = Case::with_ben();
    let bea = case.beta.person("bea");
    case.admit(&bea, 2);
    let (founder, team) = (case.founder(), case.team);
    let verified = case.alpha.verified_by(&case.beta);
    let lead = Act::RoleChange {
        user: bea.user,
        role: Role::Leader,
        rotations: Vec::new(),
    };
    case.by_founder(lead).unwrap();
    case.ledger.act(&bea, verified).unwrap();
    let early = case.ledger.epoch(team, &[&founder, &ben, &bea]);
    refused(
        case.ledger.act(&bea, Act::EpochStart(early)),
        Rule::NotAdministrator,
    );
    let admin = case.beta.administrator.clone();
    case.ledger
        .act(&admin, take_back(&case.beta, &ben, Vec::new()))
        .unwrap();
    let without_founder = case.ledger.epoch(team, &[&bea]);
    refused(
        case.ledger.act(&bea, Act::EpochStart(without_founder)),
        Rule::NotAdministrator,
    );
    let with_ben = case.ledger.epoch(team, &[&founder, &ben, &bea]);
    refused(
        case.ledger.act(&bea, Act::EpochStart(with_ben)),
        Rule::NotAdministrator,
    );
    let renewed = case.ledger.epoch(team, &[&founder, &bea]);
    refused(
        case.ledger.act(&ben, Act::EpochStart(renewed.clone())),
        Rule::NotActive,
    );
    case.ledger.act(&bea, Act::EpochStart(renewed)).unwrap();
    case.ledger.write(&founder, team).unwrap();
    case.ledger.write(&bea, team).unwrap();
}

#[test]
fn where_no_administrator_is_left_the_founding_organisation_appoints_one() {
    let (mut case, ben) = Case::with_ben();
    let bea = case.beta.person("bea");
    case.admit(&bea, 2);
    let (founder, team, desk) = (case.founder(), case.team, case.desk);
    let second = colleague(&case.alpha, "alpha second");
    refused(
        case.ledger
            .act(&second.administrator, appoint(&second, &ben)),
        Rule::AdministratorsLeft,
    );
    // The last administrator, and the only one at the desk, goes all the same.
    case.ledger
        .act(
            &second.administrator,
            take_back(&second, &founder, Vec::new()),
        )
        .unwrap();
    assert!(case.ledger.frozen(team) && case.ledger.holders(desk).is_empty());
    let admin = case.beta.administrator.clone();
    refused(
        case.ledger.act(&admin, appoint(&case.beta, &ben)),
        Rule::NotFoundingOrganisation,
    );
    refused(
        case.ledger
            .act(&second.administrator, appoint(&second, &founder)),
        Rule::NotActive,
    );
    case.ledger
        .act(&second.administrator, appoint(&second, &ben))
        .unwrap();
    refused(
        case.ledger
            .act(&second.administrator, appoint(&second, &bea)),
        Rule::AdministratorsLeft,
    );
    // Nobody holds the desk: it begins anew, for administrators alone.
    let everyone = case.ledger.epoch(desk, &[&ben, &bea]);
    refused(
        case.ledger.act(&ben, Act::EpochStart(everyone)),
        Rule::BeyondConsent,
    );
    let anew = case.ledger.epoch(desk, &[&ben]);
    refused(
        case.ledger.act(&bea, Act::EpochStart(anew.clone())),
        Rule::NotAdministrator,
    );
    case.ledger.act(&ben, Act::EpochStart(anew)).unwrap();
    let renewed = case.ledger.epoch(team, &[&ben, &bea]);
    case.ledger.act(&ben, Act::EpochStart(renewed)).unwrap();
    case.ledger.write(&ben, team).unwrap();
    case.ledger.write(&ben, desk).unwrap();
    case.ledger
        .act(&ben, create(group("sources"), GroupPurpose::Special))
        .unwrap();
}

#[test]
fn an_organisation_does_not_withdraw_who_signs_and_nobody_from_its_own_space() {
    let (mut case, _) = Case::with_ben();
    let admin = case.beta.administrator.clone();
    case.admit(&admin, 2);
    refused(
        case.ledger
            .act(&admin, take_back(&case.beta, &admin, Vec::new())),
        Rule::Oneself,
    );
}

#[test]
fn a_frozen_group_that_no_administrator_holds_is_begun_anew_by_one_but_not_what_some_were_chosen_for()
 {
    let (mut case, ben) = Case::with_ben();
    let (founder, sources) = (case.founder(), group("sources"));
    case.by_founder(create(sources, GroupPurpose::Special))
        .unwrap();
    let first = case.ledger.epoch(sources, &[&founder]);
    case.by_founder(Act::EpochStart(first)).unwrap();
    let gamma = Party::new("gamma");
    case.by_founder(Act::OrganisationAdmit(gamma.proposed()))
        .unwrap();
    let (shared, correspondence) = (group("shared"), group("correspondence"));
    for (id, purpose) in [
        (shared, GroupPurpose::Shared),
        (correspondence, GroupPurpose::CheckingDesk),
    ] {
        let made = GroupCreate {
            group: id,
            purpose,
            organisation: gamma.id,
        };
        case.by_founder(Act::GroupCreate(made)).unwrap();
        let start = case.ledger.epoch(id, &[&founder]);
        case.by_founder(Act::EpochStart(start)).unwrap();
    }
    let held = case.ledger.grant(shared, &ben, 1);
    case.by_founder(held).unwrap();

    let second = colleague(&case.alpha, "alpha second");
    // Others than administrators hold a desk of theirs, and have renewed it: it is begun anew all the same.
    let early = case.ledger.epoch(correspondence, &[&ben]);
    refused(
        case.ledger.act(&ben, Act::EpochStart(early.clone())),
        Rule::NotAdministrator,
    );
    for act in [
        take_back(&second, &founder, Vec::new()),
        appoint(&second, &ben),
    ] {
        case.ledger.act(&second.administrator, act).unwrap();
    }
    case.ledger.act(&ben, Act::EpochStart(early)).unwrap();
    // He holds that one: renewed, not begun anew.
    let renewed = case.ledger.epoch(shared, &[&ben]);
    case.ledger.act(&ben, Act::EpochStart(renewed)).unwrap();
    let taken = case.ledger.epoch(sources, &[&ben]);
    refused(
        case.ledger.act(&ben, Act::EpochStart(taken)),
        Rule::BeyondConsent,
    );
}
