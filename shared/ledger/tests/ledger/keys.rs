//! New keys of people who are there, and what becomes of the old ones.

use hawser_ledger::membership::{Act, EpochStart, MembershipRule as Rule, Role, SpaceKind};
use hawser_ledger::person::{CertChain, Delegation, PersonCert};
use hawser_ledger::{Event, key::key_id};

use crate::support::*;

/// The same person with keys of another generation, certified by their organisation.
fn renewed(party: &Party, person: &Person, generation: u32) -> Person {
    let old = &person.chain.cert.request;
    let name = format!("{} of generation {generation}", person.user);
    let signing = key(&name);
    let mut request = request(party.id, &name, &signing);
    (request.user, request.generation) = (person.user, generation);
    request.name_commit = old.name_commit;
    let cert = PersonCert::certify(request.sign(&signing), &party.administrator.key);
    let delegation = party.administrator.chain.delegation.clone();
    Person {
        user: person.user,
        key: signing,
        chain: CertChain { delegation, cert },
    }
}

fn change(person: &Person, rotations: Vec<EpochStart>) -> Act {
    Act::KeyChange {
        chain: Box::new(person.chain.clone()),
        rotations,
    }
}

#[test]
fn attack_22_an_old_key_generation_signs_nothing_more_and_what_it_signed_stays() {
    let (mut case, ben) = Case::with_ben();
    let team = case.team;
    case.ledger.write(&ben, team).unwrap();
    let new = renewed(&case.beta, &ben, 2);
    case.ledger.act(&new, change(&new, Vec::new())).unwrap();
    let membership = case.ledger.chain.membership();
    let old_key = key_id(&public(&ben.key));
    assert_eq!(membership.author(old_key), Some(ben.user));
    assert_eq!(membership.public_key(old_key), Some(public(&ben.key)));
    refused(case.ledger.write(&ben, team), Rule::KeyReplaced);
    let error = case.ledger.act(&ben, change(&new, Vec::new())).unwrap_err();
    assert_eq!(error.code(), "wrong-author-key");
    // What the old keys opened is written with no more.
    let founder = case.founder();
    refused(case.ledger.write(&founder, team), Rule::GroupFrozen);
    let to_old = case.ledger.epoch(team, &[&founder, &ben]);
    refused(
        case.by_founder(Act::EpochStart(to_old)),
        Rule::WrongRecipient,
    );
    let to_new = case.ledger.epoch(team, &[&founder, &new]);
    case.by_founder(Act::EpochStart(to_new)).unwrap();
    case.ledger.write(&new, team).unwrap();
    case.ledger.write(&founder, team).unwrap();
    assert_eq!(case.ledger.holders(team).len(), 2, "nobody has left");
}

#[test]
fn attack_15_keys_that_the_organisation_did_not_certify_change_nothing() {
    let (mut case, ben) = Case::with_ben();
    let gamma = Party::new("gamma");
    // Certified by another organisation, or by an administrator whom beta's root did not make.
    let foreign = renewed(&gamma, &ben, 2);
    refused(
        case.ledger.act(&foreign, change(&foreign, Vec::new())),
        Rule::UnknownOrganisation,
    );
    let forged = Party {
        root: gamma.root.clone(),
        ..case.beta.clone()
    };
    let signing = key("mallory");
    let delegation = Delegation::sign(&forged.root, forged.id, ben.user, public(&signing));
    let mut request = request(forged.id, "mallory", &signing);
    (request.user, request.generation) = (ben.user, 2);
    request.name_commit = ben.chain.cert.request.name_commit;
    let cert = PersonCert::certify(request.sign(&signing), &signing);
    let mallory = Person {
        user: ben.user,
        key: signing,
        chain: CertChain { delegation, cert },
    };
    let error = case
        .ledger
        .act(&mallory, change(&mallory, Vec::new()))
        .unwrap_err();
    assert_eq!(error.code(), "bad-membership");
    // Somebody else's new keys, older keys, the same keys, another name.
    let founder = case.founder();
    let own = renewed(&case.alpha, &founder, 2);
    let mut event = case.ledger.event(&own.key, &change(&own, Vec::new()));
    event = Event::sign(
        event.header.prefix,
        event.header.position,
        event.public,
        Vec::new(),
        &ben.key,
    );
    let error = case.ledger.accept(&event).unwrap_err();
    assert_eq!(error.code(), "wrong-author-key");
    let third = renewed(&case.beta, &ben, 3);
    case.ledger.act(&third, change(&third, Vec::new())).unwrap();
    let second = renewed(&case.beta, &ben, 2);
    refused(
        case.ledger.act(&second, change(&second, Vec::new())),
        Rule::KeysNotNewer,
    );
    refused(
        case.ledger.act(&third, change(&third, Vec::new())),
        Rule::MemberKnown,
    );
    let renamed = {
        let mut renamed = renewed(&case.beta, &ben, 4);
        let mut request = renamed.chain.cert.request.clone();
        request.name_commit = [9; 32];
        renamed.chain.cert =
            PersonCert::certify(request.sign(&renamed.key), &case.beta.administrator.key);
        renamed
    };
    refused(
        case.ledger.act(&renamed, change(&renamed, Vec::new())),
        Rule::CertificateDiffers,
    );
    let nobody = case.beta.person("nobody");
    let nobody = renewed(&case.beta, &nobody, 2);
    refused(
        case.ledger.act(&nobody, change(&nobody, Vec::new())),
        Rule::UnknownMember,
    );
}

#[test]
fn whoever_has_new_keys_renews_what_they_hold_for_all_who_do() {
    let (mut case, ben) = Case::with_ben();
    let (founder, team) = (case.founder(), case.team);
    let new = renewed(&case.beta, &ben, 2);
    let rotation = case.ledger.epoch(team, &[&founder, &new]);
    refused(
        case.ledger.act(&new, change(&new, vec![rotation.clone()])),
        Rule::NotVerified,
    );
    assert!(!case.ledger.frozen(team), "a refusal changes nothing");
    let lead = Act::RoleChange {
        user: ben.user,
        role: Role::Leader,
        rotations: Vec::new(),
    };
    case.by_founder(lead).unwrap();
    let verified = case.alpha.verified_by(&case.beta);
    case.ledger.act(&ben, verified).unwrap();
    let to_old = case.ledger.epoch(team, &[&founder, &ben]);
    refused(
        case.ledger.act(&new, change(&new, vec![to_old])),
        Rule::WrongRecipient,
    );
    let alone = case.ledger.epoch(team, &[&new]);
    refused(
        case.ledger.act(&new, change(&new, vec![alone])),
        Rule::WrongMembers,
    );
    let foreign = case.ledger.epoch(case.desk, &[&founder, &new]);
    refused(
        case.ledger.act(&new, change(&new, vec![foreign])),
        Rule::WrongMembers,
    );
    refused(
        case.ledger
            .act(&new, change(&new, vec![rotation.clone(), rotation.clone()])),
        Rule::WrongMembers,
    );
    case.ledger.act(&new, change(&new, vec![rotation])).unwrap();
    assert!(!case.ledger.frozen(team));
    case.ledger.write(&new, team).unwrap();
    case.ledger.write(&founder, team).unwrap();
}

#[test]
fn an_organisation_certifies_new_keys_and_its_root_makes_an_administrator_anew() {
    let party = Party::new("kestria");
    let genesis = genesis(SpaceKind::Organisation, None, &party.root, &[]);
    let mut ledger = Ledger::found(genesis, &party.root).unwrap();
    let party = Party::with_id("kestria", ledger.space().into());
    let root = |ledger: &mut Ledger, act: Act| {
        let event = ledger.event(&party.root, &act);
        ledger.accept(&event)
    };
    let first = party.administrator.clone();
    root(
        &mut ledger,
        Act::AdministratorAdd(first.chain.delegation.clone()),
    )
    .unwrap();
    let certify = |person: &Person| Act::PersonCert(Box::new(person.chain.cert.clone()));
    ledger.act(&first, certify(&first)).unwrap();
    let ann = party.person("ann");
    ledger.act(&first, certify(&ann)).unwrap();
    let second = renewed(&party, &ann, 2);
    refused(ledger.act(&ann, certify(&second)), Rule::NotAdministrator);
    ledger.act(&first, certify(&second)).unwrap();
    refused(ledger.act(&first, certify(&ann)), Rule::MemberKnown);

    // An administrator's delegation names the old key: it ends, and the root makes another.
    let again = renewed(&party, &first, 2);
    ledger.act(&first, certify(&again)).unwrap();
    let bea = party.person("bea");
    refused(ledger.act(&first, certify(&bea)), Rule::NotAdministrator);
    assert!(ledger.chain.membership().administrators().next().is_none());
    let old = first.chain.delegation.clone();
    refused(
        root(&mut ledger, Act::AdministratorAdd(old)),
        Rule::CertificateDiffers,
    );
    let delegation = Delegation::sign(&party.root, party.id, first.user, public(&again.key));
    root(&mut ledger, Act::AdministratorAdd(delegation.clone())).unwrap();
    let bea = {
        let cert = PersonCert::certify(bea.chain.cert.request.clone(), &again.key);
        Act::PersonCert(Box::new(cert))
    };
    ledger.act(&again, bea).unwrap();
    let own = change(&again, Vec::new());
    refused(ledger.act(&again, own), Rule::WrongKind);
}

#[test]
fn attack_22_a_delegation_of_replaced_keys_speaks_for_nobody() {
    let (mut case, ben) = Case::with_ben();
    let admin = case.beta.administrator.clone();
    case.admit(&admin, 2);
    let team = case.team;
    let bea = case.beta.person("bea");
    // Signed while they were good, and used too late.
    let late = case.beta.nominate(case.ledger.space(), &bea, &[team], 3);
    let new = renewed(&case.beta, &admin, 2);
    case.ledger.act(&new, change(&new, Vec::new())).unwrap();
    refused(
        case.by_founder(Act::MemberAdd(Box::new(late))),
        Rule::KeyReplaced,
    );
    let take_back = Act::OrganisationWithdraw {
        delegation: admin.chain.delegation.clone(),
        user: ben.user,
        rotations: Vec::new(),
    };
    refused(case.ledger.act(&admin, take_back), Rule::KeyReplaced);
    // Nor do they certify still newer keys of the same person.
    let third = renewed(&case.beta, &admin, 3);
    refused(
        case.ledger.act(&third, change(&third, Vec::new())),
        Rule::KeyReplaced,
    );
}

#[test]
fn nobody_comes_back_with_older_keys() {
    let (mut case, ben) = Case::with_ben();
    let team = case.team;
    let again = |case: &Case, person: &Person, number| {
        let add = case
            .beta
            .nominate(case.ledger.space(), person, &[team], number);
        Act::MemberAdd(Box::new(add))
    };
    let new = renewed(&case.beta, &ben, 2);
    case.ledger.act(&new, change(&new, Vec::new())).unwrap();
    let remove = Act::MemberRemove {
        user: ben.user,
        rotations: Vec::new(),
    };
    case.by_founder(remove).unwrap();
    let with_old = again(&case, &ben, 7);
    refused(case.by_founder(with_old), Rule::KeysNotNewer);
    let with_new = again(&case, &new, 8);
    case.by_founder(with_new).unwrap();
}
