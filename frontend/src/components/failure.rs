use hawser_views::failure::Failure;
use leptos::prelude::*;
use leptos_fluent::{I18n, move_tr, tr};

use crate::{
    components::Icon,
    i18n::{found_by_code, sentence, use_i18n},
};

/// What went wrong, in a sentence of the user's language.
pub fn failure_text(i18n: I18n, failure: &Failure) -> String {
    sentence(i18n, &format!("error-{}", failure.code), &failure.values)
        .unwrap_or_else(|| tr!(i18n, "error-unknown", { "code" => failure.code.clone() }))
}

/// A failure with what can be done about it; what was typed stays where it is.
#[component]
pub fn FailurePanel(
    #[prop(into)] failure: Signal<Failure>,
    /// Tries again.
    #[prop(optional, into)]
    retry: Option<Callback<()>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let values = move || {
        failure.with(|failure| {
            failure
                .values
                .iter()
                .map(|(name, value)| view! { <dt>{name.clone()}</dt><dd>{value.clone()}</dd> })
                .collect_view()
        })
    };
    view! {
        <div class="panel panel-bad" role="alert" data-testid="failure" data-code=move || failure.with(|f| f.code.clone())>
            <Icon name="warning" />
            <div class="panel-body">
                <p>{move || failure.with(|failure| failure_text(i18n, failure))}</p>
                <Show when=move || failure.with(|failure| failure.code != "form")>
                    <details class="technical">
                        <summary>{move_tr!("technical-detail")}</summary>
                        <dl class="pairs">
                            <dt>{move_tr!("failure-code")}</dt>
                            <dd><code>{move || failure.with(|failure| failure.code.clone())}</code></dd>
                            {values}
                        </dl>
                    </details>
                </Show>
                {retry.map(|retry| view! {
                    <button type="button" class="button" data-testid="retry" on:click=move |_| retry.run(())>
                        {move_tr!("try-again")}
                    </button>
                })}
            </div>
        </div>
    }
}

found_by_code! {
    // the page and the agent
    tr!("error-offline"); tr!("error-agent-crashed"); tr!("error-local-storage"); tr!("error-other-tab");
    tr!("error-update-needed"); tr!("error-form"); tr!("error-record-fault"); tr!("error-access-ended");
    tr!("error-weak-passphrase"); tr!("error-kit-wrong"); tr!("error-kit-mistyped");
    tr!("error-invitation-forged"); tr!("error-safety-number-differs"); tr!("error-name-taken");
    tr!("error-file-altered"); tr!("error-file-changed");
    // the server (protocol::ErrorCode)
    tr!("error-bad-request"); tr!("error-bad-identifier"); tr!("error-not-signed-in"); tr!("error-sign-in-refused");
    tr!("error-forbidden"); tr!("error-suspended"); tr!("error-cross-site"); tr!("error-other-account"); tr!("error-not-found");
    tr!("error-method-not-allowed"); tr!("error-head-moved"); tr!("error-command-repeated");
    tr!("error-already-exists"); tr!("error-wrong-state"); tr!("error-invitation-gone"); tr!("error-version-moved");
    tr!("error-too-large"); tr!("error-media-type"); tr!("error-bad-range"); tr!("error-event-refused");
    tr!("error-hash-mismatch"); tr!("error-if-match-missing"); tr!("error-too-many"); tr!("error-internal");
    tr!("error-storage-unavailable"); tr!("error-unavailable");
    // the case record (ledger::ChainError)
    tr!("error-bad-layout"); tr!("error-public-part-changed"); tr!("error-encrypted-part-changed");
    tr!("error-bad-signature"); tr!("error-wrong-author-key"); tr!("error-wrong-sequence");
    tr!("error-wrong-previous"); tr!("error-wrong-past"); tr!("error-wrong-act-count");
    tr!("error-may-not-make-bundle"); tr!("error-record-at-fault"); tr!("error-bundle-too-large", { "why" => 0 });
    tr!("error-bundle-does-not-hold", { "why" => 0 }); tr!("error-command-doubled"); tr!("error-bad-header"); tr!("error-bad-membership");
    // what the log says of it (ledger::CheckpointError and the agent)
    tr!("error-cut-below-pin"); tr!("error-other-past"); tr!("error-entries-missing"); tr!("error-no-log");
    tr!("error-other-log-key"); tr!("error-checkpoint-unreadable"); tr!("error-checkpoint-other-origin");
    tr!("error-checkpoint-unsigned"); tr!("error-checkpoint-signature"); tr!("error-checkpoint-other-tree");
    tr!("error-log-forked"); tr!("error-pinbook-damaged");
    tr!("error-not-confirmed", { "needed" => 0, "keepers" => 0, "hours" => 0 });
    tr!("error-clock-behind-keepers"); tr!("error-too-many-keepers"); tr!("error-keepers-not-known");
    // who may do what (ledger::MembershipRule)
    tr!("error-genesis-once"); tr!("error-unknown-author"); tr!("error-not-active"); tr!("error-not-administrator");
    tr!("error-not-root"); tr!("error-wrong-space-kind"); tr!("error-wrong-space"); tr!("error-unknown-organisation");
    tr!("error-organisation-known"); tr!("error-not-joined"); tr!("error-not-verified"); tr!("error-root-differs");
    tr!("error-wrong-organisation"); tr!("error-unknown-member"); tr!("error-member-known"); tr!("error-request-used");
    tr!("error-certificate-differs"); tr!("error-policy-differs"); tr!("error-beyond-consent");
    tr!("error-last-administrator"); tr!("error-oneself"); tr!("error-administrators-left");
    tr!("error-not-founding-organisation"); tr!("error-not-root-holder");
    tr!("error-key-number-differs"); tr!("error-nobody-to-certify"); tr!("error-key-replaced");
    tr!("error-keys-not-newer"); tr!("error-keys-do-not-fit"); tr!("error-unknown-group"); tr!("error-group-known");
    tr!("error-not-in-group"); tr!("error-group-frozen"); tr!("error-wrong-epoch"); tr!("error-wrong-members");
    tr!("error-wrong-recipient"); tr!("error-suite-too-low"); tr!("error-wrong-group-sequence");
    tr!("error-nothing-changes");
    // keys, cards, invitations
    tr!("error-locked"); tr!("error-browser-unsupported");
    tr!("error-unknown-command"); tr!("error-server-answer"); tr!("error-too-busy");
    tr!("error-not-certified"); tr!("error-no-organisation"); tr!("error-does-not-open");
    tr!("error-bad-recipient"); tr!("error-bad-record"); tr!("error-keyring-older");
    tr!("error-keyring-parameters"); tr!("error-keyring-other-account"); tr!("error-keyring-does-not-open");
    tr!("error-keyring-damaged"); tr!("error-card-forged"); tr!("error-card-own");
    tr!("error-card-unreadable"); tr!("error-invitation-other-inviter"); tr!("error-invitation-unreadable");
    tr!("error-letter-forged"); tr!("error-letter-unreadable"); tr!("error-name-forged");
    tr!("error-wrong-access-key"); tr!("error-access-key-missing");
}
