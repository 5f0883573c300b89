//! A picked file, encrypted part by part, resumed where the server's
//! acknowledgements end, attached by a record only when whole.
//!
//! Part index and ciphertext hash are kept before the part's first byte is
//! sent. On resuming, every part kept before is encrypted again and must give
//! the same hash; a file that changed gets a new key instead.

use std::cell::Cell;
use std::rc::Rc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hawser_casework::record::AttachedFile;
use hawser_casework::{Entry, PersonId, Record, RecordId, SpaceId as CaseId};
use hawser_encryption::file::{PartRange, body_length, make_file_secrets, part_count};
use hawser_ledger::event::BlobReference;
use hawser_ledger::{BlobId, GroupId, merkle};
use hawser_protocol::ErrorCode;
use hawser_protocol::blob::{BlobCreate, BlobFinish, BlobState, PART_HASH_HEADER};
use hawser_protocol::path::{self, PART_PLAINTEXT, fill};
use hawser_views::transfer::{PickedFile, Transfer};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::payload_key;
use crate::Agent;
use crate::append::{Draft, blob_id};
use crate::failure::{Failed, Outcome, fail, form};
use crate::io::{ChunkCipher, Clock, Environment, HttpResponse, Source, Store, Table, Transport};
use crate::people::ledger_id;
use crate::replay::Space;

const ATTEMPTS: u32 = 6;
const TRANSFER: &str = "transfer/";
const PART: &str = "part/";
/// Of a file whose kind nobody knows (RFC 2046 section 4.5.1).
const UNKNOWN_KIND: &str = "application/octet-stream";
/// Longest media type a record takes, in characters.
const KIND_MAX: usize = 100;

/// An upload as it is kept in this profile, encrypted. The SHA-256 of each part that was encrypted is
/// kept beside it, by number.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    space: CaseId,
    to: RecordId,
    file: PickedFile,
    file_key: Zeroizing<String>,
    age_prefix: String,
    command: hawser_ledger::CommandId,
}

impl<E: Environment> Agent<E> {
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
            let Ok(plain) = session.generations().open_own(&key, &sealed) else {
                continue;
            };
            let Ok(kept) = serde_json::from_slice::<Kept>(&plain) else {
                continue;
            };
            let done = self.kept_parts(id).await?.len() as u64 * PART_PLAINTEXT;
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

    /// Queues files for a record.
    pub(crate) async fn attach_files(
        self: &Rc<Self>,
        space: CaseId,
        to: RecordId,
        files: Vec<PickedFile>,
        sources: Vec<Source<E>>,
    ) -> Outcome<Vec<Transfer>> {
        if files.len() != sources.len() {
            return fail("file-unreadable");
        }
        let open = self.space(ledger_id(space)).await?;
        let session = self.current()?;
        open.state
            .borrow()
            .records
            .may_attach(session.person(), to)?;
        let mut uploads = Vec::new();
        for (file, source) in files.into_iter().zip(sources) {
            let kept = self.new_upload(space, to, file, &source).await?;
            uploads.push((kept, source));
        }
        let mut entered = Vec::new();
        for (kept, source) in uploads {
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
        to: RecordId,
        mut file: PickedFile,
        source: &Source<E>,
    ) -> Outcome<Kept> {
        file.length = self.environment().cipher().length(source);
        if file.media_type.is_empty() || file.media_type.chars().count() > KIND_MAX {
            UNKNOWN_KIND.clone_into(&mut file.media_type);
        }
        let open = self.space(ledger_id(space)).await?;
        let secrets = {
            let state = open.state.borrow();
            let group = target(&state, self.current()?.person(), to)?;
            let epoch = crate::people::membership(&state)?
                .groups()
                .get(&group)
                .and_then(|group| group.epochs.last());
            let Some(epoch) = epoch else {
                return fail("bad-recipient");
            };
            make_file_secrets(&epoch.recipient)?
        };
        let kept = Kept {
            space,
            to,
            file,
            file_key: Zeroizing::new(hex::encode(secrets.file_key.as_slice())),
            age_prefix: STANDARD.encode(&secrets.prefix),
            command: self.new_command(),
        };
        // What is wrong with its name is said now, not when all of it has been sent.
        let entry = self.attachment(BlobId([0; 16]), &kept, hex::encode([0; 32]), [0; 32]);
        entry.validate().map_err(form)?;
        Ok(kept)
    }

    /// The record that attaches the whole file.
    fn attachment(
        &self,
        blob: BlobId,
        kept: &Kept,
        sha256: String,
        parts_root: merkle::Hash,
    ) -> Entry {
        self.entry_now(Record::FileAttached(AttachedFile {
            to: kept.to,
            blob: blob_id(blob),
            name: kept.file.name.clone(),
            media_type: kept.file.media_type.clone(),
            length: kept.file.length,
            sha256,
            file_key: kept.file_key.to_string(),
            age_prefix: kept.age_prefix.clone(),
            part_size: PART_PLAINTEXT as u32,
            body_length: body_length(kept.file.length),
            parts_root: hex::encode(parts_root),
            caption: kept.file.caption.clone(),
        }))
    }

    /// SHA-256 of the parts encrypted so far, in order.
    async fn kept_parts(&self, id: &str) -> Outcome<Vec<String>> {
        let mut parts = Vec::new();
        while let Some(part) = self
            .recall(Table::Transfers, &part_name(id, parts.len()))
            .await?
        {
            parts.push(part);
        }
        Ok(parts)
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

    /// Tries once more what has failed, with the file as it was picked.
    pub(crate) fn retry_upload(self: &Rc<Self>, id: &str) -> Outcome<()> {
        {
            let mut transfers = self.transfers.borrow_mut();
            transfers.entered += 1;
            let order = transfers.entered;
            let Some(running) = transfers.running.get_mut(id) else {
                return fail("not-found");
            };
            if running.shown.state != "failed" || running.source.is_none() {
                return fail("not-found");
            }
            running.is_queued = true;
            running.order = order;
        }
        self.show(id, |shown| {
            "waiting".clone_into(&mut shown.state);
            shown.failure.clear();
        });
        self.work();
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
        let user = self.current()?.user();
        let store = self.environment().store();
        let key = format!("{user}/{TRANSFER}{id}");
        store.delete(Table::Transfers, &key).await?;
        let parts = format!("{user}/{PART}{id}/");
        Ok(store.delete_prefix(Table::Transfers, &parts).await?)
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
            .filter(|(_, running)| running.is_queued)
            .min_by_key(|(_, running)| running.order)?;
        running.is_queued = false;
        running.started_ms = now;
        Some((
            id.clone(),
            running.source.clone()?,
            Rc::clone(&running.cancelled),
        ))
    }

    async fn upload(&self, id: &str, source: &Source<E>, cancelled: &Cell<bool>) -> Outcome<()> {
        let name = format!("{TRANSFER}{id}");
        let Some(kept) = self.recall::<Kept>(Table::Transfers, &name).await? else {
            return fail("not-found");
        };
        let mut parts = self.kept_parts(id).await?;
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
            match parts.get(index as usize) {
                Some(before) if *before != hash => return fail("file-changed"),
                Some(_) => {}
                None => {
                    self.keep(Table::Transfers, &part_name(id, parts.len()), &hash)
                        .await?;
                    parts.push(hash.clone());
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
            &parts,
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
        parts: &[String],
        sha256: String,
        finished: bool,
    ) -> Outcome<()> {
        let leaves: Vec<merkle::Hash> = parts
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
        let entry = self.attachment(blob, kept, sha256, parts_root);
        let reference = BlobReference {
            blob,
            body_length: body_length(kept.file.length),
            parts_root,
        };
        let person = self.current()?.person();
        self.append(ledger_id(kept.space), |state| {
            Ok(vec![Draft::Record {
                command: kept.command,
                group: target(state, person, kept.to)?,
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
}

/// The group that a file attached to a record is for.
fn target(state: &Space, person: PersonId, to: RecordId) -> Outcome<GroupId> {
    let channel = state.records.may_attach(person, to)?;
    match state.group_of(channel) {
        Some(group) => Ok(group),
        None => fail("unknown-group"),
    }
}

fn worth_another_try(response: &HttpResponse) -> bool {
    matches!(response.status, 429 | 502..=504)
}

fn shown(id: &str, kept: &Kept, state: &str) -> Transfer {
    Transfer {
        id: id.to_owned(),
        space: kept.space,
        to: kept.to,
        name: kept.file.name.clone(),
        direction: "up".to_owned(),
        state: state.to_owned(),
        done: 0,
        total: kept.file.length,
        rate: 0,
        failure: String::new(),
    }
}

fn part_name(id: &str, index: usize) -> String {
    format!("{PART}{id}/{index:08}")
}
