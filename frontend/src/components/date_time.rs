use hawser_casework::{Moment, time::is_iso_date};
use hawser_views::failure::FieldFailure;
use leptos::prelude::*;
use leptos_fluent::{move_tr, tr};

use crate::{
    browser,
    components::{FieldError, moment_text},
    i18n::use_i18n,
};

/// Offsets from UTC in use today, in minutes.
const OFFSETS: [i16; 38] = [
    -720, -660, -600, -570, -540, -480, -420, -360, -300, -240, -210, -180, -120, -60, 0, 60, 120,
    180, 210, 240, 270, 300, 330, 345, 360, 390, 420, 480, 525, 540, 570, 600, 630, 660, 720, 765,
    780, 840,
];

fn offset_text(minutes: i16) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    let minutes = minutes.unsigned_abs();
    format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

/// A day, a 24-hour clock and an offset from UTC, each typed or chosen, and read back in words.
///
/// Text in ISO order, not the browser's date field: that one shows 03/04/2026 to some and means two days.
/// `value` is `None` while what stands there is no time.
#[component]
pub fn DateTimeField(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] name: String,
    value: RwSignal<Option<Moment>>,
    #[prop(optional)] required: bool,
    #[prop(optional, into)] help: Option<Signal<String>>,
    #[prop(optional, into)] error: Signal<Option<FieldFailure>>,
    #[prop(optional, into)] testid: Option<String>,
) -> impl IntoView {
    let i18n = use_i18n();
    let testid = testid.unwrap_or_else(|| name.clone());
    let first = value.get_untracked();
    let offset =
        RwSignal::new(first.map_or_else(|| browser::now().offset_min, |moment| moment.offset_min));
    let text = first.map(|moment| moment.to_string()).unwrap_or_default();
    let part =
        |from: usize, to: usize| RwSignal::new(text.get(from..to).unwrap_or_default().to_owned());
    let (day, clock) = (part(0, 10), part(11, 16));
    let read = move || {
        let clock = clock.get();
        // 9:05, 0905 and 09.05 are all typed by people in a hurry.
        let digits = clock
            .chars()
            .filter(char::is_ascii_digit)
            .collect::<String>();
        let digits = if digits.len() == 3 {
            format!("0{digits}")
        } else {
            digits
        };
        let (hour, minute) = digits.split_at_checked(2)?;
        let day = day.get().trim().to_owned();
        (minute.len() == 2 && is_iso_date(&day))
            .then(|| {
                format!("{day}T{hour}:{minute}:00{}", offset_text(offset.get()))
                    .parse::<Moment>()
                    .ok()
            })
            .flatten()
    };
    let typed = move || !day.get().trim().is_empty() || !clock.get().trim().is_empty();
    Effect::new(move |_| {
        let now = read();
        if value.get_untracked() != now {
            value.set(now);
        }
    });
    // Set from outside, for example cleared after the form was sent.
    Effect::new(move |_| {
        let outside = value.get();
        if outside != untrack(read)
            && let Some(moment) = outside
        {
            let text = moment.to_string();
            offset.set(moment.offset_min);
            day.set(text.get(0..10).unwrap_or_default().to_owned());
            clock.set(text.get(11..16).unwrap_or_default().to_owned());
        }
    });
    let own = move || -> Option<FieldFailure> {
        error.get().or_else(|| {
            (typed() && read().is_none() && day.get().len() >= 10 && clock.get().len() >= 4).then(
                || FieldFailure {
                    field: String::new(),
                    code: "time".to_owned(),
                    value: String::new(),
                },
            )
        })
    };
    let own = Signal::derive(own);
    let invalid = move || own.get().is_some().to_string();
    let described_by = format!("{name}-help {name}-echo {name}-error");
    let now = move |_| {
        let now = browser::now().to_string();
        offset.set(browser::now().offset_min);
        day.set(now.get(0..10).unwrap_or_default().to_owned());
        clock.set(now.get(11..16).unwrap_or_default().to_owned());
    };
    view! {
        <fieldset class="field date-time" data-testid=testid.clone()>
            <legend>
                {label}
                {(!required).then(|| view! { <span class="optional">{move_tr!("optional")}</span> })}
            </legend>
            {help.map(|help| view! { <p class="field-help" id=format!("{name}-help")>{help}</p> })}
            <div class="date-time-row">
                <label>
                    <span class="date-time-part">{move_tr!("date-time-day")}</span>
                    <input
                        type="text" id=name.clone() class="mono" size="10" maxlength="10" inputmode="numeric"
                        autocomplete="off" placeholder=move_tr!("date-time-day-form")
                        data-testid=format!("{testid}-day") aria-invalid=invalid aria-describedby=described_by.clone()
                        prop:value=move || day.get() on:input:target=move |event| day.set(event.target().value())
                    />
                </label>
                <label>
                    <span class="date-time-part">{move_tr!("date-time-clock")}</span>
                    <input
                        type="text" class="mono" size="5" maxlength="5" inputmode="numeric" autocomplete="off"
                        placeholder="14:03" data-testid=format!("{testid}-clock") aria-invalid=invalid
                        aria-describedby=described_by
                        prop:value=move || clock.get() on:input:target=move |event| clock.set(event.target().value())
                    />
                </label>
                <label>
                    <span class="date-time-part">{move_tr!("date-time-offset")}</span>
                    <select
                        class="mono" data-testid=format!("{testid}-offset")
                        on:change:target=move |event| {
                            if let Ok(minutes) = event.target().value().parse() {
                                offset.set(minutes);
                            }
                        }
                    >
                        {OFFSETS.into_iter().map(|minutes| view! {
                            <option value=minutes.to_string() selected=move || offset.get() == minutes>
                                {format!("UTC{}", offset_text(minutes))}
                            </option>
                        }).collect_view()}
                    </select>
                </label>
                <button type="button" class="button" data-testid=format!("{testid}-now") on:click=now>
                    {move_tr!("date-time-now")}
                </button>
            </div>
            <p class="field-echo" id=format!("{name}-echo")>
                {move || read().map(|moment| tr!(i18n, "date-time-echo", {
                    "own" => moment_text(i18n, &moment),
                    "utc" => moment_text(i18n, &moment.at_offset(0)),
                }))}
            </p>
            <FieldError id=format!("{name}-error") error=own />
        </fieldset>
    }
}

crate::i18n::found_by_code! { tr!("field-time"); tr!("field-ahead"); }
