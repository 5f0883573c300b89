use std::time::Duration;

use leptos::{ev, prelude::*};
use leptos_fluent::{move_tr, tr};

use crate::{
    agent_link::use_agent,
    browser::{self, Keep},
    components::Dialog,
    i18n::use_i18n,
};

const LOCK_AFTER_S: i64 = 15 * 60;
const WARN_BEFORE_S: i64 = 60;
/// A shorter time for this tab, in seconds; it cannot be made longer.
const KEY: &str = "hawser-idle-seconds";

/// Locks when nobody has touched the page for a quarter of an hour, and says so a minute before.
/// While a file is on its way it waits.
#[component]
pub fn IdleLock() -> impl IntoView {
    let link = use_agent();
    let i18n = use_i18n();
    let limit = browser::kept(Keep::Tab, KEY)
        .and_then(|seconds| seconds.parse().ok())
        .unwrap_or(LOCK_AFTER_S)
        .clamp(2, LOCK_AFTER_S);
    let warn = WARN_BEFORE_S.min(limit / 2);
    let touched = StoredValue::new(browser::now_ms());
    let warning = RwSignal::new(false);
    let left = RwSignal::new(warn);
    let touch = move || {
        touched.set_value(browser::now_ms());
        if warning.get_untracked() {
            warning.set(false);
        }
    };
    let hands = [
        window_event_listener(ev::pointerdown, move |_| touch()),
        window_event_listener(ev::keydown, move |_| touch()),
        window_event_listener(ev::wheel, move |_| touch()),
    ];
    let ticking = set_interval_with_handle(
        move || {
            let busy = link
                .transfers()
                .with_untracked(|all| all.iter().any(|one| one.state == "running"));
            if busy {
                touched.set_value(browser::now_ms());
            }
            // By the clock, not by counting: a closed laptop does not tick.
            let idle = (browser::now_ms() - touched.get_value()) / 1000;
            if idle >= limit {
                link.lock_idle();
            } else {
                left.set(limit - idle);
                let near = idle >= limit - warn;
                if warning.get_untracked() != near {
                    warning.set(near);
                }
            }
        },
        Duration::from_secs(1),
    )
    .ok();
    on_cleanup(move || {
        for hand in hands {
            hand.remove();
        }
        if let Some(ticking) = ticking {
            ticking.clear();
        }
    });
    view! {
        <Dialog open=warning title=move_tr!("idle-title") testid="idle-warning">
            <p>{move || tr!(i18n, "idle-text", { "seconds" => left.get() })}</p>
            <div class="actions">
                <button type="button" class="button button-primary" data-testid="stay" on:click=move |_| touch()>
                    {move_tr!("idle-stay")}
                </button>
                <button type="button" class="button" on:click=move |_| link.lock()>{move_tr!("idle-lock-now")}</button>
            </div>
        </Dialog>
    }
}
