//! Passphrases: six generated words by default; own ones must be hard to guess.

use diceware_wordlists::EFF_LONG_WORDLIST;
use hawser_views::account::PassphraseEstimate;
use zxcvbn::feedback::Warning;
use zxcvbn::zxcvbn;

use crate::Agent;
use crate::io::Environment;

const WORDS: usize = 6;
/// Least length of an own passphrase, in characters.
const MIN_CHARACTERS: usize = 12;
/// Least estimated guesses, as a power of ten.
const MIN_GUESSES_LOG10: u32 = 14;

impl<E: Environment> Agent<E> {
    /// Six words of the EFF's long list: 77 bits.
    pub(crate) fn generate_passphrase(&self) -> String {
        let count = EFF_LONG_WORDLIST.len() as u32;
        // Without bias: a draw beyond the last whole multiple is drawn again.
        let limit = u32::MAX - u32::MAX % count;
        self.with_random(|random| {
            let mut word = || loop {
                let draw = u32::from_be_bytes(random.array());
                if draw < limit {
                    return EFF_LONG_WORDLIST[(draw % count) as usize];
                }
            };
            (0..WORDS).map(|_| word()).collect::<Vec<_>>().join(" ")
        })
    }
}

/// Whether a passphrase is good enough, and why not.
pub(crate) fn estimate(passphrase: &str, related: &[String]) -> PassphraseEstimate {
    let related: Vec<&str> = related
        .iter()
        .map(String::as_str)
        .filter(|word| !word.is_empty())
        .collect();
    // The estimate's time grows with the square of the length; nobody guesses beyond 100.
    let head: String = passphrase.chars().take(100).collect();
    let entropy = zxcvbn(&head, &related);
    let guesses_log10 = entropy.guesses_log10().max(0.0) as u32;
    let reason = if passphrase.chars().count() < MIN_CHARACTERS {
        "too-short"
    } else if guesses_log10 >= MIN_GUESSES_LOG10 {
        ""
    } else {
        match entropy
            .feedback()
            .and_then(zxcvbn::feedback::Feedback::warning)
        {
            Some(
                Warning::ThisIsATop10Password
                | Warning::ThisIsATop100Password
                | Warning::ThisIsACommonPassword
                | Warning::ThisIsSimilarToACommonlyUsedPassword
                | Warning::AWordByItselfIsEasyToGuess,
            ) => "common",
            Some(
                Warning::RepeatsLikeAaaAreEasyToGuess
                | Warning::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess,
            ) => "repeated",
            Some(Warning::SequencesLikeAbcAreEasyToGuess) => "sequence",
            Some(Warning::RecentYearsAreEasyToGuess | Warning::DatesAreOftenEasyToGuess) => "date",
            Some(
                Warning::NamesAndSurnamesByThemselvesAreEasyToGuess
                | Warning::CommonNamesAndSurnamesAreEasyToGuess,
            ) => "name",
            _ => "pattern",
        }
    };
    PassphraseEstimate {
        accepted: reason.is_empty(),
        guesses_log10,
        reason: reason.to_owned(),
    }
}
