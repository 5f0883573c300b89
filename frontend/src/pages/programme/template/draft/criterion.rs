//! One criterion in three languages.

use hawser_casework::{
    Problem,
    assessment::{Criterion, Domain, Template, TemplateFault, Words},
    record::{LONG_TEXT_MAX, TITLE_MAX},
};
use hawser_views::failure::FieldFailure;
use leptos::{ev, prelude::*};
use leptos_fluent::{move_tr, tr};

use super::use_programme;
use crate::{
    components::{Dialog, Form, FormFailure, SelectField, Submit, TextField, rescue_focus},
    i18n::{found_by_code, in_reader_language, use_i18n},
    pages::case::{checked, opened_by},
};

/// A criterion to be changed, or a new one of a domain; both by their place in the template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    pub domain: usize,
    /// Nothing for a new one, which comes last.
    pub criterion: Option<usize>,
}

#[component]
pub fn CriterionDialog(asked: RwSignal<Option<Asked>>, template: Memo<Template>) -> impl IntoView {
    let i18n = use_i18n();
    let open = opened_by(asked);
    let title = Signal::derive(move || {
        asked.with(|asked| match asked {
            Some(Asked {
                criterion: None, ..
            }) => tr!(i18n, "templates-criterion-new"),
            _ => tr!(i18n, "templates-criterion-change"),
        })
    });
    view! {
        <Dialog open title wide=true testid="criterion-dialog">
            {move || asked.get().map(|asked| view! { <Body asked open template /> })}
        </Dialog>
    }
}

/// What is wrong with a criterion by itself: the template's own check, of a template that has nothing else.
fn wrong_texts(criterion: &Criterion) -> Vec<FieldFailure> {
    let named = || Words {
        en: "-".to_owned(),
        fr: "-".to_owned(),
        es: "-".to_owned(),
    };
    let alone = Template {
        id: "template".to_owned(),
        version: 1,
        derived_from: None,
        title: named(),
        domains: vec![Domain {
            id: "domain".to_owned(),
            title: named(),
            criteria: vec![Criterion {
                only_if: None,
                ..criterion.clone()
            }],
        }],
        scenarios: Vec::new(),
    };
    let faults = alone.check().err().unwrap_or_default();
    faults.iter().filter_map(field_of).collect()
}

fn field_of(fault: &TemplateFault) -> Option<FieldFailure> {
    match fault {
        TemplateFault::IdMalformed { id } if id.is_empty() => {
            Some(checked::missing("criterion-id"))
        }
        TemplateFault::IdMalformed { id } => {
            Some(checked::field("criterion-id", "template-id", id))
        }
        TemplateFault::TranslationMissing {
            field, language, ..
        } => Some(checked::missing(&format!("{field}-{language}"))),
        TemplateFault::TextRefused {
            field,
            language,
            problem,
            ..
        } => {
            let max = match problem {
                Problem::TooLong { max, .. } => max.to_string(),
                _ => String::new(),
            };
            Some(checked::field(
                &format!("{field}-{language}"),
                problem.code(),
                max,
            ))
        }
        _ => None,
    }
}

/// What is wrong with it among the others: its id is taken, or it depends on itself by way of them.
fn wrong_among(template: &Template, asked: Asked, criterion: &Criterion) -> Vec<FieldFailure> {
    let mut wrong = Vec::new();
    let mut changed = template.clone();
    put(&mut changed, asked, criterion.clone());
    let same = changed.criteria().filter(|(_, one)| one.id == criterion.id);
    if same.count() > 1 {
        wrong.push(checked::field(
            "criterion-id",
            "template-id-taken",
            &criterion.id,
        ));
    }
    let faults = changed.check().err().unwrap_or_default();
    let circle = faults.iter().any(|fault| match fault {
        TemplateFault::ConditionCycle { members } => members.contains(&criterion.id),
        _ => false,
    });
    if circle {
        wrong.push(checked::field("only_if", "template-circle", ""));
    }
    wrong
}

/// Puts a criterion where it was asked for; others that depend on it go on to do so when its id changes.
fn put(template: &mut Template, asked: Asked, criterion: Criterion) {
    let Some(domain) = template.domains.get_mut(asked.domain) else {
        return;
    };
    let Some(place) = asked.criterion.and_then(|at| domain.criteria.get_mut(at)) else {
        domain.criteria.push(criterion);
        return;
    };
    let (before, now) = (place.id.clone(), criterion.id.clone());
    *place = criterion;
    let criteria = template
        .domains
        .iter_mut()
        .flat_map(|domain| &mut domain.criteria);
    for other in criteria.filter(|other| other.only_if.as_ref() == Some(&before)) {
        other.only_if = Some(now.clone());
    }
}

#[component]
fn Body(asked: Asked, open: RwSignal<bool>, template: Memo<Template>) -> impl IntoView {
    let i18n = use_i18n();
    let draft = use_programme().draft;
    let form = Form::new();
    let before = template.with_untracked(|template| {
        let domain = template.domains.get(asked.domain)?;
        domain.criteria.get(asked.criterion?).cloned()
    });
    let text = |read: fn(&Criterion) -> String| {
        RwSignal::new(before.as_ref().map(read).unwrap_or_default())
    };
    let id = text(|one| one.id.clone());
    let only_if = text(|one| one.only_if.clone().unwrap_or_default());
    let titles = [
        text(|one| one.title.en.clone()),
        text(|one| one.title.fr.clone()),
        text(|one| one.title.es.clone()),
    ];
    let guidances = [
        text(|one| one.guidance.en.clone()),
        text(|one| one.guidance.fr.clone()),
        text(|one| one.guidance.es.clone()),
    ];
    let own = before.as_ref().map(|one| one.id.clone());
    let conditions = Signal::derive(move || {
        let chosen = only_if.get();
        template.with(|template| {
            let others = template
                .criteria()
                .filter(|(_, one)| Some(&one.id) != own.as_ref());
            let mut options: Vec<(String, String)> = others
                .map(|(_, one)| (one.id.clone(), in_reader_language(i18n, &one.title)))
                .collect();
            // What it depends on may not be there: that has to be seen to be mended.
            if !chosen.is_empty() && !options.iter().any(|(id, _)| *id == chosen) {
                options.push((chosen.clone(), chosen));
            }
            options
        })
    });
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let trimmed = |value: RwSignal<String>| value.with_untracked(|text| text.trim().to_owned());
        let [en, fr, es] = titles.map(trimmed);
        let title = Words { en, fr, es };
        let [en, fr, es] = guidances.map(trimmed);
        let criterion = Criterion {
            id: trimmed(id),
            title,
            guidance: Words { en, fr, es },
            only_if: Some(trimmed(only_if)).filter(|other| !other.is_empty()),
        };
        let mut wrong = wrong_texts(&criterion);
        if wrong.is_empty() {
            wrong = template.with_untracked(|template| wrong_among(template, asked, &criterion));
        }
        if !wrong.is_empty() {
            form.fail(checked::failure(wrong));
            return;
        }
        draft.update(|draft| {
            if let Some(draft) = draft {
                put(draft, asked, criterion);
            }
        });
        open.set(false);
        // Its row is drawn anew.
        rescue_focus();
    };
    let [title_en, title_fr, title_es] = titles;
    let [guidance_en, guidance_fr, guidance_es] = guidances;
    view! {
        <form class="form" novalidate on:submit=submit data-testid="criterion-form">
            <FormFailure form />
            <div class="field-row">
                <TextField
                    label=move_tr!("templates-id") name="criterion-id" value=id required=true mono=true
                    help=move_tr!("templates-id-help") error=form.error("criterion-id")
                />
                <SelectField
                    label=move_tr!("templates-condition") name="only_if" value=only_if options=conditions
                    placeholder=move_tr!("templates-condition-none") error=form.error("only_if")
                />
            </div>
            <TextField
                label=move_tr!("templates-title-en") name="criterion-title-en" value=title_en required=true max=TITLE_MAX
                error=form.error("title-en")
            />
            <TextField
                label=move_tr!("templates-guidance-en") name="guidance-en" value=guidance_en required=true
                multiline=true max=LONG_TEXT_MAX error=form.error("guidance-en")
            />
            <TextField
                label=move_tr!("templates-title-fr") name="criterion-title-fr" value=title_fr required=true max=TITLE_MAX
                error=form.error("title-fr")
            />
            <TextField
                label=move_tr!("templates-guidance-fr") name="guidance-fr" value=guidance_fr required=true
                multiline=true max=LONG_TEXT_MAX error=form.error("guidance-fr")
            />
            <TextField
                label=move_tr!("templates-title-es") name="criterion-title-es" value=title_es required=true max=TITLE_MAX
                error=form.error("title-es")
            />
            <TextField
                label=move_tr!("templates-guidance-es") name="guidance-es" value=guidance_es required=true
                multiline=true max=LONG_TEXT_MAX error=form.error("guidance-es")
            />
            <div class="actions">
                <Submit form label=move_tr!("templates-take-over") testid="criterion-submit" />
                <button type="button" class="button" data-testid="cancel" on:click=move |_| open.set(false)>
                    {move_tr!("cancel")}
                </button>
            </div>
        </form>
    }
}

found_by_code! {
    // by code: field-
    tr!("field-template-id-taken", { "value" => 0 });
    tr!("field-template-circle");
}
