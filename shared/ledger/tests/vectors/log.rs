//! The log: notes, checkpoints, proofs from tiles and a fork proof, as another implementation wrote them too.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hawser_ledger::log::cosignature::{confirmed_at, cosign};
use hawser_ledger::log::note::NoteAlgorithm;
use hawser_ledger::log::{Checkpoint, ForkProof, LogKey, Note, NoteKey, SignedCheckpoint};

use super::*;

/// Written by a program of another language for the seeds 32 × 0x01 (log) and 32 × 0x02 (keeper), the entries
/// `a` to `g`, and the time 1,700,000,000.
const FOREIGN: &str = "log.example/test
7
SuGRk59UjZk0dAuI3qLFy4m7iHD8RQXNed7Gu/qu6cs=

\u{2014} log.example/test +uIDUz3i5ULtxKJMdtt084b6gRSeCu4TvsG9Tgd9qIlRq8SF1E8qJA5ezBQ5aZsImHJT+goV5Z1FzIWdZfyN0saedwA=
\u{2014} witness.example/w1 3xwKNQAAAABlU/EA8SiU4DS3d29jEVZicZkCh90fkviHM14uQLOxmn7p2UjVXH8mXBEhT/feI0IYE/Pzq2UqhRGFCFdLNmVD1nmsBg==
";
const FOREIGN_LOG_KEY: &str =
    "log.example/test+fae20353+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c";
const FOREIGN_KEEPER_KEY: &str =
    "witness.example/w1+df1c0a35+BIE5dw6ofRdfVqNUZsNMfszLjYqRtO43ol32D1uPybOU";
const FOREIGN_ROOT_AT_3: &str = "NmQuc8JUCrEh46a/lUWwokmCzYMOsT080Z3jzmwCHsE=";
const FOREIGN_CONSISTENCY_3_TO_7: [&str; 4] = [
    "WX/LMSgtNGVMIA00GPylcFxkjr8ybsc9jd7xGEH4dtg=",
    "0HDcW42prqfcD1rUwp2JllIABZyaDOyjq9XaJJLctx0=",
    "sTeYX/SE+2ANuTEHx3sDZcgNePW0Kd7Q/Zc2HQd5mes=",
    "4obTOQZlp83HWUU77QsAze0YQtdX4+bP6H31PbF35yU=",
];
const FOREIGN_INCLUSION_OF_4_IN_7: [&str; 3] = [
    "9aBtPFKTcInFG3xsHMGUjM3FWBMosuu1eOjMpmp7UiE=",
    "WusZboNZgjG0XGHz4MWg/aSbDU+GpttfiTqszPUU+pk=",
    "MzdqO9Y+mZNwioTd/mworli4NQXdH+1xG9kk7FpiOfA=",
];
const TIME_S: u64 = 1_700_000_000;

fn hashes(text: &[&str]) -> Vec<Hash> {
    text.iter()
        .map(|text| STANDARD.decode(text).unwrap().try_into().unwrap())
        .collect()
}

fn leaves() -> Vec<Hash> {
    b"abcdefg"
        .iter()
        .map(|byte| merkle::leaf(&[*byte]))
        .collect()
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn a_log_of_another_implementation_reads_and_writes_alike() {
    let (log, keeper) = (
        SigningKey::from_bytes(&[1; 32]),
        SigningKey::from_bytes(&[2; 32]),
    );
    let key = LogKey::parse(FOREIGN_LOG_KEY).unwrap();
    let keeper_key = NoteKey::parse(FOREIGN_KEEPER_KEY).unwrap();
    assert_eq!(
        (key.text(), keeper_key.text()),
        (FOREIGN_LOG_KEY.into(), FOREIGN_KEEPER_KEY.into())
    );
    let signed = key.open(FOREIGN.as_bytes()).unwrap();
    let leaves = leaves();
    let root = merkle::root(&leaves);
    assert_eq!((signed.checkpoint.size, signed.checkpoint.root), (7, root));
    let note = Note::parse(FOREIGN.as_bytes()).unwrap();
    assert_eq!(confirmed_at(&note, &keeper_key), Ok(Some(TIME_S)));
    let own = SignedCheckpoint::sign(signed.checkpoint.clone(), &log);
    let line = cosign(&keeper_key, &keeper, &signed.checkpoint.text(), TIME_S);
    assert_eq!(format!("{}{line}", key.note(&own)), FOREIGN);
    let old = hashes(&[FOREIGN_ROOT_AT_3])[0];
    let proof = hashes(&FOREIGN_CONSISTENCY_3_TO_7);
    assert_eq!(
        merkle::consistency_proof(&leaves[..], 7, 3),
        Some(proof.clone())
    );
    assert!(merkle::verify_consistency(3, &old, 7, &root, &proof));
    let proof = hashes(&FOREIGN_INCLUSION_OF_4_IN_7);
    assert_eq!(
        merkle::inclusion_proof(&leaves[..], 7, 4),
        Some(proof.clone())
    );
    assert!(merkle::verify_inclusion(&leaves[4], 4, 7, &proof, &root));
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn checkpoint_cosignature_and_fork_proof_are_those_of_the_document() {
    let (log, keeper) = (key("log"), key("keeper"));
    let space = SpaceId(seed("space"));
    let log_key = LogKey::of("https://hawser.example", space, public("log")).unwrap();
    let keeper_key = NoteKey::new(
        "keeper.example",
        NoteAlgorithm::Cosignature,
        public("keeper"),
    )
    .unwrap();
    let sign = |leaves: &[Hash]| {
        let checkpoint = Checkpoint {
            origin: log_key.origin().to_owned(),
            size: leaves.len() as u64,
            root: merkle::root(leaves),
        };
        SignedCheckpoint::sign(checkpoint, &log)
    };
    let (ours, mut theirs) = (leaves(), leaves());
    theirs[2] = merkle::leaf(b"x");
    let fork = ForkProof {
        earlier: sign(&ours[..5]),
        later: sign(&theirs),
        root_then: merkle::root(&theirs[..5]),
        proof: merkle::consistency_proof(&theirs[..], 7, 5).unwrap(),
    };
    let text = fork.text(&log_key);
    assert_eq!(ForkProof::parse(&text), Ok((log_key.clone(), fork)));
    let checkpoint = log_key.note(&sign(&ours));
    let text_part = sign(&ours).checkpoint.text();
    let made = json!({
        "about": "The log of space = H('hawser test key space') on https://hawser.example; keys have the seeds H('hawser test key log') and H('hawser test key keeper'); leaves are of the bytes a to g, in the other past x in place of c; the keeper's time is 1700000000",
        "log_key": log_key.text(),
        "keeper_key": keeper_key.text(),
        "checkpoint": checkpoint,
        "cosigned": format!("{checkpoint}{}", cosign(&keeper_key, &keeper, &text_part, TIME_S)),
        "fork_proof": text,
    });
    agree(
        "log.json",
        include_str!("../../../../docs/vectors/log.json"),
        &made,
    );
}
