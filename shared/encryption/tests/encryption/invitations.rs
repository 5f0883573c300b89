//! What an invitation's secret proves.

use hawser_encryption::OpenError;
use hawser_encryption::invitation::InvitationSecret;
use hawser_ledger::OrganisationId;
use hawser_ledger::codec::Layout;
use hawser_ledger::{KeyId, UserId};

use crate::support::*;

#[test]
fn an_answer_is_taken_from_the_invited_person_only() {
    let (secret, organisation) = (
        InvitationSecret::from_bytes([7; 32]),
        OrganisationId([1; 32]),
    );
    let request = identity("ben")
        .certificate_request(organisation, UserId([2; 16]), [3; 32])
        .encode();
    let tag = secret.authenticate(organisation, &request);
    assert_eq!(tag.len(), 32);
    assert_eq!(secret.verify(organisation, &request, &tag), Ok(()));
    // The server puts its own key in, or moves the answer elsewhere.
    let substituted = identity("mallory")
        .certificate_request(organisation, UserId([2; 16]), [3; 32])
        .encode();
    assert_eq!(
        secret.verify(organisation, &substituted, &tag),
        Err(OpenError::Key)
    );
    assert_eq!(
        secret.verify(OrganisationId([2; 32]), &request, &tag),
        Err(OpenError::Key)
    );
    assert_eq!(
        InvitationSecret::from_bytes([8; 32]).verify(organisation, &request, &tag),
        Err(OpenError::Key)
    );
    for length in 0..32 {
        assert_eq!(
            secret.verify(organisation, &request, &tag[..length]),
            Err(OpenError::Key)
        );
    }
    for bit in 0..256 {
        let mut changed = tag.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        assert_eq!(
            secret.verify(organisation, &request, &changed),
            Err(OpenError::Key)
        );
    }
}

#[test]
fn the_look_up_value_tells_nothing_of_the_secret() {
    let secret = with_random("invitation", InvitationSecret::make);
    let lookup = secret.lookup();
    assert_eq!(lookup.len(), 64);
    assert!(!lookup.contains(&hex::encode(secret.expose())[..16]));
    let posing = InvitationSecret::from_bytes(KeyId(lookup.parse::<KeyId>().unwrap().0).0);
    assert_ne!(posing.lookup(), lookup);
}

#[test]
fn the_invitees_name_is_for_the_inviter() {
    let secret = InvitationSecret::from_bytes([7; 32]);
    let sealed = with_random("name", |random| secret.seal_name(random, b"Ben Example"));
    assert_eq!(secret.open_name(&sealed), Ok(b"Ben Example".to_vec()));
    assert_eq!(
        InvitationSecret::from_bytes([8; 32]).open_name(&sealed),
        Err(OpenError::Key)
    );
    let mut changed = sealed;
    changed[30] ^= 1;
    assert_eq!(secret.open_name(&changed), Err(OpenError::Key));
}
