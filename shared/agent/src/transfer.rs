//! Files on their way: encrypted part by part, resumed where the server's
//! acknowledgements end, attached by a record only when whole.
//!
//! Part index and ciphertext hash are kept before the part's first byte is
//! sent. On resuming, every part kept before is encrypted again and must give
//! the same hash; a file that changed gets a new key instead.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hawser_casework::record::AttachedFile;
use hawser_casework::{Record, RecordId, SpaceId as CaseId};
use hawser_encryption::file::{PartRange, PayloadKey, body_length, make_file_secrets, part_count};
use hawser_ledger::event::BlobReference;
use hawser_ledger::{BlobId, merkle};
use hawser_protocol::ErrorCode;
use hawser_protocol::blob::{BlobCreate, BlobFinish, BlobState, PART_HASH_HEADER};
use hawser_protocol::path::{self, PART_PLAINTEXT, fill};
use hawser_views::Notice;
use hawser_views::transfer::{PickedFile, Transfer};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::Agent;
use crate::append::{Draft, blob_id};
use crate::failure::{Failed, Outcome, fail};
use crate::io::{
    ChunkCipher, Clock, Environment, HttpResponse, Source, Store, Table, Transport, Whole,
};
use crate::people::{ledger_id, team};

const ATTEMPTS: u32 = 6;
const TRANSFER: &str = "transfer/";

/// An upload as it is kept in this profile, encrypted.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    space: CaseId,
    exhibit: RecordId,
    file: PickedFile,
    file_key: Zeroizing<String>,
    age_prefix: String,
    command: hawser_ledger::CommandId,
    /// SHA-256 of each part that was encrypted, in order.
    parts: Vec<String>,
}

struct Running<E: Environment> {
    shown: Transfer,
    cancelled: Rc<Cell<bool>>,
    queued: Option<Source<E>>,
    /// Files are sent in the order in which they were given.
    order: u64,
    started_ms: i64,
}

/// Uploads and downloads of this agent.
pub(crate) struct Transfers<E: Environment> {
    running: BTreeMap<String, Running<E>>,
    entered: u64,
    busy: bool,
}

impl<E: Environment> Default for Transfers<E> {
    fn default() -> Self {
        Self {
            running: BTreeMap::new(),
            entered: 0,
            busy: false,
        }
    }
}

fn file_key(text: &str) -> Outcome<Zeroizing<[u8; 16]>> {
    let mut key = Zeroizing::new([0; 16]);
    match hex::decode_to_slice(text, key.as_mut_slice()) {
        Ok(()) => Ok(key),
        Err(_) => fail("bad-record"),
    }
}

fn payload_key(key: &str, prefix: &str) -> Outcome<PayloadKey> {
    let Ok(prefix) = STANDARD.decode(prefix) else {
        return fail("bad-record");
    };
    Ok(PayloadKey::derive(&*file_key(key)?, &prefix)?)
}

impl<E: Environment> Agent<E> {
    fn show(&self, id: &str, change: impl FnOnce(&mut Transfer)) {
        let shown = {
            let mut transfers = self.transfers.borrow_mut();
            let Some(running) = transfers.running.get_mut(id) else {
                return;
            };
            change(&mut running.shown);
            let elapsed = (self.now_ms() - running.started_ms).max(1);
            running.shown.rate = (running.shown.done as i64 * 1000 / elapsed).max(0) as u64;
            running.shown.clone()
        };
        self.notify(Notice::Transfer(shown));
    }

    fn enter(&self, shown: Transfer, queued: Option<Source<E>>) -> Rc<Cell<bool>> {
        let cancelled = Rc::new(Cell::new(false));
        {
            let mut transfers = self.transfers.borrow_mut();
            transfers.entered += 1;
            let running = Running {
                shown: shown.clone(),
                cancelled: Rc::clone(&cancelled),
                queued,
                order: transfers.entered,
                started_ms: self.now_ms(),
            };
            transfers.running.insert(shown.id.clone(), running);
        }
        self.notify(Notice::Transfer(shown));
        cancelled
    }

    /// Everything on its way, with what an earlier visit left unfinished.
    pub(crate) async fn transfers(&self) -> Outcome<Vec<Transfer>> {
        let session = self.current()?;
        let prefix = format!("{}/{TRANSFER}", session.user());
        for (key, sealed) in self
            .environment()
            .store()
            .with_prefix(Table::Transfers, &prefix)
            .await?
        {
            let Some(id) = key.strip_prefix(&prefix) else {
                continue;
            };
            if self.transfers.borrow().running.contains_key(id) {
                continue;
            }
            let Ok(plain) = session.identity().open_own(&key, &sealed) else {
                continue;
            };
            let Ok(kept) = serde_json::from_slice::<Kept>(&plain) else {
                continue;
            };
            let done = kept.parts.len() as u64 * PART_PLAINTEXT;
            let mut shown = shown(id, &kept, "needs-file");
            shown.done = done.min(kept.file.length);
            self.enter(shown, None);
        }
        Ok(self
            .transfers
            .borrow()
            .running
            .values()
            .map(|running| running.shown.clone())
            .collect())
    }

    /// Queues files for an exhibit.
    pub(crate) async fn attach_files(
        self: &Rc<Self>,
        space: CaseId,
        exhibit: RecordId,
        files: Vec<PickedFile>,
        sources: Vec<Source<E>>,
    ) -> Outcome<Vec<Transfer>> {
        if files.len() != sources.len() {
            return fail("file-unreadable");
        }
        let open = self.space(ledger_id(space)).await?;
        open.state.borrow().case.may_attach(exhibit)?;
        let mut entered = Vec::new();
        for (file, source) in files.into_iter().zip(sources) {
            let kept = self.new_upload(space, exhibit, file, &source).await?;
            let id = BlobId(self.draw()).to_string();
            self.keep(Table::Transfers, &format!("{TRANSFER}{id}"), &kept)
                .await?;
            let shown = shown(&id, &kept, "waiting");
            self.enter(shown.clone(), Some(source));
            entered.push(shown);
        }
        self.work();
        Ok(entered)
    }

    async fn new_upload(
        &self,
        space: CaseId,
        exhibit: RecordId,
        mut file: PickedFile,
        source: &Source<E>,
    ) -> Outcome<Kept> {
        file.length = self.environment().cipher().length(source);
        let open = self.space(ledger_id(space)).await?;
        let recipient: [u8; 32] = {
            let state = open.state.borrow();
            let group = team(&state)?;
            let epoch = crate::people::membership(&state)?
                .groups()
                .get(&group)
                .and_then(|group| group.epochs.last());
            match epoch.map(|epoch| <[u8; 32]>::try_from(epoch.recipient.as_slice())) {
                Some(Ok(recipient)) => recipient,
                _ => return fail("bad-recipient"),
            }
        };
        let secrets = make_file_secrets(&recipient)?;
        Ok(Kept {
            space,
            exhibit,
            file,
            file_key: Zeroizing::new(hex::encode(secrets.file_key.as_slice())),
            age_prefix: STANDARD.encode(&secrets.prefix),
            command: self.new_command(),
            parts: Vec::new(),
        })
    }

    /// Continues an upload of an earlier visit with the file picked again.
    pub(crate) async fn resume_upload(
        self: &Rc<Self>,
        id: &str,
        file: &PickedFile,
        source: Source<E>,
    ) -> Outcome<Vec<Transfer>> {
        let Some(kept) = self
            .recall::<Kept>(Table::Transfers, &format!("{TRANSFER}{id}"))
            .await?
        else {
            return fail("not-found");
        };
        let same = kept.file.name == file.name
            && kept.file.length == self.environment().cipher().length(&source)
            && kept.file.modified_ms == file.modified_ms;
        if !same {
            return fail("file-changed");
        }
        let shown = shown(id, &kept, "waiting");
        self.enter(shown.clone(), Some(source));
        self.work();
        Ok(vec![shown])
    }

    pub(crate) async fn cancel_transfer(&self, id: &str) -> Outcome<()> {
        let queued = {
            let transfers = self.transfers.borrow();
            let Some(running) = transfers.running.get(id) else {
                return fail("not-found");
            };
            running.cancelled.set(true);
            running.shown.state != "running"
        };
        if queued {
            self.give_up(id).await?;
        }
        Ok(())
    }

    async fn give_up(&self, id: &str) -> Outcome<()> {
        let kept: Option<Kept> = self
            .recall(Table::Transfers, &format!("{TRANSFER}{id}"))
            .await?;
        self.forget_upload(id).await?;
        self.show(id, |shown| "cancelled".clone_into(&mut shown.state));
        self.transfers.borrow_mut().running.remove(id);
        if let Some(kept) = kept {
            let space = kept.space.to_string();
            // The server sweeps what nobody finishes; this only makes it sooner.
            drop(self.delete(fill(path::BLOBS_ONE, &[&space, id])).await);
        }
        Ok(())
    }

    async fn forget_upload(&self, id: &str) -> Outcome<()> {
        let session = self.current()?;
        let key = format!("{}/{TRANSFER}{id}", session.user());
        Ok(self
            .environment()
            .store()
            .delete(Table::Transfers, &key)
            .await?)
    }

    /// Works through the queue, one file at a time.
    fn work(self: &Rc<Self>) {
        if std::mem::replace(&mut self.transfers.borrow_mut().busy, true) {
            return;
        }
        let agent = Rc::clone(self);
        self.environment().spawn(Box::pin(async move {
            while let Some((id, source, cancelled)) = agent.next_queued() {
                if let Err(Failed(failure)) = agent.upload(&id, &source, &cancelled).await {
                    if failure.code == "cancelled" {
                        drop(agent.give_up(&id).await);
                    } else {
                        agent.show(&id, |shown| {
                            "failed".clone_into(&mut shown.state);
                            shown.failure.clone_from(&failure.code);
                        });
                    }
                }
            }
            agent.transfers.borrow_mut().busy = false;
        }));
    }

    fn next_queued(&self) -> Option<(String, Source<E>, Rc<Cell<bool>>)> {
        let now = self.now_ms();
        let mut transfers = self.transfers.borrow_mut();
        let (id, running) = transfers
            .running
            .iter_mut()
            .filter(|(_, running)| running.queued.is_some())
            .min_by_key(|(_, running)| running.order)?;
        running.started_ms = now;
        Some((
            id.clone(),
            running.queued.take()?,
            Rc::clone(&running.cancelled),
        ))
    }

    async fn upload(&self, id: &str, source: &Source<E>, cancelled: &Cell<bool>) -> Outcome<()> {
        let name = format!("{TRANSFER}{id}");
        let Some(mut kept) = self.recall::<Kept>(Table::Transfers, &name).await? else {
            return fail("not-found");
        };
        self.show(id, |shown| "running".clone_into(&mut shown.state));
        let key = payload_key(&kept.file_key, &kept.age_prefix)?;
        let total = kept.file.length;
        let count = part_count(total, PART_PLAINTEXT);
        let space = kept.space.to_string();
        let stored = self.reserve(&space, id, total).await?;
        let mut plain = Sha256::new();
        for index in 0..count as u32 {
            if cancelled.get() {
                return fail("cancelled");
            }
            let Some(range) = PartRange::of(index, total, PART_PLAINTEXT) else {
                return fail("file-changed");
            };
            let mut feed = |bytes: &[u8]| plain.update(bytes);
            let part = self
                .environment()
                .cipher()
                .encrypt_part(source, &key, range, &mut feed)
                .await?;
            let hash = hex::encode(part.sha256);
            match kept.parts.get(index as usize) {
                Some(before) if *before != hash => return fail("file-changed"),
                Some(_) => {}
                None => {
                    kept.parts.push(hash.clone());
                    self.keep(Table::Transfers, &name, &kept).await?;
                }
            }
            let there = stored
                .parts
                .iter()
                .any(|part| part.index == index && part.sha256 == hash);
            if !there && !stored.finished {
                self.send_part(&space, id, index, &hash, &part.part, cancelled)
                    .await?;
            }
            self.show(id, |shown| shown.done = range.offset + range.length);
        }
        self.finish_upload(
            id,
            &space,
            &kept,
            hex::encode(plain.finalize()),
            stored.finished,
        )
        .await
    }

    async fn reserve(&self, space: &str, id: &str, total: u64) -> Outcome<BlobState> {
        let Ok(blob) = id.parse::<BlobId>() else {
            return fail("bad-identifier");
        };
        let create = BlobCreate {
            blob,
            body_length: body_length(total),
        };
        match self.post(fill(path::BLOBS, &[space]), &create).await {
            Err(Failed(failure)) if failure.code == ErrorCode::AlreadyExists.code() => {
                self.get(fill(path::BLOBS_STATE, &[space, id])).await
            }
            other => other,
        }
    }

    async fn send_part(
        &self,
        space: &str,
        id: &str,
        index: u32,
        hash: &str,
        part: &E::Part,
        cancelled: &Cell<bool>,
    ) -> Outcome<()> {
        let path = fill(path::BLOBS_PART, &[space, id, &index.to_string()]);
        let mut wait = 500;
        for attempt in 1.. {
            let mut request = self.request("PUT", path.clone());
            request.headers.push((PART_HASH_HEADER, hash.to_owned()));
            request
                .headers
                .push(("content-type", "application/octet-stream".to_owned()));
            let sent = self.reached(self.environment().transport().put_part(request, part).await);
            match sent {
                Ok(response) if (200..300).contains(&response.status) => return Ok(()),
                Ok(response) if !worth_another_try(&response) || attempt >= ATTEMPTS => {
                    return Err(self.refusal(&response).into());
                }
                Err(error) if attempt >= ATTEMPTS => return Err(error.into()),
                Ok(_) | Err(_) => {}
            }
            if cancelled.get() {
                return fail("cancelled");
            }
            self.environment().clock().sleep(wait).await;
            wait = (wait * 2).min(15_000);
        }
        fail("offline")
    }

    async fn finish_upload(
        &self,
        id: &str,
        space: &str,
        kept: &Kept,
        sha256: String,
        finished: bool,
    ) -> Outcome<()> {
        let leaves: Vec<merkle::Hash> = kept
            .parts
            .iter()
            .filter_map(|part| hex::decode(part).ok())
            .map(|part| merkle::leaf(&part))
            .collect();
        let parts_root = merkle::root(&leaves);
        if !finished {
            let finish = BlobFinish {
                parts_root: hex::encode(parts_root),
            };
            self.send("POST", fill(path::BLOBS_FINISH, &[space, id]), &finish)
                .await?;
        }
        let Ok(blob) = id.parse::<BlobId>() else {
            return fail("bad-identifier");
        };
        let body = body_length(kept.file.length);
        let record = AttachedFile {
            exhibit: kept.exhibit,
            blob: blob_id(blob),
            name: kept.file.name.clone(),
            media_type: kept.file.media_type.clone(),
            length: kept.file.length,
            sha256,
            file_key: kept.file_key.to_string(),
            age_prefix: kept.age_prefix.clone(),
            part_size: PART_PLAINTEXT as u32,
            body_length: body,
            parts_root: hex::encode(parts_root),
            caption: kept.file.caption.clone(),
        };
        let entry = self.entry_now(Record::FileAttached(record));
        let reference = BlobReference {
            blob,
            body_length: body,
            parts_root,
        };
        self.append(ledger_id(kept.space), |state| {
            state.case.may_attach(kept.exhibit)?;
            Ok(vec![Draft::Record {
                command: kept.command,
                group: team(state)?,
                entry: entry.clone(),
                blobs: vec![reference],
            }])
        })
        .await?;
        self.forget_upload(id).await?;
        self.show(id, |shown| "done".clone_into(&mut shown.state));
        self.transfers.borrow_mut().running.remove(id);
        Ok(())
    }

    /// Fetches, decrypts and checks a file; gives it only when its hash fits.
    pub(crate) async fn open_file(
        &self,
        space: CaseId,
        file: RecordId,
    ) -> Outcome<(PickedFile, Whole<E>)> {
        let open = self.space(ledger_id(space)).await?;
        let (exhibit, file) = {
            let state = open.state.borrow();
            let found = state.case.exhibits().iter().find_map(|(exhibit, known)| {
                known
                    .files
                    .iter()
                    .find(|attached| attached.id == file)
                    .map(|attached| (*exhibit, attached.file.clone()))
            });
            let Some(found) = found else {
                return fail("not-found");
            };
            found
        };
        let mut random_id = [0; 16];
        self.environment().random(&mut random_id);
        let id = hex::encode(random_id);
        let shown = Transfer {
            id: id.clone(),
            space,
            exhibit,
            name: file.name.clone(),
            direction: "down".to_owned(),
            state: "running".to_owned(),
            done: 0,
            total: file.length,
            rate: 0,
            failure: String::new(),
        };
        let cancelled = self.enter(shown, None);
        let result = self.fetch_file(space, &id, &file, &cancelled).await;
        let state = match &result {
            Ok(_) => "done",
            Err(Failed(failure)) if failure.code == "cancelled" => "cancelled",
            Err(_) => "failed",
        };
        self.show(&id, |shown| state.clone_into(&mut shown.state));
        self.transfers.borrow_mut().running.remove(&id);
        let picked = PickedFile {
            name: file.name.clone(),
            media_type: file.media_type.clone(),
            length: file.length,
            modified_ms: 0,
            caption: file.caption.clone(),
        };
        Ok((picked, result?))
    }

    async fn fetch_file(
        &self,
        space: CaseId,
        id: &str,
        file: &AttachedFile,
        cancelled: &Cell<bool>,
    ) -> Outcome<Whole<E>> {
        let key = payload_key(&file.file_key, &file.age_prefix)?;
        let part_size = u64::from(file.part_size);
        if part_size == 0 || part_size % hawser_encryption::file::CHUNK as u64 != 0 {
            return fail("bad-record");
        }
        let path = fill(
            path::BLOBS_ONE,
            &[&space.to_string(), &file.blob.to_string()],
        );
        let mut plain = Sha256::new();
        let mut parts = Vec::new();
        for index in 0..part_count(file.length, part_size) as u32 {
            if cancelled.get() {
                return fail("cancelled");
            }
            let Some(range) = PartRange::of(index, file.length, part_size) else {
                return fail("bad-record");
            };
            let first = range.body_offset();
            let mut request = self.request("GET", path.clone());
            request.headers.push((
                "range",
                format!("bytes={first}-{}", first + range.body_length() - 1),
            ));
            let part = match self.reached(self.environment().transport().get_part(request).await)? {
                Ok(part) => part,
                Err(response) => return Err(self.refusal(&response).into()),
            };
            let mut feed = |bytes: &[u8]| plain.update(bytes);
            parts.push(
                self.environment()
                    .cipher()
                    .decrypt_part(part, &key, range, &mut feed)
                    .await?,
            );
            self.show(id, |shown| shown.done = range.offset + range.length);
        }
        if hex::encode(plain.finalize()) != file.sha256 {
            return fail("file-altered");
        }
        Ok(self.environment().cipher().join(parts, &file.media_type))
    }
}

fn worth_another_try(response: &HttpResponse) -> bool {
    matches!(response.status, 429 | 502..=504)
}

fn shown(id: &str, kept: &Kept, state: &str) -> Transfer {
    Transfer {
        id: id.to_owned(),
        space: kept.space,
        exhibit: kept.exhibit,
        name: kept.file.name.clone(),
        direction: "up".to_owned(),
        state: state.to_owned(),
        done: 0,
        total: kept.file.length,
        rate: 0,
        failure: String::new(),
    }
}
