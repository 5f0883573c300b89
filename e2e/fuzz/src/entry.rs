//! What members write into entries, and templates that they bring.

use hawser_casework::Entry;
use hawser_casework::assessment::Template;

pub fn json(bytes: &[u8]) {
    if let Ok(entry) = Entry::decode(bytes) {
        // Whether it may be recorded is another question, which has an answer too.
        drop(entry.validate());
        if let Ok(written) = entry.encode() {
            let again = Entry::decode(&written).map(|again| again == entry);
            assert!(
                again.is_ok_and(|same| same),
                "it is not read back as it is written"
            );
        }
    }
    if let Ok(template) = Template::decode(bytes) {
        drop(template.check());
    }
}
