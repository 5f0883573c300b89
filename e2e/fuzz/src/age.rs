//! What a person is handed to open with their own keys: wraps, letters, the keyring, a typed kit.

use std::sync::LazyLock;

use hawser_encryption::identity::{Identity, Root};
use hawser_encryption::keyring::{Keyring, Unlock};
use hawser_encryption::kit::Kit;
use hawser_encryption::random::Random;
use hawser_encryption::wrap::{WrapPlace, open_wrap};
use hawser_ledger::header::{SUITE_X25519, SUITE_XWING};
use hawser_ledger::{GroupId, SpaceId, UserId};

/// Somebody whose keys are the same each time.
struct Victim {
    identity: Identity,
    keyring: Keyring,
}

static VICTIM: LazyLock<Victim> = LazyLock::new(|| {
    let fill = |bytes: &mut [u8]| bytes.fill(7);
    let mut random = Random(&fill);
    Victim {
        identity: Identity::derive(&Root::make(&mut random), 1),
        keyring: Keyring::make(&mut random, UserId([1; 16]), "QN-P1", "Ada", "Prosecutor"),
    }
});

pub fn files(bytes: &[u8]) {
    let Victim { identity, keyring } = &*VICTIM;
    for suite in [SUITE_X25519, SUITE_XWING] {
        // What opens was made for this person; nothing more is promised.
        drop(identity.open_letter(suite, bytes));
        let place = WrapPlace {
            space: SpaceId([2; 32]),
            group: GroupId([3; 16]),
            user: UserId([1; 16]),
            generation: 1,
            first: 1,
            last: 1,
            suite,
        };
        drop(open_wrap(identity, &place, bytes));
    }
    drop(identity.open_own("fuzz", bytes));
    drop(identity.open_pinbook(bytes));
    let unlock = Unlock::Kit(keyring.kit());
    drop(Keyring::open(bytes, UserId([1; 16]), 0, &unlock));
    if let Ok(typed) = std::str::from_utf8(bytes) {
        drop(Kit::parse(typed));
    }
}
