//! What a bundle proves, in words for a terminal: nothing of it moves the cursor or turns the order of the rest.

use std::io;

use hawser_casework::record::spelled;
use hawser_views::bundle::{BundleExhibit, BundleFindings, BundleSigner, Naming};

fn tell_exhibit(out: &mut impl io::Write, one: &BundleExhibit) -> io::Result<()> {
    writeln!(
        out,
        "  {}  {}",
        spelled(&one.number),
        spelled(&one.description)
    )?;
    writeln!(
        out,
        "      holder: {} ({})   entry {}",
        spelled(&one.holder),
        one.custody,
        one.entry
    )?;
    for step in &one.chain {
        let signed = if step.signed {
            "  signed statement"
        } else {
            ""
        };
        let to = if step.to.is_empty() {
            String::new()
        } else {
            format!(" to {}", spelled(&step.to))
        };
        writeln!(
            out,
            "      {}  {} by {}{to}{signed}",
            step.happened.at,
            step.kind,
            spelled(&step.by)
        )?;
    }
    for (field, before, after, why, by) in &one.corrections {
        writeln!(
            out,
            "      corrected: {field} from {:?} to {:?} by {} ({})",
            spelled(before),
            spelled(after),
            spelled(by),
            spelled(why)
        )?;
    }
    for file in &one.files {
        let place = file.path.as_deref().unwrap_or("not in the bundle");
        writeln!(
            out,
            "      file: {} ({} bytes, {place})\n        SHA-256 {}",
            spelled(&file.name),
            file.length,
            file.sha256
        )?;
    }
    Ok(())
}

/// Tells what a bundle proves; `is_compared` when its log key was.
pub fn tell(out: &mut impl io::Write, found: &BundleFindings, is_compared: bool) -> io::Result<()> {
    let last = found.entries.saturating_sub(1);
    let witnessed = if found.confirmations.is_empty() {
        "confirmed by no independent log keeper".to_owned()
    } else {
        let confirmed: Vec<String> = found
            .confirmations
            .iter()
            .map(|one| {
                let (name, at) = (spelled(&one.name), one.at());
                format!("{name} (key {}) at {at}", one.key)
            })
            .collect();
        format!("witnessed by {}", confirmed.join(", "))
    };
    writeln!(out, "VALID: complete up to entry {last}, {witnessed}")?;
    let compared = if is_compared {
        "its key is the one that was given"
    } else {
        "its key was not compared: give the published one with --log-key"
    };
    writeln!(out, "for the log {}; {compared}", spelled(&found.log))?;
    if found.undisclosed > 0 {
        writeln!(
            out,
            "as far as it was disclosed: {} entries are closed or left out, and can correct or hand on what is shown",
            found.undisclosed
        )?;
    }
    writeln!(
        out,
        "report.html is the word of whoever made the bundle, and was not checked\n"
    )?;
    let withheld: u64 = found
        .withheld
        .iter()
        .map(|one| one.last - one.first + 1)
        .sum();
    for (name, value) in [
        ("record", found.space.clone()),
        ("kind", found.kind.clone()),
        ("title", spelled(&found.title)),
        ("reference", spelled(&found.reference)),
        ("log", spelled(&found.log)),
        ("log key", spelled(&found.log_key)),
        ("root", found.root.clone()),
        (
            "parties",
            found
                .parties
                .iter()
                .map(|one| format!("{} (root {})", spelled(&one.name), one.root))
                .collect::<Vec<_>>()
                .join("\n              "),
        ),
        (
            "made by",
            format!(
                "{} ({}) at {}{}",
                spelled(&found.made_by.name),
                spelled(&found.made_by.party),
                found.made,
                if found.made_by.is_member {
                    ""
                } else {
                    "; no longer a member at the end of this record"
                }
            ),
        ),
        (
            "entries",
            format!(
                "{}: {} changes of members and access, {} opened, {} still encrypted, {withheld} left out",
                found.entries, found.acts, found.opened, found.encrypted
            ),
        ),
        ("signatures", found.signatures.to_string()),
    ] {
        if !value.is_empty() {
            writeln!(out, "  {name:<11} {value}")?;
        }
    }
    if let Some(from) = found.unknown_from {
        writeln!(
            out,
            "  note        entries {from} to {last} at the end are left out: changes of members may be among them"
        )?;
    }
    if !found.unresolved.is_empty() {
        writeln!(
            out,
            "  note        {} entries refer to something that is not disclosed; whether they count cannot be told",
            found.unresolved.len()
        )?;
    }
    if found.made_by.naming == Naming::Uncertified {
        writeln!(
            out,
            "  note        the maker's name is not certified together with the key"
        )?;
    }
    let uncertified = |one: &&BundleSigner| one.naming == Naming::Uncertified;
    for one in found.signers.iter().filter(uncertified) {
        writeln!(
            out,
            "  note        {} ({}), {} entries: the name is not certified together with the key",
            spelled(&one.name),
            spelled(&one.party),
            one.entries
        )?;
    }
    for one in &found.withheld {
        writeln!(
            out,
            "  left out    entries {} to {}: {}",
            one.first,
            one.last,
            one.ground.code()
        )?;
    }
    for (seq, by) in &found.unreadable {
        writeln!(
            out,
            "  note        entry {seq} by {} makes no sense",
            spelled(by)
        )?;
    }
    for (seq, by, rule) in &found.refused {
        writeln!(
            out,
            "  note        entry {seq} by {} counts for nothing: {rule}",
            spelled(by)
        )?;
    }
    if !found.exhibits.is_empty() {
        writeln!(out, "\nExhibits")?;
    }
    for one in &found.exhibits {
        tell_exhibit(out, one)?;
    }
    writeln!(
        out,
        "\nThis proves who signed which entry, in which order, that none of them was altered, and that none is missing\n\
         unseen up to entry {last} of this log. It does not prove that what people wrote is true, that their clocks were\n\
         right, or what was written later. The keys of organisations and log are those that the record itself names:\n\
         compare the log key above with the one that the deployment has published."
    )
}
