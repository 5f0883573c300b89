//! The organisations one's own knows: cards, and the comparison of safety numbers.

use hawser_casework::{PartyId, Record};
use hawser_ledger::membership::{Act, GroupPurpose, OrganisationVerified, VerificationMethod};
use hawser_ledger::safety_number::safety_number;
use hawser_ledger::{Chain, OrganisationId};
use hawser_views::organisation::ContactView;

use crate::Agent;
use crate::append::Draft;
use crate::card::Card;
use crate::failure::{Outcome, fail};
use crate::io::Environment;
use crate::qr::modules;
use crate::replay::Space;

use crate::organisation::{check_name, check_text};

impl<E: Environment> Agent<E> {
    pub(crate) async fn add_contact(&self, text: &str) -> Outcome<()> {
        let open = self.administered().await?;
        let session = self.current()?;
        let card = Card::parse(text)?;
        check_name("name", &card.name)?;
        check_text("country", &card.country)?;
        let (own, _) = session.own_organisation()?;
        if card.organisation() == own {
            return fail("card-own");
        }
        let party = PartyId::new(card.organisation().0);
        let known = open
            .state
            .borrow()
            .book
            .cards
            .get(&party)
            .map(|known| known.root);
        if known.is_some_and(|root| root != card.root) {
            return fail("root-differs");
        }
        let (introduced, named) = (self.new_command(), self.new_command());
        let id = open.state.borrow().id();
        self.append(id, move |state| {
            let Some(group) = state.group(GroupPurpose::Team) else {
                return fail("unknown-group");
            };
            let draft = |command, record| Draft::Record {
                command,
                group,
                entry: self.entry_now(record),
                blobs: Vec::new(),
            };
            Ok(vec![
                draft(
                    introduced,
                    Record::PartyIntroduced {
                        party,
                        card: card.encode(),
                    },
                ),
                draft(
                    named,
                    Record::PartyNamed {
                        party,
                        name: card.name.clone(),
                        country: card.country.clone(),
                    },
                ),
            ])
        })
        .await
    }

    pub(crate) async fn confirm_safety_number(&self, party: PartyId, digits: &str) -> Outcome<()> {
        let open = self.administered().await?;
        let session = self.current()?;
        let (own, own_root) = session.own_organisation()?;
        let other = OrganisationId(*party.as_bytes());
        let card = open.state.borrow().book.cards.get(&party).cloned();
        let Some(card) = card else {
            return fail("not-found");
        };
        let expected = safety_number((own, &own_root), (other, &card.root));
        let typed: String = digits.chars().filter(char::is_ascii_digit).collect();
        if typed != expected {
            return fail("safety-number-differs");
        }
        let command = self.new_command();
        let id = open.state.borrow().id();
        self.append(id, move |_| {
            let verified = OrganisationVerified {
                verifier: own,
                organisation: other,
                root: card.root,
                method: VerificationMethod::SafetyNumber,
            };
            Ok(vec![Draft::Act {
                command,
                act: Act::OrganisationVerified(verified),
                wraps: Vec::new(),
            }])
        })
        .await
    }

    /// The root of an organisation that one's own has compared (or is).
    pub(crate) async fn verified_root(
        &self,
        organisation: OrganisationId,
    ) -> Outcome<Option<[u8; 32]>> {
        let session = self.current()?;
        let (own, own_root) = session.own_organisation()?;
        if own == organisation {
            return Ok(Some(own_root));
        }
        let Some(open) = self.own_space().await? else {
            return Ok(None);
        };
        let state = open.state.borrow();
        let membership = state.chain().map(Chain::membership);
        Ok(membership
            .and_then(|membership| membership.organisations().get(&organisation))
            .filter(|entry| entry.verified_by.contains_key(&own))
            .map(|entry| entry.root))
    }

    pub(crate) fn own_card(
        &self,
        state: &Space,
        name: &str,
        country: &str,
        root: [u8; 32],
    ) -> String {
        let administrator = state.chain().and_then(|chain| {
            let user = chain.membership().administrators().next()?;
            chain
                .membership()
                .members()
                .get(&user)
                .map(|member| (*member.chain).clone())
        });
        let Some(administrator) = administrator else {
            return String::new();
        };
        let card = Card {
            root,
            name: name.to_owned(),
            country: country.to_owned(),
            administrator,
        };
        format!(
            "{}/organisation#card.v1.{}",
            self.environment().origin(),
            card.encode()
        )
    }
}

pub(crate) fn contacts(
    state: &Space,
    own: OrganisationId,
    own_root: &[u8; 32],
) -> Vec<ContactView> {
    let verified_ms = |organisation: OrganisationId| {
        state.acts.iter().rev().find_map(|line| match &line.act {
            Act::OrganisationVerified(verified) if verified.organisation == organisation => {
                Some(line.recorded.utc_ms)
            }
            _ => None,
        })
    };
    state
        .book
        .cards
        .iter()
        .map(|(party, card)| {
            let organisation = card.organisation();
            let safety_number = safety_number((own, own_root), (organisation, &card.root));
            let verified = state
                .chain()
                .and_then(|chain| chain.membership().organisations().get(&organisation))
                .is_some_and(|entry| {
                    entry.root == card.root && entry.verified_by.contains_key(&own)
                });
            ContactView {
                party: *party,
                name: card.name.clone(),
                country: card.country.clone(),
                qr: modules(&safety_number),
                safety_number,
                verified,
                verified_ms: if verified {
                    verified_ms(organisation)
                } else {
                    None
                },
            }
        })
        .collect()
}
