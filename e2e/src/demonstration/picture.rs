//! Pictures and papers of the exercise: drawn, so that nobody is on them.

use jpeg_encoder::{ColorType, Encoder, EncodingError};

const WIDTH: u16 = 960;
const HEIGHT: u16 = 640;

/// A TIFF directory with orientation 6 (turn right) and a position in mid-ocean,
/// as a telephone writes it (EXIF 2.3).
fn exif() -> Vec<u8> {
    let mut tiff: Vec<u8> = b"MM\0\x2a\0\0\0\x08".to_vec();
    let entry = |tiff: &mut Vec<u8>, tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        tiff.extend(tag.to_be_bytes());
        tiff.extend(kind.to_be_bytes());
        tiff.extend(count.to_be_bytes());
        tiff.extend(value);
    };
    let gps_at: u32 = 8 + 2 + 2 * 12 + 4;
    tiff.extend(2_u16.to_be_bytes());
    entry(&mut tiff, 0x0112, 3, 1, [0, 6, 0, 0]);
    entry(&mut tiff, 0x8825, 4, 1, gps_at.to_be_bytes());
    tiff.extend([0; 4]);
    let values_at = gps_at + 2 + 4 * 12 + 4;
    tiff.extend(4_u16.to_be_bytes());
    entry(&mut tiff, 1, 2, 2, *b"N\0\0\0");
    entry(&mut tiff, 2, 5, 3, values_at.to_be_bytes());
    entry(&mut tiff, 3, 2, 2, *b"W\0\0\0");
    entry(&mut tiff, 4, 5, 3, (values_at + 24).to_be_bytes());
    tiff.extend([0; 4]);
    for (value, divisor) in [
        (31_u32, 1_u32),
        (12, 1),
        (450, 10),
        (40, 1),
        (5, 1),
        (120, 10),
    ] {
        tiff.extend(value.to_be_bytes());
        tiff.extend(divisor.to_be_bytes());
    }
    [b"Exif\0\0".as_slice(), &tiff].concat()
}

/// A photo of stacked boxes, different for each `seed`.
pub fn photo(seed: u32) -> Result<Vec<u8>, EncodingError> {
    let (width, height) = (usize::from(WIDTH), usize::from(HEIGHT));
    let mut pixels = Vec::with_capacity(width * height * 3);
    let hues = [
        [38, 70, 83],
        [42, 157, 143],
        [233, 196, 106],
        [231, 111, 81],
        [120, 132, 140],
    ];
    for y in 0..height {
        for x in 0..width {
            let (column, row) = (x * 6 / width, y * 4 / height);
            let (within_x, within_y) = (x * 6 % width, y * 4 % height);
            let box_hue = hues[(column * 7 + row * 3 + seed as usize * 5) % hues.len()];
            let edge = within_x < 40 || within_y < 24;
            let rib = within_x / 90 % 2 == 0;
            let light = 100
                - (y * 30 / height) as u32
                - if rib { 8 } else { 0 }
                - if edge { 45 } else { 0 };
            pixels.extend(box_hue.map(|part: u32| (part * light / 100) as u8));
        }
    }
    let mut jpeg = Vec::new();
    let mut encoder = Encoder::new(&mut jpeg, 82);
    encoder.add_app_segment(1, exif())?;
    encoder.encode(&pixels, WIDTH, HEIGHT, ColorType::Rgb)?;
    Ok(jpeg)
}

/// A page of PDF with a few lines of text.
pub fn statement_pdf(lines: &[&str]) -> Vec<u8> {
    let mut text = "BT /F1 14 Tf 72 760 Td 20 TL\n".to_owned();
    for line in lines {
        let safe: String = line
            .chars()
            .filter(|c| c.is_ascii() && !"()\\".contains(*c))
            .collect();
        text.push_str(&format!("({safe}) Tj T*\n"));
    }
    text.push_str("ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
         /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{text}\nendstream", text.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut pdf = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        places.push(pdf.len());
        pdf.push_str(&format!("{} 0 obj\n{object}\nendobj\n", index + 1));
    }
    let table = pdf.len();
    pdf.push_str(&format!(
        "xref\n0 {}\n0000000000 65535 f \n",
        objects.len() + 1
    ));
    for place in places {
        pdf.push_str(&format!("{place:010} 00000 n \n"));
    }
    pdf.push_str(&format!(
        "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n",
        objects.len() + 1
    ));
    pdf.into_bytes()
}
