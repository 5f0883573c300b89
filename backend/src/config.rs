//! Configuration: `HAWSER_*` in the environment, before the TOML file that
//! `HAWSER_CONFIG` names (same keys in lower case without the prefix), before
//! the defaults. A wrong value is named with its key and what was expected.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use hawser_ledger::log::NoteKey;

use crate::keepers::LogKeeper;
use crate::limits::Limits;

/// How log lines look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// For machines.
    Json,
}

/// What an operator decides.
#[derive(Debug, Clone)]
pub struct Config {
    /// Address to listen on.
    pub listen: SocketAddr,
    /// What browsers call this server: scheme, host and port.
    pub origin: String,
    /// Folder of the database file, file bodies and key file.
    pub data: PathBuf,
    /// `sqlite://…` or `postgres://…`.
    pub database: String,
    /// Pages carry the exercise mark.
    pub exercise: bool,
    /// Filter of the log, as `tracing` reads it.
    pub log: String,
    /// How log lines look.
    pub log_format: LogFormat,
    /// Proxies whose X-Forwarded-For is believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// Folder of the page, where it is not part of the binary.
    pub page: Option<PathBuf>,
    /// Independent log keepers that are asked to confirm the logs of spaces that name them.
    pub log_keepers: Vec<LogKeeper>,
    /// How often is too often.
    pub limits: Limits,
}

/// A wrong value: its key, what was found and what was expected.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The value does not have its form.
    #[error("{key} is {found:?}; expected {expected}")]
    Value {
        /// The variable, or the file and its key.
        key: String,
        /// What was given; a database's address without its password.
        found: String,
        /// What was expected.
        expected: &'static str,
    },
    /// A key that does not exist.
    #[error("{file}: {key:?} is no setting; the settings are {known}")]
    Unknown {
        /// The file.
        file: String,
        /// The key.
        key: String,
        /// All keys.
        known: String,
    },
    /// The file cannot be read.
    #[error("HAWSER_CONFIG names {file}: {reason}")]
    File {
        /// The file.
        file: String,
        /// Why.
        reason: String,
    },
}

const KEYS: [&str; 13] = [
    "listen",
    "origin",
    "data",
    "database",
    "exercise",
    "log",
    "log_format",
    "trusted_proxies",
    "page",
    "log_keepers",
    "sign_ins_per_minute",
    "requests_per_minute",
    "appends_per_minute",
];

impl Config {
    /// Defaults, with everything in one folder.
    pub fn new(data: impl Into<PathBuf>) -> Self {
        let data = data.into();
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            origin: "http://localhost:8080".into(),
            database: sqlite_in(&data),
            data,
            exercise: false,
            log: "info".into(),
            log_format: LogFormat::Text,
            trusted_proxies: Vec::new(),
            page: None,
            log_keepers: Vec::new(),
            limits: Limits::default(),
        }
    }

    /// From the environment and the file it names.
    pub fn load(env: impl Fn(&str) -> Option<String>) -> Result<Self, ConfigError> {
        let mut values = match env("HAWSER_CONFIG") {
            Some(file) => read_file(Path::new(&file))?,
            None => BTreeMap::new(),
        };
        for key in KEYS {
            let name = format!("HAWSER_{}", key.to_ascii_uppercase());
            if let Some(value) = env(&name).filter(|value| !value.is_empty()) {
                values.insert(key, Setting { name, value });
            }
        }
        Self::from_settings(&values)
    }

    fn from_settings(values: &BTreeMap<&'static str, Setting>) -> Result<Self, ConfigError> {
        let data = values.get("data").map_or_else(
            || PathBuf::from("./data"),
            |setting| (&setting.value).into(),
        );
        let mut config = Self::new(data);
        for (key, setting) in values {
            config.set(key, setting)?;
        }
        Ok(config)
    }

    fn set(&mut self, key: &str, setting: &Setting) -> Result<(), ConfigError> {
        match key {
            "listen" => {
                self.listen = setting.parse("an address and port, such as 127.0.0.1:8080")?;
            }
            "origin" => self.origin = setting.origin()?,
            "database" => self.database = setting.database()?,
            "exercise" => self.exercise = setting.flag()?,
            "log" => self.log.clone_from(&setting.value),
            "log_format" => {
                self.log_format = match setting.value.as_str() {
                    "text" => LogFormat::Text,
                    "json" => LogFormat::Json,
                    _ => return Err(setting.wrong("text or json")),
                }
            }
            "trusted_proxies" => self.trusted_proxies = setting.addresses()?,
            "page" => self.page = Some((&setting.value).into()),
            "log_keepers" => self.log_keepers = setting.log_keepers()?,
            "sign_ins_per_minute" => self.limits.sign_ins = setting.rate()?,
            "requests_per_minute" => self.limits.requests = setting.rate()?,
            "appends_per_minute" => self.limits.appends = setting.rate()?,
            _ => {}
        }
        Ok(())
    }

    /// Whether pages are delivered over TLS.
    pub fn is_https(&self) -> bool {
        self.origin.starts_with("https://")
    }

    /// All settings, one a line, without secrets.
    pub fn describe(&self) -> String {
        let mut out = String::new();
        let format = if self.log_format == LogFormat::Json {
            "json"
        } else {
            "text"
        };
        let page = self.page.as_ref().map_or_else(
            || "in the binary or none".into(),
            |page| page.display().to_string(),
        );
        let proxies: Vec<String> = self
            .trusted_proxies
            .iter()
            .map(ToString::to_string)
            .collect();
        let keepers: Vec<String> = self
            .log_keepers
            .iter()
            .map(|keeper| format!("{} {}", keeper.key.text(), keeper.address))
            .collect();
        for (key, value) in [
            ("listen", self.listen.to_string()),
            ("origin", self.origin.clone()),
            ("data", self.data.display().to_string()),
            ("database", without_password(&self.database)),
            ("exercise", self.exercise.to_string()),
            ("log", self.log.clone()),
            ("log_format", format.into()),
            ("trusted_proxies", proxies.join(",")),
            ("page", page),
            ("log_keepers", keepers.join(",")),
            ("sign_ins_per_minute", self.limits.sign_ins.to_string()),
            ("requests_per_minute", self.limits.requests.to_string()),
            ("appends_per_minute", self.limits.appends.to_string()),
        ] {
            // Writing to a string does not fail.
            let _ = writeln!(out, "{key:<20} {value}");
        }
        out
    }
}

fn sqlite_in(data: &Path) -> String {
    format!("sqlite://{}?mode=rwc", data.join("hawser.sqlite").display())
}

/// The address of a database as it may be shown.
pub fn without_password(database: &str) -> String {
    let Ok(mut url) = url::Url::parse(database) else {
        return "(not an address)".into();
    };
    if url.scheme() == "sqlite" {
        return database.to_owned();
    }
    if url.password().is_some() && url.set_password(Some("…")).is_err() {
        return format!("{}://…", url.scheme());
    }
    url.set_query(None);
    url.to_string()
}

struct Setting {
    name: String,
    value: String,
}

impl Setting {
    fn wrong(&self, expected: &'static str) -> ConfigError {
        ConfigError::Value {
            key: self.name.clone(),
            found: self.value.clone(),
            expected,
        }
    }
    fn parse<T: FromStr>(&self, expected: &'static str) -> Result<T, ConfigError> {
        self.value.parse().map_err(|_| self.wrong(expected))
    }
    fn flag(&self) -> Result<bool, ConfigError> {
        match self.value.as_str() {
            "1" | "true" | "yes" => Ok(true),
            "0" | "false" | "no" => Ok(false),
            _ => Err(self.wrong("true or false")),
        }
    }
    fn rate(&self) -> Result<std::num::NonZeroU32, ConfigError> {
        self.parse("a number of times in a minute, 1 or more")
    }
    fn addresses(&self) -> Result<Vec<IpAddr>, ConfigError> {
        self.value
            .split(',')
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .map(|part| {
                part.parse()
                    .map_err(|_| self.wrong("IP addresses separated by commas"))
            })
            .collect()
    }
    fn log_keepers(&self) -> Result<Vec<LogKeeper>, ConfigError> {
        const EXPECTED: &str = "for each log keeper the key that it prints, a space and its address, separated by \
             commas, none of them twice, such as keeper.example+1a2b3c4d+BA… https://keeper.example";
        let parts = self.value.split(',').map(str::trim);
        parts
            .filter(|part| !part.is_empty())
            .map(|part| {
                let (key, address) = part.split_once(' ')?;
                let key = NoteKey::parse_keeper(key).ok()?;
                let address = url::Url::parse(address.trim()).ok()?;
                let is_good = matches!(address.scheme(), "http" | "https")
                    && address.username().is_empty()
                    && address.password().is_none();
                is_good.then_some(LogKeeper { key, address })
            })
            .collect::<Option<Vec<_>>>()
            .filter(|keepers: &Vec<LogKeeper>| {
                let keys: BTreeSet<_> = keepers.iter().map(|keeper| keeper.key.public()).collect();
                keys.len() == keepers.len()
            })
            .ok_or_else(|| self.wrong(EXPECTED))
    }
    fn origin(&self) -> Result<String, ConfigError> {
        const EXPECTED: &str =
            "scheme, host and port without a path, such as https://hawser.example";
        let url = url::Url::parse(&self.value).map_err(|_| self.wrong(EXPECTED))?;
        let origin = url.origin();
        let bare = self.value.trim_end_matches('/');
        let wanted = matches!(url.scheme(), "http" | "https") && origin.is_tuple();
        if !wanted || origin.ascii_serialization() != bare {
            return Err(self.wrong(EXPECTED));
        }
        Ok(bare.to_owned())
    }
    fn database(&self) -> Result<String, ConfigError> {
        if self.value.starts_with("sqlite://") || self.value.starts_with("postgres://") {
            return Ok(self.value.clone());
        }
        Err(ConfigError::Value {
            key: self.name.clone(),
            found: without_password(&self.value),
            expected: "sqlite://<file>?mode=rwc or postgres://<user>:<password>@<host>/<database>",
        })
    }
}

fn read_file(path: &Path) -> Result<BTreeMap<&'static str, Setting>, ConfigError> {
    let file = path.display().to_string();
    let wrong = |reason: String| ConfigError::File {
        file: file.clone(),
        reason,
    };
    let text = std::fs::read_to_string(path).map_err(|error| wrong(error.to_string()))?;
    let table: toml::Table = text.parse().map_err(|error: toml::de::Error| {
        // The message without the line itself, which may hold a password.
        wrong(error.message().to_owned())
    })?;
    let mut values = BTreeMap::new();
    for (key, value) in table {
        let Some(known) = KEYS.iter().find(|known| **known == key) else {
            return Err(ConfigError::Unknown {
                file,
                key,
                known: KEYS.join(", "),
            });
        };
        let value = match value {
            toml::Value::String(text) => text,
            toml::Value::Array(items) => {
                let items: Vec<String> = items
                    .into_iter()
                    .map(|item| {
                        item.as_str()
                            .map_or_else(|| item.to_string(), str::to_owned)
                    })
                    .collect();
                items.join(",")
            }
            other => other.to_string(),
        };
        values.insert(
            *known,
            Setting {
                name: format!("{file}: {known}"),
                value,
            },
        );
    }
    Ok(values)
}
