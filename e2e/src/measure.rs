//! Measurements: each pairs our work with the same work by other means, in one run.

mod append;
mod bundle;
mod cold_open;
mod first_load;
mod native;
mod rating;
mod seal;
mod seal_only;

use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::{Map, Value, json};

/// Figures by key, in the order in which they were taken.
#[derive(Default)]
pub struct Report {
    rows: Vec<(String, f64, String)>,
}

impl Report {
    fn add(&mut self, key: &str, value: f64, meaning: impl Into<String>) {
        self.rows.push((key.to_owned(), value, meaning.into()));
    }

    /// As a table for people.
    pub fn table(&self) -> String {
        let mut out = String::new();
        for (key, value, meaning) in &self.rows {
            out.push_str(&format!("{key:<28} {value:>12.3}  {meaning}\n"));
        }
        out
    }

    /// Writes `report.json` into a folder.
    pub fn write(&self, folder: &Path) -> anyhow::Result<()> {
        let figures: Map<String, Value> = self
            .rows
            .iter()
            .map(|(key, value, meaning)| (key.clone(), json!({"value": value, "meaning": meaning})))
            .collect();
        std::fs::create_dir_all(folder)?;
        std::fs::write(
            folder.join("report.json"),
            serde_json::to_vec_pretty(&figures)?,
        )?;
        Ok(())
    }
}

/// Seconds that something takes.
async fn timed<T>(work: impl Future<Output = anyhow::Result<T>>) -> anyhow::Result<(T, f64)> {
    #[expect(
        clippy::disallowed_methods,
        reason = "measuring is what this module is for"
    )]
    let begin = Instant::now();
    let done = work.await?;
    Ok((
        done,
        begin.elapsed().max(Duration::from_micros(1)).as_secs_f64(),
    ))
}

/// The middle one.
fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Takes all figures.
pub async fn run(tell: impl Fn(&str)) -> anyhow::Result<Report> {
    let mut report = Report::default();
    tell("appends against plain inserts");
    append::measure(&mut report).await?;
    tell("what a first visit loads");
    first_load::measure(&mut report).await?;
    tell("opening a case of 1,000 and of 10,000 entries");
    cold_open::measure(&mut report, &tell).await?;
    tell("checking a bundle of 2,000 entries, and one with a file of 256 MiB");
    bundle::measure(&mut report, &tell).await?;
    tell("rating by touch, at the beginning of a visit and near its end");
    rating::measure(&mut report).await?;
    tell("encrypting a file, against the age command");
    seal_only::measure(&mut report, &tell).await?;
    tell("encrypting and sending a file, against the native tools");
    seal::measure(&mut report).await?;
    Ok(report)
}
