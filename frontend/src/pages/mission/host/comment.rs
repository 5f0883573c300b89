//! The host authority says something to a report, or to one finding or action of it.

use hawser_casework::{Entry, Record, RecordId, record::MissionRecord};
use hawser_views::{Command, mission::MissionCommand};
use leptos::{ev, prelude::*};
use leptos_fluent::{move_tr, tr};

use crate::{
    components::{
        Dialog, Form, FormFailure, ReadersNote, Submit, TextField, happened_field::observed_now,
        use_toasts,
    },
    i18n::use_i18n,
    pages::{
        case::{checked, opened_by},
        mission::use_mission,
    },
};

/// What is commented on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commented {
    /// The report.
    pub report: RecordId,
    /// The finding or action of it; `None` for the report as a whole.
    pub item: Option<RecordId>,
    /// Who will be able to read the comment; empty when only that can be said which parties do.
    pub readers: Vec<(String, u32)>,
}

#[component]
pub fn CommentDialog(asked: RwSignal<Option<Commented>>) -> impl IntoView {
    let i18n = use_i18n();
    let open = opened_by(asked);
    let title = Signal::derive(move || {
        let whole = asked.with(|asked| asked.as_ref().is_none_or(|asked| asked.item.is_none()));
        if whole {
            tr!(i18n, "host-comment-whole")
        } else {
            tr!(i18n, "host-comment-item")
        }
    });
    view! {
        <Dialog open title testid="comment-dialog">
            {move || asked.get().map(|commented| view! { <Body commented open /> })}
        </Dialog>
    }
}

#[component]
fn Body(commented: Commented, open: RwSignal<bool>) -> impl IntoView {
    let i18n = use_i18n();
    let (mission, toasts) = (use_mission(), use_toasts());
    let form = Form::new();
    let text = RwSignal::new(String::new());
    let Commented {
        report,
        item,
        readers,
    } = commented;
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let text = text.get_untracked().trim().to_owned();
        let entry = Entry {
            happened: observed_now(),
            record: Record::Mission(MissionRecord::HostCommented {
                report,
                item,
                text: text.clone(),
            }),
        };
        let wrong = checked::wrong_fields(&entry);
        if !wrong.is_empty() {
            form.fail(checked::failure(wrong));
            return;
        }
        let command = MissionCommand::Comment {
            space: mission.space,
            report,
            item,
            text,
        };
        form.send(Command::Mission(command), move |_| {
            toasts.say(tr!(i18n, "host-commented"));
            let _ = open.try_set(false);
        });
    };
    let read_by = if readers.is_empty() {
        view! { <p class="quiet">{move_tr!("host-comment-readers")}</p> }.into_any()
    } else {
        view! { <ReadersNote readers /> }.into_any()
    };
    view! {
        <form class="form" novalidate on:submit=submit data-testid="comment-form">
            <FormFailure form />
            <TextField
                label=move_tr!("host-comment") name="text" value=text required=true multiline=true
                testid="comment-text" error=form.error("text")
            />
            {read_by}
            <p class="quiet">{move_tr!("host-comment-stays")}</p>
            <div class="actions">
                <Submit form label=move_tr!("host-comment-submit") testid="comment-submit" disabled=mission.shut />
            </div>
        </form>
    }
}
