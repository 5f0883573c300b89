//! Text forms as age publishes them.

/// The command-line tests say `-s`, `-r`; this is the document's own worked example.
#[test]
fn age_text_forms_have_their_published_prefixes() {
    use secrecy::ExposeSecret as _;
    let text = hawser_encryption::age_file::identity_text(1, &[1; 32]);
    assert!(text.expose_secret().starts_with("AGE-SECRET-KEY-1"));
    assert_eq!(text.expose_secret().len(), 74);
    let recipient = hawser_encryption::age_file::recipient_text(&[9; 32]).unwrap();
    assert!(recipient.starts_with("age1") && recipient.len() == 62);
}
