use leptos::{prelude::*, task::spawn_local};
use leptos_fluent::{move_tr, tr};

use hawser_views::{Command, transfer::Transfer};

use super::theme::ThemeChooser;
use crate::{
    agent_link::use_agent,
    browser,
    components::{ConfirmDialog, Icon, transfers_panel::on_its_way},
    i18n::use_i18n,
    pages::sign_in::forget_name,
};

/// What holds on every page: saved or not, what time it is, language, look, lock.
#[component]
pub fn Bar(#[prop(into)] inside: Signal<bool>) -> impl IntoView {
    view! {
        <header class="bar">
            <Show when=move || inside.get() fallback=|| view! {
                <p class="brand"><Icon name="anchor" /><span>"Hawser"</span></p>
            }>
                <Saved />
            </Show>
            <div class="bar-end">
                <Clock />
                <LanguageChooser />
                <ThemeChooser />
                <Show when=move || inside.get()>
                    <Doors />
                </Show>
            </div>
        </header>
    }
}

/// Whether everything is where it should be; one calm line.
#[component]
fn Saved() -> impl IntoView {
    let i18n = use_i18n();
    let (connection, transfers) = (use_agent().connection(), use_agent().transfers());
    let sending = Memo::new(move |_| {
        transfers.with(|transfers| {
            let unsent = |transfer: &&Transfer| transfer.direction == "up" && on_its_way(transfer);
            transfers.iter().filter(unsent).count() as u32
        })
    });
    let state = move || {
        connection.with(|now| match (now.online, now.waiting + sending.get()) {
            (false, _) => "offline",
            (true, 0) => "saved",
            (true, _) => "waiting",
        })
    };
    let text = move || {
        connection.with(|now| {
            match (
                now.online,
                now.offline_since_ms,
                now.waiting + sending.get(),
            ) {
                (true, _, 0) => tr!(i18n, "saved-all"),
                (true, _, waiting) => tr!(i18n, "saved-waiting", { "count" => waiting }),
                (false, Some(since), waiting) => {
                    let clock = browser::local_moment(since)
                        .to_string()
                        .get(11..16)
                        .unwrap_or_default()
                        .to_owned();
                    tr!(i18n, "saved-offline-since", { "clock" => clock, "count" => waiting })
                }
                (false, None, waiting) => tr!(i18n, "saved-offline", { "count" => waiting }),
            }
        })
    };
    view! {
        <p class="saved" role="status" data-testid="saved-state" data-state=state>
            <span class="saved-dot" aria-hidden="true"></span>
            {text}
        </p>
    }
}

/// The browser's time with its offset, and UTC.
#[component]
fn Clock() -> impl IntoView {
    let now = RwSignal::new(browser::now());
    if let Ok(ticking) = set_interval_with_handle(
        move || now.set(browser::now()),
        std::time::Duration::from_secs(5),
    ) {
        on_cleanup(move || ticking.clear());
    }
    let part =
        |text: &str, from: usize, to: usize| text.get(from..to).unwrap_or_default().to_owned();
    let own = Memo::new(move |_| {
        let text = now.get().to_string();
        format!("{} {}", part(&text, 11, 16), part(&text, 19, 25))
    });
    let utc = Memo::new(move |_| part(&now.get().at_offset(0).to_string(), 11, 16));
    view! {
        <p class="clock" data-testid="clock">
            <time>{own}</time>
            <span class="clock-utc"><time>{utc}</time>" UTC"</span>
        </p>
    }
}

#[component]
fn LanguageChooser() -> impl IntoView {
    let i18n = use_i18n();
    let choose =
        move |event: leptos::ev::Targeted<leptos::ev::Event, web_sys::HtmlSelectElement>| {
            let id = event.target().value();
            if let Some(language) = i18n.languages.iter().find(|language| language.id == id) {
                i18n.language.set(language);
            }
        };
    view! {
        <label class="chooser">
            <span class="visually-hidden">{move_tr!("language")}</span>
            <select data-testid="language" on:change:target=choose>
                {i18n.languages.iter().map(|language| view! {
                    <option value=language.id lang=language.id selected=move || i18n.language.get().id == language.id>
                        {language.name}
                    </option>
                }).collect_view()}
            </select>
        </label>
    }
}

/// Lock and sign out.
#[component]
fn Doors() -> impl IntoView {
    let link = use_agent();
    let i18n = use_i18n();
    let asking = RwSignal::new(false);
    let leave = move || {
        forget_name();
        spawn_local(async move {
            // Without the server the session there lasts until it expires; the keys go at once all the same.
            if link.ask(Command::SignOut).await.is_err() {
                link.lock();
            }
        });
    };
    let who = move || link.me().with(|me| me.as_ref().map(|me| me.name.clone()));
    view! {
        <div class="doors">
            <button type="button" class="button button-quiet" data-testid="lock" on:click=move |_| link.lock()>
                <Icon name="lock" />
                <span>{move_tr!("lock")}</span>
            </button>
            <button
                type="button" class="button button-quiet" data-testid="sign-out"
                on:click=move |_| if link.connection().with(|now| now.waiting > 0) { asking.set(true) } else { leave() }
            >
                <Icon name="leave" />
                <span>{move_tr!("sign-out")}</span>
                <span class="visually-hidden">{who}</span>
            </button>
            <ConfirmDialog
                open=asking title=move_tr!("sign-out-waiting-title") confirm=move_tr!("sign-out-anyway")
                danger=true on_confirm=Callback::new(move |()| { asking.set(false); leave(); })
            >
                <p>{move || tr!(i18n, "sign-out-waiting", { "count" => link.connection().with(|now| now.waiting) })}</p>
            </ConfirmDialog>
        </div>
    }
}
