//! The log of a space as members and foreign tools read it.

use hawser_ledger::Frame;
use hawser_ledger::log::tile::{Tiles, Wanted};
use hawser_ledger::log::{LogKey, Tile};
use hawser_ledger::merkle::{
    consistency_proof, inclusion_proof, root_of, verify_consistency, verify_inclusion,
};
use hawser_protocol::ErrorCode;
use hawser_protocol::account::Deployment;
use hawser_protocol::path::{self, fill};
use hawser_protocol::space::Pulled;

use crate::on_both;

on_both!(
    a_member_reads_checkpoints_and_tiles_and_makes_every_proof,
    |server| {
        let (organisation, administrator) = server.organisation().await;
        let (mut case, team) = server.case(&administrator, &[&organisation]).await;
        let deployment: Deployment = administrator.client.get(path::DEPLOYMENT).await.json();
        let public = deployment.log_key.0.try_into().unwrap();
        let key = LogKey::of(&server.config.origin, case.id, public).unwrap();
        let checkpoint = fill(path::CHECKPOINT, &[&case.id.to_string()]);

        let answer = administrator.client.get(&checkpoint).await.ok();
        assert_eq!(answer.header("content-type"), "text/plain; charset=utf-8");
        let before = key.open(&answer.body).unwrap().checkpoint;
        assert_eq!(before.root, case.chain.tree().root());

        // Past the first whole tile, in appends of many sizes.
        for count in [1, 2, 200, 60, 250, 9] {
            case.append(&administrator, |draft| {
                for _ in 0..count {
                    draft.content(team, &administrator.key);
                }
            })
            .await;
        }
        let note = administrator.client.get(&checkpoint).await.ok().body;
        assert_eq!(note, administrator.client.get(&checkpoint).await.ok().body);
        let after = key.open(&note).unwrap().checkpoint;
        assert_eq!(after.size, case.chain.size());
        assert_eq!(after.root, case.chain.tree().root());
        let pull = administrator
            .client
            .get(&case.path(path::EVENTS))
            .await
            .ok();
        let pulled = Pulled::decode(&pull.body).unwrap();
        assert_eq!(pulled.checkpoint.as_bytes(), note);

        let at = 300;
        let wanted = Wanted::of(after.size);
        consistency_proof(&wanted, after.size, before.size).unwrap();
        inclusion_proof(&wanted, after.size, at).unwrap();
        let read = async |tile: Tile| {
            let path = fill(path::TILE, &[&case.id.to_string(), &tile.path()]);
            administrator.client.get(&path).await
        };
        let mut tiles = Tiles::of(after.size);
        let mut levels = std::collections::BTreeSet::new();
        for tile in wanted.tiles() {
            levels.insert(tile.level);
            let answer = read(tile).await.ok();
            assert_eq!(answer.header("content-type"), "application/octet-stream");
            assert!(tiles.take(tile, &answer.body));
        }
        assert_eq!(levels.len(), 2);
        let proof = consistency_proof(&tiles, after.size, before.size).unwrap();
        assert!(verify_consistency(
            before.size,
            &before.root,
            after.size,
            &after.root,
            &proof
        ));
        let Frame::Event(bytes) = &case.frames(&administrator).await[at as usize] else {
            panic!()
        };
        let leaf = hawser_ledger::Event::decode(bytes).unwrap().id().0;
        let proof = inclusion_proof(&tiles, after.size, at).unwrap();
        assert!(verify_inclusion(&leaf, at, after.size, &proof, &after.root));
        assert!(root_of(&tiles, after.size).is_some());

        // What is not there yet is not there.
        let tile = |level, index, width| Tile {
            level,
            index,
            width,
        };
        for missing in [
            tile(0, 2, 256),
            tile(1, 0, 3),
            tile(2, 0, 1),
            tile(0, 99_999, 1),
        ] {
            read(missing).await.refused(ErrorCode::NotFound);
        }
        let path = fill(path::TILE, &[&case.id.to_string(), "0/%2e%2e/000"]);
        administrator
            .client
            .get(&path)
            .await
            .refused(ErrorCode::BadIdentifier);
    }
);

on_both!(a_stranger_reads_nothing_of_a_log, |server| {
    let (organisation, administrator) = server.organisation().await;
    let (case, _) = server.case(&administrator, &[&organisation]).await;
    let (_, stranger) = server.organisation().await;
    let of_case = |path| fill(path, &[&case.id.to_string(), "0/000.p/1"]);
    for path in [of_case(path::CHECKPOINT), of_case(path::TILE)] {
        administrator.client.get(&path).await.ok();
        stranger
            .client
            .get(&path)
            .await
            .refused(ErrorCode::NotFound);
        server
            .client()
            .get(&path)
            .await
            .refused(ErrorCode::NotSignedIn);
    }
});

on_both!(
    a_space_that_names_another_log_key_is_not_founded,
    |server| {
        let person = server.register(&server.invite().await).await;
        let root = crate::support::person::new_key();
        let mut genesis = crate::support::person::genesis(
            hawser_ledger::membership::SpaceKind::Organisation,
            &root,
            None,
            &server,
        );
        genesis.log_key = [9; 32];
        let (_, draft) =
            crate::support::ledger::founding(crate::support::person::genesis_event(genesis, &root));
        let answer = person
            .client
            .append(path::SPACES, draft.append.encode())
            .await;
        answer.refused_by("other-log-key");
    }
);
