//! Requests to a party of limited access: asked, read, answered.

use hawser_casework::PartyId;
use hawser_views::{
    Command,
    exchange::{ExchangeCommand, ExchangeView, RequestDraft, RequestView},
};
use leptos::{ev, prelude::*};
use leptos_fluent::{move_tr, tr};

use super::use_case;
use crate::{
    components::{
        Badge, Dialog, Form, FormFailure, ReadersNote, SelectField, Submit, TextField, When,
        date_text, fingerprint, moment_text, readers_after, use_toasts,
    },
    i18n::use_i18n,
};

#[component]
pub fn Requests(exchange: Signal<ExchangeView>) -> impl IntoView {
    view! {
        <Show when=move || exchange.with(|view| !view.requests.is_empty())>
            <section class="panel-plain" aria-labelledby="requests-title" data-testid="requests">
                <h2 id="requests-title">{move_tr!("exchange-requests-title")}</h2>
                <ul class="plain-list requests">
                    <For each=move || exchange.with(|view| view.requests.clone()) key=fingerprint let:request>
                        <Request request />
                    </For>
                </ul>
            </section>
        </Show>
    }
}

#[component]
fn Request(request: RequestView) -> impl IntoView {
    let i18n = use_i18n();
    let case = use_case();
    let form = Form::new();
    let RequestView {
        record,
        party,
        subject,
        text,
        due,
        author,
        asked,
        read,
        answered,
        to_us,
        read_by_me,
    } = request;
    let unread = read.is_empty();
    let readers = read
        .into_iter()
        .map(|(name, at)| {
            view! {
                <li data-testid="read-by">
                    {move || tr!(i18n, "exchange-read-by", { "name" => name.clone(), "time" => moment_text(i18n, &at) })}
                </li>
            }
        })
        .collect_view();
    let mark = move |_| {
        let command = ExchangeCommand::MarkRead {
            space: case.space,
            request: record,
        };
        form.send(Command::Exchange(command), |_| {});
    };
    view! {
        <li class="request" data-testid="request">
            <h3>
                <bdi>{subject}</bdi>" "
                {answered.is_some().then(|| view! { <Badge kind="done" label=move_tr!("badge-answered") /> })}
            </h3>
            <p class="quiet">
                {move || tr!(i18n, "exchange-asked-of", { "party" => party.clone() })}" · "
                <bdi>{author}</bdi>", "<When moment=asked quiet=true />
            </p>
            {(!due.is_empty()).then(|| view! {
                <p class="quiet">{move || tr!(i18n, "exchange-due", { "date" => date_text(i18n, &due) })}</p>
            })}
            <p class="prose"><bdi>{text}</bdi></p>
            <ul class="plain-list quiet">{readers}</ul>
            {unread.then(|| view! { <p class="quiet" data-testid="unread">{move_tr!("exchange-unread")}</p> })}
            {answered.map(|at| view! {
                <p class="quiet">{move_tr!("exchange-answered")}" "<When moment=at quiet=true /></p>
            })}
            <FormFailure form />
            {(to_us && !read_by_me).then(|| view! {
                <button
                    type="button" class="button" data-testid="mark-read" on:click=mark
                    aria-busy=move || form.busy().get().to_string()
                >
                    <span class="spinner" aria-hidden="true"></span>
                    {move_tr!("exchange-mark-read")}
                </button>
            })}
        </li>
    }
}

#[component]
pub fn RequestDialog(open: RwSignal<bool>, exchange: Signal<ExchangeView>) -> impl IntoView {
    view! {
        <Dialog open title=move_tr!("exchange-ask-title") testid="ask-dialog">
            <Body open exchange />
        </Dialog>
    }
}

#[component]
fn Body(open: RwSignal<bool>, exchange: Signal<ExchangeView>) -> impl IntoView {
    let i18n = use_i18n();
    let case = use_case();
    let toasts = use_toasts();
    let form = Form::new();
    let text = || RwSignal::new(String::new());
    let (party, subject, words, due) = (text(), text(), text(), text());
    let partners = Signal::derive(move || {
        exchange.with(|view| {
            let partners = view.partners.iter();
            partners
                .map(|partner| (partner.party.to_string(), partner.name.clone()))
                .collect::<Vec<_>>()
        })
    });
    if let [only] = &*partners.get_untracked() {
        party.set(only.0.clone());
    }
    let readers = Signal::derive(move || {
        let chosen = party.get();
        exchange.with(|view| {
            let added = view
                .partners
                .iter()
                .filter(|partner| partner.party.to_string() == chosen)
                .map(|partner| (partner.name.clone(), partner.people.len() as i32));
            readers_after(case.readers.get(), added)
        })
    });
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if !form.require(&[("party", party), ("subject", subject), ("text", words)]) {
            return;
        }
        let Ok(party) = party.get_untracked().parse::<PartyId>() else {
            return;
        };
        let request = RequestDraft {
            party,
            subject: subject.get_untracked(),
            text: words.get_untracked(),
            due: due.get_untracked(),
        };
        let command = ExchangeCommand::Request {
            space: case.space,
            request,
        };
        form.send(Command::Exchange(command), move |_| {
            toasts.say(tr!(i18n, "exchange-asked"));
            let _ = open.try_set(false);
        });
    };
    view! {
        <form class="form" novalidate on:submit=submit data-testid="ask-form">
            <FormFailure form />
            <SelectField
                label=move_tr!("people-party") name="party" value=party options=partners required=true
                placeholder=move_tr!("choose") error=form.error("party")
            />
            <TextField
                label=move_tr!("exchange-subject") name="subject" value=subject required=true error=form.error("subject")
            />
            <TextField
                label=move_tr!("exchange-request-text") name="text" value=words multiline=true required=true
                error=form.error("text")
            />
            <TextField
                label=move_tr!("exchange-request-due") name="due" value=due mono=true help=move_tr!("case-date-help")
                error=form.error("due")
            />
            <ReadersNote readers />
            <div class="actions">
                <Submit form label=move_tr!("exchange-ask-submit") testid="ask-submit" disabled=use_case().shut />
            </div>
        </form>
    }
}
