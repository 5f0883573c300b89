//! What an assessor has chosen and is not known to be saved.
//!
//! It stands at the root: the next criterion is shown while the last one is on its way, and what could not be
//! saved is there to come back to, wherever the reader has gone meanwhile.

use std::collections::{BTreeSet, HashMap};

use hawser_casework::{
    RecordId, SpaceId,
    assessment::{EvidenceKind, Rating},
    record::OwnRating,
};
use hawser_views::{
    Command, Reply,
    failure::Failure,
    mission::{CellPlace, MissionCommand, RatingView},
};
use leptos::{prelude::*, task::spawn_local};
use leptos_fluent::{I18n, tr};
use web_sys::File;

use crate::{
    agent_link::{AgentLink, Standing, use_agent},
    components::{Toasts, exhibit_form::attach, use_toasts},
    i18n::use_i18n,
};

/// Which criterion, where, at which visit of which mission.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Key {
    pub space: SpaceId,
    pub visit: RecordId,
    pub place: CellPlace,
}

/// What was chosen, without photos.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chosen {
    /// `None` while nothing is chosen.
    pub rating: Option<Rating>,
    pub reason: String,
    pub evidence: BTreeSet<EvidenceKind>,
    pub note: String,
}

impl From<&RatingView> for Chosen {
    fn from(own: &RatingView) -> Self {
        Self {
            rating: Some(own.rating),
            reason: own.reason.clone(),
            evidence: own.evidence.iter().copied().collect(),
            note: own.note.clone(),
        }
    }
}

impl Chosen {
    /// As it goes into the record; `None` while no rating is chosen.
    pub fn rated(&self, key: &Key) -> Option<OwnRating> {
        Some(OwnRating {
            visit: key.visit,
            facility: key.place.facility,
            criterion: key.place.criterion.clone(),
            rating: self.rating?,
            reason: self.reason.trim().to_owned(),
            evidence: self.evidence.iter().copied().collect(),
            note: self.note.trim().to_owned(),
        })
    }
}

/// How far it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stage {
    /// Chosen and not sent.
    Open,
    /// On its way to the agent, which has not answered.
    Saving,
    /// It could not be saved.
    Failed(Failure),
}

/// What was chosen for one criterion.
#[derive(Clone)]
pub struct Draft {
    pub chosen: Chosen,
    pub photos: Vec<File>,
    /// The rating that is saved and lacks its photos.
    pub saved: Option<RecordId>,
    pub stage: Stage,
}

/// What is to be saved of a draft.
pub enum Unsaved {
    /// The rating, and then its photos.
    Rating(OwnRating),
    /// Photos of a rating that is saved already.
    Photos(RecordId),
}

/// The drafts of this page.
#[derive(Clone, Copy)]
pub struct Ratings {
    drafts: RwSignal<HashMap<Key, Draft>, LocalStorage>,
    saved: RwSignal<u32>,
    failed: RwSignal<Option<Key>>,
    link: AgentLink,
    toasts: Toasts,
    i18n: I18n,
}

impl Ratings {
    /// Makes them known to everything below. They go with the keys.
    pub fn provide() {
        let ratings = Self {
            i18n: use_i18n(),
            drafts: RwSignal::new_local(HashMap::new()),
            saved: RwSignal::new(0),
            failed: RwSignal::new(None),
            link: use_agent(),
            toasts: use_toasts(),
        };
        Effect::new(move |_| {
            if ratings.link.standing().get() != Standing::Unlocked {
                ratings.drafts.update(HashMap::clear);
                ratings.saved.set(0);
                ratings.failed.set(None);
            }
        });
        provide_context(ratings);
    }

    /// What was chosen for a criterion and is not known to be saved; not tracked.
    pub fn draft(self, key: &Key) -> Option<Draft> {
        self.drafts
            .with_untracked(|drafts| drafts.get(key).cloned())
    }

    /// How far what was chosen for a criterion is; `None` when nothing waits.
    pub fn stage(self, key: &Key) -> Option<Stage> {
        self.drafts
            .with(|drafts| drafts.get(key).map(|draft| draft.stage.clone()))
    }

    /// Keeps what is chosen, unless it is on its way.
    pub fn keep(self, key: &Key, chosen: Chosen, photos: Vec<File>) {
        self.drafts.update(|drafts| match drafts.get_mut(key) {
            Some(draft) if draft.stage == Stage::Saving => {}
            Some(draft) => {
                if draft.chosen != chosen {
                    draft.saved = None;
                }
                draft.chosen = chosen;
                draft.photos = photos;
            }
            None => {
                let draft = Draft {
                    chosen,
                    photos,
                    saved: None,
                    stage: Stage::Open,
                };
                drafts.insert(key.clone(), draft);
            }
        });
    }

    /// Nothing is left to save there.
    pub fn forget(self, key: &Key) {
        let idle = |drafts: &HashMap<Key, Draft>| {
            drafts
                .get(key)
                .is_some_and(|draft| draft.stage != Stage::Saving)
        };
        if self.drafts.with_untracked(idle) {
            self.drafts.update(|drafts| {
                drafts.remove(key);
            });
        }
    }

    /// How many are on their way.
    pub fn saving(self) -> usize {
        self.drafts.with(|drafts| {
            let saving = drafts.values().filter(|draft| draft.stage == Stage::Saving);
            saving.count()
        })
    }

    /// How many were saved since the page was opened.
    pub fn saved(self) -> u32 {
        self.saved.get()
    }

    /// Those of a mission that are neither saved nor on their way; true where saving has failed.
    pub fn unsaved(self, space: SpaceId) -> Vec<(Key, bool)> {
        self.drafts.with(|drafts| {
            let mut unsaved: Vec<(Key, bool)> = drafts
                .iter()
                .filter(|(key, draft)| key.space == space && draft.stage != Stage::Saving)
                .map(|(key, draft)| (key.clone(), matches!(draft.stage, Stage::Failed(_))))
                .collect();
            unsaved.sort_by(|(a, _), (b, _)| (a.visit, &a.place).cmp(&(b.visit, &b.place)));
            unsaved
        })
    }

    /// The one that has failed last, once.
    pub fn take_failed(self) -> Option<Key> {
        let failed = self.failed.get();
        if failed.is_some() {
            self.failed.set(None);
        }
        failed
    }

    /// Sends what was chosen. It stays here until the agent has answered that it is durable.
    pub fn save(self, key: Key, chosen: Chosen, photos: Vec<File>, unsaved: Unsaved) {
        self.drafts.update(|drafts| {
            let draft = Draft {
                chosen,
                photos: photos.clone(),
                saved: match &unsaved {
                    Unsaved::Rating(_) => None,
                    Unsaved::Photos(record) => Some(*record),
                },
                stage: Stage::Saving,
            };
            drafts.insert(key.clone(), draft);
        });
        spawn_local(async move {
            match self.sent(&key, photos, unsaved).await {
                Ok(()) => {
                    let gone = self.drafts.try_update(|drafts| drafts.remove(&key));
                    if gone.flatten().is_some() {
                        self.saved.update(|saved| *saved += 1);
                    }
                }
                Err(failure) => self.fail(key, failure),
            }
        });
    }

    /// Unless it has gone with the keys meanwhile.
    fn fail(self, key: Key, failure: Failure) {
        let known = self.drafts.try_update(|drafts| {
            let draft = drafts.get_mut(&key)?;
            draft.stage = Stage::Failed(failure);
            Some(())
        });
        if known.flatten().is_some() {
            let i18n = self.i18n;
            self.toasts.say(tr!(i18n, "rate-not-saved"));
            self.failed.set(Some(key));
        }
    }

    async fn sent(self, key: &Key, photos: Vec<File>, unsaved: Unsaved) -> Result<(), Failure> {
        let record = match unsaved {
            Unsaved::Photos(record) => record,
            Unsaved::Rating(rating) => {
                let command = MissionCommand::Rate {
                    space: key.space,
                    rating,
                };
                let reply = self.link.ask(Command::Mission(command)).await?;
                let record = match reply {
                    Reply::Created(record) => record.parse::<RecordId>().ok(),
                    _ => None,
                };
                record.ok_or_else(|| Failure::new("unknown"))?
            }
        };
        if photos.is_empty() {
            return Ok(());
        }
        self.drafts.update(|drafts| {
            if let Some(draft) = drafts.get_mut(key) {
                draft.saved = Some(record);
            }
        });
        attach(self.link, key.space, record, photos).await
    }
}
