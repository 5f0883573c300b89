//! Parties of limited access, roles by kind of space, and who may share.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use hawser_ledger::codec::Layout;
use hawser_ledger::event::{KIND_SHARE, SharePublic};
use hawser_ledger::key::hash;
use hawser_ledger::membership::{
    Act, GroupCreate, GroupPurpose, MembershipRule as Rule, PartyStatus, ProposedOrganisation,
    Role, SpaceKind,
};
use hawser_ledger::{BlobId, ChainError, Event, EventId, GroupId};

use crate::support::*;

/// A case with a third State of limited access: what is shared with it, and its correspondence with the desk.
struct Third {
    case: Case,
    delta: Party,
    shared: GroupId,
    desk: GroupId,
}

fn of(party: &Party, group: GroupId, purpose: GroupPurpose) -> Act {
    Act::GroupCreate(GroupCreate {
        group,
        purpose,
        organisation: party.id,
    })
}

impl Third {
    fn admitted() -> Self {
        let mut case = Case::joined();
        let delta = Party::new("delta");
        let proposed = ProposedOrganisation {
            status: PartyStatus::ThirdState,
            ..delta.proposed()
        };
        case.by_founder(Act::OrganisationAdmit(proposed)).unwrap();
        let verified = delta.verified_by(&case.alpha);
        case.by_founder(verified).unwrap();
        let (shared, desk) = (group("shared delta"), group("desk delta"));
        for (id, purpose) in [
            (shared, GroupPurpose::Shared),
            (desk, GroupPurpose::CheckingDesk),
        ] {
            case.by_founder(of(&delta, id, purpose)).unwrap();
            let start = case.ledger.epoch(id, &[&case.founder()]);
            case.by_founder(Act::EpochStart(start)).unwrap();
        }
        case.ledger.act(&delta.administrator, delta.join()).unwrap();
        Self {
            case,
            delta,
            shared,
            desk,
        }
    }

    fn admit(&mut self, name: &str, groups: &[GroupId], number: u8) -> Person {
        let person = self.delta.person(name);
        let add = self
            .delta
            .nominate(self.case.ledger.space(), &person, groups, number);
        self.case.by_founder(Act::MemberAdd(Box::new(add))).unwrap();
        person
    }
}

#[test]
fn a_third_states_people_hold_their_own_groups_and_never_the_teams() {
    let mut third = Third::admitted();
    let (shared, desk) = (third.shared, third.desk);
    let mut groups = [shared, desk];
    groups.sort_unstable();
    let dan = third.admit("dan", &groups, 1);
    for id in groups {
        let grant = third.case.ledger.grant(id, &dan, 1);
        third.case.by_founder(grant).unwrap();
        third.case.ledger.write(&dan, id).unwrap();
    }
    let team = third.case.ledger.grant(third.case.team, &dan, 1);
    refused(third.case.by_founder(team), Rule::BeyondConsent);
    let general = third.case.ledger.grant(third.case.desk, &dan, 1);
    refused(third.case.by_founder(general), Rule::NotAdministrator);
    let due = |third: &Third| {
        let member = third.case.ledger.chain.membership().members()[&dan.user].clone();
        third.case.ledger.chain.membership().groups_due(
            member.organisation,
            member.role,
            member.consent.as_deref(),
        )
    };
    assert_eq!(due(&third), groups);
}

#[test]
fn whom_the_team_consented_for_shares_with_a_party_that_came_later() {
    let mut third = Third::admitted();
    let ben = third.case.beta.person("ben");
    third.case.admit(&ben, 7);
    // Ben's consent names the team only, and was given before anybody knew of delta.
    let grant = third.case.ledger.grant(third.shared, &ben, 1);
    third.case.by_founder(grant).unwrap();
    let desk = third.case.ledger.grant(third.desk, &ben, 1);
    refused(third.case.by_founder(desk), Rule::NotAdministrator);
}

/// What their own organisation consents to is not what the team grants.
#[test]
fn a_consent_to_the_teams_group_opens_nothing_to_people_of_limited_access() {
    let mut third = Third::admitted();
    let team = third.case.team;
    let mut groups = [team, third.shared, third.desk];
    groups.sort_unstable();
    let dan = third.admit("dan", &groups, 1);
    let grant = third.case.ledger.grant(team, &dan, 1);
    refused(third.case.by_founder(grant), Rule::BeyondConsent);
    let member = third.case.ledger.chain.membership().members()[&dan.user].clone();
    let due = third.case.ledger.chain.membership().groups_due(
        member.organisation,
        member.role,
        member.consent.as_deref(),
    );
    assert!(!due.contains(&team));
}

#[test]
fn access_is_limited_before_anybody_has_it() {
    let mut case = Case::joined();
    let alpha = &case.alpha;
    let own = of(alpha, group("shared alpha"), GroupPurpose::Shared);
    refused(case.by_founder(own), Rule::MemberKnown);
}

#[test]
fn nobody_of_a_third_state_administers_a_case() {
    let mut third = Third::admitted();
    let dan = third.admit("dan", &[third.shared], 1);
    let promote = Act::RoleChange {
        user: dan.user,
        role: Role::Administrator,
        rotations: Vec::new(),
    };
    refused(third.case.by_founder(promote), Rule::StatusForbids);
}

#[test]
fn an_organisation_has_one_group_of_each_purpose() {
    let mut third = Third::admitted();
    let delta = &third.delta;
    let again = of(delta, group("again"), GroupPurpose::Shared);
    let desk = of(delta, group("desk again"), GroupPurpose::CheckingDesk);
    let stranger = of(
        &Party::new("epsilon"),
        group("stranger"),
        GroupPurpose::CheckingDesk,
    );
    refused(third.case.by_founder(again), Rule::GroupKnown);
    refused(third.case.by_founder(desk), Rule::GroupKnown);
    refused(third.case.by_founder(stranger), Rule::UnknownOrganisation);
}

#[test]
fn roles_belong_to_kinds_of_space() {
    for (kind, role, belongs) in [
        (SpaceKind::Mission, Role::Assessor, true),
        (SpaceKind::Mission, Role::Host, true),
        (SpaceKind::Mission, Role::Administrator, false),
        (SpaceKind::Programme, Role::Manager, true),
        (SpaceKind::Programme, Role::Host, false),
        (SpaceKind::Case, Role::Manager, false),
        (SpaceKind::Case, Role::Support, true),
    ] {
        assert_eq!(role.belongs(kind), belongs, "{role:?} in {kind:?}");
    }
    let alpha = Party::new("alpha");
    let genesis = genesis(SpaceKind::Mission, Some(&alpha), &alpha.root, &[&alpha]);
    let mut ledger = Ledger::found(genesis, &alpha.administrator.key).unwrap();
    let founder = alpha.administrator.clone();
    let member = ledger.chain.membership().members()[&founder.user].clone();
    assert_eq!(
        member.role,
        Role::Manager,
        "who founds a mission manages it"
    );
    let team = group("team");
    ledger
        .act(&founder, create(team, GroupPurpose::Team))
        .unwrap();
    let start = ledger.epoch(team, &[&founder]);
    ledger.act(&founder, Act::EpochStart(start)).unwrap();
    let ben = alpha.person("ben");
    let add = alpha.nominate(ledger.space(), &ben, &[team], 1);
    refused(
        ledger.act(&founder, Act::MemberAdd(Box::new(add))),
        Rule::WrongRole,
    );
}

fn share(case: &Case, author: &Person, public: &SharePublic) -> Event {
    let event = case.ledger.content_event(&author.key, case.team);
    let mut prefix = event.header.prefix;
    prefix.kind = KIND_SHARE;
    Event::sign(
        prefix,
        event.header.position,
        public.encode(),
        event.encrypted,
        &author.key,
    )
}

#[test]
fn support_shares_nothing_and_nobody_shares_unchecked() {
    let (mut case, ben) = Case::with_ben();
    let public = SharePublic {
        originals: vec![EventId(hash(&[b"original"]))],
        blobs: vec![BlobId([3; 16])],
        necessity: true,
    };
    let unchecked = SharePublic {
        necessity: false,
        ..public.clone()
    };
    assert_eq!(
        case.ledger.accept(&share(&case, &ben, &unchecked)).err(),
        Some(ChainError::Header)
    );
    let good = share(&case, &ben, &public);
    case.ledger.accept(&good).unwrap();
    case.by_founder(Act::RoleChange {
        user: ben.user,
        role: Role::Support,
        rotations: Vec::new(),
    })
    .unwrap();
    let late = share(&case, &ben, &public);
    refused(case.ledger.accept(&late), Rule::MayNotShare);
}

#[test]
fn the_public_part_of_a_share_is_read_strictly() {
    let public = SharePublic {
        originals: vec![EventId([1; 32]), EventId([0; 32])],
        blobs: vec![BlobId([1; 16]), BlobId([2; 16])],
        necessity: true,
    };
    let bytes = public.encode();
    assert_eq!(SharePublic::decode(&bytes).unwrap(), public);
    let refused = |change: &dyn Fn(&mut SharePublic)| {
        let mut other = public.clone();
        change(&mut other);
        SharePublic::decode(&other.encode()).is_err()
    };
    assert!(refused(&|share| share.originals.clear()));
    assert!(refused(&|share| share.blobs.reverse()));
    assert!(refused(&|share| share.blobs[1] = share.blobs[0]));
    assert!(refused(
        &|share| share.originals = vec![EventId([1; 32]); 257]
    ));
    for length in 0..bytes.len() {
        assert!(SharePublic::decode(&bytes[..length]).is_err());
    }
    let mut longer = bytes.clone();
    longer.push(0);
    assert!(SharePublic::decode(&longer).is_err());
}
