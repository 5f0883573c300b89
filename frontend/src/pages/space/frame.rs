//! Around every page of a case, a mission or a programme: its head, what shuts it, its tabs, and the page or what
//! stands in its way.

use hawser_casework::{SpaceId, Work};
use hawser_views::{
    case::CaseView, failure::Failure, mission::MissionView, programme::ProgrammeView,
    record::RecordFault,
};
use leptos::prelude::*;
use leptos_fluent::move_tr;
use leptos_router::{
    components::{A, Outlet},
    hooks::{use_location, use_params_map},
};

use super::keepers::{ConfirmedNote, KeepersLate, provide_keepers};
use super::{Banners, OpenSpace, use_space};
use crate::{
    agent_link::{Loading, use_agent},
    components::{EmptyState, FailurePanel, PageHead, PrintNote},
};

/// What the overviews of all three say of the space itself.
pub trait Overview: Send + Sync + 'static {
    /// The reader's own standing.
    fn standing(&self) -> &str;
    /// What is wrong with the record.
    fn fault(&self) -> Option<&RecordFault>;
    /// Number of the newest entry and the code of the record up to there.
    fn code(&self) -> (u64, &str);
}

macro_rules! overview {
    ($($view:ty),+) => {$(
        impl Overview for $view {
            fn standing(&self) -> &str {
                &self.standing
            }
            fn fault(&self) -> Option<&RecordFault> {
                self.fault.as_ref()
            }
            fn code(&self) -> (u64, &str) {
                (self.last_entry, &self.code)
            }
        }
    )+};
}
overview!(CaseView, MissionView, ProgrammeView);

/// What is told of the space around its pages.
#[derive(Clone, Copy)]
pub struct Told {
    standing: Memo<String>,
    fault: Memo<Option<RecordFault>>,
    failure: Memo<Option<Failure>>,
}

impl OpenSpace {
    /// The space that this overview is of, and what is told of it around its pages.
    pub fn of<V: Overview>(
        (work, space): (Work, SpaceId),
        view: ReadSignal<Loading<V>>,
        readers: impl Fn() -> Vec<(String, u32)> + Send + Sync + 'static,
    ) -> (Self, Told) {
        let standing = Memo::new(move |_| {
            view.with(|view| {
                view.ready()
                    .map_or_else(String::new, |view| view.standing().to_owned())
            })
        });
        let fault =
            Memo::new(move |_| view.with(|view| view.ready().and_then(Overview::fault).cloned()));
        let failure = Memo::new(move |_| {
            view.with(|view| match view {
                Loading::Failed(failure) => Some(failure.clone()),
                Loading::Wait | Loading::Ready(_) => None,
            })
        });
        let out =
            |standing: &String| matches!(standing.as_str(), "suspended" | "ended" | "invited");
        let shut = Memo::new(move |_| fault.with(Option::is_some) || standing.with(out));
        let code = Signal::derive(move || {
            view.with(|view| {
                let (entry, code) = view.ready()?.code();
                Some((entry, code.to_owned()))
            })
        });
        let around = Self {
            space,
            work,
            changes: use_agent().space_changes(space),
            shut: shut.into(),
            readers: Memo::new(move |_| readers()).into(),
            code,
        };
        let told = Told {
            standing,
            fault,
            failure,
        };
        (around, told)
    }
}

/// The space that the address names.
#[component]
pub fn SpaceOfAddress(page: fn(SpaceId) -> AnyView) -> impl IntoView {
    let params = use_params_map();
    let space = Memo::new(move |_| {
        params
            .read()
            .get("space")
            .and_then(|space| space.parse::<SpaceId>().ok())
    });
    move || match space.get() {
        Some(space) => page(space),
        None => view! { <FailurePanel failure=Failure::new("not-found") /> }.into_any(),
    }
}

#[component]
pub fn SpaceFrame(
    told: Told,
    class: &'static str,
    testid: &'static str,
    #[prop(into)] head: ViewFn,
    #[prop(into)] tabs: ViewFn,
    /// Of which record it is told that it is wrong.
    fault_title: Signal<String>,
    /// What can still be opened once access has ended, and whom to ask.
    ended_text: Signal<String>,
    /// For somebody whose organisation was invited, or who waits to be admitted.
    not_a_member: Signal<String>,
    /// What the page is called while nothing can be shown.
    page_title: Signal<String>,
    /// What stands below every page of it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let agent = use_agent();
    let Told {
        standing,
        fault,
        failure,
    } = told;
    let path = use_location().pathname;
    let keepers = provide_keepers();
    // Who is invited, and who wants to know what is wrong, can go where that is told.
    let told_elsewhere =
        move || path.with(|path| path.ends_with("/people") || path.ends_with("/record"));
    let open = Memo::new(move |_| failure.with(Option::is_none) || told_elsewhere());
    view! {
        <div class=class data-testid=testid>
            {head.run()}
            <Banners standing fault fault_title ended_text />
            <KeepersLate view=keepers />
            {tabs.run()}
            {move || failure.get().map(|failure| {
                if failure.code == "not-a-member" {
                    // The people page is where an invited organisation joins.
                    (!path.with(|path| path.ends_with("/people")))
                        .then(|| view! { <NotAMember text=not_a_member /> })
                        .into_any()
                } else {
                    view! { <FailurePanel failure retry=Callback::new(move |()| agent.ask_views_again()) /> }.into_any()
                }
            })}
            <Show when=move || open.get() fallback=move || view! { <PageHead title=page_title /> }>
                <Outlet />
            </Show>
            {children.map(|children| children())}
            <ConfirmedNote view=keepers />
            <PrintNote />
        </div>
    }
}

#[component]
fn NotAMember(text: Signal<String>) -> impl IntoView {
    let people = use_space().path("people");
    view! {
        <EmptyState text testid="not-a-member">
            <A href=people attr:class="button">{move_tr!("people-title")}</A>
        </EmptyState>
    }
}
