//! The report for people: one page of HTML without script, that says what the bundle holds and how it is checked.
//!
//! It is the word of whoever made the bundle. What is proven, the entries prove.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use hawser_casework::record::spelled;
use hawser_ledger::KeyId;
use hawser_views::bundle::{BundleExhibit, BundleFindings, REPORT_WORDS};
use hawser_views::evidence::ChainStep;

use crate::replay::{Line, What};

/// Most entries that are listed one by one.
const MAX_LINES: usize = 20_000;

/// Headings and labels by their stable names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words(BTreeMap<&'static str, String>);

/// Every heading and label in English, in the order of [`REPORT_WORDS`].
const ENGLISH: [&str; 67] = [
    "en",
    "Bundle of a case record",
    "This page was written by whoever made the bundle. It is a help for reading. What is proven is in the entries: check the bundle with hawser-verify, or on the page “Verify” of Hawser, without a network.",
    "Complete up to entry",
    "Record",
    "Case",
    "Reference",
    "Made by",
    "Made on",
    "Root of the record",
    "Log",
    "Key of the log",
    "Confirmed by",
    "No independent log keeper has confirmed this state.",
    "Entries",
    "Signatures checked",
    "Changes of members and access",
    "Opened",
    "Still encrypted",
    "Left out",
    "Why",
    "no access",
    "does not concern this bundle",
    "protection of a source or method",
    "an investigation that goes on",
    "rights of others",
    "Who signed",
    "Name",
    "Party",
    "Exhibits",
    "Kind",
    "Found",
    "Place",
    "Identifiers",
    "Seal",
    "Holder",
    "Entry",
    "Chain of custody",
    "Step",
    "From",
    "To",
    "By",
    "When",
    "Recorded",
    "Note",
    "signed statement",
    "Corrections",
    "Field",
    "Before",
    "After",
    "Files",
    "Bytes",
    "In the bundle",
    "hash only",
    "cannot be read",
    "Further entries are in the bundle and not listed here.",
    "Entries one by one",
    "logged",
    "offered",
    "accepted",
    "accepted with a reservation",
    "not received",
    "offer withdrawn",
    "dispute settled",
    "held",
    "offered",
    "in dispute",
];

impl Words {
    /// In English.
    pub fn english() -> Self {
        let texts = ENGLISH.iter().map(|text| (*text).to_owned());
        Self(REPORT_WORDS.into_iter().zip(texts).collect())
    }

    /// In another language: `given` by their names, English where one is missing.
    pub fn with(given: &[(String, String)]) -> Self {
        let mut words = Self::english();
        for (name, text) in given {
            if let Some(word) = words.0.get_mut(name.as_str()) {
                word.clone_from(text);
            }
        }
        words
    }

    fn get<'a>(&'a self, name: &'a str) -> &'a str {
        self.0.get(name).map_or(name, String::as_str)
    }
}

/// Text as it stands in HTML, what does not show itself written out, line by line.
fn text(plain: &str) -> String {
    let mut out = String::with_capacity(plain.len());
    for (number, line) in plain.split('\n').enumerate() {
        if number > 0 {
            out.push('\n');
        }
        for c in spelled(line).chars() {
            match c {
                '&' => out.push_str("&amp;"),
                '<' => out.push_str("&lt;"),
                '>' => out.push_str("&gt;"),
                '"' => out.push_str("&quot;"),
                '\'' => out.push_str("&#39;"),
                c => out.push(c),
            }
        }
    }
    out
}

struct Page<'a> {
    out: String,
    words: &'a Words,
}

impl Page<'_> {
    fn word(&self, name: &str) -> String {
        text(self.words.get(name))
    }
    fn raw(&mut self, html: &str) {
        self.out.push_str(html);
    }
    fn heading(&mut self, level: u8, name: &str) {
        let word = self.word(name);
        let _ = writeln!(self.out, "<h{level}>{word}</h{level}>");
    }
    fn facts(&mut self, facts: &[(&str, String)]) {
        self.raw("<dl>\n");
        for (name, value) in facts.iter().filter(|(_, value)| !value.is_empty()) {
            let (word, value) = (self.word(name), text(value));
            let _ = writeln!(self.out, "<dt>{word}</dt><dd>{value}</dd>");
        }
        self.raw("</dl>\n");
    }
    fn table(&mut self, heads: &[&str], rows: impl Iterator<Item = Vec<String>>) {
        self.raw("<table><thead><tr>");
        for head in heads {
            let word = self.word(head);
            let _ = write!(self.out, "<th scope=\"col\">{word}</th>");
        }
        self.raw("</tr></thead><tbody>\n");
        for row in rows {
            self.raw("<tr>");
            for cell in row {
                let _ = write!(self.out, "<td>{}</td>", text(&cell));
            }
            self.raw("</tr>\n");
        }
        self.raw("</tbody></table>\n");
    }
}

const STYLE: &str = "body{font:15px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}\
h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem;border-top:1px solid #999;padding-top:1rem}h3{font-size:1rem}\
dl{display:grid;grid-template-columns:minmax(10rem,max-content) 1fr;gap:.2rem 1rem}dt{color:#444}dd{margin:0;overflow-wrap:anywhere;white-space:pre-line}\
table{border-collapse:collapse;width:100%;margin:.5rem 0}th,td{border:1px solid #999;padding:.25rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}\
th{background:#eee}tr{break-inside:avoid}@page{size:A4;margin:15mm}";

fn step_row(step: &ChainStep, words: &Words) -> Vec<String> {
    let mut note: Vec<&str> = [&step.place, &step.purpose, &step.seal, &step.note]
        .into_iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    if step.signed {
        note.push(words.get("signed"));
    }
    let kind = format!("step-{}", step.kind);
    vec![
        words.get(&kind).to_owned(),
        step.from.clone(),
        step.to.clone(),
        step.by.clone(),
        step.happened.at.to_string(),
        step.recorded.to_string(),
        note.join("; "),
    ]
}

fn exhibit(page: &mut Page<'_>, exhibit: &BundleExhibit) {
    let title = text(&format!("{} {}", exhibit.number, exhibit.description));
    let _ = writeln!(page.out, "<section><h3>{title}</h3>");
    page.facts(&[
        ("kind", exhibit.kind.clone()),
        ("found", exhibit.found.at.to_string()),
        ("place", exhibit.place.clone()),
        ("identifiers", exhibit.identifiers.join(", ")),
        ("seal", exhibit.seal.clone()),
        (
            "holder",
            format!("{} ({})", exhibit.holder, page.words.get(&exhibit.custody)),
        ),
        (
            "recorded",
            format!("{}, {}", exhibit.recorded, exhibit.logged_by),
        ),
        ("entry", exhibit.entry.to_string()),
    ]);
    page.heading(4, "chain");
    let words = page.words;
    page.table(
        &["step", "from", "to", "by", "happened", "recorded", "note"],
        exhibit.chain.iter().map(|step| step_row(step, words)),
    );
    if !exhibit.corrections.is_empty() {
        page.heading(4, "corrections");
        page.table(
            &["field", "before", "after", "ground", "by"],
            exhibit
                .corrections
                .iter()
                .map(|(field, old, new, why, by)| {
                    vec![
                        field.clone(),
                        old.clone(),
                        new.clone(),
                        why.clone(),
                        by.clone(),
                    ]
                }),
        );
    }
    if !exhibit.files.is_empty() {
        page.heading(4, "files");
        let hash_only = page.words.get("hash-only").to_owned();
        page.table(
            &["name", "length", "entry", "in-bundle"],
            exhibit.files.iter().map(|file| {
                vec![
                    format!("{}\nSHA-256 {}", file.name, file.sha256),
                    file.length.to_string(),
                    file.entry.to_string(),
                    file.path.clone().unwrap_or_else(|| hash_only.clone()),
                ]
            }),
        );
    }
    page.raw("</section>\n");
}

/// The page. `name` tells who signs with a key.
pub(crate) fn report(
    findings: &BundleFindings,
    lines: &[Line],
    words: &Words,
    name: impl Fn(KeyId) -> String,
) -> String {
    let mut page = Page {
        out: String::new(),
        words,
    };
    let (language, title) = (page.word("language"), page.word("title"));
    let _ = write!(
        page.out,
        "<!doctype html>\n<html lang=\"{language}\"><head><meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{title}</title><style>{STYLE}</style></head><body>\n<h1>{title}</h1>\n<p>{}</p>\n",
        page.word("about")
    );
    let confirmed = findings
        .confirmations
        .iter()
        .map(|one| format!("{} ({}), {}", one.key, one.name, one.at()))
        .collect::<Vec<_>>()
        .join("\n");
    page.facts(&[
        ("case", findings.title.clone()),
        ("reference", findings.reference.clone()),
        ("record", findings.space.clone()),
        ("complete", findings.entries.saturating_sub(1).to_string()),
        ("root", findings.root.clone()),
        ("log", findings.log.clone()),
        ("log-key", findings.log_key.clone()),
        (
            "confirmed",
            if confirmed.is_empty() {
                words.get("not-confirmed").to_owned()
            } else {
                confirmed
            },
        ),
        (
            "made-by",
            format!("{}, {}", findings.made_by.name, findings.made_by.party),
        ),
        ("made", findings.made.to_string()),
    ]);
    page.heading(2, "entries");
    page.facts(&[
        ("signatures", findings.signatures.to_string()),
        ("acts", findings.acts.to_string()),
        ("opened", findings.opened.to_string()),
        ("encrypted", findings.encrypted.to_string()),
        (
            "withheld",
            findings
                .withheld
                .iter()
                .map(|one| one.last - one.first + 1)
                .sum::<u64>()
                .to_string(),
        ),
    ]);
    if !findings.withheld.is_empty() {
        page.table(
            &["withheld", "ground"],
            findings.withheld.iter().map(|one| {
                let stretch = if one.first == one.last {
                    one.first.to_string()
                } else {
                    format!("{}–{}", one.first, one.last)
                };
                vec![stretch, words.get(one.ground.code()).to_owned()]
            }),
        );
    }
    page.heading(2, "signers");
    page.table(
        &["name", "party", "entries"],
        findings
            .signers
            .iter()
            .map(|one| vec![one.name.clone(), one.party.clone(), one.entries.to_string()]),
    );
    if !findings.exhibits.is_empty() {
        page.heading(2, "exhibits");
        for one in &findings.exhibits {
            exhibit(&mut page, one);
        }
    }
    page.heading(2, "lines");
    page.table(
        &["entry", "by", "recorded", "kind"],
        lines.iter().take(MAX_LINES).map(|line| {
            let what = match &line.what {
                What::Act(act) => (*act).to_owned(),
                What::Record(kind) => kind.clone(),
                What::Encrypted => words.get("encrypted").to_owned(),
                What::Unreadable => words.get("unreadable").to_owned(),
            };
            vec![
                line.seq.to_string(),
                name(line.author),
                line.recorded.to_string(),
                what,
            ]
        }),
    );
    if lines.len() > MAX_LINES {
        let more = page.word("more");
        let _ = writeln!(page.out, "<p>{more}</p>");
    }
    page.raw("</body></html>\n");
    page.out
}
