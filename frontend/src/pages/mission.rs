//! Around every page of one mission: its port, its tabs, what is wrong with it.

mod add_facility;
mod correctable;
pub mod findings;
pub mod host;
mod not_saved;
mod of_visit;
mod open_visit;
pub mod overview;
mod pictures;
pub mod rate;
mod rating_card;
mod ratings;
pub mod release;
pub mod report;
mod report_body;
mod risk;
pub mod scores;
mod shared_report;
mod tabs;
pub mod team;
mod texts;
pub mod visit;

use std::ops::Deref;

use hawser_casework::{RecordId, SpaceId, Work};
use hawser_views::{
    Command, Reply,
    mission::{MissionCommand, MissionReply, MissionView, TemplateTexts, VisitView},
};
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr, tr};
use leptos_router::{
    NavigateOptions,
    components::{A, Outlet},
    hooks::use_navigate,
};

use crate::{
    agent_link::{Loading, use_agent, view},
    browser,
    components::{Shown, transfers_panel::TransfersPanel},
    i18n::use_i18n,
    pages::space::{OpenSpace, SpaceFrame, SpaceOfAddress},
};
use not_saved::NotSaved;
pub use ratings::Ratings;
use tabs::MissionTabs;
use texts::Texts;

/// The mission around a page of it.
#[derive(Clone, Copy)]
pub struct OpenMission {
    around: OpenSpace,
    /// Its overview.
    pub view: ReadSignal<Loading<MissionView>>,
    /// The visit whose pages were looked at last; `None` for the newest.
    pub chosen: RwSignal<Option<RecordId>>,
}

impl Deref for OpenMission {
    type Target = OpenSpace;
    fn deref(&self) -> &OpenSpace {
        &self.around
    }
}

/// The mission around this page.
pub fn use_mission() -> OpenMission {
    expect_context::<OpenMission>()
}

impl OpenMission {
    fn may(self, pick: fn(&MissionView) -> bool) -> Memo<bool> {
        Memo::new(move |_| {
            !self.shut.get() && self.view.with(|view| view.ready().is_some_and(pick))
        })
    }

    /// The reader assesses here, or manages who does, and can write.
    pub fn assesses(self) -> Memo<bool> {
        self.may(|view| matches!(view.standing.as_str(), "assessor" | "manager"))
    }

    /// The reader manages the mission and can write.
    pub fn manages(self) -> Memo<bool> {
        self.may(|view| view.standing == "manager")
    }

    /// Name of a facility, or that it is about the port as a whole.
    pub fn place_name(self, i18n: I18n, facility: Option<RecordId>) -> String {
        let Some(facility) = facility else {
            return tr!(i18n, "mission-port-wide");
        };
        self.view.with(|view| {
            let known = view.ready().map(|view| &view.facilities);
            let mut known = known.into_iter().flatten();
            known
                .find(|known| known.facility == facility)
                .map(|known| known.name.clone())
                .unwrap_or_default()
        })
    }

    /// Who owns an action, as records write it: a person by id, or an agency by name.
    pub fn owner_name(self, written: &str) -> String {
        self.view.with(|view| {
            let people = view.ready().map(|view| &view.people);
            let mut people = people.into_iter().flatten();
            people
                .find(|person| person.person.to_string() == written)
                .map_or_else(|| written.to_owned(), |person| person.name.clone())
        })
    }

    /// From now on the pages of a visit are those of this one.
    pub fn choose(self, visit: Option<RecordId>) {
        if self.chosen.get_untracked() != visit {
            self.chosen.set(visit);
        }
    }

    /// A visit as the overview has it.
    pub fn visit(self, visit: RecordId) -> Memo<Option<VisitView>> {
        Memo::new(move |_| {
            self.view.with(|view| {
                let known = view.ready().map(|view| &view.visits);
                let mut known = known.into_iter().flatten();
                known.find(|known| known.visit == visit).cloned()
            })
        })
    }
}

#[component]
pub fn MissionFrame() -> impl IntoView {
    view! { <SpaceOfAddress page=|space| view! { <Frame space /> }.into_any() /> }
}

#[component]
fn Frame(space: SpaceId) -> impl IntoView {
    let changes = use_agent().space_changes(space);
    let mission = view(
        move || Command::Mission(MissionCommand::View { space }),
        changes,
        |reply| match reply {
            Reply::Mission(MissionReply::Mission(mission)) => Some(*mission),
            _ => None,
        },
    );
    let readers = move || {
        mission.with(|mission| {
            let ready = mission.ready();
            ready
                .map(|mission| mission.readers.clone())
                .unwrap_or_default()
        })
    };
    let (around, told) = OpenSpace::of((Work::Mission, space), mission, readers);
    provide_context(around);
    provide_context(OpenMission {
        around,
        view: mission,
        chosen: RwSignal::new(None),
    });
    view! {
        <SpaceFrame
            told class="case" testid="mission" head=|| view! { <MissionHead /> } tabs=|| view! { <MissionTabs /> }
            fault_title=move_tr!("mission-fault-title") ended_text=move_tr!("mission-access-ended-text")
            not_a_member=move_tr!("mission-not-a-member") page_title=move_tr!("mission-page-title")
        >
            <TransfersPanel space />
        </SpaceFrame>
    }
}

/// The port, the same on every page of the mission.
#[component]
fn MissionHead() -> impl IntoView {
    let mission = use_mission();
    let i18n = use_i18n();
    let port = Memo::new(move |_| {
        mission
            .view
            .with(|view| view.ready().map(|view| view.port.clone()))
    });
    let name = move || {
        let name = port.with(|port| port.as_ref().map(|port| port.name.clone()));
        name.unwrap_or_else(|| tr!(i18n, "missions-unnamed"))
    };
    let more = move || {
        port.with(|port| {
            let port = port.as_ref()?;
            let country = browser::country_names(i18n.language.get().id)(&port.country);
            Some(match &port.locode {
                Some(locode) => format!("{country} · {locode}"),
                None => country,
            })
        })
    };
    view! {
        <div class="case-head">
            <nav aria-label=move_tr!("case-breadcrumb")>
                <A href="/missions">{move_tr!("missions-title")}</A>
            </nav>
            <p class="case-title" data-testid="mission-port"><bdi>{name}</bdi></p>
            <p class="case-reference"><bdi>{more}</bdi></p>
        </div>
    }
}

/// Around the pages of the team. People of the host authority are led to theirs.
#[component]
pub fn TeamFrame() -> impl IntoView {
    let mission = use_mission();
    view! {
        <Shown of=mission.view let:view>
            {
                let host = Memo::new(move |_| view.with(|view| view.host_reader));
                move || if host.get() {
                    view! { <ToHostPage /> }.into_any()
                } else {
                    view! { <WithTexts /> }.into_any()
                }
            }
        </Shown>
    }
}

#[component]
fn ToHostPage() -> impl IntoView {
    let mission = use_mission();
    let navigate = use_navigate();
    Effect::new(move |_| {
        let here = NavigateOptions {
            replace: true,
            ..NavigateOptions::default()
        };
        navigate(&mission.path("host"), here);
    });
}

/// What the template says, in the reader's language, for all pages of the team.
#[component]
fn WithTexts() -> impl IntoView {
    let mission = use_mission();
    let i18n = use_i18n();
    let texts = view(
        move || {
            Command::Mission(MissionCommand::Template {
                space: mission.space,
                language: i18n.language.get().id.to_owned(),
            })
        },
        Signal::derive(|| 0),
        |reply| match reply {
            Reply::Mission(MissionReply::Template(texts)) => Some(*texts),
            _ => None,
        },
    );
    // In another language the page stays as it is until its texts have come: what is typed on it is not lost.
    let texts = Memo::new(move |last: Option<&Loading<TemplateTexts>>| {
        texts.with(|now| match (now, last) {
            (Loading::Ready(_), _) => now.clone(),
            (_, Some(old @ Loading::Ready(_))) => old.clone(),
            _ => now.clone(),
        })
    });
    view! {
        <Shown of=texts let:texts>
            {
                provide_context(Texts::new(texts));
                view! {
                    <NotSaved />
                    <Outlet />
                }
            }
        </Shown>
    }
}
