//! What follows from an append outside of the ledger: look-up tables,
//! invitations and nominations that have come to their end, and who is told.

use std::collections::BTreeSet;

use hawser_ledger::membership::{Act, SpaceKind};
use hawser_ledger::{Chain, OrganisationId, RequestId, UserId};
use hawser_protocol::ErrorCode;
use sea_orm::ConnectionTrait;

use crate::authorization::{self, Caller};
use crate::error::{ApiError, ApiResult};
use crate::live::Change;
use crate::queries::{accounts, invitations, members, nominations};

/// Collected while events are accepted, written when all are.
pub struct Derived {
    caller: Caller,
    users: BTreeSet<UserId>,
    parties: BTreeSet<OrganisationId>,
    certified: Vec<UserId>,
    admitted: Vec<(RequestId, OrganisationId, UserId)>,
}

impl Derived {
    /// Nothing yet.
    pub fn new(caller: Caller) -> Self {
        Self {
            caller,
            users: BTreeSet::new(),
            parties: BTreeSet::new(),
            certified: Vec::new(),
            admitted: Vec::new(),
        }
    }

    /// Takes in one accepted act.
    pub fn take(&mut self, act: &Act) {
        match act {
            Act::Genesis(genesis) => {
                self.parties.extend(
                    genesis
                        .organisations
                        .iter()
                        .map(|proposed| proposed.organisation),
                );
                self.users.extend(
                    genesis
                        .founder
                        .iter()
                        .map(|founder| founder.cert.request.user),
                );
            }
            Act::OrganisationAdmit(proposed) => {
                self.parties.insert(proposed.organisation);
            }
            Act::MemberAdd(add) => {
                let request = &add.chain.cert.request;
                self.users.insert(request.user);
                self.admitted
                    .push((add.consent.request, request.organisation, request.user));
            }
            Act::PersonCert(cert) => {
                self.users.insert(cert.request.user);
                self.certified.push(cert.request.user);
            }
            Act::MemberSuspend { user, .. }
            | Act::MemberRemove { user, .. }
            | Act::AdministratorAppoint { user, .. }
            | Act::OrganisationWithdraw { user, .. }
            | Act::RoleChange { user, .. }
            | Act::AdministratorRevoke(user)
            | Act::PersonRevoke(user) => {
                self.users.insert(*user);
            }
            Act::AdministratorAdd(delegation) => {
                self.users.insert(delegation.user);
            }
            Act::OrganisationJoin(_)
            | Act::OrganisationVerified(_)
            | Act::KeyChange { .. }
            | Act::GroupCreate(_)
            | Act::EpochStart(_)
            | Act::Grant(_) => {}
        }
    }

    /// Writes it; gives whom to tell once it is durable.
    pub async fn write<C: ConnectionTrait>(
        self,
        db: &C,
        space_id: i64,
        chain: &Chain,
    ) -> ApiResult<Vec<Change>> {
        let space = chain.space();
        let organisation_space = chain.kind() == SpaceKind::Organisation;
        let mut told: BTreeSet<UserId> = self.users.clone();
        members::project(db, space_id, chain.membership(), self.users.iter().copied()).await?;
        if !organisation_space {
            members::project_parties(db, space_id, self.parties.iter().copied()).await?;
            for organisation in &self.parties {
                told.extend(members::administrators(db, (*organisation).into()).await?);
            }
        }
        for user in &self.certified {
            self.certify(db, *user, space.into()).await?;
        }
        for (request, organisation, user) in &self.admitted {
            let known = members::in_space(db, (*organisation).into(), *user).await?;
            if known.is_none_or(|place| !place.active) {
                let words = "the person is not certified in this deployment by that organisation";
                return Err(ApiError::with(
                    ErrorCode::EventRefused,
                    format!("person-unknown: {words}"),
                ));
            }
            if !nominations::admit(db, space, *request).await? {
                let words = "the nomination was declined or taken back";
                return Err(ApiError::with(
                    ErrorCode::EventRefused,
                    format!("nomination-over: {words}"),
                ));
            }
            told.extend(members::administrators(db, (*organisation).into()).await?);
        }
        if !self.admitted.is_empty() || !self.certified.is_empty() {
            told.extend(members::administrators(db, space).await?);
        }
        let mut changes = vec![Change::Space {
            space,
            size: chain.size(),
        }];
        changes.extend(told.into_iter().map(Change::Errands));
        Ok(changes)
    }

    /// A person now belongs to the organisation whose space this is.
    async fn certify<C: ConnectionTrait>(
        &self,
        db: &C,
        user: UserId,
        organisation: OrganisationId,
    ) -> ApiResult<()> {
        if authorization::organisation_of(db, user).await? == Some(organisation) {
            // New keys of somebody who belongs to it.
            return Ok(());
        }
        let founding = user == self.caller.user && self.caller.organisation.is_none();
        let invited = (!founding).then_some(organisation);
        if !invitations::close(db, user, invited).await? {
            let words = if founding {
                "not-invited: a new organisation is founded under an invitation of the operator"
            } else {
                "not-invited: the person has not answered an invitation of this organisation"
            };
            return Err(ApiError::with(ErrorCode::EventRefused, words));
        }
        if accounts::set_organisation(db, user, organisation).await? {
            return Ok(());
        }
        Err(ApiError::with(
            ErrorCode::EventRefused,
            "certified-elsewhere: the person belongs to an organisation",
        ))
    }
}
