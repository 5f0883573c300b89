//! What is chosen for one criterion, followed from what is saved to what is to be.

use std::collections::BTreeSet;

use hawser_casework::{
    Entry, Record,
    assessment::{EvidenceKind, Rating},
    record::MissionRecord,
};
use hawser_views::{
    failure::FieldFailure,
    mission::{CriterionView, RatingView},
};
use leptos::prelude::*;
use web_sys::File;

use crate::pages::assessment_words as words;
use crate::{
    agent_link::Loading,
    components::{file_drop::wrong_file, happened_field::observed_now},
    pages::{
        case::checked,
        mission::ratings::{Chosen, Draft, Key, Ratings, Stage, Unsaved},
    },
};

/// What stands in the form.
#[derive(Clone, Copy)]
pub struct Input {
    /// Code of the rating; empty while none is chosen.
    pub rating: RwSignal<String>,
    pub reason: RwSignal<String>,
    pub evidence: RwSignal<BTreeSet<EvidenceKind>>,
    pub note: RwSignal<String>,
    /// Chosen and not attached yet.
    pub photos: RwSignal<Vec<File>, LocalStorage>,
}

impl Input {
    fn new(draft: Option<&Draft>) -> Self {
        let input = Self {
            rating: RwSignal::new(String::new()),
            reason: RwSignal::new(String::new()),
            evidence: RwSignal::new(BTreeSet::new()),
            note: RwSignal::new(String::new()),
            photos: RwSignal::new_local(Vec::new()),
        };
        if let Some(draft) = draft {
            input.fill(&draft.chosen);
            input.photos.set(draft.photos.clone());
        }
        input
    }

    fn fill(self, chosen: &Chosen) {
        let code = chosen.rating.map_or("", Rating::code);
        self.rating.set(code.to_owned());
        self.reason.set(chosen.reason.clone());
        self.evidence.set(chosen.evidence.clone());
        self.note.set(chosen.note.clone());
    }

    /// What is chosen; tracked.
    pub fn chosen(self) -> Chosen {
        Chosen {
            rating: self.rating.with(|code| words::rating_of(code)),
            reason: self.reason.get(),
            evidence: self.evidence.get(),
            note: self.note.get(),
        }
    }
}

/// What was chosen, how far it is, and what is saved already.
#[derive(Clone, Copy)]
pub struct Work {
    pub key: StoredValue<Key>,
    pub store: Ratings,
    pub input: Input,
    /// What the reader rates, as the record has it.
    pub own: Memo<Option<RatingView>>,
    /// What is saved, as far as is known.
    base: RwSignal<Chosen>,
    /// How far what was chosen is; `None` when nothing waits.
    pub stage: Memo<Option<Stage>>,
    /// Something is chosen that is not saved.
    pub dirty: Memo<bool>,
}

impl Work {
    pub fn new(key: Key, shown: ReadSignal<Loading<CriterionView>>) -> Self {
        let store = expect_context::<Ratings>();
        let input = Input::new(store.draft(&key).as_ref());
        let key = StoredValue::new(key);
        // What was known stays known while it cannot be asked.
        let own = Memo::new(move |last: Option<&Option<RatingView>>| {
            shown.with(|shown| match shown.ready() {
                Some(view) => view.own.clone(),
                None => last.cloned().flatten(),
            })
        });
        let base = RwSignal::new(Chosen::default());
        let stage = Memo::new(move |_| key.with_value(|key| store.stage(key)));
        let dirty = Memo::new(move |_| {
            input.chosen() != base.get() || input.photos.with(|photos| !photos.is_empty())
        });
        let work = Self {
            key,
            store,
            input,
            own,
            base,
            stage,
            dirty,
        };
        work.follow();
        work
    }

    fn follow(self) {
        let Self {
            key,
            store,
            input,
            own,
            base,
            stage,
            dirty,
        } = self;
        // What is saved comes into the form where nothing was chosen yet.
        Effect::new(move |_| {
            let now = own.with(|own| own.as_ref().map(Chosen::from).unwrap_or_default());
            let before = base.get_untracked();
            if now != before {
                let untouched = untrack(|| input.chosen()) == before;
                base.set(now.clone());
                if untouched {
                    input.fill(&now);
                }
            }
        });
        // Saved while it is shown: what was sent, and no more; its photos are not attached once more.
        Effect::new(move |sent: Option<Option<Draft>>| match stage.get() {
            Some(Stage::Saving) => key.with_value(|key| store.draft(key)),
            Some(_) => None,
            None => {
                if let Some(Some(sent)) = sent {
                    base.set(sent.chosen);
                    let waits = |photo: &File| !sent.photos.contains(photo);
                    input.photos.update(|photos| photos.retain(waits));
                }
                None
            }
        });
        // What is chosen outlives the page.
        Effect::new(move |_| {
            let (chosen, photos) = (input.chosen(), input.photos.get());
            if stage.get() == Some(Stage::Saving) {
                return;
            }
            key.with_value(|key| {
                if dirty.get() {
                    store.keep(key, chosen, photos);
                } else {
                    store.forget(key);
                }
            });
        });
    }

    /// What is to be sent: nothing where it is saved already. The fields that are wrong.
    pub fn unsaved(self) -> Result<Option<Unsaved>, Vec<FieldFailure>> {
        let chosen = self.input.chosen();
        let photos = self.input.photos.get();
        let key = self.key.get_value();
        let Some(rating) = chosen.rated(&key) else {
            return Err(vec![checked::missing("rating")]);
        };
        let entry = Entry {
            happened: observed_now(),
            record: Record::Mission(MissionRecord::Rated(rating.clone())),
        };
        let mut wrong = checked::wrong_fields(&entry);
        wrong.extend(photos.iter().find_map(wrong_file));
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let draft = self.store.draft(&key);
        let lacking = draft
            .filter(|draft| draft.chosen == chosen)
            .and_then(|draft| draft.saved);
        let standing = self.own.with(|own| own.as_ref().map(|own| own.record));
        let same = (chosen == self.base.get()).then_some(standing).flatten();
        Ok(match lacking.or(same) {
            Some(_) if photos.is_empty() => None,
            Some(record) => Some(Unsaved::Photos(record)),
            None => Some(Unsaved::Rating(rating)),
        })
    }
}
