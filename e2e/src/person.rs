//! People at work, each with an agent of their own: what tests, benchmarks and
//! the demonstration have them do.

use std::ops::Deref;

use anyhow::{Context, anyhow, bail};
use hawser_casework::record::{Answer, CaseTerms, Photo, Place};
use hawser_casework::{
    Custodian, Exhibit, ExhibitKind, Happened, HowKnown, Moment, PartyId, RecordId, SpaceId,
};
use hawser_views::account::{Me, OrganisationDraft, RecoveryKit, Registration};
use hawser_views::case::{CaseLine, PeopleView};
use hawser_views::command::NominationDraft;
use hawser_views::evidence::{ExhibitLine, ExhibitView, HandoversView, OfferDraft};
use hawser_views::keepers::KeepersWish;
use hawser_views::organisation::OrganisationView;
use hawser_views::{Command, Failure, Reply};

use crate::headless::Headless;
use crate::headless::profile::Profile;
use crate::server::TestServer;

macro_rules! expect_reply {
    ($reply:expr, $variant:path) => {
        match $reply.map_err(told)? {
            $variant(view) => view,
            _ => anyhow::bail!("another reply than {}", stringify!($variant)),
        }
    };
}

pub mod exchange;
pub mod mission;

/// Good enough for the estimate, and the same for everyone in tests.
pub const PASSPHRASE: &str = "quay lantern ferry compass walnut orbit";

/// A person with a browser.
pub struct Person {
    /// Name to sign in with.
    pub sign_in_name: String,
    /// The recovery kit as printed.
    pub kit: RecoveryKit,
    headless: Headless,
}

impl Deref for Person {
    type Target = Headless;
    fn deref(&self) -> &Headless {
        &self.headless
    }
}

/// A failure as an error that says its code.
pub fn told(failure: Failure) -> anyhow::Error {
    anyhow!("{} {:?} {:?}", failure.code, failure.values, failure.fields)
}

impl Person {
    /// The first administrator of an organisation that the operator has invited: name and function, name and
    /// country.
    pub async fn found(
        server: &TestServer,
        person: (&str, &str),
        organisation: (&str, &str),
    ) -> anyhow::Result<Self> {
        let invitation = server.invite().await?;
        Self::register(server.origin(), &invitation, person, Some(organisation)).await
    }

    /// Follows an invitation link and confirms the kit.
    pub async fn register(
        origin: &str,
        link: &str,
        (sign_in_name, function): (&str, &str),
        organisation: Option<(&str, &str)>,
    ) -> anyhow::Result<Self> {
        Self::register_in(
            &Profile::new(origin),
            link,
            (sign_in_name, function),
            organisation,
            PASSPHRASE,
        )
        .await
    }

    /// The same in a given profile with a given passphrase.
    pub async fn register_in(
        profile: &Profile,
        link: &str,
        (sign_in_name, function): (&str, &str),
        organisation: Option<(&str, &str)>,
        passphrase: &str,
    ) -> anyhow::Result<Self> {
        let headless = Headless::open(profile);
        let fragment = link
            .split('#')
            .nth(1)
            .context("a link has a fragment")?
            .trim()
            .to_owned();
        let registration = Registration {
            fragment,
            sign_in_name: sign_in_name.to_owned(),
            passphrase: passphrase.to_owned(),
            name: sign_in_name.to_owned(),
            function: function.to_owned(),
            organisation: organisation.map(|(name, country)| OrganisationDraft {
                name: name.to_owned(),
                country: country.to_owned(),
            }),
        };
        let kit = expect_reply!(
            headless.ask(Command::Register(registration)).await,
            Reply::Kit
        );
        let groups = kit
            .confirm
            .iter()
            .filter_map(|index| kit.groups.get(*index).cloned())
            .collect();
        headless
            .ask(Command::ConfirmKit { groups })
            .await
            .map_err(told)?;
        Ok(Self {
            sign_in_name: sign_in_name.to_owned(),
            kit,
            headless,
        })
    }

    /// In a new browser profile.
    pub async fn sign_in_elsewhere(&self, origin: &str) -> anyhow::Result<Self> {
        self.sign_in_in(&Profile::new(origin)).await
    }

    /// The same with another passphrase.
    pub async fn sign_in_elsewhere_with(
        &self,
        origin: &str,
        passphrase: &str,
    ) -> anyhow::Result<Self> {
        let headless = Headless::open(&Profile::new(origin));
        self.sign_in_with(&headless, passphrase).await?;
        Ok(Self {
            sign_in_name: self.sign_in_name.clone(),
            kit: self.kit.clone(),
            headless,
        })
    }

    /// The same in a given profile.
    pub async fn sign_in_in(&self, profile: &Profile) -> anyhow::Result<Self> {
        let headless = Headless::open(profile);
        self.sign_in_with(&headless, PASSPHRASE).await?;
        Ok(Self {
            sign_in_name: self.sign_in_name.clone(),
            kit: self.kit.clone(),
            headless,
        })
    }

    async fn sign_in_with(&self, headless: &Headless, passphrase: &str) -> anyhow::Result<()> {
        let command = Command::SignIn {
            sign_in_name: self.sign_in_name.clone(),
            passphrase: passphrase.to_owned(),
            label: "test".to_owned(),
        };
        headless.ask(command).await.map_err(told)?;
        Ok(())
    }

    /// Reloads the page and unlocks again.
    pub async fn reload(self) -> anyhow::Result<Self> {
        let headless = self.headless.reload();
        let person = Self { headless, ..self };
        person.sign_in_with(&person.headless, PASSPHRASE).await?;
        Ok(person)
    }

    /// Does something that answers "done".
    pub async fn does(&self, command: Command) -> anyhow::Result<()> {
        self.ask(command).await.map_err(told).map(drop)
    }

    /// Tries something that must fail; gives the code.
    pub async fn refused(&self, command: Command) -> anyhow::Result<String> {
        match self.ask(command).await {
            Ok(_) => bail!("it was accepted"),
            Err(failure) => Ok(failure.code),
        }
    }

    /// Who this is.
    pub async fn me(&self) -> anyhow::Result<Me> {
        Ok(expect_reply!(self.ask(Command::Me).await, Reply::Me))
    }

    /// Own organisation.
    pub async fn organisation(&self) -> anyhow::Result<OrganisationView> {
        Ok(expect_reply!(
            self.ask(Command::Organisation).await,
            Reply::Organisation
        ))
    }

    /// Invites a colleague, who registers and is certified.
    pub async fn colleague(&self, origin: &str, name: (&str, &str)) -> anyhow::Result<Self> {
        let invite = Command::Invite {
            for_whom: name.0.to_owned(),
            hours: 24,
        };
        let link = expect_reply!(self.ask(invite).await, Reply::Link);
        let colleague = Self::register(origin, &link, name, None).await?;
        self.certify_all().await?;
        colleague.pull().await;
        Ok(colleague)
    }

    /// Certifies everyone whose answer verifies.
    pub async fn certify_all(&self) -> anyhow::Result<()> {
        for invitation in self.organisation().await?.invitations {
            if invitation.stage == "answered" && !invitation.forged {
                self.does(Command::Certify {
                    lookup: invitation.lookup,
                })
                .await?;
            }
        }
        Ok(())
    }

    /// Exchanges cards with another organisation and compares the numbers, both ways.
    pub async fn compare_with(&self, other: &Self) -> anyhow::Result<()> {
        let (own, theirs) = (self.organisation().await?, other.organisation().await?);
        self.does(Command::AddContact { card: theirs.card }).await?;
        other.does(Command::AddContact { card: own.card }).await?;
        self.confirm(theirs.party).await?;
        other.confirm(own.party).await
    }

    /// Confirms the number that is shown for an organisation.
    pub async fn confirm(&self, party: PartyId) -> anyhow::Result<()> {
        let view = self.organisation().await?;
        let contact = view
            .contacts
            .iter()
            .find(|contact| contact.party == party)
            .context("no such contact")?;
        self.does(Command::ConfirmSafetyNumber {
            party,
            digits: contact.safety_number.clone(),
        })
        .await
    }

    /// Makes a case.
    pub async fn create_case(&self, terms: CaseTerms) -> anyhow::Result<SpaceId> {
        self.create_kept_case(terms, KeepersWish::default()).await
    }

    /// Makes a case that names log keepers.
    pub async fn create_kept_case(
        &self,
        terms: CaseTerms,
        keepers: KeepersWish,
    ) -> anyhow::Result<SpaceId> {
        let create = Command::CreateCase {
            terms,
            status: "bound-member-state".to_owned(),
            keepers,
        };
        let id = expect_reply!(self.ask(create).await, Reply::Created);
        Ok(id.parse()?)
    }

    /// The people page.
    pub async fn people(&self, space: SpaceId) -> anyhow::Result<PeopleView> {
        Ok(expect_reply!(
            self.ask(Command::People { space }).await,
            Reply::People
        ))
    }

    /// Admits the other's organisation, which joins and nominates `people`; admits them all.
    pub async fn admit_party(
        &self,
        space: SpaceId,
        other: &Self,
        people: &[(&Self, &str)],
    ) -> anyhow::Result<()> {
        let party = other.organisation().await?.party;
        self.does(Command::AdmitParty {
            space,
            party,
            status: "bound-member-state".to_owned(),
            limited: false,
        })
        .await?;
        other.does(Command::JoinCase { space }).await?;
        other.nominate(space, people, true).await?;
        self.admit_all(space).await
    }

    /// Nominates people of one's own organisation.
    pub async fn nominate(
        &self,
        space: SpaceId,
        people: &[(&Self, &str)],
        history: bool,
    ) -> anyhow::Result<()> {
        let mut nominations = Vec::new();
        for (person, role) in people {
            let person = person.me().await?.person;
            nominations.push(NominationDraft {
                person,
                role: (*role).to_owned(),
                history,
            });
        }
        self.does(Command::Nominate { space, nominations }).await
    }

    /// Admits everyone who is nominated.
    pub async fn admit_all(&self, space: SpaceId) -> anyhow::Result<()> {
        self.pull().await;
        let people = self.people(space).await?;
        let requests = people
            .nominations
            .into_iter()
            .filter(|nomination| nomination.stage == "open")
            .map(|nomination| nomination.request)
            .collect();
        self.does(Command::Admit { space, requests }).await
    }

    /// Logs an exhibit found now.
    pub async fn log(&self, space: SpaceId, exhibit: Exhibit) -> anyhow::Result<RecordId> {
        let log = Command::LogExhibit {
            space,
            exhibit,
            happened: happened_now(),
        };
        Ok(expect_reply!(self.ask(log).await, Reply::Created).parse()?)
    }

    /// All exhibits of a case.
    pub async fn exhibits(&self, space: SpaceId) -> anyhow::Result<Vec<ExhibitLine>> {
        Ok(expect_reply!(
            self.ask(Command::Exhibits { space }).await,
            Reply::Exhibits
        ))
    }

    /// The cases one has.
    pub async fn cases(&self) -> anyhow::Result<Vec<CaseLine>> {
        Ok(expect_reply!(self.ask(Command::Cases).await, Reply::Cases))
    }

    /// Hand-overs of a case.
    pub async fn handovers(&self, space: SpaceId) -> anyhow::Result<HandoversView> {
        Ok(expect_reply!(
            self.ask(Command::Handovers { space }).await,
            Reply::Handovers
        ))
    }

    /// One exhibit.
    pub async fn exhibit(&self, space: SpaceId, exhibit: RecordId) -> anyhow::Result<ExhibitView> {
        Ok(*expect_reply!(
            self.ask(Command::Exhibit { space, exhibit }).await,
            Reply::Exhibit
        ))
    }

    /// Offers exhibits to somebody.
    pub async fn offers(
        &self,
        space: SpaceId,
        exhibits: &[RecordId],
        to: Custodian,
    ) -> anyhow::Result<RecordId> {
        let offer = OfferDraft {
            exhibits: exhibits.to_vec(),
            to,
            happened: happened_now(),
            place: "Quay 4".to_owned(),
            purpose: "Examination".to_owned(),
            seal_out: "K-004417".to_owned(),
            condition: "Seal intact".to_owned(),
        };
        Ok(expect_reply!(
            self.ask(Command::Offer { space, offer }).await,
            Reply::Created
        )
        .parse()?)
    }
}

/// Happened now, as observed.
pub fn happened_now() -> Happened {
    use hawser_agent::io::Clock as _;
    let at = crate::headless::clock::HeadlessClock::default().now_ms();
    Happened {
        at: Moment {
            utc_ms: at,
            offset_min: 60,
        },
        known: HowKnown::Observed,
        late_reason: None,
    }
}

/// Terms of a case for tests.
pub fn terms(title: &str) -> CaseTerms {
    CaseTerms {
        title: title.to_owned(),
        reference: "JIT 2026/14".to_owned(),
        purpose: "Importation through the fruit terminal".to_owned(),
        starts: "2026-01-05".to_owned(),
        ends: "2027-12-31".to_owned(),
        controller: "Prosecution service of Kestria".to_owned(),
    }
}

/// An exhibit for tests.
pub fn exhibit(description: &str) -> Exhibit {
    let photo = Photo::Without {
        reason: "taken over from another agency".to_owned(),
    };
    let mut exhibit = Exhibit::new(ExhibitKind::Device, description, photo);
    exhibit.found = Place {
        text: "Container yard, row 14".to_owned(),
        locode: None,
        coordinates: None,
    };
    exhibit
}

/// That an exhibit is taken in, without a word more.
pub fn acceptance(space: SpaceId, offer: RecordId, exhibit: RecordId) -> Command {
    Command::AnswerOffer {
        space,
        offer,
        exhibit,
        answer: Answer::Accepted,
        reason: String::new(),
        seal_in: String::new(),
        happened: happened_now(),
        photo: None,
    }
}
