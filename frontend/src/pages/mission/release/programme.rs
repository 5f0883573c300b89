//! Figures and actions, signed for the programme: what it will see of the visit, and nothing else.

use hawser_casework::{
    RecordId,
    assessment::{AggregateBody, Risk},
};
use hawser_views::{
    Command, Reply,
    failure::Failure,
    mission::{MissionCommand, MissionReply, ReportingView, SignedView},
};
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr, tr};

use crate::pages::assessment_words as words;
use crate::{
    agent_link::view,
    components::{
        Badge, ConfirmDialog, FailurePanel, Form, FormFailure, Shown, When, fingerprint, use_toasts,
    },
    i18n::use_i18n,
    pages::mission::{
        OpenMission,
        report_body::action,
        risk::BandBadge,
        texts::{Texts, use_texts},
        use_mission,
    },
};

#[component]
pub fn Reporting(visit: RecordId) -> impl IntoView {
    let mission = use_mission();
    let shown = view(
        move || {
            Command::Mission(MissionCommand::Reporting {
                space: mission.space,
                visit,
            })
        },
        mission.changes,
        |reply| match reply {
            Reply::Mission(MissionReply::Reporting(reporting)) => Some(*reporting),
            _ => None,
        },
    );
    view! {
        <section class="panel-plain" aria-labelledby="reporting-title" data-testid="reporting">
            <h2 id="reporting-title">{move_tr!("reporting-title")}</h2>
            <Shown of=shown let:reporting>
                <Body visit reporting />
            </Shown>
        </section>
    }
}

/// What came of taking a signature to the programme.
fn told(i18n: I18n, reply: Reply) -> Result<String, Failure> {
    match reply {
        Reply::Mission(MissionReply::Reported(reported)) if reported.reported => {
            Ok(tr!(i18n, "reporting-reported"))
        }
        Reply::Mission(MissionReply::Reported(reported)) => Err(Failure::new(reported.why)),
        _ => Err(Failure::new("unknown")),
    }
}

#[component]
fn Body(visit: RecordId, reporting: Signal<ReportingView>) -> impl IntoView {
    let i18n = use_i18n();
    let (mission, texts, toasts) = (use_mission(), use_texts(), use_toasts());
    let assesses = mission.assesses();
    let form = Form::new();
    let asking = RwSignal::new(false);
    // As it was when the dialog opened: what is signed is what was read.
    let shown = StoredValue::new(None::<Box<AggregateBody>>);
    // Signed, and not with the programme: why.
    let kept = RwSignal::new(None::<Failure>);
    let programme = Memo::new(move |_| {
        reporting.with(|view| view.programme.map(|_| view.programme_title.clone()))
    });
    let uncounted = Memo::new(move |_| reporting.with(|view| view.registered == Some(false)));
    let manages = Memo::new(move |_| reporting.with(|view| view.manages));
    let answered = move |reply| match told(i18n, reply) {
        Ok(text) => {
            kept.set(None);
            toasts.say(text);
        }
        Err(failure) => kept.set(Some(failure)),
    };
    let sign = Callback::new(move |()| {
        let Some(shown) = shown.get_value() else {
            return;
        };
        let command = MissionCommand::SignAndReport {
            shown,
            space: mission.space,
            visit,
        };
        form.send(Command::Mission(command), move |reply| {
            answered(reply);
            let _ = asking.try_set(false);
        });
    });
    let report = Callback::new(move |aggregate: RecordId| {
        let command = MissionCommand::Report {
            space: mission.space,
            aggregate,
        };
        form.send(Command::Mission(command), answered);
    });
    let to_whom = move || match programme.get() {
        None => tr!(i18n, "reporting-no-programme"),
        Some(title) if title.is_empty() => tr!(i18n, "reporting-programme-closed"),
        Some(title) => tr!(i18n, "reporting-programme", { "title" => title }),
    };
    view! {
        <p data-testid="reporting-programme">{to_whom}</p>
        <p class="quiet">{move_tr!("reporting-text")}</p>
        <Show when=move || !asking.get()>
            <FormFailure form />
        </Show>
        {move || kept.get().map(|failure| view! {
            <p class="warning" role="status" data-testid="signed-not-reported">{move_tr!("reporting-kept")}</p>
            <FailurePanel failure />
        })}
        <Show when=move || programme.get().is_some()>
            <details class="fold" open=true data-testid="aggregate">
                <summary>{move_tr!("reporting-seen")}</summary>
                {move || aggregate(i18n, texts, reporting.with(|view| view.aggregate.clone()))}
            </details>
            <Show when=move || uncounted.get()>
                <p class="warning" data-testid="not-registered">{move_tr!("reporting-uncounted")}</p>
            </Show>
            <Show when=move || assesses.get()>
                <div class="actions">
                    <button
                        type="button" class="button button-primary" data-testid="sign-and-report"
                        on:click=move |_| {
                            let seen = reporting.with_untracked(|view| view.aggregate.clone());
                            shown.set_value(Some(Box::new(seen)));
                            asking.set(true);
                        }
                    >
                        {move || if manages.get() { tr!(i18n, "reporting-sign-and-report") } else { tr!(i18n, "reporting-sign") }}
                    </button>
                </div>
            </Show>
        </Show>
        <Signed reporting report />
        <ConfirmDialog
            open=asking title=move_tr!("reporting-sign-title") on_confirm=sign busy=form.busy() testid="sign-dialog"
            confirm=Signal::derive(move || if manages.get() {
                tr!(i18n, "reporting-sign-and-report")
            } else {
                tr!(i18n, "reporting-sign")
            })
        >
            <FormFailure form />
            <p>{to_whom}</p>
            <p>{move || if manages.get() { tr!(i18n, "reporting-sign-goes") } else { tr!(i18n, "reporting-sign-waits") }}</p>
            <p data-testid="sign-reach">
                {move || reporting.with(|view| words::reach(i18n, &view.aggregate.reach))}
            </p>
            <p>{move_tr!("reporting-sign-undone")}</p>
        </ConfirmDialog>
    }
}

/// What was signed of the visit before.
#[component]
fn Signed(reporting: Signal<ReportingView>, report: Callback<RecordId>) -> impl IntoView {
    let mission = use_mission();
    let signed = Memo::new(move |_| reporting.with(|view| view.signed.clone()));
    let changed = Memo::new(move |_| reporting.with(|view| view.changed));
    let manages = Memo::new(move |_| reporting.with(|view| view.manages));
    view! {
        <Show when=move || !signed.with(Vec::is_empty)>
            <h3>{move_tr!("reporting-signed")}</h3>
            <Show when=move || changed.get()>
                <p class="warning" data-testid="figures-changed">{move_tr!("reporting-changed")}</p>
            </Show>
            <ul class="plain-list" data-testid="signed-aggregates">
                <For each=move || signed.get() key=fingerprint let:one>
                    {signed_line(mission, one, manages, report)}
                </For>
            </ul>
        </Show>
    }
}

fn signed_line(
    mission: OpenMission,
    one: SignedView,
    manages: Memo<bool>,
    report: Callback<RecordId>,
) -> impl IntoView {
    let SignedView {
        record,
        by,
        signed,
        reported,
    } = one;
    let state = match reported {
        Some(true) => Some(("done", move_tr!("reporting-has"))),
        Some(false) => Some(("waiting", move_tr!("reporting-has-not"))),
        None => None,
    };
    view! {
        <li data-testid="signed-aggregate">
            <bdi>{by}</bdi>", "<When moment=signed quiet=true />" "
            {state.map(|(kind, label)| view! { <Badge kind label /> })}
            <Show when=move || reported == Some(false) && manages.get() && !mission.shut.get()>
                " "
                <button type="button" class="button button-small" data-testid="report-again" on:click=move |_| report.run(record)>
                    {move_tr!("reporting-report")}
                </button>
            </Show>
        </li>
    }
}

fn aggregate(i18n: I18n, texts: Texts, body: AggregateBody) -> impl IntoView {
    let AggregateBody {
        port,
        visit,
        domains,
        scenarios,
        actions,
        findings,
        host,
        ..
    } = body;
    let tallies = domains
        .into_iter()
        .map(|one| {
            view! {
                <li>{move || texts.domain(&one.domain)}": "{move || words::score(i18n, &one.tally)}</li>
            }
        })
        .collect_view();
    let risks = scenarios
        .into_iter()
        .map(|risk| risk_line(texts, risk))
        .collect_view();
    let none_agreed = actions.is_empty();
    let actions = actions
        .into_iter()
        .map(|line| view! { <li>{action(i18n, line)}</li> })
        .collect_view();
    view! {
        <div class="aggregate">
            <p><bdi>{port.name}</bdi>" · "{move || words::visit(i18n, visit.kind, &visit.starts, &visit.ends)}</p>
            <h3>{move_tr!("scores-domains")}</h3>
            <ul class="aggregate-figures">{tallies}</ul>
            <h3>{move_tr!("scores-scenarios")}</h3>
            <ul class="aggregate-figures">{risks}</ul>
            <h3>{move_tr!("tab-findings")}</h3>
            <p>{move || tr!(i18n, "reporting-findings", {
                "critical" => findings.critical, "high" => findings.high, "medium" => findings.medium, "low" => findings.low,
            })}</p>
            <h3>{move_tr!("finding-actions")}</h3>
            {none_agreed.then(|| view! { <p class="quiet">{move_tr!("reporting-no-actions")}</p> })}
            <ul class="plain-list">{actions}</ul>
            <h3>{move_tr!("visit-host")}</h3>
            <p>{move || words::host(i18n, &host)}</p>
        </div>
    }
}

fn risk_line(texts: Texts, risk: Risk) -> impl IntoView {
    let (residual, band) = (risk.residual, risk.residual_band());
    view! {
        <li>
            {move || texts.scenario(&risk.scenario)}": "<strong>{residual}</strong>" "<BandBadge band />
        </li>
    }
}
