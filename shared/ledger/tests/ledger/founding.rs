//! Founding a space, and what belongs in which kind of space.

use hawser_ledger::codec::Layout;
use hawser_ledger::membership::{
    Act, GroupPurpose, MembershipRule as Rule, PartyStatus, ProposedOrganisation, SpaceKind,
};
use hawser_ledger::person::{CertChain, Delegation};
use hawser_ledger::{Chain, ChainError, Event};

use crate::support::*;

#[test]
fn a_genesis_is_signed_by_the_key_it_names() {
    let root = key("gamma root");
    let genesis_of = || genesis(SpaceKind::Organisation, None, &root, &[]);
    assert!(matches!(
        Ledger::found(genesis_of(), &key("mallory")),
        Err(ChainError::Event(_))
    ));
    let alpha = Party::new("alpha");
    let case = genesis(SpaceKind::Case, Some(&alpha), &alpha.root, &[&alpha]);
    assert!(matches!(
        Ledger::found(case, &alpha.root),
        Err(ChainError::Event(_))
    ));
}

#[test]
fn an_organisation_has_no_founder_but_its_root_and_a_case_has_one() {
    let alpha = Party::new("alpha");
    let with = genesis(
        SpaceKind::Organisation,
        Some(&alpha),
        &alpha.root,
        &[&alpha],
    );
    let without = genesis(SpaceKind::Case, None, &alpha.root, &[&alpha]);
    let wrong = ChainError::from(Rule::WrongKind);
    assert_eq!(
        Ledger::found(with, &alpha.administrator.key).err(),
        Some(wrong)
    );
    assert_eq!(Ledger::found(without, &alpha.root).err(), Some(wrong));
}

#[test]
fn a_self_signed_administrator_founds_nothing() {
    let alpha = Party::new("alpha");
    let mut forged = alpha.clone();
    let own = &alpha.administrator.key;
    let delegation = Delegation::sign(own, alpha.id, alpha.administrator.user, public(own));
    forged.administrator.chain.delegation = delegation;
    let genesis = genesis(SpaceKind::Case, Some(&forged), &alpha.root, &[&alpha]);
    let error = Ledger::found(genesis, own).err().unwrap();
    assert_eq!(error.code(), "bad-membership");
}

#[test]
fn the_founders_organisation_is_among_the_parties_with_its_root() {
    let (alpha, beta) = (Party::new("alpha"), Party::new("beta"));
    let missing = genesis(SpaceKind::Case, Some(&alpha), &alpha.root, &[&beta]);
    let error = Ledger::found(missing, &alpha.administrator.key).err();
    assert_eq!(error, Some(Rule::UnknownOrganisation.into()));
    let mut other = genesis(SpaceKind::Case, Some(&alpha), &alpha.root, &[&alpha]);
    other.organisations[0].root = public(&beta.root);
    let error = Ledger::found(other, &alpha.administrator.key).err();
    assert_eq!(error, Some(Rule::RootDiffers.into()));
}

#[test]
fn a_genesis_stands_first_and_only_there() {
    let mut case = Case::founded();
    let again = genesis(
        SpaceKind::Case,
        Some(&case.alpha),
        &case.alpha.root,
        &[&case.alpha],
    );
    refused(
        case.by_founder(Act::Genesis(Box::new(again))),
        Rule::GenesisOnce,
    );
    let event = case.ledger.event(
        &case.founder().key,
        &create(group("x"), GroupPurpose::Special),
    );
    assert!(matches!(
        Chain::found(&event),
        Err(ChainError::Sequence { expected: 0, .. })
    ));
}

#[test]
fn a_genesis_that_claims_a_past_is_refused() {
    let alpha = Party::new("alpha");
    let body = genesis(SpaceKind::Case, Some(&alpha), &alpha.root, &[&alpha]);
    let good = genesis_event(body, &alpha.administrator.key);
    let found = |change: &dyn Fn(&mut hawser_ledger::Header)| {
        let mut header = good.header.clone();
        change(&mut header);
        let event = Event::sign(
            header.prefix,
            header.position,
            good.public.clone(),
            Vec::new(),
            &alpha.administrator.key,
        );
        Chain::found(&event).err()
    };
    assert_eq!(found(&|_| ()), None);
    assert_eq!(
        found(&|header| header.position.prev = [1; 32]),
        Some(ChainError::Header)
    );
    assert_eq!(
        found(&|header| header.position.seen_root = [0; 32]),
        Some(ChainError::SeenRoot)
    );
    assert_eq!(
        found(&|header| header.position.group_seq = 1),
        Some(ChainError::Header)
    );
    assert_eq!(
        found(&|header| header.prefix.space.0 = [1; 32]),
        Some(ChainError::Header)
    );
    assert_eq!(
        found(&|header| header.prefix.kind = 2),
        Some(ChainError::Header)
    );
    assert_eq!(
        found(&|header| header.prefix.epoch = 1),
        Some(ChainError::Header)
    );
}

#[test]
fn the_acts_of_an_organisation_do_not_belong_in_a_case() {
    let mut case = Case::founded();
    let chain: CertChain = case.founder().chain;
    refused(
        case.by_founder(Act::AdministratorAdd(chain.delegation)),
        Rule::WrongKind,
    );
    refused(
        case.by_founder(Act::AdministratorRevoke(case.founder().user)),
        Rule::WrongKind,
    );
    refused(
        case.by_founder(Act::PersonCert(Box::new(chain.cert))),
        Rule::WrongKind,
    );
    refused(
        case.by_founder(Act::PersonRevoke(case.founder().user)),
        Rule::WrongKind,
    );
}

#[test]
fn a_kind_of_a_later_version_stops_with_update_needed() {
    let mut case = Case::founded();
    let act = create(group("later"), GroupPurpose::Special);
    let mut event = case.ledger.event(&case.founder().key, &act);
    event.header.prefix.kind = 18;
    let event = Event::sign(
        event.header.prefix,
        event.header.position,
        b"anything".to_vec(),
        Vec::new(),
        &case.founder().key,
    );
    assert_eq!(
        case.ledger.accept(&event).unwrap_err().code(),
        "update-needed"
    );
}

#[test]
fn a_party_is_admitted_once() {
    let mut case = Case::joined();
    let delta = Party::new("delta");
    let proposed = ProposedOrganisation {
        status: PartyStatus::ThirdState,
        ..delta.proposed()
    };
    case.by_founder(Act::OrganisationAdmit(proposed)).unwrap();
    assert!(
        case.ledger.chain.membership().organisations()[&delta.id]
            .joined
            .is_none()
    );
    refused(
        case.by_founder(Act::OrganisationAdmit(delta.proposed())),
        Rule::OrganisationKnown,
    );
    assert_eq!(
        Act::OrganisationAdmit(delta.proposed()).encode(),
        delta.proposed().encode()
    );
}
