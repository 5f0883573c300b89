//! Following a port: which, and when it is to be visited.

use hawser_casework::{assessment::PortRef, record::FollowedPort, time::is_iso_date};
use hawser_views::{Command, programme::ProgrammeCommand};
use leptos::{ev, prelude::*};
use leptos_fluent::{move_tr, tr};

use super::use_programme;
use crate::{
    components::{
        DayField, Dialog, Form, FormFailure, ReadersNote, Submit,
        port_field::{ChosenPort, PortField},
        use_toasts,
    },
    i18n::use_i18n,
    pages::case::checked,
};

#[component]
pub fn FollowDialog(open: RwSignal<bool>) -> impl IntoView {
    view! {
        <Dialog open title=move_tr!("programme-follow") testid="follow-dialog">
            <Body open />
        </Dialog>
    }
}

#[component]
fn Body(open: RwSignal<bool>) -> impl IntoView {
    let i18n = use_i18n();
    let (programme, toasts) = (use_programme(), use_toasts());
    let form = Form::new();
    let chosen = RwSignal::new(None::<ChosenPort>);
    let planned = RwSignal::new(String::new());
    // The port is one field, whichever part of it is wrong.
    let wrong_port = Signal::derive(move || {
        form.failure().with(|failure| {
            let mut fields = failure.iter().flat_map(|failure| &failure.fields);
            let wrong = fields.find(|wrong| wrong.field.split('.').next() == Some("port"));
            wrong.cloned()
        })
    });
    let known = Memo::new(move |_| {
        let chosen = chosen.get().and_then(|port| port.locode);
        chosen.is_some()
            && programme.view.with(|view| {
                let mut ports = view.ready().into_iter().flat_map(|view| &view.ports);
                ports.any(|port| port.named.locode == chosen)
            })
    });
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let day = planned.with_untracked(|day| day.trim().to_owned());
        let mut wrong = Vec::new();
        let port = chosen.get_untracked().map(PortRef::from);
        match &port {
            Some(port) => wrong.extend(checked::named(port.validate())),
            None => wrong.push(checked::missing("port")),
        }
        if !day.is_empty() && !is_iso_date(&day) {
            wrong.push(checked::field("visit_planned", "date", &day));
        } else if checked::is_past(&day) {
            wrong.push(checked::field("visit_planned", "past", &day));
        }
        let Some(port) = port.filter(|_| wrong.is_empty()) else {
            form.fail(checked::failure(wrong));
            return;
        };
        let followed = FollowedPort {
            port,
            visit_planned: Some(day).filter(|day| !day.is_empty()),
        };
        let command = ProgrammeCommand::Follow {
            space: programme.space,
            port: followed,
        };
        form.send(Command::Programme(command), move |_| {
            toasts.say(tr!(i18n, "programme-followed"));
            let _ = open.try_set(false);
        });
    };
    view! {
        <form class="form" novalidate on:submit=submit data-testid="follow-form">
            <FormFailure form />
            <PortField
                label=move_tr!("map-port") name="port" value=chosen required=true error=wrong_port testid="port"
            />
            <Show when=move || known.get()>
                <p class="warning" role="status" data-testid="follow-known">{move_tr!("programme-follow-known")}</p>
            </Show>
            <DayField
                label=move_tr!("programme-visit-planned") name="visit_planned" value=planned
                error=form.error("visit_planned")
            />
            <ReadersNote readers=programme.readers />
            <div class="actions">
                <Submit form label=move_tr!("programme-follow-submit") testid="follow-submit" disabled=programme.shut />
            </div>
        </form>
    }
}
