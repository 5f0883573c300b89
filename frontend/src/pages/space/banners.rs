//! What shuts a space, at once and on every page of it.

use hawser_views::{failure::Failure, record::RecordFault};
use leptos::prelude::*;
use leptos_fluent::{move_tr, tr};
use leptos_router::components::A;

use super::use_space;
use crate::{
    components::{Icon, failure_text},
    i18n::use_i18n,
    pages::case::words,
};

#[component]
pub fn Banners(
    /// The reader's own.
    #[prop(into)]
    standing: Signal<String>,
    #[prop(into)] fault: Signal<Option<RecordFault>>,
    /// Of which record it is told that it is wrong.
    #[prop(into)]
    fault_title: Signal<String>,
    /// What can still be opened once access has ended, and whom to ask.
    #[prop(into)]
    ended_text: Signal<String>,
) -> impl IntoView {
    let i18n = use_i18n();
    let record = use_space().path("record");
    view! {
        <Show when=move || standing.with(|standing| standing == "ended")>
            <div class="panel panel-bad" role="alert" data-testid="access-ended">
                <Icon name="warning" />
                <div class="panel-body">
                    <p><strong>{move_tr!("case-access-ended")}</strong></p>
                    <p>{ended_text}</p>
                </div>
            </div>
        </Show>
        <Show when=move || standing.with(|standing| standing == "suspended")>
            <div class="panel panel-bad" role="alert" data-testid="access-suspended">
                <Icon name="warning" />
                <div class="panel-body">
                    <p><strong>{move_tr!("case-access-suspended")}</strong></p>
                    <p>{ended_text}</p>
                </div>
            </div>
        </Show>
        <Show when=move || fault.with(Option::is_some)>
            <div class="panel panel-bad" role="alert" data-testid="record-fault">
                <Icon name="warning" />
                <div class="panel-body">
                    <p><strong>{fault_title}</strong></p>
                    {move || fault.get().map(|fault| view! {
                        <p>
                            {tr!(i18n, "record-wrong", { "seq" => words::number(i18n, fault.seq) })}" "
                            {failure_text(i18n, &Failure::new(fault.code))}
                        </p>
                    })}
                    <p>
                        {move_tr!("case-fault-text")}" "
                        <A href=record.clone()>{move_tr!("case-fault-link")}</A>
                    </p>
                </div>
            </div>
        </Show>
    }
}
