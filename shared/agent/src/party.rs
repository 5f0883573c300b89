//! Parties of a case: admitted, told by letter, joining, compared.

use hawser_casework::{PartyId, Record, SpaceId as CaseId};
use hawser_ledger::membership::{Act, OrganisationVerified, ProposedOrganisation, Role};
use hawser_ledger::{CommandId, OrganisationId, SpaceId};
use hawser_protocol::organisation::PartyLetterCreate;
use hawser_protocol::path;
use serde::{Deserialize, Serialize};

use crate::Agent;
use crate::append::Draft;
use crate::failure::{Outcome, fail, field};
use crate::io::Environment;
use crate::letter::make_letter;
use crate::replay::Space;
use crate::session::Session;

use crate::people::{ledger_id, membership, team};

/// What a party's administrator is told of a case.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CaseLetter {
    pub(crate) title: String,
    pub(crate) reference: String,
    pub(crate) party: String,
}

impl<E: Environment> Agent<E> {
    /// Comparisons that one's own organisation has made and the case does not know yet.
    pub(crate) async fn comparisons(&self) -> Outcome<Vec<OrganisationVerified>> {
        let session = self.current()?;
        let (own, _) = session.own_organisation()?;
        let Some(open) = self.own_space().await? else {
            return Ok(Vec::new());
        };
        let state = open.state.borrow();
        let Some(chain) = state.chain() else {
            return Ok(Vec::new());
        };
        Ok(chain
            .membership()
            .organisations()
            .iter()
            .filter_map(|(organisation, entry)| {
                entry
                    .verified_by
                    .get(&own)
                    .map(|method| OrganisationVerified {
                        verifier: own,
                        organisation: *organisation,
                        root: entry.root,
                        method: *method,
                    })
            })
            .collect())
    }

    pub(crate) async fn prepared_comparisons(
        &self,
    ) -> Outcome<Vec<(CommandId, OrganisationVerified)>> {
        let comparisons = self.comparisons().await?;
        Ok(comparisons
            .into_iter()
            .map(|verified| (self.new_command(), verified))
            .collect())
    }

    pub(crate) async fn admit_party(
        &self,
        space: CaseId,
        party: PartyId,
        status_code: &str,
        limited: bool,
    ) -> Outcome<()> {
        let session = self.current()?;
        let id = ledger_id(space);
        let proposed = ProposedOrganisation {
            organisation: organisation_id(party),
            root: [0; 32],
            status: status(status_code)?,
        };
        let card = match self.own_space().await? {
            Some(open) => open.state.borrow().book.cards.get(&party).cloned(),
            None => None,
        };
        let Some(card) = card else {
            return fail("not-found");
        };
        if self.verified_root(proposed.organisation).await? != Some(card.root) {
            return fail("not-verified");
        }
        let proposed = ProposedOrganisation {
            root: card.root,
            ..proposed
        };
        let comparisons = self.prepared_comparisons().await?;
        let (admit, named) = (self.new_command(), self.new_command());
        let (name, country) = (card.name.clone(), card.country.clone());
        self.append(id, |state| {
            let known = membership(state)?
                .organisations()
                .contains_key(&proposed.organisation);
            let mut drafts = Vec::new();
            if !known {
                drafts.push(Draft::Act {
                    command: admit,
                    act: Act::OrganisationAdmit(proposed.clone()),
                    wraps: Vec::new(),
                });
            }
            let also = (!known).then_some(proposed.organisation);
            drafts.extend(verification_drafts(&session, state, &comparisons, also));
            let record = Record::PartyNamed {
                party,
                name: name.clone(),
                country: country.clone(),
            };
            let entry = self.entry_now(record.clone());
            drafts.push(Draft::Record {
                command: named,
                group: team(state)?,
                entry,
                blobs: Vec::new(),
            });
            drafts.extend(self.for_limited(state, &record));
            if limited && !known {
                drafts.extend(self.limited_drafts(state, party, record)?);
            }
            // Somebody else admitted it in the meantime, with other access.
            if known && membership(state)?.is_limited(proposed.organisation) != limited {
                return fail("organisation-known");
            }
            Ok(drafts)
        })
        .await?;
        self.write_case_letter(&session, id, &card).await
    }

    async fn write_case_letter(
        &self,
        session: &Session,
        id: SpaceId,
        card: &crate::card::Card,
    ) -> Outcome<()> {
        let open = self.space(id).await?;
        let me = self.me().await?;
        let body = {
            let state = open.state.borrow();
            let Some(member) = state.member(session.user()) else {
                return fail("not-administrator");
            };
            let Some((title, reference)) = state.title(session.user()) else {
                return fail("not-found");
            };
            let letter = CaseLetter {
                title,
                reference,
                party: me.party_name,
            };
            let to = &card.administrator.cert.request;
            make_letter(&session.identity(), &member.chain, id, to, &letter)?
        };
        let to = card.administrator.cert.request.user;
        self.send(
            "POST",
            path::LETTERS,
            &PartyLetterCreate {
                space: id,
                to,
                body: body.into(),
            },
        )
        .await
    }

    pub(crate) async fn join_case(&self, space: CaseId) -> Outcome<()> {
        let id = ledger_id(space);
        let delegation = self.own_delegation().await?;
        let open = self.space(id).await?;
        let founder = {
            let state = open.state.borrow();
            let founder = state.acts.first().and_then(|line| match &line.act {
                Act::Genesis(genesis) => genesis
                    .founder
                    .as_ref()
                    .map(|chain| chain.cert.request.organisation),
                _ => None,
            });
            let Some(founder) = founder else {
                return fail("not-found");
            };
            (founder, *membership(&state)?.root())
        };
        if self.verified_root(founder.0).await? != Some(founder.1) {
            return fail("not-verified");
        }
        let command = self.new_command();
        self.append_for_organisation(id, |_| {
            let act = Act::OrganisationJoin(delegation.clone());
            Ok(vec![Draft::Act {
                command,
                act,
                wraps: Vec::new(),
            }])
        })
        .await
    }
}

pub(crate) fn organisation_id(party: PartyId) -> OrganisationId {
    OrganisationId(*party.as_bytes())
}

/// The legal position behind its stable code.
pub(crate) fn status(code: &str) -> Outcome<hawser_ledger::membership::PartyStatus> {
    use hawser_ledger::membership::PartyStatus as S;
    match code {
        "bound-member-state" => Ok(S::BoundMemberState),
        "member-state-not-bound" => Ok(S::MemberStateNotBound),
        "union-body" => Ok(S::UnionBody),
        "third-state" => Ok(S::ThirdState),
        "international-court" => Ok(S::InternationalCourt),
        _ => Err(field("status", "invalid")),
    }
}

/// Drafts that tell the case which parties this person's organisation has compared.
pub(crate) fn verification_drafts(
    session: &Session,
    state: &Space,
    comparisons: &[(CommandId, OrganisationVerified)],
    also: Option<OrganisationId>,
) -> Vec<Draft> {
    let Some(chain) = state.chain() else {
        return Vec::new();
    };
    let membership = chain.membership();
    let Some(member) = membership.active(session.user()) else {
        return Vec::new();
    };
    if !(member.role.administers() || member.role == Role::Leader) {
        return Vec::new();
    }
    comparisons
        .iter()
        .filter(|(_, verified)| {
            let party = membership.organisations().get(&verified.organisation);
            let known = party.is_some_and(|party| {
                party.root == verified.root && !party.verified_by.contains_key(&verified.verifier)
            });
            known || also == Some(verified.organisation)
        })
        .map(|(command, verified)| Draft::Act {
            command: *command,
            act: Act::OrganisationVerified(verified.clone()),
            wraps: Vec::new(),
        })
        .collect()
}
