//! What waits for the reader across their cases, and what is new since they left.

use hawser_casework::{SpaceId, Work};
use hawser_views::{
    Command, Reply,
    case::{FreshLine, TodayView, WaitingLine},
};
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr, tr};
use leptos_router::components::A;

use crate::{
    agent_link::{use_agent, view},
    browser,
    components::{
        EmptyState, PageHead, Shown, When, date_text, entry_sentence::EntrySentence, fingerprint,
    },
    i18n::{found_by_code, sentence, use_i18n},
    pages::{case::words, space::home},
};

const HOUR_MS: i64 = 3_600_000;
/// From this many hours on, waiting is told in days.
const HOURS_TOLD: i64 = 72;

#[component]
pub fn Today() -> impl IntoView {
    let agent = use_agent();
    let today = view(
        || Command::Today,
        agent.errands(),
        |reply| match reply {
            Reply::Today(today) => Some(today),
            _ => None,
        },
    );
    view! {
        <div class="page" data-testid="today">
            <PageHead title=move_tr!("today-title") />
            <Shown of=today let:today>
                <Summary today />
                <Waiting today />
                <Fresh today />
            </Shown>
        </div>
    }
}

fn hours_since(ms: i64, now: i64) -> i64 {
    (now - ms).max(0) / HOUR_MS
}

/// The parts of the sentence on top, those that say nothing left out.
fn summary(i18n: I18n, today: &TodayView) -> Vec<String> {
    let mut parts = Vec::new();
    if today.disputed > 0 {
        parts.push(tr!(i18n, "today-part-disputed", { "n" => today.disputed }));
    }
    let offers = || {
        today
            .waiting
            .iter()
            .filter(|line| matches!(line.kind.as_str(), "answer-offer" | "offer-unanswered"))
    };
    if let Some(oldest) = offers().filter_map(|line| line.since_ms).min() {
        let hours = hours_since(oldest, today.checked_ms);
        parts.push(tr!(i18n, "today-part-offers-hours", { "n" => offers().count() as u64, "hours" => hours }));
    }
    let overdue: u64 = today
        .waiting
        .iter()
        .filter(|line| line.kind == "programme-overdue")
        .filter_map(|line| line.values.get("count")?.parse::<u64>().ok())
        .sum();
    if overdue > 0 {
        parts.push(tr!(i18n, "today-part-overdue", { "n" => overdue }));
    }
    if today.fresh_count > 0 {
        parts.push(match today.left_ms {
            Some(left) => {
                tr!(i18n, "today-part-new-since", { "n" => today.fresh_count, "at" => words::lately(i18n, left) })
            }
            None => tr!(i18n, "today-part-new", { "n" => today.fresh_count }),
        });
    }
    match &today.next_term {
        Some((0, _)) => parts.push(tr!(i18n, "today-part-term-today")),
        Some((days, _)) if *days > 0 => parts.push(tr!(i18n, "today-part-term", { "n" => *days })),
        Some((days, _)) => parts.push(tr!(i18n, "today-part-term-over", { "n" => -*days })),
        None => {}
    }
    parts
}

#[component]
fn Summary(today: Signal<TodayView>) -> impl IntoView {
    let i18n = use_i18n();
    let sentence = move || {
        let parts = today.with(|today| summary(i18n, today));
        (!parts.is_empty()).then(|| format!("{}.", words::capitalised(&parts.join(", "))))
    };
    view! { <p class="today-summary" data-testid="today-summary">{sentence}</p> }
}

/// What waits in one case, mission or programme, under its title.
type Group = (Option<(Work, SpaceId)>, String, Vec<WaitingLine>);

#[component]
fn Waiting(today: Signal<TodayView>) -> impl IntoView {
    let i18n = use_i18n();
    // By case, in the order in which the oldest of each waits.
    let groups = Memo::new(move |_| {
        let mut groups: Vec<Group> = Vec::new();
        for line in today.with(|today| today.waiting.clone()) {
            let place = line.space.map(|space| (line.work, space));
            match groups.iter_mut().find(|(known, ..)| *known == place) {
                Some((.., lines)) => lines.push(line),
                None => groups.push((place, line.case.clone(), vec![line])),
            }
        }
        groups
    });
    let checked = move || words::clock(today.with(|today| today.checked_ms));
    let shown = move || {
        let now = today.with(|today| today.checked_ms);
        groups
            .get()
            .into_iter()
            .map(|(place, title, lines)| {
                let heading = match place {
                    Some((work, space)) => {
                        let title = move || titled(i18n, &title, work);
                        view! { <A href=home(work, space)>{title}</A> }.into_any()
                    }
                    None => move_tr!("today-waiting-organisation").into_any(),
                };
                let lines = lines
                    .into_iter()
                    .map(|line| waiting_line(i18n, line, now))
                    .collect_view();
                view! {
                    <section class="waiting-group" data-testid="waiting-case">
                        <h3>{heading}</h3>
                        <ul class="waiting-list">{lines}</ul>
                    </section>
                }
            })
            .collect_view()
    };
    view! {
        <section class="panel-plain" aria-labelledby="waiting-title" data-testid="waiting">
            <h2 id="waiting-title">{move_tr!("today-waiting-title")}</h2>
            <Show
                when=move || !groups.with(Vec::is_empty)
                fallback=move || view! {
                    <EmptyState
                        testid="nothing-waits"
                        text=Signal::derive(move || tr!(i18n, "today-nothing-waits", { "at" => checked() }))
                    />
                }
            >
                {shown}
                <p class="quiet">{move || tr!(i18n, "today-checked", { "at" => checked() })}</p>
            </Show>
        </section>
    }
}

/// The title, or what stands for one that cannot be read.
fn titled(i18n: I18n, title: &str, work: Work) -> String {
    match (title.is_empty(), work) {
        (false, _) => title.to_owned(),
        (true, Work::Case) => tr!(i18n, "cases-untitled"),
        (true, Work::Mission) => tr!(i18n, "missions-unnamed"),
        (true, Work::Programme) => tr!(i18n, "programmes-untitled"),
    }
}

fn waiting_line(i18n: I18n, line: WaitingLine, now: i64) -> impl IntoView {
    let href = target(&line);
    let action_key = format!("waiting-{}-action", line.kind);
    let action = move || {
        sentence(i18n, &action_key, []).unwrap_or_else(|| tr!(i18n, "waiting-other-action"))
    };
    let since = line.since_ms.map(|ms| {
        let hours = hours_since(ms, now);
        let long = move || match hours {
            hours if hours < HOURS_TOLD => tr!(i18n, "today-waiting-since", { "hours" => hours }),
            hours => tr!(i18n, "today-waiting-since-days", { "days" => hours / 24 }),
        };
        let moment = browser::local_moment(ms);
        view! { <span class="waiting-since">{long}" · "<When moment quiet=true /></span> }
    });
    let kind = line.kind.clone();
    view! {
        <li class="waiting-line" data-testid="waiting-line" data-kind=kind>
            <span class="waiting-text">{move || waiting_text(i18n, &line)}</span>
            {since}
            <A href=href attr:class="button" attr:data-testid="waiting-action">{action}</A>
        </li>
    }
}

fn waiting_text(i18n: I18n, line: &WaitingLine) -> String {
    let number = ["days", "count"]
        .iter()
        .find_map(|name| line.values.get(*name))
        .and_then(|n| n.parse::<i64>().ok());
    match (line.kind.as_str(), number) {
        ("term-ends", Some(n)) => return tr!(i18n, "waiting-term-ends", { "n" => n }),
        ("nomination", Some(n)) => return tr!(i18n, "waiting-nomination", { "n" => n }),
        ("programme-overdue", Some(n)) => {
            return tr!(i18n, "waiting-programme-overdue", { "n" => n });
        }
        ("mission-rate", Some(n)) => return tr!(i18n, "waiting-mission-rate", { "n" => n }),
        ("certify", Some(n)) => return tr!(i18n, "waiting-certify", { "n" => n }),
        ("check", Some(n)) => {
            let what = line.values.get("what").cloned().unwrap_or_default();
            return tr!(i18n, "waiting-check", { "what" => what, "count" => n });
        }
        _ => {}
    }
    let mut told = line.values.clone();
    if let Some(due) = told.get_mut("due") {
        *due = date_text(i18n, due);
    }
    let values = words::filled(
        &told,
        &[
            ("from", &["from", "person", "party"]),
            ("to", &["to", "person", "desk"]),
            ("exhibit", &["exhibit", "exhibits", "number"]),
            ("party", &["party", "organisation", "name"]),
            ("what", &["what"]),
            ("port", &["port"]),
            ("text", &["text"]),
            ("due", &["due"]),
        ],
    );
    sentence(
        i18n,
        &format!("waiting-{}", line.kind),
        values.iter().map(|(name, value)| (name, value)),
    )
    .unwrap_or_else(|| tr!(i18n, "waiting-other"))
}

/// Where the reader can do what waits.
fn target(line: &WaitingLine) -> String {
    let Some(space) = line.space else {
        return match line.kind.as_str() {
            "confirm-kit" => "/kit".to_owned(),
            "join-case" => "/cases".to_owned(),
            _ => "/organisation".to_owned(),
        };
    };
    let part = match line.kind.as_str() {
        "nomination" | "join-case" | "join-mission" | "join-programme" => "/people",
        "answer-offer" | "dispute" | "offer-unanswered" => "/hand-overs",
        "check" | "request" | "shared" => "/exchange",
        "mission-comment" => "/host",
        "mission-silence" => "/release",
        "mission-rate" => "/visits",
        "mission-action" | "mission-verify" => "/findings",
        "programme-overdue" => "/actions?show=overdue",
        "programme-visit" => "/ports",
        _ => "",
    };
    format!("{}{part}", home(line.work, space))
}

/// Where an entry is looked at: its exhibit, else the timeline.
fn entry_target(line: &FreshLine) -> String {
    let home = home(line.work, line.space);
    match line.entry.exhibit {
        Some(exhibit) => format!("{home}/evidence/{exhibit}"),
        None => format!("{home}/timeline"),
    }
}

#[component]
fn Fresh(today: Signal<TodayView>) -> impl IntoView {
    let i18n = use_i18n();
    let lines = move || today.with(|today| today.fresh.clone());
    let more =
        move || today.with(|today| today.fresh_count.saturating_sub(today.fresh.len() as u64));
    view! {
        <section class="panel-plain" aria-labelledby="fresh-title" data-testid="fresh">
            <h2 id="fresh-title">{move_tr!("today-fresh-title")}</h2>
            <Show
                when=move || today.with(|today| !today.fresh.is_empty())
                fallback=move || view! { <p class="quiet">{move_tr!("today-fresh-none")}</p> }
            >
                <ul class="entry-list">
                    <For each=lines key=fingerprint let:line>
                        {fresh_line(i18n, line)}
                    </For>
                </ul>
                <Show when=move || { more() > 0 }>
                    <p class="quiet">{move || tr!(i18n, "today-fresh-more", { "n" => more() })}</p>
                </Show>
            </Show>
        </section>
    }
}

fn fresh_line(i18n: I18n, line: FreshLine) -> impl IntoView {
    let href = entry_target(&line);
    let FreshLine {
        work, title, entry, ..
    } = line;
    let recorded = entry.recorded;
    view! {
        <li class="entry-line" data-testid="fresh-line">
            <A href=href attr:class="entry-link"><EntrySentence line=entry /></A>
            <span class="entry-meta"><bdi>{move || titled(i18n, &title, work)}</bdi>" · "<When moment=recorded quiet=true /></span>
        </li>
    }
}

found_by_code! {
    // by code: waiting-
    tr!("waiting-answer-offer", { "from" => 0, "exhibit" => 0 });
    tr!("waiting-answer-offer-action");
    tr!("waiting-certify-action");
    tr!("waiting-compare", { "party" => 0 });
    tr!("waiting-compare-action");
    tr!("waiting-confirm-kit");
    tr!("waiting-confirm-kit-action");
    tr!("waiting-dispute", { "exhibit" => 0 });
    tr!("waiting-dispute-action");
    tr!("waiting-join-case");
    tr!("waiting-check-action");
    tr!("waiting-controller", { "what" => 0 });
    tr!("waiting-controller-action");
    tr!("waiting-request", { "what" => 0 });
    tr!("waiting-request-action");
    tr!("waiting-shared", { "what" => 0 });
    tr!("waiting-shared-action");
    tr!("waiting-join-case-action");
    tr!("waiting-join-mission", { "port" => 0 });
    tr!("waiting-join-mission-action");
    tr!("waiting-join-programme");
    tr!("waiting-join-programme-action");
    tr!("waiting-programme-overdue-action");
    tr!("waiting-programme-visit", { "port" => 0, "due" => 0 });
    tr!("waiting-programme-visit-action");
    tr!("waiting-mission-rate-action");
    tr!("waiting-mission-action", { "due" => 0, "text" => 0 });
    tr!("waiting-mission-action-action");
    tr!("waiting-mission-verify", { "text" => 0 });
    tr!("waiting-mission-verify-action");
    tr!("waiting-mission-comment", { "due" => 0 });
    tr!("waiting-mission-comment-action");
    tr!("waiting-mission-silence", { "due" => 0 });
    tr!("waiting-mission-silence-action");
    tr!("waiting-nomination-action");
    tr!("waiting-offer-unanswered", { "to" => 0, "exhibit" => 0 });
    tr!("waiting-offer-unanswered-action");
    tr!("waiting-term-ends-action");
}
