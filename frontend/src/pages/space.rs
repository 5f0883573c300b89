//! What the pages of a case, a mission and a programme have around them in common.

mod banners;

pub use banners::Banners;
use hawser_casework::SpaceId;
use leptos::prelude::*;

/// What a space is for, as its pages differ by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A joint investigation.
    Case,
    /// The assessment of a port.
    Mission,
    /// Ports that are assessed, and what came of it.
    Programme,
}

impl Place {
    /// Where its pages stand.
    const fn folder(self) -> &'static str {
        match self {
            Self::Case => "cases",
            Self::Mission => "missions",
            Self::Programme => "programmes",
        }
    }

    /// The roles a person can have in it, in the order of a chooser.
    pub const fn roles(self) -> &'static [&'static str] {
        match self {
            Self::Case => &[
                "administrator",
                "leader",
                "member",
                "participant",
                "support",
            ],
            Self::Mission => &["manager", "assessor", "host"],
            Self::Programme => &["manager", "participant"],
        }
    }

    /// The role that is offered first.
    pub const fn usual_role(self) -> &'static str {
        match self {
            Self::Case => "member",
            Self::Mission => "assessor",
            Self::Programme => "manager",
        }
    }
}

/// The space around a page.
#[derive(Clone, Copy)]
pub struct OpenSpace {
    /// Which.
    pub space: SpaceId,
    /// What it is for.
    pub place: Place,
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
        format!("/{}/{}/{part}", self.place.folder(), self.space)
    }
}

/// The space around this page.
pub fn use_space() -> OpenSpace {
    expect_context::<OpenSpace>()
}
