//! The only place that decides who may do what.
//!
//! Strangers are told that there is nothing; those who once belonged are told
//! that they may not. What the ledger itself decides (who may admit, rotate,
//! write in a group) is decided by [`hawser_ledger::Chain`]; here is decided
//! whose session may speak for which key.

use hawser_ledger::event::Event;
use hawser_ledger::key::key_id;
use hawser_ledger::membership::{Act, Genesis, Membership, SpaceKind};
use hawser_ledger::person::Delegation;
use hawser_ledger::{Chain, GroupId, OrganisationId, SpaceId, UserId};
use hawser_protocol::ErrorCode;
use sea_orm::ConnectionTrait;

use crate::error::{ApiError, ApiResult};
use crate::queries::{accounts, blobs, events, members, spaces};
use crate::stored;

/// What someone may see of a space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Everything of the groups they hold.
    Member,
    /// Who is in it, for the administrators of a party.
    Party,
}

/// The organisation of an account, once certified.
pub async fn organisation_of<C: ConnectionTrait>(
    db: &C,
    user: UserId,
) -> ApiResult<Option<OrganisationId>> {
    let account = accounts::by_user(db, user)
        .await?
        .ok_or(ErrorCode::NotSignedIn)?;
    account
        .organisation
        .as_deref()
        .map(stored::organisation)
        .transpose()
}

/// What a person may see of a space that is known by its row.
pub async fn access<C: ConnectionTrait>(
    db: &C,
    row: &spaces::Row,
    user: UserId,
) -> ApiResult<Access> {
    let place = members::of(db, row.id, user).await?;
    if place.is_some_and(|place| place.active) {
        return Ok(Access::Member);
    }
    // Whose own access has ended still speaks for their organisation, and takes back its people.
    if speaks_for_party(db, row, user).await?.is_some() {
        return Ok(Access::Party);
    }
    Err(match place {
        Some(place) if place.suspended => ErrorCode::Suspended,
        Some(_) => ErrorCode::Forbidden,
        None => ErrorCode::NotFound,
    }
    .into())
}

/// The party of a space whose administrator a person is.
async fn speaks_for_party<C: ConnectionTrait>(
    db: &C,
    row: &spaces::Row,
    user: UserId,
) -> ApiResult<Option<OrganisationId>> {
    let Some(organisation) = organisation_of(db, user).await? else {
        return Ok(None);
    };
    let party = members::is_party(db, row.id, organisation).await?;
    Ok((party && members::administers(db, organisation, user).await?).then_some(organisation))
}

/// Finds a space that a person may see something of.
pub async fn visible<C: ConnectionTrait>(
    db: &C,
    space: SpaceId,
    user: UserId,
) -> ApiResult<(spaces::Row, Access)> {
    let row = spaces::find(db, space).await?.ok_or(ErrorCode::NotFound)?;
    let access = access(db, &row, user).await?;
    Ok((row, access))
}

/// Finds a space of which a person is an active member.
pub async fn member<C: ConnectionTrait>(
    db: &C,
    space: SpaceId,
    user: UserId,
) -> ApiResult<spaces::Row> {
    match visible(db, space, user).await? {
        (row, Access::Member) => Ok(row),
        (_, Access::Party) => Err(ErrorCode::Forbidden.into()),
    }
}

/// Finds a space of which a person is an active administrator.
pub async fn administrator<C: ConnectionTrait>(
    db: &C,
    space: SpaceId,
    user: UserId,
) -> ApiResult<spaces::Row> {
    let row = member(db, space, user).await?;
    let place = members::of(db, row.id, user).await?;
    if place.is_some_and(|place| place.active && place.administrator) {
        return Ok(row);
    }
    Err(ErrorCode::Forbidden.into())
}

/// All spaces that a person may see something of.
pub async fn all_visible<C: ConnectionTrait>(
    db: &C,
    user: UserId,
) -> ApiResult<Vec<(spaces::Row, Access)>> {
    let mut found = Vec::new();
    let mut known = std::collections::BTreeSet::new();
    for (row, place) in members::spaces_of(db, user).await? {
        if place.active {
            known.insert(row.id);
            found.push((row, Access::Member));
        }
    }
    if let Some(organisation) = organisation_of(db, user).await?
        && members::administers(db, organisation, user).await?
    {
        let rows = members::spaces_with_party(db, organisation).await?;
        found.extend(
            rows.into_iter()
                .filter(|row| !known.contains(&row.id))
                .map(|row| (row, Access::Party)),
        );
    }
    found.sort_by_key(|(row, _)| row.id);
    Ok(found)
}

/// The groups whose content a member may pull.
pub fn open_groups(membership: &Membership, user: UserId) -> Vec<GroupId> {
    let held = membership
        .groups()
        .iter()
        .filter(|(_, group)| group.members.contains(&user));
    held.map(|(id, _)| *id).collect()
}

/// Number of events up to the last that a member can read, itself counted; of what they cannot read they are
/// told neither that it came nor when.
pub async fn told_size<C: ConnectionTrait>(
    db: &C,
    row: &spaces::Row,
    groups: &[GroupId],
) -> ApiResult<u64> {
    stored::count(events::end_of(db, row.id, groups).await?, "size")
}

/// Whether a member may read a file body: they hold the group of its event, or one it was shared with.
pub fn read_blob(
    membership: &Membership,
    blob: &blobs::Row,
    shared: &[GroupId],
    user: UserId,
) -> ApiResult<()> {
    let group = blob.group_id.as_deref().ok_or(ErrorCode::NotFound)?;
    let own = [stored::group(group)?];
    let holds = own.iter().chain(shared).any(|group| {
        let known = membership.groups().get(group);
        known.is_some_and(|group| group.members.contains(&user))
    });
    if holds {
        Ok(())
    } else {
        Err(ErrorCode::Forbidden.into())
    }
}

/// Whether a person may see how an upload stands: the uploader, and once an event refers
/// to it, whoever may read it.
pub fn see_upload(
    membership: &Membership,
    blob: &blobs::Row,
    shared: &[GroupId],
    user: UserId,
) -> ApiResult<()> {
    if stored::user(&blob.uploader)? == user {
        return Ok(());
    }
    read_blob(membership, blob, shared, user)
}

/// Whether a person may continue an upload: nobody but who began it.
pub fn upload(blob: &blobs::Row, user: UserId) -> ApiResult<()> {
    if stored::user(&blob.uploader)? == user {
        Ok(())
    } else {
        Err(ErrorCode::NotFound.into())
    }
}

/// Whether a person may invite into an organisation and see its invitations.
pub async fn invite<C: ConnectionTrait>(
    db: &C,
    organisation: OrganisationId,
    user: UserId,
) -> ApiResult<()> {
    if members::administers(db, organisation, user).await? {
        Ok(())
    } else {
        Err(ErrorCode::Forbidden.into())
    }
}

/// The organisation of a person, where the caller administers it; others are told that there is nobody.
pub async fn manage<C: ConnectionTrait>(
    db: &C,
    person: UserId,
    caller: UserId,
) -> ApiResult<OrganisationId> {
    let account = accounts::by_user(db, person).await?;
    let organisation = account.and_then(|account| account.organisation);
    let organisation = organisation
        .as_deref()
        .map(stored::organisation)
        .transpose()?
        .ok_or(ErrorCode::NotFound)?;
    if members::administers(db, organisation, caller).await? {
        return Ok(organisation);
    }
    Err(ErrorCode::NotFound.into())
}

/// Whether a person may nominate for an organisation into a space.
pub async fn nominate<C: ConnectionTrait>(
    db: &C,
    space: SpaceId,
    organisation: OrganisationId,
    user: UserId,
) -> ApiResult<spaces::Row> {
    let (row, _) = visible(db, space, user).await?;
    let party = members::is_party(db, row.id, organisation).await?;
    if party && members::administers(db, organisation, user).await? {
        return Ok(row);
    }
    Err(ErrorCode::Forbidden.into())
}

/// Who asks to append.
#[derive(Debug, Clone, Copy)]
pub struct Caller {
    /// The account.
    pub user: UserId,
    /// Its organisation, once certified.
    pub organisation: Option<OrganisationId>,
}

fn refuse(words: &'static str) -> ApiError {
    ApiError::with(ErrorCode::Forbidden, words)
}

/// Whether the caller may found the space of this genesis; `home` is the replayed space of
/// the caller's organisation.
pub fn found(caller: Caller, genesis: &Genesis, home: Option<&Membership>) -> ApiResult<()> {
    let Some(founder) = &genesis.founder else {
        if caller.organisation.is_none() {
            return Ok(());
        }
        return Err(refuse("the account belongs to an organisation already"));
    };
    let request = &founder.cert.request;
    let home = home.ok_or_else(|| refuse("the account belongs to no organisation yet"))?;
    let own = home
        .active(caller.user)
        .is_some_and(|member| member.signing_key() == request.signing_key);
    let same = request.user == caller.user && Some(request.organisation) == caller.organisation;
    if own && same && genesis.root == *home.root() {
        return Ok(());
    }
    Err(refuse("the founder's certificate is not the account's"))
}

/// Whether the caller's session may hand in this event, which is to be the next one of
/// `chain`; `home` is the replayed space of the caller's organisation.
pub fn author(
    caller: Caller,
    chain: &Chain,
    event: &Event,
    home: Option<&Membership>,
) -> ApiResult<()> {
    let membership = chain.membership();
    let prefix = &event.header.prefix;
    if let Some(delegation) = delegation(event) {
        // An organisation's administrator, who need not be a member, speaks for it.
        let own = home.and_then(|home| home.delegations().get(&caller.user));
        let speaks = delegation.user == caller.user
            && Some(delegation.organisation) == caller.organisation
            && home.is_some_and(|home| administers(home, caller.user))
            && own.is_some_and(|own| own.signing_key == delegation.signing_key);
        return allow(speaks);
    }
    if membership.author(prefix.author) == Some(caller.user) {
        return Ok(());
    }
    let act = act_of(event);
    let organisation = chain.kind() == SpaceKind::Organisation;
    let founding = organisation && membership.members().is_empty() && caller.organisation.is_none();
    let allowed = match act {
        // New keys, as one's organisation has certified them.
        Some(Act::KeyChange { chain, .. }) => {
            let request = &chain.cert.request;
            let own = home.and_then(|home| home.active(caller.user));
            request.user == caller.user
                && own.is_some_and(|own| own.signing_key() == request.signing_key)
        }
        // The founder of an organisation certifies themselves with the key just delegated.
        Some(Act::PersonCert(cert)) if founding => {
            let own = membership.delegations().get(&caller.user);
            cert.request.user == caller.user
                && own.is_some_and(|own| key_id(&own.signing_key) == prefix.author)
        }
        // The root is in the hands of somebody of the organisation; that it is shows by the signature.
        Some(Act::AdministratorAdd(_) | Act::AdministratorRevoke(_)) if organisation => {
            key_id(membership.root()) == prefix.author
                && (founding || membership.active(caller.user).is_some())
        }
        _ => false,
    };
    allow(allowed)
}

fn allow(holds: bool) -> ApiResult<()> {
    if holds {
        Ok(())
    } else {
        Err(refuse(
            "the author of an event is not the signed-in account",
        ))
    }
}

fn act_of(event: &Event) -> Option<Act> {
    let prefix = &event.header.prefix;
    let is_act = prefix.class == hawser_ledger::header::CLASS_MEMBERSHIP;
    is_act
        .then(|| Act::decode(prefix.kind, &event.public).ok().flatten())
        .flatten()
}

/// The delegation by which an event's author speaks for an organisation, in the few acts in which a party's
/// administrator need not be a member.
pub fn delegation(event: &Event) -> Option<Delegation> {
    act_of(event)?.delegation().cloned()
}

fn administers(membership: &Membership, user: UserId) -> bool {
    membership
        .active(user)
        .is_some_and(|member| member.role.administers())
}

/// Whether a new organisation ends its founding as it must: with the caller as its first
/// certified administrator, and nobody else.
pub fn founded(caller: Caller, membership: &Membership) -> ApiResult<()> {
    let alone = membership.members().len() == 1 && membership.delegations().len() == 1;
    if alone
        && administers(membership, caller.user)
        && membership.delegations().contains_key(&caller.user)
    {
        return Ok(());
    }
    Err(refuse(
        "a new organisation begins with its founder as the one administrator",
    ))
}

/// Whether a letter about a space may go from one person to another.
pub async fn write_letter<C: ConnectionTrait>(
    db: &C,
    space: SpaceId,
    from: UserId,
    to: UserId,
) -> ApiResult<()> {
    let row = member(db, space, from).await?;
    if row.kind == i16::from(SpaceKind::Organisation.code()) {
        let place = members::of(db, row.id, to).await?;
        if place.is_some_and(|place| place.active && place.administrator) {
            return Ok(());
        }
        return Err(refuse(
            "letters within an organisation go to its administrators",
        ));
    }
    let row = administrator(db, space, from).await?;
    receive_letter(db, &row, to).await
}

/// Whether a person may be written to about a space: an administrator of one of its parties.
async fn receive_letter<C: ConnectionTrait>(
    db: &C,
    row: &spaces::Row,
    to: UserId,
) -> ApiResult<()> {
    let account = accounts::by_user(db, to).await?;
    let organisation = account.and_then(|account| account.organisation);
    if let Some(organisation) = organisation
        .as_deref()
        .map(stored::organisation)
        .transpose()?
        && members::is_party(db, row.id, organisation).await?
        && members::administers(db, organisation, to).await?
    {
        return Ok(());
    }
    Err(refuse("letters go to the administrators of a party"))
}

/// Whether a person may see a nomination: an administrator of either side. Others are told
/// that there is none.
pub async fn see_nomination<C: ConnectionTrait>(
    db: &C,
    space: SpaceId,
    organisation: OrganisationId,
    user: UserId,
) -> ApiResult<()> {
    let place = members::in_space(db, space, user).await?;
    if place.is_some_and(|place| place.active && place.administrator)
        || members::administers(db, organisation, user).await?
    {
        return Ok(());
    }
    Err(ErrorCode::NotFound.into())
}
