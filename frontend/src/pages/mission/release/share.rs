//! Sharing the report with the host authority, as it was shown.

use hawser_casework::{Entry, Record, record::MissionRecord, time::days_until};
use hawser_views::{
    Command,
    mission::{MissionCommand, ReportView},
};
use leptos::{ev, prelude::*};
use leptos_fluent::{move_tr, tr};

use crate::{
    browser,
    components::{
        DayField, Dialog, Form, FormFailure, ReadersNote, Submit, happened_field::observed_now,
        use_toasts,
    },
    i18n::{found_by_code, use_i18n},
    pages::{case::checked, mission::use_mission},
};

#[component]
pub fn ShareDialog(open: RwSignal<bool>, report: Signal<ReportView>) -> impl IntoView {
    view! {
        <Dialog open title=move_tr!("release-share") testid="share-report-dialog">
            <Body open report />
        </Dialog>
    }
}

#[component]
fn Body(open: RwSignal<bool>, report: Signal<ReportView>) -> impl IntoView {
    let i18n = use_i18n();
    let (mission, toasts) = (use_mission(), use_toasts());
    let form = Form::new();
    let due = RwSignal::new(String::new());
    // As it was when the dialog was opened: what has changed since is not what was read.
    let read = report.get_untracked();
    let shown = read.report.clone();
    let changed = {
        let sha256 = read.sha256.clone();
        Memo::new(move |_| report.with(|report| report.sha256 != sha256))
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let comment_due = due.get_untracked().trim().to_owned();
        let visit = shown.visit.id;
        let entry = Entry {
            happened: observed_now(),
            record: Record::Mission(MissionRecord::ReportShared {
                visit,
                report: Box::new(shown.clone()),
                comment_due: comment_due.clone(),
            }),
        };
        let mut wrong = checked::wrong_fields(&entry);
        if days_until(&comment_due, &browser::now()).is_some_and(|days| days < 0) {
            wrong.push(checked::field("comment_due", "day-past", ""));
        }
        if !wrong.is_empty() {
            form.fail(checked::failure(wrong));
            return;
        }
        let command = MissionCommand::ShareReport {
            space: mission.space,
            visit,
            sha256: shown.sha256(),
            comment_due,
        };
        form.send(Command::Mission(command), move |_| {
            toasts.say(tr!(i18n, "release-done"));
            let _ = open.try_set(false);
        });
    };
    let (found, kept) = (
        read.report.findings.len() as u64,
        read.withheld.unwrap_or_default(),
    );
    view! {
        <form class="form" novalidate on:submit=submit data-testid="share-report-form">
            <FormFailure form />
            <p>{move || tr!(i18n, "release-contents", { "findings" => found, "withheld" => kept })}</p>
            <Show when=move || changed.get()>
                <p class="warning" role="alert" data-testid="report-changed">{move_tr!("release-changed")}</p>
            </Show>
            <DayField
                label=move_tr!("report-comment-due") name="comment_due" value=due required=true testid="comment-due"
                error=form.error("comment_due")
            />
            <ReadersNote readers=read.readers />
            <p class="quiet">{move_tr!("release-no-way-back")}</p>
            <div class="actions">
                <Submit form label=move_tr!("release-share") testid="share-report-submit" disabled=mission.shut />
            </div>
        </form>
    }
}

found_by_code! { tr!("field-day-past"); }
