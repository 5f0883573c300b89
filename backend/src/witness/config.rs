//! What the operator of a log keeper decides, in a TOML file.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use hawser_ledger::SpaceId;
use hawser_ledger::log::LogKey;
use hawser_ledger::log::checkpoint::{log_origin, parse_published};
use serde::{Deserialize, Deserializer};

/// A file that is no configuration.
#[derive(Debug, thiserror::Error)]
#[error("{file}: {reason}")]
pub struct WitnessConfigError {
    /// The file.
    pub file: String,
    /// What is wrong with it.
    pub reason: String,
}

/// What an operator decides.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WitnessConfig {
    /// Address to listen on.
    #[serde(default = "loopback")]
    pub listen: SocketAddr,
    /// The name it signs under, such as `keeper.example/hawser`.
    pub name: String,
    /// Folder of its key and of what it remembers.
    pub data: PathBuf,
    /// The deployments whose logs it confirms.
    pub logs: Vec<WatchedLog>,
}

/// A deployment whose logs are confirmed.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WatchedLog {
    /// Its origin, such as `https://hawser.example`.
    pub deployment: String,
    /// Its log key, as it publishes it.
    #[serde(deserialize_with = "log_key")]
    pub key: [u8; 32],
    /// The spaces; all of the deployment where there is no list.
    #[serde(default, deserialize_with = "spaces")]
    pub spaces: Option<Vec<SpaceId>>,
}

fn loopback() -> SocketAddr {
    SocketAddr::from(([127, 0, 0, 1], 8090))
}

fn log_key<'de, D: Deserializer<'de>>(input: D) -> Result<[u8; 32], D::Error> {
    let text = String::deserialize(input)?;
    parse_published(&text).map_err(|_| {
        serde::de::Error::custom(format!(
            "key is {text:?}; expected the log key that `hawser check` of the deployment prints"
        ))
    })
}

fn spaces<'de, D: Deserializer<'de>>(input: D) -> Result<Option<Vec<SpaceId>>, D::Error> {
    let texts = Vec::<String>::deserialize(input)?;
    let ids = texts.into_iter().map(|text| {
        text.parse().map_err(|_| {
            serde::de::Error::custom(format!(
                "spaces has {text:?}; expected the 64 digits of a space"
            ))
        })
    });
    ids.collect::<Result<Vec<SpaceId>, _>>().map(Some)
}

impl WitnessConfig {
    /// Reads a file.
    pub fn load(path: &Path) -> Result<Self, WitnessConfigError> {
        let wrong = |reason: String| WitnessConfigError {
            file: path.display().to_string(),
            reason,
        };
        let text = std::fs::read_to_string(path).map_err(|error| wrong(error.to_string()))?;
        let config: Self = toml::from_str(&text).map_err(|error| wrong(error.to_string()))?;
        if config.logs.is_empty() {
            return Err(wrong("there is no [[logs]] in it".into()));
        }
        for log in &config.logs {
            let origin = url::Url::parse(&log.deployment).map(|url| url.origin());
            if origin.map(|origin| origin.ascii_serialization()).as_ref() != Ok(&log.deployment) {
                return Err(wrong(format!(
                    "deployment is {:?}; expected scheme, host and port without a path, such as https://hawser.example",
                    log.deployment
                )));
            }
            if log.spaces.as_ref().is_some_and(Vec::is_empty) {
                return Err(wrong(
                    "spaces is empty: nothing would be confirmed; leave it out for all of the deployment".into(),
                ));
            }
        }
        Ok(config)
    }
}

impl WatchedLog {
    /// The key of the log of this origin, where it is one of these.
    pub(super) fn key_of(&self, origin: &str) -> Option<LogKey> {
        let (_, space) = origin.rsplit_once('/')?;
        let space: SpaceId = space.parse().ok()?;
        let is_listed = self
            .spaces
            .as_ref()
            .is_none_or(|spaces| spaces.contains(&space));
        let is_here = log_origin(&self.deployment, space) == origin;
        (is_listed && is_here)
            .then(|| LogKey::of(&self.deployment, space, self.key).ok())
            .flatten()
    }
}
