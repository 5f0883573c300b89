//! What folds out below the four required answers.

use hawser_casework::{Scheme, identifier};
use leptos::{html, prelude::*};
use leptos_fluent::{move_tr, tr};

use super::{handling::HandlingPart, input::ExhibitInput, quantity::QuantityField};
use crate::{
    components::{
        Checkbox, Form, Icon, SelectField, TextField,
        happened_field::HappenedField,
        identifier_field::{
            EarlierNote, IdentifierField, IdentifierInput, earlier_uses, warning_text,
        },
    },
    i18n::use_i18n,
    pages::case::{OpenCase, use_case},
};

/// A part that folds out; it is open when something in it is wrong.
#[component]
fn Fold(
    title: Signal<String>,
    testid: &'static str,
    form: Form,
    /// The fields in it, by the start of their names.
    fields: &'static [&'static str],
    children: Children,
) -> impl IntoView {
    let open = Memo::new(move |_| {
        form.failure().with(|failure| {
            failure.as_ref().is_some_and(|failure| {
                failure
                    .fields
                    .iter()
                    .any(|wrong| fields.iter().any(|field| wrong.field.starts_with(field)))
            })
        })
    });
    // Only ever opened from here: what was folded out stays so, with what was typed.
    let node = NodeRef::<html::Details>::new();
    Effect::new(move |_| {
        if let Some(details) = node.get().filter(|_| open.get()) {
            details.set_open(true);
        }
    });
    view! {
        <details class="fold" data-testid=testid node_ref=node>
            <summary>{title}</summary>
            <div class="fold-body">{children()}</div>
        </details>
    }
}

#[expect(
    clippy::large_types_passed_by_value,
    reason = "signals, handed on once"
)]
#[component]
pub fn Details(
    input: ExhibitInput,
    form: Form,
    parents: Signal<Vec<(String, String)>>,
) -> impl IntoView {
    let case = use_case();
    view! {
        <Fold
            title=move_tr!("exhibit-part-found") testid="fold-found" form
            fields=&["happened", "found.locode", "found.coordinates"]
        >
            <HappenedField label=move_tr!("exhibit-found-at") input=input.happened form />
            <Where input form />
        </Fold>
        <Fold
            title=move_tr!("exhibit-part-thing") testid="fold-thing" form
            fields=&["quantity", "make", "model", "serial", "owner", "own_reference", "parent", "hazard"]
        >
            <Thing input form parents />
        </Fold>
        <Fold title=move_tr!("exhibit-part-identifiers") testid="fold-identifiers" form fields=&["identifiers"]>
            <Identifiers input case />
        </Fold>
        <Fold
            title=move_tr!("exhibit-part-seizure") testid="fold-seizure" form
            fields=&["authority", "seizing_officer", "witness"]
        >
            <div class="field-row">
                <TextField label=move_tr!("exhibit-authority") name="authority" value=input.authority error=form.error("authority") />
                <TextField
                    label=move_tr!("exhibit-authority-number") name="authority_number" value=input.authority_number
                    error=form.error("authority_number")
                />
            </div>
            <div class="field-row">
                <TextField
                    label=move_tr!("exhibit-seizing-officer") name="seizing_officer" value=input.seizing_officer
                    error=form.error("seizing_officer")
                />
                <TextField label=move_tr!("exhibit-witness") name="witness" value=input.witness error=form.error("witness") />
            </div>
        </Fold>
        <Fold title=move_tr!("exhibit-part-seal") testid="fold-seal" form fields=&["packaging", "seal"]>
            <Seal input form case />
        </Fold>
        <Fold title=move_tr!("exhibit-part-acquisition") testid="fold-acquisition" form fields=&["acquisition"]>
            <AcquisitionPart input form />
        </Fold>
        <Fold title=move_tr!("exhibit-part-by-hash") testid="fold-by-hash" form fields=&["by_hash"]>
            <ByHash input form />
        </Fold>
        <Fold title=move_tr!("exhibit-part-handling") testid="fold-handling" form fields=&["handling"]>
            <HandlingPart input=input.handling form case />
        </Fold>
    }
}

#[component]
fn Where(input: ExhibitInput, form: Form) -> impl IntoView {
    let i18n = use_i18n();
    let warning = move || {
        let locode = input.locode.get();
        (!locode.trim().is_empty())
            .then(|| identifier::check(Scheme::Locode, &locode).warning)
            .flatten()
    };
    view! {
        <TextField
            label=move_tr!("exhibit-locode") name="found.locode" value=input.locode mono=true
            help=move_tr!("exhibit-locode-help") error=form.error("found.locode")
        />
        {move || warning().map(|warning| view! {
            <div class="warning" role="status" data-testid="locode-warning">
                <Icon name="warning" />
                <p>{warning_text(i18n, &warning)}</p>
            </div>
        })}
        <div class="field-row">
            <TextField
                label=move_tr!("exhibit-latitude") name="found.coordinates" value=input.latitude mono=true
                help=move_tr!("exhibit-latitude-help") error=form.error("found.coordinates")
            />
            <TextField
                label=move_tr!("exhibit-longitude") name="found.longitude" value=input.longitude mono=true
                help=move_tr!("exhibit-longitude-help")
            />
        </div>
    }
}

#[component]
fn Thing(input: ExhibitInput, form: Form, parents: Signal<Vec<(String, String)>>) -> impl IntoView {
    view! {
        <QuantityField input=input.quantity form />
        <div class="field-row">
            <TextField label=move_tr!("exhibit-make") name="make" value=input.make error=form.error("make") />
            <TextField label=move_tr!("exhibit-model") name="model" value=input.model error=form.error("model") />
            <TextField label=move_tr!("exhibit-serial") name="serial" value=input.serial mono=true error=form.error("serial") />
        </div>
        <div class="field-row">
            <TextField label=move_tr!("exhibit-owner") name="owner" value=input.owner error=form.error("owner") />
            <TextField
                label=move_tr!("exhibit-own-reference") name="own_reference" value=input.own_reference
                error=form.error("own_reference")
            />
        </div>
        <SelectField
            label=move_tr!("exhibit-parent") name="parent" value=input.parent options=parents
            placeholder=move_tr!("exhibit-parent-none") help=move_tr!("exhibit-parent-help") error=form.error("parent")
        />
        <TextField label=move_tr!("exhibit-hazard") name="hazard" value=input.hazard error=form.error("hazard") />
    }
}

#[component]
fn Identifiers(input: ExhibitInput, case: OpenCase) -> impl IntoView {
    let add = move |_| {
        input.identifiers.update(|identifiers| {
            let key = identifiers.last().map_or(0, |last| last.key + 1);
            identifiers.push(IdentifierInput::new(key));
        });
    };
    let remove = Callback::new(move |key: u64| {
        input
            .identifiers
            .update(|identifiers| identifiers.retain(|identifier| identifier.key != key));
    });
    view! {
        <p class="quiet">{move_tr!("exhibit-identifiers-help")}</p>
        <For each=move || input.identifiers.get() key=|identifier| identifier.key let:identifier>
            <IdentifierField space=case.space input=identifier on_remove=remove />
        </For>
        <button type="button" class="button" data-testid="identifier-add" on:click=add>
            <Icon name="add" />
            {move_tr!("exhibit-identifier-add")}
        </button>
    }
}

#[component]
fn Seal(input: ExhibitInput, form: Form, case: OpenCase) -> impl IntoView {
    let seal = Signal::derive(|| Some(Scheme::Seal));
    let earlier = earlier_uses(case.space, seal, input.seal_number);
    Effect::new(move |_| {
        input
            .seal_doubtful
            .set(earlier.with(|uses| !uses.is_empty()));
    });
    view! {
        <TextField label=move_tr!("exhibit-packaging") name="packaging" value=input.packaging error=form.error("packaging") />
        <div class="field-row">
            <TextField
                label=move_tr!("exhibit-seal-number") name="seal_number" value=input.seal_number mono=true
                error=form.error("seal_number")
            />
            <TextField
                label=move_tr!("exhibit-seal-condition") name="seal_condition" value=input.seal_condition
                error=form.error("seal_condition")
            />
        </div>
        <EarlierNote space=case.space uses=earlier />
        <Show when=move || input.seal_doubtful.get()>
            <TextField
                label=move_tr!("exhibit-seal-reason") name="seal_reason" value=input.seal_reason required=true
                help=move_tr!("identifier-reason-help") error=form.error("seal_reason")
            />
        </Show>
    }
}

#[component]
fn AcquisitionPart(input: ExhibitInput, form: Form) -> impl IntoView {
    let i18n = use_i18n();
    let verified = Signal::derive(move || {
        vec![
            ("true".to_owned(), tr!(i18n, "answer-yes")),
            ("false".to_owned(), tr!(i18n, "answer-no")),
        ]
    });
    view! {
        <Checkbox label=move_tr!("acquisition-acquired") name="acquisition" value=input.acquired />
        <Show when=move || input.acquired.get()>
            <div class="field-row">
                <TextField
                    label=move_tr!("acquisition-tool") name="acquisition.tool" value=input.tool required=true
                    error=form.error("acquisition.tool")
                />
                <TextField
                    label=move_tr!("acquisition-version") name="acquisition.version" value=input.tool_version
                    error=form.error("acquisition.version")
                />
            </div>
            <div class="field-row">
                <TextField
                    label=move_tr!("acquisition-method") name="acquisition.method" value=input.method
                    error=form.error("acquisition.method")
                />
                <TextField
                    label=move_tr!("acquisition-write-blocker") name="acquisition.write_blocker" value=input.write_blocker
                    error=form.error("acquisition.write_blocker")
                />
            </div>
            <div class="field-row">
                <TextField
                    label=move_tr!("acquisition-operator") name="acquisition.operator" value=input.operator
                    error=form.error("acquisition.operator")
                />
                <TextField
                    label=move_tr!("acquisition-source-size") name="acquisition.source_size" value=input.source_size
                    mono=true error=form.error("acquisition.source_size")
                />
                <SelectField
                    label=move_tr!("acquisition-verified") name="acquisition.verified" value=input.verified options=verified
                    placeholder=move_tr!("acquisition-verified-unsaid")
                />
            </div>
        </Show>
    }
}

#[component]
fn ByHash(input: ExhibitInput, form: Form) -> impl IntoView {
    view! {
        <Checkbox
            label=move_tr!("by-hash-register") name="by_hash" value=input.by_hash help=move_tr!("by-hash-help")
        />
        <Show when=move || input.by_hash.get()>
            <TextField
                label=move_tr!("by-hash-sha256") name="by_hash.sha256" value=input.sha256 required=true mono=true
                help=move_tr!("by-hash-sha256-help") error=form.error("by_hash.sha256")
            />
            <div class="field-row">
                <TextField
                    label=move_tr!("by-hash-length") name="by_hash.length" value=input.hash_length required=true mono=true
                    error=form.error("by_hash.length")
                />
                <TextField
                    label=move_tr!("by-hash-name") name="by_hash.name" value=input.hash_name required=true
                    error=form.error("by_hash.name")
                />
            </div>
            <TextField
                label=move_tr!("by-hash-kept-at") name="by_hash.kept_at" value=input.kept_at required=true
                error=form.error("by_hash.kept_at")
            />
        </Show>
    }
}
