//! Enclosing events in a share; how they are read is [`hawser_reading`]'s.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hawser_casework::RecordId;
use hawser_casework::record::Enclosure;
use hawser_ledger::Event;
use hawser_ledger::Frame;
use hawser_protocol::path::{EVENTS, fill};
use hawser_protocol::space::Pulled;

use crate::Agent;
use crate::failure::{Outcome, fail};
use crate::io::Environment;
use crate::people::membership;

impl<E: Environment> Agent<E> {
    /// An event of the case record, whole, with its key: what a share encloses.
    pub(crate) async fn enclose(
        &self,
        space: hawser_ledger::SpaceId,
        record: RecordId,
    ) -> Outcome<(Event, Enclosure)> {
        let open = self.space(space).await?;
        let Some(seq) = open.state.borrow().place_of(record) else {
            return fail("not-found");
        };
        let path = format!("{}?from={seq}&limit=1", fill(EVENTS, &[&space.to_string()]));
        let response = self.exchange(self.request("GET", path)).await?;
        let frame = Pulled::decode(&response.body)
            .ok()
            .and_then(|pulled| pulled.frames.into_iter().next());
        let bytes = match frame {
            Some(Frame::Event(bytes)) => bytes,
            // It was open to this person before.
            Some(Frame::Withheld(_)) => return fail("access-ended"),
            None => return fail("not-found"),
        };
        let event = Event::decode(&bytes).map_err(hawser_ledger::ChainError::from)?;
        let state = open.state.borrow();
        // The server hands over what was verified before, or nothing.
        if state.leaf(seq) != Some(event.id()) {
            return fail("other-past");
        }
        membership(&state)?;
        let prefix = &event.header.prefix;
        let Some(secret) = state.secret(prefix.group, prefix.epoch) else {
            return fail("not-in-group");
        };
        let key = secret.event_key(prefix);
        let enclosure = Enclosure {
            event: STANDARD.encode(&bytes),
            key: hex::encode(*key.disclose()),
        };
        Ok((event, enclosure))
    }
}
