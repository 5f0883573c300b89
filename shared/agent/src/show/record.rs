//! Checking a case record from its first entry.

use hawser_casework::SpaceId as CaseId;
use hawser_ledger::key::hash;
use hawser_views::record::{RecordCheck, RecordFault};

use crate::Agent;
use crate::OpenSpace;
use crate::failure::{Outcome, fail};
use crate::io::Environment;
use crate::people::ledger_id;
use crate::pin::Pin;
use crate::replay::{Fault, Space};

impl<E: Environment> Agent<E> {
    /// Fetches everything anew and replays it beside what is open.
    pub(crate) async fn check_record(&self, space: CaseId) -> Outcome<RecordCheck> {
        let session = self.current()?;
        let id = ledger_id(space);
        let started = self.now_ms();
        let known = self.space(id).await?;
        // From the first entry on there is nothing that a second reading could add.
        let fresh = OpenSpace::new(Space::begin_again(id));
        let mut marks = self.seen_elsewhere(id).await?;
        marks.extend(self.pin(id).await?.as_ref().and_then(Pin::mark));
        fresh.state.borrow_mut().expect(marks, started);
        if !self.take_all(&fresh, &session).await? {
            return fail("access-ended");
        }
        self.open_pulled(&fresh, &session).await?;
        let checked = fresh.state.borrow();
        if let Some(fault) = &checked.fault {
            // What is wrong on the server is wrong for the open case too: nothing more is accepted.
            known
                .state
                .borrow_mut()
                .fault
                .get_or_insert_with(|| fault.clone());
            self.notify(hawser_views::Notice::Space { space });
        }
        Ok(report(&checked, started, self.now_ms()))
    }
}

impl Fault {
    /// As the page tells it.
    pub(crate) fn shown(&self) -> RecordFault {
        RecordFault {
            seq: self.seq,
            code: self.code.clone(),
            found_ms: self.found_ms,
            proof: self.proof.clone(),
        }
    }
}

impl Space {
    /// A short code of all that was taken in, by which two readers or a print and the record are compared.
    pub(crate) fn code(&self) -> String {
        let root = self.chain().map_or([0; 32], |chain| chain.tree().root());
        let digest = hash(&[b"hawser/v1/print-code\0", &root]);
        let number = digest[..8]
            .iter()
            .fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte))
            % 1_000_000_000_000;
        format!("{number:012}")
    }
}

fn report(state: &Space, started_ms: i64, now_ms: i64) -> RecordCheck {
    let root = state.chain().map_or([0; 32], |chain| chain.tree().root());
    let signers = state
        .signers
        .iter()
        .filter(|(key, _)| {
            let user = state.author(**key);
            let told = user.and_then(|user| Some(state.is_told_of(user, state.member(user)?)));
            told != Some(false)
        })
        .map(|(key, entries)| {
            let user = state.author(*key);
            let member = user.and_then(|user| state.member(user));
            let name = user.map_or_else(
                || hawser_reading::names::short(&key.to_string()),
                |user| state.name(hawser_casework::PersonId::new(user.0)),
            );
            // Who spoke for an organisation and was never a member has no name here, only that of the organisation.
            let spoke_for = || {
                let mut acts = state.acts.iter().filter(|line| line.author == *key);
                acts.find_map(|line| Some(line.act.delegation()?.organisation))
            };
            let organisation = member.map(|member| member.organisation).or_else(spoke_for);
            let party = organisation
                .map(|organisation| state.party_name(organisation))
                .unwrap_or_default();
            (name, party, *entries)
        })
        .collect();
    RecordCheck {
        entries: state.told_size(),
        signatures: state.signers.values().sum(),
        signers,
        opened: state.opened,
        withheld: if state.is_limited_reading() {
            0
        } else {
            state.withheld
        },
        unreadable: state
            .unreadable
            .iter()
            .map(|(seq, by)| (*seq, state.name(*by)))
            .collect(),
        took_ms: (now_ms - started_ms).max(0) as u64,
        as_of_ms: now_ms,
        root: hex::encode(root),
        head: state.head().to_string(),
        code: state.code(),
        fault: state.fault.as_ref().map(Fault::shown),
    }
}
