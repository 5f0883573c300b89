//! When something happened, how that is known, and why it is recorded late.

use hawser_casework::{Happened, HowKnown, Moment, time::is_late};
use hawser_views::failure::FieldFailure;
use leptos::prelude::*;
use leptos_fluent::{move_tr, tr};

use crate::{
    browser,
    components::{DateTimeField, Form, SelectField, TextField},
    i18n::use_i18n,
    pages::case::checked,
};

/// What was typed.
#[derive(Clone, Copy)]
pub struct HappenedInput {
    at: RwSignal<Option<Moment>>,
    known: RwSignal<String>,
    late_reason: RwSignal<String>,
}

impl HappenedInput {
    /// Now, observed.
    pub fn now() -> Self {
        Self {
            at: RwSignal::new(Some(browser::now())),
            known: RwSignal::new(HowKnown::Observed.code().to_owned()),
            late_reason: RwSignal::new(String::new()),
        }
    }

    fn stated(self, at: Moment) -> Happened {
        let known = match self.known.get_untracked().as_str() {
            "estimated" => HowKnown::Estimated,
            "reported" => HowKnown::Reported,
            _ => HowKnown::Observed,
        };
        Happened {
            at,
            known,
            late_reason: None,
        }
    }

    /// Recording it now would be late.
    fn late(self) -> bool {
        self.at
            .get()
            .is_some_and(|at| is_late(&self.stated(at), &browser::now()))
    }

    /// As it goes into the record.
    pub fn value(self) -> Result<Happened, FieldFailure> {
        let at = self
            .at
            .get_untracked()
            .ok_or_else(|| checked::field("happened.at", "time", ""))?;
        let mut happened = self.stated(at);
        if is_late(&happened, &browser::now()) {
            let reason = self.late_reason.get_untracked().trim().to_owned();
            if reason.is_empty() {
                return Err(checked::missing("happened.late_reason"));
            }
            happened.late_reason = Some(reason);
        }
        Ok(happened)
    }
}

/// Now, observed: what is said when no other time is.
pub fn observed_now() -> Happened {
    Happened {
        at: browser::now(),
        known: HowKnown::Observed,
        late_reason: None,
    }
}

#[component]
pub fn HappenedField(
    #[prop(into)] label: Signal<String>,
    input: HappenedInput,
    form: Form,
) -> impl IntoView {
    let i18n = use_i18n();
    let known = Signal::derive(move || {
        vec![
            (
                "observed".to_owned(),
                tr!(i18n, "timeline-how-known-observed"),
            ),
            (
                "estimated".to_owned(),
                tr!(i18n, "timeline-how-known-estimated"),
            ),
            (
                "reported".to_owned(),
                tr!(i18n, "timeline-how-known-reported"),
            ),
        ]
    });
    let late = Memo::new(move |_| input.late());
    view! {
        <div class="happened" data-testid="happened">
            <DateTimeField label name="happened.at" value=input.at required=true error=form.error("happened.at") />
            <SelectField
                label=move_tr!("happened-known") name="happened.known" value=input.known options=known required=true
            />
            <Show when=move || late.get()>
                <TextField
                    label=move_tr!("happened-late-reason") name="happened.late_reason" value=input.late_reason
                    required=true multiline=true help=move_tr!("happened-late-help")
                    error=form.error("happened.late_reason")
                />
            </Show>
        </div>
    }
}
