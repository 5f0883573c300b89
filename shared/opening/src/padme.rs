//! Padmé (Nikitin et al., 2019): lengths leak O(log log n) bits, at most 12 % larger.

/// The padded length of `length` bytes.
pub fn padded(length: usize) -> usize {
    if length < 2 {
        return length;
    }
    let exponent = usize::BITS - 1 - length.leading_zeros();
    let significant = u32::BITS - exponent.leading_zeros();
    let mask = (1_usize << (exponent - significant.min(exponent))) - 1;
    (length + mask) & !mask
}

#[cfg(test)]
mod tests {
    use super::padded;

    #[test]
    fn lengths_grow_by_at_most_an_eighth_and_never_shrink() {
        for length in 2..100_000_usize {
            let padded = padded(length);
            assert!(
                padded >= length && (padded - length) * 8 <= length,
                "{length} -> {padded}"
            );
        }
        // Worked examples: the last E - S bits are zero (E = 9, S = 4 for a thousand).
        let examples = [
            (0, 0),
            (1, 1),
            (2, 2),
            (9, 10),
            (100, 104),
            (1_000, 1_024),
            (65_536, 65_536),
            (1_000_000, 1_015_808),
        ];
        for (length, expected) in examples {
            assert_eq!(padded(length), expected, "{length}");
        }
    }
}
