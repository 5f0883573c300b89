//! Founding a space of whatever kind: genesis, its first access groups, names and first records in one append.

use hawser_casework::{PartyId, Record};
use hawser_ledger::header::SUITE_XWING;
use hawser_ledger::membership::{
    Act, Genesis, GroupCreate, GroupPurpose, KIND_GENESIS, PartyStatus, ProposedOrganisation,
    SpaceKind,
};
use hawser_ledger::person::CertChain;
use hawser_ledger::{Chain, Event, EventId, GroupId, OrganisationId, SpaceId};
use hawser_protocol::path;
use hawser_protocol::space::{Append, Appended};
use hawser_views::Failure;
use hawser_views::keepers::KeepersWish;

use crate::Agent;
use crate::failure::{Failed, Outcome, fail};
use crate::io::Environment;
use crate::keepers;
use crate::organisation::first_position;
use crate::replay::Space;

/// The suite of new spaces, for ever the lowest in them.
pub(crate) const SUITE: u8 = SUITE_XWING;

impl<E: Environment> Agent<E> {
    /// Founds a space: genesis, team, for a case the checking desk, then `records` and the founder's names.
    pub(crate) async fn found_space(
        &self,
        kind: SpaceKind,
        status: PartyStatus,
        records: Vec<Record>,
        keepers: &KeepersWish,
    ) -> Outcome<SpaceId> {
        let log_keepers = keepers::named(keepers)?;
        let session = self.current()?;
        let (organisation, root) = session.own_organisation()?;
        let me = self.me().await?;
        let (chain_of_trust, salt, country) = self.own_certificate().await?;
        let genesis = Genesis {
            kind,
            random: self.draw(),
            root,
            founder: Some(chain_of_trust.clone()),
            organisations: vec![ProposedOrganisation {
                organisation,
                root,
                status,
            }],
            min_suite: SUITE,
            origin: self.environment().origin(),
            log_key: self.log_key_for_founding().await?,
            max_age_s: if log_keepers.is_empty() {
                0
            } else {
                keepers.max_age_s
            },
            log_keepers,
            policy: Vec::new(),
        };
        let prefix = session.act_prefix(
            SpaceId::ZERO,
            KIND_GENESIS,
            self.new_command(),
            self.moment(),
        );
        let event = Event::sign(
            prefix,
            first_position(),
            Act::Genesis(Box::new(genesis)).encode(),
            Vec::new(),
            session.identity().signing(),
        );
        let mut chain = Chain::found(&event)?;
        let id = chain.space();
        let mut state = Space::new(id);
        let team = GroupId(self.draw());
        let mut groups = vec![(team, GroupPurpose::Team)];
        if kind == SpaceKind::Case {
            groups.push((GroupId(self.draw()), GroupPurpose::CheckingDesk));
        }
        let founder = [(session.user(), &chain_of_trust)];
        let mut drafts = Vec::new();
        for (group, purpose) in groups {
            drafts.push(self.act(Act::GroupCreate(GroupCreate {
                group,
                purpose,
                organisation: OrganisationId::ZERO,
            })));
            drafts.push(self.first_epoch(&mut state, id, group, &founder)?);
        }
        let names = [
            Record::PartyNamed {
                party: PartyId::new(organisation.0),
                name: me.party_name,
                country,
            },
            Record::PersonNamed {
                person: me.person,
                name: me.name,
                function: me.function,
                salt,
            },
        ];
        let all = records.into_iter().chain(names);
        drafts.extend(all.map(|record| self.record_now(team, record)));
        let built = self.build(&session, &state, &mut chain, &drafts)?;
        let mut events = vec![event.encode()];
        events.extend(built.events);
        let mut wraps = built.wraps;
        for wrap in &mut wraps {
            wrap.event += 1;
        }
        let append = Append {
            size: 0,
            head: EventId::ZERO,
            events,
            wraps,
        };
        let response = self
            .exchange(self.append_request(path::SPACES.to_owned(), &append))
            .await?;
        let appended: Appended = serde_json::from_slice(&response.body)
            .map_err(|_| Failed(Failure::new("server-answer").with("status", response.status)))?;
        self.expect_founded(&chain, &appended)?;
        self.pull(id).await?;
        if let Some(open) = self.known(id) {
            let size = open.state.borrow().size();
            open.state.borrow_mut().seen = size;
        }
        Ok(id)
    }

    /// This person's certificate, the salt of their name and their organisation's country.
    async fn own_certificate(&self) -> Outcome<(CertChain, String, String)> {
        let session = self.current()?;
        let party = self.me().await?.party;
        let Some(own) = self.own_space().await? else {
            return fail("not-certified");
        };
        let state = own.state.borrow();
        let Some(member) = state.member(session.user()) else {
            return fail("not-certified");
        };
        let salt = hex::encode(session.keyring().salt);
        let country = state
            .book
            .parties
            .get(&party)
            .map(|(_, country)| country.clone());
        Ok(((*member.chain).clone(), salt, country.unwrap_or_default()))
    }
}
