//! What the pages of a case, a mission and a programme have around them in common.

mod banners;
pub mod founding;
mod frame;
pub mod keepers;

use banners::Banners;
pub use frame::{SpaceFrame, SpaceOfAddress};
use hawser_casework::{SpaceId, Work};
use leptos::prelude::*;

/// Where the pages of a case, a mission or a programme begin.
pub fn home(work: Work, space: SpaceId) -> String {
    let folder = match work {
        Work::Case => "cases",
        Work::Mission => "missions",
        Work::Programme => "programmes",
    };
    format!("/{folder}/{space}")
}

/// The roles a person can have there, in the order of a chooser.
pub const fn roles(work: Work) -> &'static [&'static str] {
    match work {
        Work::Case => &[
            "administrator",
            "leader",
            "member",
            "participant",
            "support",
        ],
        Work::Mission => &["manager", "assessor", "host"],
        Work::Programme => &["manager", "participant"],
    }
}

/// The role that is offered first.
pub const fn usual_role(work: Work) -> &'static str {
    match work {
        Work::Case => "member",
        Work::Mission => "assessor",
        Work::Programme => "manager",
    }
}

/// The space around a page.
#[derive(Clone, Copy)]
pub struct OpenSpace {
    /// Which.
    pub space: SpaceId,
    /// What it is for.
    pub work: Work,
    /// Counts up when it has new entries.
    pub changes: Signal<u64>,
    /// Nothing can be written: its record is wrong, or the reader's access is suspended or has ended.
    pub shut: Signal<bool>,
    /// Who will be able to read what is written for the team.
    pub readers: Signal<Vec<(String, u32)>>,
    /// Number of the newest entry and the code of the record up to there, once known.
    pub code: Signal<Option<(u64, String)>>,
}

impl OpenSpace {
    /// An address within the space.
    pub fn path(&self, part: &str) -> String {
        format!("{}/{part}", home(self.work, self.space))
    }
}

/// The space around this page.
pub fn use_space() -> OpenSpace {
    expect_context::<OpenSpace>()
}
