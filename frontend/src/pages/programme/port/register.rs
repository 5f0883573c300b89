//! Whose signature counts for a mission.

use std::collections::BTreeSet;

use hawser_casework::{PersonId, SpaceId};
use hawser_views::{
    Command, Reply,
    mission::MissionLine,
    programme::{PortView, ProgrammeCommand, ProgrammeReply, SignerView},
};
use leptos::{ev, prelude::*};
use leptos_fluent::{move_tr, tr};

use super::{missions::mission_text, use_programme};
use crate::{
    agent_link::view,
    components::{
        Dialog, FieldError, Form, FormFailure, ReadersNote, SelectField, Shown, Submit, use_toasts,
    },
    i18n::use_i18n,
    pages::case::{checked, opened_by, words},
};

/// A mission to be registered, or one that is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// Nothing while it is to be chosen.
    pub mission: Option<SpaceId>,
}

#[component]
pub fn RegisterDialog(
    asked: RwSignal<Option<Asked>>,
    port: Signal<PortView>,
    /// Missions of which the reader is a member.
    own: Memo<Vec<MissionLine>>,
) -> impl IntoView {
    let open = opened_by(asked);
    view! {
        <Dialog open title=move_tr!("programme-register-title") testid="register-dialog">
            {move || asked.get().map(|asked| view! { <Body asked open port own /> })}
        </Dialog>
    }
}

#[component]
fn Body(
    asked: Asked,
    open: RwSignal<bool>,
    port: Signal<PortView>,
    own: Memo<Vec<MissionLine>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (programme, toasts) = (use_programme(), use_toasts());
    let form = Form::new();
    let chosen = RwSignal::new(asked.mission.map(|one| one.to_string()).unwrap_or_default());
    let reporters = RwSignal::new(BTreeSet::<PersonId>::new());
    let registered = move |mission: &MissionLine| {
        port.with(|port| {
            port.missions
                .iter()
                .any(|(known, _)| *known == mission.space)
        })
    };
    let options = Signal::derive(move || {
        own.with(|own| {
            let open = own.iter().filter(|mission| {
                asked.mission == Some(mission.space)
                    || (asked.mission.is_none() && !registered(mission))
            });
            open.map(|mission| (mission.space.to_string(), mission_text(i18n, mission)))
                .collect::<Vec<_>>()
        })
    });
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let mission = chosen.with_untracked(|chosen| chosen.parse::<SpaceId>().ok());
        let reporters: Vec<PersonId> = reporters.get_untracked().into_iter().collect();
        let mut wrong = Vec::new();
        if mission.is_none() {
            wrong.push(checked::missing("mission"));
        } else if reporters.is_empty() {
            wrong.push(checked::missing("reporters"));
        }
        let Some(mission) = mission.filter(|_| wrong.is_empty()) else {
            form.fail(checked::failure(wrong));
            return;
        };
        let command = ProgrammeCommand::Register {
            space: programme.space,
            mission,
            port: port.with_untracked(|port| port.port),
            reporters,
        };
        form.send(Command::Programme(command), move |_| {
            toasts.say(tr!(i18n, "programme-registered"));
            let _ = open.try_set(false);
        });
    };
    let signers = move || {
        let mission = chosen.get().parse::<SpaceId>().ok()?;
        reporters.set(BTreeSet::new());
        Some(view! { <Signers mission reporters form /> })
    };
    view! {
        <form class="form" novalidate on:submit=submit data-testid="register-form">
            <FormFailure form />
            <p>{move_tr!("programme-register-text")}</p>
            <Show
                when=move || !options.with(Vec::is_empty)
                fallback=|| view! { <p data-testid="no-own-missions">{move_tr!("programme-register-none")}</p> }
            >
                <SelectField
                    label=move_tr!("programme-mission") name="mission" value=chosen options required=true
                    placeholder=move_tr!("choose") error=form.error("mission")
                />
                {signers}
                <ReadersNote readers=programme.readers />
                <div class="actions">
                    <Submit form label=move_tr!("programme-register-submit") testid="register-submit" disabled=programme.shut />
                </div>
            </Show>
        </form>
    }
}

/// Check boxes of those who could sign for the mission.
#[component]
fn Signers(mission: SpaceId, reporters: RwSignal<BTreeSet<PersonId>>, form: Form) -> impl IntoView {
    let programme = use_programme();
    let shown = view(
        move || {
            Command::Programme(ProgrammeCommand::Signers {
                space: programme.space,
                mission,
            })
        },
        programme.changes,
        |reply| match reply {
            Reply::Programme(ProgrammeReply::Signers(signers)) => Some(signers),
            _ => None,
        },
    );
    view! {
        <Shown of=shown let:signers>
            <SignerBoxes signers reporters form />
        </Shown>
    }
}

#[component]
fn SignerBoxes(
    signers: Signal<Vec<SignerView>>,
    reporters: RwSignal<BTreeSet<PersonId>>,
    form: Form,
) -> impl IntoView {
    let i18n = use_i18n();
    reporters.set(signers.with_untracked(|signers| {
        let registered = signers.iter().filter(|signer| signer.registered);
        registered.map(|signer| signer.person).collect()
    }));
    let toggle = move |person: PersonId, on: bool| {
        reporters.update(|reporters| {
            if on {
                reporters.insert(person);
            } else {
                reporters.remove(&person);
            }
        });
    };
    let boxes = move || {
        signers
            .get()
            .into_iter()
            .map(|signer| {
                let SignerView {
                    person,
                    name,
                    organisation,
                    role,
                    ..
                } = signer;
                let more = move || format!("{} · {}", words::role(i18n, &role), organisation);
                view! {
                    <label class="check">
                        <input
                            type="checkbox" data-testid="signer"
                            prop:checked=move || reporters.with(|reporters| reporters.contains(&person))
                            on:change:target=move |event| toggle(person, event.target().checked())
                        />
                        <span><bdi>{name}</bdi><span class="row-detail"><bdi>{more}</bdi></span></span>
                    </label>
                }
            })
            .collect_view()
    };
    view! {
        <fieldset
            class="field" aria-describedby="reporters-help reporters-error"
            aria-invalid=move || form.error("reporters").get().is_some().to_string()
        >
            <legend>{move_tr!("programme-signers")}</legend>
            <p class="field-help" id="reporters-help">{move_tr!("programme-signers-help")}</p>
            {boxes}
            <Show when=move || signers.with(Vec::is_empty)>
                <p class="quiet">{move_tr!("programme-signers-none")}</p>
            </Show>
            <FieldError id="reporters-error" error=form.error("reporters") />
        </fieldset>
    }
}
