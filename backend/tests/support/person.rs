//! People and organisations: registered, certified, signed in.

use ed25519_dalek::SigningKey;
use hawser_ledger::codec::Layout as _;
use hawser_ledger::consent::Consent;
use hawser_ledger::event::Event;
use hawser_ledger::header::{CLASS_MEMBERSHIP, MODE_PUBLIC, Position};
use hawser_ledger::membership::{
    Act, Genesis, GroupPurpose, MemberAdd, OrganisationVerified, PartyStatus, ProposedOrganisation,
    Role, SpaceKind, VerificationMethod,
};
use hawser_ledger::merkle::empty_root;
use hawser_ledger::person::{CertChain, CertificateRequest, Delegation, PersonCert};
use hawser_ledger::{GroupId, OrganisationId, RequestId, SpaceId, UserId};
use hawser_protocol::account::{
    OpaqueMessage, RegistrationFinish, RegistrationStart, SignInFinish, SignInStart, SignInStarted,
    SignedIn,
};
use hawser_protocol::organisation::{InvitationAnswer, InvitationCreate};
use hawser_protocol::path::{self, fill};
use sha2::{Digest as _, Sha256};

use super::ledger::{founding, prefix, random};
use super::{Answer, Client, Server, Space, opaque};

pub const PASSWORD: &str = "correct horse battery staple anchor quay";

pub struct Person {
    pub user: UserId,
    pub key: SigningKey,
    pub recipient: [u8; 32],
    pub login: String,
    pub kit: [u8; 32],
    pub client: Client,
    pub chain: Option<CertChain>,
}

pub struct Organisation {
    pub id: OrganisationId,
    pub root: SigningKey,
    pub space: Space,
    pub delegation: Delegation,
}

pub fn new_key() -> SigningKey {
    SigningKey::from_bytes(&random())
}

pub fn position_zero() -> Position {
    Position {
        seq: 0,
        prev: [0; 32],
        seen_root: empty_root(),
        group_seq: 0,
        encrypted_len: 0,
        encrypted_hash: [0; 32],
        acts: 0,
    }
}

pub fn genesis(
    kind: SpaceKind,
    root: &SigningKey,
    founder: Option<&Person>,
    server: &Server,
) -> Genesis {
    Genesis {
        kind,
        random: random(),
        root: root.verifying_key().to_bytes(),
        founder: founder.map(|founder| founder.chain.clone().unwrap()),
        organisations: Vec::new(),
        min_suite: 1,
        origin: server.config.origin.clone(),
        log_key: server.app.log_key(),
        log_keepers: named_keepers(server),
        max_age_s: 0,
        policy: Vec::new(),
    }
}

/// Every space names all keepers that the deployment has.
fn named_keepers(server: &Server) -> Vec<[u8; 32]> {
    let keepers = server.config.log_keepers.iter();
    let mut named: Vec<[u8; 32]> = keepers.map(|keeper| *keeper.key.public()).collect();
    named.sort_unstable();
    named
}

pub fn genesis_event(genesis: Genesis, key: &SigningKey) -> Event {
    let act = Act::Genesis(Box::new(genesis));
    let prefix = prefix(CLASS_MEMBERSHIP, MODE_PUBLIC, act.kind(), SpaceId::ZERO);
    Event::sign(prefix, position_zero(), act.encode(), Vec::new(), key)
}

impl Server {
    /// Registers under an invitation, with keys made here.
    pub async fn register(&self, lookup: &str) -> Person {
        let mut person = Person {
            user: UserId(random()),
            key: new_key(),
            recipient: random(),
            login: hex::encode(random::<32>()),
            kit: random(),
            client: self.client(),
            chain: None,
        };
        let answer = person.try_register(lookup).await.ok();
        person.client.keep(&answer);
        person
    }

    /// A new organisation with its first administrator.
    pub async fn organisation(&self) -> (Organisation, Person) {
        let mut person = self.register(&self.invite().await).await;
        let root = new_key();
        let genesis = genesis(SpaceKind::Organisation, &root, None, self);
        let (mut space, mut draft) = founding(genesis_event(genesis, &root));
        let id = OrganisationId::from(space.id);
        let delegation = Delegation::sign(
            &root,
            id,
            person.user,
            person.key.verifying_key().to_bytes(),
        );
        draft.act(&Act::AdministratorAdd(delegation.clone()), &root);
        let cert = PersonCert::certify(person.request(id), &person.key);
        draft.act(&Act::PersonCert(Box::new(cert.clone())), &person.key);
        draft.group(GroupId(random()), GroupPurpose::Team, &[&person]);
        person
            .client
            .append(path::SPACES, draft.append.encode())
            .await
            .ok();
        space.chain = draft.chain;
        person.chain = Some(CertChain {
            delegation: delegation.clone(),
            cert,
        });
        (
            Organisation {
                id,
                root,
                space,
                delegation,
            },
            person,
        )
    }

    /// A colleague, invited, registered and certified.
    pub async fn colleague(
        &self,
        organisation: &mut Organisation,
        administrator: &Person,
    ) -> Person {
        let lookup = administrator.invite(organisation.id).await;
        let mut person = self.register(&lookup).await;
        person.answer(&lookup, organisation.id).await.ok();
        let cert = PersonCert::certify(person.request(organisation.id), &administrator.key);
        let act = Act::PersonCert(Box::new(cert.clone()));
        organisation
            .space
            .append(administrator, |draft| {
                draft.act(&act, &administrator.key);
            })
            .await;
        person.chain = Some(CertChain {
            delegation: organisation.delegation.clone(),
            cert,
        });
        person
    }

    /// A case of `founder` among organisations, the founder's own first, with a team.
    pub async fn case(
        &self,
        founder: &Person,
        organisations: &[&Organisation],
    ) -> (Space, GroupId) {
        let root = &organisations[0].root;
        let mut genesis = genesis(SpaceKind::Case, root, Some(founder), self);
        genesis.organisations = organisations
            .iter()
            .map(|organisation| ProposedOrganisation {
                organisation: organisation.id,
                root: organisation.root.verifying_key().to_bytes(),
                status: PartyStatus::BoundMemberState,
            })
            .collect();
        genesis
            .organisations
            .sort_by_key(|proposed| proposed.organisation);
        let (mut space, mut draft) = founding(genesis_event(genesis, &founder.key));
        let team = GroupId(random());
        draft.group(team, GroupPurpose::Team, &[founder]);
        founder
            .client
            .append(path::SPACES, draft.append.encode())
            .await
            .ok();
        space.chain = draft.chain;
        (space, team)
    }

    /// A second party joins a case and one of its people becomes a member.
    pub async fn join(
        &self,
        case: &mut Space,
        team: GroupId,
        founder: &Person,
        (organisation, administrator, person): (&Organisation, &Person, &Person),
    ) {
        let joins = Act::OrganisationJoin(organisation.delegation.clone());
        case.append(administrator, |draft| {
            draft.act(&joins, &administrator.key);
        })
        .await;
        let verified = Act::OrganisationVerified(OrganisationVerified {
            verifier: founder.chain.as_ref().unwrap().cert.request.organisation,
            organisation: organisation.id,
            root: organisation.root.verifying_key().to_bytes(),
            method: VerificationMethod::SafetyNumber,
        });
        case.append(founder, |draft| {
            draft.act(&verified, &founder.key);
        })
        .await;
        let add = nomination(
            case,
            team,
            organisation,
            administrator,
            person,
            Role::Member,
        );
        let add = Act::MemberAdd(Box::new(add));
        case.append(founder, |draft| {
            draft.act(&add, &founder.key);
        })
        .await;
    }
}

pub fn nomination(
    case: &Space,
    team: GroupId,
    organisation: &Organisation,
    administrator: &Person,
    person: &Person,
    role: Role,
) -> MemberAdd {
    let chain = person.chain.clone().unwrap();
    let consent = Consent {
        space: case.id,
        organisation: organisation.id,
        cert_hash: chain.cert.hash(),
        role,
        groups: vec![team],
        history: true,
        policy_hash: case.chain.membership().policy_hash(),
        request: RequestId(random()),
        delegation: organisation.delegation.clone(),
        signature: [0; 64],
    };
    MemberAdd {
        consent: consent.sign(&administrator.key),
        chain,
    }
}

impl Person {
    pub fn request(&self, organisation: OrganisationId) -> CertificateRequest {
        let request = CertificateRequest {
            organisation,
            user: self.user,
            generation: 1,
            signing_key: self.key.verifying_key().to_bytes(),
            recipient: self.recipient,
            hybrid_recipient: Vec::new(),
            name_commit: random(),
            self_signature: [0; 64],
        };
        request.sign(&self.key)
    }

    pub async fn try_register(&self, lookup: &str) -> Answer {
        let (registering, message) = opaque::register(PASSWORD);
        let start = RegistrationStart {
            lookup: lookup.into(),
            user: self.user,
            message: message.into(),
        };
        let answer = self.client.post(path::REGISTRATION_START, &start).await;
        if answer.status != 200 {
            return answer;
        }
        let answer: OpaqueMessage = answer.json();
        let finish = RegistrationFinish {
            lookup: lookup.into(),
            user: self.user,
            login: self.login.clone(),
            upload: registering.finish(PASSWORD, &answer.message.0).into(),
            keyring: b"keyring 1".to_vec().into(),
            kit_verifier: hex::encode(Sha256::digest(self.kit)),
            session_label: b"label".to_vec().into(),
        };
        self.client.post(path::REGISTRATION_FINISH, &finish).await
    }

    /// Signs in from another profile.
    pub async fn sign_in(&self, server: &Server) -> Client {
        let mut client = server.client();
        let answer = try_sign_in(&client, &self.login, PASSWORD).await.ok();
        client.keep(&answer);
        let signed_in: SignedIn = answer.json();
        assert_eq!(signed_in.user, self.user);
        client
    }

    pub async fn invite(&self, organisation: OrganisationId) -> String {
        let lookup = hex::encode(random::<32>());
        let create = InvitationCreate {
            lookup: lookup.clone(),
            organisation,
            note: b"note".to_vec().into(),
            hours: 24,
        };
        self.client.post(path::INVITATIONS, &create).await.ok();
        lookup
    }

    pub async fn answer(&self, lookup: &str, organisation: OrganisationId) -> Answer {
        let answer = InvitationAnswer {
            request: self.request(organisation).encode().into(),
            mac: random::<32>().to_vec().into(),
            name: b"name".to_vec().into(),
        };
        self.client
            .put(&fill(path::INVITATIONS_ANSWER, &[lookup]), &answer)
            .await
    }
}

/// Both messages; the second carries nonsense where the passphrase does not fit.
pub async fn try_sign_in(client: &Client, login: &str, password: &str) -> Answer {
    let (signing_in, message) = opaque::sign_in(password);
    let start = SignInStart {
        login: login.into(),
        message: message.into(),
    };
    let started: SignInStarted = client.post(path::SESSION_START, &start).await.json();
    let message = signing_in
        .finish(password, &started.message.0)
        .unwrap_or_else(|| vec![7; 64]);
    let finish = SignInFinish {
        attempt: started.attempt,
        message: message.into(),
    };
    client.post(path::SESSION_FINISH, &finish).await
}
