//! One action: who does it by when, how far it is, and whether somebody else has seen that it is done.

use std::sync::Arc;

use hawser_casework::{
    assessment::{ActionDays, ActionStatus},
    time::days_until,
};
use hawser_views::{
    Command,
    mission::{ActionStepView, ActionView, MissionCommand, RecommendationView},
};
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr, tr};

use super::{Asking, changes::Changes};
use crate::pages::assessment_words as words;
use crate::{
    browser,
    components::{Badge, When, date_text},
    i18n::{found_by_code, use_i18n},
    pages::{
        case::{correct::Correction, reason::Asked, words as case_words},
        mission::use_mission,
    },
};

/// Where the action stands, for the badge.
fn standing(status: ActionStatus, days: &ActionDays) -> &'static str {
    match (status, &days.verified) {
        (ActionStatus::Done, Some(_)) => "verified",
        (ActionStatus::Done, None) => "unverified",
        (status, _) => status.code(),
    }
}

fn standing_text(i18n: I18n, standing: &'static str, status: ActionStatus) -> String {
    match standing {
        "verified" => tr!(i18n, "action-verified"),
        "unverified" => tr!(i18n, "action-unverified"),
        _ => words::status(i18n, status),
    }
}

#[component]
pub fn ActionCard(
    action: ActionView,
    /// Those of the finding.
    recommendations: Vec<RecommendationView>,
    asking: Asking,
) -> impl IntoView {
    let i18n = use_i18n();
    let mission = use_mission();
    let assesses = mission.assesses();
    let whole = StoredValue::new(action.clone());
    let ActionView {
        action: record,
        recommendation,
        text,
        owner,
        status,
        days,
        overdue,
        on_time,
        can_verify,
        steps,
        changes,
        ..
    } = action;
    let state = standing(status, &days);
    let verified = days.verified.is_some();
    let takes_up = recommendation.and_then(|record| {
        let mut known = recommendations.into_iter();
        let known = known.find(|known| known.recommendation == record)?;
        Some(view! {
            <p class="quiet">{move || tr!(i18n, "action-takes-up", { "text" => known.text.clone() })}</p>
        })
    });
    let steps = (!steps.is_empty()).then(|| {
        let lines = steps.into_iter().map(|one| step(i18n, one)).collect_view();
        view! {
            <details class="technical" data-testid="action-steps">
                <summary>{move_tr!("action-steps")}</summary>
                <ol class="plain-list">{lines}</ol>
            </details>
        }
    });
    let verify = {
        let named = text.clone();
        move |_| {
            let space = mission.space;
            asking.verify.set(Some(Asked {
                title: tr!(i18n, "action-verify-title"),
                text: vec![named.clone(), tr!(i18n, "action-verify-text")],
                confirm: tr!(i18n, "action-verify"),
                danger: false,
                readers: None,
                command: Arc::new(move |reason| {
                    Command::Mission(MissionCommand::VerifyAction {
                        space,
                        action: record,
                        reason,
                    })
                }),
            }));
        }
    };
    let correct_text = {
        let old = text.clone();
        move |_| {
            asking.correct.set(Some(Correction {
                target: record,
                field: "text".to_owned(),
                old: old.clone(),
            }));
        }
    };
    view! {
        <li class="action" data-testid="action" data-state=state data-overdue=overdue.to_string()>
            <p class="action-marks">
                <Badge kind=state label=Signal::derive(move || standing_text(i18n, state, status)) />
                {overdue.then(|| view! { <Badge kind="overdue" label=move_tr!("action-overdue") /> })}
            </p>
            <p class="prose"><strong><bdi>{text}</bdi></strong></p>
            <p><bdi>{move || tr!(i18n, "action-owner-is", { "name" => owner.clone() })}</bdi></p>
            <Days days on_time />
            {takes_up}
            {steps}
            <Changes changes />
            <Show when=move || assesses.get()>
                <div class="actions">
                    <button
                        type="button" class="button" data-testid="report-action"
                        on:click=move |_| asking.report.set(Some(whole.get_value()))
                    >
                        {move_tr!("action-report")}
                    </button>
                    {can_verify.then(|| view! {
                        <button
                            type="button" class="button button-primary" data-testid="verify-action"
                            on:click=verify.clone()
                        >
                            {move_tr!("action-verify")}
                        </button>
                    })}
                    {(!verified).then(|| view! {
                        <button
                            type="button" class="button" data-testid="move-action"
                            on:click=move |_| asking.shift.set(Some(whole.get_value()))
                        >
                            {move_tr!("action-move")}
                        </button>
                    })}
                    <button
                        type="button" class="button button-quiet" data-testid="correct-action-text"
                        on:click=correct_text.clone()
                    >
                        {move_tr!("action-correct-text")}
                    </button>
                    <button
                        type="button" class="button button-quiet" data-testid="correct-action-owner"
                        on:click=move |_| asking.owner.set(Some(whole.get_value()))
                    >
                        {move_tr!("action-correct-owner")}
                    </button>
                </div>
            </Show>
        </li>
    }
}

/// The days of an action; a day that was moved stands beside the one first agreed.
#[component]
fn Days(days: ActionDays, on_time: Option<bool>) -> impl IntoView {
    let i18n = use_i18n();
    let ActionDays {
        found: _,
        agreed,
        original_due,
        due,
        done,
        verified,
    } = days;
    let moved = due != original_due;
    let left = done
        .is_none()
        .then(|| days_until(&due, &browser::now()))
        .flatten();
    let due_text = move || {
        let date = date_text(i18n, &due);
        match left {
            Some(left) => format!("{date} · {}", case_words::days_left(i18n, left)),
            None => date,
        }
    };
    let kept = on_time.map(|on_time| {
        let (kind, label) = if on_time {
            ("done", move_tr!("action-on-time"))
        } else {
            ("late", move_tr!("action-late"))
        };
        view! { <Badge kind label /> }
    });
    let day = |label: Signal<String>, day: Option<String>| {
        day.map(|day| {
            view! {
                <dt>{label}</dt>
                <dd>{move || date_text(i18n, &day)}</dd>
            }
        })
    };
    view! {
        <dl class="pairs" data-testid="action-days">
            <dt>{move_tr!("action-due")}</dt>
            <dd data-testid="action-due">{due_text}</dd>
            {day(move_tr!("action-original-due"), moved.then_some(original_due))}
            {day(move_tr!("action-agreed"), Some(agreed))}
            {day(move_tr!("action-done"), done)}
            {day(move_tr!("action-verified-on"), verified)}
        </dl>
        {kept}
    }
}

fn step(i18n: I18n, step: ActionStepView) -> impl IntoView {
    let ActionStepView {
        what,
        moved,
        reason,
        proof,
        by,
        recorded,
    } = step;
    let text = move || match &moved {
        Some((from, to)) => {
            tr!(i18n, "action-step-moved", { "from" => date_text(i18n, from), "to" => date_text(i18n, to) })
        }
        None => case_words::coded(i18n, "action-step", &what),
    };
    view! {
        <li data-testid="action-step">
            <p>{text}</p>
            {(!reason.is_empty()).then(|| view! { <p class="prose"><bdi>{reason}</bdi></p> })}
            {(!proof.is_empty()).then(|| view! {
                <p class="prose"><bdi>{move || tr!(i18n, "action-proof-is", { "proof" => proof.clone() })}</bdi></p>
            })}
            <p class="quiet"><bdi>{by}</bdi>", "<When moment=recorded quiet=true /></p>
        </li>
    }
}

found_by_code! {
    // by code: action-step-
    tr!("action-step-open");
    tr!("action-step-in-progress");
    tr!("action-step-blocked");
    tr!("action-step-done");
    tr!("action-step-verified");
}
