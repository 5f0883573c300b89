//! Founding an organisation and a case, and who administers them.

use hawser_ledger::codec::Layout;
use hawser_ledger::membership::{
    Act, MemberState, MembershipRule as Rule, PartyStatus, ProposedOrganisation, Role, SpaceKind,
};
use hawser_ledger::person::{CertChain, Delegation, PersonCert};
use hawser_ledger::{Chain, ChainError, Event, OrganisationId};

use crate::support::*;

/// An organisation's own space after its founding.
struct Organisation {
    ledger: Ledger,
    party: Party,
    root: Person,
}

fn organisation() -> Organisation {
    let root = key("gamma root");
    let ledger = Ledger::found(genesis(SpaceKind::Organisation, None, &root, &[]), &root).unwrap();
    let party = Party::with_id("gamma", OrganisationId::from(ledger.space()));
    let root = Person { key: root, ..party.administrator.clone() };
    Organisation { ledger, party, root }
}

impl Organisation {
    /// Delegated and certified by themselves: the founding administrator.
    fn founded() -> Self {
        let mut organisation = organisation();
        let chain = organisation.party.administrator.chain.clone();
        organisation.by_root(Act::AdministratorAdd(chain.delegation)).unwrap();
        organisation.by_administrator(Act::PersonCert(Box::new(chain.cert))).unwrap();
        organisation
    }
    fn by_root(&mut self, act: Act) -> Result<hawser_ledger::chain::Accepted, ChainError> {
        let root = self.root.clone();
        self.ledger.act(&root, act)
    }
    fn by_administrator(&mut self, act: Act) -> Result<hawser_ledger::chain::Accepted, ChainError> {
        let administrator = self.party.administrator.clone();
        self.ledger.act(&administrator, act)
    }
    fn certify(&mut self, name: &str) -> Person {
        let person = self.party.person(name);
        self.by_administrator(Act::PersonCert(Box::new(person.chain.cert.clone()))).unwrap();
        person
    }
    fn delegation(&self, person: &Person) -> Act {
        let key = public(&person.key);
        Act::AdministratorAdd(Delegation::sign(&self.party.root, self.party.id, person.user, key))
    }
}

#[test]
fn an_organisation_is_founded_by_its_root_and_its_first_administrator() {
    let organisation = Organisation::founded();
    let membership = organisation.ledger.chain.membership();
    let founder = &membership.members()[&organisation.party.administrator.user];
    assert_eq!((founder.role, founder.state), (Role::Administrator, MemberState::Active));
    assert_eq!(membership.root(), &public(&organisation.root.key));
    assert_eq!(organisation.ledger.space(), organisation.party.id.into());
}

#[test]
fn a_genesis_is_signed_by_the_key_it_names() {
    let root = key("gamma root");
    let genesis_of = || genesis(SpaceKind::Organisation, None, &root, &[]);
    assert!(matches!(Ledger::found(genesis_of(), &key("mallory")), Err(ChainError::Event(_))));
    let alpha = Party::new("alpha");
    let case = genesis(SpaceKind::Case, Some(&alpha), &alpha.root, &[&alpha]);
    assert!(matches!(Ledger::found(case, &alpha.root), Err(ChainError::Event(_))));
}

#[test]
fn an_organisation_has_no_founder_but_its_root_and_a_case_has_one() {
    let alpha = Party::new("alpha");
    let with = genesis(SpaceKind::Organisation, Some(&alpha), &alpha.root, &[&alpha]);
    let without = genesis(SpaceKind::Case, None, &alpha.root, &[&alpha]);
    let wrong = ChainError::from(Rule::WrongKind);
    assert_eq!(Ledger::found(with, &alpha.administrator.key).err(), Some(wrong));
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
    let again = genesis(SpaceKind::Case, Some(&case.alpha), &case.alpha.root, &[&case.alpha]);
    refused(case.by_founder(Act::Genesis(Box::new(again))), Rule::GenesisOnce);
    let event = case.ledger.event(&case.founder().key, &create(group("x"), hawser_ledger::membership::GroupPurpose::Special));
    assert!(matches!(Chain::found(&event), Err(ChainError::Sequence { expected: 0, .. })));
}

#[test]
fn a_genesis_that_claims_a_past_is_refused() {
    let alpha = Party::new("alpha");
    let body = genesis(SpaceKind::Case, Some(&alpha), &alpha.root, &[&alpha]);
    let good = genesis_event(body, &alpha.administrator.key);
    let found = |change: &dyn Fn(&mut hawser_ledger::Header)| {
        let mut header = good.header.clone();
        change(&mut header);
        let event =
            Event::sign(header.prefix, header.position, good.public.clone(), Vec::new(), &alpha.administrator.key);
        Chain::found(&event).err()
    };
    assert_eq!(found(&|_| ()), None);
    assert_eq!(found(&|header| header.position.prev = [1; 32]), Some(ChainError::Header));
    assert_eq!(found(&|header| header.position.seen_root = [0; 32]), Some(ChainError::SeenRoot));
    assert_eq!(found(&|header| header.position.group_seq = 1), Some(ChainError::Header));
    assert_eq!(found(&|header| header.prefix.space.0 = [1; 32]), Some(ChainError::Header));
    assert_eq!(found(&|header| header.prefix.kind = 2), Some(ChainError::Header));
    assert_eq!(found(&|header| header.prefix.epoch = 1), Some(ChainError::Header));
}

#[test]
fn only_the_root_makes_and_unmakes_administrators() {
    let mut organisation = Organisation::founded();
    let ann = organisation.certify("ann");
    let delegation = organisation.delegation(&ann);
    refused(organisation.by_administrator(delegation.clone()), Rule::NotRoot);
    organisation.by_root(delegation).unwrap();
    assert_eq!(organisation.ledger.chain.membership().members()[&ann.user].role, Role::Administrator);
    refused(organisation.by_administrator(Act::AdministratorRevoke(ann.user)), Rule::NotRoot);
    organisation.by_root(Act::AdministratorRevoke(ann.user)).unwrap();
    assert_eq!(organisation.ledger.chain.membership().members()[&ann.user].role, Role::Member);
}

#[test]
fn an_administrator_cannot_raise_a_colleague_past_the_root() {
    let mut organisation = Organisation::founded();
    let ann = organisation.certify("ann");
    let raise = Act::RoleChange { user: ann.user, role: Role::Administrator, rotations: Vec::new() };
    refused(organisation.by_administrator(raise), Rule::WrongKind);
}

#[test]
fn a_delegated_administrator_is_certified_with_the_delegated_key_only() {
    let mut organisation = organisation();
    let chain = organisation.party.administrator.chain.clone();
    organisation.by_root(Act::AdministratorAdd(chain.delegation)).unwrap();
    // The founding administrator with a key that the root never saw.
    let mut other = chain.cert.request.clone();
    other.signing_key = public(&key("another"));
    let cert = PersonCert::certify(other.sign(&key("another")), &organisation.party.administrator.key);
    refused(organisation.by_administrator(Act::PersonCert(Box::new(cert))), Rule::CertificateDiffers);
    organisation.by_administrator(Act::PersonCert(Box::new(chain.cert))).unwrap();

    // A second one, delegated first and then certified by the first with a substituted key.
    let ann = organisation.party.person("ann");
    let delegation = organisation.delegation(&ann);
    organisation.by_root(delegation).unwrap();
    let mut other = ann.chain.cert.request.clone();
    other.signing_key = public(&key("substituted"));
    let cert = PersonCert::certify(other.sign(&key("substituted")), &organisation.party.administrator.key);
    refused(organisation.by_administrator(Act::PersonCert(Box::new(cert))), Rule::CertificateDiffers);
    organisation.by_administrator(Act::PersonCert(Box::new(ann.chain.cert))).unwrap();
}

#[test]
fn a_certificate_needs_an_active_delegated_administrator() {
    let mut organisation = Organisation::founded();
    let (ann, bob) = (organisation.certify("ann"), organisation.party.person("bob"));
    let by_ann = PersonCert::certify(bob.chain.cert.request.clone(), &ann.key);
    refused(organisation.ledger.act(&ann, Act::PersonCert(Box::new(by_ann))), Rule::NotAdministrator);
    let mut unsigned = bob.chain.cert.clone();
    unsigned.request.self_signature = [1; 64];
    let error = organisation.by_administrator(Act::PersonCert(Box::new(unsigned))).unwrap_err();
    assert_eq!(error.code(), "bad-membership");
    let elsewhere = Party::new("alpha").person("bob").chain.cert.request;
    let cert = PersonCert::certify(elsewhere, &organisation.party.administrator.key);
    refused(organisation.by_administrator(Act::PersonCert(Box::new(cert))), Rule::WrongSpace);
    let again = ann.chain.cert.clone();
    refused(organisation.by_administrator(Act::PersonCert(Box::new(again))), Rule::MemberKnown);
}

#[test]
fn the_last_administrator_of_an_organisation_stays() {
    let mut organisation = Organisation::founded();
    let first = organisation.party.administrator.user;
    let revoke = Act::AdministratorRevoke(first);
    refused(organisation.by_root(revoke.clone()), Rule::LastAdministrator);
    refused(organisation.by_administrator(Act::PersonRevoke(first)), Rule::Oneself);
    // A delegation whose person was never certified administers nothing.
    let ann = organisation.party.person("ann");
    let delegation = organisation.delegation(&ann);
    organisation.by_root(delegation).unwrap();
    refused(organisation.by_root(revoke.clone()), Rule::LastAdministrator);
    organisation.by_administrator(Act::PersonCert(Box::new(ann.chain.cert.clone()))).unwrap();
    // Nor does that of a person who has left.
    organisation.by_administrator(Act::PersonRevoke(ann.user)).unwrap();
    assert!(!organisation.ledger.chain.membership().delegations().contains_key(&ann.user));
    refused(organisation.by_root(revoke), Rule::LastAdministrator);
    let delegation = organisation.delegation(&ann);
    refused(organisation.by_root(delegation), Rule::NotActive);
}

#[test]
fn a_revoked_person_writes_nothing_in_the_organisation_any_more() {
    let mut organisation = Organisation::founded();
    let ann = organisation.certify("ann");
    let team = group("team");
    organisation.by_administrator(create(team, hawser_ledger::membership::GroupPurpose::Team)).unwrap();
    let start = organisation.ledger.epoch(team, &[&organisation.party.administrator, &ann]);
    organisation.by_administrator(Act::EpochStart(start)).unwrap();
    organisation.ledger.write(&ann, team).unwrap();
    organisation.by_administrator(Act::PersonRevoke(ann.user)).unwrap();
    assert!(organisation.ledger.frozen(team));
    refused(organisation.ledger.write(&ann, team), Rule::NotActive);
}

#[test]
fn an_organisations_own_space_admits_and_joins_nobody_else() {
    let mut organisation = Organisation::founded();
    let beta = Party::new("beta");
    refused(organisation.by_administrator(Act::OrganisationAdmit(beta.proposed())), Rule::WrongKind);
    let verified = beta.verified_by(&organisation.party);
    organisation.by_administrator(verified).unwrap();
    refused(organisation.ledger.act(&beta.administrator, beta.join()), Rule::WrongKind);
    let add = beta.nominate(organisation.ledger.space(), &beta.person("ben"), &[], 1);
    refused(organisation.by_administrator(Act::MemberAdd(Box::new(add))), Rule::WrongKind);
    let remove = Act::MemberRemove { user: organisation.party.administrator.user, rotations: Vec::new() };
    refused(organisation.by_administrator(remove), Rule::WrongKind);
}

#[test]
fn the_acts_of_an_organisation_do_not_belong_in_a_case() {
    let mut case = Case::founded();
    let chain: CertChain = case.founder().chain;
    refused(case.by_founder(Act::AdministratorAdd(chain.delegation)), Rule::WrongKind);
    refused(case.by_founder(Act::AdministratorRevoke(case.founder().user)), Rule::WrongKind);
    refused(case.by_founder(Act::PersonCert(Box::new(chain.cert))), Rule::WrongKind);
    refused(case.by_founder(Act::PersonRevoke(case.founder().user)), Rule::WrongKind);
}

#[test]
fn a_kind_of_a_later_version_stops_with_update_needed() {
    let mut case = Case::founded();
    let act = create(group("later"), hawser_ledger::membership::GroupPurpose::Special);
    let mut event = case.ledger.event(&case.founder().key, &act);
    event.header.prefix.kind = 18;
    let event = Event::sign(
        event.header.prefix,
        event.header.position,
        b"anything".to_vec(),
        Vec::new(),
        &case.founder().key,
    );
    assert_eq!(case.ledger.accept(&event).unwrap_err().code(), "update-needed");
}

#[test]
fn a_party_is_admitted_once() {
    let mut case = Case::joined();
    let delta = Party::new("delta");
    let proposed = ProposedOrganisation { status: PartyStatus::ThirdState, ..delta.proposed() };
    case.by_founder(Act::OrganisationAdmit(proposed)).unwrap();
    assert!(case.ledger.chain.membership().organisations()[&delta.id].joined.is_none());
    refused(case.by_founder(Act::OrganisationAdmit(delta.proposed())), Rule::OrganisationKnown);
    assert_eq!(Act::OrganisationAdmit(delta.proposed()).encode(), delta.proposed().encode());
}
