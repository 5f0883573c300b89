use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::components::use_shell;

/// Where what had the focus is gone from the page, such as the button of something that is done, the first
/// heading takes it, once the page has been drawn again.
pub fn rescue_focus() {
    request_animation_frame(|| {
        let document = document();
        let lost = document
            .active_element()
            .is_none_or(|at| at.tag_name() == "BODY");
        let heading = document
            .query_selector("main:not([hidden]) h1")
            .ok()
            .flatten();
        if lost && let Some(heading) = heading.and_then(|at| at.dyn_into::<HtmlElement>().ok()) {
            let _ = heading.focus();
        }
    });
}

/// The page's one first heading; it names the document and takes the focus when one comes from another page.
#[component]
pub fn PageHead(
    #[prop(into)] title: Signal<String>,
    /// A line beneath.
    #[prop(optional, into)]
    lead: Option<Signal<String>>,
    /// The page's first actions.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let shell = use_shell();
    let heading = NodeRef::<html::H1>::new();
    Effect::new(move |_| shell.title.set(title.get()));
    Effect::new(move |_| {
        if let Some(heading) = heading.get()
            && shell.navigated.get_untracked()
        {
            let _ = heading.focus();
        }
    });
    view! {
        <header class="page-head">
            <div>
                <h1 node_ref=heading tabindex="-1">{title}</h1>
                {lead.map(|lead| view! { <p class="lead">{lead}</p> })}
            </div>
            {children.map(|children| view! { <div class="actions">{children()}</div> })}
        </header>
    }
}
