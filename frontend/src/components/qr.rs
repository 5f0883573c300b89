use std::fmt::Write;

use leptos::prelude::*;
use qrcode::{Color, EcLevel, QrCode as Code};

/// Dark modules of a text's QR code, row by row; empty when it is too long for one.
pub fn qr_rows(text: &str) -> Vec<Vec<bool>> {
    Code::with_error_correction_level(text, EcLevel::M).map_or_else(
        |_| Vec::new(),
        |code| {
            let width = code.width().max(1);
            code.to_colors()
                .chunks(width)
                .map(|row| row.iter().map(|c| *c == Color::Dark).collect())
                .collect()
        },
    )
}

/// A QR code, always dark on white, with the quiet zone that readers need.
#[component]
pub fn QrCode(
    #[prop(into)] rows: Signal<Vec<Vec<bool>>>,
    /// What it holds, for those who cannot see it.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    let size = move || rows.with(Vec::len) + 8;
    let dark = move || {
        rows.with(|rows| {
            let mut path = String::new();
            for (y, row) in rows.iter().enumerate() {
                let mut x = 0;
                while x < row.len() {
                    let run = row.iter().skip(x).take_while(|dark| **dark).count();
                    if run > 0 {
                        let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + 4, y + 4);
                    }
                    x += run.max(1);
                }
            }
            path
        })
    };
    view! {
        <svg
            class="qr" role="img" aria-label=label shape-rendering="crispEdges"
            viewBox=move || { let size = size(); format!("0 0 {size} {size}") }
        >
            <rect class="qr-light" width="100%" height="100%" />
            <path class="qr-dark" d=dark />
        </svg>
    }
}
