//! The exchange with parties of limited access: from the desk, from the team, from the party itself.

mod addressees;
mod desk;
mod file_line;
mod requests;
mod share;
mod shares;
mod submissions;
mod submit;

pub use share::ShareDialog;

use hawser_views::{
    Command, Reply,
    exchange::{ExchangeCommand, ExchangeView, PartnerView},
};
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr, tr};
use leptos_router::components::A;

use super::{OpenCase, use_case, words};
use crate::{
    agent_link::view,
    components::{EmptyState, Icon, PageHead, Shown, moment_text},
    i18n::{found_by_code, use_i18n},
};
use desk::Desk;
use requests::{RequestDialog, Requests};
use shares::Shares;
use submissions::Submissions;
use submit::SubmitDialog;

/// The exchange of the case.
fn exchange_view(case: OpenCase) -> ReadSignal<crate::agent_link::Loading<ExchangeView>> {
    view(
        move || Command::Exchange(ExchangeCommand::View { space: case.space }),
        case.changes,
        |reply| match reply {
            Reply::Exchange(exchange) => Some(*exchange),
            _ => None,
        },
    )
}

#[component]
pub fn Exchange() -> impl IntoView {
    let case = use_case();
    let shown = exchange_view(case);
    let (sharing, asking, sending) = (
        RwSignal::new(false),
        RwSignal::new(false),
        RwSignal::new(false),
    );
    let may = move |pick: fn(&ExchangeView) -> bool| {
        shown.with(|shown| shown.ready().is_some_and(pick)) && !case.shut.get()
    };
    view! {
        <PageHead title=move_tr!("exchange-title")>
            <Show when=move || may(|view| view.may_share && !view.partners.is_empty())>
                <button type="button" class="button" data-testid="ask" on:click=move |_| asking.set(true)>
                    {move_tr!("exchange-ask")}
                </button>
                <button type="button" class="button" data-testid="share" on:click=move |_| sharing.set(true)>
                    <Icon name="add" />
                    {move_tr!("exchange-share")}
                </button>
            </Show>
            <Show when=move || may(|view| view.limited && may_send(view))>
                <button
                    type="button" class="button button-primary" data-testid="send-for-check"
                    on:click=move |_| sending.set(true)
                >
                    <Icon name="add" />
                    {move_tr!("exchange-send")}
                </button>
            </Show>
        </PageHead>
        <Shown of=shown let:exchange>
            <Partners exchange />
            <Show when=move || exchange.with(|view| view.decides && !view.partners.is_empty())>
                <Desk exchange />
            </Show>
            <Requests exchange />
            <Show when=move || exchange.with(|view| view.limited || view.decides)>
                <Submissions exchange />
            </Show>
            <Shares exchange />
            <RequestDialog open=asking exchange />
            <ShareDialog open=sharing />
            <SubmitDialog open=sending exchange />
        </Shown>
    }
}

/// Whether the reader's party may send something for check.
fn may_send(view: &ExchangeView) -> bool {
    view.partners
        .first()
        .is_some_and(|own| own.controller_since.is_some())
}

/// Where each party of limited access stands: whether it may send, and if not, who has to do what.
#[component]
fn Partners(exchange: Signal<ExchangeView>) -> impl IntoView {
    let i18n = use_i18n();
    let case = use_case();
    let none = move || exchange.with(|view| view.partners.is_empty());
    let lines = move || {
        let view = exchange.get();
        let administrators = view
            .administrators
            .iter()
            .map(|(name, party)| format!("{name} ({party})"))
            .collect::<Vec<_>>()
            .join(", ");
        view.partners
            .into_iter()
            .map(|partner| partner_line(i18n, case, partner, view.limited, administrators.clone()))
            .collect_view()
    };
    view! {
        <Show when=none fallback=move || view! { <div class="partners">{lines}</div> }>
            <EmptyState text=move_tr!("exchange-none") testid="no-partners">
                <A href=case.path("people") attr:class="button">{move_tr!("people-title")}</A>
            </EmptyState>
        </Show>
    }
}

fn partner_line(
    i18n: I18n,
    case: OpenCase,
    partner: PartnerView,
    own: bool,
    administrators: String,
) -> impl IntoView {
    let PartnerView {
        name,
        controller,
        controller_since,
        ..
    } = partner;
    let Some(since) = controller_since else {
        let text = move || {
            let (party, who) = (name.clone(), administrators.clone());
            if own {
                tr!(i18n, "exchange-no-controller-own", { "who" => who })
            } else {
                tr!(i18n, "exchange-no-controller", { "party" => party, "who" => who })
            }
        };
        return view! {
            <div class="panel panel-warn" data-testid="no-controller">
                <Icon name="warning" />
                <div class="panel-body">
                    <p>{text}</p>
                    {(!own).then(|| view! {
                        <p><A href=case.path("")>{move_tr!("exchange-designate")}</A></p>
                    })}
                </div>
            </div>
        }
        .into_any();
    };
    let text = move || {
        let (party, controller) = (name.clone(), controller.clone());
        let since = moment_text(i18n, &since);
        if own {
            tr!(i18n, "exchange-may-send", { "since" => since, "controller" => controller })
        } else {
            tr!(i18n, "exchange-party-may-send", {
                "party" => party, "since" => since, "controller" => controller,
            })
        }
    };
    view! { <p class="quiet" data-testid="may-send">{text}</p> }.into_any()
}

/// The handling block in a few words.
fn handling_text(i18n: I18n, handling: &hawser_casework::Handling) -> String {
    let code = handling.code.map(|code| code.code().to_owned());
    let onward = words::coded(i18n, "onward", handling.onward.code());
    let words = [
        code,
        Some(onward),
        Some(handling.use_limits.clone()),
        Some(handling.onward_limits.clone()),
    ];
    let given: Vec<String> = words
        .into_iter()
        .flatten()
        .filter(|text| !text.is_empty())
        .collect();
    given.join(" · ")
}

found_by_code! {
    // by code: rule-, error-, field-
    tr!("rule-belongs-elsewhere"); tr!("rule-not-administrator"); tr!("rule-no-controller");
    tr!("rule-not-of-the-party"); tr!("rule-unknown-item"); tr!("rule-already-decided");
    tr!("rule-not-announced"); tr!("rule-onward-limit"); tr!("rule-may-not-share"); tr!("rule-not-shareable");
    tr!("rule-unknown-share"); tr!("rule-unknown-request");
    tr!("error-belongs-elsewhere"); tr!("error-no-controller"); tr!("error-not-of-the-party");
    tr!("error-unknown-item"); tr!("error-already-decided"); tr!("error-not-announced"); tr!("error-onward-limit");
    tr!("error-may-not-share"); tr!("error-not-shareable"); tr!("error-unknown-share"); tr!("error-unknown-request");
    tr!("error-not-limited"); tr!("error-status-forbids"); tr!("error-wrong-role");
    tr!("field-of-the-sender"); tr!("field-in-team"); tr!("field-too-many", { "value" => 0 });
}
