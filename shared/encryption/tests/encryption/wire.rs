//! Append bodies and frames: what a server or a client may send.

use hawser_ledger::Frame;
use hawser_ledger::codec::DecodeError;
use hawser_ledger::{EventId, GroupId, UserId};
use hawser_protocol::path::{self, MAX_APPEND_EVENTS};
use hawser_protocol::space::{Append, Pulled, Wrap};
use proptest::prelude::*;

fn append() -> Append {
    let wrap = Wrap {
        group: GroupId([1; 16]),
        user: UserId([2; 16]),
        event: 1,
        body: vec![3; 10],
    };
    Append {
        size: 7,
        head: EventId([4; 32]),
        events: vec![vec![5; 3], Vec::new()],
        wraps: vec![wrap],
    }
}

#[test]
fn an_append_reads_back_as_it_was_written() {
    let bytes = append().encode();
    assert_eq!(Append::decode(&bytes), Ok(append()));
    for length in 0..bytes.len() {
        assert!(Append::decode(&bytes[..length]).is_err());
    }
    let longer = [bytes, vec![0]].concat();
    assert_eq!(
        Append::decode(&longer),
        Err(DecodeError::Trailing { count: 1 })
    );
}

#[test]
fn an_append_has_limits() {
    let many = Append {
        events: vec![Vec::new(); MAX_APPEND_EVENTS + 1],
        ..append()
    };
    assert!(matches!(
        Append::decode(&many.encode()),
        Err(DecodeError::TooLong {
            field: "events",
            ..
        })
    ));
    let mut large = append();
    large.wraps[0].body = vec![0; (64 << 10) + 1];
    assert!(matches!(
        Append::decode(&large.encode()),
        Err(DecodeError::TooLong { field: "wrap", .. })
    ));
    let mut claimed = vec![0; 40];
    claimed.extend(u32::MAX.to_be_bytes());
    assert!(matches!(
        Append::decode(&claimed),
        Err(DecodeError::TooLong {
            field: "events",
            ..
        })
    ));
}

#[test]
fn frames_follow_each_other() {
    let frames = vec![
        Frame::Event(vec![1, 2, 3]),
        Frame::Withheld(EventId([9; 32])),
        Frame::Event(Vec::new()),
    ];
    let pulled = |frames| Pulled {
        checkpoint: "of the log".to_owned(),
        frames,
    };
    let bytes = pulled(frames.clone()).encode();
    assert_eq!(Pulled::decode(&bytes), Ok(pulled(frames)));
    let none = pulled(Vec::new()).encode();
    assert_eq!(Pulled::decode(&none), Ok(pulled(Vec::new())));
    let with = |more: &[u8]| Pulled::decode(&[&none, more].concat());
    assert!(matches!(
        with(&[2]),
        Err(DecodeError::Value {
            field: "frame",
            found: 2
        })
    ));
    assert!(matches!(
        with(&[1, 0xff, 0xff, 0xff, 0xff]),
        Err(DecodeError::TooLong { .. })
    ));
    assert!(with(&[0; 32]).is_err());
    assert!(Pulled::decode(&[]).is_err());
    assert!(Pulled::decode(&[0, 0, 0x40, 1]).is_err());
    assert!(Pulled::decode(&[0, 0, 0, 1, 0xff]).is_err());
}

#[test]
fn a_path_is_filled_in_order() {
    assert_eq!(
        path::fill(path::BLOBS_PART, &["s", "b", "7"]),
        "/api/v1/spaces/s/blobs/b/parts/7"
    );
    assert_eq!(path::fill(path::SPACES, &[]), path::SPACES);
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_break_a_reader(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        if let Ok(append) = Append::decode(&bytes) {
            prop_assert_eq!(append.encode(), bytes.clone());
        }
        if let Ok(pulled) = Pulled::decode(&bytes) {
            prop_assert_eq!(pulled.encode(), bytes);
        }
    }

    #[test]
    fn a_damaged_append_never_breaks_a_reader(at in any::<prop::sample::Index>(), value in any::<u8>()) {
        let mut bytes = append().encode();
        let at = at.index(bytes.len());
        bytes[at] = value;
        if let Ok(append) = Append::decode(&bytes) {
            prop_assert_eq!(append.encode(), bytes);
        }
    }
}
