//! The rules and vectors of identifiers.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use hawser_casework::{
    Scheme, Warning,
    identifier::{check, country, recognise},
};
use proptest::prelude::*;

fn warning(scheme: Scheme, input: &str) -> Option<&'static str> {
    check(scheme, input).warning.map(|warning| warning.code())
}

#[test]
fn valid_identifiers_pass_without_a_warning() {
    for (scheme, input) in [
        (Scheme::Container, "CSQU3054383"),
        (Scheme::Container, "TOLU4734787"),
        (Scheme::Container, "QXAU4100728"),
        (Scheme::ImoShip, "9074729"),
        (Scheme::ImoShip, "9319466"),
        (Scheme::ImoShip, "1234567"),
        (Scheme::Mmsi, "205123000"),
        (Scheme::Mmsi, "002051234"),
        (Scheme::Mmsi, "020512345"),
        (Scheme::Mmsi, "111205001"),
        (Scheme::Mmsi, "970123456"),
        (Scheme::Mmsi, "972123456"),
        (Scheme::Mmsi, "974123456"),
        (Scheme::Mmsi, "982051234"),
        (Scheme::Mmsi, "992051234"),
        (Scheme::Mmsi, "820512345"),
        (Scheme::Locode, "NLRTM"),
        (Scheme::Locode, "ECGYE"),
        (Scheme::Locode, "BRSSZ"),
        (Scheme::Locode, "QSPSE"),
        (Scheme::Locode, "US2NY"),
        (Scheme::S10, "RA473124829GB"),
        (Scheme::S10, "LX000001023QN"),
        (Scheme::S10, "LX000001037QN"),
        (Scheme::Cas, "103-79-7"),
        (Scheme::Cas, "108-24-7"),
        (Scheme::Cas, "7722-64-7"),
        (Scheme::Cas, "2167189-50-4"),
        (Scheme::Cas, "1369021-80-6"),
        (Scheme::CnCode, "2915 24 00"),
        (Scheme::CnCode, "ex29183000"),
        (Scheme::CnCode, "291524"),
        (Scheme::CnCode, "2915240000"),
        (Scheme::Iban, "DE89370400440532013000"),
        (Scheme::Iban, "GB29NWBK60161331926819"),
        (Scheme::Iban, "FR1420041010050500013M02606"),
        (Scheme::Iban, "NO9386011117947"),
        (Scheme::Iban, "MT84MALT011000012345MTLCAST001S"),
        (Scheme::Country, "BE"),
        (Scheme::Country, "EC"),
        (Scheme::Country, "XK"),
        (Scheme::Country, "QN"),
        (Scheme::Country, "QZ"),
        (Scheme::Phone, "+3225551212"),
        (Scheme::Imei, "490154203237518"),
        (Scheme::Imei, "001010000000016"),
        (Scheme::Imei, "4901542032375180"),
        (Scheme::Bitcoin, "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"),
        (Scheme::Bitcoin, "13n3ZemAHrhzd2RzHNRuDp272KdBUPZF5y"),
        (Scheme::Bitcoin, "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy"),
        (
            Scheme::Bitcoin,
            "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
        ),
        (
            Scheme::Bitcoin,
            "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
        ),
        (
            Scheme::Ethereum,
            "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
        ),
        (
            Scheme::Ethereum,
            "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
        ),
        (Scheme::Tron, "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t"),
        (Scheme::Seal, "K-004417"),
        (Scheme::Other, "anything"),
    ] {
        let found = check(scheme, input).warning;
        assert_eq!(found, None, "{} {input}", scheme.code());
    }
}

#[test]
fn every_precursor_number_of_the_regulation_passes() {
    for cas in [
        "16648-44-5",
        "5413-05-8",
        "20320-59-6",
        "25547-51-7",
        "80532-66-7",
        "89-52-1",
        "4433-77-6",
        "4468-48-8",
        "120-58-1",
        "4676-39-5",
        "120-57-0",
        "94-59-7",
        "13605-48-6",
        "28578-16-7",
        "21409-26-7",
        "39742-60-4",
        "23056-29-3",
        "125541-22-2",
        "1609-66-1",
        "41661-47-6",
        "79099-07-3",
        "299-42-3",
        "90-82-4",
        "14838-15-4",
        "60-79-7",
        "113-15-5",
        "82-58-6",
        "110925-64-9",
        "1384199-95-4",
        "73393-61-0",
        "771434-80-1",
        "7723-14-0",
        "103-82-2",
        "118-92-3",
        "110-89-4",
        "7647-01-0",
        "7664-93-9",
        "108-88-3",
        "60-29-7",
        "67-64-1",
        "78-93-3",
    ] {
        assert_eq!(warning(Scheme::Cas, cas), None, "{cas}");
        assert_eq!(check(Scheme::Cas, cas).normal, cas);
    }
}

#[test]
fn invalid_identifiers_warn() {
    for (scheme, input, code) in [
        (Scheme::Container, "CSQU3054384", "check-digit"),
        (Scheme::Container, "CSQX3054383", "form"),
        (Scheme::Container, "CSQU305438", "length"),
        (Scheme::Container, "CS1U3054383", "character"),
        (Scheme::ImoShip, "9074728", "check-digit"),
        (Scheme::Mmsi, "12345678", "length"),
        (Scheme::Mmsi, "123456789", "form"),
        (Scheme::Mmsi, "950000000", "form"),
        (Scheme::Locode, "NL1TM", "character"),
        (Scheme::Locode, "ZZRTM", "unknown-country"),
        (Scheme::S10, "RA473124828GB", "check-digit"),
        (Scheme::S10, "RA473124829ZZ", "unknown-country"),
        (Scheme::Cas, "103-79-8", "check-digit"),
        (Scheme::Cas, "3-79-8", "length"),
        (Scheme::CnCode, "2915 2", "length"),
        (Scheme::CnCode, "00152400", "form"),
        (Scheme::Iban, "DE88370400440532013000", "check-digit"),
        (Scheme::Iban, "DE8937040044053201300", "length"),
        (Scheme::Iban, "ZZ89370400440532013000", "unknown-country"),
        (Scheme::Iban, "D", "length"),
        (Scheme::Country, "ZZ", "unknown-country"),
        (Scheme::Phone, "003225551212", "form"),
        (Scheme::Phone, "+0225551212", "form"),
        (Scheme::Phone, "+3225551212345678", "length"),
        (Scheme::Phone, "+32255s1212", "character"),
        (Scheme::Imei, "490154203237519", "check-digit"),
        (Scheme::Imei, "49015420323751", "length"),
        (
            Scheme::Bitcoin,
            "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb",
            "check-digit",
        ),
        (
            Scheme::Bitcoin,
            "1A1zP1eP5QGefi2DMPTfTL5SLmv7Div0Na",
            "character",
        ),
        (
            Scheme::Bitcoin,
            "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t",
            "form",
        ),
        (Scheme::Bitcoin, "1A1z", "length"),
        (
            Scheme::Bitcoin,
            "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5",
            "check-digit",
        ),
        (
            Scheme::Bitcoin,
            "bc1qW508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
            "form",
        ),
        (
            Scheme::Bitcoin,
            "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3b4",
            "character",
        ),
        (
            Scheme::Bitcoin,
            "tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx",
            "form",
        ),
        (
            Scheme::Ethereum,
            "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD",
            "check-digit",
        ),
        (
            Scheme::Ethereum,
            "5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
            "form",
        ),
        (Scheme::Ethereum, "0x5aAeb6", "length"),
        (
            Scheme::Tron,
            "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6u",
            "check-digit",
        ),
        (Scheme::Seal, " - ", "length"),
    ] {
        assert_eq!(
            warning(scheme, input),
            Some(code),
            "{} {input}",
            scheme.code()
        );
    }
}

#[test]
fn a_wrong_check_digit_says_which_was_expected() {
    let expected = |scheme, input| match check(scheme, input).warning {
        Some(Warning::CheckDigit { expected, .. }) => expected,
        other => format!("{other:?}"),
    };
    assert_eq!(expected(Scheme::Container, "QXBU2209180"), "9");
    assert_eq!(expected(Scheme::ImoShip, "9074728"), "9");
    assert_eq!(expected(Scheme::Iban, "DE88370400440532013000"), "89");
    assert_eq!(expected(Scheme::Imei, "490154203237519"), "8");
    assert_eq!(expected(Scheme::S10, "RA473124828GB"), "9");
    assert_eq!(
        expected(
            Scheme::Ethereum,
            "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD"
        ),
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"
    );
}

#[test]
fn an_old_country_code_says_which_is_meant() {
    for (found, meant) in [("UK", Some("GB")), ("EL", Some("GR")), ("ZZ", None)] {
        let code = found.to_owned();
        let suggestion = meant.map(str::to_owned);
        assert_eq!(
            check(Scheme::Country, found).warning,
            Some(Warning::UnknownCountry { code, suggestion })
        );
    }
    assert_eq!(country::assigned().count(), 249);
    assert!(country::is_user_assigned("QM") && !country::is_user_assigned("QL"));
    assert!(!country::is_user_assigned("QA") && country::is_assigned("QA"));
}

#[test]
fn spaces_dashes_and_lower_case_are_accepted() {
    for (scheme, input, normal, shown) in [
        (
            Scheme::Container,
            "csqu 305438-3",
            "CSQU3054383",
            "CSQU 305438 3",
        ),
        (Scheme::ImoShip, "IMO 9074729", "9074729", "IMO 9074729"),
        (Scheme::Mmsi, "205 123 000", "205123000", "205123000"),
        (Scheme::Locode, "nl\u{a0}rtm", "NLRTM", "NL RTM"),
        (
            Scheme::S10,
            "ra 473 124 829 gb",
            "RA473124829GB",
            "RA 473 124 829 GB",
        ),
        (
            Scheme::Cas,
            "7722\u{2013}64\u{2013}7",
            "7722-64-7",
            "7722-64-7",
        ),
        (Scheme::Cas, "7722647", "7722-64-7", "7722-64-7"),
        (
            Scheme::CnCode,
            "EX 2918.30.00",
            "ex29183000",
            "ex 2918 30 00",
        ),
        (Scheme::CnCode, "2915240090", "2915240090", "2915 24 00 90"),
        (
            Scheme::Iban,
            "iban de89 3704 0044 0532 0130 00",
            "DE89370400440532013000",
            "DE89 3704 0044 0532 0130 00",
        ),
        (Scheme::Country, " be ", "BE", "BE"),
        (
            Scheme::Phone,
            "+32 (0)2 555.12-12",
            "+3225551212",
            "+3225551212",
        ),
        (
            Scheme::Imei,
            "49-015420-323751-8",
            "490154203237518",
            "49-015420-323751-8",
        ),
        (
            Scheme::Bitcoin,
            "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4",
            "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
            "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
        ),
        (
            Scheme::Ethereum,
            "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed",
            "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed",
            "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
        ),
        (Scheme::Seal, " k-004417 ", "K004417", "k-004417"),
        (Scheme::Other, " two  words ", "TWO WORDS", "two  words"),
    ] {
        let checked = check(scheme, input);
        assert_eq!(checked.warning, None, "{input}");
        assert_eq!(checked.normal, normal);
        assert_eq!(checked.shown, shown);
    }
}

#[test]
fn a_text_is_recognised_for_what_it_could_be() {
    for (input, best) in [
        ("CSQU3054383", Scheme::Container),
        ("CSQU3054384", Scheme::Container),
        ("9074729", Scheme::ImoShip),
        ("NLRTM", Scheme::Locode),
        ("RA 473 124 829 GB", Scheme::S10),
        ("103-79-7", Scheme::Cas),
        ("DE89 3704 0044 0532 0130 00", Scheme::Iban),
        ("+32 2 555 12 12", Scheme::Phone),
        ("490154203237518", Scheme::Imei),
        ("205123000", Scheme::Mmsi),
        ("2915 24 00", Scheme::CnCode),
        ("BE", Scheme::Country),
        ("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", Scheme::Bitcoin),
        (
            "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
            Scheme::Ethereum,
        ),
        ("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", Scheme::Tron),
    ] {
        assert_eq!(recognise(input).first(), Some(&best), "{input}");
    }
    assert_eq!(recognise("bananas"), []);
    assert_eq!(recognise(""), []);
    assert_eq!(recognise(&"9".repeat(100_000)), []);
}

proptest! {
    #[test]
    fn no_text_makes_a_check_panic(text in "\\PC{0,60}") {
        for scheme in Scheme::ALL {
            let _ = check(scheme, &text);
        }
        let _ = recognise(&text);
    }

    #[test]
    fn no_long_code_makes_a_check_panic(text in "[A-Za-z0-9+:ex-]{0,120}") {
        for scheme in Scheme::ALL {
            let _ = check(scheme, &text);
        }
    }

    #[test]
    fn a_canonical_spelling_stays_as_it_is(text in "[A-Za-z0-9 +-]{0,40}") {
        for scheme in Scheme::ALL {
            let once = check(scheme, &text).normal;
            prop_assert_eq!(&check(scheme, &once).normal, &once, "{}", scheme.code());
        }
    }
}
