//! The people, certificates and acts that the vectors are about.

use super::*;

pub const GROUP: GroupId = GroupId([0x22; 16]);
pub const POLICY: &[u8] = b"{\"version\":1}";

pub fn prefix(kind: u16, space: SpaceId, author: &str, command: u8) -> Prefix {
    Prefix {
        suite: SUITE_X25519,
        class: CLASS_MEMBERSHIP,
        mode: MODE_PUBLIC,
        kind,
        space,
        group: GroupId::ZERO,
        epoch: 0,
        author: key_id(&public(author)),
        command: CommandId([command; 16]),
        recorded_ms: 1_790_000_000_000,
        offset_min: -90,
        keyring_version: 2,
        nonce: [0; 24],
        key_commit: [0; 32],
        public_len: 0,
        public_hash: [0; 32],
    }
}

pub fn genesis(kind: SpaceKind, root: &str, founder: Option<CertChain>) -> Genesis {
    let organisations = founder
        .iter()
        .map(|chain| proposed(chain.cert.request.organisation, root))
        .collect();
    Genesis {
        kind,
        random: seed("random"),
        root: public(root),
        founder,
        organisations,
        min_suite: SUITE_X25519,
        origin: "https://hawser.example".to_owned(),
        log_key: [0; 32],
        log_keepers: Vec::new(),
        max_age_s: 0,
        policy: POLICY.to_vec(),
    }
}

pub fn proposed(organisation: OrganisationId, root: &str) -> ProposedOrganisation {
    ProposedOrganisation {
        organisation,
        root: public(root),
        status: PartyStatus::BoundMemberState,
    }
}

pub fn founding(genesis: Genesis, author: &str) -> Event {
    let position = Position {
        seq: 0,
        prev: [0; 32],
        seen_root: merkle::empty_root(),
        group_seq: 0,
        encrypted_len: 0,
        encrypted_hash: [0; 32],
        acts: 0,
    };
    let act = Act::Genesis(Box::new(genesis));
    Event::sign(
        prefix(act.kind(), SpaceId::ZERO, author, 1),
        position,
        act.encode(),
        Vec::new(),
        &key(author),
    )
}

pub fn organisation() -> Event {
    founding(
        genesis(SpaceKind::Organisation, "alpha root", None),
        "alpha root",
    )
}

pub fn alpha() -> OrganisationId {
    OrganisationId(organisation().id().0)
}

pub fn request(name: &str) -> CertificateRequest {
    CertificateRequest {
        organisation: alpha(),
        user: user(name),
        generation: 1,
        signing_key: public(name),
        recipient: seed("recipient"),
        hybrid_recipient: Vec::new(),
        name_commit: hash(&[b"hawser/v1/name\0", &seed("salt"), name.as_bytes()]),
        self_signature: [0; 64],
    }
    .sign(&key(name))
}

pub fn chain_of(name: &str) -> CertChain {
    let delegation = Delegation::sign(&key("alpha root"), alpha(), user("ann"), public("ann"));
    CertChain {
        delegation,
        cert: PersonCert::certify(request(name), &key("ann")),
    }
}

pub fn case_genesis() -> Event {
    founding(
        genesis(SpaceKind::Case, "alpha root", Some(chain_of("ann"))),
        "ann",
    )
}

pub fn consent(space: SpaceId) -> Consent {
    Consent {
        space,
        organisation: alpha(),
        cert_hash: chain_of("ben").cert.hash(),
        role: Role::Member,
        groups: vec![GROUP, GroupId([0x23; 16])],
        history: true,
        policy_hash: hash(&[POLICY]),
        request: RequestId([0x44; 16]),
        delegation: chain_of("ben").delegation,
        signature: [0; 64],
    }
    .sign(&key("ann"))
}

pub fn epoch_start(number: u64) -> EpochStart {
    let ann = EpochMember {
        user: user("ann"),
        generation: 1,
        recipient_hash: hash(&[&seed("recipient")]),
    };
    EpochStart {
        group: GROUP,
        number,
        suite: SUITE_X25519,
        members: vec![ann],
        commitment: seed("commitment"),
        recipient: seed("epoch recipient").to_vec(),
        wraps: vec![WrapHash {
            user: user("ann"),
            hash: seed("wrap"),
        }],
    }
}

pub fn acts() -> Vec<(&'static str, Act)> {
    let beta = OrganisationId(seed("beta"));
    let delegation = chain_of("ann").delegation;
    let ben = user("ben");
    let (verifier, method) = (alpha(), VerificationMethod::SafetyNumber);
    let verified = OrganisationVerified {
        verifier,
        organisation: beta,
        root: public("beta root"),
        method,
    };
    let create = GroupCreate {
        group: GROUP,
        purpose: GroupPurpose::Team,
        organisation: OrganisationId::ZERO,
    };
    let to = EpochMember {
        user: ben,
        generation: 1,
        recipient_hash: hash(&[&seed("recipient")]),
    };
    let grant = Grant {
        group: GROUP,
        to,
        first: 1,
        last: 1,
        wrap_hash: seed("wrap"),
    };
    let add = MemberAdd {
        consent: consent(SpaceId(case_genesis().id().0)),
        chain: chain_of("ben"),
    };
    let rotations = || vec![epoch_start(2)];
    let case = genesis(SpaceKind::Case, "alpha root", Some(chain_of("ann")));
    vec![
        ("Genesis of a case", Act::Genesis(Box::new(case))),
        (
            "Genesis of an organisation",
            Act::Genesis(Box::new(genesis(
                SpaceKind::Organisation,
                "alpha root",
                None,
            ))),
        ),
        (
            "OrganisationAdmit",
            Act::OrganisationAdmit(proposed(beta, "beta root")),
        ),
        (
            "OrganisationJoin",
            Act::OrganisationJoin(delegation.clone()),
        ),
        ("OrganisationVerified", Act::OrganisationVerified(verified)),
        ("MemberAdd", Act::MemberAdd(Box::new(add))),
        (
            "MemberSuspend",
            Act::MemberSuspend {
                user: ben,
                lifted: false,
                rotations: rotations(),
            },
        ),
        (
            "MemberSuspend, lifted",
            Act::MemberSuspend {
                user: ben,
                lifted: true,
                rotations: Vec::new(),
            },
        ),
        (
            "MemberRemove",
            Act::MemberRemove {
                user: ben,
                rotations: rotations(),
            },
        ),
        (
            "RoleChange",
            Act::RoleChange {
                user: ben,
                role: Role::Leader,
                rotations: Vec::new(),
            },
        ),
        (
            "KeyChange",
            Act::KeyChange {
                chain: Box::new(chain_of("ben")),
                rotations: rotations(),
            },
        ),
        ("GroupCreate", Act::GroupCreate(create)),
        ("EpochStart", Act::EpochStart(epoch_start(1))),
        ("Grant", Act::Grant(grant)),
        (
            "AdministratorAppoint",
            Act::AdministratorAppoint {
                delegation: delegation.clone(),
                user: ben,
            },
        ),
        (
            "OrganisationWithdraw",
            Act::OrganisationWithdraw {
                delegation: delegation.clone(),
                user: ben,
                rotations: rotations(),
            },
        ),
        ("AdministratorAdd", Act::AdministratorAdd(delegation)),
        ("AdministratorRevoke", Act::AdministratorRevoke(ben)),
        (
            "PersonCert",
            Act::PersonCert(Box::new(chain_of("ann").cert)),
        ),
        ("PersonRevoke", Act::PersonRevoke(ben)),
    ]
}
