//! Events out of place, and signatures for one thing presented as another.

use hawser_ledger::codec::Layout;
use hawser_ledger::event::EventError;
use hawser_ledger::key::{
    LABEL_CERTIFY, LABEL_CONSENT, LABEL_DELEGATION, LABEL_EVENT, LABEL_LETTER, LABEL_PERSON,
    LABEL_STATEMENT, sign, verify,
};
use hawser_ledger::membership::{Act, GroupPurpose, SpaceKind};
use hawser_ledger::statement::{sign_statement, verify_statement};
use hawser_ledger::{ChainError, CommandId, Event, SpaceId};

use crate::support::*;

fn special(name: &str) -> Act {
    create(group(name), GroupPurpose::Special)
}

#[test]
fn an_event_replayed_into_another_space_is_refused() {
    let case = Case::founded();
    let founder = case.founder();
    let mut genesis = genesis(
        SpaceKind::Case,
        Some(&case.alpha),
        &case.alpha.root,
        &[&case.alpha],
    );
    genesis.random = [8; 32];
    let mut other = Ledger::found(genesis, &founder.key).unwrap();
    while other.chain.size() < case.ledger.chain.size() {
        let act = special(&other.number.to_string());
        other.act(&founder, act).unwrap();
    }
    let event = case.ledger.event(&founder.key, &special("x"));
    assert_eq!(other.accept(&event), Err(ChainError::Space));
    // Even with a position that fits there: the space is signed.
    let mut moved = event.clone();
    moved.header.prefix.space = other.space();
    moved.header.position = other.event(&founder.key, &special("x")).header.position;
    assert!(matches!(
        other.accept(&moved),
        Err(ChainError::Event(EventError::Signature(_)))
    ));
}

#[test]
fn two_events_swapped_a_number_doubled_or_skipped_are_refused() {
    let case = Case::founded();
    let founder = case.founder();
    let mut honest = case.ledger.clone();
    let first = honest.event(&founder.key, &special("a"));
    honest.accept(&first).unwrap();
    let second = honest.event(&founder.key, &special("b"));
    honest.accept(&second).unwrap();

    let mut victim = case.ledger.clone();
    let due = victim.chain.size();
    assert_eq!(
        victim.accept(&second),
        Err(ChainError::Sequence {
            expected: due,
            found: due + 1
        })
    );
    victim.accept(&first).unwrap();
    assert_eq!(
        victim.accept(&first),
        Err(ChainError::Sequence {
            expected: due + 1,
            found: due
        })
    );
    victim.accept(&second).unwrap();
    assert_eq!(victim.chain.head(), honest.chain.head());
}

#[test]
fn an_event_that_follows_another_past_is_refused() {
    let case = Case::founded();
    let founder = case.founder();
    let (mut ours, mut theirs) = (case.ledger.clone(), case.ledger.clone());
    ours.act(&founder, special("ours")).unwrap();
    theirs.act(&founder, special("theirs")).unwrap();
    let event = theirs.event(&founder.key, &special("next"));
    assert_eq!(ours.accept(&event), Err(ChainError::Previous));
    // The link forged, the tree not: the fork stays visible.
    let mut header = event.header;
    header.position.prev = ours.chain.head().0;
    let forged = Event::sign(
        header.prefix,
        header.position,
        event.public,
        Vec::new(),
        &founder.key,
    );
    assert_eq!(ours.accept(&forged), Err(ChainError::SeenRoot));
}

#[test]
fn an_honest_rebase_keeps_the_prefix_and_signs_the_position_anew() {
    let mut case = Case::founded();
    let (founder, team) = (case.founder(), case.team);
    let waiting = case.ledger.content_event(&founder.key, team);
    case.by_founder(special("first")).unwrap();
    assert!(matches!(
        case.ledger.accept(&waiting),
        Err(ChainError::Sequence { .. })
    ));
    let position = case.ledger.chain.next_position(team);
    let prefix = waiting.header.prefix.clone();
    let rebased = Event::sign(
        prefix,
        position,
        waiting.public,
        waiting.encrypted,
        &founder.key,
    );
    assert_eq!(rebased.header.prefix, waiting.header.prefix);
    case.ledger.accept(&rebased).unwrap();
}

#[test]
fn parts_of_one_event_under_the_header_of_another_are_refused() {
    let (mut case, ben) = Case::with_ben();
    let mut event = case.ledger.content_event(&ben.key, case.team);
    event.encrypted = b"something else".to_vec();
    assert!(case.ledger.accept(&event).is_err());
    let mut event = case.ledger.content_event(&ben.key, case.team);
    event.public = vec![0; 5];
    assert!(case.ledger.accept(&event).is_err());
}

#[test]
fn a_strangers_event_is_refused_whoever_it_names() {
    let (mut case, ben) = Case::with_ben();
    let stranger = key("stranger");
    let event = case.ledger.content_event(&stranger, case.team);
    assert_eq!(
        case.ledger.accept(&event).unwrap_err().code(),
        "unknown-author"
    );
    let mut posing = event;
    posing.header.prefix.author = case
        .ledger
        .content_event(&ben.key, case.team)
        .header
        .prefix
        .author;
    posing.signature = sign(&stranger, LABEL_EVENT, &posing.header.encode());
    assert_eq!(
        case.ledger.accept(&posing).unwrap_err().code(),
        "bad-signature"
    );
}

#[test]
fn a_signature_made_for_anything_else_is_no_event_signature() {
    let (mut case, ben) = Case::with_ben();
    let mut event = case.ledger.content_event(&ben.key, case.team);
    let header = event.header.encode();
    for label in [
        LABEL_STATEMENT,
        LABEL_CONSENT,
        LABEL_LETTER,
        LABEL_PERSON,
        LABEL_CERTIFY,
        LABEL_DELEGATION,
    ] {
        event.signature = sign(&ben.key, label, &header);
        assert_eq!(
            case.ledger.accept(&event).unwrap_err().code(),
            "bad-signature"
        );
    }
    // A log signs checkpoints without any label.
    event.signature = ed25519_dalek::Signer::sign(&ben.key, &header).to_bytes();
    assert_eq!(
        case.ledger.accept(&event).unwrap_err().code(),
        "bad-signature"
    );
}

#[test]
fn no_label_is_the_beginning_of_another() {
    let labels = [
        LABEL_EVENT,
        LABEL_STATEMENT,
        LABEL_CONSENT,
        LABEL_LETTER,
        LABEL_PERSON,
        LABEL_CERTIFY,
        LABEL_DELEGATION,
    ];
    for (index, one) in labels.iter().enumerate() {
        assert_eq!(one.last(), Some(&0));
        for other in &labels[index + 1..] {
            assert!(!one.starts_with(other) && !other.starts_with(one));
        }
    }
}

#[test]
fn a_statement_holds_for_its_space_command_and_words_only() {
    let ben = key("ben");
    let (space, command) = (SpaceId([1; 32]), CommandId([2; 16]));
    let signature = sign_statement(&ben, space, command, b"I have received it");
    let check = |space, command, body: &[u8]| {
        verify_statement(&public(&ben), space, command, body, &signature)
    };
    assert!(check(space, command, b"I have received it").is_ok());
    assert!(check(SpaceId([3; 32]), command, b"I have received it").is_err());
    assert!(check(space, CommandId([3; 16]), b"I have received it").is_err());
    assert!(check(space, command, b"I have received them").is_err());
    let of_another = verify_statement(
        &public(&key("bea")),
        space,
        command,
        b"I have received it",
        &signature,
    );
    assert!(of_another.is_err());
    assert!(
        verify(
            &public(&ben),
            LABEL_EVENT,
            b"I have received it",
            &signature
        )
        .is_err()
    );
}

#[test]
fn a_restored_chain_goes_on_where_it_was() {
    let (case, ben) = Case::with_ben();
    let chain = &case.ledger.chain;
    let mut restored = Ledger {
        chain: hawser_ledger::Chain::restore(
            chain.head(),
            chain.tree().clone(),
            chain.membership().clone(),
        ),
        number: case.ledger.number,
    };
    restored.write(&ben, case.team).unwrap();
    assert_eq!(restored.space(), case.ledger.space());
}
