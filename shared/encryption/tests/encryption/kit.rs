//! The recovery kit on paper.

use hawser_encryption::kit::{Kit, KitError};
use proptest::prelude::*;

use crate::support::*;

fn kit(bytes: [u8; 32]) -> Kit {
    with_bytes(&bytes, Kit::make)
}

#[track_caller]
fn parsed(typed: &str) -> String {
    match Kit::parse(typed) {
        Ok(kit) => kit.groups().join("-"),
        Err(error) => panic!("{typed}: {error}"),
    }
}

#[test]
fn a_kit_is_typed_back_with_any_spaces_hyphens_and_case() {
    let groups = kit([0xa7; 32]).groups();
    assert_eq!(
        (groups.len(), groups.iter().all(|group| group.len() == 4)),
        (14, true)
    );
    let text = groups.join("-");
    for typed in [
        text.clone(),
        text.to_lowercase(),
        groups.join(" "),
        groups.concat(),
        groups.join(" – "),
        format!("  {}\r\n\t", groups.join("\n")),
    ] {
        assert_eq!(parsed(&typed), text);
    }
}

#[test]
fn o_is_zero_and_i_and_l_are_one() {
    let text = kit([0; 32]).groups().join("-");
    assert!(text.starts_with("0000-0000"));
    assert_eq!(parsed(&text.replace('0', "O")), text);
    assert_eq!(parsed(&text.replace('0', "o")), text);
    // 00001 00001 …: as many ones as the alphabet allows.
    let text = kit([
        0x08, 0x42, 0x10, 0x84, 0x21, 0x08, 0x42, 0x10, 0x84, 0x21, 0x08, 0x42, 0x10, 0x84, 0x21,
        0x08, 0x42, 0x10, 0x84, 0x21, 0x08, 0x42, 0x10, 0x84, 0x21, 0x08, 0x42, 0x10, 0x84, 0x21,
        0x08, 0x42,
    ])
    .groups()
    .join("-");
    assert!(text.starts_with("1111-1111"));
    for letter in ["I", "i", "L", "l"] {
        assert_eq!(parsed(&text.replace('1', letter)), text);
    }
}

#[test]
fn a_single_wrong_character_is_noticed() {
    let right: Vec<char> = kit([0x3c; 32]).groups().concat().chars().collect();
    for place in 0..right.len() {
        for letter in "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
            .chars()
            .filter(|letter| *letter != right[place])
        {
            let mut typed = right.clone();
            typed[place] = letter;
            let typed: String = typed.into_iter().collect();
            assert_eq!(
                Kit::parse(&typed).err(),
                Some(KitError::Checksum),
                "{letter} at {place}"
            );
        }
    }
}

#[test]
fn two_groups_exchanged_are_noticed() {
    let right = kit(std::array::from_fn(|index| index as u8)).groups();
    for first in 0..14 {
        for second in first + 1..14 {
            let mut typed = right.clone();
            typed.swap(first, second);
            assert!(
                typed == right || Kit::parse(&typed.concat()).is_err(),
                "{first} and {second}"
            );
        }
    }
}

#[test]
fn what_is_no_kit_is_told_why() {
    let text = kit([1; 32]).groups().concat();
    assert_eq!(Kit::parse("").err(), Some(KitError::Length(0)));
    assert_eq!(Kit::parse(&text[1..]).err(), Some(KitError::Length(55)));
    assert_eq!(
        Kit::parse(&format!("{text}0")).err(),
        Some(KitError::Length(57))
    );
    for letter in ['U', 'u', '!', 'é', '０'] {
        assert_eq!(
            Kit::parse(&format!("{letter}{}", &text[1..])).err(),
            Some(KitError::Character(letter))
        );
    }
}

#[test]
fn what_the_server_sees_of_a_kit_opens_nothing() {
    let kit = kit([1; 32]);
    let shown = kit.authentication_key();
    assert_eq!(
        kit.verifier(),
        hex::encode(hawser_ledger::key::hash(&[shown.as_slice()]))
    );
    assert_ne!(shown.as_slice(), [1; 32]);
    assert_ne!(kit.verifier(), crate::kit::kit([2; 32]).verifier());
}

proptest! {
    #[test]
    fn every_kit_survives_paper(bytes in any::<[u8; 32]>()) {
        let kit = kit(bytes);
        let again = Kit::parse(&kit.groups().join(" ")).unwrap();
        prop_assert_eq!(again.authentication_key(), kit.authentication_key());
    }

    #[test]
    fn whatever_is_typed_gets_an_answer(typed in "\\PC{0,80}") {
        drop(Kit::parse(&typed));
    }
}
