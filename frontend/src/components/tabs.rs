use hawser_casework::SpaceId;
use leptos::prelude::*;
use leptos_fluent::move_tr;
use leptos_router::components::A;

/// One of a row of pages.
#[derive(Clone)]
pub struct Tab {
    /// Where it leads.
    pub href: String,
    /// What it says.
    pub label: Signal<String>,
    /// Not current on the pages below it.
    pub exact: bool,
    /// For browser journeys.
    pub testid: &'static str,
}

/// Pages that belong together, as links: each has its own address.
#[component]
pub fn Tabs(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] tabs: Signal<Vec<Tab>>,
) -> impl IntoView {
    view! {
        <nav class="tabs" aria-label=label>
            <ul>
                {move || tabs.get().into_iter().map(|tab| view! {
                    <li><A href=tab.href exact=tab.exact attr:data-testid=tab.testid>{tab.label}</A></li>
                }).collect_view()}
            </ul>
        </nav>
    }
}

/// The pages of a case; of those whose party has limited access, the ones that show something to them.
#[component]
pub fn CaseTabs(space: SpaceId, #[prop(into)] limited: Signal<bool>) -> impl IntoView {
    let tab = move |part: &str, label: Signal<String>, testid: &'static str| Tab {
        href: if part.is_empty() {
            format!("/cases/{space}")
        } else {
            format!("/cases/{space}/{part}")
        },
        label,
        exact: part.is_empty(),
        testid,
    };
    let tabs = Signal::derive(move || {
        let all = [
            tab("", move_tr!("tab-overview"), "tab-overview"),
            tab("evidence", move_tr!("tab-evidence"), "tab-evidence"),
            tab("hand-overs", move_tr!("tab-hand-overs"), "tab-hand-overs"),
            tab("exchange", move_tr!("tab-exchange"), "tab-exchange"),
            tab("timeline", move_tr!("tab-timeline"), "tab-timeline"),
            tab("people", move_tr!("tab-people"), "tab-people"),
            tab("record", move_tr!("tab-record"), "tab-record"),
        ];
        let shown =
            |tab: &Tab| !limited.get() || !matches!(tab.testid, "tab-evidence" | "tab-hand-overs");
        all.into_iter().filter(shown).collect::<Vec<_>>()
    });
    view! { <Tabs label=move_tr!("tabs-case") tabs=tabs /> }
}
