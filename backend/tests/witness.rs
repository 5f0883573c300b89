//! `hawser witness`, asked as any log asks (c2sp.org/tlog-witness).

use ed25519_dalek::SigningKey;
use hawser_backend::clock;
use hawser_backend::witness::{Witness, WitnessConfig};
use hawser_ledger::SpaceId;
use hawser_ledger::log::checkpoint::{log_origin, published};
use hawser_ledger::log::cosignature::confirmed_at;
use hawser_ledger::log::witness::{SIZE_TYPE, parse_size};
use hawser_ledger::log::{AddCheckpoint, Checkpoint, LogKey, Note, SignedCheckpoint};
use hawser_ledger::merkle::{Hash, consistency_proof, leaf, root};

use crate::support::keeper::Keeper;
use crate::support::server::BEGIN_MS;

const DEPLOYMENT: &str = "https://hawser.example";

fn leaves(of: &str, count: usize) -> Vec<Hash> {
    (0..count)
        .map(|at| leaf(format!("{of}{at}").as_bytes()))
        .collect()
}

/// A log of this deployment.
struct Log {
    space: SpaceId,
    secret: SigningKey,
}

impl Log {
    fn new(space: u8) -> Self {
        Self {
            space: SpaceId([space; 32]),
            secret: SigningKey::from_bytes(&[1; 32]),
        }
    }

    fn public(&self) -> [u8; 32] {
        self.secret.verifying_key().to_bytes()
    }

    fn origin(&self) -> String {
        log_origin(DEPLOYMENT, self.space)
    }

    fn note(&self, leaves: &[Hash]) -> String {
        let checkpoint = Checkpoint {
            origin: self.origin(),
            size: leaves.len() as u64,
            root: root(leaves),
        };
        let signed = SignedCheckpoint::sign(checkpoint, &self.secret);
        let key = LogKey::of(DEPLOYMENT, self.space, self.public()).unwrap();
        key.note(&signed)
    }

    fn asks(&self, leaves: &[Hash], old: usize) -> AddCheckpoint {
        let size = leaves.len() as u64;
        AddCheckpoint {
            old: old as u64,
            proof: consistency_proof(leaves, size, old as u64).unwrap_or_default(),
            note: self.note(leaves),
        }
    }
}

async fn keeper(log: &Log) -> Keeper {
    let mut keeper = Keeper::new("keeper.example/hawser").await;
    keeper.keep(DEPLOYMENT, log.public()).await;
    keeper
}

async fn post(keeper: &Keeper, body: impl Into<reqwest::Body>) -> (u16, String, String) {
    let url = format!("{}/add-checkpoint", keeper.url());
    let answer = reqwest::Client::new().post(url).body(body);
    let answer = answer.send().await.unwrap();
    let kind = answer.headers().get("content-type");
    let kind = kind.map(|kind| kind.to_str().unwrap().to_owned());
    let status = answer.status().as_u16();
    (
        status,
        kind.unwrap_or_default(),
        answer.text().await.unwrap(),
    )
}

async fn ask(keeper: &Keeper, asked: &AddCheckpoint) -> (u16, String, String) {
    post(keeper, asked.text()).await
}

#[tokio::test]
async fn a_log_that_only_grows_is_confirmed_each_time_with_the_time() {
    let log = Log::new(7);
    let keeper = keeper(&log).await;
    let mut old = 0;
    for (round, size) in [1, 2, 5, 5, 300, 301].into_iter().enumerate() {
        let at_ms = BEGIN_MS + 60_000 * round as i64;
        keeper.now.store(at_ms, std::sync::atomic::Ordering::SeqCst);
        let all = leaves("a", size);
        let (status, _, lines) = ask(&keeper, &log.asks(&all, old)).await;
        assert_eq!(status, 200, "{lines}");
        let note = Note::parse(format!("{}{lines}", log.note(&all)).as_bytes()).unwrap();
        let time = confirmed_at(&note, &keeper.key).unwrap();
        assert_eq!(time, Some(at_ms as u64 / 1000));
        old = size;
    }
    let name = hex::encode(hawser_ledger::key::hash(&[log.origin().as_bytes()]));
    let newest = reqwest::get(format!("{}/{name}/checkpoint", keeper.url()));
    let newest = newest.await.unwrap().text().await.unwrap();
    assert!(newest.starts_with(&log.note(&leaves("a", 301))));
    let note = Note::parse(newest.as_bytes()).unwrap();
    assert!(confirmed_at(&note, &keeper.key).unwrap().is_some());
    let unknown = reqwest::get(format!("{}/{}/checkpoint", keeper.url(), "0".repeat(64)));
    assert_eq!(unknown.await.unwrap().status(), 404);
}

#[tokio::test]
async fn two_stories_are_never_both_confirmed() {
    let log = Log::new(7);
    let mut keeper = keeper(&log).await;
    let (one, other) = (leaves("a", 8), leaves("b", 8));
    assert_eq!(ask(&keeper, &log.asks(&one[..5], 0)).await.0, 200);
    keeper.stop().await;
    keeper.start().await;

    // It remembers, and says how far it is.
    let (status, kind, body) = ask(&keeper, &log.asks(&other, 0)).await;
    assert_eq!((status, kind.as_str()), (409, SIZE_TYPE));
    assert_eq!(parse_size(body.as_bytes()), Some(5));
    // Another past of the same size, or under another one; and one that is shorter.
    assert_eq!(ask(&keeper, &log.asks(&other[..5], 5)).await.0, 422);
    assert_eq!(ask(&keeper, &log.asks(&other, 5)).await.0, 422);
    assert_eq!(ask(&keeper, &log.asks(&one[..4], 4)).await.0, 409);
    let shorter = AddCheckpoint {
        old: 5,
        ..log.asks(&one[..4], 4)
    };
    assert_eq!(ask(&keeper, &shorter).await.0, 400);
    // A proof where none is due.
    let longer = AddCheckpoint {
        proof: vec![[0; 32]],
        ..log.asks(&one[..5], 5)
    };
    assert_eq!(ask(&keeper, &longer).await.0, 422);
    assert_eq!(ask(&keeper, &log.asks(&one, 5)).await.0, 200);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_many_stories_at_once_one_is_confirmed() {
    let log = Log::new(7);
    let keeper = keeper(&log).await;
    let mut base = Vec::new();
    for _ in 0..8 {
        let stories: Vec<Vec<Hash>> = (0..12)
            .map(|story| [base.clone(), leaves(&format!("story {story}"), 3)].concat())
            .collect();
        let asked = stories.iter().map(|all| {
            let asked = log.asks(all, base.len());
            let keeper = &keeper;
            async move { ask(keeper, &asked).await.0 }
        });
        let codes = futures::future::join_all(asked).await;
        let confirmed: Vec<usize> = (0..12).filter(|story| codes[*story] == 200).collect();
        assert_eq!(confirmed.len(), 1, "{codes:?}");
        base = stories[confirmed[0]].clone();
    }
}

#[tokio::test]
async fn a_keeper_that_forgot_what_it_confirmed_does_not_start() {
    let log = Log::new(7);
    let mut keeper = keeper(&log).await;
    ask(&keeper, &log.asks(&leaves("a", 5), 0)).await;
    keeper.stop().await;
    for file in std::fs::read_dir(&keeper.config.data).unwrap() {
        let file = file.unwrap().path();
        if file.to_str().unwrap().contains("keeper.sqlite") {
            std::fs::remove_file(file).unwrap();
        }
    }
    let error = Witness::open(&keeper.config, clock::system()).await;
    let error = error.err().unwrap().to_string();
    assert!(error.contains("is forgotten"), "{error}");
}

#[tokio::test]
async fn what_is_no_checkpoint_of_its_logs_is_refused_by_name() {
    let log = Log::new(7);
    let keeper = keeper(&log).await;
    let asked = log.asks(&leaves("a", 5), 0);
    let text = asked.text();
    for wrong in [
        String::new(),
        "old 0\n".to_owned(),
        text.replace("old 0", "old 00"),
        text.replace("old 0", "old -1"),
        text.replace("old 0", "new 0"),
        text.replace("old 0\n", "old 0\nAAAA\n"),
        text.replacen("\n5\n", "\n05\n", 1),
        text.trim_end().to_owned(),
    ] {
        let (status, ..) = post(&keeper, wrong.clone()).await;
        assert_eq!(status, 400, "{wrong}");
    }
    assert_eq!(post(&keeper, vec![0xff; 99]).await.0, 400);
    assert_eq!(post(&keeper, vec![b'a'; 17 << 10]).await.0, 413);
    let hashes = format!("{}\n", "A".repeat(43) + "=").repeat(64);
    let many = text.replacen("old 0\n", &format!("old 0\n{hashes}"), 1);
    assert_eq!(post(&keeper, many).await.0, 400);

    // Of another deployment, and signed by another key.
    let elsewhere = text.replace("hawser.example", "else.example");
    assert_eq!(post(&keeper, elsewhere).await.0, 404);
    let mut stranger = Log::new(7);
    stranger.secret = SigningKey::from_bytes(&[2; 32]);
    let (status, ..) = ask(&keeper, &stranger.asks(&leaves("a", 5), 0)).await;
    assert_eq!(status, 403);
    // Nothing of it is remembered.
    assert_eq!(ask(&keeper, &asked).await.0, 200);
}

#[tokio::test]
async fn only_the_spaces_that_are_listed_are_confirmed() {
    let (log, other) = (Log::new(7), Log::new(8));
    let mut keeper = keeper(&log).await;
    keeper.stop().await;
    keeper.config.logs[0].spaces = Some(vec![log.space]);
    keeper.start().await;
    assert_eq!(ask(&keeper, &log.asks(&leaves("a", 5), 0)).await.0, 200);
    assert_eq!(ask(&keeper, &other.asks(&leaves("a", 5), 0)).await.0, 404);
}

#[tokio::test]
async fn a_keeper_that_lost_its_key_does_not_start_with_another() {
    let log = Log::new(7);
    let mut keeper = keeper(&log).await;
    ask(&keeper, &log.asks(&leaves("a", 5), 0)).await;
    keeper.stop().await;
    std::fs::remove_file(keeper.config.data.join("keeper-key")).unwrap();
    let error = Witness::open(&keeper.config, clock::system()).await;
    let error = error.err().unwrap().to_string();
    assert!(
        error.contains("is missing") && error.contains("backup"),
        "{error}"
    );
}

#[test]
fn a_configuration_is_read_and_what_is_wrong_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("keeper.toml");
    let key = published(&Log::new(7).public());
    let space = SpaceId([7; 32]);
    let good = format!(
        "name = \"keeper.example\"\ndata = \"keeper\"\n[[logs]]\ndeployment = \"{DEPLOYMENT}\"\nkey = \"{key}\"\n\
         spaces = [\"{space}\"]\n"
    );
    let load = |text: &str| {
        std::fs::write(&file, text).unwrap();
        WitnessConfig::load(&file).map_err(|error| error.to_string())
    };
    let config = load(&good).unwrap();
    assert_eq!(config.listen.to_string(), "127.0.0.1:8090");
    assert_eq!(config.logs[0].spaces, Some(vec![space]));
    for (wrong, named) in [
        (good.replace(&key, "AAAA"), "key is \"AAAA\""),
        (good.replace("spaces", "space"), "unknown field `space`"),
        (good.replace(&space.to_string(), "07"), "spaces has \"07\""),
        (
            good.replace(DEPLOYMENT, "https://hawser.example/"),
            "expected scheme, host and port",
        ),
        (good.replace(&format!("\"{space}\""), ""), "spaces is empty"),
        ("name = \"a\"\ndata = \"b\"\nlogs = []\n".into(), "[[logs]]"),
        (String::new(), "missing field"),
    ] {
        let error = load(&wrong).unwrap_err();
        assert!(
            error.contains(named) && error.contains("keeper.toml"),
            "{error}"
        );
    }
}
