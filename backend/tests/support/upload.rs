//! A file body on its way to the server.

use hawser_ledger::event::BlobReference;
use hawser_ledger::{BlobId, GroupId, merkle};
use hawser_protocol::blob::{BlobCreate, BlobFinish, PART_HASH_HEADER};
use hawser_protocol::path::{self, PART_BODY, fill};
use reqwest::Method;
use sha2::{Digest as _, Sha256};

use super::ledger::random;
use super::{Answer, Client, Person, Space, content};

pub struct Upload {
    pub blob: BlobId,
    pub body: Vec<u8>,
}

impl Upload {
    pub fn new(length: usize) -> Self {
        let mut body = vec![0; length];
        rand::RngCore::fill_bytes(&mut rand::rngs::OsRng, &mut body);
        Self {
            blob: BlobId(random()),
            body,
        }
    }
    pub fn parts(&self) -> Vec<&[u8]> {
        self.body.chunks(PART_BODY as usize).collect()
    }
    pub fn root(&self) -> [u8; 32] {
        let leaves: Vec<_> = self
            .parts()
            .iter()
            .map(|part| merkle::leaf(&Sha256::digest(part)))
            .collect();
        merkle::root(&leaves)
    }
    pub fn path(&self, case: &Space, template: &str, part: usize) -> String {
        fill(
            template,
            &[
                &case.id.to_string(),
                &self.blob.to_string(),
                &part.to_string(),
            ],
        )
    }
    pub fn reference(&self) -> BlobReference {
        BlobReference {
            blob: self.blob,
            body_length: self.body.len() as u64,
            parts_root: self.root(),
        }
    }
    pub async fn create(&self, case: &Space, client: &Client) -> Answer {
        let create = BlobCreate {
            blob: self.blob,
            body_length: self.body.len() as u64,
        };
        client.post(&case.path(path::BLOBS), &create).await
    }
    pub async fn put(&self, case: &Space, client: &Client, part: usize, bytes: &[u8]) -> Answer {
        let hash = hex::encode(Sha256::digest(self.parts()[part]));
        self.put_as(case, client, part, bytes, &hash).await
    }
    pub async fn put_as(
        &self,
        case: &Space,
        client: &Client,
        part: usize,
        bytes: &[u8],
        hash: &str,
    ) -> Answer {
        let asking = client
            .ask(Method::PUT, &self.path(case, path::BLOBS_PART, part))
            .header(PART_HASH_HEADER, hash);
        asking.body(bytes.to_vec()).send().await
    }
    pub async fn finish(&self, case: &Space, client: &Client) -> Answer {
        let finish = BlobFinish {
            parts_root: hex::encode(self.root()),
        };
        client
            .post(&self.path(case, path::BLOBS_FINISH, 0), &finish)
            .await
    }
    pub async fn whole(&self, case: &Space, client: &Client) {
        self.create(case, client).await.ok();
        for (index, part) in self.parts().into_iter().enumerate() {
            self.put(case, client, index, part).await.ok();
        }
        self.finish(case, client).await.ok();
    }
    pub async fn get(&self, case: &Space, client: &Client, range: &str) -> Answer {
        let asking = client.ask(Method::GET, &self.path(case, path::BLOBS_ONE, 0));
        if range.is_empty() {
            asking.send().await
        } else {
            asking.header("range", range).send().await
        }
    }
    pub async fn state(&self, case: &Space, client: &Client) -> Answer {
        client.get(&self.path(case, path::BLOBS_STATE, 0)).await
    }
    pub async fn claim(&self, case: &mut Space, group: GroupId, person: &Person) {
        let event = content(&case.chain, group, vec![self.reference()], &person.key);
        case.append(person, |draft| {
            draft.event(event);
        })
        .await;
    }
}

/// Number of files under a folder.
pub fn stored_files(folder: &std::path::Path) -> usize {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return 0;
    };
    entries
        .flatten()
        .map(|entry| {
            if entry.path().is_dir() {
                stored_files(&entry.path())
            } else {
                1
            }
        })
        .sum()
}
