use leptos::prelude::*;

use crate::{
    agent_link::{Loading, use_agent},
    components::FailurePanel,
};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    Wait,
    Ready,
    Failed,
}

/// A view while it is asked for, when it has failed, and when it is there.
///
/// `children` is called once with a signal of the answer, so that nothing below loses its place or its
/// focus when a newer answer comes: `<Shown of=state let:case> … </Shown>`, `case.get()` inside.
#[component]
pub fn Shown<T, C, V>(
    /// As [`crate::agent_link::view`] gives it.
    #[prop(into)]
    of: Signal<Loading<T>>,
    children: C,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
    C: Fn(Signal<T>) -> V + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let link = use_agent();
    let phase = Memo::new(move |_| {
        of.with(|state| match state {
            Loading::Wait => Phase::Wait,
            Loading::Ready(_) => Phase::Ready,
            Loading::Failed(_) => Phase::Failed,
        })
    });
    move || {
        match phase.get() {
        Phase::Wait => view! { <Skeleton /> }.into_any(),
        Phase::Ready => of
            .with_untracked(|state| state.ready().cloned())
            .map(|first| {
                let newest = RwSignal::new(first);
                Effect::new(move |_| {
                    if let Some(value) = of.with(|state| state.ready().cloned())
                        && newest.with_untracked(|old| *old != value)
                    {
                        newest.set(value);
                    }
                });
                children(newest.into())
            })
            .into_any(),
        Phase::Failed => of
            .with_untracked(|state| match state {
                Loading::Failed(failure) => Some(failure.clone()),
                Loading::Wait | Loading::Ready(_) => None,
            })
            .map(|failure| {
                view! { <FailurePanel failure retry=Callback::new(move |()| link.ask_views_again()) /> }
            })
            .into_any(),
    }
    }
}

/// Grey lines in place of what is on its way; shown only when it takes long enough to be noticed.
#[component]
fn Skeleton() -> impl IntoView {
    use leptos_fluent::move_tr;
    view! {
        <div class="skeleton" role="status" data-testid="loading">
            <span class="visually-hidden">{move_tr!("loading")}</span>
            <span class="skeleton-line"></span>
            <span class="skeleton-line"></span>
            <span class="skeleton-line"></span>
        </div>
    }
}
