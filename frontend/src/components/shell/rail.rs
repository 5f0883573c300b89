use leptos::prelude::*;
use leptos_fluent::move_tr;
use leptos_router::components::A;

use crate::components::Icon;

/// The ways to everything there is.
#[component]
pub fn Rail() -> impl IntoView {
    let item =
        |href: &'static str, icon: &'static str, label: Signal<String>, testid: &'static str| {
            view! {
                <li>
                    <A href=href attr:data-testid=testid>
                        <Icon name=icon />
                        <span>{label}</span>
                    </A>
                </li>
            }
        };
    view! {
        <nav class="rail" aria-label=move_tr!("rail-label")>
            <p class="brand"><Icon name="anchor" /><span>"Hawser"</span></p>
            <ul>
                {item("/today", "today", move_tr!("rail-today"), "rail-today")}
                {item("/cases", "cases", move_tr!("rail-cases"), "rail-cases")}
                {item("/missions", "missions", move_tr!("rail-missions"), "rail-missions")}
                {item("/programmes", "programmes", move_tr!("rail-programmes"), "rail-programmes")}
                {item("/organisation", "organisation", move_tr!("rail-organisation"), "rail-organisation")}
                {item("/verify", "check", move_tr!("rail-verify"), "rail-verify")}
                {item("/account", "account", move_tr!("rail-account"), "rail-account")}
            </ul>
        </nav>
    }
}
