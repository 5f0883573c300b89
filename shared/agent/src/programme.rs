//! Programmes: founding one, its templates and ports, and which missions report to it.

use hawser_casework::assessment::{Template, template::default_template};
use hawser_casework::record::{FollowedPort, ProgrammeRecord, ProgrammeTerms, Reporter};
use hawser_casework::{Channel, PersonId, Record, RecordId, SpaceId as CaseId};
use hawser_ledger::membership::{Member, MemberState, Role, SpaceKind};
use hawser_views::Reply;
use hawser_views::keepers::KeepersWish;
use hawser_views::programme::{ProgrammeCommand, ProgrammeReply, SignerView};

use crate::Agent;
use crate::failure::{Outcome, fail, field, form};
use crate::io::Environment;
use crate::people::{ledger_id, membership, role_code, user_id};
use crate::replay::Space;

impl<E: Environment> Agent<E> {
    pub(crate) async fn answer_programme(&self, command: ProgrammeCommand) -> Outcome<Reply> {
        use ProgrammeCommand as C;
        use ProgrammeReply as R;
        let told = match command {
            C::List => R::Programmes(self.programmes().await?),
            C::View { space, as_of } => {
                R::Programme(Box::new(self.programme(space, as_of.trim()).await?))
            }
            C::Port { space, port } => R::Port(Box::new(self.followed_port(space, port).await?)),
            C::Templates { space } => R::Templates(self.templates(space).await?),
            C::Template { space, template } => {
                R::Template(Box::new(self.template(space, &template).await?))
            }
            C::Signers { space, mission } => R::Signers(self.signers(space, mission).await?),
            C::Open {
                terms,
                status,
                keepers,
            } => {
                let space = self.open_programme(terms, &status, &keepers).await?;
                return Ok(Reply::Created(space.to_string()));
            }
            C::AdoptTemplate { space, template } => {
                self.adopt_template(space, template).await?;
                return Ok(Reply::Done);
            }
            C::Follow { space, port } => {
                let followed = self.follow_port(space, port).await?;
                return Ok(Reply::Created(followed.to_string()));
            }
            C::Register {
                space,
                mission,
                port,
                reporters,
            } => {
                self.register_mission(space, mission, port, &reporters)
                    .await?;
                return Ok(Reply::Done);
            }
        };
        Ok(Reply::Programme(told))
    }

    /// Founds a programme, with the default template to begin with.
    async fn open_programme(
        &self,
        terms: ProgrammeTerms,
        status: &str,
        keepers: &KeepersWish,
    ) -> Outcome<CaseId> {
        let status = crate::party::status(status)?;
        let opened = Record::Programme(ProgrammeRecord::ProgrammeOpened(ProgrammeTerms {
            title: terms.title.trim().to_owned(),
            purpose: terms.purpose.trim().to_owned(),
        }));
        opened.validate().map_err(form)?;
        let template = default_template()?;
        let adopted = Record::Programme(ProgrammeRecord::TemplateAdopted { template });
        let records = vec![opened, adopted];
        let id = self
            .found_space(SpaceKind::Programme, status, records, keepers)
            .await?;
        Ok(CaseId::new(id.0))
    }

    /// One record for the programme.
    async fn tell_programme(&self, space: CaseId, record: ProgrammeRecord) -> Outcome<RecordId> {
        let person = self.current()?.person();
        let whole = Record::Programme(record.clone());
        self.record_in(space, whole, |state| {
            state.records.may_in_programme(person, &record)?;
            Ok(Channel::Team)
        })
        .await
    }

    async fn adopt_template(&self, space: CaseId, template: Template) -> Outcome<RecordId> {
        if let Err(faults) = template.check() {
            let code = faults.first().map_or("template-refused", |one| one.code());
            return Err(field("template", code));
        }
        self.tell_programme(space, ProgrammeRecord::TemplateAdopted { template })
            .await
    }

    async fn follow_port(&self, space: CaseId, mut followed: FollowedPort) -> Outcome<RecordId> {
        followed.port.name = followed.port.name.trim().to_owned();
        self.tell_programme(space, ProgrammeRecord::PortFollowed(followed))
            .await
    }

    /// Registers a mission with those of its people whose signature counts.
    pub(crate) async fn register_mission(
        &self,
        programme: CaseId,
        mission: CaseId,
        port: RecordId,
        reporters: &[PersonId],
    ) -> Outcome<RecordId> {
        let open = self.space(ledger_id(mission)).await?;
        let reporters = {
            let state = open.state.borrow();
            let found = reporters
                .iter()
                .map(|person| reporter(&state, *person))
                .collect::<Outcome<Vec<_>>>()?;
            if found.is_empty() {
                return Err(field("reporters", "missing"));
            }
            found
        };
        let record = ProgrammeRecord::MissionRegistered {
            mission,
            port,
            reporters,
        };
        self.tell_programme(programme, record).await
    }

    /// Managers and assessors of a mission, each with whether their signature counts.
    async fn signers(&self, programme: CaseId, mission: CaseId) -> Outcome<Vec<SignerView>> {
        let registered: Vec<Reporter> = {
            let open = self.space(ledger_id(programme)).await?;
            let state = open.state.borrow();
            let link = state.records.programme().missions().get(&mission);
            link.map(|link| link.reporters.clone()).unwrap_or_default()
        };
        let open = self.space(ledger_id(mission)).await?;
        let state = open.state.borrow();
        let members = membership(&state)?.members().iter();
        let mut signers: Vec<SignerView> = members
            .filter(|(_, member)| may_sign(member))
            .map(|(user, member)| {
                let key = hex::encode(member.signing_key());
                let person = PersonId::new(user.0);
                SignerView {
                    person,
                    name: state.name(person),
                    organisation: state.party_name(member.organisation),
                    role: role_code(member.role).to_owned(),
                    registered: registered.iter().any(|reporter| reporter.key == key),
                }
            })
            .collect();
        signers.sort_by(|a, b| (&a.organisation, &a.name).cmp(&(&b.organisation, &b.name)));
        Ok(signers)
    }
}

fn may_sign(member: &Member) -> bool {
    member.state == MemberState::Active && matches!(member.role, Role::Manager | Role::Assessor)
}

/// A person of a mission as somebody whose signature counts.
fn reporter(mission: &Space, person: PersonId) -> Outcome<Reporter> {
    let member = mission.member(user_id(person));
    let Some(member) = member.filter(|member| may_sign(member)) else {
        return fail("unknown-member");
    };
    Ok(Reporter {
        person,
        key: hex::encode(member.signing_key()),
        name: mission.name(person),
        organisation: mission.party_name(member.organisation),
    })
}
