//! Making a case and its desks; correcting what was recorded.

use hawser_casework::record::CaseTerms;
use hawser_casework::{PartyId, PersonId, Record, RecordId, SpaceId as CaseId};
use hawser_ledger::header::SUITE_X25519;
use hawser_ledger::membership::{
    Act, Genesis, GroupCreate, GroupPurpose, KIND_GENESIS, ProposedOrganisation, SpaceKind,
};
use hawser_ledger::person::CertChain;
use hawser_ledger::{Chain, Event, EventId, GroupId, OrganisationId, SpaceId};
use hawser_protocol::path;
use hawser_protocol::space::{Append, Appended};
use hawser_views::Failure;

use crate::Agent;
use crate::append::Draft;
use crate::failure::{Failed, Outcome, fail, form};
use crate::io::Environment;
use crate::organisation::first_position;
use crate::people::{ledger_id, team};
use crate::replay::Space;

impl<E: Environment> Agent<E> {
    /// Founds a case: genesis, team, checking desk, names and terms in one append.
    pub(crate) async fn create_case(&self, terms: CaseTerms, status: &str) -> Outcome<String> {
        let session = self.current()?;
        let status = crate::party::status(status)?;
        self.entry_now(Record::CaseOpened(terms.clone()))
            .validate()
            .map_err(form)?;
        let (organisation, root) = session.own_organisation()?;
        let me = self.me().await?;
        let Some(own) = self.own_space().await? else {
            return fail("not-certified");
        };
        let (chain_of_trust, salt, country): (CertChain, String, String) = {
            let state = own.state.borrow();
            let Some(member) = state.member(session.user()) else {
                return fail("not-certified");
            };
            let salt = hex::encode(session.keyring().salt);
            let country = state
                .book
                .parties
                .get(&me.party)
                .map(|(_, country)| country.clone());
            ((*member.chain).clone(), salt, country.unwrap_or_default())
        };
        let genesis = Genesis {
            kind: SpaceKind::Case,
            random: self.draw(),
            root,
            founder: Some(chain_of_trust.clone()),
            organisations: vec![ProposedOrganisation {
                organisation,
                root,
                status,
            }],
            min_suite: SUITE_X25519,
            origin: self.environment().origin(),
            log_key: [0; 32],
            log_keepers: Vec::new(),
            max_age_s: 0,
            policy: Vec::new(),
        };
        let prefix = session.act_prefix(
            SpaceId::ZERO,
            KIND_GENESIS,
            self.new_command(),
            self.moment(),
        );
        let public = Act::Genesis(Box::new(genesis)).encode();
        let event = Event::sign(
            prefix,
            first_position(),
            public,
            Vec::new(),
            session.identity().signing(),
        );
        let mut chain = Chain::found(&event)?;
        let id = chain.space();
        let mut state = Space::new(id);
        let (team, desk): (GroupId, GroupId) = (GroupId(self.draw()), GroupId(self.draw()));
        let create = |group, purpose| {
            self.act(Act::GroupCreate(GroupCreate {
                group,
                purpose,
                organisation: OrganisationId::ZERO,
            }))
        };
        let founder = [(session.user(), &chain_of_trust)];
        let drafts = [
            create(team, GroupPurpose::Team),
            self.first_epoch(&mut state, id, team, &founder)?,
            create(desk, GroupPurpose::CheckingDesk),
            self.first_epoch(&mut state, id, desk, &founder)?,
            self.record_now(team, Record::CaseOpened(terms)),
            self.record_now(
                team,
                Record::PartyNamed {
                    party: PartyId::new(organisation.0),
                    name: me.party_name,
                    country,
                },
            ),
            self.record_now(
                team,
                Record::PersonNamed {
                    person: me.person,
                    name: me.name,
                    function: me.function,
                    salt,
                },
            ),
        ];
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
        let _: Appended = serde_json::from_slice(&response.body)
            .map_err(|_| Failed(Failure::new("server-answer").with("status", response.status)))?;
        self.pull(id).await?;
        if let Some(open) = self.known(id) {
            let size = open.state.borrow().size();
            open.state.borrow_mut().seen = size;
        }
        Ok(id.to_string())
    }

    /// Appends one record to the team of a case; gives its id.
    pub(crate) async fn record(
        &self,
        space: CaseId,
        record: impl Fn(&Space) -> Outcome<Record>,
    ) -> Outcome<RecordId> {
        let command = self.new_command();
        self.append(ledger_id(space), |state| {
            let entry = self.entry_now(record(state)?);
            Ok(vec![Draft::Record {
                command,
                group: team(state)?,
                entry,
                blobs: Vec::new(),
            }])
        })
        .await?;
        Ok(RecordId::new(command.0))
    }

    pub(crate) async fn open_desk(
        &self,
        space: CaseId,
        name: &str,
        officers: &[PersonId],
    ) -> Outcome<RecordId> {
        let session = self.current()?;
        self.record(space, |state| {
            require_administrator(state, session.user())?;
            Ok(Record::DeskOpened {
                name: name.trim().to_owned(),
                officers: officers.to_vec(),
            })
        })
        .await
    }

    pub(crate) async fn change_desk(
        &self,
        space: CaseId,
        desk: RecordId,
        officers: &[PersonId],
    ) -> Outcome<RecordId> {
        let session = self.current()?;
        self.record(space, |state| {
            require_administrator(state, session.user())?;
            if !state.case.desks().contains_key(&desk) {
                return fail("unknown-desk");
            }
            Ok(Record::DeskChanged {
                desk,
                officers: officers.to_vec(),
            })
        })
        .await
    }

    pub(crate) async fn correct(
        &self,
        space: CaseId,
        target: RecordId,
        field: &str,
        (old, new, why): (&str, &str, &str),
    ) -> Outcome<RecordId> {
        self.record(space, |state| {
            state.case.may_correct(target, field, new)?;
            Ok(Record::Corrected {
                target,
                field: field.to_owned(),
                old: old.to_owned(),
                new: new.to_owned(),
                why: why.trim().to_owned(),
            })
        })
        .await
    }
}

fn require_administrator(state: &Space, user: hawser_ledger::UserId) -> Outcome<()> {
    let administers = state
        .member(user)
        .is_some_and(|member| member.role == hawser_ledger::membership::Role::Administrator);
    if administers {
        Ok(())
    } else {
        fail("not-administrator")
    }
}
