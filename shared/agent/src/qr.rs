//! QR codes as rows of dark modules.

use qrcode::{Color, QrCode};

/// The modules of a QR code for `text`; empty when it does not fit into one.
pub(crate) fn modules(text: &str) -> Vec<Vec<bool>> {
    let Ok(code) = QrCode::new(text.as_bytes()) else {
        return Vec::new();
    };
    let width = code.width();
    code.to_colors()
        .chunks(width)
        .map(|row| row.iter().map(|module| *module == Color::Dark).collect())
        .collect()
}
