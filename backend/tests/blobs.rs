//! File bodies: parts, finish, claim, ranges, who may read.

use hawser_ledger::event::BlobReference;
use hawser_ledger::{BlobId, GroupId, merkle};
use hawser_protocol::blob::{BlobCreate, BlobFinish, BlobState, PART_HASH_HEADER};
use hawser_protocol::path::{self, PART_BODY, fill};
use hawser_protocol::ErrorCode;
use reqwest::Method;
use sha2::{Digest as _, Sha256};

use crate::on_both;
use crate::support::ledger::{epoch, grant, random};
use crate::support::{Answer, Client, Person, Space, content};

struct Upload {
    blob: BlobId,
    body: Vec<u8>,
}

impl Upload {
    fn new(length: usize) -> Self {
        let mut body = vec![0; length];
        rand::RngCore::fill_bytes(&mut rand::rngs::OsRng, &mut body);
        Self { blob: BlobId(random()), body }
    }
    fn parts(&self) -> Vec<&[u8]> {
        self.body.chunks(PART_BODY as usize).collect()
    }
    fn root(&self) -> [u8; 32] {
        let leaves: Vec<_> = self.parts().iter().map(|part| merkle::leaf(&Sha256::digest(part))).collect();
        merkle::root(&leaves)
    }
    fn path(&self, case: &Space, template: &str, part: usize) -> String {
        fill(template, &[&case.id.to_string(), &self.blob.to_string(), &part.to_string()])
    }
    fn reference(&self) -> BlobReference {
        BlobReference { blob: self.blob, body_length: self.body.len() as u64, parts_root: self.root() }
    }
    async fn create(&self, case: &Space, client: &Client) -> Answer {
        let create = BlobCreate { blob: self.blob, body_length: self.body.len() as u64 };
        client.post(&case.path(path::BLOBS), &create).await
    }
    async fn put(&self, case: &Space, client: &Client, part: usize, bytes: &[u8]) -> Answer {
        let hash = hex::encode(Sha256::digest(self.parts()[part]));
        self.put_as(case, client, part, bytes, &hash).await
    }
    async fn put_as(&self, case: &Space, client: &Client, part: usize, bytes: &[u8], hash: &str) -> Answer {
        let asking = client.ask(Method::PUT, &self.path(case, path::BLOBS_PART, part)).header(PART_HASH_HEADER, hash);
        asking.body(bytes.to_vec()).send().await
    }
    async fn finish(&self, case: &Space, client: &Client) -> Answer {
        let finish = BlobFinish { parts_root: hex::encode(self.root()) };
        client.post(&self.path(case, path::BLOBS_FINISH, 0), &finish).await
    }
    async fn whole(&self, case: &Space, client: &Client) {
        self.create(case, client).await.ok();
        for (index, part) in self.parts().into_iter().enumerate() {
            self.put(case, client, index, part).await.ok();
        }
        self.finish(case, client).await.ok();
    }
    async fn get(&self, case: &Space, client: &Client, range: &str) -> Answer {
        let asking = client.ask(Method::GET, &self.path(case, path::BLOBS_ONE, 0));
        if range.is_empty() { asking.send().await } else { asking.header("range", range).send().await }
    }
    async fn state(&self, case: &Space, client: &Client) -> Answer {
        client.get(&self.path(case, path::BLOBS_STATE, 0)).await
    }
    async fn claim(&self, case: &mut Space, group: GroupId, person: &Person) {
        let event = content(&case.chain, group, vec![self.reference()], &person.key);
        case.append(person, |draft| { draft.event(event); }).await;
    }
}

fn stored_files(folder: &std::path::Path) -> usize {
    let Ok(entries) = std::fs::read_dir(folder) else { return 0 };
    entries
        .flatten()
        .map(|entry| if entry.path().is_dir() { stored_files(&entry.path()) } else { 1 })
        .sum()
}

on_both!(a_body_comes_back_as_it_went_whole_and_in_ranges, |server| {
    let (organisation, administrator) = server.organisation().await;
    let (mut case, team) = server.case(&administrator, &[&organisation]).await;
    let client = &administrator.client;
    let length = 2 * PART_BODY as usize + 12_345;
    let upload = Upload::new(length);
    upload.whole(&case, client).await;
    upload.get(&case, client, "").await.refused(ErrorCode::NotFound);
    upload.claim(&mut case, team, &administrator).await;
    let answer = upload.get(&case, client, "").await.ok();
    assert_eq!((answer.status, answer.body.len()), (200, length));
    assert!(answer.body == upload.body);
    assert_eq!(answer.header("content-type"), "application/octet-stream");
    assert_eq!(answer.header("content-disposition"), "attachment");
    let part = PART_BODY as usize;
    for (range, expected) in [
        ("bytes=0-0", 0..1),
        ("bytes=100-199", 100..200),
        (&*format!("bytes={}-{}", part - 5, part + 4), part - 5..part + 5),
        (&*format!("bytes={}-{}", part - 1, 2 * part), part - 1..2 * part + 1),
        (&*format!("bytes={part}-"), part..length),
        ("bytes=-7", length - 7..length),
        ("bytes=0-99999999999", 0..length),
        ("bytes=-99999999999", 0..length),
    ] {
        let answer = upload.get(&case, client, range).await.ok();
        assert_eq!(answer.status, 206, "{range}");
        assert!(answer.body == upload.body[expected.clone()], "{range}");
        assert_eq!(answer.header("content-range"), format!("bytes {}-{}/{length}", expected.start, expected.end - 1));
    }
    for range in [&*format!("bytes={length}-"), "bytes=-0", "bytes=99999999999-"] {
        let answer = upload.get(&case, client, range).await;
        answer.refused(ErrorCode::BadRange);
        assert_eq!(answer.header("content-range"), format!("bytes */{length}"));
    }
    for range in ["bytes=5-1", "bytes=a-b", "lines=1-2", "bytes=0-1,4-5", "bytes=-"] {
        assert_eq!(upload.get(&case, client, range).await.status, 200, "{range}");
    }
    let state: BlobState = upload.state(&case, client).await.json();
    assert!(state.finished);
    assert_eq!((state.parts.len(), state.part_length), (3, PART_BODY));
});

on_both!(an_upload_is_taken_up_where_it_stopped, |server| {
    let (organisation, administrator) = server.organisation().await;
    let (case, _) = server.case(&administrator, &[&organisation]).await;
    let client = &administrator.client;
    let upload = Upload::new(PART_BODY as usize + 16);
    upload.create(&case, client).await.ok();
    upload.put(&case, client, 1, upload.parts()[1]).await.ok();
    upload.finish(&case, client).await.refused(ErrorCode::WrongState);
    let server = server.restart().await;
    let state: BlobState = upload.create(&case, client).await.json();
    assert_eq!(state.parts.iter().map(|part| part.index).collect::<Vec<_>>(), [1]);
    assert!(!state.finished);
    upload.put(&case, client, 1, upload.parts()[1]).await.ok();
    upload.put(&case, client, 0, upload.parts()[0]).await.ok();
    upload.finish(&case, client).await.ok();
    upload.finish(&case, client).await.ok();
    drop(server);
});

on_both!(a_part_that_is_not_what_was_announced_leaves_nothing, |server| {
    let (organisation, administrator) = server.organisation().await;
    let (case, _) = server.case(&administrator, &[&organisation]).await;
    let client = &administrator.client;
    let upload = Upload::new(3_000_000);
    upload.create(&case, client).await.ok();
    let part = upload.parts()[0];
    let mut changed = part.to_vec();
    changed[2_999_999] ^= 1;
    upload.put(&case, client, 0, &changed).await.refused(ErrorCode::HashMismatch);
    upload.put(&case, client, 0, &part[..2_999_999]).await.refused(ErrorCode::HashMismatch);
    upload.put(&case, client, 0, &[part, &[0]].concat()).await.refused(ErrorCode::HashMismatch);
    upload.put(&case, client, 0, &[]).await.refused(ErrorCode::HashMismatch);
    let too_long = vec![0; PART_BODY as usize + 1];
    upload.put(&case, client, 0, &too_long).await.refused(ErrorCode::TooLarge);
    assert_eq!(stored_files(&server.folder().join("blobs")), 0);
    assert!(upload.state(&case, client).await.json::<BlobState>().parts.is_empty());

    upload.put_as(&case, client, 0, part, "xyz").await.refused(ErrorCode::BadIdentifier);
    let without = client.ask(Method::PUT, &upload.path(&case, path::BLOBS_PART, 0)).body(part.to_vec()).send().await;
    without.refused(ErrorCode::BadRequest);
    let hash = hex::encode(Sha256::digest(part));
    let put = |place: &str| {
        let whole = fill(path::BLOBS_PART, &[&case.id.to_string(), &upload.blob.to_string(), place]);
        client.ask(Method::PUT, &whole).header(PART_HASH_HEADER, &hash).body(part.to_vec()).send()
    };
    for place in ["1", "4294967295", "4294967296", "-1", "01", "x", "%2e%2e", "0%00"] {
        put(place).await.refused(ErrorCode::BadIdentifier);
    }
    upload.put(&case, client, 0, part).await.ok();
    let other = hex::encode(Sha256::digest(&changed));
    upload.put_as(&case, client, 0, &changed, &other).await.refused(ErrorCode::AlreadyExists);
    let wrong_root = BlobFinish { parts_root: "0".repeat(64) };
    client.post(&upload.path(&case, path::BLOBS_FINISH, 0), &wrong_root).await.refused(ErrorCode::HashMismatch);
    upload.finish(&case, client).await.ok();
    client.post(&upload.path(&case, path::BLOBS_FINISH, 0), &wrong_root).await.refused(ErrorCode::AlreadyExists);
});

on_both!(a_connection_that_breaks_leaves_nothing, |server| {
    let (organisation, administrator) = server.organisation().await;
    let (case, _) = server.case(&administrator, &[&organisation]).await;
    let client = &administrator.client;
    let upload = Upload::new(3_000_000);
    upload.create(&case, client).await.ok();
    let head = format!(
        "PUT {} HTTP/1.1\r\nhost: x\r\nx-hawser: 1\r\ncookie: {}={}\r\n{PART_HASH_HEADER}: {}\r\ncontent-length: 3000000\r\n\r\n",
        upload.path(&case, path::BLOBS_PART, 0),
        path::SESSION_COOKIE,
        client.cookie.as_ref().unwrap(),
        hex::encode(Sha256::digest(upload.parts()[0])),
    );
    let address = server.config.listen;
    let half = upload.body[..2_000_000].to_vec();
    tokio::task::spawn_blocking(move || {
        use std::io::Write as _;
        let mut socket = std::net::TcpStream::connect(address).unwrap();
        socket.write_all(head.as_bytes()).unwrap();
        socket.write_all(&half).unwrap();
    })
    .await
    .unwrap();
    for _ in 0..100 {
        if stored_files(&server.folder().join("blobs")) == 0 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    assert_eq!(stored_files(&server.folder().join("blobs")), 0);
    assert!(upload.state(&case, client).await.json::<BlobState>().parts.is_empty());
    upload.put(&case, client, 0, upload.parts()[0]).await.ok();
});

on_both!(reservations_have_sane_lengths_and_one_owner, |server| {
    let (mut organisation, administrator) = server.organisation().await;
    let colleague = server.colleague(&mut organisation, &administrator).await;
    let (mut case, team) = server.case(&administrator, &[&organisation]).await;
    let add = crate::support::person::nomination(
        &case, team, &organisation, &administrator, &colleague, hawser_ledger::membership::Role::Member,
    );
    case.append(&administrator, |draft| {
        draft.act(&hawser_ledger::membership::Act::MemberAdd(Box::new(add)), &administrator.key);
    })
    .await;
    let create = |blob: BlobId, body_length: u64| {
        let (client, path) = (administrator.client.clone(), case.path(path::BLOBS));
        async move { client.post(&path, &BlobCreate { blob, body_length }).await }
    };
    create(BlobId(random()), 15).await.refused(ErrorCode::BadRequest);
    create(BlobId::ZERO, 16).await.refused(ErrorCode::BadRequest);
    create(BlobId(random()), u64::MAX).await.refused(ErrorCode::TooLarge);
    let upload = Upload::new(16);
    upload.create(&case, &administrator.client).await.ok();
    create(upload.blob, 17).await.refused(ErrorCode::AlreadyExists);
    upload.create(&case, &colleague.client).await.refused(ErrorCode::AlreadyExists);
    // Until an event refers to it, it is the uploader's alone.
    upload.state(&case, &colleague.client).await.refused(ErrorCode::NotFound);
    upload.put(&case, &colleague.client, 0, &upload.body).await.refused(ErrorCode::NotFound);
    upload.finish(&case, &colleague.client).await.refused(ErrorCode::NotFound);
    let one = upload.path(&case, path::BLOBS_ONE, 0);
    colleague.client.delete(&one).await.refused(ErrorCode::NotFound);
    upload.put(&case, &administrator.client, 0, &upload.body).await.ok();
    administrator.client.delete(&one).await.ok();
    assert_eq!(stored_files(&server.folder().join("blobs")), 0);
    upload.state(&case, &administrator.client).await.refused(ErrorCode::NotFound);
});

on_both!(an_event_claims_finished_bodies_once, |server| {
    let (organisation, administrator) = server.organisation().await;
    let (mut case, team) = server.case(&administrator, &[&organisation]).await;
    let client = &administrator.client;
    let upload = Upload::new(1000);
    let attempt = |case: &Space, reference: BlobReference| {
        let mut draft = case.draft();
        let event = content(&case.chain, team, vec![reference], &administrator.key);
        draft.event(event);
        let (case, client) = (case.clone(), client.clone());
        async move { case.attempt(&client, &draft).await }
    };
    attempt(&case, upload.reference()).await.refused_by("bad-file");
    upload.create(&case, client).await.ok();
    upload.put(&case, client, 0, &upload.body).await.ok();
    attempt(&case, upload.reference()).await.refused_by("bad-file");
    upload.finish(&case, client).await.ok();
    attempt(&case, BlobReference { body_length: 999, ..upload.reference() }).await.refused_by("bad-file");
    attempt(&case, BlobReference { parts_root: [0; 32], ..upload.reference() }).await.refused_by("bad-file");
    let mut twice = case.draft();
    twice.event(content(&case.chain, team, vec![upload.reference(), upload.reference()], &administrator.key));
    case.attempt(client, &twice).await.refused_by("bad-file");
    // Of another space.
    let (other, other_team) = server.case(&administrator, &[&organisation]).await;
    let mut elsewhere = other.draft();
    elsewhere.event(content(&other.chain, other_team, vec![upload.reference()], &administrator.key));
    other.attempt(client, &elsewhere).await.refused_by("bad-file");

    upload.claim(&mut case, team, &administrator).await;
    attempt(&case, upload.reference()).await.refused_by("bad-file");
    client.delete(&upload.path(&case, path::BLOBS_ONE, 0)).await.refused(ErrorCode::WrongState);
    server.pass(30 * 24 * 3_600_000);
    server.app.sweep().await;
    let client = &administrator.sign_in(&server).await;
    assert!(upload.get(&case, client, "").await.ok().body == upload.body);
});

on_both!(only_the_events_group_reads_a_body, |server| {
    let (mut organisation, administrator) = server.organisation().await;
    let colleague = server.colleague(&mut organisation, &administrator).await;
    let (mut case, team) = server.case(&administrator, &[&organisation]).await;
    let add = crate::support::person::nomination(
        &case, team, &organisation, &administrator, &colleague, hawser_ledger::membership::Role::Member,
    );
    case.append(&administrator, |draft| {
        draft.act(&hawser_ledger::membership::Act::MemberAdd(Box::new(add)), &administrator.key);
    })
    .await;
    let upload = Upload::new(PART_BODY as usize + 100);
    upload.whole(&case, &administrator.client).await;
    upload.claim(&mut case, team, &administrator).await;
    upload.get(&case, &colleague.client, "").await.refused(ErrorCode::Forbidden);
    upload.state(&case, &colleague.client).await.refused(ErrorCode::Forbidden);
    case.append(&administrator, |draft| {
        let (act, body) = grant(team, 1, &colleague);
        draft.act(&act, &administrator.key);
        draft.wrap(team, colleague.user, body);
    })
    .await;
    assert!(upload.get(&case, &colleague.client, "").await.ok().body == upload.body);
    let (start, bodies) = epoch(team, 2, &[&administrator]);
    let act = hawser_ledger::membership::Act::MemberRemove { user: colleague.user, rotations: vec![start] };
    case.append(&administrator, |draft| {
        draft.act(&act, &administrator.key);
        draft.wrap(team, administrator.user, bodies[0].clone());
    })
    .await;
    upload.get(&case, &colleague.client, "").await.refused(ErrorCode::Forbidden);
});

on_both!(abandoned_uploads_go_after_a_week, |server| {
    let (organisation, administrator) = server.organisation().await;
    let (case, _) = server.case(&administrator, &[&organisation]).await;
    let (old, fresh) = (Upload::new(100), Upload::new(100));
    old.whole(&case, &administrator.client).await;
    server.pass(6 * 24 * 3_600_000);
    let client = administrator.sign_in(&server).await;
    fresh.whole(&case, &client).await;
    server.pass(25 * 3_600_000);
    server.app.sweep().await;
    let client = administrator.sign_in(&server).await;
    old.state(&case, &client).await.refused(ErrorCode::NotFound);
    fresh.state(&case, &client).await.ok();
    assert_eq!(stored_files(&server.folder().join("blobs")), 1);
});

on_both!(forged_ids_are_no_paths, |server| {
    let (organisation, administrator) = server.organisation().await;
    let (case, _) = server.case(&administrator, &[&organisation]).await;
    for id in ["..", "%2e%2e", "%2e%2e%2fx", "%00", "0".repeat(31).as_str(), "0".repeat(33).as_str(), &"A".repeat(32)] {
        let path = format!("{}/{id}/state", case.path(path::BLOBS));
        // What normalises to another path is simply not there.
        let answer = administrator.client.get(&path).await;
        assert!(matches!(answer.problem().code, ErrorCode::BadIdentifier | ErrorCode::NotFound), "{id}");
    }
});
