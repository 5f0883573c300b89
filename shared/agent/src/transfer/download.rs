//! A file of the case, fetched part by part, opened and checked whole.

use hawser_casework::record::AttachedFile;
use hawser_casework::{RecordId, SpaceId as CaseId};
use hawser_encryption::file::{PartRange, part_count};
use hawser_protocol::path::{self, fill};
use hawser_views::transfer::{PickedFile, Transfer};
use sha2::{Digest, Sha256};

use super::{UnderWay, payload_key};
use crate::Agent;
use crate::failure::{Outcome, fail};
use crate::io::{ChunkCipher, Environment, Plain, Transport, Whole};
use crate::people::ledger_id;

impl<E: Environment> Agent<E> {
    /// Fetches, decrypts and checks a file; gives it only when its hash fits.
    pub(crate) async fn open_file(
        &self,
        space: CaseId,
        file: RecordId,
        for_preview: bool,
    ) -> Outcome<(PickedFile, Whole<E>)> {
        let open = self.space(ledger_id(space)).await?;
        let (to, file) = {
            let state = open.state.borrow();
            let Some((to, file)) = state.records.attached_file(file) else {
                return fail("not-found");
            };
            (to, file.clone())
        };
        let shown = Transfer {
            id: hex::encode(self.draw::<16>()),
            space,
            to,
            name: file.name.clone(),
            direction: "down".to_owned(),
            state: "running".to_owned(),
            done: 0,
            total: file.length,
            rate: 0,
            failure: String::new(),
        };
        // A preview comes and goes without being listed.
        let at = if for_preview {
            UnderWay::unseen()
        } else {
            self.under_way(shown)
        };
        let parts = self.fetch_parts(space, &file, &at, &mut |_| {}).await;
        self.ended(&at, &parts);
        let whole = self.environment().cipher().join(parts?, &file.media_type);
        let picked = PickedFile {
            name: file.name.clone(),
            media_type: file.media_type.clone(),
            length: file.length,
            modified_ms: 0,
            caption: file.caption.clone(),
        };
        Ok((picked, whole))
    }

    /// The decrypted parts of a file whose hash fits; `feed` sees its bytes in order.
    pub(crate) async fn fetch_parts(
        &self,
        space: CaseId,
        file: &AttachedFile,
        at: &UnderWay,
        feed: &mut dyn FnMut(&[u8]),
    ) -> Outcome<Vec<Plain<E>>> {
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
            if at.is_cancelled() {
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
            let mut feed = |bytes: &[u8]| {
                plain.update(bytes);
                feed(bytes);
            };
            parts.push(
                self.environment()
                    .cipher()
                    .decrypt_part(part, &key, range, &mut feed)
                    .await?,
            );
            self.advanced(at, range.offset + range.length);
        }
        if hex::encode(plain.finalize()) != file.sha256 {
            return fail("file-altered");
        }
        Ok(parts)
    }
}
