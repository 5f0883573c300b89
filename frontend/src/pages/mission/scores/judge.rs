//! Threat and consequence of a scenario; the vulnerability is not judged but follows from the ratings.

use hawser_casework::{
    Entry, Record,
    assessment::{Confidence, DomainFigures, Judgement, Level, Risk},
    record::MissionRecord,
};
use hawser_views::{
    Command,
    mission::{MissionCommand, ScoresView},
};
use leptos::{ev, prelude::*};
use leptos_fluent::{I18n, move_tr, tr};

use super::names;
use crate::pages::assessment_words as words;
use crate::{
    components::{
        Choice, ChoiceRow, Dialog, Form, FormFailure, ReadersNote, Submit, TextField,
        happened_field::observed_now, use_toasts,
    },
    i18n::{found_by_code, use_i18n},
    pages::{
        case::{checked, opened_by, words::coded},
        mission::{risk::RiskFigures, texts::use_texts, use_mission},
    },
};

/// Open while `asked` names a scenario.
#[component]
pub fn JudgeDialog(asked: RwSignal<Option<String>>, scores: Signal<ScoresView>) -> impl IntoView {
    let texts = use_texts();
    let open = opened_by(asked);
    let title = Signal::derive(move || {
        asked.with(|asked| {
            asked
                .as_ref()
                .map(|id| texts.scenario(id))
                .unwrap_or_default()
        })
    });
    view! {
        <Dialog open title wide=true testid="judge-dialog">
            {move || asked.get().map(|scenario| view! { <Body scenario open scores /> })}
        </Dialog>
    }
}

fn levels(i18n: I18n, prefix: &str) -> Vec<Choice> {
    (Level::LOWEST.get()..=Level::HIGHEST.get())
        .map(|level| {
            let level = level.to_string();
            Choice::new(&level, &level, coded(i18n, prefix, &level))
        })
        .collect()
}

/// What was chosen.
#[derive(Clone, Copy)]
struct Input {
    threat: RwSignal<String>,
    consequence: RwSignal<String>,
    confidence: RwSignal<String>,
}

impl Input {
    fn new(judged: Option<Judgement>) -> Self {
        let level = |pick: fn(&Judgement) -> Level| {
            let level = judged.as_ref().map(|judged| pick(judged).get().to_string());
            RwSignal::new(level.unwrap_or_default())
        };
        let confidence = judged.map_or("", |judged| judged.confidence.code());
        Self {
            threat: level(|judged| judged.threat),
            consequence: level(|judged| judged.consequence),
            confidence: RwSignal::new(confidence.to_owned()),
        }
    }

    /// `None` while something is not chosen; tracked.
    fn judged(self) -> Option<Judgement> {
        let level = |chosen: RwSignal<String>| {
            let chosen = chosen.with(|chosen| chosen.parse::<u8>().ok())?;
            Level::try_from(chosen).ok()
        };
        let (threat, consequence) = (level(self.threat), level(self.consequence));
        let confidence = self
            .confidence
            .with(|code| Confidence::ALL.into_iter().find(|one| one.code() == code));
        Some(Judgement {
            threat: threat?,
            consequence: consequence?,
            confidence: confidence?,
        })
    }

    fn missing(self) -> Vec<hawser_views::failure::FieldFailure> {
        let fields = [
            ("threat", self.threat),
            ("consequence", self.consequence),
            ("confidence", self.confidence),
        ];
        let empty = fields
            .into_iter()
            .filter(|(_, value)| value.with(String::is_empty));
        empty.map(|(field, _)| checked::missing(field)).collect()
    }
}

#[component]
fn Body(scenario: String, open: RwSignal<bool>, scores: Signal<ScoresView>) -> impl IntoView {
    let i18n = use_i18n();
    let (mission, texts, toasts) = (use_mission(), use_texts(), use_toasts());
    let form = Form::new();
    let known = scores.with_untracked(|scores| {
        let mut all = scores.scenarios.iter();
        all.find(|one| one.scenario == scenario).cloned()
    });
    let (judged, before) = known.map_or((None, String::new()), |one| (one.judged, one.reason));
    let input = Input::new(judged);
    let reason = RwSignal::new(before);
    let preview = {
        let scenario = scenario.clone();
        Memo::new(move |_| {
            let judged = input.judged()?;
            let mapped = texts.mapped(&scenario);
            let figures = scores.with(|scores| {
                let of = |domain: String| {
                    let known = scores.domains.iter().find(|one| one.domain == domain);
                    let tally = known.map(|one| one.tally).unwrap_or_default();
                    DomainFigures {
                        domain,
                        sum: tally.sum,
                        rated: tally.rated,
                    }
                };
                mapped.into_iter().map(of).collect::<Vec<_>>()
            });
            Risk::from_figures(scenario.clone(), figures, judged)
        })
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let reason = reason.get_untracked().trim().to_owned();
        let visit = scores.with_untracked(|scores| scores.visit);
        let Some(judged) = untrack(|| input.judged()) else {
            form.fail(checked::failure(untrack(|| input.missing())));
            return;
        };
        let entry = Entry {
            happened: observed_now(),
            record: Record::Mission(MissionRecord::ScenarioAssessed {
                visit,
                scenario: scenario.clone(),
                judged,
                reason: reason.clone(),
            }),
        };
        let wrong = checked::wrong_fields(&entry);
        if !wrong.is_empty() {
            form.fail(checked::failure(wrong));
            return;
        }
        let command = MissionCommand::AssessScenario {
            space: mission.space,
            visit,
            scenario: scenario.clone(),
            judged,
            reason,
        };
        form.send(Command::Mission(command), move |_| {
            toasts.say(tr!(i18n, "scores-judged"));
            let _ = open.try_set(false);
        });
    };
    let threats = Signal::derive(move || levels(i18n, "mission-threat"));
    let consequences = Signal::derive(move || levels(i18n, "mission-consequence"));
    let confidences = Signal::derive(move || {
        Confidence::ALL
            .into_iter()
            .map(|one| Choice::new(one.code(), "", words::confidence(i18n, one)))
            .collect::<Vec<_>>()
    });
    let shown = move || {
        preview.get().map(|risk| {
            view! { <RiskFigures risk names=names(texts) /> }
        })
    };
    view! {
        <form class="form" novalidate on:submit=submit data-testid="judge-form">
            <FormFailure form />
            <ChoiceRow
                label=move_tr!("scores-threat") name="threat" value=input.threat options=threats required=true
                help=move_tr!("scores-threat-help") error=form.error("threat")
            />
            <ChoiceRow
                label=move_tr!("scores-consequence") name="consequence" value=input.consequence options=consequences
                required=true help=move_tr!("scores-consequence-help") error=form.error("consequence")
            />
            <ChoiceRow
                label=move_tr!("risk-confidence") name="confidence" value=input.confidence options=confidences
                required=true error=form.error("confidence")
            />
            <TextField
                label=move_tr!("reason") name="reason" value=reason required=true multiline=true error=form.error("reason")
            />
            <div role="status">{shown}</div>
            <ReadersNote readers=mission.readers />
            <div class="actions">
                <Submit form label=move_tr!("scores-judge") testid="judge-submit" disabled=mission.shut />
            </div>
        </form>
    }
}

found_by_code! {
    // by code: mission-threat-, mission-consequence-
    tr!("mission-threat-1"); tr!("mission-threat-2"); tr!("mission-threat-3"); tr!("mission-threat-4");
    tr!("mission-threat-5");
    tr!("mission-consequence-1"); tr!("mission-consequence-2"); tr!("mission-consequence-3");
    tr!("mission-consequence-4"); tr!("mission-consequence-5");
}
