//! Around every page of one case: its title, its tabs, what is wrong with it.

pub mod checked;
pub mod correct;
pub mod entries;
pub mod evidence;
pub mod exchange;
pub mod exhibit;
pub mod handovers;
pub mod new_exhibit;
pub mod overview;
pub mod people;
pub mod reason;
pub mod record;
pub mod timeline;
pub mod words;

use std::ops::Deref;

use hawser_casework::{SpaceId, Work};
use hawser_views::{Command, Reply, case::CaseView};
use leptos::prelude::*;
use leptos_fluent::{move_tr, tr};
use leptos_router::{
    NavigateOptions,
    components::{A, Outlet},
    hooks::use_navigate,
};

use crate::{
    agent_link::{Loading, use_agent, view},
    components::{CaseTabs, transfers_panel::TransfersPanel},
    i18n::use_i18n,
    pages::space::{OpenSpace, SpaceFrame, SpaceOfAddress},
};

/// The case around a page of it.
#[derive(Clone, Copy)]
pub struct OpenCase {
    around: OpenSpace,
    /// Its overview.
    pub view: ReadSignal<Loading<CaseView>>,
}

impl Deref for OpenCase {
    type Target = OpenSpace;
    fn deref(&self) -> &OpenSpace {
        &self.around
    }
}

/// The case around this page.
pub fn use_case() -> OpenCase {
    expect_context::<OpenCase>()
}

impl OpenCase {
    /// Whether the reader may share something: with a party of limited access, in a role that lets them.
    pub fn may_share(self) -> Memo<bool> {
        Memo::new(move |_| {
            let may = |case: &CaseView| {
                !case.limited
                    && case.standing != "support"
                    && case.parties.iter().any(|party| party.limited)
            };
            !self.shut.get() && self.view.with(|case| case.ready().is_some_and(may))
        })
    }

    /// The reader's party has limited access: it reads what is shared with it, and sends for check.
    pub fn limited(self) -> Memo<Option<bool>> {
        Memo::new(move |_| self.view.with(|case| case.ready().map(|case| case.limited)))
    }
}

/// Opens a dialog while there is something to ask, and forgets it when the dialog is closed.
pub fn opened_by<T: Send + Sync + 'static>(asked: RwSignal<Option<T>>) -> RwSignal<bool> {
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(asked.with(Option::is_some)));
    Effect::new(move |_| {
        // Asked only then: setting what is not there would go round for ever.
        if !open.get() && asked.with_untracked(Option::is_some) {
            asked.set(None);
        }
    });
    open
}

/// The evidence of the team. Whoever has limited access finds what is theirs on the exchange page.
#[component]
pub fn EvidenceFrame() -> impl IntoView {
    let case = use_case();
    let limited = case.limited();
    let navigate = use_navigate();
    Effect::new(move |_| {
        if limited.get() == Some(true) {
            let here = NavigateOptions {
                replace: true,
                ..NavigateOptions::default()
            };
            navigate(&case.path("exchange"), here);
        }
    });
    view! {
        <Show when=move || limited.get() != Some(true)>
            <Outlet />
        </Show>
    }
}

#[component]
pub fn CaseFrame() -> impl IntoView {
    view! { <SpaceOfAddress page=|space| view! { <Frame space /> }.into_any() /> }
}

#[component]
fn Frame(space: SpaceId) -> impl IntoView {
    let changes = use_agent().space_changes(space);
    let case = view(
        move || Command::Case { space },
        changes,
        |reply| match reply {
            Reply::Case(case) => Some(case),
            _ => None,
        },
    );
    let readers = move || {
        case.with(|case| {
            let ready = case.ready();
            ready.map(|case| case.readers.clone()).unwrap_or_default()
        })
    };
    let (around, told) = OpenSpace::of((Work::Case, space), case, readers);
    provide_context(around);
    provide_context(OpenCase { around, view: case });
    let limited =
        Signal::derive(move || case.with(|case| case.ready().is_some_and(|case| case.limited)));
    view! {
        <SpaceFrame
            told class="case" testid="case" head=|| view! { <CaseHead /> } tabs=move || view! { <CaseTabs space limited /> }
            fault_title=move_tr!("case-fault-title") ended_text=move_tr!("case-access-ended-text")
            not_a_member=move_tr!("case-not-a-member") page_title=move_tr!("case-page-title")
        >
            <TransfersPanel space />
        </SpaceFrame>
    }
}

/// Title and reference, the same on every page of the case.
#[component]
fn CaseHead() -> impl IntoView {
    let case = use_case();
    let i18n = use_i18n();
    let terms = move |pick: fn(&CaseView) -> String| {
        case.view
            .with(|case| case.ready().map(pick).unwrap_or_default())
    };
    let title = move || match terms(|case| case.terms.title.clone()) {
        title if title.is_empty() => tr!(i18n, "cases-untitled"),
        title => title,
    };
    view! {
        <div class="case-head">
            <nav aria-label=move_tr!("case-breadcrumb")>
                <A href="/cases">{move_tr!("cases-title")}</A>
            </nav>
            <p class="case-title" data-testid="case-title"><bdi>{title}</bdi></p>
            <p class="case-reference"><bdi>{move || terms(|case| case.terms.reference.clone())}</bdi></p>
        </div>
    }
}
