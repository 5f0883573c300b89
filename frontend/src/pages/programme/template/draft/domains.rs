//! The criteria of the template that is being changed, domain by domain.

use hawser_casework::assessment::{Criterion, Domain, Template, TemplateFault};
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr, tr};

use super::{criterion::Asked, criterion_title, faults::criterion_anchor, use_programme};
use crate::{
    components::{Badge, Icon, rescue_focus},
    i18n::{in_reader_language, use_i18n},
};

/// A criterion that was taken out, with where it stood.
#[derive(Clone)]
struct TakenOut {
    domain: usize,
    at: usize,
    criterion: Criterion,
}

#[component]
pub fn DraftDomains(
    template: Memo<Template>,
    faults: Memo<Vec<TemplateFault>>,
    asked: RwSignal<Option<Asked>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let draft = use_programme().draft;
    let taken_out = RwSignal::new(None::<TakenOut>);
    let count = Memo::new(move |_| template.with(|template| template.domains.len()));
    let domains = move || {
        (0..count.get())
            .map(|at| view! { <DraftDomain at template faults asked taken_out /> })
            .collect_view()
    };
    let put_back = move |_| {
        let Some(TakenOut {
            domain,
            at,
            criterion,
        }) = taken_out.get_untracked()
        else {
            return;
        };
        draft.update(|draft| {
            let domains = draft.as_mut().map(|draft| &mut draft.domains);
            if let Some(domain) = domains.and_then(|domains| domains.get_mut(domain)) {
                let at = at.min(domain.criteria.len());
                domain.criteria.insert(at, criterion);
            }
        });
        taken_out.set(None);
    };
    let title = move || {
        taken_out.with(|out| {
            out.as_ref().map(|out| {
                let title = in_reader_language(i18n, &out.criterion.title);
                tr!(i18n, "templates-taken-out", { "title" => title })
            })
        })
    };
    view! {
        <section class="section" aria-labelledby="draft-domains-title">
            <h2 id="draft-domains-title">{move_tr!("templates-criteria-title")}</h2>
            <p class="muted">{move_tr!("templates-criteria-text")}</p>
            <Show when=move || taken_out.with(Option::is_some)>
                <p class="warning taken-out" role="status" data-testid="taken-out">
                    {title}" "
                    <button type="button" class="button button-small" data-testid="put-back" on:click=put_back>
                        {move_tr!("templates-put-back")}
                    </button>
                </p>
            </Show>
            {domains}
        </section>
    }
}

#[component]
fn DraftDomain(
    at: usize,
    template: Memo<Template>,
    faults: Memo<Vec<TemplateFault>>,
    asked: RwSignal<Option<Asked>>,
    taken_out: RwSignal<Option<TakenOut>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let draft = use_programme().draft;
    let domain = Memo::new(move |_| template.with(|template| template.domains.get(at).cloned()));
    let title = move || {
        let title = domain.with(|domain| domain.as_ref().map(|domain| domain.title.clone()));
        title.map(|title| in_reader_language(i18n, &title))
    };
    let id = move || domain.with(|domain| domain.as_ref().map(|domain| domain.id.clone()));
    let count =
        move || domain.with(|domain| domain.as_ref().map_or(0, |domain| domain.criteria.len()));
    let rows = move || {
        let criteria = domain.with(|domain: &Option<Domain>| {
            domain
                .as_ref()
                .map(|domain| domain.criteria.clone())
                .unwrap_or_default()
        });
        criteria
            .into_iter()
            .enumerate()
            .map(|(place, criterion)| {
                let faulty = faults.with(|faults| {
                    faults
                        .iter()
                        .any(|fault| fault.id() == Some(&*criterion.id))
                });
                let asked_here = Asked {
                    domain: at,
                    criterion: Some(place),
                };
                let taken = TakenOut {
                    domain: at,
                    at: place,
                    criterion: criterion.clone(),
                };
                row(
                    i18n,
                    template,
                    criterion,
                    faulty,
                    move || asked.set(Some(asked_here)),
                    move || take_out(draft, taken.clone(), taken_out),
                )
            })
            .collect_view()
    };
    view! {
        <details class="fold" data-testid="draft-domain" data-domain=id>
            <summary>
                <bdi>{title}</bdi>" "
                <span class="quiet">{move || tr!(i18n, "templates-criteria", { "n" => count() as u64 })}</span>
            </summary>
            <ul class="plain-list criteria">{rows}</ul>
            <div class="actions">
                <button
                    type="button" class="button" data-testid="add-criterion"
                    on:click=move |_| asked.set(Some(Asked { domain: at, criterion: None }))
                >
                    <Icon name="add" />
                    {move_tr!("templates-add-criterion")}
                </button>
            </div>
        </details>
    }
}

/// Takes a criterion out of the template that is being changed.
fn take_out(
    draft: RwSignal<Option<Template>>,
    taken: TakenOut,
    taken_out: RwSignal<Option<TakenOut>>,
) {
    draft.update(|draft| {
        let domains = draft.as_mut().map(|draft| &mut draft.domains);
        let criteria = domains.and_then(|domains| domains.get_mut(taken.domain));
        if let Some(domain) = criteria.filter(|domain| taken.at < domain.criteria.len()) {
            domain.criteria.remove(taken.at);
        }
    });
    taken_out.set(Some(taken));
    rescue_focus();
}

fn row(
    i18n: I18n,
    template: Memo<Template>,
    criterion: Criterion,
    faulty: bool,
    change: impl Fn() + 'static,
    take_out: impl Fn() + 'static,
) -> impl IntoView {
    let Criterion {
        id, title, only_if, ..
    } = criterion;
    let title = in_reader_language(i18n, &title);
    let (change_label, out_label) = (title.clone(), title.clone());
    let condition = only_if.map(|only_if| {
        let title = template.with_untracked(|template| criterion_title(i18n, template, &only_if));
        let text = tr!(i18n, "templates-only-if", { "title" => title });
        view! { <span class="row-detail">{text}</span> }
    });
    view! {
        <li
            class="criterion-row" id=criterion_anchor(&id) tabindex="-1" data-testid="draft-criterion"
            data-criterion=id.clone()
        >
            <div>
                <strong><bdi>{title}</bdi></strong>" "
                {faulty.then(|| view! { <Badge kind="fault" label=move_tr!("templates-faulty") /> })}
                <code class="row-detail">{id.clone()}</code>
                {condition}
            </div>
            <div class="actions">
                <button
                    type="button" class="button button-small" data-testid="change-criterion" on:click=move |_| change()
                    aria-label=tr!(i18n, "templates-change-named", { "title" => change_label })
                >
                    {move_tr!("templates-change")}
                </button>
                <button
                    type="button" class="button button-small button-danger-quiet" data-testid="remove-criterion"
                    on:click=move |_| take_out() aria-label=tr!(i18n, "templates-remove-named", { "title" => out_label })
                >
                    {move_tr!("templates-remove")}
                </button>
            </div>
        </li>
    }
}
