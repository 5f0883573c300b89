//! From a mission to its programme: an aggregate is signed in the mission, then taken in by the programme. Only
//! what was signed crosses over.

use hawser_casework::assessment::AggregateBody;
use hawser_casework::record::{MissionRecord, ProgrammeRecord};
use hawser_casework::{Channel, Record, RecordId, Rule, SpaceId as CaseId};
use hawser_views::mission::ReportedView;

use crate::Agent;
use crate::append::Draft;
use crate::failure::{Failed, Outcome, fail, form};
use crate::io::Environment;
use crate::people::{ledger_id, membership, team, user_id};
use crate::statement::signed;

impl<E: Environment> Agent<E> {
    /// Signs an aggregate of a visit as it stands and was shown, and takes it to the programme.
    pub(super) async fn sign_and_report(
        &self,
        space: CaseId,
        visit: RecordId,
        shown: &AggregateBody,
    ) -> Outcome<ReportedView> {
        let session = self.current()?;
        let command = self.new_command();
        let happened = self.happened_now();
        self.append(ledger_id(space), |state| {
            let Some(body) = state.records.aggregate(space, visit, happened.clone()) else {
                return fail("unknown-visit");
            };
            if !body.says_the_same(shown) {
                return fail("figures-changed");
            }
            body.validate().map_err(form)?;
            let statement = signed(&session, space, command, body.encode()?);
            let record = MissionRecord::AggregateSigned { statement };
            let now = self.moment();
            state
                .records
                .may_in_mission(session.person(), Channel::Team, now, &record)?;
            Ok(vec![Draft::Record {
                command,
                group: team(state)?,
                entry: self.entry_now(Record::Mission(record)),
                blobs: Vec::new(),
            }])
        })
        .await?;
        self.report(space, session.record_id(command)).await
    }

    /// Takes a signed aggregate to the programme. What fails there is told; the signature stays.
    pub(super) async fn report(&self, space: CaseId, aggregate: RecordId) -> Outcome<ReportedView> {
        let why = match self.take_to_programme(space, aggregate).await {
            Ok(()) => String::new(),
            Err(Failed(failure)) if failure.code == Rule::AlreadyTaken.code() => String::new(),
            Err(Failed(failure)) => failure.code,
        };
        Ok(ReportedView {
            record: aggregate,
            reported: why.is_empty(),
            why,
        })
    }

    async fn take_to_programme(&self, mission: CaseId, aggregate: RecordId) -> Outcome<()> {
        let person = self.current()?.person();
        let open = self.space(ledger_id(mission)).await?;
        let (programme, taken) = {
            let state = open.state.borrow();
            let told = state.records.mission();
            let Some(signed) = told.aggregates().get(&aggregate) else {
                return fail("not-found");
            };
            let programme = told.opening().and_then(|opening| opening.programme);
            let Some(programme) = programme else {
                return fail("no-programme");
            };
            let members = membership(&state)?.members();
            let Some(signer) = members.get(&user_id(signed.from.author)) else {
                return fail("unknown-member");
            };
            let Some(command) = state.command_of(aggregate) else {
                return fail("not-found");
            };
            let taken = ProgrammeRecord::AggregateTaken {
                mission,
                command: RecordId::new(command.0),
                signer: hex::encode(signer.signing_key()),
                statement: signed.statement.clone(),
            };
            (programme, taken)
        };
        let command = self.new_command();
        self.append(ledger_id(programme), |state| {
            state.records.may_in_programme(person, &taken)?;
            Ok(vec![Draft::Record {
                command,
                group: team(state)?,
                entry: self.entry_now(Record::Programme(taken.clone())),
                blobs: Vec::new(),
            }])
        })
        .await
    }
}
