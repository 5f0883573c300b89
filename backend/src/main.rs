//! `hawser`: serve, migrate, invite, check, witness.
#![forbid(unsafe_code)]

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::{Parser, Subcommand};
use hawser_backend::config::LogFormat;
use hawser_backend::database::Database;
use hawser_backend::witness::{self, Witness, WitnessConfig};
use hawser_backend::{App, Config, check, clock};
use tokio_util::sync::CancellationToken;
use tracing_subscriber::EnvFilter;

/// The server of Hawser. Settings are HAWSER_* in the environment, or the TOML file that HAWSER_CONFIG names.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Migrates the database and serves until it is asked to end.
    Serve,
    /// Migrates the database only.
    Migrate,
    /// Prints an invitation for the first administrator of a new organisation.
    Invite {
        /// Hours until it expires.
        #[arg(long, default_value_t = 168, value_parser = clap::value_parser!(u32).range(1..=720))]
        hours: u32,
    },
    /// Prints the configuration without secrets and tries database, storage and key file.
    Check,
    /// Runs an independent log keeper, which confirms the logs of deployments of others (c2sp.org/tlog-witness).
    Witness {
        /// Its configuration, a TOML file; see docs/OPERATIONS.md.
        config: PathBuf,
        /// Prints the key by which deployments and cases name it, and ends.
        #[arg(long)]
        key: bool,
    },
}

fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let config = Config::load(|name| std::env::var(name).ok())?;
    start_log(&config)?;
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?
        .block_on(run(arguments.command, config))
}

fn start_log(config: &Config) -> anyhow::Result<()> {
    let filter = EnvFilter::try_new(&config.log).with_context(|| {
        format!(
            "HAWSER_LOG is {:?}; expected a filter such as info or hawser_backend=debug",
            config.log
        )
    })?;
    let colours = std::io::IsTerminal::is_terminal(&std::io::stderr());
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(colours);
    match config.log_format {
        LogFormat::Text => log.init(),
        LogFormat::Json => log.json().init(),
    }
    // The place of a panic, never what it says: that may hold a value.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic
            .location()
            .map(ToString::to_string)
            .unwrap_or_default();
        tracing::error!(place, "panic");
    }));
    Ok(())
}

async fn run(command: Command, config: Config) -> anyhow::Result<()> {
    match command {
        Command::Serve => serve(config).await,
        Command::Migrate => migrate(&config).await,
        Command::Invite { hours } => invite(&config, hours).await,
        Command::Check => show(&config).await,
        Command::Witness { config, key } => keep(&config, key).await,
    }
}

async fn serve(config: Config) -> anyhow::Result<()> {
    let listen = config.listen;
    let origin = config.origin.clone();
    let app = App::builder(config).build().await?;
    let listener = tokio::net::TcpListener::bind(listen)
        .await
        .with_context(|| format!("HAWSER_LISTEN is {listen}, which cannot be listened on"))?;
    tracing::info!(%listen, origin, "serving");
    let shutdown = CancellationToken::new();
    tokio::spawn(signals(shutdown.clone()));
    hawser_backend::serve(listener, app, shutdown).await?;
    tracing::info!("ended");
    Ok(())
}

async fn signals(shutdown: CancellationToken) {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(mut terminate) => {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
        }
        Err(_) => drop(interrupt.await),
    }
    #[cfg(not(unix))]
    drop(interrupt.await);
    shutdown.cancel();
}

async fn keep(file: &Path, is_key_asked: bool) -> anyhow::Result<()> {
    let config = WitnessConfig::load(file)?;
    let witness = Witness::open(&config, clock::system()).await?;
    if is_key_asked {
        return say(&witness.key().text());
    }
    let listen = config.listen;
    let listener = tokio::net::TcpListener::bind(listen)
        .await
        .with_context(|| format!("listen is {listen}, which cannot be listened on"))?;
    tracing::info!(%listen, key = witness.key().text(), "keeping logs");
    let shutdown = CancellationToken::new();
    tokio::spawn(signals(shutdown.clone()));
    witness::serve(listener, witness, shutdown).await?;
    tracing::info!("ended");
    Ok(())
}

async fn migrate(config: &Config) -> anyhow::Result<()> {
    std::fs::create_dir_all(&config.data)
        .with_context(|| format!("HAWSER_DATA is {}", config.data.display()))?;
    let database = Database::connect(&config.database).await?;
    database.migrate(&config.data).await?;
    database.close().await;
    say("The database is up to date.")
}

async fn invite(config: &Config, hours: u32) -> anyhow::Result<()> {
    let link = check::invite(config, hours, &clock::system()).await?;
    say(&format!(
        "{link}\n\n\
         Whoever opens this link first may found one new organisation; it expires in {hours} hours.\n\
         It proves nothing to anyone: other organisations trust a new one only after comparing its safety number."
    ))
}

async fn show(config: &Config) -> anyhow::Result<()> {
    use std::fmt::Write as _;
    let mut text = config.describe();
    let mut failed = 0;
    text.push('\n');
    for finding in check::check(config).await {
        let (sign, words) = match finding.result {
            Ok(words) => ("ok", words),
            Err(words) => {
                failed += 1;
                ("WRONG", words)
            }
        };
        writeln!(text, "{:<20} {sign:<6} {words}", finding.subject)?;
    }
    say(text.trim_end())?;
    anyhow::ensure!(failed == 0, "{failed} of these cannot be used");
    Ok(())
}

/// To standard output, where the log is not.
fn say(text: &str) -> anyhow::Result<()> {
    use std::io::Write as _;
    writeln!(std::io::stdout(), "{text}").context("standard output")
}
