//! Ports by domains: the score of each with its coverage.

use hawser_views::programme::{PortLine, ProgrammeView};
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr, tr};

use crate::{
    components::{
        EmptyState, date_text,
        heat_map::{HeatCell, HeatColumn, HeatMap, HeatRow},
    },
    i18n::{in_reader_language, use_i18n},
    pages::programme::{OpenProgramme, port::domain_anchor, use_programme},
};

#[component]
pub fn Heat(view: Signal<ProgrammeView>) -> impl IntoView {
    let i18n = use_i18n();
    let programme = use_programme();
    let columns = Memo::new(move |_| view.with(|view| columns(i18n, view)));
    let rows = Memo::new(move |_| {
        view.with(|view| {
            let rows = view.ports.iter().map(|port| row(programme, view, port));
            rows.collect::<Vec<_>>()
        })
    });
    let caption = Signal::derive(move || {
        let day = view.with(|view| date_text(i18n, &view.as_of));
        tr!(i18n, "programme-heat-caption", { "date" => day })
    });
    view! {
        <section class="programme-heat" aria-labelledby="heat-title" data-testid="heat">
            <h2 id="heat-title" class="visually-hidden">{move_tr!("programme-heat-title")}</h2>
            <Show
                when=move || !columns.with(Vec::is_empty)
                fallback=|| view! { <EmptyState text=move_tr!("programme-nothing-reported") testid="nothing-reported" /> }
            >
                <HeatMap caption columns rows />
            </Show>
        </section>
    }
}

fn columns(i18n: I18n, view: &ProgrammeView) -> Vec<HeatColumn> {
    let domains = view.domains.iter();
    domains
        .map(|(id, words)| {
            let title = in_reader_language(i18n, words);
            HeatColumn {
                id: id.clone(),
                label: title.clone(),
                title,
            }
        })
        .collect()
}

/// A port of which nothing was reported has a row all the same: that it was not looked at is what it says.
fn row(programme: OpenProgramme, view: &ProgrammeView, port: &PortLine) -> HeatRow {
    let href = programme.path(&format!("ports/{}", port.port));
    let whole = |percent: u32| u8::try_from(percent).unwrap_or(u8::MAX);
    let cells = view.domains.iter().enumerate().map(|(at, (domain, _))| {
        let tally = port.cells.get(at).copied().unwrap_or_default().tally;
        HeatCell {
            score: tally.score_percent().map(whole),
            coverage: tally.coverage_percent().map_or(0, whole),
            href: format!("{href}#{}", domain_anchor(domain)),
        }
    });
    HeatRow {
        name: port.named.name.clone(),
        cells: cells.collect(),
        href,
    }
}
