//! Around every page of one programme: its title, its tabs, what is wrong with it.

pub mod actions;
pub mod map;
pub mod overview;
pub mod port;
pub mod ports;
pub mod risks;
pub mod template;
pub mod templates;

mod change;
mod follow;
mod measures;
mod phrases;

use std::ops::Deref;

use hawser_casework::{SpaceId, Work, assessment::Template};
use hawser_views::{
    Command, Reply,
    case::PeopleView,
    programme::{ProgrammeCommand, ProgrammeReply, ProgrammeView},
};
use leptos::prelude::*;
use leptos_fluent::{move_tr, tr};
use leptos_router::components::A;

use crate::{
    agent_link::{Loading, use_agent, view},
    components::{Tab, Tabs, date_text, readers_after, unsaved::ask_before_closing},
    i18n::{found_by_code, use_i18n},
    pages::space::{OpenSpace, SpaceFrame, SpaceOfAddress},
};

/// The programme around a page of it.
#[derive(Clone, Copy)]
pub struct OpenProgramme {
    around: OpenSpace,
    /// Its overview.
    pub view: ReadSignal<Loading<ProgrammeView>>,
    /// A template that is being changed and is not adopted yet: kept while one goes from page to page.
    pub draft: RwSignal<Option<Template>>,
}

impl Deref for OpenProgramme {
    type Target = OpenSpace;
    fn deref(&self) -> &OpenSpace {
        &self.around
    }
}

/// The programme around this page.
pub fn use_programme() -> OpenProgramme {
    expect_context::<OpenProgramme>()
}

impl OpenProgramme {
    /// Whether the reader may write in it now.
    pub fn manages(self) -> Memo<bool> {
        Memo::new(move |_| {
            let manager = |view: &ProgrammeView| view.standing == "manager";
            !self.shut.get() && self.view.with(|view| view.ready().is_some_and(manager))
        })
    }

    /// As of which day its figures are, in words.
    pub fn as_of(self) -> Signal<String> {
        let i18n = use_i18n();
        Signal::derive(move || {
            let day = self
                .view
                .with(|view| view.ready().map(|view| date_text(i18n, &view.as_of)));
            day.map(|day| tr!(i18n, "programme-as-of-lead", { "date" => day }))
                .unwrap_or_default()
        })
    }
}

#[component]
pub fn ProgrammeFrame() -> impl IntoView {
    view! { <SpaceOfAddress page=|space| view! { <Frame space /> }.into_any() /> }
}

/// Who can read what is written in it: its people, by party.
fn readers_of(people: &PeopleView) -> Vec<(String, u32)> {
    let active = people
        .members
        .iter()
        .filter(|member| member.state == "active");
    let parties = active.filter_map(|member| {
        let mut parties = people.parties.iter();
        parties.find(|party| party.party == member.party)
    });
    readers_after(Vec::new(), parties.map(|party| (party.name.clone(), 1)))
}

#[component]
fn Frame(space: SpaceId) -> impl IntoView {
    let changes = use_agent().space_changes(space);
    let programme = view(
        move || {
            Command::Programme(ProgrammeCommand::View {
                space,
                as_of: String::new(),
            })
        },
        changes,
        |reply| match reply {
            Reply::Programme(ProgrammeReply::Programme(view)) => Some(*view),
            _ => None,
        },
    );
    let people = view(
        move || Command::People { space },
        changes,
        |reply| match reply {
            Reply::People(people) => Some(people),
            _ => None,
        },
    );
    let readers = move || people.with(|people| people.ready().map(readers_of).unwrap_or_default());
    let (around, told) = OpenSpace::of((Work::Programme, space), programme, readers);
    provide_context(around);
    let draft = RwSignal::new(None::<Template>);
    ask_before_closing(move || draft.with_untracked(Option::is_some));
    provide_context(OpenProgramme {
        around,
        view: programme,
        draft,
    });
    view! {
        <SpaceFrame
            told class="case programme" testid="programme" head=|| view! { <ProgrammeHead /> } tabs=|| view! { <ProgrammeTabs /> }
            fault_title=move_tr!("programme-fault-title") ended_text=move_tr!("programme-access-ended-text")
            not_a_member=move_tr!("programme-not-a-member") page_title=move_tr!("programme-page-title")
        />
    }
}

/// The title, the same on every page of the programme.
#[component]
fn ProgrammeHead() -> impl IntoView {
    let programme = use_programme();
    let i18n = use_i18n();
    let title = move || {
        let title = programme.view.with(|view| {
            view.ready()
                .map(|view| view.terms.title.clone())
                .unwrap_or_default()
        });
        match title {
            title if title.is_empty() => tr!(i18n, "programmes-untitled"),
            title => title,
        }
    };
    view! {
        <div class="case-head">
            <nav aria-label=move_tr!("case-breadcrumb")>
                <A href="/programmes">{move_tr!("programmes-title")}</A>
            </nav>
            <p class="case-title" data-testid="programme-title"><bdi>{title}</bdi></p>
        </div>
    }
}

#[component]
fn ProgrammeTabs() -> impl IntoView {
    let around = use_programme();
    let tab = move |part: &str, label: Signal<String>, testid: &'static str| Tab {
        href: around.path(part).trim_end_matches('/').to_owned(),
        label,
        exact: part.is_empty(),
        testid,
    };
    let tabs = Signal::derive(move || {
        vec![
            tab("", move_tr!("tab-overview"), "tab-overview"),
            tab("map", move_tr!("tab-map"), "tab-map"),
            tab("ports", move_tr!("tab-ports"), "tab-ports"),
            tab("actions", move_tr!("tab-actions"), "tab-actions"),
            tab("risks", move_tr!("tab-risks"), "tab-risks"),
            tab("templates", move_tr!("tab-templates"), "tab-templates"),
            tab("people", move_tr!("tab-people"), "tab-people"),
            tab("record", move_tr!("tab-record"), "tab-record"),
        ]
    });
    view! { <Tabs label=move_tr!("tabs-programme") tabs /> }
}

found_by_code! {
    // by code: role-, rule-, error-, fieldname-
    tr!("role-manager");
    tr!("rule-not-a-manager"); tr!("rule-not-opened"); tr!("rule-template-refused"); tr!("rule-template-known");
    tr!("rule-unknown-port"); tr!("rule-unknown-mission"); tr!("rule-not-a-reporter"); tr!("rule-already-taken");
    tr!("error-not-a-manager"); tr!("error-not-opened"); tr!("error-template-refused"); tr!("error-template-known");
    tr!("error-unknown-port"); tr!("error-unknown-mission"); tr!("error-not-a-reporter"); tr!("error-already-taken");
    tr!("fieldname-port-name"); tr!("fieldname-port-country"); tr!("fieldname-port-locode");
    tr!("fieldname-visit_planned");
}
