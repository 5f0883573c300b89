use hawser_casework::Moment;
use leptos::prelude::*;
use leptos_fluent::{I18n, tr};

use crate::{browser, i18n::use_i18n};

/// Date and clock of the moment at its own offset: (year, month, day, hour, minute, `+01:00`).
fn parts(moment: &Moment) -> Option<(String, u8, u8, String, String)> {
    let text = moment.to_string();
    let (date, rest) = text.split_once('T')?;
    let mut date = date.split('-');
    let year = date.next()?.to_owned();
    let month = date.next()?.parse().ok()?;
    let day = date.next()?.parse().ok()?;
    Some((
        year,
        month,
        day,
        rest.get(..5)?.to_owned(),
        rest.get(8..)?.to_owned(),
    ))
}

/// Takes Fluent's isolating marks out of what consists of digits and month names, so that it can be copied.
fn plain(text: String) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}

/// The day with its month as a word: `22 November 2026`. `date` is `YYYY-MM-DD`.
pub fn date_text(i18n: I18n, date: &str) -> String {
    let mut fields = date.split('-');
    match (
        fields.next(),
        fields.next().and_then(|m| m.parse().ok()),
        fields.next().and_then(|d| d.parse().ok()),
    ) {
        (Some(year), Some(month), Some(day)) => day_text(i18n, year, month, day),
        _ => date.to_owned(),
    }
}

fn day_text(i18n: I18n, year: &str, month: u8, day: u8) -> String {
    plain(tr!(i18n, "when-day", { "day" => day, "month" => month, "year" => year.to_owned() }))
}

/// Day, month as a word, 24-hour clock and offset: `22 November 2026, 14:03 +01:00`.
pub fn moment_text(i18n: I18n, moment: &Moment) -> String {
    parts(moment).map_or_else(
        || moment.to_string(),
        |(year, month, day, clock, offset)| {
            format!("{}, {clock} {offset}", day_text(i18n, &year, month, day))
        },
    )
}

/// A time, with UTC and the reader's own time on hover and focus.
#[component]
pub fn When(
    #[prop(into)] moment: Signal<Moment>,
    /// Without a stop for the keyboard, where a table would have one in every row.
    #[prop(optional)]
    quiet: bool,
) -> impl IntoView {
    let i18n = use_i18n();
    let id = crate::components::form_id("when");
    let described_by = id.clone();
    let more = move || {
        let moment = moment.get();
        let own = browser::local_moment(moment.utc_ms);
        plain(tr!(i18n, "when-more", {
            "utc" => moment_text(i18n, &moment.at_offset(0)),
            "own" => moment_text(i18n, &own),
        }))
    };
    view! {
        <span class="when" tabindex=(!quiet).then_some("0") aria-describedby=described_by>
            <time datetime=move || moment.get().to_string()>
                {move || {
                    // Two pieces, so that a narrow column breaks between day and clock and nowhere else.
                    let text = moment_text(i18n, &moment.get());
                    match text.rsplit_once(", ") {
                        Some((day, clock)) => view! {
                            <span class="when-part">{format!("{day},")}</span>" "
                            <span class="when-part">{clock.to_owned()}</span>
                        }
                        .into_any(),
                        None => text.into_any(),
                    }
                }}
            </time>
            <span class="when-more" role="tooltip" id=id>{more}</span>
        </span>
    }
}
