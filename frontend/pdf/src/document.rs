//! A PDF file (ISO 32000-2) as pixels. What it holds is hostile: it is parsed and drawn in safe Rust, without
//! scripts, links, forms or anything fetched.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};

/// Longest side of a drawing, in pixels: 4 bytes each, 64 MiB for a square.
const LONGEST: u32 = 4096;

/// An opened file.
pub struct Document(Pdf);

/// One page: `4 * width * height` bytes of RGBA, opaque, row by row from the top.
pub struct Drawing {
    /// Pixels in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Red, green, blue, 255.
    pub rgba: Vec<u8>,
}

impl Document {
    /// `None` when it is no PDF file, is damaged, or asks for a password.
    pub fn open(bytes: Vec<u8>) -> Option<Self> {
        let pdf = Pdf::new(bytes).ok()?;
        (!pdf.pages().is_empty()).then_some(Self(pdf))
    }

    /// Number of pages, at least one.
    pub fn pages(&self) -> u32 {
        u32::try_from(self.0.pages().len()).unwrap_or(u32::MAX)
    }

    /// Draws a page, counted from 0, with `longest` pixels on its longer side.
    pub fn draw(&self, page: u32, longest: u32) -> Option<Drawing> {
        let pages = self.0.pages();
        let page = pages.get(usize::try_from(page).ok()?)?;
        let (width, height) = page.render_dimensions();
        let side = width.max(height);
        // Not a number and nothing at all included.
        if !(side.is_finite() && width > 0.0 && height > 0.0) {
            return None;
        }
        let scale = longest.clamp(1, LONGEST) as f32 / side;
        // No side may come out at less than a pixel.
        let fit = |length: f32| scale.max(1.0 / length);
        let settings = PixmapSettings {
            x_scale: fit(width),
            y_scale: fit(height),
            bg_color: WHITE,
        };
        let drawn = render(
            page,
            &RenderCache::new(),
            &InterpreterSettings::default(),
            &RenderSettings::default(),
            &settings,
        );
        Some(Drawing {
            width: drawn.width().into(),
            height: drawn.height().into(),
            rgba: drawn.data_as_u8_slice().to_vec(),
        })
    }
}

#[cfg(test)]
mod tests {
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::Document;

    /// One page of 200 x 100 points, its left half black.
    const HALF_BLACK: &str = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n\
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R/Resources<<>>>>endobj\n\
        4 0 obj<</Length 16>>stream\n0 0 100 100 re f\nendstream endobj\n\
        trailer<</Root 1 0 R/Size 5>>\n%%EOF\n";

    #[wasm_bindgen_test]
    fn a_page_is_drawn_as_it_prints() {
        let document = Document::open(HALF_BLACK.into()).expect("a document");
        assert_eq!(document.pages(), 1);
        let drawing = document.draw(0, 100).expect("a drawing");
        assert_eq!((drawing.width, drawing.height), (100, 50));
        let pixel = |x: usize, y: usize| &drawing.rgba[4 * (100 * y + x)..][..4];
        assert_eq!(pixel(20, 25), [0, 0, 0, 255]);
        assert_eq!(pixel(80, 25), [255, 255, 255, 255]);
        assert!(document.draw(1, 100).is_none());
    }

    #[wasm_bindgen_test]
    fn what_is_no_pdf_is_refused() {
        for bytes in [
            "",
            "%PDF-1.7",
            "not a document",
            "%PDF-1.4\ntrailer<</Root 9 0 R>>",
        ] {
            assert!(Document::open(bytes.into()).is_none(), "{bytes:?}");
        }
    }

    #[wasm_bindgen_test]
    fn a_cut_file_is_refused_or_drawn_but_never_breaks() {
        for end in 0..HALF_BLACK.len() {
            if let Some(document) = Document::open(HALF_BLACK.as_bytes()[..end].to_vec()) {
                let _ = document.draw(0, 64);
            }
        }
    }

    #[wasm_bindgen_test]
    fn a_page_of_absurd_size_stays_within_bounds() {
        for size in ["0 0 0 0", "0 0 1 900000", "0 0 9e30 9e30"] {
            let text = HALF_BLACK.replace("0 0 200 100", size);
            if let Some(drawing) = Document::open(text.into()).and_then(|pdf| pdf.draw(0, 9000)) {
                assert!(drawing.width <= 4096 && drawing.height <= 4096, "{size}");
            }
        }
    }
}
