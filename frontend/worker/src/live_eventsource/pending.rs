//! What was heard and not yet told: of each space only the newest.

use std::collections::VecDeque;

use hawser_protocol::space::LiveNotice;

/// Notices in the order of their first arrival.
#[derive(Default)]
pub struct Pending(VecDeque<LiveNotice>);

impl Pending {
    /// Takes a notice in; it replaces an older one of the same space. Size 0,
    /// "look whatever you know", outlasts any other. The end of the session
    /// comes before all else.
    pub fn add(&mut self, notice: LiveNotice) {
        if notice == LiveNotice::SignedOut {
            self.0.clear();
        }
        for waiting in &mut self.0 {
            match (&notice, waiting) {
                (
                    LiveNotice::Space { space, size },
                    LiveNotice::Space {
                        space: same,
                        size: older,
                    },
                ) if space == same => {
                    *older = if *older == 0 || *size == 0 {
                        0
                    } else {
                        (*older).max(*size)
                    };
                    return;
                }
                (new, waiting) if *new == *waiting => return,
                _ => {}
            }
        }
        self.0.push_back(notice);
    }

    /// The one that waits longest.
    pub fn take(&mut self) -> Option<LiveNotice> {
        self.0.pop_front()
    }
}

#[cfg(test)]
mod tests {
    use hawser_protocol::space::LiveNotice;
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::Pending;

    fn space(of: char, size: u64) -> LiveNotice {
        let id = of.to_string().repeat(64);
        serde_json::from_str(&format!(
            r#"{{"type":"space","space":"{id}","size":{size}}}"#
        ))
        .unwrap()
    }

    fn all(mut pending: Pending) -> Vec<LiveNotice> {
        std::iter::from_fn(|| pending.take()).collect()
    }

    #[wasm_bindgen_test]
    fn of_many_notices_of_a_space_the_newest_remains() {
        let mut pending = Pending::default();
        for notice in [
            space('a', 3),
            LiveNotice::Errands,
            space('b', 1),
            space('a', 9),
            LiveNotice::Errands,
            space('a', 4),
        ] {
            pending.add(notice);
        }
        assert_eq!(
            all(pending),
            [space('a', 9), LiveNotice::Errands, space('b', 1)]
        );
    }

    #[wasm_bindgen_test]
    fn size_zero_outlasts_any_other() {
        let mut pending = Pending::default();
        for notice in [space('a', 3), space('a', 0), space('a', 4)] {
            pending.add(notice);
        }
        assert_eq!(all(pending), [space('a', 0)]);
    }

    #[wasm_bindgen_test]
    fn the_end_of_the_session_comes_first() {
        let mut pending = Pending::default();
        pending.add(space('a', 3));
        pending.add(LiveNotice::SignedOut);
        assert_eq!(all(pending), [LiveNotice::SignedOut]);
    }
}
