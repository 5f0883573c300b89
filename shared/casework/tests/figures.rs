//! Decimals and times, as people type and read them.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use std::cmp::Ordering;

use hawser_casework::{
    Decimal, DecimalError,
    DecimalStyle::{Comma, Point},
    Moment,
    decimal::parse_localised,
    time::{LATE_AFTER_MS, days_until, is_iso_date, is_late},
};
use proptest::prelude::*;
use support::{NOON, happened};

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[test]
fn what_a_french_officer_types_is_kept_to_the_gram() {
    assert_eq!(
        parse_localised("52,340", Comma).unwrap().to_string(),
        "52.340"
    );
}

#[test]
fn a_text_with_two_readings_is_asked_about() {
    for (text, style, grouped, point) in [
        ("52,340", Point, "52340", "52.340"),
        ("1.234", Comma, "1234", "1.234"),
        ("-1.234", Comma, "-1234", "-1.234"),
    ] {
        let readings = [decimal(grouped), decimal(point)];
        let input = text.to_owned();
        assert_eq!(
            parse_localised(text, style),
            Err(DecimalError::Ambiguous { input, readings })
        );
    }
}

#[test]
fn a_text_with_one_reading_is_taken() {
    for (text, style, kept) in [
        ("52.340", Point, "52.340"),
        ("1,234.5", Point, "1234.5"),
        ("1.234,5", Comma, "1234.5"),
        ("1.234,5", Point, "1234.5"),
        ("1,234.5", Comma, "1234.5"),
        ("1,234,567", Point, "1234567"),
        ("1.234.567", Point, "1234567"),
        ("1.234.567,890", Comma, "1234567.890"),
        ("1 234,5", Comma, "1234.5"),
        ("1\u{a0}234\u{a0}567", Point, "1234567"),
        ("1\u{202f}234,50", Comma, "1234.50"),
        ("12\u{2009}345.6", Point, "12345.6"),
        ("0,340", Point, "0.340"),
        ("52,34", Point, "52.34"),
        ("1234,567", Point, "1234.567"),
        ("52.34", Comma, "52.34"),
        (" 007 ", Point, "7"),
        ("+3", Point, "3"),
        ("\u{2212}3,5", Comma, "-3.5"),
        ("-0,00", Comma, "0.00"),
    ] {
        assert_eq!(
            parse_localised(text, style).unwrap().to_string(),
            kept,
            "{text}"
        );
    }
}

#[test]
fn a_text_with_no_reading_is_refused() {
    for text in [
        "",
        "-",
        "abc",
        "1,23,456",
        "12 34",
        "1 2345",
        "1,234,56",
        "1.2.3",
        "1,2.3.4,5",
        "5,",
        ".",
        "1e3",
        "٣",
        "1.234.567,8,9",
        "1 234 5",
        "--1",
    ] {
        for style in [Point, Comma] {
            let found = parse_localised(text, style);
            assert!(
                matches!(found, Err(DecimalError::Malformed | DecimalError::Empty)),
                "{text}: {found:?}"
            );
        }
    }
}

#[test]
fn a_decimal_is_spelled_in_one_way() {
    for text in [
        "", "+1", "01", "1.", ".5", "-0", "-0.0", "1,5", "1e3", " 1", "--1", "1.2.3",
    ] {
        assert!(text.parse::<Decimal>().is_err(), "{text}");
    }
    let long = "1234567890123456789";
    assert_eq!(long.parse::<Decimal>(), Err(DecimalError::TooManyDigits));
    assert!(serde_json::from_str::<Decimal>("52.34").is_err());
    assert_eq!(
        serde_json::to_string(&decimal("52.340")).unwrap(),
        "\"52.340\""
    );
}

#[test]
fn trailing_zeros_are_precision_and_not_value() {
    assert_ne!(decimal("52.34"), decimal("52.340"));
    assert_eq!(
        decimal("52.34").compare(&decimal("52.340")),
        Ordering::Equal
    );
    assert_eq!(
        decimal("1.20")
            .checked_add(&decimal("0.3"))
            .unwrap()
            .to_string(),
        "1.50"
    );
    assert_eq!(
        decimal("1.20")
            .checked_sub(&decimal("1.2"))
            .unwrap()
            .to_string(),
        "0.00"
    );
    let most = decimal("999999999999999999.999999999");
    assert_eq!(most.checked_add(&most), Err(DecimalError::TooManyDigits));
    assert_eq!(
        most.checked_sub(&decimal("0.000000001"))
            .unwrap()
            .to_string(),
        "999999999999999999.999999998"
    );
}

#[test]
fn a_time_is_written_with_its_offset() {
    assert_eq!(NOON.to_string(), "2026-11-22T14:03:05+01:00");
    assert_eq!(
        NOON.at_offset(-210).to_string(),
        "2026-11-22T09:33:05-03:30"
    );
    assert_eq!(NOON.at_offset(0).to_string(), "2026-11-22T13:03:05+00:00");
    let before_1970: Moment = "1969-12-31T23:59:59.5Z".parse().unwrap();
    assert_eq!(before_1970.utc_ms, -500);
    assert_eq!(before_1970.to_string(), "1969-12-31T23:59:59+00:00");
}

#[test]
fn a_time_without_an_offset_is_refused() {
    for text in [
        "2026-11-22T14:03:05",
        "2026-11-22 14:03:05Z",
        "2026-02-29T14:03:05Z",
        "2026-11-22T24:00:00Z",
        "2026-11-22T14:03:05+19:00",
        "2026-11-22T14:03:05+01:60",
        "2026-11-22T14:03:05+0100",
        "2026-11-22T14:03:05.Z",
        "2026-11-22T14:03:05.1234Z",
        "22/11/2026T14:03:05Z",
        "",
        "é026-11-22T14:03:05Z",
    ] {
        assert!(text.parse::<Moment>().is_err(), "{text}");
    }
}

#[test]
fn a_record_two_hours_after_the_act_is_late() {
    let recorded = |after| Moment {
        utc_ms: NOON.utc_ms + after,
        ..NOON
    };
    assert!(!is_late(&happened(), &recorded(LATE_AFTER_MS)));
    assert!(is_late(&happened(), &recorded(LATE_AFTER_MS + 1)));
    assert!(!is_late(&happened(), &recorded(-LATE_AFTER_MS * 9)));
}

#[test]
fn days_left_count_from_the_readers_own_day() {
    assert_eq!(days_until("2027-01-02", &NOON), Some(41));
    assert_eq!(days_until("2026-11-22", &NOON.at_offset(14 * 60)), Some(-1));
    assert_eq!(days_until("soon", &NOON), None);
    assert!(is_iso_date("2028-02-29") && !is_iso_date("2100-02-29"));
}

#[test]
fn an_offset_that_no_place_has_is_no_time() {
    for offset_min in [i16::MIN, -1081, 1081, i16::MAX] {
        assert!(!NOON.at_offset(offset_min).is_valid(), "{offset_min}");
        assert!(NOON.at_offset(offset_min).to_string().starts_with('@'));
    }
}

proptest! {
    #[test]
    fn a_decimal_survives_writing_and_reading(whole in 0..=999_999_999_999_999_999u64, decimals in "[0-9]{0,9}", negative: bool) {
        let zero = whole == 0 && decimals.bytes().all(|digit| digit == b'0');
        let sign = if negative && !zero { "-" } else { "" };
        let text = if decimals.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{decimals}") };
        let read: Decimal = text.parse().unwrap();
        prop_assert_eq!(read.to_string(), text.clone());
        let json = serde_json::to_string(&read).unwrap();
        prop_assert_eq!(serde_json::from_str::<Decimal>(&json).unwrap(), read);
        prop_assert_eq!(parse_localised(&text, Point).unwrap(), read);
        prop_assert_eq!(parse_localised(&text.replace('.', ","), Comma).unwrap(), read);
    }

    #[test]
    fn a_sum_minus_one_part_is_the_other(a in -999_999_999_999i64..999_999_999_999, b in -999_999_999_999i64..999_999_999_999) {
        let milli = |n: i64| decimal(&format!("{}{}.{:03}", if n < 0 { "-" } else { "" }, n.abs() / 1000, n.abs() % 1000));
        let sum = milli(a).checked_add(&milli(b)).unwrap();
        prop_assert_eq!(sum, milli(a + b));
        prop_assert_eq!(sum.checked_sub(&milli(b)).unwrap(), milli(a));
    }

    #[test]
    fn no_text_makes_reading_a_figure_panic(text in "\\PC{0,30}") {
        let _ = parse_localised(&text, Point);
        let _ = parse_localised(&text, Comma);
        let _ = text.parse::<Moment>();
        let _ = is_iso_date(&text);
    }

    #[test]
    fn a_time_survives_writing_and_reading(seconds in -62_000_000_000i64..253_000_000_000, offset_min in -1080i16..=1080) {
        let moment = Moment { utc_ms: seconds * 1000, offset_min };
        prop_assert_eq!(moment.to_string().parse::<Moment>().unwrap(), moment);
    }

    #[test]
    fn no_moment_makes_writing_panic(utc_ms: i64, offset_min: i16) {
        let _ = Moment { utc_ms, offset_min }.to_string();
    }
}
