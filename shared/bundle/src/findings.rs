//! What a replayed record and a signed checkpoint prove, as page, program and report tell it.

use hawser_casework::record::AttachedFile;
use hawser_casework::state::ExhibitState;
use hawser_casework::{PartyId, PersonId, RecordId, identifier};
use hawser_ledger::KeyId;
use hawser_ledger::key::key_id;
use hawser_ledger::log::LogKey;
use hawser_ledger::log::cosignature::Cosigned;
use hawser_ledger::membership::SpaceKind;
use hawser_ledger::person::name_commit;
use hawser_reading::chain_step;
use hawser_reading::names::{custodian_name, party_name, person_name, short};
use hawser_views::bundle::{
    BundleExhibit, BundleFile, BundleFindings, BundleParty, BundleSigner, Confirmation, Maker,
    Naming,
};

use crate::fault::Fault;
use crate::manifest::Manifest;
use crate::replay::Replay;

fn kind_code(kind: SpaceKind) -> &'static str {
    match kind {
        SpaceKind::Organisation => "organisation",
        SpaceKind::Case => "case",
        SpaceKind::Mission => "mission",
        SpaceKind::Programme => "programme",
        SpaceKind::Journal => "journal",
    }
}

impl Replay {
    /// Whether a person is called by the name that was certified with their key.
    fn naming(&self, key: KeyId) -> Result<Naming, Fault> {
        let membership = self.chain()?.membership();
        let Some(user) = membership.author(key) else {
            return Ok(Naming::Unnamed);
        };
        let named = self.records.people().get(&PersonId::new(user.0));
        let named = named.and_then(|person| person.current.as_ref());
        let member = membership.members().get(&user);
        let Some((named, member)) = named.zip(member) else {
            return Ok(Naming::Unnamed);
        };
        let mut salt = [0; 32];
        let is_certified = hex::decode_to_slice(&named.salt, &mut salt).is_ok()
            && name_commit(&salt, &named.name) == member.chain.cert.request.name_commit;
        Ok(if is_certified {
            Naming::Certified
        } else {
            Naming::Uncertified
        })
    }

    /// The name that a file had when it was attached: corrections come and go with what is disclosed.
    pub(crate) fn name_when_attached<'a>(
        &'a self,
        record: RecordId,
        file: &'a AttachedFile,
    ) -> &'a str {
        let exhibit = self.records.exhibit(file.to);
        let state = exhibit.and_then(|known| known.files.iter().find(|one| one.id == record));
        let first =
            state.and_then(|state| state.corrections.iter().find(|one| one.field == "name"));
        first.map_or(&file.name, |correction| &correction.replaced)
    }

    /// Entries that are closed or left out: they can correct, or hand on, what is shown.
    pub(crate) fn undisclosed(&self, manifest: &Manifest) -> u64 {
        let left_out = manifest.withheld.iter().map(|one| one.last - one.first + 1);
        self.encrypted + left_out.sum::<u64>()
    }

    fn parties(&self) -> Result<Vec<BundleParty>, Fault> {
        let organisations = self.chain()?.membership().organisations();
        let parties = organisations.iter().map(|(id, known)| BundleParty {
            name: party_name(&self.records, PartyId::new(id.0)),
            organisation: id.to_string(),
            root: hex::encode(known.root),
        });
        Ok(parties.collect())
    }

    /// Name and party of whoever signs with a key, or the beginnings of their identifiers.
    pub(crate) fn signer(&self, key: KeyId) -> Result<(String, String), Fault> {
        let membership = self.chain()?.membership();
        let known = membership.author(key);
        let name = known.map_or_else(
            || short(&key.to_string()),
            |user| person_name(&self.records, PersonId::new(user.0)),
        );
        let organisation = known
            .and_then(|user| membership.members().get(&user))
            .map(|member| member.organisation)
            .or_else(|| self.spoke_for.get(&key).copied());
        let party = organisation
            .map(|organisation| party_name(&self.records, PartyId::new(organisation.0)))
            .unwrap_or_default();
        Ok((name, party))
    }

    fn maker(&self, manifest: &Manifest) -> Result<Maker, Fault> {
        let membership = self.chain()?.membership();
        let (name, party) = self.signer(manifest.made_by)?;
        Ok(Maker {
            name,
            party,
            naming: self.naming(manifest.made_by)?,
            key: manifest.made_by.to_string(),
            // Not by a key that they had before.
            is_member: membership.author(manifest.made_by).is_some_and(|user| {
                membership
                    .active(user)
                    .is_some_and(|member| key_id(&member.signing_key()) == manifest.made_by)
            }),
        })
    }

    fn exhibit(&self, manifest: &Manifest, id: RecordId, known: &ExhibitState) -> BundleExhibit {
        let records = &self.records;
        let exhibit = &known.exhibit;
        BundleExhibit {
            record: id,
            number: manifest.number(id).unwrap_or(&known.number).to_owned(),
            kind: exhibit.kind.code().to_owned(),
            description: exhibit.description.clone(),
            place: exhibit.found.text.clone(),
            found: known.logged.happened.clone(),
            identifiers: exhibit
                .identifiers
                .iter()
                .map(|one| identifier::check(one.scheme, &one.value).shown)
                .collect(),
            seal: exhibit.seal_number.clone(),
            holder: custodian_name(records, known.holder.custodian()),
            custody: known.custody.code().to_owned(),
            logged_by: person_name(records, known.logged.author),
            recorded: known.logged.recorded,
            entry: known.logged.seq,
            chain: known
                .chain
                .iter()
                .map(|step| chain_step(records, id, step))
                .collect(),
            corrections: known
                .corrections
                .iter()
                .map(|one| {
                    (
                        one.field.clone(),
                        one.old.clone(),
                        one.new.clone(),
                        one.why.clone(),
                        person_name(records, one.author),
                    )
                })
                .collect(),
            files: known
                .files
                .iter()
                .map(|file| BundleFile {
                    name: file.file.name.clone(),
                    length: file.file.length,
                    sha256: file.file.sha256.clone(),
                    entry: file.attached.seq,
                    path: manifest.attachment(file.id).map(str::to_owned),
                })
                .collect(),
        }
    }

    /// What is proven once everything was held against `key` and the confirmations of log keepers.
    pub(crate) fn findings(
        &self,
        manifest: &Manifest,
        key: &LogKey,
        confirmed: Vec<Cosigned>,
    ) -> Result<BundleFindings, Fault> {
        let chain = self.chain()?;
        let terms = self.records.terms();
        let signers = self
            .signers
            .iter()
            .map(|(key, entries)| {
                let (name, party) = self.signer(*key)?;
                Ok(BundleSigner {
                    name,
                    naming: self.naming(*key)?,
                    key: key.to_string(),
                    party,
                    entries: *entries,
                })
            })
            .collect::<Result<_, Fault>>()?;
        let name = |person| person_name(&self.records, person);
        let told = |(seq, author, rule): &(u64, PersonId, &'static str)| {
            (*seq, name(*author), (*rule).to_owned())
        };
        // What an entry refers to may be among what is not disclosed: that is not its author's fault.
        let undisclosed = self.undisclosed(manifest);
        let is_open = |one: &&(u64, PersonId, &'static str)| {
            undisclosed > 0 && (one.2 == "refers-to-unreadable" || one.2.starts_with("unknown-"))
        };
        Ok(BundleFindings {
            format: manifest.format.clone(),
            space: chain.space().to_string(),
            kind: kind_code(chain.kind()).to_owned(),
            title: terms.map(|terms| terms.title.clone()).unwrap_or_default(),
            reference: terms
                .map(|terms| terms.reference.clone())
                .unwrap_or_default(),
            entries: chain.size(),
            signatures: self.signers.values().sum(),
            acts: self.acts,
            opened: self.opened,
            encrypted: self.encrypted,
            withheld: manifest.withheld.clone(),
            unreadable: self
                .unreadable
                .iter()
                .map(|(seq, author)| (*seq, name(*author)))
                .collect(),
            refused: self
                .refused
                .iter()
                .filter(|one| !is_open(one))
                .map(told)
                .collect(),
            unresolved: self
                .refused
                .iter()
                .filter(is_open)
                .map(|one| one.0)
                .collect(),
            undisclosed,
            root: hex::encode(chain.tree().root()),
            log: key.origin().to_owned(),
            log_key: key.text(),
            confirmations: confirmed
                .into_iter()
                .map(|one| Confirmation {
                    name: one.name,
                    key: hex::encode(one.keeper),
                    time_s: one.time_s,
                })
                .collect(),
            keepers: chain.membership().log().keepers.len() as u32,
            made_by: self.maker(manifest)?,
            made: manifest.made,
            unknown_from: self
                .lines
                .last()
                .map(|line| line.seq + 1)
                .filter(|next| *next < chain.size()),
            signers,
            parties: self.parties()?,
            exhibits: self
                .records
                .exhibits_in_order()
                .map(|(id, known)| self.exhibit(manifest, id, known))
                .collect(),
        })
    }
}
