//! Which crate may know which: `docs/ARCHITECTURE.md`, proved.

use std::collections::BTreeSet;
use std::process::Command;

const WASM: &str = "wasm32-unknown-unknown";

/// Forbidden arrows: no crate on the left may depend on one on the right, near or far.
const FORBIDDEN: &[(&str, &[&str])] = &[
    (
        "hawser-ledger",
        &[
            "hawser-encryption",
            "hawser-casework",
            "hawser-protocol",
            "hawser-agent",
            "age",
        ],
    ),
    (
        "hawser-casework",
        &[
            "hawser-ledger",
            "hawser-encryption",
            "hawser-protocol",
            "hawser-views",
            "age",
        ],
    ),
    (
        "hawser-views",
        &[
            "hawser-ledger",
            "hawser-encryption",
            "hawser-protocol",
            "hawser-agent",
            "age",
        ],
    ),
    (
        "hawser-protocol",
        &[
            "hawser-encryption",
            "hawser-casework",
            "hawser-agent",
            "age",
            "opaque-ke",
        ],
    ),
    (
        "hawser-opening",
        &[
            "hawser-encryption",
            "hawser-casework",
            "hawser-protocol",
            "age",
        ],
    ),
    (
        "hawser-reading",
        &[
            "hawser-encryption",
            "hawser-protocol",
            "hawser-agent",
            "age",
        ],
    ),
    (
        "hawser-encryption",
        &[
            "hawser-casework",
            "hawser-views",
            "hawser-agent",
            "hawser-backend",
        ],
    ),
    (
        "hawser-agent",
        &[
            "hawser-backend",
            "idb",
            "wasm-bindgen-futures",
            "reqwest",
            "tokio",
        ],
    ),
    (
        "hawser-backend",
        &[
            "hawser-encryption",
            "hawser-opening",
            "hawser-casework",
            "hawser-agent",
            "hawser-views",
            "age",
            "age-core",
        ],
    ),
    (
        "hawser-frontend",
        &[
            "hawser-encryption",
            "hawser-agent",
            "hawser-backend",
            "age",
            "opaque-ke",
        ],
    ),
    (
        "hawser-worker",
        &["hawser-backend", "hawser-frontend", "leptos"],
    ),
    // What a court runs: no server, no keyring.
    (
        "hawser-bundle",
        &[
            "hawser-encryption",
            "hawser-protocol",
            "hawser-agent",
            "age",
            "opaque-ke",
            "sea-orm",
            "tokio",
        ],
    ),
    (
        "hawser-verifier",
        &[
            "hawser-agent",
            "hawser-encryption",
            "hawser-protocol",
            "hawser-worker",
            "age",
        ],
    ),
    // What parses hostile files stands beside no key, and knows nothing of the case.
    (
        "hawser-pdf",
        &[
            "hawser-agent",
            "hawser-casework",
            "hawser-encryption",
            "hawser-ledger",
            "hawser-protocol",
            "hawser-views",
            "hawser-worker",
            "age",
        ],
    ),
];

/// Everything a crate depends on, near and far, as it is built for where it runs.
fn known_to(name: &str) -> anyhow::Result<BTreeSet<String>> {
    let mut command = Command::new(env!("CARGO"));
    command.args([
        "tree", "--locked", "-e", "normal", "--prefix", "none", "--format", "{p}", "-p", name,
    ]);
    if matches!(
        name,
        "hawser-frontend" | "hawser-worker" | "hawser-pdf" | "hawser-verifier"
    ) {
        command.args(["--target", WASM]);
    }
    let output = command
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
        .output()?;
    anyhow::ensure!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let text = String::from_utf8(output.stdout)?;
    Ok(text
        .lines()
        .filter_map(|line| line.split(' ').next())
        .map(str::to_owned)
        .collect())
}

#[test]
fn no_crate_knows_what_it_must_not() -> anyhow::Result<()> {
    let mut wrong = Vec::new();
    for (from, forbidden) in FORBIDDEN {
        let known = known_to(from)?;
        assert!(known.contains(*from), "{from} is a crate of this workspace");
        wrong.extend(
            forbidden
                .iter()
                .filter(|to| known.contains(**to))
                .map(|to| format!("{from} knows {to}")),
        );
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    Ok(())
}
