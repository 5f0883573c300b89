//! A mission is opened for one port.

use hawser_casework::{
    PartyId, RecordId, SpaceId,
    assessment::{PortRef, TemplateVersion},
    record::FollowedPort,
};
use hawser_views::{
    Command, Reply,
    failure::{Failure, FieldFailure},
    keepers::KeepersWish,
    mission::{MissionCommand, MissionDraft},
    programme::{ProgrammeCommand, ProgrammeLine, ProgrammeReply, TemplateLine},
};
use leptos::{ev, prelude::*};
use leptos_fluent::{move_tr, tr};
use leptos_router::{NavigateOptions, hooks::use_navigate};

use crate::{
    agent_link::{use_agent, view},
    components::{
        Form, FormFailure, PageHead, ReadersNote, SelectField, Shown, Submit,
        port_field::{ChosenPort, PortField},
    },
    i18n::{in_reader_language, use_i18n},
    pages::{
        case::checked,
        space::{
            founding::{founder, statuses},
            keepers::{KeepersInput, KeepersPart},
        },
    },
};

/// Stands among the ports of a programme for one that it does not follow yet.
const OTHER_PORT: &str = "other";

/// What was chosen.
#[derive(Clone, Copy)]
struct Input {
    programme: RwSignal<String>,
    /// Which of the programme's ports, or [`OTHER_PORT`].
    followed: RwSignal<String>,
    /// The programme's ports.
    ports: RwSignal<Vec<(RecordId, PortRef)>>,
    port: RwSignal<Option<ChosenPort>>,
    template: RwSignal<String>,
    templates: RwSignal<Vec<TemplateLine>>,
    status: RwSignal<String>,
    host: RwSignal<String>,
    keepers: KeepersInput,
}

impl Input {
    fn new() -> Self {
        let text = || RwSignal::new(String::new());
        Self {
            programme: text(),
            followed: text(),
            ports: RwSignal::new(Vec::new()),
            port: RwSignal::new(None),
            template: text(),
            templates: RwSignal::new(Vec::new()),
            status: text(),
            host: text(),
            keepers: KeepersInput::new(),
        }
    }

    fn programme(self) -> Option<SpaceId> {
        self.programme.get().parse().ok()
    }

    /// The port is chosen or typed here, not taken from the programme.
    fn port_is_chosen_here(self) -> bool {
        self.programme().is_none() || self.followed.with(|followed| followed == OTHER_PORT)
    }

    /// The port, with the record by which the programme follows it.
    fn port(self) -> Result<(PortRef, Option<RecordId>), Vec<FieldFailure>> {
        if !self.port_is_chosen_here() {
            let chosen = self.followed.get();
            let known = self.ports.with(|ports| {
                let mut known = ports.iter();
                known
                    .find(|(record, _)| record.to_string() == chosen)
                    .cloned()
            });
            return known
                .map(|(record, port)| (port, Some(record)))
                .ok_or_else(|| vec![checked::missing("followed")]);
        }
        let Some(chosen) = self.port.get() else {
            return Err(vec![checked::missing("port")]);
        };
        let port = PortRef::from(chosen);
        // All that can be wrong with a port is said at the one field it is chosen in.
        let wrong = checked::named(port.validate()).into_iter().next();
        match wrong {
            Some(wrong) => Err(vec![checked::field("port", &wrong.code, wrong.value)]),
            None => Ok((port, None)),
        }
    }

    fn template(self) -> Option<TemplateVersion> {
        let chosen = self.template.get();
        self.templates.with(|templates| {
            let mut known = templates.iter().map(|line| &line.template);
            known.find(|known| version_code(known) == chosen).cloned()
        })
    }

    /// The mission, or what is wrong with the fields.
    fn mission(self, keepers: KeepersWish) -> Result<MissionDraft, Vec<FieldFailure>> {
        let mut wrong = Vec::new();
        let port = self.port().map_err(|fields| wrong.extend(fields)).ok();
        let template = self.template();
        if template.is_none() {
            wrong.push(checked::missing("template"));
        }
        let status = self.status.get();
        if status.is_empty() {
            wrong.push(checked::missing("status"));
        }
        match (port, template) {
            (Some((port, record)), Some(template)) if wrong.is_empty() => Ok(MissionDraft {
                port,
                programme: self.programme().zip(record),
                template,
                host: self.host.get().parse::<PartyId>().ok(),
                status,
                keepers,
            }),
            _ => Err(wrong),
        }
    }
}

fn version_code(template: &TemplateVersion) -> String {
    format!("{} {}", template.id, template.version)
}

#[component]
pub fn NewMission() -> impl IntoView {
    let navigate = use_navigate();
    let form = Form::new();
    let input = Input::new();
    let (statuses, readers) = (statuses(), founder());
    let open = move |mission: MissionDraft| {
        let navigate = navigate.clone();
        let command = Command::Mission(MissionCommand::Open { mission });
        form.send(command, move |reply| {
            if let Reply::Created(space) = reply {
                navigate(&format!("/missions/{space}"), NavigateOptions::default());
            }
        });
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let keepers = match input.keepers.wish() {
            Ok(keepers) => keepers,
            Err(failure) => return form.fail(failure),
        };
        let mission = match untrack(|| input.mission(keepers)) {
            Ok(mission) => mission,
            Err(wrong) => {
                form.fail(checked::failure(wrong));
                return;
            }
        };
        let programme = untrack(|| input.programme());
        let (Some(programme), None) = (programme, &mission.programme) else {
            open(mission);
            return;
        };
        // The programme follows the port from now on.
        let follow = ProgrammeCommand::Follow {
            space: programme,
            port: FollowedPort {
                port: mission.port.clone(),
                visit_planned: None,
            },
        };
        let open = open.clone();
        form.send(Command::Programme(follow), move |reply| {
            let record = match reply {
                Reply::Created(record) => record.parse::<RecordId>().ok(),
                _ => None,
            };
            let Some(record) = record else {
                form.fail(Failure::new("unknown"));
                return;
            };
            // Followed once, should opening fail and be tried again.
            input
                .ports
                .update(|ports| ports.push((record, mission.port.clone())));
            input.followed.set(record.to_string());
            open(MissionDraft {
                programme: Some((programme, record)),
                ..mission
            });
        });
    };
    view! {
        <div class="page" data-testid="new-mission-page">
        <PageHead title=move_tr!("new-mission-title") lead=move_tr!("new-mission-lead") />
        <form class="form form-page" novalidate on:submit=submit data-testid="new-mission-form">
            <FormFailure form />
            <ProgrammeField input form />
            <Show when=move || input.port_is_chosen_here()>
                <PortField
                    label=move_tr!("new-mission-port") name="port" value=input.port required=true error=form.error("port")
                />
            </Show>
            <TemplateField input form />
            <SelectField
                label=move_tr!("case-own-status") name="status" value=input.status options=statuses required=true
                placeholder=move_tr!("choose") help=move_tr!("case-own-status-help") error=form.error("status")
            />
            <HostField input />
            <KeepersPart input=input.keepers form />
            <ReadersNote readers />
            <p class="quiet">{move_tr!("new-mission-readers-later")}</p>
            <div class="actions">
                <Submit form label=move_tr!("missions-new") testid="open-mission" />
            </div>
        </form>
        </div>
    }
}

/// Which programme it reports to, of those that the reader manages, and which of its ports it is for.
#[component]
fn ProgrammeField(input: Input, form: Form) -> impl IntoView {
    let agent = use_agent();
    let programmes = view(
        || Command::Programme(ProgrammeCommand::List),
        agent.errands(),
        |reply| match reply {
            Reply::Programme(ProgrammeReply::Programmes(programmes)) => Some(programmes),
            _ => None,
        },
    );
    let managed = Signal::derive(move || {
        let of_use = |line: &&ProgrammeLine| line.standing == "manager" && line.fault.is_empty();
        programmes.with(|programmes| {
            let known = programmes.ready().map(Vec::as_slice).unwrap_or_default();
            let managed = known.iter().filter(of_use);
            managed
                .map(|line| (line.space.to_string(), line.title.clone()))
                .collect::<Vec<_>>()
        })
    });
    view! {
        <Show when=move || !managed.with(Vec::is_empty)>
            <SelectField
                label=move_tr!("new-mission-programme") name="programme" value=input.programme options=managed
                placeholder=move_tr!("new-mission-no-programme") help=move_tr!("new-mission-programme-help")
            />
        </Show>
        {move || input.programme().map(|programme| view! { <FollowedField programme input form /> })}
    }
}

/// The ports that a programme follows.
#[component]
fn FollowedField(programme: SpaceId, input: Input, form: Form) -> impl IntoView {
    let i18n = use_i18n();
    input.followed.set(String::new());
    let shown = view(
        move || {
            Command::Programme(ProgrammeCommand::View {
                space: programme,
                as_of: String::new(),
            })
        },
        use_agent().space_changes(programme),
        |reply| match reply {
            Reply::Programme(ProgrammeReply::Programme(programme)) => Some(programme.ports),
            _ => None,
        },
    );
    let options = Signal::derive(move || {
        let known = input.ports.get().into_iter();
        let other = (OTHER_PORT.to_owned(), tr!(i18n, "new-mission-other-port"));
        known
            .map(|(record, port)| (record.to_string(), port.name))
            .chain([other])
            .collect::<Vec<_>>()
    });
    view! {
        <Shown of=shown let:ports>
            {
                Effect::new(move |_| {
                    let known = ports.get().into_iter().map(|line| (line.port, line.named));
                    input.ports.set(known.collect());
                });
                view! {
                    <SelectField
                        label=move_tr!("new-mission-port") name="followed" value=input.followed options required=true
                        placeholder=move_tr!("choose") error=form.error("followed")
                    />
                }
            }
        </Shown>
    }
}

/// What is asked: a template of the programme, or the default.
#[component]
fn TemplateField(input: Input, form: Form) -> impl IntoView {
    let i18n = use_i18n();
    let shown = view(
        move || {
            Command::Programme(ProgrammeCommand::Templates {
                space: input.programme(),
            })
        },
        Signal::derive(|| 0),
        |reply| match reply {
            Reply::Programme(ProgrammeReply::Templates(templates)) => Some(templates),
            _ => None,
        },
    );
    let options = Signal::derive(move || {
        let line = |line: TemplateLine| {
            let text = tr!(i18n, "new-mission-template-version", {
                "title" => in_reader_language(i18n, &line.title), "version" => line.template.version,
                "criteria" => line.criteria,
            });
            (version_code(&line.template), text)
        };
        input
            .templates
            .get()
            .into_iter()
            .map(line)
            .collect::<Vec<_>>()
    });
    view! {
        <Shown of=shown let:templates>
            {
                Effect::new(move |_| {
                    let templates = templates.get();
                    let chosen = input.template.get_untracked();
                    let known = |line: &TemplateLine| version_code(&line.template) == chosen;
                    if !templates.iter().any(known) {
                        let newest = templates.first().map(|line| version_code(&line.template));
                        input.template.set(newest.unwrap_or_default());
                    }
                    input.templates.set(templates);
                });
                view! {
                    <SelectField
                        label=move_tr!("new-mission-template") name="template" value=input.template options required=true
                        help=move_tr!("new-mission-template-help") error=form.error("template")
                    />
                }
            }
        </Shown>
    }
}

/// The organisation of the host authority, of those that are known.
#[component]
fn HostField(input: Input) -> impl IntoView {
    let agent = use_agent();
    let organisation = view(
        || Command::Organisation,
        agent.errands(),
        |reply| match reply {
            Reply::Organisation(organisation) => Some(organisation.contacts),
            _ => None,
        },
    );
    let contacts = Signal::derive(move || {
        organisation.with(|contacts| {
            let known = contacts.ready().map(Vec::as_slice).unwrap_or_default();
            known
                .iter()
                .map(|contact| (contact.party.to_string(), contact.name.clone()))
                .collect::<Vec<_>>()
        })
    });
    view! {
        <SelectField
            label=move_tr!("new-mission-host") name="host" value=input.host options=contacts
            placeholder=move_tr!("new-mission-no-host") help=move_tr!("new-mission-host-help")
        />
    }
}
