//! A report that was shared with the host authority, with what it says to it.

use std::sync::Arc;

use hawser_casework::RecordId;
use hawser_views::mission::{CommentView, ReportView, SignatureView};
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr, tr};

use super::report_body::{Beside, ReportBody};
use crate::pages::assessment_words as words;
use crate::{
    components::{Badge, Icon, When, date_text},
    i18n::use_i18n,
    pages::case::words as case_words,
};

/// Who shared it until when the host authority may comment, who signed, and by which hash it is named.
#[component]
pub fn ReportState(report: ReportView) -> impl IntoView {
    let i18n = use_i18n();
    let ReportView {
        sha256,
        withheld,
        comment_due,
        days_left,
        by,
        shared,
        host,
        signatures,
        ..
    } = report;
    let open = !host.signed && !host.silent;
    let signed = signatures.into_iter().map(signature).collect_view();
    view! {
        <dl class="pairs" data-testid="report-state">
            <dt>{move_tr!("report-shared")}</dt>
            <dd>
                <bdi>{by}</bdi>
                {shared.map(|shared| view! { ", "<When moment=shared quiet=true /> })}
            </dd>
            <dt>{move_tr!("report-comment-due")}</dt>
            <dd data-testid="comment-due">
                {move || date_text(i18n, &comment_due)}
                {open.then(|| view! { " · "{move || case_words::days_left(i18n, days_left)} })}
            </dd>
            <dt>{move_tr!("visit-host")}</dt>
            <dd data-testid="report-host">{move || words::host(i18n, &host)}</dd>
            {withheld.filter(|withheld| *withheld > 0).map(|withheld| view! {
                <dt>{move_tr!("report-withheld")}</dt>
                <dd data-testid="report-withheld">{move || tr!(i18n, "report-withheld-n", { "n" => withheld })}</dd>
            })}
            <dt>"SHA-256"</dt>
            <dd><code class="hash" data-testid="report-sha256">{sha256}</code></dd>
        </dl>
        <ul class="plain-list report-signatures">{signed}</ul>
    }
}

fn signature(signature: SignatureView) -> impl IntoView {
    let SignatureView { by, signed, .. } = signature;
    view! {
        <li class="report-signature" data-testid="signature">
            <Icon name="check" />
            <span>{move_tr!("report-signed-by")}" "<bdi>{by}</bdi>", "<When moment=signed quiet=true /></span>
        </li>
    }
}

/// What was said to one item of the report, or to the report as a whole.
fn said(i18n: I18n, comments: &[CommentView], item: Option<RecordId>) -> AnyView {
    let lines = comments
        .iter()
        .filter(|comment| comment.item == item)
        .cloned()
        .map(|comment| line(i18n, comment))
        .collect::<Vec<_>>();
    if lines.is_empty() {
        return ().into_any();
    }
    view! { <ul class="report-comments">{lines}</ul> }.into_any()
}

fn line(i18n: I18n, comment: CommentView) -> impl IntoView {
    let CommentView {
        text,
        by,
        recorded,
        late,
        mine,
        ..
    } = comment;
    view! {
        <li class="report-comment" data-testid="said">
            <p class="row-detail">
                {move || tr!(i18n, "report-comment-of-host")}": "<bdi>{by}</bdi>", "<When moment=recorded quiet=true />" "
                {mine.then(|| view! { <Badge kind="me" /> })}
                {late.then(|| view! { <Badge kind="late" label=move_tr!("report-comment-late") /> })}
            </p>
            <p class="prose"><bdi>{text}</bdi></p>
        </li>
    }
}

/// The report as it was shared, each item with what was said to it and with what `more` adds.
#[component]
pub fn ReportWithComments(
    report: ReportView,
    /// Beneath the comments of an item, or of the whole.
    #[prop(optional)]
    more: Option<Beside>,
) -> impl IntoView {
    let i18n = use_i18n();
    let comments = report.comments;
    let beside: Beside = Arc::new(move |item| {
        let said = said(i18n, &comments, item);
        let more = more.as_ref().map(|more| more(item));
        view! {
            {said}
            {more}
        }
        .into_any()
    });
    view! { <ReportBody report=report.report beside /> }
}
