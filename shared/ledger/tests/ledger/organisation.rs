//! An organisation's own space: its root, its administrators, its people.
#![expect(
    clippy::unwrap_used,
    reason = "a helper that cannot help should stop the test"
)]

use hawser_ledger::chain::Accepted;
use hawser_ledger::membership::{
    Act, GroupPurpose, MemberState, MembershipRule as Rule, Role, SpaceKind,
};
use hawser_ledger::person::{Delegation, PersonCert};
use hawser_ledger::{ChainError, OrganisationId};

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
    let root = Person {
        key: root,
        ..party.administrator.clone()
    };
    Organisation {
        ledger,
        party,
        root,
    }
}

impl Organisation {
    /// Delegated and certified by themselves: the founding administrator.
    fn founded() -> Self {
        let mut organisation = organisation();
        let chain = organisation.party.administrator.chain.clone();
        organisation
            .by_root(Act::AdministratorAdd(chain.delegation))
            .unwrap();
        organisation
            .by_administrator(Act::PersonCert(Box::new(chain.cert)))
            .unwrap();
        organisation
    }
    fn by_root(&mut self, act: Act) -> Result<Accepted, ChainError> {
        let root = self.root.clone();
        self.ledger.act(&root, act)
    }
    fn by_administrator(&mut self, act: Act) -> Result<Accepted, ChainError> {
        let administrator = self.party.administrator.clone();
        self.ledger.act(&administrator, act)
    }
    fn certify(&mut self, name: &str) -> Person {
        let person = self.party.person(name);
        self.by_administrator(Act::PersonCert(Box::new(person.chain.cert.clone())))
            .unwrap();
        person
    }
    fn delegation(&self, person: &Person) -> Act {
        let key = public(&person.key);
        Act::AdministratorAdd(Delegation::sign(
            &self.party.root,
            self.party.id,
            person.user,
            key,
        ))
    }
}

#[test]
fn an_organisation_is_founded_by_its_root_and_its_first_administrator() {
    let organisation = Organisation::founded();
    let membership = organisation.ledger.chain.membership();
    let founder = &membership.members()[&organisation.party.administrator.user];
    assert_eq!(
        (founder.role, founder.state),
        (Role::Administrator, MemberState::Active)
    );
    assert_eq!(membership.root(), &public(&organisation.root.key));
    assert_eq!(organisation.ledger.space(), organisation.party.id.into());
}

#[test]
fn only_the_root_makes_and_unmakes_administrators() {
    let mut organisation = Organisation::founded();
    let ann = organisation.certify("ann");
    let delegation = organisation.delegation(&ann);
    refused(
        organisation.by_administrator(delegation.clone()),
        Rule::NotRoot,
    );
    organisation.by_root(delegation).unwrap();
    assert_eq!(
        organisation.ledger.chain.membership().members()[&ann.user].role,
        Role::Administrator
    );
    refused(
        organisation.by_administrator(Act::AdministratorRevoke(ann.user)),
        Rule::NotRoot,
    );
    organisation
        .by_root(Act::AdministratorRevoke(ann.user))
        .unwrap();
    assert_eq!(
        organisation.ledger.chain.membership().members()[&ann.user].role,
        Role::Member
    );
}

#[test]
fn an_administrator_cannot_raise_a_colleague_past_the_root() {
    let mut organisation = Organisation::founded();
    let ann = organisation.certify("ann");
    let raise = Act::RoleChange {
        user: ann.user,
        role: Role::Administrator,
        rotations: Vec::new(),
    };
    refused(organisation.by_administrator(raise), Rule::WrongKind);
}

#[test]
fn a_delegated_administrator_is_certified_with_the_delegated_key_only() {
    let mut organisation = organisation();
    let chain = organisation.party.administrator.chain.clone();
    organisation
        .by_root(Act::AdministratorAdd(chain.delegation))
        .unwrap();
    // The founding administrator with a key that the root never saw.
    let mut other = chain.cert.request.clone();
    other.signing_key = public(&key("another"));
    let cert = PersonCert::certify(
        other.sign(&key("another")),
        &organisation.party.administrator.key,
    );
    refused(
        organisation.by_administrator(Act::PersonCert(Box::new(cert))),
        Rule::CertificateDiffers,
    );
    organisation
        .by_administrator(Act::PersonCert(Box::new(chain.cert)))
        .unwrap();

    // A second one, delegated first and then certified by the first with a substituted key.
    let ann = organisation.party.person("ann");
    let delegation = organisation.delegation(&ann);
    organisation.by_root(delegation).unwrap();
    let mut other = ann.chain.cert.request.clone();
    other.signing_key = public(&key("substituted"));
    let cert = PersonCert::certify(
        other.sign(&key("substituted")),
        &organisation.party.administrator.key,
    );
    refused(
        organisation.by_administrator(Act::PersonCert(Box::new(cert))),
        Rule::CertificateDiffers,
    );
    organisation
        .by_administrator(Act::PersonCert(Box::new(ann.chain.cert)))
        .unwrap();
}

#[test]
fn a_certificate_needs_an_active_delegated_administrator() {
    let mut organisation = Organisation::founded();
    let (ann, bob) = (
        organisation.certify("ann"),
        organisation.party.person("bob"),
    );
    let by_ann = PersonCert::certify(bob.chain.cert.request.clone(), &ann.key);
    refused(
        organisation
            .ledger
            .act(&ann, Act::PersonCert(Box::new(by_ann))),
        Rule::NotAdministrator,
    );
    let mut unsigned = bob.chain.cert.clone();
    unsigned.request.self_signature = [1; 64];
    let error = organisation
        .by_administrator(Act::PersonCert(Box::new(unsigned)))
        .unwrap_err();
    assert_eq!(error.code(), "bad-membership");
    let elsewhere = Party::new("alpha").person("bob").chain.cert.request;
    let cert = PersonCert::certify(elsewhere, &organisation.party.administrator.key);
    refused(
        organisation.by_administrator(Act::PersonCert(Box::new(cert))),
        Rule::WrongSpace,
    );
    let again = ann.chain.cert.clone();
    refused(
        organisation.by_administrator(Act::PersonCert(Box::new(again))),
        Rule::MemberKnown,
    );
}

#[test]
fn the_last_administrator_of_an_organisation_stays() {
    let mut organisation = Organisation::founded();
    let first = organisation.party.administrator.user;
    let revoke = Act::AdministratorRevoke(first);
    refused(
        organisation.by_root(revoke.clone()),
        Rule::LastAdministrator,
    );
    refused(
        organisation.by_administrator(Act::PersonRevoke(first)),
        Rule::Oneself,
    );
    // A delegation whose person was never certified administers nothing.
    let ann = organisation.party.person("ann");
    let delegation = organisation.delegation(&ann);
    organisation.by_root(delegation).unwrap();
    refused(
        organisation.by_root(revoke.clone()),
        Rule::LastAdministrator,
    );
    organisation
        .by_administrator(Act::PersonCert(Box::new(ann.chain.cert.clone())))
        .unwrap();
    // Nor does that of a person who has left.
    organisation
        .by_administrator(Act::PersonRevoke(ann.user))
        .unwrap();
    assert!(
        !organisation
            .ledger
            .chain
            .membership()
            .delegations()
            .contains_key(&ann.user)
    );
    refused(organisation.by_root(revoke), Rule::LastAdministrator);
    let delegation = organisation.delegation(&ann);
    refused(organisation.by_root(delegation), Rule::NotActive);
}

#[test]
fn a_revoked_person_writes_nothing_in_the_organisation_any_more() {
    let mut organisation = Organisation::founded();
    let ann = organisation.certify("ann");
    let team = group("team");
    organisation
        .by_administrator(create(team, GroupPurpose::Team))
        .unwrap();
    let start = organisation
        .ledger
        .epoch(team, &[&organisation.party.administrator, &ann]);
    organisation
        .by_administrator(Act::EpochStart(start))
        .unwrap();
    organisation.ledger.write(&ann, team).unwrap();
    organisation
        .by_administrator(Act::PersonRevoke(ann.user))
        .unwrap();
    assert!(organisation.ledger.frozen(team));
    refused(organisation.ledger.write(&ann, team), Rule::NotActive);
}

#[test]
fn an_organisations_own_space_admits_and_joins_nobody_else() {
    let mut organisation = Organisation::founded();
    let beta = Party::new("beta");
    refused(
        organisation.by_administrator(Act::OrganisationAdmit(beta.proposed())),
        Rule::WrongKind,
    );
    let verified = beta.verified_by(&organisation.party);
    organisation.by_administrator(verified).unwrap();
    refused(
        organisation.ledger.act(&beta.administrator, beta.join()),
        Rule::WrongKind,
    );
    let add = beta.nominate(organisation.ledger.space(), &beta.person("ben"), &[], 1);
    refused(
        organisation.by_administrator(Act::MemberAdd(Box::new(add))),
        Rule::WrongKind,
    );
    let remove = Act::MemberRemove {
        user: organisation.party.administrator.user,
        rotations: Vec::new(),
    };
    refused(organisation.by_administrator(remove), Rule::WrongKind);
}
