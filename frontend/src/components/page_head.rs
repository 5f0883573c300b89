use leptos::{html, prelude::*};

use crate::components::use_shell;

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
