//! Making a bundle: what goes to court, of a record that this person has verified.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use hawser_bundle::{Bundle, Content, Disclosure, MakeError, Maker, Making, Words, ZipError};
use hawser_casework::record::AttachedFile;
use hawser_casework::{Moment, RecordId, SpaceId as CaseId};
use hawser_ledger::header::CLASS_MEMBERSHIP;
use hawser_ledger::log::LogKey;
use hawser_ledger::membership::{Membership, Role, SpaceKind};
use hawser_ledger::{Event, Frame};
use hawser_views::bundle::{BundleChoice, BundlePlan, BundleWish, Ground, Rest};
use hawser_views::transfer::{PickedFile, Transfer};

use crate::Agent;
use crate::OpenSpace;
use crate::failure::{Failed, Outcome, fail};
use crate::io::{ChunkCipher as _, Environment, Plain, Whole};
use crate::people::ledger_id;
use crate::replay::Space;
use crate::session::Session;
use crate::transfer::UnderWay;

const MEDIA_TYPE: &str = "application/zip";
/// What one ZIP file holds, beside heads and lists.
const ZIP_MAX: u64 = u32::MAX as u64 - (16 << 20);

/// Who administers a space or leads a party's people may make a bundle of what they can read.
fn may_make(membership: &Membership, session: &Session) -> bool {
    let is_work = matches!(
        membership.kind(),
        SpaceKind::Case | SpaceKind::Mission | SpaceKind::Programme
    );
    is_work
        && membership
            .active(session.user())
            .is_some_and(|member| member.role.administers() || member.role == Role::Leader)
}

impl From<MakeError> for Failed {
    fn from(error: MakeError) -> Self {
        let code = match &error {
            MakeError::Zip(_) => "bundle-too-large",
            MakeError::Fault(_) | MakeError::Checkpoint => "bundle-does-not-hold",
        };
        Self(hawser_views::Failure::new(code).with("why", error))
    }
}

/// What is opened of a record, and what becomes of the rest.
struct Choice {
    /// Places that are opened; `None` for all.
    opened: Option<BTreeSet<u64>>,
    rest: Rest,
    /// Number of the newest entry, which says how many changes of members there were.
    newest: u64,
}

impl Choice {
    fn of(state: &Space, session: &Session, wish: &BundleWish) -> Self {
        let opened = wish.exhibits.as_ref().map(|exhibits| {
            let maker = [session.person()];
            state.records.concerning(exhibits, &maker).entries
        });
        Self {
            opened,
            rest: wish.rest,
            newest: state.size().saturating_sub(1),
        }
    }

    fn disclosure(&self, state: &Space, event: &Event) -> Disclosure {
        let prefix = &event.header.prefix;
        if prefix.class == CLASS_MEMBERSHIP {
            return Disclosure::AsItStands;
        }
        let seq = event.header.position.seq;
        let is_opened = self
            .opened
            .as_ref()
            .is_none_or(|places| places.contains(&seq));
        match (state.secret(prefix.group, prefix.epoch), self.rest) {
            (Some(secret), _) if is_opened => Disclosure::Opened(secret.event_key(prefix)),
            (_, Rest::Encrypted) => Disclosure::AsItStands,
            (None, _) => Disclosure::Withheld(Ground::NotHeld),
            (_, Rest::Withheld { .. }) if seq == self.newest => Disclosure::AsItStands,
            (_, Rest::Withheld { ground }) => Disclosure::Withheld(ground),
        }
    }
}

/// The state of which the bundle is: others may write while its files are fetched.
struct Start {
    choice: Choice,
    /// What the log has signed of it.
    note: String,
    numbers: BTreeMap<RecordId, String>,
}

impl Start {
    fn of(state: &Space, session: &Session, wish: &BundleWish) -> Outcome<Self> {
        let Some(mark) = state.confirmed().filter(|mark| mark.size == state.size()) else {
            return fail("record-at-fault");
        };
        let terms = crate::people::membership(state)?.log();
        let key = LogKey::of(&terms.origin, state.id(), terms.key)
            .map_err(|_| Failed(hawser_views::Failure::new("record-at-fault")))?;
        let exhibits = state.records.exhibits().iter();
        Ok(Self {
            choice: Choice::of(state, session, wish),
            note: format!("{}{}", key.note(&mark.signed(&key)), state.keeper_lines()),
            numbers: exhibits
                .map(|(record, known)| (*record, known.number.clone()))
                .collect(),
        })
    }
}

impl<E: Environment> Agent<E> {
    /// What a bundle of this space could hold.
    pub(crate) async fn bundle_plan(&self, space: CaseId) -> Outcome<BundlePlan> {
        let session = self.current()?;
        let open = self.space(ledger_id(space)).await?;
        let state = open.state.borrow();
        let allowed = state
            .chain()
            .is_some_and(|chain| may_make(chain.membership(), &session));
        let exhibits = state
            .records
            .exhibits_in_order()
            .map(|(id, known)| BundleChoice {
                exhibit: id,
                number: known.number.clone(),
                description: known.exhibit.description.clone(),
                files: known.files.len() as u32,
                bytes: known.files.iter().map(|file| file.file.length).sum(),
            })
            .collect();
        Ok(BundlePlan { allowed, exhibits })
    }

    /// Makes a bundle, as one ZIP file. Its entries were replayed as a court replays them before it is handed out.
    pub(crate) async fn make_bundle(
        &self,
        space: CaseId,
        wish: &BundleWish,
    ) -> Outcome<(PickedFile, Whole<E>)> {
        let session = self.current()?;
        let id = ledger_id(space);
        self.pull(id).await?;
        let open = self.space(id).await?;
        let name = {
            let state = open.state.borrow();
            if state.fault.is_some() || !state.is_ready() {
                return fail("record-at-fault");
            }
            let membership = crate::people::membership(&state)?;
            if !may_make(membership, &session) {
                return fail("may-not-make-bundle");
            }
            file_name(&state, self.moment())
        };
        {
            let _turn = open.turn.lock().await;
            self.require_confirmed(&open).await?;
            let is_confirmed = open.state.borrow().is_confirmed_by_all();
            if !is_confirmed {
                // So that the newest state is confirmed in it, as far as keepers can be reached.
                drop(self.hear_keepers(&open, true).await);
            }
        }
        let running = self.under_way(Transfer {
            id: hex::encode(self.draw::<16>()),
            space,
            to: RecordId::new([0; 16]),
            name: name.clone(),
            direction: "bundle".to_owned(),
            state: "running".to_owned(),
            done: 0,
            total: 0,
            rate: 0,
            failure: String::new(),
        });
        let result = self
            .assemble(&open, &session, (space, wish), &running)
            .await;
        self.ended(&running, &result);
        let whole = result?;
        let picked = PickedFile {
            name,
            media_type: MEDIA_TYPE.to_owned(),
            length: 0,
            modified_ms: 0,
            caption: String::new(),
        };
        Ok((picked, whole))
    }

    async fn assemble(
        &self,
        open: &Rc<OpenSpace>,
        session: &Session,
        (space, wish): (CaseId, &BundleWish),
        running: &UnderWay,
    ) -> Outcome<Whole<E>> {
        let start = Start::of(&open.state.borrow(), session, wish)?;
        let mut making = self.entries(open, &start, running).await?;
        let mut along = BTreeMap::new();
        if wish.with_files {
            running.after(making.length());
            let attached = attached(&making, wish.exhibits.as_deref());
            let bytes: u64 = attached.iter().map(|(_, file)| file.length).sum();
            if bytes + making.length() > ZIP_MAX {
                return Err(MakeError::Zip(ZipError::TooLong).into());
            }
            self.total(running, bytes);
            for (record, file) in attached {
                let mut crc = crc32fast::Hasher::new();
                let parts = self
                    .fetch_parts(space, &file, running, &mut |bytes| crc.update(bytes))
                    .await?;
                running.after(file.length);
                if making.attach(record, crc.finalize()) {
                    along.insert(record, parts);
                }
            }
        }
        let bundle = self.finish(&start, session, making, wish)?;
        let mut parts: Vec<Plain<E>> = Vec::new();
        for content in bundle.into_zip().map_err(MakeError::from)? {
            match content {
                Content::Bytes(bytes) => parts.push(self.environment().cipher().plain(bytes)),
                Content::Attached(record) => {
                    parts.extend(along.remove(&record).unwrap_or_default());
                }
            }
        }
        Ok(self.environment().cipher().join(parts, MEDIA_TYPE))
    }

    /// Fetches all entries anew: what was verified is what goes into the bundle.
    async fn entries(
        &self,
        open: &OpenSpace,
        start: &Start,
        running: &UnderWay,
    ) -> Outcome<Making> {
        let (choice, size) = (&start.choice, start.choice.newest + 1);
        let mut making = Making::default();
        let mut next = 0;
        while next < size {
            if running.is_cancelled() {
                return fail("cancelled");
            }
            let Some(pulled) = self.frames(open, next).await? else {
                return fail("access-ended");
            };
            if pulled.frames.is_empty() {
                return fail("other-past");
            }
            let state = open.state.borrow();
            let left = usize::try_from(size - next).unwrap_or(usize::MAX);
            for frame in pulled.frames.into_iter().take(left) {
                let disclosure = match &frame {
                    Frame::Withheld(leaf) => {
                        same(&state, next, *leaf)?;
                        Disclosure::Withheld(Ground::NotHeld)
                    }
                    Frame::Event(bytes) => {
                        let event =
                            Event::decode(bytes).map_err(hawser_ledger::ChainError::from)?;
                        same(&state, next, event.id())?;
                        choice.disclosure(&state, &event)
                    }
                };
                making.add(frame, disclosure)?;
                next += 1;
            }
            self.advanced(running, making.length());
        }
        Ok(making)
    }

    fn finish(
        &self,
        start: &Start,
        session: &Session,
        making: Making,
        wish: &BundleWish,
    ) -> Outcome<Bundle> {
        let numbers = |record| start.numbers.get(&record).cloned();
        let words = Words::with(&wish.words);
        let sign = |space, bytes: &[u8]| {
            hawser_bundle::Manifest::sign(space, bytes, session.identity().signing())
        };
        Ok(making.finish(&Maker {
            note: &start.note,
            key: session.identity().key_id(),
            at: self.moment(),
            numbers: &numbers,
            words: &words,
            sign: &sign,
        })?)
    }
}

/// What the server hands over is what was verified before, or nothing.
fn same(state: &Space, seq: u64, leaf: hawser_ledger::EventId) -> Outcome<()> {
    if state.leaf(seq) == Some(leaf) {
        Ok(())
    } else {
        fail("other-past")
    }
}

/// The files of the exhibits that were asked for; of what goes along with them the hashes are there.
fn attached(making: &Making, asked: Option<&[RecordId]>) -> Vec<(RecordId, AttachedFile)> {
    making
        .records()
        .exhibits_in_order()
        .filter(|(id, _)| asked.is_none_or(|asked| asked.contains(id)))
        .flat_map(|(_, known)| known.files.iter())
        .map(|file| (file.id, file.file.clone()))
        .collect()
}

/// A name that tells the case and the day, of few characters.
fn file_name(state: &Space, now: Moment) -> String {
    let title = state
        .records
        .terms()
        .map(|terms| terms.title.clone())
        .unwrap_or_default();
    let title: String = title
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .take(40)
        .collect();
    let title = if title.is_empty() {
        state.id().to_string().chars().take(8).collect()
    } else {
        title
    };
    format!("bundle-{title}-{}.zip", now.day().unwrap_or_default())
}
