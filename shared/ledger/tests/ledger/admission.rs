//! How parties and their people come into a case, and how they do not.
#![expect(
    clippy::unwrap_used,
    reason = "a helper that cannot help should stop the test"
)]

use hawser_ledger::ChainError;
use hawser_ledger::chain::Accepted;
use hawser_ledger::membership::{
    Act, MemberAdd, MemberState, MembershipRule as Rule, OrganisationVerified, Role,
    VerificationMethod,
};
use hawser_ledger::person::{Delegation, PersonCert};
use hawser_ledger::{RequestId, SpaceId};

use crate::support::*;

fn add(case: &mut Case, add: MemberAdd) -> Result<Accepted, ChainError> {
    case.by_founder(Act::MemberAdd(Box::new(add)))
}

#[track_caller]
fn untrusted(result: Result<Accepted, ChainError>) {
    assert_eq!(result.unwrap_err().code(), "bad-membership");
}

#[test]
fn a_nominated_person_is_admitted_and_writes() {
    let (mut case, ben) = Case::with_ben();
    let founder = case.founder().user;
    let member = &case.ledger.chain.membership().members()[&ben.user];
    assert_eq!(
        (member.role, member.state, member.admitted_by),
        (Role::Member, MemberState::Active, Some(founder))
    );
    let team = case.team;
    assert_eq!(case.ledger.write(&ben, team), Ok(Accepted::Content));
    refused(case.ledger.write(&ben, case.desk), Rule::NotInGroup);
}

#[test]
fn nobody_enters_for_a_party_that_has_not_joined() {
    let mut case = Case::founded();
    let verified = case.beta.verified_by(&case.alpha);
    case.by_founder(verified).unwrap();
    let nomination = case.beta.nominate(
        case.ledger.space(),
        &case.beta.person("ben"),
        &[case.team],
        1,
    );
    refused(add(&mut case, nomination), Rule::NotJoined);
}

#[test]
fn nobody_enters_for_a_party_whose_safety_number_was_not_compared() {
    let mut case = Case::founded();
    let (administrator, join) = (case.beta.administrator.clone(), case.beta.join());
    case.ledger.act(&administrator, join).unwrap();
    let nomination = case.beta.nominate(
        case.ledger.space(),
        &case.beta.person("ben"),
        &[case.team],
        1,
    );
    refused(add(&mut case, nomination), Rule::NotVerified);
}

#[test]
fn a_party_joins_once_and_through_its_own_root() {
    let mut case = Case::founded();
    let (beta, mallory) = (case.beta.clone(), Party::new("mallory"));
    let stranger = Party::with_id("mallory", beta.id);
    untrusted(case.ledger.act(&stranger.administrator, stranger.join()));
    refused(
        case.ledger.act(&mallory.administrator, mallory.join()),
        Rule::UnknownOrganisation,
    );
    let error = case
        .ledger
        .act(&mallory.administrator, beta.join())
        .unwrap_err();
    assert_eq!(
        error.code(),
        "wrong-author-key",
        "someone else presents the delegation"
    );
    case.ledger.act(&beta.administrator, beta.join()).unwrap();
    refused(
        case.ledger.act(&beta.administrator, beta.join()),
        Rule::NothingChanges,
    );
}

#[test]
fn a_comparison_is_told_for_ones_own_organisation_and_the_known_root() {
    let (mut case, ben) = Case::with_ben();
    let verified = |verifier: &Party, of: &Party, root: &Party| {
        Act::OrganisationVerified(OrganisationVerified {
            verifier: verifier.id,
            organisation: of.id,
            root: public(&root.root),
            method: VerificationMethod::SafetyNumber,
        })
    };
    let (alpha, beta, delta) = (case.alpha.clone(), case.beta.clone(), Party::new("delta"));
    refused(
        case.by_founder(verified(&beta, &alpha, &alpha)),
        Rule::WrongOrganisation,
    );
    refused(
        case.by_founder(verified(&alpha, &beta, &delta)),
        Rule::RootDiffers,
    );
    refused(
        case.by_founder(verified(&alpha, &delta, &delta)),
        Rule::UnknownOrganisation,
    );
    refused(
        case.ledger.act(&ben, verified(&beta, &alpha, &alpha)),
        Rule::NotAdministrator,
    );
}

#[test]
fn only_an_administrator_admits() {
    let (mut case, ben) = Case::with_ben();
    let nomination = case.beta.nominate(
        case.ledger.space(),
        &case.beta.person("bea"),
        &[case.team],
        2,
    );
    refused(
        case.ledger
            .act(&ben, Act::MemberAdd(Box::new(nomination.clone()))),
        Rule::NotAdministrator,
    );
    let outsider = case.beta.administrator.clone();
    refused(
        case.ledger
            .act(&outsider, Act::MemberAdd(Box::new(nomination))),
        Rule::UnknownAuthor,
    );
    refused(
        case.ledger
            .act(&ben, Act::OrganisationAdmit(Party::new("delta").proposed())),
        Rule::NotAdministrator,
    );
}

#[test]
fn a_nomination_counts_once() {
    let (mut case, _) = Case::with_ben();
    let again = case.beta.nominate(
        case.ledger.space(),
        &case.beta.person("bea"),
        &[case.team],
        1,
    );
    refused(add(&mut case, again), Rule::RequestUsed);
    assert!(
        case.ledger
            .chain
            .membership()
            .request_used(RequestId([1; 16]))
    );
}

#[test]
fn a_consent_for_another_space_admits_nobody() {
    let mut case = Case::joined();
    let elsewhere = case
        .beta
        .nominate(SpaceId([3; 32]), &case.beta.person("ben"), &[case.team], 1);
    refused(add(&mut case, elsewhere), Rule::WrongSpace);
}

#[test]
fn a_consent_is_for_one_certificate_under_one_policy() {
    let mut case = Case::joined();
    let (ben, bea, space) = (
        case.beta.person("ben"),
        case.beta.person("bea"),
        case.ledger.space(),
    );
    let mut swapped = case.beta.nominate(space, &ben, &[case.team], 1);
    swapped.chain = bea.chain;
    refused(add(&mut case, swapped), Rule::CertificateDiffers);
    let mut consent = case.beta.consent(space, &ben, &[case.team], 1);
    consent.policy_hash = [0; 32];
    let other = MemberAdd {
        consent: consent.sign(&case.beta.administrator.key),
        chain: ben.chain,
    };
    refused(add(&mut case, other), Rule::PolicyDiffers);
}

#[test]
fn every_word_of_a_consent_is_signed() {
    let mut case = Case::joined();
    let (ben, space) = (case.beta.person("ben"), case.ledger.space());
    let good = case.beta.nominate(space, &ben, &[case.team], 1);
    let mut raised = good.clone();
    raised.consent.role = Role::Administrator;
    untrusted(add(&mut case, raised));
    let mut wider = good.clone();
    wider.consent.groups = vec![case.desk];
    untrusted(add(&mut case, wider));
    let mut renumbered = good.clone();
    renumbered.consent.request = RequestId([2; 16]);
    untrusted(add(&mut case, renumbered));
    let mut forgetful = good.clone();
    forgetful.consent.history = false;
    untrusted(add(&mut case, forgetful));
    add(&mut case, good).unwrap();
}

#[test]
fn a_self_signed_administrator_nominates_nobody() {
    let mut case = Case::joined();
    let (mut forged, space) = (case.beta.clone(), case.ledger.space());
    let own = key("mallory");
    forged.administrator.chain.delegation =
        Delegation::sign(&own, forged.id, forged.administrator.user, public(&own));
    forged.administrator.key = own;
    let nomination = forged.nominate(space, &forged.person("ben"), &[case.team], 1);
    untrusted(add(&mut case, nomination));
}

#[test]
fn one_signature_where_two_are_due_is_not_enough() {
    let mut case = Case::joined();
    let (ben, space) = (case.beta.person("ben"), case.ledger.space());
    let unsigned = MemberAdd {
        consent: case.beta.consent(space, &ben, &[case.team], 1),
        chain: ben.chain.clone(),
    };
    untrusted(add(&mut case, unsigned));
    // The nominated person signs the consent instead of the administrator.
    let consent = case
        .beta
        .consent(space, &ben, &[case.team], 1)
        .sign(&ben.key);
    untrusted(add(
        &mut case,
        MemberAdd {
            consent,
            chain: ben.chain.clone(),
        },
    ));
    // A certificate that the person issued to themselves.
    let mut own = ben.clone();
    own.chain.cert = PersonCert::certify(ben.chain.cert.request.clone(), &ben.key);
    let nomination = case.beta.nominate(space, &own, &[case.team], 1);
    untrusted(add(&mut case, nomination));
    // A key that the person does not hold.
    let mut taken = ben;
    let mut request = taken.chain.cert.request;
    request.signing_key = public(&key("someone else"));
    taken.chain.cert = PersonCert::certify(request, &case.beta.administrator.key);
    let nomination = case.beta.nominate(space, &taken, &[case.team], 1);
    untrusted(add(&mut case, nomination));
}

#[test]
fn an_organisation_consents_for_its_own_people_only() {
    let mut case = Case::joined();
    let (foreign, space) = (case.alpha.person("ann"), case.ledger.space());
    let nomination = case.beta.nominate(space, &foreign, &[case.team], 1);
    refused(add(&mut case, nomination), Rule::WrongOrganisation);
}

#[test]
fn a_person_is_admitted_once_and_a_key_belongs_to_one_person() {
    let (mut case, ben) = Case::with_ben();
    let space = case.ledger.space();
    let again = case.beta.nominate(space, &ben, &[case.team], 2);
    refused(add(&mut case, again), Rule::MemberKnown);
    let mut request = request(case.beta.id, "bea", &ben.key);
    request = request.sign(&ben.key);
    let mut bea = case.beta.person("bea");
    bea.chain.cert = PersonCert::certify(request, &case.beta.administrator.key);
    let borrowed = case.beta.nominate(space, &bea, &[case.team], 2);
    refused(add(&mut case, borrowed), Rule::MemberKnown);
}

#[test]
fn who_was_removed_comes_back_by_a_new_nomination_and_with_nobody_elses_key() {
    let (mut case, ben) = Case::with_ben();
    let bea = case.beta.person("bea");
    case.admit(&bea, 2);
    let rotation = case.ledger.epoch(case.team, &[&case.founder(), &ben]);
    case.by_founder(Act::MemberRemove {
        user: bea.user,
        rotations: vec![rotation],
    })
    .unwrap();
    let space = case.ledger.space();
    let replayed = case.beta.nominate(space, &bea, &[case.team], 2);
    refused(add(&mut case, replayed), Rule::RequestUsed);
    let mut posing = bea.clone();
    let request = request(case.beta.id, "bea", &ben.key);
    posing.chain.cert = PersonCert::certify(request, &case.beta.administrator.key);
    let nomination = case.beta.nominate(space, &posing, &[case.team], 3);
    refused(add(&mut case, nomination), Rule::MemberKnown);
    case.admit(&bea, 4);
    let team = case.team;
    case.ledger.write(&bea, team).unwrap();
}
