//! A port, chosen from the list of UN/LOCODEs or, where it is not in there, typed by hand.

mod list;
mod typed;

use std::sync::Arc;

use hawser_casework::assessment::PortRef;
use hawser_views::failure::FieldFailure;
use leptos::{ev::KeyboardEvent, prelude::*};
use leptos_fluent::{I18n, move_tr, tr};
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::{
    agent_link::Loading,
    browser,
    components::{Checkbox, FailurePanel, FieldError},
    data_file::{DataFile, data_file},
    i18n::{found_by_code, use_i18n},
    pages::case::{checked, words},
};
use list::{Countries, ListedPort, SHOWN};
use typed::{TypedPort, TypedPortFields};

/// A port as it was chosen or typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenPort {
    pub name: String,
    /// Two capital letters, ISO 3166-1 alpha-2 or user-assigned.
    pub country: String,
    /// Of the list; a port that was typed has none.
    pub locode: Option<String>,
    /// Latitude and longitude in decimal degrees, digit for digit as typed, with a point: `-2.280`.
    pub position: Option<(String, String)>,
}

impl From<ChosenPort> for PortRef {
    fn from(port: ChosenPort) -> Self {
        let degrees = |(latitude, longitude): (String, String)| {
            Some((latitude.parse().ok()?, longitude.parse().ok()?))
        };
        Self {
            name: port.name,
            country: port.country,
            locode: port.locode,
            position: port.position.and_then(degrees),
        }
    }
}

impl From<&ListedPort> for ChosenPort {
    fn from(port: &ListedPort) -> Self {
        Self {
            name: port.name.clone(),
            country: port.country.clone(),
            locode: Some(port.locode.clone()),
            position: port.position.clone(),
        }
    }
}

/// A position in the reader's form, or that there is none. Latitude and longitude are canonical decimals.
pub fn position_text(i18n: I18n, position: Option<&(String, String)>) -> String {
    position.map_or_else(
        || tr!(i18n, "port-no-position"),
        |(latitude, longitude)| {
            let degrees = |canonical: &str| words::decimal(i18n, canonical);
            format!("{} / {}", degrees(latitude), degrees(longitude))
        },
    )
}

/// `value` is `None` while no port is chosen, or what was typed is not complete; it is read once, at the start.
#[component]
pub fn PortField(
    #[prop(into)] label: Signal<String>,
    /// Id, and what a failure calls the field.
    #[prop(into)]
    name: String,
    value: RwSignal<Option<ChosenPort>>,
    #[prop(optional)] required: bool,
    #[prop(optional, into)] help: Option<Signal<String>>,
    #[prop(optional, into)] error: Signal<Option<FieldFailure>>,
    #[prop(optional, into)] testid: Option<String>,
) -> impl IntoView {
    let testid = testid.unwrap_or_else(|| name.clone());
    let first = value.get_untracked();
    let by_hand = RwSignal::new(first.as_ref().is_some_and(|port| port.locode.is_none()));
    let typed = TypedPort::new(first.as_ref().filter(|port| port.locode.is_none()));
    let listed = RwSignal::new(first.filter(|port| port.locode.is_some()));
    let port = Memo::new(move |_| {
        if by_hand.get() {
            typed.port()
        } else {
            listed.get()
        }
    });
    Effect::new(move |_| value.set(port.get()));
    // What the form says of the whole is said at the fields that are to blame.
    Effect::new(move |_| {
        if error.with(Option::is_some) && by_hand.get_untracked() {
            typed.check();
        }
    });
    let (fields, chooser) = (name.clone(), (name.clone(), testid.clone()));
    view! {
        <fieldset class="field port-field" data-testid=testid.clone()>
            <legend>
                {label}
                {(!required).then(|| view! { <span class="optional">{move_tr!("optional")}</span> })}
            </legend>
            {help.map(|help| view! { <p class="field-help">{help}</p> })}
            <Show when=move || !by_hand.get()>
                <PortChooser name=chooser.0.clone() listed required error testid=chooser.1.clone() />
            </Show>
            <Checkbox
                label=move_tr!("port-not-listed") name=format!("{name}-by-hand") value=by_hand
                testid=format!("{testid}-by-hand")
            />
            <Show when=move || by_hand.get()>
                <TypedPortFields input=typed name=fields.clone() />
            </Show>
        </fieldset>
    }
}

fn shown_name(port: &ChosenPort) -> String {
    match &port.locode {
        Some(locode) => format!("{} ({locode})", port.name),
        None => port.name.clone(),
    }
}

/// The list, searched while one types: a combobox after the ARIA authoring practices.
#[component]
fn PortChooser(
    name: String,
    listed: RwSignal<Option<ChosenPort>>,
    required: bool,
    error: Signal<Option<FieldFailure>>,
    testid: String,
) -> impl IntoView {
    let i18n = use_i18n();
    let DataFile { state: ports, want } = data_file("/data/ports.tsv", list::read);
    let text = RwSignal::new(
        listed
            .with_untracked(|port| port.as_ref().map(shown_name))
            .unwrap_or_default(),
    );
    let open = RwSignal::new(false);
    let active = RwSignal::new(None::<usize>);
    let left = RwSignal::new(None::<FieldFailure>);
    let ready = move || ports.with(|ports| ports.as_ref().and_then(Loading::ready).cloned());
    let countries = Memo::new_with_compare(
        move |_| ready().map(|ports| Arc::new(Countries::of(&ports, i18n.language.get().id))),
        |old, new| !matches!((old, new), (Some(Some(old)), Some(Some(new))) if Arc::ptr_eq(old, new)),
    );
    let found = Memo::new(move |_| {
        let (Some(ports), Some(countries)) = (ready(), countries.get()) else {
            return (0, Vec::new());
        };
        let found = text.with(|text| list::found(&ports, &countries, text));
        let shown = found.iter().take(SHOWN).map(|port| (*port).clone());
        (found.len(), shown.collect::<Vec<_>>())
    });
    let count = move || found.with(|(_, shown)| shown.len());
    let expanded = Memo::new(move |_| open.get() && count() > 0);

    let list_id = format!("{name}-list");
    let option_id = {
        let list_id = list_id.clone();
        move |at: usize| format!("{list_id}-{at}")
    };
    let choose = move |at: usize| {
        if let Some(port) = found.with_untracked(|(_, shown)| shown.get(at).map(ChosenPort::from)) {
            open.set(false);
            active.set(None);
            text.set(shown_name(&port));
            listed.set(Some(port));
        }
    };
    let step = move |by: isize| {
        let count = untrack(count) as isize;
        let next = match active.get_untracked() {
            Some(at) => at as isize + by,
            None if by > 0 => 0,
            None => count - 1,
        };
        open.set(true);
        active.set((count > 0).then(|| next.rem_euclid(count) as usize));
    };
    let pressed = move |event: KeyboardEvent| {
        let expanded = expanded.get_untracked();
        match event.key().as_str() {
            "ArrowDown" => step(1),
            "ArrowUp" => step(-1),
            "Enter" if expanded => {
                let only = (untrack(count) == 1).then_some(0);
                if let Some(at) = active.get_untracked().or(only) {
                    choose(at);
                }
            }
            "Escape" if expanded => {
                open.set(false);
                active.set(None);
                event.stop_propagation();
            }
            _ => return,
        }
        event.prevent_default();
    };
    Effect::new({
        let option_id = option_id.clone();
        move |_| {
            let option = active
                .get()
                .and_then(|at| document().get_element_by_id(&option_id(at)));
            if let Some(option) = option {
                let nearest = ScrollIntoViewOptions::new();
                nearest.set_block(ScrollLogicalPosition::Nearest);
                option.scroll_into_view_with_scroll_into_view_options(&nearest);
            }
        }
    });
    let typed = move |now: String| {
        text.set(now);
        listed.set(None);
        left.set(None);
        active.set(None);
        open.set(true);
    };
    let leave = move |_| {
        open.set(false);
        let unchosen = listed.with_untracked(Option::is_none)
            && !text.with_untracked(|text| text.trim().is_empty());
        left.set(unchosen.then(|| checked::field("port", "port-not-chosen", "")));
    };
    let wrong = Signal::derive(move || {
        left.get()
            .or_else(|| error.get().filter(|_| listed.with(Option::is_none)))
    });
    let announced = move || match ports.get() {
        Some(Loading::Wait) => tr!(i18n, "loading"),
        Some(Loading::Ready(_)) if open.get() && text.with(|text| !text.trim().is_empty()) => {
            found.with(|(all, _)| tr!(i18n, "port-found", { "count" => *all as u64 }))
        }
        _ => String::new(),
    };
    let echo = move || {
        let port = listed.get()?;
        let country = browser::country_names(i18n.language.get().id)(&port.country);
        Some(format!(
            "{country} · {}",
            position_text(i18n, port.position.as_ref())
        ))
    };
    let options = {
        let (option_id, testid) = (option_id.clone(), testid.clone());
        move || {
            let countries = countries.get();
            found
                .get()
                .1
                .into_iter()
                .enumerate()
                .map(|(at, port)| {
                    let country = countries.as_ref().map_or("", |names| names.name(&port.country)).to_owned();
                    view! {
                        <li
                            role="option" class="port-option" id=option_id(at) data-testid=format!("{testid}-option")
                            aria-selected=move || (active.get() == Some(at)).to_string()
                            // Before the field is left, which would close the list.
                            on:mousedown=move |event| event.prevent_default()
                            on:click=move |_| choose(at)
                        >
                            <span>{port.name}</span>
                            <span class="port-more">{country}" · "<span class="mono">{port.locode}</span></span>
                        </li>
                    }
                })
                .collect_view()
        }
    };
    let failed = move || match ports.get() {
        Some(Loading::Failed(failure)) => Some(view! {
            <FailurePanel failure retry=want />
            <p class="hint">{move_tr!("port-list-missing")}</p>
        }),
        _ => None,
    };
    let error_id = format!("{name}-error");
    let echo_id = format!("{name}-echo");
    view! {
        <div class="field">
            <label for=name.clone()>{move_tr!("port-search")}</label>
            <div class="port-chooser">
                <input
                    type="text" role="combobox" id=name.clone() name=name.clone() data-testid=format!("{testid}-search")
                    autocomplete="off" autocapitalize="none" spellcheck="false" required=required
                    aria-autocomplete="list" aria-controls=list_id.clone()
                    aria-expanded=move || expanded.get().to_string()
                    aria-activedescendant=move || active.get().filter(|_| expanded.get()).map(&option_id)
                    aria-invalid=move || wrong.with(Option::is_some).to_string()
                    aria-describedby=format!("{echo_id} {error_id}")
                    prop:value=move || text.get()
                    on:focus=move |_| want.run(())
                    on:input:target=move |event| typed(event.target().value())
                    on:keydown=pressed
                    on:blur=leave
                />
                <ul
                    role="listbox" class="port-options" id=list_id aria-label=move_tr!("port-options")
                    hidden=move || !expanded.get()
                >
                    {options}
                </ul>
            </div>
            <p class="hint port-found" role="status">{announced}</p>
            <p class="field-echo" id=echo_id>{echo}</p>
            <FieldError id=error_id error=wrong />
            {failed}
        </div>
    }
}

found_by_code! { tr!("field-port-not-chosen"); }
