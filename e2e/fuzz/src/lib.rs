//! Decoders of what a hostile server, member, keeper or stranger hands over. Whatever it is, a decoder answers without a
//! panic; and what it accepts it would write the same, where that is promised.
//!
//! The functions panic when that does not hold.

mod age;
mod bundle;
mod entry;
mod ledger;
mod log;
mod wire;

/// A decoder, or some that read the same kind of bytes.
#[derive(Clone, Copy)]
pub struct Target {
    /// Its name, that of its folder in `corpus`.
    pub name: &'static str,
    /// Gives it bytes.
    pub eats: fn(&[u8]),
}

/// All of them.
pub const TARGETS: [Target; 7] = [
    Target {
        name: "event",
        eats: ledger::event,
    },
    Target {
        name: "act",
        eats: ledger::act,
    },
    Target {
        name: "log",
        eats: log::texts,
    },
    Target {
        name: "wire",
        eats: wire::bodies,
    },
    Target {
        name: "age",
        eats: age::files,
    },
    Target {
        name: "entry",
        eats: entry::json,
    },
    Target {
        name: "bundle",
        eats: bundle::zip,
    },
];
