//! File bodies on their way in and out: parts, finish, ranges, what breaks.

use hawser_protocol::ErrorCode;
use hawser_protocol::blob::{BlobFinish, BlobState, PART_HASH_HEADER};
use hawser_protocol::path::{self, PART_BODY, fill};
use reqwest::Method;
use sha2::{Digest as _, Sha256};

use crate::on_both;
use crate::support::upload::{Upload, stored_files};

on_both!(a_body_comes_back_as_it_went_whole_and_in_ranges, |server| {
    let (organisation, administrator) = server.organisation().await;
    let (mut case, team) = server.case(&administrator, &[&organisation]).await;
    let client = &administrator.client;
    let length = 2 * PART_BODY as usize + 12_345;
    let upload = Upload::new(length);
    upload.whole(&case, client).await;
    upload
        .get(&case, client, "")
        .await
        .refused(ErrorCode::NotFound);
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
        (
            &*format!("bytes={}-{}", part - 5, part + 4),
            part - 5..part + 5,
        ),
        (
            &*format!("bytes={}-{}", part - 1, 2 * part),
            part - 1..2 * part + 1,
        ),
        (&*format!("bytes={part}-"), part..length),
        ("bytes=-7", length - 7..length),
        ("bytes=0-99999999999", 0..length),
        ("bytes=-99999999999", 0..length),
    ] {
        let answer = upload.get(&case, client, range).await.ok();
        assert_eq!(answer.status, 206, "{range}");
        assert!(answer.body == upload.body[expected.clone()], "{range}");
        assert_eq!(
            answer.header("content-range"),
            format!("bytes {}-{}/{length}", expected.start, expected.end - 1)
        );
    }
    for range in [
        &*format!("bytes={length}-"),
        "bytes=-0",
        "bytes=99999999999-",
    ] {
        let answer = upload.get(&case, client, range).await;
        answer.refused(ErrorCode::BadRange);
        assert_eq!(answer.header("content-range"), format!("bytes */{length}"));
    }
    for range in [
        "bytes=5-1",
        "bytes=a-b",
        "lines=1-2",
        "bytes=0-1,4-5",
        "bytes=-",
    ] {
        assert_eq!(
            upload.get(&case, client, range).await.status,
            200,
            "{range}"
        );
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
    upload
        .finish(&case, client)
        .await
        .refused(ErrorCode::WrongState);
    let server = server.restart().await;
    let state: BlobState = upload.create(&case, client).await.json();
    assert_eq!(
        state
            .parts
            .iter()
            .map(|part| part.index)
            .collect::<Vec<_>>(),
        [1]
    );
    assert!(!state.finished);
    upload.put(&case, client, 1, upload.parts()[1]).await.ok();
    upload.put(&case, client, 0, upload.parts()[0]).await.ok();
    upload.finish(&case, client).await.ok();
    upload.finish(&case, client).await.ok();
    drop(server);
});

on_both!(
    a_part_that_is_not_what_was_announced_leaves_nothing,
    |server| {
        let (organisation, administrator) = server.organisation().await;
        let (case, _) = server.case(&administrator, &[&organisation]).await;
        let client = &administrator.client;
        let upload = Upload::new(3_000_000);
        upload.create(&case, client).await.ok();
        let part = upload.parts()[0];
        let mut changed = part.to_vec();
        changed[2_999_999] ^= 1;
        upload
            .put(&case, client, 0, &changed)
            .await
            .refused(ErrorCode::HashMismatch);
        upload
            .put(&case, client, 0, &part[..2_999_999])
            .await
            .refused(ErrorCode::HashMismatch);
        upload
            .put(&case, client, 0, &[part, &[0]].concat())
            .await
            .refused(ErrorCode::HashMismatch);
        upload
            .put(&case, client, 0, &[])
            .await
            .refused(ErrorCode::HashMismatch);
        let too_long = vec![0; PART_BODY as usize + 1];
        upload
            .put(&case, client, 0, &too_long)
            .await
            .refused(ErrorCode::TooLarge);
        assert_eq!(stored_files(&server.folder().join("blobs")), 0);
        assert!(
            upload
                .state(&case, client)
                .await
                .json::<BlobState>()
                .parts
                .is_empty()
        );

        upload
            .put_as(&case, client, 0, part, "xyz")
            .await
            .refused(ErrorCode::BadIdentifier);
        let without = client
            .ask(Method::PUT, &upload.path(&case, path::BLOBS_PART, 0))
            .body(part.to_vec())
            .send()
            .await;
        without.refused(ErrorCode::BadRequest);
        let hash = hex::encode(Sha256::digest(part));
        let put = |place: &str| {
            let whole = fill(
                path::BLOBS_PART,
                &[&case.id.to_string(), &upload.blob.to_string(), place],
            );
            client
                .ask(Method::PUT, &whole)
                .header(PART_HASH_HEADER, &hash)
                .body(part.to_vec())
                .send()
        };
        for place in [
            "1",
            "4294967295",
            "4294967296",
            "-1",
            "01",
            "x",
            "%2e%2e%2f0",
            "0%00",
        ] {
            put(place).await.refused(ErrorCode::BadIdentifier);
        }
        upload.put(&case, client, 0, part).await.ok();
        let other = hex::encode(Sha256::digest(&changed));
        upload
            .put_as(&case, client, 0, &changed, &other)
            .await
            .refused(ErrorCode::AlreadyExists);
        let wrong_root = BlobFinish {
            parts_root: "0".repeat(64),
        };
        client
            .post(&upload.path(&case, path::BLOBS_FINISH, 0), &wrong_root)
            .await
            .refused(ErrorCode::HashMismatch);
        upload.finish(&case, client).await.ok();
        client
            .post(&upload.path(&case, path::BLOBS_FINISH, 0), &wrong_root)
            .await
            .refused(ErrorCode::AlreadyExists);
    }
);

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
    assert!(
        upload
            .state(&case, client)
            .await
            .json::<BlobState>()
            .parts
            .is_empty()
    );
    upload.put(&case, client, 0, upload.parts()[0]).await.ok();
});

on_both!(
    attack_36_a_body_is_another_spaces_or_persons_or_of_another_length,
    |server| {
        let (organisation, administrator) = server.organisation().await;
        let (case, _) = server.case(&administrator, &[&organisation]).await;
        let (other, _) = server.case(&administrator, &[&organisation]).await;
        let (_, stranger) = server.organisation().await;
        let client = &administrator.client;
        let upload = Upload::new(3_000);
        upload.create(&case, client).await.ok();
        // Reserved in one space: there is none of that name in another, nor for somebody else.
        for template in [path::BLOBS_STATE, path::BLOBS_ONE] {
            let path = upload.path(&other, template, 0);
            client.get(&path).await.refused(ErrorCode::NotFound);
            let path = upload.path(&case, template, 0);
            let answer = stranger.client.get(&path).await;
            answer.refused(ErrorCode::NotFound);
        }
        let whole = upload.parts()[0];
        upload
            .put(&other, client, 0, whole)
            .await
            .refused(ErrorCode::NotFound);
        // Another content or length than was announced, and another method than there is.
        upload
            .put(&case, client, 0, &whole[..2_999])
            .await
            .refused(ErrorCode::HashMismatch);
        let path = upload.path(&case, path::BLOBS_PART, 0);
        client.get(&path).await.refused(ErrorCode::MethodNotAllowed);
        upload.put(&case, client, 0, whole).await.ok();
    }
);

on_both!(attack_35_forged_ids_are_no_paths, |server| {
    let (organisation, administrator) = server.organisation().await;
    let (case, _) = server.case(&administrator, &[&organisation]).await;
    for id in [
        "..",
        "%2e%2e",
        "%2e%2e%2fx",
        "%00",
        "0".repeat(31).as_str(),
        "0".repeat(33).as_str(),
        &"A".repeat(32),
    ] {
        let path = format!("{}/{id}/state", case.path(path::BLOBS));
        // What normalises to another path is simply not there.
        let answer = administrator.client.get(&path).await;
        assert!(
            matches!(
                answer.problem().code,
                ErrorCode::BadIdentifier | ErrorCode::NotFound
            ),
            "{id}"
        );
    }
});
