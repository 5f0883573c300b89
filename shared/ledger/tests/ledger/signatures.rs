//! The number by which roots are compared.

use hawser_ledger::OrganisationId;
use hawser_ledger::safety_number::safety_number;

use crate::support::{key, public};

#[test]
fn two_organisations_read_the_same_sixty_digits_to_each_other() {
    let (alpha, beta) = (OrganisationId([1; 32]), OrganisationId([2; 32]));
    let (root, other) = (public(&key("alpha")), public(&key("beta")));
    let number = safety_number((alpha, &root), (beta, &other));
    assert_eq!(number, safety_number((beta, &other), (alpha, &root)));
    assert_eq!(number.len(), 60);
    assert!(number.bytes().all(|digit| digit.is_ascii_digit()));
    let substituted = safety_number((alpha, &root), (beta, &public(&key("mallory"))));
    assert_eq!(number[..30], substituted[..30], "one's own half stays");
    assert_ne!(
        number[30..],
        substituted[30..],
        "the other's half shows the substitution"
    );
}
