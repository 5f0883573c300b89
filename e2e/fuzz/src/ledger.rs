//! Events and what stands in them.

use hawser_ledger::codec::Layout;
use hawser_ledger::consent::Consent;
use hawser_ledger::event::{RecordPublic, SharePublic};
use hawser_ledger::header::{Position, Prefix};
use hawser_ledger::membership::{Act, Genesis, MemberAdd};
use hawser_ledger::person::{CertChain, CertificateRequest, Delegation, PersonCert};
use hawser_ledger::{Event, Header};

fn strict<T: Layout>(bytes: &[u8]) {
    if let Ok(value) = T::decode(bytes) {
        assert_eq!(
            value.encode(),
            bytes,
            "accepted in another form than it is written"
        );
    }
}

pub fn event(bytes: &[u8]) {
    strict::<Header>(bytes);
    strict::<Prefix>(bytes);
    strict::<Position>(bytes);
    if let Ok(event) = Event::decode(bytes) {
        assert_eq!(event.encode(), bytes);
    }
    if let Ok((event, length)) = Event::read_one(bytes) {
        assert_eq!(Some(&event.encode()[..]), bytes.get(..length));
    }
}

/// `u16 kind ‖ public part`.
pub fn act(bytes: &[u8]) {
    let Some((kind, public)) = bytes.split_first_chunk() else {
        return;
    };
    let kind = u16::from_be_bytes(*kind);
    if let Ok(Some(act)) = Act::decode(kind, public) {
        assert_eq!((act.kind(), act.encode()), (kind, public.to_vec()));
    }
    strict::<Consent>(public);
    strict::<PersonCert>(public);
    strict::<CertificateRequest>(public);
    strict::<CertChain>(public);
    strict::<Delegation>(public);
    strict::<Genesis>(public);
    strict::<MemberAdd>(public);
    strict::<RecordPublic>(public);
    strict::<SharePublic>(public);
}
