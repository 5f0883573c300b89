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
use hawser_views::{Command, Reply, case::CaseView, failure::Failure};
use leptos::prelude::*;
use leptos_fluent::{move_tr, tr};
use leptos_router::{
    NavigateOptions,
    components::{A, Outlet},
    hooks::{use_location, use_navigate, use_params_map},
};

use crate::{
    agent_link::{Loading, use_agent, view},
    components::{
        CaseTabs, EmptyState, FailurePanel, PageHead, PrintNote, transfers_panel::TransfersPanel,
    },
    i18n::use_i18n,
    pages::space::{Banners, OpenSpace},
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
    let params = use_params_map();
    let space = Memo::new(move |_| {
        params
            .read()
            .get("space")
            .and_then(|space| space.parse::<SpaceId>().ok())
    });
    move || match space.get() {
        Some(space) => view! { <Frame space /> }.into_any(),
        None => view! { <FailurePanel failure=Failure::new("not-found") /> }.into_any(),
    }
}

#[component]
fn Frame(space: SpaceId) -> impl IntoView {
    let agent = use_agent();
    let changes = agent.space_changes(space);
    let case = view(
        move || Command::Case { space },
        changes,
        |reply| match reply {
            Reply::Case(case) => Some(case),
            _ => None,
        },
    );
    let of_case =
        move |pick: fn(&CaseView) -> bool| case.with(|case| case.ready().is_some_and(pick));
    let shut = Memo::new(move |_| {
        of_case(|case| {
            case.fault.is_some()
                || matches!(case.standing.as_str(), "suspended" | "ended" | "invited")
        })
    });
    let readers = Memo::new(move |_| {
        case.with(|case| {
            case.ready()
                .map(|case| case.readers.clone())
                .unwrap_or_default()
        })
    });
    let code = Signal::derive(move || {
        case.with(|case| {
            case.ready()
                .map(|case| (case.last_entry, case.code.clone()))
        })
    });
    let standing = Memo::new(move |_| {
        case.with(|case| {
            case.ready()
                .map(|case| case.standing.clone())
                .unwrap_or_default()
        })
    });
    let fault =
        Memo::new(move |_| case.with(|case| case.ready().and_then(|case| case.fault.clone())));
    let around = OpenSpace {
        space,
        work: Work::Case,
        changes,
        shut: shut.into(),
        readers: readers.into(),
        code,
    };
    provide_context(around);
    provide_context(OpenCase { around, view: case });
    // Who is invited, and who wants to know what is wrong, can go where that is told.
    let location = use_location();
    let told_elsewhere = {
        let path = location.pathname;
        move || path.with(|path| path.ends_with("/people") || path.ends_with("/record"))
    };
    let failure = Memo::new(move |_| {
        case.with(|case| match case {
            Loading::Failed(failure) => Some(failure.clone()),
            Loading::Wait | Loading::Ready(_) => None,
        })
    });
    let open = Memo::new(move |_| failure.with(Option::is_none) || told_elsewhere());
    view! {
        <div class="case" data-testid="case">
            <CaseHead />
            <Banners
                standing fault fault_title=move_tr!("case-fault-title") ended_text=move_tr!("case-access-ended-text")
            />
            <CaseTabs space limited=Signal::derive(move || of_case(|case| case.limited)) />
            {move || failure.get().map(|failure| {
                if failure.code == "not-a-member" {
                    // The people page is where an invited organisation joins.
                    (!location.pathname.with(|path| path.ends_with("/people"))).then(|| view! { <NotAMember /> }).into_any()
                } else {
                    view! { <FailurePanel failure retry=Callback::new(move |()| agent.ask_views_again()) /> }.into_any()
                }
            })}
            <Show
                when=move || open.get()
                fallback=|| view! { <PageHead title=move_tr!("case-page-title") /> }
            >
                <Outlet />
            </Show>
            <TransfersPanel space />
            <PrintNote />
        </div>
    }
}

/// For somebody whose organisation was invited, or who waits to be admitted.
#[component]
fn NotAMember() -> impl IntoView {
    let case = use_case();
    view! {
        <EmptyState text=move_tr!("case-not-a-member") testid="not-a-member">
            <A href=case.path("people") attr:class="button">{move_tr!("people-title")}</A>
        </EmptyState>
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
