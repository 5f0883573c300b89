use leptos::{html, prelude::*};
use leptos_fluent::move_tr;

use crate::components::{Icon, rescue_focus};

/// A window of its own over the page, on the browser's `<dialog>`: focus stays inside, Escape closes,
/// and focus returns to what opened it. Its content exists only while it is open.
#[component]
pub fn Dialog(
    open: RwSignal<bool>,
    #[prop(into)] title: Signal<String>,
    #[prop(optional, into)] testid: String,
    /// Broad, for tables and forms of two columns.
    #[prop(optional)]
    wide: bool,
    children: ChildrenFn,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    let heading = crate::components::form_id("dialog");
    let labelled_by = heading.clone();
    Effect::new(move |_| {
        let Some(dialog) = node.get() else { return };
        if open.get() && !dialog.open() {
            let _ = dialog.show_modal();
        } else if !open.get() && dialog.open() {
            dialog.close();
        }
    });
    let children = StoredValue::new(children);
    // What was typed is not thrown away by a slip: first it asks.
    let (typed, asking) = (RwSignal::new(false), RwSignal::new(false));
    Effect::new(move |_| {
        open.track();
        typed.set(false);
        asking.set(false);
    });
    let leave = move || {
        if typed.get_untracked() {
            asking.set(true);
        } else {
            open.set(false);
        }
    };
    view! {
        <dialog
            node_ref=node
            class="dialog"
            class:dialog-wide=wide
            aria-labelledby=labelled_by
            data-testid=testid
            on:input=move |_| typed.set(true)
            on:cancel=move |event: web_sys::Event| {
                if typed.get_untracked() {
                    event.prevent_default();
                    asking.set(true);
                }
            }
            on:close=move |_| {
                open.set(false);
                rescue_focus();
            }
        >
            <Show when=move || open.get()>
                <header class="dialog-head">
                    <h2 id=heading.clone()>{title}</h2>
                    <button
                        type="button" class="button button-quiet button-icon" data-testid="dialog-close"
                        aria-label=move_tr!("close") on:click=move |_| leave()
                    >
                        <Icon name="close" />
                    </button>
                </header>
                <Show when=move || asking.get()>
                    <div class="panel panel-warn dialog-ask" role="alert" data-testid="discard-ask">
                        <p>{move_tr!("dialog-unsent")}</p>
                        <div class="actions">
                            <button
                                type="button" class="button" data-testid="discard-not"
                                on:click=move |_| asking.set(false)
                            >
                                {move_tr!("dialog-write-on")}
                            </button>
                            <button
                                type="button" class="button button-danger" data-testid="discard"
                                on:click=move |_| open.set(false)
                            >
                                {move_tr!("dialog-discard")}
                            </button>
                        </div>
                    </div>
                </Show>
                <div class="dialog-body">{children.with_value(|children| children())}</div>
            </Show>
        </dialog>
    }
}

/// Asks before something that cannot be undone; `children` say what it does and who will see it.
#[component]
pub fn ConfirmDialog(
    open: RwSignal<bool>,
    #[prop(into)] title: Signal<String>,
    /// What the button says: the act, never "OK".
    #[prop(into)]
    confirm: Signal<String>,
    #[prop(into)] on_confirm: Callback<()>,
    #[prop(optional, into)] busy: Signal<bool>,
    #[prop(optional)] danger: bool,
    #[prop(optional, into)] testid: String,
    children: ChildrenFn,
) -> impl IntoView {
    let children = StoredValue::new(children);
    view! {
        <Dialog open title testid>
            {children.with_value(|children| children())}
            <div class="actions">
                <button
                    type="button" class="button" class:button-primary=!danger class:button-danger=danger
                    data-testid="confirm" aria-busy=move || busy.get().to_string()
                    on:click=move |_| if !busy.get_untracked() { on_confirm.run(()) }
                >
                    <span class="spinner" aria-hidden="true"></span>
                    {confirm}
                </button>
                <button type="button" class="button" data-testid="cancel" on:click=move |_| open.set(false)>
                    {move_tr!("cancel")}
                </button>
            </div>
        </Dialog>
    }
}
